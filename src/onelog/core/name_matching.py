"""Whose name a word is: without case, accents, blanks and titles, by alias, reading, word or part of a name.

Nothing here reads a journal: it compares a word with the people that it is given.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from onelog.core.model import Person
from onelog.core.names.honorifics import TITLES
from onelog.core.regexes import pattern

ME = frozenset(("me", "自分", "私"))
"""Words for the keeper of the journal."""
THEM = frozenset(("them", "相手", "相手方", "先方", "本人"))
"""Words for whom a meeting is with."""
EVERYBODY = frozenset((
    "all", "everyone", "everybody", "team", "both", "us", "we", "here", "channel", "全員", "みんな", "みなさん",
    "皆さん", "両方", "二人",
))  # fmt: skip
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
_SEPARATORS = dict.fromkeys(map(ord, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~・·‐‑‒–—―"), " ")
_SEVERAL = r"\s*[,，、&＆;；/／+＋]\s*|\s+(?:and|und(?!\s+zu\b)|et)\s+|(?<=[\u3400-\u9fff])と(?=[\u3400-\u9fff])"
_NAME = r"[^\W\d_][\w .'’‐-]*"
_TITLES_BEFORE = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "herr", "frau", "mme", "madame", "monsieur",
))  # fmt: skip
_TITLES_BEHIND = ("-san", "-sama", "-kun", "-chan", "-sensei")
_LONG_FAMILY_NAMES = frozenset((
    "佐々木", "長谷川", "五十嵐", "久保田", "大久保", "小野寺", "小笠原", "佐久間", "宇都宮", "大河原", "小山田",
    "長谷部", "曽我部", "日下部", "東海林", "波多野", "阿久津", "小田島", "小宮山", "小田切", "大河内", "竹之内",
    "山之内", "木之下", "井之上", "伊集院", "西園寺", "美濃部", "海老原", "海老名", "加賀谷", "喜多村", "宇佐美",
    "御手洗",
))  # fmt: skip
"""Family names of three characters that many people have: of four characters, these are not two and two."""
_SHORT_FAMILY_NAMES = frozenset("林森原東西南北関岡堀辻泉谷星菅浜島平沢堤桂柳梶旭畑轟榊楠橘乾巽滝")
"""Family names of one character; followed by one of the next, they are the beginning of one of two."""
_SECOND_OF_TWO = frozenset("田川本山村下上野口崎原島木井沢内岡尾谷部永脇垣瀬中")
_OTHER_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})
_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_HIRAGANA = {hiragana: katakana for katakana, hiragana in _KATAKANA.items()}
_ALIKE = 0.7


class Form(NamedTuple):
    """A name as it is compared."""

    text: str
    """Without case, accents and width; one blank between words."""
    whole: str
    """The same without blanks and punctuation."""
    words: tuple[str, ...]
    parts: tuple[str, ...]
    """Family and given name of a Japanese name that is written without a blank."""
    is_titled: bool = False


# --- a name as it is compared --------------------------------------------------------------------------------------


def normalize(text: str) -> str:
    """A text as names are compared: NFKC, case folded, without accents of Latin letters; katakana is hiragana."""
    text = " ".join(text.split()).casefold()
    if text.isascii():
        return text
    from unicodedata import normalize as normalize_form  # noqa: PLC0415 - only needed for letters of other scripts

    text = normalize_form("NFKC", text.translate(_QUOTES)).casefold()
    text = "".join(sign for sign in normalize_form("NFD", text) if not "\u0300" <= sign <= "\u036f")
    return " ".join(normalize_form("NFC", text).translate(_OTHER_LETTERS).translate(_KATAKANA).split())


def untitled(name: str) -> str:
    """A name without its titles: `Tanaka` of Dr. Tanaka, `田中` of 田中部長さん; a word that is a title alone stays."""
    bare = " ".join(name.split())
    while (shorter := _without_title(bare)) not in ("", bare) and shorter not in TITLES:
        bare = shorter
    return bare


def _without_title(name: str) -> str:
    first, sign, rest = name.partition(" ") if " " in name else name.partition(".")
    if sign and first.rstrip(".").casefold() in _TITLES_BEFORE:
        return rest.strip()
    titles = _TITLES_BEHIND if name.isascii() else (*TITLES, *_TITLES_BEHIND)
    behind = max((title for title in titles if name.casefold().endswith(title)), key=len, default="")
    return name[: len(name) - len(behind)].rstrip()


def without_honorific(name: str) -> str:
    """A Japanese name without さん, 様, くん, ちゃん or 氏; a title that says what somebody is (課長) is part of it."""
    bare = " ".join(name.split())
    shorter = next((bare[: -len(one)].rstrip() for one in _HONORIFICS if bare.casefold().endswith(one)), bare)
    return bare if shorter in _WITH_HONORIFIC else shorter


_HONORIFICS = ("さん", "さま", "様", "くん", "ちゃん", "氏", "-san", "-sama", "-kun", "-chan")
_WITH_HONORIFIC = frozenset((
    "", "奥", "嫁", "娘", "息子", "母", "父", "兄", "姉", "神", "皆", "みな", "赤", "お客", "お母", "お父", "お兄", "お姉", "お子", "お嬢",
))  # fmt: skip
"""What is a word of its own with さん or 様 behind it, and nobody's name."""


@lru_cache(maxsize=4096)
def form(name: str) -> Form:
    """A name as it is compared, with its titles."""
    text = normalize(name)
    words = tuple(text.translate(_SEPARATORS).split()) or (text,)
    return Form(text, "".join(words), words, tuple(map(normalize, parts(name))))


def _bare(word: str) -> Form:
    """What somebody typed, without its titles."""
    bare = untitled(_wide(word))
    return form(bare)._replace(is_titled=normalize(bare) != normalize(word))


def _wide(word: str) -> str:
    """Half-width kana and full-width letters in their usual width, so that titles are seen."""
    if word.isascii():
        return word
    from unicodedata import normalize as normalize_form  # noqa: PLC0415 - as above

    return normalize_form("NFKC", word)


def parts(name: str) -> tuple[str, ...]:
    """The family and the given name of a Japanese name without a blank, where its characters tell; else nothing."""
    name = "".join(_wide(name).split()) if len(name.split()) == 1 else ""
    kanji = sum(map(_is_kanji, name))
    if not name or not all(_is_kanji(sign) or _is_kana(sign) for sign in name):
        return ()
    if 0 < kanji < len(name) and all(map(_is_kanji, name[:kanji])):
        return name[:kanji], name[kanji:]
    if not 3 <= kanji == len(name) <= 5 or name in _LONG_FAMILY_NAMES:
        return ()
    is_short = name[0] in _SHORT_FAMILY_NAMES and name[1] not in _SECOND_OF_TWO
    cut = 3 if name[:3] in _LONG_FAMILY_NAMES else 1 if is_short else 2
    return name[:cut], name[cut:]


def in_both_kana(name: str) -> tuple[str, ...]:
    """A name in kana as hiragana and as katakana; any other one as it is."""
    if not name or not all(map(_is_kana, name)):
        return (name,)
    return tuple(dict.fromkeys((name, name.translate(_KATAKANA), name.translate(_HIRAGANA))))


def half_width(sign: str) -> str:
    """A katakana in half width, with its voicing mark behind it; "" for anything else."""
    from unicodedata import normalize as normalize_form  # noqa: PLC0415 - as above

    narrow = {normalize_form("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}
    apart = normalize_form("NFD", sign)
    marks = apart[1:].replace("\u3099", "ﾞ").replace("\u309a", "ﾟ")
    return narrow[apart[0]] + marks if apart[0] in narrow else ""


def folded(sign: str) -> str:
    """A Latin letter without its accent or stroke; "" for anything else."""
    bare = normalize(sign)
    return bare if bare.isascii() and not sign.isascii() else ""


def _is_kanji(sign: str) -> bool:
    return sign == "々" or "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff"


def _is_kana(sign: str) -> bool:
    return "\u3041" <= sign <= "\u3096" or "\u30a1" <= sign <= "\u30fa" or sign == "ー"


def names(person: Person) -> list[str]:
    """What somebody is called: the name, the aliases, the reading."""
    return [name for name in (person.name, *person.aliases, person.reading) if name]


def _forms(person: Person) -> list[Form]:
    """How somebody's names are compared, with titles that belong to them and without."""
    return [*_compared(tuple(names(person)))]


@lru_cache(maxsize=1024)
def _compared(called: tuple[str, ...]) -> tuple[Form, ...]:
    ways = dict.fromkeys(way for name in called for way in (name, untitled(_wide(name))))
    return tuple(form(name) for name in ways)


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
        if key == p.id or form(word).whole in _wholes(p) or _bare(word).whole in _wholes(p)
    ]


def _wholes(person: Person) -> set[str]:
    called = (person.name, *person.aliases)
    return {form(way).whole for name in called for way in (name, untitled(_wide(name)))}


def keys(person: Person) -> set[str]:
    """By what somebody is found in an index: whom `exact` and `named` find for a word has one of `keys_of` that word."""
    return {person.id, *map(plain, (person.name, *person.aliases)), *(one.whole for one in _forms(person))}


def keys_of(word: str) -> set[str]:
    """What a word may be in an index of people by their `keys`."""
    return {plain(word), normalize(word), form(word).whole, _bare(word).whole}


def same_name(people: Iterable[Person], word: str) -> list[Person]:
    """Those one of whose names is this one, written in whatever way."""
    wanted = {way.whole for way in (form(word), _bare(word))}
    return [p for p in people if any(one.whole in wanted for one in _forms(p))]


def plain(text: str) -> str:
    """A name in one width and case, with its accents."""
    return " ".join(_wide(text).casefold().split())


def fitting(people: Iterable[Person], word: str) -> list[Person]:
    """Those whom a word fits best: the whole name before words and parts of it, these before their beginnings."""
    people = [*people]
    if found := exact(people, word):
        return found[:1] if plain(word) in (found[0].id, *map(plain, (found[0].name, *found[0].aliases))) else found
    wanted = _bare(word)
    if not wanted.whole:
        return []
    forms = [(p, _forms(p)) for p in people]
    if any(_is_of_words(wanted, known) for _, known in forms):
        return [p for p, known in forms if _is_of_words(wanted, known) or _may_be_of(wanted, known)]
    return [] if wanted.is_titled else [p for p, known in forms if _begins(wanted, known)]


def _is_of_words(wanted: Form, forms: list[Form]) -> bool:
    """Whether all that was typed are words or parts of a name, in whatever order."""
    known = {word for one in forms for word in (*one.words, *one.parts)}
    return known.issuperset(wanted.words)


def _may_be_of(wanted: Form, forms: list[Form]) -> bool:
    """Whether a Japanese word is how a name without a blank begins: where it is parted is a guess."""
    return len(wanted.whole) > 1 and any(_is_japanese(one.whole) and _begins_unspaced(wanted, one) for one in forms)


def _begins(wanted: Form, forms: list[Form]) -> bool:
    """Whether each word that was typed begins a word of the name, in its order."""
    return any(_begin_words(wanted.words, one.words) or _begins_unspaced(wanted, one) for one in forms)


def _begins_unspaced(wanted: Form, name: Form) -> bool:
    return not wanted.text.isascii() and name.whole.startswith(wanted.whole)


def _begin_words(begun: Sequence[str], words: Sequence[str]) -> bool:
    rest = iter(words)
    return all(any(word.startswith(one) for word in rest) for one in begun)


def opening(people: Iterable[Person], text: str) -> list[Person]:
    """Those with whose name, alias, or whole word or part of a name a text begins; the longest name decides."""
    people, words = [*people], text.split(maxsplit=3)
    for count in (3, 2, 1):
        name = " ".join(words[:count]) if len(words) >= count else ""
        if found := people and _called_whole(people, _opening_name(name)):
            return found
    return []


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
    wanted = _bare(whole).words
    if len(wanted) < len(name):
        return False
    begun = [p for p in people if any(_starts(wanted, one.words) for one in _forms(p))]
    if len(begun) != 1:
        return False
    if any(one.words[: len(wanted)] == wanted for one in _forms(begun[0])) or name[-1][:1].isupper():
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
    if words[0].isascii() and any(_is_japanese(word) for word in more):
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


def _opening_name(name: str) -> str:
    """The name in the first words of a text: without what follows it at once (`Bea's`, `Bea:`, 田中さんが)."""
    titled = re.match(rf"[^\W\d_]{{1,10}}?(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})", name)
    return titled[0] if titled else re.sub(r"(?:['’]s?)?[,:;.!?、。]*$", "", name)


def _called_whole(people: Sequence[Person], name: str) -> list[Person]:
    wanted = _bare(name)
    if not wanted.whole:
        return []
    return named(people, name) or [p for p in people if _is_of_words(wanted, _forms(p))]


# --- who may be meant ----------------------------------------------------------------------------------------------


def resembling(people: Iterable[Person], word: str) -> list[Person]:
    """The people whose name a word that fits nobody resembles, contains or extends, nearest first.

    Alike are words with seven tenths of their letters in common order (`difflib`), or the same letters in another
    order (mai, mia), unless each has a number of its own.
    """
    wanted = _bare(word)
    near = [(max(_likeness(one, wanted) for one in _own_forms(p)), p.name, p) for p in people] if wanted.whole else []
    return [p for ratio, _, p in sorted(near, reverse=True, key=lambda n: n[:2]) if ratio >= _ALIKE]


def _own_forms(person: Person) -> list[Form]:
    """As `_forms`, without aliases that are a word of a longer name: Mia Smith extends no Mia Tanaka."""
    forms = _forms(person)
    words = forms[0].words
    return [one for one in forms if one is forms[0] or not (len(words) > 1 and set(one.words) <= set(words))]


def extends(word: str, person: Person) -> bool:
    """Whether a word is a longer form of somebody's name: Zoe Quinn of Zoe, 田中美香 of 田中."""
    wanted = _bare(word)
    name = form(untitled(_wide(person.name)))
    return len(wanted.whole) > len(name.whole) and _extends(name, wanted)


def _likeness(name: Form, wanted: Form) -> float:
    if _differ_in_number(name.whole, wanted.whole):
        return 0
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
    return long_enough and name.whole.isascii() and _begin_words(name.words, wanted.words)


def _is_edge(short: str, long: str) -> bool:
    """Whether a Japanese word is the beginning or the end of a longer one."""
    return (
        bool(short)
        and _is_japanese(long)
        and len(short) < len(long)
        and (long.startswith(short) or long.endswith(short))
    )


def _is_japanese(word: str) -> bool:
    return _is_kanji(word[0]) or _is_kana(word[0])


def _ratio(name: str, word: str) -> float:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only needed when nobody fits

    if len(word) > 2 and sorted(name) == sorted(word):
        return 0.9
    return 0.75 if _differ_in_vowel(name, word) else SequenceMatcher(None, name, word).ratio()


def _differ_in_vowel(name: str, word: str) -> bool:
    """Whether it is one vowel that two words of three letters or more differ in: bee, bea."""
    if len(name) != len(word) or len(word) < 3:
        return False
    other = [signs for signs in zip(name, word, strict=True) if signs[0] != signs[1]]
    return len(other) == 1 and set(other[0]) <= set("aeiouy")


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
