"""Transcripts as plain text: what Granola copies (Me, Them), what Zoom saves ([Name] 10:30:05), what others write so."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown.split import unix
from onelog.sources.foreign_front import ForeignFront
from onelog.sources.found_days import FoundDay, find_day
from onelog.sources.found_people import cleaned, is_me, read_people, read_title
from onelog.sources.note_facts import read_facts
from onelog.sources.transcripts.spoken import SpokenLine, SpokenMeeting, without_person, write_spoken

_CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?"
_BRACKETED = re.compile(rf"^\[([^\]\d][^\]]{{0,60}})\]\s+({_CLOCK})\s*$")
_TIMED = re.compile(rf"^([^\W\d_][^:：\[\]]{{0,40}}?)\s+(?:\(({_CLOCK})\)|({_CLOCK}))\s*$")
_BOLD = re.compile(rf"^\*\*([^*:：(]{{1,40}}?)(?: \({_CLOCK}\))?[:：]\*\*\s*(\S.*)$")
_NAMED = re.compile(r"^([^\W\d_][^:：<>\[\]]{0,39})(?::\s+|：\s*)(\S.*)$")
_HEAD = re.compile(
    r"^(Meeting Title|Title|Date|Meeting participants|Participants|Attendees|会議名|日付|参加者)[:：]\s*(.*)$",
    re.IGNORECASE,
)
_BEGIN = re.compile(r"^(?:#+\s*)?(?:Transcript|文字起こし)[:：]?\s*$", re.IGNORECASE)
_FEWEST = 2


class _Head(NamedTuple):
    """What stands above the first words."""

    people: tuple[str, ...] = ()
    title: str = ""
    day: FoundDay | None = None
    day_line: int = 0
    people_line: int = 0


def identify(text: str, name: str) -> int:  # noqa: ARG001 - every source takes the same arguments
    """Sure where most paragraphs begin with somebody who speaks, in one of the ways that programs write it."""
    lines = [line for line in unix(text[:20_000]).split("\n") if line.strip()]
    if sum(1 for line in lines if _BRACKETED.match(line)) >= _FEWEST:
        return 96
    bold = [found[1] for line in lines if (found := _BOLD.match(line))]
    is_timed = any(re.match(rf"\*\*[^*]+ \({_CLOCK}\)", line) for line in lines)
    speakers = len(bold) if is_timed or len(set(bold)) < len(bold) else 0  # `**Date:**` and other labels stand once
    spoken = speakers + sum(1 for line in lines if re.match(r"(?:Me|Them)[:：] \S", line))
    begun = any(_BEGIN.match(line) for line in lines[:12])
    if begun and sum(1 for line in lines if _NAMED.match(line) or _BOLD.match(line)) >= _FEWEST:
        return 96
    if spoken >= _FEWEST and spoken >= len(lines) * 0.6:
        return 96
    return 96 if sum(1 for line in lines if _TIMED.match(line)) >= max(len(lines) // 4, _FEWEST) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """One meeting with a note of who said what."""
    lines = unix(file.text).rstrip("\n").split("\n")
    head = _head(lines, hints)
    spoken = [*_spoken(lines)]
    facts = read_facts(file, [], [], ForeignFront(), hints)
    named = [
        one
        for one in dict.fromkeys(line.speaker for line in spoken)
        if one and one not in ("Me", "Them") and not is_me(one, hints)
    ]
    people: list[tuple[str, int | str]] = [
        (facts.person, facts.person_place),
        *((one, head.people_line) for one in head.people[:1] if len(head.people) == 1),
    ]
    title = read_title(head.title, hints).people
    people += [
        *((one, 1) for one in title[:1]),
        *((one, "who speaks") for one in named[:1] if len(named) == 1),
        (hints.who, "--with"),
    ]
    person, place = next(((one, where) for one, where in people if one), ("", 0))
    if not person:
        raise without_person(file, len(named) or len(head.people))
    day, day_place = (facts.day, facts.day_place) if facts.day else (head.day, head.day_line)
    said = SpokenMeeting(person, place or "its speakers", day, day_place)
    return write_spoken(file, lines, spoken, said, hints)


def _head(lines: list[str], hints: Hints) -> _Head:
    head = _Head()
    for number, line in enumerate(lines[:12], 1):
        if not (found := _HEAD.match(line.strip("*# "))):
            continue
        key, value = found[1].lower(), found[2]
        if key in ("date", "日付"):
            day = find_day(value, hints.conventions)
            head = head._replace(day=day, day_line=number) if isinstance(day, FoundDay) else head
        elif "title" in key or key == "会議名":
            head = head._replace(title=value)
        else:
            head = head._replace(people=tuple(read_people([value], hints)), people_line=number)
    return head


def _spoken(lines: list[str]) -> Iterator[SpokenLine]:
    """What was said, line by line, each with who said it."""
    speaker, is_begun = "", not any(_BEGIN.match(line) for line in lines[:12])
    for number, line in enumerate(lines, 1):
        if not is_begun:
            is_begun = bool(_BEGIN.match(line))
            continue
        if not line.strip() or (not speaker and _HEAD.match(line)):
            continue
        if found := _BRACKETED.match(line) or _TIMED.match(line):
            speaker = cleaned(found[1])
        elif said := _BOLD.match(line) or _NAMED.match(line):
            speaker = cleaned(said[1])
            yield SpokenLine(speaker, said[2].strip(), number)
        else:
            yield SpokenLine(speaker, line.strip(), number)
