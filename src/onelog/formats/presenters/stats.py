"""The numbers of a period."""

from datetime import date

from onelog.core.results.stats import Figure, ModeMoods, Month, OwnScale, Quantity, Strip
from onelog.formats import cells


def _figure(one: Figure, today: date) -> tuple[str, ...]:
    return "stat", one.name, "", "", "", *_amount(one.now), *_amount(one.before)


def _amount(one: Quantity) -> tuple[str, str, str]:
    return cells.number(one.value), str(one.n), " ".join(map(str, one.values))


def _month(one: Month, today: date) -> tuple[str, ...]:
    """What was added last stands at the end, so that a script finds each number where it was."""
    counts = map(str, (one.met, one.ahas, *one.mine[:4], *one.theirs[:4]))
    scores = (part for score in (one.mood, one.seen, one.rating) for part in _amount(score))
    undated = map(str, (one.mine.undated, one.theirs.undated))
    return "month", f"{one.first:%Y-%m}", cells.day(one.first), "", "", *counts, *scores, *undated


def _strip(one: Strip, today: date) -> tuple[str, ...]:
    signs = {"met": "m", "missed": "x", "skipped": "s", "none": "."}
    weeks = "".join(signs[week] for week in one.weeks)
    counts = (one.count(word) for word in ("met", "skipped", "missed"))
    went = "".join(str(value or "-") for value in one.went)
    return "strip", one.id, cells.day(one.first), one.person, weeks, *map(str, counts), went


def _own_scale(one: OwnScale, today: date) -> tuple[str, ...]:
    span = str(one.low), str(one.high)
    return "own_scale", one.name, "", "", "", *span, *_amount(one.now), *_amount(one.before)


def _by_mode(one: ModeMoods, today: date) -> tuple[str, ...]:
    return "by_mode", one.mode, "", "", "", str(one.met), *_amount(one.mood), *_amount(one.seen)


CELLS: dict[str, cells.LineWriter] = {
    "stat": _figure,
    "month": _month,
    "strip": _strip,
    "own_scale": _own_scale,
    "by_mode": _by_mode,
}
