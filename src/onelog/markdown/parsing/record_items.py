"""A line that begins a record: its words, keys and days, with what the journal knows of them."""

import re
from collections.abc import Callable
from datetime import date, datetime

from onelog.core import numbers
from onelog.core.calendar import dates, recurrence
from onelog.core.errors import Doubt, Message, Notice, Wrong, notice
from onelog.core.model import FEEDBACK
from onelog.core.names import name_words
from onelog.core.regexes import pattern
from onelog.markdown import families, grammar, key_values, labels, notices, occasions, token_patterns
from onelog.markdown.body import LEAD
from onelog.markdown.grammar import Place
from onelog.markdown.parsed import Item, Known, feedback_kind, to_give
from onelog.markdown.parsing import promised_words
from onelog.markdown.parsing.head_fields import HeadFields
from onelog.markdown.parsing.named_owner import BracketedOwner, NamedOwner, named_owner, promised_behind
from onelog.markdown.tags import tags_in
from onelog.markdown.word_forms import composed

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
        if head.kind == "action" and self.owes_nothing(head.rest):
            return None
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
        words, unowned = self.owned(words, keys, read, number) if kind == "action" and not identity else (words, ())
        self.turn_me(keys)
        self.tell(kind, words, troubles, number)
        self.tell_of_day(words, number, open_=kind == "action" and head.mark == " " and not (identity or "due" in read))
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
            unowned=unowned,
            line=number,
        )

    def tell(self, kind: str, words: str, troubles: list[str], number: int) -> None:
        """Says what was not understood in a record, or what else in its words looks like a key."""
        if not troubles and (read_as_text := notices.of_record(kind, words, typed=self.typed)):
            troubles = [read_as_text]
        if kind == "fact" and (doubtful := occasions.unclear(words, self.known.conventions)):
            troubles.append(notice("notice.two_days_a_year", text=doubtful))
        self.troubles += [(number, trouble) for trouble in troubles]

    def owes_nothing(self, words: str) -> bool:
        """Whether there is nothing behind somebody's name: `Mia: none`, 田中さん：なし."""
        found = None if grammar.cut_id(words)[1] else named_owner(words)
        return bool(found and families.is_nothing(found.rest) and (found.is_likely or self.known.named(found.name)))

    def owned(
        self, words: str, keys: dict[str, str], read: dict[str, object], number: int
    ) -> tuple[str, tuple[str, ...]]:
        """Takes the name of somebody known from before the colon of a promise without an owner: it is theirs.

        Returns the words, and the name that stays among them because it is nobody's, or several people's.
        """
        if behind := promised_behind(words):
            words = self.promised(behind, words, keys, read)
        found = None if "owner" in keys else named_owner(words)
        if not found:
            return words, () if "owner" in keys else self.meant(words)
        those = self.known.named(found.name)
        if found.kept:
            return words[1:] if those or found.is_likely else words, ()
        if len(those) != 1:
            return words, (f"{found.name}{found.sign}", *those) if those or found.is_likely else ()
        keys["owner"] = those[0]
        return f"{self.day_behind(found, read, number)}{found.rest}", ()

    def promised(self, behind: BracketedOwner, words: str, keys: dict[str, str], read: dict[str, object]) -> str:
        """Takes the owner and the day out of the brackets behind a promise, if all that stands there is one; the words left.

        A day alone is taken only where it says that it is the last one: （11/27まで）.
        """
        owner, due = "", None
        for part in behind.parts:
            those = (part,) if name_words.is_me(part) or name_words.is_them(part) else self.known.named(part)
            if len(those) == 1 and not owner and "owner" not in keys:
                owner = those[0]
                continue
            day = self.day("due", part) if due is None and "due" not in read else ""
            if not isinstance(day, date):
                return words
            due = day
        if not owner and not pattern(r"まで|期限|[〆締]|〜|～").search(composed(words)[len(behind.words) :]):
            return words
        keys |= {"owner": owner} if owner else {}
        read |= {"due": due} if due else {}
        return behind.words

    def turn_me(self, keys: dict[str, str]) -> None:
        """Writes the name of the keeper as `me` where feedback is from or to them."""
        keys |= {key: "me" for key in ("from", "to") if key in keys and self.known.named(keys[key]) == ("me",)}

    def meant(self, words: str) -> tuple[str, ...]:
        """The words with which a promise begins as with the name of its owner, and those whom they may mean but me."""
        said, name = promised_words.meant_owner(words)
        those = self.known.named(name) if name else ()
        return (said, *those) if those and "me" not in those else ()

    def tell_of_day(self, words: str, number: int, *, open_: bool) -> None:
        """Says of an open promise without a day that its words seem to name one."""
        if not open_:
            return
        said, day = promised_words.meant_day(words, lambda value: isinstance(self.day("due", value), date))
        if day:
            key = f'due:"{day}"' if " " in day else f"due:{day}"
            self.troubles.append((number, notice("notice.day_in_words", words=said[:40], key=key)))

    def day_behind(self, found: NamedOwner, read: dict[str, object], number: int) -> str:
        """Takes the day in the brackets behind an owner as the one by which it is due; what is none stays as words."""
        if not found.said:
            return ""
        due = self.day("due", found.day) if "due" not in read else ""
        if isinstance(due, date):
            read["due"] = due
            return ""
        if isinstance(due, Message) and found.day[0:1].isdecimal():
            self.troubles.append((number, Notice(due)))
        return f"({found.said}) " if found.said.isascii() else f"（{found.said}）"

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
                    found = Message("errors.notice.of_key_with_hint", key=families.called(key), error=error)
                else:
                    found = Message("errors.notice.of_key", key=families.called(key), error=error)
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
        return Message("errors.notice.of_key", key=families.called("every"), error=error)
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
