"""What comes back today: one a-ha, thanks or win of the past, a week, a month, a quarter and a year after its day.

Nothing is written down when something is shown: what is due on which day follows from the records alone, so that it is
the same in every window all day long. Where a day is taken, the next free one is given out; a-has that are kept back hold
theirs: whatever is deleted or archived meanwhile, no other moves from a day to come into the past without being shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onelog.core.model import Moment
from onelog.core.results.discover import STEPS
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import memory
from onelog.store.queries.memory import Bright

YEAR = 365
"""Within so many days an a-ha has its three days; what finds none is left to its anniversaries."""
TURN = 28
"""On a day on which nothing is due one that is at least so many days old takes its turn, each at most once in so many."""
REST = 7
"""What was due in so many days before takes no turn."""


class Due(NamedTuple):
    """A record that comes back, and why: a `week`, `month` or `quarter` after its day, `years` after it, or by `turn`."""

    uid: str
    why: str
    years: int = 0


def remembered(store: Store, day: date) -> Moment | None:
    """What comes back on a day: at most one, the same all day whatever is written meanwhile; None where it is gone."""
    known = memory.read_memory(store, day, since=date(max(day.year - 2, 1), 1, 1))
    return _standing(store, chosen(known.then, day), known.now)


def remembered_with(store: Store, person_uid: str, day: date) -> Moment | None:
    """What comes back before a meeting with somebody: what was due last, the same all day."""
    known = memory.read_memory(store, day, since=date.min, person=person_uid)
    return _standing(store, latest(known.then, day), known.now)


def _standing(store: Store, due: Due | None, now: frozenset[str]) -> Moment | None:
    found = records.by_uid(store, "moment", due.uid) if due and due.uid in now else None
    return found if isinstance(found, Moment) else None


def chosen(bright: Sequence[Bright], day: date) -> Due | None:
    """The one of a day: an a-ha that is due, else an anniversary, else a win or thanks that are due, else by turn."""
    booked = _booked(one for one in bright if one.day < day)
    one = booked.get(day.toordinal())
    due = Due(one.uid, _step(day.toordinal() - one.day.toordinal())) if one and not one.held else None
    if due and one and one.kind == "aha":
        return due
    shown = [one for one in bright if not one.held]
    return _anniversary(shown, day) or due or _by_turn(shown, day, booked)


def _step(age: int) -> str:
    """The last step that is over so many days after."""
    return [name for name, days in STEPS if days <= age][-1]


def coming_back(store: Store, day: date, since: date, person_uid: str | None = None) -> Iterator[tuple[Moment, Due]]:
    """All that may come back, that whose day was last before the others; with `person_uid`, of what there is with them."""
    known = memory.read_memory(store, day, since=since, person=person_uid)
    for due in in_turn((one for one in known.then if one.uid in known.now), day):
        if found := _standing(store, due, known.now):
            yield found, due


def latest(bright: Iterable[Bright], day: date) -> Due | None:
    """The one whose day to come back was last, today or before; of several the newest."""
    return next(iter(in_turn(bright, day)), None)


def in_turn(bright: Iterable[Bright], day: date) -> list[Due]:
    """Those whose day to come back was today or before, the last one first, of several the newest."""
    shown = [one for one in bright if not one.held]
    ways = [(since, -one.day.toordinal(), due) for one in shown for since, due in [_last(one, day)] if due]
    return [due for _, _, due in sorted(ways, key=lambda way: (way[0], way[1], way[2].uid))]


def _last(one: Bright, day: date) -> tuple[int, Due | None]:
    """How many days ago its newest day to come back was, and why it was one; None where there was none yet."""
    age = (day - one.day).days
    years = day.year - one.day.year - (_anniversary_in(one.day, day.year) > day)
    if years > 0:
        return (day - _anniversary_in(one.day, one.day.year + years)).days, Due(one.uid, "years", years)
    past = [(name, after) for name, after in STEPS if after <= age]
    return (age - past[-1][1], Due(one.uid, past[-1][0])) if past else (0, None)


def _anniversary_in(day: date, year: int) -> date:
    """The same day of another year; that of 29 February is the 28th where there is none."""
    leap = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if leap and not _is_leap(year) else day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _anniversary(bright: Sequence[Bright], day: date) -> Due | None:
    """One of this day in an earlier year, an a-ha before others; of several another one each year."""
    found = [one for one in bright if one.day.year < day.year and _anniversary_in(one.day, day.year) == day]
    first = [one for one in found if one.kind == "aha"] or found
    if not first:
        return None
    one = sorted(first)[day.year % len(first)]
    return Due(one.uid, "years", day.year - one.day.year)


def _booked(bright: Iterable[Bright]) -> dict[int, Bright]:
    """The records by the days (as ordinals) on which they are due: every a-ha once before any a second time.

    One more, or one that is held no longer than it was shown, moves the others to later days only: each finds the days
    taken that it found taken before. So none is left out by what changes.
    """
    taken: dict[int, Bright] = {}
    after: dict[int, int] = {}
    for one, wanted, last in _wanted(sorted(bright, key=lambda one: (one.day, one.uid))):
        due = _free(after, wanted)
        if due <= last:
            taken[due], after[due] = one, due + 1
    return taken


def _wanted(in_order: Sequence[Bright]) -> Iterator[tuple[Bright, int, int]]:
    """Who wants which day, and the last that will do: for an a-ha within its first year, for others before the next step."""
    for aha in (True, False):
        for _, days in STEPS:
            for one in in_order:
                if (one.kind == "aha") is aha:
                    first = one.day.toordinal()
                    last = first + (YEAR if aha else 2 * days)
                    yield one, first + days, min(last, one.held.toordinal()) if one.held else last


def _free(after: dict[int, int], day: int) -> int:
    """The first day from this one on that is not taken; the way there is made short for the next who asks."""
    way = []
    while day in after:
        way.append(day)
        day = after[day]
    for passed in way:
        after[passed] = day
    return day


def _by_turn(bright: Sequence[Bright], day: date, booked: dict[int, Bright]) -> Due | None:
    old = sorted(one.uid for one in bright if (day - one.day).days >= TURN)
    number = day.toordinal() % max(len(old), TURN)
    today = day.toordinal()
    rest = {booked[n].uid for n in range(today - REST, today) if n in booked}
    return Due(old[number], "turn") if number < len(old) and old[number] not in rest else None
