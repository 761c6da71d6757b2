"""Setting right in the journal's file what can be set right without a guess."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from pathlib import Path

from onelog.core.errors import Damaged, notice
from onelog.store import schema
from onelog.store.checksum import checksum
from onelog.store.database import connect, explained
from onelog.store.mapping import Row
from onelog.store.schema import TABLES
from onelog.store.search import tokenizer
from onelog.store.transaction import searched
from onelog.store.vault import foreign, snapshots
from onelog.store.vault.atomic_file import aside, fill
from onelog.store.vault.evidence import RecordState, all_known, is_text, read_robustly, truth
from onelog.store.vault.integrity import SKEW, faults, index_out_of_step

_FILL = 500
"""Rows of the search index that are written at once."""


def settle(path: Path) -> None:
    """Lets SQLite take back what a command that was cut off had begun, and go on without write-ahead logging.

    Raises what `connect` raises.
    """
    with closing(connect(path)) as db:
        db.execute("SELECT 1 FROM sqlite_schema").fetchone()
        db.execute("PRAGMA journal_mode = DELETE")


def kept(journal: Path, now: datetime) -> Path:
    """A backup to come back to; of a journal of which no whole one can be made, its file as it is.

    Raises `Refused` (no room, no right) and `Damaged` (in use).
    """
    try:
        return snapshots.keep(journal, now, "mend").path
    except Damaged:
        place = snapshots.made_folder(journal)
    # The file is opened first and closed last: POSIX locks go when any handle of the file is closed.
    with aside(place, journal.name) as path, journal.open("rb") as file:
        try:
            with closing(connect(journal)) as db:
                db.execute("BEGIN IMMEDIATE")  # nobody writes meanwhile
                fill(path, file)
        except sqlite3.Error as error:
            raise explained(error, journal) or error from error
        return snapshots.placed(journal, path, now, "damaged").path


def mend(path: Path, checks: set[str], now: datetime) -> list[str]:
    """Mends what these checks have found, in one transaction; a sentence for each thing that was done.

    "clock" takes `now` for right, and dates again what is dated later.

    Raises `Damaged` or `Refused`, and then nothing was changed.
    """
    try:
        with closing(connect(path)) as db:
            read_robustly(db)
            db.execute("PRAGMA foreign_keys = OFF")  # what comes back may point at what is lost
            db.execute("BEGIN IMMEDIATE")
            try:
                done = _mended(db, checks, now)
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")
    except sqlite3.Error as error:
        raise explained(error, path) or error from error
    return done


def _mended(db: sqlite3.Connection, checks: set[str], now: datetime) -> list[str]:
    done: list[str] = []
    if "file" in checks:  # first, for triggers would act on the rest, and the records are found by indexes
        done += [notice("doctor.trigger_out", name=name[:40]) for name in foreign.drop_triggers(db)]
        for name in dict.fromkeys(filter(None, (index_out_of_step(db, fault) for fault in faults(db)))):
            db.execute(f"REINDEX {name}")
            done.append(notice("doctor.index_anew", name=name))
    if "records" in checks:
        done += _records(db)
    if "search" in checks:
        done.append(notice("doctor.search_anew", count=_search(db)))
    if "tags" in checks:
        done.append(notice("doctor.tags_anew", count=_tags(db)))
    if "clock" in checks:
        times = _date_again(db, now)
        done.append(notice("doctor.dated_again", n=times))
    return done


def _date_again(db: sqlite3.Connection, now: datetime) -> int:
    """Gives changes that are dated later than `now` the latest time at which they can have been made: that of the next
    change that is not, or now. How many there were."""
    latest, times = now, 0
    for n, text in db.execute("SELECT n, at FROM change ORDER BY n DESC").fetchall():
        at = datetime.fromisoformat(text)
        if at <= now + SKEW:
            latest = min(latest, at)
        else:
            db.execute("UPDATE change SET at = ? WHERE n = ?", (latest.isoformat(timespec="seconds"), n))
            times += 1
    return times


def _records(db: sqlite3.Connection) -> list[str]:
    """Puts right what two of the three witnesses of a record (its row, its checksum, the change log) agree about."""
    times = Counter[str]()
    for known in all_known(db, texts=False):
        fault = truth(known).fault
        if fault in ("put back", "brought back"):
            times["row"] += _put_back(db, known)
        elif fault in ("sum", "no sum"):
            db.execute("UPDATE handle SET sum = ? WHERE n = ?", (checksum(known.row or {}), known.n))
            times["sum"] += 1
    rows, sums = times["row"], times["sum"]
    said = [notice("doctor.rows_put_back", n=rows)] if rows else []
    return [*said, *([notice("doctor.sums_anew", n=sums)] if sums else [])]


def _put_back(db: sqlite3.Connection, known: RecordState) -> bool:
    """Writes a record's row as the change log has it; False where another record stands in its way.

    Not through `Writing`: nobody changed anything, so there is nothing for the change log to tell, or for undo to take
    back. What is written has the checksum that onelog made when it wrote this record last; that is the proof.
    """
    columns = _columns(db, known.kind)
    row = {name: value for name, value in (truth(known).row or {}).items() if name in columns}
    sets = ", ".join(f'"{name}" = ?' for name in row)
    names = ", ".join(f'"{name}"' for name in row)
    try:
        if known.row is not None:
            db.execute(f"UPDATE {known.kind} SET {sets} WHERE uid = ?", (*row.values(), known.uid))
        else:
            db.execute(f"INSERT INTO {known.kind} ({names}) VALUES ({', '.join('?' * len(row))})", tuple(row.values()))
    except sqlite3.IntegrityError:
        return False
    return True


def _columns(db: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in db.execute(f"PRAGMA table_xinfo({table})")}


def _search(db: sqlite3.Connection) -> int:
    """A new search index: the old one may be spoiled in a way in which nothing can be taken out of it any more."""
    create = next(
        text for text in schema.statements(schema.SCRIPTS[0]) if text.startswith("CREATE VIRTUAL TABLE search")
    )
    try:
        db.execute("DROP TABLE search")
    except sqlite3.OperationalError:  # FTS5 does not open it even for that: its tables go one by one
        db.execute("PRAGMA writable_schema = ON")
        db.execute("DELETE FROM sqlite_schema WHERE name = 'search'")
        db.execute("PRAGMA writable_schema = RESET")
        for part in ("data", "idx", "content", "docsize", "config"):
            db.execute(f"DROP TABLE IF EXISTS search_{part}")
    db.execute(create)
    return sum(_index(db, kind) for kind in TABLES)


def _index(db: sqlite3.Connection, kind: str) -> int:
    cursor = db.execute(f"SELECT h.n, r.* FROM {kind} r JOIN handle h ON h.uid = r.uid ORDER BY h.n")
    names = [column[0] for column in cursor.description[1:]]
    times = 0
    while rows := cursor.fetchmany(_FILL):
        texts = ((n, searched(kind, _row(names, row))) for n, *row in rows)
        found = [(n, tokenizer.index_text(text)) for n, text in texts if text]
        db.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", found)
        times += len(found)
    return times


def _row(names: list[str], values: list[object]) -> Row:
    return dict(zip(names, values, strict=True))


def _tags(db: sqlite3.Connection) -> int:
    db.execute("DELETE FROM tag")
    times = 0
    for kind in TABLES:
        if "tags" not in _columns(db, kind):
            continue
        for uid, tags in db.execute(f"SELECT uid, tags FROM {kind} WHERE tags <> ''"):
            names = {name for name in tags.split() if is_text(name)}
            db.executemany("INSERT INTO tag (name, uid) VALUES (?, ?)", [(name, uid) for name in names])
            times += len(names)
    return times
