"""iCalendar: meetings, the coming ones too, and the days on which open promises and goals are due, for a calendar to show.

After RFC 5545: lines end in CRLF and are folded at 75 octets (section 3.1), texts are escaped (3.3.11). A calendar is
synchronised and shared, so nothing of a note is in it, and every entry says CLASS:PRIVATE. Times are in UTC, which every
program reads: each coming talk is an event of its own, so that its hour stays what it is when summer time begins.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TextIO

from onelog.core.model import Action, Goal, Meeting
from onelog.core.names.honorifics import titled
from onelog.core.phrases import say, spoken
from onelog.core.results.common import Book, ComingTalk
from onelog.core.sanitize import storable

_WIDTH = 75
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
"""When a talk was made that nobody ever changed: it comes from the cadence, and a file of tomorrow is to say the same of it."""
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//onelog//onelog//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")

ContentLine = tuple[str, str]
"""The name of a property with its parameters, and its value as it is written."""


def write(book: Book, out: TextIO, today: date, language: str = "en", alarm: int | None = None) -> None:
    """Meetings oldest first, those that are to come, then due days in their order; an `alarm` so many minutes before a talk."""
    out.writelines(_folded(line) for line in _HEAD)
    name = _text(say(language, "document.calendar"))
    out.writelines(_folded(f"{key}:{name}") for key in ("NAME", "X-WR-CALNAME"))
    for entry in _entries(book, today, language, alarm):
        lines = ("BEGIN", "VEVENT"), ("CLASS", "PRIVATE"), *entry, ("END", "VEVENT")
        out.writelines(_folded(f"{name}:{value}") for name, value in lines)
    out.write(_folded("END:VCALENDAR"))


def _met(name: str, language: str) -> str:
    return say(language, "document.met", name=titled(name) if language == "ja" else name)


def _entries(book: Book, today: date, language: str, alarm: int | None) -> Iterator[Iterable[ContentLine]]:
    for meeting in book.meetings:
        if meeting.at:
            yield _meeting(meeting, meeting.at, language)
    for talk in book.coming:
        yield _coming(talk, today, language, alarm)
    due: list[tuple[date, Action | Goal]] = [(a.due, a) for a in _promises(book) if a.due and a.status == "open"]
    due += [(g.by, g) for g in book.goals if g.by and g.status == "open"]
    for day, record in sorted(due, key=lambda one: (one[0], one[1].uid)):
        yield _due(record, day, language)


def _promises(book: Book) -> Iterator[Action]:
    yield from book.actions
    for meeting in book.meetings:
        yield from meeting.actions


def _meeting(meeting: Meeting, at: datetime, language: str) -> Iterator[ContentLine]:
    """A meeting at its time; one whose time nobody said takes up its day, which is that of its own offset."""
    yield from _head(meeting.uid, meeting.created or at, _met(meeting.person.label, language))
    if at.time() == time():
        yield from _whole_day(at.date())
        return
    yield "DTSTART", _utc(at)
    if meeting.minutes:
        yield "DURATION", f"PT{meeting.minutes}M"


def _coming(talk: ComingTalk, today: date, language: str, alarm: int | None) -> Iterator[ContentLine]:
    """A talk that is to come; its uid, by person and day of the cadence, stays wherever it is moved."""
    changed = talk.changed or _MADE
    yield from _head(f"{talk.person.uid}-{talk.slot:%Y%m%d}", changed, _met(talk.person.label, language))
    yield "LAST-MODIFIED", _utc(changed)
    yield "SEQUENCE", str(talk.revision)
    if talk.is_cancelled:
        yield "STATUS", "CANCELLED"
    if said := [_promise(one, today, language) for one in talk.promises]:
        yield "DESCRIPTION", _text("\n".join(said))
    if talk.at is None:
        yield from _whole_day(talk.day)
        return
    yield "DTSTART", _utc(talk.at)
    yield "DURATION", f"PT{talk.minutes}M"
    if alarm is not None and not talk.is_cancelled:
        yield from _alarm(alarm, _met(talk.person.label, language))


def _alarm(minutes: int, text: str) -> Iterator[ContentLine]:
    yield "BEGIN", "VALARM"
    yield "ACTION", "DISPLAY"
    yield "DESCRIPTION", _text(text)
    yield "TRIGGER", f"-PT{minutes}M"
    yield "END", "VALARM"


def _promise(action: Action, today: date, language: str) -> str:
    """`Mia Tanaka: the roster · due Thu 26 Nov`."""
    owner = say(language, "document.owes", name=action.owner.label, text=action.text) if action.owner else action.text
    day = spoken.short_day(action.due, today, language) if action.due else ""
    return f"{owner} · {say(language, 'due', day=day)}"


def _due(record: Action | Goal, day: date, language: str) -> Iterator[ContentLine]:
    if isinstance(record, Goal):
        text = say(language, "document.goal", text=record.title)
    else:
        text = (
            say(language, "document.owes", name=record.owner.label, text=record.text) if record.owner else record.text
        )
    opened = datetime.combine(record.opened or day, time(), UTC)
    yield from _head(record.uid, opened, text)
    yield from _whole_day(day)


def _head(uid: str, stamp: datetime, summary: str) -> Iterator[ContentLine]:
    """DTSTAMP is when the record was made, not when it was written here: the same journal gives the same file."""
    yield "UID", _text(uid)
    yield "DTSTAMP", _utc(stamp)
    yield "SUMMARY", _text(summary)


def _whole_day(day: date) -> Iterator[ContentLine]:
    yield "DTSTART;VALUE=DATE", f"{day:%Y%m%d}"
    yield "DTEND;VALUE=DATE", f"{day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP", "TRANSPARENT"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    r"""A TEXT value: `\`, `;`, `,` and newlines escaped, controls made visible."""
    text = storable(words)
    for sign, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return text


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which ends inside a character; all but the first after a blank."""
    pieces, piece, room = [], "", _WIDTH
    for sign in line:
        size = len(sign.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _WIDTH - 1
        piece += sign
        room -= size
    return "\r\n ".join([*pieces, piece]) + "\r\n"
