"""The values of a record in an export, each read by its key; what is missing or cannot be is an `Off`."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from onelog.core.calendar import recurrence
from onelog.core.errors import Message, OnelogError
from onelog.core.fields import Field
from onelog.core.scales import ScaleValue, make_value
from onelog.formats.json_records import Json
from onelog.markdown import body

T = TypeVar("T")
FieldReader = Callable[[Json, str], Any]
"""Reads what stands under a key of a record; None where that is null."""

_ID = re.compile(body.ID)
_UID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_YEARS = range(1970, 2200)
"""What a day can be: what onelog takes at its door today, and still will in a century."""


class Off(ValueError):
    """A record is not as it should be; the message names what is wrong with which key."""

    def __init__(self, key_: str, /, **values: object) -> None:
        super().__init__(key_)
        self.messages = [Message(f"errors.{key_}", **values)]
        """What is wrong, where several things are each of them."""


@contextmanager
def gathered(found: list[Off]) -> Iterator[None]:
    """Keeps what is wrong with one part of a record, so that all that is wrong is said at once."""
    try:
        yield
    except Off as error:
        found.append(error)


def check_right(found: Sequence[Off]) -> None:
    """Raises what was found to be wrong as one `Off`."""
    if found:
        found[0].messages += [message for error in found[1:] for message in error.messages]
        raise found[0]


def value(said: Json, key: str, *types: type) -> Any:
    """What stands under a key, of one of these types, or null."""
    if key not in said:
        raise Off("export.missing", key=key)
    found = said[key]
    if found is not None and (isinstance(found, bool) or not isinstance(found, types)):
        raise Off("export.wrong", key=key)
    return found


def needed(read: Callable[[Json, str], T | None], said: Json, key: str) -> T:
    found = read(said, key)
    if found is None:
        raise Off("export.missing", key=key)
    return found


def text(said: Json, key: str) -> str | None:
    """A text of any length."""
    found: str | None = value(said, key, str)
    return found


def words(said: Json, key: str) -> str | None:
    """A text on one line; in several it would leave its place in a document."""
    found = text(said, key)
    if found is not None and "\n" in found:
        raise Off("export.several_lines", key=key)
    return found


def line(said: Json, key: str) -> str:
    """A text that is one line and not empty."""
    found = needed(words, said, key).strip()
    if not found:
        raise Off("export.empty", key=key)
    return found


def id_(said: Json, key: str = "id") -> str:
    found = needed(text, said, key)
    if not _ID.fullmatch(found):
        raise Off("export.no_id", key=key)
    return found


def uid(said: Json, key: str = "uid") -> str:
    found = needed(text, said, key)
    if not _UID.fullmatch(found):
        raise Off("export.no_uuid", key=key)
    return found


def maybe(said: Json, key: str, choices: tuple[str, ...]) -> str | None:
    found = text(said, key)
    if found is not None and found not in choices:
        raise Off("export.none_of", key=key, choices=", ".join(choices))
    return found


def one_of(said: Json, key: str, choices: tuple[str, ...]) -> str:
    return needed(lambda s, k: maybe(s, k, choices), said, key)


def whole(said: Json, key: str, most: int) -> int | None:
    """A whole number from 1 to `most`."""
    found: int | None = value(said, key, int)
    if found is not None and not 1 <= found <= most:
        raise Off("export.out_of_range", key=key, most=most)
    return found


def number(said: Json, key: str) -> float | None:
    """A number that can be kept: of fifteen digits before its point at most, as at every other door."""
    found: float | None = value(said, key, int, float)
    if found is not None and not abs(found) < 1e15:
        raise Off("export.no_number", key=key)
    return found


def each(said: Json, key: str) -> list[Json]:
    """The records in a list."""
    found = value(said, key, list)
    if found is None or not all(isinstance(one, dict) for one in found):
        raise Off("export.wrong", key=key)
    return list(found)


def tags(said: Json, key: str = "tags") -> tuple[str, ...]:
    """Words, each of them once: they are kept with blanks between them."""
    found = value(said, key, list)
    if found is None or not all(isinstance(one, str) and one and not re.search(r"\s", one) for one in found):
        raise Off("export.wrong", key=key)
    if len(set(found)) < len(found):
        raise Off("export.twice", key=key)
    return tuple(found)


def day(said: Json, key: str) -> date | None:
    written = text(said, key)
    try:
        found = date.fromisoformat(written) if written is not None else None
    except ValueError:
        found = date.min
    if found is not None and found.year not in _YEARS:
        raise Off("export.no_day", key=key)
    return found


def time(said: Json, key: str) -> datetime | None:
    written = text(said, key)
    try:
        found = datetime.fromisoformat(written) if written is not None else None
    except ValueError:
        found = datetime.min  # noqa: DTZ901 - said below
    if found is not None and (found.tzinfo is None or found.year not in _YEARS):
        raise Off("export.no_time", key=key)
    return found


def rule(said: Json, key: str = "rule") -> str | None:
    """A cadence that a day can be counted by: a bad one would spoil every list of people."""
    found = text(said, key)
    try:
        if found is not None:
            recurrence.next_due(found, None, date(2026, 1, 1))
    except OnelogError:
        raise Off("export.no_cadence", key=key) from None
    return found


def clock(said: Json, key: str) -> str | None:
    """An hour of the day."""
    found = text(said, key)
    if found is not None and not _CLOCK.fullmatch(found):
        raise Off("export.no_hour", key=key)
    return found


def every(said: Json, key: str = "every") -> str | None:
    """A cadence as somebody said it."""
    found = words(said, key)
    try:
        if found is not None:
            recurrence.rule(found)
    except OnelogError:
        raise Off("export.no_cadence", key=key) from None
    return found


def front_lines(said: Json, key: str = "extra") -> str:
    """Lines of the front matter, none of which ends it."""
    found = needed(text, said, key)
    if any(one.rstrip() == "---" for one in found.split("\n")):
        raise Off("export.ends_front", key=key)
    return found


def history(said: Json, key: str, choices: tuple[str, ...]) -> tuple[tuple[date, str], ...]:
    """Days, and what held since."""
    return tuple((needed(day, one, "since"), one_of(one, "relation", choices)) for one in each(said, key))


def scales(said: Json, key: str = "scales") -> tuple[ScaleValue, ...]:
    """What was said on scales of one's own: name -> value, low, high."""
    found = value(said, key, dict)
    if found is None or not all(isinstance(one, dict) for one in found.values()):
        raise Off("export.wrong", key=key)
    values = []
    for name, one in found.items():
        numbers = [n for part in ("value", "low", "high") if type(n := one.get(part)) is int]
        made = make_value(name, *numbers) if len(numbers) == len(one) == 3 else None
        if made is None:
            raise Off("export.bad_value", key=key)
        values.append(made)
    if len({one.key for one in values}) < len(values):
        raise Off("export.twice", key=key)
    return tuple(values)


_READ: dict[str, FieldReader] = {
    "line": line,
    "words": words,
    "text": text,
    "lines": front_lines,
    "day": day,
    "time": time,
    "number": number,
    "every": every,
    "rule": rule,
    "tags": tags,
    "scales": scales,
    "clock": clock,
}
"""What reads a value of each type; what it is made of more than its type is in `reader`."""


def reader(field: Field) -> FieldReader:
    """What reads the value of a field that is no record."""
    if field.type == "choice":
        return partial(maybe, choices=field.choices)
    if field.type == "history":
        return partial(history, choices=field.choices)
    return partial(whole, most=field.most) if field.type == "int" else _READ[field.type]
