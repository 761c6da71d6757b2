"""What can be picked from a list at a terminal: ids with a few words, few rows, by an index."""

from datetime import date
from typing import NamedTuple

from onelog.store.database import Store

MOST = 200
"""Rows of each kind that are offered."""


class ChoiceRow(NamedTuple):
    """A record that can be picked."""

    id: str
    kind: str
    """A moment's own."""
    text: str
    person: str | None
    day: str | None
    """When it is due; of what has no such day, when it was."""
    is_due: bool = False
    """Whether `day` is the day it is due."""


def open_rows(store: Store, today: date) -> list[ChoiceRow]:
    """What can be ended, the likeliest first: my promises that are due, topics, what others promised, the rest, concerns."""
    sql = """SELECT a.id, 'action', a.text, coalesce(o.name, p.name), a.due, a.due IS NOT NULL,
        CASE WHEN a.due <= :today THEN 0 WHEN a.due IS NULL THEN 3 ELSE 2 END + (a.owner_uid IS NOT NULL)
    FROM action a LEFT JOIN person p ON p.uid = a.person_uid LEFT JOIN person o ON o.uid = a.owner_uid
    WHERE a.status = 'open' ORDER BY 7, a.due, a.opened DESC LIMIT :most"""
    values = {"today": today.isoformat(), "most": MOST}
    rows = [ChoiceRow._make((*row[:5], bool(row[5]))) for row in store.db.execute(sql, values)]
    topics = """SELECT t.id, 'topic', t.text, p.name, t.added FROM topic t LEFT JOIN person p ON p.uid = t.person_uid
    WHERE t.status = 'parked' AND (t.next IS NULL OR t.next <= :today) ORDER BY t.added DESC LIMIT :most"""
    concerns = """SELECT x.id, x.kind, '', p.name, substr(x.at, 1, 10) FROM moment x LEFT JOIN person p ON p.uid = x.person_uid
    WHERE x.kind = 'concern' AND x.resolved IS NULL ORDER BY x.at DESC LIMIT :most"""
    found = [*rows, *(ChoiceRow(*row) for row in store.db.execute(topics, values))]
    return [*found, *(ChoiceRow(*row) for row in store.db.execute(concerns, values))]


def closed_rows(store: Store) -> list[ChoiceRow]:
    """What can be opened again, the last to end first."""
    sql = """SELECT * FROM (SELECT a.id, 'action', a.text, p.name, coalesce(a.closed, a.opened) AS day FROM action a
        LEFT JOIN person p ON p.uid = a.person_uid WHERE a.status <> 'open' ORDER BY a.opened DESC LIMIT :most)
    UNION ALL SELECT * FROM (SELECT t.id, 'topic', t.text, p.name, coalesce(t.closed, t.added) FROM topic t
        LEFT JOIN person p ON p.uid = t.person_uid WHERE t.status <> 'parked' ORDER BY t.added DESC LIMIT :most)
    UNION ALL SELECT g.id, 'goal', g.title, p.name, coalesce(g.closed, g.opened) FROM goal g
        LEFT JOIN person p ON p.uid = g.person_uid WHERE g.status <> 'open'
    UNION ALL SELECT * FROM (SELECT x.id, x.kind, '', p.name, x.resolved FROM moment x
        LEFT JOIN person p ON p.uid = x.person_uid WHERE x.kind = 'concern' AND x.resolved IS NOT NULL ORDER BY x.at DESC LIMIT :most)
    ORDER BY day DESC LIMIT :most"""
    return [ChoiceRow(*row) for row in store.db.execute(sql, {"most": MOST})]


def goal_rows(store: Store, *, closed: bool = False) -> list[ChoiceRow]:
    """Goals, open ones first, the nearest day first."""
    which = "" if closed else "WHERE g.status = 'open'"
    sql = f"""SELECT g.id, 'goal', g.title, p.name, g.by, g.by IS NOT NULL FROM goal g LEFT JOIN person p ON p.uid = g.person_uid
    {which} ORDER BY g.status <> 'open', g.by IS NULL, g.by LIMIT {MOST}"""
    return [ChoiceRow._make((*row[:5], bool(row[5]))) for row in store.db.execute(sql)]


def newest_rows(store: Store) -> list[ChoiceRow]:
    """Every kind of record that has a document, the newest first; of what is private the kind alone."""
    sql = f"""SELECT h.id, h.kind, h.uid FROM handle h WHERE h.sum IS NOT NULL AND h.kind NOT IN ('answer', 'skip', 'person')
    ORDER BY h.n DESC LIMIT {MOST}"""
    found = store.db.execute(sql).fetchall()
    return [row for id_, kind, uid in found if (row := _row(store, id_, kind, uid))]


_TOLD = {
    "action": "SELECT 'action', x.text, p.name, coalesce(x.due, x.opened), x.due IS NOT NULL FROM action x LEFT JOIN person p ON p.uid = x.person_uid",
    "moment": """SELECT x.kind, CASE WHEN x.kind IN ('concern', 'fact', 'private') THEN '' ELSE x.text END, p.name, substr(x.at, 1, 10), 0
        FROM moment x LEFT JOIN person p ON p.uid = x.person_uid""",
    "topic": "SELECT 'topic', x.text, p.name, x.added, 0 FROM topic x LEFT JOIN person p ON p.uid = x.person_uid",
    "goal": "SELECT 'goal', x.title, p.name, x.by, x.by IS NOT NULL FROM goal x LEFT JOIN person p ON p.uid = x.person_uid",
    "checkin": "SELECT 'checkin', x.text, g.title, substr(x.at, 1, 10), 0 FROM checkin x JOIN goal g ON g.uid = x.goal_uid",
    "meeting": "SELECT 'meeting', '', p.name, substr(x.at, 1, 10), 0 FROM meeting x JOIN person p ON p.uid = x.person_uid",
}
"""What is told of a record, by its kind."""


def _row(store: Store, id_: str, kind: str, uid: str) -> ChoiceRow | None:
    row = store.db.execute(f"{_TOLD[kind]} WHERE x.uid = ?", (uid,)).fetchone()
    return ChoiceRow._make((id_, *row[:4], bool(row[4]))) if row else None
