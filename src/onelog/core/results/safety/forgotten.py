"""What is to be erased, and what was."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from onelog.core.presenter import presented


@presented("erasure", "safety.forgotten", module="upkeep")
class Erasure(NamedTuple):
    """What goes, or has gone."""

    title: str
    kind: str
    records: Mapping[str, int]
    """Kind -> how many that stood."""
    deleted: int
    """How many more that had been deleted before."""
    drafts: int
    backups: int
    held: int
    """How many more drafts running commands have open: those are told, and take nothing in."""
    searches: int
    """How many saved searches look for them."""
    left: tuple[tuple[Path, str], ...]
    """Files that may still hold them, each with the reason: "encrypted", "damaged", or "form" for one of their own."""
    mentions: tuple[tuple[str, int], ...] = ()
    """Words of the name, each with the number of other records that hold it."""
    older: int = 0
    """How many others held such a word in the past, as the change log tells."""
    searches_left: tuple[str, ...] = ()
    """The saved searches that have a word of the name."""
    done: bool = False
