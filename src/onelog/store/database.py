"""Opening the journal: one SQLite file, checked before it is touched, made at the first write."""

import contextlib
import os
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, cast

from onelog.core import files
from onelog.core.calendar import dates
from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Damaged, Message, OnelogError, Refused, Unreadable
from onelog.store import schema
from onelog.store.vault.atomic_file import aside, put

WAIT = 30.0
"""Seconds that a command waits for another one's write to end."""
PATIENCE = 1.0
"""Seconds after which it says so."""

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_spill = OFF",  # a long import would lock readers out while it writes, not only while it commits
    "PRAGMA synchronous = EXTRA",
    *(("PRAGMA fullfsync = ON",) if sys.platform == "darwin" else ()),  # there, fsync ends in the disk's memory
)
OLDEST_SQLITE = (3, 37)
"""The first SQLite that knows STRICT tables."""
T = TypeVar("T")
_MAGIC = b"SQLite format 3\x00"


class Store:
    """An open journal. Reading a journal that does not exist yet finds it empty and makes nothing."""

    def __init__(
        self,
        path: Path,
        *,
        write: bool = False,
        conventions: Conventions = USUAL,
        waiting: Callable[[], None] | None = None,
        keep: bool = True,
    ) -> None:
        """`waiting` is called when another command holds the file for over a second. `keep=False` migrates an older
        journal without a backup before: for what is a copy already."""
        self.path = path
        self._read = dict[Any, tuple[Any, ...]]()
        """What has been read once: by the function that reads it, the state of the journal and what was found."""
        self.conventions = conventions
        """How its keeper counts years and writes days and numbers."""
        self.waiting = waiting
        self.next_change = ""
        """The uid that the next change will have, where a draft knows it already."""
        self.named = set[str]()
        """The uids of the records that this run has made."""
        self.written = False
        """Whether a change of this run has been committed: then no error may say that nothing was."""
        self.made = write and not there(path)
        """Whether there was no journal before."""
        if self.made:
            _make(path)
        self.writable = there(path)
        if not self.writable:
            self.db = sqlite3.connect(":memory:", isolation_level=None)
            check_sqlite(self.db)
            schema.create(self.db)
            return
        check(path)
        self.writable = os.access(path, os.W_OK)
        if self.writable:
            _tighten(path)
        self.db = connect(path, read_only=not self.writable, waiting=waiting)
        (version,) = self.db.execute("PRAGMA user_version").fetchone()  # now that what was cut off has been taken back
        if version < schema.VERSION:
            self._bring_up(version, write, keep)

    def _bring_up(self, version: int, write: bool, keep: bool) -> None:
        """An older journal is read as if it were a new one; the first command that writes makes it one, after a backup."""
        if write and self.writable:
            from onelog.store.vault import foreign  # noqa: PLC0415 - once in the life of a journal's version

            foreign.refuse(self.db, self.path)
            if keep:
                _keep(self.path)
            schema.migrate(self.db)
        else:
            self.writable = False
            schema.read_as_new(self.db, version)

    def read_once(self, read: Callable[["Store"], T]) -> T:
        """What `read` finds in the journal, looked up again only after something was written, by us or by others.

        Within a transaction it is read each time: what is taken back there leaves no trace.
        """
        if self.db.in_transaction:
            return read(self)
        state = (*self.db.execute("PRAGMA data_version").fetchone(), self.db.total_changes)
        if self._read.get(read, (None,))[0] != state:
            self._read[read] = (state, read(self))
        return cast(T, self._read[read][1])

    def close(self) -> None:
        if self.written:
            # One file again where another program has made three of it (WAL), unless it is in use just now.
            with contextlib.suppress(sqlite3.Error):
                self.db.execute("PRAGMA journal_mode = DELETE")
        self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def connect(path: Path, *, read_only: bool = False, waiting: Callable[[], None] | None = None) -> sqlite3.Connection:
    """A connection with all the settings of a journal. Raises `Damaged`."""
    if any(os.path.exists(f"{path}{end}") for end in ("-journal", "-wal")):  # noqa: PTH110 - looked at in every run
        from onelog.store.vault import leftovers  # noqa: PLC0415 - after a killed command, or beside a running one

        leftovers.check(path)
    uri = f"{files.uri(path.absolute())}?mode={'ro' if read_only else 'rw'}"
    db = sqlite3.connect(uri, uri=True, timeout=WAIT, isolation_level=None, cached_statements=64)
    try:
        check_sqlite(db)
        patiently(db, "SELECT 1 FROM sqlite_schema", waiting)  # the first look: what is cut or spoiled shows here
        for setting in _SETTINGS:
            db.execute(setting)
    except sqlite3.Error as error:
        db.close()
        raise explained(error, path) or error from error
    except UnicodeDecodeError as error:  # SQLite has a sentence about a spoiled schema, and quotes it
        db.close()
        raise _damaged(path) from error
    except Damaged:
        db.close()
        raise
    return db


def check_sqlite(db: sqlite3.Connection) -> None:
    """Raises `Damaged` where Python's SQLite can keep no journal: then it is that, and not the file, that is wrong."""
    modules = db.execute("PRAGMA module_list").fetchall()  # empty where a SQLite does not tell
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        needed = Message("errors.journal.needs_newer", oldest=".".join(map(str, OLDEST_SQLITE)))
    elif modules and ("fts5",) not in modules:
        needed = Message("errors.journal.needs_fts5")
    else:
        return
    raise Damaged("journal.old_sqlite", version=sqlite3.sqlite_version, needed=needed, python=sys.executable)


def patiently(db: sqlite3.Connection, sql: str, waiting: Callable[[], None] | None) -> None:
    """Runs a statement for which the journal may have to be waited for: `WAIT` seconds, and after one it is said."""
    if not waiting:
        db.execute(sql)
        return
    db.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")
    try:
        db.execute(sql)
        return
    except sqlite3.OperationalError as error:
        if not is_busy(error):
            raise
        waiting()
    finally:
        db.execute(f"PRAGMA busy_timeout = {WAIT * 1000:.0f}")
    db.execute(sql)


def is_busy(error: Exception) -> bool:
    """Whether another command holds the journal."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _keep(path: Path) -> None:
    from onelog.store.vault import snapshots  # noqa: PLC0415 - as above

    snapshots.keep(path, dates.now(), "migration")


def there(path: Path) -> bool:
    """Whether there is anything at `path`. Raises `Damaged` where that cannot be known: links in a circle, no right; and
    where what is missing cannot be new: a link to nothing, a disk that is not mounted."""
    try:
        path.stat()
    except FileNotFoundError:
        from onelog.store.vault import absent  # noqa: PLC0415 - before the first entry only

        absent.check(path)
        return False
    except OSError as error:
        raise _unreadable(path, error) from error
    return True


def _unreadable(path: Path, error: OSError) -> Damaged:
    return Damaged("journal.unreadable", path=path, reason=error.strerror)


def _head(path: Path) -> bytes:
    """The first hundred bytes. What is no file is not opened: reading from a pipe or a device could wait for ever."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Damaged("journal.not_a_file", path=path)
        with path.open("rb") as file:
            return file.read(100)
    except OSError as error:
        raise _unreadable(path, error) from error


def check(path: Path) -> int:
    """The version of the journal at `path`, from its first hundred bytes.

    Raises `Damaged` when the file is not a journal of ours, or from a newer onelog. Reads only.
    """
    head = _head(path)
    if not head:
        raise Damaged("journal.empty", path=path)
    if len(head) < 100 or head[:16] != _MAGIC:
        raise Damaged("journal.not_one", path=path)
    version, application = int.from_bytes(head[60:64], "big", signed=True), int.from_bytes(head[68:72], "big")
    if application != schema.APPLICATION_ID:
        raise Damaged("journal.another_program", path=path)
    if version > schema.VERSION:
        raise Damaged("journal.newer", path=path, version=version)
    if version < 1 or max(head[18:20]) > 2:  # a file format that SQLite may only read, or not even that
        raise _damaged(path)
    return version


def _tighten(path: Path) -> None:
    """Makes a journal its owner's alone that was made, or copied, for others to read as well."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        with contextlib.suppress(OSError):  # another's file; a file system without modes
            path.chmod(0o600)


def _make(path: Path) -> None:
    """Makes a new, empty journal. Two first runs at once are safe: the second one finds the first one's."""
    with new_journal(path) as new, contextlib.suppress(FileExistsError):
        put(new, Path(os.path.realpath(path)))


@contextlib.contextmanager
def new_journal(path: Path) -> Iterator[Path]:
    """An empty journal, made aside in the folder of `path` (or of what it links to), to be put in its place.

    Raises `Refused` (no room, no right).
    """
    path = Path(os.path.realpath(path))  # where a link points that leads nowhere yet
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("journal.cannot_be_made", path=path, reason=error.strerror) from error
    with aside(path.parent, path.name) as new:
        with contextlib.closing(sqlite3.connect(new, timeout=WAIT, isolation_level=None)) as db:
            check_sqlite(db)
            db.execute("PRAGMA journal_mode = DELETE")
            db.execute("PRAGMA synchronous = EXTRA")
            schema.migrate(db)
        yield new


def explained(error: Exception, path: Path, *, written: bool = False) -> OnelogError | None:
    """SQLite's error as a sentence about the journal, which never holds a word of a note; None for another's error.

    `written`: something is in the journal already, so it is not said that nothing was changed.
    """
    state = _state(written)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF  # the low byte is the kind of error
    no_text = isinstance(error, sqlite3.OperationalError) and code == sqlite3.SQLITE_OK  # Python's, not SQLite's
    if no_text or isinstance(error, Unreadable | UnicodeDecodeError):  # even SQLite's own message may be no text
        return Damaged("journal.bad_value", path=path, state=state)
    if not isinstance(error, sqlite3.Error):
        return None
    if is_busy(error):
        return Damaged("journal.busy", path=path, seconds=WAIT)
    if code == sqlite3.SQLITE_FULL:
        return Refused("journal.disk_full", path=path)
    if code == sqlite3.SQLITE_IOERR:
        return Refused("journal.disk_failed", path=path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return Refused("journal.unwritable", path=path)
    if code == sqlite3.SQLITE_TOOBIG or isinstance(error, sqlite3.DataError):
        return Refused("journal.too_much_text")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(path, written=written)
    if code == sqlite3.SQLITE_ERROR:  # a table or a column that is not there, most of all
        return Damaged("journal.other_tables", path=path, state=state)
    return Damaged("journal.unusable", path=path, why=type(error).__name__)


def _damaged(path: Path, *, written: bool = False) -> Damaged:
    return Damaged("journal.damaged", path=path, state=_state(written))


def _state(written: bool) -> Message:
    return Message("errors.journal.is_in_it" if written else "errors.journal.unchanged")
