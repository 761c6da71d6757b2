"""Taking over what somebody changed in the document of a meeting: its fields, its note, and the records inside it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, time

from onelog.core.calendar import dates
from onelog.core.errors import Wrong, notice
from onelog.core.kinds import Record
from onelog.core.model import Meeting, Person
from onelog.core.sanitize import quoted_name, storable
from onelog.core.scales import Scale, ScaleValue, key_of, updated
from onelog.insight import forms, resolve
from onelog.journal import reassign
from onelog.journal.record_builder import Placing, faithful, relation_on
from onelog.journal.references import Names
from onelog.journal.topics import feedback_to_give, standing_topics
from onelog.markdown import body, document
from onelog.markdown.body import Note, Slot
from onelog.markdown.document import Draft, Fields, Opened
from onelog.markdown.forms.scale_fields import keyed
from onelog.markdown.parsed import unread_days
from onelog.store import gathered, people
from onelog.store.database import Store
from onelog.store.transaction import Writing

Gone = Callable[[Record], bool]
"""Asked for a record whose line is no longer there: True removes it, False keeps it."""


def edit_meeting(
    store: Store, change: Writing, old: Meeting, text: str, now: datetime, gone: Gone, was: Opened
) -> tuple[tuple[int, str], ...]:
    """Changes a meeting and what is inside it to what its document says; returns what was not understood."""
    known = Names(store, scales=scales(store, old))
    draft = document.read(text, now, known, was=was)
    _check_day(draft, old)
    draft = _at_its_hour(draft, text, old)
    person, was_with = _person_said(store, draft, old), people.by_uid(store, old.person.uid)
    assert was_with  # noqa: S101 - a meeting is with somebody who stands
    new = _with_said(old, draft)
    inside: dict[str, Record] = {r.id: r for r in old.inside}
    found = gathered.look(store, old) if person.uid != was_with.uid else gathered.Gathered()
    relation = relation_on(was_with, (new.at or now).date())
    placing = Placing(
        change=change,
        names=known,
        now=now,
        person=old.person,
        meeting=new,
        relation=relation,
        known={**inside, old.id: old},
        adopt=draft.is_document,
    )
    lines = _own_words(placing.lines(draft), old)
    turned = set(placing.turned)
    stay, removed = missing(inside, placing.records, lambda one: one.id in turned or gone(one))
    new_body = body.tidy(body.body_of(_with_slots(lines, old, {record.id for record in stay})))
    given = _put(change, inside, placing.records, new)
    new_body = feedback_to_give.swapped(new_body, given) if new.at else _without(new_body, given)
    for record in removed:
        change.remove(record)
    change.put(replace(new, body=new_body))
    if person.uid != was_with.uid:
        reassign.meeting(store, change, old, found, was_with, person)
    moved_ahead = new.at and new.at != old.at and dates.is_to_come(new.at, now)
    ahead = [(1, notice("notice.yet_to_come", day=new.at.date()))] if moved_ahead and new.at else []
    return tuple(sorted((*ahead, *draft.troubles, *placing.troubles)))


def _check_day(draft: Draft, old: Meeting) -> None:
    """Raises `Wrong` for a coming meeting whose day is words that are none: its document could not be read again."""
    wrong = [] if old.at or draft.fields.at else unread_days(draft.extra)
    if new := [line for line in wrong if line not in old.extra.split("\n")]:
        number = next((n for n, told in draft.troubles if told.startswith(new[0].split(":")[0])), 1)
        raise Wrong("document.not_a_day_of_meeting", what=new[0][:40], line=number, name=quoted_name(old.person.label))


def _with_said(old: Meeting, draft: Draft) -> Meeting:
    """The meeting with the fields that its document says; its note comes later."""
    said, kept = draft.fields, _kept_fields(draft, old)
    is_same = set(draft.tags) == set(old.tags)  # another order is no change
    return replace(
        old,
        at=said.at or old.at,
        **said.filled(kept),
        tags=old.tags if is_same else draft.tags,
        extra=faithful(draft.extra, old.extra),
        scales=_said_scales(draft, old),
    )


def _put(change: Writing, inside: dict[str, Record], placed: Iterable[Record], meeting: Meeting) -> dict[str, str]:
    """Writes the records of a document; the ids of feedback that was given in the meeting, by those of its topics."""
    said: dict[str, str] = {}
    for record in placed:
        kept = standing_topics.kept(change, inside.get(record.id), record)
        moment = feedback_to_give.given(change, inside.get(record.id), kept, meeting if meeting.at else None)
        if moment:
            said[record.id] = moment.id
        else:
            change.put(kept)
    return said


def _without(text: str, ids: Iterable[str]) -> str:
    for id_ in ids:
        text = body.without(text, id_)
    return text


def _at_its_hour(draft: Draft, text: str, old: Meeting) -> Draft:
    """The draft with the hour that the meeting had, where only another day is said."""
    said = draft.fields.at
    if not said or not old.at or said.time() != time() or said.date() == old.at.date() or _says_midnight(text):
        return draft
    return replace(draft, fields=replace(draft.fields, at=datetime.combine(said.date(), old.at.timetz())))


def _says_midnight(text: str) -> bool:
    """Whether the head of a document says the hour of its day."""
    found = re.search(r"^(?:at|on):(.*)$", text, re.IGNORECASE | re.MULTILINE)
    return bool(found and re.search(r"\d[:：時]|\d\s*[ap]m\b", found[1], re.IGNORECASE))


def _person_said(store: Store, draft: Draft, old: Meeting) -> Person:
    said = draft.fields.person
    person = people.by_uid(store, old.person.uid)
    if person and said in ("", old.person.label):
        return person
    return resolve.person(store, said)


def _own_words(lines: Iterable[Note | Slot], old: Meeting) -> list[Note | Slot]:
    """Note lines that are shown otherwise than they are (control characters) stay as they are."""
    was = {storable(line.text): line.text for line in body.lines_of(old.body) if isinstance(line, Note)}
    return [Note(was.get(line.text, line.text)) if isinstance(line, Note) else line for line in lines]


def missing(inside: dict[str, Record], placed: list[Record], gone: Gone) -> tuple[list[Record], list[Record]]:
    """The records whose lines are gone: those to keep, and those to remove."""
    there = {record.uid for record in placed}
    missing = [record for record in inside.values() if record.uid not in there]
    removed = [record for record in missing if gone(record)]
    taken = {record.uid for record in removed}
    return [record for record in missing if record.uid not in taken], removed


def _with_slots(lines: list[Note | Slot], old: Meeting, ids: set[str]) -> list[Note | Slot]:
    """The lines with the places of records that are kept, each behind the line that it stood behind."""
    if not ids:
        return lines
    was = list(body.lines_of(old.body))
    bare = old.body
    for id_ in ids:
        bare = body.without(bare, id_)
    if body.body_of(lines) == bare:
        return was
    return body.with_missing(lines, was, ids)


def _kept_fields(draft: Draft, old: Meeting) -> Fields:
    """What stays as it was: every field where the front matter is gone, and one that could not be understood."""
    unread = {line.partition(":")[0].strip().lower() for line in draft.extra.split("\n")}
    keys = {"len": "minutes", "mode": "mode", "mood": "mood", "seen": "seen", "rating": "rating"}
    kept = {name: getattr(old, name) for key, name in keys.items() if key in unread or not draft.is_document}
    return Fields(**kept)


def scales(store: Store, old: Meeting) -> dict[str, Scale]:
    """The scales that may be said: those of the person's form, and those that the meeting has."""
    return keyed((one.scale for one in old.scales), forms.scales_for(people.by_uid(store, old.person.uid)).values())


def _said_scales(draft: Draft, old: Meeting) -> tuple[ScaleValue, ...]:
    """What the document says on scales, and what stays as `_kept_fields` has it."""
    unread = {key_of(line.replace("：", ":").partition(":")[0].strip()) for line in draft.extra.split("\n")}
    kept = (one for one in old.scales if not draft.is_document or one.key in unread)
    return updated(kept, draft.fields.scales)
