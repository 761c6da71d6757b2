"""The values of a record's fields: those that stand in it, and those that are computed from it and the day it is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from onelog.core import attendance
from onelog.core.fields import Field
from onelog.core.model import Action, Answer, Goal, Meeting, Person
from onelog.core.progress import pace
from onelog.markdown import body


def _is_overdue(person: Person, today: date) -> bool:
    due = attendance.due(person, today)
    return due is not None and due < today


DERIVED: dict[tuple[type, str], Callable[[Any, date], Any]] = {
    (Meeting, "notes"): lambda meeting, _: body.notes_of(meeting.body),
    (Action, "overdue"): Action.overdue,
    (Goal, "pace"): pace,
    (Person, "next_due"): attendance.due,
    (Person, "overdue"): _is_overdue,
    (Person, "is_archived"): lambda person, _: person.archived is not None,
    (Answer, "about_uid"): lambda answer, _: answer.about.uid,
}
"""What is computed, by the kind and the name in `core/fields.py`."""


Write = Callable[[Any], Any]
"""Writes one value; None, in its place, leaves it as it is."""


def writer(
    type_: type, head: tuple[str, ...], parts: Sequence[tuple[Field, Write | None]]
) -> Callable[[Any, date], list[Any]]:
    """A function that gives what stands in a record by these names, then the values of these fields, each written.

    It is written out and compiled once for a kind, as one would by hand: nothing is written faster.
    """
    names: dict[str, Any] = {}
    values = [f"record.{name}" for name in head]
    for n, (field, write) in enumerate(parts):
        value = f"record.{field.name}"
        if field.is_derived:
            names[f"derive{n}"], value = DERIVED[type_, field.name], f"derive{n}(record, today)"
        if write:
            names[f"write{n}"], value = write, f"write{n}({value})"
        values.append(value)
    made: Callable[[Any, date], list[Any]] = eval(f"lambda record, today: [{', '.join(values)}]", names)  # noqa: S307
    return made
