"""Scales of one's own: `energy 1-5`, and what was said on one in a meeting.

A value keeps the range that it was said in: a form may change, lose or rename a scale, and what was said stays readable.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from unicodedata import normalize

from onelog.core.presenter import presented
from onelog.core.regexes import pattern

LEAST, MOST = 0, 100
"""Between these a scale may go."""
LONGEST = 30
"""Signs that its name has at most."""
NAME = rf"[^\W\d_][\w-]{{0,{LONGEST - 1}}}"
"""A name is one word and begins with a letter, of any language."""


class Scale(NamedTuple):
    """Something that is asked about a meeting, and answered with a whole number."""

    name: str
    low: int
    high: int

    @property
    def key(self) -> str:
        return key_of(self.name)

    @property
    def span(self) -> str:
        """`1-5`."""
        return f"{self.low}-{self.high}"

    def holds(self, value: int) -> bool:
        return self.low <= value <= self.high

    def at(self, value: int) -> "ScaleValue":
        return ScaleValue(self.name, value, self.low, self.high)


class ScaleValue(NamedTuple):
    """What was said on a scale in one meeting."""

    name: str
    value: int
    low: int
    high: int

    @property
    def key(self) -> str:
        return key_of(self.name)

    @property
    def scale(self) -> Scale:
        return Scale(self.name, self.low, self.high)

    def __str__(self) -> str:
        """`energy 4/5`, `nps 7 (0-10)`: as screens, CSV and the Markdown for people have it."""
        return (
            f"{self.name} {self.value}/{self.high}"
            if self.low == 1
            else f"{self.name} {self.value} ({self.scale.span})"
        )


@presented("scale", module="prep", columns=("name", "last said", "", "", "low", "high", "values"))
class ScaleLine(NamedTuple):
    """What was said on one scale of one's own in the last meetings, in one range; the oldest first."""

    name: str
    low: int
    high: int
    values: tuple[tuple[date, int], ...]


_SAID = rf"({NAME}) (\d{{1,3}})(?:/(\d{{1,3}})| \((\d{{1,3}})[-–](\d{{1,3}})\))"


def key_of(name: str) -> str:
    """The name as it is told apart from others: composed, in its usual width, small."""
    if not name.isascii():
        name = normalize("NFKC", name)
    return name.casefold()


def listed(values: Iterable[ScaleValue]) -> str:
    """`energy 4/5, english 3/5`."""
    return ", ".join(map(str, values))


def read_value(text: str) -> ScaleValue | None:
    """The inverse of `str(value)`; None for any other text."""
    found = pattern(_SAID).fullmatch(text)
    if not found:
        return None
    low, high = (1, int(found[3])) if found[3] else (int(found[4]), int(found[5]))
    return make_value(found[1], int(found[2]), low, high)


def make_value(name: str, value: int, low: int, high: int) -> ScaleValue | None:
    """A value on a scale, None where that cannot be."""
    if not pattern(NAME).fullmatch(name) or not LEAST <= low < high <= MOST or not low <= value <= high:
        return None
    return ScaleValue(name, value, low, high)


def updated(old: Iterable[ScaleValue], new: Iterable[ScaleValue]) -> tuple[ScaleValue, ...]:
    """Both together; where both say the same scale, the new value in the place of the old one."""
    return tuple({one.key: one for one in (*old, *new)}.values())


def by_key(values: Iterable[ScaleValue]) -> Mapping[str, ScaleValue]:
    return {one.key: one for one in values}


def lines_of(said: Iterable[tuple[date, tuple[ScaleValue, ...]]]) -> tuple[ScaleLine, ...]:
    """A line a scale from meetings, the oldest first; the scale that was said last comes first.

    A scale that changed its range is another one from then on: values of two ranges are never drawn together.
    """
    found: dict[tuple[str, int, int], list[tuple[date, ScaleValue]]] = {}
    for day, values in said:
        for one in values:
            found.setdefault((one.key, one.low, one.high), []).append((day, one))
    newest = sorted(found.values(), key=lambda some: some[-1][0], reverse=True)
    return tuple(
        ScaleLine(some[-1][1].name, some[0][1].low, some[0][1].high, tuple((day, one.value) for day, one in some))
        for some in newest
    )
