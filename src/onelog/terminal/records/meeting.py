"""One meeting, whole: its head, then the note in its own words, with each record at its place."""

import re
from datetime import date, time

from onelog.core.calendar import dates
from onelog.core.model import Meeting
from onelog.core.phrases import spoken
from onelog.markdown.body import LEAD, Slot, lines_of
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import timeline


def draw(screen: Screen, meeting: Meeting, today: date) -> None:
    """The whole of it; records that have no place in the text stand at the end."""
    screen.row((), [(meeting.person.label, "name")], [(meeting.id, "quiet")])
    screen.text((_when(screen, meeting, today), ""))
    tags = " ".join(f"#{tag}" for tag in meeting.tags)
    if facts := " · ".join(part for part in (_facts(screen, meeting), tags) if part):
        screen.text((facts, "quiet"))
    _body(screen, meeting, today)


def _when(screen: Screen, meeting: Meeting, today: date) -> str:
    if meeting.at is None:
        return screen.say("not_held")
    at = meeting.at
    day = spoken.long_day(at.date(), screen.language)
    clock = f" {at:%H:%M}" if at.time() != time() else ""
    return f"{day}{clock} · {dates.spoken(at.date(), today, screen.language)}"


def _facts(screen: Screen, meeting: Meeting) -> str:
    facts = timeline.facts_of(screen, meeting)
    clock = f"{meeting.at:%H:%M}" if meeting.at and meeting.at.time() != time() else ""
    return facts.removeprefix(clock).removeprefix(" · ") if clock else facts


def _body(screen: Screen, meeting: Meeting, today: date) -> None:
    records = {record.id: record for record in meeting.inside}
    label = entry.label_width(screen, records.values())
    kept = list(lines_of(meeting.body))
    if kept or records:
        screen.blank()
    for line in kept:
        if isinstance(line, Slot):
            record = records.pop(line.id, None)
            if record:
                indent = line.lead[: len(line.lead) - len(line.lead.lstrip())].expandtabs(4)[:8]
                screen.draw(entry.lines(screen, record, today, margin=indent, label=label))
        else:
            screen.row(*_hung(line.text))
    for record in records.values():
        screen.draw(entry.lines(screen, record, today, label=label))


def _hung(text: str) -> tuple[list[Words], list[Words]]:
    """A line of the note cut after its list mark, so that what wraps stays under its words."""
    found = re.match(LEAD, text)
    end = found.end() if found else 0
    return [text[:end].expandtabs(4)], [text[end:].expandtabs(4)]
