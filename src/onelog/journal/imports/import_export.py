"""Taking in an export of a whole journal: every record with its identity, in one change, or none."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from onelog.core.errors import Damaged, OnelogError, Refused, check_none, kept_in
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Action, Answer, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.names import name_forms
from onelog.core.results.common import Book, Brought
from onelog.insight import resolve
from onelog.journal.imports.import_documents import Rehearsed
from onelog.journal.imports.import_people import NOBODY, Whom
from onelog.journal.people import check_free
from onelog.markdown import body
from onelog.store import meetings
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing


class Export(NamedTuple):
    """An export on its way in: where it comes from, and its records."""

    file: str
    book: Book


def book(store: Store, book: Book, now: datetime, *, rehearse: bool = False) -> Brought:
    """Takes the records of one export in, as `books` does."""
    return books(store, [Export("The export", book)], now, rehearse=rehearse)


def books(
    store: Store,
    exports: Sequence[Export],
    now: datetime,
    *,
    rehearse: bool = False,
    called: Mapping[str, str] = NOBODY,
) -> Brought:
    """Takes the records of exports in, each with its uid; those that are there already stay as they are.

    A short id that belongs to another record here gives way to a new one. Raises `Refused`, `Damaged` for what cannot
    stand in this journal, `Resembles` for names that may be somebody's (`called` says whose they are); then nothing of
    any of them was taken.
    """
    made: Counter[str] = Counter()
    same = 0
    with contextlib.suppress(Rehearsed), writing(store, "import", now) as change:
        whom = Whom(store, called)
        whom.change = change
        refused: list[OnelogError] = []
        for export in exports:
            wrong: list[OnelogError] = []
            with kept_in(wrong):
                same += _take(store, change, export.book, made, whom, wrong)
            refused += [type(error)("import_.said_of", file=export.file, error=error) for error in wrong]
        with kept_in(refused):
            whom.check()
        check_none(refused)
        if rehearse:
            raise Rehearsed
    return Brought(dict(made), 0, same)


def _take(store: Store, change: Writing, book: Book, made: Counter[str], whom: Whom, wrong: list[OnelogError]) -> int:
    """Takes one export in; how many of its records were here already. What cannot stand here is kept in `wrong`."""
    same = 0
    new_ids: dict[str, str] = {}
    here = _people_here(change, book, whom)
    for record in _all(book):
        if change.stands(record.uid) or record.uid in here:
            same += 1
            continue
        record = _with_people(record, here)
        with kept_in(wrong):
            _fits(store, record, whom)
        if wrong:
            continue  # the others are looked at, and none is written
        _, id_ = change.name(kind_of(record), record.id, record.uid)
        if id_ != record.id:
            new_ids[record.id] = id_
        change.put(_with_new_ids(record, id_, new_ids))
        made[kind_of(record)] += 1
        _put_into_standing(store, change, record, id_)
    return same


def _fits(store: Store, record: Record, whom: Whom) -> None:
    """Raises `Damaged` for a name that nobody can have, `Refused` where a record cannot stand beside those that are here."""
    if isinstance(record, Person):
        for word in name_forms.names(record):
            _is_name(word)
        check_free(record, whom.called_so(record.name, *record.aliases))
    if isinstance(record, Meeting) and record.at is None and meetings.coming(store, record.person.uid):
        raise Refused("import_.notes_in_both", person=record.person.label, id=record.id)


def _is_name(word: str) -> None:
    try:
        kept = resolve.check_name(word)
    except Refused as error:
        raise Damaged("import_.said", error=error) from error
    if kept != word:
        raise Damaged("import_.name_with_blanks", name=kept)


def _put_into_standing(store: Store, change: Writing, record: Record, id_: str) -> None:
    """A new record of a meeting that is here already gets its line at the end of that meeting's document."""
    ref: Ref | None = getattr(record, "meeting", None)
    meeting = meetings.by_uid(store, ref.uid) if ref else None
    if meeting:
        change.put(replace(meeting, body=body.with_slot(meeting.body, id_)))


def _people_here(change: Writing, book: Book, whom: Whom) -> dict[str, Ref]:
    """The people of a book who are here already under another uid: their uid there -> who they are here."""
    here: dict[str, Ref] = {}
    taken = dict[str, str]()
    for person in book.people:
        known = None if change.stands(person.uid) else whom.known(person.name, is_whole=True)
        if known and taken.setdefault(known.uid, person.name) != person.name:
            raise Refused("import_.two_are_one", one=taken[known.uid], other=person.name, here=known.name)
        if known:
            here[person.uid] = known.ref
    return here


def _with_people(record: Record, here: dict[str, Ref]) -> Record:
    """The record, pointing at the people who are here."""

    def who(ref: Ref | None) -> Ref | None:
        return here.get(ref.uid, ref) if ref else None

    match record:
        case Meeting():
            return replace(record, person=who(record.person) or record.person)
        case Action():
            return replace(record, person=who(record.person), owner=who(record.owner))
        case Moment():
            return replace(record, person=who(record.person), giver=who(record.giver), receiver=who(record.receiver))
        case Topic() | Goal():
            return replace(record, person=who(record.person))
        case Skip():
            return replace(record, person=who(record.person) or record.person)
        case Answer():
            return replace(record, about=who(record.about) or record.about)
    return record


def _all(book: Book) -> Iterable[Record]:
    """Every record of a book once; what stands in a meeting comes before it, so that its new ids are known."""
    yield from book.people
    seen: set[str] = set()
    order: list[Record] = [*book.goals, *(c for g in book.goals for c in g.checkins)]
    for meeting in book.meetings:
        order += [*meeting.inside, meeting]
    for record in [*order, *book.actions, *book.moments, *book.topics, *book.skips, *book.answers]:
        if record.uid not in seen:
            seen.add(record.uid)
            yield record


def _with_new_ids(record: Record, id_: str, new_ids: dict[str, str]) -> Record:
    if isinstance(record, Meeting) and new_ids:
        lines = (
            line._replace(id=new_ids.get(line.id, line.id)) if isinstance(line, body.Slot) else line
            for line in body.lines_of(record.body)
        )
        record = replace(record, body=body.body_of(lines))
    return replace(record, id=id_)
