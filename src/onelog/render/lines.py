r"""One plain line a record, for pipes: `onelog actions --mine | cut -f2,3,5`.

Fields stand between tabs, are never cut, and are empty where there is nothing. A newline in a text is written
`\n`. The first five are the same for every kind, so that a script reads every list alike:

| kind | 2 id | 3 day | 4 person | 5 text | from 6 on |
|---|---|---|---|---|---|
| meeting | id | held | name | note | at, minutes, mode, mood, seen, rating, tags |
| action | id | due | with | text | status, overdue, owner, opened, closed, goal, meeting, why, tags |
| decision, win … | id | said | with | text | because, from, to, resolved, meeting, tags |
| topic | id | parked | with | text | status, closed, why, meeting, tags |
| goal | id | by | with | title | status, pace, start, current, target, unit, metric, parent, … |
| checkin | id | looked at | | text | goal, value, meeting |
| person | id | last met | name | alias | relation, every, rule, next due, overdue, archived |
| skip | id | said | name | why | due, until |
| answer | id | said | what it is about | text | rule, until |
| change | number | made | | command | time, op, undone, records (`kind:id` with blanks between) |
| a search hit: its kind | id | day | name | the part that fits | |

A goal's line ends with opened, closed, tags. The kind of a moment is its own: decision, win, aha, praise,
growth, concern, private. Days are ISO days, times ISO 8601 with offset; `overdue` is that word, or empty. The
keeper of the journal is `me`, as an owner and as a giver or receiver of feedback.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from onelog import cadence
from onelog.body import notes_of
from onelog.model import FEEDBACK, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic, pace
from onelog.plain import one_line
from onelog.views import Changed, Due, Logged, Today

if TYPE_CHECKING:
    from onelog.model import Record
    from onelog.store.changes import Change
    from onelog.store.search import Hit

    Value = Record | Due | Hit | Change
    Many = Value | Today | Logged | Changed | Iterable[Value]


def lines(value: "Many", today: date) -> Iterator[str]:
    """The lines of a record or a list of them; after the line of a meeting, one for each record in it."""
    if isinstance(value, Today):
        parts: Iterable[Value] = (
            *value.due,
            *value.mine,
            *value.theirs,
            *((value.moment,) if value.moment else ()),
        )
    elif isinstance(value, Logged):
        parts = (value.meeting,)
    elif isinstance(value, Changed):
        parts = value.records
    else:
        single = type(value).__name__ in _FIELDS
        parts = (cast("Value", value),) if single else cast("Iterable[Value]", value)
    for part in parts:
        yield line(part, today)
        if isinstance(part, Meeting):
            for group in (part.actions, part.moments, part.topics, part.checkins):
                for record in group:
                    yield line(record, today)


def line(value: "Value", today: date) -> str:
    """The one line of a record."""
    fields = _FIELDS[type(value).__name__](value, today)
    return "\t".join([one_line(field) if field else "" for field in fields])


def _meeting(m: Meeting, today: date) -> tuple[str, ...]:
    return (
        "meeting", m.id, m.at.date().isoformat() if m.at else "", m.person.label, notes_of(m.body),
        m.at.isoformat() if m.at else "", _number(m.minutes), m.mode or "", _number(m.mood), _number(m.seen),
        _number(m.rating), " ".join(m.tags),
    )  # fmt: skip


def _action(a: Action, today: date) -> tuple[str, ...]:
    return (
        "action", a.id, _day(a.due), _label(a.person), a.text,
        a.status, "overdue" if a.overdue(today) else "", _label(a.owner, "me"), _day(a.opened),
        _day(a.closed), _label(a.goal), _label(a.meeting), a.why or "", " ".join(a.tags),
    )  # fmt: skip


def _moment(m: Moment, today: date) -> tuple[str, ...]:
    me = "me" if m.kind in FEEDBACK else ""
    return (
        m.kind, m.id, m.at.date().isoformat() if m.at else "", _label(m.person), m.text,
        m.because or "", _label(m.giver, me), _label(m.receiver, me), _day(m.resolved), _label(m.meeting),
        " ".join(m.tags),
    )  # fmt: skip


def _topic(t: Topic, today: date) -> tuple[str, ...]:
    return (
        "topic", t.id, _day(t.added), _label(t.person), t.text,
        t.status, _day(t.closed), t.why or "", _label(t.meeting), " ".join(t.tags),
    )  # fmt: skip


def _goal(g: Goal, today: date) -> tuple[str, ...]:
    return (
        "goal", g.id, _day(g.by), _label(g.person), g.title,
        g.status, pace(g, today), _number(g.start), _number(g.current), _number(g.target), g.unit or "",
        g.metric or "", _label(g.parent), _day(g.opened), _day(g.closed), " ".join(g.tags),
    )  # fmt: skip


def _checkin(c: Checkin, today: date) -> tuple[str, ...]:
    return (
        "checkin",
        c.id,
        c.at.date().isoformat(),
        "",
        c.text,
        c.goal.label,
        _number(c.value),
        _label(c.meeting),
    )


def _person(p: Person, today: date) -> tuple[str, ...]:
    due = cadence.due(p, today)
    return (
        "person", p.id, _day(p.last_met), p.name, p.alias or "",
        p.relation or "", p.every or "", p.rule or "", _day(due), "overdue" if due and due < today else "",
        _day(p.archived),
    )  # fmt: skip


def _skip(s: Skip, today: date) -> tuple[str, ...]:
    return "skip", s.id, _day(s.at), s.person.label, s.why, _day(s.due), _day(s.until)


def _answer(a: Answer, today: date) -> tuple[str, ...]:
    return "answer", a.id, _day(a.at), a.about.label, a.text, a.rule, _day(a.until)


def _due(due: Due, today: date) -> tuple[str, ...]:
    return _person(due.person, today)


def _hit(hit: "Hit", today: date) -> tuple[str, ...]:
    return hit.kind, hit.id, hit.at[:10], hit.person or "", hit.snippet


def _change(change: "Change", today: date) -> tuple[str, ...]:
    records = " ".join(f"{part.kind}:{part.id}" for part in change.lines)
    return (
        "change", str(change.n), change.at.date().isoformat(), "", change.command,
        change.at.isoformat(), change.op, "undone" if change.undone else "", records,
    )  # fmt: skip


_FIELDS: Mapping[str, Callable[[Any, date], tuple[str, ...]]] = {
    "Meeting": _meeting, "Action": _action, "Moment": _moment, "Topic": _topic, "Goal": _goal,
    "Checkin": _checkin,
    "Person": _person, "Skip": _skip, "Answer": _answer, "Due": _due, "Hit": _hit, "Change": _change,
}  # fmt: skip
"""By the name of the type: hits and changes come from the store, which a list of actions need not import."""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _label(ref: Ref | None, nobody: str = "") -> str:
    return ref.label if ref else nobody


def _number(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value == int(value) else str(value)
