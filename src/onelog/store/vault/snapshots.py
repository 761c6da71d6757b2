"""Copies of the journal in a folder beside it: each is checked before it counts, and kept as long as its age earns."""

import contextlib
import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from unicodedata import normalize

from onelog.core import files
from onelog.core.errors import Damaged, Refused
from onelog.core.results.safety.backups import Contents, Copy
from onelog.store import private
from onelog.store.checksum import checksum
from onelog.store.database import check, connect, explained, is_busy, patiently, there
from onelog.store.schema import TABLES, tables
from onelog.store.vault.atomic_file import aside, put
from onelog.store.vault.retention import kept

SEALED = ".age.tar"
"""What the name of an encrypted copy ends in."""
OnWait = Callable[[], None] | None


def folder(journal: Path) -> Path:
    """Where the copies of a journal are: beside it, for its owner alone."""
    return journal.with_name(f"{journal.name}.backups")


def made_folder(journal: Path) -> Path:
    """The folder, made where it is not there yet. Raises `Refused`, and `Damaged` where the journal is away."""
    place = folder(journal)
    there(journal)
    try:
        private.make_folder(place)
    except OSError as error:
        raise Refused("file.place_unusable", place=place, reason=error.strerror) from error
    return place


@contextlib.contextmanager
def in_folder(journal: Path, name: str) -> Iterator[Path]:
    """A file aside in the journal's folder of backups, which is not left behind where it was made for nothing."""
    place = made_folder(journal)
    try:
        with aside(place, name) as path:
            yield path
    finally:
        with contextlib.suppress(OSError):  # it is not empty
            place.rmdir()


# --- making one ----------------------------------------------------------------------------------------------------


def keep(journal: Path, now: datetime, reason: str = "", *, waiting: OnWait = None, less: OnWait = None) -> Copy:
    """A new copy in the journal's folder, checked; then the older ones are thinned.

    `less` is called where none was taken away because the new copy holds less than the one before it. Raises `Refused`
    (no journal, no room, no right) and `Damaged`, which names the journal.
    """
    with in_folder(journal, journal.name) as path:
        copied(journal, path, waiting)
        copy = placed(journal, path, now, reason)
    if not thin(journal, copy, now) and less:
        less()
    return copy


def copied(journal: Path, path: Path, waiting: OnWait = None) -> Contents:
    """Fills the empty file `path` with the journal as it is at one moment, and checks that. Others may go on writing.

    VACUUM INTO takes the journal's lock for readers, so a writer that comes to its commit only waits.
    """
    if not there(journal):
        raise Refused("journal.none_yet", path=journal)
    check(journal)
    try:
        reading = connect(journal, read_only=not os.access(journal, os.W_OK), waiting=waiting)
        with contextlib.closing(reading) as db:
            before = _contents(db)
            patiently(db, f"VACUUM INTO '{files.uri(path.absolute())}'", waiting)
            after = _contents(db)
    except sqlite3.Error as error:
        raise explained(error, path.parent if _is_of_writing(error) else journal) or error from error
    try:
        made = verify(path)
    except Damaged as error:
        raise Damaged("backup.journal_damaged", path=journal) from error
    except Refused as error:
        error.say_of(path, path.parent)
        raise
    if made not in (before, after) and not before.newest < made.newest < after.newest:
        raise Damaged("backup.copy_differs", path=journal)
    return made


def _is_of_writing(error: sqlite3.Error) -> bool:
    """Whether it is the new file that made trouble, not the one that is read."""
    code = getattr(error, "sqlite_errorcode", 0)
    reading = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ)
    return code & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and code not in reading


def placed(
    journal: Path, path: Path, now: datetime, reason: str = "", *, sealed: bool = False, place: Path | None = None
) -> Copy:
    """Gives a file that was made aside its name, which tells when and before what: among the journal's copies, or in
    another folder."""
    stamp = f"{now:%Y%m%dT%H%M%S}{f'{now:%z}'[:5]}"
    at = datetime.strptime(stamp, "%Y%m%dT%H%M%S%z")
    number = max((copy.number for copy in ([] if place else listed(journal)) if copy.at == at), default=0) + 1
    told = f"-{reason}" if reason == "damaged" else f"-before-{reason}" if reason else ""
    while True:
        again = f"-{number}" if number > 1 else ""
        target = (place or folder(journal)) / f"{journal.stem}-{stamp}{told}{again}.db{SEALED if sealed else ''}"
        try:
            put(path, target)
        except FileExistsError:
            number += 1
            continue
        return Copy(path=target, at=at, bytes=target.stat().st_size, reason=reason, sealed=sealed, number=number)


# --- what is there -------------------------------------------------------------------------------------------------


def listed(journal: Path) -> list[Copy]:
    """The copies in the journal's folder, newest first; files of other names are nothing to us.

    Some file systems keep a name in other letters than those it is asked for in: capital ones, or decomposed.
    """
    ours = re.compile(
        rf"{re.escape(_folded(journal.stem))}-(\d{{8}}T\d{{6}}[+-]\d{{4}})(?:-before-([a-z]+)|-(damaged))?(?:-(\d+))?\.db({re.escape(SEALED)})?",
        re.IGNORECASE,
    )
    found = []
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder(journal)) as entries:
        for entry in entries:
            name = ours.fullmatch(_folded(entry.name))
            if name and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(ValueError, FileNotFoundError):  # no such day; thinned away at this moment
                    at = datetime.strptime(name[1], "%Y%m%dT%H%M%S%z")
                    why, number = name[2] or name[3] or "", int(name[4] or 1)
                    size = entry.stat(follow_symlinks=False).st_size
                    found.append(
                        Copy(path=Path(entry.path), at=at, bytes=size, reason=why, sealed=bool(name[5]), number=number)
                    )
    return sorted(found, key=lambda copy: (copy.at, copy.number), reverse=True)


def _folded(name: str) -> str:
    return normalize("NFC", name)


def verify(path: Path) -> Contents:
    """What a copy holds, after every page and every record of it was read. Raises `Damaged`, and `Refused` where it
    cannot be read."""
    version = check(path)
    broken = Damaged("backup.damaged", path=path)
    try:
        with contextlib.closing(connect(path, read_only=True)) as db:
            if db.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise broken
            if db.execute("PRAGMA foreign_key_check").fetchone():
                raise broken
            if version > 1 and not _sums_fit(db, version):  # a journal of the first version has none
                raise broken
            return _contents(db)
    except sqlite3.Error as error:
        said = explained(error, path)
        raise (said if isinstance(said, Refused) else broken) from error


def _sums_fit(db: sqlite3.Connection, version: int) -> bool:
    """Whether every record is what its checksum says, and no checksum is without its record."""
    stand = 0
    for table in tables(version):
        cursor = db.execute(f"SELECT t.*, h.sum FROM {table} t LEFT JOIN handle h ON h.uid = t.uid")
        names = [column[0] for column in cursor.description[:-1]]
        for row in cursor:
            if row[-1] != checksum(dict(zip(names, row[:-1], strict=True))):
                return False
            stand += 1
    return bool(db.execute("SELECT count(*) FROM handle WHERE sum IS NOT NULL").fetchone() == (stand,))


def contents(path: Path) -> Contents | None:
    """How much a copy holds, at a glance; None where that cannot be read."""
    try:
        check(path)
        with contextlib.closing(connect(path, read_only=True)) as db:
            return _contents(db)
    except (Damaged, Refused, sqlite3.Error):
        return None


def in_use(journal: Path, waiting: OnWait = None) -> Contents | None:
    """How much a journal holds that others may be using; None where that cannot be read. Raises `Damaged` where they
    do not let go of it."""
    try:
        check(journal)
        with contextlib.closing(connect(journal, read_only=not os.access(journal, os.W_OK), waiting=waiting)) as db:
            return _contents(db)
    except (Damaged, Refused, sqlite3.Error) as error:
        if is_busy(error) or (isinstance(error.__cause__, sqlite3.Error) and is_busy(error.__cause__)):
            raise
        return None


def _contents(db: sqlite3.Connection) -> Contents:
    """How much is in a journal of any version; of what its version does not have there is nothing."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    there = {*tables(version), "change"}
    counts = ", ".join(f"(SELECT count(*) FROM {t})" if t in there else "0" for t in (*TABLES, "change"))
    last = "(SELECT coalesce(max(n), 0) FROM change), (SELECT coalesce(max(n), 0) FROM handle)"
    return Contents(version, *db.execute(f"SELECT {counts}, {last}").fetchone())


def holds(path: Path, other: Path) -> bool:
    """Whether the copy at `path` may stand in for `other`: an earlier state of the same journal, with no more in it."""
    with contextlib.closing(connect(path, read_only=True)) as db:
        db.execute(f"ATTACH '{files.uri(other.absolute())}?mode=ro' AS other")
        lost = """SELECT 1 FROM other.handle o LEFT JOIN main.handle h ON h.n = o.n AND h.id = o.id
            WHERE h.uid IS NULL OR h.uid <> o.uid AND h.kind <> 'forgotten'"""
        last = "SELECT n, uid FROM other.change ORDER BY n DESC LIMIT 1"
        apart = f"SELECT 1 FROM ({last}) o JOIN main.change c ON c.n = o.n AND c.uid <> o.uid"
        if db.execute(f"{lost} UNION ALL {apart}").fetchone():
            return False
        mine = _contents(db)
    with contextlib.closing(connect(other, read_only=True)) as db:
        theirs = _contents(db)
    return mine.newest >= theirs.newest and not mine.is_less_than(theirs)


def related(path: Path, other: Path) -> bool:
    """Whether two journals have a record in common, or ever had; one without records is related to everything."""
    with contextlib.closing(connect(path, read_only=True)) as db:
        db.execute(f"ATTACH '{files.uri(other.absolute())}?mode=ro' AS other")
        both = "SELECT 1 FROM main.handle h JOIN other.handle o ON o.uid = h.uid LIMIT 1"
        none = "SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM main.handle) OR NOT EXISTS (SELECT 1 FROM other.handle)"
        return db.execute(f"{none} UNION ALL SELECT * FROM ({both})").fetchone() is not None


# --- how long they are kept ----------------------------------------------------------------------------------------


def thin(journal: Path, new: Copy, now: datetime) -> bool:
    """Takes away what has had its time among the copies of the same sort as `new`, which has been checked.

    False, and nothing is taken away, where the new one holds less than the one before it: what is missing in it may
    be missed. Encrypted ones cannot be counted; their size is compared.
    """
    sort = [c for c in listed(journal) if (c.sealed, c.reason == "damaged") == (new.sealed, new.reason == "damaged")]
    if _is_less(new, [copy for copy in sort if copy.path != new.path]):
        return False
    stay = kept((copy.at for copy in sort), now)
    for copy in sort:
        if copy.at not in stay and copy.path != new.path:
            copy.path.unlink(missing_ok=True)
            copy.path.with_name(f"{copy.path.name}-journal").unlink(missing_ok=True)
    return True


def _is_less(new: Copy, others: list[Copy]) -> bool:
    if new.reason == "damaged":
        return False
    if new.sealed:
        return bool(others) and new.bytes < others[0].bytes
    mine = contents(new.path)
    before = next((found for copy in others if (found := contents(copy.path))), None)
    return bool(mine and before and mine.is_less_than(before))
