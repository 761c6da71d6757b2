"""`OR` between words, and `-` before one: the sides of a search, and what is left out of them."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from onelog.store.search import tokenizer

OR = ("OR", "または")
MOST_SIDES = 20
"""Of more sides than this no search is made: what stands between them is a word then."""
_QUOTES = '"“”'
_TOKEN = rf"[-−]?[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}]\*?|[^\s{_QUOTES}]+"


class Operators(NamedTuple):
    """What somebody typed, apart."""

    sides: tuple[str, ...]
    """One of them has to fit, each all of it; none where there are only words to leave out."""
    without: tuple[str, ...] = ()
    """What must not stand in an answer."""


def apart(query: str) -> Operators:
    """The sides of a search and what it leaves out; without an operator the text as it is.

    `a b OR c -d` finds what holds a and b, or c, and leaves out of both what holds d. `OR` with nothing on a side of it,
    and in quotes, is a word; so is a `-` that no word follows, or that stands inside of one.
    """
    given = unicodedata.normalize("NFKC", query)
    found = list(re.finditer(_TOKEN, given))
    tokens = [one.group() for one in found if not _leaves_out(given, one)]
    without = tuple(one.group()[1:] for one in found if _leaves_out(given, one))
    sides = tuple(_sides(tokens))
    if len(sides) < 2 and not without:
        return Operators((query,))
    return Operators(sides, without)


def _leaves_out(text: str, found: re.Match[str]) -> bool:
    sign, rest = found.group()[0], found.group()[1:]
    if sign not in "-−" or not rest or text[: found.start()][-1:].strip():
        return False
    return rest[0].isalnum() or rest[0] in _QUOTES or bool(tokenizer.signs(rest[0]) and ord(rest[0]) > 127)


def _sides(tokens: list[str]) -> Iterator[str]:
    """The words of each side; where there are too many sides, all of them as one."""
    places = [n for n, token in enumerate(tokens) if token in OR and 0 < n < len(tokens) - 1]
    places = [n for n in places if n - 1 not in places]  # of two that follow one another the second is a word
    if len(places) >= MOST_SIDES:
        places = []
    for start, end in zip([0, *(n + 1 for n in places)], [*places, len(tokens)], strict=True):
        if tokens[start:end]:
            yield " ".join(tokens[start:end])
