"""What the prompt knows about a text while it is typed: how it is read, and what Tab can offer."""

import contextlib
import time
from collections.abc import Iterable, Sequence
from functools import cached_property

from onelog import document
from onelog.cli.app import App
from onelog.document import preview
from onelog.document.draft import Draft
from onelog.errors import OnelogError
from onelog.journal.names import Names
from onelog.render import preview as shown

Piece = tuple[str, str]


class Assist:
    """Reads what is typed as it will be read in the end; nothing it does can get in the way of typing."""

    def __init__(self, app: App, kind: str, begun: float | None, *, raw: bool = False) -> None:
        self.app, self.kind, self.begun, self.raw = app, kind, begun, raw
        self._painted: dict[str, list[Piece]] = {}

    @cached_property
    def _known(self) -> "_Asked":
        return _Asked(Names(self.app.store))

    def _read(self, text: str) -> Draft:
        if self.kind:
            return document.read_item(self.kind, " ".join(text.split("\n")), self.app.now, self._known)
        return document.read(text, self.app.now, self._known, typed=True)

    def paint(self, line: str) -> Sequence[Piece]:
        if self.raw or not line.strip():
            return [("", line)]
        if line not in self._painted:
            self._painted[line] = [("", line)]
            with contextlib.suppress(OnelogError, ValueError, LookupError):
                self._painted[line] = preview.painted(line, self._read(line))
        return self._painted[line]

    def bar(self, text: str) -> Sequence[Piece]:
        if self.raw or not text.strip():
            return ()
        found = preview.preview(self._read(text))
        return shown.pieces(found, self.app.today, self.app.language)

    def clock(self) -> Sequence[Piece]:
        if self.begun is None:
            return ()
        return [("", f"{shown.clock(time.monotonic() - self.begun, self.app.language)} · ")]

    def offers(self, before: str) -> Iterable[tuple[str, str, str]]:
        from onelog.cli import offers  # noqa: PLC0415 - only when Tab is pressed

        return offers.at_the_prompt(self.app, before)


class _Asked:
    """Names, each looked up once."""

    def __init__(self, names: Names) -> None:
        self._names, self._answers = names, dict[tuple[str, str], str]()
        self.conventions = names.conventions

    def person(self, word: str) -> str:
        return self._once("person", word)

    def goal(self, word: str) -> str:
        return self._once("goal", word)

    def _once(self, what: str, word: str) -> str:
        if (what, word) not in self._answers:
            self._answers[what, word] = getattr(self._names, what)(word)
        return self._answers[what, word]
