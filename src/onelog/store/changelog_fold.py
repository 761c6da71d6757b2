"""Reading the past: the lines of the change log, and the fold that leads from one state of a record to another."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onelog.store import mapping
from onelog.store.mapping import Row


class LogLine(NamedTuple):
    """A line of the change log: what one change did to one record."""

    change: int
    seq: int
    kind: str
    uid: str
    before: Row | None
    """The columns that it changed, as they were; all of a record that it took out, None for one that it made."""
    after: Row | None

    def fields(self) -> Iterator[tuple[str, object]]:
        yield from (self.before or {}).items()
        yield from (self.after or {}).items()


def log_lines(db: sqlite3.Connection, uids: Iterable[str] | None = None, *, since: int = 0) -> Iterator[LogLine]:
    """The lines of the changes after change `since`, oldest first: all, or those of some records."""
    sql = "SELECT change_n, seq, kind, uid, before, after FROM change_row WHERE"
    if uids is None:
        found: Iterable[tuple[int, int, str, str, str | None, str | None]] = db.execute(
            f"{sql} change_n > ? ORDER BY change_n, seq", (since,)
        )
    else:
        found = sorted(line for uid in uids for line in db.execute(f"{sql} uid = ? AND +change_n > ?", (uid, since)))
    for n, seq, kind, uid, before, after in found:
        yield LogLine(
            change=n, seq=seq, kind=kind, uid=uid, before=mapping.read_fields(before), after=mapping.read_fields(after)
        )


def step(row: Row | None, was: Row | None, became: Row | None) -> Row | None:
    """A record after one line, in either direction: only the columns that differ are told where it stood on both sides."""
    if became is None or was is None:
        return became
    return {**(row or was), **became}


def state(db: sqlite3.Connection, kind: str, uid: str, upto: int) -> Row | None:
    """A record as it was after change `upto` (0: before the log begins); None where it was not there.

    It is folded from today's row backwards, because the oldest changes may have been pruned.
    """
    row = current(db, kind, uid)
    for line in reversed(list(log_lines(db, [uid], since=upto))):
        row = step(row, line.after, line.before)
    return row


def current(db: sqlite3.Connection, kind: str, uid: str) -> Row | None:
    """The columns of a record as it stands."""
    cursor = db.execute(f"SELECT * FROM {kind} WHERE uid = ?", (uid,))
    found = cursor.fetchone()
    return dict(zip((column[0] for column in cursor.description), found, strict=True)) if found else None
