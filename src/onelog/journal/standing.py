"""How it stands with the next meeting of everybody: overdue, due, coming, paused."""

from collections.abc import Iterable
from datetime import date, timedelta

from onelog import cadence
from onelog.model import Person
from onelog.store import people
from onelog.store.file import Store
from onelog.views import Standing

WEEK = timedelta(days=7)
_ORDER = ("overdue", "due", "coming", "paused", "none")


def of(store: Store, today: date) -> list[Standing]:
    """Everybody who is not archived: overdue ones first, the longest of all on top; then by the day that is due."""
    return ordered(one(person, today) for person in people.everybody(store, archived=False))


def ordered(all_: Iterable[Standing]) -> list[Standing]:
    return sorted(all_, key=lambda s: (_ORDER.index(s.state), s.due or date.max, s.person.name))


def one(person: Person, today: date) -> Standing:
    """How it stands with one person."""
    due = cadence.due(person, today)
    if due is None:
        return Standing(person, None, "none")
    until = max((until for _, until in person.skips if until and until > today), default=None)
    if until:
        return Standing(person, due, "paused", until=until)
    if due < today:
        return Standing(person, due, "overdue", (today - due).days)
    return Standing(person, due, "due" if due <= today + WEEK else "coming")
