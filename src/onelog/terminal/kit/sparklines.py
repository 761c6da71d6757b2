"""Pictures out of letters: a strip of weeks, levels from 1 to 5, bars. The numbers stand beside them, never in them alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import floor

from onelog.core.calendar.dates import month_text
from onelog.core.statistics.median import median
from onelog.terminal.insight.prep import LEVELS
from onelog.terminal.kit.layout import Line, cells
from onelog.terminal.kit.screen import narrow

WEEK = timedelta(days=7)
SIGNS = {"met": ("■", "kept"), "skipped": ("○", "quiet"), "missed": ("×", "late"), "none": ("∙", "quiet")}
"""A week's sign and the style it is drawn in."""
PARTS = {
    "kept": ("█", "kept"),
    "late": ("▓", ""),
    "undated": ("▒", "kept"),
    "overdue": ("×", "late"),
    "dropped": ("░", "quiet"),
}
"""The sign of one part of a bar and its style."""


def rows_of(weeks: int, width: int) -> list[range]:
    """The weeks in rows of the same length, as few as fit in the width; the last one may be shorter."""
    count = -(-weeks // max(width, 1))
    size = -(-weeks // count)
    return [range(start, min(start + size, weeks)) for start in range(0, weeks, size)]


def months_above(first: date, weeks: range, language: str) -> str:
    """The names of the months (in Japanese their numbers alone), each above the week in which its first day is; `first` is the Monday of week 0."""
    said = ""
    for place, week in enumerate(weeks):
        sunday = first + WEEK * week + timedelta(days=6)
        name = month_text(sunday, language).removesuffix("月")
        if sunday.day <= WEEK.days and place >= len(said) and place + len(name) <= len(weeks):
            said = f"{said:<{place}}{name} "
    return said.rstrip()


def strip(weeks: Sequence[str], went: Sequence[int | None] = ()) -> Line:
    """A sign a week, neighbours of the same kind in one piece; of a week whose talks were rated a column as high as they went."""
    line: Line = []
    for week, value in zip(weeks, went or (None,) * len(weeks), strict=True):
        sign, style = narrow(SIGNS[week][0]), SIGNS[week][1]
        sign = narrow(LEVELS[value - 1]) if value and week == "met" else sign
        if line and line[-1][1] == style and line[-1][0][-1] == sign:
            line[-1] = (line[-1][0] + sign, style)
        else:
            line.append((sign, style))
    return line


def level(values: Sequence[float]) -> str:
    """A column as high as the middle of values from 1 to 5, a half counting up; "" for none."""
    return LEVELS[min(max(floor(median(values) + 0.5), 1), len(LEVELS)) - 1] if values else ""


def spread(counts: Sequence[int]) -> str:
    """`1 –  2 ▁1  3 ▂8  4 ▅40  5 ▂13`: how often each value was noted, the columns as high as their share of the most."""
    most = max(counts)
    said = [f"{narrow(LEVELS[-(-count * len(LEVELS) // most) - 1])}{count}" if count else "–" for count in counts]
    return "  ".join(f"{value} {words}" for value, words in enumerate(said, 1))


def bar(parts: Sequence[tuple[str, int]], most: int, width: int) -> Line:
    """The parts of a whole side by side, where `most` would fill `width` cells.

    Where there is room each thing has a cell of its own; else what is there has a cell at the least, and the longest part
    gives way.
    """
    scale = 1.0 if most <= width else width / most
    sizes = [max(round(n * scale), 1) if n else 0 for _, n in parts]
    while sum(sizes) > width and max(sizes) > 1:
        sizes[sizes.index(max(sizes))] -= 1
    line = [
        (narrow(PARTS[word][0]) * size, PARTS[word][1]) for (word, _), size in zip(parts, sizes, strict=True) if size
    ]
    over = width - cells(line)
    return [*line, (" " * over, "")] if over > 0 else line
