"""A name as it is compared: without case, accents, blanks and titles; and the parts of a Japanese name."""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize as normalize_form

from onelog.core.model import Person
from onelog.core.names.honorifics import TITLES, is_name_with_title

_SEPARATORS = dict.fromkeys(map(ord, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~・·‐‑‒–—―"), " ")


_TITLES_BEFORE = frozenset((
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "herr", "frau", "mme", "madame", "monsieur",
))  # fmt: skip  # words in lines


_TITLES_BEHIND = ("-san", "-sama", "-kun", "-chan", "-sensei")


_LONG_FAMILY_NAMES = frozenset((
    "佐々木", "長谷川", "五十嵐", "久保田", "大久保", "小野寺", "小笠原", "佐久間", "宇都宮", "大河原", "小山田",
    "長谷部", "曽我部", "日下部", "東海林", "波多野", "阿久津", "小田島", "小宮山", "小田切", "大河内", "竹之内",
    "山之内", "木之下", "井之上", "伊集院", "西園寺", "美濃部", "海老原", "海老名", "加賀谷", "喜多村", "宇佐美",
    "御手洗",
))  # fmt: skip  # words in lines


"""Family names of three characters that many people have: of four characters, these are not two and two."""


_SHORT_FAMILY_NAMES = frozenset("林森原東西南北関岡堀辻泉谷星菅浜島平沢堤桂柳梶旭畑轟榊楠橘乾巽滝")


"""Family names of one character; followed by one of the next, they are the beginning of one of two."""


_SECOND_OF_TWO = frozenset("田川本山村下上野口崎原島木井沢内岡尾谷部永脇垣瀬中")


_OTHER_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})


_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'"})


_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


_HIRAGANA = {hiragana: katakana for katakana, hiragana in _KATAKANA.items()}


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


def unquoted(name: str) -> str:
    """A name without the quotes around it, typed or typographic; single blanks inside."""
    name = " ".join(name.split())
    while len(name) > 2 and name[0] + name[-1] in _AROUND and not _AROUND_SIGNS & set(name[1:-1]):
        name = name[1:-1].strip()
    return name


_AROUND = frozenset(('""', "“”", "„“", "„”", "«»", "‘’", "「」", "『』"))
_AROUND_SIGNS = frozenset("".join(_AROUND))


def normalize(text: str) -> str:
    """A text as names are compared: NFKC, case folded, without accents of Latin letters; katakana is hiragana."""
    text = unquoted(text).casefold()
    if text.isascii():
        return text
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
    if is_name_with_title(name):
        return name
    return name[: len(name) - len(behind)].rstrip()


def without_honorific(name: str) -> str:
    """A Japanese name without さん, 様, くん, ちゃん or 氏; a title that says what somebody is (課長) is part of it."""
    bare = " ".join(name.split())
    shorter = next((bare[: -len(one)].rstrip() for one in _HONORIFICS if bare.casefold().endswith(one)), bare)
    return bare if shorter in _WITH_HONORIFIC else shorter


_HONORIFICS = ("さん", "さま", "様", "くん", "ちゃん", "氏", "-san", "-sama", "-kun", "-chan")


_WITH_HONORIFIC = frozenset((
    "", "奥", "嫁", "娘", "息子", "母", "父", "兄", "姉", "神", "皆", "みな", "赤", "お客", "お母", "お父", "お兄", "お姉", "お子", "お嬢",
))  # fmt: skip  # words in lines


"""What is a word of its own with さん or 様 behind it, and nobody's name."""


@lru_cache(maxsize=4096)
def form(name: str) -> Form:
    """A name as it is compared, with its titles."""
    text = normalize(name)
    words = tuple(text.translate(_SEPARATORS).split()) or (text,)
    return Form(text, "".join(words), words, tuple(map(normalize, parts(name))))


def bare_form(word: str) -> Form:
    """What somebody typed, without its titles."""
    bare = untitled(in_usual_width(word))
    return form(bare)._replace(is_titled=normalize(bare) != normalize(word))


def in_usual_width(word: str) -> str:
    """Half-width kana and full-width letters in their usual width, so that titles are seen."""
    if word.isascii():
        return word
    return normalize_form("NFKC", word)


def parts(name: str) -> tuple[str, ...]:
    """The family and the given name of a Japanese name without a blank, where its characters tell; else nothing."""
    name = "".join(in_usual_width(name).split()) if len(name.split()) == 1 else ""
    kanji = sum(map(is_kanji, name))
    if not name or not all(is_kanji(sign) or is_kana(sign) for sign in name):
        return ()
    if 0 < kanji < len(name) and all(map(is_kanji, name[:kanji])):
        return name[:kanji], name[kanji:]
    longest = 6 if name[:3] in _LONG_FAMILY_NAMES else 5
    if not 3 <= kanji == len(name) <= longest or name in _LONG_FAMILY_NAMES:
        return ()
    is_short = name[0] in _SHORT_FAMILY_NAMES and name[1] not in _SECOND_OF_TWO
    cut = 3 if name[:3] in _LONG_FAMILY_NAMES else 1 if is_short else 2
    return name[:cut], name[cut:]


def in_order(name: str) -> tuple[str, str]:
    """What people are put in order by: the fifty sounds, in which か and が, つ and っ are one, and ー sounds as what it draws out."""
    text = normalize(name)
    plain = ""
    for sign in normalize_form("NFD", text).replace("\u3099", "").replace("\u309a", ""):
        large = _SMALL.get(sign, sign)
        plain += _VOWEL_OF.get(plain[-1:], large) if sign == "ー" else large
    return plain, text


_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ", strict=True))


_VOWEL_OF = {
    sign: vowel
    for vowel, row in zip(
        "あいうえお",
        ("あかさたなはまやらわ", "いきしちにひみり", "うくすつぬふむゆる", "えけせてねへめれ", "おこそとのほもよろを"),
        strict=True,
    )
    for sign in row
}


def in_both_kana(name: str) -> tuple[str, ...]:
    """A name in kana as hiragana and as katakana; any other one as it is."""
    if not name or not all(map(is_kana, name)):
        return (name,)
    return tuple(dict.fromkeys((name, name.translate(_KATAKANA), name.translate(_HIRAGANA))))


def half_width(sign: str) -> str:
    """A katakana in half width, with its voicing mark behind it; "" for anything else."""
    narrow = {normalize_form("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}
    apart = normalize_form("NFD", sign)
    marks = apart[1:].replace("\u3099", "ﾞ").replace("\u309a", "ﾟ")
    return narrow[apart[0]] + marks if apart[0] in narrow else ""


def folded(sign: str) -> str:
    """A Latin letter without its accent or stroke; "" for anything else."""
    bare = normalize(sign)
    return bare if bare.isascii() and not sign.isascii() else ""


def is_kanji(sign: str) -> bool:
    return sign == "々" or "\u3400" <= sign <= "\u9fff" or "\uf900" <= sign <= "\ufaff"


def is_kana(sign: str) -> bool:
    return "\u3041" <= sign <= "\u3096" or "\u30a1" <= sign <= "\u30fa" or sign == "ー"


def names(person: Person) -> list[str]:
    """What somebody is called: the name, the aliases, the reading."""
    return [name for name in (person.name, *person.aliases, person.reading) if name]


def forms_of(person: Person) -> list[Form]:
    """How somebody's names are compared, with titles that belong to them and without."""
    return [*_compared(tuple(names(person)))]


@lru_cache(maxsize=1024)
def _compared(called: tuple[str, ...]) -> tuple[Form, ...]:
    ways = dict.fromkeys(way for name in called for way in (name, untitled(in_usual_width(name))))
    return tuple(form(name) for name in ways)


def plain(text: str) -> str:
    """A name in one width and case, with its accents."""
    return " ".join(in_usual_width(text).casefold().split())


def is_japanese(word: str) -> bool:
    return is_kanji(word[0]) or is_kana(word[0])
