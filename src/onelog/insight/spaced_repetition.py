"""What comes back today: one a-ha, thanks or win of the past, a week, a month, a quarter, half a year and each year after its day.

The intervals widen, as is best for what should last (expanding rehearsal: Landauer and Bjork 1978), up to a year. Nothing is
written down when something is shown: what is due on which day follows from the records alone, so that it is the same in every
window all day long. Where a day is taken, the next free one is given out, as long as the record then rests before its next
step: two weeks after the first, four after the second, and so on. So it rests on both sides, whatever else is due, and on
some days nothing comes. What is kept back holds its days: whatever is deleted or archived meanwhile, no other moves from a
day to come into the past without being shown, or is shown again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from onelog.core.model import Moment
from onelog.core.results.discover import STEPS
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import memory
from onelog.store.queries.memory import Bright

YEAR = 365
REST = 14
"""After its first step a record rests at least so many days, after the second twice as many, and so on."""
APART = 7
"""What comes back before a meeting comes back in no other place in so many days before and after."""
FRESH = 28
"""Before a meeting comes what was due in so many days."""
_WINDOWS = {
    name: (first, then - REST * number)
    for number, ((name, first), (_, then)) in enumerate(pairwise((*STEPS, ("years", YEAR))), 1)
}
"""By step the first and the last age at which a record comes, in days."""
_ORDER = (
    *((True, step) for step in ("week", "month", "quarter")),
    *((False, step) for step in ("week", "month", "quarter")),
    (True, "half"),
    (False, "half"),
)
"""Who is given days before whom: whether a-has or others, and which step."""


class Due(NamedTuple):
    """A record that comes back, and why: a `week`, `month`, `quarter` or `half` a year after its day, or `years` after it."""

    uid: str
    why: str
    years: int = 0


def remembered(store: Store, day: date) -> Moment | None:
    """What comes back on a day: at most one, the same all day whatever is written meanwhile; None where it is gone."""
    known = memory.read_memory(store, day, since=_begin(day))
    return _standing(store, chosen(known.then, day), known.now)


def remembered_with(store: Store, person_uid: str, day: date) -> Moment | None:
    """What comes back before a meeting with somebody: what was due last, in `FRESH` days, the same all day.

    It is what comes back on this day, or nothing that does so within `APART` days.
    """
    known = memory.read_memory(store, day, since=date.min, person=person_uid)
    if not (lately := in_turn(known.then, day, FRESH)):
        return None
    every = memory.read_memory(store, day, since=_begin(day))
    today, near = _near(every.then, day)
    due = next((one for one in lately if one.uid == today), None)
    near |= {one.uid for one in known.then if _turns(one.day, day)}
    due = due or next((one for one in lately if one.uid not in near), None)
    return _standing(store, due, known.now)


def _near(bright: Sequence[Bright], day: date) -> tuple[str, set[str]]:
    """What comes back on a day, and all that does so within `APART` days before and after."""
    days = [day + timedelta(n) for n in range(-APART, APART + 1)]
    booked = _booked(bright)
    found = {one: due.uid for one in days if (due := _of_day(bright, one, booked))}
    return found.get(day, ""), set(found.values())


def _turns(first: date, day: date) -> bool:
    """Whether an anniversary is within `APART` days before or after."""
    years = (day + timedelta(n * APART) for n in (-1, 1))
    return any(first.year < one.year and abs((_anniversary_in(first, one.year) - day).days) <= APART for one in years)


def _begin(day: date) -> date:
    """From this day on everything is read; of what is older that of which it is the day."""
    return date(max(day.year - 2, 1), 1, 1)


def _standing(store: Store, due: Due | None, now: frozenset[str]) -> Moment | None:
    found = records.by_uid(store, "moment", due.uid) if due and due.uid in now else None
    return found if isinstance(found, Moment) else None


def chosen(bright: Sequence[Bright], day: date) -> Due | None:
    """The one of a day: an a-ha that is due, else an anniversary, else what else is due, or half a year old."""
    return _of_day(bright, day, _booked(one for one in bright if one.day < day))


def _of_day(bright: Iterable[Bright], day: date, booked: Mapping[int, Bright]) -> Due | None:
    one = booked.get(day.toordinal())
    due = Due(one.uid, _step(day.toordinal() - one.day.toordinal())) if one and not one.held else None
    if due and one and one.kind == "aha" and due.why != "half":
        return due
    return _anniversary([one for one in bright if not one.held], day) or due


def _step(age: int) -> str:
    """The last step that is over so many days after."""
    return [name for name, days in STEPS if days <= age][-1]


def coming_back(store: Store, day: date, since: date, person_uid: str | None = None) -> Iterator[tuple[Moment, Due]]:
    """All that may come back, that whose day was last before the others; with `person_uid`, of what there is with them."""
    known = memory.read_memory(store, day, since=since, person=person_uid)
    for due in in_turn((one for one in known.then if one.uid in known.now), day):
        if found := _standing(store, due, known.now):
            yield found, due


def in_turn(bright: Iterable[Bright], day: date, lately: int | None = None) -> list[Due]:
    """Those whose day to come back was today or before, the last one first, of several the newest.

    With `lately` those for which that was not so many days ago.
    """
    shown = [one for one in bright if not one.held]
    ways = [(since, -one.day.toordinal(), due) for one in shown for since, due in [_last(one, day)] if due]
    recent = [way for way in ways if lately is None or way[0] < lately]
    return [due for _, _, due in sorted(recent, key=lambda way: (way[0], way[1], way[2].uid))]


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
    before = (one for one in bright if one.day.year < day.year and (one.since or one.day) <= day)
    found = [one for one in before if _anniversary_in(one.day, day.year) == day]
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
    """Who wants which day, and the last that will do."""
    by_kind = {
        aha: [
            (one, one.day.toordinal(), one.since.toordinal() if one.since else 0, (one.held or date.max).toordinal())
            for one in in_order
            if (one.kind == "aha") is aha
        ]
        for aha in (True, False)
    }
    for aha, step in _ORDER:
        youngest, oldest = _WINDOWS[step]
        for one, born, since, held in by_kind[aha]:
            yield one, max(born + youngest, since), min(born + oldest, held)


def _free(after: dict[int, int], day: int) -> int:
    """The first day from this one on that is not taken; the way there is made short for the next who asks."""
    if day not in after:
        return day
    way = []
    while day in after:
        way.append(day)
        day = after[day]
    for passed in way:
        after[passed] = day
    return day
