"""Backups, what they hold, and what a restore did."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from onelog.core.presenter import presented

COUNTS = ("people", "meetings", "actions", "moments", "goals", "topics", "checkins", "skips", "answers")
"""What a journal holds, in the order in which it is counted."""


class Copy(NamedTuple):
    """A copy in the journal's folder of backups."""

    path: Path
    at: datetime
    bytes: int
    reason: str = ""
    """What it was made before: migration, restore, forget, mend, prune; or "damaged": a spoiled journal as it was."""
    sealed: bool = False
    """Encrypted."""
    number: int = 1
    """Which of those made in the same second."""


class Contents(NamedTuple):
    """How much is in a journal."""

    version: int
    people: int
    meetings: int
    goals: int
    actions: int
    moments: int
    topics: int
    checkins: int
    skips: int
    answers: int
    changes: int
    newest: int
    """The number of the newest change; 0 where nothing was changed yet."""
    given: int
    """How many ids were ever given."""

    @property
    def records(self) -> int:
        return sum(self[1 : self._fields.index("changes")])

    def is_less_than(self, other: "Contents") -> bool:
        """Whether it holds fewer records, or had fewer ever."""
        return self.records < other.records or self.given < other.given


@presented("backup", listed="safety.backups", module="upkeep")
class Backup(NamedTuple):
    """One backup as it is listed."""

    number: int | None
    """Which of the list, the newest being 1; None for one that was made elsewhere."""
    path: Path
    at: datetime
    bytes: int
    reason: str
    """What it was made before: migration, restore, forget …; "damaged" for a spoiled journal as it was."""
    encrypted: bool
    contents: Contents | None
    """None where that cannot be read: it is encrypted, or damaged."""


@presented("restored", "safety.restored", module="upkeep")
class Restored(NamedTuple):
    """What a restore did."""

    source: Path
    contents: Contents
    """What the journal holds now."""
    kept: Copy | None
    """The journal that was there; None where there was none."""
