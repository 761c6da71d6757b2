"""The numbers of a period, and the pictures of a year."""

from datetime import date
from typing import NamedTuple

from onelog.core.model import Goal
from onelog.core.presenter import presented


@presented(
    "strip",
    module="stats",
    columns=(
        "id",
        "first Monday",
        "name",
        "a sign a week (met `m`, missed `x`, skipped `s`, none `.`)",
        "weeks met",
        "skipped",
        "missed",
        ("how the talks of each week went (1 to 5, `-` where nothing says it)", "went"),
    ),
)
class Strip(NamedTuple):
    """The last weeks with one person, from Monday to Sunday each."""

    person: str
    id: str
    first: date
    """The Monday of the first week."""
    weeks: tuple[str, ...]
    """Oldest first: met, else missed, else skipped, else none."""
    cadence: bool
    """Without one nothing is due, and so nothing is skipped or missed."""
    went: tuple[int | None, ...] = ()
    """How the talks of each week went, 1 to 5: the rating, else my mood; None where neither was noted."""

    def count(self, word: str) -> int:
        return self.weeks.count(word)


@presented("spread", columns=("name", "", "", "", ("how many ones", "ones"), "twos", "threes", "fours", "fives"))
class Spread(NamedTuple):
    """How often each value from 1 to 5 was noted in the period."""

    name: str
    """mood, seen or rating."""
    ones: int
    twos: int
    threes: int
    fours: int
    fives: int

    @property
    def counts(self) -> tuple[int, ...]:
        return self[1:]


class Quantity(NamedTuple):
    """A count, a median of days, or a mean of values on a scale, with what it is from."""

    value: float | None
    """A mean is rounded to a tenth. None: a median or a mean that is not told, since there are fewer than `FEWEST` values."""
    n: int
    """Of a count: out of how many, or the number itself; of a median or a mean: how many values."""
    values: tuple[int, ...] = ()
    """Of what is not told: the values, the smallest first."""


@presented(
    "stat",
    module="stats",
    columns=(
        "name",
        "",
        "",
        "",
        "value",
        "of how many",
        "its values where they are few",
        "value before",
        "of how many before",
        "its values before",
    ),
)
class Figure(NamedTuple):
    """One number of the period, beside that of the period before."""

    name: str
    """Such as `meetings_kept`; what it means says `onelog stats --explain`."""
    now: Quantity
    before: Quantity


@presented("tagged", columns=("tag", "", "", "", ("number", "n"), ("number before", "before")))
class Tagged(NamedTuple):
    """How many pieces of evidence with a tag the period has."""

    tag: str
    n: int
    before: int


class Ended(NamedTuple):
    """What came of the promises of one month: overdue ones were due in it, all others ended in it."""

    kept: int
    late: int
    overdue: int
    dropped: int
    undated: int = 0
    """Done, without a day."""

    @property
    def done(self) -> int:
        return self.kept + self.late + self.undated

    @property
    def n(self) -> int:
        return sum(self)


@presented(
    "month", module="stats",
    columns=(
        "name", "first day", "", "", "meetings", "ahas", "mine kept", "late", "overdue", "dropped", "theirs kept", "late",
        "overdue", "dropped", "mood", "n", "values", "their mood", "n", "values", "rating", "n", "values",
        "mine without a day", "theirs without a day",
    ),
)  # fmt: skip  # its columns in lines
class Month(NamedTuple):
    """One month, as far as it has come."""

    first: date
    met: int
    mine: Ended
    theirs: Ended
    mood: Quantity
    seen: Quantity
    rating: Quantity
    ahas: int


@presented(
    "own_scale", module="stats",
    columns=("name", "", "", "", "low", "high", "value", "n", "its values where they are few", "value before", "n", "values"),
)  # fmt: skip  # its columns in lines
class OwnScale(NamedTuple):
    """What was said on a scale of one's own, in one range, beside the period before; a number a month of the year."""

    name: str
    low: int
    high: int
    now: Quantity
    before: Quantity
    months: tuple[Quantity, ...] = ()


@presented(
    "by_mode",
    module="stats",
    columns=("mode", "", "", "", "meetings", "mood", "n", "values", "their mood", "n", "values"),
)
class ModeMoods(NamedTuple):
    """How the meetings of one mode were; it says nothing of why."""

    mode: str
    """Empty where none was said."""
    met: int
    mood: Quantity
    seen: Quantity


@presented("stats", "insight.stats")
class Stats(NamedTuple):
    """The numbers of a period, with everybody or with one person, and the year up to its end in pictures."""

    period: str
    since: date
    until: date
    """The last day of the period, or today."""
    running: bool
    before: str
    """The period before; while this one is running as much of it as of this one."""
    before_since: date
    before_until: date
    person: str | None
    figures: tuple[Figure, ...]
    skills: tuple[Tagged, ...]
    """Those with most evidence first."""
    months: tuple[Month, ...]
    strips: tuple[Strip, ...]
    goals: tuple[Goal, ...]
    """Those that were open in the period and have a pace, as they stood at its end."""
    scales: tuple[OwnScale, ...] = ()
    """Those on which something was said in either period or in the year up to it, by their names."""
    modes: tuple[ModeMoods, ...] = ()
    """The modes of the meetings of the period, where a mood was noted in any of them."""
    spreads: tuple[Spread, ...] = ()
    """Of the scores that were noted in the period."""

    @property
    def parts(self) -> "tuple[Figure | Tagged | Month | Strip | Goal | OwnScale | ModeMoods | Spread, ...]":
        """What a pipe gets a line of."""
        said: tuple[OwnScale | ModeMoods | Spread, ...] = (*self.scales, *self.modes, *self.spreads)
        return (*self.figures, *self.skills, *self.months, *self.strips, *self.goals, *said)

    def figure(self, name: str) -> Figure:
        return next(one for one in self.figures if one.name == name)
