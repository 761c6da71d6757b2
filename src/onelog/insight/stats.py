"""What a period amounts to, in numbers that one can count again: meetings, promises, concerns, moods, feedback, skills.

Nothing in here says how good somebody is. A number is a count with what it is out of, or what stands for at least
`FEWEST` values: of days their median, of values on a scale their mean. Of fewer the values themselves are told.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from onelog.core.calendar import periods
from onelog.core.calendar.day_words import months_after
from onelog.core.calendar.periods import Period
from onelog.core.model import FEEDBACK, MODES, Moment, Person
from onelog.core.results.stats import Ended, Figure, ModeMoods, Month, OwnScale, Quantity, Spread, Stats, Strip, Tagged
from onelog.core.scales import ScaleValue
from onelog.core.selection import Selection
from onelog.core.statistics.mean import FEWEST, mean
from onelog.core.statistics.median import median
from onelog.insight import weeks
from onelog.insight.feedback import given_of, received_of
from onelog.insight.review.facts import Facts, count_kept, end_of, gather_facts, goals_then
from onelog.insight.skills import KINDS, is_about
from onelog.store import people
from onelog.store.database import Store
from onelog.store.queries import stats

MONTHS = 12
"""How far back the lines of months go, the running month included."""
ENDED = ("kept", "late", "overdue", "dropped", "undated")
SCORES = ("mood", "seen", "rating")


def compute_stats(store: Store, period: Period, today: date, person: Person | None = None) -> Stats:
    """The numbers of a period as they stood on its last day, or stand today."""
    earlier = periods.same_part_before(period, today, store.conventions.year_start)
    facts, then = (gather_facts(store, one, today, Selection(person=person)) for one in (period, earlier))
    both = [dict(_numbers(store, one, today, person)) for one in (facts, then)]
    return Stats(
        period=period.name,
        since=period.start,
        until=facts.day,
        running=today < period.last,
        before=earlier.name,
        before_since=earlier.start,
        before_until=earlier.last,
        person=person.name if person else None,
        figures=tuple(Figure(name, now, both[1][name]) for name, now in both[0].items()),
        skills=tuple(_skills(facts, then, person)),
        months=tuple(_months(store, facts.day, today, person)),
        strips=tuple(_strips(store, facts.day, person)),
        scales=tuple(_scales(store, facts, then, today, person)),
        modes=tuple(_modes(facts)),
        spreads=tuple(_spreads(facts)),
        goals=tuple(goal for goal in goals_then(store, period, facts.day, person) if goal.target is not None),
    )


# --- numbers


def _count(value: int, n: int | None = None) -> Quantity:
    return Quantity(value, value if n is None else n)


def middle(values: Iterable[int]) -> Quantity:
    """The median; of fewer than `FEWEST` values the values themselves."""
    found = sorted(values)
    if len(found) < FEWEST:
        return Quantity(None, len(found), tuple(found))
    value = median(found)
    return Quantity(int(value) if value == int(value) else value, len(found))


def average(values: Iterable[int]) -> Quantity:
    """The mean of values on a scale, to a tenth; of fewer than `FEWEST` values the values themselves."""
    found = sorted(values)
    return Quantity(mean(found), len(found)) if len(found) >= FEWEST else Quantity(None, len(found), tuple(found))


def _numbers(store: Store, facts: Facts, today: date, person: Person | None) -> Iterator[tuple[str, Quantity]]:
    kept = count_kept(store, facts.period, today, person)
    yield "meetings", _count(len(facts.met))
    yield "meetings_kept", _count(kept.kept, kept.n)
    yield "meetings_skipped", _count(kept.skipped, kept.n)
    yield "meetings_missed", _count(kept.missed, kept.n)
    for whose in ("mine", "theirs"):
        yield from _promises(facts, whose)
    mine, theirs = stats.promised(store, facts.period.start, facts.day, person.uid if person else None)
    yield "made_mine", _count(mine, mine + theirs)
    yield "made_theirs", _count(theirs, mine + theirs)
    yield from _concerns(store, facts, person)
    for score in SCORES:
        yield score, _score(facts, score)
    yield from _feedback(facts, person)
    yield "ahas", _count(len(facts.of_kind("aha")))


def _promises(facts: Facts, whose: str) -> Iterator[tuple[str, Quantity]]:
    """What came of the promises, and how many days late those were that were done late."""
    found = {state: facts.promised(state, mine=whose == "mine") for state in (*ENDED, "open")}
    n = sum(len(found[state]) for state in ENDED)
    for state in ENDED:
        yield f"{whose}_{state}", _count(len(found[state]), n)
    yield f"{whose}_open", _count(len(found["open"]))
    ended = ((one.due, end_of(one)) for one in found["late"])
    yield f"{whose}_days_late", middle((end - due).days for due, end in ended if due and end)


def _concerns(store: Store, facts: Facts, person: Person | None) -> Iterator[tuple[str, Quantity]]:
    """Of those settled in the period the days that took; of those open at its end how old they are. No words."""
    found = stats.concerns(store, facts.day, person.uid if person else None)
    settled = [((end - said).days, end) for said, end in found if end and facts.period.start <= end <= facts.day]
    ages = [(facts.day - said).days for said, end in found if end is None or end > facts.day]
    yield "concern_days", middle(max(days, 0) for days, _ in settled)
    yield "concerns_open", _count(len(ages))
    yield "concern_age", middle(ages)


def _score(facts: Facts, score: str, span: Period | None = None) -> Quantity:
    values = (getattr(one, score) for one in facts.met if span is None or one.day in span)
    return average(value for value in values if value)


def _spreads(facts: Facts) -> Iterator[Spread]:
    """How often each value from 1 to 5 was noted."""
    for score in SCORES:
        values = [value for one in facts.met if (value := getattr(one, score))]
        if values:
            yield Spread(score, *map(values.count, (1, 2, 3, 4, 5)))


def _modes(facts: Facts) -> Iterator[ModeMoods]:
    """How the meetings of each mode were; nothing where no mood was noted, or no mode was said."""
    said = {one.mode or "" for one in facts.met}
    if not any(said) or not any(one.mood or one.seen for one in facts.met):
        return
    for mode in (one for one in (*MODES, "") if one in said):
        some = [one for one in facts.met if (one.mode or "") == mode]
        mood, seen = (average(value for one in some if (value := getattr(one, score))) for score in ("mood", "seen"))
        yield ModeMoods(mode, len(some), mood, seen)


def _scales(store: Store, facts: Facts, then: Facts, today: date, person: Person | None) -> Iterator[OwnScale]:
    """What was said on scales of one's own; values of two ranges are of two scales."""
    spans = [*_spans(facts.day)]
    year = gather_facts(
        store, Period(spans[0].start, facts.day + timedelta(days=1), ""), today, Selection(person=person)
    )
    found: dict[tuple[str, int, int], ScaleValue] = {}
    for facts_ in (then, year, facts):
        found |= {(one.key, one.low, one.high): one for met in facts_.met for one in met.scales}
    for _, one in sorted(found.items()):
        yield OwnScale(
            name=one.name,
            low=one.low,
            high=one.high,
            now=_own(facts, one),
            before=_own(then, one),
            months=tuple(_own(year, one, span) for span in spans),
        )


def _own(facts: Facts, scale: ScaleValue, span: Period | None = None) -> Quantity:
    met = (one for one in facts.met if span is None or one.day in span)
    said = (
        value for one in met for value in one.scales if value.key == scale.key and value.scale[1:] == scale.scale[1:]
    )
    return average(value.value for value in said)


def _spans(day: date) -> Iterator[Period]:
    """The twelve months that end with the one of `day`."""
    first = months_after(day.replace(day=1), 1 - MONTHS)
    while first <= day:
        yield Period(first, months_after(first, 1), "")
        first = months_after(first, 1)


def _feedback(facts: Facts, person: Person | None) -> Iterator[tuple[str, Quantity]]:
    """Praise and growth each way, as `feedback` counts: with a person what one of us gave the other."""
    found = [one for one in facts.moments if one.kind in FEEDBACK]
    if person:
        found = [one for one in found if person.ref in (one.giver, one.receiver)]
    for way, some in (("given", given_of(found)), ("received", received_of(found))):
        for kind in FEEDBACK:
            yield f"{kind}_{way}", _count(sum(one.kind == kind for one in some), len(some))


def _skills(facts: Facts, then: Facts, person: Person | None) -> list[Tagged]:
    """The tags on evidence, as `skills` has it."""
    now, before = (_tags(one.moments, person) for one in (facts, then))
    return [Tagged(tag, n, before[tag]) for tag, n in sorted(now.items(), key=lambda one: (-one[1], one[0]))]


def _tags(moments: Sequence[Moment], person: Person | None) -> Counter[str]:
    evidence = (one for one in moments if one.kind in KINDS and is_about(one, person))
    return Counter(tag for one in evidence for tag in set(one.tags))


# --- pictures


def _months(store: Store, day: date, today: date, person: Person | None) -> Iterator[Month]:
    """The twelve months that end with the one of `day`."""
    first = months_after(day.replace(day=1), 1 - MONTHS)
    year = gather_facts(store, Period(first, day + timedelta(days=1), ""), today, Selection(person=person))
    while first <= day:
        span = Period(first, months_after(first, 1), "")
        ahas = [one for one in year.of_kind("aha") if one.at and one.at.date() in span]
        mood, seen, rating = (_score(year, score, span) for score in SCORES)
        mine, theirs = (_ended(year, span, mine=whose) for whose in (True, False))
        yield Month(
            first=first,
            met=sum(one.day in span for one in year.met),
            mine=mine,
            theirs=theirs,
            mood=mood,
            seen=seen,
            rating=rating,
            ahas=len(ahas),
        )
        first = span.end


def _ended(facts: Facts, span: Period, *, mine: bool) -> Ended:
    counts = []
    for state in ENDED:
        days = [one.due if state == "overdue" else end_of(one) for one in facts.promised(state, mine=mine)]
        counts.append(sum(day is not None and day in span for day in days))
    return Ended(*counts)


def _strips(store: Store, day: date, person: Person | None) -> Iterator[Strip]:
    """Of everybody who is not archived and with whom something was in these weeks; of one person in any case."""
    for one in [person] if person else people.everybody(store, archived=False):
        found = weeks.strip(store, one, day)
        if person or any(week != "none" for week in found.weeks):
            yield found
