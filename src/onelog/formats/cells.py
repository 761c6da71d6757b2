"""Values as the cells of a line: empty where there is nothing."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.model import Ref

LineWriter = Callable[[Any, date], tuple[str, ...]]


def cell(value: Any) -> str:
    """A field as it is: a day, a number, a text, a reference, or texts with blanks between."""
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | float):
        return number(value)
    return " ".join(value) if isinstance(value, tuple | list) else value or ""


def day(value: date | None) -> str:
    return value.isoformat() if value else ""


def label(ref: Ref | None, nobody: str = "") -> str:
    return ref.label if ref else nobody


def number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value == int(value) else str(value)


def rounded(value: float) -> int | float:
    """To six places, a whole number without any."""
    near = round(value, 6)
    return int(near) if near == int(near) else near
