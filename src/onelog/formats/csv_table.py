"""CSV: one row a record, for spreadsheets; no text in it is ever taken for a formula."""

import csv
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any, TextIO

from onelog.core import numbers
from onelog.core.fields import FIELDS, Field
from onelog.core.kinds import Record, is_of_nobody, kind_of
from onelog.core.model import Moment, Ref
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.core.scales import listed
from onelog.formats.derived import Write, writer

_ORDER = (
    "kind", "id", "uid", "date", "at", "person", "owner", "from", "to", "text", "because", "why", "status", "due", "closed",
    "tags", "meeting", "goal", "minutes", "mode", "mood", "seen", "rating", "metric", "start", "target", "value", "unit",
    "alias", "relation", "every", "until", "rule", "about", "reading", "outcome",
)  # fmt: skip  # words in lines
"""The order of the columns that there were first; one that a field adds comes after them."""
COLUMNS = tuple(
    dict.fromkeys((*_ORDER, *(field.heading for fields in FIELDS.values() for field in fields if field.heading)))
)
"""`date` is the day of every kind: held, opened, said, parked, looked at, added. `at` is the time with its offset; `until`
ends a pause, or how long a warning stays quiet, of which `rule` and `about` (a name, else an id) say which one it is."""

_FORMULA = r"\s*[=+\-@|%＝＋－＠｜％\t\r\n]"
_begins = re.compile(rf"'*(?={_FORMULA})")

Cell = str | int | float | None


def guarded(text: str) -> str:
    """The text as no spreadsheet takes it for a formula: with a `'` where it begins like one.

    One that begins with such a `'` itself gets one more, so that `unguarded` gives every text back.
    """
    return f"'{text}" if _begins.match(text) else text


def unguarded(text: str) -> str:
    """The inverse of `guarded`."""
    return text[1:] if text[:1] == "'" and _begins.match(text) else text


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """RFC 4180: a row of names, then the records of each meeting after it, then what stands outside any meeting; of the whole
    journal also people, skips and the answers to warnings."""
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for record in _records(book):
        # texts guarded; numbers as they are, negative ones as well: they are no formula, and spreadsheets reckon with them
        table.writerow([guarded(storable(x)) if isinstance(x, str) else x for x in _row(record, today)])


def _records(book: Book) -> Iterator[Record]:
    for meeting in book.meetings:
        if meeting.at is not None or book.period is None:
            yield meeting
            for group in (meeting.actions, meeting.moments, meeting.topics, meeting.checkins):
                yield from group
    for records in (book.moments, book.actions, book.topics):
        yield from records
    for goal in book.goals:
        yield goal
        yield from (checkin for checkin in goal.checkins if checkin.meeting is None)
    if book.period is None:
        for others in (book.people, book.skips, book.answers):
            yield from others


def _row(record: Record, today: date) -> list[Cell]:
    """The cells of a record, one a column; None where its kind has none."""
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    places, values = _PLANS.get(kind) or _plan(type(record), kind)
    said = [*values(record, today), kind, None]
    nobody = ("from", "to") if is_of_nobody(record) else ()
    return [None if column in nobody else said[place] for column, place in zip(COLUMNS, places, strict=True)]


_PLANS: dict[str, tuple[list[int], Callable[[Any, date], list[Cell]]]] = {}


def _plan(type_: type, kind: str) -> tuple[list[int], Callable[[Any, date], list[Cell]]]:
    """What gives the cells of a kind, and where the one of each column is in them; the kind and None stand behind them."""
    parts: list[tuple[str, Field, Write | None]] = [
        (field.heading, field, _writer(field, kind)) for field in FIELDS[type_] if field.heading
    ]
    parts += [("date", field, _first_day) for field in FIELDS[type_] if field.is_day]
    columns = ("id", "uid", *(column for column, *_ in parts), "kind")
    at = {column: place for place, column in enumerate(columns)}
    values = writer(type_, ("id", "uid"), [(field, write) for _, field, write in parts])
    _PLANS[kind] = [at.get(column, len(columns)) for column in COLUMNS], values
    return _PLANS[kind]


def _writer(field: Field, kind: str) -> Write | None:
    if field.type == "ref":
        return partial(_label, nobody="me" if field.is_me(kind) else None)
    return _WRITE.get(field.type)


def _first_day(value: date | None) -> str | None:
    return value.isoformat()[:10] if value else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _label(ref: Ref | None, nobody: str | None = None) -> str | None:
    return ref.label if ref else nobody


def _number(value: float | None) -> int | float | None:
    """A number as a spreadsheet counts with it."""
    return None if value is None else float(text) if "." in (text := numbers.number_text(value)) else int(text)


def _time(time: datetime | None) -> str | None:
    return time.isoformat(timespec="seconds") if time else None


_WRITE: dict[str, Callable[[Any], Cell]] = {
    "day": _day,
    "time": _time,
    "number": _number,
    "tags": " ".join,
    "names": ", ".join,
    "scales": lambda values: listed(values) or None,
}
"""How a value of each type is written; others are written as they are."""
