"""Taking over what somebody changed in a record's document: just that, and nothing else."""

from dataclasses import replace
from datetime import datetime

from onelog.core.calendar.dates import check_past
from onelog.core.errors import Refused
from onelog.core.kinds import Record
from onelog.core.model import Action, Checkin, Goal, Meeting, Moment, Person
from onelog.core.phrases import LANGUAGES
from onelog.core.results.common import Changed
from onelog.core.sanitize import storable
from onelog.insight import goal_names, resolve
from onelog.journal import goals, reassign
from onelog.journal.edit_meeting import Gone, edit_meeting, missing
from onelog.journal.people import check_free, turn_feedback, with_aliases, with_relation
from onelog.journal.private_labels import check_public
from onelog.journal.record_builder import Placing, faithful
from onelog.journal.references import Names
from onelog.journal.topics import feedback_to_give, standing_topics
from onelog.markdown import document, entities
from onelog.markdown.body import Note
from onelog.markdown.document import Item, Opened
from onelog.markdown.merge3 import together
from onelog.store import people, records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing


def keep(_record: Record) -> bool:
    """The answer where nobody can be asked: what is not there any more stays."""
    return False


def apply_edit(
    store: Store,
    record: Record,
    text: str,
    now: datetime,
    gone: Gone = keep,
    *,
    before: str = "",
    language: str = "en",
    to_come: bool = False,
) -> Changed:
    """Changes a record to what its document says now. `Changed.records` is empty when that is what it was.

    `before` is the document as it was opened (in `language`, with blanks): what others changed since then stays.
    Raises `Refused` for an empty document (nothing is ever deleted that way) and where others changed the same lines,
    `ToCome` for a meeting moved to a day that is not here yet, unless it is said to be `to_come`,
    `Wrong` for values that cannot be, `NotFound` for a record that was deleted meanwhile.
    """
    if not text.strip():
        raise Refused("edit.empty", id=record.id)
    document.check_head(text, has_one=True)
    with writing(store, f"edit {record.id}", now) as change:
        current = records.by_id(store, record.id)
        at = document.read(text, now).fields.at if isinstance(current, Meeting) and not to_come else None
        if isinstance(current, Meeting) and at and at != current.at:
            check_past(at, current.person.label, now)
        if before:
            text = _with_theirs(entities.write(current, language, blanks=True), before, text, current)
        troubles = take_over(store, change, current, text, now, gone)
        lines = [line for line in change.lines if line[0] != "person" or line[2]]  # who is new is said as such
        touched = dict.fromkeys((kind, uid) for kind, uid, *_ in lines)
        made = tuple(
            str(row["name"]) for kind, _, before, row in change.lines if kind == "person" and row and not before
        )
    found = [records.by_uid(store, kind, uid) for kind, uid in touched]
    return Changed("changed", tuple(r for r in found if r), troubles, made)


def _with_theirs(current: str, before: str, text: str, record: Record) -> str:
    """The edited document together with what changed in the journal while it was open."""
    if current == before:
        return text
    both = together(before, text, current)
    if both is None:
        raise Refused("edit.changed_meanwhile", id=record.id)
    return both


def gone_from(record: Record, text: str, now: datetime, decimal: str = "") -> list[Record]:
    """The records whose lines are no longer in the document of a meeting or a goal."""
    if isinstance(record, Meeting):
        there = {line.id for line in document.read(text, now, was=_opened(record)).lines if isinstance(line, Item)}
        return [r for r in record.inside if r.id not in there]
    if isinstance(record, Goal):
        seen = {line.id for line in entities.read_goal(text, now, _opened(record), decimal).checkins}
        return [c for c in record.checkins if c.meeting is None and c.id not in seen]
    return []


def _opened(record: Record) -> Opened:
    """The document of a record before it was changed."""
    return document.opened(*(entities.write(record, language) for language in LANGUAGES))


def take_over(
    store: Store,
    change: Writing,
    record: Record,
    text: str,
    now: datetime,
    gone: Gone = keep,
    was: Opened | None = None,
) -> tuple[tuple[int, str], ...]:
    """As `apply`, in a change that is open already; returns what was not understood.

    `was` is the document that somebody corrected by hand, the record's own unless it is given.
    """
    was = _opened(record) if was is None else was
    if isinstance(record, Meeting):
        return edit_meeting(store, change, record, text, now, gone, was)
    if isinstance(record, Person):
        return _person(store, change, record, text, now)
    if isinstance(record, Goal):
        return _goal(store, change, record, text, now, gone, was)
    return _aside(store, change, record, text, now, was)


def _person(store: Store, change: Writing, old: Person, text: str, now: datetime) -> tuple[tuple[int, str], ...]:
    said = entities.read_person(text, now)
    new = replace(
        said,
        uid=old.uid,
        id=old.id,
        name=resolve.check_name(said.name or old.name),
        added=said.added or old.added,
        relation=old.relation,
        last_met=None,
        reading=resolve.check_name(said.reading) if said.reading else None,
    )
    new = with_aliases(new, said.aliases)
    if said.relations == old.relations:
        new = with_relation(replace(new, relations=old.relations), said.relation, now.date())
    else:
        new = replace(new, relation=said.relations[-1][1] if said.relations else said.relation)
    if {new.name, *new.aliases} != {old.name, *old.aliases}:
        check_free(new, people.everybody(store))
    change.put(new)
    turn_feedback(store, change, old, new)
    return ()


def _goal(
    store: Store, change: Writing, old: Goal, text: str, now: datetime, gone: Gone, was: Opened
) -> tuple[tuple[int, str], ...]:
    card = entities.read_goal(text, now, was, store.conventions.decimal)
    if card.title != old.title:
        check_public("goal", card.title)
    closed = card.closed or (old.closed if card.status == old.status else now.date())
    new = replace(
        old,
        title=faithful(card.title, old.title),
        person=resolve.person(store, card.person).ref if card.person else None,
        by=card.by,
        metric=card.metric,
        start=card.start,
        target=card.target,
        unit=card.unit,
        parent=goal_names.goal(store, card.under) if card.under else None,
        status=card.status,
        opened=card.opened or old.opened,
        closed=None if card.status == "open" else closed,
        tags=card.tags,
    )
    change.put(goals.check_under(store, new))
    own: dict[str, Record] = {c.id: c for c in old.checkins if c.meeting is None}
    same = {(c.at, c.value, storable(c.text)): c.id for c in old.checkins if c.meeting is None}
    lines = [replace(c, id=c.id or same.get((c.at, c.look.value, c.look.words), "")) for c in card.checkins]
    placed = [_checkin(store, change, line, new, own) for line in lines]
    for checkin in placed:
        change.put(checkin)
    for lost in missing(own, [*placed], gone)[1]:
        change.remove(lost)
    return card.troubles


def _checkin(store: Store, change: Writing, line: entities.CheckinLine, goal: Goal, own: dict[str, Record]) -> Checkin:
    old = own.get(line.id)
    uid, id_ = (old.uid, old.id) if old else change.name("checkin", line.id)
    words = goals.measured_words(store, goal.ref, line.look.unit, line.look.words)
    text = faithful(words, old.text) if isinstance(old, Checkin) else words
    return Checkin(uid=uid, id=id_, goal=goal.ref, at=line.at, value=line.look.value, text=text)


def _aside(
    store: Store, change: Writing, old: Record, text: str, now: datetime, was: Opened
) -> tuple[tuple[int, str], ...]:
    known = Names(store)
    base = getattr(old, "at", None) or now
    draft = document.read(text, now, known, base, was=was)
    items = [line for line in draft.lines if isinstance(line, Item)]
    if len(items) != 1 or any(isinstance(line, Note) and line.text.strip() for line in draft.lines):
        raise Refused("edit.one_line")
    said = draft.fields.person
    ref = getattr(old, "person", None)
    was_with = people.by_uid(store, ref.uid) if ref else None
    person = (resolve.person(store, said) if not was_with or said != was_with.name else was_with) if said else None
    at = draft.fields.at
    with_ = was_with if person and was_with else person
    placing = Placing(
        change=change,
        names=known,
        now=at or now,
        person=with_.ref if with_ else None,
        meeting=None,
        relation=None,
        known={old.id: old},
    )
    item = items[0] if items[0].id else replace(items[0], id=old.id)
    record = placing.record(item)
    if placing.turned:
        _turn(change, old)
    if isinstance(record, Moment | Checkin) and at:
        record = replace(record, at=at)
    if (
        isinstance(record, Action)
        and isinstance(old, Action)
        and record.status != "open"
        and record.status != old.status
    ):
        record = replace(record, closed=item.days.get(record.status) or now.date())
    if person and was_with and person.uid != was_with.uid and not placing.turned:
        record = reassign.record(store, change, old, record, was_with, person)
    change.put(feedback_to_give.settle(store, change, old, standing_topics.kept(change, old, record)))
    return (*draft.troubles, *placing.troubles)


def _turn(change: Writing, old: Record) -> None:
    """Takes a record out that has become one of another kind. Raises `Refused` where a meeting has its line."""
    meeting = getattr(old, "meeting", None)
    if meeting:
        raise Refused("edit.kind_in_meeting", id=old.id, meeting=meeting.id)
    change.remove(old)
