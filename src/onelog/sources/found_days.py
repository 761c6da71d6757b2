"""The day that a heading, a key, a line or a file name says; one without its year is none."""

import re
from datetime import date
from typing import NamedTuple

from onelog.core.calendar import dates, written_days
from onelog.core.calendar.calendar_words import WEEKDAYS
from onelog.core.conventions import Conventions
from onelog.core.errors import Notice, OnelogError, notice
from onelog.core.regexes import pattern

_MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_NAMES = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_TIME = r"\d{1,2}(?:[:：]\d\d(?::\d\d)?|時(?:\d{1,2}分|半)?)"
_CLOCK = rf"(?:,?(?:[\s_]+|T|(?<=[日)）]))(?:at\s)?(?P<clock>{_TIME})(?:\s?(?:Z|[+-]\d\d:?\d\d))?(?:\s?[-–~〜～]\s?{_TIME})?)?"
_DAY = (
    rf"(?i)(?<![\w/.])(?:(?P<before>{_NAMES})\.?,?\s*(?<![a-z])|)(?P<day>"
    r"\d{4}[-_./]\d{1,2}[-_./]\d{1,2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH}\.?,?[\s-]\d{{4}}"
    rf"|{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|\d{4}年\s?\d{1,2}月\s?\d{1,2}日|(?:令和|平成)\s?(?:\d{1,2}|元)年\s?\d{1,2}月\s?\d{1,2}日|R\d{1,2}\.\d{1,2}\.\d{1,2}"
    r"|\d{1,2}[./]\d{1,2}[./]\d{4}"
    rf")(?:\s?[(（](?P<after>{_NAMES})[)）]|\s(?P<behind>{_NAMES})(?!\w))?{_CLOCK}(?![\w/])"
)
_COMPACT = r"(?<!\d)(?P<day>(?:19|20)\d\d[01]\d[0-3]\d)(?:[T_-]?(?P<clock>[0-2]\d[0-5]\d)(?:\d\d)?)?(?!\d)"


class FoundDay(NamedTuple):
    """A day in a text, and where it stands there."""

    day: date
    clock: str
    start: int
    end: int


class NoDay(NamedTuple):
    """Something that looks like a day and is none, or may be two."""

    why: str


def find_day(text: str, conventions: Conventions, *, is_name: bool = False) -> FoundDay | NoDay | None:
    """The first day with its year in a text; `is_name`: also 20260324, as files are named."""
    found = pattern(_DAY).search(text)
    if not found and is_name:
        found = pattern(_COMPACT).search(text)
    if not found:
        return None
    day = _read(found["day"], conventions)
    if isinstance(day, NoDay):
        return day
    groups = found.groupdict()
    said = groups.get("before") or groups.get("after") or groups.get("behind")
    if other := written_days.doubt_weekday(day, said):
        return NoDay(other)
    clock = _clock(found["clock"] or "")
    if found["clock"] and not clock and not is_name:
        return NoDay(notice("document.no_such_time", time=found["clock"]))
    return FoundDay(day, clock, found.start(), found.end())


def read_value(value: str, conventions: Conventions) -> FoundDay | NoDay | None:
    """The day that a value is: nothing but a day, perhaps with its time, stands there."""
    text = value.strip().strip("\"'").removeprefix("[[").removesuffix("]]")
    found = find_day(text, conventions)
    if isinstance(found, FoundDay) and (text[: found.start] + text[found.end :]).strip(" .()"):
        return NoDay(notice("document.more_than_day", text=text[:40]))
    return found


def _read(words: str, conventions: Conventions) -> date | NoDay:
    plain = re.sub(r"(?<=\d)[_.](?=\d)", "-", words) if re.match(r"\d{4}[_.]", words) else words
    plain = re.sub(r"\s(?=\d+[月日])|(?<=和)\s|(?<=成)\s", "", plain)
    if compact := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", plain):
        plain = "-".join(compact.groups())
    try:
        if dotted := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", plain):
            return date(int(dotted[3]), int(dotted[2]), int(dotted[1]))
        return dates.day(plain, date(2026, 1, 1), conventions=conventions)
    except dates.TwoDays as error:
        return NoDay(Notice(error.text))
    except (OnelogError, ValueError):
        return NoDay(notice("document.no_such_day", day=words))


def _clock(text: str) -> str:
    """A time of day as `10:30`; "" for what is none."""
    text = text.replace("：", ":")
    if found := re.fullmatch(r"(\d{1,2})時(?:(\d{1,2})分|(半))?", text):
        text = f"{found[1]}:{found[2] or (30 if found[3] else 0):0>2}"
    text = f"{text[:2]}:{text[2:]}" if re.fullmatch(r"\d{4}", text) else text
    found = re.fullmatch(r"(\d{1,2}):(\d\d)(:\d\d)?", text)
    return text if found and int(found[1]) < 24 and int(found[2]) < 60 else ""


def clock_text(text: str, half: str | None) -> str:
    """A time of day as a document has it: `9:05` and PM are 21:05."""
    hour, _, minute = text.partition(":")
    hours = int(hour) % 12 + (12 if half.upper() == "PM" else 0) if half else int(hour)
    return f"{hours:02}:{minute}"
