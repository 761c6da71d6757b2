"""The words for a day, English and Japanese, and which day they mean: what stands behind `dates.day`.

Everything here reads words that `dates.plain` has made plain. What is not in the tables is None, never a guess.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal

from onelog.core.calendar.calendar_words import (
    AWAY,
    AWAY_JA,
    AWAY_JA_PATTERN,
    MONTH_NUMBERS,
    MONTHS,
    NUMBER_WORDS,
    UNITS_JA,
    WEEKDAYS,
)
from onelog.core.conventions import Conventions
from onelog.core.errors import Message, Wrong, joined_by_or

Looking = Literal["back", "ahead"]

NEAR_DAYS = {
    "today": 0, "tonight": 0, "eod": 0, "end of day": 0, "end of the day": 0, "end of today": 0,
    "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1,
    "今日": 0, "本日": 0, "きょう": 0, "昨日": -1, "きのう": -1, "明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2,
    "しあさって": 3, "今朝": 0, "今晩": 0, "今夜": 0, "昨夜": -1, "昨晩": -1, "一昨日": -2, "おととい": -2,
}  # fmt: skip  # the words of one day in a line

UNIT = r"(d|days?|w|weeks?|m|months?|y|years?)"
_COUNT = rf"(\d{{1,6}}|{'|'.join(sorted((w for w in NUMBER_WORDS if w.isascii()), key=len, reverse=True))})"
_COUNT_JA = rf"(\d{{1,6}}|[{''.join(w for w in NUMBER_WORDS if not w.isascii())}])"
_UNIT_JA = r"(日|週間?|[かカヶケヵ]月|箇月|年)"
_STEPS = (
    (1, rf"(?:\+|in ){_COUNT} ?{UNIT}"),
    (1, rf"{_COUNT} ?{UNIT} from (?:now|today)"),
    (-1, rf"-(\d{{1,6}}) ?{UNIT}"),
    (-1, rf"{_COUNT} ?{UNIT} ago"),
    (1, rf"{_COUNT_JA}{_UNIT_JA}後"),
    (-1, rf"{_COUNT_JA}{_UNIT_JA}前"),
)


class Unclear(Wrong):
    """Words that are no day, or could be two; `nearest` are the days that may be meant."""

    def __init__(self, key: str, /, *, nearest: tuple[date, ...] = (), **values: object) -> None:
        super().__init__(key, **values)
        self.nearest = nearest


class TwoDays(Unclear):
    """What is a day in either order, as `12/5`; `orders` are the days by the value of `date_order` that means them."""

    def __init__(self, words: str, orders: dict[str, date]) -> None:
        said = {order: _month_day(day) for order, day in orders.items()}
        ways = joined_by_or([Message("errors.value.way", order=order, day=day) for order, day in said.items()])
        either = joined_by_or([*said.values()])
        super().__init__("value.two_days", nearest=tuple(orders.values()), words=words, either=either, ways=ways)
        self.orders = orders


def _month_day(day: date) -> Callable[[str], str]:
    """`5 Dec`, 12月5日."""
    name = MONTHS[day.month - 1][:3].title()
    return lambda language: f"{day.month}月{day.day}日" if language == "ja" else f"{day.day} {name}"


# --- the calendar


def months_after(day: date, months: int) -> date:
    """The same day so many months on (back, if negative), or that month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year, (month + 1) % 12 + 1, 1)  # any January does: it follows 31 days
    return date(year, month + 1, min(day.day, (following - timedelta(days=1)).day))


def stepped(day: date, count: int, unit: str) -> date:
    """`count` days, weeks, months or years on; `unit` is d, w, m or y."""
    if unit in "dw":
        return day + timedelta(days=count * (7 if unit == "w" else 1))
    return months_after(day, count * (12 if unit == "y" else 1))


def nearest_day(month: int, number: int, today: date, looking: Looking) -> date | None:
    """The month's day in the nearest year that has it: 29 February may be eight years away."""
    sign = 1 if looking == "ahead" else -1
    days = days_in_years(month, number, today, range(0, sign * 9, sign))
    return next((day for day in days if (day - today).days * sign >= 0), None)


def days_in_years(month: int, number: int, today: date, years: range) -> Iterator[date]:
    """The month's day in each of the years, counted from this one, that has it."""
    for away in years:
        try:
            yield date(today.year + away, month, number)
        except ValueError:
            continue


def spaced_words(words: str) -> str:
    """`next-fri` and `in_2_weeks` with their blanks put back."""
    return re.sub(r"(?<=[^\W_])[-_](?=[^\W_])", " ", words)


# --- words


def meant_day(words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    """The day that plain words mean; raises `Unclear` for what could be two days, or a weekday that does not fit."""
    spaced = spaced_words(words)
    try:
        return (
            iso_day(words)
            or _near(spaced, today)
            or _weekday(spaced, today, looking)
            or _steps(spaced, today, looking)
            or _first_of(spaced, today)
            or _end_of(spaced, today, looking, conventions.year_start)
            or _written(spaced, words, today, looking, conventions)
            or _wider(spaced, today, looking, conventions)
        )
    except (ValueError, OverflowError):  # 30 February, or further away than a date can be
        return None


def _written(spaced: str, words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    if not re.search(r"\d", words):
        return None
    from onelog.core.calendar import written_days  # noqa: PLC0415 - most words are in the tables here

    return written_days.find_day(spaced, words, today, looking, conventions.date_order)


def _wider(words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    if words.isascii() and not words.endswith(("day", "days", "ago", "now")):
        return None
    from onelog.core.calendar import japanese_days  # noqa: PLC0415 - most words are in the tables here

    return japanese_days.find_day(words, today, looking, conventions)


def iso_day(words: str) -> date | None:
    """`2026-01-31`, `2026-1-31`."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words, re.ASCII)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _near(words: str, today: date) -> date | None:
    return today + timedelta(days=NEAR_DAYS[words]) if words in NEAR_DAYS else None


def _weekday(words: str, today: date, looking: Looking) -> date | None:
    week = re.fullmatch(f"({AWAY_JA_PATTERN})週の?(.+)", words)
    which, _, name = re.sub("^(?:次|今度)の", "next ", words).rpartition(" ")
    number = WEEKDAYS.get(week[2] if week else name)
    if number is None:
        return None
    if week:
        return monday_of(today, AWAY_JA[week[1]]) + timedelta(days=number)
    ahead, back = (number - today.weekday()) % 7, (today.weekday() - number) % 7
    away = {"next": ahead or 7, "last": -(back or 7), "": ahead if looking == "ahead" else -back}
    return today + timedelta(days=away[which]) if which in away else None


def monday_of(today: date, weeks: int) -> date:
    """The Monday of the week so many after the one that holds today."""
    return today + timedelta(weeks=weeks) - timedelta(days=today.weekday())


def _steps(words: str, today: date, looking: Looking) -> date | None:
    alone = (1 if looking == "ahead" else -1, rf"{_COUNT} ?{UNIT}")
    for sign, pattern in (*_STEPS, alone):
        if found := re.fullmatch(pattern, words, re.ASCII):
            count = NUMBER_WORDS.get(found[1]) or int(found[1])
            return stepped(today, sign * count, UNITS_JA.get(found[2][0], found[2][0]))
    return None


def _first_of(words: str, today: date) -> date | None:
    """The Monday of a week, the first of a month; a day of a month: `next week`, 来月, 来月10日."""
    if found := re.fullmatch(rf"(?:next |({AWAY_JA_PATTERN}))(week|month|週|月)", words):
        away = AWAY_JA[found[1]] if found[1] else AWAY["next"]
        first = monday_of(today, away) if found[2] in ("week", "週") else months_after(today.replace(day=1), away)
        return first if away > 0 else None  # what this or the last week is a day of, nobody can say
    if found := re.fullmatch(rf"({AWAY_JA_PATTERN})月の?(\d{{1,2}})日", words, re.ASCII):
        return months_after(today.replace(day=1), AWAY_JA[found[1]]).replace(day=int(found[2]))
    return None


_ENDS = {"eow": "end of week", "eom": "end of month", "eoq": "end of quarter", "eoy": "end of year"}


def _end_of(words: str, today: date, looking: Looking, year_start: int) -> date | None:
    """The last day of a week (Sunday), month, quarter or year; of the fiscal ones where those are counted so."""
    short = _ENDS.get(words, words)
    if found := re.fullmatch(r"end of (?:the )?(?:(this|last|next) )?(week|month|quarter|year)", short):
        return last_day(today, found[2], AWAY[found[1] or "this"], year_start)
    if (found := re.fullmatch(r"end of ([a-z]{3,9})(?: (\d{4}))?", words, re.ASCII)) and found[1] in MONTH_NUMBERS:
        return _last_of(MONTH_NUMBERS[found[1]], int(found[2] or 0), today, looking)
    if found := re.fullmatch(r"(?:(\d{4})年)?(\d{1,2})月末", words, re.ASCII):
        return _last_of(int(found[2]), int(found[1] or 0), today, looking)
    if found := re.fullmatch(rf"({AWAY_JA_PATTERN}|)(月|四半期|年度|年)末", words):
        unit = {"月": "month", "四半期": "quarter", "年度": "year", "年": "year"}[found[2]]
        return last_day(today, unit, AWAY_JA.get(found[1], 0), 1 if found[2] == "年" else year_start)
    return None


def last_day(today: date, unit: str, away: int, year_start: int) -> date:
    """The last day of the unit so many after the one that holds today."""
    if unit == "week":
        return monday_of(today, away) + timedelta(days=6)
    length = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    left = length - (today.month - year_start) % length
    return months_after(today.replace(day=1), left + away * length) - timedelta(days=1)


def _last_of(month: int, year: int, today: date, looking: Looking) -> date:
    if year:
        return months_after(date(year, month, 1), 1) - timedelta(days=1)
    sign = 1 if looking == "ahead" else -1
    ends = (months_after(date(today.year + sign * away, month, 1), 1) - timedelta(days=1) for away in (0, 1))
    return next(end for end in ends if (end - today).days * sign >= 0)
