"""A year on one page: its review, and for me the weeks of each person and how their talks went."""

from datetime import date

from onelog.core.calendar.periods import Period
from onelog.core.errors import Wrong
from onelog.core.results.review import YearPage
from onelog.core.selection import ANYTHING, Selection
from onelog.core.settings import Settings
from onelog.insight import weeks
from onelog.insight.review.compute import compute_review, teller
from onelog.store import people
from onelog.store.database import Store

LONGEST = 366
"""Days that one page holds."""


def compute_year(
    store: Store,
    period: Period,
    today: date,
    settings: Settings,
    selection: Selection = ANYTHING,
    *,
    profile: str = "me",
    redact: bool = False,
) -> YearPage:
    """The page of a period of at most a year for one reader. Raises `Wrong` for a longer one, and for what is private."""
    if period.days > LONGEST:
        raise Wrong("review.longer_than_a_year", days=period.days)
    if selection.private:
        raise Wrong("review.private_on_a_page")
    review = compute_review(store, period, today, settings, selection, profile=profile, redact=redact)
    if review.profile != "me":
        return YearPage(review)
    names = teller(store, period, today, profile, settings, redact=redact).names
    wanted = [selection.person] if selection.person else people.everybody(store)
    strips = [(one, weeks.strip(store, one, review.day, period.start)) for one in wanted]
    return YearPage(
        review, tuple(strip._replace(person=names.shown(one.ref) or "") for one, strip in strips if strip.count("met"))
    )
