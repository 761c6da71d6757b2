"""Feedback both ways: praise and growth, given and received, by quarter, and from whom none was noted lately."""

from collections.abc import Iterable, Sequence
from datetime import date

from onelog.core.calendar.periods import Period, quarters
from onelog.core.model import Moment, Person
from onelog.core.results.feedback import Feedback, Quarter, Quiet, Tally
from onelog.core.selection import ANYTHING, Selection
from onelog.store import people, records
from onelog.store.database import Store

LATELY = 60
"""Days after which feedback is no longer of late."""
QUOTED = 3
"""How many are quoted of those given, and of those received; of one person's twice as many."""


def compute_feedback(store: Store, today: date, selection: Selection = ANYTHING) -> Feedback:
    """The feedback from a day on, with one person or with everybody; who has had none lately is counted from all of it."""
    person, since = selection.person, selection.since
    everything = _all(store, person)
    found = [moment for moment in everything if since is None or _day(moment) >= since]
    given, received = given_of(found), received_of(found)
    quoted = QUOTED * (2 if person else 1)
    days = [_day(moment) for moment in (*given, *received)]
    spans = quarters(min(days), max(today, *days), store.conventions.year_start) if days else []
    return Feedback(
        person=person.name if person else None,
        since=since,
        given=_tally(given),
        received=_tally(received),
        neither=len(found) - len(given) - len(received),
        quarters=tuple(_quarter(span, given, received) for span in spans),
        newest=_newest((*given[:quoted], *received[:quoted])),
        quiet=tuple(_quiet(store, everything, today, person)),
    )


def _all(store: Store, person: Person | None) -> list[Moment]:
    """Praise and growth, newest first; with a person, what one of us gave the other (or they somebody else)."""
    found = [
        one for kind in ("praise", "growth") for one in records.moments(store, Selection(person=person, kind=kind))
    ]
    if person:
        found = [moment for moment in found if person.ref in (moment.giver, moment.receiver)]
    return list(_newest(moment for moment in found if moment.at))


def _newest(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    return tuple(sorted(moments, key=lambda m: (_day(m), m.uid), reverse=True))


def given_of(found: Iterable[Moment]) -> list[Moment]:
    return [moment for moment in found if moment.giver is None and moment.receiver is not None]


def received_of(found: Iterable[Moment]) -> list[Moment]:
    return [moment for moment in found if moment.giver is not None and moment.receiver is None]


def _day(moment: Moment) -> date:
    assert moment.at  # noqa: S101 - _all sees to it
    return moment.at.date()


def _tally(found: Sequence[Moment]) -> Tally:
    praise = sum(moment.kind == "praise" for moment in found)
    return Tally(praise, len(found) - praise, len({moment.giver or moment.receiver for moment in found}))


def _quarter(span: Period, given: Iterable[Moment], received: Iterable[Moment]) -> Quarter:
    inside = ([moment for moment in way if _day(moment) in span] for way in (given, received))
    return Quarter(span.name, span.start, *(_tally(way) for way in inside))


# --- who has had none lately


def _quiet(store: Store, found: Sequence[Moment], today: date, person: Person | None) -> list[Quiet]:
    """The longest ago first, those who never had any before them."""
    everybody = [p for p in people.everybody(store, archived=False) if person is None or p.uid == person.uid]
    last_given = {m.receiver.uid: _day(m) for m in reversed(given_of(found)) if m.receiver}
    last_received = {m.giver.uid: _day(m) for m in reversed(received_of(found)) if m.giver}
    quiet: list[Quiet] = []
    for way, expected, last in (("given", ("report",), last_given), ("received", ("manager", "mentor"), last_received)):
        silent = [p for p in everybody if _is_silent(p, last.get(p.uid), expected, today)]
        told = [_since(p.name, way, last.get(p.uid), today) for p in silent]
        quiet += sorted(told, key=lambda one: (one.last or date.min, one.person))
    return quiet


def _is_silent(person: Person, last: date | None, expected: Sequence[str], today: date) -> bool:
    """Whether there was none in the last `LATELY` days of which some could have been.

    Of a report (given) and of a manager or mentor (received) whom I know for that long; of anybody else where there
    was some before, and we have met in these days.
    """
    if last and (today - last).days <= LATELY:
        return False
    if person.relation in expected:
        return person.added is None or (today - person.added).days > LATELY or last is not None
    met = person.last_met is not None and (today - person.last_met).days <= LATELY
    return last is not None and met


def _since(name: str, way: str, last: date | None, today: date) -> Quiet:
    return Quiet(name, way, last, (today - last).days if last else None)
