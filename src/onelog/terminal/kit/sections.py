"""Sections of a screen, each with a label in the margin, in as many lines as there are: what does not fit is counted."""

from collections.abc import Sequence
from typing import NamedTuple

from onelog.terminal.kit.layout import Line, pad, pieces
from onelog.terminal.kit.screen import Screen


class Part(NamedTuple):
    """One record of a section: its lines where room is short, and where there is enough."""

    short: Sequence[Line]
    full: Sequence[Line]


class ScreenSection(NamedTuple):
    """What stands under one label in the margin; `command` lists all of it."""

    label: str
    parts: Sequence[Part]
    command: str
    group: int = 0
    """Between two groups stands a blank line where there is room."""

    def cost(self, shown: int) -> int:
        """Lines that so many of its records take, with the one that counts the others."""
        return sum(len(part.short) for part in self.parts[:shown]) + (shown < len(self.parts))


def shares(sections: Sequence[ScreenSection], room: int) -> list[int]:
    """How many records of each section are shown: the next one is of the section with the fewest lines, while it fits."""
    shown = [0] * len(sections)
    while True:
        lines = [section.cost(n) for section, n in zip(sections, shown, strict=True)]
        spare = room - sum(lines)
        waiting = [
            (lines[n], n)
            for n, section in enumerate(sections)
            if shown[n] < len(section.parts) and section.cost(shown[n] + 1) - lines[n] <= spare
        ]
        if not waiting:
            return shown
        shown[min(waiting)[1]] += 1


def laid(screen: Screen, sections: Sequence[ScreenSection], room: int, margin: int) -> list[Line]:
    """The sections in their rooms; lines to spare go to reasons and long words, then to blank lines between the groups."""
    numbers = shares(sections, room)
    blocks = [[part.short for part in section.parts[:n]] for section, n in zip(sections, numbers, strict=True)]
    left = [len(section.parts) - n for section, n in zip(sections, numbers, strict=True)]
    spare = room - sum(section.cost(n) for section, n in zip(sections, numbers, strict=True))
    for section, block in zip(sections, blocks, strict=True):
        for n, lines in enumerate(block):
            more = len(section.parts[n].full) - len(lines)
            if 0 < more <= spare:
                block[n], spare = section.parts[n].full, spare - more
    groups = [section.group for section in sections]
    breaks = [n for n in range(1, len(groups)) if groups[n] != groups[n - 1]]
    out: list[Line] = []
    for n, (section, block) in enumerate(zip(sections, blocks, strict=True)):
        lines = [line for part in block for line in part]
        if left[n]:
            lines.append([("… ", ""), *pieces(screen.phrase("more", section.command, n=left[n]))])
        out += [[]] if n in breaks and len(breaks) <= spare else []
        out += _beside(section.label, lines, margin)
    return out


def _beside(label: str, lines: Sequence[Line], margin: int) -> list[Line]:
    """Lines with a label in the margin of the first one."""
    first: Line = [(pad(label, margin), "head")]
    return [[*(first if n == 0 else [(" " * margin, "")]), *line] for n, line in enumerate(lines)]
