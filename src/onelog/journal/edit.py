"""Taking over what somebody changed in a record's document: just that, and nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from onelog import body, cards, document
from onelog.body import Note, Slot
from onelog.document import Draft, Item
from onelog.errors import Refused
from onelog.journal import goals, names, people
from onelog.journal.names import Names
from onelog.journal.placing import Placing, faithful, relation_on
from onelog.model import Action, Checkin, Goal, Meeting, Moment, Person, Record, Topic
from onelog.plain import safe
from onelog.store import people as stored_people
from onelog.store import records
from onelog.store.file import Store
from onelog.store.writing import Writing, writing
from onelog.views import Changed

Gone = Callable[[Record], bool]
"""Asked for a record whose line is no longer there: True removes it, False keeps it."""


def keep(_record: Record) -> bool:
    """The answer where nobody can be asked: what is not there any more stays."""
    return False


def apply(store: Store, record: Record, text: str, now: datetime, gone: Gone = keep) -> Changed:
    """Changes a record to what its document says now. `Changed.records` is empty when that is what it was.

    Raises `Refused` for an empty document (nothing is ever deleted that way), `Wrong` for values that cannot be.
    """
    if not text.strip():
        raise Refused("The document is empty; nothing was changed.", f"onelog delete {record.id} takes a record away.")
    with writing(store, f"edit {record.id}", now) as change:
        troubles = take_over(store, change, record, text, now, gone)
        touched = [(kind, uid) for kind, uid, *_ in change.lines]
    found = [records.by_uid(store, kind, uid) for kind, uid in touched]
    return Changed("changed", tuple(r for r in found if r), troubles)


def take_over(
    store: Store, change: Writing, record: Record, text: str, now: datetime, gone: Gone = keep
) -> tuple[tuple[int, str], ...]:  # fmt: skip
    """As `apply`, in a change that is open already; returns what was not understood."""
    if isinstance(record, Meeting):
        return _meeting(store, change, record, text, now, gone)
    if isinstance(record, Person):
        return _person(store, change, record, text, now)
    if isinstance(record, Goal):
        return _goal(store, change, record, text, now, gone)
    return _aside(store, change, record, text, now)


# --- a meeting -----------------------------------------------------------------------------------------------------


def _meeting(
    store: Store, change: Writing, old: Meeting, text: str, now: datetime, gone: Gone
) -> tuple[tuple[int, str], ...]:  # fmt: skip
    known = Names(store)
    draft = document.read(text, now, known)
    person = _person_said(store, draft, old)
    said = draft.fields
    new = replace(
        old, person=person.ref, at=said.at or old.at, minutes=said.minutes, mode=said.mode, mood=said.mood,
        seen=said.seen, rating=said.rating, tags=draft.tags, extra=faithful(draft.extra, old.extra),
    )  # fmt: skip
    inside: dict[str, Record] = {r.id: r for r in records_in(old)}
    relation = relation_on(person.relations, (new.at or now).date(), person.relation)
    placing = Placing(
        change, known, now, person.ref, new, relation, {**inside, old.id: old}, adopt=draft.is_document
    )  # fmt: skip
    lines = _own_words(placing.lines(draft), old)
    kept, removed = _missing(inside, placing.records, gone)
    new_body = body.tidy(body.body_of([*lines, *_slots(old, kept)]))
    for record in placing.records:
        change.put(record)
    for record in removed:
        change.remove(record)
    for record in kept:
        if isinstance(record, Action | Moment | Topic):
            change.put(replace(record, person=person.ref))
    change.put(replace(new, body=new_body))
    return tuple(sorted((*draft.troubles, *placing.troubles)))


def records_in(meeting: Meeting) -> list[Action | Moment | Topic | Checkin]:
    return [*meeting.actions, *meeting.moments, *meeting.topics, *meeting.checkins]


def _person_said(store: Store, draft: Draft, old: Meeting) -> Person:
    said = draft.fields.person
    person = stored_people.by_uid(store, old.person.uid)
    if person and said in ("", old.person.label):
        return person
    return names.person(store, said)


def _own_words(lines: Iterable[Note | Slot], old: Meeting) -> list[Note | Slot]:
    """Note lines that are shown otherwise than they are (control characters) stay as they are."""
    was = {safe(line.text): line.text for line in body.lines_of(old.body) if isinstance(line, Note)}
    return [Note(was.get(line.text, line.text)) if isinstance(line, Note) else line for line in lines]


def _missing(
    inside: dict[str, Record], placed: list[Record], gone: Gone
) -> tuple[list[Record], list[Record]]:  # fmt: skip
    """The records whose lines are gone: those to keep, and those to remove."""
    there = {record.uid for record in placed}
    missing = [record for record in inside.values() if record.uid not in there]
    removed = [record for record in missing if gone(record)]
    taken = {record.uid for record in removed}
    return [record for record in missing if record.uid not in taken], removed


def _slots(old: Meeting, kept: list[Record]) -> list[Slot]:
    ids = {record.id for record in kept}
    return [line for line in body.lines_of(old.body) if isinstance(line, Slot) and line.id in ids]


# --- the others ----------------------------------------------------------------------------------------------------


def _person(store: Store, change: Writing, old: Person, text: str, now: datetime) -> tuple[tuple[int, str], ...]:
    said = cards.read_person(text, now)
    new = replace(
        said, uid=old.uid, id=old.id, name=names.check_name(said.name or old.name), added=said.added or old.added,
        relation=old.relation, last_met=None,
    )  # fmt: skip
    if said.relations == old.relations:
        new = people.with_relation(replace(new, relations=old.relations), said.relation, now.date())
    else:
        new = replace(new, relation=said.relations[-1][1] if said.relations else said.relation)
    people.check_free(store, new)
    change.put(new)
    return ()


def _goal(
    store: Store, change: Writing, old: Goal, text: str, now: datetime, gone: Gone
) -> tuple[tuple[int, str], ...]:  # fmt: skip
    card = cards.read_goal(text, now)
    closed = card.closed or (old.closed if card.status == old.status else now.date())
    new = replace(
        old, title=faithful(card.title, old.title), person=names.person(store, card.person).ref if card.person else None,
        by=card.by, metric=card.metric, start=card.start, target=card.target, unit=card.unit,
        parent=names.goal(store, card.under) if card.under else None, status=card.status,
        opened=card.opened or old.opened, closed=None if card.status == "open" else closed, tags=card.tags,
    )  # fmt: skip
    change.put(goals.check_under(store, new))
    own: dict[str, Record] = {c.id: c for c in old.checkins if c.meeting is None}
    same = {(c.at, c.value, safe(c.text)): c.id for c in old.checkins if c.meeting is None}
    lines = [replace(c, id=c.id or same.get((c.at, c.value, c.text), "")) for c in card.checkins]
    placed = [_checkin(change, line, new, own) for line in lines]
    for checkin in placed:
        change.put(checkin)
    for lost in _missing(own, [*placed], gone)[1]:
        change.remove(lost)
    return ()


def _checkin(change: Writing, line: cards.CheckinLine, goal: Goal, own: dict[str, Record]) -> Checkin:
    old = own.get(line.id)
    uid, id_ = (old.uid, old.id) if old else change.name("checkin", line.id)
    text = faithful(line.text, old.text) if isinstance(old, Checkin) else line.text
    return Checkin(uid, id_, goal.ref, line.at, line.value, text)


def _aside(store: Store, change: Writing, old: Record, text: str, now: datetime) -> tuple[tuple[int, str], ...]:
    known = Names(store)
    base = getattr(old, "at", None) or now
    draft = document.read(text, now, known, base)
    items = [line for line in draft.lines if isinstance(line, Item)]
    if len(items) != 1 or any(isinstance(line, Note) and line.text.strip() for line in draft.lines):
        raise Refused("This document is one record: one line under the front matter.", "onelog note PERSON takes more.")
    said = draft.fields.person
    ref = getattr(old, "person", None)
    person = (names.person(store, said).ref if not ref or said != ref.label else ref) if said else None
    at = draft.fields.at
    placing = Placing(change, known, at or now, person, None, None, {old.id: old})
    item = items[0] if items[0].id else replace(items[0], id=old.id)
    record = placing.record(item)
    if isinstance(record, Moment | Checkin) and at:
        record = replace(record, at=at)
    if (
        isinstance(record, Action)
        and isinstance(old, Action)
        and record.status != "open"
        and record.status != old.status
    ):
        record = replace(record, closed=item.days.get(record.status) or now.date())
    change.put(record)
    return draft.troubles
