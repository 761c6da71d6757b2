"""The words people use for days, times, periods and lengths of time, and what they mean today.

A closed grammar: what is not in the tables of `day`, `moment`, `period` and `minutes` is refused with
`Wrong`, never guessed. Case, full-width forms and surrounding blanks do not matter, and a hyphen or an
underscore may stand for a blank (`next-fri`), because a value is one word.
"""

import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from onelog.core.calendar import day_words
from onelog.core.calendar.calendar_words import ENGLISH_DAYS, KANJI_DAYS, WEEKDAYS
from onelog.core.calendar.day_words import meant_day, months_after
from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Message, ToCome, Wrong

Looking = day_words.Looking
Unclear = day_words.Unclear
TwoDays = day_words.TwoDays

CLOCK = "ONELOG_NOW"
EARLIEST = date(1970, 1, 1)
YEARS_AHEAD = 50
LONGEST = 80
"""More characters than any date needs; longer text is refused before it is looked at."""

# --- the clock


def now() -> datetime:
    """The time now with its offset, to the second: `ONELOG_NOW` if it is set, else the machine's clock."""
    told = os.environ.get(CLOCK)
    if not told:
        return datetime.now().astimezone().replace(microsecond=0)
    try:
        found = datetime.fromisoformat(told)
    except ValueError:
        found = None
    if found is None or found.utcoffset() is None:
        raise Wrong("value.clock_without_offset", told=shortened(told))
    if not 1970 <= found.year <= 9000:  # the last year that can be written leaves no room to count days in
        raise Wrong("value.clock_out_of_time", told=shortened(told))
    return found.replace(microsecond=0)


def today() -> date:
    return now().date()


# --- text and calendar


def plain(text: str) -> str:
    """The text as the grammar reads it: NFKC, lower case, single blanks; empty if too long to be meant."""
    bare = text.strip(" \t\r\n\u00a0\u3000")
    if len(bare) > LONGEST:
        return ""
    return re.sub("[ \t]+", " ", unicodedata.normalize("NFKC", bare).lower())


def shortened(text: str) -> str:
    """The text for a message: 40 characters at most."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def in_range(day: date, today: date) -> bool:
    latest = (today.year + YEARS_AHEAD, today.month, today.day)  # not a date: it need not exist
    return day >= EARLIEST and (day.year, day.month, day.day) <= latest


def outside(text: str) -> Wrong:
    return Wrong("value.too_far", text=shortened(text), first=EARLIEST, years=YEARS_AHEAD)


# --- days


def day(text: str, today: date, *, looking: Looking = "ahead", conventions: Conventions = USUAL) -> date:
    """The day that `text` means; raises `Wrong` for all that is not here or not from 1970 to 50 years ahead.

    | Words | Mean |
    |---|---|
    | `2026-01-31`, `2026-1-31`, `2026/1/31`, 令和8年1月31日, `R8.1.31` | that day |
    | `today`, `tonight`, `eod`, `yesterday`, `tomorrow`, `tmrw`; 今日 本日 昨日 きのう 明日 あす 明後日 あさって 一昨日 おととい | |
    | `fri`, `friday`, `thurs`; 金 金曜 金曜日 | the nearest one ahead or back, today included |
    | `next fri`, `last fri`; 次の金曜 | the nearest Friday strictly after, strictly before today |
    | 来週金曜, 今週金曜, 先週の金曜, 再来週の金曜 | the Friday of the next, this, the last week, Monday first |
    | `next week`, `next month`; 来週 再来週 来月 | its first day, Monday or the 1st; 来月10日 its tenth |
    | `+2w`, `in two weeks`, `-3d`, `3 days ago`, `a week ago`; 3日後 2週間前 1か月後 | so many days, weeks, months, years from today |
    | `2w` | as `+2w` or `-2w`, as one looks |
    | `eow`, `eom`, `eoq`, `eoy`, `end of next month`, `end of nov`; 月末 来月末 11月末 年度末 | the last day of the week (Sunday), month, quarter, year (those of the fiscal year; 年末 is 31 December) |
    | `12 Jan 2026`, `Jan 12, 2026`, `Mon 12 Jan 2026`; 2026年1月12日(月) | that day; another weekday than it has is refused |
    | `15th`, `the 15th` | the nearest one ahead or back, today included, of a month that has it |
    | `12 Jan`, `12-jan`, `12th of Jan`, `January 12th`; 1月12日 | the nearest one ahead or back, today included |
    | `Mon 12 Jan`; 1月12日(月) | the nearest one that is a Monday, as screens write it |
    | `12/5` | by `date_order`, or where only one of both is a day; else refused with both |
    """
    words = plain(text)
    found = meant_day(words, today, looking, conventions)
    if found is None:
        raise _unclear("value.not_a_day", text, words, today, looking, conventions)
    if not in_range(found, today):
        raise outside(text)
    return found


def _unclear(key: str, text: str, words: str, today: date, looking: Looking, conventions: Conventions) -> Unclear:
    """What is said of words that are no day: what is accepted, nearest first."""
    from onelog.core.calendar import near_days  # noqa: PLC0415 - most words are days

    near = near_days.nearest(words, today, looking, conventions)
    near = {form: found for form, found in near.items() if in_range(found, today)}
    days = tuple(dict.fromkeys(near.values()))
    return Unclear(
        key,
        nearest=days,
        text=shortened(text),
        examples=near_days.examples([*near]),
        near=lambda language: "".join(f"{form}{'、' if language == 'ja' else ', '}" for form in [*near][: len(days)]),
    )


# --- moments

_BETWEEN = r"(?: at |[ _-]|の|(?<=\d)t|(?<=[^\x00-\x7f])|(?<=\)))"
_OFFSET = r"(?: ?(?P<offset>z|[+-]\d\d(?::?[0-5]\d)?))?"
_CLOCKS = (
    rf"(?P<half>午前|午後)?(?P<hour>\d{{1,2}}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{{1,9}})?)?(?: ?(?P<noon>[ap])m)?{_OFFSET}",
    r"(?P<hour>\d{1,2}) ?(?P<noon>[ap])m",
    r"(?P<half>午前|午後)?(?P<hour>\d{1,2})時(?:(?P<minute>\d{1,2})分|(?P<midway>半))?",
    r"noon|正午",
)


def moment(text: str, now: datetime, *, looking: Looking = "back", conventions: Conventions = USUAL) -> datetime:
    """The time that `text` means: `14:00`, `5pm`, `noon`, 午後2時半, `2026-01-31T14:00`, `fri 14:00`, or a day as in `day`.

    An hour alone is that of today, and a weekday may be today; but one that is yet to come, looking back, is that of
    yesterday or of a week before, and the other way round. Without an offset it has the one of `now`; if that is the
    machine's own, the machine's on that day, so that summer time is right. A day alone is its midnight, but today is
    `now` itself. Raises `Wrong`.
    """
    words = plain(text)
    found = _moment(words, now, looking, conventions)
    if found is None:
        raise _unclear("value.not_a_time", text, words, now.date(), looking, conventions)
    if not in_range(found.date(), now.date()):
        raise outside(text)
    return found


def _moment(words: str, now: datetime, looking: Looking, conventions: Conventions) -> datetime | None:
    for clock in _CLOCKS:
        found = re.fullmatch(rf"(?:(?P<day>.+?){_BETWEEN}(?<!午前|午後))?{clock}", words.removeprefix("at "), re.ASCII)
        if found:
            return _timed(found.groupdict(), now, looking, conventions)
    day = meant_day(words, now.date(), looking, conventions)
    if day is None:
        return None
    return now if day == now.date() else on_day(day, time(), now)


def clock(text: str) -> time | None:
    """The hour that `text` means without a day: `14:00`, `5pm`, 午後2時半; None for anything else."""
    words = plain(text).removeprefix("at ")
    found = next((found for one in _CLOCKS if (found := re.fullmatch(one, words, re.ASCII))), None)
    return _clock_time(found.groupdict()) if found and not found.groupdict().get("offset") else None


def _timed(
    found: Mapping[str, str | None], now: datetime, looking: Looking, conventions: Conventions
) -> datetime | None:
    """The time on its day, from the parts that were written."""
    written, offset = found["day"] or "", found.get("offset")
    day = meant_day(written or "today", now.date(), looking, conventions)
    clock = _clock_time(found)
    if day is None or clock is None or (offset and not re.fullmatch(r"\d{4}-\d\d-\d\d", written)):
        return None  # an offset belongs to a day that is written in full
    try:
        if offset:
            return datetime.fromisoformat(f"{day}T{clock}{offset.upper()}")
    except ValueError:  # +99:00
        return None
    at = on_day(day, clock, now)
    if day != now.date() or (at <= now if looking == "back" else at >= now):
        return at
    days = 1 if not written else 7 if written in WEEKDAYS else 0
    return on_day(day + timedelta(days=-days if looking == "back" else days), clock, now)


def _clock_time(found: Mapping[str, str | None]) -> time | None:
    """The time of the day; None for 25:00, 13pm, 午後13時."""
    if "hour" not in found:
        return time(12)
    hour, half = int(found["hour"] or 0), {"午前": "a", "午後": "p"}.get(found.get("half") or "")
    noon = found.get("noon")
    if (half and noon) or (half and hour > 11) or (noon and not 1 <= hour <= 12):
        return None
    if noon or half:
        hour = hour % 12 + 12 * ((noon or half) == "p")
    minute = 30 if found.get("midway") else int(found.get("minute") or 0)
    try:
        return time(hour, minute, int(found.get("second") or 0))
    except ValueError:
        return None


def is_to_come(at: datetime, now: datetime) -> bool:
    """Whether a time is on a later day than today, wherever one looks at it from."""
    return at.date() > now.date() and at.astimezone(now.tzinfo).date() > now.date()


def on_day(day: date, clock_time: time, now: datetime) -> datetime:
    """That time on that day, with the offset that holds there (a time that summer time skips moves on)."""
    wall = datetime.combine(day, clock_time)
    fixed = wall.replace(tzinfo=now.tzinfo)
    try:
        if os.environ.get(CLOCK) or now.astimezone().utcoffset() != now.utcoffset():
            return fixed
        # Not wall.astimezone(): that takes a midnight that summer time skips to the day before.
        return datetime.fromtimestamp(wall.timestamp(), tz=UTC).astimezone()
    except (OSError, ValueError, OverflowError):  # Windows knows no local time near 1970
        return fixed


# --- for a person to read

_SPOKEN_UNITS_JA = {"day": "日", "week": "週間", "month": "か月", "year": "年"}


def weekday_text(day: date, language: str = "en") -> str:
    """`Fri`, or 金 with language "ja"."""
    return KANJI_DAYS[day.weekday()] if language == "ja" else ENGLISH_DAYS[day.weekday()][:3].title()


def spoken(day: date, today: date, language: str = "en") -> str:
    """How far away the day is: "today", "in 3 days", "2 weeks ago", or 3日後, 2週間前 with language "ja".

    Only whole units that have passed are counted: days up to 13, weeks up to two months, then months, and
    years from two years on.
    """
    away = (day - today).days
    if abs(away) <= 1:
        words = ("昨日", "今日", "明日") if language == "ja" else ("yesterday", "today", "tomorrow")
        return words[away + 1]
    count, unit = _whole_units(min(day, today), max(day, today))
    if language == "ja":
        return f"{count}{_SPOKEN_UNITS_JA[unit]}{'後' if away > 0 else '前'}"
    return f"in {count} {unit}s" if away > 0 else f"{count} {unit}s ago"


def _whole_units(earlier: date, later: date) -> tuple[int, str]:
    days = (later - earlier).days
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    months -= months_after(earlier, months) > later
    if days < 14:
        return days, "day"
    if months < 2:
        return days // 7, "week"
    return (months, "month") if months < 24 else (months // 12, "year")


# --- lengths of time


def minutes(text: str) -> int:
    """A length in minutes, 1 to 1440: `45m`, `45`, `1h30m`, `1:30`, `1.5h`, 90分, 1時間半; raises `Wrong`."""
    found = _minutes(plain(text))
    if found is None:
        raise Wrong("value.not_a_length", text=shortened(text))
    if not 1 <= found <= 24 * 60:
        raise Wrong("value.length_too_long", text=shortened(text))
    return found


def _minutes(words: str) -> int | None:
    words = words.replace("時間半", "時間30分")
    hour, minute = r"(?:h|hours?|時間)", r"(?:m|mins?|minutes?|分)"
    if found := re.fullmatch(rf"(\d{{1,4}}) ?{minute}?", words, re.ASCII):
        return int(found[1])
    if found := re.fullmatch(rf"(\d{{1,2}})[.,](\d{{1,2}}) ?{hour}", words, re.ASCII):
        hundredths = int(found[1]) * 100 + int(found[2].ljust(2, "0"))
        return (hundredths * 60 + 50) // 100
    found = re.fullmatch(rf"(\d{{1,2}}) ?{hour}(?: ?([0-5]?\d) ?{minute}?)?", words, re.ASCII)
    found = found or re.fullmatch(r"(\d{1,2}):([0-5]\d)", words, re.ASCII)
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def minutes_text(n: int) -> str:
    """`45m`, `1h`, `1h30m`: what `minutes` reads back."""
    hours, rest = divmod(n, 60)
    return (f"{hours}h" if hours else "") + (f"{rest}m" if rest or not hours else "")


# --- days as they are written

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date, language: str, *, weekday: bool = False, year: bool = True) -> str:
    """`17 Nov 2026`, 2026年11月17日; with the weekday `Tue 17 Nov 2026`, 2026年11月17日(火); without the year `17 Nov`."""
    name = weekday_text(day, language) if weekday else ""
    if language == "ja":
        return f"{f'{day.year}年' if year else ''}{day.month}月{day.day}日{f'({name})' if name else ''}"
    return f"{f'{name} ' if name else ''}{day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if year else ''}"


def month_text(day: date, language: str, *, year: bool = False) -> str:
    """`Nov`, 11月; with the year `Nov 2026`, 2026年11月."""
    if language == "ja":
        return f"{day.year}年{day.month}月" if year else f"{day.month}月"
    return f"{_MONTHS[day.month - 1]} {day.year}" if year else _MONTHS[day.month - 1]


def check_past(at: datetime, name: str, now: datetime) -> None:
    """Raises `ToCome` for a meeting with somebody that cannot have taken place."""
    if is_to_come(at, now):
        day, today = at.date(), now.date()
        of_day = Message(
            "errors.value.day_to_come",
            day=lambda language: day_text(day, language, weekday=True),
            away=lambda language: spoken(day, today, language),
        )
        raise ToCome(of_day, name)
