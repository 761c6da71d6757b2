"""Taking in the document of a meeting: a new one, one that is here, or one that was edited since it was taken in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from onelog.core.calendar import dates
from onelog.core.errors import Refused, notice
from onelog.core.model import Meeting, Person, Ref
from onelog.core.names import name_matching
from onelog.core.results.common import IncomingDocument, Origin
from onelog.journal import content_id
from onelog.journal.imports import import_again
from onelog.journal.imports.import_state import Import, without_ids
from onelog.journal.record_builder import Placing, relation_on
from onelog.journal.references import Names
from onelog.markdown import body, document
from onelog.markdown.body import Note
from onelog.markdown.correction import ids_at_ends
from onelog.markdown.document import Draft, Item, Opened
from onelog.store import changelog, meetings, people
from onelog.store.queries import origins
from onelog.store.queries.origins import ImportedSource


def take_meeting(taking: Import, page: IncomingDocument) -> None:
    """Takes in the document of a meeting, or finds that it is here."""
    known = taking.names(page)
    text = taking.with_goals(page, page.text)
    wrapped = Opened(ids=ids_at_ends(text.split("\n")) if page.ids else frozenset())
    draft = document.read(text, taking.now, known, was=wrapped)
    draft = draft if page.ids else without_ids(draft)
    said = draft.fields
    who = said.person or taking.who
    if not who:
        raise Refused("document.with_whom")
    taking.dated(draft, page)
    old = taking.known(taking.own(said.id, page), "meeting")
    if isinstance(old, Meeting) and _is_that(taking, old, who, said.at):
        taking.take_over(old, page)
        return
    origin = None if said.id else page.origin
    held = origins.by_key(taking.store, origin.key) if origin else None
    if origin and held and _was_here(taking, page, origin, held, draft, known):
        return
    uid = held.uid if held else "" if origin else taking.uid("meeting", said.id, page)
    if uid and taking.change.stands(uid):
        taking.say(page, "same")
        return
    person = taking.met(who, said.id or who in page.names)
    at = _time_of(taking, draft, person, is_coming=page.is_coming)
    if (origin or (page.is_partial and not page.ids)) and _is_here(taking, page, draft, known, person, at):
        return
    uid = uid or content_id.uid_of_source(origin.key if origin else page.text, at)
    if taking.change.stands(uid):
        taking.say(page, "same")
        return
    _, id_ = taking.change.name("meeting", said.id, uid)
    meeting = _new_meeting(draft, Ref(uid, id_), person.ref, at, taking.now)
    troubles = (*_of_its_day(at, said.at, taking.now), *draft.troubles, *_put(taking, meeting, person, draft, known))
    taking.listed(page, troubles, id_)
    if origin:
        import_again.remember(taking.store, taking.change, origin, uid)
    taking.say(page, "taken", id_)


def _is_here(
    taking: Import, page: IncomingDocument, draft: Draft, names: Names, person: Person, at: datetime | None
) -> bool:
    """Whether a document without an id is of a meeting that is here: word for word, or as the event or the note of that day."""
    if noted := _already_noted(taking, draft, person, at):
        _remember_move(taking, page.origin, noted)
        taking.say(page, "same", noted.id, notice("import_.known_word_for_word", id=noted.id))
        return True
    if page.origin and at and (one := _of_that_day(taking, draft, person, at)):
        _take_into(taking, page, page.origin, one, draft, names)
        return True
    return False


def _new_meeting(draft: Draft, ref: Ref, person: Ref, at: datetime | None, now: datetime) -> Meeting:
    """The meeting of a document, with its fields and nothing of its lines."""
    said = draft.fields
    return Meeting(
        uid=ref.uid,
        id=ref.label,
        person=person,
        at=at,
        minutes=said.minutes,
        mode=said.mode,
        mood=said.mood,
        seen=said.seen,
        rating=said.rating,
        tags=draft.tags,
        extra=draft.extra,
        created=at or now,
        scales=said.scales,
    )


def _of_its_day(at: datetime | None, said: datetime | None, now: datetime) -> list[tuple[int, str]]:
    """What is remarkable about the day of a meeting, with the line that it is said of."""
    if at and dates.is_to_come(at, now):
        return [(1, notice("import_.meeting_to_come", day=at.date()))]
    if at and not said:
        return [(1, notice("import_.meeting_undated", day=at.date()))]
    return []


def _put(taking: Import, meeting: Meeting, person: Person, draft: Draft, names: Names) -> Iterable[tuple[int, str]]:
    """Writes a new meeting and its records; what of them was not understood."""
    placing = Placing(
        change=taking.change,
        names=names,
        now=taking.now,
        person=person.ref,
        meeting=meeting,
        relation=relation_on(person, (meeting.at or taking.now).date()),
        adopt=draft.is_document,
    )
    written = replace(meeting, body=body.body_of(placing.lines(draft)))
    taking.met_first(names.made)
    taking.put(written)
    for record in placing.records:
        taking.put(record)
    return placing.troubles


def _was_here(
    taking: Import, page: IncomingDocument, origin: Origin, held: ImportedSource, draft: Draft, names: Names
) -> bool:
    """Whether a page was taken in before, and stands or was deleted; what was edited in it since is taken over."""
    old = meetings.by_uid(taking.store, held.uid)
    if not old:
        gone = changelog.deleted(taking.store, held.uid)
        if gone:
            taking.say(page, "kept", gone, notice("import_.deleted_here"))
        return bool(gone)
    taking.met_here.add(held.uid)
    why = import_again.update(taking.change, old, origin, held, draft, names, taking.now)
    taking.changed += why == ""
    taking.say(page, "same" if why is None else "kept" if why else "changed", old.id, why or "")
    if why == "":
        taking.listed(page, draft.troubles, old.id)
    return True


def _remember_move(taking: Import, origin: Origin | None, noted: Meeting) -> None:
    """A meeting whose source has moved is known by its new place from now on."""
    held = origins.by_uid(taking.store, noted.uid) if origin else None
    if origin and held and held.hash == origin.hash:
        origins.remember(taking.change, origin.key, held)


def _is_that(taking: Import, old: Meeting, who: str, at: datetime | None) -> bool:
    """Whether a document with the id of `old` is its document: whom it is with or its day may have been changed.

    Where both differ it is a meeting of another journal, whose id happens to be the same.
    """
    if not at or not old.at or at.date() == old.at.date():
        return True
    return any(p.uid == old.person.uid for p in name_matching.fitting(people.everybody(taking.store), who))


def _already_noted(taking: Import, draft: Draft, person: Person, at: datetime | None) -> Meeting | None:
    """The meeting that is here with every line of a document without ids: that may have left some lines out."""
    if at is None:
        return None
    said = {_bare(line.text if isinstance(line, Note | Item) else "") for line in draft.lines} - {""}
    day = at.date()
    if (person.uid, day) not in taking.held:
        taking.held[person.uid, day] = meetings.on_day(taking.store, person.uid, day)
    that_day = taking.held[person.uid, day]
    here = [one for one in that_day if one.at == at and one.uid not in taking.met_here and said <= _lines_of(one)]
    taking.met_here |= {one.uid for one in here[:1]}
    return here[0] if here else None


def _time_of(taking: Import, draft: Draft, person: Person, *, is_coming: bool) -> datetime | None:
    """When a document's meeting was. One with an id and no time is the coming one, and there is one at most."""
    said = draft.fields
    if said.at or not (said.id or is_coming):
        if at := said.at or taking.on:
            return at
        raise Refused("document.no_day")
    if meetings.coming(taking.store, person.uid):
        raise Refused("document.notes_there", person=person.name)
    return None


def _of_that_day(taking: Import, draft: Draft, person: Person, at: datetime) -> Meeting | None:
    """The one meeting of that day that a document is likely of: an event of a calendar has no words, its note has them."""
    has_words = any(_bare(line.text if isinstance(line, Note | Item) else "") for line in draft.lines)
    that_day = meetings.on_day(taking.store, person.uid, at.date())
    if len(that_day) != 1 or that_day[0].uid in taking.met_twice:
        return None
    (one,) = that_day
    if any(_lines_of(one)) == has_words or not origins.by_uid(taking.store, one.uid):
        return None
    return one if not has_words or at.time() == time.min or at == one.at else None


def _take_into(
    taking: Import, page: IncomingDocument, origin: Origin, one: Meeting, draft: Draft, names: Names
) -> None:
    """Takes the words of a note into the meeting that a calendar brought; an event says nothing that a note did not."""
    taking.met_twice.add(one.uid)
    if not draft.lines:
        taking.say(page, "same", one.id, notice("import_.known_that_day", id=one.id))
        return
    import_again.fill(taking.change, one, origin, draft, names, taking.now)
    taking.changed += 1
    taking.say(page, "changed", one.id)
    taking.listed(page, draft.troubles, one.id)


def _lines_of(meeting: Meeting) -> set[str]:
    """The lines of its note and the texts of its records, by their words alone."""
    texts = (record.text for record in meeting.inside)
    return {_bare(text) for text in (*body.notes_of(meeting.body).split("\n"), *texts)}


def _bare(text: str) -> str:
    return " ".join(text.split())
