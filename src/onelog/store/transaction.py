"""Changing the journal: one transaction a command, and a line in the change log for every record it touches."""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from itertools import count as count_from

from onelog.core import files
from onelog.core.errors import Damaged, Refused
from onelog.core.kinds import Record, kind_of
from onelog.core.model import MOMENT_KINDS
from onelog.markdown.body import notes_of
from onelog.store import mapping, schema
from onelog.store.checksum import checksum
from onelog.store.database import Store, patiently
from onelog.store.mapping import Row
from onelog.store.search import tokenizer
from onelog.store.vault import foreign

ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
_TRIES = 64
"""Random ids tried at one length before the next length is used."""


class Writing:
    """An open change. Nothing is in the journal before it ends well; then everything is."""

    def __init__(self, db: sqlite3.Connection, command: str, at: datetime, uid: str = "") -> None:
        """`uid` is the change's own, where it is known before the change is made."""
        self.db, self.command, self.at, self.uid = db, command, at, uid
        self.lines: list[tuple[str, str, Row | None, Row | None]] = []
        self.named: set[str] = set()
        """The uids of the new records."""
        self._first = self._count()
        self._turns = count_from(self._first)

    def name(self, kind: str, wanted: str = "", uid: str = "") -> tuple[str, str]:
        """A new record's (uid, id), given for ever. `wanted` is taken when it was never given before.

        A `uid` that was given before keeps its id.
        """
        held = self.db.execute("SELECT id FROM handle WHERE uid = ?", (uid,)).fetchone() if uid else None
        if held:  # a record that was taken out comes back as what it was
            return uid, str(held[0])
        uid = uid or self._new_uid()
        id_ = wanted if wanted and not self.given(wanted) else self._new_id()
        self.db.execute("INSERT INTO handle (id, kind, uid) VALUES (?, ?, ?)", (id_, kind, uid))
        self.named.add(uid)
        return uid, id_

    def _new_uid(self) -> str:
        turn = next(self._turns)
        noise = _seeded(turn) if "ONELOG_SEED" in os.environ else os.urandom(10)
        return uuid7(self.at, self._first % 4096 + turn - self._first, noise)

    def _own_uid(self) -> str:
        uid, self.uid = self.uid or self._new_uid(), ""  # undo and redo log several changes in one transaction
        return uid

    def given(self, id_: str) -> bool:
        """Whether this id is or was a record's."""
        return self.db.execute("SELECT 1 FROM handle WHERE id = ?", (id_,)).fetchone() is not None

    def named_before(self, uid: str) -> bool:
        """Whether a record has or had this uid."""
        return self.db.execute("SELECT 1 FROM handle WHERE uid = ?", (uid,)).fetchone() is not None

    def stands(self, uid: str) -> bool:
        """Whether there is a record with this uid now."""
        held = self.db.execute("SELECT kind FROM handle WHERE uid = ?", (uid,)).fetchone()
        return bool(held) and self.row(held[0], uid) is not None

    def absent(self, kind: str, id_: str) -> str:
        """The uid of the record of this kind that had this id and was taken out; "" where there was none, or it stands."""
        held = self.db.execute("SELECT uid FROM handle WHERE id = ? AND kind = ?", (id_, kind)).fetchone()
        return str(held[0]) if held and self.row(kind, held[0]) is None else ""

    def _new_id(self) -> str:
        length, tries = 4, 0
        while True:
            id_ = random_id(length, self._count() + tries if "ONELOG_SEED" in os.environ else 0)
            if not self.given(id_):
                return id_
            tries += 1
            length = 4 + tries // _TRIES

    def _count(self) -> int:
        """How many records and changes there were: no two changes begin at the same number."""
        sql = "SELECT coalesce((SELECT max(n) FROM handle), 0) + coalesce((SELECT max(n) FROM change), 0)"
        return int(self.db.execute(sql).fetchone()[0])

    def put(self, record: Record) -> bool:
        """Writes a record as it should be; False when it is like that already."""
        kind = kind_of(record)
        return self._write(kind, record.uid, mapping.row_of(record))

    def remove(self, record: Record) -> None:
        """Takes a record out, and what was answered to warnings about it: nothing is left that they could keep quiet."""
        for (uid,) in self.db.execute("SELECT uid FROM answer WHERE about_uid = ?", (record.uid,)).fetchall():
            self._write("answer", uid, None)
        self._write(kind_of(record), record.uid, None)

    def replay(self, kind: str, uid: str, row: Row | None) -> None:
        """Puts a whole row (or its absence) in place: for undo and redo."""
        self._write(kind, uid, row)

    def row(self, kind: str, uid: str) -> Row | None:
        cursor = self.db.execute(f"SELECT * FROM {kind} WHERE uid = ?", (uid,))
        found = cursor.fetchone()
        return dict(zip((c[0] for c in cursor.description), found, strict=True)) if found else None

    def _write(self, kind: str, uid: str, row: Row | None) -> bool:
        if any(isinstance(value, str) and "\0" in value for value in (row or {}).values()):
            raise Refused("journal.nul")
        if row and kind == "moment" and row["kind"] not in MOMENT_KINDS:
            raise Refused("journal.unknown_kind", kind=str(row["kind"])[:20])
        old = self.row(kind, uid)
        before, after = mapping.changed(old, row)
        if not before and not after:
            return False
        if row is None:
            self.db.execute(f"DELETE FROM {kind} WHERE uid = ?", (uid,))
        elif old is None:
            _insert(self.db, kind, row)
        else:
            sets = ", ".join(f'"{name}" = ?' for name in after or ())
            self.db.execute(f"UPDATE {kind} SET {sets} WHERE uid = ?", (*(after or {}).values(), uid))
        self.lines.append((kind, uid, before, after))
        self.db.execute("UPDATE handle SET sum = ? WHERE uid = ?", (checksum(row) if row else None, uid))
        self._index(kind, uid, old, row)
        return True

    def _index(self, kind: str, uid: str, old: Row | None, row: Row | None) -> None:
        if searched(kind, old) != searched(kind, row):
            n = self.db.execute("SELECT n FROM handle WHERE uid = ?", (uid,)).fetchone()[0]
            self.db.execute("DELETE FROM search WHERE rowid = ?", (n,))
            if text := searched(kind, row):
                self.db.execute("INSERT INTO search (rowid, text) VALUES (?, ?)", (n, tokenizer.index_text(text)))
        had, has = (set((r or {}).get("tags", "").split()) for r in (old, row))
        if had != has:
            self.db.execute("DELETE FROM tag WHERE uid = ?", (uid,))
            self.db.executemany("INSERT INTO tag (name, uid) VALUES (?, ?)", [(name, uid) for name in sorted(has)])

    def log(self, op: str = "do", target: int | None = None) -> int:
        """Writes what was done to the change log; returns the number of the change (0: nothing was done)."""
        if not self.lines:
            return 0
        cursor = self.db.execute(
            "INSERT INTO change (uid, at, command, device, op, target) VALUES (?, ?, ?, ?, ?, ?)",
            (self._own_uid(), self.at.isoformat(timespec="seconds"), self.command, device(), op, target),
        )
        n = int(cursor.lastrowid or 0)
        self.db.executemany(
            "INSERT INTO change_row (change_n, seq, kind, uid, before, after) VALUES (?, ?, ?, ?, ?, ?)",
            [(n, seq, kind, uid, _json(b), _json(a)) for seq, (kind, uid, b, a) in enumerate(self.lines)],
        )
        self.lines = []
        return n


def _insert(db: sqlite3.Connection, kind: str, row: Row) -> None:
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"INSERT INTO {kind} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))


def searched(kind: str, row: Row | None) -> str:
    """The text of a row that `search` looks in."""
    if not row:
        return ""
    text = "\n".join(str(row[name]) for name in mapping.SEARCHED.get(kind, ()) if row.get(name))
    return notes_of(text) if kind == "meeting" else text


def _json(row: Row | None) -> str | None:
    return json.dumps(row, ensure_ascii=False) if row is not None else None


@contextlib.contextmanager
def writing(store: Store, command: str, at: datetime) -> Iterator[Writing]:
    """One change from beginning to end, in one transaction that waits its turn; committed when the block ends."""
    if not store.writable:
        raise Refused("journal.unwritable", path=store.path)
    patiently(store.db, "BEGIN IMMEDIATE", store.waiting)
    try:
        _same_version(store)
        foreign.refuse(store.db, store.path)
        store.db.execute("PRAGMA defer_foreign_keys = ON")
        change = Writing(store.db, command, at, store.next_change)
        yield change
        change.log()
        patiently(store.db, "COMMIT", store.waiting)  # it waits for those who read
        store.written = True
        store.named |= change.named
        store.next_change = ""
    except BaseException:
        if store.db.in_transaction:
            store.db.execute("ROLLBACK")
        raise


def _same_version(store: Store) -> None:
    """Refuses to write as this version does what a newer onelog has made its own since the journal was opened."""
    version = store.db.execute("PRAGMA user_version").fetchone()[0]
    if version != schema.VERSION:
        raise Damaged("journal.became_newer", path=store.path, version=version, ours=schema.VERSION)


def device() -> str:
    """The name of this machine, as the change log keeps it."""
    return os.environ.get("ONELOG_DEVICE") or (os.uname().nodename if hasattr(os, "uname") else "computer")


def uuid7(at: datetime, turn: int | None, noise: bytes) -> str:
    """A UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then `noise` (10 bytes).

    What one change makes sorts in the order in which it was made: the twelve bits after the time hold `turn` (method 1
    of section 6.2). Without one they are noise too.
    """
    milliseconds = (int(at.timestamp() * 1000) + ((turn or 0) >> 12)) & 0xFFFF_FFFF_FFFF
    value = milliseconds << 80 | int.from_bytes(noise, "big")
    if turn is not None:
        value = value & ~(0xFFF << 64) | (turn & 0xFFF) << 64
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def random_id(length: int, turn: int = 0) -> str:
    """A short id with at least one letter. With ONELOG_SEED set it depends on that and `turn` alone (for tests)."""
    seed = os.environ.get("ONELOG_SEED")
    while True:
        letters = _seeded(turn, length * 2) if seed else os.urandom(length * 2)
        id_ = "".join(ALPHABET[b % len(ALPHABET)] for b in letters if b < 252)[:length]
        if len(id_) == length and not id_.isdigit():
            return id_
        turn += 1_000_003


def _seeded(turn: int, length: int = 10) -> bytes:
    """Bytes that depend on ONELOG_SEED and `turn` alone."""
    return files.sha256(f"{os.environ['ONELOG_SEED']}:{turn}".encode())[:length]
