"""The words people use for days, times, periods and lengths of time, and what they mean today.

A closed grammar: what is not in the tables of `day`, `moment`, `period` and `minutes` is refused with
`Wrong`, never guessed. Case, full-width forms and surrounding blanks do not matter, and a hyphen or an
underscore may stand for a blank (`next-fri`), because a value is one word.
"""

import os
import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from onelog.errors import Wrong

Looking = Literal["back", "ahead"]

CLOCK = "ONELOG_NOW"
EARLIEST = date(1970, 1, 1)
YEARS_AHEAD = 50
LONGEST = 80
"""More characters than any date needs; longer text is refused before it is looked at."""

_DAYS = "Days: 2026-01-31, today, fri, next fri, -3d, 3 days ago, in 2 weeks, eow, eom, eoq, 12 Jan 2026."
_MOMENTS = "Times: 14:00, 2026-01-31T14:00, yesterday 9:30; or a day: 2026-01-31, today, fri, -3d, 12 Jan."
_LENGTHS = "Lengths: 45m, 45, 1h, 1h30m, 1:30, 1.5h, 90分; from 1 minute to 24 hours."

_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_KANJI_DAYS = "月火水木金土日"
WEEKDAYS = {
    word: number
    for number, (english, kanji) in enumerate(zip(_ENGLISH_DAYS, _KANJI_DAYS, strict=True))
    for word in (english, english[:3], kanji, f"{kanji}曜", f"{kanji}曜日")
}
"""Every word for a day of the week, Monday being 0 as in `date.weekday`."""

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH_NUMBERS = {word: n for n, name in enumerate(_MONTHS, 1) for word in (name, name[:3])} | {"sept": 9}

_NEAR_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1,
    "今日": 0, "昨日": -1, "明日": 1, "明後日": 2, "一昨日": -2,
}  # fmt: skip

UNIT = r"(d|days?|w|weeks?|m|months?|y|years?)"
_UNIT_JA = r"(日|週間?|[かカヶケ]月|年)"
_STEPS = (
    (1, rf"(?:\+|in )(\d{{1,6}}) ?{UNIT}"),
    (-1, rf"-(\d{{1,6}}) ?{UNIT}"),
    (-1, rf"(\d{{1,6}}) ?{UNIT} ago"),
    (1, rf"(\d{{1,6}}){_UNIT_JA}後"),
    (-1, rf"(\d{{1,6}}){_UNIT_JA}前"),
)
_STEP_UNITS = {"日": "d", "週": "w", "年": "y", "か": "m", "カ": "m", "ヶ": "m", "ケ": "m"}


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
        message = f"{CLOCK} is {quoted(told)}, which is not a time with its offset"
        raise Wrong(message, f"Set it like {CLOCK}=2026-01-31T09:00+01:00, or unset it.")
    if not 1970 <= found.year <= 9000:  # the last year that can be written leaves no room to count days in
        raise Wrong(f"{CLOCK} is {quoted(told)}, which is no time to live in", f"Set {CLOCK} to a year from 1970 on.")
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


def quoted(text: str) -> str:
    """The text in quotes for a message: 40 characters at most, control and invisible ones escaped."""
    return repr(text if len(text) <= 40 else f"{text[:39]}…")


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


def spaced_words(words: str) -> str:
    """`next-fri` and `in_2_weeks` with their blanks put back."""
    return re.sub(r"(?<=[^\W_])[-_](?=[^\W_])", " ", words)


def in_range(day: date, today: date) -> bool:
    latest = (today.year + YEARS_AHEAD, today.month, today.day)  # not a date: it need not exist
    return day >= EARLIEST and (day.year, day.month, day.day) <= latest


def outside(text: str) -> Wrong:
    hint = f"Days from {EARLIEST} to {YEARS_AHEAD} years from today can be used."
    return Wrong(f"{quoted(text)} is too far away", hint)


# --- days


def day(text: str, today: date, *, looking: Looking = "ahead", fiscal_year_start: int = 1) -> date:
    """The day that `text` means; raises `Wrong` for all that is not here or not from 1970 to 50 years ahead.

    | Words | Mean |
    |---|---|
    | `2026-01-31` | that day |
    | `today`, `yesterday`, `tomorrow`; 今日 昨日 明日 明後日 一昨日 | |
    | `fri`, `friday`; 金 金曜 金曜日 | the nearest one ahead or back, today included |
    | `next fri`, `last fri` | the nearest Friday strictly after, strictly before today |
    | 来週金曜, 今週金曜, 先週の金曜 | the Friday of the next, this, the last week, Monday first |
    | `+2w`, `in 2 weeks`, `-3d`, `3 days ago`; 3日後 2週間前 1か月後 | days, weeks, months or years from today |
    | `eow`, `eom`, `eoq` | the last day of this week (Sunday), month, quarter (of the fiscal year) |
    | `12 Jan 2026`, `Jan 12, 2026`, `January 12th 2026`; 2026年1月12日 | that day |
    | `12 Jan`, `12-jan`, `January 12th`; 1月12日 | the nearest one ahead or back, today included |
    """
    found = meant_day(plain(text), today, looking, fiscal_year_start)
    if found is None:
        raise Wrong(f"{quoted(text)} is not a day that onelog understands", _DAYS)
    if not in_range(found, today):
        raise outside(text)
    return found


def meant_day(words: str, today: date, looking: Looking, fiscal_year_start: int = 1) -> date | None:
    spaced = spaced_words(words)
    try:
        return (
            _iso(words)
            or _near(spaced, today)
            or _weekday(spaced, today, looking)
            or step_words(spaced, today)
            or _end_of(words, today, fiscal_year_start)
            or _written(spaced, today, looking)
        )
    except (ValueError, OverflowError):  # 30 February, or further away than a date can be
        return None


def _iso(words: str) -> date | None:
    # The shape first: fromisoformat alone would also read 20260131 and 2026-W05-6.
    return date.fromisoformat(words) if re.fullmatch(r"\d{4}-\d\d-\d\d", words, re.ASCII) else None


def _near(words: str, today: date) -> date | None:
    return today + timedelta(days=_NEAR_DAYS[words]) if words in _NEAR_DAYS else None


def _weekday(words: str, today: date, looking: Looking) -> date | None:
    week = re.fullmatch(r"(先|今|来)週の?(.+)", words)
    which, _, name = words.rpartition(" ")
    number = WEEKDAYS.get(week[2] if week else name)
    if number is None:
        return None
    if week:
        return today + timedelta(days=7 * ("先今来".index(week[1]) - 1) + number - today.weekday())
    ahead, back = (number - today.weekday()) % 7, (today.weekday() - number) % 7
    away = {"next": ahead or 7, "last": -(back or 7), "": ahead if looking == "ahead" else -back}
    return today + timedelta(days=away[which]) if which in away else None


def step_words(words: str, today: date) -> date | None:
    for sign, pattern in _STEPS:
        if found := re.fullmatch(pattern, words, re.ASCII):
            return stepped(today, sign * int(found[1]), _STEP_UNITS.get(found[2][0], found[2][0]))
    return None


def _end_of(words: str, today: date, fiscal_year_start: int) -> date | None:
    """The last day of this week (Sunday), month or quarter."""
    if words == "eow":
        return today + timedelta(days=6 - today.weekday())
    months = {"eom": 1, "eoq": 3 - (today.month - fiscal_year_start) % 3}.get(words)
    return months_after(today.replace(day=1), months) - timedelta(days=1) if months else None


def _written(words: str, today: date, looking: Looking) -> date | None:
    """`12 jan 2026`, `jan 12, 2026`, `2026年1月12日`, each also without its year."""
    year = r"(?:,? (?P<year>\d{4}))?"
    number = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    found = (
        re.fullmatch(rf"{number} ?(?P<month>[a-z]{{3,9}})\.?{year}", words, re.ASCII)
        or re.fullmatch(rf"(?P<month>[a-z]{{3,9}})\.? ?{number}{year}", words, re.ASCII)
        or re.fullmatch(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日", words, re.ASCII)
    )
    if found is None:
        return None
    name = found["month"]
    month = int(name) if name.isdecimal() else _MONTH_NUMBERS.get(name)
    if month is None:
        return None
    if found["year"]:
        return date(int(found["year"]), month, int(found["day"]))
    return _nearest(month, int(found["day"]), today, looking)


def _nearest(month: int, number: int, today: date, looking: Looking) -> date | None:
    """The month's day in the nearest year that has it: 29 February may be eight years away."""
    sign = 1 if looking == "ahead" else -1
    for away in range(9):
        try:
            found = date(today.year + sign * away, month, number)
        except ValueError:
            continue
        if (found - today).days * sign >= 0:
            return found
    return None


# --- moments


def moment(text: str, now: datetime, *, looking: Looking = "back") -> datetime:
    """The time that `text` means: `14:00` (today), `2026-01-31T14:00`, `fri 14:00`, or a day as in `day`.

    Without an offset it has the one of `now`; if that is the machine's own, the machine's on that day, so
    that summer time is right. A day alone is its midnight, but today is `now` itself. Raises `Wrong`.
    """
    found = _moment(plain(text), now, looking)
    if found is None:
        raise Wrong(f"{quoted(text)} is not a time that onelog understands", _MOMENTS)
    if not in_range(found.date(), now.date()):
        raise outside(text)
    return found


def _moment(words: str, now: datetime, looking: Looking) -> datetime | None:
    between = r"(?: |_|-|(?<=\d)t|(?<=[^\x00-\x7f]))"
    clock = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    offset = r"(?: ?(?P<offset>z|[+-]\d\d(?::?[0-5]\d)?))?"
    found = re.fullmatch(rf"(?:(?P<day>.+?){between})?{clock}{offset}", words, re.ASCII)
    day = meant_day(found["day"] or "today" if found else words, now.date(), looking)
    if day is None:
        return None
    if not found:
        return now if day == now.date() else _at(day, time(), now)
    if found["offset"] and not _iso(found["day"] or ""):
        return None  # an offset belongs to a day that is written in full
    try:
        clock_time = time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
        if found["offset"]:
            return datetime.fromisoformat(f"{day}T{clock_time}{found['offset'].upper()}")
    except ValueError:  # 25:00, +99:00
        return None
    return _at(day, clock_time, now)


def _at(day: date, clock_time: time, now: datetime) -> datetime:
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


def weekday(day: date, language: str = "en") -> str:
    """`Fri`, or 金 with language "ja"."""
    return _KANJI_DAYS[day.weekday()] if language == "ja" else _ENGLISH_DAYS[day.weekday()][:3].title()


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
        raise Wrong(f"{quoted(text)} is not a length that onelog understands", _LENGTHS)
    if not 1 <= found <= 24 * 60:
        raise Wrong(f"{quoted(text)} is not a length between 1 minute and 24 hours", _LENGTHS)
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
