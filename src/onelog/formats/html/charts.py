"""Pictures for a page: drawn from plain numbers, each with its name, what it says in a sentence, and its numbers beside it.

Nothing is told by colour alone: what differs in colour differs in height, in dashes or in being filled as well.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onelog.formats.html.markup import Html, tag

WIDTH = 320
"""Units across; a picture is shown about as wide in pixels, on a phone and beside another one on a desk."""
BOTTOM = 16.0
"""Units below a drawing, for what is written there."""
LEGEND = 14.0
"""Units above a drawing, where its parts are named."""


class Shown(NamedTuple):
    """What a picture shows, in words and numbers."""

    title: str
    says: str
    """One sentence that tells it to whoever does not see it."""
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    more: str = ""
    """What the table is called where it is folded away; without it the table stands open."""


class Bar(NamedTuple):
    """So many of so many."""

    name: str
    """Written below it; empty where there is no room."""
    n: int
    of: int
    late: int = 0
    """So many of `n` came true late."""


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
            viewBox=f"0 0 {WIDTH} {number(height)}",
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


class WeekMark(NamedTuple):
    """One week with somebody."""

    state: str
    """met, skipped, missed or none."""
    went: int | None = None
    """How its talks went, 1 to 5."""


def weeks(shown: Shown, found: Sequence[WeekMark], months: Sequence[tuple[int, str]]) -> Html:
    """A strip of weeks, oldest first: a bar as high as the talks went where there were any, hollow where nothing says how,
    a ring where one was skipped, a cross where one was missed. `months` names the week in which each begins.
    """
    return figure(shown, 24 + (BOTTOM if months else 0), _weeks(found, months))


def _weeks(found: Sequence[WeekMark], months: Sequence[tuple[int, str]]) -> Iterator[Html]:
    step = WIDTH / max(len(found), 53)
    for place, (state, went) in enumerate(found):
        x, width = place * step + 0.75, step - 1.5
        match state:
            case "met" if went:
                yield tag("rect", **_box(x, 22 - went * 4.2, width, went * 4.2), class_="met")
            case "met":
                yield tag("rect", **_box(x + 0.5, 2, width - 1, 19.5), class_="unsaid")
            case "skipped":
                yield tag("path", d=f"M{number(x)} 19.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0", class_="skipped")
            case "missed":
                yield tag("path", d=f"M{number(x)} 17.5l4 4m0 -4l-4 4", class_="missed")
            case _:
                yield tag("rect", **_box(x, 21, width, 1), class_="none")
    end = 0.0
    for place, name in months:
        x = place * step
        if x >= end and x + across(name) <= WIDTH:
            yield tag("text", name, x=number(max(x, 1.5)), y=number(24 + BOTTOM - 4))
            end = x + across(name) + 2


# --- bars


def bars(shown: Shown, found: Sequence[Bar], names: tuple[str, str, str]) -> Html:
    """Standing bars: as high as there were, filled as far as came true, striped where late, with "3/4" above each.

    `names` says what is filled, striped and left hollow.
    """
    return figure(shown, 126, _bars(found, 126, names))


def _bars(found: Sequence[Bar], height: float, names: tuple[str, str, str]) -> Iterator[Html]:
    most = max(bar.of for bar in found) or 1
    step = min(WIDTH / len(found), 60.0)
    bottom, width = height - BOTTOM, min(step * 0.66, 26.0)
    unit = (bottom - 16 - LEGEND) / most
    widest = max(across(f"{bar.n}/{bar.of}") for bar in found)  # above every bar or above none
    yield from _named(
        names,
        (any(one.n > one.late for one in found), any(one.late for one in found), any(one.of > one.n for one in found)),
    )
    yield tag("path", d=f"M0 {number(bottom)}H{number(max(step * len(found), 60.0))}", class_="axis")
    end = 0.0
    for place, bar in enumerate(found):
        x = place * step + (step - width) / 2
        yield from _bar(x, bottom, width, unit, bar)
        if bar.of and step >= widest:
            top = number(bottom - bar.of * unit - 4)
            yield tag("text", f"{bar.n}/{bar.of}", x=number(x + width / 2), y=top, class_="mid")
        if bar.name:
            half = across(bar.name) / 2
            middle = min(max(x + width / 2, half), WIDTH - half)
            if middle - half >= end:
                yield tag("text", bar.name, x=number(middle), y=number(height - 3), class_="mid")
                end = middle + half + 6


def _bar(x: float, bottom: float, width: float, unit: float, bar: Bar) -> Iterator[Html]:
    if bar.of:
        yield tag("rect", **_box(x, bottom - bar.of * unit, width, bar.of * unit), class_="whole")
    if bar.n > bar.late:
        high = (bar.n - bar.late) * unit
        yield tag("rect", **_box(x, bottom - high, width, high), class_="part")
    if bar.late:
        yield _stripes(x, bottom - bar.n * unit, width, bar.late * unit)


def _stripes(x: float, top: float, width: float, high: float) -> Html:
    """Lines across, close enough to be one surface."""
    count = max(int(high // 3), 1)
    lines = (f"M{number(x)} {number(top + (n + 0.5) * high / count)}h{number(width)}" for n in range(count))
    return tag("path", d="".join(lines), class_="late-part")


def _named(names: Sequence[str], there: Sequence[bool]) -> Iterator[Html]:
    """What each way to fill a bar means, of those that are there."""
    x = 1.0
    for place, name in enumerate(names):
        if not there[place]:
            continue
        if place == 1:
            yield _stripes(x, 2, 11, 9)
        else:
            yield tag("rect", **_box(x, 2, 11, 9), class_="whole" if place else "part")
        yield tag("text", name, x=number(x + 15), y="10.5")
        x += 27 + across(name)


def spreads(shown: Shown, found: Sequence[tuple[str, Sequence[int]]]) -> Html:
    """How often each value from 1 to 5 was noted: five bars for each name, side by side."""
    return figure(shown, 112, _spreads(found, 112))


def _spreads(found: Sequence[tuple[str, Sequence[int]]], height: float) -> Iterator[Html]:
    unit = (height - 46) / max(max(counts) for _, counts in found)
    bottom, step = height - 28, 19.0
    for group, (name, counts) in enumerate(found):
        left = group * (WIDTH / 3)
        yield tag("path", d=f"M{number(left)} {number(bottom)}h{number(step * len(counts))}", class_="axis")
        for place, count in enumerate(counts):
            x = left + place * step + 2
            middle = number(x + 7.5)
            if count:
                yield tag("rect", **_box(x, bottom - count * unit, 15, count * unit), class_="part")
                yield tag("text", str(count), x=middle, y=number(bottom - count * unit - 4), class_="mid")
            yield tag("text", str(place + 1), x=middle, y=number(bottom + 11), class_="mid")
        yield tag("text", name, x=number(left + step * len(counts) / 2), y=number(height - 4), class_="mid")


def ranks(shown: Shown, found: Sequence[Bar]) -> Html:
    """Lying bars, one below another, each with its name above it and its number at its end."""
    return figure(shown, len(found) * 28, _ranks(found))


def _ranks(found: Sequence[Bar]) -> Iterator[Html]:
    most = max(bar.n for bar in found) or 1
    for place, bar in enumerate(found):
        top, long = place * 28.0, bar.n / most * (WIDTH - 40)
        yield tag("text", bar.name, x="1", y=number(top + 10))
        if bar.n:
            yield tag("rect", **_box(1, top + 14, long, 9), class_="part")
        yield tag("text", str(bar.n), x=number(long + 6), y=number(top + 22))


def _box(x: float, y: float, width: float, height: float) -> dict[str, str]:
    return {"x": number(x), "y": number(y), "width": number(width), "height": number(height)}


def across(words: str) -> float:
    """About how many units a text is wide, rather more than less."""
    return sum(6.8 if ord(sign) < 0x1100 else 11 for sign in words)


def number(value: float) -> str:
    """A number of a drawing, in a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")
