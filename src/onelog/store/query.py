"""What somebody looks for: words, the people whom they may mean, and what narrows the answer."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import NamedTuple

from onelog import matching
from onelog.model import Person
from onelog.store import people, words
from onelog.store.file import Store
from onelog.store.words import Term

LONGEST = 12
"""In a query of more words than this no names are looked for."""
_NAME_WORDS = 4
_NAMES = 3
"""So many names of a query may mean people."""


class Word(NamedTuple):
    """A word of a query, or some that are a name together."""

    terms: tuple[Term, ...]
    person: str = ""
    """The uid of the person whom it may mean as well."""


class Query(NamedTuple):
    """What has to stand in an answer."""

    text: str
    words: tuple[Word, ...]
    person: str | None = None
    kind: str | None = None
    since: str | None = None
    before: str | None = None
    tag: str | None = None

    def readings(self) -> Iterator[tuple[list[Term], list[str]]]:
        """The terms that have to stand in a record, and the people it has to be with: first word for word, without any."""
        names = [word for word in self.words if word.person][:_NAMES]
        for count in range(len(names) + 1):
            for chosen in combinations(names, count):
                terms = [term for word in self.words if word not in chosen for term in word.terms]
                if terms:
                    yield terms, [word.person for word in chosen]


def read(
    store: Store, text: str, *, person: str | None = None, kind: str | None = None, since: date | None = None,
    before: date | None = None, tag: str | None = None,
) -> Query:  # fmt: skip
    """The query in somebody's words; `person` is a uid, days go from `since` to the one before `before`."""
    parts = words.parse(text)
    known = people.everybody(store) if 1 < len(parts) <= LONGEST else []
    first, last = since and since.isoformat(), before and before.isoformat()
    return Query(text, tuple(_words(known, parts)), person, kind, first or None, last or None, tag)


def _words(known: list[Person], parts: list[tuple[str, Term]]) -> Iterator[Word]:
    """The words of a query; of those that are a name together the most."""
    at = 0
    while at < len(parts):
        lengths = range(min(_NAME_WORDS, len(parts) - at), 0, -1)
        found = ((n, _named(known, [word for word, _ in parts[at : at + n]])) for n in lengths)
        length, person = next(((n, uid) for n, uid in found if uid), (1, ""))
        yield Word(tuple(term for _, term in parts[at : at + length]), person)
        at += length


def _named(known: list[Person], name: list[str]) -> str:
    """The uid of the one person whom a name means, or ""."""
    if not known or not all(name):
        return ""
    fitting = matching.fitting(known, " ".join(name).removeprefix("@"))
    return fitting[0].uid if len(fitting) == 1 else ""
