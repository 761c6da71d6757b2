"""Understanding a text: front matter, fields, labels and notes, in one pass; nothing typed is lost."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from onelog import dates, frontmatter, grammar, numbers
from onelog.body import LEAD, Fence, Note, closing_of, trimmed
from onelog.document.corrected import Opened, unescape, unwrap
from onelog.document.draft import FRONT, Anything, Draft, Fields, Item, Known, mode, score
from onelog.document.several import plain_rules, unix
from onelog.document.template import HINTS
from onelog.errors import OnelogError, Wrong
from onelog.grammar import Place

Boxes = Callable[[str], str]
"""Asked for the id behind a box: the kind of line that it stands for, where that is no action; else ""."""


def read(
    text: str, now: datetime, known: Known | None = None, at: datetime | None = None, boxes: Boxes | None = None,
    was: Opened | None = None,
) -> Draft:  # fmt: skip
    """Understands a text: front matter if there is any, fields in the first paragraph, labels at the starts of
    lines (anywhere, when the text is a single line). Never fails: what is not understood stays in the note.

    `at` is when the meeting was, where that is known already; days in the text are read from there. With `boxes` a line
    with a box is read in the grammar of the record whose id it has: so it is in a prepared document. `was` is a document
    as it was opened: its records are known again where their lines were wrapped, or words stand behind their ids.
    """
    return _Reading(now, known or Anything(), at, boxes).read(text, was)


def read_item(kind: str, line: str, now: datetime, known: Known | None = None) -> Draft:
    """One line that is known to be a record of a kind, in the grammar of that kind; it needs no label."""
    reading = _Reading(now, known or Anything(), now)
    head = grammar.heading(line)
    if not head or head.kind != kind:
        head = grammar.Heading("- ", kind, " ", line)
    item = reading.item(head, 1, first=False, alone=False)
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
    rest = (
        [(told[_TROUBLES][0], f"and {more} more from here on; all of it stays as it is")]
        if more > 1
        else told[_TROUBLES:]
    )
    return (*told[:_TROUBLES], *rest)


class _Reading:
    """One pass over one text; holds what is found on the way."""

    def __init__(self, now: datetime, known: Known, at: datetime | None, boxes: Boxes | None = None) -> None:
        self.now, self.known, self.at, self.boxes = now, known, at, boxes
        self.fields: dict[str, Any] = {}
        self.troubles: list[tuple[int, str]] = []
        self.out: list[Note | Item] = []
        self.tags: list[str] = []
        self.answers: dict[tuple[str, str], str] = {}

    def read(self, text: str, was: Opened | None = None) -> Draft:
        front = frontmatter.split(unix(text), FRONT)
        extra = self.front(front.keys, front.extra)
        lines = _numbered(front)
        if was:
            lines = unescape(unwrap(lines, was), was, self.doubts)
        numbered = self.take_fields(lines)
        alone = len(lines) == 1 and not self.boxes
        fence = Fence()
        for number, line, in_first in numbered:
            if fence.feed(line):
                self.out.append(Note(line))
            else:
                self.take_line(number, line, in_first, alone)
        return Draft(
            Fields(**self.fields), tuple(_trim_notes(self.out)), tuple(dict.fromkeys(self.tags)), extra,
            _few(self.troubles), bool(front.keys),
        )  # fmt: skip

    def doubts(self, line: str) -> int:
        """How much of a line is not understood, where it stands in the first paragraph of several."""
        return len(_Reading(self.now, self.known, self.base).read(f"{line}\n\n.").troubles)

    def front(self, keys: Mapping[str, tuple[str, int]], extra: str) -> str:
        kept = [extra] if extra else []
        for key, (value, number) in keys.items():
            if not value:
                continue
            try:
                self.fields.setdefault(*self.front_field(key, value))
            except (OnelogError, ValueError):
                self.troubles.append((number, f"{key}: {value[:40]} is not understood; it is kept as it is"))
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
        found: dict[str, object] = {}
        numbered: list[tuple[int, str, bool]] = []
        fence, in_first = Fence(), True
        for number, line in lines:
            in_first = in_first and bool(line.strip())
            rest = line
            if not fence.feed(line) and in_first and ":" in line:
                rest, troubles = grammar.cut_fields(
                    line, lambda k, v: grammar.read_field(k, v, self.now, self.known.conventions), found
                )
                self.troubles += [(number, trouble) for trouble in troubles]
            if rest.strip() or rest == line:
                numbered.append((number, rest, in_first))
        for key, value in found.items():
            self.fields[names.get(key, key)] = value
        return numbered

    @property
    def base(self) -> datetime:
        """The moment from which days in the text are counted."""
        at = self.fields.get("at")
        return self.at or (at if isinstance(at, datetime) else self.now)

    def take_line(self, number: int, line: str, first: bool, alone: bool) -> None:
        pieces = grammar.split_inline(line) if alone else [line]
        for piece in pieces:
            if not piece.strip() and len(pieces) > 1:
                continue
            if self.continues(piece):
                continue
            head = grammar.heading(piece)
            item = self.item(head, number, first, alone) if head else None
            if item:
                if piece is not pieces[0] and self.out and isinstance(self.out[-1], Note):
                    self.out.append(Note(""))  # the words before the first label are a paragraph of their own
                self.out.append(item)
            else:
                self.note(piece, Place("note", first, alone), number)

    def note(self, line: str, place: Place, number: int) -> None:
        if grammar.lonely_label(line):
            self.troubles.append((number, f"{line.strip()[:20]} has nothing after it; it stays in the note"))
        self.tags += grammar.tags_in(line)
        self.out.append(Note(grammar.plain(line, place)))

    def continues(self, line: str) -> bool:
        """A line `because: …` right after a moment says what led up to it."""
        last = self.out[-1] if self.out else None
        found = re.match(rf"^{LEAD}because:[ \t]*(?=\S)", line, re.IGNORECASE)
        if not found or not isinstance(last, Item) or last.kind in ("action", "topic", "checkin"):
            return False
        if last.id or "because" in last.words:
            return False
        text, identity = grammar.cut_id(line[found.end() :])
        because = grammar.plain(text.strip(), Place(last.kind))
        tags = tuple(dict.fromkeys((*last.tags, *grammar.tags_in(text))))
        self.out[-1] = replace(last, id=identity, words={**last.words, "because": because}, tags=tags)
        return True

    def item(self, head: grammar.Heading, number: int, first: bool, alone: bool) -> Item | None:
        rest, identity = grammar.cut_id(head.rest)
        kind, rest = self.boxed(head.kind, rest, identity)
        place = Place(kind, first, alone)
        goal = ""
        if kind == "checkin":
            goal, _, rest = rest.partition(" ")
            if trouble := self.asked(self.known.goal, grammar.unquote(goal)):
                self.troubles.append((number, trouble))
                return None
        read: dict[str, object] = {}
        words, keys, troubles = grammar.cut_keys(kind, rest, self.doubt(read))
        self.troubles += [(number, trouble) for trouble in troubles]
        measured = self.measured(words, number) if kind == "checkin" else numbers.Number(None, "", words)
        words = measured.words
        text = grammar.plain(words, place)
        if not text and kind != "checkin":
            self.troubles.append((number, f"{kind}: has no words of its own; the line stays in the note"))
            return None
        return Item(
            kind=kind, text=text, lead=_lead(head.lead), mark=head.mark, id=identity,
            days={k: v for k, v in read.items() if isinstance(v, date)},
            words={k: grammar.plain(v, place) if k in grammar.TAIL_KEYS else v for k, v in keys.items() if k not in _DAY_KEYS},
            tags=_tags(words, *(v for k, v in keys.items() if k in grammar.TAIL_KEYS)), goal=grammar.unquote(goal), value=measured.value, unit=measured.unit, line=number,
        )  # fmt: skip

    def measured(self, words: str, number: int) -> numbers.Number:
        """The number that the words of a check-in begin with; what is none, or could be two, is said and stays words."""
        found = numbers.cut(words, self.known.conventions.decimal)
        self.troubles += [(number, found.trouble)] if found.trouble else []
        return found

    def boxed(self, kind: str, rest: str, identity: str) -> tuple[str, str]:
        """The kind of the record that a box with this id stands for, and its words without their label."""
        meant = self.boxes(identity) if self.boxes and identity and kind == "action" else ""
        label = re.match(rf"(?=\*\*|__){grammar.LABEL}[ \t]*", rest, re.IGNORECASE) if meant else None
        if label and grammar.kind_of_label(label[0]) == meant:
            rest = rest[label.end() :]
        return meant or kind, rest

    def asked(self, known: Callable[[str], str], word: str) -> str:
        """What the journal says about a name; each is looked up once."""
        question = (known.__name__, word)
        if question not in self.answers:
            self.answers[question] = known(word)
        return self.answers[question]

    def doubt(self, read: dict[str, object]) -> Callable[[str, str], str]:
        """Tries the value of a key: a day goes into `read`, a name is asked for; "" or what is wrong with it."""

        def doubt(key: str, value: str) -> str:
            if key in _DAY_KEYS:
                looking: dates.Looking = "ahead" if key == "due" else "back"
                usual = self.known.conventions
                try:
                    read[key] = dates.day(value, self.base.date(), looking=looking, conventions=usual)
                except Wrong as error:
                    return f"{key}: {error.message}"
            elif key in ("owner", "from", "to"):
                return self.asked(self.known.person, value)
            elif key == "goal":
                return self.asked(self.known.goal, value)
            return ""

        return doubt


_DAY_KEYS = ("due", "opened", "done", "dropped", "added", "raised", "resolved")


def _tags(*parts: str) -> tuple[str, ...]:
    """The tags of each part, in order, once each."""
    return tuple(dict.fromkeys(tag for part in parts for tag in grammar.tags_in(part)))


def _lead(lead: str) -> str:
    """The list mark that a record's line begins with; a label at the bare start of a line gets one."""
    return lead if lead.strip() else lead + "- "


def _numbered(front: frontmatter.Front) -> list[tuple[int, str]]:
    """The lines under the front matter with their numbers; what onelog itself has put there is taken away."""
    numbered = list(enumerate(front.body.split("\n"), front.offset + 1))
    if front.keys and "<!--" in front.body:
        fence = Fence()
        numbered = [(n, line) for n, line in numbered if fence.feed(line) or line.strip() not in HINTS]
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
