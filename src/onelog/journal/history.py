"""Taking changes back and doing them again, as deep as the journal is old."""

from datetime import datetime

from onelog.core.errors import Refused
from onelog.store import changes
from onelog.store.changes import Change
from onelog.store.file import Store


def undo(store: Store, times: int, now: datetime) -> list[Change]:
    """Takes back the newest `times` changes (fewer if there are fewer), in one transaction. Raises `Refused`."""
    _needs(changes.to_undo(store), "undo")
    return changes.undo(store, times, now)


def redo(store: Store, times: int, now: datetime) -> list[Change]:
    """Does again what was undone last. Raises `Refused`."""
    _needs(changes.to_redo(store), "redo")
    return changes.redo(store, times, now)


def _needs(n: int | None, word: str) -> None:
    if n is None:
        raise Refused(f"There is nothing to {word}.", "onelog history lists what was done.")
