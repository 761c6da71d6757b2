"""What somebody looks for: words, the people whom they may mean, and what narrows the answer."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from onelog.core.model import Person
from onelog.core.names import name_forms, name_matching
from onelog.core.names.name_forms import is_kana
from onelog.core.selection import ANYTHING, Selection
from onelog.store import people
from onelog.store.database import Store
from onelog.store.search import operators, tokenizer, variants
from onelog.store.search.tokenizer import Term

LONGEST = 12
"""In a query of more words than this no names are looked for."""
_NAME_WORDS = 4
_NAMES = 3
"""So many names of a query may mean people."""
_SHORTEST_READING = 2
_FITTING = 6
"""A name that fits more people than this is a word."""


class Word(NamedTuple):
    """A word of a query, or some that are a name together."""

    terms: tuple[Term, ...]
    people: tuple[str, ...] = ()
    """The uids of the people any of whom it may mean as well."""


class Query(NamedTuple):
    """What has to stand in an answer: one side of a search, all of it."""

    text: str
    words: tuple[Word, ...]
    selection: Selection = ANYTHING
    signs: tuple[str, ...] = ()
    """What else has to stand in its text, as it is."""

    def readings(self) -> Iterator[tuple[list[Term], list[str]]]:
        """The terms that have to stand in a record, and the people it has to be with: first word for word, without any."""
        names = [word for word in self.words if word.people][:_NAMES]
        for count in range(len(names) + 1):
            for chosen in combinations(names, count):
                terms = [term for word in self.words if word not in chosen for term in word.terms]
                for people_meant in product(*(word.people for word in chosen)) if terms or self.signs else ():
                    yield terms, [*people_meant]


class Without(NamedTuple):
    """What must not stand in an answer, any of it."""

    terms: tuple[Term, ...] = ()
    signs: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """The uids of people with whom it must not be."""

    @property
    def match(self) -> str:
        """The FTS5 expression of what it leaves out."""
        return " OR ".join(tokenizer.expression([term]) for term in self.terms)


class Search(NamedTuple):
    """What somebody looks for: one of its sides has to fit."""

    text: str
    """All that may stand in an answer, to be marked there."""
    sides: tuple[Query, ...]
    without: Without = Without()
    selection: Selection = ANYTHING


def read(store: Store, text: str, selection: Selection = ANYTHING) -> Search:
    """The search in somebody's words, with what narrows it."""
    sides, without = operators.apart(text)
    known = people.everybody(store) if without or len(sides) > 1 else None
    every = [way for side in sides for way in (*variants.spelled(side), *_by_reading(store, side))]
    queries = tuple(_side(store, side, selection, known) for side in dict.fromkeys(every))
    left_out = [way for word in without for way in variants.spelled(word)]
    return Search(" ".join(every), queries, _without(known or [], left_out), selection)


def _by_reading(store: Store, side: str) -> Iterator[str]:
    """What people are called, whose reading a lone word in kana is: さとう finds what is said of 佐藤."""
    if len(side) < _SHORTEST_READING or not all(map(is_kana, side)):
        return
    wanted = name_forms.form(side).whole
    for person in people.everybody(store):
        reading = name_forms.form(person.reading or "")
        if wanted == reading.whole:
            yield person.name
        elif len(reading.words) > 1 and wanted in reading.words:
            yield _part(person.name, reading.words.index(wanted))
        elif reading.whole and len(reading.words) == 1 and reading.whole.startswith(wanted):
            yield _part(person.name, 0)
        elif len(reading.words) == 1 and reading.whole.endswith(wanted):
            yield _part(person.name, 1)


def _part(name: str, number: int) -> str:
    """The family (0) or the given name (1) of a name; all of it where it cannot be parted."""
    parts = name.split() if " " in name else name_forms.parts(name)
    return parts[number] if len(parts) > number else name


def _side(store: Store, text: str, selection: Selection, known: list[Person] | None) -> Query:
    parts, signs = tokenizer.parse(text), tokenizer.signs(text)
    if len(parts) + len(signs) > LONGEST:
        known = []
    elif known is None:
        known = people.everybody(store) if len(parts) + len(signs) > 1 else []
    return Query(text, tuple(_words(known, parts)), selection, signs)


def _without(known: list[Person], words: Iterable[str]) -> Without:
    """What the words leave out: who is named by one as well."""
    parts = [part for word in words for part in tokenizer.parse(word)]
    signs = [sign for word in words for sign in tokenizer.signs(word)]
    people_ = [uid for word, _ in parts for uid in _named(known, [word])]
    return Without(tuple(term for _, term in parts), tuple(signs), tuple(people_))


def _words(known: list[Person], parts: list[tuple[str, Term]]) -> Iterator[Word]:
    """The words of a query; of those that are a name together the most."""
    at = 0
    while at < len(parts):
        lengths = range(min(_NAME_WORDS, len(parts) - at), 0, -1)
        found = ((n, _named(known, [word for word, _ in parts[at : at + n]])) for n in lengths)
        length, meant = next(((n, uids) for n, uids in found if uids), (1, ()))
        yield Word(tuple(term for _, term in parts[at : at + length]), meant)
        at += length


def _named(known: list[Person], name: list[str]) -> tuple[str, ...]:
    """The uids of the people whom a name fits; none where it fits very many."""
    if not known or not all(name):
        return ()
    word = " ".join(name).removeprefix("@")
    fitting = name_matching.fitting(known, word)
    if len(fitting) > 1 and word.isascii():  # the beginning of several names is a word
        fitting = name_matching.opening(known, word)
    return tuple(person.uid for person in fitting) if len(fitting) <= _FITTING else ()
