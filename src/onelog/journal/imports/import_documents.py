"""Bringing documents and exports into a journal: all of them in one change, or none."""

import contextlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from onelog.core import dates
from onelog.core.errors import Damaged, NotFound, NotTaken, OnelogError, Refused, Wrong
from onelog.core.model import Checkin, Goal, Meeting, Person, Record, kind_of
from onelog.core.names import name_forms, name_matching
from onelog.core.results.common import Brought, IncomingDocument, Origin, TakenDocument
from onelog.core.sanitize import safe, storable
from onelog.insight import forms, goal_names, resolve
from onelog.journal import content_id, edit, goals
from onelog.journal.imports import import_again
from onelog.journal.imports.import_people import NEW, NOBODY, Whom
from onelog.journal.people import check_free
from onelog.journal.record_builder import Placing, relation_on
from onelog.journal.references import Names
from onelog.markdown import body, document, entities
from onelog.markdown.body import Note
from onelog.markdown.correction import ids_at_ends
from onelog.markdown.document import Draft, Item, Opened
from onelog.store import meetings, people, records
from onelog.store.database import Store
from onelog.store.queries import origins
from onelog.store.queries.origins import ImportedSource
from onelog.store.transaction import Writing, writing

__all__ = ["IncomingDocument", "Rehearsed", "documents"]


class Rehearsed(Exception):
    """Ends a dry run: nothing of it stays."""


def documents(
    store: Store, pages: Sequence[IncomingDocument], now: datetime, *, who: str | None = None, rehearse: bool = False,
    called: Mapping[str, str] = NOBODY, on: datetime | None = None,
) -> Brought:  # fmt: skip
    """Takes documents in: people and goals first, then meetings and the rest in the order of their days.

    A document whose id is known changes that record; one that was taken in before changes nothing. `called` says who is
    meant by a name (`whom.NEW`: somebody new), `on` is when a meeting was that does not say it.
    Raises `NotTaken` for all the pages that cannot be taken, or the error of the one that cannot, with its file and
    line: `Damaged` where it says what cannot be, else `Refused`; `Resembles` for names that may be somebody's. Then
    nothing was taken.
    """
    taking = _Import(store, now, who, Whom(store, called), on)
    refused: list[OnelogError] = []
    with contextlib.suppress(Rehearsed), writing(store, "import", now) as change:
        taking.change = taking.whom.change = change
        for page in sorted(pages, key=_order):
            with _kept_in(refused), _said_of(page):
                taking.page(page)
        if refused:
            raise refused[0] if len(refused) == 1 else NotTaken(refused)
        taking.parents()
        taking.whom.check()
        if rehearse:
            raise Rehearsed
    return Brought(
        made=dict(taking.made),
        changed=taking.changed,
        same=taking.same,
        troubles=tuple(taking.troubles),
        new_people=tuple(taking.new_people),
        mended_in=tuple(dict.fromkeys(taking.mended_in)),
        documents=tuple(taking.documents),
    )


@contextlib.contextmanager
def _kept_in(refused: list[OnelogError]) -> Iterator[None]:
    """Keeps what is said of a page that cannot be taken, so that all of them are said at once."""
    try:
        yield
    except OnelogError as error:
        refused.append(error)


@contextlib.contextmanager
def _said_of(page: IncomingDocument) -> Iterator[None]:
    """Says of an error which document it is in; one that says what cannot be is damaged."""
    try:
        yield
    except OnelogError as error:
        kind = Damaged if isinstance(error, Wrong | NotFound) else type(error)
        raise kind("document.said_at", file=page.file, line=page.line_of(1), error=error) from error


def _order(page: IncomingDocument) -> tuple[int, str, str, int]:
    kind = entities.kind_of_text(page.text)
    place = {"person": 0, "goal": 1}.get(kind, 2)
    day = next((line[3:].strip() for line in page.text.split("\n")[:12] if line.startswith("at:")), "")
    return place, day, page.file, page.line


@dataclass(slots=True)
class _Import:
    """One import in progress."""

    store: Store
    now: datetime
    who: str | None
    whom: Whom
    on: datetime | None = None
    change: Writing = field(init=False)
    made: Counter[str] = field(default_factory=Counter)
    changed: int = 0
    same: int = 0
    troubles: list[tuple[str, int, str]] = field(default_factory=list)
    mended_in: list[str] = field(default_factory=list)
    new_people: list[str] = field(default_factory=list)
    under: list[tuple[Goal, str, IncomingDocument]] = field(default_factory=list)
    ids: dict[str, IncomingDocument] = field(default_factory=dict)
    """The document that each id was in."""
    documents: list[TakenDocument] = field(default_factory=list)
    held: dict[tuple[str, date], list[Meeting]] = field(default_factory=dict)
    """The meetings with a person on a day, as they were when this import first asked: its own are in `met_here`."""
    met_here: set[str] = field(default_factory=set)
    """The meetings that a document of this import is: made by it, or known again."""

    def page(self, page: IncomingDocument) -> None:
        self.troubles += [(page.file, line, what) for line, what in page.troubles]
        document.check_head(page.text)
        kind = entities.kind_of_text(page.text)
        take = {"person": self.person, "goal": self.goal, "aside": self.aside, "meeting": self.meeting}.get(kind)
        if take is None:
            raise Wrong("document.unknown_kind", kind=kind[:20])
        take(page)

    def say(self, page: IncomingDocument, state: str, id_: str = "", why: str = "") -> None:
        """Notes what became of a page."""
        self.documents.append(TakenDocument(page.file, page.line_of(1), state, id_, why))
        self.same += state in ("same", "kept")

    def own(self, id_: str, page: IncomingDocument) -> str:
        """The id that a document says it has. Raises `Damaged` where another one says the same: of two copies that
        differ, nobody can tell which one is meant."""
        if id_ and not re.fullmatch(body.ID, id_):
            raise Damaged("document.not_an_id", id=safe(id_, newlines=False)[:20])
        other = self.ids.setdefault(id_, page) if id_ else page
        if other.text.strip() != page.text.strip():
            raise Damaged("document.twice", id=id_, file=other.file, line=other.line_of(1))
        return id_

    def dated(self, draft: Draft, page: IncomingDocument) -> None:
        """Raises `Damaged` for a day that cannot be understood: the document would become one of today."""
        wrong = [line for line in draft.extra.split("\n") if re.match(r"(?:at|on):", line, re.IGNORECASE)]
        if wrong and draft.fields.at is None:
            number, what = next(((n, w) for n, w in draft.troubles if re.match("(?:at|on):", w)), (1, wrong[0]))
            what = what.partition(";")[0]
            raise Damaged("document.not_a_day_in_line", what=what, line=page.line_of(number))

    def count(self, page: IncomingDocument, before: int, id_: str) -> None:
        """Counts what a page did since the change had `before` lines."""
        is_changed = len(self.change.lines) > before
        self.changed += is_changed
        self.say(page, "changed" if is_changed else "same", id_)

    def take_over(self, old: Record, page: IncomingDocument) -> None:
        before = len(self.change.lines)
        text = _with_extra(page.text, old.extra) if page.is_partial and isinstance(old, Meeting) else page.text
        self.listed(page, edit.take_over(self.store, self.change, old, self.with_goals(page, text), self.now), old.id)
        self.count(page, before, old.id)

    def listed(self, page: IncomingDocument, troubles: Iterable[tuple[int, str]], id_: str) -> None:
        """Lists what was not understood of a page, and the record in which that can be mended."""
        troubles = list(troubles)
        self.mended_in += [id_] if troubles else []
        self.troubles += [(page.file, page.line_of(line), what) for line, what in troubles]

    def put(self, record: Record) -> None:
        self.change.put(record)
        self.made[kind_of(record)] += 1
        self.met_here.add(record.uid)

    def known(self, id_: str, kind: str) -> Record | None:
        """The record of this kind with this id, where it stands."""
        handle = records.handle(self.store, id_) if id_ else None
        return records.by_uid(self.store, *handle) if handle and handle[0] == kind else None

    def uid(self, kind: str, id_: str, page: IncomingDocument) -> str:
        """The uid of a document's record: that of a record which was taken out, else the one this text always gets."""
        text = f"{page.text}\n\n{page.copy}" if page.copy else page.text
        return (id_ and self.change.absent(kind, id_)) or content_id.uid_of(text)

    def with_goals(self, page: IncomingDocument, text: str) -> str:
        """The text with the goals that it calls by their titles called by their ids, or by their titles where there is none."""
        for word, title in page.goals:
            text = text.replace(word, self.goal_titled(title) or f'"{title}"')
        return text

    def goal_titled(self, title: str) -> str:
        """The id of a goal by its whole title; "" where there is none."""
        return next((ref.label for ref, said, *_ in records.goal_refs(self.store) if said == title), "")

    def names(self, page: IncomingDocument) -> Names:
        """Who answers for the names in a document: those that onelog wrote whole may be new, whomever they resemble."""
        whole = {name_forms.normalize(name): NEW for name in page.names}
        return Names(self.store, {**whole, **self.whom.called}, scales=forms.scales_for(None))

    def person(self, page: IncomingDocument) -> None:
        card = entities.read_person(page.text, self.now)
        old = self.known(self.own(card.id, page), "person") or self.whom.known(card.name, is_whole=True)
        if old:
            self.take_over(old, page)
            return
        for word in (card.name, *name_forms.names(card)):
            resolve.check_name(word)
        check_free(card, self.whom.called_so(card.name, *card.aliases))
        first = min((day for day, _ in card.relations), default=self.now.date())
        uid, id_ = self.change.name("person", card.id, self.change.absent("person", card.id))
        self.put(replace(card, uid=uid, id=id_, added=card.added or first))
        self.say(page, "taken", id_)

    def goal(self, page: IncomingDocument) -> None:
        card = entities.read_goal(page.text, self.now, decimal=self.store.conventions.decimal)
        old = self.known(self.own(card.id, page), "goal")
        if old:
            self.take_over(old, page)
            return
        opened = card.opened or self.now.date()
        uid = self.uid("goal", card.id, page)
        if self.change.stands(uid) or self.is_here(card, page):
            self.say(page, "same")
            return
        person = self.met(card.person, card.id or card.person in page.names).ref if card.person else None
        _, id_ = self.change.name("goal", card.id, uid)
        goal = Goal(
            uid, id_, card.title, person, card.by, card.metric, card.start, card.target, card.unit, card.status, None,
            opened, card.closed or (None if card.status == "open" else self.now.date()), card.tags,
        )  # fmt: skip
        self.put(goal)
        if card.under:
            self.under.append((goal, card.under, page))
        for line in card.checkins:
            checkin_uid, checkin_id = self.change.name("checkin", line.id, self.change.absent("checkin", line.id))
            words = goals.measured_words(self.store, goal.ref, line.look.unit, line.look.words)
            self.put(Checkin(checkin_uid, checkin_id, goal.ref, line.at, line.look.value, words))
        self.listed(page, card.troubles, id_)
        self.say(page, "taken", id_)

    def is_here(self, card: entities.GoalCard, page: IncomingDocument) -> bool:
        """Whether a goal without an id is one that is here: digests of two quarters have the same goals."""
        id_ = self.goal_titled(card.title) if page.is_partial and not page.ids else ""
        found = self.known(id_, "goal")
        return isinstance(found, Goal) and found.opened == card.opened

    def parents(self) -> None:
        """Goals find the goals they are under once all are there."""
        for goal, word, page in self.under:
            with _said_of(page):
                title = dict(page.goals).get(word, "")
                parent = goal_names.goal(self.store, self.goal_titled(title) if title else word)
                self.change.put(goals.check_under(self.store, replace(goal, parent=parent)))

    def met(self, word: str, is_whole: object) -> Person:
        """The person of a document's `with:`; somebody new where nobody is called so.

        A document that has an id was written by onelog, with the whole name.
        """
        known = self.whom.known(word, is_whole=bool(is_whole))
        if known:
            return known
        made = resolve.new_person(self.change, self.whom.name(word), self.now)
        self.met_first([made])
        return made

    def met_first(self, made: Sequence[Person]) -> None:
        if made:
            self.made["person"] += len(made)
        self.new_people += [person.name for person in made]

    def meeting(self, page: IncomingDocument) -> None:
        known = self.names(page)
        text = self.with_goals(page, page.text)
        wrapped = Opened(ids=ids_at_ends(text.split("\n")) if page.ids else frozenset())
        draft = document.read(text, self.now, known, was=wrapped)
        draft = draft if page.ids else _without_ids(draft)
        said = draft.fields
        who = said.person or self.who
        if not who:
            raise Refused("document.with_whom")
        self.dated(draft, page)
        old = self.known(self.own(said.id, page), "meeting")
        if isinstance(old, Meeting) and self.is_that(old, who, said.at):
            self.take_over(old, page)
            return
        origin = None if said.id else page.origin
        held = origins.by_key(self.store, origin.key) if origin else None
        if origin and held and self.change.stands(held.uid):
            self.again(page, origin, held, draft, known)
            return
        uid = held.uid if held else "" if origin else self.uid("meeting", said.id, page)
        if uid and self.change.stands(uid):
            self.say(page, "same")
            return
        person = self.met(who, said.id or who in page.names)
        at = self.when(draft, person, is_coming=page.is_coming)
        if (origin or (page.is_partial and not page.ids)) and (noted := self.noted(draft, person, at)):
            self.moved(origin, noted)
            self.say(page, "same", noted.id, f"it is {noted.id} already, word for word")
            return
        uid = uid or content_id.uid_of_source(origin.key if origin else page.text, at)
        if self.change.stands(uid):
            self.say(page, "same")
            return
        ahead: list[tuple[int, str]] = []
        if at and dates.is_to_come(at, self.now):
            ahead = [(1, f"{at.date()} is yet to come; the meeting is kept on that day")]
        elif at and not said.at:
            ahead = [
                (1, f"no day is said; it is kept as a meeting of today, {at.date()}: at: DAY in its head says another")
            ]
        _, id_ = self.change.name("meeting", said.id, uid)
        meeting = Meeting(
            uid, id_, person.ref, at, said.minutes, said.mode, said.mood, said.seen, said.rating, draft.tags, "",
            draft.extra, at or self.now, scales=said.scales,
        )  # fmt: skip
        relation = relation_on(person.relations, (at or self.now).date(), person.relation)
        placing = Placing(self.change, known, self.now, person.ref, meeting, relation, adopt=draft.is_document)
        meeting = replace(meeting, body=body.body_of(placing.lines(draft)))
        self.met_first(known.made)
        self.put(meeting)
        for record in placing.records:
            self.put(record)
        self.listed(page, (*ahead, *draft.troubles, *placing.troubles), id_)
        if origin:
            import_again.remember(self.store, self.change, origin, uid)
        self.say(page, "taken", id_)

    def again(
        self, page: IncomingDocument, origin: Origin, held: ImportedSource, draft: Draft, names: Names
    ) -> None:  # fmt: skip
        """A page that was taken in before: what was edited in it since is taken over."""
        self.met_here.add(held.uid)
        old = meetings.by_uid(self.store, held.uid)
        assert old  # noqa: S101 - it stands
        why = import_again.update(self.change, old, origin, held, draft, names, self.now)
        self.changed += why == ""
        self.say(page, "same" if why is None else "kept" if why else "changed", old.id, why or "")
        if why == "":
            self.listed(page, draft.troubles, old.id)

    def moved(self, origin: Origin | None, noted: Meeting) -> None:
        """A meeting whose source has moved is known by its new place from now on."""
        held = origins.by_uid(self.store, noted.uid) if origin else None
        if origin and held and held.hash == origin.hash:
            origins.remember(self.change, origin.key, held)

    def is_that(self, old: Meeting, who: str, at: datetime | None) -> bool:
        """Whether a document with the id of `old` is its document: whom it is with or its day may have been changed.

        Where both differ it is a meeting of another journal, whose id happens to be the same.
        """
        if not at or not old.at or at.date() == old.at.date():
            return True
        return any(p.uid == old.person.uid for p in name_matching.fitting(people.everybody(self.store), who))

    def noted(self, draft: Draft, person: Person, at: datetime | None) -> Meeting | None:
        """The meeting that is here with every line of a document without ids: that may have left some lines out."""
        if at is None:
            return None
        said = {_bare(line.text if isinstance(line, Note | Item) else "") for line in draft.lines} - {""}
        day = at.date()
        if (person.uid, day) not in self.held:
            self.held[person.uid, day] = meetings.on_day(self.store, person.uid, day)
        that_day = self.held[person.uid, day]
        here = [one for one in that_day if one.at == at and one.uid not in self.met_here and said <= _lines_of(one)]
        self.met_here |= {one.uid for one in here[:1]}
        return here[0] if here else None

    def when(self, draft: Draft, person: Person, *, is_coming: bool) -> datetime | None:
        """When a document's meeting was. One with an id and no time is the coming one, and there is one at most."""
        said = draft.fields
        if said.at or not (said.id or is_coming):
            if at := said.at or self.on:
                return at
            raise Refused("document.no_day")
        if meetings.coming(self.store, person.uid):
            raise Refused("document.notes_there", person=person.name)
        return None

    def aside(self, page: IncomingDocument) -> None:
        known = self.names(page)
        draft = document.read(self.with_goals(page, page.text), self.now, known)
        draft = draft if page.ids else _without_ids(draft)
        items = [line for line in draft.lines if isinstance(line, Item)]
        if len(items) != 1 or any(isinstance(line, Note) and line.text.strip() for line in draft.lines):
            raise Refused("document.aside_is_one_line")
        self.dated(draft, page)
        if draft.extra:
            line = safe(draft.extra.split("\n")[0])[:40]
            raise Wrong("document.unknown_line_of_aside", line=line)
        own = self.own(items[0].id, page)
        kind = items[0].kind if items[0].kind in ("action", "topic", "checkin") else "moment"
        old = self.known(own, kind)
        if old:
            self.take_over(old, page)
            return
        at = draft.fields.at or self.now
        uid = self.uid(kind, own, page)
        if self.change.stands(uid):
            self.say(page, "same")
            return
        said = draft.fields.person
        person = self.met(said, own or said in page.names) if said else None
        relation = relation_on(person.relations, at.date(), person.relation) if person else None
        placing = Placing(self.change, known, at, person.ref if person else None, None, relation)
        record = placing.record(replace(items[0], id=""), uid=uid, wanted=own)
        self.put(record)
        self.met_first(known.made)
        self.listed(page, draft.troubles, record.id)
        self.say(page, "taken", record.id)


def _lines_of(meeting: Meeting) -> set[str]:
    """The lines of its note and the texts of its records, by their words alone."""
    texts = (record.text for record in meeting.inside)
    return {_bare(text) for text in (*body.notes_of(meeting.body).split("\n"), *texts)}


def _bare(text: str) -> str:
    return " ".join(text.split())


def _with_extra(text: str, extra: str) -> str:
    """A document with more lines of front matter."""
    head, _, rest = text.partition("\n---\n")
    return f"{head}\n{storable(extra)}\n---\n{rest}" if extra else text


def _without_ids(draft: Draft) -> Draft:
    """A draft in which what looks like an id at the end of a line is the end of its words."""
    return replace(draft, lines=tuple(_with_words(line) if isinstance(line, Item) else line for line in draft.lines))


def _with_words(item: Item) -> Item:
    if not item.id:
        return item
    last = next((key for key in ("outcome", "why", "because") if key in item.words), "")
    if last:
        return replace(item, id="", words={**item.words, last: f"{item.words[last]} ^{item.id}"})
    return replace(item, id="", text=f"{item.text} ^{item.id}".lstrip())
