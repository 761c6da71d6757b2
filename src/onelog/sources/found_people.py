"""Whom a key, a heading, a file or a folder names: nobody is made of a word that may be anything."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from onelog.core.names import name_forms, name_words
from onelog.core.names.honorifics import TITLES, is_name_with_title
from onelog.core.names.likely_names import is_name
from onelog.core.regexes import pattern
from onelog.core.results.incoming import Hints

ONE_ON_ONE = r"(?i)(?<![A-Za-z0-9_.:/])(?:[1１]\s?(?:[:：]|-|x|対|[- ]?(?:on|to)[- ]?)\s?[1１]|one[- ](?:on|to)[- ]one|o3|ワンオンワン|面談)(?:'?s)?(?![\d:]|[/.]\d|(?-i:[a-z]))"
_GROUPS = r"(?i)(?<!\w)(?:people|persons|direct[ _-]?reports|reports|team[ _-]?members|colleagues|1[ _-]?on[ _-]?1s?|1[ _:-]1s?|one[ _-]on[ _-]ones?|メンバー|部下|面談|人)(?!\w)"
_TALKS = r"(?i)(?<!\w)(?:1[ _-]?on[ _-]?1s?|1[ _:-]1s?|one[ _-]on[ _-]ones?|面談)(?!\w)"
_APART = " \t\u3000·・-–—_,、:：|/＋+~〜()（）[]【】「」"
_BEHIND = r"(?:さん)?(?:との|と)(?:の)?$|の$|(?:'s|’s)$"
_BETWEEN = r"(?i)\s*(?:,|，|、|;|；|&|＆|/|／|<>|<->|↔|×|\sx\s|\sand\s|\svs\.?\s|\|)\s*"
_PARTICLES = frozenset(
    (
        "van",
        "von",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "y",
        "e",
    )
)
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"


class FoundTitle(NamedTuple):
    """What a heading or a name says besides its day."""

    people: tuple[str, ...] = ()
    is_one_on_one: bool = False
    rest: str = ""
    """Its other words."""


def read_title(text: str, hints: Hints, *, is_told: bool = False) -> FoundTitle:
    """The people in a heading or a name, without its day: who is named behind "with" or beside a word for a 1-on-1, or is known.

    `is_told`: where it stands says already that it names somebody, so any words that can be a name are one. Else that may
    be a topic, a place or the weather, but for a name with a title (佐藤さん).
    """
    marker = pattern(ONE_ON_ONE).search(text)
    bare = f"{text[: marker.start()]} {text[marker.end() :]}" if marker else text
    whole, tags = _without_tags(bare.strip(_APART))
    bare = _without_tags(unlinked(bare).strip(_APART))[0]
    behind = re.search(r"(?i)(?:^|\s)(?:with|w/)\s*(\S.*)$", bare)
    named, before = (behind[1], bare[: behind.start()].strip(_APART)) if behind else (bare, "")
    words = [_without_ending(part) for part in re.split(_BETWEEN, named) if part.strip(_APART)]
    words = [word for word in words if word]
    is_sure = bool(marker or behind) or is_told
    people = [word for word in words if not is_me(word, hints)]
    if people and all(is_known(word, hints) or (is_sure and is_name(word) and _is_written_so(word)) for word in people):
        return FoundTitle(tuple(people), bool(marker), f"{before} {tags}".strip())
    return FoundTitle((), bool(marker), f"{whole} {tags}".strip())


def _without_tags(text: str) -> tuple[str, str]:
    """A text and the tags at its end: `with John`, `#career`."""
    found = re.search(r"(?:^|\s)(#[^\W\d][^\s#]*(?:\s+#[^\W\d][^\s#]*)*)$", text)
    return (text[: found.start()].rstrip(_APART), found[1]) if found else (text, "")


def is_no_more_than(words: str, person: str) -> bool:
    """Whether words say nothing, or nothing but a person: that they are known by now is no reason to read them otherwise."""
    bare = unlinked(words).strip(_APART)
    return not re.search(r"\w", bare) or name_forms.normalize(bare) == name_forms.normalize(person)


def _is_written_so(word: str) -> bool:
    """Whether words are written as names are: each with a capital, in signs that have none, or as two in a slug."""
    if re.fullmatch(r"[a-z]{2,}(?:-[a-z]{2,})+", word):
        return True
    first, *others = word.split()
    is_capital = not first[0].islower() and all(part in _PARTICLES or not part[0].islower() for part in others)
    return is_capital and not (word.isascii() and len(word) == 1)


_APART_BEHIND = r"\s*(?:[·・:：–—-]\s*\S|\[\[)"
_APART_BEFORE = r"\S\s*[·・]\s*$|\]\]\s*$"


def is_set_apart(before: str, behind: str) -> bool:
    """Whether the words before or behind the day of a heading are set apart from it: by a point, a dash, a colon, or as a link."""
    return bool(re.match(_APART_BEHIND, behind) or re.search(_APART_BEFORE, before))


def names_person(heading: str, hints: Hints, *, is_apart: bool) -> FoundTitle:
    """Whom the heading of a day names that says nothing of a 1-on-1: who is known, who has a title (佐藤さん), and who
    is set apart from the day: `2026-03-24 · John`, `2026年3月24日・林`. Any other word is no name: it may be a topic, a
    place or the weather."""
    if (plain := read_title(heading, hints)).people:
        return plain
    found = read_title(heading, hints, is_told=True)
    if all(is_apart or is_known(one, hints) or _has_title(one) for one in found.people):
        return found
    return FoundTitle(rest=heading.strip(_APART))


def _has_title(word: str) -> bool:
    return word.endswith(TITLES) and word not in TITLES and not is_name_with_title(word)


def _without_ending(text: str) -> str:
    text = text.strip(_APART)
    return re.sub(_BEHIND, "", text).strip(_APART)


def read_people(values: Iterable[str], hints: Hints) -> list[str]:
    """The people whom the values of a key name, without the keeper: links, addresses and lists are read."""
    words = [part for value in values for part in re.split(r"\s*[,，、;；]\s*|\s+(?:and|&)\s+", value.strip())]
    found = dict.fromkeys(
        person for word in words if (person := cleaned(word)) and not is_me(word, hints) and not is_me(person, hints)
    )
    return [*found]


def cleaned(word: str) -> str:
    """A name without what stands around it: quotes, links, an address, what is said in brackets."""
    word = unlinked(word.strip().strip("\"'").strip())
    if found := re.fullmatch(rf"(.*?)\s*[<(]\s*(?:mailto:)?({_MAIL})\s*[>)]", word):
        word = found[1].strip().strip("\"'") or found[2]
    if re.fullmatch(_MAIL, word):
        word = _of_address(word)
    word = re.sub(r"\s*[(（][^()（）]*[)）]$", "", word)
    return word.removeprefix("@").strip(" \t\u3000*_`")


def _of_address(address: str) -> str:
    """The name in an address: `john.smith@…` is John Smith."""
    parts = [part for part in re.split(r"[._+-]", address.partition("@")[0]) if part.isalpha()]
    return " ".join(part.capitalize() for part in parts) or address


def unlinked(text: str) -> str:
    """A text with the words of its links alone: `[[People/John Smith|John]]` is John Smith, `[John](…)` is John."""
    text = re.sub(r"\[\[([^\]|#]*)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]", lambda found: found[1].rpartition("/")[2], text)
    return re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)


def is_me(word: str, hints: Hints) -> bool:
    """Whether a word is the keeper: me, the name in the settings, or an address of that name."""
    word = word.strip().strip("\"'")
    if name_words.is_me(word.removeprefix("@")):
        return True
    mine = name_forms.normalize(hints.me)
    return bool(mine) and name_forms.normalize(cleaned(word)) in (mine, *mine.split()[:1])


def is_known(word: str, hints: Hints) -> bool:
    return name_forms.normalize(word) in hints.people


def person_of_path(parts: tuple[str, ...], hints: Hints) -> tuple[str, str]:
    """(person, where that is said) by the folders that a file is in: a known name, or one below a folder for people or
    1-on-1s; ("", "") where none tells."""
    for at in range(len(parts) - 2, max(len(parts) - 4, -1), -1):
        found = read_title(parts[at], hints, is_told=at > 0 and bool(pattern(_GROUPS).search(parts[at - 1])))
        if len(found.people) == 1:
            return found.people[0], f"the folder {parts[at]}"
    return "", ""


def is_among_talks(parts: tuple[str, ...]) -> bool:
    """Whether a folder says that what is in it are 1-on-1s: in one for people there are pages about them as well."""
    return any(pattern(_TALKS).search(part) for part in parts[max(len(parts) - 4, 0) : -1])


def is_of_one_on_ones(parts: tuple[str, ...]) -> bool:
    """Whether a file is in a folder of 1-on-1s, so that its name may be somebody's."""
    return any(pattern(_GROUPS).search(part) for part in parts[max(len(parts) - 4, 0) : -1])
