"""Writing a document: the note in its own words, each record one line with its id at the end."""

import copy
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice
from types import MappingProxyType

from onelog.core import numbers
from onelog.core.calendar import dates, recurrence
from onelog.core.kinds import Record, kind_of
from onelog.core.model import FEEDBACK, PRIVATE, Action, Checkin, Meeting, Moment, Topic
from onelog.core.sanitize import storable
from onelog.core.scales import Scale
from onelog.markdown import families, frontmatter, grammar, key_values, privacy, section_lines, token_patterns
from onelog.markdown.body import Fence, Note, Slot, closing_of, lines_of
from onelog.markdown.forms import scale_fields
from onelog.markdown.forms.template import unread_headings
from onelog.markdown.grammar import Place
from onelog.markdown.parsed import HEADINGS, MARKS, unread_days
from onelog.markdown.parsing.continuation import FirstParagraph
from onelog.markdown.section_lines import Sections
from onelog.markdown.split import guard_rules


def write(
    meeting: Meeting,
    language: str = "en",
    *,
    blanks: bool = False,
    kind: str = "",
    hints: Sequence[str] = (),
    boxed: Mapping[str, bool] = MappingProxyType({}),
    scales: Sequence[Scale] = (),
) -> str:
    """The meeting's document. With `blanks`, empty fields stand there to be filled in; `hints` stand above the note.

    The records with the ids `boxed` get a box to be ticked, whatever they are: True with their label, False without.
    `scales` are asked for: a line stands there for each.
    """
    own = scale_fields.front_lines(meeting.scales, scales if blanks else ())
    own += ["at:"] if not (meeting.at or blanks) and unread_days(meeting.extra) else []  # it has no day yet
    extra = "\n".join([*own, meeting.extra] if meeting.extra else own)
    front = frontmatter.lines([*([("kind", kind)] if kind else []), *_front(meeting)], extra, blanks=blanks)
    body = write_body(meeting, language, boxed, kind)
    if not body and not blanks:
        return "\n".join([*front, ""])
    return "\n".join([*front, "", *([*hints, ""] if hints else []), *body, ""])


def _front(meeting: Meeting) -> list[tuple[str, str | None]]:
    return [
        *([("id", meeting.id)] if meeting.id else []),
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


def write_body(
    meeting: Meeting,
    language: str = "en",
    boxed: Mapping[str, bool] = MappingProxyType({}),
    kind: str = "",
    notes: Sequence[Note | Slot] = (),
) -> list[str]:
    """The lines of the document under its front matter; `kind` is what that says the document is.

    With its `notes` the line of a record is nothing but its place: for those who write records otherwise.
    """
    records: dict[str, Record] = {
        r.id: r for group in (meeting.actions, meeting.moments, meeting.topics, meeting.checkins) for r in group
    }
    paragraph, tags = FirstParagraph(), frozenset(meeting.tags)
    fence, within = Fence(), Sections(unread_headings(kind))
    out: list[str] = []
    lines = notes or list(lines_of(storable(meeting.body)))
    places = {first: Place("note", first) for first in (True, False)}
    for number, line in enumerate(lines):
        text = line.text if isinstance(line, Note) else ""
        first = paragraph.feed(line.id if isinstance(line, Slot) else text)
        if isinstance(line, Slot):
            record = records.get(line.id)
            if notes:
                words = f"{line.lead}**:** ^{line.id}"
            elif record:
                words = line_of(record, meeting, language, line.lead, first, boxed.get(line.id))
            else:
                words = "^".join(line)
            within.feed(words)
            out.append(words)
        elif fence.feed(text):
            out.append(text)
        else:
            text = grammar.guarded(text, places[first], tags)
            is_item = within.feed(text)
            is_near = within.opened or "\\" in text
            if is_near and _stays_text(text, within, islice(lines, number + 1, None), records):
                text = section_lines.kept(text)
                within.end()
            out.append(section_lines.escaped(text) if is_item else text)
    guard_rules(out)
    closing = closing_of(out)
    return [*out, closing] if closing else out


def _stays_text(heading: str, within: Sections, below: Iterable[Note | Slot], records: Mapping[str, Record]) -> bool:
    """Whether a heading of what is private is text: it has a backslash, words on its line, or only notes under it."""
    if section_lines.unkept(heading) is not None or (within.opened and section_lines.divided(heading)):
        return True
    if not within.opened or within.kind not in PRIVATE:
        return False
    under, fence, is_needed = copy.copy(within), Fence(), False
    for line in below:
        if isinstance(line, Slot):
            if privacy.private_kind(records.get(line.id)):
                return False
            under.feed(f"{line.lead}**:** ^{line.id}")
        elif not fence.feed(line.text):
            is_needed = bool(under.feed(line.text)) or is_needed
            if under.opened:
                break
    return is_needed


def line_of(
    record: Record,
    meeting: Meeting | None,
    language: str = "en",
    lead: str = "- ",
    first: bool = False,
    boxed: bool | None = None,
) -> str:
    """The one line that a record is in a document: list mark, box or label, words, keys, `^id`.

    An action has a box anyway; `boxed` gives one to a topic or a concern, before its label (True) or in its place (False).
    """
    kind = record.kind if isinstance(record, Moment) else kind_of(record)
    place = Place(kind, first)
    tags = frozenset(getattr(record, "tags", ()))
    text = grammar.guarded(storable(_words(record)), place, tags)
    if not record.id:  # it is read as somebody's own words
        text = key_values.with_end(text)
    if isinstance(record, Action):
        head = f"{lead}[{MARKS[record.status]}] {text}"
        keys = _action_keys(record, meeting)
    else:
        box = "" if boxed is None else f"[{MARKS['open']}] "
        label = "" if boxed is False and not _begins_bold(text) else f"**{HEADINGS[language][kind]}:** "
        head = f"{lead}{box}{label}{_goal_words(record, text)}"
        keys = _topic_keys(record, meeting) if isinstance(record, Topic) else _moment_keys(record)
    written = [_said(key, value, language) for key, value in keys if value]
    tails = ((key, getattr(record, key, None)) for key in token_patterns.TAIL_KEYS)
    written += [
        f"{_key(f'{key}: ', language)}{grammar.guarded(storable(tail), place, tags)}" for key, tail in tails if tail
    ]
    return " ".join([head.rstrip(), *written, *([f"^{record.id}"] if record.id else [])])


def _begins_bold(text: str) -> bool:
    """Whether the words behind a box might be read as a label."""
    return text.startswith(("**", "__"))


def _words(record: Record) -> str:
    return str(getattr(record, "text", ""))


def _goal_words(record: Record, text: str) -> str:
    if not isinstance(record, Checkin):
        return text
    return f"{record.goal.label} {numbers.serialize(record.value, text)}".rstrip()


def _said(key: str, value: str, language: str) -> str:
    """A key with its value, or `@owner`, in the words of the language where it has some."""
    value = _VALUES.get((language, value), value)
    return grammar.owner(value) if key == "@" else f"{_key(key, language)}{_quoted(value)}"


_VALUES = {("ja", "them"): "相手"}


def _key(key: str, language: str) -> str:
    """`due:`, 期限：; a key that has no Japanese word is English in any language."""
    words = families.KEYS[key.rstrip(": ")] if language == "ja" else ()
    return next((f"{word}：" for word in words if not word.isascii()), key)


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
        ("as:", topic.becomes or ""),
        ("every:", recurrence.short_text(topic.rule) if topic.rule else ""),
        ("next:", _day(topic.next)),
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
            "me" if ref is None else "them" if ref.uid == them else ref.label for ref in (record.giver, record.receiver)
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
