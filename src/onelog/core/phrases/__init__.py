"""Everything that onelog says, English and Japanese side by side, each phrase once.

A module here is an area: what one screen, format or part says. A key names its area (`review.title`); what is not there,
and a key without one, is in `words`. An area is imported when something of it is said first, so that a command does
not load the words of others. (Modules, because the bytecode of one is loaded in less than a tenth of a millisecond.)
`spoken` is no area: it says days, spans, lengths and names. `errors/` is a wing: an area of it is imported when an error
of it is said, never before. A phrase of two lines there is a sentence and its hint. `insight/` holds areas as this folder
does, and is in no key.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType

Phrase = str | tuple[str, str]
"""A phrase with places for values; or two, the first for one thing, the second for any other number `n`."""
Pair = tuple[Phrase, Phrase | None]
"""A phrase in English and in Japanese; None is still to be written, and said in English."""
Entry = Pair | str
"""A phrase, or the key of the one that says the same."""

LANGUAGES = ("en", "ja")
COMMON = "words"
INSIGHT = frozenset(
    ("discover", "experiment", "feedback", "lesson", "review", "spark", "stats", "status", "team", "thread", "watch")
)
"""The areas in `insight/`."""
_NEAR_JA = ("昨日", "今日", "明日")
"""Days after which Japanese says no に."""


@cache
def area(name: str) -> Mapping[str, Entry]:
    """The rows of an area."""
    rows: Mapping[str, Entry] = _module(name).PHRASES
    return rows


def _module(name: str) -> ModuleType:
    return import_module(f"onelog.core.phrases.{'insight.' if name in INSIGHT else ''}{name}")


@cache
def find(key: str) -> Pair | None:
    """The phrase of a key in both languages."""
    name, _, bare = key.rpartition(".")
    row = (area(name).get(bare) if name else None) or area(COMMON).get(bare)
    return find(row) if isinstance(row, str) else row


@cache
def phrase(language: str, key: str) -> Phrase:
    """A phrase as it stands, its places open; raises `KeyError` where there is none."""
    pair = find(key)
    if pair is None:
        raise KeyError(key)
    return pair[LANGUAGES.index(language)] or pair[0]


def chosen(language: str, key: str, n: object) -> str:
    """A phrase with its places open, in the number that `n` asks for."""
    found = phrase(language, key)
    return found if isinstance(found, str) else found[n != 1]


def say(language: str, key: str, **values: object) -> str:
    """The phrase in a language with its values put in; what people wrote is only ever a value."""
    text = chosen(language, key, values.get("n"))
    if not values:
        return text
    if values.get("day") in _NEAR_JA:
        text = text.replace("{day}に", "{day}")
    return text.format(**values)


def key_said(word: str, keys: Iterable[str]) -> str:
    """Which of these keys a word is, or says in any language: `win`, Wins, 成果; "" for none."""
    said = _bare(word)
    for key in keys:
        pair = find(key) or (key, None)
        if said in {_bare(key), *(_bare(text) for text in pair if isinstance(text, str))}:
            return key
    return key_said(word[:-1], keys) if word[-1:] in ("s", "S") else ""


def _bare(word: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", word).casefold().split())


def spellings(key: str) -> tuple[str, ...]:
    """A phrase in every language, its places open: what may be read where it was written; a plural has two.

    An area that is read back has in `EARLIER` how a phrase was said once.
    """
    name, _, bare = key.rpartition(".")
    now = tuple(
        text
        for language in LANGUAGES
        for found in (phrase(language, key),)
        for text in ((found,) if isinstance(found, str) else found)
    )
    earlier: Mapping[str, tuple[str, ...]] = getattr(_module(name), "EARLIER", {})
    return now + earlier.get(bare, ())
