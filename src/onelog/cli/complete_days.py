"""Days and periods that Tab offers, each with the day that it means."""

from collections.abc import Iterator

from onelog.cli.app import App
from onelog.cli.complete_types import Asked, Offer, Offers
from onelog.core.errors import OnelogError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BACK = ("today", "yesterday", *WEEKDAYS, "-1w", "-2w", "-1m")
AHEAD = ("tomorrow", *WEEKDAYS, "eow", "eom", "eoq", "+1w", "+2w", "+1m")
SINCE = (*BACK, "this month", "last month", "this quarter", "last quarter", "this year", "last year")
JAPANESE = {"today": "今日", "yesterday": "昨日", "tomorrow": "明日", "last month": "先月", "this month": "今月"}
PERIODS = (
    "this quarter",
    "last quarter",
    "this month",
    "last month",
    "this week",
    "last week",
    "this year",
    "last year",
)


def days_back(asked: Asked) -> Offers:
    return _days(asked, BACK, "back")


def days_ahead(asked: Asked) -> Offers:
    return _days(asked, ("today", *AHEAD), "ahead")


def days_to_come(asked: Asked) -> Offers:
    """Those after today: on a weekday its name means today."""
    return (offer for offer in _days(asked, AHEAD, "ahead") if offer.says.split()[-1] > asked.app.today.isoformat())


def days_or_periods(asked: Asked) -> Offers:
    return _days(asked, SINCE, "back")


def _days(asked: Asked, words: tuple[str, ...], looking: str) -> Iterator[Offer]:
    """Words for days, each with the day that it is; in Japanese too where that is the language."""
    for word in words:
        for said in (word, JAPANESE.get(word, "") if asked.app.language == "ja" else ""):
            if said:
                yield Offer(said, _day(asked.app, said, looking))


def _day(app: App, word: str, looking: str) -> str:
    try:
        day = app.day(word, "ahead" if looking == "ahead" else "back")
    except OnelogError:
        day = app.period(word).start
    return f"{day:%a} {day}" if day else ""


def offer_periods(asked: Asked) -> Iterator[Offer]:
    """Periods in words, the newest quarters, months and years by their names."""
    from onelog.core.calendar import periods  # noqa: PLC0415 - only after what takes a period

    app = asked.app
    quarters = [periods.quarter(app.today, app.settings.fiscal_year_start)]
    while len(quarters) < 5:
        quarters.append(periods.before(quarters[-1], app.settings.fiscal_year_start))
    months = [f"{app.today.year - (app.today.month <= n)}-{(app.today.month - n - 1) % 12 + 1:02}" for n in range(6)]
    years = [str(app.today.year - n) for n in range(3)]
    for word in (*(quarter.name for quarter in quarters), *PERIODS, *months, *years):
        found = app.period(word)
        yield Offer(word, app.said("first_last", first=found.start, last=found.last))
    if asked.command == "export":
        yield Offer("all", app.said("prompt.offer_everything"))
