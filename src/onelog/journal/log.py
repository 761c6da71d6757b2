"""Recording a meeting, and notes for the one that is to come."""

from dataclasses import replace
from datetime import datetime
from itertools import accumulate

from onelog.core.calendar.dates import check_past
from onelog.core.errors import Refused
from onelog.core.kinds import Record
from onelog.core.model import Goal, Meeting, Person
from onelog.core.names import name_matching
from onelog.core.results.common import Changed, Logged
from onelog.core.scales import updated
from onelog.core.selection import Selection
from onelog.insight import forms, resolve
from onelog.journal import drafts
from onelog.journal.record_builder import Placing, relation_on
from onelog.journal.references import Names
from onelog.journal.topics import feedback_to_give
from onelog.markdown import body, document
from onelog.markdown.document import Fields
from onelog.store import meetings, people, records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing


def log_meeting(
    store: Store,
    who: str,
    text: str,
    now: datetime,
    fields: Fields | None = None,
    *,
    raw: bool = False,
    new: bool = False,
    typed: bool = True,
    to_come: bool = False,
) -> Logged:
    """Records a meeting in the person's own words; what was noted for it before is folded in.

    `typed` words have labels anywhere in a line, those of a file or the editor at the start of one. Raises `ToCome` for
    a day that is later than today, unless `to_come`.

    Raises `Ambiguous`, `NotFound` (the name resembles somebody's), `Refused` (the text names somebody else, its head is broken).
    """
    fields = fields or Fields()
    if not raw:
        document.check_head(text)
    with writing(store, f"log {_shown(who)}", now) as change:
        person, is_new = resolve.met_person(store, change, who, now, insist=new)
        known = Names(store, scales=forms.scales_for(person))
        draft = document.read_raw(text) if raw else document.read(text, now, known, fields.at, typed=typed)
        _same_person(store, person, draft.fields)
        if not to_come:
            check_past(_at(draft, fields, now), person.name, now)
        begun = _begun(store, change, person, _at(draft, fields, now), now)
        prepared = document.prepared_after(draft.fields.kind)
        decided: tuple[Record, ...] = ()
        if prepared is None:
            meeting, placing = _placed(change, known, person, _with_fields(begun, draft, fields), draft, now)
            troubles = tuple(sorted((*draft.troubles, *placing.troubles)))
        else:
            meeting, troubles, decided = _returned(store, change, known, person, text, now, begun, prepared, fields)
    kept = _read_again(store, meeting)
    return Logged(
        meeting=kept,
        new_people=tuple(p.name for p in ([person] if is_new else []) + known.made),
        troubles=troubles,
        folded=sum(1 for _ in body.lines_of(begun.body)),
        parked=len(records.topics(store, Selection(person=person), by=(kept.at or now).date())),
        decided=decided,
        goals=_goals_of(store, kept),
    )


def _goals_of(store: Store, meeting: Meeting) -> tuple[Goal, ...]:
    uids = dict.fromkeys(look.goal.uid for look in meeting.checkins)
    found = (records.by_uid(store, "goal", uid) for uid in uids)
    return tuple(goal for goal in found if isinstance(goal, Goal))


def _returned(
    store: Store,
    change: Writing,
    known: Names,
    person: Person,
    text: str,
    now: datetime,
    begun: Meeting,
    prepared: int,
    fields: Fields,
) -> tuple[Meeting, tuple[tuple[int, str], ...], tuple[Record, ...]]:
    """The meeting of a prepared document, what was not understood, and what was decided about records of other meetings."""
    from onelog.journal.prepared import agenda_merge  # noqa: PLC0415 - most meetings are logged without a document

    taken = agenda_merge.take(store, change, known, person, text, now, begun, prepared, fields)
    for record in (*taken.records, *taken.decided, taken.meeting):
        change.put(record)
    return taken.meeting, taken.troubles, taken.decided


def note_for_next(store: Store, who: str, text: str, now: datetime, *, new: bool = False) -> Logged:
    """Keeps words for the next meeting with somebody; they become part of its document. Raises as `log_meeting`."""
    document.check_head(text)
    with writing(store, f"note {_shown(who)}", now) as change:
        person, is_new = resolve.met_person(store, change, who, now, insist=new)
        known = Names(store, scales=forms.scales_for(person))
        draft = document.read(text, now, known, typed=True)
        _same_person(store, person, draft.fields)
        if document.prepared_after(draft.fields.kind) is not None:
            raise Refused("log.prepared_document")
        if draft.fields.at:
            raise Refused("log.note_has_no_day")
        relation = relation_on(person, now.date())
        draft = replace(draft, lines=feedback_to_give.parked_items(draft.lines, person, relation))
        coming = _with_fields(meetings.coming(store, person.uid) or _new(change, person, None, now), draft, Fields())
        meeting, placing = _placed(change, known, person, coming, draft, now)
    return Logged(
        _read_again(store, meeting),
        tuple(p.name for p in ([person] if is_new else []) + known.made),
        tuple(sorted((*draft.troubles, *placing.troubles))),
    )


def add_to(
    store: Store,
    id_: str,
    text: str,
    now: datetime,
    command: str = "log",
    *,
    fields: Fields | None = None,
    typed: bool = True,
    raw: bool = False,
) -> Changed:
    """Adds words to a meeting that was logged, at its end; what stands apart (`drafts.APART`) is read as texts of their own.

    The history shows it as the work of a `command`.

    Raises `NotFound` where the meeting is not there any more, `Refused` where the words name a day for it.
    """
    with writing(store, f"{command} {id_}", now) as change:
        found = resolve.record(store, id_, "meeting")
        meeting = meetings.by_uid(store, found.uid)
        person = people.by_uid(store, meeting.person.uid) if meeting else None
        assert meeting and person  # noqa: S101 - a meeting that was found stands, and is with somebody
        known = Names(store, scales=forms.scales_for(person))
        pieces = text.split(drafts.APART)
        read = [
            document.read_raw(piece) if raw else document.read(piece, now, known, meeting.at, typed=typed)
            for piece in pieces
        ]
        if any(draft.fields.at for draft in read):
            raise Refused("log.day_already", id=id_)
        for draft in read:
            meeting = _with_fields(meeting, draft, fields or Fields())
        lines = tuple(line for draft in read for line in draft.lines)
        tags = tuple(tag for draft in read for tag in draft.tags)
        meeting, placing = _placed(change, known, person, meeting, document.Draft(lines=lines, tags=tags), now)
    above = list(accumulate((piece.count("\n") for piece in pieces), initial=0))
    told = (
        (start + number, what) for start, draft in zip(above, read, strict=False) for number, what in draft.troubles
    )
    made = tuple(p.name for p in known.made)
    return Changed("changed", (_read_again(store, meeting),), (*told, *placing.troubles), made)


def logged_already(store: Store, meeting: Meeting) -> str:
    """The id of another meeting of the same day with the same person in the same words; "" for none."""
    day = meeting.at.date() if meeting.at else None
    others = meetings.on_day(store, meeting.person.uid, day) if day else []
    return next((one.id for one in others if one.uid != meeting.uid and _words(one) == _words(meeting)), "")


def _words(meeting: Meeting) -> tuple[str, ...]:
    """All that was said in a meeting."""
    return (body.notes_of(meeting.body).strip(), *sorted(record.text or "" for record in meeting.inside))


def _shown(who: str) -> str:
    return " ".join(who.split())[:40]


def _same_person(store: Store, person: Person, fields: Fields) -> None:
    """Refuses a document that says it is with somebody else, and a sheet whose head names another one who is known."""
    said = fields.person or fields.met
    if not said:
        return
    meant = name_matching.fitting(people.everybody(store), said)
    if any(p.uid == person.uid for p in meant) or not (fields.person or meant):
        return
    key = "log.document_with_another" if fields.person else "log.words_with_another"
    raise Refused(key, name=said[:40], person=person.name)


def _at(draft: document.Draft, fields: Fields, now: datetime) -> datetime:
    return fields.at or draft.fields.at or now


def _new(change: Writing, person: Person, at: datetime | None, now: datetime) -> Meeting:
    uid, id_ = change.name("meeting")
    return Meeting(uid, id_, person.ref, at, created=now)


def _begun(store: Store, change: Writing, person: Person, at: datetime, now: datetime) -> Meeting:
    """The meeting that notes were gathered for, unless it is older than they are; else a new one."""
    coming = meetings.coming(store, person.uid)
    if coming and coming.created and at.date() >= coming.created.date():
        return replace(coming, at=at)
    return _new(change, person, at, now)


def _with_fields(meeting: Meeting, draft: document.Draft, fields: Fields) -> Meeting:
    """The meeting with what an option says, else the text, else what notes for the meeting said before."""
    return replace(
        meeting,
        **fields.filled(Fields(**draft.fields.filled(meeting))),
        scales=updated(meeting.scales, draft.fields.scales),
        extra="\n".join(e for e in (meeting.extra, draft.extra) if e),
    )


def _placed(
    change: Writing, known: Names, person: Person, meeting: Meeting, draft: document.Draft, now: datetime
) -> tuple[Meeting, Placing]:
    """The meeting with the draft's lines at its end, written together with their records."""
    relation = relation_on(person, (meeting.at or now).date())
    placing = Placing(
        change=change,
        names=known,
        now=now,
        person=person.ref,
        meeting=meeting,
        relation=relation,
        adopt=draft.is_document,
    )
    added = body.body_of(placing.lines(draft))
    meeting = replace(
        meeting, body=body.joined(meeting.body, added), tags=tuple(dict.fromkeys((*meeting.tags, *draft.tags)))
    )
    for record in placing.records:
        change.put(record)
    change.put(meeting)
    return meeting, placing


def _read_again(store: Store, meeting: Meeting) -> Meeting:
    return meetings.by_uid(store, meeting.uid) or meeting


def with_time(fields: Fields, when: datetime | None) -> Fields:
    """The fields, with the time of the meeting."""
    return replace(fields, at=when)
