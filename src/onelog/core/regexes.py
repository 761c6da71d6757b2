"""Looking through text: regular expressions that are compiled when they are first used, and what spares their use."""

import re
from functools import cache


@cache
def pattern(text: str) -> re.Pattern[str]:
    """The compiled pattern of `text`: a command that reads no text does not wait for it.

    A set of them is small: patterns are constants, never made from what users type.
    """
    return re.compile(text)


def has_any(text: str, signs: str) -> bool:
    """Whether one of the signs stands in a text. (Ten times as fast as a set of them, which looks at each letter.)"""
    for sign in _plain(signs) if text.isascii() else signs:  # noqa: SIM110 - `any` costs more than what it looks for
        if sign in text:
            return True
    return False


@cache
def _plain(signs: str) -> str:
    return "".join(filter(str.isascii, signs))
