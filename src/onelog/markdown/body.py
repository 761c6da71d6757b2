"""A meeting's text as it is kept: the note in its own words, and a line `- ^id` wherever a record stands."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from onelog.core.model import Meeting, Moment, Topic
from onelog.core.regexes import pattern

ID = "[23456789bcdfghjkmnpqrstvwxyz]{4,12}"
LEAD = r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?"
"""Blanks and a list mark at the beginning of a line."""

_PLACE_HOLDER = rf"^({LEAD})(\\*)\^({ID})$"
_FENCE = rf"^{LEAD}(`{{3,}}(?=[^`]*$)|~{{3,}})"
_CLOSING = 5
"""How much longer than its opening the closing of a fence is that is added where a note left its code open."""


class Note(NamedTuple):
    """One line of the note, as the person means it (escapes taken away)."""

    text: str


class Slot(NamedTuple):
    """The place of a record: the list mark of its line, and its id."""

    lead: str
    id: str


class Fence:
    """Follows code fences down a text."""

    def __init__(self) -> None:
        self.open = ""

    def feed(self, line: str) -> bool:
        """True when `line` belongs to a fenced block, its opening and closing lines included."""
        found = pattern(_FENCE).match(line) if "```" in line or "~~~" in line else None
        if self.open:
            if found and found[1].startswith(self.open) and line.strip() == found[1]:
                self.open = ""
            return True
        if found:
            self.open = found[1]
        return bool(found)


def body_of(lines: Iterable[Note | Slot]) -> str:
    """The kept text from its lines."""
    return "\n".join(_kept(line.text) if isinstance(line, Note) else f"{line.lead}^{line.id}" for line in lines)


def _kept(line: str) -> str:
    return pattern(_PLACE_HOLDER).sub(r"\1\\\2^\3", line) if "^" in line else line


def lines_of(body: str) -> Iterator[Note | Slot]:
    """The inverse of `body_of`."""
    for line in body.split("\n") if body else ():
        found = pattern(_PLACE_HOLDER).match(line) if "^" in line else None
        if not found:
            yield Note(line)
        elif found[2]:
            yield Note(f"{found[1]}{found[2][1:]}^{found[3]}")
        else:
            yield Slot(found[1], found[3])


def tidy(body: str) -> str:
    """The text without blank lines at its ends; every kept text is so."""
    return "\n".join(trimmed(body.split("\n"))[0])


def trimmed(lines: list[str]) -> tuple[list[str], int]:
    """The lines without blank ones at both ends, and how many were dropped in front."""
    start = next((n for n, line in enumerate(lines) if line.strip()), len(lines))
    end = max((n for n, line in enumerate(lines) if line.strip()), default=-1) + 1
    return lines[start:end], start


def notes_of(body: str) -> str:
    """The note alone, without the lines of records."""
    return tidy("\n".join(line.text for line in lines_of(body) if isinstance(line, Note)))


def words_of(record: Meeting | Moment | Topic) -> str:
    """The note of a meeting, the text of anything else."""
    return notes_of(record.body) if isinstance(record, Meeting) else record.text


def without(body: str, id_: str) -> str:
    """The text without the line of one record."""
    return tidy(body_of(line for line in lines_of(body) if not (isinstance(line, Slot) and line.id == id_)))


def with_missing(
    lines: Sequence[Note | Slot], was: Sequence[Note | Slot], ids: Collection[str] | None = None, *, first: bool = False
) -> list[Note | Slot]:
    """The lines with the places of records that are not among them, each behind the line that it stood behind.

    `ids` are those that come back, all of them unless they are given. What stood behind no line that is left comes last, or
    `first`.
    """
    out = list(lines)
    there = {line.id for line in lines if isinstance(line, Slot)}
    for n, line in enumerate(was):
        if isinstance(line, Slot) and line.id not in there and (ids is None or line.id in ids):
            known = (out.index(earlier) + 1 for earlier in reversed(was[:n]) if any(earlier) and earlier in out)
            out.insert(next(known, 0 if first else len(out)), line)
    return out


def joined(first: str, second: str) -> str:
    """Two kept texts as one; code that the first one left open is closed."""
    if not first or not second:
        return first or second
    closing = closing_of(first.split("\n"))
    return f"{first}\n{closing}\n\n{second}" if closing else f"{first}\n\n{second}"


def with_slot(body: str, id_: str) -> str:
    """The text with one more record, on a line of its own at the end."""
    slot = body_of([Slot("- ", id_)])
    lines = body.split("\n")
    closing = closing_of(lines)
    return "\n".join([*([body] if body else []), *([closing] if closing else []), slot])


def closing_of(lines: Iterable[str]) -> str:
    """The line that closes code which `lines` leave open; "" where none is."""
    fence = Fence()
    for line in lines:
        fence.feed(line)
    return fence.open[:1] * (len(fence.open) + _CLOSING) if fence.open else ""
