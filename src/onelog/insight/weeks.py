"""The last 53 weeks with one person: met, skipped, missed."""

from datetime import date, timedelta

from onelog.core import attendance
from onelog.core.model import Person
from onelog.core.results.stats import Strip
from onelog.store import people, records
from onelog.store.database import Store

WEEKS = 53
"""How far back a strip goes, the running week included."""


def strip(store: Store, person: Person, day: date) -> Strip:
    """The 53 weeks that end with the one of `day`."""
    first = day - timedelta(days=day.weekday(), weeks=WEEKS - 1)
    met = people.met_days(store, person.uid, first)
    skips = records.skips(store, person.uid) if person.rule else []
    found = attendance.weeks(person.rule, met, skips, first, day, person.archived)
    return Strip(person.name, person.id, first, tuple(found), person.rule is not None)
