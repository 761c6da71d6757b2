"""The document for a meeting that is to come: what was noted for it, what is to be decided, two questions, room for notes.

`returned.py` takes it back when it was filled in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from onelog.core.model import Action, Meeting, Moment, Person, Record, Topic
from onelog.core.phrases import say
from onelog.core.results.lessons import Question
from onelog.insight import questions
from onelog.markdown import body, document, privacy, template
from onelog.markdown.body import Note, Slot
from onelog.markdown.document import Fields
from onelog.store import as_of, meetings, records
from onelog.store.database import Store

QUESTIONS = 2


class Deciding(NamedTuple):
    """What is to be decided with somebody and stands in other meetings than the coming one."""

    topics: Sequence[Topic]
    mine: Sequence[Action]
    theirs: Sequence[Action]
    concerns: Sequence[Moment]


def document_for(
    store: Store, person: Person, today: date, language: str = "en", *, fields: Fields | None = None, private: bool = False
) -> str:  # fmt: skip
    """The document to be filled in for the next meeting with somebody; `fields` are what is known of it already.

    Concerns and private notes are in it only with `private`. Without a time in `fields`, the meeting will be when the
    document comes back. It says after which change of the journal it was made: so what was changed since is told apart
    from what was changed in it.
    """
    fields = fields or Fields()
    coming = meetings.coming(store, person.uid)
    if coming and coming.created and fields.at and fields.at.date() < coming.created.date():
        coming = None  # a meeting that was before the notes leaves them
    open_ = _deciding(store, person, coming, private=private)
    if coming and not private:
        coming = privacy.public(coming)[0]
    asked = [one.text for one in _questions(store, person, today, language)]
    lines = [*(_lines_of(coming) if coming else ()), *_to_decide(open_, language), *_room(asked, language)]
    inside: list[Record] = [*(coming.inside if coming else ()), *(one for group in open_ for one in group)]
    return document.write(
        _filled(person, coming, fields, lines, inside), language, blanks=True, boxed=_boxed(inside, coming),
        kind=template.kind_of(as_of.newest(store)), hints=_hints(inside, language),
    )  # fmt: skip


def _deciding(store: Store, person: Person, coming: Meeting | None, *, private: bool) -> Deciding:
    def elsewhere(record: Action | Topic | Moment) -> bool:
        return not (coming and record.meeting and record.meeting.uid == coming.uid)

    if not person.uid:  # somebody whom the journal does not know yet
        return Deciding((), (), (), ())
    promises = [a for a in records.actions(store, person=person.uid) if elsewhere(a)]
    concerns = records.moments(store, person=person.uid, kind="concern") if private else []
    return Deciding(
        [t for t in records.topics(store, person=person.uid) if elsewhere(t)],
        [a for a in promises if a.owner is None], [a for a in promises if a.owner],
        [c for c in reversed(concerns) if c.resolved is None and elsewhere(c)],
    )  # fmt: skip


def _questions(store: Store, person: Person, today: date, language: str) -> list[Question]:
    own = questions.own_file()
    about = None if person.last_met else "opening"
    return questions.suggest(store, person, today, QUESTIONS, about, language, own)


def _lines_of(coming: Meeting) -> Iterable[Note | Slot]:
    """What was noted, with code that was left open closed."""
    yield from body.lines_of(coming.body)
    if closing := body.closing_of(coming.body.split("\n")):
        yield Note(closing)


def _to_decide(open_: Deciding, language: str) -> Iterable[Note | Slot]:
    for part, found in open_._asdict().items():
        if found:
            yield from (Note(""), Note(say(language, f"document.{part}")))
            yield from (Slot("- ", one.id) for one in found)


def _room(asked: Sequence[str], language: str) -> Iterable[Note]:
    """The questions with room beneath each, and the room for notes."""
    if asked:
        yield from (Note(""), Note(say(language, "document.questions")))
        yield from (line for text in asked for line in (Note(text), Note("")))
    else:
        yield Note("")
    yield from (Note(say(language, "document.notes")), Note(""))


def _boxed(inside: Iterable[Record], coming: Meeting | None) -> dict[str, bool]:
    """Topics that wait and concerns that are not settled get a box; those that stand in the note keep their label too."""
    noted = {one.id for one in coming.inside} if coming else set()
    return {
        one.id: one.id in noted
        for one in inside
        if (isinstance(one, Topic) and one.status == "parked")
        or (isinstance(one, Moment) and one.kind == "concern" and one.resolved is None)
    }


def _hints(inside: Sequence[Record], language: str) -> list[str]:
    boxes = [say(language, "document.boxes")] if any(isinstance(r, Action | Topic | Moment) for r in inside) else []
    return [*boxes, say(language, "document.unused"), say(language, "document.hand_over")]


def _filled(
    person: Person, coming: Meeting | None, fields: Fields, lines: Sequence[Note | Slot], inside: Iterable[Record]
) -> Meeting:  # fmt: skip
    """All of it as one meeting, to be written. Since when something is promised or parked is not in question."""
    was = coming or Meeting("", "", person.ref)
    records_ = [_undated(record) for record in inside]
    start = next((n for n, line in enumerate(lines) if any(line)), 0)
    return Meeting(
        "", "", person.ref, fields.at, fields.minutes or was.minutes, fields.mode or was.mode, fields.mood or was.mood,
        fields.seen or was.seen, fields.rating or was.rating, was.tags, body.body_of(lines[start:]), was.extra,
        actions=tuple(r for r in records_ if isinstance(r, Action)), moments=tuple(r for r in records_ if isinstance(r, Moment)),
        topics=tuple(r for r in records_ if isinstance(r, Topic)), checkins=was.checkins,
    )  # fmt: skip


def _undated(record: Record) -> Record:
    if isinstance(record, Action):
        return replace(record, opened=None)
    return replace(record, added=None) if isinstance(record, Topic) else record
