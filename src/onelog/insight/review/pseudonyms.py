"""Whose name a reader sees, and the initials that stand for the others, in the words of a journal as well.

Only people who are in the journal are known by name; anybody else a text speaks of stays in it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property

from onelog.core.model import Person, Ref
from onelog.core.names import name_forms
from onelog.core.names.honorifics import TITLES
from onelog.core.names.name_forms import untitled

_CJK = r"\u1100-\u11ff\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
_LETTER = rf"[^\W\d_{_CJK}]"
"""A letter of a script that puts blanks between words; Japanese next to a name does not make it another word."""
_KANJI = r"[\u3005\u3400-\u9fff\uf900-\ufaff]"
_KATAKANA = r"[\u30a1-\u30fa\u30fc\uff66-\uff9f]"
_HIRAGANA = r"[\u3041-\u3096ー]"
_PARTICLES = "はがをにとのもへや"
_NEVER_BEGIN = "んンっッゃゅょャュョー"
_LONG_READING = 4
"""A reading of so many characters is found within other kana as well."""
_TITLES = "|".join(TITLES)
_ALIKE = ("'’", "-‐‑")
"""Signs that stand for one another in names."""
_BETWEEN = r"[\s\u3000._・-]*"
"""What may stand between the words of a name: mia.tanaka, 田中花子."""
_HIDDEN = "◯"
"""Stands for the rest of a word in a script without capitals, and for all of one that is a single character."""


def relation_on(person: Person | None, day: date) -> str:
    """What somebody was to me on a day, "" for nobody; "other" where it was never said."""
    if person is None:
        return ""
    known = [relation for since, relation in person.relations if since <= day]
    return (known[-1] if known else person.relation) or "other"


class Pseudonyms:
    """How people are called in one review."""

    def __init__(self, people: Sequence[Person], how: str, day: date, *, me: str = "", redact: bool = False) -> None:
        """`how` is that of a profile; `redact` makes initials of everybody, the keeper of the journal included."""
        self.people = {person.uid: person for person in people}
        self._how = how
        self.day = day
        open_ = set() if redact or how == "initials" else {p.uid for p in people if how == "full" or self._near(p)}
        self.me = me
        own = [Person("", "", me)] if me and redact else []
        initials = _numbered([*people, *own])
        firsts = Counter(_words(self.people[uid].name)[0] for uid in open_)
        self.called = {p.uid: p.name if p.uid in open_ else initials[p.uid] for p in [*people, *own]}
        if how == "first":
            for uid in open_:
                first = _words(self.people[uid].name)[0]
                self.called[uid] = first if firsts[first] == 1 else self.people[uid].name
        self._hidden = [p for p in [*people, *own] if p.uid not in open_]
        self._open = [self.people[uid] for uid in open_]
        self.me = self.called.get("", me)

    def _near(self, person: Person | None) -> bool:
        """Whether it is my manager or a report."""
        return relation_on(person, self.day) in ("manager", "report")

    def relation(self, ref: Ref | None) -> str:
        return relation_on(self.people.get(ref.uid), self.day) if ref else ""

    def shown(self, ref: Ref | None) -> str | None:
        return self.called.get(ref.uid, ref.label) if ref else None

    def beside(self, ref: Ref | None) -> str | None:
        """With whom something was, for a reader who is told; for managers, only their own people are named."""
        if ref and self._how in ("first", "team") and not self._near(self.people.get(ref.uid)):
            return None
        return self.shown(ref)

    def inside(self, text: str) -> str:
        """The text with names as this reader sees them."""
        found = self._pattern
        return found.sub(lambda match: self._tokens[(match.lastindex or 1) - 1], text) if found else text

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        return re.compile("|".join(f"({p})" for p, _ in self._table), re.IGNORECASE) if self._table else None

    @cached_property
    def _tokens(self) -> list[str]:
        return [token for _, token in self._table]

    @cached_property
    def _table(self) -> list[tuple[str, str]]:
        """(pattern, what stands for it), the longest name first, so that no part of one is taken before the whole."""
        kept = {_plain(name) for person in self._open for name in _names(person)}
        owners: dict[str, set[str]] = {}
        spelt: dict[str, str] = {}
        for person in self._hidden:
            for name in _names(person):
                owners.setdefault(_plain(name), set()).add(self.called[person.uid])
                spelt[_plain(name)] = name
        found = {
            spelt[name]: next(iter(tokens)) if len(tokens) == 1 else _initial(name)
            for name, tokens in owners.items()
            if name not in kept
        }
        if self._how == "first":
            found |= {p.name: self.called[p.uid] for p in self._open if self.called[p.uid] != p.name}
        longest = sorted(found, key=lambda name: (-len(name), name))
        return [(_matching(unicodedata.normalize("NFC", name)), found[name]) for name in longest]


def _words(name: str) -> list[str]:
    return name.split() or [name]


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _names(person: Person) -> Iterator[str]:
    """What somebody may be called in a text: names, aliases and the reading, each word and part of them; no single letter."""
    for name in name_forms.names(person):
        words = dict.fromkeys((name, *name.split(), *re.split(r"[\s\-‐‑]+", name)))
        bare = dict.fromkeys(one for word in words for one in (word, untitled(word)))
        for part in dict.fromkeys((*bare, *(part for word in bare for part in _parts(word)))):
            if part not in TITLES and (len(part) > 1 or (part and re.match(f"[{_CJK}]", part))):
                yield from name_forms.in_both_kana(part)
    yield from _parts_of_reading(person)


def _parts(name: str) -> Iterator[str]:
    """The family and the given name in one that is written without a blank; one character alone only with a title."""
    parts = tuple(name.split()) if re.fullmatch(f"[{_CJK}]+ [{_CJK}]+", name) else name_forms.parts(name)
    if parts and not set(parts) & set(TITLES):
        yield " ".join(parts)
        yield f"{parts[0]}({parts[1][0]})"
    for part in parts:
        yield from (part,) if len(part) > 1 else (f"{part}{title}" for title in TITLES)


def _parts_of_reading(person: Person) -> Iterator[str]:
    """What may be the family's and the given name in a reading without a blank: two kana at the least, as a name begins.

    A family's name of two characters or more is hardly ever read in two kana.
    """
    reading, parts = person.reading or "", name_forms.parts(person.name)
    if not parts or not all(map(name_forms.is_kana, reading)):
        return
    for cut in range(2 if len(parts[0]) == 1 else 3, len(reading) - 1):
        if reading[cut] not in _NEVER_BEGIN:
            yield from (way for half in (reading[:cut], reading[cut:]) for way in name_forms.in_both_kana(half))


def _numbered(people: Iterable[Person]) -> dict[str, str]:
    """The initials of everybody by uid; where several have the same ones, numbered."""
    made = {person.uid: _initials(person.name) for person in people}
    many, seen = Counter(made.values()), Counter[str]()
    for uid, token in made.items():
        seen[token] += 1
        made[uid] = f"{token}{seen[token]}" if many[token] > 1 else token
    return made


def _initials(name: str) -> str:
    """`M.T.` of Mia Tanaka, 田◯ of 田中 花子: where words have no capitals, the first sign of the family's name alone."""
    words = _words(name)
    return "".join(map(_initial, words)) if _is_cased(_first(words[0])) else _initial(words[0])


def _initial(word: str) -> str:
    first = _first(word)
    if _is_cased(first):
        return f"{first.upper()}."
    return _HIDDEN if len(word) == 1 else f"{first}{_HIDDEN}"


def _first(word: str) -> str:
    return next((sign for sign in word if sign.isalnum()), word[:1])


def _is_cased(letter: str) -> bool:
    return letter.upper() != letter.lower()


def _matching(name: str) -> str:
    """The pattern of a name, whole words in scripts that have them."""
    body = _BETWEEN.join("".join(_sign(sign) for sign in word) for word in name.split())
    return f"{_edge(name[0], name, '<')}{body}{_edge(name[-1], name, '')}"


def _sign(sign: str) -> str:
    """A character as it may be typed: composed or not, without its accent, in full width."""
    apart = unicodedata.normalize("NFD", sign)
    ways = {sign, apart, *([apart[0]] if apart[0].isascii() and apart[0].isalpha() else [])}
    ways |= set(next((alike for alike in _ALIKE if sign in alike), ()))
    ways |= {"ss"} if sign == "ß" else {" "} if sign == "-" else set()
    ways |= {way for way in (name_forms.half_width(sign), name_forms.folded(sign)) if way}
    ways |= set(_accented().get(apart[0].casefold(), ()))
    ways |= {chr(ord(way) + 0xFEE0) for way in ways if len(way) == 1 and "!" <= way <= "~"}
    accents = "[\u0300-\u036f]*" if apart[0].isascii() and apart[0].isalpha() else ""
    return f"(?:{'|'.join(re.escape(way) for way in sorted(ways, key=lambda way: (-len(way), way)))}){accents}"


@cache
def _accented() -> dict[str, list[str]]:
    """The Latin letters with an accent or a stroke, by the letter without it."""
    found: dict[str, list[str]] = {}
    for sign in map(chr, range(0xE0, 0x250)):
        found.setdefault(name_forms.normalize(sign), []).append(sign)
    return {base: signs for base, signs in found.items() if len(base) == 1 and base.isascii()}


def _edge(sign: str, name: str, behind: str) -> str:
    """What may not stand before (`behind` is "<") or after a name, lest it be a part of another word."""
    if _is_cased(sign):
        return f"(?{behind}!{_LETTER})"
    if len(name) < _LONG_READING and re.fullmatch(f"{_HIRAGANA}+", name):  # みか is a name, みかん is none
        return (
            f"(?:(?<!{_HIRAGANA})|(?<=[{_PARTICLES}]))"
            if behind
            else f"(?:(?!{_HIRAGANA})|(?=[{_PARTICLES}]|{_TITLES}))"
        )
    if re.match(_KATAKANA, sign):
        return f"(?{behind}!{_KATAKANA})"
    if len(name) == 1 and re.match(_KANJI, sign):  # 林 is a name, 森林 is none; 林氏 is
        return f"(?<!{_KANJI})" if behind else f"(?:(?!{_KANJI})|(?={_TITLES}))"
    return ""
