"""A record as the cells of a line, made from `core/fields.py`; its JSON is in `formats/json_records.py`."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from onelog.core.fields import DAY, END, FIELDS, Field
from onelog.core.kinds import KINDS, Record, is_of_nobody, kind_of
from onelog.core.model import Moment, Ref
from onelog.core.scales import listed
from onelog.formats import cells
from onelog.formats.derived import Write, writer


def _record(record: Record, today: date) -> tuple[str, ...]:
    placed, last = record_cells(record, today)
    return *placed, *last


def record_cells(record: Record, today: date) -> tuple[list[str], list[str]]:
    """The fields that have a place in the line, and those at the end as far as there is something in them."""
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    places, values = _PLANS.get(kind) or _plan(type(record), kind)
    texts = values(record, today)
    while len(texts) > places and not texts[-1]:
        texts.pop()
    texts[0] = kind
    if is_of_nobody(record):
        texts[_FROM] = texts[_TO] = ""
    return texts[:places], texts[places:]


_FROM, _TO = 6, 7
"""Where feedback says from whom and to whom it is."""
_HEAD = ("id", "id")
"""Where its kind will stand, and its id."""
_PLANS: dict[str, tuple[int, Callable[[Any, date], list[str]]]] = {}


def _plan(type_: type, kind: str) -> tuple[int, Callable[[Any, date], list[str]]]:
    """How many places the line of a kind has, and what gives these fields and those at the end."""
    fields = FIELDS[type_]
    at = {field.tsv: (field, _writer(field, kind)) for field in fields if field.tsv}
    day = next(field for field in fields if field.is_day)
    at.setdefault(DAY, (day, _first_day))
    parts = [at.get(place, (day, _blank)) for place in range(DAY, max(at) + 1)]
    last = [(field, _writer(field, kind)) for field in fields if field.tsv == END]
    _PLANS[kind] = len(_HEAD) + len(parts), writer(type_, _HEAD, [*parts, *last])
    return _PLANS[kind]


def _writer(field: Field, kind: str) -> Write | None:
    if field.type == "flag":
        return lambda value: field.name if value else ""
    if field.type == "ref":
        return _label_or_me if field.is_me(kind) else cells.label
    return _WRITE.get(field.type)


def _label_or_me(ref: Ref | None) -> str:
    return ref.label if ref else "me"


def _first_day(value: date | None) -> str:
    return value.isoformat()[:10] if value else ""


def _time(value: datetime | None) -> str:
    return value.isoformat() if value else ""


def _blank(_: object) -> str:
    return ""


_WRITE: dict[str, Write] = {
    "day": cells.day,
    "time": _time,
    "int": cells.number,
    "number": cells.number,
    "tags": " ".join,
    "names": ", ".join,
    "scales": listed,
}
"""How a value of each type is written; texts are written as they are, and a missing one as nothing."""
CELLS: dict[str, cells.LineWriter] = {KINDS[type_]: _record for type_ in FIELDS}
