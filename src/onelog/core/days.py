"""Days and months as people write them, in English and Japanese."""

from datetime import date

from onelog.core import dates

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date, language: str, *, weekday: bool = False, year: bool = True) -> str:
    """`17 Nov 2026`, 2026年11月17日; with the weekday `Tue 17 Nov 2026`, 2026年11月17日(火); without the year `17 Nov`."""
    name = dates.weekday(day, language) if weekday else ""
    if language == "ja":
        return f"{f'{day.year}年' if year else ''}{day.month}月{day.day}日{f'({name})' if name else ''}"
    return f"{f'{name} ' if name else ''}{day.day} {_MONTHS[day.month - 1]}{f' {day.year}' if year else ''}"


def month_text(day: date, language: str, *, year: bool = False) -> str:
    """`Nov`, 11月; with the year `Nov 2026`, 2026年11月."""
    if language == "ja":
        return f"{day.year}年{day.month}月" if year else f"{day.month}月"
    return f"{_MONTHS[day.month - 1]} {day.year}" if year else _MONTHS[day.month - 1]
