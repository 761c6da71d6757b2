"""Finding what was once said, best first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from onelog.body import notes_of
from onelog.model import Record
from onelog.store import records, words
from onelog.store.file import Store

RANKED = 2000
"""Of more matches than this only the newest ones are ranked (ranking all is slow in a very large journal)."""


@dataclass(frozen=True, slots=True)
class Hit:
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
    """The best hits. `kind` is a kind of record or of moment; `person` a uid."""
    match = words.match(query)
    if match is None:
        return []
    hits: list[Hit] = []
    for kind_, uid in _ranked(store, match, tag):
        record = records.by_uid(store, kind_, uid)
        if record is None or not _fits(record, kind_, person, kind, since, before):
            continue
        hits.append(_hit(record, kind_, query))
        if len(hits) == limit:
            break
    return hits


def _ranked(store: Store, match: str, tag: str | None) -> list[tuple[str, str]]:
    oldest = store.db.execute(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?", (match, RANKED)
    ).fetchone()
    tagged = "AND h.uid IN (SELECT uid FROM tag WHERE name = ?)" if tag else ""
    values: list[Any] = [match, oldest[0] if oldest else 0, *([tag] if tag else [])]
    sql = f"""SELECT h.kind, h.uid FROM search s JOIN handle h ON h.n = s.rowid
    WHERE s.search MATCH ? AND s.rowid > ? {tagged} ORDER BY s.rank, s.rowid DESC"""
    return [(k, u) for k, u in store.db.execute(sql, values)]


def _fits(
    record: Record, kind_: str, person: str | None, kind: str | None, since: date | None, before: date | None
) -> bool:  # fmt: skip
    if kind and kind not in (kind_, getattr(record, "kind", None)):
        return False
    if person and not any(
        ref and ref.uid == person for ref in (getattr(record, name, None) for name in ("person", "owner", "giver", "receiver"))
    ):
        return False
    day = _at(record)[:10]
    return not ((since and day < since.isoformat()) or (before and day >= before.isoformat()))


def _at(record: Record) -> str:
    for name in ("at", "opened", "added", "created"):
        value = getattr(record, name, None)
        if value is not None:
            return str(value.isoformat())
    return ""


def _hit(record: Record, kind: str, query: str) -> Hit:
    fields = {"meeting": ("body",), "goal": ("title", "metric"), "action": ("text", "why"), "moment": ("text", "because")}
    text = "\n".join(str(getattr(record, f)) for f in fields.get(kind, ("text",)) if getattr(record, f))
    if kind == "meeting":
        text = notes_of(text)
    snippet, spans = words.snippet(text, query)
    ref = getattr(record, "person", None)
    return Hit(getattr(record, "kind", kind), record.id, ref.label if ref else None, _at(record), snippet, spans, record)
