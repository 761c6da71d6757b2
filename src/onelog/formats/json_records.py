"""A record as JSON, made from `core/fields.py`: the keys that scripts rely on, always all of them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from onelog.core.fields import FIELDS, Field
from onelog.core.kinds import Record, is_of_nobody, kind_of
from onelog.core.model import Moment, Ref
from onelog.core.results.common import Holder
from onelog.core.scales import ScaleValue
from onelog.formats.derived import Write, writer

Json = dict[str, Any]


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _time(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) and abs(value) < 1e15 else value


def _label(ref: Ref | None) -> str | None:
    return ref.label if ref else None


def _history(value: tuple[tuple[date, str], ...]) -> list[Json]:
    return [{"since": _iso(day), "relation": word} for day, word in value]


def _scales(values: Sequence[ScaleValue]) -> Json:
    """Name -> its value and the range that it was said in."""
    return {one.name: {"value": one.value, "low": one.low, "high": one.high} for one in values}


_WRITE: dict[str, Write] = {
    "day": _iso,
    "time": _time,
    "number": _number,
    "ref": _label,
    "tags": list,
    "names": list,
    "history": _history,
    "scales": _scales,
}
"""How a value of each type is written; others are written as they are."""
_KEYS = ("id", "uid", "kind")
_HEAD = ("id", "uid", "id")
"""The keys with which every record begins, and what stands there until its kind does."""
_INSIDE = {kind: [f.name for f in fields if f.type == "records"] for kind, fields in FIELDS.items()}
"""The keys of a kind under which other records stand."""
_PLANS: dict[tuple[str, bool], tuple[tuple[str, ...], Callable[[Any, date], list[Any]]]] = {}


def record_json(record: Record, today: date, *, whole: bool = False) -> Json:
    """The record with its keys in order. `whole` adds what only an export needs to be the whole truth."""
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    keys, values = _PLANS.get((kind, whole)) or _plan(type(record), kind, whole)
    written: Json = dict(zip(keys, values(record, today), strict=True))
    written["kind"] = kind
    for key in _INSIDE.get(type(record), ()):
        written[key] = [record_json(one, today, whole=whole) for one in written[key]]
    if is_of_nobody(record):
        written["from"] = written["to"] = None
    return written


def held_json(holders: Sequence[Holder]) -> list[Json]:
    """Who has had a promise, the first one first."""
    return [{"owner": one.owner.label if one.owner else "me", "since": _iso(one.since)} for one in holders]


def _plan(type_: type, kind: str, whole: bool) -> tuple[tuple[str, ...], Callable[[Any, date], list[Any]]]:
    """The keys of a kind in order, and what gives their values."""
    fields = [field for field in FIELDS[type_] if field.key and (whole or not field.is_whole)]
    values = writer(type_, _HEAD, [(field, _writer(field, kind)) for field in fields])
    _PLANS[kind, whole] = (*_KEYS, *(field.key or "" for field in fields)), values
    return _PLANS[kind, whole]


def _writer(field: Field, kind: str) -> Write | None:
    if field.me:
        return (lambda ref: _label(ref) or "me") if field.is_me(kind) else lambda _: None
    if field.nothing:
        return lambda text: text or None
    return _WRITE.get(field.type)
