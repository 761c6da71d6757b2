"""Which of the meetings that a cadence asked for took place: kept, skipped with a reason, or missed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from onelog.core import recurrence
from onelog.core.model import Skip


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

    A rule is taken to have held all the time: which rules there were before is not kept.
    """
    days = sorted({day for day in met if day <= today})
    found: list[DueMeeting] = []
    if not days:
        return found
    counted = last = recurrence.stood_for(rule, days[0])
    for day in days[1:]:
        held = recurrence.stood_for(rule, day)
        first = next(_due_days(rule, counted, skips), None)
        if first and not _pauses(skips, held) and held - counted >= first[0] - held:
            new = _later(_kept(held, day, _due_days(rule, last, skips)), found)
            counted = held if new else counted
            found += new
        last = held
    return [*found, *_later(_passed(_due_days(rule, last, skips), today), found)]


def weeks(
    rule: str | None, met: Iterable[date], skips: Sequence[Skip], first: date, last: date, gone: date | None = None
) -> list[str]:  # fmt: skip
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


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _later(new: list[DueMeeting], found: list[DueMeeting]) -> list[DueMeeting]:
    """Without the days of which it is known already what became."""
    return [slot for slot in new if not found or slot.due > found[-1].due]


def _pauses(skips: Sequence[Skip], day: date) -> list[date]:
    """The ends of the pauses in which a day lies."""
    return [skip.until for skip in skips if skip.until and skip.at < day < skip.until]


def _kept(held: date, day: date, due_days: Iterator[tuple[date, str]]) -> list[DueMeeting]:
    """The slots passed over until a meeting, and the one that it keeps."""
    passed: list[tuple[date, str]] = []
    for slot in due_days:
        passed.append(slot)
        if slot[0] >= held:
            break
    nearest = min(passed, key=lambda slot: (abs(slot[0] - held), slot[0]))[0]
    return [
        *(DueMeeting(due, became, due) for due, became in passed if due < nearest),
        DueMeeting(nearest, "kept", day),
    ]


def _passed(due_days: Iterator[tuple[date, str]], today: date) -> list[DueMeeting]:
    """What became of the days due since the last meeting, but of the one that is open."""
    come = takewhile(lambda slot: slot[0] <= today, due_days)
    return [DueMeeting(due, became, due) for due, became in come][:-1]


def _due_days(rule: str, last: date, skips: Sequence[Skip]) -> Iterator[tuple[date, str]]:
    """The days due after a meeting, each with what becomes of it when nobody meets: skipped or missed."""
    day, base = recurrence.next_due(rule, last, last), last.day
    while day:
        if over := _pauses(skips, day):
            day, base = recurrence.not_before(rule, day, max(over), base)
            continue
        following = recurrence.next_due(rule, day, day, base)
        named = [s.due for s in skips if s.due and day <= s.due and (following is None or s.due < following)]
        yield day, "skipped" if named else "missed"
        if named:
            following = recurrence.next_due(rule, max(named), day, base)
        begun = [skip.until for skip in skips if skip.until and following and day <= skip.at < following]
        day, base = recurrence.not_before(rule, day, max(begun), base) if begun else (following, base)
