"""A record as a line of a digest, in words, and such a line as the record."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple

from onelog import document, grammar, labels
from onelog.body import LEAD
from onelog.document import STATUS_OF_MARK
from onelog.document.draft import MARKS
from onelog.formats.digest import words
from onelog.formats.digest.words import LANGUAGES, Tail, by_name, plain_words, read_plain_words, say, spellings
from onelog.model import FEEDBACK, MOMENT_KINDS, Action, Checkin, Meeting, Moment, Ref, Topic, kind_of
from onelog.numbers import number_text

InMeeting = Action | Moment | Topic | Checkin


class Place(NamedTuple):
    """Where a line stands, which decides what need not be said in it."""

    language: str = "en"
    person: str = ""
    """Whom the meeting is with; "" outside any meeting."""
    day: date | None = None
    """The day of the meeting; None outside any meeting, where each line says its own."""
    today: date = date.max
    offset: timedelta | None = None
    titles: Mapping[str, str] = {}
    """Goals by what they are referred to by (a uid to write, a title to read): how they are called in the other form."""
    ids: bool = False
    is_ours: bool = True
    """The document is one that onelog wrote: what only that writes is in it."""

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    @property
    def base(self) -> date:
        """The day from which days without a year are counted."""
        return self.day or date(1970, 1, 1)


# --- writing


def write_line(record: InMeeting, place: Place, lead: str = "- ", *, first: bool = False) -> str:
    """The line of a record: list mark, box or label, words, what became of it, and its id where ids are wanted.

    `first`: it stands in the first paragraph of its note.
    """
    if isinstance(record, Checkin):
        line = lead + _checkin(record, place)
    else:
        tags = record.tags
        among = grammar.Place(record.kind if isinstance(record, Moment) else kind_of(record), first)
        head = _head(record, place)
        tail = _tail(record, place)
        text = words.write_words(record.text, among, tags)
        reason = getattr(record, "because", None) or getattr(record, "why", None)
        if reason:
            said = words.without_tail(words.write_words(reason, among, tags), place.base, place.today)
            tail.append(place.say("because" if isinstance(record, Moment) else "why", text=said))
        if not tail:
            text = words.without_tail(text, place.base, place.today)
        if " — " in text or reason:
            text, tail = by_name(text, "→"), [by_name(part, "→") for part in tail]
        line = f"{lead}{head} {text}" + (f" — {place.say('comma').join(tail)}" if tail else "")
        if record.outcome:
            said = words.without_tail(words.write_words(record.outcome, among, tags), place.base, place.today)
            line = f"{line} → {by_name(said, '→')}"
    return words.with_id(line, record.id if place.ids else "")


def _head(record: Action | Moment | Topic, place: Place) -> str:
    if isinstance(record, Action):
        box = f"[{MARKS[record.status]}]"
        owner = record.owner.label if record.owner else ""
        mine = place.say("me") if record.text.lstrip("\\").startswith("**") else ""
        return f"{box} **{plain_words(owner) or mine}:**" if owner or mine else box
    if isinstance(record, Topic):
        return f"**{place.say('topic')}:**"
    return f"**{_direction(record, place)}:**"


def _direction(moment: Moment, place: Place) -> str:
    kind = place.say(moment.kind)
    if moment.kind not in FEEDBACK:
        return kind
    giver, receiver = (
        plain_words(ref.label) if ref else place.say("me").lower() for ref in (moment.giver, moment.receiver)
    )
    how = (
        "of_others"
        if (moment.giver is None) == (moment.receiver is None)
        else "from_me"
        if moment.receiver
        else "to_me"
    )
    return place.say(how, kind=kind, giver=giver, receiver=receiver)


def _tail(record: Action | Moment | Topic, place: Place) -> list[str]:
    """What is said behind the words, but for the reason."""
    said: list[str] = []
    first = None
    begun, state, ended = _stands(record)
    if begun and begun[1] != place.day:
        key, first = begun
        clock = words.write_clock(record.at, place.offset) if isinstance(record, Moment) and record.at else ""
        said.append(place.say(key, day=f"{_past(first, place, place.day)}{f' {clock}' if clock else ''}"))
    base = first or place.base
    if isinstance(record, Action) and record.due:
        said.append(place.say("due", day=words.write_day(record.due, place.language, base)))
    if state:
        said.append(place.say(state, day=_past(ended, place, base)) if ended else place.say(f"{state}_undated"))
    if isinstance(record, Action) and record.goal:
        title = plain_words(place.titles.get(record.goal.uid, record.goal.label))
        said.append(place.say("goal", text=by_name(title, ("”", "」", "—"))))
    if not place.person and record.person:
        said.append(place.say("with", name=plain_words(record.person.label)))
    return said


def _past(day: date, place: Place, base: date | None) -> str:
    """A day on which something was; one that is still to come is said with its year."""
    return words.write_day(day, place.language, base if day <= place.today else None)


def _stands(record: Action | Moment | Topic) -> tuple[tuple[str, date] | None, str, date | None]:
    """(what it began with and when, how it ended, when)."""
    if isinstance(record, Action):
        state = record.status if record.status != "open" else ""
        return (("opened", record.opened) if record.opened else None), state, record.closed
    if isinstance(record, Topic):
        state = record.status if record.status != "parked" else ""
        return (("added", record.added) if record.added else None), state, record.closed
    noted = ("noted", record.at.date()) if record.at and not record.meeting else None
    return noted, "resolved" if record.resolved else "", record.resolved


def _checkin(record: Checkin, place: Place) -> str:
    title = plain_words(place.titles.get(record.goal.uid, record.goal.label))
    return f"**{place.say('checkin')} · {by_name(title, ('·',))}:** {write_measured(record)}".rstrip()


def write_measured(record: Checkin) -> str:
    """`950,000 — wrote the plan`, `wrote the plan`."""
    value = "" if record.value is None else clear_number(record.value)
    text = words.write_words(record.text, _CHECKIN, ())
    if not value and _MEASURED.match(text):
        return f"— {text}"
    return " — ".join(part for part in (value, text) if part)


def clear_number(value: float) -> str:
    """A number with its thousands set apart."""
    whole, _, rest = number_text(value).partition(".")
    return f"{int(whole):,}{f'.{rest}' if rest else ''}" if whole not in ("-0", "-") else number_text(value)


# --- reading

_NUMBER = r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?"
_MEASURED = re.compile(rf"(?P<value>{_NUMBER})(?: — |$)|— ")
_LINE = re.compile(
    rf"^(?P<lead>{LEAD})(?:\[(?P<mark>[ xX-])\][ \t]+)?(?:\*\*(?P<label>[^*].*?):\*\*[ \t]*)?(?P<rest>.*)$"
)


_CHECKIN = grammar.Place("checkin")
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
        return written.replace(_TEXT, self.text, 1).replace(_REASON, self.reason, 1).replace(_OUTCOME, self.outcome, 1)


def read_line(line: str, place: Place) -> Read | None:
    """The record of a line that only a digest has; None for any other line."""
    bare, id_ = words.cut_id(line)
    found = _LINE.match(bare)
    if not found or not found["lead"].strip():
        return None
    lead, label, rest = found["lead"], found["label"] or "", found["rest"]
    if found["mark"]:
        return _read_action(lead, found["mark"].lower(), label, rest, id_, place)
    if not label:
        return None
    if title := _checked(label):
        return _read_checkin(lead, title, rest, id_, place)
    return _read_said(lead, label, rest, id_, place)


def is_only_ours(line: str) -> bool:
    """Whether a line would be read as one that only a digest writes: a label that says more than a kind."""
    found = _LINE.match(line)
    if not found or not found["lead"].strip() or not found["label"] or found["mark"] or labels.heading(line):
        return False
    return bool(_checked(found["label"]) or _kind_of(found["label"]))


def _read_action(lead: str, mark: str, label: str, rest: str, id_: str, place: Place) -> Read | None:
    owner = _owner(label, place)
    if owner is None:
        rest, label, owner = f"**{label}:** {rest}", "", _ME
    text, tail, outcome = words.split_end(rest, place.base, place.today)
    status = STATUS_OF_MARK[mark]
    if not text.strip() or (tail.state and tail.state != status):
        return None
    action = Action(
        "", id_, _TEXT, None if owner == _ME else owner, None, None, Ref(tail.goal, tail.goal) if tail.goal else None, tail.due, status,
        tail.opened or place.day, tail.ended, _REASON if tail.reason else None, (), _OUTCOME if outcome else None,
    )  # fmt: skip
    said, why, end = (words.read_words(part) for part in (text.strip(), tail.reason, outcome))
    return Read(lead, action, said, why, end, tail.person, says_more=bool(label) or tail != Tail())


_ME = Ref("", "")


def _owner(label: str, place: Place) -> Ref | None:
    """Who owns an action by its label; None that the label is no owner."""
    name = read_plain_words(label)
    if not label or name in spellings("me"):
        return _ME
    them = place.person.casefold()
    if them and name.casefold() in (them, *them.split()):
        return Ref(place.person, place.person)
    return Ref(name, name) if place.is_ours else None


def _read_said(lead: str, label: str, rest: str, id_: str, place: Place) -> Read | None:
    found = _kind_of(label)
    text, tail, outcome = words.split_end(rest, place.base, place.today)
    if not found or not text.strip():
        return None
    kind, giver, receiver = found
    if kind in FEEDBACK and giver is None:
        return None
    reason = _REASON if tail.reason else None
    record: Topic | Moment
    if kind == "topic":
        status = tail.state if tail.state in ("raised", "dropped") else "parked"
        ended = tail.ended if status != "parked" else None
        record = Topic(
            "",
            id_,
            _TEXT,
            None,
            None,
            tail.added or place.day,
            status,
            ended,
            reason,
            (),
            _OUTCOME if outcome else None,
        )
    else:
        at = datetime.combine(tail.noted, time()) if tail.noted else None
        by, to = (Ref(name, name) if name else None for name in (giver, receiver))
        resolved = tail.ended if tail.state == "resolved" else None
        record = Moment(
            "", id_, kind, _TEXT, reason, by, to, None, None, at, resolved, (), _OUTCOME if outcome else None
        )
    said, why, end = (words.read_words(part) for part in (text.strip(), tail.reason, outcome))
    return Read(lead, record, said, why, end, tail.person, tail.clock, says_more=True)


def _kind_of(label: str) -> tuple[str, str | None, str | None] | None:
    """(kind, giver, receiver) of a label; "" is me, None that it does not say."""
    for language in LANGUAGES:
        for kind in (*MOMENT_KINDS, "topic"):
            name = say(language, kind)
            if label.casefold() == name.casefold():
                return kind, None, None
            for how in ("of_others", "to_me", "from_me") if kind in FEEDBACK else ():
                if found := _direction_pattern(language, how, name).fullmatch(label):
                    said = {key: _one(value) for key, value in found.groupdict().items()}
                    return kind, said.get("giver", ""), said.get("receiver", "")
    return None


@cache
def _direction_pattern(language: str, how: str, name: str) -> re.Pattern[str]:
    phrase = re.escape(say(language, how, kind="KIND", giver="GIVER", receiver="RECEIVER"))
    phrase = phrase.replace("KIND", re.escape(name)).replace("GIVER", "(?P<giver>.+?)")
    return re.compile(phrase.replace("RECEIVER", "(?P<receiver>.+)"))


def _one(name: str) -> str:
    """A name in a label; "" for me."""
    return "" if name in {word for me in spellings("me") for word in (me, me.lower())} else read_plain_words(name)


def _checked(label: str) -> str:
    """The title of the goal in the label of a check-in; "" where it is none."""
    word, _, title = label.partition(" · ")
    return read_plain_words(title) if word in spellings("checkin") else ""


def _read_checkin(lead: str, title: str, rest: str, id_: str, place: Place) -> Read:
    value, text = read_measured(rest)
    at = datetime.combine(place.base, time())
    return Read(lead, Checkin("", id_, Ref(title, title), at, value, text), says_more=True)


def read_measured(rest: str) -> tuple[float | None, str]:
    """The inverse of `write_measured`."""
    found = _MEASURED.match(rest)
    value = float(found["value"].replace(",", "")) if found and found["value"] else None
    text = rest[found.end() :] if found else rest
    return value, grammar.plain(words.read_words(text.strip()), _CHECKIN)
