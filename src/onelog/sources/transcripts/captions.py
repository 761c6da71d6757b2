"""Transcripts (WebVTT, SubRip) as Zoom, Teams, Meet and others write them: a note with who said what, never promises."""

import re
from collections.abc import Iterator

from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown.split import unix
from onelog.sources.foreign_front import ForeignFront
from onelog.sources.found_days import FoundDay, find_day
from onelog.sources.found_people import cleaned, is_me
from onelog.sources.note_facts import read_facts
from onelog.sources.transcripts.spoken import SpokenLine, SpokenMeeting, without_person, write_spoken

_TIME = r"(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{3}"
_CUE = re.compile(rf"^\s*({_TIME})\s+-->\s+({_TIME})")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)
_SPEAKER = re.compile(r"^([^\W\d_][^:：<>]{0,39})[:：]\s*(\S.*)$")
_SECONDS_A_MINUTE = 60


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
    spoken = [*_spoken(lines)]
    facts = read_facts(file, [], [], ForeignFront(), hints)
    others = [name for name in dict.fromkeys(one.speaker for one in spoken) if name and not is_me(name, hints)]
    person = facts.person or (others[0] if len(others) == 1 else "") or hints.who
    if not person:
        raise without_person(file, len(others))
    place: int | str = next((one.line for one in spoken if one.speaker == person), "--with")
    day: FoundDay | None = facts.day
    day_place: int | str = facts.day_place
    if not day and (noted := _noted_day(lines, hints)):
        day, day_place = noted
    said = SpokenMeeting(person, facts.person_place or place, day, day_place, _minutes(lines))
    return write_spoken(file, lines, spoken, said, hints)


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
