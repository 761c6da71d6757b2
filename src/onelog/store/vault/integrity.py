"""Looking inside the journal's file for what is damaged or out of step; nothing is changed by looking."""

import os
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from shlex import quote

from onelog.core.errors import Damaged, Message, OnelogError, Unreadable
from onelog.core.results.safety.doctor import ADVICE, DAMAGE, PROBLEM
from onelog.store import schema
from onelog.store.database import check, connect, is_busy
from onelog.store.mapping import at_of
from onelog.store.vault import erasure, foreign
from onelog.store.vault.evidence import all_known, is_text, read_robustly
from onelog.store.vault.findings import CLOCK, MEND, MOST, RESTORE, Examination
from onelog.store.vault.soundness import Round, slots

_AHEAD = timedelta(days=366)
"""A record that lies further in the future than this was hardly meant so."""
SKEW = timedelta(minutes=5)
"""So far may the clocks of two computers be apart."""
_OUT_OF_STEP = re.compile(r"(?:row \d+ missing from|wrong # of entries in|row \d+ values differ from) index (\w+)")
_WITNESSED = ("handle", "tag", *schema.TABLES)
"""Tables of which something else tells what should stand in them; of others an index may know better than the table."""


def inside(path: Path, now: datetime, look: Examination, waiting: Callable[[], None] | None = None) -> None:
    """Looks at everything that stands in the file. Raises `Damaged` when it is no journal (empty, foreign, newer).

    `waiting` is called when another command holds the file for over a second.
    """
    version = check(path)
    look.check("file")
    if reason := unsettled(path, waiting):
        look.add("file", *reason)
        return
    try:
        with closing(_opened(path, waiting)) as db:
            read_robustly(db)
            if _file(db, look, path, version):
                _all(db, look, path, now)
    except (sqlite3.Error, Damaged, UnicodeDecodeError) as error:
        if not is_malformed(error):
            raise
        if not look.has("file"):
            look.add("file", DAMAGE, Message("errors.doctor.unreadable"), RESTORE)


def _opened(path: Path, waiting: Callable[[], None] | None) -> sqlite3.Connection:
    """A connection on which nothing is written.

    SQLite passes over the CHECK rules of a file that it opens for reading only, so it is opened for more where that can be.
    """
    db = connect(path, read_only=not os.access(path, os.W_OK), waiting=waiting)
    db.execute("PRAGMA query_only = ON")
    return db


def _all(db: sqlite3.Connection, look: Examination, path: Path, now: datetime) -> None:
    for name in ("references", "records", "documents", "search", "tags", "changes", "clock"):
        look.check(name)
    _references(db, look)
    newest = _changes(db, look)
    searchable = _can_search(db, look)
    records = Round(look, (now + _AHEAD).date().isoformat(), searchable=searchable)
    for known in all_known(db, texts=searchable):
        records.one(known)
    records.end()
    if searchable and not look.has("search"):
        _index(path, look)
    if newest and newest > now + SKEW:
        made, here = newest.isoformat(" ", "minutes"), now.isoformat(" ", "minutes")
        said = Message("errors.doctor.change_ahead", made=made, here=here)
        look.add("clock", PROBLEM, said, CLOCK)
    look.newest = newest


# --- the file ------------------------------------------------------------------------------------------------------


def unsettled(path: Path, waiting: Callable[[], None] | None = None) -> tuple[str, Message, str] | None:
    """What has to happen to the file before it can be read without changing it: (level, message, mend); None if nothing."""
    with path.open("rb") as file:
        head = file.read(20)
    if 2 in head[18:20]:  # the file format's read and write versions: 1 is a rollback journal, 2 is WAL
        return PROBLEM, Message("errors.doctor.write_ahead"), MEND
    try:
        connect(path, read_only=True, waiting=waiting).close()
    except (sqlite3.Error, OnelogError, UnicodeDecodeError) as error:
        if _code(error) == sqlite3.SQLITE_READONLY_ROLLBACK:
            return ADVICE, Message("errors.doctor.cut_off"), MEND
        if not is_malformed(error):
            raise
    return None


def _code(error: BaseException) -> int:
    cause = error if isinstance(error, sqlite3.Error) else error.__cause__
    return getattr(cause, "sqlite_errorcode", 0)


def is_malformed(error: BaseException) -> bool:
    """Whether SQLite finds the file spoiled, or the disk fails to read it."""
    if isinstance(error, UnicodeDecodeError) or isinstance(
        error.__cause__, UnicodeDecodeError
    ):  # what SQLite says of a spoiled schema, which has no text in it
        return True
    return _code(error) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR)


def _file(db: sqlite3.Connection, look: Examination, path: Path, version: int) -> bool:
    """Whether the file is whole enough to look at what is in it."""
    look.check("file", int(db.execute("PRAGMA page_count").fetchone()[0]))
    for fault in faults(db):
        if index_out_of_step(db, fault):
            look.add("file", DAMAGE, Message("errors.doctor.index_off", fault=fault), MEND)
        else:
            look.add("file", DAMAGE, Message("errors.doctor.file_damaged", fault=fault), RESTORE)
    for name in foreign.triggers(db):
        look.add("file", PROBLEM, Message("errors.doctor.trigger", name=name[:40]), MEND)
    if version < schema.VERSION:
        said = Message("errors.doctor.old_version", version=version, ours=schema.VERSION)
        look.add("file", ADVICE, said, Message("errors.doctor.keep_as_it_is"))
        return False
    missing = _tables_missing(db)
    for name in missing:
        look.add("file", DAMAGE, Message("errors.doctor.table_missing", name=name), RESTORE)
    for kind, name in () if missing else foreign.others(db):
        message = Message("errors.doctor.others", kind=kind, name=name[:40])
        drop = f"DROP {kind.upper()} {foreign.quoted(name)}"
        look.add("file", ADVICE, message, f"sqlite3 {quote(str(path))} {quote(drop)}")
    return not missing


def faults(db: sqlite3.Connection) -> list[str]:
    """What SQLite's own check finds; it names tables, indexes and pages, and nothing that is in them."""
    told = (str(row[0]) for row in db.execute(f"PRAGMA integrity_check({MOST + 1})") if row[0] != "ok")
    return list(dict.fromkeys(line for text in told for line in text.split("\n") if not line.startswith("***")))


def index_out_of_step(db: sqlite3.Connection, fault: str) -> str:
    """The index that a fault is about, where it can be made anew; else ""."""
    found = _OUT_OF_STEP.fullmatch(fault)
    if not found:
        return ""
    marks = ", ".join("?" * len(_WITNESSED))
    sql = f"SELECT 1 FROM sqlite_schema WHERE type = 'index' AND name = ? AND tbl_name IN ({marks})"
    return found[1] if db.execute(sql, (found[1], *_WITNESSED)).fetchone() else ""


def _tables_missing(db: sqlite3.Connection) -> list[str]:
    """Tables and indexes that are not there with the columns that they have in a new journal."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        schema.create(fresh)
        wanted = _tables(fresh)
    there = _tables(db)
    return sorted(name for name, columns in wanted.items() if there.get(name) != columns)


def _tables(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Tables and indexes with their columns; the inner ones of SQLite and of the search index are their own affair."""
    found = db.execute("SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'index')").fetchall()
    about = {"table": "table_xinfo", "index": "index_info"}
    return {
        name: tuple(str(row[1:3]) for row in db.execute(f"PRAGMA {about[kind]}('{name}')"))
        for name, kind in found
        if re.fullmatch(r"[a-z_]+", name) and not name.startswith(("sqlite_", "_sqlite", "search"))
    }


def _references(db: sqlite3.Connection, look: Examination) -> None:
    gone = Counter((row[0], row[2]) for row in db.execute("PRAGMA foreign_key_check"))
    for (table, parent), times in gone.items():
        message = Message("errors.doctor.reference_gone", n=times, table=table, parent=parent)
        look.add("references", DAMAGE, message, RESTORE)


# --- the records ---------------------------------------------------------------------------------------------------


def without_lines(path: Path) -> dict[str, list[str]]:
    """The ids of meetings, and of the records in them that have no line in the note."""
    with closing(connect(path, read_only=True)) as db:
        read_robustly(db)
        meetings = (known for known in all_known(db, texts=False) if known.inside and known.row)
        missing = ((known.id, sorted(known.inside - slots(str((known.row or {})["body"])))) for known in meetings)
        return {id_: ids for id_, ids in missing if ids}


def is_made(path: Path, uid: str) -> bool:
    """Whether the change with this uid is in a journal that can be read."""
    if unsettled(path):
        return False
    try:
        with closing(connect(path, read_only=True)) as db:
            return db.execute("SELECT 1 FROM change WHERE uid = ?", (uid,)).fetchone() is not None
    except (sqlite3.Error, OnelogError, UnicodeDecodeError):
        return False


def _can_search(db: sqlite3.Connection, look: Examination) -> bool:
    """Whether the words in the search index can be read; there may be none of what was never a record."""
    try:
        db.execute("SELECT sum(length(text)) FROM search").fetchone()
        stray = db.execute("SELECT count(*) FROM search WHERE rowid NOT IN (SELECT n FROM handle)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if is_busy(error):
            raise
        look.add("search", PROBLEM, Message("errors.doctor.search_damaged"), MEND)
        return False
    if stray:
        look.add("search", PROBLEM, Message("errors.doctor.search_stray", count=stray), MEND)
    return True


def _index(path: Path, look: Examination) -> None:
    """FTS5's own check of its index. It is an INSERT that writes nothing, so it needs a file that can be written to."""
    try:
        with closing(connect(path)) as db, _taken_back(db):
            db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.Error as error:
        if _code(error) & 0xFF == sqlite3.SQLITE_READONLY:
            return
        if not is_malformed(error):
            raise
        look.add("search", PROBLEM, Message("errors.doctor.search_damaged"), MEND)


@contextmanager
def _taken_back(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


# --- the change log ------------------------------------------------------------------------------------------------


def _changes(db: sqlite3.Connection, look: Examination) -> datetime | None:
    """When the newest change was made, by the clock of whoever made it."""
    newest = None
    for n, at, command, device in db.execute("SELECT n, at, command, device FROM change ORDER BY n"):
        look.count("changes")
        try:
            newest = max(filter(None, (newest, at_of(at))))
        except (TypeError, Unreadable):  # no time, or one without its offset
            look.add("changes", DAMAGE, Message("errors.doctor.change_time", number=n), RESTORE)
        if not (is_text(command) and is_text(device)):
            look.add("changes", DAMAGE, Message("errors.doctor.change_bytes", number=n), RESTORE)
    if erasure.is_under_way(db):
        look.add("changes", PROBLEM, Message("errors.doctor.erasure_cut_off"), MEND)
    return newest
