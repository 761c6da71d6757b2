"""How the keeper of a journal is called, counts years, and writes days and numbers, as the settings say."""

from typing import NamedTuple


class Conventions(NamedTuple):
    """What decides between two meanings of a day, a number or a name; "" decides nothing."""

    year_start: int = 1
    """The month in which the year begins, and with it the quarters (`due:eoq`)."""
    date_order: str = ""
    """What `12/5` is: "month-first" (5 December) or "day-first" (12 May)."""
    decimal: str = ""
    """The sign before a fraction, "." or ",", which decides what `1.200` and `1,5` are."""

    holidays: str = ""
    """The country whose holidays are no business days, as `JP` or `DE-BY`; "" counts Monday to Friday."""
    me: str = ""
    """The keeper's own name, which in a text is nobody else's."""


USUAL = Conventions()
"""What holds where nothing is set."""
