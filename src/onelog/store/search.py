"""Finding what was once said, best first."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from onelog.body import notes_of
from onelog.model import PRIVATE, Checkin, Meeting, Record, kind_of
from onelog.store import meetings, records, words
from onelog.store.file import Store
from onelog.store.schema import TABLES

RANKED = 2000
"""Of more matches that fit than this, only the newest are ranked (ranking all is slow in a very large journal)."""


class Hit(NamedTuple):
    """A record that fits the words of a search."""

    kind: str
    id: str
    person: str | None
    at: str
    """ISO time or day, as the record has it."""
    snippet: str
    spans: tuple[tuple[int, int], ...]
    """Where in the snippet the words stand."""
    record: Record


def search(
    store: Store, query: str, *, person: str | None = None, kind: str | None = None, since: date | None = None,
    before: date | None = None, tag: str | None = None, limit: int = 20,
) -> list[Hit]:  # fmt: skip
    """The best hits. `kind` is a kind of record or of moment; `person` a uid; days from `since` to the one before `before`."""
    match = words.match(query)
    if match is None:
        return []
    found = [
        records.by_uid(store, kind_, uid)
        for kind_, uid in _ranked(store, match, person, kind, since, before, tag, limit)
    ]
    return [_hit(record, kind_of(record), query, _with(store, record)) for record in found if record]


def public(
    store: Store, query: str, *, limit: int = 20, inside: bool = False, **asked: Any
) -> tuple[list[Hit], Counter[str]]:
    """The best hits of a search that are of no private kind, and how many others stood among them, by kind.

    The meetings that were found come without their private lines; with `inside` these are counted as well.
    """
    reach, shown = limit, list[Hit]()
    while True:
        hits = search(store, query, limit=reach, **asked)
        shown = [hit for hit in hits if hit.kind not in PRIVATE][:limit]
        if len(hits) < reach or len(shown) == limit or asked.get("kind") in PRIVATE:
            break
        reach = limit + 2 * (len(hits) - len(shown))
    among = hits[: hits.index(shown[-1])] if len(shown) == limit else hits
    left = Counter(hit.kind for hit in among if hit.kind in PRIVATE)
    for number, hit in enumerate(shown):
        if isinstance(hit.record, Meeting):
            met, kinds = meetings.public(hit.record)
            shown[number] = hit._replace(record=met)
            left.update(kinds if inside else ())
    return shown, left


def _with(store: Store, record: Record) -> str | None:
    """The name of the person a record belongs to: a check-in to that of its meeting, else of its goal."""
    if not isinstance(record, Checkin):
        ref = getattr(record, "person", None)
        return ref.label if ref else None
    sql = """SELECT p.name FROM checkin c JOIN goal g ON g.uid = c.goal_uid LEFT JOIN meeting m ON m.uid = c.meeting_uid
    JOIN person p ON p.uid = coalesce(m.person_uid, g.person_uid) WHERE c.uid = ?"""
    row = store.db.execute(sql, (record.uid,)).fetchone()
    return str(row[0]) if row else None


_WITH = """CASE h.kind
WHEN 'meeting' THEN (SELECT person_uid = :person FROM meeting WHERE uid = h.uid)
WHEN 'action' THEN (SELECT :person IN (person_uid, owner_uid) FROM action WHERE uid = h.uid)
WHEN 'moment' THEN (SELECT :person IN (person_uid, giver_uid, receiver_uid) FROM moment WHERE uid = h.uid)
WHEN 'topic' THEN (SELECT person_uid = :person FROM topic WHERE uid = h.uid)
WHEN 'goal' THEN (SELECT person_uid = :person FROM goal WHERE uid = h.uid)
WHEN 'skip' THEN (SELECT person_uid = :person FROM skip WHERE uid = h.uid)
WHEN 'checkin' THEN (SELECT coalesce(m.person_uid, g.person_uid) = :person FROM checkin c
    JOIN goal g ON g.uid = c.goal_uid LEFT JOIN meeting m ON m.uid = c.meeting_uid WHERE c.uid = h.uid) END"""

_DAY = """CASE h.kind
WHEN 'meeting' THEN (SELECT substr(coalesce(at, created), 1, 10) FROM meeting WHERE uid = h.uid)
WHEN 'action' THEN (SELECT opened FROM action WHERE uid = h.uid)
WHEN 'moment' THEN (SELECT substr(at, 1, 10) FROM moment WHERE uid = h.uid)
WHEN 'topic' THEN (SELECT added FROM topic WHERE uid = h.uid)
WHEN 'goal' THEN (SELECT opened FROM goal WHERE uid = h.uid)
WHEN 'skip' THEN (SELECT at FROM skip WHERE uid = h.uid)
WHEN 'checkin' THEN (SELECT substr(at, 1, 10) FROM checkin WHERE uid = h.uid) END"""


def _ranked(
    store: Store, match: str, person: str | None, kind: str | None, since: date | None, before: date | None,
    tag: str | None, limit: int,
) -> list[tuple[str, str]]:  # fmt: skip
    """(kind, uid) of the best matches that fit, of the newest `RANKED` that do."""
    said = {
        "person": person,
        "kind": kind,
        "tag": tag,
        "since": since and since.isoformat(),
        "before": before and before.isoformat(),
    }
    fits = "".join(
        f" AND {clause}"
        for name, clause in (
            ("person", _WITH),
            ("kind", "h.kind = :kind" if kind in TABLES else "h.uid IN (SELECT uid FROM moment WHERE kind = :kind)"),
            ("tag", "h.uid IN (SELECT uid FROM tag WHERE name = :tag)"),
            ("since", f"{_DAY} >= :since"),
            ("before", f"{_DAY} < :before"),
        )
        if said[name]
    )
    joined = "search s JOIN handle h ON h.n = s.rowid" if fits else "search s"
    values = {**said, "match": match, "ranked": RANKED, "limit": limit}
    oldest = store.db.execute(
        f"SELECT s.rowid FROM {joined} WHERE s.search MATCH :match{fits} ORDER BY s.rowid DESC LIMIT 1 OFFSET :ranked",
        values,
    ).fetchone()
    values["oldest"] = oldest[0] if oldest else 0
    sql = f"""SELECT h.kind, h.uid FROM search s JOIN handle h ON h.n = s.rowid
    WHERE s.search MATCH :match AND s.rowid > :oldest{fits} ORDER BY s.rank, s.rowid DESC LIMIT :limit"""
    return [(k, u) for k, u in store.db.execute(sql, values)]


def follow_ups(store: Store, id_: str) -> list[Hit]:
    """Where `re:` with this id stands, oldest first: of a note the line that says it, of other records the text."""
    found = _following(store, [id_])
    said = [
        Hit(getattr(record, "kind", kind_of(record)), record.id, _with(store, record), _at(record), line, (), record)
        for record, line, _ in found
        if record.id != id_
    ]
    return sorted(said, key=lambda hit: (hit.at[:10], hit.record.uid))


def count_follow_ups(store: Store, ids: Sequence[str]) -> Counter[str]:
    """How many records each of these ids is followed up in."""
    counts: Counter[str] = Counter()
    for start in range(0, len(ids), _AT_ONCE):
        for record, _, about in _following(store, ids[start : start + _AT_ONCE]):
            counts.update(about - {record.id})
    return counts


_AT_ONCE = 100
"""Ids that are looked for in one query."""


def _following(store: Store, ids: Sequence[str]) -> list[tuple[Record, str, set[str]]]:
    """(record, the lines that say `re:` with one of the ids, which ids those are) of every record that does."""
    any_of = " OR ".join(words.match(f'"re:{id_}"') or "" for id_ in ids)
    sql = "SELECT h.kind, h.uid FROM search s JOIN handle h ON h.n = s.rowid WHERE s.search MATCH ? ORDER BY h.n"
    said = re.compile(rf"(?<![0-9a-z])re:({'|'.join(map(re.escape, ids))})(?![0-9a-z])", re.IGNORECASE)
    found = []
    for kind, uid in store.db.execute(sql, (any_of,)).fetchall() if ids else ():
        record = records.by_uid(store, kind, uid)
        lines = [line for line in _text(record, kind).split("\n") if said.search(line)] if record else []
        if record and lines:
            about = {id_.lower() for line in lines for id_ in said.findall(line)}
            found.append((record, "\n".join(lines), about))
    return found


def _at(record: Record) -> str:
    for name in ("at", "opened", "added", "created"):
        value = getattr(record, name, None)
        if value is not None:
            return str(value.isoformat())
    return ""


def _hit(record: Record, kind: str, query: str, person: str | None) -> Hit:
    snippet, spans = words.snippet(_text(record, kind), query)
    return Hit(getattr(record, "kind", kind), record.id, person, _at(record), snippet, spans, record)


def _text(record: Record, kind: str) -> str:
    """What a record says, of a meeting its note."""
    fields = {
        "meeting": ("body",),
        "goal": ("title", "metric"),
        "action": ("text", "why"),
        "moment": ("text", "because"),
        "skip": ("why",),
    }
    text = "\n".join(str(getattr(record, f)) for f in fields.get(kind, ("text",)) if getattr(record, f))
    return notes_of(text) if kind == "meeting" else text
