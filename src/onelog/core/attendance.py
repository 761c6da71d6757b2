"""When the next meeting with somebody is due, and which of those that a cadence asked for took place.

A meeting is skipped, paused or moved; one that was moved is due on the day for which it is planned until a meeting takes
its place. Those of the past were kept, skipped with a reason, or missed.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from heapq import heappushpop
from itertools import islice, takewhile
from typing import NamedTuple

from onelog.core.calendar import recurrence
from onelog.core.model import Person, Skip, SkipAhead
from onelog.core.values import value

# --- what was moved

NEAR = timedelta(days=7)
"""A meeting that is so near to a planned one takes its place."""
AnySkip = Skip | SkipAhead


@value(frozen=True, slots=True)
class PlannedDay:
    """A meeting that is planned for a day."""

    day: date
    start: date
    """The day that was due and that it was moved away from; the one on which it was said where nothing was due."""
    origin: date | None
    """The day that was due."""
    place: int
    """Its place among what was skipped and moved."""


def is_used_up(skip: AnySkip, met: date) -> bool:
    """Whether a meeting took the place of a planned one: held on its day or later, or in the week before it, once that was said."""
    planned = skip.moved.date() if skip.moved else date.max
    return met >= planned or (met > skip.at and met >= planned - NEAR)


def is_past(skip: AnySkip, met: date) -> bool:
    """Whether what was said of a meeting is past after one that was held."""
    return is_used_up(skip, met) if skip.moved else (skip.until or skip.due or skip.at) <= met


def plans(skips: Sequence[AnySkip], met: date | None) -> list[PlannedDay]:
    """The plans that hold after a meeting, in the order in which they were said; one that was moved on is the later one."""
    found: list[PlannedDay] = []
    for place, one in enumerate(skips):
        if one.moved:
            before = next((plan for plan in found if plan.day == one.due), None)
            origin = before.origin if before else one.due
            found = [plan for plan in found if plan is not before]
            found.append(PlannedDay(one.moved.date(), before.start if before else one.due or one.at, origin, place))
    return [plan for plan in found if met is None or not is_used_up(skips[plan.place], met)]


def kept_plan(skips: Sequence[AnySkip], met: date) -> PlannedDay | None:
    """The plan that a meeting kept: the one whose place it took, not long after its day."""
    kept = [plan for plan in plans(skips, None) if is_used_up(skips[plan.place], met) and met <= plan.day + NEAR]
    return kept[-1] if kept else None


def origin(skips: Sequence[AnySkip], met: date) -> date | None:
    """The day that was due where a meeting was moved away from it; None for any other meeting."""
    plan = kept_plan(skips, met)
    return plan.origin if plan else None


# --- what is due


def due(person: Person, today: date) -> date | None:
    """The day the next meeting with somebody is due: by the rule, from the last meeting on, skips left out.

    Without a meeting, one that was due since somebody was added stays due: of the rule's days that have come the latest.
    A skip leaves out one due day: what is due is the next of the rule's days, or one interval after the day left out.
    A pause lasts until a day: due is the first of the rule's days from then on, or that day. A meeting that was moved is
    due on the day for which it is planned, also without a rule. None for somebody archived, and at the end of the calendar.
    """
    return _due_and_base(person, today)[0]


def _due_and_base(person: Person, today: date) -> tuple[date | None, int]:
    """As `due`, with the day of the month that months are counted from."""
    return _coming(person, today)[:2]


def hour(person: Person, today: date) -> str:
    """The hour of the next meeting with somebody, `14:00`: as it is planned, else the usual one; "" where none is known."""
    day, _, planned = _coming(person, today)
    if planned:
        return f"{planned:%H:%M}" if planned.time() != time() else ""
    return (day and person.hour) or ""


class _Coming(NamedTuple):
    day: date | None
    base: int
    """The day of the month that months are counted from."""
    planned: datetime | None
    """Where it was moved."""


def _coming(person: Person, today: date) -> _Coming:
    """The next meeting, from what was skipped and moved, one after another."""
    if person.archived:
        return _Coming(None, 0, None)
    rule, met, planned = person.rule, person.last_met, None
    day, base = _by_rule(person, rule, today) if rule else (None, 0)
    for one in person.skips:
        if one.moved:
            day, base, planned = one.moved.date(), one.moved.day, one.moved
        elif one.until and day:
            day, base = (
                recurrence.not_before(rule, day, one.until, base) if rule else (day if day >= one.until else None, base)
            )
        elif one.due and not one.until and (met is None or (day and day <= one.due)):
            base = base or one.due.day
            day = recurrence.next_due(rule, _skipped(person, rule, one.due), today, base) if rule else None
        planned = planned if planned and planned.date() == day else None
    return _Coming(day, base, planned)


def _by_rule(person: Person, rule: str, today: date) -> tuple[date | None, int]:
    """The day that the rule has after the last meeting, and the day of the month that months are counted from."""
    met = person.last_met
    if met is None and (came := recurrence.latest(rule, person.added, today)):
        return came, 0
    return recurrence.next_due(
        rule, recurrence.stood_for(rule, met, person.moved_from) if met else None, today
    ), met.day if met else 0


def _skipped(person: Person, rule: str, left_out: date) -> date:
    """The day of the rule that a skip leaves out, which the next one is counted from."""
    moved = [plan for plan in plans(person.skips, None) if plan.day == left_out]
    return recurrence.stood_for(rule, left_out, moved[-1].origin) if moved else left_out


def to_skip(person: Person, today: date) -> date | None:
    """The day that a skip leaves out now: the one that is due; of several that have come since, the latest."""
    day, base, planned = _coming(person, today)
    if day is None or planned or not person.rule:
        return day
    while (following := recurrence.next_due(person.rule, day, today, base or day.day)) and following <= today:
        day = following
    return day


def paused(person: Person, today: date) -> date | None:
    """The day until which nothing is due with somebody, while such a pause holds; what is planned after it was said ends it."""
    moves = [place for place, one in enumerate(person.skips) if one.moved]
    said = person.skips[moves[-1] if moves else 0 :]
    return max((one.until for one in said if one.until and one.until > today), default=None)


# --- what became of the days due


class DueMeeting(NamedTuple):
    """A day on which a meeting was due, and what became of it."""

    due: date
    became: str
    """kept, skipped or missed."""
    on: date
    """The day on which it counts: that of the meeting which kept it, else the day that was due."""


def slots(rule: str, met: Iterable[date], skips: Sequence[Skip], today: date) -> list[DueMeeting]:
    """What became of every day that was due since the first of the meetings `met`, which is none itself.

    1. Where the rule names days, a meeting counts as held on the day it stands for (`cadence.stood_for`).
    2. Days due follow from a meeting one after another, by the rule, as `next` tells them. A skip leaves out the latest
       of them that is not after the day it names. Those between the day on which a pause was said and its end are none:
       after them comes the first of the rule's days from its end on, or (without days) its end.
    3. A meeting in a pause is extra, and so is one that is nearer to the last one that counted than to the first day due
       after that one: it keeps nothing, but from it on the days due are counted.
    4. Any other meeting keeps the day due that is nearest to it, of two the earlier; it is extra where that one was kept
       already. Those that came before this one were skipped, or missed.
    5. After the last meeting a day is skipped or missed once the next one has come (on or before `today`). Until then it
       is open, and no slot.
    6. A meeting that was moved is due on the day for which it is planned, until a meeting takes its place
       (`is_used_up`); no other day is due before that. The one that keeps it stands for the day it was moved from.

    A rule is taken to have held all the time: which rules there were before is not kept.
    """
    days = sorted({day for day in met if day <= today})
    found: list[DueMeeting] = []
    if not days:
        return found
    counted = last = _held(rule, days[0], skips)
    for day in days[1:]:
        held = _held(rule, day, skips)
        first = next(_due_days(rule, counted, skips), None)
        is_free = held.is_planned or not _pauses(skips, held.near)
        if first and is_free and held.near - counted.slot >= first[0] - held.near:
            new = _later(_kept(held, _due_days(rule, last, skips)), found)
            counted = held if new else counted
            found += new
        last = held
    return [*found, *_later(_passed(_due_days(rule, last, skips), today), found)]


@value(frozen=True, slots=True)
class _Held:
    """A meeting that was held."""

    slot: date
    """The day of the rule that it stands for, from which the next one is counted."""
    near: date
    """The day that it is near to: the same, or the one for which it was planned."""
    day: date
    is_planned: bool


def _held(rule: str, day: date, skips: Sequence[Skip]) -> _Held:
    plan = kept_plan(skips, day)
    slot = recurrence.stood_for(rule, day, plan.origin if plan else None)
    return _Held(slot, plan.day if plan else slot, day, plan is not None)


def weeks(
    rule: str | None, met: Iterable[date], skips: Sequence[Skip], first: date, last: date, gone: date | None = None
) -> list[str]:
    """What each week was, from Monday to Sunday, from that of `first` to that of `last`: met, missed, skipped or none.

    Met goes before missed, and that before skipped, where a week has several. Without a rule nothing was due, nor after
    the day `gone`.
    """
    days = [day for day in met if day <= last]
    found = {"met": set(map(_monday, days)), "missed": set[date](), "skipped": set[date]()}
    for slot in slots(rule, days, skips, min(last, gone or last)) if rule else ():
        if slot.became in found:
            found[slot.became].add(_monday(slot.on))
    monday, end = _monday(first), _monday(last)
    mondays = (monday + timedelta(weeks=n) for n in range((end - monday).days // 7 + 1))
    return [next((word for word, some in found.items() if day in some), "none") for day in mondays]


def how_weeks_went(talks: Iterable[tuple[date, int | None]], first: date, count: int) -> list[int | None]:
    """How the talks of each week went, from 1 to 5, of `count` weeks from that of `first` on; None where none says it.

    Of several talks in a week it is their mean, a half counting up.
    """
    monday = _monday(first)
    values: list[list[int]] = [[] for _ in range(count)]
    for day, level in talks:
        week = (day - monday).days // 7
        if level and 0 <= week < count:
            values[week].append(level)
    return [(2 * sum(some) + len(some)) // (2 * len(some)) if some else None for some in values]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _later(new: list[DueMeeting], found: list[DueMeeting]) -> list[DueMeeting]:
    """Without the days of which it is known already what became."""
    return [slot for slot in new if not found or slot.due > found[-1].due]


def _pauses(skips: Sequence[Skip], day: date) -> list[date]:
    """The ends of the pauses in which a day lies."""
    return [skip.until for skip in skips if skip.until and skip.at < day < skip.until]


def _kept(held: _Held, due_days: Iterator[tuple[date, str]]) -> list[DueMeeting]:
    """The slots passed over until a meeting, and the one that it keeps."""
    passed: list[tuple[date, str]] = []
    for slot in due_days:
        passed.append(slot)
        if slot[0] >= held.near:
            break
    nearest = min(passed, key=lambda slot: (abs(slot[0] - held.near), slot[0]))[0]
    return [
        *(DueMeeting(due, became, due) for due, became in passed if due < nearest),
        DueMeeting(nearest, "kept", held.day),
    ]


def _passed(due_days: Iterator[tuple[date, str]], today: date) -> list[DueMeeting]:
    """What became of the days due since the last meeting, but of the one that is open."""
    come = takewhile(lambda slot: slot[0] <= today, due_days)
    return [DueMeeting(due, became, due) for due, became in come][:-1]


def _due_days(rule: str, last: _Held, skips: Sequence[Skip]) -> Iterator[tuple[date, str]]:
    """The days due after a meeting in their order, each with what becomes of it when nobody meets: skipped or missed."""
    planned = plans(skips, last.day)
    days = _by_rule_and_plan(rule, last, skips, planned)
    ahead = sorted(islice(days, len(skips) if planned else 0))  # one may be moved before others that are left out
    yield from (heappushpop(ahead, day) for day in days)
    yield from sorted(ahead)


def _by_rule_and_plan(
    rule: str, last: _Held, skips: Sequence[Skip], planned: list[PlannedDay]
) -> Iterator[tuple[date, str]]:
    """As `_due_days`, in the order of the days that the rule has for them."""
    day, base = recurrence.next_due(rule, last.slot, last.slot), last.day.day
    while day:
        following = recurrence.next_due(rule, day, day, base)
        said = skips
        if plan := next((one for one in planned if following is None or one.start < following), None):
            planned.remove(plan)
            day, base, said = plan.day, plan.day.day, skips[plan.place :]
            following = recurrence.next_due(rule, recurrence.stood_for(rule, day, plan.origin), day, base)
        if over := _pauses(said, day):
            day, base = recurrence.not_before(rule, day, max(over), base)
            continue
        named = [
            s.due for s in said if s.due and not s.moved and day <= s.due and (following is None or s.due < following)
        ]
        yield day, "skipped" if named else "missed"
        if named and max(named) > day:
            following = recurrence.next_due(rule, max(named), day, base)
        begun = [skip.until for skip in said if skip.until and following and day <= skip.at < following]
        day, base = recurrence.not_before(rule, day, max(begun), base) if begun else (following, base)
