"""What goes with talks that were rated high."""

from datetime import date
from typing import NamedTuple

from onelog.core.presenter import presented


class Cut(NamedTuple):
    """From which rating on a talk with somebody is high."""

    person: str
    rating: int | None
    """None where all talks were rated alike: then there is nothing to compare."""
    high: int
    n: int


class Side(NamedTuple):
    """The counts with one person."""

    person: str
    high_with: int
    with_: int
    high_without: int
    without: int


@presented(
    "feature", module="patterns",
    columns=(
        "name", "", "on whom it rests", "`more` `less` `nothing` `few` `person`", "high with it", "all with it",
        "high without", "all without", "chance", "corrected", "the same as",
    ),
)  # fmt: skip
class Feature(NamedTuple):
    """Something that some meetings have: how many of them were rated high, and how many of those that do not have it."""

    feature: str
    """What it is, such as `mode:walk`, `prepared`."""
    state: str
    """ "more" or "less" (it goes with high ratings, or with the others); "nothing"; "few" (too few to tell, whatever came
    out); "person" (always or never so with each person: it cannot be told from who it was)."""
    high_with: int
    with_: int
    high_without: int
    without: int
    chance: float | None
    """How often chance alone does this, or what is no more probable; None where it was not tested."""
    corrected: float | None
    """The same after looking at so many things."""
    rests_on: tuple[str, ...]
    """People without whom it would not have been seen."""
    same: tuple[str, ...]
    """What parts these meetings into the same two halves, and was counted as one with it."""
    people: tuple[Side, ...]
    """Those whose talks have it at times and at times not."""

    @property
    def found(self) -> bool:
        return self.state in ("more", "less")


@presented(
    "thread", "insight.patterns", module="patterns",
    columns=(
        "", "last day", "name", "`found`, `nothing` or `not enough`", "first day", "meetings", "rated", "compared", "high",
        "looked at", "tested", "level", "more needed", "method", "correction",
    ),
)  # fmt: skip
class Thread(NamedTuple):
    """What was looked at, and what was found."""

    person: str | None
    since: date | None
    until: date | None
    """The last day."""
    meetings: int
    rated: int
    compared: int
    """Rated meetings with people whose talks were not all rated alike."""
    high: int
    """How many of those are high."""
    looked_at: int
    tested: int
    level: float
    method: str
    correction: str
    more: int | None
    """How many more rated meetings it takes before anything could be found; None where there are enough."""
    cuts: tuple[Cut, ...]
    features: tuple[Feature, ...]
    """Those that were found, the clearest first; then, where asked for, all others."""

    @property
    def parts(self) -> "tuple[Thread | Feature, ...]":
        """What a pipe gets a line of."""
        return self, *self.features
