"""Taking in what stands outside any meeting: a document of onelog's own, or a task of another program."""

import re
from dataclasses import fields, replace
from datetime import datetime

from onelog.core.errors import Refused, Wrong, notice
from onelog.core.kinds import Record
from onelog.core.model import Action
from onelog.core.results.common import IncomingDocument, Origin
from onelog.core.sanitize import safe
from onelog.journal import content_id
from onelog.journal.imports.import_again import is_alike
from onelog.journal.imports.import_state import Import, without_ids
from onelog.journal.record_builder import Placing, relation_on, table_of
from onelog.journal.references import Names
from onelog.markdown import body, document, entities
from onelog.markdown.body import Note
from onelog.markdown.document import STATUS_OF_MARK, Draft, Item
from onelog.store import records
from onelog.store.queries import origins
from onelog.store.queries.origins import ImportedSource

_GROUP = 16
"""So many letters of an origin say of which source it is, the others which task there."""


def take_aside(taking: Import, page: IncomingDocument) -> None:
    known = taking.names(page)
    draft = document.read(taking.with_goals(page, page.text), taking.now, known)
    draft = draft if page.ids else without_ids(draft)
    items = [line for line in draft.lines if isinstance(line, Item)]
    if len(items) != 1 or any(isinstance(line, Note) and line.text.strip() for line in draft.lines):
        raise Refused("document.aside_is_one_line")
    taking.dated(draft, page)
    if draft.extra:
        line = safe(draft.extra.split("\n")[0])[:40]
        raise Wrong("document.unknown_line_of_aside", line=line)
    own = taking.own(items[0].id, page)
    kind = table_of(items[0].kind)
    old = taking.known(own, kind)
    if old:
        taking.take_over(old, page)
        return
    if page.promise and _ticks(taking, page, items[0]):
        return
    held = None if own else _held(taking, page, items[0])
    if held and page.origin:
        _take_again(taking, page, page.origin, held, items[0], known)
        return
    uid = _new_uid(taking, page, kind, own, draft.fields.at or taking.now)
    if taking.change.stands(uid):
        taking.say(page, "same")
        return
    record = _placed(taking, page, draft, items[0], known, uid, own)
    taking.put(record)
    taking.met_first(known.made)
    taking.listed(page, draft.troubles, record.id)
    if page.origin and not own:
        origins.remember(taking.change, page.origin.key, _source(record, page.origin))
    taking.say(page, "taken", record.id)


def _placed(
    taking: Import, page: IncomingDocument, draft: Draft, item: Item, known: Names, uid: str, own: str
) -> Record:
    """The new record of a line; with whom it is, the document says, or an option for a task."""
    at = draft.fields.at or taking.now
    said = draft.fields.person or (taking.who or "" if page.origin else "")
    person = taking.met(said, own or said in page.names) if said else None
    placing = Placing(
        change=taking.change,
        names=known,
        now=at,
        person=person.ref if person else None,
        meeting=None,
        relation=relation_on(person, at.date()),
    )
    return placing.record(replace(item, id=""), uid=uid, wanted=own)


def _new_uid(taking: Import, page: IncomingDocument, kind: str, own: str, at: datetime) -> str:
    """The uid of a new record: of a task the one that it always gets, or any where its words are those of an older one."""
    if own or not page.origin:
        return taking.uid(kind, own, page)
    uid = content_id.uid_of_source(page.origin.key, at)
    return "" if taking.change.stands(uid) else uid


def _source(record: Record, origin: Origin) -> ImportedSource:
    return ImportedSource(record.uid, origin.hash, "" if origin.is_edited else entities.write(record))


# --- a task that came from here, and is ticked there


def _ticks(taking: Import, page: IncomingDocument, item: Item) -> bool:
    """Takes over of a task that came from here whether it is done; False where it did not come from here."""
    old = taking.known(page.promise, "action") or records.by_uid(taking.store, "action", page.promise)
    if not isinstance(old, Action):
        if not re.fullmatch(body.ID, page.promise) and not taking.change.named_before(page.promise):
            return False
        taking.say(page, "kept", page.promise, notice("import_.promise_gone"))
        return True
    status, before = STATUS_OF_MARK[item.mark], len(taking.change.lines)
    if status != old.status:
        closed = item.days.get(status) or taking.now.date()
        opened = old.opened or closed
        ended = replace(old, status=status, closed=None if status == "open" else max(closed, opened))
        taking.change.put(replace(ended, outcome=None) if status == "open" else ended)
    taking.count(page, before, old.id)
    return True


# --- a task of another program that comes again


def _held(taking: Import, page: IncomingDocument, item: Item) -> ImportedSource | None:
    """What was taken in as this task before: the same one, or that of the source which is gone there and nearly says the same."""
    if not page.origin:
        return None
    held = origins.by_key(taking.store, page.origin.key)
    if held or page.promise:
        return held if held and taking.change.stands(held.uid) else None
    gone = [
        one
        for key, one in origins.beginning_with(taking.store, page.origin.key[:_GROUP])
        if key not in taking.keys and taking.change.stands(one.uid) and one.uid not in taking.met_here
    ]
    said = [(one, _words(one.base)) for one in gone]
    return next((one for one, words in said if is_alike(words, item.text)), None)


def _words(base: str) -> str:
    """The words of the task that a document has, without its keys."""
    line = base.rstrip("\n").rpartition("\n")[2]
    return re.sub(r"^- \[.\] |(?: (?:@\S+|\w+:\S+))* \^\w+$", "", line)


def _take_again(
    taking: Import, page: IncomingDocument, origin: Origin, held: ImportedSource, item: Item, names: Names
) -> None:
    """A task that was taken in before: what was edited in it since is taken over, field by field."""
    taking.met_here.add(held.uid)
    kind = table_of(item.kind)
    mine = records.by_uid(taking.store, kind, held.uid)
    assert mine  # noqa: S101 - it stands
    if held.hash == origin.hash:
        taking.say(page, "same", mine.id)
        return
    person = getattr(mine, "person", None)
    placing = Placing(change=taking.change, names=names, now=taking.now, person=person, meeting=None)
    theirs = placing.made(replace(item, id=""), None, mine.uid, mine.id)
    lines = document.read(held.base, taking.now, names).lines if held.base else ()
    was = next((line for line in lines if isinstance(line, Item)), None)
    base = placing.made(replace(was, id=""), None, mine.uid, mine.id) if was else None
    if base is None:
        taking.say(page, "kept", mine.id, notice("import_.before_is_lost"))
        return
    merged, both = _merged(base, mine, theirs)
    before = len(taking.change.lines)
    taking.put_again(merged)
    origins.remember(taking.change, origin.key, _source(theirs if mine != base else merged, origin))
    if both:
        taking.say(page, "kept", mine.id, notice("import_.both_edited"))
    else:
        taking.count(page, before, mine.id)


def _merged(base: Record, mine: Record, theirs: Record) -> tuple[Record, bool]:
    """Mine with what was changed on the other side alone, and whether something was changed on both."""
    changed: dict[str, object] = {}
    both = False
    for name in (field.name for field in fields(base)):
        was, here, there = (getattr(one, name) for one in (base, mine, theirs))
        if there not in (was, here):
            both |= here != was
            changed |= {} if here != was else {name: there}
    return replace(mine, **changed), both  # type: ignore[arg-type]  # each field has its own type
