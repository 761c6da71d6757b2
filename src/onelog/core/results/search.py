"""What a search found."""

from typing import NamedTuple

from onelog.core.kinds import Record
from onelog.core.presenter import presented


@presented(
    "hit",
    listed="records.search",
    module="history",
    kinds="a search hit: its kind",
    columns=("id", "day", "name", "the part that fits"),
)
class Hit(NamedTuple):
    """A record that fits a search, or a meeting whose records fit together."""

    kind: str
    id: str
    person: str | None
    at: str
    """ISO time or day, as the record has it."""
    snippet: str
    spans: tuple[tuple[int, int], ...]
    """Where in the snippet the words stand."""
    record: Record
    parts: tuple["Hit", ...] = ()
    """Of a meeting in which the words stand apart: the records that hold them."""
