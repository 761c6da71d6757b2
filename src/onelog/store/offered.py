"""What the shell offers after Tab: ids with their words, tags. Few rows, no whole records."""

from typing import Any

from onelog.store.database import Store
from onelog.store.records import PRIVATE_KINDS

MOST = 200
"""Of more ids than these only the newest are offered; what begins as typed is looked for among all."""
_LATELY = 500
"""Deletions are looked for among so many of the newest changes."""

OfferedRow = tuple[str, str, str]
"""Id, kind (a moment's own), words."""


def _begins(typed: str) -> tuple[str, dict[str, Any]]:
    column = "+id" if len(typed) == 1 else "id"  # of many that begin so the newest are found sooner from the end
    fits = f"AND {column} >= :first AND {column} < :last" if typed else ""
    return fits, {"first": typed, "last": f"{typed}\U0010ffff", "most": MOST}


def open_ids(store: Store, typed: str) -> list[OfferedRow]:
    """What can be ended: open actions, the nearest day first, parked topics, concerns that are not settled."""
    fits, values = _begins(typed)
    sql = f"""SELECT * FROM (SELECT id, 'action', text FROM action WHERE status = 'open' {fits}
        ORDER BY due IS NULL, due, opened DESC LIMIT :most)
    UNION ALL SELECT * FROM (SELECT id, 'topic', text FROM topic WHERE status = 'parked' {fits} ORDER BY added LIMIT :most)
    UNION ALL SELECT * FROM (SELECT id, kind, text FROM moment WHERE kind = 'concern' AND resolved IS NULL {fits}
        ORDER BY at LIMIT :most)"""
    return store.db.execute(sql, values).fetchall()


def closed_ids(store: Store, typed: str) -> list[OfferedRow]:
    """What can be opened again, the last to close first: actions, topics, goals, concerns; then what was deleted lately."""
    fits, values = _begins(typed)
    sql = f"""SELECT id, kind, text FROM (
        SELECT * FROM (SELECT id, 'action' AS kind, text, coalesce(closed, opened) AS day FROM action
            WHERE status <> 'open' {fits} ORDER BY opened DESC LIMIT :most)
        UNION ALL SELECT * FROM (SELECT id, 'topic', text, coalesce(closed, added) FROM topic
            WHERE status <> 'parked' {fits} ORDER BY added DESC LIMIT :most)
        UNION ALL SELECT id, 'goal', title, coalesce(closed, opened) FROM goal WHERE status <> 'open' {fits}
        UNION ALL SELECT * FROM (SELECT id, kind, text, resolved FROM moment
            WHERE kind = 'concern' AND resolved IS NOT NULL {fits} ORDER BY at DESC LIMIT :most)
    ) ORDER BY day DESC LIMIT :most"""
    gone = f"""SELECT h.id, 'deleted ' || h.kind, '' FROM change c CROSS JOIN change_row r ON r.change_n = c.n JOIN handle h ON h.uid = r.uid
    WHERE c.n > (SELECT max(n) FROM change) - {_LATELY} AND c.command LIKE 'delete %' AND r.after IS NULL AND h.sum IS NULL
    AND h.kind IN ('action', 'moment', 'topic', 'goal', 'meeting') {fits.replace("id", "h.id")}
    GROUP BY h.id ORDER BY max(c.n) DESC LIMIT :most"""
    return [*store.db.execute(sql, values), *store.db.execute(gone, values)]


def ids(store: Store, typed: str) -> list[OfferedRow]:
    """Every kind of record, the newest first."""
    fits, values = _begins(typed)
    sql = f"""SELECT id, CASE kind WHEN 'moment' THEN (SELECT kind FROM moment WHERE uid = h.uid) ELSE kind END,
    CASE kind
    WHEN 'action' THEN (SELECT text FROM action WHERE uid = h.uid)
    WHEN 'moment' THEN (SELECT text FROM moment WHERE uid = h.uid)
    WHEN 'topic' THEN (SELECT text FROM topic WHERE uid = h.uid)
    WHEN 'goal' THEN (SELECT title FROM goal WHERE uid = h.uid)
    WHEN 'checkin' THEN (SELECT text FROM checkin WHERE uid = h.uid)
    WHEN 'skip' THEN (SELECT '' FROM skip WHERE uid = h.uid)
    WHEN 'person' THEN (SELECT name FROM person WHERE uid = h.uid)
    WHEN 'meeting' THEN (SELECT p.name || coalesce(' ' || substr(m.at, 1, 10), '')
        FROM meeting m JOIN person p ON p.uid = m.person_uid WHERE m.uid = h.uid) END
    FROM handle h WHERE sum IS NOT NULL AND kind <> 'answer' {fits} ORDER BY n DESC LIMIT :most"""
    return [(id_, kind, text) for id_, kind, text in store.db.execute(sql, values) if text is not None]


def goals(store: Store, typed: str) -> list[tuple[str, str, str | None]]:
    """(id, title, metric) of the open goals, and of those that are closed where the beginning of an id or metric is typed."""
    which = "" if typed else "WHERE status = 'open'"
    sql = f"SELECT id, title, metric FROM goal {which} ORDER BY status <> 'open', by IS NULL, by LIMIT :most"
    return store.db.execute(sql, {"most": MOST}).fetchall()


def tags(store: Store, *, skills: bool = False) -> list[tuple[str, int]]:
    """Tags and how often each was given, the most frequent first; none that stands in private records alone.

    With `skills` only those on feedback, wins and a-has.
    """
    only = "IN (SELECT uid FROM moment WHERE kind IN ('praise', 'growth', 'win', 'aha'))"
    which = only if skills else f"NOT IN (SELECT uid FROM moment WHERE kind IN {PRIVATE_KINDS})"
    sql = f"SELECT name, count(*) FROM tag WHERE uid {which} GROUP BY name ORDER BY 2 DESC, 1 LIMIT {MOST}"
    return store.db.execute(sql).fetchall()
