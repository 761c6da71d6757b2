"""Putting a copy in the journal's place: what was there is kept first, and whoever has the journal open stays safe."""

import contextlib
import os
import sqlite3
import time
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onelog.core.errors import Damaged, OnelogError, Refused
from onelog.core.results.safety.backups import Contents, Copy
from onelog.store.database import PATIENCE, WAIT, Store, check, connect, explained
from onelog.store.schema import VERSION
from onelog.store.vault import foreign
from onelog.store.vault.atomic_file import aside, fill, put, sync_folder
from onelog.store.vault.snapshots import OnWait, in_folder, placed, verify

_SQLITE = b"SQLite format 3\x00"
BESIDE = ("-journal", "-wal")
"""What a program that was killed leaves beside a database, and what belongs to it."""


class TakenCopy(NamedTuple):
    """A copy that was taken from a backup."""

    holds: Contents
    left_out: tuple[str, ...]
    """Triggers of other programs that are in the backup: with them nothing could be written."""


_OF_VERSIONS = {"errors.journal.newer", "errors.journal.became_newer", "errors.journal.old_sqlite"}
"""What is wrong with a copy that another onelog, or another Python, would take."""


def taken(source: Path, path: Path, named: Path | None = None) -> TakenCopy:
    """Fills the empty file `path` with the copy at `source`, checks it, and makes it one of this version, without triggers.

    `source` is only read. Raises `Damaged` (spoiled, foreign, newer) and `Refused` (no file, no right) about `source`,
    or about the file that it came from.
    """
    try:
        _read(source, path)
        with contextlib.closing(
            _opened(path)
        ) as db:  # writable: what was cut short before it was copied is rolled back
            db.execute("PRAGMA journal_mode = DELETE")
            left_out = tuple(foreign.drop_triggers(db))
        found = verify(path)
        if found.version != VERSION:
            Store(path, write=True, keep=False).close()
            found = verify(path)
        return TakenCopy(found, left_out)
    except (OnelogError, sqlite3.Error) as error:
        known = (
            error
            if isinstance(error, OnelogError)
            else explained(error, path) or Damaged("backup.damaged_alone", path=path)
        )
        known.say_of(path, named or source)
        if isinstance(known, Damaged) and known.text.key not in _OF_VERSIONS:
            raise Damaged("backup.copy_refused", error=known) from error
        if known is error:
            raise
        raise known from error


def _opened(path: Path) -> sqlite3.Connection:
    check(path)
    return connect(path)


def _read(source: Path, path: Path) -> None:
    """Byte for byte: what is damaged must show, and what lies beside belongs to it.

    Where it is a journal in use it is read under its lock, so that no half of a write is among the bytes.
    """
    if not source.is_file():
        raise Refused("backup.copy_not_a_file" if source.exists() else "backup.copy_not_there", path=source)
    try:
        # Open to the end: to close it would take SQLite's lock from the file.
        with source.open("rb") as file, contextlib.ExitStack() as held:
            if file.read(16) == _SQLITE:
                with contextlib.suppress(OnelogError, sqlite3.Error):  # then the bytes show what is wrong
                    db = held.enter_context(contextlib.closing(connect(source, read_only=True)))
                    db.execute("BEGIN")
                    db.execute("SELECT 1 FROM sqlite_schema").fetchone()
            file.seek(0)
            fill(path, file)
            for beside in BESIDE:
                with contextlib.suppress(FileNotFoundError), open(f"{source}{beside}", "rb") as more:
                    fill(Path(f"{path}{beside}"), more)
    except OSError as error:
        raise Refused("file.unreadable_to_you", path=source, reason=error.strerror) from error


# --- in the journal's place ----------------------------------------------------------------------------------------


def put_in_place(path: Path, journal: Path, now: datetime, waiting: OnWait = None) -> Copy | None:
    """Makes the journal what the checked copy at `path` is; returns what was kept of the journal that was there.

    Raises `Refused` and `Damaged`; then the journal is as it was.
    """
    if not journal.exists() and _begun(path, journal):
        return None
    if is_journal(journal):
        try:
            return _over(path, journal, now, waiting)
        except (Damaged, sqlite3.Error) as error:
            if not _is_spoiled(error):
                raise (explained(error, journal) if isinstance(error, sqlite3.Error) else None) or error from error
    copy = _kept_as_it_is(journal, now)
    _set(path, journal, replace=True)
    return copy


def _begun(path: Path, journal: Path) -> bool:
    """Puts the copy where no journal is; False where somebody makes one at this moment."""
    left = [f"{journal}{more}" for more in BESIDE if os.path.lexists(f"{journal}{more}")]
    if left:  # SQLite would play it back into the new file
        raise Refused("backup.left_alone", file=left[0])
    try:
        _set(path, journal)
    except FileExistsError:
        return False
    return True


def is_journal(journal: Path) -> bool:
    """Whether it looks like one, however spoiled. Raises `Damaged` for what is not ours: newer, or another program's."""
    try:
        check(journal)
    except Damaged:
        with contextlib.suppress(OSError), journal.open("rb") as file:
            head = file.read(100)
            if len(head) < 100 or not head.startswith(_SQLITE):
                return False
        raise
    return True


def _is_spoiled(error: BaseException) -> bool:
    """Whether SQLite can do nothing with the file."""
    codes = [getattr(e, "sqlite_errorcode", 0) for e in (error, error.__cause__)]
    return max(codes) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class _Steps:
    """What is done between the steps of SQLite's backup into a journal.

    The first step locks the journal for itself. What the file holds then is kept; the rest is written, and the commit
    lets the others in again. So no entry is acknowledged between what is kept and what comes.
    """

    def __init__(self, file: BinaryIO, journal: Path, now: datetime, waiting: OnWait) -> None:
        self.file, self.journal, self.now, self.waiting = file, journal, now, waiting
        self.began = time.monotonic()
        self.kept: Copy | None = None

    def __call__(self, status: int, *_pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._wait()
        elif not self.kept:
            self.kept = _kept(self.file, self.journal, self.now)

    def _wait(self) -> None:
        if self.waiting:
            self.waiting()
            self.waiting = None
        if time.monotonic() - self.began > WAIT:
            busy = sqlite3.OperationalError()
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise busy


def _over(path: Path, journal: Path, now: datetime, waiting: OnWait) -> Copy | None:
    """Writes the copy over the journal's pages, in one transaction."""
    # The file is opened first and closed last: POSIX locks go when any handle of the file is closed.
    with journal.open("rb") as file, contextlib.closing(connect(journal, waiting=waiting)) as into:
        into.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
        steps = _Steps(file, journal, now, waiting)
        with contextlib.closing(sqlite3.connect(path)) as copy:
            copy.backup(into, pages=1, progress=steps, sleep=0.05)
    return steps.kept


def _kept(file: BinaryIO, journal: Path, now: datetime) -> Copy:
    """The journal as it stands in its file, byte for byte; whether it is whole is told by the reason."""
    with in_folder(journal, journal.name) as path:
        file.seek(0)
        fill(path, file)
        try:
            verify(path)
        except Damaged:
            return placed(journal, path, now, "damaged")
        return placed(journal, path, now, "restore")


def _kept_as_it_is(journal: Path, now: datetime) -> Copy:
    """What SQLite can do nothing with, and what lies beside it, byte for byte."""
    with in_folder(journal, journal.name) as path, journal.open("rb") as file:
        fill(path, file)
        copy = placed(journal, path, now, "damaged")
    for beside in BESIDE:
        more = Path(f"{journal}{beside}")
        if more.exists():
            with in_folder(journal, journal.name) as path, more.open("rb") as file:
                fill(path, file)
                put(path, Path(f"{copy.path}{beside}"))
    return copy


def _set(path: Path, journal: Path, *, replace: bool = False) -> None:
    """A new file under the journal's name, where a link of that name points; what lies beside the old one is gone first,
    or SQLite would play it back into the new one."""
    target = Path(os.path.realpath(journal))
    with aside(target.parent, target.name) as near, path.open("rb") as file:
        fill(near, file)
        if replace:
            for beside in BESIDE:
                Path(f"{target}{beside}").unlink(missing_ok=True)
            sync_folder(target.parent)
        put(near, target, replace=replace)
