"""Following up between meetings: promises made and kept, moments and topics, each in one line."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from onelog.core.errors import Message, Refused, Unnamed, notice
from onelog.core.kinds import Record, kind_of
from onelog.core.model import FEEDBACK, Action, Checkin, Goal, Moment, Person, Topic
from onelog.core.names import name_matching
from onelog.core.regexes import pattern
from onelog.core.results.common import Changed
from onelog.insight import goal_names, resolve
from onelog.journal import delete, goals
from onelog.journal.private_labels import check_public
from onelog.journal.record_builder import Placing, relation_on
from onelog.journal.references import Names
from onelog.journal.topics import feedback_to_give, standing_topics
from onelog.markdown import body, document
from onelog.markdown.body import Note
from onelog.markdown.document import Draft, Item
from onelog.store import gathered, people, records
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing

_ENDS = ("action", "moment", "topic")


def close(store: Store, ids: Sequence[str], on: date, why: str | None, status: str, now: datetime) -> Changed:
    """Ends actions ("done" or "dropped"), concerns (resolved) and topics (raised or dropped), all or none.

    Raises `NotFound`, `Refused` (ended already, or nothing that can end).
    """
    with writing(store, f"{'done' if status == 'done' else 'drop'} {' '.join(ids)}", now) as change:
        both = _ending(store, ids, on, why, status)
        found, back = [record for record, _ in both], list[Topic]()
        ended = [standing_topics.kept(change, *one, back) for one in both]
        ended = [feedback_to_give.settle(store, change, *both) for both in zip(found, ended, strict=True)]
        for record in ended:
            change.put(record)
    verb = _verb(status, found, ended)
    return Changed(verb, tuple(ended), back=tuple(back))


def check_close(store: Store, ids: Sequence[str], on: date, status: str) -> None:
    """Raises as `close` where one of them cannot end then: that is said before anybody types a reason."""
    _ending(store, ids, on, None, status)


def _ending(store: Store, ids: Sequence[str], on: date, why: str | None, status: str) -> list[tuple[Record, Record]]:
    """Each of them as it is, and as it has ended."""
    found = [resolve.record(store, id_, *_ENDS) for id_ in dict.fromkeys(ids)]
    return [(record, _ended(record, on, why, status)) for record in found]


def _verb(status: str, found: Sequence[Record], ended: Sequence[Record]) -> str:
    """The word for what ended: concerns are settled, feedback is given."""
    if status == "done" and all(isinstance(record, Moment) for record in ended):
        return "resolved" if any(isinstance(record, Moment) for record in found) else "given"
    return status


def _ended(record: Record, on: date, why: str | None, status: str) -> Record:
    if why and not isinstance(record, Moment):
        check_public("reason", " ".join(why.split()))
    if isinstance(record, Action):
        _still(record.id, record.status, "open", record.closed)
        if record.opened and on < record.opened:
            raise Refused("record.ends_before_promise", id=record.id, day=record.opened)
        return replace(record, status=status, closed=on, outcome=_reason(why))
    if isinstance(record, Topic):
        _still(record.id, record.status, "parked", record.closed)
        return replace(record, status="raised" if status == "done" else "dropped", closed=on, outcome=_reason(why))
    if isinstance(record, Moment) and record.kind == "concern":
        _still(record.id, "resolved" if record.resolved else "open", "open", record.resolved)
        if record.at and on < record.at.date():
            raise Refused("record.ends_before_raised", id=record.id, day=record.at.date())
        return replace(record, resolved=on, outcome=_reason(why))
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    raise Refused("record.cannot_end", id=record.id, kind=resolve.a_kind(kind))


def _still(id_: str, status: str, wanted: str, since: date | None) -> None:
    if status != wanted:
        raise Refused("record.ended_already", id=id_, status=Message(f"errors.record.is_{status}"), since=since)


def _reason(said: str | None) -> str | None:
    """The reason it ended, in one line."""
    return " ".join(said.split()) or None if said else None


def reopen(store: Store, ids: Sequence[str], now: datetime) -> Changed:
    """Opens again what has ended. Raises `NotFound`, `Refused` (open already)."""
    with writing(store, f"reopen {' '.join(ids)}", now) as change:
        opened: list[Record] = []
        for id_ in dict.fromkeys(ids):
            back = delete.brought_back(store, change, id_)
            opened.append(back or _opened(resolve.record(store, id_, "action", "moment", "topic", "goal")))
            change.put(opened[-1])
    return Changed("reopened", tuple(opened))


def _opened(record: Record) -> Record:
    if isinstance(record, Action) and record.status != "open":
        return replace(record, status="open", closed=None, outcome=None)
    if isinstance(record, Topic) and record.status != "parked":
        return replace(record, status="parked", closed=None, outcome=None)
    if isinstance(record, Goal) and record.status != "open":
        return replace(record, status="open", closed=None)
    if isinstance(record, Moment) and record.resolved:
        return replace(record, resolved=None, outcome=None)
    raise Refused("record.open_already", id=record.id)


def add(store: Store, kind: str, text: str, now: datetime, who: str | None = None, *, new: bool = False) -> Changed:
    """One action, moment or topic outside any meeting, from one line in the grammar of that kind.

    Raises `Refused` when there are no words, or several lines; `NotFound`, `Ambiguous` for the person.
    """
    return add_each(store, [(kind, text)], now, who, new=new)


def add_each(
    store: Store,
    pieces: Sequence[tuple[str, str]],
    now: datetime,
    who: str | None = None,
    *,
    new: bool = False,
    rule: str | None = None,
) -> Changed:
    """As `add`, of several kinds and their words at once; a topic is parked, and comes back by a `rule`. Raises as `add`."""
    if not who and "fact" in [kind for kind, _ in pieces]:
        raise Unnamed("person.fact_about_whom")
    first = pieces[0][0]
    with writing(store, {"action": "actions add"}.get(first, first), now) as change:
        known = Names(store, alone=not who)
        person, is_new = resolve.met_person(store, change, who, now, insist=new) if who else (None, False)
        told: list[tuple[int, str]] = []
        added = [_added(change, known, kind, text, person, now, told, rule) for kind, text in pieces]
    made = tuple(p.name for p in ([person] if person and is_new else []) + known.made)
    return Changed("added", tuple(_again(store, record) for record in added), tuple(told), made)


def _added(
    change: Writing,
    known: Names,
    kind: str,
    text: str,
    person: Person | None,
    now: datetime,
    told: list[tuple[int, str]],
    rule: str | None = None,
) -> Record:
    """The record of one line, written; what is to be said of it goes to `told`."""
    text, heard = _heard_from(known, kind, text)
    draft = _one_line(kind, text, now, known)
    item = draft.lines[0]
    assert isinstance(item, Item)  # noqa: S101 - _one_line sees to it
    coming = gathered.coming_with(known.store, change, person, now) if kind == "topic" and person else None
    relation = relation_on(person, now.date())
    placing = Placing(
        change=change, names=known, now=now, person=person.ref if person else None, meeting=coming, relation=relation
    )
    record = placing.record(item)
    record = replace(record, rule=rule) if rule and isinstance(record, Topic) else record
    change.put(record)
    if coming:
        change.put(replace(coming, body=body.with_slot(coming.body, record.id)))
    told += (*heard, *draft.troubles, *placing.troubles)
    return record


_FROM = r"(?i)\s*(from|to)[ \u3000]+([^:：]{1,60}?)\s*[:：]\s*(?=\S)"


def _heard_from(known: Names, kind: str, text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Feedback that begins `from mia: …` with its key as `from:` has it, and what was done; else the text as it is."""
    found = pattern(_FROM).match(text) if kind in FEEDBACK else None
    if not found:
        return text, ()
    key, word = found[1].lower(), found[2]
    people_ = people.everybody(known.store)
    fitting = name_matching.opening(people_, word) if len(word.split()) < 4 else []
    if len(fitting) != 1:
        return text, ((1, notice("notice.stays_among_words", key=key, name=word)),)
    return f'{key}:"{fitting[0].name}" {text[found.end() :]}', (
        (1, notice("notice.read_as", key=key, name=word, whole=fitting[0].name)),
    )


def whose(store: Store, kind: str, text: str) -> list[Person]:
    """Those with whose name the words of a moment begin, or who are `@name` in it, where they name nobody in another way."""
    line = text.strip()
    if not line or "\n" in line or (kind in FEEDBACK and pattern(_FROM).match(text)):
        return []
    draft = document.read_item(kind, line, datetime.now().astimezone())
    item = draft.lines[0] if draft.lines else None
    if not isinstance(item, Item) or "from" in item.words or "to" in item.words:
        return []
    everybody = people.everybody(store)
    return name_matching.opening(everybody, item.text) or mentioned(everybody, item.text)


def mentioned(everybody: Sequence[Person], text: str) -> list[Person]:
    """The one person who is `@name` in a text."""
    found = re.findall(r"(?<!\S)[@＠](\"[^\"]+\"|[^\W\d_][\w'’.‐-]*)", text)
    fitting = [name_matching.fitting(everybody, name.strip('".')) for name in found]
    people_ = {one[0].uid: one[0] for one in fitting if len(one) == 1}
    return [*people_.values()] if len(people_) == 1 else []


def _one_line(kind: str, text: str, now: datetime, known: Names) -> Draft:
    word = {"checkin": "goal"}.get(kind, kind)
    line = text.strip()
    if not line:
        raise Refused("record.no_words", kind=_this(word), word=word)
    if "\n" in line:
        raise Refused("record.several_lines", kind=_this(word), lines=line.count("\n") + 1)
    check_public(kind, line)
    draft = document.read_item(kind, line, now, known)
    if len(draft.lines) != 1 or isinstance(draft.lines[0], Note):
        raise Refused("record.only_keys", kind=_this(word), why=_first(draft))
    return draft


def _first(draft: Draft) -> object:
    return draft.troubles[0][1] if draft.troubles else Message("errors.record.nothing_left")


def _this(kind: str) -> Message:
    """`action`, 宿題: a kind of record or moment after "this"."""
    return Message(f"errors.record.this_{kind}")


def _again(store: Store, record: Record) -> Record:
    return records.by_uid(store, kind_of(record), record.uid) or record


def park(store: Store, who: str, text: str, now: datetime, *, new: bool = False, rule: str | None = None) -> Changed:
    """Parks a topic for the next meeting with somebody: it gets its line in that meeting's document.

    By a `rule` it comes back, once it was raised.
    """
    with writing(store, f"topic {' '.join(who.split())[:40]}", now) as change:
        known = Names(store)
        person, is_new = resolve.met_person(store, change, who, now, insist=new)
        told: list[tuple[int, str]] = []
        record = _added(change, known, "topic", text, person, now, told, rule)
    made = tuple(p.name for p in ([person] if is_new else []) + known.made)
    return Changed("parked", (_again(store, record),), tuple(told), made)


def check_in(store: Store, word: str, value: float | None, text: str, now: datetime, unit: str = "") -> Changed:
    """A look at a goal outside any meeting. Raises `NotFound`, `Ambiguous`, `Refused` (neither value nor words)."""
    if value is None and not text.strip():
        raise Refused("goal.empty_checkin")
    check_public("checkin", text)
    with writing(store, f"goals checkin {word}", now) as change:
        goal = goal_names.goal(store, word)
        uid, id_ = change.name("checkin")
        words = goals.measured_words(store, goal, unit, " ".join(text.split()), typed=value is not None)
        record = Checkin(uid=uid, id=id_, goal=goal, at=now, value=value, text=words)
        change.put(record)
    found = records.by_uid(store, "goal", goal.uid)
    return Changed("added", (record,), goal=found if isinstance(found, Goal) else None)
