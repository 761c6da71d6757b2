"""A period's notes as one document for people to read: a title, a heading a meeting, and what was said in words."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from onelog.core.calendar.dates import day_text
from onelog.core.model import Meeting
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.formats.digest import marks, summary
from onelog.formats.digest.escape import EscapedLine, escape
from onelog.formats.digest.goals import write_goals
from onelog.formats.digest.lines import InMeeting, LinePlace, write_line
from onelog.formats.digest.meeting_line import is_facts, write_facts
from onelog.formats.digest.own_lines import is_only_ours
from onelog.formats.digest.spacing import apart
from onelog.markdown.body import Slot, lines_of
from onelog.markdown.serialize import write_body


def write(book: Book, out: TextIO, today: date, language: str = "en", *, by: str = "day", ids: bool = False) -> None:
    """The document: what the period held, each meeting, what stands outside any meeting, the goals.

    `by` is "day" or "person"; with `ids` each record has its id at the end of its line. Nothing is written for a book in
    which nothing is. People, skips and the answers to warnings have no place in it.
    """
    if not any((book.meetings, book.moments, book.actions, book.topics, book.goals)):
        return
    offset = summary.usual_offset(book)
    titles = _titles(book, ids)
    place = LinePlace(language, today=today, offset=offset, titles=titles, ids=ids)
    out.write(f"# {marks.plain_words(summary.title(book, language))}\n\n")
    out.write(f"{marks.plain_words(summary.summary(book, today, language))}\n")
    if legend := summary.legend(book, offset, language):
        out.write(f"\n*{legend}*\n")
    for meeting in summary.ordered(book.meetings, by):
        if meeting.at is not None or book.period is None:
            out.write("\n".join(("", *_meeting(meeting, place, by), "")))
    if loose := list(_between(book, place)):
        out.writelines(f"{line}\n" for line in ("", f"## {place.say('between')}", "", *loose))
    if book.goals:
        out.writelines(f"{line}\n" for line in ("", f"## {place.say('goals')}", "", *write_goals(book, place)))


def _titles(book: Book, ids: bool) -> dict[str, str]:
    """What each goal is referred to by: its title, with its id where ids are wanted, with a number where it is another's too."""
    seen: Counter[str] = Counter()
    titles = {}
    for goal in book.goals:
        seen[goal.title] += 1
        number = f" ({seen[goal.title]})" if seen[goal.title] > 1 else ""
        titles[goal.uid] = f"{goal.title} ({goal.id})" if ids else f"{goal.title}{number}"
    return titles


def _meeting(meeting: Meeting, place: LinePlace, by: str) -> Iterator[str]:
    place = place._replace(person=meeting.person.label, day=meeting.at.date() if meeting.at else None)
    yield heading(meeting, place, by)
    if facts := write_facts(meeting, place):
        yield ""
        yield facts
    if body := body_lines(meeting, place):
        yield ""
        yield from body


def heading(meeting: Meeting, place: LinePlace, by: str = "day") -> str:
    """`## Fri 3 Jul 2026 · Yuki Hayashi`; by person the name stands first."""
    when = day_text(meeting.at.date(), place.language, weekday=True) if meeting.at else place.say("coming")
    parts = [when, marks.by_name(marks.plain_words(meeting.person.label), "·")]
    return f"## {' · '.join(reversed(parts) if by == 'person' and meeting.at else parts)}"


def body_lines(meeting: Meeting, place: LinePlace) -> list[str]:
    """The note in its own words, each record at its place; those that have none at the end."""
    records: dict[str, InMeeting] = {
        r.id: r for group in (meeting.actions, meeting.moments, meeting.topics, meeting.checkins) for r in group
    }
    kept = list(lines_of(storable(meeting.body)))
    notes = write_body(meeting, place.language, notes=kept)[: len(kept)]
    lines: list[EscapedLine] = []
    here: list[str] = []
    first = True
    for line, note in zip(kept, notes, strict=True):
        first = first and (isinstance(line, Slot) or bool(line.text.strip()))
        if isinstance(line, Slot):
            if line.id in records:
                here.append(write_line(records.pop(line.id), place, line.lead, first=first))
                lines.append(None)
        else:
            lines.append(note)
    here += [write_line(record, place) for record in records.values()]
    lines += [None] * len(records)
    return apart(escape(lines, is_own), here)


def is_own(line: str) -> bool:
    """Whether a line of a note would be read as one that only a digest writes."""
    return is_only_ours(line) or is_facts(line)


def _between(book: Book, place: LinePlace) -> Iterator[str]:
    """What stands outside any meeting, in the order of its days."""
    loose: list[tuple[date, InMeeting]] = [(m.at.date() if m.at else date.min, m) for m in book.moments]
    loose += [(a.opened or date.min, a) for a in book.actions]
    loose += [(t.added or date.min, t) for t in book.topics]
    for _, record in sorted(loose, key=lambda one: one[0]):
        yield write_line(record, place, first=True)
