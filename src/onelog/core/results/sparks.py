"""Proposals for a small discovery, and what came of them."""

from datetime import date
from typing import NamedTuple


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
