"""A calendar (iCalendar): the past 1-on-1s in it as meetings without notes, and how often somebody new is met.

An event is a 1-on-1 where exactly one other person takes part, or its title says so and with whom. What is cancelled,
declined or yet to come is none. The occurrences of a series are those of recurring-ical-events, EXDATE and all.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import Any, NamedTuple

from onelog.core.calendar import dates, recurrence
from onelog.core.errors import Damaged, OnelogError, Refused, check_none, kept_in, notice
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown import frontmatter
from onelog.markdown.families import NAME_OF_MODE
from onelog.markdown.split import unix
from onelog.markdown.word_forms import normalized
from onelog.sources.calendars.cadence import cadence_of, comes_too_often
from onelog.sources.calendars.participants import NoOneOnOne, other_of
from onelog.sources.needed_library import needed
from onelog.sources.written_document import DocumentWriter, MeetingFacts, PlacedLine

MOST = 5_000
"""So many past meetings at most are taken from a file."""
_VIDEO = r"https?://\S*(?:zoom\.us|meet\.google|teams\.(?:microsoft|live)|webex|whereby|around\.co)"


class CalendarEvent(NamedTuple):
    """An event as the file has it, with its lines there."""

    said: Any
    first: int
    last: int

    @property
    def uid(self) -> str:
        return str(self.said.get("UID", ""))

    @property
    def is_moved(self) -> bool:
        """Whether it says one occurrence of a series anew."""
        return bool(self.said.get("RECURRENCE-ID"))


def identify(text: str, name: str) -> int:
    """Sure by its first line."""
    return 98 if re.match(r"\ufeff?BEGIN:VCALENDAR", text) else 70 if name.lower().endswith((".ics", ".ical")) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The past 1-on-1s, each event that is none with its reason."""
    text = unix(file.text)
    lines = text.rstrip("\n").count("\n") + 1
    if re.search(r"^PRODID:-//onelog//", text, re.MULTILINE):
        return IncomingFile(file.name, "ics", lines, why=notice("import_.own_calendar"))
    reader = _CalendarReader(file, text, hints)
    pages, skipped = reader.read()
    why = (
        ""
        if pages or not skipped
        else skipped[0].why
        if len({one.why for one in skipped}) == 1
        else notice("import_.no_past_meeting")
    )
    why = why or ("" if pages else notice("import_.no_event"))
    return IncomingFile(file.name, "ics", lines, tuple(pages), () if why else tuple(skipped), why=why)


class _CalendarReader:
    """One calendar being read."""

    def __init__(self, file: TextFile, text: str, hints: Hints) -> None:
        self.file, self.hints = file, hints
        self.icalendar = needed("icalendar", "calendar", "recurring-ical-events")
        self.recurring = needed("recurring_ical_events", "calendar", "recurring-ical-events")
        self.calendar = self.parsed(text)
        spans = _spans(text)
        found = list(self.calendar.walk("VEVENT"))
        if len(found) != len(spans):
            raise Damaged("import_.broken_calendar", file=file.name, line=spans[-1][0] if spans else 1)
        self.events = [CalendarEvent(said, *span) for said, span in zip_longest(found, spans)]
        self.series = {event.uid for event in self.events if not event.is_moved}
        self.moved: defaultdict[str, dict[str, CalendarEvent]] = defaultdict(dict)
        """By series and occurrence, the events that say it anew."""
        for event in self.events:
            if event.is_moved:
                self.moved[event.uid][_key(event.said)] = event
        self.writer = DocumentWriter(file, "ics")
        self.meetings: list[IncomingDocument] = []
        self.cadences: dict[str, tuple[datetime, str, int]] = {}

    def parsed(self, text: str) -> Any:
        try:
            return self.icalendar.Calendar.from_ical(text)
        except (ValueError, KeyError, IndexError, AttributeError, RecursionError) as error:
            line = re.search(r"[Ll]ine (\d+)", str(error))
            raise Damaged("import_.broken_calendar", file=self.file.name, line=line[1] if line else 1) from error

    def read(self) -> tuple[list[IncomingDocument], list[Stretch]]:
        skipped = []
        refused: list[OnelogError] = []
        for event in self.events:
            if event.is_moved and event.uid in self.series:
                continue
            with kept_in(refused):
                if why := self.why_not(event):
                    skipped.append(Stretch(event.first, event.last, SKIPPED, why))
            if len(self.meetings) >= MOST:
                break
        check_none(refused)
        people = [self.person(name, rule, line) for name, (_, rule, line) in self.cadences.items()]
        return [*people, *self.meetings], skipped

    def why_not(self, event: CalendarEvent) -> str:
        """Takes an event; "" or why it is none. Raises `Refused`, and `Damaged` for what is broken in it."""
        try:
            return self.take(event)
        except NoOneOnOne as no:
            return no.why
        except OnelogError:
            raise
        except Exception as error:
            raise Damaged("import_.broken_calendar", file=self.file.name, line=event.first) from error

    def take(self, event: CalendarEvent) -> str:
        """Takes the past occurrences of an event; why there are none."""
        person = other_of(event.said, self.hints)
        if comes_too_often(event.said):
            raise Refused("import_.event_too_often", file=self.file.name, line=event.first)
        taken = 0
        whys: dict[str, None] = {}
        for said in self.occurrences(event):
            own = self.moved[event.uid].get(_key(said), event)
            why = self.occurrence(said, own, person)
            taken += not why
            whys |= {why: None} if why else {}
        rule = cadence_of(event.said, self.hints.now)
        if rule and taken and name_forms.normalize(person) not in self.hints.people:
            since = _moment(event.said["DTSTART"].dt, self.hints)
            if person not in self.cadences or self.cadences[person][0] < since:
                self.cadences[person] = (since, rule, event.first)
        return "" if taken else next(iter(whys), notice("import_.yet_to_come"))

    def occurrences(self, event: CalendarEvent) -> Iterator[Any]:
        """The occurrences up to now, oldest first. Raises `Refused` for too many."""
        part = self.icalendar.Calendar()
        part.add_component(event.said)
        for one in self.moved[event.uid].values():
            if one is not event:
                part.add_component(one.said)
        start = _moment(event.said["DTSTART"].dt, self.hints)
        for said in self.recurring.of(part).after(start - timedelta(days=1)):
            if _moment(said["DTSTART"].dt, self.hints) > self.hints.now:
                return
            if len(self.meetings) >= MOST:
                raise Refused("import_.too_many_meetings", file=self.file.name, line=event.first, most=MOST)
            yield said

    def occurrence(self, said: Any, event: CalendarEvent, person: str) -> str:
        """Takes one occurrence; why it is none."""
        if str(said.get("STATUS", "")).upper() == "CANCELLED":
            return notice("import_.was_cancelled")
        if event.said is not said and event.is_moved:
            try:
                person = other_of(said, self.hints)
            except NoOneOnOne as no:
                return no.why
        begin = said["DTSTART"].dt
        is_single = not event.said.get("RRULE") and not event.said.get("RDATE") and not event.is_moved
        native = f"{event.uid}\0{'' if is_single else _key(said)}"
        facts = MeetingFacts(
            person=person,
            person_place=event.first,
            at=_written(begin, self.hints),
            at_place=event.first,
            first=event.first,
            last=event.last,
            native=native,
        )
        self.meetings.append(self.writer.write(facts, (), self.front(said, event, person)))
        return ""

    def front(self, said: Any, event: CalendarEvent, person: str) -> list[PlacedLine]:
        """The length, the place and the title, where that says more than with whom it was."""
        found: list[tuple[str, str]] = []
        if minutes := _minutes(said):
            found.append(("len", dates.minutes_text(minutes)))
        if mode := _mode(said):
            found.append(("mode", mode))
        title = " ".join(str(said.get("SUMMARY", "")).split())
        if title and name_forms.normalize(title) != name_forms.normalize(person):
            found.append(("title", title))
        return [(line, event.first) for line in frontmatter.lines(found)[1:-1]]

    def person(self, name: str, rule: str, line: int) -> IncomingDocument:
        """The document of somebody new, with the cadence of the series."""
        every, _, on = recurrence.short_text(rule).partition(" on ")
        front = [("kind", "person"), ("name", name), ("every", every), ("on", on)]
        text = "\n".join([*frontmatter.lines([(key, value) for key, value in front if value]), ""])
        return IncomingDocument(
            self.file.name, line, text, heading=line, last=line, places=("", *[line] * (text.count("\n") - 2), "")
        )


def _spans(text: str) -> list[tuple[int, int]]:
    """The first and the last line of every event, in their order."""
    found, first = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        name = line.strip().upper()
        if name == "BEGIN:VEVENT":
            first = number
        elif name == "END:VEVENT" and first:
            found.append((first, number))
            first = 0
    return found


def _key(said: Any) -> str:
    """Which occurrence of its series an event is."""
    at = said.get("RECURRENCE-ID")
    at = at.dt if at else said["DTSTART"].dt
    if isinstance(at, datetime):
        return at.astimezone(UTC).isoformat() if at.tzinfo else at.isoformat()
    return str(at.isoformat())


def _moment(at: date, hints: Hints) -> datetime:
    if isinstance(at, datetime):
        return at if at.tzinfo else at.replace(tzinfo=hints.now.tzinfo)
    return datetime(at.year, at.month, at.day, tzinfo=hints.now.tzinfo)


def _written(at: date, hints: Hints) -> str:
    """A day or a time as a document has it; one in UTC on the clock of the keeper."""
    if not isinstance(at, datetime):
        return at.isoformat()
    if at.tzinfo and at.utcoffset() == timedelta() and str(at.tzinfo) in ("UTC", "Etc/UTC", "tzutc()"):
        at = at.astimezone(hints.now.tzinfo)
    return at.isoformat(timespec="minutes")


def _minutes(said: Any) -> int:
    begin, end = said["DTSTART"].dt, said.get("DTEND")
    span = end.dt - begin if end and isinstance(begin, datetime) else None
    minutes = round(span.total_seconds() / 60) if span else 0
    return minutes if 1 <= minutes < 24 * 60 else 0


def _mode(said: Any) -> str:
    place = str(said.get("LOCATION", ""))
    if re.search(_VIDEO, " ".join((place, str(said.get("X-GOOGLE-CONFERENCE", ""))))):
        return "video"
    return NAME_OF_MODE.get(normalized(place), "")
