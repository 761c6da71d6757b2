"""The people of the journal: who they are to me, how often we meet, when we last met and when we are due."""

from collections.abc import Sequence
from datetime import date

from onelog.core import attendance
from onelog.core.calendar import dates
from onelog.core.model import Person
from onelog.core.phrases import spoken
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen

NAME = 24
"""The widest that the column of names becomes."""
ROOMY = 70
"""On fewer columns a line has no room for the cadence."""


def draw(screen: Screen, people: Sequence[Person], today: date) -> None:
    """Two lines a person."""
    if not people:
        screen.text(*screen.phrase("no_people", screen.say("example.person")))
    name = widest([person.name for person in people], NAME)
    for person in people:
        _draw_one(screen, person, today, name)


def rhythm(screen: Screen, person: Person, today: date) -> str:
    """`every 2 weeks on Tue · met 3 weeks ago`."""
    every = spoken.every(person.rule, screen.language) if person.rule else ""
    return " · ".join(part for part in (every, met(screen, person, today)) if part)


def met(screen: Screen, person: Person, today: date) -> str:
    if person.last_met is None:
        return screen.say("never_met")
    return screen.say("met", day=dates.spoken(person.last_met, today, screen.language))


def _relation(screen: Screen, person: Person) -> str:
    return spoken.relation(person.relation, screen.language) if person.relation else ""


def widest(texts: Sequence[str], most: int) -> int:
    return min(max((cells([text]) for text in texts), default=0), most)


def _draw_one(screen: Screen, person: Person, today: date, name: int) -> None:
    due = attendance.due(person, today)
    late = due is not None and due < today
    lead: list[Words] = [(person.id, "quiet"), "  ", (pad(person.name, name), "name"), "  "]
    tail: list[Words] = []
    if person.archived:
        tail = [(screen.say("archived", day=spoken.short_day(person.archived, today, screen.language)), "quiet")]
    elif due and (until := attendance.paused(person, today)):
        tail = [(screen.say("paused", day=spoken.short_day(until, today, screen.language)), "quiet")]
    elif due:
        said = spoken.late(due, today, screen.language) if late else dates.spoken(due, today, screen.language)
        tail = [(f"! {said}", "late")] if late else [f"{screen.say('next')} {said}"]
    screen.row(lead, [_relation(screen, person)], tail, most=1)
    screen.row(["      "], [(rhythm(screen, person, today), "quiet")])
