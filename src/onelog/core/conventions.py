"""How the keeper of a journal counts years and writes days and numbers, as the settings say."""

from typing import NamedTuple


class Conventions(NamedTuple):
    """What decides between two meanings of a day or a number; "" decides nothing."""

    year_start: int = 1
    """The month in which the year begins, and with it the quarters (`due:eoq`)."""
    date_order: str = ""
    """What `12/5` is: "month-first" (5 December) or "day-first" (12 May)."""
    decimal: str = ""
    """The sign before a fraction, "." or ",", which decides what `1.200` and `1,5` are."""

    holidays: str = ""
    """The country whose holidays are no business days, as `JP` or `DE-BY`; "" counts Monday to Friday."""


USUAL = Conventions()
"""What holds where nothing is set."""
