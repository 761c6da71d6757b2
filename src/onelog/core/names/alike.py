"""Whether two full names may be one, mistyped or cut short: they pair word by word, with each pair alike.

A name that two people share says nothing: Tom Sato is no Mia Sato, and Mia Smith no Omar Smith.
"""

from collections import Counter
from collections.abc import Sequence

from onelog.core.names.name_forms import Form, is_kanji
from onelog.core.names.same_sound import sound_alike

_MAY_SLIP = ((8, 2), (4, 1))
"""In words of so many letters so many may be wrong, missing or too many."""
_FIRST_IS_SURE = 6
"""In words that are shorter nobody mistypes the first letter: Kato is no Sato."""


def words_of(name: Form) -> tuple[str, ...]:
    """The words of a name, or the parts of a Japanese one without a blank."""
    return name.words if len(name.words) > 1 else name.parts or name.words


def are_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether each word of the shorter name has one of its own in the other that is alike, in whatever order."""
    short, long = map(Counter, sorted((first, second), key=len))
    others = iter(sorted((long - short).elements()))
    return all(any(may_be_one(word, other) for other in others) for word in sorted((short - long).elements()))


def may_be_one(first: str, second: str) -> bool:
    """Whether two words of names may be one: an initial or the beginning of the other, or mistyped."""
    if first.startswith(second) or second.startswith(first):
        return True
    return sound_alike(first, second) if any(map(is_kanji, first + second)) else _is_mistyped(first, second)


def differ_in_vowel(first: str, second: str) -> bool:
    """Whether it is one vowel that two words of three letters or more differ in: bee, bea."""
    if len(first) != len(second) or len(first) < 3:
        return False
    other = [signs for signs in zip(first, second, strict=True) if signs[0] != signs[1]]
    return len(other) == 1 and set(other[0]) <= set("aeiouy")


def _is_mistyped(first: str, second: str) -> bool:
    longest = max(len(first), len(second))
    if longest < _FIRST_IS_SURE and first[0] != second[0]:
        return False
    if len(first) > 2 and sorted(first) == sorted(second):
        return True
    slips = next((slips for letters, slips in _MAY_SLIP if longest >= letters), 0)
    return differ_in_vowel(first, second) or _slips(first, second) <= slips


def _slips(first: str, second: str) -> int:
    """How many letters are another, missing or too many (Levenshtein's distance)."""
    row = list[int](range(len(second) + 1))
    for n, letter in enumerate(first, 1):
        before, row = row, [n]
        for m, other in enumerate(second, 1):
            row.append(min(before[m] + 1, row[-1] + 1, before[m - 1] + (letter != other)))
    return row[-1]
