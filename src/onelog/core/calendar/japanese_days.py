"""Japanese words for a day that need more than a table: 週末, 来年3月, 半年後, 12月上旬; and business days in both languages.

Everything here reads words that `dates.plain` has made plain. What is not here is None, never a guess.
"""

import re
from collections.abc import Container
from datetime import date, timedelta

from onelog.core import installed
from onelog.core.calendar.calendar_words import AWAY_JA, AWAY_JA_PATTERN, YEARS_JA
from onelog.core.calendar.day_words import Looking, last_day, meant_day, months_after, nearest_day, stepped
from onelog.core.conventions import Conventions
from onelog.core.errors import Wrong

_KANJI = {sign: n for n, sign in enumerate("一二三四五六七八九", 1)}
_KANJI_NUMBER = r"[一二三四五六七八九十]+(?=年|月|日(?!曜)|週|か月|ヶ月|カ月|ヵ月|箇月|営業日)"
_TENTHS = {"上旬": 10, "中旬": 20}
_SAME = {
    "翌日": "明日",
    "年明け": "年始",
    "年内": "年末",
    "月内": "月末",
    "週内": "週末",
    "今日中": "今日",
    "本日中": "今日",
    "明日中": "明日",
}
"""Words that mean what another one does."""
_ALSO = (
    (r"^(?:この)?前の", "last "),
    (rf"^((?:{AWAY_JA_PATTERN})(?:週|月|四半期|期|年度|年))(?:中|のうち)$", r"\1末"),
    (r"^\(([月火水木金土日])(?:曜日?)?\)$", r"\1"),
)


def find_day(words: str, today: date, looking: Looking, conventions: Conventions) -> date | None:
    """The day that words mean which no table has; None for all others. Raises `ValueError` for one on no calendar."""
    if words.isascii():
        return _business_day(words, today, conventions)
    said = re.sub(_KANJI_NUMBER, lambda found: str(_number(found[0])), words)
    said = re.sub("(?<=.)(?:まで)(?:に)?$", "", said)
    said = _SAME.get(said, said)
    if found := (
        _business_day(said, today, conventions)
        or _end(said, today, looking, conventions.year_start)
        or _beginning(said, today, looking)
        or _tenth(said, today, looking)
        or _in_year(said, today)
        or _half_year(said, today)
    ):
        return found
    for pattern, instead in _ALSO:
        said = re.sub(pattern, instead, said)
    return meant_day(said, today, looking, conventions) if said != words else None


def _number(kanji: str) -> int:
    """二十五 as 25. Raises `ValueError` for signs that make no number."""
    tens, ten, ones = kanji.rpartition("十")
    if not ten:
        return int("".join(str(_KANJI[sign]) for sign in kanji))
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        raise ValueError(kanji)
    return 10 * _KANJI.get(tens, 1) + _KANJI.get(ones, 0)


def _end(words: str, today: date, looking: Looking, year_start: int) -> date | None:
    """週末 (a Sunday, as `eow`), 期末 (of the fiscal year), 半期末, 上期末, 年末 of another year."""
    if found := re.fullmatch(rf"({AWAY_JA_PATTERN}|)(週|期|半期)末", words):
        unit = {"週": "week", "期": "year", "半期": "half"}[found[2]]
        return last_day(today, unit, AWAY_JA.get(found[1], 0), year_start)
    if found := re.fullmatch("([上下])半?期末", words):
        first = (year_start - 1 + (0 if found[1] == "上" else 6)) % 12
        last_month = (first + 5) % 12 + 1
        return meant_day(f"{last_month}月末", today, looking, Conventions())
    if found := re.fullmatch(f"({'|'.join(YEARS_JA)})末", words):
        return date(today.year + YEARS_JA[found[1]], 12, 31)
    return None


def _beginning(words: str, today: date, looking: Looking) -> date | None:
    """月初, 来月初, 12月初め; 年始, 年初."""
    if words in ("年始", "年初", "年頭"):
        return nearest_day(1, 1, today, looking)
    if found := re.fullmatch(r"(\d{1,2})月(?:初め?|頭)", words, re.ASCII):
        return nearest_day(int(found[1]), 1, today, looking)
    found = re.fullmatch(f"({AWAY_JA_PATTERN}|)月(?:初め?|頭)", words)
    if not found:
        return None
    first = months_after(today.replace(day=1), AWAY_JA.get(found[1], 0))
    return months_after(first, 1) if not found[1] and looking == "ahead" and first < today else first


def _tenth(words: str, today: date, looking: Looking) -> date | None:
    """上旬, 中旬 and 下旬: the last of their days, of this month or of one that is named."""
    found = re.fullmatch(
        rf"(?:(?:(?P<around>{AWAY_JA_PATTERN}|)月|(?P<month>\d{{1,2}})月)の?)?(?P<part>[上中下]旬)", words, re.ASCII
    )
    if not found:
        return None
    if found["month"]:
        first = nearest_day(int(found["month"]), 1, today.replace(day=1), looking)
    else:
        first = months_after(today.replace(day=1), AWAY_JA.get(found["around"] or "", 0))
    if first is None:
        return None
    tenth = _TENTHS.get(found["part"])
    day = first.replace(day=tenth) if tenth else last_day(first, "month", 0, 1)
    is_bare = not found["month"] and not found["around"]
    return months_after(day, 1) if tenth and is_bare and looking == "ahead" and day < today else day


def _in_year(words: str, today: date) -> date | None:
    """来年3月 (its first day, as 来月), 昨年12月5日, 来年度 (its first day)."""
    found = re.fullmatch(rf"({'|'.join(YEARS_JA)})の?(\d{{1,2}})月(?:の?(\d{{1,2}})日|(末))?", words, re.ASCII)
    if not found:
        return None
    first = date(today.year + YEARS_JA[found[1]], int(found[2]), 1)
    return last_day(first, "month", 0, 1) if found[4] else first.replace(day=int(found[3] or 1))


def _half_year(words: str, today: date) -> date | None:
    """半年後; 1年半前."""
    found = re.fullmatch(r"(?:(\d{1,2})年)?半年?([後前])", words, re.ASCII) if "半" in words else None
    if not found or not (found[1] or "半年" in words):
        return None
    months = 12 * int(found[1] or 0) + 6
    return stepped(today, months if found[2] == "後" else -months, "m")


# --- business days


def _business_day(words: str, today: date, conventions: Conventions) -> date | None:
    """`5 business days`, `in 3 working days`, `next business day`; 5営業日後, 翌営業日."""
    sign, count = 0, 0
    if found := re.fullmatch(
        r"(?:(in|\+) ?)?(\d{1,3}) (?:business|working|work) ?days?( ago| from (?:now|today))?", words, re.ASCII
    ):
        sign, count = -1 if found[3] == " ago" else 1, int(found[2])
    elif found := re.fullmatch(r"(\d{1,3})営業日([後前])", words, re.ASCII):
        sign, count = -1 if found[2] == "前" else 1, int(found[1])
    elif found := re.fullmatch(r"(next|last) (?:business|working) day|(翌|次の|前の?)営業日", words, re.ASCII):
        sign, count = -1 if found[1] == "last" or (found[2] or "")[:1] == "前" else 1, 1
    return add_business_days(today, sign * count, conventions.holidays) if count else None


def add_business_days(day: date, count: int, country: str = "") -> date:
    """So many days on (back, if negative) that are no Saturday, no Sunday and no holiday of the country.

    `country` is the code of a country, with a part of it where its holidays differ: `JP`, `US`, `DE-BY`; "" counts Monday
    to Friday. Raises `Wrong` where the library of holidays is missing, or knows no such country.
    """
    holidays = _holidays_of(country) if country else ()
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() < 5 and day not in holidays
    return day


def _holidays_of(country: str) -> Container[date]:
    try:
        import holidays  # noqa: PLC0415 - an extra, for those who count business days
    except ImportError as error:
        raise Wrong("value.needs_holidays", how=installed.way_to_add("holidays", "holidays")) from error
    code, _, part = country.partition("-")
    try:
        found: Container[date] = holidays.country_holidays(code, subdiv=part or None)
    except NotImplementedError as error:
        raise Wrong("value.unknown_country", country=country) from error
    return found
