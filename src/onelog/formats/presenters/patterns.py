"""What goes with talks that were rated high."""

from datetime import date

from onelog.core.results.patterns import Feature, Thread
from onelog.formats import cells


def _thread(one: Thread, today: date) -> tuple[str, ...]:
    state = "not enough" if one.more is not None else "found" if any(f.found for f in one.features) else "nothing"
    counts = (one.meetings, one.rated, one.compared, one.high, one.looked_at, one.tested)
    how = (cells.number(one.level), cells.number(one.more), one.method, one.correction)
    return "thread", "", cells.day(one.until), one.person or "", state, cells.day(one.since), *map(str, counts), *how


def _feature(one: Feature, today: date) -> tuple[str, ...]:
    counts = (one.high_with, one.with_, one.high_without, one.without)
    chances = ("" if value is None else f"{value:.3g}" for value in (one.chance, one.corrected))
    return (
        "feature", one.feature, "", ", ".join(one.rests_on), one.state,
        *map(str, counts), *chances, " ".join(one.same),
    )  # fmt: skip


CELLS: dict[str, cells.LineWriter] = {"thread": _thread, "feature": _feature}
