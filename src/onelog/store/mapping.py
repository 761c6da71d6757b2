"""How a record is kept in its table, and how a row becomes a record again: both made from `core/fields.py`."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar, cast

from onelog.core.errors import Damaged, Unreadable
from onelog.core.fields import FIELDS, Field, stored
from onelog.core.kinds import KINDS, Record
from onelog.core.model import MOMENT_KINDS, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.scales import ScaleValue, make_value
from onelog.core.selection import Selection

Row = dict[str, Any]
R = TypeVar("R")


# --- a record becomes a row ----------------------------------------------------------------------------------------


def _uid(ref: Ref | None) -> str | None:
    return ref.uid if ref else None


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _time(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None


def _history(value: tuple[tuple[date, str], ...]) -> str:
    return json.dumps([[day.isoformat(), word] for day, word in value])


def _names(value: tuple[str, ...]) -> str | None:
    return json.dumps(value, ensure_ascii=False) if value else None


def _scales(values: tuple[ScaleValue, ...]) -> str | None:
    return json.dumps({one.name: one[1:] for one in values}, ensure_ascii=False) if values else None


_PUT: dict[str, Callable[[Any], Any]] = {
    "ref": _uid,
    "day": _day,
    "time": _time,
    "tags": " ".join,
    "history": _history,
    "names": _names,
    "scales": _scales,
}
"""How a value of each type is kept; others are kept as they are."""
_COLUMNS: dict[type, tuple[tuple[str, Callable[[Any], Any], Callable[[Any], Any] | None], ...]] = {}


def row_of(record: Record) -> Row:
    """The columns of a record's table and their values."""
    row: Row = {"uid": record.uid, "id": record.id}
    kind = type(record)
    if kind not in _COLUMNS:
        _COLUMNS[kind] = tuple((f.stored or "", attrgetter(f.name), _PUT.get(f.type)) for f in stored(kind))
    for column, get, put in _COLUMNS[kind]:
        row[column] = put(get(record)) if put else get(record)
    return row


def selected(selection: Selection) -> Row:
    """What narrows a selection, by the names that SQL has for it: `:person`, `:since`, `:before`, `:kind`, `:tag`."""
    return {
        "person": selection.uid,
        "since": _day(selection.since),
        "before": _day(selection.before),
        "kind": selection.kind,
        "tag": selection.tag,
    }


SEARCHED = {
    KINDS[kind]: tuple(f.stored or "" for f in sorted(fields, key=lambda f: f.searched) if f.searched)
    for kind, fields in FIELDS.items()
}
"""The columns of each table that `search` looks in."""


# --- a row becomes a record ----------------------------------------------------------------------------------------

LETTERS: dict[type, str] = {
    Person: "p",
    Meeting: "m",
    Action: "a",
    Moment: "x",
    Topic: "t",
    Goal: "g",
    Checkin: "c",
    Skip: "s",
    Answer: "w",
}
"""What the table of each kind is called in a SELECT."""


def _select(kind: type) -> str:
    """The SELECT of a kind: uid, id, then its columns; behind that of another record what people call it."""
    letter = LETTERS[kind]
    columns, joins = [f"{letter}.uid", f"{letter}.id"], []
    for field in stored(kind):
        columns.append(f'{letter}."{field.stored}"')
        if field.type == "ref":
            label, join = _joined(field, f"{letter}.{field.stored}")
            columns.append(label)
            joins.append(join)
    return f"SELECT {', '.join(columns)} FROM {KINDS[kind]} {letter} {' '.join(joins)}".rstrip()


def _joined(field: Field, column: str) -> tuple[str, str]:
    """How the record that a column points at is called, and where that stands."""
    if not field.of:
        joins = f"JOIN handle h ON h.uid = {column} LEFT JOIN person p ON p.uid = {column}"
        return "coalesce(p.name, h.id)", joins
    how = "JOIN" if field.is_set else "LEFT JOIN"
    label = "name" if field.of == "person" else "id"
    return f"of_{field.name}.{label}", f"{how} {field.of} of_{field.name} ON of_{field.name}.uid = {column}"


PERSON, MEETING, ACTION, MOMENT, TOPIC = map(_select, (Person, Meeting, Action, Moment, Topic))
GOAL, CHECKIN, SKIP, ANSWER = map(_select, (Goal, Checkin, Skip, Answer))


def read_day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def read_time(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def at_of(text: str) -> datetime:
    """The time of what always has one."""
    found = read_time(text)
    if found is None:
        raise Unreadable
    return found


def day_of(text: str) -> date:
    """The day of what always has one."""
    found = read_day(text)
    if found is None:
        raise Unreadable
    return found


def read_fields(text: str | None) -> Row | None:
    """Columns and their values from the change log."""
    try:
        return json.loads(text) if text else None
    except ValueError as error:
        raise Unreadable from error


def _read_history(text: str) -> tuple[tuple[date, str], ...]:
    try:
        return tuple((date.fromisoformat(day), word) for day, word in json.loads(text))
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def read_aliases(text: str | None) -> tuple[str, ...]:
    """Those beside the first one."""
    try:
        return tuple(str(alias) for alias in json.loads(text)) if text else ()
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def read_scales(text: str | None) -> tuple[ScaleValue, ...]:
    """What was said on each scale."""
    if not text:
        return ()
    try:
        found = [make_value(name, *said) for name, said in json.loads(text).items()]
    except (TypeError, ValueError, AttributeError) as error:
        raise Unreadable from error
    if None in found:
        raise Unreadable
    return tuple(one for one in found if one)


def _unknown_kind(kind: str) -> str:
    raise Damaged("journal.unknown_moment", kind=kind[:20])


_READ = {
    "day": "read_day({})",
    "time": "read_time({})",
    "tags": "tuple({0}.split()) if {0} else ()",
    "history": "_read_history({})",
    "names": "read_aliases({})",
    "scales": "read_scales({0}) if {0} else ()",
}
_READ_SET = {"day": "day_of({})", "time": "at_of({})"}
"""How what is kept is read, and where there is always something; others are read as they are."""
_READERS: dict[type, Callable[..., Any]] = {}


def reader(kind: type[R]) -> Callable[..., R]:
    """A function that makes a record of a row of its kind's SELECT; after the row it takes what stands in the record.

    It is written out and compiled once, with arguments by position, as one would by hand: nothing is read faster.
    """
    if kind not in _READERS:
        made: dict[str, Any] = {}
        exec(_source(kind), {**globals(), "kind": kind}, made)  # noqa: S102 - our own words, from the table of fields
        _READERS[kind] = made["read"]
    return cast("Callable[..., R]", _READERS[kind])


def _source(kind: type[Any]) -> str:
    """The source of a kind's reader."""
    names, arguments, by_name = ["uid", "id_"], ["uid", "id_"], False
    fields = {field.name: field for field in stored(kind)}
    for name in kind.__match_args__[2:]:
        if name not in fields:  # what is not stored; only what stands in the record is given beside the row
            arguments += [] if by_name else ["*inside"]
            by_name = True
            continue
        names.append(f"f_{name}")
        if fields[name].type == "ref":
            names.append(f"l_{name}")
        value = _expression(fields[name])
        arguments.append(f"{name}={value}" if by_name else value)
    return f"def read(row, *inside):\n    {', '.join(names)} = row\n    return kind({', '.join(arguments)})\n"


def _expression(field: Field) -> str:
    """What reads a field from the variables of its columns."""
    value = f"f_{field.name}"
    if field.type == "ref":
        label = f"l_{field.name}"
        return f"Ref({value}, {label})" if field.is_set else f"Ref({value}, {label} or '') if {value} else None"
    if field.choices is MOMENT_KINDS:
        return f"{value} if {value} in MOMENT_KINDS else _unknown_kind({value})"
    return (_READ_SET if field.is_set else _READ).get(field.type, "{}").format(value)


def read_all(kind: type[R], rows: Iterable[tuple[Any, ...]]) -> list[R]:
    """The records of many rows."""
    return [*map(reader(kind), rows)]


def read_row(kind: type[R], row: Row, **labels: str) -> R:
    """The record of a row that has the columns of its table alone, with what people call those that it points at."""
    values: list[Any] = [row["uid"], row["id"]]
    for field in stored(kind):
        values += [row.get(field.stored or "")] + ([labels.get(field.name)] if field.type == "ref" else [])
    return reader(kind)(tuple(values))


def changed(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[Row | None, Row | None]:
    """Only the columns that differ, as they were and as they are; whole rows where one side is missing."""
    if before is None or after is None:
        return (dict(before) if before else None), (dict(after) if after else None)
    names = [name for name in after if before.get(name) != after[name]]
    return {n: before.get(n) for n in names}, {n: after[n] for n in names}
