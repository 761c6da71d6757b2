"""Warnings: what fired, and where it was looked at."""

from datetime import date
from typing import NamedTuple

from onelog.core.model import Answer, Ref
from onelog.core.presenter import presented

FALL = 1.5
"""So much lower, on average, the last moods are than those before them where they fall."""


class Fired(NamedTuple):
    """A record that made a warning."""

    kind: str
    """Meeting, action, concern, praise, goal or skip."""
    id: str
    day: date | None = None
    value: int | None = None
    """Of a meeting its mood, or the days since the one before."""
    text: str | None = None
    """Its words, where they may be shown."""


@presented(
    "warning",
    listed="insight.watch",
    module="watch",
    columns=(
        "name",
        "last looked at",
        "name of the person",
        "promise/goal/rule of the cadence",
        "rule",
        "number",
        "limit",
        "from how many",
        "records (`kind:id`)",
        "their values",
        "`low` `falling`",
        "quiet until",
        "why",
    ),
)
class Warned(NamedTuple):
    """An early warning."""

    rule: str
    about: Ref
    """The person or record that it is about; its label is the id."""
    person: Ref | None
    day: date | None
    """The day of what it looked at last; of a promise the day that it was due."""
    number: float
    """What was counted: the lowest mood, days, weeks or times."""
    limit: float
    """Where the rule begins to warn."""
    records: tuple[Fired, ...]
    n: int | None = None
    """From how many values the number comes, where these are several."""
    how: tuple[str, ...] = ()
    """Of moods "low", "falling" or both."""
    text: str | None = None
    """The words of what it is about, where they may be shown."""
    answer: Answer | None = None
    """What somebody said to it, where that keeps it quiet."""

    @property
    def name(self) -> str:
        """How it is answered: `promise:k7qf`."""
        return f"{self.rule}:{self.about.label}"

    def is_worse(self, before: "Warned") -> bool:
        """Whether it has got worse: a mood still lower, one skip more, longer gaps."""
        lower, higher = ("mood", "seen"), ("skips", "cadence")
        return (self.rule in lower and self.number < before.number) or (
            self.rule in higher and self.number > before.number
        )
