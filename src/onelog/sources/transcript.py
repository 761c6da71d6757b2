"""Transcripts (WebVTT, SubRip) as Zoom, Teams, Meet and others write them: a note with who said what, never promises."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onelog.core.errors import Refused
from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown.split import unix
from onelog.sources.foreign_front import ForeignFront
from onelog.sources.found_days import FoundDay, find_day
from onelog.sources.found_people import cleaned, is_me
from onelog.sources.note_facts import read_facts
from onelog.sources.written_document import DocumentWriter, MeetingFacts, as_note

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{3}"
_CUE = re.compile(rf"^\s*({_TIME})\s+-->\s+({_TIME})")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_SPEAKER = re.compile(r"^([^\W\d_][^:：<>]{0,39})[:：]\s*(\S.*)$")
_SECONDS_A_MINUTE = 60


class SpokenLine(NamedTuple):
    """Words, and who said them."""

    speaker: str
    words: str
    line: int


def identify(text: str, name: str) -> int:
    """Sure by the first line or the first cue."""
    if re.match(r"\ufeff?WEBVTT\b", text):
        return 98
    is_timed = re.search(rf"^\d+\s*\n{_TIME}\s+-->\s+{_TIME}", text[:2000], re.MULTILINE)
    return 95 if is_timed else 70 if name.lower().endswith((".vtt", ".srt")) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """One meeting, with the other one who speaks, on the day that the file's name or an option says."""
    lines = unix(file.text).split("\n")
    lines = lines[:-1] if lines and not lines[-1] else lines
    spoken = _joined(_spoken(lines))
    facts = read_facts(file, [], [], ForeignFront(), hints)
    others = [name for name in dict.fromkeys(one.speaker for one in spoken) if name and not is_me(name, hints)]
    person = facts.person or (others[0] if len(others) == 1 else "") or hints.who
    place: int | str = (
        facts.person_place if facts.person else next((one.line for one in spoken if one.speaker == person), "--with")
    )
    at_place: int | str
    day, at_place = facts.day, facts.day_place or "--on"
    if not day and (noted := _noted_day(lines, hints)):
        day, at_place = noted
    at = _when(day) if day else hints.on.date().isoformat() if hints.on else ""
    if not person:
        if not others:
            raise Refused("import_.transcript_names_nobody", file=file.name)
        raise Refused("import_.transcript_with_whom", file=file.name, people=len(others))
    if not at:
        raise Refused("import_.transcript_without_day", file=file.name)
    writer = DocumentWriter(file, "transcript")
    body = [
        (as_note(f"{one.speaker}: {one.words}" if one.speaker else one.words, first=n == 0), one.line)
        for n, one in enumerate(spoken)
    ]
    head: list[tuple[str, int | str]] = [("### Transcript", 1), ("", "")]
    length = _minutes(lines)
    front: list[tuple[str, int | str]] = [(f"len: {length}m", "its last cue")] if length else []
    known = MeetingFacts(person=person, person_place=place, at=at, at_place=at_place, first=1, last=len(lines))
    page = writer.write(known, [*head, *[part for row in body for part in (row, ("", ""))]], front)
    return IncomingFile(file.name, "transcript", len(lines), (page,))


def _when(day: FoundDay) -> str:
    return f"{day.day}T{day.clock}" if re.fullmatch(r"\d\d:\d\d", day.clock) else day.day.isoformat()


def _noted_day(lines: list[str], hints: Hints) -> tuple[FoundDay, int | str] | None:
    """The day in what stands above the first cue."""
    for number, line in enumerate(lines[:20], 1):
        if _CUE.match(line):
            return None
        if isinstance(found := find_day(line, hints.conventions), FoundDay):
            return found, number
    return None


def _spoken(lines: list[str]) -> Iterator[SpokenLine]:
    """The lines below the times, each with its speaker; what stands above the first of them is none."""
    is_open, speaker = False, ""
    for number, line in enumerate(lines, 1):
        if _CUE.match(line):
            is_open, speaker = True, ""
        elif not line.strip():
            is_open = False
        elif is_open:
            voice = _VOICE.search(line)
            words = _TAG.sub("", line).strip()
            said = None if voice else _SPEAKER.match(words)
            speaker = cleaned(voice[1]) if voice else cleaned(said[1]) if said else speaker
            if words := said[2] if said else words:
                yield SpokenLine(speaker, words, number)


def _joined(spoken: Iterator[SpokenLine]) -> list[SpokenLine]:
    """What one says in a row, as one."""
    out: list[SpokenLine] = []
    for one in spoken:
        if out and out[-1].speaker == one.speaker:
            out[-1] = out[-1]._replace(words=f"{out[-1].words} {one.words}")
        else:
            out.append(one)
    return out


def _minutes(lines: list[str]) -> int:
    """How long it took, by the end of the last cue; 0 where that says nothing."""
    ends = [found[2] for line in lines if (found := _CUE.match(line))]
    if not ends:
        return 0
    parts = [int(part) for part in re.split(r"[:.,]", ends[-1])][:-1]
    minutes = round(
        (parts[-1] + _SECONDS_A_MINUTE * parts[-2] + (3600 * parts[-3] if len(parts) > 2 else 0)) / _SECONDS_A_MINUTE
    )
    return minutes if 1 <= minutes <= 24 * 60 else 0
