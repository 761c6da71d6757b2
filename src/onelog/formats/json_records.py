"""A record as JSON: the keys that scripts rely on, always all of them."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from onelog.core import recurrence
from onelog.core.model import (
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
    pace,
)
from onelog.markdown import body

Json = dict[str, Any]


def _label(ref: Ref | None) -> str | None:
    return ref.label if ref else None


def _iso(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if value else None


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value == int(value) and abs(value) < 1e15 else value


def record_json(record: Record, today: date, *, whole: bool = False) -> Json:
    """The record with its keys in order. `whole` adds what only an export needs to be the whole truth."""
    match record:
        case Meeting():
            return _meeting(record, today, whole)
        case Action():
            return _action(record, today)
        case Moment():
            return _moment(record)
        case Topic():
            return _topic(record, whole)
        case Goal():
            return _goal(record, today)
        case Checkin():
            return _checkin(record)
        case Person():
            return _person(record, today, whole)
        case Skip():
            return _skip(record)
        case Answer():
            return _answer(record, whole)


def _meeting(m: Meeting, today: date, whole: bool) -> Json:
    def each(records: Iterable[Record]) -> list[Json]:
        return [record_json(r, today, whole=whole) for r in records]

    written = {
        "id": m.id, "uid": m.uid, "kind": "meeting", "person": m.person.label, "at": _iso(m.at), "minutes": m.minutes,
        "mode": m.mode, "mood": m.mood, "seen": m.seen, "rating": m.rating, "tags": list(m.tags),
        "notes": body.notes_of(m.body), "actions": each(m.actions), "moments": each(m.moments),
        "topics": each(m.topics), "checkins": each(m.checkins),
    }  # fmt: skip
    return written | ({"body": m.body, "extra": m.extra, "created": _iso(m.created)} if whole else {})


def _action(a: Action, today: date) -> Json:
    return {
        "id": a.id, "uid": a.uid, "kind": "action", "text": a.text, "owner": _label(a.owner) or "me",
        "person": _label(a.person), "meeting": _label(a.meeting), "goal": _label(a.goal), "due": _iso(a.due),
        "status": a.status, "overdue": a.overdue(today), "opened": _iso(a.opened), "closed": _iso(a.closed),
        "why": a.why, "tags": list(a.tags), "outcome": a.outcome,
    }  # fmt: skip


def _moment(m: Moment) -> Json:
    directed = m.kind in FEEDBACK and (m.giver or m.receiver)
    return {
        "id": m.id, "uid": m.uid, "kind": m.kind, "text": m.text or None, "because": m.because,
        "from": (_label(m.giver) or "me") if directed else None, "to": (_label(m.receiver) or "me") if directed else None,
        "person": _label(m.person), "meeting": _label(m.meeting), "at": _iso(m.at), "resolved": _iso(m.resolved),
        "tags": list(m.tags), "outcome": m.outcome,
    }  # fmt: skip


def _topic(t: Topic, whole: bool) -> Json:
    written = {
        "id": t.id, "uid": t.uid, "kind": "topic", "text": t.text, "person": _label(t.person),
        "added": _iso(t.added), "meeting": _label(t.meeting), "status": t.status, "outcome": t.outcome,
    }  # fmt: skip
    return written | ({"closed": _iso(t.closed), "why": t.why, "tags": list(t.tags)} if whole else {})


def _goal(g: Goal, today: date) -> Json:
    return {
        "id": g.id, "uid": g.uid, "kind": "goal", "title": g.title, "person": _label(g.person), "by": _iso(g.by),
        "metric": g.metric, "start": _number(g.start), "target": _number(g.target), "current": _number(g.current),
        "unit": g.unit, "status": g.status, "pace": pace(g, today), "parent": _label(g.parent), "opened": _iso(g.opened),
        "closed": _iso(g.closed), "tags": list(g.tags), "checkins": [_checkin(c) for c in g.checkins],
    }  # fmt: skip


def _checkin(c: Checkin) -> Json:
    return {
        "id": c.id, "uid": c.uid, "kind": "checkin", "goal": c.goal.label, "at": _iso(c.at), "value": _number(c.value),
        "text": c.text, "meeting": _label(c.meeting),
    }  # fmt: skip


def _person(p: Person, today: date, whole: bool) -> Json:
    due = recurrence.due(p, today)
    written = {
        "id": p.id, "uid": p.uid, "kind": "person", "name": p.name, "alias": p.alias,
        "aliases": list(p.aliases), "reading": p.reading, "relation": p.relation, "every": p.every, "rule": p.rule, "last_met": _iso(p.last_met), "next_due": _iso(due),
        "overdue": due is not None and due < today, "archived": p.archived is not None,
    }  # fmt: skip
    if not whole:
        return written
    history = [{"since": _iso(day), "relation": relation} for day, relation in p.relations]
    return written | {"archived_on": _iso(p.archived), "relations": history, "added": _iso(p.added)}


def _skip(s: Skip) -> Json:
    return {
        "id": s.id, "uid": s.uid, "kind": "skip", "person": s.person.label, "at": _iso(s.at), "due": _iso(s.due),
        "until": _iso(s.until), "why": s.why,
    }  # fmt: skip


def _answer(a: Answer, whole: bool) -> Json:
    written = {
        "id": a.id, "uid": a.uid, "kind": "answer", "rule": a.rule, "about": a.about.label, "at": _iso(a.at),
        "until": _iso(a.until), "text": a.text,
    }  # fmt: skip
    return written | ({"about_uid": a.about.uid} if whole else {})
