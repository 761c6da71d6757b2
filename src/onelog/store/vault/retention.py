"""How long backups are kept: all of a day, then ever fewer the older they are."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of how many of each the newest copy is kept."""


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which of the copies made at these times are kept: grandfather, father, son.

    Everything from the last 24 hours (and from a clock that was ahead); the newest of each of the last 7 days, 4 ISO
    weeks and 12 months that have one, each counted in the copy's own offset; so the newest of all is always among them.
    """
    newest_first = sorted(times, reverse=True)
    stay = {time for time in newest_first if now - time < timedelta(hours=24)}
    spans: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda time: time.date()),
        (WEEKS, lambda time: time.isocalendar()[:2]),
        (MONTHS, lambda time: (time.year, time.month)),
    )
    for most, span in spans:
        seen: dict[object, datetime] = {}
        for time in newest_first:
            seen.setdefault(span(time), time)
        stay |= set(list(seen.values())[:most])
    return stay
