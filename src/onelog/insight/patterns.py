"""The common thread of the best conversations: what goes with those that were rated high, by honest counts.

A meeting is compared with meetings of the same person only: else all that is so with one person (the mode, the weekday)
would go with the ratings of talks with them. High is the upper part of what talks with that person are given, so that
giving all of them a 5, or a 3, makes no difference. Mood is not looked at: it is how a talk went, as the rating is.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from onelog.core import exact_test
from onelog.core.exact_test import LEVEL, CountTable
from onelog.core.model import Person
from onelog.core.results.patterns import Cut, Feature, Side, Thread
from onelog.insight import pattern_features
from onelog.insight.pattern_features import Trait
from onelog.store.database import Store
from onelog.store.queries import patterns as read
from onelog.store.queries.patterns import RatedMeeting

METHOD = (
    "exact conditional test, meetings compared within each person, two-sided (Fisher 1935; within groups Gart 1970)"
)
CORRECTION = (
    "Holm 1979 over all that were tested; left out before what could not be told however it came out (Tarone 1990)"
)
FARTHEST = 200
"""More meetings than these are not foretold."""


def of(
    store: Store, today: date, person: Person | None = None, since: date | None = None, before: date | None = None,
    *, everything: bool = False, private: bool = False,
) -> Thread:  # fmt: skip
    """The thread of the meetings from the day `since` to the one before `before`, and to today; `everything`: what was not
    found too.

    Without `private` neither concerns and private lines are looked at nor their tags.
    """
    met = read.meetings(store, person.uid if person else None)
    end = min(before or date.max, today + timedelta(days=1))
    inside = [one for one in met if (since is None or one.day >= since) and one.day < end]
    rated = [one for one in inside if one.rating is not None]
    cuts = _cuts(rated)
    compared = [one for one in rated if cuts[one.person.uid].rating is not None]
    look = _Compared(compared, cuts)
    known = pattern_features.of(
        compared, pattern_features.gaps(met), read.lines(store, private=private), read.topics(store)
    )
    features = look.features(known)
    tested = sum(one.chance is not None for one in features)
    return Thread(
        person=person.name if person else None,
        since=since,
        until=before - timedelta(days=1) if before else None,
        meetings=len(inside),
        rated=len(rated),
        compared=len(compared),
        high=sum(look.high),
        looked_at=len(features),
        tested=tested,
        level=LEVEL,
        method=METHOD,
        correction=CORRECTION,
        more=None if tested else look.more(known, len(rated)),
        cuts=tuple(sorted(cuts.values(), key=lambda cut: (-cut.n, cut.person))),
        features=tuple(one for one in features if everything or one.found),
    )


# --- what is high


def _cuts(rated: Sequence[RatedMeeting]) -> dict[str, Cut]:
    """By the uid of each person."""
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


# --- what goes with it


class _Compared:
    """The meetings that are compared, by their places."""

    def __init__(self, met: Sequence[RatedMeeting], cuts: Mapping[str, Cut]) -> None:
        self.high = [(one.rating or 0) >= (cuts[one.person.uid].rating or 0) for one in met]
        self.names = {one.person.uid: one.person.label for one in met}
        self.who = [(one.person.uid, high) for one, high in zip(met, self.high, strict=True)]

    def features(self, known: Sequence[Trait]) -> list[Feature]:
        """All that some of them have: what was found first, the clearest on top, then the others as they come."""
        tables = [self._tables(trait) for trait in known]
        able = exact_test.testable([exact_test.least(list(of_each.values())) for of_each in tables])
        values = [exact_test.two_sided(list(tables[place].values())) for place in able]
        told = dict(zip(able, zip(values, exact_test.corrected(values), strict=True), strict=True))
        several = len(self.names) > 1
        made = [
            _feature(trait, tables[place], *told.get(place, (None, None)), several=several)
            for place, trait in enumerate(known)
        ]
        return sorted(made, key=lambda one: (not one.found, one.chance if one.found and one.chance else 0.0))

    def _tables(self, trait: Trait) -> dict[str, CountTable]:
        """By the name of each person who has some with it and some without, of those of which it is known."""
        known, having = (Counter(map(self.who.__getitem__, places)) for places in (trait.known, trait.having))
        found = {}
        for uid, name in self.names.items():
            both, n = having[uid, True], known[uid, True] + known[uid, False]
            table = CountTable(both, both + having[uid, False], known[uid, True], n)
            if table.tells:
                found[name] = table
        return found

    def more(self, known: Sequence[Trait], rated: int) -> int:
        """How many more rated meetings it takes.

        Those that one test needs at the very least; where there are so many, as many as it takes when they go on as they
        were: each person with the same shares of high ones and of what the meetings have.
        """
        least = max(1, exact_test.fewest() - rated)
        tables = [[*self._tables(trait).values()] for trait in known]
        if not any(tables):
            return least
        for more in range(least, FARTHEST):
            grown = [[_grown(table, 1 + more / rated) for table in of_each] for of_each in tables]
            if exact_test.testable([exact_test.least(of_each) for of_each in grown]):
                return more
        return FARTHEST


def _grown(table: CountTable, factor: float) -> CountTable:
    return CountTable(*(round(number * factor) for number in table))


def _feature(
    trait: Trait, tables: Mapping[str, CountTable], chance: float | None, corrected: float | None, *, several: bool
) -> Feature:  # fmt: skip
    """`several`: the meetings of more than one person are compared, so that it could rest on one of them."""
    sides = tuple(_side(name, table) for name, table in tables.items())
    state = "nothing" if corrected is not None else "few" if tables else "person"
    if corrected is not None and corrected <= LEVEL:
        over = sum(table.both for table in tables.values()) - exact_test.expected(list(tables.values()))
        state = "more" if over > 0 else "less"
    return Feature(
        feature=trait.name,
        state=state,
        high_with=sum(one.high_with for one in sides),
        with_=sum(one.with_ for one in sides),
        high_without=sum(one.high_without for one in sides),
        without=sum(one.without for one in sides),
        chance=chance,
        corrected=corrected,
        rests_on=_rests_on(tables) if state in ("more", "less") and several else (),
        same=trait.same,
        people=sides,
    )


def _side(name: str, table: CountTable) -> Side:
    return Side(name, table.both, table.marked, table.good - table.both, table.n - table.marked)


def _rests_on(tables: Mapping[str, CountTable]) -> tuple[str, ...]:
    """The people without each of whom the others together show nothing, before any correction."""
    return tuple(
        name
        for name in tables
        if exact_test.two_sided([table for other, table in tables.items() if other != name]) > LEVEL
    )
