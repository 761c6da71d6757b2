"""Regular expressions that are compiled when they are first used: a command that reads no text does not wait for them."""

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The compiled pattern of `text`. A set of them is small: patterns are constants, never made from what users type."""
    return re.compile(text)
