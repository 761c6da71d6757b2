"""A meeting as a Markdown document, and a Markdown document as a meeting.

Reading and writing are inverse: `write(read(write(x))) == write(x)`. The note keeps its own order and words;
a record is one line in it, with its id at the end (`- **Aha:** a small team decides faster ^k7qf`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Protocol

from onelog import dates, frontmatter, grammar
from onelog.body import LEAD, Fence, Note, Slot, closing_of, lines_of, trimmed
from onelog.errors import OnelogError, Wrong
from onelog.grammar import Place
from onelog.model import FEEDBACK, MODES, Action, Checkin, Meeting, Moment, Record, Topic, kind_of
from onelog.plain import safe

FRONT = ("id", "kind", "with", "at", "on", "len", "mode", "mood", "seen", "rating", "meeting")

HEADINGS = {
    "en": {
        "decision": "Decision", "win": "Win", "aha": "Aha", "praise": "Praise", "growth": "Growth",
        "concern": "Concern", "topic": "Topic", "checkin": "Goal", "private": "Private",
    },
    "ja": {
        "decision": "決定", "win": "成果", "aha": "気づき", "praise": "称賛", "growth": "成長",
        "concern": "懸念", "topic": "次回", "checkin": "目標", "private": "非公開",
    },
}  # fmt: skip
MARKS = {"open": " ", "done": "x", "dropped": "-"}
STATUS_OF_MARK = {mark: status for status, mark in MARKS.items()}



class Known(Protocol):
    """What the reader may ask about names; each answer is "" or the reason why the word cannot be taken."""

    def person(self, word: str) -> str: ...
    def goal(self, word: str) -> str: ...


class Anything:
    """Takes every name: for reading a document on its own."""

    def person(self, word: str) -> str:
        return ""

    def goal(self, word: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line that is a record, before names become people."""

    kind: str
    text: str
    lead: str = "- "
    mark: str = " "
    id: str = ""
    days: Mapping[str, date] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    goal: str = ""
    value: float | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Fields:
    """What is said about a meeting as a whole; None and "" are "not said"."""

    at: datetime | None = None
    minutes: int | None = None
    mode: str | None = None
    mood: int | None = None
    seen: int | None = None
    rating: int | None = None
    person: str = ""
    id: str = ""
    kind: str = ""
    meeting: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as it was understood: fields, lines in order, and what was not understood (with line numbers)."""

    fields: Fields = Fields()
    lines: tuple[Note | Item, ...] = ()
    tags: tuple[str, ...] = ()
    extra: str = ""
    troubles: tuple[tuple[int, str], ...] = ()
    is_document: bool = False
    """The text had front matter, so ids at the ends of its lines are ids."""


# --- reading -----------------------------------------------------------------------------------------------------


def read(text: str, now: datetime, known: Known | None = None, at: datetime | None = None) -> Draft:
    """Understands a text: front matter if there is any, fields in the first paragraph, labels at the starts of
    lines (anywhere, when the text is a single line). Never fails: what is not understood stays in the note.

    `at` is when the meeting was, where that is known already; days in the text are read from there.
    """
    return _Reading(now, known or Anything(), at).read(text)


def read_item(kind: str, line: str, now: datetime, known: Known | None = None) -> Draft:
    """One line that is known to be a record of a kind, in the grammar of that kind; it needs no label."""
    reading = _Reading(now, known or Anything(), now)
    head = grammar.heading(line)
    if not head or head.kind != kind:
        head = grammar.Heading("- ", kind, " ", line)
    item = reading.item(head, 1, first=False, alone=False)
    return Draft(Fields(), (item,) if item else (), (), "", tuple(reading.troubles))


def read_raw(text: str) -> Draft:
    """The text as a note and nothing else."""
    return Draft(lines=tuple(Note(line) for line in trimmed(_unix(text).split("\n"))[0]))


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


class _Reading:
    """One pass over one text; holds what is found on the way."""

    def __init__(self, now: datetime, known: Known, at: datetime | None) -> None:
        self.now, self.known, self.at = now, known, at
        self.fields: dict[str, Any] = {}
        self.troubles: list[tuple[int, str]] = []
        self.out: list[Note | Item] = []
        self.tags: list[str] = []

    def read(self, text: str) -> Draft:
        front = frontmatter.split(_unix(text), FRONT)
        extra = self.front(front.keys, front.extra)
        lines, dropped = trimmed(front.body.split("\n"))
        first = front.offset + dropped + 1
        lines = _plain_rules(_without_added_closing(lines))
        numbered = self.take_fields(lines, first)
        alone = len(lines) == 1
        fence = Fence()
        for number, line, in_first in numbered:
            if fence.feed(line):
                self.out.append(Note(line))
            else:
                self.take_line(number, line, in_first, alone)
        return Draft(
            Fields(**self.fields), tuple(_trim_notes(self.out)), tuple(dict.fromkeys(self.tags)), extra,
            tuple(sorted(self.troubles)), bool(front.keys),
        )  # fmt: skip

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
            return "at", dates.moment(value, self.now, looking="back")
        if key == "len":
            return "minutes", dates.minutes(value)
        if key in ("mood", "seen", "rating"):
            return key, score(key, value)
        if key == "mode":
            return key, mode(value)
        return ("person" if key == "with" else key), value

    def take_fields(self, lines: list[str], first: int) -> list[tuple[int, str, bool]]:
        """Takes the fields out of the first paragraph; a line that held nothing else goes away."""
        names = {"on": "at", "len": "minutes"}
        found: dict[str, object] = {}
        numbered: list[tuple[int, str, bool]] = []
        fence, in_first = Fence(), True
        for number, line in enumerate(lines, first):
            in_first = in_first and bool(line.strip())
            rest = line
            if not fence.feed(line) and in_first and ":" in line:
                rest, troubles = grammar.cut_fields(
                    line, lambda k, v: grammar.read_field(k, v, self.now), found
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
            if not piece.strip() and alone:
                continue
            if self.continues(piece):
                continue
            head = grammar.heading(piece)
            item = self.item(head, number, first, alone) if head else None
            if item:
                if alone and self.out and isinstance(self.out[-1], Note):
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
        place = Place(head.kind, first, alone)
        goal = ""
        if head.kind == "checkin":
            goal, _, rest = rest.partition(" ")
            if trouble := self.known.goal(grammar.unquote(goal)):
                self.troubles.append((number, trouble))
                return None
        read: dict[str, object] = {}
        words, keys, troubles = grammar.cut_keys(head.kind, rest, self.doubt(read))
        self.troubles += [(number, trouble) for trouble in troubles]
        value, words = grammar.cut_number(words) if head.kind == "checkin" else (None, words)
        text = grammar.plain(words, place)
        if not text and head.kind != "checkin":
            self.troubles.append((number, f"{head.kind}: has no words of its own; the line stays in the note"))
            return None
        return Item(
            kind=head.kind, text=text, lead=_lead(head.lead), mark=head.mark, id=identity,
            days={k: v for k, v in read.items() if isinstance(v, date)},
            words={k: grammar.plain(v, place) if k in grammar.TAIL_KEYS else v for k, v in keys.items() if k not in _DAY_KEYS},
            tags=grammar.tags_in(" ".join((words, *(v for k, v in keys.items() if k in grammar.TAIL_KEYS)))), goal=grammar.unquote(goal), value=value, line=number,
        )  # fmt: skip

    def doubt(self, read: dict[str, object]) -> Callable[[str, str], str]:
        """Tries the value of a key: a day goes into `read`, a name is asked for; "" or what is wrong with it."""

        def doubt(key: str, value: str) -> str:
            if key in _DAY_KEYS:
                looking = "ahead" if key == "due" else "back"
                try:
                    read[key] = grammar.day_key(value, self.base.date(), looking=looking)
                except Wrong as error:
                    return f"{key}: {error.message}"
            elif key in ("owner", "from", "to") and value.lower() not in ("me", "them"):
                return self.known.person(value)
            elif key == "goal":
                return self.known.goal(value)
            return ""

        return doubt


_DAY_KEYS = ("due", "opened", "done", "dropped", "added", "raised", "resolved")


def score(key: str, value: object) -> int:
    """A mark from 1 to 5. Raises `Wrong`."""
    if str(value).strip() not in ("1", "2", "3", "4", "5"):
        raise Wrong(f"{key} goes from 1 to 5; this is {str(value)[:20]!r}.", f"For example: {key}:4")
    return int(str(value))


def mode(value: str) -> str:
    """Where a meeting was held. Raises `Wrong`."""
    if value.strip().lower() not in MODES:
        raise Wrong(f"There is no mode {value[:20]!r}.", f"It is one of {', '.join(MODES)}.")
    return value.strip().lower()


def _lead(lead: str) -> str:
    """The list mark that a record's line begins with; a label at the bare start of a line gets one."""
    return lead if lead.strip() else lead + "- "


def _trim_notes(lines: list[Note | Item]) -> Iterable[Note | Item]:
    def blank(line: Note | Item) -> bool:
        return isinstance(line, Note) and not line.text.strip()

    start = next((n for n, line in enumerate(lines) if not blank(line)), len(lines))
    end = max((n for n, line in enumerate(lines) if not blank(line)), default=-1) + 1
    return lines[start:end]


def _without_added_closing(lines: list[str]) -> list[str]:
    closing = closing_of(lines[:-1]) if len(lines) > 1 and lines[-1][:3] in ("```", "~~~") else ""
    return lines[:-1] if closing and lines[-1] == closing else lines


# --- writing -----------------------------------------------------------------------------------------------------


def write(meeting: Meeting, language: str = "en", *, blanks: bool = False) -> str:
    """The meeting's document. With `blanks`, empty fields stand there to be filled in."""
    front = frontmatter.lines(_front(meeting), meeting.extra, blanks=blanks)
    body = write_body(meeting, language)
    return "\n".join([*front, "", *body, ""]) if body or blanks else "\n".join([*front, ""])


def _front(meeting: Meeting) -> list[tuple[str, str | None]]:
    return [
        ("id", meeting.id or None),
        ("with", meeting.person.label),
        ("at", time_text(meeting.at)),
        ("len", dates.minutes_text(meeting.minutes) if meeting.minutes else None),
        ("mode", meeting.mode),
        ("mood", _text(meeting.mood)),
        ("seen", _text(meeting.seen)),
        ("rating", _text(meeting.rating)),
    ]


def _text(value: int | None) -> str | None:
    return None if value is None else str(value)


def time_text(at: datetime | None) -> str | None:
    """ISO 8601 with offset, seconds only where there are any."""
    if at is None:
        return None
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def write_body(meeting: Meeting, language: str = "en") -> list[str]:
    """The lines of the document under its front matter."""
    records: dict[str, Record] = {
        r.id: r for group in (meeting.actions, meeting.moments, meeting.topics, meeting.checkins) for r in group
    }
    kept = list(lines_of(safe(meeting.body)))
    alone, first, tags = len(kept) == 1, True, frozenset(meeting.tags)
    fence = Fence()
    out: list[str] = []
    for line in kept:
        text = line.text if isinstance(line, Note) else ""
        first = first and (isinstance(line, Slot) or bool(text.strip()))
        if isinstance(line, Slot):
            record = records.get(line.id)
            words = line_of(record, meeting, language, line.lead, first, alone) if record else "^".join(line)
            out.append(words)
        else:
            out.append(text if fence.feed(text) else grammar.guarded(text, Place("note", first, alone), tags))
    _guard_front_matter(out)
    closing = closing_of(out)
    return [*out, closing] if closing else out


_front_key = re.compile(r"^(?:id|kind|with|at):", re.IGNORECASE)


def _guard_front_matter(lines: list[str]) -> None:
    """Keeps a `---` in a note from being read as the beginning of the next document."""
    for number in range(len(lines) - 1):
        if re.fullmatch(r"\\*---[ \t]*", lines[number]) and _front_key.match(lines[number + 1]):
            lines[number] = "\\" + lines[number]


def _plain_rules(lines: list[str]) -> list[str]:
    """The inverse of `_guard_front_matter`."""
    following = [*lines[1:], ""][: len(lines)]
    return [
        line[1:] if re.fullmatch(r"\\+---[ \t]*", line) and _front_key.match(after) else line
        for line, after in zip(lines, following, strict=True)
    ]


def parts(text: str) -> Iterator[tuple[int, str]]:
    """Cuts several documents in one text apart: (number of the first line, text) of each."""
    lines = _unix(text).split("\n")
    starts = [
        n for n, line in enumerate(lines[:-1])
        if line.rstrip() == "---" and _front_key.match(lines[n + 1]) and _closes(lines, n)
    ]  # fmt: skip
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        starts.insert(0, 0)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        if any(line.strip() for line in lines[start:end]):
            yield start + 1, "\n".join(lines[start:end])


def _closes(lines: list[str], start: int) -> bool:
    """Whether a front matter that begins here ends before a blank line."""
    for line in lines[start + 1 :]:
        if line.rstrip() == "---":
            return True
        if not line.strip():
            return False
    return False


def line_of(
    record: Record, meeting: Meeting | None, language: str = "en", lead: str = "- ", first: bool = False,
    alone: bool = False,
) -> str:  # fmt: skip
    """The one line that a record is in a document: list mark, box or label, words, keys, `^id`."""
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    place = Place(kind, first, alone)
    tags = frozenset(getattr(record, "tags", ()))
    text = grammar.guarded(safe(_words(record)), place, tags)
    if isinstance(record, Action):
        head = f"{lead}[{MARKS[record.status]}] {text}"
        keys = _action_keys(record, meeting)
    else:
        head = f"{lead}**{HEADINGS[language][kind]}:** {_goal_words(record, text)}"
        keys = _topic_keys(record, meeting) if isinstance(record, Topic) else _moment_keys(record)
    written = [f"{key}{_quoted(value)}" for key, value in keys if value]
    tail = getattr(record, "because", None) or getattr(record, "why", None)
    if tail:
        key = "because" if isinstance(record, Moment) else "why"
        written.append(f"{key}: {grammar.guarded(safe(tail), place, tags)}")
    return " ".join([head.rstrip(), *written, *([f"^{record.id}"] if record.id else [])])


def _words(record: Record) -> str:
    return str(getattr(record, "text", ""))


def _goal_words(record: Record, text: str) -> str:
    if not isinstance(record, Checkin):
        return text
    value = grammar.number_text(record.value) if record.value is not None else ""
    if not value and grammar.begins_with_number(text):
        text = "\\" + text
    return " ".join(part for part in (record.goal.label, value, text) if part)


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"\s", value) else value


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _action_keys(action: Action, meeting: Meeting | None) -> list[tuple[str, str]]:
    person = (meeting.person if meeting else None) or action.person
    owner = "" if action.owner is None else "them" if person and action.owner.uid == person.uid else action.owner.label
    met = meeting.at.date() if meeting and meeting.at else None
    return [
        ("@", owner),
        ("due:", _day(action.due)),
        ("goal:", action.goal.label if action.goal else ""),
        ("opened:", _day(action.opened) if action.opened != met else ""),
        (f"{action.status}:", _day(action.closed) if action.status != "open" else ""),
    ]


def _topic_keys(topic: Topic, meeting: Meeting | None) -> list[tuple[str, str]]:
    met = meeting.at.date() if meeting and meeting.at else None
    return [
        ("added:", _day(topic.added) if topic.added != met else ""),
        (f"{topic.status}:", _day(topic.closed) if topic.status != "parked" else ""),
    ]


def _moment_keys(record: Record) -> list[tuple[str, str]]:
    if not isinstance(record, Moment):
        return []
    keys = [("resolved:", _day(record.resolved))]
    if record.kind in FEEDBACK:
        them = record.person.uid if record.person else ""
        names = [
            "me" if ref is None else "them" if ref.uid == them else ref.label
            for ref in (record.giver, record.receiver)
        ]
        keys += _direction(*names)
    return keys


def _direction(giver: str, receiver: str) -> list[tuple[str, str]]:
    """As little as says it: `from:them` is to me, `to:them` is from me."""
    if receiver == "me":
        return [("from:", giver)]
    if giver == "me":
        return [("to:", receiver)]
    return [("from:", giver), ("to:", receiver)]
