"""Which words are a name: somebody's of several words, words for me and them, and words that nobody is called by."""

import re
from collections.abc import Iterable, Sequence

from onelog.core.model import Person
from onelog.core.names.name_forms import (
    bare_form,
    forms_of,
    is_japanese,
    normalize,
    untitled,
)
from onelog.core.names.name_matching import exact, extends, fitting
from onelog.core.regexes import pattern

ME = frozenset(("me", "myself", "自分", "私", "わたし", "僕", "ぼく", "俺", "小職", "当方"))


"""Words for the keeper of the journal."""


THEM = frozenset(("them", "相手", "相手方", "先方", "本人"))


"""Words for whom a meeting is with."""


EVERYBODY = frozenset((
    "all", "everyone", "everybody", "team", "both", "us", "we", "here", "channel", "全員", "みんな", "みなさん",
    "皆さん", "両方", "二人",
))  # fmt: skip  # words in lines


"""Words for several people at once, none of whom is a person of the journal."""


_PRONOUNS = frozenset(("he", "she", "it", "my", "our", "i", "a"))


"""Words that are none of a name where no capital follows: He Wei is somebody."""


_NO_NAMES = _PRONOUNS | frozenset(
    [
        "talked",
        "talk",
        "talking",
        "with",
        "met",
        "meet",
        "meeting",
        "we",
        "had",
        "has",
        "have",
        "was",
        "were",
        "is",
        "are",
        "did",
        "said",
        "told",
        "asked",
        "spoke",
        "spoken",
        "discussed",
        "about",
        "for",
        "from",
        "the",
        "they",
        "this",
        "that",
        "there",
        "and",
        "but",
        "so",
        "then",
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "called",
        "chatted",
        "lunch",
        "coffee",
        "dinner",
        "breakfast",
        "今日",
        "昨日",
        "明日",
        "今朝",
        "先週",
        "今週",
        "来週",
    ]
)


"""Words of a note that nobody is called by."""


_JAPANESE_SENTENCE = (
    r"^(?:今日|昨日|明日|今朝|先週|今週|来週)(?:[はもの、]|\s|$)|[。！？].|(?:ました|でした|です|ます|話した)[。！？]?$"
)


_NAME_WORD = r"[^\W_]+(?:['’.‐-][^\W_]+)*"


_SEVERAL = r"\s*[,，、&＆;；/／+＋]\s*|\s+(?:and|und(?!\s+zu\b)|et)\s+|(?<=[\u3400-\u9fff])と(?=[\u3400-\u9fff])"


_NAME = r"[^\W\d_][\w .'’‐-]*"


def name_length(people: Iterable[Person], words: Sequence[str]) -> int:
    """How many of the first words of a command are the name of one person; 1 where the next ones are something else.

    They are the whole name or the beginning of it, word by word; a word that is cut short is taken for a name where it
    is capitalised, or where the first ones alone are several people's.
    """
    people = [*people]
    for count in range(min(len(words), 6), 1, -1):
        name = [*words[: count - 1], words[count - 1].rstrip(",.")]
        if all(pattern(_NAME_WORD).fullmatch(word) for word in name[1:]) and _is_one(people, name):
            return count
    return 1


def _is_one(people: Sequence[Person], name: Sequence[str]) -> bool:
    whole = " ".join(name)
    if len(exact(people, whole)) == 1:
        return True
    wanted = bare_form(whole).words
    if len(wanted) < len(name):
        return False
    begun = [p for p in people if any(_starts(wanted, one.words) for one in forms_of(p))]
    if len(begun) != 1:
        return False
    if any(one.words[: len(wanted)] == wanted for one in forms_of(begun[0])) or name[-1][:1].isupper():
        return True
    return name[-1].casefold() not in _NO_NAMES and len(fitting(people, " ".join(name[:-1]))) > 1


def _starts(wanted: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words are the first ones of a name, the last of them perhaps cut short."""
    whole, last = wanted[:-1], wanted[-1]
    return len(words) >= len(wanted) and words[: len(whole)] == whole and words[len(whole)].startswith(last)


def longer_name(people: Iterable[Person], words: Sequence[str]) -> int:
    """How many of the first words may be somebody's longer name, where they are no known one; else 0.

    A lone word behind a name that it would extend; a capitalised one alone; one or two before the words of a note.
    """
    people, behind = [*people], [*words[1:]]
    ends = len(behind) > 1 and (behind[-1] == "-" or " " in behind[-1].strip())
    more = behind[:-1] if ends else behind
    if not 0 < len(more) <= (2 if ends else 1) or not all(map(_may_be_name, more)) or is_sentence(words[0]):
        return 0
    if words[0].isascii() and any(is_japanese(word) for word in more):
        return 0
    known = fitting(people, words[0])
    capitals = all(word[:1].isupper() for word in more) and (known or words[0][:1].isupper())
    name = " ".join((words[0], *more))
    extended = any(extends(name, p) for p in known)
    return 1 + len(more) if capitals or extended else 0


_INITIAL = r"(?i:[^\W\d_]|jr|sr|st)\."


_PROSE = r"[\u3400-\u9fff々][ぁ-ゖ]|^[ぁ-ゖ\u3400-\u9fff々]{7,}$"


"""Kana behind a Chinese character, as in 評価の話をした; names have them before one (ひろ子)."""


def _may_be_name(word: str) -> bool:
    is_word = bool(re.fullmatch(rf"[^\W\d_]+(?:['’.‐-][^\W\d_]+)*|{_INITIAL}", word))
    return is_word and word.rstrip(".").casefold() not in _NO_NAMES and not re.search(_PROSE, untitled(word))


def is_sentence(word: str) -> bool:
    """Whether what stands for a name cannot be one: `Talked with Olga`, `We`, 今日は元気."""
    words = untitled(word).split()
    if not words or pattern(_JAPANESE_SENTENCE).search(word.strip()):
        return bool(words)
    first, follows = words[0].casefold().strip(",.;:!?"), words[1:2]
    pronoun = first in _PRONOUNS and not (follows and follows[0][:1].isupper())
    return first in _NO_NAMES - _PRONOUNS or pronoun or len(words) > 4 or bool(re.search(r"\w{4,}[.!?]\s+\S", word))


def several(word: str) -> list[str]:
    """The names in a word that holds more than one: `emi,farid`, `emi and farid`, 田中と佐藤; else nothing."""
    found = [part.strip() for part in re.split(_SEVERAL, word.strip(" ,、;/&+"), flags=re.IGNORECASE)]
    return found if len(found) > 1 and all(re.fullmatch(_NAME, part) for part in found) else []


# --- me and them ---------------------------------------------------------------------------------------------------


def is_me(word: str) -> bool:
    """Whether a word is the keeper of the journal: me, 自分."""
    return normalize(untitled(word)) in ME


def is_them(word: str) -> bool:
    """Whether a word is whom a meeting is with: them, 相手."""
    return normalize(untitled(word)) in THEM


def mistyped(word: str) -> str:
    """ "them" or "me" where a word is that with a letter left out, doubled or out of place (thm, mee); else ""."""
    word = normalize(word)
    if word in ("mee", "mme"):
        return "me"
    left_out = {"hem", "tem", "thm", "the"}
    doubled = {"tthem", "thhem", "theem", "themm"}
    swapped = {"htem", "tehm", "thme"}
    return "them" if word in left_out | doubled | swapped else ""
