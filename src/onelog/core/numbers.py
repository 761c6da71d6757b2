"""Numbers as people write them: read whole, or refused; what could be two numbers is never guessed.

| Written | Read |
|---|---|
| `950000`, `1,200,000`, `1'200'000`, `1 200 000`, `1.200.000`, `1,200.5`, `2.5`, `0,5`, `-3` | the number |
| `950k`, `1.2M`, `1.2bn`, `1.2 million`; `95万`, `1億2000万`, `5千万` | thousands, millions, 10^9; 10^4, 10^8, 10^12 |
| `€1,200`, `$1.2M`, `60%`, `60 %`, `1200000eur`, `1200000 EUR`, `95万人` | the number and its unit |
| `1.200`, `1,5`, `5m`, `1 200` without quotes | refused with both meanings (`decimal` decides the first two) |
| `3rd`, `5pm`, `7-8`, `3/4`, `1on1`, `~950k` | refused: it begins like a number, and is none |

Full-width digits and signs are their narrow forms.
"""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from onelog.core.errors import Wrong, notice
from onelog.core.sanitize import safe
from onelog.core.values import value

_POWERS = {"k": 3, "K": 3, "M": 6, "Mn": 6, "mn": 6, "Mio": 6, "mio": 6, "B": 9, "Bn": 9, "bn": 9}
_POWER_WORDS = {"thousand": 3, "million": 6, "billion": 9}
_MYRIADS = {"兆": 12, "億": 8, "万": 4, "": 0}
_MOST_DIGITS, _MOST_DECIMALS = 15, 9
"""More than these are not kept exactly."""

_SIGN, _CURRENCY = r"[+\-−]?", "[¥€$£₩₹]?"
_COUNTERS = "円|ドル|ユーロ|人|名|件|個|本|社|台|回|点|冊|時間|分|日|週間?|か月|年|パーセント"
_STOPS = ",;:.!?、。"
_FIGURES = r"(?:[0-9]+(?:[.,'’_ ][0-9]+)*|\.[0-9]+)"
_NO_BREAK = "\xa0\u2007\u2009\u202f"


class Number(NamedTuple):
    """What words begin with: a number, its unit as it was written, the words after it, and why there is no number."""

    value: float | None
    unit: str = ""
    words: str = ""
    trouble: str = ""


class TwoNumbers(Wrong):
    """What could be two numbers; `meanings` are its beginning in the two ways that are clear."""

    def __init__(self, written: str, first: str, second: str) -> None:
        super().__init__("value.two_numbers", written=_shortened(written), first=first, second=second)
        self.written, self.meanings = written, (first, second)


def number(text: str, decimal: str = "") -> tuple[float, str]:
    """The number that a text is, and its unit; `decimal` is "." or "," where the settings say which.

    Raises `Wrong` for what is no number, and `TwoNumbers` for what could be two.
    """
    found = _whole(text.strip(), decimal)
    return found.value or 0.0, found.unit


def begin(text: str, decimal: str = "") -> Number:
    """The number at the beginning of words; no value where they begin with none, or with a backslash.

    Raises `Wrong` where they begin like a number and it is none, `TwoNumbers` where it could be two.
    """
    text = text.strip()
    if text.startswith("\\") and begins_like_number(text):
        return Number(None, "", text[1:])
    if not begins_like_number(text):
        return Number(None, "", text)
    if text[0] in "\"'" and text[0] in text[1:]:
        written, _, words = text[1:].partition(text[0])
        return _whole(written.strip(), decimal)._replace(words=_unguarded(words.strip()))
    written, words, power = _first_words(text)
    return _read(written, decimal, power)._replace(words=_unguarded(words))


def cut(text: str, decimal: str = "") -> Number:
    """As `begin`, without an error: what is no number, or could be two, stays among the words, and `trouble` says why."""
    try:
        return begin(text, decimal)
    except Wrong as error:
        return Number(None, "", text.strip(), notice("notice.not_a_value", error=error))


def serialize(value: float | None, words: str) -> str:
    """The value and the words of a check-in as a document has them: `cut` reads the same ones back."""
    if value is None:
        return f"\\{words}" if begins_like_number(words) else words
    guard = "\\" if _continues_number(words) else ""
    return f"{clear_text(value)} {guard}{words}".rstrip()


def begins_like_number(text: str) -> bool:
    """Whether words begin as a number does, with or without backslashes before it."""
    return bool(_patterns().beginning.match(text))


def number_text(value: float) -> str:
    """The number for reading: 950000, 2.5."""
    if value == int(value) and abs(value) < 10**_MOST_DIGITS:
        return str(int(value))
    return f"{value:.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")


def clear_text(value: float) -> str:
    """The number as it is read whatever the settings are: 1.234 could be 1234, and 1.2340 could not."""
    text = number_text(value)
    return f"{text}0" if re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text) else text


def _unguarded(words: str) -> str:
    return words[1:] if words.startswith("\\") and _continues_number(words) else words


def _continues_number(words: str) -> bool:
    """Whether words behind a number would be read as a part of it, with or without backslashes before them."""
    found = _patterns()
    return begins_like_number(words) or bool(found.power_word.match(words) or found.sign.match(words))


def is_same_unit(one: str, other: str) -> bool:
    """Whether two units are the same, however they are written: `€` and `EUR`, `%` and `percent`."""
    return bool(one) and _unit_key(one) == _unit_key(other)


_SAME_UNITS = {
    "€": "eur",
    "euro": "eur",
    "euros": "eur",
    "ユーロ": "eur",
    "$": "usd",
    "dollar": "usd",
    "dollars": "usd",
    "ドル": "usd",
    "¥": "jpy",
    "yen": "jpy",
    "円": "jpy",
    "£": "gbp",
    "%": "percent",
    "per cent": "percent",
    "パーセント": "percent",
}


def _unit_key(unit: str) -> str:
    key = " ".join(_narrow(unit).casefold().split())
    return _SAME_UNITS.get(key, key)


def _shortened(text: str) -> str:
    return safe(text.strip())[:40]


def _narrow(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).translate(_NARROW)


_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | dict(
    zip(map(ord, "￥￡￦\u3000"), "¥£₩ ", strict=True)
)


@value(frozen=True, slots=True)
class _Patterns:
    beginning: re.Pattern[str]
    whole: re.Pattern[str]
    unit: re.Pattern[str]
    japanese: re.Pattern[str]
    power_word: re.Pattern[str]
    sign: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compiled when a number is read: most commands read none."""
    unit = rf"(?:[%¥€$£₩₹]|{_COUNTERS}|(?!(?:st|nd|rd|th|am|pm)$)[A-Za-zÀ-ÿ]{{1,12}})"
    power = rf"(?:{'|'.join(sorted(_POWERS, key=len, reverse=True))})(?=$|[%¥€$£₩₹]|[A-Z]{{3}}$)"
    japanese = rf"(?:{_FIGURES}千?[兆億万]|{_FIGURES}千)+(?:{_FIGURES})?"
    return _Patterns(
        beginning=re.compile(
            rf"\\*[\"']?(?:[~≈<>≤≥±約]?{_SIGN}[¥€$£₩₹￥＄￡￦]?{_SIGN}[.．]?[0-9０-９]|約?[数一二三四五六七八九十百千]+[万億兆])"
        ),
        whole=re.compile(
            rf"(?P<sign>{_SIGN})(?P<before>{_CURRENCY})(?P<inner>{_SIGN})"
            rf"(?:(?P<japanese>{japanese})|(?P<figures>{_FIGURES})(?P<power>{power})?)(?P<unit>{unit}|)"
        ),
        unit=re.compile(unit),
        japanese=re.compile(rf"({_FIGURES})(千?)([兆億万]?)"),
        power_word=re.compile(rf"\\*(?:({'|'.join(_POWER_WORDS)})(?![^\W\d_])|([兆億万]))", re.IGNORECASE),
        sign=re.compile(r"\\*[%％](?![^\s,;:.!?、。])"),
    )


def _first_words(text: str) -> tuple[str, str, int]:
    """What a number at the beginning is written in, its groups that blanks part included; what comes after it; and the
    power of ten that a word after it says (`1.2 million`)."""
    joined = re.sub(rf"(?<=[0-9０-９])[{_NO_BREAK}](?=[0-9０-９]{{3}}(?![0-9０-９]))", "_", text)
    written, *rest = joined.split(maxsplit=1)
    words = rest[0] if rest else ""
    groups = re.match(r"((?:[0-9]{3} )*)([0-9]{3})(?![0-9])(\S*)", words)
    if groups and re.fullmatch(rf"{_SIGN}{_CURRENCY}{_SIGN}[1-9][0-9]{{0,2}}", _narrow(written)):
        whole = f"{written} {groups[0]}"
        if not groups[1]:
            raise TwoNumbers(whole, whole.replace(" ", ""), f"{written} \\{groups[0]}")
        written, words = whole, words[groups.end() :].strip()
    if re.search("[0-9０-９]$", written) and (sign := _patterns().sign.match(words)) and words[0] != "\\":
        return written + sign[0], words[sign.end() :].strip(), 0
    power = _patterns().power_word.match(words)
    if not power or power[0].startswith("\\"):
        return written.rstrip(_STOPS) if words else written, words, 0
    exponent = _MYRIADS[power[2]] if power[2] else _POWER_WORDS[power[1].lower()]
    return written, words[power.end() :].strip(), exponent


def _whole(written: str, decimal: str) -> Number:
    """The number that a whole text is: blanks part its groups, and the unit or a word such as `million` from it."""
    figures, _, last = written.rpartition(" ")
    if power := _POWER_WORDS.get(last.lower()):
        return _read(figures, decimal, power)
    if figures and _patterns().unit.fullmatch(_narrow(last)) and not (found := _whole(figures, decimal)).unit:
        return found._replace(unit=last)
    return _read(written, decimal)


def _read(written: str, decimal: str, power: int = 0) -> Number:
    """The number that is written so, times a power of ten; raises `Wrong`, `TwoNumbers`."""
    text = _narrow(re.sub(rf"[{_NO_BREAK}]", "_", written))
    found = _patterns().whole.fullmatch(text) if len(text) <= 80 else None
    if not found or (found["before"] and found["unit"]) or (found["sign"] and found["inner"]):
        raise Wrong("value.no_number_kept", written=_shortened(written))
    if found["unit"] == "m" and not found["japanese"]:
        raise TwoNumbers(written, f"{found['figures']}M", f"{found['figures']} m")
    if found["japanese"]:
        value = _japanese(found["japanese"], written, decimal)
    else:
        power += _POWERS.get(found["power"] or "", 0)
        value = float(f"{_plain(found['figures'], written, decimal)}e{power}")
    if value >= 10**_MOST_DIGITS:
        raise _too_long(written)
    negative = (found["sign"] or found["inner"]) in ("-", "−")
    return Number(-value if negative and value else value, found["before"] or found["unit"])


def _japanese(text: str, written: str, decimal: str) -> float:
    """`1億2000万`, `5千万`, `1万5千`: each part smaller than the one before it."""
    total, least = 0.0, 16
    for figures, thousand, myriad in _patterns().japanese.findall(text):
        power = _MYRIADS[myriad] + 3 * bool(thousand)
        value = float(f"{_plain(figures, written, decimal)}e{power}")
        if value >= 10**least:
            raise Wrong("value.not_a_number", written=_shortened(written))
        total, least = total + value, power if myriad == "" and thousand else _MYRIADS[myriad]
    return total


def _plain(figures: str, written: str, decimal: str) -> str:
    """Digits with a point at most, from digits in groups of three; raises `Wrong`, `TwoNumbers`."""
    marks = re.sub(r"\d", "", figures)
    whole, fraction = figures, ""
    if marks and (marks[-1] in ".," and marks.count(marks[-1]) == 1):
        head, tail = figures.rsplit(marks[-1], 1)
        if len(marks) > 1 or _is_decimal(head, marks, tail, written, decimal):
            whole, fraction, marks = head, tail, marks[:-1]
    digits = re.sub(r"\D", "", whole)
    groups = re.split(r"\D", whole)
    if marks and (len(set(marks)) > 1 or not groups[0] or len(groups[0]) > 3 or any(len(g) != 3 for g in groups[1:])):
        raise Wrong("value.not_a_number", written=_shortened(written))
    if len(digits) > _MOST_DIGITS or len(fraction) > _MOST_DECIMALS:
        raise _too_long(written)
    return f"{digits or '0'}.{fraction or '0'}"


def _too_long(written: str) -> Wrong:
    return Wrong("value.too_many_digits", written=_shortened(written), whole=_MOST_DIGITS, fraction=_MOST_DECIMALS)


def _is_decimal(head: str, mark: str, tail: str, written: str, decimal: str) -> bool:
    """Whether the only mark in figures begins the fraction (`2.5`) or parts thousands (`1,200`)."""
    if mark == decimal or not head or head == "0":
        return True
    grouped = len(tail) == 3 and len(head) <= 3 and head[0] != "0"
    if decimal:
        return mark == "." and not grouped  # documents have a point, whatever the settings are
    if mark == "," and not grouped:
        raise _two(written, f"{head},{tail}", f"{head}.{tail}", head + tail)
    if mark == "." and grouped:
        raise _two(written, f"{head}.{tail}", head + tail, f"{head}.{_short(tail)}")
    return mark == "."


def _short(fraction: str) -> str:
    """A fraction that cannot be taken for a group of three digits."""
    bare = fraction.rstrip("0") or "0"
    return bare if len(bare) < 3 else f"{bare}0"


def _two(written: str, figures: str, first: str, second: str) -> TwoNumbers:
    """The two meanings of figures, with the signs and the unit that stand around them."""
    around = _narrow(written).partition(figures)
    return TwoNumbers(written, f"{around[0]}{first}{around[2]}", f"{around[0]}{second}{around[2]}")
