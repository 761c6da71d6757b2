"""Paths that somebody names, and what is read from them: what is no file is never waited for."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from onelog.core.errors import Damaged, NoHome, Wrong

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


LARGEST = 16_000_000
"""Bytes that are taken at once: four Bibles."""
BLOCK = 1 << 16
"""Bytes that are looked at before the others are read."""


class TooLarge(OSError):
    """It has more bytes than are taken at once."""


class NotAFile(OSError):
    """It is a pipe, a socket or a device."""


def read(
    path: Path, largest: int | None = LARGEST, check: Callable[[bytes, bool], object] | None = None
) -> bytes:  # fmt: skip
    """What is in a file. Raises `OSError`, `NotAFile` and `TooLarge` among them, before anything is read.

    `check` raises for a first block that cannot be right, and is told whether that is all: then the rest is not read.
    """
    with opened(path) as file:
        size = os.fstat(file.fileno()).st_size
        if largest is not None and size > largest:
            raise TooLarge(errno.EFBIG, "it is too large", str(path))
        block = file.read(BLOCK)
        if check:
            check(block, size <= len(block))
        return block + file.read()


def opened(path: Path) -> BinaryIO:
    """A file, open to be read. Raises `OSError`, `NotAFile` among them: a pipe or a device may never come to its end."""
    file = open(os.open(path, _FLAGS), "rb")  # noqa: SIM115 - for whoever asks
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotAFile(errno.EINVAL, "it is not a file", str(path))
    return file


def home() -> Path:
    """The home folder. Raises `NoHome` where HOME names none, `Damaged` where it depends on where one stands."""
    said = os.environ.get("HOME", "") if os.name == "posix" else str(Path.home())
    if not said:
        raise NoHome("There is no home folder: HOME is not set.", _SET)
    if not whole("HOME", said).is_dir():
        raise NoHome(f"There is no home folder: HOME is {said}.", _SET)
    return Path(said)


_SET = "Set it, or name a journal with --journal."


def whole(variable: str, said: str) -> Path:
    """The path in a variable. Raises `Damaged` for one that depends on where one stands."""
    if not Path(said).is_absolute():
        raise Damaged(f"{variable} is {said!r}, which is not a whole path.", "Let it begin at the root: /…")
    return Path(said)


def expanded(said: str) -> Path:
    """A path as it is typed, with `~` for the home folder. Raises `NoHome`, and `Wrong` for nobody's home."""
    path = Path(said)
    if path.parts[:1] == ("~",):
        return home().joinpath(*path.parts[1:])
    try:
        return path.expanduser()
    except RuntimeError as error:
        raise Wrong(f"{said} begins with nobody's home.", "Name it by its whole path.") from error
