"""The words for a day, English and Japanese, and which day they mean: the tables behind `dates.day`.

Everything here reads words that `dates.plain` has made plain. What is not in the tables is None, never a guess.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal

from onelog.core.conventions import Conventions
from onelog.core.errors import Message, Wrong, joined_by_or

Looking = Literal["back", "ahead"]

ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
KANJI_DAYS = "月火水木金土日"
WEEKDAYS = {
    word: number
    for number, (english, kanji) in enumerate(zip(ENGLISH_DAYS, KANJI_DAYS, strict=True))
    for word in (english, english[:3], kanji, f"{kanji}曜", f"{kanji}曜日")
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
"""Every word for a day of the week, Monday being 0 as in `date.weekday`."""

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH_NUMBERS = {word: n for n, name in enumerate(MONTHS, 1) for word in (name, name[:3])} | {"sept": 9}

NEAR_DAYS = {
    "today": 0, "tonight": 0, "eod": 0, "end of day": 0, "end of the day": 0, "end of today": 0,
    "yesterday": -1, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tmw": 1,
    "今日": 0, "本日": 0, "きょう": 0, "昨日": -1, "きのう": -1, "明日": 1, "あした": 1, "あす": 1, "明後日": 2, "あさって": 2,
    "しあさって": 3, "今朝": 0, "今晩": 0, "今夜": 0, "昨夜": -1, "昨晩": -1, "一昨日": -2, "おととい": -2,
}  # fmt: skip

NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip
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
_STEP_UNITS = {"日": "d", "週": "w", "年": "y", "か": "m", "カ": "m", "ヶ": "m", "ケ": "m", "ヵ": "m", "箇": "m"}
_AROUND_JA = {"先々": -2, "先": -1, "前": -1, "今": 0, "": 0, "来": 1, "翌": 1, "再来": 2}
_WITHOUT_YEAR = 184
"""Days from today within which a screen leaves out the year beside a weekday."""
_ERAS = {
    "令和": date(2019, 5, 1), "r": date(2019, 5, 1), "平成": date(1989, 1, 8), "h": date(1989, 1, 8),
    "昭和": date(1926, 12, 25), "s": date(1926, 12, 25),
}  # fmt: skip


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


def spaced_words(words: str) -> str:
    """`next-fri` and `in_2_weeks` with their blanks put back."""
    return re.sub(r"(?<=[^\W_])[-_](?=[^\W_])", " ", words)


# --- words


def meant_day(words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    """The day that plain words mean; raises `Unclear` for what could be two days, or a weekday that does not fit."""
    spaced = spaced_words(words)
    try:
        return (
            _iso(words)
            or _near(spaced, today)
            or _weekday(spaced, today, looking)
            or _steps(spaced, today, looking)
            or _first_of(spaced, today)
            or _end_of(spaced, today, looking, conventions.year_start)
            or _numbered(spaced, today, looking)
            or _written(spaced, today, looking)
            or _slashed(words, today, looking, conventions.date_order)
            or _wider(spaced, today, looking, conventions)
        )
    except (ValueError, OverflowError):  # 30 February, or further away than a date can be
        return None


def _wider(words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    if words.isascii() and not words.endswith(("day", "days", "ago", "now")):
        return None
    from onelog.core.calendar import japanese_days  # noqa: PLC0415 - most words are in the tables here

    return japanese_days.find_day(words, today, looking, conventions)


def _iso(words: str) -> date | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words, re.ASCII)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _near(words: str, today: date) -> date | None:
    return today + timedelta(days=NEAR_DAYS[words]) if words in NEAR_DAYS else None


def _weekday(words: str, today: date, looking: Looking) -> date | None:
    week = re.fullmatch(r"(先々|先|今|来|翌|再来)週の?(.+)", words)
    which, _, name = re.sub("^(?:次|今度)の", "next ", words).rpartition(" ")
    number = WEEKDAYS.get(week[2] if week else name)
    if number is None:
        return None
    if week:
        return _monday(today, _AROUND_JA[week[1]]) + timedelta(days=number)
    ahead, back = (number - today.weekday()) % 7, (today.weekday() - number) % 7
    away = {"next": ahead or 7, "last": -(back or 7), "": ahead if looking == "ahead" else -back}
    return today + timedelta(days=away[which]) if which in away else None


def _monday(today: date, weeks: int) -> date:
    return today + timedelta(weeks=weeks) - timedelta(days=today.weekday())


def _steps(words: str, today: date, looking: Looking) -> date | None:
    alone = (1 if looking == "ahead" else -1, rf"{_COUNT} ?{UNIT}")
    for sign, pattern in (*_STEPS, alone):
        if found := re.fullmatch(pattern, words, re.ASCII):
            count = NUMBER_WORDS.get(found[1]) or int(found[1])
            return stepped(today, sign * count, _STEP_UNITS.get(found[2][0], found[2][0]))
    return None


def _first_of(words: str, today: date) -> date | None:
    """The Monday of a week, the first of a month; a day of a month: `next week`, 来月, 来月10日."""
    if found := re.fullmatch(r"(next week|再?来週|翌週)|(next month|再?来月|翌月)", words):
        weeks_on = 2 if words.startswith("再") else 1
        return _monday(today, weeks_on) if found[1] else months_after(today.replace(day=1), weeks_on)
    if found := re.fullmatch(r"(先々|先|今|来|翌|再来)月の?(\d{1,2})日", words, re.ASCII):
        return months_after(today.replace(day=1), _AROUND_JA[found[1]]).replace(day=int(found[2]))
    return None


def _end_of(words: str, today: date, looking: Looking, year_start: int) -> date | None:
    """The last day of a week (Sunday), month, quarter or year; of the fiscal ones where those are counted so."""
    short = {"eow": "end of week", "eom": "end of month", "eoq": "end of quarter", "eoy": "end of year"}.get(
        words, words
    )
    if found := re.fullmatch(r"end of (?:the |this )?(next )?(week|month|quarter|year)", short):
        return last_day(today, found[2], bool(found[1]), year_start)
    if (found := re.fullmatch(r"end of ([a-z]{3,9})(?: (\d{4}))?", words, re.ASCII)) and found[1] in MONTH_NUMBERS:
        return _last_of(MONTH_NUMBERS[found[1]], int(found[2] or 0), today, looking)
    if found := re.fullmatch(r"(?:(\d{4})年)?(\d{1,2})月末", words, re.ASCII):
        return _last_of(int(found[2]), int(found[1] or 0), today, looking)
    if found := re.fullmatch(r"(先々|先|前|今|来|再来|)(月|四半期|年度|年)末", words):
        unit = {"月": "month", "四半期": "quarter", "年度": "year", "年": "year"}[found[2]]
        return last_day(today, unit, _AROUND_JA[found[1]], 1 if found[2] == "年" else year_start)
    return None


def last_day(today: date, unit: str, away: int, year_start: int) -> date:
    """The last day of the unit so many after the one that holds today."""
    if unit == "week":
        return _monday(today, away) + timedelta(days=6)
    length = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
    left = length - (today.month - year_start) % length
    return months_after(today.replace(day=1), left + away * length) - timedelta(days=1)


def _last_of(month: int, year: int, today: date, looking: Looking) -> date:
    if year:
        return months_after(date(year, month, 1), 1) - timedelta(days=1)
    sign = 1 if looking == "ahead" else -1
    ends = (months_after(date(today.year + sign * away, month, 1), 1) - timedelta(days=1) for away in (0, 1))
    return next(end for end in ends if (end - today).days * sign >= 0)


# --- written dates


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
        whole = _iso(words) or _in_era(words)
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
    began = _ERAS[found[1]]
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
    near = (day for day in _in_years(month, number, today, range(-1, 2)) if abs((day - today).days) <= _WITHOUT_YEAR)
    return next((day for day in near if day.weekday() == name), None) or _agreeing(found, name)


def _agreeing(day: date, name: int | None) -> date:
    """The day, if it is on the weekday that was written beside it; raises `Unclear`."""
    if name is None or day.weekday() == name:
        return day
    wrong, right = Message(f"errors.value.weekday_{name}"), Message(f"errors.value.weekday_{day.weekday()}")
    raise Unclear("value.another_weekday", nearest=(day,), day=day, right=right, wrong=wrong)


def nearest_day(month: int, number: int, today: date, looking: Looking) -> date | None:
    """The month's day in the nearest year that has it: 29 February may be eight years away."""
    sign = 1 if looking == "ahead" else -1
    days = _in_years(month, number, today, range(0, sign * 9, sign))
    return next((day for day in days if (day - today).days * sign >= 0), None)


def _in_years(month: int, number: int, today: date, years: range) -> Iterator[date]:
    for away in years:
        try:
            yield date(today.year + away, month, number)
        except ValueError:
            continue
