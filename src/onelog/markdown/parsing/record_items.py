"""A line that begins a record: its words, keys and days, with what the journal knows of them."""

import re
from collections.abc import Callable
from datetime import date, datetime

from onelog.core import numbers
from onelog.core.calendar import dates, recurrence
from onelog.core.errors import Doubt, Message, Notice, Wrong, notice
from onelog.core.model import FEEDBACK
from onelog.markdown import grammar, key_values, labels, notices, occasions, token_patterns
from onelog.markdown.body import LEAD
from onelog.markdown.grammar import Place
from onelog.markdown.parsed import Item, Known, feedback_kind, to_give
from onelog.markdown.parsing.head_fields import HeadFields
from onelog.markdown.tags import tags_in

Boxes = Callable[[str], str]
"""Asked for the id behind a box: the kind of line that it stands for, where that is no action; else ""."""


class RecordItems(HeadFields):
    """Takes a line apart that is a record."""

    def __init__(self, now: datetime, known: Known, at: datetime | None, boxes: Boxes | None, *, typed: bool) -> None:
        super().__init__(now, known, at, typed=typed)
        self.boxes = boxes
        self.answers: dict[tuple[Callable[[str], Doubt], str], Doubt] = {}
        self.days: dict[tuple[str, str], date | Message] = {}

    def item(self, head: labels.RecordHead, number: int, first: bool) -> Item | None:
        """The record of a line; None where it is none after all."""
        is_said = head.kind == "topic" and self.typed and not grammar.cut_id(head.rest)[1]
        parked = self.feedback(head, number, first) if is_said else None
        return parked or self.read_record(head, number, first)

    def read_record(self, head: labels.RecordHead, number: int, first: bool) -> Item | None:
        rest, identity = grammar.cut_id(head.rest)
        kind, rest = self.boxed(head.kind, rest, identity)
        place = Place(kind, first)
        goal = ""
        if kind == "checkin":
            goal, rest = self.known.cut_goal(rest)
            if trouble := self.asked(self.known.goal, key_values.unquote(goal)):
                self.troubles.append((number, Notice(trouble) if isinstance(trouble, Message) else trouble))
                return None
        read: dict[str, object] = {}
        words, keys, troubles = grammar.cut_keys(kind, rest, self.doubt(read), joined=not identity)
        if not troubles and (read_as_text := notices.of_record(kind, words, typed=self.typed)):
            troubles = [read_as_text]
        if kind == "fact" and (doubtful := occasions.unclear(words, self.known.conventions)):
            troubles.append(notice("notice.two_days_a_year", text=doubtful))
        self.troubles += [(number, trouble) for trouble in troubles]
        measured = self.measured(words, number) if kind == "checkin" else numbers.Number(None, "", words)
        words = measured.words
        text = grammar.plain(words, place)
        if not text and kind != "checkin":
            self.troubles.append((number, notice("notice.no_words", kind=kind)))
            return None
        return Item(
            kind=kind,
            text=text,
            lead=_lead(head.lead),
            mark=head.mark,
            id=identity,
            days={k: v for k, v in read.items() if isinstance(v, date)},
            words={
                k: grammar.plain(v, place) if k in token_patterns.TAIL_KEYS else v
                for k, v in keys.items()
                if k not in token_patterns.DAY_KEYS
            },
            tags=_tags(words, *(v for k, v in keys.items() if k in token_patterns.TAIL_KEYS)),
            goal=key_values.unquote(goal),
            value=measured.value,
            unit=measured.unit,
            line=number,
        )

    def feedback(self, head: labels.RecordHead, number: int, first: bool) -> Item | None:
        """Feedback that is still to be given, where the words of a typed topic begin with its label: `t: p: great demo`."""
        inner = labels.heading(head.rest)
        if not inner or inner.kind not in FEEDBACK:
            return None
        told = len(self.troubles)
        item = self.item(inner._replace(lead=head.lead), number, first)
        parked = to_give(item) if item else None
        if parked is None:
            del self.troubles[told:]
        return parked

    def measured(self, words: str, number: int) -> numbers.Number:
        """The number that the words of a check-in begin with; what is none, or could be two, is said and stays words."""
        found = numbers.cut(words, self.known.conventions.decimal)
        self.troubles += [(number, found.trouble)] if found.trouble else []
        return found

    def boxed(self, kind: str, rest: str, identity: str) -> tuple[str, str]:
        """The kind of the record that a box with this id stands for, and its words without their label."""
        meant = self.boxes(identity) if self.boxes and identity and kind == "action" else ""
        label = labels.heading(rest) if meant and rest.startswith(("**", "__")) else None
        return meant or kind, label.rest if label and label.kind == meant else rest

    def asked(self, known: Callable[[str], Doubt], word: str) -> Doubt:
        """What the journal says about a name; each is looked up once."""
        question = (known, word)
        if question not in self.answers:
            self.answers[question] = known(word)
        return self.answers[question]

    def day(self, key: str, value: str) -> date | Message:
        """The day that the value of a key means, or why it is none; each is read once."""
        if (key, value) not in self.days:
            looking: dates.Looking = "ahead" if key in ("due", "next") else "back"
            try:
                found: date | Message = dates.day(
                    value, self.base.date(), looking=looking, conventions=self.known.conventions
                )
            except Wrong as error:
                if isinstance(error, dates.TwoDays):
                    found = Message("errors.notice.of_key_with_hint", key=key, error=error)
                else:
                    found = Message("errors.notice.of_key", key=key, error=error)
            self.days[key, value] = found
        return self.days[key, value]

    def doubt(self, read: dict[str, object]) -> Callable[[str, str], Doubt]:
        """Tries the value of a key: a day goes into `read`, a name is asked for; "" or what is wrong with it."""

        def doubt(key: str, value: str) -> Doubt:
            if key in token_patterns.DAY_KEYS:
                found = self.day(key, value)
                if isinstance(found, Message):
                    return found
                read[key] = found
            elif key in ("owner", "from", "to"):
                return self.asked(self.known.person, value)
            elif key == "goal":
                return self.asked(self.known.goal, value)
            elif key == "every":
                return self.asked(_no_cadence, value)
            elif key == "as" and not feedback_kind(value):
                return Message("errors.notice.no_feedback", value=value[:20])
            return ""

        return doubt


def _no_cadence(value: str) -> Doubt:
    """Why a text is no cadence; "" where it is one."""
    try:
        recurrence.rule(value)
    except Wrong as error:
        return Message("errors.notice.of_key", key="every", error=error)
    return ""


def _tags(*parts: str) -> tuple[str, ...]:
    """The tags of each part, in order, once each."""
    return tuple(dict.fromkeys(tag for part in parts for tag in tags_in(part)))


def _lead(lead: str) -> str:
    """The list mark that a record's line begins with, as Markdown has it; a label at the bare start of a line gets one."""
    if lead.strip() and re.fullmatch(LEAD, lead):
        return lead
    inset = lead[: len(lead) - len(lead.lstrip())]
    return re.sub(r"[^ \t]", " ", inset) + "- "
