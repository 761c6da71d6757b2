"""The one way to write a file: made aside, out of sight, synced, and put in its place when it is whole.

A second name (a hard link) puts it where nothing is in one step. Where links are refused (exFAT, FUSE, some shares) it
is renamed; Linux can do that without replacing what came there meanwhile.
"""

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onelog.core import files
from onelog.core.errors import Refused

NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""What a file system says that knows no hard links, such as a USB stick's."""


@contextlib.contextmanager
def aside(place: Path, name: str) -> Iterator[Path]:
    """An empty file of a hidden name in `place`, to be filled and put in its place; gone at the end, whatever happens.

    It is held meanwhile, so that whoever finds it free may take away what killed commands left there.
    """
    path = place / f".{name}.{os.urandom(4).hex()}.onelog.new"
    hold = -1
    try:
        hold = _held(place, path)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        _let_go(hold, path)
        raise Refused("file.place_unwritable", place=place, reason=error.strerror) from error
    try:
        yield path
    finally:
        for more in ("", "-journal", "-wal", "-shm"):
            with contextlib.suppress(OSError):  # it is not there; or the next command sweeps it
                path.with_name(path.name + more).unlink()
        _let_go(hold, path)


def write(target: Path, data: bytes, *, replace: bool = False) -> None:
    """Writes a small file to its place, whole. Raises as `aside` and `put` do."""
    with aside(target.parent, target.name) as made:
        made.write_bytes(data)
        put(made, target, replace=replace)


def fill(path: Path, file: BinaryIO) -> None:
    """Writes what is left of an open file to `path`. Raises `Refused` (no room)."""
    try:
        with path.open("wb") as into:
            shutil.copyfileobj(file, into, 1 << 20)
    except OSError as error:
        raise Refused("file.no_room", place=path.parent, reason=error.strerror) from error


def sweep(place: Path) -> None:
    """Takes away the files that killed commands left aside, unless somebody is at work on them."""
    for left in left_in(place):
        with contextlib.suppress(OSError):
            left.unlink()


def is_aside(name: str) -> bool:
    """Whether a file is called as those are that are made aside."""
    return name.startswith(".") and ".onelog.new" in name


def left_in(place: Path) -> list[Path]:
    """The files in a folder that were made aside by commands that have ended; none where that cannot be known."""
    with contextlib.suppress(OSError):
        found = sorted(path for path in place.iterdir() if is_aside(path.name))
        if os.name != "posix":
            busy = {path.name.removesuffix(_HOLD) for path in found if path.name.endswith(_HOLD) and _is_open(path)}
            return [path for path in found if not any(path.name.startswith(name) for name in busy)]
        hold = os.open(place, os.O_RDONLY)
        try:
            return found if files.hold(hold) else []
        finally:
            os.close(hold)
    return []


_HOLD = ".hold"
"""What the name of a file ends in that is open as long as the one beside it is made, where folders cannot be held."""


def _is_open(path: Path) -> bool:
    """Whether a process has a file open, on Windows: there it cannot be renamed, not even to its own name."""
    try:
        path.rename(path)
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _held(place: Path, path: Path) -> int:
    """A handle that says that `path` is being made; what killed commands left is swept first."""
    sweep(place)
    if os.name != "posix":
        return os.open(f"{path}{_HOLD}", os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    hold = os.open(place, os.O_RDONLY)
    with contextlib.suppress(OSError):  # a file system without locks: nothing is swept
        files.hold(hold, shared=True, wait=True)
    return hold


def _let_go(hold: int, path: Path) -> None:
    if hold >= 0:
        os.close(hold)
        if os.name != "posix":
            with contextlib.suppress(OSError):  # the next command sweeps it
                path.with_name(f"{path.name}{_HOLD}").unlink()


def put(path: Path, target: Path, *, replace: bool = False) -> None:
    """Moves a finished file to its place, lastingly. Raises `FileExistsError` where one is, unless it is to `replace` it."""
    try:
        move(path, target, replace=replace)
    except FileExistsError:
        raise
    except OSError as error:
        raise Refused("file.target_unwritable", path=target, reason=error.strerror) from error


def move(path: Path, target: Path, *, replace: bool = False) -> None:
    """As `put`, with the system's own errors. Raises `OSError`, `FileExistsError` among them."""
    with path.open("rb+") as file:
        flush_to_disk(file.fileno())
    if replace:
        path.replace(target)
    else:
        _place(path, target)
    sync_folder(target.parent)


def _place(path: Path, target: Path) -> None:
    """Gives a file the name `target`, never over another. Raises `OSError`, `FileExistsError` among them."""
    try:
        os.link(path, target)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        if not _rename_exclusively(path, target):
            if os.path.lexists(target):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
            path.rename(target)


def _rename_exclusively(path: Path, target: Path) -> bool:
    """Renames where nothing is, in one step; False where the system has no such step. Raises `FileExistsError`."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415 - only where links are refused

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    here, no_replace = -100, 1  # AT_FDCWD, RENAME_NOREPLACE
    if rename is None or rename(here, os.fsencode(path), here, os.fsencode(target), no_replace):
        if rename and ctypes.get_errno() == errno.EEXIST:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
        return False
    return True


def flush_to_disk(handle: int) -> None:
    """Brings what was written to an open file onto the disk; on a Mac past the disk's own memory, where fsync ends.

    (fcntl(2) of macOS: F_FULLFSYNC; a file system that does not know it has fsync.)
    """
    if sys.platform == "darwin":
        import fcntl  # noqa: PLC0415 - not on every system

        with contextlib.suppress(OSError):
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Makes the names in a folder last through a power cut (where the system can)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
