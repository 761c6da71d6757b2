"""What a number means: how it is counted, over which time, from how many, and what it does not mean."""

from collections.abc import Sequence
from datetime import date

from onelog.core.results.lessons import Explained
from onelog.terminal.kit.layout import cells, pad
from onelog.terminal.kit.screen import Screen

_PARTS = ("definition", "window", "n", "not_")


def draw(screen: Screen, measures: Sequence[Explained], today: date, *, listed: bool = False) -> None:
    """Each with its four labelled parts; with `listed` one line a measure."""
    if listed:
        _list(screen, measures)
        return
    width = max(cells([screen.say(f"lesson.{part}")]) for part in _PARTS) + 2
    for number, measure in enumerate(measures):
        if number:
            screen.blank()
        screen.row((), [(measure.title, "head")], [(measure.name, "quiet")])
        for part in _PARTS:
            lead = pad(screen.say(f"lesson.{part}"), width)
            screen.row(["  ", (lead, "quiet")], [getattr(measure, part)])


def _list(screen: Screen, measures: Sequence[Explained]) -> None:
    width = max((cells([measure.name]) for measure in measures), default=0) + 2
    for measure in measures:
        screen.row([(pad(measure.name, width), "command")], [measure.title])
    screen.blank()
    screen.text(*screen.phrase("lesson.one", "onelog explain NAME"))
