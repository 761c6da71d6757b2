"""Reading actions, moments, topics and goals, each on its own or as a list."""

from datetime import date
from typing import Any, Literal, cast

from onelog.core.errors import NotFound
from onelog.core.kinds import Record
from onelog.core.model import ASIDE, PRIVATE, Action, Answer, Checkin, Goal, Moment, Ref, Skip, Topic
from onelog.core.selection import ANYTHING, Selection
from onelog.markdown import privacy
from onelog.markdown.word_forms import normalized
from onelog.store import mapping, meetings, people
from onelog.store.database import Store

LOW = 2
"""A meeting with this mood (1 to 5) or less is not one to be reminded of."""
PRIVATE_KINDS = f"({', '.join(repr(kind) for kind in PRIVATE)})"
"""The kinds of moments that are shown only where they are asked for, as SQL."""


class _Where:
    """The conditions of a list and their values."""

    def __init__(self) -> None:
        self.clauses: list[str] = []
        self.values: list[Any] = []

    def add(self, clause: str, *values: object) -> None:
        self.clauses.append(clause)
        self.values += values

    def add_if(self, value: object, clause: str) -> None:
        if value:
            self.add(clause, *([value.isoformat() if isinstance(value, date) else value] * clause.count("?")))

    def select(self, selection: Selection, letter: str, day: str) -> None:
        """What narrows a list of any kind: the table has this letter, and the day of a record this column."""
        self.add_if(selection.since, f"{letter}.{day} >= ?")
        self.add_if(selection.before, f"{letter}.{day} < ?")
        self.add_if(selection.tag, f"{letter}.uid IN (SELECT uid FROM tag WHERE name = ?)")
        if selection.loose:
            self.add(f"{letter}.meeting_uid IS NULL")

    def __str__(self) -> str:
        return f" WHERE {' AND '.join(self.clauses)}" if self.clauses else ""


def actions(
    store: Store,
    selection: Selection = ANYTHING,
    *,
    whose: Literal["mine", "theirs"] | None = None,
    overdue: date | None = None,
    goal: str | None = None,
    archived: bool = True,
) -> list[Action]:
    """Open actions (closed ones too where they are selected): those with a day first, oldest day first, then the newest.

    `overdue` is today, for those due before it; `goal` a uid; without `archived` nobody who is owes one.
    """
    where = _Where()
    if not archived:
        where.add("(a.owner_uid IS NULL OR a.owner_uid NOT IN (SELECT uid FROM person WHERE archived IS NOT NULL))")
    if not selection.closed:
        where.add("a.status = 'open'")
    plus = "" if selection.closed else "+"  # of two indexes the one of open actions is better: there are few
    where.add_if(selection.uid, f"({plus}a.person_uid = ? OR {plus}a.owner_uid = ?)")
    if whose:
        where.add(f"a.owner_uid IS {'' if whose == 'mine' else 'NOT '}NULL")
    where.add_if(overdue, "a.status = 'open' AND a.due < ?")
    where.add_if(goal, "a.goal_uid = ?")
    where.select(selection, "a", "opened")
    order = " ORDER BY a.status <> 'open', a.due IS NULL, a.due, a.opened DESC, a.uid"
    return mapping.read_all(Action, store.db.execute(f"{mapping.ACTION}{where}{order}", where.values))


def moments(store: Store, selection: Selection = ANYTHING, *, open_first: bool = False) -> list[Moment]:
    """Moments, newest first; `open_first`: concerns before settled ones."""
    where = _moments(selection)
    if not selection.private:
        where.add(f"+x.kind NOT IN {PRIVATE_KINDS}")
    order = "x.resolved IS NOT NULL, " if open_first else ""
    sql = f"{mapping.MOMENT}{where} ORDER BY {order}x.at DESC, x.uid DESC"
    if selection.limit is not None:
        sql, where.values = f"{sql} LIMIT ?", [*where.values, selection.limit]
    return mapping.read_all(Moment, store.db.execute(sql, where.values))


def _moments(selection: Selection) -> _Where:
    where = _Where()
    where.add_if(selection.uid, "(x.person_uid = ? OR x.giver_uid = ? OR x.receiver_uid = ?)")
    where.add_if(selection.kind, "x.kind = ?")
    where.select(selection, "x", "at")
    return where


def count_private(store: Store, selection: Selection = ANYTHING) -> dict[str, int]:
    """How many moments of each private kind fit, whether the selection has them in it or not."""
    where = _moments(selection)
    where.add(f"x.kind IN {PRIVATE_KINDS}")
    return dict(store.db.execute(f"SELECT x.kind, count(*) FROM moment x{where} GROUP BY x.kind", where.values))


def topics(store: Store, selection: Selection = ANYTHING, *, by: date | None = None) -> list[Topic]:
    """Parked topics (closed ones too where they are selected), oldest first; of standing ones, with `by`, those that have come
    back by a day.
    """
    where = _Where()
    if not selection.closed:
        where.add("t.status = 'parked'")
    where.add_if(selection.uid, "t.person_uid = ?")
    where.add_if(by, "(t.next IS NULL OR t.next <= ?)")
    where.select(selection, "t", "added")
    sql = f"{mapping.TOPIC}{where} ORDER BY t.added, t.uid"
    return mapping.read_all(Topic, store.db.execute(sql, where.values))


def has_topic_tagged(store: Store, beginning: str) -> bool:
    """Whether a topic, parked or closed, has a tag that begins so."""
    sql = "SELECT 1 FROM tag JOIN topic USING (uid) WHERE name BETWEEN :tag AND :tag || char(0x10ffff) LIMIT 1"
    return store.db.execute(sql, {"tag": beginning}).fetchone() is not None


def goals(store: Store, selection: Selection = ANYTHING) -> list[Goal]:
    """Open goals (closed ones too where they are selected) with their check-ins, the nearest day first."""
    where = _Where()
    if not selection.closed:
        where.add("g.status = 'open'")
    where.add_if(selection.uid, "g.person_uid = ?")
    sql = f"{mapping.GOAL}{where} ORDER BY g.status <> 'open', g.by IS NULL, g.by, g.uid"
    found = store.db.execute(sql, where.values).fetchall()
    checked = checkins(store, of_open=not selection.closed)
    read = mapping.reader(Goal)
    return [read(row, tuple(checked.get(row[0], ()))) for row in found]


def checkins(store: Store, goal_uid: str | None = None, *, of_open: bool = False) -> dict[str, list[Checkin]]:
    """Check-ins by the uid of their goal, oldest first; `of_open` goals alone."""
    where = _Where()
    if of_open:
        where.add("c.goal_uid IN (SELECT uid FROM goal WHERE status = 'open')")
    where.add_if(goal_uid, "c.goal_uid = ?")
    grouped: dict[str, list[Checkin]] = {}
    for checkin in mapping.read_all(
        Checkin, store.db.execute(f"{mapping.CHECKIN}{where} ORDER BY c.at, c.uid", where.values)
    ):
        grouped.setdefault(checkin.goal.uid, []).append(checkin)
    return grouped


def skips(store: Store, person: str | None = None) -> list[Skip]:
    """Skipped meetings and pauses, oldest first; `person` is a uid."""
    where = _Where()
    where.add_if(person, "s.person_uid = ?")
    return mapping.read_all(Skip, store.db.execute(f"{mapping.SKIP}{where} ORDER BY s.at, s.uid", where.values))


def answers(store: Store, *, until: date | None = None, private: bool = True) -> list[Answer]:
    """What was said to warnings, oldest first; with `until` those that keep one quiet on that day.

    Without `private` none that is as private as what it was said of.
    """
    where = _Where()
    where.add_if(until, "w.until > ?")
    found = mapping.read_all(Answer, store.db.execute(f"{mapping.ANSWER}{where} ORDER BY w.at, w.uid", where.values))
    return [one for one in found if private or not privacy.private_kind(one)]


def set_aside(store: Store, uid: str) -> list[Answer]:
    """What was said to a record that comes back, oldest first: the last one counts."""
    sql = f"{mapping.ANSWER} WHERE w.rule = ? AND w.about_uid = ? ORDER BY w.at, w.uid"
    return mapping.read_all(Answer, store.db.execute(sql, (ASIDE, uid)))


def goal_refs(store: Store) -> list[tuple[Ref, str, str | None, bool]]:
    """Open goals first: (reference, title, metric, whether it is open) of each, to find the one that is meant."""
    sql = "SELECT uid, id, title, metric, status = 'open' FROM main.goal ORDER BY status <> 'open', rowid DESC"
    return [(Ref(uid, id_), title, metric, bool(is_open)) for uid, id_, title, metric, is_open in store.db.execute(sql)]


def by_uid(store: Store, kind: str, uid: str) -> Record | None:
    """Any record by its uid, whole (a meeting with its records, a goal with its check-ins)."""
    if kind == "meeting":
        return meetings.by_uid(store, uid)
    if kind == "person":
        return people.by_uid(store, uid)
    if kind == "forgotten":  # only its id is kept
        return None
    select, letter, type_ = {
        "action": (mapping.ACTION, "a", Action),
        "moment": (mapping.MOMENT, "x", Moment),
        "topic": (mapping.TOPIC, "t", Topic),
        "goal": (mapping.GOAL, "g", Goal),
        "checkin": (mapping.CHECKIN, "c", Checkin),
        "skip": (mapping.SKIP, "s", Skip),
        "answer": (mapping.ANSWER, "w", Answer),
    }[kind]
    row = store.db.execute(f"{select} WHERE {letter}.uid = ?", (uid,)).fetchone()
    inside = [tuple(checkins(store, uid).get(uid, ()))] if row and kind == "goal" else []
    return cast("Record", mapping.reader(type_)(row, *inside)) if row else None


def handle(store: Store, id_: str) -> tuple[str, str] | None:
    """(kind, uid) of the record an id was given to, standing or deleted."""
    row = store.db.execute("SELECT kind, uid FROM handle WHERE id = ?", (normalized(id_),)).fetchone()
    return (row[0], row[1]) if row else None


def by_id(store: Store, id_: str) -> Record:
    """The record with this id. Raises `NotFound`, also when it was deleted."""
    known = handle(store, id_)
    record = by_uid(store, *known) if known else None
    if record:
        return record
    if known and known[0] == "forgotten":
        raise NotFound("record.deleted_for_good", id=id_)
    if known:
        raise NotFound("record.deleted", id=id_)
    raise NotFound("record.unknown", id=id_[:20])
