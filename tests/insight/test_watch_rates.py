"""How often each rule of `watch` fires on somebody steady, by chance alone, and how often a real fall of moods is seen.

With `--full` 4,000 years a rule, and the rates are told at the end; else a fixed share of them. The people: a meeting every
two weeks for a year; moods of a mean of their own (3.8, give or take 0.3), with a deviation of 0.8, a correlation of 0.3
from one talk to the next, rounded to 1 to 5. The real fall is 1.5 points over the four talks of two months, and is seen if
the rule fires within four months of its beginning. What people do is by habit: see each rule.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from math import sqrt
from random import Random

import pytest

from onelog.core.settings import Watch
from onelog.insight import watch_rules

LIMITS = Watch()
TALKS, HALF_A_YEAR = 26, 13
FALL, OVER, SEEN = 1.5, 4, 8
"""Points, talks until it is down, talks in which it is to be seen."""
Year = Callable[[Random], bool]


def moods(chance: Random, falls: bool = False, mean: float = 3.8, spread: float = 0.8) -> list[int]:
    """A year of moods; one that falls does so from the middle on."""
    level, noise, found = chance.gauss(mean, 0.3), chance.gauss(0, spread), []
    for n in range(TALKS):
        noise = 0.3 * noise + sqrt(1 - 0.3**2) * chance.gauss(0, spread)
        down = FALL * min(max(n - HALF_A_YEAR + 1, 0) / OVER, 1) if falls else 0
        found.append(min(5, max(1, round(level - down + noise))))
    return found


def warns(values: Sequence[int], limits: Watch = LIMITS, first: int = 0, last: int = TALKS) -> bool:
    """Whether it warned after any talk from the one on to the other, each time of what was said in half a year."""
    return any(watch_rules.mood(values[max(0, n - HALF_A_YEAR) : n], limits) for n in range(first + 1, last + 1))


def warned_before(values: Sequence[int], first: int = 0, last: int = TALKS) -> bool:
    """As `warns`, by the rule there was: two low ones running, or four values each below the one before."""
    rows = [values[max(0, n - 4) : n] for n in range(first + 1, last + 1)]
    falling = any(len(row) == 4 and row == sorted(set(row), reverse=True) for row in map(list, rows))
    return falling or any(len(row) > 1 and max(row[-2:]) <= 2 for row in rows)


def low_mood(chance: Random) -> bool:
    return warns(moods(chance))


def skipped(chance: Random) -> bool:
    """One due day in twelve is skipped."""
    row, days = 0, [chance.random() < 1 / 12 for _ in range(TALKS)]
    for one in days:
        row = row + 1 if one else 0
        if row >= LIMITS.skips_running:
            return True
    return False


def apart(chance: Random) -> bool:
    """Two weeks from one to the next, give or take two days; one in ten falls through."""
    day, met = date(2026, 1, 5), [date(2026, 1, 5)]
    for _ in range(TALKS):
        day += timedelta(14)
        if chance.random() >= 0.1:
            met.append(day + timedelta(round(chance.gauss(0, 2))))
    rows = (watch_rules.gaps(met[:n]) for n in range(4, len(met) + 1))
    return any(watch_rules.slipping(row, "FREQ=WEEKLY;INTERVAL=2", LIMITS.cadence_factor) for row in rows)


def unpraised(chance: Random) -> bool:
    """Praise in every other talk."""
    since = 0
    for n in range(TALKS):
        if 14 * (n - since) > LIMITS.praise_days:
            return True
        since = n if chance.random() < 0.5 else since
    return False


def late(chance: Random, limit: int) -> bool:
    """A promise a talk; four of five are kept in time, the others a week late on average."""
    return any(chance.random() < 0.2 and chance.expovariate(1 / 7) >= limit for _ in range(TALKS))


def untouched(chance: Random) -> bool:
    """A goal is touched in three of four talks."""
    row, touched = 0, [chance.random() < 0.75 for _ in range(TALKS)]
    for one in touched:
        if 14 * row >= 7 * LIMITS.goal_weeks:
            return True
        row = 0 if one else row + 1
    return False


def worried_again(chance: Random) -> bool:
    """A concern in one talk of seven, of twelve subjects, settled after three weeks on average."""
    settled: dict[int, float] = {}
    for n in range(TALKS):
        if chance.random() < 1 / 7:
            subject, day = chance.randrange(12), 14.0 * n
            if day < settled.get(subject, -1e9) + LIMITS.concern_days:
                return True
            settled[subject] = day + chance.expovariate(1 / 21)
    return False


STEADY: dict[str, tuple[Year, float, float]] = {
    "mood or seen": (low_mood, 0.08, 0.17),
    "skips": (skipped, 0.10, 0.22),
    "cadence": (apart, 0.25, 0.50),
    "praise": (unpraised, 0.25, 0.60),
    "promise": (lambda chance: late(chance, LIMITS.promise_days), 0.35, 0.65),
    "waiting": (lambda chance: late(chance, LIMITS.waiting_days), 0.12, 0.32),
    "goal": (untouched, 0.55, 0.90),
    "concern": (worried_again, 0.12, 0.35),
}
"""By rule the year of somebody steady, and between which shares of years it fires."""


def share(claims: Year, years: int) -> float:
    return sum(claims(Random(seed)) for seed in range(170_000, 170_000 + years)) / years  # noqa: S311 - chance that repeats itself


@pytest.fixture
def years(request: pytest.FixtureRequest) -> int:
    return 4000 if request.config.getoption("--full") else 300


@pytest.mark.parametrize("rule", STEADY)
def test_how_often_a_rule_fires_on_somebody_steady(
    rule: str, years: int, record_property: Callable[[str, object], None]
) -> None:
    fires, least, most = STEADY[rule]
    rate = share(fires, years)
    record_property("told", f"watch, {rule}: {100 * rate:.1f} % of {years} steady years")
    assert least <= rate <= most


LEVELS = {"in the middle": (3.8, 0.8), "calm": (4.0, 0.7), "up and down": (3.5, 0.9)}


@pytest.mark.parametrize("level", LEVELS)
def test_steady_people_are_warned_of_half_as_often_and_most_falls_are_seen(
    level: str, years: int, record_property: Callable[[str, object], None]
) -> None:
    mean, spread = LEVELS[level]

    def rate(rule: Callable[[list[int]], bool], *, falls: bool) -> float:
        return share(lambda chance: rule(moods(chance, falls, mean, spread)), years)

    window = (HALF_A_YEAR, HALF_A_YEAR + SEEN)
    steady = rate(warns, falls=False), rate(warned_before, falls=False)
    seen = rate(lambda v: warns(v, LIMITS, *window), falls=True), rate(lambda v: warned_before(v, *window), falls=True)
    said = [f"{100 * one:.0f}" for one in (*steady, *seen)]
    record_property(
        "told",
        f"watch, moods {level}: steady {said[0]} % (before {said[1]}), a fall seen {said[2]} % (before {said[3]})",
    )
    assert steady[0] < 0.65 * steady[1] + 0.02
    assert seen[0] > seen[1] - 0.2
    assert seen[0] > 0.5
