"""What a killed command left beside a journal, and whether it is of this journal: SQLite takes any such file for its own.

A copy that was put in the place of a journal whose last command was killed meets that command's `-journal` file. SQLite
would write the pages in it into the copy, at the first look, and spoil it. The same goes for a `-wal` file.
"""

import os
from pathlib import Path
from typing import NamedTuple

from onelog.core.errors import Damaged

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_UNKNOWN = 0xFFFF_FFFF
_LOOKS = 4
"""How often it is looked whether another command is at work just now."""


class _Leftover(NamedTuple):
    """A `-journal` file: which one it is, and the header of the journal that it would bring back."""

    which: tuple[int, bytes]
    header: bytes


def check(path: Path) -> None:
    """Raises `Damaged` when a file beside the journal is not of it. Reads only."""
    wal, journal = Path(f"{path}-wal"), Path(f"{path}-journal")
    if wal.exists() and wal.stat().st_size and _header(path)[18:19] != b"\x02":  # a journal that has one says so
        raise _foreign(wal)
    for _ in range(_LOOKS):
        left = _left(journal)
        if left is None or _follows(_header(path), left.header):
            return
        if _left(journal) == left:  # nobody ended a change in between
            raise _foreign(journal)


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _follows(now: bytes, before: bytes) -> bool:
    """Whether the change that began at the header `before` can have left the header `now`: as it was, or counted once more."""
    return now == before or _changes(now) == _changes(before) + 1


def _changes(header: bytes) -> int:
    return int.from_bytes(header[24:28], "big")


def _foreign(file: Path) -> Damaged:
    return Damaged("journal.foreign_leftover", file=file)


def _left(journal: Path) -> _Leftover | None:
    """What stands in a `-journal` file (https://www.sqlite.org/fileformat.html#the_rollback_journal).

    None where there is nothing that SQLite would bring back, or not the first page.
    """
    try:
        with journal.open("rb") as file:
            head = file.read(28)
            count, nonce, sector, page = head[8:12], head[12:16], head[20:24], head[24:28]
            if head[:8] != _MAGIC or len(head) < 28:
                return None
            records, step = int.from_bytes(count, "big"), int.from_bytes(page, "big") + 8
            there = (os.fstat(file.fileno()).st_size - int.from_bytes(sector, "big")) // step
            for n in range(there if records == _UNKNOWN else min(records, there)):
                file.seek(int.from_bytes(sector, "big") + n * step)
                record = file.read(104)
                if record[:4] == b"\0\0\0\x01":
                    return _Leftover((os.fstat(file.fileno()).st_ino, nonce), record[4:])
    except OSError:
        return None
    return None
