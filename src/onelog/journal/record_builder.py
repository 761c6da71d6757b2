"""From the lines of a text to records: new ones get their identity, known ones are changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from onelog.core.calendar import recurrence
from onelog.core.errors import Message, notice
from onelog.core.kinds import Record, kind_of
from onelog.core.model import FEEDBACK, Action, Checkin, Meeting, Moment, Person, Ref, Topic
from onelog.core.names import name_forms, name_words
from onelog.core.regexes import pattern
from onelog.core.sanitize import quoted_name, storable
from onelog.insight import goal_names
from onelog.journal import goals
from onelog.journal.references import Names
from onelog.markdown import document, grammar
from onelog.markdown.body import Note, Slot
from onelog.markdown.document import STATUS_OF_MARK, Draft, Item
from onelog.store.transaction import Writing

_ESCAPED = r"\\([!-/:-@\[-`{-~])"
"""A sign that Markdown lets one escape."""

_BEGUN = r"(?:^|\s+)(?:opened|added):\d{4}-\d\d-\d\d(?!\S)"
"""The day on which an action or a topic began, as its document has it."""


@dataclass(slots=True)
class Placing:
    """Turns the items of one draft into records of one meeting (or of none)."""

    change: Writing
    names: Names
    now: datetime
    person: Ref | None = None
    meeting: Meeting | None = None
    relation: str | None = None
    """What the person was on the day, which decides the direction of feedback that does not say."""
    known: Mapping[str, Record] = field(default_factory=dict)
    """The records that may be changed here, by id."""
    adopt: bool = False
    """Ids that were never given are taken as they stand."""
    records: list[Record] = field(default_factory=list)
    troubles: list[tuple[int, str]] = field(default_factory=list)
    turned: list[str] = field(default_factory=list)
    """The ids of records whose lines are of another kind now: each becomes a record of that, and is one no more."""
    _placed: set[str] = field(default_factory=set)
    """The ids of `records`."""
    _stay: set[str] = field(default_factory=set)
    """The ids of records that have a line of their own kind."""

    @property
    def at(self) -> datetime:
        return (self.meeting.at if self.meeting else None) or self.now

    def lines(self, draft: Draft) -> list[Note | Slot]:
        """Makes or changes the record of every item; the kept lines of the text, in order."""
        out: list[Note | Slot] = []
        items = (line for line in draft.lines if isinstance(line, Item) and line.id in self.known)
        self._stay |= {item.id for item in items if kind_of(self.known[item.id]) == table_of(item.kind)}
        for line in draft.lines:
            if isinstance(line, Note):
                out.append(line)
                continue
            made = self.record(line)
            self.records.append(made)
            self._placed.add(made.id)
            out.append(Slot(line.lead, made.id))
        return out

    def record(self, item: Item, uid: str = "", wanted: str = "") -> Record:
        """The record of an item: the known one with this id, changed, or a new one (with `uid` and the id `wanted`)."""
        old = self.known.get(item.id)
        if old and kind_of(old) == table_of(item.kind) and old.id not in self._placed:
            return self.made(item, old, old.uid, old.id)
        turns = old is not None and self._turns(old)
        text = item.text
        if turns and old:
            self.turned.append(old.id)
            text = pattern(_BEGUN).sub("", text)
        elif item.id and not self.adopt:
            text = f"{text} ^{item.id}"
        elif back := self._taken_out(item):
            uid = back
        elif item.id and self.change.given(item.id):
            self.troubles.append((item.line, notice("notice.another_id", id=item.id)))
        uid, id_ = self.change.name(table_of(item.kind), wanted or (item.id if self.adopt else ""), uid)
        if turns and old:
            now = Message(f"errors.record.this_{item.kind}")
            self.troubles.append(
                (item.line, notice("notice.another_kind", id=old.id, was=_named(old), kind=now, new=id_))
            )
        return self.made(replace(item, text=text), None, uid, id_)

    def _turns(self, old: Record) -> bool:
        """Whether a known record becomes one of another kind: no line has it as what it was."""
        return not isinstance(old, Meeting) and old.id not in {*self._placed, *self.turned, *self._stay}

    def _taken_out(self, item: Item) -> str:
        """The uid of the record that a line brings back: it was deleted, or its making was undone."""
        again = item.id and item.id not in self._placed
        return self.change.absent(table_of(item.kind), item.id) if again else ""

    def made(self, item: Item, old: Record | None, uid: str, id_: str) -> Action | Moment | Topic | Checkin:
        """What an item says as a record with this uid and id; what it does not say is as in `old`."""
        item = replace(item, text=faithful(item.text, getattr(old, "text", "")))
        if item.kind == "action":
            return self._action(item, old if isinstance(old, Action) else None, uid, id_)
        if item.kind == "topic":
            return self._topic(item, old if isinstance(old, Topic) else None, uid, id_)
        if item.kind == "checkin":
            return self._checkin(item, old if isinstance(old, Checkin) else None, uid, id_)
        return self._moment(item, old if isinstance(old, Moment) else None, uid, id_)

    def _meeting(self, old: Action | Moment | Topic | Checkin | None) -> Ref | None:
        return self.meeting.ref if self.meeting else old.meeting if old else None

    def _ref(self, word: str) -> Ref | None:
        return self.names.ref(word, self.person, self.change, self.now)

    def _action(self, item: Item, old: Action | None, uid: str, id_: str) -> Action:
        status = STATUS_OF_MARK[item.mark]
        goal = goal_names.goal(self.names.store, item.words["goal"]) if "goal" in item.words else None
        closed = item.days.get("done") or item.days.get("dropped")
        if status != "open" and not closed:
            closed = old.closed if old and old.status == status else (self.now if old else self.at).date()
        text, outcome = _ended(item, old, is_over=status != "open")
        if item.unowned and not old:
            self._say_unowned(item, id_)
        return Action(
            uid=uid,
            id=id_,
            text=text,
            owner=self._ref(item.words.get("owner", "me")),
            person=self.person,
            meeting=self._meeting(old),
            goal=goal,
            due=item.days.get("due"),
            status=status,
            opened=item.days.get("opened", self.at.date()),
            closed=None if status == "open" else closed,
            why=_reason(item.words.get("why"), old.why if old else None),
            tags=item.tags,
            outcome=outcome,
        )

    def _say_unowned(self, item: Item, id_: str) -> None:
        """Says that the name before the colon of a promise stays among its words, and how it becomes its owner."""
        name, *fitting = item.unowned
        key = "notice.owner_could_be" if fitting else "notice.owner_unknown"
        owner = grammar.owner(fitting[0] if fitting else name_forms.without_honorific(name[:-1]))
        names = tuple(Message("words.me") if one == "me" else one for one in fitting[:4])
        self.troubles.append((item.line, notice(key, name=name[:40], id=id_, owner=owner, names=names)))

    def _topic(self, item: Item, old: Topic | None, uid: str, id_: str) -> Topic:
        status = next((s for s in ("raised", "dropped") if s in item.days), "parked")
        text, outcome = _ended(item, old, is_over=status != "parked" or item.mark != " ")
        return Topic(
            uid=uid,
            id=id_,
            text=text,
            person=self.person,
            meeting=self._meeting(old),
            added=item.days.get("added", self.at.date()),
            status=status,
            closed=item.days.get(status),
            why=_reason(item.words.get("why"), old.why if old else None),
            tags=item.tags,
            outcome=outcome,
            rule=recurrence.rule(item.words["every"]) if "every" in item.words else None,
            next=item.days.get("next"),
            becomes=document.feedback_kind(item.words.get("as", "")) or None,
        )

    def _checkin(self, item: Item, old: Checkin | None, uid: str, id_: str) -> Checkin:
        goal = goal_names.goal(self.names.store, item.goal)
        text = goals.measured_words(self.names.store, goal, item.unit, item.text, typed=old is None and not self.adopt)
        return Checkin(
            uid=uid, id=id_, goal=goal, at=self._at(old), value=item.value, text=text, meeting=self._meeting(old)
        )

    def _moment(self, item: Item, old: Moment | None, uid: str, id_: str) -> Moment:
        giver, receiver = self._direction(item, old) if item.kind in FEEDBACK else (None, None)
        because = _reason(item.words.get("because"), old.because if old else None)
        text, outcome = _ended(item, old, is_over="resolved" in item.days or item.mark != " ")
        return Moment(
            uid=uid,
            id=id_,
            kind=item.kind,
            text=text,
            because=because,
            giver=giver,
            receiver=receiver,
            person=self.person,
            meeting=self._meeting(old),
            at=self._at(old),
            resolved=item.days.get("resolved"),
            tags=item.tags,
            outcome=outcome,
        )

    def _at(self, old: Moment | Checkin | None) -> datetime:
        """A record of an older note keeps its own time; one of the meeting moves with the meeting."""
        before = self.known.get(self.meeting.id) if self.meeting else None
        moved = isinstance(before, Meeting) and old and old.at == before.at
        return self.at if not old or not old.at or moved else old.at

    def _direction(self, item: Item, old: Moment | None) -> tuple[Ref | None, Ref | None]:
        """Who gave feedback to whom: as said, as it was, else by relation (to a report: given; else received)."""
        giver, receiver = item.words.get("from", ""), item.words.get("to", "")
        if not giver and not receiver:
            if old:
                return old.giver, old.receiver
            giver = "me" if self.relation == "report" else "them"
            if self.relation is None and self.person:
                self._say_whose(item, self.person.label)
        if not receiver:
            receiver = "them" if name_words.is_me(giver) else "me"
        if not giver:
            giver = "them" if name_words.is_me(receiver) else "me"
        return self._ref(giver), self._ref(receiver)

    def _say_whose(self, item: Item, name: str) -> None:
        """Says once that feedback was taken as received, because nothing is known of the relation."""
        kind = Message(f"errors.record.this_{item.kind}")
        told = notice("notice.taken_as_from", kind=kind, name=name, quoted=quoted_name(name))
        if all(what != told for _, what in self.troubles):
            self.troubles.append((item.line, told))


def _named(record: Record) -> Message:
    return Message(f"errors.record.a_{record.kind if isinstance(record, Moment) else kind_of(record)}")


def table_of(kind: str) -> str:
    """The kind of record that a kind of line is."""
    return kind if kind in ("action", "topic", "checkin") else "moment"


def faithful(new: str, old: str) -> str:
    """The old text itself, where the new one is only how a document shows it, or a formatter writes it.

    That is with control characters made visible, and with backslashes before signs that need none.
    """
    return old if new != old and storable(old) in (new, pattern(_ESCAPED).sub(r"\1", new)) else new


def _ended(item: Item, old: Action | Topic | Moment | None, *, is_over: bool) -> tuple[str, str | None]:
    """The words of a line and what came of it. Nothing can have come yet of what is open: there it is among the words.

    What was opened again has left it behind.
    """
    said, was = item.words.get("outcome"), old.outcome if old else None
    if is_over or not said:
        return item.text, _reason(said, was)
    return (item.text if said == was else f"{item.text} outcome: {said}"), None


def _reason(new: str | None, old: str | None) -> str | None:
    return faithful(new, old) if new and old else new


def relation_on(person: Person | None, day: date) -> str | None:
    """What somebody's relation was on a day; None for nobody."""
    if person is None:
        return None
    held = [relation for since, relation in person.relations if since <= day]
    return held[-1] if held else person.relations[0][1] if person.relations else person.relation
