"""How it stands with the next meeting of everybody: overdue, due, coming, paused; and how many were kept."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from onelog.core import attendance
from onelog.core.calendar import dates
from onelog.core.model import Person, Skip, SkipAhead
from onelog.core.results.common import Kept, Standing
from onelog.store import people, records
from onelog.store.database import Store

WEEK = timedelta(days=7)
LATELY = timedelta(weeks=26)
"""The time over which meetings that were kept are counted."""
LEAD = timedelta(weeks=26)
"""Days due are counted from the last meeting so long before a period: from a nearer one, which may have been an extra one,
the quarters of a year would not add up to the year."""
_ORDER = ("overdue", "due", "coming", "paused", "none")


def of(store: Store, today: date) -> list[Standing]:
    """Everybody who is not archived: overdue ones first, the longest of all on top; then by the day that is due."""
    return ordered(one(person, today) for person in people.everybody(store, archived=False))


def ordered(all_: Iterable[Standing]) -> list[Standing]:
    return sorted(all_, key=lambda s: (_ORDER.index(s.state), s.due or date.max, s.person.name))


def one(person: Person, today: date) -> Standing:
    """How it stands with one person."""
    due = attendance.due(person, today)
    if due is None:
        return Standing(person, None, "none")
    hour = attendance.hour(person, today) or None
    if until := attendance.paused(person, today):
        return Standing(person, due, "paused", until=until, hour=hour)
    if due < today:
        return Standing(person, due, "overdue", (today - due).days, hour=hour)
    return Standing(person, due, "due" if due <= today + WEEK else "coming", hour=hour)


def meeting_day(person: Person, today: date) -> date:
    """The day of the next meeting with somebody, as far as is known: the one that is due, or today where that has come."""
    return max(attendance.due(person, today) or today, today)


def planned_time(person: Person, now: datetime) -> datetime | None:
    """When the next meeting with somebody is, where its day is not past and its hour is known."""
    day, hour = attendance.due(person, now.date()), attendance.hour(person, now.date())
    if day is None or day < now.date() or not hour or attendance.paused(person, now.date()):
        return None
    return dates.on_day(day, time.fromisoformat(hour), now)


def known(store: Store, today: date) -> list[Standing]:
    """As `of`, each with the last skip that is not past, and what became of the meetings of the last 26 weeks."""
    said = records.skips(store)
    return [
        one._replace(skip=holding(one.person, said), kept=lately(store, one.person, today) if one.person.rule else None)
        for one in of(store, today)
    ]


def holding(person: Person, skips: Iterable[Skip]) -> Skip | None:
    """The last of the skips that is not past for a person (as `Person.skips` has them)."""
    if not person.skips:
        return None
    return [s for s in skips if s.person.uid == person.uid and _ahead(s) in person.skips][-1]


def _ahead(skip: Skip) -> SkipAhead:
    return SkipAhead(skip.at, skip.due, skip.until, skip.moved)


def lately(store: Store, person: Person, today: date) -> Kept:
    """What became of the meetings that were due in the 26 weeks that end today."""
    tomorrow = today + timedelta(days=1)
    return kept(store, person, tomorrow - LATELY, tomorrow)


def kept(store: Store, person: Person, since: date, until: date, today: date | None = None) -> Kept:
    """What became of the meetings that were due from `since` to the day before `until`, as `today` knows it.

    The rule is that of `keeping.slots`, begun at the last meeting that is `LEAD` before `since`, else at the first one. One
    that was kept counts on the day of its meeting, one that was skipped or missed on the day it was due. Without `today` it
    is the day before `until`. After somebody was archived nothing is due.
    """
    today = today or until - timedelta(days=1)
    if not person.rule:
        return Kept(0, 0, 0)
    met = people.met_days(store, person.uid, max(since, date.min + LEAD) - LEAD)
    end = min(today, person.archived or today)
    found = [
        slot.became
        for slot in attendance.slots(person.rule, met, records.skips(store, person.uid), end)
        if since <= slot.on < until
    ]
    return Kept(found.count("kept"), found.count("skipped"), found.count("missed"))
