"""Goals: something to be reached by a day, and how it goes against the calendar."""

from dataclasses import replace
from datetime import date, datetime

from onelog.core import numbers
from onelog.core.errors import Refused, Wrong
from onelog.core.model import GOAL_STATES, Goal, Ref
from onelog.core.phrases import key_said
from onelog.core.results.common import Changed
from onelog.insight import goal_names, resolve
from onelog.journal.private_labels import check_public
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import writing


def add(
    store: Store,
    title: str,
    now: datetime,
    *,
    who: str | None = None,
    by: date | None = None,
    metric: str | None = None,
    start: float | None = None,
    target: float | None = None,
    unit: str | None = None,
    under: str | None = None,
) -> Changed:
    """A new goal. Raises `Refused` for an empty title and for a private label in it, `NotFound`, `Ambiguous` for names."""
    title, metric, unit = (" ".join((words or "").split()) for words in (title, metric, unit))
    if not title:
        raise Refused("goal.needs_title")
    check_public("goal", title)
    with writing(store, "goals add", now) as change:
        person = resolve.person(store, who).ref if who else None
        parent = goal_names.goal(store, under) if under else None
        uid, id_ = change.name("goal")
        goal = Goal(
            uid=uid,
            id=id_,
            title=title,
            person=person,
            by=by,
            metric=metric or None,
            start=start,
            target=target,
            unit=unit or None,
            status="open",
            parent=parent,
            opened=now.date(),
        )
        change.put(goal)
    return Changed("added", (goal,))


def measured_words(store: Store, goal: Ref, unit: str, words: str, *, typed: bool = False) -> str:
    """The words of a check-in, before them the unit that was written at its value, unless it is the goal's own.

    Of words that were typed, not read from a document, one that is the goal's unit alone goes as well (`950000 users`).
    """
    found = records.by_uid(store, "goal", goal.uid)
    own = (found.unit or "") if isinstance(found, Goal) else ""
    if not unit:
        return "" if typed and numbers.is_same_unit(words, own) else words
    return words if numbers.is_same_unit(unit, own) else f"{unit} {words}".strip()


def close(store: Store, word: str, status: str, on: date, now: datetime) -> Changed:
    """Ends a goal as achieved, missed or dropped. Raises `Wrong`, `NotFound`, `Refused` (ended already)."""
    said, status = status, key_said(status, GOAL_STATES[1:])
    if not status:
        raise Wrong("goal.unknown_end", status=said[:20])
    with writing(store, f"goals close {word[:40]}", now) as change:
        goal = goal_names.goal_named(store, word)
        if goal.status != "open":
            raise goal_names.ended_already(goal)
        goal = replace(goal, status=status, closed=on)
        change.put(goal)
    return Changed(status, (goal,))


def check_under(store: Store, goal: Goal) -> Goal:
    """The goal, unless it is under itself, however many goals stand between. Raises `Refused`."""
    above, seen = goal.parent, {goal.uid}
    while above:
        if above.uid in seen:
            raise Refused("goal.under_itself", id=goal.id)
        seen.add(above.uid)
        found = records.by_uid(store, "goal", above.uid)
        above = found.parent if isinstance(found, Goal) else None
    return goal
