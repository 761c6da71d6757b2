"""How it stands with somebody, as far as a question can fit it: new, low moods, an open concern, long not met."""

from collections.abc import Iterator
from datetime import date
from math import isfinite

from onelog.core.model import Person
from onelog.core.results.lessons import PersonState
from onelog.core.settings import Watch
from onelog.insight import watch_rules
from onelog.store import meetings
from onelog.store.database import Store
from onelog.store.queries import prep

NEW = 3
"""With somebody whom one has met less often one is still at the beginning."""
CADENCES = 2
"""So many intervals of the cadence without a meeting are an absence."""
WEEKS = 8
"""So many weeks are one without a cadence."""
LOW = 3
"""So many low moods of theirs, one after the other."""
_LOOKED_AT = 12
"""Meetings that are looked through for moods of theirs."""


def person_states(store: Store, person: Person, today: date, limits: Watch) -> list[PersonState]:
    """What holds of somebody today, what weighs most first; no word of a concern is in it."""
    return [*_new(store, person), *_moods(store, person, limits), *_concern(store, person), *_absence(person, today)]


def _new(store: Store, person: Person) -> Iterator[PersonState]:
    n = meetings.count(store, person.uid)
    if n < NEW:
        yield PersonState("new", n)


def _moods(store: Store, person: Person, limits: Watch) -> Iterator[PersonState]:
    theirs = [seen for _, _, seen in prep.moods(store, person.uid, _LOOKED_AT) if seen]
    last = tuple(theirs[-LOW:])
    if len(last) == LOW and max(last) <= limits.mood_low:
        yield PersonState("moods", LOW, moods=last)


def _concern(store: Store, person: Person) -> Iterator[PersonState]:
    found = prep.open_concerns(store, person.uid)
    if found:
        yield PersonState("concern", len(found), min((one.at.date() for one in found if one.at), default=None))


def _absence(person: Person, today: date) -> Iterator[PersonState]:
    if person.last_met is None:
        return
    usual = CADENCES * watch_rules.interval(person.rule) if person.rule else WEEKS * 7
    if isfinite(usual) and (today - person.last_met).days > usual:
        yield PersonState("absence", since=person.last_met)
