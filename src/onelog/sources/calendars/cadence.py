"""How often a series of a calendar comes, as far as a cadence can say it."""

import re
from datetime import date, datetime
from typing import Any

from onelog.core.calendar import recurrence
from onelog.core.errors import OnelogError
from onelog.sources.calendars.participants import listed

_OFTEN = ("SECONDLY", "MINUTELY", "HOURLY")
_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS")


def comes_too_often(said: Any) -> bool:
    """Whether a series comes more than once a day, which no 1-on-1 does."""
    return any(
        str((rule.get("FREQ") or [""])[0]).upper() in _OFTEN or any(len(rule.get(part, ())) > 1 for part in _PARTS)
        for rule in listed(said, "RRULE")
    )


def cadence_of(said: Any, now: datetime) -> str:
    """The rule of a series that goes on; "" for one that is over, and for what no cadence says."""
    rules = listed(said, "RRULE")
    if len(rules) != 1 or rules[0].get("COUNT"):
        return ""
    rule = rules[0]
    until = (rule.get("UNTIL") or [None])[0]
    if until is not None and _day(until) < now.date():
        return ""
    freq = str((rule.get("FREQ") or [""])[0]).upper()
    days = ",".join(str(day) for day in rule.get("BYDAY", ()))
    interval = int((rule.get("INTERVAL") or [1])[0])
    parts = [
        f"FREQ={freq}",
        f"INTERVAL={interval}" if interval > 1 else "",
        f"BYDAY={days}" if days and freq != "DAILY" else "",
    ]
    if rule.get("BYMONTHDAY") or (freq == "MONTHLY" and days and not re.fullmatch(r"(?:-?\d[A-Z]{2},?)+", days)):
        parts = parts[:2]
    try:
        return recurrence.rule(";".join(part for part in parts if part))
    except OnelogError:
        return ""


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at
