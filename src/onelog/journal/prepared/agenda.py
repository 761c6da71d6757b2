"""The document for a meeting that is to come: what was noted for it, what is to be decided, two questions, room for notes.

Where there is a form of one's own for somebody, it says what stands in it, and in which order.

`returned.py` takes it back when it was filled in.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import NamedTuple

from onelog.core.kinds import Record
from onelog.core.model import Action, Goal, Meeting, Moment, Person, Topic
from onelog.core.numbers import number_text
from onelog.core.phrases import say
from onelog.core.selection import Selection
from onelog.core.settings import Watch
from onelog.insight import forms, schedule
from onelog.insight.talk.next_questions import QUESTIONS, next_questions
from onelog.markdown import body, document, privacy
from onelog.markdown.body import Note, Slot
from onelog.markdown.document import Fields
from onelog.markdown.forms import template
from onelog.markdown.forms.own_form import FormLine, OwnForm, with_name
from onelog.store import as_of, meetings, records
from onelog.store.database import Store

USUAL = Watch()
GIST = 120
"""Signs of the last note that are told."""


class Deciding(NamedTuple):
    """What is to be decided with somebody and stands in other meetings than the coming one."""

    topics: Sequence[Topic]
    feedback: Sequence[Topic]
    """Praise and growth feedback that is still to be given."""
    mine: Sequence[Action]
    theirs: Sequence[Action]
    concerns: Sequence[Moment]


def document_for(
    store: Store,
    person: Person,
    today: date,
    language: str = "en",
    *,
    fields: Fields | None = None,
    at: datetime | None = None,
    private: bool = False,
    limits: Watch = USUAL,
) -> str:
    """The document to be filled in for the next meeting with somebody; `fields` are what is known of it already, `at` its time.

    Concerns and private notes are in it only with `private`; below the `limits` a mood is low. Without a time in `fields`, the meeting will be when the
    document comes back. It says after which change of the journal it was made: so what was changed since is told apart
    from what was changed in it.
    """
    fields = fields or Fields(at=at)
    coming = meetings.coming(store, person.uid)
    if coming and coming.created and fields.at and fields.at.date() < coming.created.date():
        coming = None  # a meeting that was before the notes leaves them
    day = fields.at.date() if fields.at else schedule.meeting_day(person, today)
    open_ = _deciding(store, person, coming, day, private=private)
    if coming and not private:
        coming = privacy.public(coming)[0]
    found = forms.nearest(person)
    if found:
        own = _own_topics(coming, found.form)
        made = _Filling(store, person, today, language, limits, open_, own)
        below, placed = list(made.lines(found.form)), made.placed
    else:
        open_ = open_._replace(feedback=[*_own_feedback(coming), *open_.feedback])
        asked = [one.text for one in next_questions(store, person, today, language, limits)]
        below, placed = (
            [*_to_decide(open_, language), *_room(asked, language)],
            [one for group in open_ for one in group],
        )
    there = {line.id for line in below if isinstance(line, Slot)}
    noted = [
        line for line in (_lines_of(coming) if coming else ()) if not (isinstance(line, Slot) and line.id in there)
    ]
    lines = [*noted, *below]
    inside: list[Record] = [*(coming.inside if coming else ()), *placed]
    return document.write(
        _filled(person, coming, fields, lines, inside),
        language,
        blanks=True,
        boxed=_boxed(inside, coming),
        kind=template.kind_of(as_of.newest(store)),
        hints=_hints(inside, language),
        scales=found.form.scales if found else (),
    )


def _deciding(store: Store, person: Person, coming: Meeting | None, day: date, *, private: bool) -> Deciding:
    def elsewhere(record: Action | Topic | Moment) -> bool:
        return not (coming and record.meeting and record.meeting.uid == coming.uid)

    if not person.uid:  # somebody whom the journal does not know yet
        return Deciding((), (), (), (), ())
    promises = [a for a in records.actions(store, Selection(person=person)) if elsewhere(a)]
    concerns = records.moments(store, Selection(person=person, kind="concern", private=True)) if private else []
    topics = [t for t in records.topics(store, Selection(person=person), by=day) if elsewhere(t)]
    return Deciding(
        [t for t in topics if not t.becomes],
        [t for t in topics if t.becomes],
        [a for a in promises if a.owner is None],
        [a for a in promises if a.owner],
        [c for c in reversed(concerns) if c.resolved is None and elsewhere(c)],
    )


def _own_feedback(coming: Meeting | None) -> list[Topic]:
    """The feedback that was parked in the coming meeting itself."""
    return [one for one in coming.topics if one.becomes and one.status == "parked"] if coming else []


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


# --- a form of one's own


@dataclass(slots=True)
class _Filling:
    """A form being filled with what onelog knows."""

    store: Store
    person: Person
    today: date
    language: str
    limits: Watch
    open_: Deciding
    own: Sequence[Topic]
    """The topics that were parked in the coming meeting itself."""
    placed: list[Record] = field(default_factory=list)
    """The records that have a place in it."""

    def lines(self, form: OwnForm) -> Iterator[Note | Slot]:
        yield Note("")
        headed = False
        for line in form.lines:
            if not line.place:
                words = with_name(line.words, self.person.name)
                headed = words.startswith("#") or (headed and not words.strip())
                yield Note(words)
            else:
                yield from self.place(line, headed=headed)
        yield Note("")

    def place(self, line: FormLine, *, headed: bool) -> Iterator[Note | Slot]:
        """What stands in a place; under a heading of its own where the form has none right above it."""
        if line.place in ("goals", "last"):
            yield from map(Note, known_lines(self.store, self.person, line.place))
            return
        if line.place == "questions":
            n = line.n or QUESTIONS
            asked = next_questions(self.store, self.person, self.today, self.language, self.limits, n)
            yield from () if headed else (Note(say(self.language, "document.questions")),)
            yield from (words for one in asked for words in (Note(one.text), Note("")))
            return
        parts = ("mine", "theirs") if line.place == "promises" else (line.place,)
        for part in parts:
            found: Sequence[Record] = getattr(self.open_, part)
            found = [*found, *self.open_.feedback] if part == "topics" else found
            if (found or (part == "topics" and self.own)) and not headed:
                yield from (Note(""), Note(say(self.language, f"document.{part}")))
            self.placed += found
            yield from (Slot("- ", one.id) for one in (*(self.own if part == "topics" else ()), *found))


def _own_topics(coming: Meeting | None, form: OwnForm) -> list[Topic]:
    has_place = any(line.place == "topics" for line in form.lines)
    return [one for one in coming.topics if one.status == "parked"] if coming and has_place else []


def known_lines(store: Store, person: Person, *places: str) -> list[str]:
    """The lines that tell of goals and of the last talk: in no language, so that they are known again when they come back."""
    lines = []
    if "goals" in places:
        mine = person.relation in ("manager", "mentor")
        goals = (one for one in records.goals(store) if one.person == person.ref or (mine and one.person is None))
        lines += [_goal_line(one) for one in goals]
    last = meetings.last(store, person.uid) if "last" in places and person.uid else None
    if last and last.at:
        words = body.notes_of(privacy.public(last)[0].body).split("\n")
        said = next((line.strip() for line in words if line.strip() and not line.startswith("#")), "")
        said = re.sub(r"^(?:[-*+]|[0-9]+[.)])[ \t]+", "", said)
        lines.append(f"- {last.at.date()}: {said[:GIST]}".rstrip(" :"))
    return lines


def _goal_line(goal: Goal) -> str:
    """`- A million users · 950000 / 1000000 · 2026-12-31`."""
    way = (
        f"{number_text(goal.current)} / {number_text(goal.target)}"
        if goal.current is not None and goal.target is not None
        else ""
    )
    parts = (
        goal.title,
        " ".join(part for part in (way, goal.unit or "") if part),
        goal.by.isoformat() if goal.by else "",
    )
    return f"- {' · '.join(part for part in parts if part)}"


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
) -> Meeting:
    """All of it as one meeting, to be written. Since when something is promised or parked is not in question."""
    was = coming or Meeting("", "", person.ref)
    records_ = [_undated(record) for record in inside]
    start = next((n for n, line in enumerate(lines) if any(line)), 0)
    return Meeting(
        uid="",
        id="",
        person=person.ref,
        at=fields.at,
        **fields.filled(was),
        tags=was.tags,
        body=body.body_of(lines[start:]),
        extra=was.extra,
        actions=tuple(r for r in records_ if isinstance(r, Action)),
        moments=tuple(r for r in records_ if isinstance(r, Moment)),
        topics=tuple(r for r in records_ if isinstance(r, Topic)),
        checkins=was.checkins,
        scales=was.scales,
    )


def _undated(record: Record) -> Record:
    if isinstance(record, Action):
        return replace(record, opened=None)
    return replace(record, added=None) if isinstance(record, Topic) else record
