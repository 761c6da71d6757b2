"""Whose name a word is: without case, accents, blanks and titles, by alias, reading, word or part of a name.

Nothing here reads a journal: it compares a word with the people that it is given.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from onelog.core.model import Person
from onelog.core.names import alike
from onelog.core.names.honorifics import TITLES
from onelog.core.names.name_forms import (
    Form,
    bare_form,
    form,
    forms_of,
    in_usual_width,
    is_japanese,
    is_kana,
    normalize,
    plain,
    untitled,
)

_ALIKE = 0.7


# --- who is meant --------------------------------------------------------------------------------------------------


def exact(people: Iterable[Person], word: str) -> list[Person]:
    """Those whose id, name, alias or reading it is: letter by letter where there are some, else as names are compared."""
    people, key = [*people], plain(word)
    if not key:
        return []
    if same := [p for p in people if key in (p.id, *map(plain, (p.name, *p.aliases)))]:
        return same
    return same_name(people, word)


def named(people: Iterable[Person], word: str) -> list[Person]:
    """As `exact`, by id, name and alias alone: several people may be read in one way."""
    key = normalize(word)
    return [
        p
        for p in exact(people, word)
        if key == p.id or form(word).whole in _wholes(p) or bare_form(word).whole in _wholes(p)
    ]


def _wholes(person: Person) -> set[str]:
    called = (person.name, *person.aliases)
    return {form(way).whole for name in called for way in (name, untitled(in_usual_width(name)))}


def keys(person: Person) -> set[str]:
    """By what somebody is found in an index: whom `exact` and `named` find for a word has one of `keys_of` that word."""
    return {person.id, *map(plain, (person.name, *person.aliases)), *(one.whole for one in forms_of(person))}


def keys_of(word: str) -> set[str]:
    """What a word may be in an index of people by their `keys`."""
    return {plain(word), normalize(word), form(word).whole, bare_form(word).whole}


def same_name(people: Iterable[Person], word: str) -> list[Person]:
    """Those one of whose names is this one, written in whatever way."""
    wanted = {way.whole for way in (form(word), bare_form(word))}
    return [p for p in people if any(one.whole in wanted for one in forms_of(p))]


def fitting(people: Iterable[Person], word: str) -> list[Person]:
    """Those whom a word fits best: the whole name before words and parts of it, these before their beginnings."""
    people = [*people]
    if found := exact(people, word):
        return found[:1] if plain(word) in (found[0].id, *map(plain, (found[0].name, *found[0].aliases))) else found
    wanted = bare_form(word)
    if not wanted.whole:
        return []
    forms = [(p, forms_of(p)) for p in people]
    if any(_is_of_words(wanted, known) for _, known in forms):
        return [p for p, known in forms if _is_of_words(wanted, known) or _may_be_of(wanted, known)]
    begun = [] if wanted.is_titled else [p for p, known in forms if _begins(wanted, known)]
    return begun or [p for p in people if _ends_reading(wanted, p)]


def _ends_reading(wanted: Form, person: Person) -> bool:
    """Whether a word in kana is how somebody's reading without a blank ends: けんた of さとうけんた."""
    reading = form(person.reading or "").whole
    return len(wanted.whole) > 1 and all(map(is_kana, wanted.whole)) and reading.endswith(wanted.whole)


def _is_of_words(wanted: Form, forms: list[Form]) -> bool:
    """Whether all that was typed are words or parts of a name, in whatever order."""
    known = {word for one in forms for word in (*one.words, *one.parts)}
    return known.issuperset(wanted.words)


def _may_be_of(wanted: Form, forms: list[Form]) -> bool:
    """Whether a Japanese word is how a name without a blank begins: where it is parted is a guess."""
    return len(wanted.whole) > 1 and any(is_japanese(one.whole) and _begins_unspaced(wanted, one) for one in forms)


def _begins(wanted: Form, forms: list[Form]) -> bool:
    """Whether each word that was typed begins a word of the name, in its order."""
    return any(begin_words(wanted.words, one.words) or _begins_unspaced(wanted, one) for one in forms)


def _begins_unspaced(wanted: Form, name: Form) -> bool:
    return not wanted.text.isascii() and name.whole.startswith(wanted.whole)


def begin_words(begun: Sequence[str], words: Sequence[str]) -> bool:
    rest = iter(words)
    return all(any(word.startswith(one) for word in rest) for one in begun)


def opening(people: Iterable[Person], text: str) -> list[Person]:
    """Those with whose name, alias, or whole word or part of a name a text begins; the longest name decides."""
    people, words = [*people], text.split(maxsplit=3)
    for count in (3, 2, 1):
        name = " ".join(words[:count]) if len(words) >= count else ""
        if found := people and called_whole(people, _opening_name(name)):
            return found
    return []


def _opening_name(name: str) -> str:
    """The name in the first words of a text: without what follows it at once (`Bea's`, `Bea:`, 田中さんが)."""
    titled = re.match(rf"[^\W\d_]{{1,10}}?(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})", name)
    return titled[0] if titled else re.sub(r"(?:['’]s?)?[,:;.!?、。]*$", "", name)


def called_whole(people: Sequence[Person], name: str) -> list[Person]:
    """Those whose whole name, or whole word or part of it, a name is, with or without a title."""
    wanted = bare_form(name)
    if not wanted.whole:
        return []
    return named(people, name) or [p for p in people if _is_of_words(wanted, forms_of(p))]


# --- who may be meant ----------------------------------------------------------------------------------------------


def resembling(people: Iterable[Person], word: str) -> list[Person]:
    """The people whose name a word that fits nobody resembles, contains or extends, nearest first.

    One word is like a name with seven tenths of its letters in common order (`difflib`), or the same letters in
    another order (mai, mia); two names of several words as `alike` has it. Names with a number each of its own are not.
    """
    wanted = bare_form(word)
    near = [(max(_likeness(one, wanted) for one in _own_forms(p)), p.name, p) for p in people] if wanted.whole else []
    return [p for ratio, _, p in sorted(near, reverse=True, key=lambda n: n[:2]) if ratio >= _ALIKE]


def _own_forms(person: Person) -> list[Form]:
    """As `_forms`, without aliases that are a word of a longer name: Mia Smith extends no Mia Tanaka."""
    forms = forms_of(person)
    words = forms[0].words
    return [one for one in forms if one is forms[0] or not (len(words) > 1 and set(one.words) <= set(words))]


def extends(word: str, person: Person) -> bool:
    """Whether a word is a longer form of somebody's name: Zoe Quinn of Zoe, 田中美香 of 田中."""
    wanted = bare_form(word)
    name = form(untitled(in_usual_width(person.name)))
    return len(wanted.whole) > len(name.whole) and _extends(name, wanted)


def _likeness(name: Form, wanted: Form) -> float:
    if _differ_in_number(name.whole, wanted.whole):
        return 0
    words, others = alike.words_of(name), alike.words_of(wanted)
    if len(words) > 1 and len(others) > 1:
        return max(_ALIKE, _ratio(name.text, wanted.text)) if alike.are_alike(words, others) else 0
    if _extends(name, wanted) or _is_edge(wanted.whole, name.whole):
        return 0.99
    return max(_ratio(one, wanted.text) for one in {name.text, name.whole, *name.words})


def _differ_in_number(name: str, word: str) -> bool:
    """Whether both have a number and it is not the same: nobody writes Guest 2 who means Guest 1."""
    numbers, others = re.findall(r"\d+", name), re.findall(r"\d+", word)
    return bool(numbers and others) and numbers != others


def _extends(name: Form, wanted: Form) -> bool:
    """Whether a name is contained in what was typed: all its words, or the beginnings of them."""
    if set(name.words) <= set(wanted.words) or _is_edge(name.whole, wanted.whole):
        return True
    long_enough = len(name.words) > 1 or len(name.whole) > 2
    return long_enough and name.whole.isascii() and begin_words(name.words, wanted.words)


def _is_edge(short: str, long: str) -> bool:
    """Whether a Japanese word is the beginning or the end of a longer one."""
    return (
        bool(short)
        and is_japanese(long)
        and len(short) < len(long)
        and (long.startswith(short) or long.endswith(short))
    )


def _ratio(name: str, word: str) -> float:
    if len(word) > 2 and sorted(name) == sorted(word):
        return 0.9
    return 0.75 if alike.differ_in_vowel(name, word) else SequenceMatcher(None, name, word).ratio()
