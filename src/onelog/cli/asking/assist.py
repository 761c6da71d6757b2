"""What the prompt knows about a text while it is typed: how it is read, and what Tab can offer."""

import contextlib
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from onelog.cli.app import App
from onelog.core.errors import OnelogError
from onelog.core.model import Person
from onelog.core.names import name_matching
from onelog.insight import forms
from onelog.journal.references import Names
from onelog.markdown import document, preview
from onelog.markdown.body import Fence
from onelog.markdown.parsed import Draft
from onelog.store import people
from onelog.terminal.preview_pieces import clock_text, preview_pieces

TypedPiece = tuple[str, str]


class Assist:
    """Reads what is typed as it will be read in the end; nothing it does can get in the way of typing."""

    def __init__(self, app: App, kind: str, begun: float | None, *, raw: bool = False) -> None:
        self.app, self.kind, self.begun, self.raw = app, kind, begun, raw
        self._painted: dict[tuple[str, bool], list[TypedPiece]] = {}

    @cached_property
    def _known(self) -> "_CachedNames":
        return _CachedNames(Names(self.app.store, scales=forms.scales_for(self._person())))

    def _person(self) -> Person | None:
        """With whom it is, where that is plain."""
        word = str((self.app.prompted or ("", {}))[1].get("person") or "")
        fitting = name_matching.fitting(people.everybody(self.app.store), word) if word else []
        return fitting[0] if len(fitting) == 1 else None

    def _read(self, text: str) -> Draft:
        if self.kind:
            return document.read_item(self.kind, " ".join(text.split("\n")), self.app.now, self._known)
        return document.read(text, self.app.now, self._known, typed=True)

    def paint(self, lines: Sequence[str], number: int) -> Sequence[TypedPiece]:
        line = lines[number]
        if self.raw or not line.strip() or _is_code(lines, number):
            return [("", line)]
        first = all(one.strip() for one in lines[:number])
        if (line, first) not in self._painted:
            self._painted[line, first] = [("", line)]
            with contextlib.suppress(OnelogError, ValueError, LookupError):
                self._painted[line, first] = preview.painted(line, self._alone(line, first=first))
        return self._painted[line, first]

    def _alone(self, line: str, *, first: bool) -> Draft:
        """How a line is read by itself, in the first paragraph or behind it."""
        if first or self.kind:
            return self._read(line)
        draft = self._read(f"x\n\n{line}")
        return replace(draft, lines=draft.lines[1:])

    def bar(self, text: str) -> Sequence[TypedPiece]:
        if self.raw or not text.strip():
            return ()
        found = preview.preview(self._read(text))
        return preview_pieces(found, self.app.today, self.app.language)

    def clock(self) -> Sequence[TypedPiece]:
        if self.begun is None:
            return ()
        return [("", f"{clock_text(time.monotonic() - self.begun, self.app.language)} · ")]

    def offers(self, before: str) -> Iterable[tuple[str, str, str]]:
        from onelog.cli.asking import offers  # noqa: PLC0415 - only when Tab is pressed

        return offers.at_the_prompt(self.app, before)


def _is_code(lines: Sequence[str], number: int) -> bool:
    """Whether a line stands between fences, where nothing is read."""
    fence = Fence()
    return (
        any("```" in line or "~~~" in line for line in lines) and [fence.feed(line) for line in lines[: number + 1]][-1]
    )


class _CachedNames:
    """Names, each looked up once."""

    def __init__(self, names: Names) -> None:
        self._names, self._answers = names, dict[tuple[str, str], str]()
        self.conventions, self.scales = names.conventions, names.scales

    def person(self, word: str) -> str:
        return self._once("person", word)

    def named(self, word: str) -> tuple[str, ...]:
        return self._names.named(word)

    def goal(self, word: str) -> str:
        return self._once("goal", word)

    def cut_goal(self, text: str) -> tuple[str, str]:
        return self._names.cut_goal(text)

    def _once(self, what: str, word: str) -> str:
        if (what, word) not in self._answers:
            self._answers[what, word] = getattr(self._names, what)(word)
        return self._answers[what, word]
