"""What was imported from where, so that twice is once and an edited source is an update."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from onelog.markdown import entities
from onelog.store import meetings, records
from onelog.store.database import Store
from onelog.store.transaction import Writing


class ImportedSource(NamedTuple):
    """A record that was imported, and what its source said then."""

    uid: str
    hash: str
    base: str
    """The document that it became; "" where that is not known any more."""


def by_key(store: Store, key: str) -> ImportedSource | None:
    """What was imported as this document of this source."""
    row = store.db.execute("SELECT uid, hash, base FROM source WHERE key = ?", (key,)).fetchone()
    return ImportedSource(*row) if row else None


def by_uid(store: Store, uid: str) -> ImportedSource | None:
    """What is known of the source of a record."""
    row = store.db.execute("SELECT uid, hash, base FROM source WHERE uid = ?", (uid,)).fetchone()
    return ImportedSource(*row) if row else None


def beginning_with(store: Store, group: str) -> list[tuple[str, ImportedSource]]:
    """What was imported from one source that lists its tasks: (key, what is known of it)."""
    found = store.db.execute("SELECT key, uid, hash, base FROM source WHERE key >= ? AND key < ?", (group, f"{group}g"))
    return [(key, ImportedSource(*rest)) for key, *rest in found.fetchall()]


def remember(change: Writing, key: str, source: ImportedSource) -> None:
    """Notes where a record came from; what was noted before of that source or record goes."""
    change.db.execute("DELETE FROM source WHERE key = ? OR uid = ?", (key, source.uid))
    change.db.execute("INSERT INTO source (key, uid, hash, base) VALUES (?, ?, ?, ?)", (key, *source))


def forget(db: sqlite3.Connection, gone: Mapping[str, str]) -> None:
    """Takes out what sources said of records that are erased (uid -> id), and of the meetings that they stood in."""
    for uid, id_ in gone.items():
        db.execute("DELETE FROM source WHERE uid = ?", (uid,))
        for table in ("action", "moment", "topic", "checkin"):
            stood = f"SELECT meeting_uid FROM {table} WHERE uid = ?"
            db.execute(f"UPDATE source SET base = '' WHERE uid IN ({stood})", (uid,))
        db.execute("UPDATE source SET base = '' WHERE instr(base, '^' || ?) > 0", (id_,))


def prune(store: Store, change: Writing) -> None:
    """Takes out what sources said and the journal does not say any more: meetings that were deleted, lines that were changed."""
    held = "SELECT source.uid, kind, base FROM source JOIN handle ON handle.uid = source.uid"
    for uid, kind, base in change.db.execute(held).fetchall():
        record = meetings.by_uid(store, uid) if kind == "meeting" else records.by_uid(store, kind, uid)
        if not record:
            change.db.execute("DELETE FROM source WHERE uid = ?", (uid,))
        elif base and entities.write(record) != base:
            change.db.execute("UPDATE source SET base = '' WHERE uid = ?", (uid,))
