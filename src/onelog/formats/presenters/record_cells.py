"""A record as the cells of a line; its JSON is in `formats/json_records.py`."""

from datetime import date

from onelog.core import recurrence
from onelog.core.model import FEEDBACK, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Skip, Topic, pace
from onelog.formats import cells
from onelog.markdown.body import notes_of


def _meeting(m: Meeting, today: date) -> tuple[str, ...]:
    return (
        "meeting", m.id, m.at.date().isoformat() if m.at else "", m.person.label, notes_of(m.body),
        m.at.isoformat() if m.at else "", cells.number(m.minutes), m.mode or "", cells.number(m.mood), cells.number(m.seen),
        cells.number(m.rating), " ".join(m.tags),
    )  # fmt: skip


def _action(a: Action, today: date) -> tuple[str, ...]:
    return (
        "action", a.id, cells.day(a.due), cells.label(a.person), a.text,
        a.status, "overdue" if a.overdue(today) else "", cells.label(a.owner, "me"), cells.day(a.opened),
        cells.day(a.closed), cells.label(a.goal), cells.label(a.meeting), a.why or "", " ".join(a.tags),
        *_outcome(a),
    )  # fmt: skip


def _moment(m: Moment, today: date) -> tuple[str, ...]:
    me = "me" if m.kind in FEEDBACK else ""
    return (
        m.kind, m.id, m.at.date().isoformat() if m.at else "", cells.label(m.person), m.text,
        m.because or "", cells.label(m.giver, me), cells.label(m.receiver, me), cells.day(m.resolved), cells.label(m.meeting),
        " ".join(m.tags), *_outcome(m),
    )  # fmt: skip


def _topic(t: Topic, today: date) -> tuple[str, ...]:
    return (
        "topic", t.id, cells.day(t.added), cells.label(t.person), t.text,
        t.status, cells.day(t.closed), t.why or "", cells.label(t.meeting), " ".join(t.tags),
        *_outcome(t),
    )  # fmt: skip


def _outcome(record: Action | Moment | Topic) -> tuple[str, ...]:
    """A field at the end of what has one: all other lines are as they were."""
    return (record.outcome,) if record.outcome else ()


def goal_cells(g: Goal, today: date) -> tuple[str, ...]:
    return (
        "goal", g.id, cells.day(g.by), cells.label(g.person), g.title,
        g.status, pace(g, today), cells.number(g.start), cells.number(g.current), cells.number(g.target), g.unit or "",
        g.metric or "", cells.label(g.parent), cells.day(g.opened), cells.day(g.closed), " ".join(g.tags),
    )  # fmt: skip


def _checkin(c: Checkin, today: date) -> tuple[str, ...]:
    return (
        "checkin",
        c.id,
        c.at.date().isoformat(),
        "",
        c.text,
        c.goal.label,
        cells.number(c.value),
        cells.label(c.meeting),
    )


def _person(p: Person, today: date) -> tuple[str, ...]:
    due = recurrence.due(p, today)
    return (
        "person", p.id, cells.day(p.last_met), p.name, ", ".join(p.aliases),
        p.relation or "", p.every or "", p.rule or "", cells.day(due), "overdue" if due and due < today else "",
        cells.day(p.archived), p.reading or "",
    )  # fmt: skip


def _skip(s: Skip, today: date) -> tuple[str, ...]:
    return "skip", s.id, cells.day(s.at), s.person.label, s.why, cells.day(s.due), cells.day(s.until)


def _answer(a: Answer, today: date) -> tuple[str, ...]:
    return "answer", a.id, cells.day(a.at), a.about.label, a.text, a.rule, cells.day(a.until)


CELLS: dict[str, cells.LineWriter] = {
    "meeting": _meeting,
    "action": _action,
    "moment": _moment,
    "topic": _topic,
    "goal": goal_cells,
    "checkin": _checkin,
    "person": _person,
    "skip": _skip,
    "answer": _answer,
}
