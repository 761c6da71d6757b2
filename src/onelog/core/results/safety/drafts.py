"""Words that wait for a command to take them."""

from datetime import datetime
from typing import NamedTuple

from onelog.core.presenter import presented


@presented("draft", listed="records.drafts", module="upkeep")
class Waiting(NamedTuple):
    """A draft as `recover` lists it."""

    number: int
    at: datetime
    command: str
    """What was to be done with the words, such as `log` or `edit k7qf`; empty where nothing tells it."""
    person: str | None
    text: str = ""
    """Empty where the words are not shown."""
    lines: int = 0
    """How many lines of it have words."""
