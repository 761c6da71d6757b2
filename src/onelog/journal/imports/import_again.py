"""A source that was imported before and comes again: what was edited there changes the record, and nothing else does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher

from onelog.core.errors import notice
from onelog.core.kinds import Record, kind_of
from onelog.core.model import Action, Checkin, Meeting, Moment, Topic
from onelog.core.results.common import Origin
from onelog.journal import edit
from onelog.journal.record_builder import Placing, relation_on, table_of
from onelog.journal.references import Names
from onelog.markdown import body, document
from onelog.markdown.body import Note, Slot
from onelog.markdown.document import Draft, Item
from onelog.markdown.merge3 import together
from onelog.store import meetings, people
from onelog.store.database import Store
from onelog.store.queries import origins
from onelog.store.queries.origins import ImportedSource
from onelog.store.transaction import Writing

_ALIKE = 0.6
"""How alike the words of two lines of one kind are, where one is the other, edited."""
_NEW = "xxxx{}"
_NEW_ID = re.compile(r" \^xxxx[2-9]{4}$", re.MULTILINE)


def remember(store: Store, change: Writing, origin: Origin, uid: str) -> None:
    """Notes of a meeting that was just taken in what its source said, and what became of that."""
    if taken := meetings.by_uid(store, uid):
        base = "" if origin.is_edited else document.write(taken)
        origins.remember(change, origin.key, ImportedSource(uid, origin.hash, base))


def update(
    change: Writing, old: Meeting, origin: Origin, held: ImportedSource, draft: Draft, names: Names, now: datetime
) -> str | None:
    """Takes over what was edited in the source of a meeting; returns what is said of it, None for a meeting that is as it was.

    "" is an update. Where the same lines were changed here as well, the meeting is kept, and that is said.
    """
    if held.hash == origin.hash and not origin.is_edited:
        return None
    mine = document.write(old)
    if origin.is_edited and _document(change, old, draft, names, now, mine) == mine:
        return None
    if not held.base or origin.is_edited:
        return notice("import_.before_is_lost")
    theirs = _document(change, old, draft, names, now, held.base)
    merged = theirs if mine == held.base else together(held.base, mine, theirs)
    if merged is None:
        return notice("import_.both_edited")
    store, before = names.store, len(change.lines)
    edit.take_over(store, change, old, merged, now, lambda record: True)  # noqa: ARG005 - its line was taken out there
    now_here = meetings.by_uid(store, held.uid)
    base = document.write(now_here) if now_here else ""
    base = base if mine == held.base else _with_ids(theirs, base)
    origins.remember(change, origin.key, ImportedSource(held.uid, origin.hash, base))
    return "" if len(change.lines) > before else None


def fill(change: Writing, old: Meeting, origin: Origin, draft: Draft, names: Names, now: datetime) -> None:
    """Takes the words of a note into a meeting that has none; its time stays."""
    said = replace(draft, fields=replace(draft.fields, at=old.at))
    text = _document(change, old, said, names, now, document.write(old))
    edit.take_over(names.store, change, old, text, now, lambda record: True)  # noqa: ARG005 - there are none
    remember(names.store, change, origin, old.uid)


def _with_ids(text: str, known: str) -> str:
    """The lines of a document with the ids that the same lines have in another one."""
    ids = {re.sub(rf" \^{body.ID}$", "", line): line for line in known.split("\n")}
    return "\n".join(ids.get(line, line) for line in text.split("\n"))


def _document(change: Writing, old: Meeting, draft: Draft, names: Names, now: datetime, base: str) -> str:
    """What the source says now as the document of the meeting, with the ids of the lines that were there before."""
    was = [line for line in document.read(base, now, names).lines if isinstance(line, Item)]
    said = draft.fields
    meeting = replace(
        old,
        at=said.at or old.at,
        **said.filled(old),
        tags=draft.tags,
        extra=draft.extra,
    )
    known: dict[str, Record] = {record.id: record for record in old.inside}
    person = people.by_uid(names.store, old.person.uid)
    relation = relation_on(person, (old.at or now).date())
    placing = Placing(
        change=change, names=names, now=now, person=old.person, meeting=meeting, relation=relation, known=known
    )
    ids = _matched(was, [line for line in draft.lines if isinstance(line, Item)])
    made: list[Action | Moment | Topic | Checkin] = []
    lines: list[Note | Slot] = []
    for line in draft.lines:
        if isinstance(line, Note):
            lines.append(line)
            continue
        there = known.get(ids.get(line.line, ""))
        there = there if there and kind_of(there) == table_of(line.kind) else None
        id_ = there.id if there else _NEW.format(_number(len(made)))
        made.append(placing.made(replace(line, id=""), there, there.uid if there else id_, id_))
        lines.append(Slot(line.lead, id_))
    meeting = replace(
        meeting,
        body=body.body_of(lines),
        actions=tuple(one for one in made if isinstance(one, Action)),
        moments=tuple(one for one in made if isinstance(one, Moment)),
        topics=tuple(one for one in made if isinstance(one, Topic)),
        checkins=tuple(one for one in made if isinstance(one, Checkin)),
    )
    return _NEW_ID.sub("", document.write(meeting))


def _number(n: int) -> str:
    """A number as four of the digits that an id may have."""
    return "".join("23456789"[n >> shift & 7] for shift in (9, 6, 3, 0))


def _matched(was: Sequence[Item], now: Sequence[Item]) -> dict[int, str]:
    """The id of the line that each line is, perhaps edited, by its number."""
    found: dict[int, str] = {}
    left = [item for item in was if item.id]
    for same in (_is_same, _has_same_words, _is_alike):
        for item in now:
            if item.line not in found and (one := next((one for one in left if same(one, item)), None)):
                found[item.line] = one.id
                left.remove(one)
    return found


def _is_same(one: Item, other: Item) -> bool:
    return replace(one, id="", line=0, lead="") == replace(other, id="", line=0, lead="")


def _has_same_words(one: Item, other: Item) -> bool:
    return (one.kind, one.text) == (other.kind, other.text)


def _is_alike(one: Item, other: Item) -> bool:
    return one.kind == other.kind and is_alike(one.text, other.text)


def is_alike(one: str, other: str) -> bool:
    """Whether one text may be the other one, edited."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE
