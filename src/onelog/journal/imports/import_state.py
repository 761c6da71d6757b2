"""One import in progress: what it has taken in so far, and whom and what its documents mean."""

import contextlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from onelog.core.errors import Damaged, NotFound, OnelogError, Wrong
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Goal, Meeting, Person
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument, TakenDocument
from onelog.core.sanitize import safe, storable
from onelog.insight import forms, resolve
from onelog.journal import content_id, edit
from onelog.journal.imports.import_people import NEW, Whom
from onelog.journal.references import Names
from onelog.markdown import body
from onelog.markdown.document import Draft, Item
from onelog.markdown.parsed import unread_days
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import Writing


@dataclass(slots=True)
class Import:
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

    met_twice: set[str] = field(default_factory=set)
    """The meetings that are both an event of a calendar and a note."""
    keys: frozenset[str] = frozenset()
    """The origins of all its documents."""

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
        wrong = unread_days(draft.extra)
        if wrong and draft.fields.at is None and not draft.has_no_day:
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

    def put_again(self, record: Record) -> None:
        """Writes a record that was here already."""
        self.change.put(record)
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


@contextlib.contextmanager
def said_of(page: IncomingDocument) -> Iterator[None]:
    """Says of an error which document it is in; one that says what cannot be is damaged."""
    try:
        yield
    except OnelogError as error:
        kind = Damaged if isinstance(error, Wrong | NotFound) else type(error)
        raise kind("document.said_at", file=page.file, line=page.line_of(1), error=error) from error


def _with_extra(text: str, extra: str) -> str:
    """A document with more lines of front matter."""
    head, _, rest = text.partition("\n---\n")
    return f"{head}\n{storable(extra)}\n---\n{rest}" if extra else text


def without_ids(draft: Draft) -> Draft:
    """A draft in which what looks like an id at the end of a line is the end of its words."""
    return replace(draft, lines=tuple(_with_words(line) if isinstance(line, Item) else line for line in draft.lines))


def _with_words(item: Item) -> Item:
    if not item.id:
        return item
    last = next((key for key in ("outcome", "why", "because") if key in item.words), "")
    if last:
        return replace(item, id="", words={**item.words, last: f"{item.words[last]} ^{item.id}"})
    return replace(item, id="", text=f"{item.text} ^{item.id}".lstrip())
