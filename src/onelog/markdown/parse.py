"""Understanding a text: front matter, fields, labels and notes, in one pass; nothing typed is lost."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from onelog.core import dates, numbers, recurrence
from onelog.core.errors import Doubt, Message, Notice, OnelogError, Wrong, notice
from onelog.core.scales import ScaleValue
from onelog.markdown import (
    continuation,
    frontmatter,
    grammar,
    labels,
    notices,
    occasions,
    section_lines,
    sheet,
    token_patterns,
)
from onelog.markdown.body import LEAD, Fence, Note, closing_of, trimmed
from onelog.markdown.correction import Opened, unescape, unwrap
from onelog.markdown.forms import scale_fields
from onelog.markdown.forms.template import unread_headings, without_hints
from onelog.markdown.grammar import Place
from onelog.markdown.parsed import FRONT, Anything, Draft, Fields, Item, Known, mode, score
from onelog.markdown.privacy import is_private
from onelog.markdown.section_lines import Sections
from onelog.markdown.sheet import SheetHead
from onelog.markdown.split import plain_rules, unix
from onelog.markdown.tags import tags_in

Boxes = Callable[[str], str]
"""Asked for the id behind a box: the kind of line that it stands for, where that is no action; else ""."""


_NESTED = 16
"""So many labels behind one another are looked at for a private one."""


def read(
    text: str,
    now: datetime,
    known: Known | None = None,
    at: datetime | None = None,
    boxes: Boxes | None = None,
    was: Opened | None = None,
    *,
    typed: bool = False,
) -> Draft:
    """Understands a text: front matter if there is any, fields in the first paragraph, labels at the starts of lines,
    and records in the sections that a heading opens. Never fails: what is not understood stays in the note.

    `typed` words (arguments, a pipe, the prompt) have labels anywhere in a line, unless front matter makes them a document.
    `at` is when the meeting was, where that is known already; days in the text are read from there. With `boxes` a line
    with a box is read in the grammar of the record whose id it has: so it is in a prepared document. `was` is a document
    as it was opened: its records are known again where their lines were wrapped, or words stand behind their ids, and
    nothing is said again of lines that stood in it.
    """
    return _Reading(now, known or Anything(), at, boxes, typed=typed).read(text, was or Opened())


def read_item(kind: str, line: str, now: datetime, known: Known | None = None) -> Draft:
    """One line that is known to be a record of a kind, in the grammar of that kind; it needs no label."""
    reading = _Reading(now, known or Anything(), now)
    head = labels.heading(line)
    if not head or head.kind != kind:
        head = labels.RecordHead("- ", kind, " ", line)
    item = reading.item(head, 1, first=False)
    return Draft(Fields(), (item,) if item else (), (), "", _few(reading.troubles))


def read_raw(text: str) -> Draft:
    """The text as a note and nothing else."""
    return Draft(lines=tuple(Note(line) for line in trimmed(unix(text).split("\n"))[0]))


_TROUBLES = 50
"""So many are told one by one: nobody reads more, and a hostile line can hold a million."""


def _few(troubles: list[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    """What was not understood, in the order of the lines; of very many the first ones, and how many more there are."""
    told = sorted(troubles)
    more = len(told) - _TROUBLES
    rest = [(told[_TROUBLES][0], notice("notice.and_more", n=more))] if more > 1 else told[_TROUBLES:]
    return (*told[:_TROUBLES], *rest)


class _Reading:
    """One pass over one text; holds what is found on the way."""

    def __init__(
        self, now: datetime, known: Known, at: datetime | None, boxes: Boxes | None = None, *, typed: bool = False
    ) -> None:
        self.now, self.known, self.at, self.boxes, self.typed = now, known, at, boxes, typed
        self.fields: dict[str, Any] = {}
        self.scales: dict[str, ScaleValue] = {}
        self.troubles: list[tuple[int, str]] = []
        self.out: list[Note | Item] = []
        self.tags: list[str] = []
        self.answers: dict[tuple[Callable[[str], Doubt], str], Doubt] = {}
        self.days: dict[tuple[str, str], date | Message] = {}
        self.within = Sections()
        self.lettered = False
        self.bare = True
        """There is no front matter."""
        self.lonely: tuple[int, str] | None = None
        self.heard: set[int] = set()
        """Lines that stay in the note and say nothing new."""

    def read(self, text: str, was: Opened) -> Draft:
        front = frontmatter.split(unix(text), FRONT)
        extra = self.front(front.keys, self.front_scales(front, text))
        self.typed, self.bare = self.typed and not front.keys, not front.keys
        numbered = _numbered(front)
        if was.ids or was.lines:
            numbered = unescape(unwrap(numbered, was), was, self.doubts)
        told = {number for number, line in numbered if was.holds(line)}
        lines = self.take_fields(numbered)
        self.lettered = any(_counted(line) for _, line, _ in lines)
        self.within = Sections(unread_headings(self.fields.get("kind", "")))
        self.take_lines(lines)
        return Draft(
            fields=Fields(**self.fields),
            lines=tuple(_trim_notes(self.out)),
            tags=tuple(dict.fromkeys(self.tags)),
            extra=extra,
            troubles=_few([one for one in self.troubles if one[0] not in told]),
            is_document=bool(front.keys),
        )

    def take_lines(self, lines: list[tuple[int, str, bool]]) -> None:
        """Takes the lines apart, a record together with those that go on with it."""
        fence, code, at = Fence(), list[tuple[int, str]](), 0
        while at < len(lines):
            number, line, in_first = lines[at]
            at += 1
            code = code if fence.open else []
            if fence.feed(line):
                self.out.append(Note(line))
                code.append((number, line))
                continue
            section = self.within.feed(line)
            if (text := section_lines.unkept(line)) is not None:
                self.within.end()
                self.tags += tags_in(text)
                self.out.append(Note(grammar.plain(text, Place("note", in_first))))
                continue
            if self.within.opened and (apart := section_lines.divided(line)):
                line, words = apart
                lines.insert(at, (number, words, in_first))
            self.troubles += [(number, notices.of_heading(line))] if self.within.guessed(line) else []
            kind = self.open_record(line, section)
            private = is_private(kind) and not section
            more = continuation.below(line, lines, at, private=private) if kind else []
            self.take_line(number, continuation.joined([line, *more]) if more else line, in_first, section)
            at += len(more)
        label = next((number for number, line in code if labels.heading(line)), 0) if fence.open else 0
        self.troubles += [notices.of_code(code[0][0], label)] if label else []

    def open_record(self, line: str, section: str) -> str:
        """The kind of record that the end of a line is and that is still open: its id would be the end of it; else ""."""
        if grammar.cut_id(line)[1]:
            return ""
        text = section_lines.unescaped(line) if section else None
        line, section = (line, section) if text is None else (text, "")
        *_, piece = pieces = labels.split_inline(line) if self.typed else [line]
        head = self.heading(piece)
        if head and head.kind == "checkin":
            return "" if self.asked(self.known.goal, grammar.unquote(grammar.first_word(head.rest)[0])) else head.kind
        last = self.out[-1] if self.out else None
        if not head and isinstance(last, Item) and self.is_reason(line):
            return last.kind
        return head.kind if head else section if len(pieces) == 1 else ""

    def doubts(self, line: str) -> int:
        """How much of a line is not understood, where it stands in the first paragraph of several."""
        return len(_Reading(self.now, self.known, self.base).read(f"{line}\n\n.", Opened()).troubles)

    def front_scales(self, front: frontmatter.Front, text: str) -> str:
        """Takes the scales out of the front matter; what else stands there."""
        found = scale_fields.cut_front(front.extra, self.known.scales)
        self.scales = {one.key: one for one in found.values}
        lines = unix(text).split("\n")
        for line, trouble in found.troubles:
            self.troubles.append((lines.index(line) + 1, notice("notice.kept_as_it_is", what=trouble)))
        return found.rest

    def front(self, keys: Mapping[str, tuple[str, int]], extra: str) -> str:
        kept = [extra] if extra else []
        for key, (value, number) in keys.items():
            if not value:
                continue
            try:
                self.fields.setdefault(*self.front_field(key, value))
            except (OnelogError, ValueError):
                self.troubles.append((number, notice("notice.front_kept", key=key, value=value[:40])))
                kept.append(f"{key}: {frontmatter.scalar(value)}")
        return "\n".join(kept)

    def front_field(self, key: str, value: str) -> tuple[str, object]:
        if key in ("at", "on"):
            return "at", dates.moment(value, self.now, looking="back", conventions=self.known.conventions)
        if key == "len":
            return "minutes", dates.minutes(value)
        if key in ("mood", "seen", "rating"):
            return key, score(key, value)
        if key == "mode":
            return key, mode(value)
        return ("person" if key == "with" else key), value

    def take_fields(self, lines: list[tuple[int, str]]) -> list[tuple[int, str, bool]]:
        """Takes the fields out of the first paragraph; a line that held nothing else goes away."""
        names = {"on": "at", "len": "minutes"}
        scales = self.known.scales if self.typed else {}
        found: dict[str, object] = {}
        numbered: list[tuple[int, str, bool]] = []
        fence, paragraph, head = Fence(), continuation.FirstParagraph(), SheetHead()
        is_sheet = sheet.has_head("\n".join(line for _, line in lines))
        for number, line in lines:
            in_first = paragraph.feed(line)
            rest = line
            if not fence.feed(line) and in_first and (":" in line or "：" in line):
                rest, troubles = grammar.cut_fields(
                    line, lambda k, v: grammar.read_field(k, v, self.now, self.known.conventions), found
                )
                rest, doubts = scale_fields.cut_scales(rest, scales, self.scales)
                self.troubles += [(number, trouble) for trouble in (*troubles, *doubts)]
            if is_sheet and head.feed(line) and not fence.open and self.take_sheet_line(number, line, found):
                continue
            if rest.strip() or rest == line:
                numbered.append((number, rest, in_first))
        for key, value in found.items():
            self.fields[names.get(key, key)] = value
        if self.scales:
            self.fields["scales"] = tuple(self.scales.values())
        return numbered

    def take_sheet_line(self, number: int, line: str, found: dict[str, object]) -> bool:
        """Takes the day of the meeting out of a line in the head of a sheet, if that is what it says, and hears whom it is with."""
        if self.bare and (who := sheet.who_in(line)):
            self.fields.setdefault("met", who)
        said = sheet.day_in(line, self.now, self.known.conventions)
        if not said:
            return False
        if known := found.get("on") or self.at or self.fields.get("at"):
            self.heard.update([number] if isinstance(known, datetime) and known.date() == said[0].date() else [])
            return False
        if not self.bare:
            return False
        found["on"] = said[0]
        if said[1] and "len" not in found:
            found["len"] = said[1]
        return True

    @property
    def base(self) -> datetime:
        """The moment from which days in the text are counted."""
        at = self.fields.get("at")
        return self.at or (at if isinstance(at, datetime) else self.now)

    def take_line(self, number: int, line: str, first: bool, section: str) -> None:
        """Takes a line apart; `section` is the kind of record that it is by where it stands."""
        text = section_lines.unescaped(line) if section else None
        if text is not None:
            line, section = text, ""
        pieces = labels.split_inline(line) if self.typed else [line]
        pieces = pieces if pieces[0].strip() or len(pieces) == 1 else pieces[1:]
        for piece in pieces:
            if self.continues(piece):
                continue
            head = self.heading(piece)
            if not head and section and piece is pieces[0]:
                head = section_lines.item(piece, section)
            item = self.item(head, number, first) if head else None
            if item:
                self.troubles = [one for one in self.troubles if one is not self.lonely] if section else self.troubles
                if piece is not pieces[0] and self.out and isinstance(self.out[-1], Note):
                    self.out.append(Note(""))  # the words before the first label are a paragraph of their own
                self.out.append(item)
                if is_private(section) and not is_private(item.kind) and not item.id:
                    self.troubles.append((number, notices.of_public(item.kind, item.text)))
            else:
                self.note(piece, Place("note", first), number)

    def heading(self, line: str) -> labels.RecordHead | None:
        """The record that a line begins, unless it is one of several that are counted by letters: a: … b: …"""
        head = self.begun(line)
        return self.hidden(head) if head else None

    def begun(self, line: str) -> labels.RecordHead | None:
        head = labels.heading(line)
        return None if head and labels.counts(line, head) and (self.lettered or labels.is_lettered(line)) else head

    def hidden(self, head: labels.RecordHead) -> labels.RecordHead:
        """The private record that a label right behind a box or a label begins, unless it has an id: it is what it was then."""
        if is_private(head.kind) or grammar.cut_id(head.rest)[1]:
            return head
        inner: labels.RecordHead | None = head
        for _ in range(_NESTED):
            inner = self.begun(inner.rest) if inner else None
            if inner and is_private(inner.kind):
                return head._replace(kind=inner.kind, mark=" ", rest=inner.rest)
        return head

    def note(self, line: str, place: Place, number: int) -> None:
        said = (self.troubles and self.troubles[-1][0] == number) or number in self.heard
        told = [] if said else notices.of_note(line, typed=self.typed, first=place.first)
        if self.typed and not place.first and not told:
            told = scale_fields.of_note(line, self.known.scales)
        if labels.lonely_label(line) and (self.within.lone or not self.within.kind):
            told = [f"{line.strip()[:20]} has nothing after it; it stays in the note"]
        self.troubles += [(number, notice) for notice in told]
        self.lonely = self.troubles[-1] if told and self.within.lone else self.lonely
        self.tags += tags_in(line)
        self.out.append(Note(grammar.plain(line, place)))

    def continues(self, line: str) -> bool:
        """A line `because: …` right after a moment says what led up to it."""
        last, found = self.out[-1] if self.out else None, labels.because(line)
        if not (found and isinstance(last, Item) and self.is_reason(line)):
            return False
        text, identity = grammar.cut_id(line[found.end() :])
        because = grammar.plain(text.strip(), Place(last.kind))
        tags = tuple(dict.fromkeys((*last.tags, *tags_in(text))))
        self.out[-1] = replace(last, id=identity, words={**last.words, "because": because}, tags=tags)
        return True

    def is_reason(self, line: str) -> bool:
        """Whether a line says what led up to the moment above it, which has no reason and no id yet."""
        last = self.out[-1] if self.out else None
        if not isinstance(last, Item) or last.kind in ("action", "topic", "checkin") or last.id:
            return False
        return "because" not in last.words and labels.because(line) is not None

    def item(self, head: labels.RecordHead, number: int, first: bool) -> Item | None:
        rest, identity = grammar.cut_id(head.rest)
        kind, rest = self.boxed(head.kind, rest, identity)
        place = Place(kind, first)
        goal = ""
        if kind == "checkin":
            goal, rest = self.known.cut_goal(rest)
            if trouble := self.asked(self.known.goal, grammar.unquote(goal)):
                self.troubles.append((number, Notice(trouble) if isinstance(trouble, Message) else trouble))
                return None
        read: dict[str, object] = {}
        words, keys, troubles = grammar.cut_keys(kind, rest, self.doubt(read))
        if not troubles and (read_as_text := notices.of_record(kind, words)):
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
            kind=kind, text=text, lead=_lead(head.lead), mark=head.mark, id=identity,
            days={k: v for k, v in read.items() if isinstance(v, date)},
            words={k: grammar.plain(v, place) if k in token_patterns.TAIL_KEYS else v for k, v in keys.items() if k not in token_patterns.DAY_KEYS},
            tags=_tags(words, *(v for k, v in keys.items() if k in token_patterns.TAIL_KEYS)), goal=grammar.unquote(goal), value=measured.value, unit=measured.unit, line=number,
        )  # fmt: skip

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
            return ""

        return doubt


def _no_cadence(value: str) -> Doubt:
    """Why a text is no cadence; "" where it is one."""
    try:
        recurrence.rule(value)
    except Wrong as error:
        return Message("errors.notice.of_key", key="every", error=error)
    return ""


def _counted(line: str) -> bool:
    """Whether a line begins with a letter that counts, and is no label: `b: …`."""
    return labels.is_lettered(line[:8])


def _tags(*parts: str) -> tuple[str, ...]:
    """The tags of each part, in order, once each."""
    return tuple(dict.fromkeys(tag for part in parts for tag in tags_in(part)))


def _lead(lead: str) -> str:
    """The list mark that a record's line begins with, as Markdown has it; a label at the bare start of a line gets one."""
    if lead.strip() and re.fullmatch(LEAD, lead):
        return lead
    inset = lead[: len(lead) - len(lead.lstrip())]
    return re.sub(r"[^ \t]", " ", inset) + "- "


def _numbered(front: frontmatter.Front) -> list[tuple[int, str]]:
    """The lines under the front matter with their numbers; what onelog itself has put there is taken away."""
    numbered = list(enumerate(front.body.split("\n"), front.offset + 1))
    if front.keys and "<!--" in front.body:
        numbered = list(without_hints(numbered))
    lines, dropped = trimmed([line for _, line in numbered])
    lines = plain_rules(_without_added_closing(lines))
    return [(n, line) for (n, _), line in zip(numbered[dropped:], lines, strict=False)]


def _trim_notes(lines: list[Note | Item]) -> Iterable[Note | Item]:
    def blank(line: Note | Item) -> bool:
        return isinstance(line, Note) and not line.text.strip()

    start = next((n for n, line in enumerate(lines) if not blank(line)), len(lines))
    end = max((n for n, line in enumerate(lines) if not blank(line)), default=-1) + 1
    return lines[start:end]


def _without_added_closing(lines: list[str]) -> list[str]:
    closing = closing_of(lines[:-1]) if len(lines) > 1 and lines[-1][:3] in ("```", "~~~") else ""
    return lines[:-1] if closing and lines[-1] == closing else lines
