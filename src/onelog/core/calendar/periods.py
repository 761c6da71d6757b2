"""The words people use for a stretch of days (a quarter, last month, A..B), and which days they mean.

A closed grammar, as that of days in `dates`: what is not in the table of `period` is refused with `Wrong`.
"""

import re
from datetime import date, datetime, timedelta

from onelog.core.calendar.calendar_words import (
    AWAY,
    AWAY_JA,
    AWAY_JA_PATTERN,
    ERAS,
    MONTH_NUMBERS,
    NUMBER_WORDS,
    UNITS_JA,
    YEARS_JA,
)
from onelog.core.calendar.dates import EARLIEST, in_range, outside, plain, shortened
from onelog.core.calendar.day_words import (
    UNIT,
    meant_day,
    months_after,
    spaced_words,
    stepped,
)
from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Wrong
from onelog.core.values import value


@value(frozen=True, slots=True)
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


_UNITS_JA = {"週": "week", "月": "month", "四半期": "quarter", "半期": "half", "年度": "year", "期": "year"}
_HALVES_JA = {"上": 1, "下": 2}
_WHOLE = ("all", "all time", "everything", "全期間", "すべて", "全部")
_UP_TO_TODAY = (
    r"(?:(?:直近|過去|最近の?|ここ|この)の?)?(\d{1,6}|[一二三四五六七八九十]|半)(日|週間?|[かカヶケヵ]月|箇月|年)間?"
)


def period(text: str, today: date, *, conventions: Conventions = USUAL) -> Period:
    """The period that `text` means; raises `Wrong` for all that is not here.

    | Words | Mean |
    |---|---|
    | `2026Q3`, `2026-Q3`, `FY2026Q3` | that quarter of the fiscal year that begins in 2026 |
    | `Q3` | the latest third quarter that has begun |
    | `2026H1`, 2026年度上期; `H1`, 上期 | that half of the fiscal year; the latest first half that has begun |
    | 2026年度第3四半期, 第3四半期 | as `2026Q3`, `Q3` |
    | `this week`, `last month`; 今週 先月 | whole ones, the week from Monday to Sunday |
    | `this quarter`, `last half`, `next year`; 今四半期 昨年度 今期 来期 | whole ones of the fiscal year |
    | 今年度上期, 昨年度第3四半期 | a part of such a year |
    | `2026-08`, `Aug 2026`, `2026`; 2026年8月 2026年 令和8年 今年 昨年 | month and year of the calendar |
    | `Aug`, `August`; 8月 | the latest August that has begun |
    | `FY2026`; 2026年度 令和8年度 | the fiscal year that begins in 2026 |
    | `A..B`, `A – B`, A〜B | from A to B, both included: days looking back, or months, quarters, years by name |
    | `A..`, `..B` | from A until today, from 1970 until B |
    | `all`, 全期間 | from 1970 until today |
    | `30d`, `6w`, `3m`, `1y`; 30日, 直近3か月, 半年 | so many days, weeks, months or years up to today, today included |
    """
    words = _western(plain(text))
    try:
        found = _period(words, today, conventions.year_start) or _range(words, today, conventions)
    except (ValueError, OverflowError):  # a month 13, a year 0
        found = None
    if found is None:
        raise Wrong("value.not_a_period", text=shortened(text))
    if found.days < 1:
        raise Wrong("value.period_backwards", text=shortened(text))
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
    if months == 6 and period == _around(period.start, "half", fiscal_year_start):
        return _around(last, "half", fiscal_year_start)
    if months == 12 and period.start.month in (1, fiscal_year_start):
        return _year(period.start.year - 1, period.start.month)
    return _days(months_after(period.start, -months), last)


def same_part_before(period: Period, today: date, fiscal_year_start: int = 1) -> Period:
    """The period before one; of a period that is not over as much of it as of this one is over.

    On 20 November the fourth quarter is set beside 1 July to 20 August.
    """
    whole = before(period, fiscal_year_start)
    if not period.start <= today < period.last:
        return whole
    tomorrow = today + timedelta(days=1)
    months = (period.start.year - whole.start.year) * 12 + period.start.month - whole.start.month
    monthly = whole.start == months_after(period.start, -months)
    end = months_after(tomorrow, -months) if monthly else whole.start + (tomorrow - period.start)
    return whole if end >= whole.end else _days(whole.start, end - timedelta(days=1))


def _period(words: str, today: date, fiscal_year_start: int) -> Period | None:
    spaced = spaced_words(words)
    if words in _WHOLE:
        return _days(EARLIEST, today)
    if " " in spaced and (found := re.fullmatch(r"(this|last|next) (week|month|quarter|half|year)", spaced)):
        return _away(today, found[2], AWAY[found[1]], fiscal_year_start)
    is_japanese = not words.isascii()
    if is_japanese and (found := re.fullmatch(f"({AWAY_JA_PATTERN})({'|'.join(_UNITS_JA)})", words)):
        return _away(today, _UNITS_JA[found[2]], AWAY_JA[found[1]], fiscal_year_start)
    if found := re.fullmatch(rf"(?:last |past )?(\d{{1,6}}) ?{UNIT}", spaced, re.ASCII):
        return _days(stepped(today, -int(found[1]), found[2][0]) + timedelta(days=1), today)
    if named := _named(words, today, fiscal_year_start):
        return named
    found = re.fullmatch(_UP_TO_TODAY, words, re.ASCII) if is_japanese else None
    return _up_to_today(found[1], found[2][0], today) if found else None


def _away(today: date, unit: str, count: int, fiscal_year_start: int) -> Period:
    """The whole week, month, quarter, half or year so many after the one that holds the day."""
    found = _around(today, unit, fiscal_year_start)
    for _ in range(abs(count)):
        found = _around(found.end if count > 0 else found.start - timedelta(days=1), unit, fiscal_year_start)
    return found


def _up_to_today(count: str, unit: str, today: date) -> Period | None:
    """30日, 半年: so many days, weeks, months or years up to today."""
    letter = UNITS_JA[unit]
    number = NUMBER_WORDS.get(count) or (0 if count == "半" else int(count))
    if count == "半":
        number, letter = (6, "m") if letter == "y" else (0, "")
    return _days(stepped(today, -number, letter) + timedelta(days=1), today) if number else None


def _named(words: str, today: date, fiscal_year_start: int) -> Period | None:
    """A quarter, month or year by its own name."""
    if words in YEARS_JA:
        return _year(today.year + YEARS_JA[words], 1)
    if found := re.fullmatch(r"(?:(?:fy)?(\d{4})[-_ ]?)?(q[1-4]|h[12])", words, re.ASCII):
        part, number = (_quarter if found[2][0] == "q" else _half), int(found[2][1])
        if found[1]:
            return part(int(found[1]), number, fiscal_year_start)
        year = _fiscal_year(today, fiscal_year_start)
        this = part(year, number, fiscal_year_start)
        return this if this.start <= today else part(year - 1, number, fiscal_year_start)
    of_year = None if words.isascii() else f"({AWAY_JA_PATTERN})(?:年度|期)の?(q[1-4]|h[12])"
    if of_year and (found := re.fullmatch(of_year, words, re.ASCII)):
        year = _fiscal_year(today, fiscal_year_start) + AWAY_JA[found[1]]
        return (_quarter if found[2][0] == "q" else _half)(year, int(found[2][1]), fiscal_year_start)
    if month := _month(words, today):
        return _around(month, "month", fiscal_year_start)
    if found := re.fullmatch(r"(\d{4})年?", words, re.ASCII):
        return _year(int(found[1]), 1)
    if found := re.fullmatch(r"(?:fy[-_ ]?(\d{4})|(\d{4})年度)", words, re.ASCII):
        return _year(int(found[1] or found[2]), fiscal_year_start)
    return None


def _month(words: str, today: date) -> date | None:
    """The first day of a month: `2026-08`, `Aug 2026`, 2026年8月; without its year of the latest that has begun."""
    if found := re.fullmatch(r"(\d{4})(?:[-/](\d\d)|年(\d{1,2})月)", words, re.ASCII):
        return date(int(found[1]), int(found[2] or found[3]), 1)
    found = re.fullmatch(r"([a-z]{3,9})\.?(?: (\d{4}))?|(\d{1,2})月", words, re.ASCII)
    number = (int(found[3]) if found[3] else MONTH_NUMBERS.get(found[1])) if found else None
    if not found or not number:
        return None
    first = date(int(found[2] or today.year), number, 1)
    return first if found[2] or first <= today else months_after(first, -12)


def _western(words: str) -> str:
    """Japanese names of periods as they are said in English: 令和8年度下期 as 2026h2, 第3四半期 as q3."""
    if words.isascii() and not words.endswith("q"):
        return words
    era = re.match(r"(令和|平成|昭和|[rhs])(\d{1,2}|元)年", words, re.ASCII)
    if era:
        words = f"{ERAS[era[1]].year - 1 + (1 if era[2] == '元' else int(era[2]))}年{words[era.end() :]}"
    year = rf"(?:(\d{{4}})年度?|(({AWAY_JA_PATTERN})(?:年度|期)))"
    found = re.fullmatch(rf"{year}?の?(?:第?([1-4])(?:四半期|q)|([上下])半?期)", words, re.ASCII)
    if not found:
        return words
    return f"{found[1] or found[2] or ''}{f'q{found[4]}' if found[4] else f'h{_HALVES_JA[found[5]]}'}"


def _range(words: str, today: date, conventions: Conventions) -> Period | None:
    spread = re.sub(r" [–—] | ?[〜~] ?|(?<=[月日年期度])[-–—](?=[\d第来今])|から(?!$)", "..", words, count=1)
    first, dots, last = (part.strip() for part in re.sub("から$", "..", spread).partition(".."))
    last = last.removesuffix("まで") if re.search("[^\x00-\x7f]", words) else last
    if not dots or not (first or last):
        return None
    start = _edge(first, today, conventions) if first else _days(EARLIEST, EARLIEST)
    end = _edge(last, today, conventions) if last else _days(today, today)
    if start and end and re.match(r"\d{4}年", first) and (month := re.fullmatch(r"(\d{1,2})月", last)):
        year = start.start.year + (int(month[1]) < start.start.month)
        end = _edge(f"{year}年{last}", today, conventions)  # the year stands before the first month alone
    return _days(start.start, end.last) if start and end else None


def _edge(words: str, today: date, conventions: Conventions) -> Period | None:
    named = _named(_western(words), today, conventions.year_start)
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
    if unit == "half":
        number = (day.month - fiscal_year_start) % 12 // 6 + 1
        return _half(_fiscal_year(day, fiscal_year_start), number, fiscal_year_start)
    return _year(_fiscal_year(day, fiscal_year_start), fiscal_year_start)


def _fiscal_year(day: date, fiscal_year_start: int) -> int:
    """The fiscal year that holds the day, named by the calendar year it begins in."""
    return day.year - (day.month < fiscal_year_start)


def _quarter(year: int, number: int, fiscal_year_start: int) -> Period:
    start = months_after(date(year, fiscal_year_start, 1), 3 * (number - 1))
    return Period(start, months_after(start, 3), f"{year}Q{number}")


def _half(year: int, number: int, fiscal_year_start: int) -> Period:
    start = months_after(date(year, fiscal_year_start, 1), 6 * (number - 1))
    return Period(start, months_after(start, 6), f"{year}H{number}")


def _year(year: int, first_month: int) -> Period:
    start = date(year, first_month, 1)
    return Period(start, months_after(start, 12), f"{year}" if first_month == 1 else f"FY{year}")


def _days(first: date, last: date) -> Period:
    return Period(first, last + timedelta(days=1), f"{first}..{last}")
