"""A meeting, or a record, turns out to be another person's: what was said goes there, what was gathered before stays."""

from dataclasses import replace
from datetime import date

from onelog.core.kinds import Record
from onelog.core.model import FEEDBACK, Action, Checkin, Meeting, Moment, Person, Ref, Topic
from onelog.journal.record_builder import relation_on
from onelog.markdown import body
from onelog.markdown.body import Slot
from onelog.markdown.tags import tags_in
from onelog.store import gathered, meetings
from onelog.store.database import Store
from onelog.store.gathered import Gathered
from onelog.store.transaction import Writing

Direction = tuple[Ref | None, Ref | None]


def meeting(store: Store, change: Writing, old: Meeting, found: Gathered, person: Person, to: Person) -> None:
    """Gives a meeting to another person; `found` is what was gathered in `old`, as it was before this change.

    What was said in it is that person's now. What was noted before is still the first one's, in the coming meeting. Notes
    for a meeting that is still to come were noted for the wrong person, and go all together.
    """
    now = meetings.by_uid(store, old.uid)
    assert now  # noqa: S101 - it has just been written
    day = now.at.date() if now.at else change.at.date()
    if now.at is None:
        _coming(store, change, now, person, to, day)
        return
    lines = list(body.lines_of(now.body))
    marks = gathered.follow(gathered.lines(old.body), found.lines, gathered.lines(now.body))
    marks = [line.id in found.ids if isinstance(line, Slot) else m for line, m in zip(lines, marks, strict=True)]
    inside = now.inside
    for record in inside:
        if record.uid not in found.uids:
            change.put(turned(record, person, to, day))
    if any(marks) or found.uids:
        theirs, text = gathered.split(lines, marks)
        coming = gathered.coming_for(store, change, replace(old, person=person.ref), found)
        kept = [gathered.returned(record, now, coming) for record in inside if record.uid in found.uids]
        gathered.gather(change, coming, theirs, kept)
        now = _without_what_was_noted(replace(now, body=text), found)
    change.put(replace(now, person=to.ref))


def record(store: Store, change: Writing, old: Record, new: Record, person: Person, to: Person) -> Record:
    """Gives a single record to another person: it does not stand in a meeting with the first one any more.

    A topic that is parked gets its line in the coming meeting with the other one.
    """
    at = getattr(new, "at", None) or change.at
    new = turned(new, person, to, at.date())
    was = getattr(old, "meeting", None)
    there = meetings.by_uid(store, was.uid) if was else None
    if there is None or there.person.uid == to.uid or not isinstance(new, Action | Moment | Topic):
        return new
    change.put(replace(there, body=body.without(there.body, new.id)))
    if not isinstance(new, Topic) or new.status != "parked":
        return replace(new, meeting=None)
    coming = gathered.coming_for(store, change, replace(there, person=to.ref), Gathered())
    change.put(replace(coming, body=body.with_slot(coming.body, new.id), created=coming.created or change.at))
    return replace(new, meeting=coming.ref)


def _without_what_was_noted(meeting: Meeting, found: Gathered) -> Meeting:
    """The meeting without the tags and the unknown lines of its head that were there before it."""
    was = found.coming
    if was is None:
        return meeting
    noted = body.notes_of(meeting.body)
    tags = tuple(tag for tag in meeting.tags if tag not in was.tags or tag in tags_in(noted))
    extra = [line for line in meeting.extra.split("\n") if line not in was.extra.split("\n")]
    return replace(meeting, tags=tags, extra="\n".join(extra))


def _coming(store: Store, change: Writing, coming: Meeting, person: Person, to: Person, day: date) -> None:
    """Notes for the wrong person, put to those for the right one where there are some."""
    there = meetings.coming(store, to.uid)
    for record in coming.inside:
        new = turned(record, person, to, day)
        change.put(
            replace(new, meeting=(there or coming).ref) if isinstance(new, Action | Moment | Topic | Checkin) else new
        )
    if there is None:
        change.put(replace(coming, person=to.ref))
        return
    tags = tuple(dict.fromkeys((*there.tags, *coming.tags)))
    change.put(replace(there, body=body.joined(there.body, coming.body), tags=tags))
    change.remove(replace(coming, actions=(), moments=(), topics=(), checkins=()))


def turned(record: Record, person: Person, to: Person, day: date) -> Record:
    """A record that is another person's: promises of the first one are the other one's, and so is feedback.

    Feedback that has the direction which the first one's relation gives has the one which the other's gives.
    """

    def other(ref: Ref | None) -> Ref | None:
        return to.ref if ref and ref.uid == person.uid else ref

    if isinstance(record, Action):
        return replace(record, person=to.ref, owner=other(record.owner))
    if isinstance(record, Topic):
        return replace(record, person=to.ref)
    if not isinstance(record, Moment):
        return record
    ways = record.giver, record.receiver
    if record.kind in FEEDBACK:
        by_relation = [ref and ref.uid for ref in ways] == [ref and ref.uid for ref in _direction(person, day)]
        ways = _direction(to, day) if by_relation else (other(record.giver), other(record.receiver))
    return replace(record, person=to.ref, giver=ways[0], receiver=ways[1])


def _direction(person: Person, day: date) -> Direction:
    """Who gives feedback to whom, by the relation that somebody had on a day."""
    is_report = relation_on(person, day) == "report"
    return (None, person.ref) if is_report else (person.ref, None)
