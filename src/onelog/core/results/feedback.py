"""Feedback given and received, and of whom none was noted lately."""

from datetime import date
from typing import NamedTuple

from onelog.core.model import Moment
from onelog.core.presenter import presented


class Tally(NamedTuple):
    """How much feedback went one way."""

    praise: int
    growth: int
    people: int
    """How many different people it was to, or from."""


@presented(
    "quarter",
    module="feedback",
    columns=("name", "first day", "", "", "praise given", "growth given", "praise received", "growth received"),
)
class Quarter(NamedTuple):
    """The feedback of one fiscal quarter."""

    quarter: str
    start: date
    given: Tally
    received: Tally


@presented(
    "quiet", columns=("", ("last feedback", "last"), ("name", "person"), ("`given` or `received`", "direction"), "days")
)
class Quiet(NamedTuple):
    """Somebody to whom I gave no feedback lately, or who gave me none, as far as it was noted."""

    person: str
    direction: str
    """ "given" or "received"."""
    last: date | None
    """None: never."""
    days: int | None


@presented("feedback", "insight.feedback")
class Feedback(NamedTuple):
    """Given and received, with everybody or with one person."""

    person: str | None
    since: date | None
    given: Tally
    received: Tally
    neither: int
    """Between two others, or without a direction: in none of the counts."""
    quarters: tuple[Quarter, ...]
    """From the first one with feedback to today's, oldest first."""
    newest: tuple[Moment, ...]
    """Of both directions, the newest first."""
    quiet: tuple[Quiet, ...]

    @property
    def parts(self) -> "tuple[Quarter | Quiet | Moment, ...]":
        """What a pipe gets a line of."""
        return (*self.quarters, *self.quiet, *self.newest)
