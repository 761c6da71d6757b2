"""JSON: every record with all its fields, enough to build the same journal again."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import Any, TextIO, TypeVar

from onelog import body
from onelog.errors import Damaged
from onelog.formats.records import Json, record_json
from onelog.model import (
    ACTION_STATES,
    FEEDBACK,
    GOAL_STATES,
    MODES,
    MOMENT_KINDS,
    RELATIONS,
    TOPIC_STATES,
    Action,
    Answer,
    Checkin,
    Goal,
    Meeting,
    Moment,
    Person,
    Record,
    Ref,
    Skip,
    Topic,
)  # fmt: skip
from onelog.plain import safe
from onelog.views import Book

VERSION = 1


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """One object; one record a line, so that two exports can be compared."""
    out.write(f'{{"onelog": {VERSION}')
    groups: list[tuple[str, Iterable[Record]]] = [
        ("people", book.people), ("goals", book.goals), ("meetings", book.meetings), ("actions", book.actions),
        ("moments", book.moments), ("topics", book.topics), ("skips", book.skips), ("answers", book.answers),
    ]  # fmt: skip
    for name, records in groups:
        out.write(f',\n"{name}": [')
        for n, record in enumerate(records):
            out.write(",\n" if n else "\n")
            out.write(json.dumps(record_json(record, today, whole=True)))
        out.write("]")
    out.write("}\n")


def read(text: str, file: str = "the file") -> Book:
    """The records of an export. Raises `Damaged`, naming the place; then nothing of it should be taken."""
    try:
        said = json.loads(text)
    except ValueError as error:
        raise Damaged(
            f"{file} is not an export of onelog: {_place(error)}.", "Export again, and bring that in."
        ) from error
    if not isinstance(said, dict) or said.get("onelog") != VERSION:
        newer = isinstance(said, dict) and isinstance(said.get("onelog"), int) and said["onelog"] > VERSION
        raise Damaged(
            f"{file} is {'from a newer onelog' if newer else 'not an export of onelog'}.",
            "Update onelog." if newer else "onelog export --format json writes one.",
        )
    if re.search(r"\\u(?:0000|[dD][89a-fA-F])", text) and any(re.search("[\0\ud800-\udfff]", t) for t in _texts(said)):
        raise Damaged(f"{file} holds what is no text: NUL, or half a character.", "Take it out, and bring that in.")
    return _Reading(said, file).book()


def _texts(value: Any) -> Iterator[str]:
    """Every text in what was read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _place(error: ValueError) -> str:
    line = getattr(error, "lineno", None)
    return f"line {line} cannot be read" if line else "it cannot be read"


class _Reading:
    """One export being read: names and ids become references."""

    def __init__(self, said: Json, file: str) -> None:
        self.said, self.file = said, file
        self.people = {p["name"]: Ref(p["uid"], p["name"]) for p in self.each("people", "name", "uid", "id")}
        self.goals = {g["id"]: Ref(g["uid"], g["id"]) for g in self.each("goals", "uid", "id", "title")}
        self.meetings = {m["id"]: Ref(m["uid"], m["id"]) for m in self.each("meetings", "uid", "id", "person")}

    @cached_property
    def uids(self) -> set[str]:
        """Of all records, those in meetings included."""
        groups = [*self.said.values(), *(m.get(name) for m in self.each("meetings") for name in ("actions", "moments"))]
        records = [record for group in groups if isinstance(group, list) for record in group]
        return {str(record.get("uid")) for record in records if isinstance(record, dict)}

    def each(self, name: str, *needed: str) -> Iterator[Json]:
        group = self.said.get(name, [])
        if not isinstance(group, list):
            raise Damaged(f"{self.file}: {name} is not a list; nothing was taken.", "Export again, and bring that in.")
        for n, record in enumerate(group, 1):
            if not isinstance(record, dict):
                raise self.wrong(name, n, "it is no record")
            for key in needed:
                if not isinstance(record.get(key), str):
                    raise self.wrong(name, n, f"{key} is {'wrong' if key in record else 'missing'}")
            yield record

    def wrong(self, name: str, n: int, what: str) -> Damaged:
        return Damaged(
            f"{self.file}: {name}, record {n}: {what}; nothing was taken.", "Export again, and bring that in."
        )

    def book(self) -> Book:
        return Book(
            None, self.all("people", self.person), self.all("meetings", self.meeting), self.all("actions", self.action),
            self.all("moments", self.moment), self.all("topics", self.topic), self.all("goals", self.goal),
            self.all("skips", self.skip), self.all("answers", self.answer),
        )  # fmt: skip

    def all(self, name: str, read: Any) -> tuple[Any, ...]:
        records = []
        for n, said in enumerate(self.each(name, "uid", "id"), 1):
            try:
                records.append(read(said))
            except _Off as error:
                raise self.wrong(name, n, str(error)) from error
        return tuple(records)

    def who(self, said: Json, key: str) -> Ref | None:
        name = _text(said, key)
        return None if name == "me" else self.ref(self.people, key, name)

    def ref(self, known: dict[str, Ref], key: str, label: str | None) -> Ref | None:
        if label and label not in known:
            raise _Off(f"{key} is {safe(label, newlines=False)[:40]!r}, which this file does not have")
        return known[label] if label else None

    def goal_of(self, said: Json, key: str) -> Ref | None:
        return self.ref(self.goals, key, _text(said, key))

    def met(self, said: Json) -> Ref | None:
        return self.ref(self.meetings, "meeting", _text(said, "meeting"))

    def person(self, p: Json) -> Person:
        history = tuple((_needed(_day, r, "since"), _one_of(r, "relation", RELATIONS)) for r in _each(p, "relations"))
        return Person(
            p["uid"], p["id"], _line(p, "name"), _text(p, "alias"), _maybe(p, "relation", RELATIONS), _text(p, "every"),
            _text(p, "rule"), _day(p, "archived_on"), history, _day(p, "added"),
        )  # fmt: skip

    def meeting(self, m: Json) -> Meeting:
        return Meeting(
            m["uid"], m["id"], _needed(self.who, m, "person"), _time(m, "at"), _whole(m, "minutes", 1440),
            _maybe(m, "mode", MODES), _whole(m, "mood", 5), _whole(m, "seen", 5), _whole(m, "rating", 5), _tags(m),
            body.tidy(_needed(_text, m, "body")), _needed(_text, m, "extra"), _needed(_time, m, "created"),
            tuple(self.action(a) for a in _each(m, "actions")), tuple(self.moment(x) for x in _each(m, "moments")),
            tuple(self.topic(t) for t in _each(m, "topics")), tuple(self.checkin(c) for c in _each(m, "checkins")),
        )  # fmt: skip

    def action(self, a: Json) -> Action:
        return Action(
            _line(a, "uid"), _line(a, "id"), _line(a, "text"), self.who(a, "owner"), self.who(a, "person"), self.met(a),
            self.goal_of(a, "goal"), _day(a, "due"), _one_of(a, "status", ACTION_STATES), _needed(_day, a, "opened"),
            _day(a, "closed"), _text(a, "why"), _tags(a),
        )  # fmt: skip

    def moment(self, m: Json) -> Moment:
        kind = _one_of(m, "kind", MOMENT_KINDS)
        giver, receiver = (self.who(m, "from"), self.who(m, "to")) if kind in FEEDBACK else (None, None)
        return Moment(
            _line(m, "uid"), _line(m, "id"), kind, _line(m, "text"), _text(m, "because"), giver, receiver,
            self.who(m, "person"), self.met(m), _needed(_time, m, "at"), _day(m, "resolved"), _tags(m),
        )  # fmt: skip

    def topic(self, t: Json) -> Topic:
        return Topic(
            _line(t, "uid"), _line(t, "id"), _line(t, "text"), self.who(t, "person"), self.met(t),
            _needed(_day, t, "added"), _one_of(t, "status", TOPIC_STATES), _day(t, "closed"), _text(t, "why"), _tags(t),
        )  # fmt: skip

    def goal(self, g: Json) -> Goal:
        return Goal(
            g["uid"], g["id"], _line(g, "title"), self.who(g, "person"), _day(g, "by"), _text(g, "metric"),
            _number(g, "start"), _number(g, "target"), _text(g, "unit"), _one_of(g, "status", GOAL_STATES),
            self.goal_of(g, "parent"), _needed(_day, g, "opened"), _day(g, "closed"), _tags(g),
            tuple(self.checkin(c, aside=True) for c in _each(g, "checkins")),
        )  # fmt: skip

    def skip(self, s: Json) -> Skip:
        return Skip(
            s["uid"], s["id"], _needed(self.who, s, "person"), _needed(_day, s, "at"), _day(s, "due"), _day(s, "until"),
            _needed(_text, s, "why"),
        )  # fmt: skip

    def answer(self, a: Json) -> Answer:
        about = Ref(_line(a, "about_uid"), _line(a, "about"))
        if about.uid not in self.uids:
            raise _Off(f"about is {safe(about.label, newlines=False)[:40]!r}, which this file does not have")
        return Answer(
            a["uid"], a["id"], _line(a, "rule"), about, _needed(_day, a, "at"), _needed(_day, a, "until"),
            _needed(_text, a, "text"),
        )  # fmt: skip

    def checkin(self, c: Json, *, aside: bool = False) -> Checkin:
        """A check-in. One that stands with its goal may be from a meeting that a part of a journal does not have."""
        met = None if aside and _text(c, "meeting") not in self.meetings else self.met(c)
        return Checkin(
            _line(c, "uid"), _line(c, "id"), _needed(self.goal_of, c, "goal"), _needed(_time, c, "at"),
            _number(c, "value"), _needed(_text, c, "text"), met,
        )  # fmt: skip


# --- the value of one key; each raises `_Off` where it is missing or wrong -------------------------------------------


class _Off(ValueError):
    """A record is not as it should be; the message names the key."""


T = TypeVar("T")


def _value(said: Json, key: str, *types: type) -> Any:
    """What stands under a key, of one of these types, or null."""
    if key not in said:
        raise _Off(f"{key} is missing")
    value = said[key]
    if value is not None and (isinstance(value, bool) or not isinstance(value, types)):
        raise _Off(f"{key} is wrong")
    return value


def _needed(read: Callable[[Json, str], T | None], said: Json, key: str) -> T:
    value = read(said, key)
    if value is None:
        raise _Off(f"{key} is missing")
    return value


def _text(said: Json, key: str) -> str | None:
    value: str | None = _value(said, key, str)
    return value


def _line(said: Json, key: str) -> str:
    """A text that is one line and not empty."""
    text = _needed(_text, said, key)
    if not text.strip() or "\n" in text:
        raise _Off(f"{key} is empty or has several lines")
    return text.strip()


def _maybe(said: Json, key: str, choices: tuple[str, ...]) -> str | None:
    text = _text(said, key)
    if text is not None and text not in choices:
        raise _Off(f"{key} is none of {', '.join(choices)}")
    return text


def _one_of(said: Json, key: str, choices: tuple[str, ...]) -> str:
    text = _maybe(said, key, choices)
    if text is None:
        raise _Off(f"{key} is missing")
    return text


def _whole(said: Json, key: str, most: int) -> int | None:
    """A whole number from 1 to `most`."""
    number: int | None = _value(said, key, int)
    if number is not None and not 1 <= number <= most:
        raise _Off(f"{key} goes from 1 to {most}")
    return number


def _number(said: Json, key: str) -> float | None:
    number: float | None = _value(said, key, int, float)
    return number


def _each(said: Json, key: str) -> list[Json]:
    """The records in a list."""
    values = _value(said, key, list)
    if values is None or not all(isinstance(value, dict) for value in values):
        raise _Off(f"{key} is wrong")
    return list(values)


def _tags(said: Json) -> tuple[str, ...]:
    values = _value(said, "tags", list)
    if values is None or not all(isinstance(value, str) for value in values):
        raise _Off("tags is wrong")
    return tuple(values)


def _day(said: Json, key: str) -> date | None:
    text = _text(said, key)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise _Off(f"{key} is not a day (2026-01-31)") from None


def _time(said: Json, key: str) -> datetime | None:
    text = _text(said, key)
    try:
        at = datetime.fromisoformat(text) if text else None
    except ValueError:
        at = datetime.min  # noqa: DTZ901 - said below
    if at is not None and at.tzinfo is None:
        raise _Off(f"{key} is not a time with its offset (2026-01-31T14:00:00+09:00)")
    return at
