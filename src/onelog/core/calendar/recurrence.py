"""How often two people meet, and the day on which the next meeting is due.

A cadence is kept as a rule of RFC 5545 (`FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`), which calendars read. It has no
day it starts on: the next meeting is counted from the last one that took place.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count as count_from
from itertools import dropwhile, takewhile

from onelog.core.calendar import recurrence_words
from onelog.core.calendar.calendar_words import NUMBER_WORDS, WEEKDAYS
from onelog.core.calendar.dates import plain, shortened
from onelog.core.calendar.day_words import months_after
from onelog.core.errors import Wrong

_NAMES = {"MO": "Mon", "TU": "Tue", "WE": "Wed", "TH": "Thu", "FR": "Fri", "SA": "Sat", "SU": "Sun"}
_CODES = tuple(_NAMES)
_UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}
_LONGEST = {"DAILY": 731, "WEEKLY": 105, "MONTHLY": 24}
"""The longest interval of each kind: two years, beyond which nothing is regular."""

_WORDS = {
    "daily": "1d", "weekly": "1w", "biweekly": "2w", "fortnightly": "2w", "monthly": "1m", "quarterly": "3m",
    "other week": "2w", "second week": "2w", "fortnight": "2w", "other month": "2m", "second month": "2m", "bimonthly": "2m",
    "once a week": "1w", "once a fortnight": "2w", "once a month": "1m", "once a quarter": "3m", "twice a month": "2w", "semimonthly": "2w",
    "bi weekly": "2w", "bi monthly": "2m", "half yearly": "6m", "half year": "6m", "yearly": "12m", "annually": "12m", "once a year": "12m",
    "day": "1d", "week": "1w", "month": "1m", "quarter": "3m", "year": "12m", "毎週": "1w", "隔週": "2w", "毎月": "1m",
}  # fmt: skip  # the words of one cadence in a line
_LEADS = r"^(?:(?:once )?every|each|once in) (?:(?=\S))"
_AND = " ?[,、] ?(?:and )?| and (?:the )?"
_COUNTS = "|".join(word for word in NUMBER_WORDS if word.isascii() and len(word) > 2)
_FREQS = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY"}
_ORDINALS = {
    "1st": "1",
    "2nd": "2",
    "3rd": "3",
    "4th": "4",
    "last": "-1",
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
}
_ORDINAL_TEXTS = {"": "", "1": "1st ", "2": "2nd ", "3": "3rd ", "4": "4th ", "-1": "last "}

# Only rules that have a day in every span: given one that has none (30 February), dateutil looks for
# seconds, to the year 9999. Nobody says a fifth Friday either.
_CODE = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NTH = rf"(?:[1-4]|-1){_CODE}"
_BYDAY = {"DAILY": "", "WEEKLY": rf"BYDAY={_CODE}(?:,{_CODE})*", "MONTHLY": rf"BYDAY={_NTH}(?:,{_NTH})*"}
_RULE = rf"FREQ=([A-Z]+)(?:;INTERVAL=([1-9]\d{{0,2}}))?(?:;(BYDAY=[A-Z0-9,-]+))?(?:;WKST={_CODE})?"


# --- what people say


def rule(every: str, on: str | None = None) -> str:
    """The rule that `every` and `on` mean; raises `Wrong`.

    `every` is `weekly`, `2w`, `10d`, `3 months`, `1st mon` (of each month), or such a rule itself. `on` is a
    weekday or several (`tue,thu`) where weeks are counted, `1st mon` or `1st mon,3rd mon` where months are. The
    two may come as one: `2w on tue`.
    """
    inside = split(every)
    if inside[1] is not None:
        if on is not None:
            raise Wrong("value.names_its_day", every=shortened(every), on=shortened(on))
        every, on = inside
    every = inside[0]
    written = every.strip().upper().removeprefix("RRULE:")
    if written.startswith("FREQ="):
        return _own_rule(written, on)
    words = re.sub(_LEADS, "", re.sub("[-_]", " ", plain(every)))
    base, nth = _interval(words), _nth_days(words)
    if not (base or nth):
        raise Wrong("value.unknown_cadence", every=shortened(every))
    if on is None:
        return base or f"FREQ=MONTHLY;BYDAY={nth}"
    if not base:
        raise Wrong("value.names_its_day", every=shortened(every), on=shortened(on))
    return f"{base};BYDAY={_byday(base, on)}"


def split(every: str) -> tuple[str, str | None]:
    """`2w on tue` as `2w` and `tue`, 隔週火曜 as `2w` and 火; what names no day in this way stays as it is."""
    if not every.isascii() and (found_ja := recurrence_words.in_english(plain(every))):
        return found_ja
    found = re.fullmatch(r"(.+?)\s+on\s+(?:the\s+)?(.+)", every.strip(), re.IGNORECASE) if len(every) < 200 else None
    if found:
        return found[1], found[2]
    own = re.fullmatch(r"(?:(?:every|each) (other |second )?([a-z]+?)s?|([a-z]+)s)", plain(every))
    if own and (own[2] or own[3]) in WEEKDAYS:  # `every other tuesday`, `tuesdays`
        return ("2w" if own[1] else "1w"), own[2] or own[3]
    return every, None


def _interval(words: str) -> str | None:
    found = re.fullmatch(rf"(\d{{1,3}}|{_COUNTS}) ?(d|days?|w|weeks?|m|months?)", _WORDS.get(words, words), re.ASCII)
    if found is None:
        return None
    freq, count = _FREQS[found[2][0]], NUMBER_WORDS.get(found[1]) or int(found[1])
    if not 1 <= count <= _LONGEST[freq]:
        return None
    return f"FREQ={freq}" if count == 1 else f"FREQ={freq};INTERVAL={count}"


def _byday(base: str, on: str) -> str:
    words = re.sub("[-_]", " ", plain(on))
    if base.startswith("FREQ=DAILY"):
        raise Wrong("value.days_on_weekday", on=shortened(on))
    if base.startswith("FREQ=MONTHLY"):
        if nth := _nth_days(words):
            return nth
        raise Wrong("value.which_of_month", on=shortened(on))
    numbers = {WEEKDAYS.get(name) for name in re.split(f"{_AND}| ", words)}
    if None in numbers:
        raise Wrong("value.not_a_weekday", on=shortened(on))
    return ",".join(code for number, code in enumerate(_CODES) if number in numbers)


def _nth_days(words: str) -> str | None:
    """`1st mon, 3rd mon` as `1MO,3MO`."""
    found = []
    words = re.sub(r" of (?:the|each|every) month$", "", words.removeprefix("the "))
    if several := re.fullmatch(rf"((?:[a-z0-9]+(?:{_AND}|))+) ([a-z]+)", words):  # `first and third tuesday`
        ordinals = re.split(_AND, several[1])
        words = ",".join(f"{one} {several[2]}" for one in ordinals) if set(ordinals) <= set(_ORDINALS) else words
    for one in re.split(_AND, words):
        ordinal, _, name = one.partition(" ")
        if ordinal not in _ORDINALS or name not in WEEKDAYS:
            return None
        found.append(f"{_ORDINALS[ordinal]}{_CODES[WEEKDAYS[name]]}")
    return ",".join(dict.fromkeys(found))


def _own_rule(written: str, on: str | None) -> str:
    """A rule that came as one, if it is of the kinds that are kept."""
    if on is not None:
        raise Wrong("value.whole_rule", rule=shortened(written), on=shortened(on))
    freq, count, _ = _parts(written)
    if count > _LONGEST[freq]:
        raise Wrong("value.rule_too_long", rule=shortened(written))
    return written


# --- what a rule says


def next_due(rule: str, last: date | None, today: date, base: int = 0) -> date | None:
    """The day the next meeting is due, counted from `last`, the day of the last one that took place.

    A rule without days: its interval after `last`; today, if there was no meeting yet. Where that counts in months and
    `last` is the end of one that has no day `base`, it is on that day of the month again: 31 Jan, 28 Feb, 31 Mar. With days: the
    meeting stands for the nearest of the rule's days in its own week (or month), the earlier of two as near,
    and due is the day that follows in the rule; so one held early or late shifts nothing. Every 2 weeks on
    Tue, met on Wed 4 Nov, is due on Tue 17 Nov. No meeting yet: the first of the rule's days from today on.
    None at the end of the calendar. Raises `Wrong` for what is not a rule.
    """
    freq, count, byday = _parts(rule)
    try:
        if not byday:
            return today if last is None else _interval_after(last, freq, count, base)
        if last is None:  # the interval has nothing to count from
            return next(day for day in _days(freq, 1, byday, _span(today, freq)[0]) if day >= today)
        held = stood_for(rule, last)
        return next(day for day in _days(freq, count, byday, _span(last, freq)[0]) if day > held)
    except (ValueError, OverflowError, StopIteration):  # beyond the last year that a date can have
        return None


def stood_for(rule: str, met: date, origin: date | None = None) -> date:
    """The day of the rule that a meeting stands for: the nearest in its own week (or month), of two the earlier.

    One that was moved away from the day `origin` stands for the nearest of the days from that one on. A rule without days
    has none of its own: there it is the day of the meeting. Raises `Wrong` for what is no rule.
    """
    freq, count, byday = _parts(rule)
    if not byday:
        return met
    if origin:
        return _nearest(_days(freq, count, byday, _span(origin, freq)[0]), met, origin)
    start, end = _span(met, freq)
    inside = takewhile(lambda day: day < end, _days(freq, 1, byday, start))
    return min(inside, key=lambda day: (abs(day - met), day))


def _nearest(days: Iterator[date], met: date, origin: date) -> date:
    """Of the days from `origin` on the one that is nearest to a meeting, of two the earlier."""
    later = dropwhile(lambda day: day < origin, days)
    found = next(later)
    for day in later:
        if found >= met or abs(day - met) >= abs(found - met):
            break
        found = day
    return found


def latest(rule: str, since: date | None, today: date) -> date | None:
    """The latest of the rule's days that has come since a day; none comes later than 40 days after the one before."""
    freq, _, byday = _parts(rule)
    if not byday or since is None:
        return None
    first = max(since, date.fromordinal(max(1, today.toordinal() - 40)))
    days = takewhile(lambda day: day <= today, _days(freq, 1, byday, _span(first, freq)[0]))
    return max((day for day in days if day >= first), default=None)


def not_before(rule: str, day: date, until: date, base: int = 0) -> tuple[date | None, int]:
    """The day that is due after a pause, when `day` would be: itself, the rule's first day from `until` on, or `until`;
    and the day of the month that months are counted from since."""
    if "BYDAY" not in rule:
        return (day, base) if day >= until else (until, until.day)
    later: date | None = day
    while later and later < until:
        later = next_due(rule, later, later)
    return later, base


# --- for the screen


def every_text(rule: str) -> str:
    """The rule for a screen: "every 2 weeks on Tue"; what is not a rule stays as it is."""
    parts = _read(rule)
    if parts is None:
        return rule
    freq, count, byday = parts
    text = f"every {_UNITS[freq]}" if count == 1 else f"every {count} {_UNITS[freq]}s"
    if not byday:
        return text
    names = [f"{_ORDINAL_TEXTS[code[:-2]]}{_NAMES[code[-2:]]}" for code in byday.split(",")]
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    return f"{text} on {'the ' if freq == 'MONTHLY' else ''}{listed}"


def short_text(rule: str) -> str:
    """The rule as one would type it: `4w`, `2w on tue`; the rule itself where that says more."""
    parts = _read(rule)
    if parts is None:
        return rule
    text = f"{parts[1]}{parts[0][0].lower()}{f' on {on_text(rule)}' if parts[2] else ''}"
    return text if means(text, rule) else rule


def means(text: str, meant: str) -> bool:
    """Whether a text is a cadence, and this one."""
    try:
        return rule(text) == meant
    except Wrong:
        return False


def is_cadence(text: str) -> bool:
    """Whether a text is understood as a cadence."""
    try:
        return bool(rule(text))
    except Wrong:
        return False


def _parts(rule: str) -> tuple[str, int, str]:
    if parts := _read(rule):
        return parts
    raise Wrong("value.unknown_rule", rule=shortened(rule))


def _read(rule: str) -> tuple[str, int, str] | None:
    """The frequency, the interval and the codes of the days (`TU,TH`, `1MO`, or none).

    WKST makes no difference: onelog's weeks begin on Monday, as those of ISO 8601 do.
    """
    found = re.fullmatch(_RULE, rule, re.ASCII) if len(rule) <= 200 else None
    if found is None or found[1] not in _BYDAY:
        return None
    if found[3] and not re.fullmatch(_BYDAY[found[1]], found[3]):
        return None
    return found[1], int(found[2] or 1), (found[3] or "").removeprefix("BYDAY=")


def _interval_after(last: date, freq: str, count: int, base: int) -> date:
    if freq == "MONTHLY":
        ends_its_month = (last + timedelta(days=1)).day == 1
        following = months_after(last.replace(day=1), count + 1) - timedelta(days=1)
        return following.replace(day=min(max(last.day, base) if ends_its_month else last.day, following.day))
    return last + timedelta(days=count * (7 if freq == "WEEKLY" else 1))


def _span(day: date, freq: str) -> tuple[date, date]:
    """The week or month that holds the day: its first day, and the first one after it."""
    if freq == "MONTHLY":
        first = day.replace(day=1)
        return first, months_after(first, 1)
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=7)


def _days(freq: str, count: int, byday: str, start: date) -> Iterator[date]:
    """The days of a rule in order, from `start` on, which begins a week or month."""
    if freq == "MONTHLY":
        return _monthly(f"FREQ=MONTHLY;INTERVAL={count};BYDAY={byday}", start)
    return _weekly(start, count, sorted({_CODES.index(code) for code in byday.split(",")}))


def _weekly(monday: date, count: int, numbers: list[int]) -> Iterator[date]:
    """The commonest rules, without the price of importing dateutil."""
    for week in count_from(0, count):
        for number in numbers:
            yield monday + timedelta(days=7 * week + number)


def _monthly(rule: str, first: date) -> Iterator[date]:
    from dateutil.rrule import rrulestr  # monthly rules alone need it

    for at in rrulestr(rule, dtstart=datetime.combine(first, time())):
        yield at.date()


def on_text(rule: str) -> str:
    """The days of a rule as `rule` takes them: "tue,thu", "1st mon"; "" where it names none."""
    parts = _read(rule)
    codes = parts[2].split(",") if parts and parts[2] else []
    return ",".join(f"{_ORDINAL_TEXTS[code[:-2]]}{_NAMES[code[-2:]].lower()}" for code in codes)
