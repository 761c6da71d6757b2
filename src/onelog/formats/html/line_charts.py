"""Lines over days: values on one scale above one another, or what was measured against what was expected.

Each point stands on its value. Lines that would cover one another have a panel each, with a name at their end.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onelog.core.calendar.day_words import months_after
from onelog.core.statistics.mean import mean
from onelog.formats.html.charts import BOTTOM, LEGEND, WIDTH, Shown, across, figure, number
from onelog.formats.html.markup import Html, tag

MOST = 60
"""So many values have a point each; of more the months have one."""
LONG = 24
"""An axis of so many months has its years below it."""
_PANEL, _BETWEEN = 32.0, 14.0
_TOP = 8.0
_DASHES = ("", "5 3", "1.5 3")
"""How the looks of lines differ; their colours are of the classes s0, s1 and s2."""


class Point(NamedTuple):
    """A value on a day; `low` and `high` are the ends of what it is the mean of."""

    day: date
    value: float
    low: float | None = None
    high: float | None = None


class Series(NamedTuple):
    """Values on days, oldest first."""

    name: str
    points: tuple[Point, ...]
    look: int = 0
    """Its colour, dashes and marks: 0, 1 or 2."""
    marks: bool = True
    """Each value has a mark of its own; without, there is only the line."""


class Axis(NamedTuple):
    """What is written below the days: both ends, or the years."""

    first: date
    last: date
    ends: tuple[str, str]
    years: tuple[tuple[date, str], ...] = ()

    @classmethod
    def of(cls, days: Sequence[date], ends: tuple[str, str], year: str) -> "Axis":
        """`year` is how one is written: `{year}`."""
        first, last = min(days), max(days)
        if last < months_after(first, LONG):
            return cls(first, last, ends)
        years = range(first.year + (first > date(first.year, 1, 1)), last.year + 1)
        every = -(-len(years) * 40 // (WIDTH - 60))
        some = (one for one in years if (last.year - one) % every == 0)
        return cls(first, last, ends, tuple((date(one, 1, 1), year.format(year=one)) for one in some))

    def draw(self, left: float, right: float, top: float, bottom: float) -> Iterator[Html]:
        y = number(bottom + BOTTOM - 3)
        for day, name in self.years:
            x = self.across(day, left, right)
            yield tag("path", d=f"M{number(x)} {number(top)}V{number(bottom + 3)}", class_="axis")
            half = across(name) / 2
            yield tag("text", name, x=number(min(max(x, half), WIDTH - half)), y=y, class_="mid")
        if not self.years:
            yield tag("text", self.ends[0], x=number(left), y=y)
            if self.last > self.first:
                yield tag("text", self.ends[1], x=number(right), y=y, class_="end")

    def across(self, day: date, left: float, right: float) -> float:
        gone = (day - self.first).days / ((self.last - self.first).days or 1)
        return left + gone * (right - left)


def step_of(days: Sequence[date]) -> int:
    """So many months have a point together: 0 where each value has its own, 3 where the days go over more than six years."""
    if len(days) <= MOST:
        return 0
    return 1 if max(days) < months_after(min(days), 6 * 12) else 3


def by_month(values: Sequence[tuple[date, int]], span: int) -> tuple[Point, ...]:
    """The values themselves, or the mean of each `span` months in its middle."""
    if not span:
        return tuple(Point(day, value) for day, value in values)
    found: dict[date, list[int]] = {}
    for day, value in values:
        found.setdefault(date(day.year, (day.month - 1) // span * span + 1, 1), []).append(value)
    half = timedelta(days=15 * span)
    first, last = values[0][0], values[-1][0]
    return tuple(
        Point(min(max(month + half, first), last), mean(some), min(some), max(some)) for month, some in found.items()
    )


# --- values on one scale


def panels(shown: Shown, series: Sequence[Series], low: float, high: float, axis: Axis) -> Html:
    """A panel for each series, one below the other over the same days, with the ends of the scale at its left."""
    height = _TOP + len(series) * (_PANEL + _BETWEEN) - _BETWEEN + 6 + BOTTOM
    return figure(shown, height, _panels(series, (low, high), axis))


def _panels(series: Sequence[Series], scale: tuple[float, float], axis: Axis) -> Iterator[Html]:
    names = [number(end) for end in scale]
    left = 8.0 + max(map(across, names))
    right = WIDTH - 4.0 - (max(across(one.name) for one in series) + 4 if len(series) > 1 else 0)
    last = _TOP + len(series) * (_PANEL + _BETWEEN) - _BETWEEN
    yield from axis.draw(left, right, _TOP, last + 6)
    for place, one in enumerate(series):
        top = _TOP + place * (_PANEL + _BETWEEN)
        bottom = top + _PANEL
        yield tag(
            "path",
            d=f"M{number(left)} {number(top)}H{number(right)}M{number(left)} {number(bottom)}H{number(right)}",
            class_="axis",
        )
        for y, end in zip((bottom, top), names, strict=True):
            yield tag("text", end, x=number(left - 5), y=number(y + 3.5), class_="end")
        heights = [_up(point.value, scale, top, bottom) for point in one.points]
        points = [(axis.across(point.day, left, right), y) for point, y in zip(one.points, heights, strict=True)]
        yield from _spans(one, points, scale, top, bottom)
        yield from _line(one.look, points, one.marks)
        if len(series) > 1:
            yield tag("text", one.name, x=number(right + 8), y=number(points[-1][1] + 3.5))


def _up(value: float, scale: tuple[float, float], top: float, bottom: float) -> float:
    low, high = scale
    return bottom - (value - low) / ((high - low) or 1) * (bottom - top)


def _spans(
    one: Series, points: Sequence[tuple[float, float]], scale: tuple[float, float], top: float, bottom: float
) -> Iterator[Html]:
    """Upright lines from the lowest to the highest value of each mean."""
    ends = [
        f"M{number(x)} {number(_up(point.low, scale, top, bottom))}V{number(_up(point.high, scale, top, bottom))}"
        for point, (x, _) in zip(one.points, points, strict=True)
        if point.low is not None and point.high is not None and point.low < point.high
    ]
    if ends:
        yield tag("path", d="".join(ends), class_="span")


# --- lines in one drawing


def lines(shown: Shown, series: Sequence[Series], low: float, high: float, ends: Sequence[str], axis: Axis) -> Html:
    """Values over days. `low` and `high` are the ends of the scale, and `ends` what is written there."""
    height = 132.0
    return figure(shown, height, _lines(series, (low, high), ends, axis, height))


def _lines(
    series: Sequence[Series], scale: tuple[float, float], ends: Sequence[str], axis: Axis, height: float
) -> Iterator[Html]:
    left, right = max(14.0, 7.0 + 7.0 * max(len(end) for end in ends)), WIDTH - 5.0
    top, bottom = _TOP + LEGEND, height - BOTTOM
    yield from axis.draw(left, right, top, bottom)
    yield tag("path", d=f"M{number(left)} {number(top)}H{WIDTH}M{number(left)} {number(bottom)}H{WIDTH}", class_="axis")
    for y, end in zip((bottom, top), ends, strict=True):
        yield tag("text", end, x=number(left - 4), y=number(y + 3.5), class_="end")
    yield from _legend(series, left)
    for one in series:
        points = [(axis.across(p.day, left, right), _up(p.value, scale, top, bottom)) for p in one.points]
        yield from _line(one.look, points, one.marks)


def _legend(series: Sequence[Series], x: float) -> Iterator[Html]:
    """How each line looks, and whose it is."""
    for one in series:
        yield from _line(one.look, [(x, 8), (x + 18, 8)], one.marks)
        yield tag("text", one.name, x=number(x + 24), y="11.5")
        x += 38 + across(one.name)


def _line(look: int, points: Sequence[tuple[float, float]], marks: bool) -> Iterator[Html]:
    way = "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)
    if len(points) > 1:
        yield tag("path", d=way, stroke_dasharray=_DASHES[look], class_=f"s{look}")
    if marks:
        size = 2.2 if len(points) <= 40 else 1.4
        yield tag("path", d="".join(_mark(look, x, y, size) for x, y in points), class_=f"m{look}")


def _mark(look: int, x: float, y: float, r: float) -> str:
    """A square, a diamond or a triangle around a point."""
    shape = (
        f"h{number(2 * r)}v{number(2 * r)}h{number(-2 * r)}z",
        f"l{number(r * 1.5)} {number(r * 1.5)}l{number(-r * 1.5)} {number(r * 1.5)}l{number(-r * 1.5)} {number(-r * 1.5)}z",
        f"l{number(r * 1.3)} {number(r * 2.3)}h{number(-r * 2.6)}z",
    )[look]
    start = ((x - r, y - r), (x, y - r * 1.5), (x, y - r * 1.3))[look]
    return f"M{number(start[0])} {number(start[1])}{shape}"
