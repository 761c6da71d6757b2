"""Bringing documents and exports into a journal: all of them in one change, or none."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from hashlib import sha256

from onelog import body, cards, document
from onelog.document import Item
from onelog.errors import OnelogError, Refused, Wrong
from onelog.journal import edit, goals, names
from onelog.journal.names import Names
from onelog.journal.placing import Placing, relation_on
from onelog.model import Checkin, Goal, Meeting, Person, Record, kind_of
from onelog.store import meetings, people, records
from onelog.store.file import Store
from onelog.store.writing import Writing, uuid7, writing
from onelog.views import Brought


@dataclass(frozen=True, slots=True)
class Page:
    """One document on its way in: where it stands, and its text."""

    file: str
    line: int
    text: str


class Rehearsed(Exception):
    """Ends a dry run: nothing of it stays."""


def documents(
    store: Store, pages: Sequence[Page], now: datetime, *, who: str | None = None, rehearse: bool = False
) -> Brought:  # fmt: skip
    """Takes documents in: people and goals first, then meetings and the rest in the order of their days.

    A document whose id is known changes that record; one that was taken in before changes nothing.
    Raises the error of the first page that cannot be taken, with its file and line; then nothing was taken.
    """
    taking = _Taking(store, now, who)
    with contextlib.suppress(Rehearsed), writing(store, "import", now) as change:
        taking.change = change
        for page in sorted(pages, key=_order):
            taking.page(page)
        taking.parents()
        if rehearse:
            raise Rehearsed
    return Brought(dict(taking.made), taking.changed, taking.same, tuple(taking.troubles))


def _order(page: Page) -> tuple[int, str, str, int]:
    kind = cards.kind_of_text(page.text)
    place = {"person": 0, "goal": 1}.get(kind, 2)
    day = next((line[3:].strip() for line in page.text.split("\n")[:12] if line.startswith("at:")), "")
    return place, day, page.file, page.line


@dataclass(slots=True)
class _Taking:
    """One import in progress."""

    store: Store
    now: datetime
    who: str | None
    change: Writing = field(init=False)
    made: Counter[str] = field(default_factory=Counter)
    changed: int = 0
    same: int = 0
    troubles: list[tuple[str, int, str]] = field(default_factory=list)
    under: list[tuple[Goal, str]] = field(default_factory=list)

    def page(self, page: Page) -> None:
        kind = cards.kind_of_text(page.text)
        try:
            take = {"person": self.person, "goal": self.goal, "aside": self.aside, "meeting": self.meeting}.get(kind)
            if take is None:
                raise Wrong(f"there is no kind of document {kind[:20]!r}", "kind is meeting, aside, goal or person")
            take(page)
        except OnelogError as error:
            raise type(error)(f"{page.file}, line {page.line}: {error.message}", error.hint) from error

    def count(self, before: int) -> None:
        """Counts what a page did since the change had `before` lines."""
        if len(self.change.lines) > before:
            self.changed += 1
        else:
            self.same += 1

    def take_over(self, old: Record, page: Page) -> None:
        before = len(self.change.lines)
        self.listed(page, edit.take_over(self.store, self.change, old, page.text, self.now))
        self.count(before)

    def listed(self, page: Page, troubles: Iterable[tuple[int, str]]) -> None:
        self.troubles += [(page.file, page.line + line - 1, what) for line, what in troubles]

    def put(self, record: Record) -> None:
        self.change.put(record)
        self.made[kind_of(record)] += 1

    def known(self, id_: str, kind: str) -> Record | None:
        """The record of this kind with this id, where it stands."""
        handle = records.handle(self.store, id_) if id_ else None
        return records.by_uid(self.store, *handle) if handle and handle[0] == kind else None

    def uid(self, kind: str, id_: str, page: Page) -> str:
        """The uid of a document's record: that of a record which was taken out, else the one this text always gets."""
        return (id_ and self.change.absent(kind, id_)) or _uid(page.text)

    def person(self, page: Page) -> None:
        card = cards.read_person(page.text, self.now)
        everybody = people.everybody(self.store)
        old = self.known(card.id, "person") or next((p for p in everybody if p.name == card.name), None)
        if old:
            self.take_over(old, page)
            return
        names.check_name(card.name)
        first = min((day for day, _ in card.relations), default=self.now.date())
        uid, id_ = self.change.name("person", card.id, self.change.absent("person", card.id))
        self.put(replace(card, uid=uid, id=id_, added=card.added or first))

    def goal(self, page: Page) -> None:
        card = cards.read_goal(page.text, self.now)
        old = self.known(card.id, "goal")
        if old:
            self.take_over(old, page)
            return
        opened = card.opened or self.now.date()
        uid = self.uid("goal", card.id, page)
        if self.change.stands(uid):
            self.same += 1
            return
        person = self.met(card.person).ref if card.person else None
        _, id_ = self.change.name("goal", card.id, uid)
        goal = Goal(
            uid, id_, card.title, person, card.by, card.metric, card.start, card.target, card.unit, card.status, None,
            opened, card.closed or (None if card.status == "open" else self.now.date()), card.tags,
        )  # fmt: skip
        self.put(goal)
        if card.under:
            self.under.append((goal, card.under))
        for line in card.checkins:
            checkin_uid, checkin_id = self.change.name("checkin", line.id, self.change.absent("checkin", line.id))
            self.put(Checkin(checkin_uid, checkin_id, goal.ref, line.at, line.value, line.text))

    def parents(self) -> None:
        """Goals find the goals they are under once all are there."""
        for goal, word in self.under:
            self.change.put(goals.check_under(self.store, replace(goal, parent=names.goal(self.store, word))))

    def met(self, word: str) -> Person:
        """The person of a document's `with:`; somebody new where nobody is called so."""
        fitting = people.meant(people.everybody(self.store), word)
        if len(fitting) > 1:
            raise Refused(f"{word[:40]!r} fits {', '.join(p.name for p in fitting[:4])}.", "Write the whole name.")
        if fitting:
            return fitting[0]
        self.made["person"] += 1
        return names.new_person(self.change, word, self.now)

    def meeting(self, page: Page) -> None:
        known = Names(self.store)
        draft = document.read(page.text, self.now, known)
        said = draft.fields
        who = said.person or self.who
        if not who:
            raise Refused("This document does not say whom it is with.", "Add a line `with: NAME`, or --with NAME.")
        old = self.known(said.id, "meeting")
        if isinstance(old, Meeting) and self.is_that(old, who, said.at):
            self.take_over(old, page)
            return
        uid = self.uid("meeting", said.id, page)
        if self.change.stands(uid):
            self.same += 1
            return
        person = self.met(who)
        at = self.when(draft, person)
        _, id_ = self.change.name("meeting", said.id, uid)
        meeting = Meeting(
            uid, id_, person.ref, at, said.minutes, said.mode, said.mood, said.seen, said.rating, draft.tags, "",
            draft.extra, at or self.now,
        )  # fmt: skip
        relation = relation_on(person.relations, (at or self.now).date(), person.relation)
        placing = Placing(self.change, known, self.now, person.ref, meeting, relation, adopt=draft.is_document)
        meeting = replace(meeting, body=body.body_of(placing.lines(draft)))
        self.put(meeting)
        for record in placing.records:
            self.put(record)
        self.listed(page, (*draft.troubles, *placing.troubles))

    def is_that(self, old: Meeting, who: str, at: datetime | None) -> bool:
        """Whether a document with the id of `old` is its document: whom it is with or its day may have been changed.

        Where both differ it is a meeting of another journal, whose id happens to be the same.
        """
        if not at or not old.at or at.date() == old.at.date():
            return True
        return any(p.uid == old.person.uid for p in people.meant(people.everybody(self.store), who))

    def when(self, draft: document.Draft, person: Person) -> datetime | None:
        """When a document's meeting was. One with an id and no time is the coming one, and there is one at most."""
        said = draft.fields
        if said.at or not said.id:
            return said.at or self.now
        if meetings.coming(self.store, person.uid):
            raise Refused(
                f"Notes for the next meeting with {person.name} are here already.", "Give the document a line at: DAY."
            )
        return None

    def aside(self, page: Page) -> None:
        known = Names(self.store)
        draft = document.read(page.text, self.now, known)
        items = [line for line in draft.lines if isinstance(line, Item)]
        if len(items) != 1:
            raise Refused("A document of kind aside is one record in one line.", "Write a meeting, or several asides.")
        kind = items[0].kind if items[0].kind in ("action", "topic", "checkin") else "moment"
        old = self.known(items[0].id, kind)
        if old:
            self.take_over(old, page)
            return
        at = draft.fields.at or self.now
        uid = self.uid(kind, items[0].id, page)
        if self.change.stands(uid):
            self.same += 1
            return
        person = self.met(draft.fields.person) if draft.fields.person else None
        relation = relation_on(person.relations, at.date(), person.relation) if person else None
        placing = Placing(self.change, known, at, person.ref if person else None, None, relation)
        id_ = items[0].id
        self.put(placing.record(replace(items[0], id=""), uid=uid, wanted=id_))
        self.listed(page, draft.troubles)


_UNSAID = timezone(timedelta(seconds=7))
"""An offset that nobody writes: a time that has it was written without one."""
_CLOCK = datetime(2026, 1, 1, tzinfo=_UNSAID)
"""The clock by which the time of a uid is read: always the same one, so that `at: yesterday` is."""
_DAYS = ("opened", "added", "done", "raised", "dropped", "resolved", "due")
"""The days of a record's line, those in front first."""
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def _uid(text: str) -> str:
    """The uid that this very document always gets, so that taking it in twice takes it in once.

    Its time is the one that is written there, whatever the clock and its offset say; where no offset is written it is
    taken as UTC, and where no time at all is written it is the first instant of 1970: any other would be the clock's.
    """
    noise = sha256(text.strip().encode("utf-8", "surrogatepass")).digest()[:10]
    at = _written(text) or _UNDATED
    if at.tzinfo in (None, _UNSAID):
        at = at.replace(tzinfo=UTC)
    return uuid7(max(at, _UNDATED), None, noise)


def _written(text: str) -> datetime | None:
    """The time that a document says it is from: when it was, else when it was opened, else its first other day."""
    if cards.kind_of_text(text) == "goal":
        try:
            goal = cards.read_goal(text, _CLOCK)
        except OnelogError:  # a day that is too far from this clock
            return None
        said: list[date | None] = [goal.opened, *(line.at for line in goal.checkins), goal.closed, goal.by]
    else:
        draft = document.read(text, _CLOCK)
        items = [line for line in draft.lines if isinstance(line, Item)]
        said = [draft.fields.at, *(item.days.get(name) for name in _DAYS for item in items)]
    first = next((day for day in said if day), None)
    return first if first is None or isinstance(first, datetime) else datetime.combine(first, time())
