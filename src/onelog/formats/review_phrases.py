"""The words of reviews and nominations, in English and Japanese, and the ways in which days and numbers are said."""

from datetime import date

from onelog.core import numbers
from onelog.core.calendar import dates


def day_text(day: date, language: str, beside: date | None = None) -> str:
    """`24 Sep 2026`, 2026年9月24日; without the year where it is that of the day `beside`."""
    return dates.day_text(day, language, year=beside is None or beside.year != day.year)


def number_text(value: float) -> str:
    """A measured number, its thousands set apart."""
    text = numbers.number_text(value)
    return f"{int(text):,}" if text.lstrip("-").isdigit() else text


def reckoned_text(value: float) -> str:
    """A number that nobody measured, with as many places as it can bear."""
    return number_text(round(value, 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2))
