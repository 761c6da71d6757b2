"""How a record is kept in its table, and how a row becomes a record again."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from onelog.core.errors import Unreadable
from onelog.core.model import Action, Answer, Checkin, Goal, Meeting, Moment, Person, Record, Ref, Skip, Topic

Row = dict[str, Any]


def _uid(ref: Ref | None) -> str | None:
    return ref.uid if ref else None


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _tags(tags: tuple[str, ...]) -> str:
    return " ".join(tags)


def row_of(record: Record) -> Row:
    """The columns of a record's table and their values."""
    row: Row = {"uid": record.uid, "id": record.id}
    match record:
        case Person():
            row |= {"name": record.name, "alias": record.alias, "relation": record.relation, "every": record.every}
            row |= {"rule": record.rule, "archived": _day(record.archived), "added": _day(record.added)}
            row["relations"] = json.dumps([[d.isoformat(), r] for d, r in record.relations])
            row["aliases"] = json.dumps(record.more_aliases, ensure_ascii=False) if record.more_aliases else None
            row["reading"] = record.reading
        case Meeting():
            row |= {"person_uid": record.person.uid, "at": _time(record.at), "minutes": record.minutes}
            row |= {"mode": record.mode, "mood": record.mood, "seen": record.seen, "rating": record.rating}
            row |= {"tags": _tags(record.tags), "body": record.body, "extra": record.extra}
            row["created"] = _time(record.created)
        case Action():
            row |= {"text": record.text, "owner_uid": _uid(record.owner), "person_uid": _uid(record.person)}
            row |= {"meeting_uid": _uid(record.meeting), "goal_uid": _uid(record.goal), "due": _day(record.due)}
            row |= {"status": record.status, "opened": _day(record.opened), "closed": _day(record.closed)}
            row |= {"why": record.why, "tags": _tags(record.tags), "outcome": record.outcome}
        case Moment():
            row |= {"kind": record.kind, "text": record.text, "because": record.because}
            row |= {"giver_uid": _uid(record.giver), "receiver_uid": _uid(record.receiver)}
            row |= {"person_uid": _uid(record.person), "meeting_uid": _uid(record.meeting), "at": _time(record.at)}
            row |= {"resolved": _day(record.resolved), "tags": _tags(record.tags), "outcome": record.outcome}
        case Topic():
            row |= {"text": record.text, "person_uid": _uid(record.person), "meeting_uid": _uid(record.meeting)}
            row |= {"added": _day(record.added), "status": record.status, "closed": _day(record.closed)}
            row |= {"why": record.why, "tags": _tags(record.tags), "outcome": record.outcome}
        case Goal():
            row |= {"title": record.title, "person_uid": _uid(record.person), "by": _day(record.by)}
            row |= {"metric": record.metric, "start": record.start, "target": record.target, "unit": record.unit}
            row |= {"status": record.status, "parent_uid": _uid(record.parent), "opened": _day(record.opened)}
            row |= {"closed": _day(record.closed), "tags": _tags(record.tags)}
        case Checkin():
            row |= {"goal_uid": record.goal.uid, "at": _time(record.at), "value": record.value}
            row |= {"text": record.text, "meeting_uid": _uid(record.meeting)}
        case Skip():
            row |= {"person_uid": record.person.uid, "at": _day(record.at), "due": _day(record.due)}
            row |= {"until": _day(record.until), "why": record.why}
        case Answer():
            row |= {"rule": record.rule, "about_uid": record.about.uid, "at": _day(record.at)}
            row |= {"until": _day(record.until), "text": record.text}
    return row


def _time(value: datetime | None) -> str | None:
    return value.isoformat(timespec="seconds") if value else None


SEARCHED = {
    "meeting": ("body", "tags"),
    "action": ("text", "why", "outcome"),
    "moment": ("text", "because", "outcome"),
    "topic": ("text", "outcome"),
    "goal": ("title", "metric"),
    "checkin": ("text",),
    "person": (),
    "skip": ("why",),
    "answer": (),
}
"""The columns of each table that `search` looks in."""


# --- a row becomes a record; the columns come in the order of these SELECTs -----------------------------------------

PERSON = """SELECT p.uid, p.id, p.name, p.alias, p.relation, p.every, p.rule, p.archived, p.relations, p.added, p.aliases,
p.reading FROM person p"""

MEETING = """SELECT m.uid, m.id, m.person_uid, p.name, m.at, m.minutes, m.mode, m.mood, m.seen, m.rating, m.tags,
m.body, m.extra, m.created FROM meeting m JOIN person p ON p.uid = m.person_uid"""

ACTION = """SELECT a.uid, a.id, a.text, a.owner_uid, o.name, a.person_uid, p.name, a.meeting_uid, m.id, a.goal_uid,
g.id, a.due, a.status, a.opened, a.closed, a.why, a.tags, a.outcome FROM action a LEFT JOIN person o ON o.uid = a.owner_uid
LEFT JOIN person p ON p.uid = a.person_uid LEFT JOIN meeting m ON m.uid = a.meeting_uid
LEFT JOIN goal g ON g.uid = a.goal_uid"""

MOMENT = """SELECT x.uid, x.id, x.kind, x.text, x.because, x.giver_uid, f.name, x.receiver_uid, t.name, x.person_uid,
p.name, x.meeting_uid, m.id, x.at, x.resolved, x.tags, x.outcome FROM moment x LEFT JOIN person f ON f.uid = x.giver_uid
LEFT JOIN person t ON t.uid = x.receiver_uid LEFT JOIN person p ON p.uid = x.person_uid
LEFT JOIN meeting m ON m.uid = x.meeting_uid"""

TOPIC = """SELECT t.uid, t.id, t.text, t.person_uid, p.name, t.meeting_uid, m.id, t.added, t.status, t.closed, t.why,
t.tags, t.outcome FROM topic t LEFT JOIN person p ON p.uid = t.person_uid LEFT JOIN meeting m ON m.uid = t.meeting_uid"""

GOAL = """SELECT g.uid, g.id, g.title, g.person_uid, p.name, g.by, g.metric, g.start, g.target, g.unit, g.status,
g.parent_uid, u.id, g.opened, g.closed, g.tags FROM goal g LEFT JOIN person p ON p.uid = g.person_uid
LEFT JOIN goal u ON u.uid = g.parent_uid"""

CHECKIN = """SELECT c.uid, c.id, c.goal_uid, g.id, c.at, c.value, c.text, c.meeting_uid, m.id FROM checkin c
JOIN goal g ON g.uid = c.goal_uid LEFT JOIN meeting m ON m.uid = c.meeting_uid"""


SKIP = """SELECT s.uid, s.id, s.person_uid, p.name, s.at, s.due, s.until, s.why FROM skip s
JOIN person p ON p.uid = s.person_uid"""

ANSWER = """SELECT w.uid, w.id, w.rule, w.about_uid, coalesce(p.name, h.id), w.at, w.until, w.text FROM answer w
JOIN handle h ON h.uid = w.about_uid LEFT JOIN person p ON p.uid = w.about_uid"""


def _ref(uid: str | None, label: str | None) -> Ref | None:
    return Ref(uid, label or "") if uid else None


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


def _read_relations(text: str) -> tuple[tuple[date, str], ...]:
    try:
        return tuple((date.fromisoformat(day), relation) for day, relation in json.loads(text))
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def read_aliases(text: str | None) -> tuple[str, ...]:
    """Those beside the first one."""
    try:
        return tuple(str(alias) for alias in json.loads(text)) if text else ()
    except (TypeError, ValueError) as error:
        raise Unreadable from error


def _read_tags(text: str) -> tuple[str, ...]:
    return tuple(text.split()) if text else ()


def person(row: tuple[Any, ...]) -> Person:
    uid, id_, name, alias, relation, every, rule, archived, relations, added, aliases, reading = row
    return Person(
        uid, id_, name, alias, relation, every, rule, read_day(archived), _read_relations(relations), read_day(added),
        more_aliases=read_aliases(aliases), reading=reading,
    )  # fmt: skip


def meeting(row: tuple[Any, ...]) -> Meeting:
    uid, id_, person_uid, name, at, minutes, mode, mood, seen, rating, tags, body, extra, created = row
    return Meeting(
        uid, id_, Ref(person_uid, name), read_time(at), minutes, mode, mood, seen, rating, _read_tags(tags), body,
        extra, read_time(created),
    )  # fmt: skip


def action(row: tuple[Any, ...]) -> Action:
    uid, id_, text, o, o_name, p, p_name, m, m_id, g, g_id, due, status, opened, closed, why, tags, outcome = row
    return Action(
        uid, id_, text, _ref(o, o_name), _ref(p, p_name), _ref(m, m_id), _ref(g, g_id), read_day(due), status,
        read_day(opened), read_day(closed), why, _read_tags(tags), outcome,
    )  # fmt: skip


def moment(row: tuple[Any, ...]) -> Moment:
    uid, id_, kind, text, because, f, f_name, t, t_name, p, p_name, m, m_id, at, resolved, tags, outcome = row
    return Moment(
        uid, id_, kind, text, because, _ref(f, f_name), _ref(t, t_name), _ref(p, p_name), _ref(m, m_id),
        read_time(at), read_day(resolved), _read_tags(tags), outcome,
    )  # fmt: skip


def topic(row: tuple[Any, ...]) -> Topic:
    uid, id_, text, p, p_name, m, m_id, added, status, closed, why, tags, outcome = row
    return Topic(
        uid, id_, text, _ref(p, p_name), _ref(m, m_id), read_day(added), status, read_day(closed), why,
        _read_tags(tags), outcome,
    )  # fmt: skip


def goal(row: tuple[Any, ...], checkins: tuple[Checkin, ...] = ()) -> Goal:
    uid, id_, title, p, p_name, by, metric, start, target, unit, status, u, u_id, opened, closed, tags = row
    return Goal(
        uid, id_, title, _ref(p, p_name), read_day(by), metric, start, target, unit, status, _ref(u, u_id),
        read_day(opened), read_day(closed), _read_tags(tags), checkins,
    )  # fmt: skip


def checkin(row: tuple[Any, ...]) -> Checkin:
    uid, id_, goal_uid, goal_id, at, value, text, m, m_id = row
    return Checkin(uid, id_, Ref(goal_uid, goal_id), at_of(at), value, text, _ref(m, m_id))


def skip(row: tuple[Any, ...]) -> Skip:
    uid, id_, person_uid, name, at, due, until, why = row
    return Skip(uid, id_, Ref(person_uid, name), day_of(at), read_day(due), read_day(until), why)


def answer(row: tuple[Any, ...]) -> Answer:
    uid, id_, rule, about_uid, label, at, until, text = row
    return Answer(uid, id_, rule, Ref(about_uid, label), day_of(at), day_of(until), text)


def changed(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> tuple[Row | None, Row | None]:
    """Only the columns that differ, as they were and as they are; whole rows where one side is missing."""
    if before is None or after is None:
        return (dict(before) if before else None), (dict(after) if after else None)
    names = [name for name in after if before.get(name) != after[name]]
    return {n: before.get(n) for n in names}, {n: after[n] for n in names}
