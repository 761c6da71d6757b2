"""The values of keys: what stands in quotes, the longest run of words that is one, and what joins a key with the words."""

from collections.abc import Callable, Iterator
from itertools import islice, takewhile

from onelog.core.regexes import pattern
from onelog.markdown.token_patterns import CLOSES, JOIN_AT_END, JOIN_SIGNS, JOINS_AFTER, JOINS_BEFORE, OPENS


def unquote(value: str) -> str:
    """The value without the quotes around it, double or (where a shell has taken those) single."""
    return value[1:-1] if len(value) > 1 and value[0] + value[-1] in _QUOTES else value


_QUOTES = frozenset(('""', "''", "“”", "„“", "„”", "«»"))
QUOTED = frozenset(pair[0] for pair in _QUOTES)


_RUN = 6
"""More words than any day has."""


def longest(text: str, understands: Callable[[str], bool]) -> tuple[str, int]:
    """The longest run of words at the beginning of a text that is a value, and where it ends; ("", 0) where none is.

    A comma or a full stop behind it is no part of it.
    """
    run = islice(pattern(r"(?!(?<!^)[^\W\d]+[:：])\S+|(\S)").finditer(text), _RUN)
    ends = [m.end() for m in takewhile(lambda m: not m[1], run)]  # up to the next key
    for end in reversed(ends):
        for words in _unpunctuated(text[:end]):
            if words and understands(unquote(words)):
                return unquote(words), len(words)
    return "", 0


def _unpunctuated(words: str) -> Iterator[str]:
    """The words, and without each of the signs at their end that may belong to the sentence or a bracket."""
    yield words
    while words[-1:] in _PUNCTUATION and words:
        words = words[:-1]
        yield words


_PUNCTUATION = frozenset(",.;:!?)、。，！？）」")


def unjoined(words: str, after: str) -> str:
    """The words around a key without the sign that joined it with them; between two parts of a sentence one sign stays."""
    join = pattern(JOINS_AFTER).match(after) if after.lstrip()[:1] in JOIN_SIGNS else None
    rest = after[join.end() :] if join else after
    if not words or words[-1] in OPENS:
        return words + rest
    if words[-1] in JOIN_SIGNS and (join or rest.strip()[:1] in CLOSES):
        words = pattern(JOINS_BEFORE).sub("", words, count=1)
    return words + (after if rest.strip() else "")


def with_end(words: str) -> str:
    """The words of a record written so that keys may follow: no sign at their end is taken for a join."""
    return pattern(rf"(?<!\\)(?={JOIN_AT_END})").sub(r"\\", words)
