"""Opening the journal: one SQLite file, checked before it is touched, made at the first write."""

import contextlib
import os
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from onelog.errors import Damaged, OnelogError, Refused
from onelog.store import schema

WAIT = 30.0
"""Seconds that a command waits for another one's write to end."""

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA synchronous = EXTRA",
)
_MAGIC = b"SQLite format 3\x00"


class Store:
    """An open journal. Reading a journal that does not exist yet finds it empty and makes nothing."""

    def __init__(self, path: Path, *, write: bool = False, year_start: int = 1) -> None:
        self.path = path
        self.year_start = year_start
        """The month in which its keeper's year begins, and with it the quarters (`due:eoq`)."""
        if write and not path.exists():
            _make(path)
        if path.exists():
            version = check(path)
            self.writable = os.access(path, os.W_OK)
            self.db = _connect(path, read_only=not self.writable)
            if version < schema.VERSION:
                self._migrate()
        else:
            self.writable = False
            self.db = sqlite3.connect(":memory:", isolation_level=None)
            schema.create(self.db)

    def _migrate(self) -> None:
        if not self.writable:
            raise Refused(
                f"{self.path} is from an older onelog and cannot be written to.", "Make it writable, then try again."
            )
        schema.migrate(self.db)

    def close(self) -> None:
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    from urllib.parse import quote  # noqa: PLC0415 - Typer has imported it anyway

    uri = f"file:{quote(os.fsencode(path))}?mode={'ro' if read_only else 'rw'}"
    db = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, cached_statements=64)
    try:
        for setting in _SETTINGS:
            db.execute(setting)
    except sqlite3.Error as error:  # the first look into the file: one that is cut or spoiled shows here
        db.close()
        raise explained(error, path) or error from error
    return db


def check(path: Path) -> int:
    """The version of the journal at `path`, from its first hundred bytes.

    Raises `Damaged` when the file is not a journal of ours, or from a newer onelog. Reads only.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise Damaged(
            f"{path} cannot be read: {error.strerror}.", "Look at the file's owner and permissions."
        ) from error
    if not head:
        raise Damaged(
            f"{path} is empty: this is not a journal.", "Restore a copy, or move the file away to begin anew."
        )
    if len(head) < 100 or head[:16] != _MAGIC:
        raise Damaged(f"{path} is not a journal.", "Name another file with --journal, or restore a copy of yours.")
    version, application = int.from_bytes(head[60:64], "big"), int.from_bytes(head[68:72], "big")
    if application != schema.APPLICATION_ID:
        raise Damaged(f"{path} is another program's database.", "Name your journal with --journal or ONELOG_JOURNAL.")
    if version > schema.VERSION:
        raise Damaged(f"{path} is from a newer onelog (version {version}).", "Update onelog to read it.")
    if os.name == "posix" and path.stat().st_mode & 0o077 and os.access(path, os.W_OK):
        with contextlib.suppress(PermissionError):
            path.chmod(0o600)
    return version


def _make(path: Path) -> None:
    """Builds a new journal aside and links it into place: two first runs at once are safe."""
    path = Path(os.path.realpath(path))  # where a link points that leads nowhere yet
    folder = path.parent
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        aside = folder / f".{path.name}.{os.getpid()}.new"
        aside.unlink(missing_ok=True)
        os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise Refused(f"{path} cannot be made: {error.strerror}.", "Choose another place with --journal.") from error
    try:
        db = sqlite3.connect(aside, timeout=WAIT, isolation_level=None)
        with contextlib.closing(db):
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("PRAGMA synchronous = EXTRA")
            schema.migrate(db)
        with contextlib.suppress(FileExistsError):
            os.link(aside, path)
        sync_folder(folder)
    finally:
        aside.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last through a power cut (where the system can)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def explained(error: Exception, path: Path) -> OnelogError | None:
    """SQLite's error as a sentence about the journal, which never holds a word of a note; None for another's error."""
    if not isinstance(error, sqlite3.Error):
        return None
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return Damaged(
            f"{path} is in use by another program for longer than {WAIT:.0f} s.", "Try again when it is done."
        )
    if "full" in text:
        return Refused(f"The disk is full; nothing was written to {path}.", "Make room, then try again.")
    if "readonly" in text or "unable to open" in text:
        return Refused(f"{path} cannot be written to.", "Look at the permissions of the file and its folder.")
    if "too big" in text or "too large" in text:
        return Refused("This is more text than a journal can keep in one record.", "Split it.")
    if "malformed" in text or "not a database" in text or "corrupt" in text or "disk i/o" in text:
        return Damaged(f"{path} is damaged.", "Copy it somewhere safe and restore a backup; nothing was changed.")
    return Damaged(f"{path} could not be used: {type(error).__name__}.", "ONELOG_DEBUG=1 shows the details.")
