"""What was said in a talk, as the note of one meeting; what was spoken never becomes a promise."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onelog.core.errors import Refused
from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.sources.found_days import FoundDay
from onelog.sources.written_document import DocumentWriter, MeetingFacts, PlacedLine, as_note


class SpokenLine(NamedTuple):
    """Words, and who said them."""

    speaker: str
    words: str
    line: int


class SpokenMeeting(NamedTuple):
    """Whom a talk was with and when, and where that is said."""

    person: str
    person_place: int | str
    day: FoundDay | None
    day_place: int | str
    minutes: int = 0


def write_spoken(
    file: TextFile, lines: Sequence[str], spoken: Iterable[SpokenLine], said: SpokenMeeting, hints: Hints
) -> IncomingFile:
    """The one meeting of a transcript. Raises `Refused` where nothing says its day."""
    at = _when(said.day) if said.day else hints.on.date().isoformat() if hints.on else ""
    if not at:
        raise Refused("import_.transcript_without_day", file=file.name)
    body: list[PlacedLine] = [("### Transcript", 1), ("", "")]
    for n, one in enumerate(_joined(spoken)):
        words = as_note(f"{one.speaker}: {one.words}" if one.speaker else one.words, first=n == 0)
        body += [(words, one.line), ("", "")]
    front: list[PlacedLine] = [(f"len: {said.minutes}m", "its last cue")] if said.minutes else []
    known = MeetingFacts(
        person=said.person,
        person_place=said.person_place,
        at=at,
        at_place=said.day_place or hints.on_place,
        first=1,
        last=len(lines),
    )
    page = DocumentWriter(file, "transcript").write(known, body, front)
    return IncomingFile(file.name, "transcript", len(lines), (page,))


def without_person(file: TextFile, people: int) -> Refused:
    """Why nothing is taken where nobody, or more than one, may be the other one."""
    if people:
        return Refused("import_.transcript_with_whom", file=file.name, people=people)
    return Refused("import_.transcript_names_nobody", file=file.name)


def _when(day: FoundDay) -> str:
    return f"{day.day}T{day.clock}" if re.fullmatch(r"\d\d:\d\d", day.clock) else day.day.isoformat()


def _joined(spoken: Iterable[SpokenLine]) -> list[SpokenLine]:
    """What one says in a row, as one."""
    out: list[SpokenLine] = []
    for one in spoken:
        if out and out[-1].speaker == one.speaker:
            out[-1] = out[-1]._replace(words=f"{out[-1].words} {one.words}")
        else:
            out.append(one)
    return out
