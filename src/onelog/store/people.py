"""Reading people, and finding the one that somebody means."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from onelog.core import attendance
from onelog.core.model import Person, SkipAhead
from onelog.core.names import name_forms
from onelog.store import mapping
from onelog.store.database import Store

_LAST_MET = "(SELECT substr(max(m.at), 1, 10) FROM meeting m WHERE m.person_uid = p.uid)"
_WITH_LAST_MET = mapping.PERSON.replace(" FROM", f", {_LAST_MET} FROM")


def everybody(store: Store, *, archived: bool = True) -> list[Person]:
    """All people by reading and name, each with the day of the newest meeting."""
    return [person for person in store.read_once(_everybody) if archived or not person.archived]


def _everybody(store: Store) -> tuple[Person, ...]:
    found = store.db.execute(f"{_WITH_LAST_MET} ORDER BY p.name COLLATE NOCASE").fetchall()
    skipped: dict[str, list[_Skip]] = {}
    for uid, *skip in store.db.execute("SELECT person_uid, at, due, until, moved FROM skip ORDER BY at, uid"):
        skipped.setdefault(uid, []).append(tuple(skip))
    whole = [_whole(row, skipped.get(row[0], ())) for row in found]
    if any(person.reading for person in whole):
        whole.sort(
            key=lambda person: (
                name_forms.in_order(person.reading or person.name),
                name_forms.normalize(person.name),
            )
        )
    return tuple(whole)


def names(store: Store) -> list[str]:
    """The names of all people, archived ones too."""
    return [name for (name,) in store.db.execute("SELECT name FROM person")]


def by_uid(store: Store, uid: str) -> Person | None:
    row = store.db.execute(f"{_WITH_LAST_MET} WHERE p.uid = ?", (uid,)).fetchone()
    sql = "SELECT at, due, until, moved FROM skip WHERE person_uid = ? ORDER BY at, uid"
    return _whole(row, store.db.execute(sql, (uid,)).fetchall()) if row else None


_Skip = tuple[str, str | None, str | None, str | None]


def _whole(row: tuple[Any, ...], skips: Iterable[_Skip]) -> Person:
    """The person with what is read from meetings and skips. Those before the last meeting are past."""
    met = mapping.read_day(row[-1])
    said = [
        SkipAhead(mapping.day_of(at), mapping.read_day(due), mapping.read_day(until), mapping.read_time(moved))
        for at, due, until, moved in skips
    ]
    ahead = tuple(one for one in said if not (met and attendance.is_past(one, met)))
    origin = attendance.origin(said, met) if met and said else None
    return mapping.reader(Person)(row[:-1], met, ahead, origin)


def talks(store: Store, person_uid: str, since: date) -> list[tuple[date, int | None]]:
    """(day, how it went) of the meetings from the last one before `since` on (else from the first), oldest first.

    How it went is the rating, else my mood; None where neither was noted.
    """
    sql = """SELECT substr(at, 1, 10), coalesce(rating, mood) FROM meeting WHERE person_uid = :uid AND at >= coalesce(
    (SELECT max(at) FROM meeting WHERE person_uid = :uid AND at < :since), '') ORDER BY at"""
    found = store.db.execute(sql, {"uid": person_uid, "since": since.isoformat()})
    return [(mapping.day_of(day), value) for day, value in found]


def met_days(store: Store, person_uid: str, since: date) -> list[date]:
    """The days of the meetings with somebody, from the last one before `since` on (else from the first), oldest first."""
    sql = """SELECT DISTINCT substr(at, 1, 10) FROM meeting WHERE person_uid = :uid AND at >= coalesce(
    (SELECT max(at) FROM meeting WHERE person_uid = :uid AND at < :since), '') ORDER BY 1"""
    found = store.db.execute(sql, {"uid": person_uid, "since": since.isoformat()})
    return [mapping.day_of(day) for (day,) in found]
