"""The counts of a shell prompt: how many meetings are due, how many promises overdue."""

from datetime import date

from onelog.core import attendance
from onelog.core.results.today import Status
from onelog.store import people
from onelog.store.database import Store
from onelog.store.queries import glance


def compute_status(store: Store, today: date) -> Status:
    """Who is due later this week is not counted, or a prompt would never be quiet; nor is anybody in a pause, whose
    meeting is not due before it ends."""
    days = [attendance.due(person, today) for person in people.everybody(store, archived=False)]
    now = [day for day in days if day and day <= today]
    overdue, mine = glance.overdue(store, today)
    return Status(len(now), sum(day < today for day in now), overdue, mine, overdue - mine)
