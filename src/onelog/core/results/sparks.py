"""Proposals for a small discovery, and what came of them."""

from datetime import date
from typing import NamedTuple

from onelog.core.presenter import presented


@presented(
    "proposal",
    listed="insight.spark",
    module="discover",
    columns=(
        "number",
        "day of what it is from",
        "name",
        "text",
        "`thanks` `aha` `win` `goal` `touch` `question` `try`",
        "years",
        "ids of what it is from",
        "as what it was parked",
    ),
)
class Proposal(NamedTuple):
    """One small thing for the next meeting, and what it is made of."""

    n: int
    why: str
    """One of `WAYS`."""
    person: str
    text: str
    day: date | None = None
    """The day of what it is made of."""
    years: int = 0
    about: tuple[str, ...] = ()
    """The ids of what it is made of."""
    words: tuple[str, ...] = ()
    """What the two have in common."""
    taken: str | None = None
    """The id of the topic that it was parked as today."""


@presented(
    "sparks",
    listed="insight.spark",
    columns=(("why (empty for all)", "why"), "", "", "", "landed", "missed", ("not said yet", "open")),
)
class Sparks(NamedTuple):
    """How often sparks landed."""

    why: str
    """One of `WAYS`, or "" for all."""
    landed: int
    missed: int
    open: int
    """Of which nothing was said yet."""

    @property
    def n(self) -> int:
        return self.landed + self.missed
