"""Reading how what is planned with somebody was changed, from the change log."""

from datetime import date, datetime

from onelog.core.values import value
from onelog.store import mapping
from onelog.store.database import Store

_ALL = ("hour", "name")
"""The columns of a person that all coming talks show."""


@value(frozen=True, slots=True)
class Revision:
    """One change of what is planned: a skip, a pause or a move that was said or taken back, or another hour for all."""

    at: datetime
    person: str
    said: date | None = None
    due: date | None = None
    until: date | None = None
    moved: datetime | None = None
    of_all: bool = False


def revisions(store: Store) -> list[Revision]:
    """All of them, the oldest first."""
    sql = """SELECT change.at, change_row.kind, change_row.uid, change_row.before, change_row.after FROM handle
    JOIN change_row ON change_row.uid = handle.uid JOIN change ON change.n = change_row.change_n
    WHERE handle.kind IN ('skip', 'person') ORDER BY change.n, change_row.seq"""
    found = (_revision(*row) for row in store.db.execute(sql))
    return [one for one in found if one]


def _revision(at: str, kind: str, uid: str, before: str | None, after: str | None) -> Revision | None:
    was, now = mapping.read_fields(before), mapping.read_fields(after)
    if kind == "person":
        changed = was and now and any(name in now for name in _ALL)
        return Revision(mapping.at_of(at), uid, of_all=True) if changed else None
    said = now or was or {}
    if not said.get("person_uid"):
        return None
    return Revision(
        at=mapping.at_of(at),
        person=said["person_uid"],
        said=mapping.read_day(said.get("at")),
        due=mapping.read_day(said.get("due")),
        until=mapping.read_day(said.get("until")),
        moved=mapping.read_time(said.get("moved")),
    )


def minutes(store: Store, person_uid: str) -> int | None:
    """How long the newest meeting with somebody took of which that is known."""
    sql = "SELECT minutes FROM meeting WHERE person_uid = ? AND minutes IS NOT NULL AND at IS NOT NULL ORDER BY at DESC LIMIT 1"
    row = store.db.execute(sql, (person_uid,)).fetchone()
    return row[0] if row else None
