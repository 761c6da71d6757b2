"""A prepared document comes back: what was decided changes the records that it is about, the rest becomes the meeting.

Days may lie between: what the document was made of is looked up as it was then, so that a line that was left alone is
told from one that was changed, and what was noted, changed or taken out in the journal meanwhile stays so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import NamedTuple, cast

from onelog.core.errors import Refused, notice
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Checkin, Meeting, Moment, Person, Topic
from onelog.core.phrases import LANGUAGES, spellings
from onelog.core.scales import by_key
from onelog.insight import forms
from onelog.journal.prepared import agenda, agenda_lines
from onelog.journal.prepared.agenda_lines import AgendaRecord
from onelog.journal.prepared.agenda_note import Decided, same_lines, written_lines
from onelog.journal.record_builder import Placing, relation_on, table_of
from onelog.journal.references import Names
from onelog.journal.topics import feedback_to_give, standing_topics
from onelog.markdown import body, document
from onelog.markdown.body import ID, Note, Slot
from onelog.markdown.document import Draft, Fields, Item, Opened
from onelog.markdown.forms import template
from onelog.markdown.merge3 import merged, merged_by_key, united
from onelog.store import as_of, meetings, people, records
from onelog.store.database import Store
from onelog.store.transaction import Writing


class Taken(NamedTuple):
    """What came of a document."""

    meeting: Meeting
    records: tuple[Record, ...]
    """The records of the meeting that are new or changed, to be written with it."""
    decided: tuple[Record, ...]
    """What was decided about records that stand in other meetings."""
    troubles: tuple[tuple[int, str], ...]


class Before(NamedTuple):
    """What a document was made of."""

    coming: Meeting | None
    records: dict[str, AgendaRecord]
    others: frozenset[str] = frozenset()
    """The lines that were noted for somebody else, where it was prepared for them and given another name since."""
    asked: frozenset[str] = frozenset()
    """The lines of one's own forms, and what they told of goals and the last talk."""


def take(
    store: Store,
    change: Writing,
    names: Names,
    person: Person,
    text: str,
    now: datetime,
    meeting: Meeting,
    n: int,
    said: Fields,
) -> Taken:
    """Takes a document that was prepared after the change `n` back into `meeting`.

    That is the one that notes were gathered for, or a new one, at its time; `said` are the fields that options say.
    Raises `Refused` where nothing was written in the document.
    """
    taking = _Taking(
        store=store,
        change=change,
        names=names,
        person=person,
        now=now,
        meeting=meeting,
        before=_before(store, person, n, text),
    )
    return taking.take(document.read(text, now, names, meeting.at, taking.box, _opened(taking.before)), said)


def _opened(before: Before) -> Opened:
    """What the document was made of."""
    coming = (document.write(before.coming, language) for language in LANGUAGES) if before.coming else ()
    return Opened(document.opened(*coming).lines, frozenset(before.records))


def _before(store: Store, person: Person, n: int, text: str) -> Before:
    ids = dict.fromkeys(re.findall(rf"\^({ID})", text))
    with as_of.as_of(store, n):
        found = {id_: record for id_ in ids if (record := _line_record(store, id_))}
        same = [p.uid for p in people.everybody(store) if person.uid == p.uid or person.name == p.name]
        uid = person.uid if person.uid in same or not same else same[0]  # somebody may have been made again since
        mine = meetings.coming(store, uid)
        others = (m for m in meetings.gathered(store) if m.person.uid != uid and _begins_with_notes_of(m, text, found))
        theirs = {line for met in others for line in _noted(met)} - set(_noted(mine) if mine else ())
        return Before(mine, found, frozenset(theirs), _asked(store, person))


def _asked(store: Store, person: Person) -> frozenset[str]:
    """The lines of forms that go where nothing is written beneath them."""
    sound = [one.form for one in forms.every() if one.is_sound]
    words = {line.strip() for form in sound for line in form.words_for(person.name)} - {""}
    return frozenset(words | set(agenda.known_lines(store, person, "goals", "last"))) if sound else frozenset()


def _begins_with_notes_of(met: Meeting, text: str, found: Mapping[str, AgendaRecord]) -> bool:
    """Whether a document was prepared for this coming meeting: it has its records, or begins with its notes."""
    if any(one.meeting and one.meeting.uid == met.uid for one in found.values()):
        return True
    noted = _noted(met)
    lines = [line for line in text.partition("\n---\n")[2].split("\n") if line.strip() and line not in template.hints()]
    return bool(noted) and lines[: len(noted)] == noted


def _noted(met: Meeting) -> list[str]:
    return [line.text for line in body.lines_of(met.body) if isinstance(line, Note) and line.text.strip()]


def _line_record(store: Store, id_: str) -> AgendaRecord | None:
    """The record with this id, where it stands and is a line of a document."""
    handle = records.handle(store, id_)
    record = records.by_uid(store, *handle) if handle else None
    return record if isinstance(record, AgendaRecord) else None


@dataclass(slots=True)
class _Taking:
    """One document on its way into the journal."""

    store: Store
    change: Writing
    names: Names
    person: Person
    now: datetime
    meeting: Meeting
    before: Before
    new: Placing = field(init=False)
    known: Placing = field(init=False)
    changed: dict[str, AgendaRecord] = field(default_factory=dict)
    """What was looked at, by id, as it is to be."""
    there: dict[str, AgendaRecord] = field(default_factory=dict)
    """The same, as it was found."""
    said: set[str] = field(default_factory=set)
    """The ids of topics that were feedback to give, and were given."""
    troubles: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        at = self.meeting.at or self.now
        relation = relation_on(self.person, at.date())
        ref = self.person.ref
        self.new = Placing(
            change=self.change,
            names=self.names,
            now=self.now,
            person=ref,
            meeting=self.meeting,
            relation=relation,
            adopt=True,
        )
        self.known = Placing(change=self.change, names=self.names, now=at, person=ref, meeting=None, relation=relation)

    def box(self, id_: str) -> str:
        """The kind of line that a box with this id stands for, where it is no action."""
        record = self.before.records.get(id_) or _line_record(self.store, id_)
        if isinstance(record, Moment):
            return "concern" if record.kind == "concern" else ""
        return "topic" if isinstance(record, Topic) else ""

    def take(self, draft: Draft, said: Fields) -> Taken:
        lines = [place for line in draft.lines if (place := self.line(line))]
        was = list(body.lines_of(self.before.coming.body)) if self.before.coming else []
        left = {one.id for one in was if isinstance(one, Slot) and self.changed.get(one.id) == self.there.get(one.id)}
        mine = body.with_missing(written_lines(lines, same_lines(was, lines), self.before.asked, left), was, first=True)
        gathered = self.meeting.body.split("\n") if self.meeting.body else []
        both = united(_kept(was), _kept(mine), [*gathered, *_closing(gathered)])
        meeting = replace(self.meeting, body=self.settled(both, {*_kept(was), *gathered}))
        meeting = _said(meeting, self.before.coming, draft, said)
        changed = [record for record in self.changed.values() if record != self.there[record.id]]
        if meeting == self.meeting and not changed and not self.new.records:
            raise Refused("log.nothing_written")
        own = [record for record in changed if self.is_own(record)]
        self.take_out_of_others(own)
        return Taken(
            meeting,
            (*self.new.records, *own),
            tuple(record for record in changed if not self.is_own(record)),
            tuple(sorted((*draft.troubles, *self.new.troubles, *self.troubles, *self.left_out(draft)))),
        )

    # --- line by line

    def line(self, line: Note | Item) -> Note | Slot | Decided | None:
        """What stands for a line of the document; None where its record was deleted meanwhile, or it is somebody else's."""
        if isinstance(line, Note):
            return None if line.text in self.before.others else line
        before, now = self.before.records.get(line.id), _line_record(self.store, line.id)
        one = before or now
        if one is None or line.id in self.changed or kind_of(one) != table_of(line.kind):
            return self.added(line)
        said = self.known.made(line, one, one.uid, one.id)
        if now is None:
            return self.of_deleted(line, said, one)
        if not isinstance(now, Checkin) and now.person and now.person.uid != self.person.uid:
            self.leave_to_other(line, said, one)
            return None
        own = self.is_own(now)
        new = agenda_lines.changed(now, line, said, one, self.known.now.date(), own=own)
        if isinstance(new, Topic) and new.status == "raised" and now != new:
            new = replace(new, meeting=self.meeting.ref)
            new = cast("Topic", standing_topics.kept(self.change, now, new))
            if moment := feedback_to_give.given(self.change, now, new, self.meeting):
                return self.given(line, now, moment)
        self.there[line.id], self.changed[line.id] = now, new
        return Slot(line.lead, line.id) if self.is_own(new) else Decided(line.lead, line.id)

    def given(self, line: Item, topic: AgendaRecord, moment: Moment) -> Slot:
        """The place of feedback that was given: the topic that it was stands nowhere any more."""
        self.said.add(topic.id)
        self.new.records.append(moment)
        other = meetings.by_uid(self.store, topic.meeting.uid) if topic.meeting and not self.is_own(topic) else None
        if other:
            self.change.put(replace(other, body=body.without(other.body, topic.id)))
        return Slot(line.lead, moment.id)

    def added(self, item: Item) -> Slot:
        """The place of a new record."""
        record = self.new.record(item)
        self.new.records.append(record)
        return Slot(item.lead, record.id)

    def of_deleted(self, item: Item, said: AgendaRecord, before: AgendaRecord) -> Slot | None:
        """A line whose record was deleted meanwhile comes back where its words were changed, and is gone where not."""
        if agenda_lines.differs(said, before):
            return self.added(item)
        if item.mark != " " and getattr(before, "status", "") != document.STATUS_OF_MARK[item.mark]:
            self.troubles.append((item.line, notice("notice.deleted_meanwhile", id=item.id)))
        return None

    def left_out(self, draft: Draft) -> Iterable[tuple[int, str]]:
        """Says that lines were noted for somebody else, once."""
        if any(isinstance(line, Note) and line.text in self.before.others for line in draft.lines):
            yield 1, notice("notice.prepared_for_other")

    def leave_to_other(self, item: Item, said: AgendaRecord, before: AgendaRecord) -> None:
        """A line whose record turned out to be another person's stays that one's, as it is there."""
        if agenda_lines.differs(said, before) or item.mark != " ":
            self.troubles.append((item.line, notice("notice.anothers_now", id=item.id)))

    def is_own(self, record: AgendaRecord) -> bool:
        return record.meeting is not None and record.meeting.uid == self.meeting.uid

    # --- the meeting

    def settled(self, lines: Sequence[str], known: set[str]) -> str:
        """The text of the meeting: each of its records in one place, and no heading for notes where all of it is notes."""
        inside: list[Record] = [*self.meeting.inside]
        inside += [record for record in self.changed.values() if self.is_own(record)]
        own = {record.id for record in (*inside, *self.new.records)} - self.said
        out: list[Note | Slot] = []
        for line in body.lines_of("\n".join(lines)):
            if isinstance(line, Note) or line.id in own:
                out.append(line)
                own -= {line.id} if isinstance(line, Slot) else set()
        head = next((n for n, line in enumerate(out) if any(line)), 0)
        if out and isinstance(out[head], Note) and out[head][0] in {*spellings("document.notes")} - known:
            del out[head]
        text = body.tidy(body.body_of(out))
        for id_ in sorted(own):
            text = body.with_slot(text, id_)
        return text

    def take_out_of_others(self, own: Iterable[AgendaRecord]) -> None:
        """A topic that was raised stands in this meeting now, and not in the one that it was parked in."""
        for record in own:
            was = self.there[record.id].meeting
            other = meetings.by_uid(self.store, was.uid) if was and not self.is_own(self.there[record.id]) else None
            if other:
                self.change.put(replace(other, body=body.without(other.body, record.id)))


# --- the fields of the meeting


def _said(meeting: Meeting, before: Meeting | None, draft: Draft, options: Fields) -> Meeting:
    """The meeting with its fields: the option, else what was changed in the document, else what the meeting has."""
    was = before or Meeting("", "", meeting.person)

    def said(name: str) -> object:
        option = getattr(options, name)
        return option if option is not None else merged(*(getattr(one, name) for one in (was, draft.fields, meeting)))

    tags = merged_by_key(*({tag: tag for tag in one.tags} for one in (was, draft, meeting)))
    scales = merged_by_key(*(by_key(one.scales) for one in (was, draft.fields, meeting)))
    return replace(
        meeting,
        extra=merged(was.extra, draft.extra, meeting.extra),
        tags=tuple(tags),
        scales=tuple(scales.values()),
        **{name: said(name) for name in ("minutes", "mode", "mood", "seen", "rating")},  # type: ignore[arg-type]
    )


# --- the lines of the note


def _kept(lines: Iterable[Note | Slot]) -> list[str]:
    return [body.body_of([line]) for line in lines]


def _closing(lines: Sequence[str]) -> list[str]:
    """What closes code that was left open, before anything else follows."""
    closing = body.closing_of(lines)
    return [closing] if closing else []
