"""Days that are written with the number of their day: 27 Nov 2026, the 15th, 12/5, 2026年11月27日(金), 令和8年12月1日.

Everything here reads words that `dates.plain` has made plain. What is not here is None, never a guess.
"""

import re
from datetime import date, timedelta

from onelog.core.calendar.calendar_words import ERAS, MONTH_NUMBERS, WEEKDAYS
from onelog.core.calendar.day_words import Looking, TwoDays, Unclear, days_in_years, iso_day, months_after, nearest_day
from onelog.core.errors import Message, Notice, notice

_WITHOUT_YEAR = 184
"""Days from today within which a screen leaves out the year beside a weekday."""


def find_day(spaced: str, words: str, today: date, looking: Looking, order: str) -> date | None:
    """The day that words mean, with their blanks put back and as they are; raises as `meant_day` does."""
    return (
        _numbered(spaced, today, looking) or _written(spaced, today, looking) or _slashed(words, today, looking, order)
    )


def doubt_weekday(day: date, said: str | None) -> Notice | None:
    """What is wrong with the weekday that is said beside a day; None where it is that day's, or none is said."""
    if not said or WEEKDAYS[said.lower()] == day.weekday():
        return None
    weekday = Message(f"errors.value.weekday_{day.weekday()}")
    return notice("document.other_weekday", day=day, weekday=weekday, said=said)


def _numbered(words: str, today: date, looking: Looking) -> date | None:
    """`15th`, `the 15th`, 15日: the nearest such day, today included, of a month that has it."""
    found = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th|日)", words, re.ASCII)
    if found is None:
        return None
    sign = 1 if looking == "ahead" else -1
    firsts = (months_after(today.replace(day=1), sign * away) for away in range(4))
    days = (first + timedelta(days=int(found[1]) - 1) for first in firsts)
    return next((day for day in days if day.day == int(found[1]) and (day - today).days * sign >= 0), None)


def _written(words: str, today: date, looking: Looking) -> date | None:
    """`Fri 27 Nov 2026`, `nov 27, 2026`, `2026年11月27日(金)`, 令和8年12月1日; the first three also without their year."""
    name, words = _cut_weekday(words)
    if era := _in_era(words):
        return _agreeing(era, name)
    parts = _year_month_day(words)
    if parts is None:
        return None
    year, month, number = parts
    return _dated(year, month, number, name, today, looking)


def _year_month_day(words: str) -> tuple[int, int, int] | None:
    """The numbers of a date with the name of its month; the year is 0 where it was left out."""
    year = r"(?:,? (?P<year>\d{4}))?"
    number = r"(?:the )?(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    found = (
        re.fullmatch(rf"{number} ?(?:of )?(?P<month>[a-z]{{3,9}})\.?{year}", words, re.ASCII)
        or re.fullmatch(rf"(?P<month>[a-z]{{3,9}})\.? ?{number}{year}", words, re.ASCII)
        or re.fullmatch(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日", words, re.ASCII)
    )
    if found is None:
        return None
    month = int(found["month"]) if found["month"].isdecimal() else MONTH_NUMBERS.get(found["month"], 0)
    return (int(found["year"] or 0), month, int(found["day"])) if month else None


def written_parts(words: str, order: str) -> tuple[int, int, int] | None:
    """(year, month, day) of a date that is written with its month, the year 0 where it was left out.

    None for what is no such date, or on no calendar (29 February is on one). Raises `TwoDays` for `12/5` without an `order`.
    """
    leap = date(2024, 1, 1)
    try:
        whole = iso_day(words) or _in_era(words)
        if whole is None and (parts := _year_month_day(words)):
            return (*parts[:1], *date(parts[0] or leap.year, *parts[1:]).timetuple()[1:3])
        whole = whole or _slashed(words, leap, "ahead", order)
    except (ValueError, OverflowError):
        return None
    if whole is None:
        return None
    return (whole.year if re.search(r"\d{4}|年|^[rhs]", words) else 0), whole.month, whole.day


def _cut_weekday(words: str) -> tuple[int | None, str]:
    """The day of the week that is written before or behind a date, and the date."""
    before = re.fullmatch(r"([a-z]{3,9})[.,]? (\d.*|[a-z].*\d.*)", words, re.ASCII)
    if before and before[1] in WEEKDAYS:
        return WEEKDAYS[before[1]], before[2]
    behind = re.fullmatch(r"(.*\d日?)[ の]?(?:\(([月火水木金土日])(?:曜日?)?\)|([月火水木金土日])曜日?)", words)
    return (WEEKDAYS[behind[2] or behind[3]], behind[1]) if behind else (None, words)


def _in_era(words: str) -> date | None:
    """令和8年12月1日, R8.12.1, R8/12/1; a day before the era began is none."""
    found = re.fullmatch(r"(令和|平成|昭和)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日", words, re.ASCII) or re.fullmatch(
        r"([rhs])(\d{1,2})[./](\d{1,2})[./](\d{1,2})", words, re.ASCII
    )
    if found is None:
        return None
    began = ERAS[found[1]]
    day = date(began.year - 1 + (1 if found[2] == "元" else int(found[2])), int(found[3]), int(found[4]))
    return day if day >= began else None


def _slashed(words: str, today: date, looking: Looking, order: str) -> date | None:
    """`2026/01/12`; `12/5` and `12/5/2026` by the order that is set, or where only one is a day; raises `Unclear`."""
    name, words = _cut_weekday(words)
    if found := re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", words, re.ASCII):
        return _agreeing(date(int(found[1]), int(found[2]), int(found[3])), name)
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}))?", words, re.ASCII)
    if found is None:
        return None
    first, second, year = int(found[1]), int(found[2]), int(found[3] or 0)
    ways = {"month-first": (first, second), "day-first": (second, first)}
    days = {way: day for way, pair in ways.items() if (day := _tried(year, *pair, today, looking))}
    if order in days or len(set(days.values())) == 1:
        day = days.get(order) or next(iter(days.values()))
        return _dated(year, day.month, day.day, name, today, looking)
    if not days:
        return None
    raise TwoDays(words, days)


def _tried(year: int, month: int, number: int, today: date, looking: Looking) -> date | None:
    try:
        return date(year, month, number) if year else nearest_day(month, number, today, looking)
    except ValueError:
        return None


def _dated(year: int, month: int, number: int, name: int | None, today: date, looking: Looking) -> date | None:
    """A day of a month, in its year, else in the nearest that has it; of a weekday, in the nearest where it is one."""
    if year:
        return _agreeing(date(year, month, number), name)
    found = nearest_day(month, number, today, looking)
    if name is None or found is None:
        return found
    near = (
        day for day in days_in_years(month, number, today, range(-1, 2)) if abs((day - today).days) <= _WITHOUT_YEAR
    )
    return next((day for day in near if day.weekday() == name), None) or _agreeing(found, name)


def _agreeing(day: date, name: int | None) -> date:
    """The day, if it is on the weekday that was written beside it; raises `Unclear`."""
    if name is None or day.weekday() == name:
        return day
    wrong, right = Message(f"errors.value.weekday_{name}"), Message(f"errors.value.weekday_{day.weekday()}")
    raise Unclear("value.another_weekday", nearest=(day,), day=day, right=right, wrong=wrong)
