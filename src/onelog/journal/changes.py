"""Taking changes back and doing them again, as deep as the journal is old."""

from datetime import datetime

from onelog.core.errors import Refused
from onelog.core.results.history import Change
from onelog.store import changelog
from onelog.store.database import Store


def undo(store: Store, times: int, now: datetime) -> list[Change]:
    """Takes back the newest `times` changes (fewer if there are fewer), in one transaction. Raises `Refused`."""
    _needs(changelog.to_undo(store), "undo")
    return changelog.undo(store, times, now)


def redo(store: Store, times: int, now: datetime) -> list[Change]:
    """Does again what was undone last. Raises `Refused`."""
    _needs(changelog.to_redo(store), "redo")
    return changelog.redo(store, times, now)


def _needs(n: int | None, word: str) -> None:
    if n is None:
        raise Refused(f"history.{word}_nothing")
