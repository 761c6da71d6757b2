"""Paths that somebody names, and what is read from them: what is no file is never waited for."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from onelog.core.errors import Damaged, NoHome, Wrong, notice

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


LARGEST = 16_000_000
"""Bytes that are taken at once: four Bibles."""
BLOCK = 1 << 16
"""Bytes that are looked at before the others are read."""


class TooLarge(OSError):
    """It has more bytes than are taken at once."""


class NotAFile(OSError):
    """It is a pipe, a socket or a device."""


EXPORT_LIST = ".onelog-export.json"
"""The list of its files in a folder that `export` made."""


def read(path: Path, largest: int | None = LARGEST, check: Callable[[bytes, bool], object] | None = None) -> bytes:
    """What is in a file. Raises `OSError`, `NotAFile` and `TooLarge` among them, before anything is read.

    `check` raises for a first block that cannot be right, and is told whether that is all: then the rest is not read.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if largest is not None and size > largest:
            raise TooLarge(errno.EFBIG, notice("file.it_is_too_large"), str(path))
        block = file.read(BLOCK)
        if check:
            check(block, size <= len(block))
        return block + file.read()


def opened(path: Path) -> BinaryIO:
    """A file, open to be read. Raises `OSError`, `NotAFile` among them: a pipe or a device may never come to its end."""
    file = open(os.open(path, _FLAGS), "rb")  # noqa: SIM115 - for whoever asks
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotAFile(errno.EINVAL, notice("file.it_is_no_file"), str(path))
    return file


def sha256(data: bytes) -> bytes:
    """The SHA-256 of data, 32 bytes."""
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL, and few commands need it

    return sha256(data).digest()


def uri(path: Path) -> str:
    """A whole path as SQLite takes it in `file:…`, on every system; no quotation mark is left in it.

    The authority is empty (https://www.sqlite.org/uri.html), else `//tmp/x.db` would name a computer `tmp`.
    """
    whole = path.as_posix()
    return f"file://{'' if whole.startswith('/') else '/'}{quote(os.fsencode(whole), safe='/:')}"


def hold(handle: int, *, shared: bool = False, wait: bool = False) -> bool:
    """Whether this process holds an open file or folder now, until it closes it; so others know that it is at work there.

    Raises `OSError` where nothing can be locked: on some file systems, and folders on Windows.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on every system
    except ImportError:
        return _hold_byte(handle, wait=wait)
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _hold_byte(handle: int, *, wait: bool) -> bool:
    """As `hold` on Windows, which locks bytes: one far behind the words, so that these stay readable."""
    try:
        from msvcrt import LK_LOCK, LK_NBLCK, locking  # type: ignore[attr-defined]  # noqa: PLC0415 - of Windows
    except ImportError as error:
        raise OSError(errno.ENOSYS, notice("file.knows_no_locks")) from error
    here = os.lseek(handle, 0, os.SEEK_CUR)
    os.lseek(handle, 1 << 30, os.SEEK_SET)
    try:
        locking(handle, LK_LOCK if wait else LK_NBLCK, 1)
    except PermissionError:
        return False
    finally:
        os.lseek(handle, here, os.SEEK_SET)
    return True


def home() -> Path:
    """The home folder. Raises `NoHome` where HOME names none, `Damaged` where it depends on where one stands."""
    said = os.environ.get("HOME", "") if os.name == "posix" else str(Path.home())
    if not said:
        raise NoHome("file.home_not_set")
    if not whole("HOME", said).is_dir():
        raise NoHome("file.home_is", home=said)
    return Path(said)


def whole(variable: str, said: str) -> Path:
    """The path in a variable. Raises `Damaged` for one that depends on where one stands."""
    if not Path(said).is_absolute():
        raise Damaged("file.not_whole", variable=variable, path=said)
    return Path(said)


def expanded(said: str) -> Path:
    """A path as it is typed, with `~` for the home folder. Raises `NoHome`, and `Wrong` for nobody's home."""
    path = Path(said)
    if path.parts[:1] == ("~",):
        return home().joinpath(*path.parts[1:])
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise Wrong("file.nobodys_home", path=said) from error
