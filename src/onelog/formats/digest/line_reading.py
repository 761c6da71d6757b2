"""A line of a digest as the record that it is."""

from dataclasses import replace
from datetime import datetime, time
from typing import NamedTuple

from onelog.core.model import FEEDBACK, Action, Checkin, Meeting, Moment, Ref, Topic
from onelog.core.phrases import spellings
from onelog.core.regexes import pattern
from onelog.formats.digest import marks, tails
from onelog.formats.digest.lines import InMeeting, LinePlace
from onelog.formats.digest.marks import read_plain_words
from onelog.formats.digest.measured import read_measured
from onelog.formats.digest.own_lines import LINE, find_kind, read_checked_title
from onelog.formats.digest.tails import Tail
from onelog.markdown import document, grammar, key_values
from onelog.markdown.document import STATUS_OF_MARK

_TEXT, _REASON, _OUTCOME = "\ue000", "\ue001", "\ue002"
"""Stand for the words of a record until its line is written."""


class Read(NamedTuple):
    """A line that was read."""

    lead: str
    """The list mark before it."""
    record: InMeeting
    """The record without its words; names are uid and label of references, the title of a goal the label of one."""
    text: str = ""
    reason: str = ""
    outcome: str = ""
    person: str = ""
    """With whom, where the line says it."""
    clock: str = ""
    """The time of day that the line says."""

    says_more: bool = False
    """There is something in the line that a document says otherwise."""

    def line(self, meeting: Meeting | None, *, first: bool) -> str:
        """The line as a document has it."""
        record = self.record
        if isinstance(record, Moment):
            record = replace(record, person=meeting.person if meeting else record.person)
        written = document.line_of(record, meeting, "en", self.lead, first)
        if isinstance(record, Moment) and record.kind in FEEDBACK and not (record.giver or record.receiver):
            written = written.replace(" from:me", " from:me to:me", 1)
        text = self.text if record.id else key_values.with_end(self.text)
        for place, said in ((_OUTCOME, self.outcome), (_REASON, self.reason), (_TEXT, text)):
            written = written.replace(place, said, 1) if said else written
        return written


def read_line(line: str, place: LinePlace) -> Read | None:
    """The record of a line that only a digest has; None for any other line."""
    bare, id_ = grammar.split_id(line)
    found = pattern(LINE).match(bare)
    if not found or not found["lead"].strip():
        return None
    lead, label, rest = found["lead"], found["label"] or "", found["rest"]
    if found["mark"]:
        return _read_action(lead, found["mark"].lower(), label, rest, id_, place)
    if not label:
        return None
    if title := read_checked_title(label):
        return _read_checkin(lead, title, rest, id_, place)
    return _read_said(lead, label, rest, id_, place)


def _read_action(lead: str, mark: str, label: str, rest: str, id_: str, place: LinePlace) -> Read | None:
    owner = _owner(label, place)
    if owner is None:
        rest, label, owner = f"**{label}:** {rest}", "", _ME
    text, tail, outcome = tails.split_end(rest, place.base, place.today)
    status = STATUS_OF_MARK[mark]
    if not text.strip() or (tail.state and tail.state != status) or tail.is_topics:
        return None
    action = Action(
        uid="",
        id=id_,
        text=_TEXT,
        owner=None if owner == _ME else owner,
        person=None,
        meeting=None,
        goal=Ref(tail.goal, tail.goal) if tail.goal else None,
        due=tail.due,
        status=status,
        opened=tail.opened or place.day,
        closed=tail.ended,
        why=_REASON if tail.reason else None,
        tags=(),
        outcome=_OUTCOME if outcome else None,
    )
    said, why, end = (marks.read_words(part) for part in (text.strip(), tail.reason, outcome))
    return Read(
        lead=lead,
        record=action,
        text=said,
        reason=why,
        outcome=end,
        person=tail.person,
        says_more=bool(label) or tail != Tail(),
    )


_ME = Ref("", "")


def _owner(label: str, place: LinePlace) -> Ref | None:
    """Who owns an action by its label; None that the label is no owner."""
    name = read_plain_words(label)
    if not label or name in spellings("digest.me"):
        return _ME
    them = place.person.casefold()
    if them and name.casefold() in (them, *them.split()):
        return Ref(place.person, place.person)
    return Ref(name, name) if place.is_ours else None


def _read_said(lead: str, label: str, rest: str, id_: str, place: LinePlace) -> Read | None:
    found = find_kind(label)
    text, tail, outcome = tails.split_end(rest, place.base, place.today)
    if not found or not text.strip():
        return None
    kind, giver, _ = found
    if kind in FEEDBACK and giver is None:
        return None
    if kind != "topic" and tail.is_topics:
        return None
    ended = _OUTCOME if outcome else None
    record = _topic(id_, tail, place, ended) if kind == "topic" else _moment(id_, found, tail, ended)
    said, why, end = (marks.read_words(part) for part in (text.strip(), tail.reason, outcome))
    return Read(
        lead=lead,
        record=record,
        text=said,
        reason=why,
        outcome=end,
        person=tail.person,
        clock=tail.clock,
        says_more=True,
    )


def _topic(id_: str, tail: Tail, place: LinePlace, outcome: str | None) -> Topic:
    status = tail.state if tail.state in ("raised", "dropped") else "parked"
    return Topic(
        uid="",
        id=id_,
        text=_TEXT,
        added=tail.added or place.day,
        status=status,
        closed=tail.ended if status != "parked" else None,
        why=_REASON if tail.reason else None,
        outcome=outcome,
        rule=tail.rule or None,
        next=tail.next,
        becomes=tail.becomes or None,
    )


def _moment(id_: str, found: tuple[str, str | None, str | None], tail: Tail, outcome: str | None) -> Moment:
    kind, giver, receiver = found
    by, to = (Ref(name, name) if name else None for name in (giver, receiver))
    return Moment(
        uid="",
        id=id_,
        kind=kind,
        text=_TEXT,
        because=_REASON if tail.reason else None,
        giver=by,
        receiver=to,
        at=datetime.combine(tail.noted, time()) if tail.noted else None,
        resolved=tail.ended if tail.state == "resolved" else None,
        outcome=outcome,
    )


def _read_checkin(lead: str, title: str, rest: str, id_: str, place: LinePlace) -> Read:
    value, text = read_measured(rest)
    at = datetime.combine(place.base, time())
    return Read(lead, Checkin(uid="", id=id_, goal=Ref(title, title), at=at, value=value, text=text), says_more=True)
