"""What one should know about somebody: the days that come near."""

from datetime import date

from onelog.core.presenter import presented
from onelog.core.values import value


@presented("date", columns=("id", "day", "name", "", "occasion", "years"))
@value(frozen=True, slots=True)
class NearDay:
    """A day of somebody's that is near, without a word of the fact that tells it."""

    id: str
    """Of that fact."""
    day: date
    name: str
    occasion: str = ""
    """Birthday, work or anniversary; "" where it may be somebody else's, or is any other date."""
    years: int | None = None
    """How many it is since the year that was written with it."""
