"""The words people use for a stretch of days (a quarter, last month, A..B), and which days they mean.

A closed grammar, as that of days in `dates`: what is not in the table of `period` is refused with `Wrong`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onelog.conventions import USUAL, Conventions
from onelog.dates import EARLIEST, in_range, outside, plain, quoted
from onelog.day_words import UNIT, meant_day, months_after, spaced_words, stepped
from onelog.errors import Wrong

_PERIODS = "Periods: 2026Q3, Q3, this week, last month, 2026-08, 2026, FY2026, 2026-01-01..2026-01-31, 30d."


@dataclass(frozen=True, slots=True)
class Period:
    """A run of whole days, `end` itself left out; its `name` is one that `period` reads back."""

    start: date
    end: date
    name: str

    def __contains__(self, day: date) -> bool:
        """Whether the day is one of these; a time counts for the day written in its own offset."""
        civil = day.date() if isinstance(day, datetime) else day
        return self.start <= civil < self.end

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    @property
    def last(self) -> date:
        return self.end - timedelta(days=1)


_JAPANESE_PERIODS = {
    "今週": "this week", "先週": "last week", "今月": "this month", "先月": "last month",
    "今四半期": "this quarter", "前四半期": "last quarter", "先四半期": "last quarter",
    "今年度": "this year", "昨年度": "last year",
}  # fmt: skip
_CALENDAR_YEARS = {"今年": 0, "昨年": -1, "去年": -1}


def period(text: str, today: date, *, conventions: Conventions = USUAL) -> Period:
    """The period that `text` means; raises `Wrong` for all that is not here.

    | Words | Mean |
    |---|---|
    | `2026Q3`, `2026-Q3`, `FY2026Q3` | that quarter of the fiscal year that begins in 2026 |
    | `Q3` | the latest third quarter that has begun |
    | `this week`, `last month`; 今週 先月 | whole ones, the week from Monday to Sunday |
    | `this quarter`, `last year`; 今四半期 昨年度 | whole ones of the fiscal year |
    | `2026-08`, `2026`; 2026年8月 2026年 今年 昨年 | month and year of the calendar |
    | `FY2026`; 2026年度 | the fiscal year that begins in 2026 |
    | `A..B` | from A to B, both included: days looking back, or months, quarters, years by name |
    | `A..`, `..B` | from A until today, from 1970 until B |
    | `30d`, `6w`, `3m`, `1y` | so many days, weeks, months or years up to today, today included |
    """
    words = plain(text)
    try:
        found = _period(words, today, conventions.year_start) or _range(words, today, conventions)
    except (ValueError, OverflowError):  # a month 13, a year 0
        found = None
    if found is None:
        raise Wrong(f"{quoted(text)} is not a period that onelog understands", _PERIODS)
    if found.days < 1:
        raise Wrong(f"{quoted(text)} ends before it begins", "Put the earlier day first.")
    if not (in_range(found.start, today) and in_range(found.last, today)):
        raise outside(text)
    return found


def quarter(today: date, fiscal_year_start: int = 1) -> Period:
    """The quarter that holds the day, counted from the month in which the fiscal year begins."""
    year = _fiscal_year(today, fiscal_year_start)
    return _quarter(year, (today.month - fiscal_year_start) % 12 // 3 + 1, fiscal_year_start)


def quarters(first: date, last: date, fiscal_year_start: int = 1) -> list[Period]:
    """The quarters from the one that holds the first day to the one that holds the last, in their order."""
    found = [quarter(last, fiscal_year_start)]
    while found[-1].start > first:
        found.append(quarter(found[-1].start - timedelta(days=1), fiscal_year_start))
    return found[::-1]


def before(period: Period, fiscal_year_start: int = 1) -> Period:
    """The period before one: the quarter before a quarter, as many months before whole months, else as many days."""
    last = period.start - timedelta(days=1)
    if period == quarter(period.start, fiscal_year_start):
        return quarter(last, fiscal_year_start)
    if period.start.day != 1 or period.end.day != 1:
        return _days(period.start - timedelta(days=period.days), last)
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month
    if months == 1:
        return _around(last, "month", fiscal_year_start)
    if months == 12 and period.start.month in (1, fiscal_year_start):
        return _year(period.start.year - 1, period.start.month)
    return _days(months_after(period.start, -months), last)


def _period(words: str, today: date, fiscal_year_start: int) -> Period | None:
    spaced = _JAPANESE_PERIODS.get(words) or spaced_words(words)
    if found := re.fullmatch(r"(this|last) (week|month|quarter|year)", spaced):
        this = _around(today, found[2], fiscal_year_start)
        before = this.start - timedelta(days=1)
        return this if found[1] == "this" else _around(before, found[2], fiscal_year_start)
    if found := re.fullmatch(rf"(\d{{1,6}}) ?{UNIT}", spaced, re.ASCII):
        return _days(stepped(today, -int(found[1]), found[2][0]) + timedelta(days=1), today)
    return _named(words, today, fiscal_year_start)


def _named(words: str, today: date, fiscal_year_start: int) -> Period | None:
    """A quarter, month or year by its own name."""
    if words in _CALENDAR_YEARS:
        return _year(today.year + _CALENDAR_YEARS[words], 1)
    if found := re.fullmatch(r"(?:(?:fy)?(\d{4})[-_ ]?)?q([1-4])", words, re.ASCII):
        if found[1]:
            return _quarter(int(found[1]), int(found[2]), fiscal_year_start)
        year = _fiscal_year(today, fiscal_year_start)
        this = _quarter(year, int(found[2]), fiscal_year_start)
        return this if this.start <= today else _quarter(year - 1, int(found[2]), fiscal_year_start)
    if found := re.fullmatch(r"(\d{4})(?:-(\d\d)|年(\d{1,2})月)", words, re.ASCII):
        return _around(date(int(found[1]), int(found[2] or found[3]), 1), "month", fiscal_year_start)
    if found := re.fullmatch(r"(\d{4})年?", words, re.ASCII):
        return _year(int(found[1]), 1)
    if found := re.fullmatch(r"(?:fy[-_ ]?(\d{4})|(\d{4})年度)", words, re.ASCII):
        return _year(int(found[1] or found[2]), fiscal_year_start)
    return None


def _range(words: str, today: date, conventions: Conventions) -> Period | None:
    first, dots, last = (part.strip() for part in words.partition(".."))
    if not dots or not (first or last):
        return None
    start = _edge(first, today, conventions) if first else _days(EARLIEST, EARLIEST)
    end = _edge(last, today, conventions) if last else _days(today, today)
    return _days(start.start, end.last) if start and end else None


def _edge(words: str, today: date, conventions: Conventions) -> Period | None:
    named = _named(words, today, conventions.year_start)
    if named is None and (found := meant_day(words, today, "back", conventions)):
        return _days(found, found)
    return named


def _around(day: date, unit: str, fiscal_year_start: int) -> Period:
    """The whole week, month, quarter or year that holds the day."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return _days(monday, monday + timedelta(days=6))
    if unit == "month":
        first = day.replace(day=1)
        return Period(first, months_after(first, 1), f"{first:%Y-%m}")
    if unit == "quarter":
        return quarter(day, fiscal_year_start)
    return _year(_fiscal_year(day, fiscal_year_start), fiscal_year_start)


def _fiscal_year(day: date, fiscal_year_start: int) -> int:
    """The fiscal year that holds the day, named by the calendar year it begins in."""
    return day.year - (day.month < fiscal_year_start)


def _quarter(year: int, number: int, fiscal_year_start: int) -> Period:
    start = months_after(date(year, fiscal_year_start, 1), 3 * (number - 1))
    return Period(start, months_after(start, 3), f"{year}Q{number}")


def _year(year: int, first_month: int) -> Period:
    start = date(year, first_month, 1)
    return Period(start, months_after(start, 12), f"{year}" if first_month == 1 else f"FY{year}")


def _days(first: date, last: date) -> Period:
    return Period(first, last + timedelta(days=1), f"{first}..{last}")
