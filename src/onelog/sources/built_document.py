"""From a part of a note to the document of a meeting, each of whose lines tells where it comes from."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from hashlib import sha256
from typing import NamedTuple

from onelog.core.calendar import dates
from onelog.core.errors import OnelogError
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument, Origin
from onelog.core.results.incoming import Hints, TextFile
from onelog.markdown import sheet
from onelog.markdown.families import NAME_OF_MODE
from onelog.markdown.parsed import FRONT
from onelog.markdown.word_forms import normalized
from onelog.sources.action_table import read_tables
from onelog.sources.foreign_front import FrontKey, named
from onelog.sources.found_days import FoundDay
from onelog.sources.import_rules import ImportRules, rules_of
from onelog.sources.note_facts import NoteFacts, is_used
from onelog.sources.task_marks import read_task

_LENGTHS = ("len", "length", "duration", "minutes", "所要時間")
_MODES = ("mode", "location", "place", "where", "場所")


class MeetingSection(NamedTuple):
    """A part of a note that is one meeting: its lines from `start` to before `end`, counted from 0."""

    start: int
    end: int
    heading: int
    """The line of its heading, counted from 1; 0: it is the whole file."""
    person: str
    person_place: str
    day: FoundDay
    day_place: str
    rest: str = ""
    """What its heading says besides the day and the person."""
    at: str = ""
    """When it was, as the source has it, with its offset."""


def build(
    file: TextFile,
    source: str,
    lines: Sequence[str],
    facts: NoteFacts,
    sections: Sequence[MeetingSection],
    hints: Hints,
) -> tuple[IncomingDocument, ...]:
    """The documents of the meetings in a note."""
    counts: Counter[tuple[str, str]] = Counter()
    made = []
    for section in sections:
        key = (name_forms.normalize(section.person), own_day(section.day.day.isoformat(), section.day_place))
        counts[key] += 1
        made.append(_document(file, lines, facts, section, hints, origin_key(source, file.key, *key, str(counts[key]))))
    return tuple(made)


def origin_key(*parts: str) -> str:
    """What a document of a source is known by; it tells nobody where that is."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def own_day(day: str, place: int | str) -> str:
    """The day by which a meeting of a source is known again; "" where the source says none."""
    return "" if place in ("--on", "--undated") else day


def hashed(text: str, day_place: int | str = "") -> str:
    """What tells whether a document is as it was; the day of the import is no part of what a source says."""
    text = re.sub(r"^at: .*\n", "", text, count=1, flags=re.MULTILINE) if day_place == "--undated" else text
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _document(
    file: TextFile, lines: Sequence[str], facts: NoteFacts, section: MeetingSection, hints: Hints, key: str
) -> IncomingDocument:
    body = [read_task(line) for line in lines[section.start : section.end]]
    body = dedented(read_tables(body, section.person, hints))
    first = section.start + 1
    if section.rest:
        body, first = [f"### {section.rest}", *body], section.start
    page = hints.read_meeting(body, first, section.person, section.day.day, section.day.clock)
    head, rest = _parted(page.text)
    front = [_with_time(line, section) for line in head]
    places: list[int | str] = [_place(line, section) for line in head]
    for key_, line in _more_front(facts, rules_of(hints), {line.partition(":")[0] for line in front}):
        front.append(line)
        places.append(key_)
    if (length := _length(lines, section, hints)) and not any(line.startswith("len:") for line in front):
        front.append(length)
        places.append(_place("at:", section))
    text = "\n".join(["---", *front, "---", *rest])
    shift = page.line + len(head) + 2
    places = ["", *places, "", *(n + shift for n in range(len(rest)))]
    places = [place if isinstance(place, str) or 0 < place <= len(lines) else 0 for place in places]
    start = section.heading or 1
    return page._replace(
        file=file.name,
        line=start,
        text=text,
        names=(),
        ids=False,
        is_partial=False,
        heading=start,
        places=tuple(places),
        last=section.end,
        origin=Origin(key, hashed(text, section.day_place)),
    )


def _parted(text: str) -> tuple[list[str], list[str]]:
    """The lines between the rules of a document, and those beneath."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    return lines[1:end], lines[end + 1 :]


def _with_time(line: str, section: MeetingSection) -> str:
    return f"at: {section.at.replace(' ', 'T')}" if section.at and line.startswith("at:") else line


def _length(lines: Sequence[str], section: MeetingSection, hints: Hints) -> str:
    """How long it took, where the line of its day says until when: `日時：2026年2月12日 15:00〜15:30`."""
    line = _place("at:", section)
    now = datetime.combine(section.day.day, time.max, UTC)
    said = sheet.day_in(lines[line - 1], now, hints.conventions) if isinstance(line, int) else None
    return f"len: {dates.minutes_text(said[1])}" if said and said[1] else ""


def _place(line: str, section: MeetingSection) -> int | str:
    """Where a line of the head comes from."""
    said = section.person_place if line.startswith("with:") else section.day_place if line.startswith("at:") else ""
    number = re.search(r"line (\d+)$", said)
    return int(number[1]) if number else said


def _more_front(facts: NoteFacts, rules: ImportRules, have: set[str]) -> list[tuple[int, str]]:
    """The keys of the front matter that stay, with their lines: those of ours where they are understood."""
    found: list[tuple[int, str]] = []
    left_out = {named(name) for name in rules.skip_columns}
    for key in facts.front.keys:
        if is_used(key, facts) or key.name in left_out:
            continue
        ours = _ours(key, rules.moods)
        if ours and ours.partition(":")[0] not in have:
            have.add(ours.partition(":")[0])
            found.append((key.line, ours))
        else:
            found += [(key.line + n, line) for n, line in enumerate(_kept(key))]
    return found


def _ours(key: FrontKey, moods: Mapping[str, int]) -> str:
    """A key as a field of a meeting; "" for one that is none."""
    if len(key.values) != 1:
        return ""
    value = key.values[0].strip()
    if key.name in _LENGTHS:
        try:
            return f"len: {dates.minutes_text(dates.minutes(value))}"
        except OnelogError:
            return ""
    if key.name in _MODES and normalized(value) in NAME_OF_MODE:
        return f"mode: {NAME_OF_MODE[normalized(value)]}"
    if key.name not in ("mood", "seen", "rating"):
        return ""
    number = moods.get(value.casefold()) if key.name != "rating" else None
    return f"{key.name}: {number or value}" if number or value in ("1", "2", "3", "4", "5") else ""


def _kept(key: FrontKey) -> list[str]:
    """The lines of a key that stays as it is; one that has a name of ours gets another."""
    first, *others = (line for line in key.lines if line.strip())
    name, sign, rest = first.partition(":")
    if named(name.strip("\"'")) in FRONT:
        first = f"source_{name.strip(chr(34) + chr(39)).lower()}{sign}{rest}"
    return [first, *others]


def dedented(lines: list[str]) -> list[str]:
    """The lines without the blanks that all of them begin with, as beneath an item."""
    widths = [len(line) - len(line.lstrip(" \t")) for line in lines if line.strip()]
    cut = min(widths, default=0)
    return [line[cut:] if line.strip() else line for line in lines] if cut else lines
