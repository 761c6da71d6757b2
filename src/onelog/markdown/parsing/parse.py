"""Understanding a text: front matter, fields, labels and notes, in one pass; nothing typed is lost."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from onelog.core.errors import notice
from onelog.core.model import FEEDBACK
from onelog.markdown import frontmatter, grammar, key_values, labels, notices, section_lines
from onelog.markdown.body import Fence, Note, closing_of, trimmed
from onelog.markdown.correction import Opened, unescape, unwrap
from onelog.markdown.forms import scale_fields
from onelog.markdown.forms.template import unread_headings, without_hints
from onelog.markdown.grammar import Place
from onelog.markdown.parsed import FRONT, Anything, Draft, Fields, Item, Known
from onelog.markdown.parsing import continuation
from onelog.markdown.parsing.record_items import Boxes, RecordItems
from onelog.markdown.privacy import is_private
from onelog.markdown.section_lines import Sections
from onelog.markdown.split import plain_rules, unix
from onelog.markdown.tags import tags_in
from onelog.markdown.unseen import seen, seen_in_document

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
    reading = _Reading(now, known or Anything(), now, typed=True)
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


class _Reading(RecordItems):
    """One pass over one text, line by line; holds what is found on the way."""

    def __init__(
        self, now: datetime, known: Known, at: datetime | None, boxes: Boxes | None = None, *, typed: bool = False
    ) -> None:
        super().__init__(now, known, at, boxes, typed=typed)
        self.out: list[Note | Item] = []
        self.tags: list[str] = []
        self.within = Sections()
        self.lettered = False
        self.lonely: tuple[int, str] | None = None

    def read(self, text: str, was: Opened) -> Draft:
        front = frontmatter.split(unix(text), FRONT)
        extra = self.front(front.keys, self.front_scales(front, text))
        self.typed, self.bare = self.typed and not front.keys, not front.keys
        numbered = _numbered(front)
        numbered = [(number, seen(line) if self.typed else _shown(line)) for number, line in numbered]
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
            has_no_day="at" in front.keys and not front.keys["at"][0],
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
            return (
                "" if self.asked(self.known.goal, key_values.unquote(grammar.first_word(head.rest)[0])) else head.kind
            )
        last = self.out[-1] if self.out else None
        if not head and isinstance(last, Item) and self.is_reason(line):
            return last.kind
        return head.kind if head else section if len(pieces) == 1 else ""

    def doubts(self, line: str) -> int:
        """How much of a line is not understood, where it stands in the first paragraph of several."""
        return len(_Reading(self.now, self.known, self.base).read(f"{line}\n\n.", Opened()).troubles)

    def take_line(self, number: int, line: str, first: bool, section: str) -> None:
        """Takes a line apart; `section` is the kind of record that it is by where it stands."""
        text = section_lines.unescaped(line) if section else None
        if text is not None:
            line, section = text, ""
        pieces = labels.split_inline(line) if self.typed else [line]
        pieces = pieces if pieces[0].strip() or len(pieces) == 1 else pieces[1:]
        pieces = _with_feedback(pieces)
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
            told = [notice("notice.label_alone", label=line.strip()[:20])]
        self.troubles += [(number, one) for one in told]
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


def _shown(line: str) -> str:
    """A line of a document without what hides a record in it; one with an id was written by onelog, and stays as it is."""
    shown = seen_in_document(line)
    return line if shown is line or grammar.cut_id(shown)[1] else shown


def _with_feedback(pieces: list[str]) -> list[str]:
    """The pieces of a typed line; `t:` with a label of feedback right behind it is one of them, not two."""
    out: list[str] = []
    for piece in pieces:
        head = labels.heading(piece)
        both = f"{out[-1].rstrip()} {piece.lstrip()}" if out and head and head.kind in FEEDBACK else ""
        parked = labels.heading(both) if both else None
        if parked and parked.kind == "topic" and parked.rest == piece.lstrip():
            out[-1] = both
        else:
            out.append(piece)
    return out


def _counted(line: str) -> bool:
    """Whether a line begins with a letter that counts, and is no label: `b: …`."""
    return labels.is_lettered(line[:8])


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
