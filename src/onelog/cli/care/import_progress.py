"""How far a long import is, on one line of a terminal that goes again; elsewhere nothing is shown."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from onelog.cli.app import App

_EACH = 50
"""It is drawn anew after so many files or documents: fewer are read before anybody has looked."""
_Item = TypeVar("_Item")


class ImportProgress:
    """The line, with what was read and taken so far."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.is_shown = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.is_drawn = False

    def reading(self, files: Iterable[_Item]) -> Iterator[_Item]:
        """The files as they are read, counted."""
        for number, file in enumerate(files, 1):
            yield file
            if number % _EACH == 0:
                self.draw(self.app.said("talk.import_reading", n=number))

    def taking(self, number: int, many: int) -> None:
        """Counts the documents that were looked at."""
        if number % _EACH == 0:
            self.draw(self.app.said("talk.import_taking", n=number, many=many))

    def draw(self, text: str) -> None:
        if self.is_shown:
            sys.stderr.write(f"\r{text}\x1b[K")
            sys.stderr.flush()
            self.is_drawn = True

    def clear(self) -> None:
        """Takes the line away again."""
        if self.is_drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self.is_drawn = False


@contextmanager
def shown(app: App) -> Iterator[ImportProgress]:
    """Shows how far it is while something is done, and nothing of that behind it."""
    progress = ImportProgress(app)
    try:
        yield progress
    finally:
        progress.clear()
