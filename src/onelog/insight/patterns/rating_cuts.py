"""What is a high rating: with each person the upper part of what was given that is nearest to half."""

from collections.abc import Sequence

from onelog.core.results.patterns import Cut
from onelog.store.queries.patterns import RatedMeeting


def find_cuts(rated: Sequence[RatedMeeting]) -> dict[str, Cut]:
    """The rating from which talks with somebody are high, by the uid of each person."""
    given: dict[str, list[int]] = {}
    names = {}
    for one in rated:
        given.setdefault(one.person.uid, []).append(one.rating or 0)
        names[one.person.uid] = one.person.label
    return {uid: _cut(names[uid], ratings) for uid, ratings in given.items()}


def _cut(name: str, ratings: Sequence[int]) -> Cut:
    """The rating that parts the talks nearest to half; of two that do so as well the higher one."""
    ways = [(sum(rating >= low for rating in ratings), low) for low in sorted(set(ratings))[1:]]
    if not ways:
        return Cut(name, None, 0, len(ratings))
    high, low = min(ways, key=lambda way: (abs(2 * way[0] - len(ratings)), -way[1]))
    return Cut(name, low, high, len(ratings))
