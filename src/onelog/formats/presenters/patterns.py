"""What goes with talks that were rated high."""

from datetime import date

from onelog.core.results.patterns import Feature, Thread
from onelog.formats import cells


def _thread(one: Thread, today: date) -> tuple[str, ...]:
    found = any(f.found for f in one.features)
    state = "found" if found else "not enough" if one.detects is None else "nothing"
    counts = (one.meetings, one.rated, one.compared, one.high, one.looked_at, one.planned)
    how = (one.look, round(one.level, 6), one.next_look, one.detects, one.more)
    return (
        "thread",
        "",
        cells.day(one.until),
        one.person or "",
        state,
        cells.day(one.since),
        *map(str, counts),
        *map(cells.number, how),
        one.method,
    )


def _feature(one: Feature, today: date) -> tuple[str, ...]:
    numbers = (
        one.difference,
        one.low,
        one.high,
        one.with_,
        one.without,
        one.high_with,
        one.high_expected,
        one.chance,
    )
    return (
        "feature",
        one.feature,
        "",
        ", ".join(one.rests_on),
        one.state,
        *map(cells.number, numbers),
        " ".join(one.same),
    )


CELLS: dict[str, cells.LineWriter] = {"thread": _thread, "feature": _feature}
