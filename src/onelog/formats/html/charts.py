"""Pictures for a page: drawn from plain numbers, each with its name, what it says in a sentence, and its numbers beside it.

Nothing is told by colour alone: what differs in colour differs in height, in dashes or in being filled as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onelog.formats.html.markup import Html, tag

WIDTH = 320
"""Units across; a picture is shown about as wide in pixels, on a phone and beside another one on a desk."""
_TOP, _BOTTOM, _LEFT = 8.0, 16.0, 14.0
"""Units around a drawing: above, below for the days, and at its left for the numbers."""
_DASHES = ("", "5 3", "1.5 3")
"""How the looks of lines differ; their colours are of the classes s0, s1 and s2."""


class Shown(NamedTuple):
    """What a picture shows, in words and numbers."""

    title: str
    says: str
    """One sentence that tells it to whoever does not see it."""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    more: str = ""
    """What the table is called where it is folded away; without it the table stands open."""


class Series(NamedTuple):
    """Values on days, oldest first."""

    name: str
    values: tuple[tuple[date, float], ...]
    look: int = 0
    """Its colour, dashes and marks: 0, 1 or 2."""
    marks: bool = True
    """Each value has a mark of its own; without, there is only the line."""
    aside: float = 0
    """So many units lower than the scale says, so that lines of the same values are seen side by side."""


class Bar(NamedTuple):
    """So many of so many."""

    name: str
    n: int
    of: int


def figure(shown: Shown, height: float, drawing: Iterable[Html]) -> Html:
    """A picture with its name above it, and its sentence and its numbers below it."""
    return tag(
        "figure",
        tag("figcaption", shown.title),
        tag(
            "svg",
            tag("title", shown.title),
            tag("desc", shown.says),
            *drawing,
            viewBox=f"0 0 {WIDTH} {_n(height)}",
            role="img",
        ),
        tag("p", shown.says, class_="facts"),
        *_numbers(shown),
    )


def _numbers(shown: Shown) -> Iterator[Html]:
    if shown.rows and shown.more:
        yield tag("details", tag("summary", shown.more), table(shown.head, shown.rows))
    elif shown.rows:
        yield table(shown.head, shown.rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Html:
    """The first cell of each row names what stands in it."""
    first = tag("tr", *(tag("th", cell, scope="col") if cell else tag("td") for cell in head))
    body = (tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:])) for row in rows)
    return tag("table", tag("thead", first), tag("tbody", *body))


# --- weeks


def weeks(shown: Shown, states: Sequence[str]) -> Html:
    """A strip of weeks, oldest first: each met (a full bar), skipped (half of one, not filled), missed (a low one) or none."""
    return figure(shown, 24, _weeks(states))


def _weeks(states: Sequence[str]) -> Iterator[Html]:
    step = WIDTH / 53
    heights = {"met": 20.0, "skipped": 11.0, "missed": 5.0}
    for number, state in enumerate(states):
        height = heights.get(state, 1)
        x, y = number * step + 0.75, 22 - height
        yield tag("rect", x=_n(x), y=_n(y), width=_n(step - 1.5), height=_n(height), class_=state)


# --- lines


def lines(
    shown: Shown, series: Sequence[Series], low: float, high: float, ends: Sequence[str], days: Sequence[str]
) -> Html:
    """Values over days. `low` and `high` are the ends of the scale and `ends` what is written there; `days` is what is
    written under the first and the last day."""
    height = 132.0
    return figure(shown, height, _lines(series, low, high, ends, days, height))


def _lines(
    series: Sequence[Series], low: float, high: float, ends: Sequence[str], days: Sequence[str], height: float
) -> Iterator[Html]:
    legend = 14.0
    left = max(_LEFT, 7.0 + 7.0 * max(len(end) for end in ends))
    top, bottom = _TOP + legend, height - _BOTTOM
    all_days = [day.toordinal() for one in series for day, _ in one.values]
    first, last = min(all_days), max(all_days)

    def at(day: date, value: float) -> tuple[float, float]:
        across = (day.toordinal() - first) / ((last - first) or 1)
        up = (value - low) / ((high - low) or 1)
        return left + across * (WIDTH - left - 5), bottom - up * (bottom - top)

    yield tag("path", d=f"M{_n(left)} {_n(top)}H{WIDTH}M{_n(left)} {_n(bottom)}H{WIDTH}", class_="axis")
    for y, end in zip((bottom, top), ends, strict=True):
        yield tag("text", end, x=_n(left - 4), y=_n(y + 3.5), class_="end")
    yield tag("text", days[0], x=_n(left), y=_n(height - 3))
    if last > first:
        yield tag("text", days[1], x=str(WIDTH), y=_n(height - 3), class_="end")
    yield from _legend(series, left)
    for one in series:
        yield from _line(one.look, [(x, y + one.aside) for x, y in (at(*value) for value in one.values)], one.marks)


def _legend(series: Sequence[Series], x: float) -> Iterator[Html]:
    """How each line looks, and whose it is."""
    for one in series:
        yield from _line(one.look, [(x, 8), (x + 18, 8)], one.marks)
        yield tag("text", one.name, x=_n(x + 24), y="11.5")
        x += 38 + sum(6.5 if ord(sign) < 0x1100 else 11 for sign in one.name)


def _line(look: int, points: Sequence[tuple[float, float]], marks: bool) -> Iterator[Html]:
    way = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    if len(points) > 1:
        yield tag("path", d=way, stroke_dasharray=_DASHES[look], class_=f"s{look}")
    if marks:
        size = 2.2 if len(points) <= 60 else 1.2
        yield tag("path", d="".join(_mark(look, x, y, size) for x, y in points), class_=f"m{look}")


def _mark(look: int, x: float, y: float, r: float) -> str:
    """A square, a diamond or a triangle around a point."""
    shape = (
        f"h{_n(2 * r)}v{_n(2 * r)}h{_n(-2 * r)}z",
        f"l{_n(r * 1.5)} {_n(r * 1.5)}l{_n(-r * 1.5)} {_n(r * 1.5)}l{_n(-r * 1.5)} {_n(-r * 1.5)}z",
        f"l{_n(r * 1.3)} {_n(r * 2.3)}h{_n(-r * 2.6)}z",
    )[look]
    start = ((x - r, y - r), (x, y - r * 1.5), (x, y - r * 1.3))[look]
    return f"M{_n(start[0])} {_n(start[1])}{shape}"


# --- bars


def bars(shown: Shown, found: Sequence[Bar]) -> Html:
    """Standing bars: as high as there were, filled as far as came true, with "3/4" above each."""
    return figure(shown, 112, _bars(found, 112))


def _bars(found: Sequence[Bar], height: float) -> Iterator[Html]:
    most = max(bar.of for bar in found) or 1
    step = min(WIDTH / len(found), 60.0)
    bottom, width = height - _BOTTOM, min(step * 0.66, 26.0)
    unit = (bottom - 16) / most
    every = max(1, -(-len(found) * 30 // WIDTH))  # so many bars share a name below
    yield tag("path", d=f"M0 {_n(bottom)}H{_n(max(step * len(found), 60.0))}", class_="axis")
    for number, bar in enumerate(found):
        x = number * step + (step - width) / 2
        if bar.of:
            yield tag("rect", **_box(x, bottom - bar.of * unit, width, bar.of * unit), class_="whole")
        if bar.n:
            yield tag("rect", **_box(x, bottom - bar.n * unit, width, bar.n * unit), class_="part")
        if bar.of and step >= 24:
            yield tag("text", f"{bar.n}/{bar.of}", x=_n(x + width / 2), y=_n(bottom - bar.of * unit - 4), class_="mid")
        if number % every == 0:
            middle = x + width / 2
            yield tag("text", bar.name, x=_n(max(middle, 12.0)), y=_n(height - 3), class_="mid")


def ranks(shown: Shown, found: Sequence[Bar]) -> Html:
    """Lying bars, one below another, each with its name above it and its number at its end."""
    return figure(shown, len(found) * 28, _ranks(found))


def _ranks(found: Sequence[Bar]) -> Iterator[Html]:
    most = max(bar.n for bar in found) or 1
    for number, bar in enumerate(found):
        top, long = number * 28.0, bar.n / most * (WIDTH - 40)
        yield tag("text", bar.name, x="1", y=_n(top + 10))
        if bar.n:
            yield tag("rect", **_box(1, top + 14, long, 9), class_="part")
        yield tag("text", str(bar.n), x=_n(long + 6), y=_n(top + 22))


def _box(x: float, y: float, width: float, height: float) -> dict[str, str]:
    return {"x": _n(x), "y": _n(y), "width": _n(width), "height": _n(height)}


def _n(value: float) -> str:
    """A number of a drawing, in a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")
