"""The folders beside a journal: made for its owner alone, and not used where somebody else has made them."""

import contextlib
import os
import stat
from pathlib import Path

from onelog.core.errors import Message, Refused


def make_folder(place: Path, *, parents: bool = False) -> None:
    """Makes a folder for its owner alone, or closes the one that is there to others.

    Raises `OSError`, and `Refused` for what is not the owner's own.
    """
    place.mkdir(mode=0o700, parents=parents, exist_ok=True)
    if why := strange(place):
        raise Refused("journal.folder_strange", place=place, why=Message(f"errors.journal.folder_{why}"))
    if os.name == "posix" and place.stat().st_mode & 0o077:
        with contextlib.suppress(PermissionError):  # a file system without modes; doctor says so
            place.chmod(0o700)


def open_folder(journal: Path) -> Path | None:
    """The folder that a journal lies in, where others may read it or write in it."""
    folder = Path(os.path.realpath(journal)).parent
    return folder if os.name == "posix" and folder.stat().st_mode & 0o066 else None


def is_loose(path: Path) -> bool:
    """Whether others on this computer may read or write a file or folder."""
    return os.name == "posix" and bool(path.stat().st_mode & 0o077)


def strange(place: Path) -> str:
    """Why a folder that is there is not one that onelog has made here, as a phrase of errors; "" where it is. Raises `OSError`.

    It is ours, or it belongs to whom the folder around it belongs to: so it is on a stick that keeps no owners.
    """
    found = place.lstat()
    if stat.S_ISLNK(found.st_mode):
        return "is_a_link"
    if os.name == "posix" and found.st_uid not in (os.geteuid(), place.parent.stat().st_uid):
        return "is_somebody_elses"
    return ""
