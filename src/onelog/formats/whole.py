"""JSON: every record with all its fields, enough to build the same journal again."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, TextIO

from onelog import body
from onelog.errors import Damaged
from onelog.formats.records import Json, record_json
from onelog.model import FEEDBACK, Action, Checkin, Goal, Meeting, Moment, Person, Record, Ref, Topic
from onelog.views import Book

VERSION = 1


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """One object; one record a line, so that two exports can be compared."""
    out.write(f'{{"onelog": {VERSION}')
    groups: list[tuple[str, Iterable[Record]]] = [
        ("people", book.people), ("goals", book.goals), ("meetings", book.meetings), ("actions", book.actions),
        ("moments", book.moments), ("topics", book.topics),
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

    def each(self, name: str, *needed: str) -> Iterator[Json]:
        group = self.said.get(name, [])
        if not isinstance(group, list):
            raise self.wrong(name, 0, "is not a list")
        for n, record in enumerate(group, 1):
            if not isinstance(record, dict) or any(not isinstance(record.get(key), str) for key in needed):
                raise self.wrong(name, n, f"lacks {' or '.join(needed)}")
            yield record

    def wrong(self, name: str, n: int, what: str) -> Damaged:
        return Damaged(
            f"{self.file}: {name}, record {n}: {what}; nothing was taken.", "Export again, and bring that in."
        )

    def book(self) -> Book:
        return Book(
            None, self.all("people", self.person), self.all("meetings", self.meeting), self.all("actions", self.action),
            self.all("moments", self.moment), self.all("topics", self.topic), self.all("goals", self.goal),
        )  # fmt: skip

    def all(self, name: str, read: Any) -> tuple[Any, ...]:
        records = []
        for n, said in enumerate(self.each(name, "uid", "id"), 1):
            try:
                records.append(read(said))
            except (KeyError, ValueError, TypeError, AttributeError) as error:
                raise self.wrong(name, n, f"{type(error).__name__} at {str(error)[:40]}") from error
        return tuple(records)

    def who(self, name: str | None) -> Ref | None:
        return self.people[name] if name and name != "me" else None

    def person(self, p: Json) -> Person:
        history = tuple((date.fromisoformat(r["since"]), str(r["relation"])) for r in p["relations"])
        return Person(
            p["uid"], p["id"], p["name"], p["alias"], p["relation"], p["every"], p["rule"], _day(p["archived_on"]), history,
            _day(p["added"]),
        )  # fmt: skip

    def meeting(self, m: Json) -> Meeting:
        return Meeting(
            m["uid"], m["id"], self.people[m["person"]], _time(m["at"]), m["minutes"], m["mode"], m["mood"], m["seen"],
            m["rating"], tuple(m["tags"]), body.tidy(m["body"]), m["extra"], _time(m["created"]),
            tuple(self.action(a) for a in m["actions"]), tuple(self.moment(x) for x in m["moments"]),
            tuple(self.topic(t) for t in m["topics"]), tuple(self.checkin(c) for c in m["checkins"]),
        )  # fmt: skip

    def action(self, a: Json) -> Action:
        return Action(
            a["uid"], a["id"], _text(a["text"]), self.who(a["owner"]), self.who(a["person"]), self.met(a["meeting"]),
            self.goals[a["goal"]] if a["goal"] else None, _day(a["due"]), a["status"], _day(a["opened"]),
            _day(a["closed"]), a["why"], tuple(a["tags"]),
        )  # fmt: skip

    def moment(self, m: Json) -> Moment:
        directed = m["kind"] in FEEDBACK
        return Moment(
            m["uid"], m["id"], m["kind"], _text(m["text"]), m["because"], self.who(m["from"]) if directed else None,
            self.who(m["to"]) if directed else None, self.who(m["person"]), self.met(m["meeting"]), _time(m["at"]),
            _day(m["resolved"]), tuple(m["tags"]),
        )  # fmt: skip

    def topic(self, t: Json) -> Topic:
        return Topic(
            t["uid"], t["id"], _text(t["text"]), self.who(t["person"]), self.met(t["meeting"]), _day(t["added"]), t["status"],
            _day(t["closed"]), t["why"], tuple(t["tags"]),
        )  # fmt: skip

    def goal(self, g: Json) -> Goal:
        return Goal(
            g["uid"], g["id"], _text(g["title"]), self.who(g["person"]), _day(g["by"]), g["metric"], g["start"], g["target"],
            g["unit"], g["status"], self.goals[g["parent"]] if g["parent"] else None, _day(g["opened"]),
            _day(g["closed"]), tuple(g["tags"]), tuple(self.checkin(c) for c in g["checkins"]),
        )  # fmt: skip

    def checkin(self, c: Json) -> Checkin:
        at = _time(c["at"])
        if at is None:
            raise ValueError("a check-in needs a time")
        return Checkin(c["uid"], c["id"], self.goals[c["goal"]], at, c["value"], c["text"], self.met(c["meeting"]))

    def met(self, id_: str | None) -> Ref | None:
        return self.meetings[id_] if id_ else None


def _text(text: str) -> str:
    if not text.strip() or "\n" in text:
        raise ValueError("a text is empty or has several lines")
    return text.strip()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _time(text: str | None) -> datetime | None:
    at = datetime.fromisoformat(text) if text else None
    if at is not None and at.tzinfo is None:
        raise ValueError("a time has no offset")
    return at
