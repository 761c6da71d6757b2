"""Reading what `stats` counts and nothing else reads: how long concerns weighed, and who made promises."""

from datetime import date
from typing import Any

from onelog.store import mapping
from onelog.store.database import Store


def concerns(store: Store, last: date, person: str | None = None) -> list[tuple[date, date | None]]:
    """(the day it was noted, the day it was settled) of every concern noted, or settled, by the day `last`.

    `person` is a uid. Nothing of their words is read.
    """
    sql = """SELECT substr(at, 1, 10), resolved FROM moment WHERE kind = 'concern' AND (substr(at, 1, 10) <= ? OR resolved <= ?)"""
    values: list[Any] = [last.isoformat(), last.isoformat()]
    if person:
        sql, values = f"{sql} AND ? IN (person_uid, giver_uid, receiver_uid)", [*values, person]
    found = store.db.execute(f"{sql} ORDER BY at, uid", values)
    return [(mapping.day_of(said), mapping.read_day(settled)) for said, settled in found]


def promised(store: Store, since: date, last: date, person: str | None = None) -> tuple[int, int]:
    """How many promises were made from the day `since` to the day `last`: mine, and those of others; `person` is a uid."""
    sql = "SELECT count(*), count(owner_uid) FROM action WHERE opened BETWEEN ? AND ?"
    values: list[Any] = [since.isoformat(), last.isoformat()]
    if person:
        sql, values = f"{sql} AND ? IN (person_uid, owner_uid)", [*values, person]
    every, theirs = store.db.execute(sql, values).fetchone()
    return every - theirs, theirs
