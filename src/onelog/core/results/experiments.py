"""What somebody tries in the coming talks, and what came of it so far."""

from datetime import date

from onelog.core.presenter import presented
from onelog.core.values import value


@presented(
    "experiment", listed="insight.experiments",
    columns=(
        "id", "begun", "person", "trait", "state", "with_", "without", "high_with", "high_without", "pairs", "evidence", "settles",
        ("planned next", "next"), "ended", "why",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Experiment:
    """A hypothesis with its day: that talks with it are rated high more often. Only later talks count."""

    id: str
    begun: date | None
    person: str
    """With whom; "" is everybody."""
    trait: str
    """A word of `TRAITS`, such as `walk`."""
    state: str
    """`running`, `settled` (the evidence was enough once), `resting` (not planned) or `ended`."""
    with_: int
    without: int
    """Later rated talks with it, and without it."""
    high_with: int
    high_without: int
    pairs: int
    """One with it and one without make one; the others wait."""
    evidence: float
    """So many to one for it; below 1 it is against it."""
    settles: int
    """So many to one settle it."""
    next: str
    """Whether the next talk is planned `with` or `without` it; "" where nothing is planned."""
    ended: date | None
    why: str
