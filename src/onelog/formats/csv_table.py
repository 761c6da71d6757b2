"""CSV: one row a record, for spreadsheets; no text in it is ever taken for a formula."""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TextIO

from onelog.core import numbers
from onelog.core.model import (  # fmt: skip
    FEEDBACK,
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
    kind_of,
)
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.markdown import body

COLUMNS = (
    "kind", "id", "uid", "date", "at", "person", "owner", "from", "to", "text", "because", "why", "status", "due", "closed",
    "tags", "meeting", "goal", "minutes", "mode", "mood", "seen", "rating", "metric", "start", "target", "value", "unit",
    "alias", "relation", "every", "until", "rule", "about", "reading", "outcome",
)  # fmt: skip
"""`date` is the day of every kind: held, opened, said, parked, looked at, added. `at` is the time with its offset; `until`
ends a pause, or how long a warning stays quiet, of which `rule` and `about` (a name, else an id) say which one it is."""

_FORMULA = r"\s*[=+\-@|%＝＋－＠｜％\t\r\n]"
_begins = re.compile(rf"'*(?={_FORMULA})")

Cell = str | int | float | None
CsvRow = dict[str, Cell]


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
        row = _row(record)
        table.writerow([_cell(row.get(column)) for column in COLUMNS])


def _cell(value: Cell) -> Cell:
    """A text guarded; a number as it is, negative ones as well: it is no formula, and spreadsheets reckon with it."""
    return guarded(storable(value)) if isinstance(value, str) else value


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


def _row(record: Record) -> CsvRow:
    """The cells of a record by column; those that its kind does not have are missing."""
    match record:
        case Meeting():
            own = _meeting(record)
        case Action():
            own = _action(record)
        case Moment():
            own = _moment(record)
        case Topic():
            own = _topic(record)
        case Goal():
            own = _goal(record)
        case Checkin():
            own = _checkin(record)
        case Person():
            own = _person(record)
        case Skip():
            own = _skip(record)
        case Answer():
            own = _answer(record)
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    return {"kind": kind, "id": record.id, "uid": record.uid, "tags": " ".join(getattr(record, "tags", ())), **own}


def _meeting(m: Meeting) -> CsvRow:
    return {
        **_when(m.at), "person": m.person.label, "text": body.notes_of(m.body), "minutes": m.minutes, "mode": m.mode,
        "mood": m.mood, "seen": m.seen, "rating": m.rating,
    }  # fmt: skip


def _action(a: Action) -> CsvRow:
    return {
        "date": _day(a.opened), "person": _label(a.person), "owner": _label(a.owner, "me"), "text": a.text, "why": a.why,
        "status": a.status, "due": _day(a.due), "closed": _day(a.closed), "meeting": _label(a.meeting),
        "goal": _label(a.goal), "outcome": a.outcome,
    }  # fmt: skip


def _moment(m: Moment) -> CsvRow:
    me = "me" if m.kind in FEEDBACK else None
    return {
        **_when(m.at), "person": _label(m.person), "from": _label(m.giver, me), "to": _label(m.receiver, me),
        "text": m.text, "because": m.because, "closed": _day(m.resolved), "meeting": _label(m.meeting),
        "outcome": m.outcome,
    }  # fmt: skip


def _topic(t: Topic) -> CsvRow:
    return {
        "date": _day(t.added), "person": _label(t.person), "text": t.text, "why": t.why, "status": t.status,
        "closed": _day(t.closed), "meeting": _label(t.meeting), "outcome": t.outcome,
    }  # fmt: skip


def _goal(g: Goal) -> CsvRow:
    return {
        "date": _day(g.opened), "person": _label(g.person), "text": g.title, "status": g.status, "due": _day(g.by),
        "closed": _day(g.closed), "goal": _label(g.parent), "metric": g.metric, "start": _number(g.start),
        "target": _number(g.target), "value": _number(g.current), "unit": g.unit,
    }  # fmt: skip


def _checkin(c: Checkin) -> CsvRow:
    return {
        **_when(c.at), "text": c.text, "meeting": _label(c.meeting), "goal": c.goal.label, "value": _number(c.value),
    }  # fmt: skip


def _person(p: Person) -> CsvRow:
    return {
        "date": _day(p.added), "person": p.name, "alias": ", ".join(p.aliases) or None, "relation": p.relation,
        "every": p.every, "closed": _day(p.archived), "reading": p.reading,
    }  # fmt: skip


def _skip(s: Skip) -> CsvRow:
    return {
        "date": _day(s.at), "person": s.person.label, "why": s.why, "due": _day(s.due), "until": _day(s.until),
    }  # fmt: skip


def _answer(a: Answer) -> CsvRow:
    return {
        "date": _day(a.at), "text": a.text, "until": _day(a.until), "rule": a.rule, "about": a.about.label,
    }  # fmt: skip


def _when(at: datetime | None) -> CsvRow:
    return {"date": at.date().isoformat(), "at": at.isoformat(timespec="seconds")} if at else {}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _label(ref: Ref | None, nobody: str | None = None) -> str | None:
    return ref.label if ref else nobody


def _number(value: float | None) -> int | float | None:
    """A number as a spreadsheet counts with it."""
    return None if value is None else float(text) if "." in (text := numbers.number_text(value)) else int(text)
