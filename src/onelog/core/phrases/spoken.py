"""How days, spans, lengths, numbers and names are said, in English and Japanese."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from onelog.core.calendar import dates, recurrence
from onelog.core.calendar.dates import day_text
from onelog.core.phrases import say

_LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SAME_YEAR = 183
"""So many days away a day is said without its year: there is no other one it could be taken for."""


# --- days


def short_day(day: date, today: date, language: str = "en") -> str:
    """`Tue 17 Nov`, 11月17日(火); with its year where that could be in doubt."""
    return day_text(day, language, weekday=True, year=abs((day - today).days) > _SAME_YEAR)


def long_day(day: date, language: str = "en") -> str:
    """`Tue 17 Nov 2026`, 2026年11月17日(火)."""
    return day_text(day, language, weekday=True)


def bare_day(day: date, language: str = "en") -> str:
    """`17 Nov 2026`, 2026年11月17日: for two days beside each other, where weekdays would not fit."""
    return day_text(day, language)


def month(day: date, language: str = "en") -> str:
    """`November 2026`, 2026年11月."""
    return f"{day.year}年{day.month}月" if language == "ja" else f"{_LONG_MONTHS[day.month - 1]} {day.year}"


def period(name: str, start: date, language: str = "en") -> str:
    """A period by its name and its first day, as `periods` reads it back: `2026Q3`, 2026年第3四半期.

    Where the fiscal year begins in another month than January its parts say so: `FY2026Q3`, 2026年度第3四半期.
    """
    found = re.fullmatch(r"(FY)?(\d{4})(?:Q([1-4])|H([12])|-(\d\d))?", name)
    if not found:
        return name if language != "ja" else re.sub(r"(\d{4}-\d\d-\d\d)\.\.", r"\1〜", name)
    fy, year, quarter, half, month_ = found.groups()
    first = int(month_) if month_ else 3 * int(quarter) - 2 if quarter else 6 * int(half) - 5 if half else 1
    fiscal = start.month != first
    if language != "ja":
        return f"FY{name}" if fiscal and not fy else name
    if month_:
        return f"{year}年{int(month_)}月"
    unit = "年度" if fiscal else "年"
    part = f"第{quarter}四半期" if quarter else "" if not half else ("上期", "下期")[int(half) - 1]
    return f"{year}{unit}{part}"


def brief_quarter(name: str, language: str = "en") -> str:
    """A quarter at the head of a narrow column: `2026Q3`, 2026年度3Q; `periods` reads both."""
    return re.sub(r"^(\d{4})Q([1-4])$", r"\1年度\2Q", name) if language == "ja" else name


def both(day: date, today: date, language: str = "en") -> str:
    """Relative and absolute: `5 days ago · Tue 17 Nov`."""
    return f"{dates.spoken(day, today, language)} · {short_day(day, today, language)}"


def stretch(since: date, until: date, language: str = "en") -> str:
    """How long it is from one day to a later one: `5 weeks`, 5週間."""
    days = (until - since).days
    if days <= 1:
        return say(language, "n_day", n=days)
    return dates.spoken(since, until, language).removesuffix(" ago").removesuffix("前")


def brief(since: date, until: date, language: str = "en") -> str:
    """As `stretch`, for a narrow column: `5w`, 5週."""
    length = stretch(since, until, language) if since < until else say(language, "n_day", n=0)
    if language == "ja":
        return length.removesuffix("間")
    count, _, unit = length.partition(" ")
    return f"{count}{'mo' if unit.startswith('month') else unit[:1]}"


def age(since: date, today: date, language: str = "en") -> str:
    """How long something is open: `open for 5 weeks`, 5週間前から未解決."""
    if since >= today:
        return say(language, "open_new")
    return say(language, "open_for", length=stretch(since, today, language))


def waiting(since: date, today: date, language: str = "en") -> str:
    """How long something waits: `waiting 12 days`, 12日前から."""
    if since >= today:
        return say(language, "waiting_new")
    return say(language, "waiting", length=stretch(since, today, language))


def took(since: date, until: date, language: str = "en") -> str:
    """How long it took until something ended: `after 5 weeks`, 5週間後."""
    if since >= until:
        return say(language, "after_none")
    return say(language, "after", length=stretch(since, until, language))


def late(due: date, today: date, language: str = "en") -> str:
    """`5 days overdue`, 5日超過."""
    return say(language, "late", length=stretch(due, today, language))


def when_text(when: str, language: str = "en") -> str:
    """A step of a plan by its name: `Half a year before`, `18 months before`, `2 years before`."""
    if not when[:1].isdigit():
        return say(language, f"plan.{when}")
    months = int(when.removesuffix("m"))
    return (
        say(language, "plan.months_before", n=months)
        if months % 12
        else say(language, "plan.years_before", n=months // 12)
    )


# --- numbers and names


def length(minutes: int, language: str = "en") -> str:
    """`1h30m`, 1時間30分."""
    text = dates.minutes_text(minutes)
    return text.replace("h", "時間").replace("m", "分") if language == "ja" else text


def number(value: float) -> str:
    """`950,000`, `2.5`: a measured value for reading."""
    if abs(value) >= 1e15:
        return f"{value:g}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0").rstrip(".")


def mean(value: float) -> str:
    """`4.0`, `3.7`: a mean, always with its tenth."""
    return f"{value:.1f}"


def first_names(names: Iterable[str]) -> dict[str, str]:
    """The first word of each name, as people call one another (in Japanese the family's); told apart where it is shared.

    `Ben C.` where that is enough, else the whole name.
    """
    from onelog.core.names.name_forms import normalize  # noqa: PLC0415 - only where somebody is named

    names = [*dict.fromkeys(names)]
    ways = [(_first_word(name), _with_initial(name), name) for name in names]
    counts = [Counter(map(normalize, column)) for column in zip(*ways, strict=True)]
    return {
        name: next((one for one, count in zip(way, counts, strict=True) if count[normalize(one)] == 1), name)
        for name, way in zip(names, ways, strict=True)
    }


def _first_word(name: str) -> str:
    return name.split(maxsplit=1)[0] if name.split() else name


def _with_initial(name: str) -> str:
    """`Ben C.` of Ben Carter; a name of one word, or of another script, whole."""
    parts = name.split()
    return f"{parts[0]} {parts[-1][0]}." if len(parts) > 1 and parts[-1][0].isupper() else name


def relation(word: str, language: str = "en") -> str:
    """What somebody is to me, in words: `skip` is my manager's manager (a skip by itself is a meeting left out)."""
    return say(language, "skip_level" if word == "skip" else word)


def every(rule: str, language: str = "en") -> str:
    """A cadence: `every 2 weeks on Tue`, 2週間ごと(火)."""
    if language != "ja":
        return recurrence.every_text(rule)
    found = re.fullmatch(r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?(?:;BYDAY=([A-Z0-9,-]+))?", rule)
    if not found:
        return recurrence.every_text(rule)
    unit, each = _UNITS_JA[found[1]]
    days = re.sub(r"(-?\d?)([A-Z]{2})", _kanji, found[3]).replace(",", "・") if found[3] else ""
    return (f"{found[2]}{unit}ごと" if found[2] else each) + (f"({days})" if days else "")


_UNITS_JA = {
    "DAILY": ("日", "毎日"),
    "WEEKLY": ("週間", "毎週"),
    "MONTHLY": ("か月", "毎月"),
    "YEARLY": ("年", "毎年"),
}


def _kanji(code: re.Match[str]) -> str:
    """火 for `TU`, 第1火曜 for `1TU`, 最終火曜 for `-1TU`."""
    monday = date(2001, 1, 1)
    day = dates.weekday_text(monday + timedelta(days=("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(code[2])), "ja")
    if not code[1]:
        return day
    return ("最終" if code[1] == "-1" else f"第{code[1]}") + f"{day}曜"
