"""What onelog writes into a document for somebody to fill in: hints, which go again, and headings, which go when empty.

A hint is a comment of HTML. A line of somebody's note that begins like one has a backslash before it in every document,
so no note is taken for a hint.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onelog.core.phrases import spellings
from onelog.markdown.body import Fence

_HINTS = ("document.hand_over", "document.boxes", "document.unused")
_PARTS = ("topics", "feedback", "mine", "theirs", "concerns", "questions", "notes")
"""The parts of a prepared document."""
_PREPARED = "prepared"


@cache
def hints() -> frozenset[str]:
    """Every hint, in every language."""
    return frozenset(hint for key in _HINTS for hint in spellings(key))


@cache
def headings() -> frozenset[str]:
    """The heading of every part of a prepared document, in every language."""
    return frozenset(heading for part in _PARTS for heading in spellings(f"document.{part}"))


def without_hints(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The numbered lines without hints, also where an editor wrapped them or put several on one line."""
    fence, comment = Fence(), list[tuple[int, str]]()
    for number, line in lines:
        is_code = fence.feed(line)
        if is_code or not line.strip():
            yield from _left(comment)
            comment = []
        if comment or (not is_code and line.lstrip().startswith("<!--")):
            comment.append((number, line))
        else:
            yield number, line
    yield from _left(comment)


def _left(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What is left of the lines of a comment: they themselves, or the words behind the hints that they begin with."""
    text, start = "\n".join(line for _, line in lines), 0
    while found := _hints().match(text, start) or _changed_hint(text, start):
        start = found.end()
    if not start:
        yield from lines
        return
    first = text.count("\n", 0, start)
    for (number, _), line in zip(lines[first:], text[start:].split("\n"), strict=True):
        if line.strip():
            yield number, line


@cache
def _hints() -> re.Pattern[str]:
    """One of the hints at the beginning of a line or behind another one, whatever blanks stand in it."""
    blanks = r"\s*"
    forms = (blanks.join(map(re.escape, "".join(hint.split()))) for hint in hints())
    return re.compile(f"{blanks}(?:{'|'.join(forms)})")


_ALIKE = 0.7
"""How much of a comment stands in a hint that it was before a command of the editor changed it."""


def _changed_hint(text: str, start: int) -> re.Match[str] | None:
    """A comment that is nearly a hint: a command over all lines of the document changed it, too."""
    found = re.compile(r"\s*<!--(.*?)-->", re.DOTALL).match(text, start)
    pairs = _pairs(found[1]) if found else set()
    alike = any(len(pairs & _pairs(hint)) >= _ALIKE * max(len(pairs), len(_pairs(hint))) for hint in hints())
    return found if pairs and alike else None


def _pairs(words: str) -> set[str]:
    """The letters of a text, two by two."""
    letters = re.sub(r"[\W_]+", "", words.casefold())
    return {letters[n : n + 2] for n in range(len(letters) - 1)}


def kind_of(n: int) -> str:
    """The `kind:` of a document that was prepared after the change `n` of the journal."""
    return f"{_PREPARED} {n}"


def prepared_after(kind: str) -> int | None:
    """The number of the change after which a document was prepared; None for any other document."""
    word, _, n = kind.partition(" ")
    if word.lower() != _PREPARED:
        return None
    return int(n) if n.isascii() and n.isdigit() and len(n) < 19 else 2**62


def unread_headings(kind: str) -> frozenset[str]:
    """The headings of a document that open no section: those that onelog writes into a prepared one."""
    return headings() if prepared_after(kind) is not None else frozenset()
