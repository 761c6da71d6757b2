"""The common thread of the best conversations: what goes with those that were rated high, among neighbours.

A meeting is compared with those of the same person and of the same weeks only: else all that is so with one person (the
mode, the weekday), or that changed over the year, would go with the ratings. Mood is not looked at: it is how a talk went,
as the rating is.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import chain
from math import atanh, sqrt, tanh
from typing import NamedTuple
from zlib import crc32

from onelog.core.model import MODES
from onelog.core.results.patterns import Feature, RatedShare, Side, Thread
from onelog.core.selection import ANYTHING, Selection
from onelog.core.statistics import exact_test, rank_test
from onelog.core.statistics.exact_test import CountTable
from onelog.core.statistics.rank_test import Compared, Effect, Ranks
from onelog.insight.patterns import pattern_features
from onelog.insight.patterns.pattern_features import Trait
from onelog.insight.patterns.rating_cuts import find_cuts
from onelog.store.database import Store
from onelog.store.queries import patterns
from onelog.store.queries.patterns import PatternRow, RatedMeeting, TopicDays

METHOD = (
    "ranks of neighbouring meetings with the same person (van Elteren 1960), the largest of all differences by dealing the"
    " ratings out anew (Westfall and Young 1993)"
)
FIRST_LOOK = 30
"""Rated talks at the first look; the later ones come at 42, 60, 85, 120, 170 …: two while they double. What lies between
two looks waits, so that few looks are paid for however often somebody asks."""
PLANNED_LEVEL, HAPPENED_LEVEL = 0.018, 0.002
"""How often one look claims something of what can be planned, and of what happened, where there is nothing. Five looks lie
between 30 and 120 talks: together they stay below 0.06; `tests/insight/test_pattern_rates.py` has the figures."""
EARLY_LOOKS, EARLY_SHARE = 2, 0.5
"""The first looks can show little, so they have this part of the levels: the later ones, which can, may claim more."""
PERIOD_SHARE = 0.5
"""A period that somebody chooses is one more look: it has this part of the levels."""
GOAL = 0.3
"""The difference for which it is told how many more talks it takes."""
MISSED = 0.1
"""From this chance on it is taken as chance that talks with something were rated more or less often."""
PLACES = 6
FARTHEST = 999
"""More talks than these are not foretold."""


class Talks(NamedTuple):
    """What is known of all talks, the oldest first."""

    met: Sequence[RatedMeeting]
    lines: Sequence[PatternRow]
    topics: Sequence[TopicDays]


def find_patterns(store: Store, today: date, selection: Selection = ANYTHING, *, everything: bool = False) -> Thread:
    """The thread of the selected meetings up to today; `everything`: what was not found too.

    Without what is private neither concerns and private lines are looked at nor their tags.
    """
    met = [one for one in patterns.meetings(store) if one.day <= today]
    talks = Talks(met, list(patterns.lines(store, private=selection.private)), list(patterns.topics(store)))
    return look_at_talks(talks, selection, everything=everything)


def look_at_talks(talks: Talks, selection: Selection = ANYTHING, *, everything: bool = False) -> Thread:
    """The same, of talks that are known already."""
    since, before = selection.since or date.min, selection.before or date.max
    inside = [one for one in talks.met if since <= one.day < before]
    rated = [one for one in inside if one.rating is not None]
    chosen = selection.since is not None or selection.before is not None
    number, n = (None, len(rated)) if chosen else look_at(len(rated))
    later = PERIOD_SHARE if chosen else 1.0
    share = later if number is None or number > EARLY_LOOKS else EARLY_SHARE
    levels = (PLANNED_LEVEL * share, HAPPENED_LEVEL * share)
    seen = _Seen(inside[: inside.index(rated[n - 1]) + 1] if n else [], talks, levels)
    whose = selection.uid
    features = seen.features(whose)
    own = [one for one in inside if whose in (None, one.person.uid)]
    mine = [one for one in seen.rated if whose in (None, one.person.uid)]
    own_cuts = sorted(
        (cut for uid, cut in seen.cuts.items() if whose in (None, uid)), key=lambda cut: (-cut.n, cut.person)
    )
    deviation = seen.deviation()
    return Thread(
        person=selection.person.name if selection.person else None,
        since=selection.since,
        until=selection.before - timedelta(days=1) if selection.before else None,
        meetings=len(own),
        rated=sum(one.rating is not None for one in own),
        compared=len(mine),
        high=sum(cut.high for cut in own_cuts),
        looked_at=len(features),
        planned=sum(one.planned for one in features),
        look=number,
        level=round(sum(levels), PLACES),
        next_look=None if number is None else _size_of(number + 1),
        detects=_detects(deviation, seen.bar(levels[0])),
        more=_more(deviation, seen.bar(PLANNED_LEVEL * later), len(seen.rated), len(rated)),
        method=METHOD,
        shares=_shares(own),
        cuts=tuple(own_cuts),
        features=tuple(one for one in features if everything or one.found),
    )


def look_at(rated: int) -> tuple[int, int]:
    """Which look it is with so many rated talks, and how many of them it looks at."""
    number = 0
    while _size_of(number + 1) <= rated:
        number += 1
    return number, _size_of(number) if number else 0


def _size_of(look: int) -> int:
    """The rated talks at a look."""
    return round(FIRST_LOOK * 2 ** ((look - 1) / 2))


def _shares(met: Iterable[RatedMeeting]) -> tuple[RatedShare, ...]:
    """Of each mode that there is, in their order; of no mode ("") last."""
    known = list(met)
    by = {mode: [one for one in known if (one.mode or "") == mode] for mode in (*MODES, "")}
    return tuple(
        RatedShare(mode, sum(one.rating is not None for one in some), len(some)) for mode, some in by.items() if some
    )


# --- what can be told with so many


def _detects(deviation: float | None, bar: float) -> float | None:
    """The difference that is found in four of five: above the bar by `POWER` deviations; None beyond 0.95."""
    found = tanh((bar + rank_test.POWER) * deviation) if deviation else 1.0
    return round(found, PLACES) if found < 0.95 else None


def _more(deviation: float | None, bar: float, looked: int, rated: int) -> int:
    """The deviation falls with the root of the number of talks; before there are any it is taken as with two equal halves."""
    now, n = (deviation, looked) if deviation else (2 / sqrt(3 * FIRST_LOOK), FIRST_LOOK)
    needed = n * (now * (bar + rank_test.POWER) / atanh(GOAL)) ** 2
    return min(max(0, round(needed) - rated), FARTHEST)


# --- what goes with it


class _Seen:
    """The talks of one look."""

    def __init__(self, met: Sequence[RatedMeeting], talks: Talks, levels: tuple[float, float]) -> None:
        self.met, self.levels = met, levels
        self.places = [place for place, one in enumerate(met) if one.rating is not None]
        self.rated = [met[place] for place in self.places]
        self.cuts = find_cuts(self.rated)
        self.names = {one.person.uid: one.person.label for one in self.rated}
        self.traits = pattern_features.of(met, pattern_features.gaps(talks.met), talks.lines, talks.topics, self.places)
        self.ratings = [one.rating or 0 for one in self.rated]
        self.ranks = Ranks(self.ratings, self._groups(self.rated))
        families = [[self._rated(one) for one in self.traits if one.planned is way] for way in (True, False)]
        found = rank_test.look(self.ranks, families, levels, self._seed())
        self.found = dict(
            zip(
                (one.name for way in (True, False) for one in self.traits if one.planned is way),
                chain(*found),
                strict=True,
            )
        )

    def _groups(self, met: Sequence[RatedMeeting]) -> list[list[int]]:
        return [[place for place, one in enumerate(met) if one.person.uid == uid] for uid in self.names]

    def _rated(self, trait: Trait) -> list[int | None]:
        return [trait.values[place] for place in self.places]

    def _seed(self) -> int:
        """The same for the same talks."""
        return crc32(repr([(one.uid, one.rating) for one in self.rated]).encode())

    def bar(self, level: float) -> float:
        """The deviations from which something that can be planned is found: at most that many, by C. Bonferroni."""
        planned = sum(one.planned for one in self.traits) or len(pattern_features.DAYS)
        return rank_test.bar(level, planned * (2 if len(self.names) > 1 else 1))

    def deviation(self) -> float | None:
        """Of a difference of what can be planned and parts the talks best."""
        known = [one.effect for trait in self.traits if trait.planned and (one := self.found[trait.name]).effect]
        return min((one.deviation for one in known if one), default=None)

    def features(self, whose: str | None) -> list[Feature]:
        """All that some of them have: what was found first, the clearest on top, then the others as they come."""
        made = [self._feature(trait, self.found[trait.name], whose) for trait in self.traits]
        return sorted(
            made, key=lambda one: (not one.found, not one.planned, one.chance if one.found and one.chance else 0.0)
        )

    def _feature(self, trait: Trait, found: Compared, whose: str | None) -> Feature:
        level = self.levels[not trait.planned]
        differs = trait.planned and found.chance_apart <= level
        state = self._state(trait, found, level, differs=differs)
        uids = list(self.names)
        effect = found.groups[uids.index(whose)] if whose in uids else found.effect if whose is None else None
        if whose is not None:
            state = _with_one(state, effect, found.effect, level / len(uids))
        elif state == "differs":
            effect = found.effect
        sides = [
            _side(self.names[uid], one, *self._counts(trait, uid))
            for uid, one in zip(uids, found.groups, strict=True)
            if one and whose in (None, uid)
        ]
        high, expected = self._high(trait, whose)
        expected = round(expected, PLACES)
        agrees = effect is not None and (high - expected) * effect.difference > 0
        return Feature(
            feature=trait.name,
            planned=trait.planned,
            state=state,
            difference=round(effect.difference, PLACES) if effect else None,
            low=round(effect.low, PLACES) if effect else None,
            high=round(effect.high, PLACES) if effect else None,
            with_=sum(self._counts(trait, whose)[:1]),
            without=sum(self._counts(trait, whose)[1:]),
            high_with=high,
            high_expected=expected if agrees else None,
            chance=round(min(found.chance, found.chance_apart) if differs else found.chance, PLACES)
            if found.effect
            else None,
            rests_on=self._rests_on(trait, found, state) if whose is None else (),
            same=trait.same,
            people=tuple(sides),
        )

    def _state(self, trait: Trait, found: Compared, level: float, *, differs: bool) -> str:
        if found.effect is None:
            return "person"
        alike = found.chance <= level
        if not alike and not differs:
            return "nothing"
        if not self._stands(trait):
            return "unrated"
        if differs:
            return "differs"
        return "more" if found.effect.difference > 0 else "less"

    def _counts(self, trait: Trait, whose: str | None) -> tuple[int, int]:
        values = [v for v, one in zip(self._rated(trait), self.rated, strict=True) if whose in (None, one.person.uid)]
        return values.count(1), sum(value in (0, -1) for value in values)

    def _high(self, trait: Trait, whose: str | None) -> tuple[int, float]:
        """How many with it were rated high, and how many of as many of their neighbours are."""
        values = self._rated(trait)
        high = [
            rating >= (self.cuts[one.person.uid].rating or 9)
            for one, rating in zip(self.rated, self.ratings, strict=True)
        ]
        found, expected = 0, 0.0
        for uid, group in zip(self.names, self.ranks.groups, strict=True):
            for block in group if whose in (None, uid) else ():
                with_ = [place for place in block if values[place] == 1]
                known = [place for place in block if values[place] is not None]
                found += sum(high[place] for place in with_)
                expected += len(with_) * sum(high[place] for place in known) / len(known) if known else 0
        return found, expected

    def _stands(self, trait: Trait) -> bool:
        """Whether it would still go with ratings if all that was not rated were the worst of its weeks, or the best.

        Only asked where talks with it were rated more often or more seldom than others, beyond chance.
        """
        tables = []
        for uid in self.names:
            known = [
                (trait.values[place] == 1, one.rating is not None)
                for place, one in enumerate(self.met)
                if one.person.uid == uid and trait.values[place] is not None
            ]
            marked, good = sum(has for has, _ in known), sum(is_rated for _, is_rated in known)
            tables.append(CountTable(sum(has and is_rated for has, is_rated in known), marked, good, len(known)))
        if exact_test.two_sided(tables) > MISSED:
            return True
        ways = [self._with_unrated(trait, as_if) for as_if in (0, 9)]
        return (
            all(one and abs(one.z) > rank_test.STEADY for one in ways) and len({one and one.z > 0 for one in ways}) == 1
        )

    def _with_unrated(self, trait: Trait, as_if: int) -> Effect | None:
        met = [one for one in self.met if one.person.uid in self.names]
        values = [value for value, one in zip(trait.values, self.met, strict=True) if one.person.uid in self.names]
        ranks = Ranks([as_if if one.rating is None else one.rating for one in met], self._groups(met))
        return rank_test.effect(ranks, values)

    def _rests_on(self, trait: Trait, found: Compared, state: str) -> tuple[str, ...]:
        """The people without each of whom the others together show nothing, before any correction; or who differ."""
        told = [(name, one) for name, one in zip(self.names.values(), found.groups, strict=True) if one]
        if state == "differs":
            bar = rank_test.bar(self.levels[0], len(self.names))
            return tuple(name for name, one in told if abs(one.z) > bar)
        if state not in ("more", "less") or len(told) < 2:
            return ()
        values = self._rated(trait)
        rest = {
            name: rank_test.effect(
                self.ranks, [None if one.person.label == name else v for v, one in zip(values, self.rated, strict=True)]
            )
            for name, _ in told
        }
        return tuple(name for name, one in rest.items() if one is None or abs(one.z) <= rank_test.STEADY)


def _side(name: str, one: Effect, with_: int, without: int) -> Side:
    return Side(
        person=name,
        difference=round(one.difference, PLACES),
        low=round(one.low, PLACES),
        high=round(one.high, PLACES),
        with_=with_,
        without=without,
    )


def _with_one(state: str, own: Effect | None, all_: Effect | None, level: float) -> str:
    """What is told of one person: what was found in all, where it is not the opposite with them; or their own part of it."""
    if own is None:
        return "person"
    if state == "differs":
        return ("more" if own.difference > 0 else "less") if abs(own.z) > rank_test.bar(level, 1) else "nothing"
    if state in ("more", "less") and all_ and own.difference * all_.difference <= 0:
        return "nothing"
    return state
