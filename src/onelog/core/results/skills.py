"""The evidence for skills."""

from datetime import date
from typing import NamedTuple

from onelog.core.model import Moment
from onelog.core.presenter import presented


class QuarterCount(NamedTuple):
    """How much there is in one fiscal quarter."""

    quarter: str
    n: int


class Grown(NamedTuple):
    """The day of the first growth feedback, and of the first praise on a later day."""

    growth: date
    praise: date


@presented(
    "skill", "insight.skills", "insight.skills", module="feedback",
    columns=(
        "tag", "last seen", "whose", "by whom", "number", "praise", "growth", "wins", "ahas", "people", "first",
        "first growth", "first praise after it", "`unnamed`",
    ),
)  # fmt: skip  # its columns in lines
class Skill(NamedTuple):
    """One tag and its evidence; the days are those on which it was said."""

    tag: str
    person: str | None
    """Whose skill it is; None is mine."""
    n: int
    praise: int
    growth: int
    win: int
    aha: int
    people: tuple[str, ...]
    """Who gave the feedback, each once, the most recent first; "me" where I did."""
    first: date
    last: date
    grown: Grown | None
    named: bool | None
    """Whether I have named it myself, on a win, an a-ha or a check-in of a goal of mine; None for somebody else's."""
    quarters: tuple[QuarterCount, ...]
    """From the first one to today's."""
    evidence: tuple[Moment, ...] | None = None
    """All of it, newest first; None where it was not asked for."""

    @property
    def inside(self) -> tuple[Moment, ...]:
        """The evidence, where it was asked for."""
        return self.evidence or ()

    @property
    def unnamed(self) -> bool:
        """Whether others have praised it and I have never named it."""
        return self.named is False and self.praise > 0


class Skills(NamedTuple):
    """All skills, the ones with most evidence first."""

    skills: tuple[Skill, ...]
    tagged: int
    """Pieces of evidence with a tag, of `n` praise, growth, wins and a-has."""
    n: int
