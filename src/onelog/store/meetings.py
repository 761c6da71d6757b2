"""Reading meetings, with the records that stand in them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from onelog.core.model import Action, Checkin, Meeting, Moment, Topic
from onelog.core.selection import ANYTHING, Selection
from onelog.store import mapping
from onelog.store.database import Store

T = TypeVar("T", Action, Moment, Topic, Checkin)

_CHUNK = 400
"""Meetings whose records are read at once."""


def by_uid(store: Store, uid: str) -> Meeting | None:
    row = store.db.execute(f"{mapping.MEETING} WHERE m.uid = ?", (uid,)).fetchone()
    return next(whole(store, mapping.read_all(Meeting, [row]))) if row else None


def coming(store: Store, person_uid: str) -> Meeting | None:
    """The meeting that is yet to come with a person: notes gathered for it."""
    row = store.db.execute(f"{mapping.MEETING} WHERE m.person_uid = ? AND m.at IS NULL", (person_uid,)).fetchone()
    return next(whole(store, mapping.read_all(Meeting, [row]))) if row else None


def newest(store: Store, selection: Selection = ANYTHING) -> list[Meeting]:
    """Meetings that took place, newest first."""
    clauses, values = ["m.at IS NOT NULL"], list[Any]()
    tag = selection.tag
    for clause, value in (
        ("m.person_uid = ?", selection.uid),
        ("m.at >= ?", selection.since and selection.since.isoformat()),
        ("m.at < ?", selection.before and selection.before.isoformat()),
        (f"m.uid IN ({TAGGED_MEETINGS})", (tag, tag, tag, tag) if tag else None),
    ):
        if value:
            clauses.append(clause)
            values += value if isinstance(value, tuple) else (value,)
    return _newest(store, " AND ".join(clauses), values, selection.limit)


def last(store: Store, person_uid: str | None = None) -> Meeting | None:
    """The newest meeting that took place, with a person or with anybody."""
    where, values = (" AND m.person_uid = ?", [person_uid]) if person_uid else ("", [])
    return next(iter(_newest(store, f"m.at IS NOT NULL{where}", values, 1)), None)


def on_day(store: Store, person_uid: str, day: date) -> list[Meeting]:
    """The meetings with a person on a day, newest first."""
    values = [person_uid, day.isoformat(), (day + timedelta(days=1)).isoformat()]
    return _newest(store, "m.at IS NOT NULL AND m.person_uid = ? AND m.at >= ? AND m.at < ?", values)


def _newest(store: Store, where: str, values: list[Any], limit: int | None = None) -> list[Meeting]:
    sql = f"{mapping.MEETING} WHERE {where} ORDER BY m.at DESC, m.uid DESC"
    if limit is not None:
        sql, values = f"{sql} LIMIT ?", [*values, limit]
    return list(whole(store, mapping.read_all(Meeting, store.db.execute(sql, values))))


TAGGED_MEETINGS = """SELECT uid FROM tag WHERE name = ?
UNION SELECT meeting_uid FROM moment JOIN tag USING (uid) WHERE tag.name = ?
UNION SELECT meeting_uid FROM action JOIN tag USING (uid) WHERE tag.name = ?
UNION SELECT meeting_uid FROM topic JOIN tag USING (uid) WHERE tag.name = ?"""


def count(store: Store, person_uid: str) -> int:
    """How many meetings took place with somebody."""
    sql = "SELECT count(*) FROM meeting WHERE at IS NOT NULL AND person_uid = ?"
    return int(store.db.execute(sql, (person_uid,)).fetchone()[0])


def gathered(store: Store) -> list[Meeting]:
    """Every meeting that is yet to come."""
    found = store.db.execute(f"{mapping.MEETING} WHERE m.at IS NULL ORDER BY m.created, m.uid").fetchall()
    return list(whole(store, mapping.read_all(Meeting, found)))


def whole(store: Store, meetings: list[Meeting]) -> Iterator[Meeting]:
    """The same meetings with their records, in the order in which they were made."""
    for start in range(0, len(meetings), _CHUNK):
        chunk = meetings[start : start + _CHUNK]
        uids = [m.uid for m in chunk]
        actions = _by_meeting(_rows(store, mapping.ACTION, "a", uids), Action)
        moments = _by_meeting(_rows(store, mapping.MOMENT, "x", uids), Moment)
        topics = _by_meeting(_rows(store, mapping.TOPIC, "t", uids), Topic)
        checkins = _by_meeting(_rows(store, mapping.CHECKIN, "c", uids), Checkin)
        for m in chunk:
            yield replace(
                m,
                actions=tuple(actions.get(m.uid, ())),
                moments=tuple(moments.get(m.uid, ())),
                topics=tuple(topics.get(m.uid, ())),
                checkins=tuple(checkins.get(m.uid, ())),
            )


def _rows(store: Store, select: str, table: str, uids: list[str]) -> Iterable[tuple[Any, ...]]:
    marks = ", ".join("?" * len(uids))
    return store.db.execute(f"{select} WHERE {table}.meeting_uid IN ({marks}) ORDER BY {table}.uid", uids)


def _by_meeting(found: Iterable[tuple[Any, ...]], kind: type[T]) -> dict[str, list[T]]:
    grouped: dict[str, list[T]] = {}
    for record in mapping.read_all(kind, found):
        grouped.setdefault(record.meeting.uid if record.meeting else "", []).append(record)
    return grouped
