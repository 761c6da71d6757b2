"""Reading what early warnings look at: moods, the days of meetings, praise, concerns. Each a few rows, by an index."""

from datetime import date
from typing import NamedTuple

from onelog.core.model import Moment
from onelog.store import mapping
from onelog.store.database import Store


class DatedValue(NamedTuple):
    """A meeting, or a record of one day: its id, its day, and a value where one was written."""

    id: str
    day: date
    value: int | None = None


def moods(store: Store, person_uid: str, column: str, since: date, before: date, most: int) -> list[DatedValue]:
    """The newest meetings with somebody that have a mood (`column`: "mood" is mine, "seen" theirs), oldest first."""
    sql = f"""SELECT id, substr(at, 1, 10), {column} FROM meeting
    WHERE person_uid = ? AND at >= ? AND at < ? AND {column} IS NOT NULL ORDER BY at DESC, uid DESC LIMIT ?"""
    found = store.db.execute(sql, (person_uid, since.isoformat(), before.isoformat(), most)).fetchall()
    return [DatedValue(id_, mapping.day_of(day), value) for id_, day, value in reversed(found)]


def newest_days(store: Store, person_uid: str, before: date, most: int | None) -> list[DatedValue]:
    """The newest days on which somebody was met, `most` at the most if given, oldest first; of each day its last meeting."""
    sql = "SELECT id, substr(at, 1, 10) FROM meeting WHERE person_uid = ? AND at < ? ORDER BY at DESC, uid DESC"
    found: dict[str, str] = {}
    for id_, day in store.db.execute(sql, (person_uid, before.isoformat())):
        if len(found) == most:
            break
        found.setdefault(day, id_)
    return [DatedValue(id_, mapping.day_of(day)) for day, id_ in reversed(found.items())]


def first_met(store: Store, person_uid: str, before: date) -> DatedValue | None:
    """The first meeting with somebody."""
    sql = "SELECT id, substr(at, 1, 10) FROM meeting WHERE person_uid = ? AND at < ? ORDER BY at, uid LIMIT 1"
    row = store.db.execute(sql, (person_uid, before.isoformat())).fetchone()
    return DatedValue(row[0], mapping.day_of(row[1])) if row else None


def last_praise(store: Store, person_uid: str, before: date) -> DatedValue | None:
    """The newest praise that I gave somebody."""
    sql = """SELECT id, substr(at, 1, 10) FROM moment
    WHERE kind = 'praise' AND at < ? AND receiver_uid = ? AND giver_uid IS NULL ORDER BY at DESC, uid DESC LIMIT 1"""
    row = store.db.execute(sql, (before.isoformat(), person_uid)).fetchone()
    return DatedValue(row[0], mapping.day_of(row[1])) if row else None


def concerns(store: Store, before: date, days: int) -> list[Moment]:
    """The concerns with somebody that are open, or were settled less than `days` before the oldest open one; oldest first."""
    sql = f"""{mapping.MOMENT} WHERE x.kind = 'concern' AND x.at < :before AND x.person_uid IS NOT NULL AND (x.resolved IS NULL
    OR x.resolved > date((SELECT min(substr(at, 1, 10)) FROM moment WHERE kind = 'concern' AND resolved IS NULL),
    '-' || :days || ' days')) ORDER BY x.at, x.uid"""
    found = store.db.execute(sql, {"before": before.isoformat(), "days": days})
    return mapping.read_all(Moment, found)
