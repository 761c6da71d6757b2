"""What comes back from the past, and why."""

from datetime import date

from onelog.core.model import Meeting, Moment, Topic
from onelog.core.presenter import presented
from onelog.core.values import value

STEPS = (("week", 7), ("month", 30), ("quarter", 91), ("half", 182))
"""Days after its own on which a record comes back; later ones are its anniversaries."""


@presented(
    "discovery",
    listed="insight.discover",
    module="discover",
    kinds="a discovery: its kind",
    columns=(
        "id",
        "said",
        "with",
        "text",
        "why",
        "years",
        "id of the meeting it is related to",
        "shared words",
    ),
)
@value(frozen=True, slots=True)
class Discovery:
    """One thing of the past, and why it was chosen."""

    why: str
    """`week`, `month`, `quarter`, `half`, `years`: so long after its day, or the last such day before; `related`; `topic`, `aha`, `growth`: never followed up."""
    record: Moment | Topic | Meeting
    day: date | None
    years: int = 0
    words: tuple[str, ...] = ()
    """The rare words that it shares with what it is related to."""
    to: str | None = None
    """The id of the meeting to which it is related."""
    to_day: date | None = None

    def is_to_the_day(self, today: date) -> bool:
        """Whether what comes back does so just as long after its day as `why` says."""
        if self.day is None:
            return False
        if self.why == "years":
            return (self.day.month, self.day.day) == (today.month, today.day)
        return (today - self.day).days == dict(STEPS).get(self.why)
