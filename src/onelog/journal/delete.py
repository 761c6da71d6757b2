"""Taking a record out of the journal, and bringing it back: nothing is gone for good."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from onelog.core.errors import Refused
from onelog.core.kinds import Record
from onelog.core.model import Goal, Meeting, Person
from onelog.core.names import name_matching
from onelog.core.results.common import Changed
from onelog.core.results.history import RecordChange
from onelog.core.selection import Selection
from onelog.insight import resolve
from onelog.journal.topics import feedback_to_give
from onelog.markdown import body
from onelog.store import changelog, gathered, meetings, people, records
from onelog.store.database import Store
from onelog.store.mapping import Row
from onelog.store.transaction import Writing, writing


def delete_records(store: Store, word: str, now: datetime) -> Changed:
    """Takes a record out of the journal, with what stands in it; `undo` brings it back.

    What was gathered for somebody before a meeting returns to the coming one.
    Raises `NotFound`, and `Refused` for a person somebody has records with.
    """
    with writing(store, f"delete {word}", now) as change:
        record = resolve.record(store, word)
        stays = {one.uid for one in _returned(store, change, record)}
        removed = [record, *(one for one in _inside(record) if one.uid not in stays)]
        if isinstance(record, Person):
            _unused(store, record)
        for gone in removed[::-1]:
            _loosen(store, change, gone)
            change.remove(gone)
        _take_out_of_document(store, change, record)
    return Changed("deleted", tuple(removed))


def _returned(store: Store, change: Writing, record: Record) -> tuple[Record, ...]:
    """What was gathered for a meeting that took place; of one that is still to come nothing stays."""
    return gathered.give_back(store, change, record) if isinstance(record, Meeting) and record.at else ()


def _inside(record: Record) -> list[Record]:
    if isinstance(record, Meeting):
        return [*record.inside]
    return [*record.checkins] if isinstance(record, Goal) else []


def _unused(store: Store, person: Person) -> None:
    whole = Selection(person=person, private=True, closed=True)
    held = meetings.count(store, person.uid) + bool(meetings.coming(store, person.uid))
    held += sum(len(read(store, whole)) for read in (records.moments, records.actions, records.goals, records.topics))
    held += len(records.skips(store, person.uid))
    if held:
        raise Refused("history.person_stands_in", name=person.name, n=held)


def _loosen(store: Store, change: Writing, record: Record) -> None:
    """What points at a goal that goes away no longer does."""
    if isinstance(record, Goal):
        for action in records.actions(store, Selection(closed=True), goal=record.uid):
            change.put(replace(action, goal=None))
        for goal in records.goals(store, Selection(closed=True)):
            if goal.parent and goal.parent.uid == record.uid:
                change.put(replace(goal, parent=None))
        for checkin in record.checkins:
            _take_out_of_document(store, change, checkin)


def _take_out_of_document(store: Store, change: Writing, record: Record) -> None:
    ref = getattr(record, "meeting", None)
    meeting = meetings.by_uid(store, ref.uid) if ref else None
    if meeting:
        change.put(replace(meeting, body=body.without(meeting.body, record.id)))


def brought_back(store: Store, change: Writing, word: str) -> Record | None:
    """A deleted record with what was deleted together with it, and its line in the meeting; None if it stands.

    Raises `Refused` when what it belonged to is gone as well.
    """
    handle = records.handle(store, word)
    if handle is None or handle[0] == "forgotten" or records.by_uid(store, *handle) is not None:
        return None
    if handle[0] == "topic" and (topic := feedback_to_give.parked_again(store, change, handle[1], change.at)):
        return topic
    removal = changelog.last_removal(store, handle[1])
    _still_nobodys(store, word, handle[1], removal)
    for line in reversed(removal):
        row = change.row(line.kind, line.uid)
        if not _as_it_was_left(row, line.after):
            continue
        if line.before:
            change.replay(line.kind, line.uid, {**(row or {}), **line.before})
            _take_out_of_coming(store, change, line)
        elif line.kind == "meeting" and line.after and line.after["at"] is None:  # made for what was gathered
            change.replay(line.kind, line.uid, None)
    for line in removal:
        if line.after is None and (back := records.by_uid(store, line.kind, line.uid)):
            _put_into_document(store, change, back)
    record = records.by_uid(store, *handle)
    if record is None:
        raise Refused("history.part_of_deleted", id=word)
    return record


def _take_out_of_coming(store: Store, change: Writing, line: RecordChange) -> None:
    """What goes back into the meeting that it was gathered for has no line in the coming one any more."""
    coming = meetings.by_uid(store, line.after["meeting_uid"]) if line.after and line.after.get("meeting_uid") else None
    if coming:
        change.put(replace(coming, body=body.without(coming.body, line.id)))


def _still_nobodys(store: Store, id_: str, uid: str, removal: Sequence[RecordChange]) -> None:
    """Raises `Refused` where a person who was taken out has a name that is another's now: they were merged."""
    name = next(
        (str(line.before["name"]) for line in removal if line.uid == uid and line.before and "name" in line.before), ""
    )
    if taken := name_matching.named(people.everybody(store), name):
        raise Refused("history.name_taken", name=name, owner=taken[0].name, id=id_)


def _as_it_was_left(row: Row | None, after: Row | None) -> bool:
    """Whether a row is still as the deletion left it: gone, or with the fields that it changed."""
    if row is None or after is None:
        return row is after
    return all(row[name] == value for name, value in after.items())


def _put_into_document(store: Store, change: Writing, record: Record) -> None:
    ref = getattr(record, "meeting", None)
    meeting = meetings.by_uid(store, ref.uid) if ref else None
    if meeting and record.id not in {line.id for line in body.lines_of(meeting.body) if isinstance(line, body.Slot)}:
        change.put(replace(meeting, body=body.with_slot(meeting.body, record.id)))
