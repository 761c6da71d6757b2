"""What a command writes into a file of its own: the whole file or none, for its owner alone, in nobody's place."""

import io
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

from onelog.core.errors import Refused
from onelog.core.sanitize import safe
from onelog.store.vault import atomic_file

BOM = "\ufeff"
"""The mark of UTF-8 with which a file may begin."""

STDOUT = Path("-")


def put_text(path: Path | None, write: Callable[[TextIO], object], *, marked: bool = False) -> None:
    """Writes to stdout (also `-`), or into a file that was not there: aside, synced, put in its place. Raises `Refused`.

    `marked`: a file begins with the mark of UTF-8; a pipe and a terminal never do.
    """
    if path is None or path == STDOUT:
        if marked and _is_file(sys.stdout):
            sys.stdout.write(BOM)
        write(cast("TextIO", _Shown(sys.stdout)) if sys.stdout.isatty() else sys.stdout)
        return
    check_new(path)
    with said(path), atomic_file.aside(path.parent, path.name) as new:
        with new.open("w", encoding="utf-8", newline="\n") as out:
            out.write(BOM if marked else "")
            write(out)
        atomic_file.put(new, path)


def put_told(tell: Callable[..., object], path: Path | None, write: Callable[[TextIO], object]) -> None:
    """The same, and says of a file that it is written."""
    put_text(path, write)
    if path and path != STDOUT:
        tell("talk.is_written", file=path)


def check_new(path: Path) -> None:
    """Raises `Refused` where a new file cannot be written: something is there, or no folder is."""
    in_a_folder(path)
    if os.path.lexists(path):
        raise Refused("file.there_already", path=path)


def _is_file(out: TextIO) -> bool:
    """Whether a stream is written into a new file."""
    try:
        about = os.fstat(out.fileno())
    except (OSError, ValueError, AttributeError):
        return False
    return stat.S_ISREG(about.st_mode) and not about.st_size


class _Shown(io.TextIOBase):
    """A terminal, to which a file's text is written with nothing hidden in it."""

    def __init__(self, terminal: TextIO) -> None:
        self.terminal = terminal

    def write(self, text: str) -> int:
        return self.terminal.write(safe(text.replace("\r\n", "\n")))


def in_a_folder(path: Path) -> None:
    """Raises `Refused` where the folder that something is to be written to is not there."""
    if not path.parent.is_dir():
        raise Refused("file.no_folder", folder=path.parent)


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Tells what the system says of a path that cannot be written, as `Refused`."""
    try:
        yield
    except OSError as error:
        raise Refused("file.unwritable", path=path, reason=error.strerror) from error
