"""Logseq: pages and journals of bullets, with their properties, task words and planning lines."""

import re
from collections.abc import Sequence

from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown.body import Fence
from onelog.markdown.split import unix
from onelog.sources.foreign_front import named
from onelog.sources.found_people import ONE_ON_ONE
from onelog.sources.note_facts import DAYS, PEOPLE
from onelog.sources.notes import read_notes

_MARKS = {
    "TODO": " ",
    "LATER": " ",
    "NOW": " ",
    "DOING": " ",
    "WAITING": " ",
    "WAIT": " ",
    "IN-PROGRESS": " ",
    "DONE": "x",
    "CANCELED": "-",
    "CANCELLED": "-",
}
_TASK = re.compile(rf"^(\s*)- ({'|'.join(_MARKS)}) (.*)$")
_PROPERTY = re.compile(r"^(\s*)(?:- )?([A-Za-z][\w-]*)::(?: (.*))?$")
_OWN = (
    "id",
    "collapsed",
    "template",
    "template-including-parent",
    "heading",
    "background-color",
    "public",
    "icon",
    "created-at",
    "updated-at",
    "query-table",
)
"""Properties that say how Logseq shows a block."""
_PLANNED = re.compile(r"^\s*(SCHEDULED|DEADLINE): <(\d{4}-\d\d-\d\d)[^>]*>\s*$")
_DRAWER = re.compile(r"^\s*:(?:LOGBOOK|END):\s*$|^\s*CLOCK: ")
_HEADING = re.compile(r"^\s*- (#{1,6} .*)$")
_SURE = 97


def identify(text: str, name: str) -> int:
    """Sure by task words and properties of its own among bullets."""
    signs = re.search(rf"^\s*- (?:{'|'.join(_MARKS)}) \S", text, re.MULTILINE) or re.search(
        r"^\s*(?:collapsed|id|title|type|tags|alias|attendees|people|with|date):: ", text, re.MULTILINE
    )
    bullets = re.search(r"^\s*- ", text, re.MULTILINE)
    in_place = re.search(r"(?:^|[/\\])(?:journals|pages)[/\\][^/\\]+\.md$", name)
    named = re.search(r"(?:^|[/\\])\d{4}_\d\d_\d\d\.md$", name) or in_place
    return _SURE if bullets and (signs or named) and not text.lstrip("\ufeff").startswith("---\n") else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The meetings in a page or a journal: blocks that are headed by a day or a 1-on-1."""
    lines = unix(file.text).split("\n")
    return read_notes(file._replace(text="\n".join(_markdown(lines))), hints, "logseq", is_diary=True)


def _markdown(lines: Sequence[str]) -> list[str]:
    """The same number of lines, as Markdown has them."""
    out: list[str] = []
    task = -1
    fence = Fence()
    depth = _depth_of_meetings(lines)
    for line in lines:
        if fence.feed(line):
            out.append(line)
        elif _DRAWER.match(line):
            out.append("")
        elif planned := _PLANNED.match(line):
            out.append("")
            if task >= 0:
                sign = "📅" if planned[1] == "DEADLINE" else "⏳"
                out[task] += f" {sign} {planned[2]}"
        elif found := _TASK.match(line):
            task = len(out)
            out.append(f"{found[1]}- [{_MARKS[found[2]]}] {found[3]}")
        else:
            out.append(_line(line, depth))
    return out


def _line(line: str, depth: int) -> str:
    if said := _PROPERTY.match(line):
        return "" if said[2].lower() in _OWN else f"{said[1]}{_called(said[2])}: {said[3] or ''}"
    if heading := _HEADING.match(line):
        return heading[1]
    bullet = re.match(r"^(\s*)- (.*)$", line)
    if bullet and depth >= 0 and len(_expanded(bullet[1])) <= depth:
        return f"{'#' * min(2 + len(_expanded(bullet[1])) // 2, 6)} {bullet[2]}"
    return line


def _called(key: str) -> str:
    """A property as notes call it."""
    name = named(key)
    return "Attendees" if name in PEOPLE else "Date" if name in DAYS else key.capitalize()


def _expanded(blank: str) -> str:
    return blank.replace("\t", "  ")


def _depth_of_meetings(lines: Sequence[str]) -> int:
    """How far the bullets are indented that begin a 1-on-1, so that those beside them end it; -1 where none does."""
    found = [
        len(_expanded(bullet[1]))
        for line, following in zip(lines, [*lines[1:], ""], strict=False)
        if (bullet := re.match(r"^(\s*)- (?!(?:#|\[.\] ))(.{1,80})$", line))
        and re.search(ONE_ON_ONE, bullet[2])
        and re.match(rf"{re.escape(bullet[1])}[ \t]+\S", following)
    ]
    return min(found, default=-1)
