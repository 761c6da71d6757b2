"""What somebody may have meant by words that are no day: the nearest words that are one."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from difflib import get_close_matches

from onelog.core.calendar.calendar_words import MONTH_NUMBERS, MONTHS, NUMBER_WORDS, WEEKDAYS
from onelog.core.calendar.day_words import NEAR_DAYS, Looking, meant_day, months_after, spaced_words
from onelog.core.conventions import Conventions
from onelog.core.errors import Wrong

_UNITS = ("day", "days", "week", "weeks", "month", "months", "year", "years")
_WORDS = tuple(
    word
    for word in (
        *NEAR_DAYS, *WEEKDAYS, *MONTH_NUMBERS, *NUMBER_WORDS, *_UNITS, "next", "last", "in", "ago", "end", "of", "quarter",
        "eow", "eom", "eoq", "eoy",
    )
    if len(word) > 1
)  # fmt: skip  # words in lines
_FORMS = (
    "today",
    "yesterday",
    "tomorrow",
    "next week",
    "next month",
    "end of week",
    "end of month",
    "end of quarter",
    "end of year",
)
_SOON = ("asap", "now", "soon", "immediately", "at once")
_MOST = 3
_WORDS_READ = 8


def nearest(words: str, today: date, looking: Looking, conventions: Conventions) -> dict[str, date]:
    """Up to three ways to say a day that are nearest to plain words, best first, with the day that each means."""
    close = get_close_matches(" ".join(map(_corrected, spaced_words(words).split()[:_WORDS_READ])), _FORMS, _MOST, 0.6)
    for forms in (_candidates(words, conventions.year_start), close):
        days = {form: _read(form, today, looking, conventions) for form in forms if form not in ("", words)}
        one_way = {day: form for form, day in reversed(days.items()) if day}
        if one_way:
            return dict([(form, day) for form, day in days.items() if day and one_way[day] == form][:_MOST])
    return {}


def _read(words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    try:
        return meant_day(words, today, looking, conventions)
    except Wrong:
        return None


def _candidates(words: str, year_start: int) -> Iterator[str]:
    yield from _in_calendar(words)
    yield from _in_a_month(words, year_start)
    yield from ("today", "tomorrow") if words in _SOON else ()
    parts = spaced_words(words).split()[:_WORDS_READ]
    corrected = [_corrected(part) for part in parts]
    yield " ".join(corrected)
    for length in range(len(parts) - 1, 0, -1):
        for start in range(len(parts) - length + 1):
            yield " ".join(corrected[start : start + length])


def _corrected(word: str) -> str:
    if word in _WORDS or not word.isalpha() or len(word) < 3:
        return word
    return next(iter(get_close_matches(word, _WORDS, 1, 0.7)), word)


def _in_calendar(words: str) -> Iterator[str]:
    """The last day of the month, for one that the month has not: `2026-02-30`, `31 nov`."""
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words, re.ASCII):
        year, month = int(found[1]), int(found[2])
        if 1 <= month <= 12 and year:
            last = months_after(date(year, month, 1), 1) - timedelta(days=1)
            yield str(last.replace(day=min(int(found[3]) or 1, last.day)))
    for number, month_name in re.findall(r"(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})", words, re.ASCII)[:1]:
        if month_name in MONTH_NUMBERS and 28 < int(number) < 32:
            yield f"end of {MONTHS[MONTH_NUMBERS[month_name] - 1]}"


def _in_a_month(words: str, year_start: int) -> Iterator[str]:
    """Days for a month or a quarter alone (`march`, `q2`), and both days for `3.2.`."""
    if words in MONTH_NUMBERS:
        yield from (f"end of {words}", f"1 {words}")
    if found := re.fullmatch(r"(?:end of )?q([1-4])", words, re.ASCII):
        yield f"end of {MONTHS[(year_start - 1 + 3 * int(found[1]) - 1) % 12]}"
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.?", words, re.ASCII):
        pairs = ((found[1], int(found[2])), (found[2], int(found[1])))
        yield from (f"{day} {MONTHS[month - 1][:3]}" for day, month in pairs if 1 <= month <= 12)


_DAYS = [
    "today",
    "fri",
    "next fri",
    "2026-01-31",
    "-3d",
    "3 days ago",
    "in two weeks",
    "next month",
    "eow",
    "eom",
    "eoq",
    "12 Jan 2026",
]
_DAYS_JA = [
    "今日",
    "金曜",
    "来週の月曜",
    "11月27日",
    "12/5",
    "2026-01-31",
    "3日前",
    "2週間後",
    "5営業日後",
    "来月10日",
    "月末",
    "年度末",
]
_SHOWN = 12


def examples(near: Sequence[str]) -> Callable[[str], str]:
    """What is a day, the nearest to some words first; in the words of a language."""

    def listed(language: str) -> str:
        known, comma = (_DAYS_JA, "、") if language == "ja" else (_DAYS, ", ")
        return comma.join([*near, *(form for form in known if form not in near)][:_SHOWN])

    return listed
