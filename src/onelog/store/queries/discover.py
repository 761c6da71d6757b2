"""Reading what to look around for in the past on request: what was never followed up, rare words, sparks, bad days."""

from datetime import date

from onelog.core.selection import Selection
from onelog.store import mapping
from onelog.store.database import Store
from onelog.store.records import LOW

_NOT_LOW = f"coalesce(m.mood > {LOW}, 1) AND coalesce(m.seen > {LOW}, 1)"
UNTOUCHED = {
    "topic": f"""SELECT 'topic', t.uid FROM topic t JOIN person p ON p.uid = t.person_uid
    LEFT JOIN meeting m ON m.uid = t.meeting_uid WHERE t.status = 'raised' AND t.closed >= :since AND t.closed < :before
    AND m.at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM action a WHERE a.meeting_uid = t.meeting_uid)
    AND p.archived IS NULL AND {_NOT_LOW} AND (:person IS NULL OR t.person_uid = :person) ORDER BY t.closed DESC, t.uid LIMIT :most""",
    "aha": f"""SELECT 'moment', x.uid FROM moment x LEFT JOIN meeting m ON m.uid = x.meeting_uid
    LEFT JOIN person p ON p.uid = x.person_uid WHERE x.kind = 'aha' AND x.at >= :since AND x.at < :before
    AND NOT EXISTS (SELECT 1 FROM action a WHERE a.meeting_uid = x.meeting_uid)
    AND p.archived IS NULL AND {_NOT_LOW} AND (:person IS NULL OR x.person_uid = :person) ORDER BY x.at DESC, x.uid LIMIT :most""",
    "growth": f"""SELECT 'moment', x.uid FROM moment x LEFT JOIN meeting m ON m.uid = x.meeting_uid
    LEFT JOIN person p ON p.uid = x.person_uid WHERE x.kind = 'growth' AND x.tags <> '' AND x.at >= :since AND x.at < :before
    AND NOT EXISTS (SELECT 1 FROM tag mine JOIN tag other ON other.name = mine.name JOIN moment y ON y.uid = other.uid
        WHERE mine.uid = x.uid AND y.kind = 'praise' AND y.at > x.at AND y.receiver_uid IS x.receiver_uid)
    AND NOT EXISTS (SELECT 1 FROM action a WHERE a.meeting_uid = x.meeting_uid OR a.meeting_uid = (SELECT n.uid FROM meeting n
        WHERE n.person_uid = x.person_uid AND n.at > x.at ORDER BY n.at LIMIT 1))
    AND p.archived IS NULL AND {_NOT_LOW} AND (:person IS NULL OR x.person_uid = :person) ORDER BY x.at DESC, x.uid LIMIT :most""",
}
"""What was never followed up: a topic that was raised and an a-ha in meetings without a promise; growth without a promise in
its meeting or the next one with the same person, and without praise for it since."""


def untouched(store: Store, why: str, selection: Selection) -> list[tuple[str, str]]:
    """(kind, uid) of what was never followed up in the way of `UNTOUCHED`, the newest first, so many as the limit says."""
    return store.db.execute(UNTOUCHED[why], mapping.selected(selection) | {"most": selection.limit}).fetchall()


def how_many(store: Store, match: str, most: int) -> int:
    """How many records a search expression finds, counted up to `most`."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
    return int(store.db.execute(sql, (match, most)).fetchone()[0])


def sparks(store: Store, person: str | None = None) -> list[str]:
    """The uids of the topics that are sparks, the newest first."""
    sql = """SELECT DISTINCT t.uid, t.added FROM topic t JOIN tag ON tag.uid = t.uid
    WHERE (tag.name = 'spark' OR tag.name >= 'spark-' AND tag.name < 'spark.')
    AND (:person IS NULL OR t.person_uid = :person) ORDER BY t.added DESC, t.uid DESC"""
    return [uid for uid, _ in store.db.execute(sql, {"person": person})]


def archived_or_low(store: Store, kind: str, uid: str) -> bool:
    """Whether a moment or meeting is of somebody who is archived, or from a meeting in a low mood."""
    where = "m.uid = :uid" if kind == "meeting" else f"m.uid = (SELECT meeting_uid FROM {kind} WHERE uid = :uid)"
    low = f"SELECT 1 FROM meeting m WHERE {where} AND NOT ({_NOT_LOW})"
    columns = {
        "moment": ("person_uid", "giver_uid", "receiver_uid"),
        "meeting": ("person_uid",),
        "topic": ("person_uid",),
    }[kind]
    gone = " UNION ALL ".join(
        f"SELECT 1 FROM {kind} r JOIN person p ON p.uid = r.{column} WHERE r.uid = :uid AND p.archived IS NOT NULL"
        for column in columns
    )
    return store.db.execute(f"{low} UNION ALL {gone}", {"uid": uid}).fetchone() is not None


def met(store: Store, person_uid: str) -> list[date]:
    """The days of all meetings with somebody, the oldest first."""
    sql = "SELECT substr(at, 1, 10) FROM meeting WHERE person_uid = ? AND at IS NOT NULL ORDER BY at, uid"
    return [mapping.day_of(day) for (day,) in store.db.execute(sql, (person_uid,))]
