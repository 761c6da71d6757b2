"""Days, times, offsets and lengths as a digest says them, and as they are read back."""

import re
from datetime import date, datetime, time, timedelta, timezone

from onelog.core.calendar import dates
from onelog.core.calendar.dates import day_text
from onelog.core.errors import OnelogError
from onelog.core.phrases import spellings


def write_day(day: date, language: str, base: date | None = None) -> str:
    """The day; without its year where it is one of the base's year, on or after the base."""
    return day_text(day, language, year=base is None or day.year != base.year or day < base)


_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
    "|january|february|march|april|june|july|august|september|october|november|december"
)
_YEAR = r"(?:令和\s?\d{1,2}|\d{4})"
FULL_DAY = (
    rf"(?:\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}|\d{{4}}\.\d\d\.\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\.?,?\s\d{{4}}"
    rf"|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|{_YEAR}年\s?\d{{1,2}}月\s?\d{{1,2}}日)"
)
"""A day with its year, as people write it in headings."""
_WITHOUT_YEAR = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTHS})\.?|(?:{_MONTHS})\.?\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}月\d{{1,2}}日)"
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?: UTC(?:[+-]\d{1,2}(?::\d\d){0,2})?)?"


def read_day(text: str, base: date, *, is_past: bool = False, today: date | None = None) -> date | None:
    """The day in somebody's words; one without a year is the first one on or after the base (`is_past`: no later than today)."""
    words = text.strip()
    try:
        if re.fullmatch(FULL_DAY, words, re.IGNORECASE):
            return _full(words)
        if re.fullmatch(_WITHOUT_YEAR, words, re.IGNORECASE):
            found = dates.day(words, base)
            return dates.day(words, today, looking="back") if is_past and today and found > today else found
        return dates.day(words, base)
    except (OnelogError, ValueError):
        return None


def _full(words: str) -> date:
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if re.match(r"\d{4}[-/.年]", words):
        return date(*parts)
    if words.startswith("令和"):
        return date(parts[0] + 2018, *parts[1:])
    return dates.day(words, date(2026, 1, 1))


def write_clock(at: datetime, offset: timedelta | None) -> str:
    """`10:30`, with its offset where that is another one than most have; "" for a day alone."""
    if at.time() == time() and at.utcoffset() == offset:
        return ""
    clock = f"{at.hour}:{at.minute:02}" + (f":{at.second:02}" if at.second else "")
    return clock if at.utcoffset() == offset else f"{clock} {write_offset(at.utcoffset())}"


def read_clock(text: str) -> tuple[time, timedelta | None] | None:
    """The time of day and the offset that is said with it; None where it is no time."""
    if not re.fullmatch(CLOCK, text):
        return None
    clock, _, offset = text.partition(" ")
    hour, minute, second = [*(int(part) for part in clock.split(":")), 0][:3]
    try:
        return time(hour, minute, second), read_offset(offset) if offset else None
    except ValueError:
        return None


def write_offset(offset: timedelta | None) -> str:
    """`UTC`, `UTC+9`, `UTC-3:30`."""
    seconds = round((offset or timedelta()).total_seconds())
    hours, rest = divmod(abs(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    small = f":{minutes:02}" + (f":{rest:02}" if rest else "") if minutes or rest else ""
    return f"UTC{'-' if seconds < 0 else '+'}{hours}{small}" if seconds else "UTC"


def read_offset(text: str) -> timedelta:
    found = re.fullmatch(r"UTC(?:([+-])(\d{1,2})(?::(\d\d))?(?::(\d\d))?)?", text)
    if not found or not found[1]:
        return timedelta()
    size = timedelta(hours=int(found[2]), minutes=int(found[3] or 0), seconds=int(found[4] or 0))
    timezone(size)  # raises ValueError for more than a day
    return -size if found[1] == "-" else size


def offset_said(paragraph: str) -> timedelta | None:
    """The offset that the paragraph above the meetings says."""
    for phrase in spellings("digest.clock"):
        before, after = (re.escape(part) for part in phrase.split("{offset}"))
        if found := re.search(f"{before}(UTC\\S*?){after}", paragraph):
            try:
                return read_offset(found[1])
            except ValueError:
                return None
    return None


def write_minutes(n: int, language: str) -> str:
    """`45 min`, `1 h 30 min`, 1時間30分."""
    hours, rest = divmod(n, 60)
    hour, minute = ("{}時間", "{}分") if language == "ja" else ("{} h", "{} min")
    parts = [hour.format(hours) if hours else "", minute.format(rest) if rest else ""]
    return ("" if language == "ja" else " ").join(part for part in parts if part)


def read_minutes(text: str) -> int | None:
    found = re.fullmatch(r"(?:(\d{1,2}) h)?(?: ?(\d{1,4}) min)?", text) or re.fullmatch(
        r"(?:(\d{1,2})時間)?(?:(\d{1,4})分)?", text
    )
    if not found or not (found[1] or found[2]):
        return None
    n = int(found[1] or 0) * 60 + int(found[2] or 0)
    return n if 1 <= n <= 1440 else None
