"""The last 53 weeks with one person: met, skipped, missed."""

from datetime import date, timedelta

from onelog.core import attendance
from onelog.core.model import Person
from onelog.core.results.stats import Strip
from onelog.store import people, records
from onelog.store.database import Store

WEEKS = 53
"""How far back a strip goes, the running week included."""


def strip(store: Store, person: Person, day: date, since: date | None = None) -> Strip:
    """The weeks from the one of `since` to the one of `day`, 53 of them where it is not said; and how their talks went."""
    first = since or day - timedelta(weeks=WEEKS - 1)
    first -= timedelta(days=first.weekday())
    talks = people.talks(store, person.uid, first)
    skips = records.skips(store, person.uid) if person.rule else []
    found = attendance.weeks(person.rule, [on for on, _ in talks], skips, first, day, person.archived)
    went = attendance.how_weeks_went((one for one in talks if one[0] <= day), first, len(found))
    return Strip(person.name, person.id, first, tuple(found), person.rule is not None, tuple(went))
