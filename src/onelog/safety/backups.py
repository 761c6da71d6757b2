"""Backups: making one here or elsewhere, the list of them, and what a restore would change."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from onelog.core import files
from onelog.core.errors import Damaged, NotFound, Refused
from onelog.core.results.safety.backups import Backup, Contents, Restored
from onelog.safety import encryption
from onelog.safety.encryption import Key
from onelog.store.database import there
from onelog.store.vault import restore, snapshots
from onelog.store.vault.atomic_file import aside, put
from onelog.store.vault.snapshots import OnWait

_NEVER = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database under these names, and would take a copy for."""


def listed(journal: Path) -> list[Backup]:
    """The backups in the journal's folder, newest first."""
    return [
        Backup(
            number=n,
            path=c.path,
            at=c.at,
            bytes=c.bytes,
            reason=c.reason,
            encrypted=c.sealed,
            contents=None if c.sealed else snapshots.contents(c.path),
        )
        for n, c in enumerate(snapshots.listed(journal), 1)
    ]


def make(
    journal: Path, now: datetime, target: Path | None = None, *, waiting: OnWait = None, less: OnWait = None
) -> Backup:
    """A checked backup: in the journal's folder, in the folder `target`, or as the file `target`.

    `less` is called where older ones were not thinned because this one holds less. Raises `Refused` and `Damaged`.
    """
    if target is None:
        copy = snapshots.keep(journal, now, waiting=waiting, less=less)
        return _new(copy.path, now, snapshots.contents(copy.path), number=1)
    with _made_for(journal, target) as path:
        held = snapshots.copied(journal, path, waiting)
        where = _place(journal, path, target, now)
    return _new(where, now, held)


def make_encrypted(
    journal: Path,
    now: datetime,
    key: Key,
    target: Path | None = None,
    *,
    identity: object = None,
    waiting: OnWait = None,
    less: OnWait = None,
) -> Backup:
    """The same, encrypted; the plain copy that it is made from is taken away. With the `identity` it is opened again."""
    with snapshots.in_folder(journal, journal.name) as plain:
        if target is None:
            held = snapshots.copied(journal, plain, waiting)
            with snapshots.in_folder(journal, journal.name) as path:
                encryption.seal(plain, path, key, now, identity)
                copy = snapshots.placed(journal, path, now, sealed=True)
            if not snapshots.thin(journal, copy, now) and less:
                less()
            return _new(copy.path, now, held, number=1, encrypted=True)
        with _made_for(journal, target) as path:
            held = snapshots.copied(journal, plain, waiting)
            encryption.seal(plain, path, key, now, identity)
            where = _place(journal, path, target, now, encrypted=True)
        return _new(where, now, held, encrypted=True)


def _new(
    path: Path, now: datetime, held: Contents | None, *, number: int | None = None, encrypted: bool = False
) -> Backup:
    return Backup(
        number=number,
        path=path,
        at=now.replace(microsecond=0),
        bytes=path.stat().st_size,
        reason="",
        encrypted=encrypted,
        contents=held,
    )


# --- elsewhere -----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _made_for(journal: Path, target: Path) -> Iterator[Path]:
    """A file aside, where it can be moved to `target` later. Raises `Refused` where nothing may be put there."""
    where = _real(target)
    _refuse_own(journal, where)
    with aside(where if where.is_dir() else where.parent, journal.name) as path:
        yield path


def _real(target: Path) -> Path:
    """Where the links of a path lead."""
    return Path(os.path.realpath(target))


def _refuse_own(journal: Path, where: Path) -> None:
    own = _real(journal)
    if where == own or (where.exists() and own.exists() and where.samefile(own)):
        raise Refused("backup.is_the_journal", file=where)
    if where.name.endswith(_NEVER):
        raise Refused("backup.name_of_databases", name=where.name)
    if not where.is_dir() and not where.parent.is_dir():
        raise Refused("backup.no_folder", folder=where.parent)


def _place(journal: Path, path: Path, target: Path, now: datetime, *, encrypted: bool = False) -> Path:
    """Moves a finished backup to `target`; returns where it is. Raises `Refused` where it would replace something that
    it does not hold."""
    where = _real(target)
    if where.is_dir():
        return snapshots.placed(journal, path, now, sealed=encrypted, place=where).path
    beside = next((f"{where}{more}" for more in _NEVER if os.path.lexists(f"{where}{more}")), "")
    if beside:
        raise Refused("backup.in_use_by_program", file=beside, name=where.name)
    try:
        put(path, where)
    except FileExistsError:
        _refuse_to_replace(path, where, encrypted)
        put(path, where, replace=True)
    return where


def _refuse_to_replace(path: Path, where: Path, encrypted: bool) -> None:
    """Only an earlier state of this journal, whole and with no more in it, may go."""
    if encrypted or not stat.S_ISREG(where.stat().st_mode):
        raise Refused("backup.file_there", file=where)
    try:
        snapshots.verify(where)
    except Damaged as error:
        raise Refused("backup.file_not_whole", file=where) from error
    if not snapshots.holds(path, where):
        raise Refused("backup.file_holds_more", file=where)


# --- back ----------------------------------------------------------------------------------------------------------


def chosen(journal: Path, which: str) -> Path:
    """The backup that is meant: by its number in the list, its path, or its name there. Raises `NotFound`."""
    there = snapshots.listed(journal)
    if which.isdecimal():
        number = int(which)
        if not 1 <= number <= len(there):
            raise NotFound("backup.no_number", number=number, n=len(there))
        return there[number - 1].path
    path = files.expanded(which).absolute()
    if not path.exists():
        path = next((copy.path for copy in there if copy.path.name == which), path)
    if not path.is_file():
        raise NotFound("backup.not_a_file" if path.exists() else "backup.not_there", path=path)
    return path


class Coming(NamedTuple):
    """A checked copy aside, and what it would replace."""

    path: Path
    holds: Contents
    now: Contents | None
    """What the journal holds; None where it is not there or cannot be read."""
    related: bool
    """Whether the two have a record in common."""
    left_out: tuple[str, ...]
    """Triggers of other programs in the backup, which do not come along."""


@contextlib.contextmanager
def coming(journal: Path, source: Path, secret: Callable[[], str], waiting: OnWait = None) -> Iterator[Coming]:
    """The backup at `source` as a private plain copy, checked, and gone at the end; `secret` is asked where it is encrypted.

    Raises `Damaged` and `Refused` for a backup that does not come back, and for a journal's place that is not ours.
    """
    if is_there := there(journal):
        if source.samefile(journal):
            raise Refused("backup.source_is_journal", file=source)
        restore.is_journal(journal)
    try:
        journal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Refused("journal.cannot_be_made", path=journal, reason=error.strerror) from error
    with snapshots.in_folder(journal, journal.name) as path:
        holds, left_out = _taken(journal, source, path, secret)
        now = snapshots.in_use(journal, waiting) if is_there else None
        yield Coming(path, holds, now, now is None or snapshots.related(path, journal), left_out)


def _taken(journal: Path, source: Path, path: Path, secret: Callable[[], str]) -> restore.TakenCopy:
    if not encryption.is_sealed(source):
        return restore.taken(source, path)
    wrapped = encryption.wrapped_in(source)
    encryption.age()  # before anybody types
    identity = encryption.opened(wrapped, secret(), source.name)
    with snapshots.in_folder(journal, journal.name) as plain:
        encryption.unseal(source, plain, identity)
        return restore.taken(plain, path, source)


def put_back(journal: Path, source: Path, copy: Coming, now: datetime, waiting: OnWait = None) -> Restored:
    """Makes the journal what the copy is, and keeps what it was."""
    return Restored(source, copy.holds, restore.put_in_place(copy.path, journal, now, waiting))
