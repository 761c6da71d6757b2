"""Feedback that is still to be given: parked as a topic, it becomes praise or growth feedback once it was said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from onelog.core.kinds import Record
from onelog.core.model import FEEDBACK, Meeting, Moment, Person, Topic
from onelog.core.names import name_matching, name_words
from onelog.markdown import body
from onelog.markdown.body import Note, Slot
from onelog.markdown.parsed import Item, to_give
from onelog.store import gathered, meetings, people
from onelog.store.database import Store
from onelog.store.queries import given_topics
from onelog.store.transaction import Writing


def parked_items(lines: Sequence[Note | Item], person: Person, relation: str | None) -> tuple[Note | Item, ...]:
    """The lines of a note between meetings: feedback from me to this person is parked until it was said."""
    return tuple(_parked(line, person, relation) if isinstance(line, Item) else line for line in lines)


def _parked(item: Item, person: Person, relation: str | None) -> Item:
    if item.kind not in FEEDBACK:
        return item
    giver, receiver = item.words.get("from", ""), item.words.get("to", "")
    is_theirs = name_words.is_them(receiver) or bool(receiver and name_matching.fitting([person], receiver))
    if not (is_theirs or name_words.is_me(giver) or (relation == "report" and not giver and not receiver)):
        return item
    return to_give(replace(item, words={**item.words, "to": "them"} if receiver and is_theirs else item.words)) or item


def given(change: Writing, before: Record | None, after: Record, meeting: Meeting | None) -> Moment | None:
    """The feedback that a parked topic is once it was raised, in a meeting or outside; None where it is none.

    The topic goes, and the feedback is written right behind it: so the change log tells what it was.
    """
    if not isinstance(before, Topic) or before.status != "parked" or not isinstance(after, Topic):
        return None
    if after.status != "raised" or not after.becomes or not after.person:
        return None
    uid, id_ = change.name("moment")
    text = f"{after.text} outcome: {after.outcome}" if after.outcome else after.text
    moment = Moment(
        uid,
        id_,
        after.becomes,
        text,
        after.why,
        None,
        after.person,
        person=after.person,
        meeting=meeting.ref if meeting else None,
        at=(meeting.at if meeting else None) or _said_at(change.at, after.closed),
        tags=after.tags,
    )
    change.remove(before)
    change.put(moment)
    return moment


def _said_at(now: datetime, day: date | None) -> datetime:
    return datetime.combine(day or now.date(), now.timetz())


def settle(store: Store, change: Writing, before: Record, after: Record) -> Record:
    """The record to be written: for feedback that was given the moment, with its line in the meeting of that day."""
    if not isinstance(after, Topic) or not after.person:
        return after
    stood = meetings.by_uid(store, after.meeting.uid) if after.meeting else None
    moment = given(change, before, after, _meeting_of(store, stood, after))
    if moment is None:
        return after
    if stood and moment.meeting and stood.uid == moment.meeting.uid:
        change.put(replace(stood, body=swapped(stood.body, {before.id: moment.id})))
        return moment
    if stood:
        change.put(replace(stood, body=body.without(stood.body, before.id)))
    if moment.meeting and (there := meetings.by_uid(store, moment.meeting.uid)):
        change.put(replace(there, body=body.with_slot(there.body, moment.id)))
    return moment


def _meeting_of(store: Store, stood: Meeting | None, topic: Topic) -> Meeting | None:
    """The meeting in which a topic was raised: its own where that was on the day, else the last one of the day."""
    if stood and stood.at and stood.at.date() == topic.closed:
        return stood
    found = meetings.on_day(store, topic.person.uid, topic.closed) if topic.person and topic.closed else []
    return found[0] if found else None


def swapped(text: str, ids: dict[str, str]) -> str:
    """A kept text with the places of some records given to others."""
    lines = body.lines_of(text)
    return body.body_of(Slot(one.lead, ids.get(one.id, one.id)) if isinstance(one, Slot) else one for one in lines)


def parked_again(store: Store, change: Writing, uid: str, now: datetime) -> Topic | None:
    """The topic with this uid, parked again where it was given as feedback, which goes; None where it was not."""
    moment = given_topics.given_as(store, uid)
    topic = given_topics.topic_of(store, moment) if moment else None
    if moment is None or topic is None or topic.person is None:
        return None
    if met := meetings.by_uid(store, moment.meeting.uid) if moment.meeting else None:
        change.put(replace(met, body=body.without(met.body, moment.id)))
    change.remove(moment)
    person = people.by_uid(store, topic.person.uid)
    assert person  # noqa: S101 - a topic with somebody who stands
    coming = gathered.coming_with(store, change, person, now)
    topic = replace(topic, person=person.ref, meeting=coming.ref)
    change.put(topic)
    change.put(replace(coming, body=body.with_slot(coming.body, topic.id)))
    return topic
