"""todo.txt: a promise a line, as https://github.com/todotxt/todo.txt has it; `onelog:ID` knows it again."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from onelog.core.model import Action
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.formats.tasks.promises import promises

KEY = "onelog"
"""The key with which the id of a promise stands in its line."""


def write(book: Book, out: TextIO, today: date, language: str = "en", *, theirs: bool = False) -> None:
    """Open promises and those that were kept; one that was dropped has no sign there, and is left out."""
    for action in promises(book, theirs=theirs):
        if action.status != "dropped":
            out.write(" ".join(_parts(action)) + "\n")


def _parts(action: Action) -> Iterator[str]:
    if action.status == "done":
        yield "x"
        yield str(action.closed or action.opened)
    yield str(action.opened) if action.opened else "-"
    text = " ".join(storable(action.text).split())
    yield text
    words = text.lower().split()
    yield from (f"+{tag}" for tag in action.tags if f"+{tag}" not in words)
    if action.person:
        yield f"@{_word(action.person.label)}"
    if action.owner:
        yield f"owner:{_word(action.owner.label)}"
    if action.due:
        yield f"due:{action.due}"
    yield f"{KEY}:{action.id}"


def _word(name: str) -> str:
    """A name as one word."""
    return re.sub(r"\s+", "_", storable(name))
