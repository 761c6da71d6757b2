"""Documents that were written for Obsidian as onelog itself writes them: names for links, keys for the signs of plugins."""

import re
from collections.abc import Iterator

from onelog.core.regexes import pattern
from onelog.sources.task_marks import read_task

_MARK = r"(?m)^obsidian: (?:emoji|dataview)$"
_WITH = r'^with: "\[\[[^\]|]*\|(.*)\]\]"$'


def is_dressed(text: str) -> bool:
    """Whether a document says that it was written for Obsidian."""
    return bool(pattern(_MARK).search(text.partition("\n---\n")[0]))


def undressed(text: str) -> Iterator[tuple[str, int]]:
    """The lines of the document as onelog writes them, each with its number in the text, counted from 0."""
    lines = text.split("\n")
    end = lines.index("---", 1) if "---" in lines[1:] else 0
    for number, line in enumerate(lines):
        if number >= end:
            yield read_task(line), number
        elif found := re.match(_WITH, line):
            yield f'with: "{found[1]}"', number
        elif not line.startswith(("date: ", "obsidian: ")):
            yield line, number
