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


class RatedShare(NamedTuple):
    """How many of the meetings of one mode were rated."""

    mode: str
    rated: int
    met: int


class Side(NamedTuple):
    """How it is with one person."""

    person: str
    difference: float
    low: float
    high: float
    with_: int
    without: int


@presented(
    "feature",
    module="patterns",
    columns=(
        "name",
        "",
        "on whom it rests, or in whom it differs",
        "`more` `less` `differs` `unrated` `nothing` `person`",
        "difference",
        "from",
        "to",
        "with it",
        "without",
        "high with it",
        "high expected",
        "chance",
        "the same as",
    ),
)
class Feature(NamedTuple):
    """Something that some meetings have, and how these were rated beside their neighbours without it."""

    feature: str
    """What it is, such as `mode:walk`, `prepared`."""
    planned: bool
    """Whether it can be chosen before the talk."""
    state: str
    """ "more" or "less" (it goes with higher ratings, or with lower ones); "differs" (not alike with everybody); "unrated"
    (it may come from the talks that were not rated); "nothing" that stands out; "person" (always or never so)."""
    difference: float | None
    """Of all comparisons with neighbours the part that it won less the part that it lost."""
    low: float | None
    """The interval around the difference, at the level that was asked for."""
    high: float | None
    with_: int
    without: int
    high_with: int
    high_expected: float | None
    """How many of those with it would have been rated high if their neighbours had been like them; None where that says
    the opposite of the difference."""
    chance: float | None
    """How often chance makes the largest of all these differences as large; None where it was not tested."""
    rests_on: tuple[str, ...]
    """People without whom it would not have been seen; where people differ, those with whom it goes with either."""
    same: tuple[str, ...]
    """What parts these meetings into the same two halves, and was counted as one with it."""
    people: tuple[Side, ...]
    """Those whose talks have it at times and at times not."""

    @property
    def found(self) -> bool:
        return self.state in ("more", "less", "differs")


@presented(
    "thread", "insight.patterns", module="patterns",
    columns=(
        "", "last day", "name", "`found`, `nothing` or `not enough`", "first day", "meetings", "rated", "looked at", "high",
        "things", "that can be planned", "look", "level", "next look", "smallest difference", "more needed", "method",
    ),
)  # fmt: skip  # its columns in lines
class Thread(NamedTuple):
    """What was looked at, and what was found."""

    person: str | None
    since: date | None
    until: date | None
    """The last day."""
    meetings: int
    rated: int
    compared: int
    """Rated talks that were looked at: as many as there were at the last look."""
    high: int
    """How many of those are high."""
    looked_at: int
    """Things."""
    planned: int
    """How many of these can be chosen before the talk."""
    look: int | None
    """Which look it is; 0 before the first, None in a period that somebody chose."""
    level: float
    """At most so often something is claimed in this look where there is nothing."""
    next_look: int | None
    """The rated talks with which the next look comes."""
    detects: float | None
    """The smallest difference that is found in four of five journals with so many talks; None where none is."""
    more: int
    """How many more rated talks it takes for a difference of `GOAL`."""
    method: str
    shares: tuple[RatedShare, ...]
    cuts: tuple[Cut, ...]
    features: tuple[Feature, ...]
    """Those that were found, what can be planned first; then, where asked for, all others."""

    @property
    def parts(self) -> "tuple[Thread | Feature, ...]":
        """What a pipe gets a line of."""
        return self, *self.features
