"""All that the journal knows about each record: its row, its checksum, what is made from it, and how it came to be."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from onelog.core.fields import FIELDS
from onelog.core.kinds import KINDS
from onelog.core.model import Person
from onelog.store.changelog_fold import step
from onelog.store.checksum import checksum
from onelog.store.mapping import Row
from onelog.store.schema import TABLES

RowChange = tuple[Row | None, Row | None]
"""What one change did to a record: its columns before and after; None where it was not there."""
WrittenField = tuple[str, str | None, str | None]
"""A line of the change log as it is written: kind, before, after."""
_CHUNK = 250
"""Records that are read at once: nobody who writes waits longer than that takes."""
_NEVER = -(2**63)
DATED = {
    KINDS[kind]: field.name
    for kind, fields in FIELDS.items()
    for field in fields
    if field.is_day and kind is not Person
}
"""The column that says when something was."""


class RecordState(NamedTuple):
    """One record, standing or deleted, with everything that hangs on it, as it was at one moment."""

    n: int
    id: str
    kind: str
    uid: str
    sum: int | None
    row: Row | None
    text: str | None
    """Its words in the search index."""
    tags: frozenset[str]
    log: Sequence[RowChange] | None
    """What happened to it, oldest first; None where that cannot be read, or is told of another kind of record."""
    inside: frozenset[str]
    """The ids of the records of a meeting."""
    columns: frozenset[str] = frozenset()
    """Those of its table."""

    @property
    def has_no_text(self) -> bool:
        """Whether a text holds bytes that are no text; they are read as halves of characters."""
        return any(not is_text(value) for value in (self.row or {}).values() if isinstance(value, str | bytes))

    @property
    def ids(self) -> set[object]:
        """What it is called in its row, else in the change log, which tells of all that were deleted."""
        told = [self.row] if self.row else [fields for step in self.log or () for fields in step if fields]
        return {fields["id"] for fields in told if "id" in fields}


class Truth(NamedTuple):
    """What a record should be, as far as its row, its checksum and the change log agree on it."""

    known: bool
    row: Row | None = None
    fault: str = ""
    """A key of what can be wrong with a record; "" where nothing is."""


def read_robustly(db: sqlite3.Connection) -> None:
    """Texts with bytes that are no UTF-8 are read too; each such byte becomes half of a character."""
    db.text_factory = lambda data: data.decode("utf-8", "surrogateescape")


def is_text(value: object) -> bool:
    """Whether it is a text all of characters, and no halves of some."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False


# --- what should be ------------------------------------------------------------------------------------------------


def truth(known: RecordState) -> Truth:
    """What a record should be. There are three witnesses, its row, its checksum and the change log; two have to agree."""
    if known.row is None and known.sum is None:
        return Truth(known=True)
    if _fits(known.row, known.sum):
        return Truth(True, known.row)
    logged = _logged(known)
    if _fits(logged, known.sum):
        return Truth(True, logged, "put back" if known.row is not None else "brought back")
    if logged is not None and logged == known.row and _is_whole(known.log):
        return Truth(True, logged, "no sum" if known.sum is None else "sum")
    if known.row is None:
        return Truth(False, None, "missing")
    return Truth(False, None, "changed" if known.sum is not None else "foreign")


def _fits(row: Row | None, sum_: int | None) -> bool:
    """Whether a row is the one that a checksum was made of; one with bytes in it never is."""
    return row is not None and not any(isinstance(value, bytes) for value in row.values()) and checksum(row) == sum_


def _logged(known: RecordState) -> Row | None:
    """The record as the change log left it; columns that the log no longer tells of are as they stand."""
    state: Row | None = None if _is_whole(known.log) else known.row
    for before, after in known.log or ():
        state = step(state, before, after)
    if state is None or not known.log:
        return None
    return {**dict.fromkeys(known.row or ()), **state}


def _is_whole(log: Sequence[RowChange] | None) -> bool:
    """Whether a record's history goes back to where there was none of it (the oldest changes may have been pruned)."""
    return bool(log) and log[0][0] is None  # type: ignore[index]  # it is not empty


def in_step(row: Row | None, log: Sequence[RowChange] | None, columns: frozenset[str]) -> bool:
    """Whether the change log leads to what the record is: going back from it, every step begins where it should."""
    if log is None:
        return False
    state = row
    for before, after in reversed(log):
        if (after is None) != (state is None) or not columns >= {*(before or ()), *(after or ())}:
            return False
        if any((state or {}).get(name) != value for name, value in (after or {}).items()):
            return False
        if before is not None and after is not None and before.keys() != after.keys():
            return False
        state = step(state, after, before)
    return True


# --- what is there -------------------------------------------------------------------------------------------------


def all_known(db: sqlite3.Connection, *, texts: bool = True) -> Iterator[RecordState]:
    """Every record there ever was, in the order of their making; without `texts`, the search index is left alone.

    Each is read whole at one moment, though others write.
    """
    last = _NEVER
    while chunk := _chunk(db, last, texts):
        yield from chunk
        last = chunk[-1].n


def _chunk(db: sqlite3.Connection, after: int, texts: bool) -> list[RecordState]:
    own = not db.in_transaction
    if own:
        db.execute("BEGIN")
    try:
        handles = db.execute(
            "SELECT n, id, kind, uid, sum FROM handle WHERE n > ? ORDER BY n LIMIT ?", (after, _CHUNK)
        ).fetchall()
        return list(_with_all(db, handles, texts))
    finally:
        if own:
            db.execute("COMMIT")


def _with_all(
    db: sqlite3.Connection, handles: list[tuple[int, str, str, str, int | None]], texts: bool
) -> Iterator[RecordState]:
    if not handles:
        return
    uids = [handle[3] for handle in handles if is_text(handle[3])]  # another one is found by nothing
    meetings = [handle[3] for handle in handles if handle[2] == "meeting" and is_text(handle[3])]
    rows, columns = {}, {}
    for kind in TABLES:
        columns[kind], rows[kind] = _rows(db, kind, [h[3] for h in handles if h[2] == kind and is_text(h[3])])
    between = "SELECT rowid, text FROM search WHERE rowid BETWEEN ? AND ?"
    text = dict(db.execute(between, (handles[0][0], handles[-1][0]))) if texts else {}
    tags = _grouped(_of(db, "SELECT uid, name FROM tag WHERE uid IN", uids))
    steps = _steps_of(db, uids)
    inside = _inside(db, meetings)
    for n, id_, kind, uid, sum_ in handles:
        yield RecordState(
            n=n,
            id=id_,
            kind=kind,
            uid=uid,
            sum=sum_,
            row=rows.get(kind, {}).get(uid),
            text=text.get(n),
            tags=frozenset(tags[uid]),
            log=_steps(kind, steps[uid]),
            inside=frozenset(inside[uid]),
            columns=columns.get(kind, frozenset()),
        )


def _of(db: sqlite3.Connection, select: str, uids: Sequence[str], order: str = "") -> Iterable[Any]:
    return db.execute(f"{select} ({', '.join('?' * len(uids))}) {order}", uids)


def _rows(db: sqlite3.Connection, kind: str, uids: Sequence[str]) -> tuple[frozenset[str], dict[str, Row]]:
    """The columns of a table, and its rows by uid."""
    cursor = db.execute(f"SELECT * FROM {kind} WHERE uid IN ({', '.join('?' * len(uids))})", uids)
    names = [column[0] for column in cursor.description]
    found = (dict(zip(names, row, strict=True)) for row in cursor)
    return frozenset(names), {row["uid"]: row for row in found}


def _steps_of(db: sqlite3.Connection, uids: Sequence[str]) -> dict[str, list[WrittenField]]:
    """The lines of the change log, oldest first, by the uid of their record."""
    lines = _of(db, "SELECT uid, kind, before, after FROM change_row WHERE uid IN", uids, "ORDER BY change_n, seq")
    found: dict[str, list[WrittenField]] = defaultdict(list)
    for uid, *line in lines:
        found[uid].append(tuple(line))
    return found


def _inside(db: sqlite3.Connection, uids: Sequence[str]) -> dict[str, list[str]]:
    kinds = ("action", "moment", "topic", "checkin")
    pairs = [_of(db, f"SELECT meeting_uid, id FROM {kind} WHERE meeting_uid IN", uids) for kind in kinds]
    return _grouped(pair for found in pairs for pair in found)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for uid, value in pairs:
        grouped[uid].append(value)
    return grouped


def _steps(kind: str, lines: Sequence[WrittenField]) -> list[RowChange] | None:
    try:
        steps = [(_fields(before), _fields(after)) for _, before, after in lines]
    except (TypeError, ValueError):
        return None
    return steps if all(told == kind for told, _, _ in lines) else None


def _fields(text: str | None) -> Row | None:
    """Raises `ValueError` or `TypeError` for what is no JSON object."""
    if text is None:
        return None
    fields = json.loads(text)
    if not isinstance(fields, dict):
        raise TypeError
    return fields
