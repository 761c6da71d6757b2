"""Counts by quarter in columns: as many quarters as fit, what was before them, and all."""

from collections.abc import Mapping, Sequence

from onelog.core.phrases import spoken
from onelog.terminal.kit.layout import Line, Words, cells, clip, pad
from onelog.terminal.kit.screen import Screen

MOST = 8
"""Quarters that are shown at most: two years."""
WIDEST_LABEL = 18
_GAP = 1
_NONE = "·"


class Grid:
    """The columns of a screen: a label, what was before, the newest quarters, all."""

    def __init__(self, screen: Screen, quarters: Sequence[str], labels: Sequence[str], *, indent: int = 0) -> None:
        self.screen, self.indent = screen, indent
        self.label = min(max((cells([label]) for label in labels), default=0), WIDEST_LABEL)
        self.column = max((cells([self._called(name)]) for name in quarters), default=0) + _GAP
        self.before, self.all = (screen.say(key) for key in ("earlier", "all"))
        room = self._room(0)
        if room < len(quarters):
            room = self._room(self._wide(self.before))
        self.shown = list(quarters[max(0, len(quarters) - room) :])
        self.cut = 0 < len(self.shown) < len(quarters)

    def _called(self, name: str) -> str:
        return spoken.brief_quarter(name, self.screen.language)

    def _wide(self, title: str) -> int:
        return max(cells([title]), 4) + _GAP

    def _room(self, taken: int) -> int:
        """How many quarters fit."""
        room = self.screen.measure - self.indent - self.label - self._wide(self.all) - taken
        return min(MOST, max(0, room // self.column))

    def head(self) -> Line:
        """The names of the columns."""
        return [(text, "quiet") for text, _ in self._line("", self.before, [*map(self._called, self.shown)], self.all)]

    def row(self, label: Words, counts: Mapping[str, int]) -> Line:
        """The counts of one thing by the names of the quarters; a dot where there is none."""
        total = sum(counts.values())
        before = total - sum(counts.get(name, 0) for name in self.shown)
        text, style = (label, "") if isinstance(label, str) else label
        told = [_said(counts.get(name, 0)) for name in self.shown]
        line = self._line(text, _said(before), told, str(total))
        return [(line[0][0], style), *((told, "quiet" if told.strip() == _NONE else "") for told, _ in line[1:])]

    def _line(self, label: str, before: str, quarters: Sequence[str], total: str) -> Line:
        columns = [(before, self._wide(self.before))] if self.cut else []
        columns += [(text, self.column) for text in quarters]
        columns += [(total, self._wide(self.all))]
        front = " " * self.indent + pad(clip(label, self.label), self.label)
        return [(front, ""), *((" " * (width - cells([text])) + text, "") for text, width in columns)]


def _said(count: int) -> str:
    return str(count) if count else _NONE
