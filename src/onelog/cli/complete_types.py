"""What Tab asks, and what it offers."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from onelog.cli.app import App


class Offer(NamedTuple):
    """A word that can stand there, and what it means."""

    word: str
    says: str = ""
    found_by: str = ""
    """The word of a name by which the whole name is offered, where that is not how it begins."""


class Asked(NamedTuple):
    """Where Tab was pressed."""

    app: App
    command: str
    """Its words: `actions add`."""
    typed: str
    """What stands there so far."""
    given: tuple[str, ...] = ()
    """The words that the parameter has already."""
    params: Mapping[str, object] = {}
    """All that stands on the line."""


Offers = Iterable[Offer]
