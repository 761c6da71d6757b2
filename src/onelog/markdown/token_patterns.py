"""What the tokens of the grammar look like: the patterns behind labels, fields, keys and owners.

Each pattern is a string, compiled when a text is read. Compiling is most of the time that a short text takes, so:
a whole pattern is never compiled so that large and small letters are alike, only the words in it; a set that is used
often has no large range and no more than two; and the words of the families stand in a pattern as seldom as can be.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from onelog.core.model import PRIVATE
from onelog.markdown import families
from onelog.markdown.families import FIELD_WORDS, LENGTHS, spellings
from onelog.markdown.word_forms import normalized

KEYS = {
    "action": ("due", "goal", "owner", "opened", "done", "dropped", "why", "outcome"),
    "topic": ("as", "every", "next", "added", "raised", "dropped", "why", "outcome"),
    "checkin": (),
    "praise": ("from", "to", "because"),
    "growth": ("from", "to", "because"),
    "concern": ("resolved", "because", "outcome"),
}
"""The keys a kind of line knows; any other kind of moment knows `because` alone."""
TAIL_KEYS = ("why", "because", "outcome")
"""Keys whose value runs to the next key or the end of the line."""
DAY_KEYS = ("due", "opened", "done", "dropped", "added", "raised", "resolved", "next")
RUN_KEYS = (*DAY_KEYS, "every")
"""Keys whose value is the longest run of words that is one."""

BLANK = r"[^\S\n-\r\x1c-\x1f\x85]"
"""A horizontal blank of any width."""
BULLETS = "・･•◦▪‣⁃➢"
MARKS = f"{BULLETS}■□○●◆◇▼▽▲△▶▷★☆※"
"""List marks and signs of headings that no blank has to follow."""
NUMBER = rf"(?:\d{{1,9}}[.)]{BLANK}+|\d{{1,9}}[．）]{BLANK}*|[\u2460-\u2473]{BLANK}*)"
"""The number of an item: `1. `, `３）`, `①`."""
UNSEEN = r"[\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
"""A sign that nobody sees, as pastes bring it: a soft hyphen, a blank without width, a mark of direction."""
GAP = rf"(?:{BLANK}|{UNSEEN})*"
_HIDDEN = rf"(?:{UNSEEN}{GAP})?"
START = rf"{GAP}(?:>{GAP}|\#{{1,6}}{BLANK}+{_HIDDEN}|[-*+]{BLANK}+{_HIDDEN}|{NUMBER}{_HIDDEN}|[{MARKS}]{GAP}){{0,4}}"
"""What may stand before a label at the start of a line: blanks, quotes, a heading's signs, list marks, what nobody sees."""
BEHIND = r"(?:(?<!\S)|(?<=[。！？」）]))"
"""Where a label may begin inside a line."""
BEHIND_FIELD = r"(?:(?<!\S)|(?<=[、。，！？」）]))"
"""Where a field may."""
BEHIND_NARROW_KEY = rf"(?:{BEHIND_FIELD}|(?<=[（「『〔［＜《])|(?<=(?<!\S)\())"
"""Where a key and an owner may: also in brackets."""
BEHIND_KEY = rf"(?:{BEHIND_NARROW_KEY}|(?<=[^\x00-\u3000])(?=\\*＠))"
"""As well a full-width `＠` right behind a Japanese letter, which takes long to compile."""
_JAPANESE = r"[^\x00-\u3000]"


def any_of(words: Collection[str]) -> str:
    """One of the words, large or small; only here letters are looked at so: over a whole pattern it is slow to compile."""
    return f"(?i:{'|'.join(re.escape(word) for word in spellings(tuple(words)))})" if words else ""


_LONG = any_of([word for family in families.LABELS.values() for word in family.words if word.isascii()])
_SHORT = "|".join(spellings(tuple(family.short for family in families.LABELS.values() if family.short)))
_JA = any_of([word for family in families.LABELS.values() for word in family.words if not word.isascii()])
_BOLD = r"(?:\*\*|__)?"
_HEADED = any_of([word for kind in PRIVATE for word in families.LABELS[kind].headings])
"""What sections of private lines are called: at the beginning of a line with words behind it, one is a label, too."""
_BEFORE_WORDS = rf"(?=\s|$|{_JAPANESE})"
_NO_KEY = r"(?!(?i:goal|g)：[!-~])"
"""`goal：g4mu` is the key of an action."""
_COLON_LATIN = rf"{_BOLD}(?::{_BOLD}{_BEFORE_WORDS}|：{_BOLD})"
_COLON_JAPANESE = rf"{_BOLD}[:：]{_BOLD}"
_COLON_BEHIND_BLANK = rf"{_BOLD}{BLANK}+(?:：|:{_BEFORE_WORDS})"
LABEL = (
    rf"(?:{_BOLD}(?:{_NO_KEY}(?:{_LONG}|{_SHORT}){_COLON_LATIN}|(?:{_JA}){_COLON_JAPANESE}"
    rf"|【{BLANK}*(?:{_LONG}|{_JA}){BLANK}*】{BLANK}*[:：]?{_BOLD}))"
)
"""`a:`, `**Aha:**`, `宿題：`, `【決定】`; no blank is needed behind a full-width colon, and before Japanese text."""
OPEN_SIGNS = "[［〔（(＜〈《≪"
OPEN, CLOSED = re.escape(OPEN_SIGNS), re.escape("]］〕）)＞〉》≫")
OPENING = (
    rf"(?:{_BOLD}(?:{_NO_KEY}(?:{_LONG}(?:{_COLON_LATIN}|{_COLON_BEHIND_BLANK})|(?:{_SHORT}){_COLON_LATIN})"
    rf"|(?:{_JA})(?:{_COLON_JAPANESE}|{_COLON_BEHIND_BLANK})|{_HEADED}(?:{_COLON_LATIN}|{_COLON_BEHIND_BLANK})"
    rf"|[【{OPEN}]{BLANK}*(?:{_LONG}|{_JA}){BLANK}*(?:】|[{CLOSED}](?![(\[])){BLANK}*[:：]?{_BOLD}))"
)
"""What is a label at the beginning of a line: also with a blank before its colon, or in other brackets."""
_TYPED_QUOTES = "“[^”]*”|„[^“”]*[“”]|«[^»]*»"
"""Quotes as other programs make them of those that are typed."""
VALUE = rf"""(?:"[^"]*"|'[^']*'|{_TYPED_QUOTES}|[^\s"]\S*)"""
_ENDED = r"(?=[,.;)]*(?:\s|$)|[、。，；！？」）])"
DAYLIKE = (
    rf"""(?=["'“„«]?(?:[+-]?\d|(?i:today|tonight|yesterday|tomorrow|tmrw?|tmw|now|the \d+(?:st|nd|rd|th)|next|last|this|in|end|eo[dwmqy]|noon|[rhs]\d+|"""
    rf"""(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:day|week|month|year)s?|"""
    rf"""(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|(?!＠){_JAPANESE}))"""
)
"""What the words of a day begin with: only such are tried behind a blank, as in `due: fri`."""
_SCORES = ("mood", "seen", "rating")
_LENGTH = r"[0-9０-９]{1,3}(?:分|時間(?:半|[0-9０-９]{1,2}分)?)"
_FIELD_FORMS = {
    ("on",): rf"{any_of(['on'])}[:：](?:{BLANK}+{DAYLIKE})?{VALUE}",
    ("len",): rf"(?:{any_of(['len'])}[:：](?:{BLANK}+(?=\d))?{VALUE}|{any_of(LENGTHS)}[:：]{BLANK}*{_LENGTH}{_ENDED})",
    ("mode",): rf"{any_of(FIELD_WORDS['mode'])}[:：]{BLANK}*(?:{any_of(families.NAME_OF_MODE)}){_ENDED}",
    _SCORES: rf"{any_of([word for name in _SCORES for word in FIELD_WORDS[name]])}[:：]{BLANK}*[1-5１-５]{_ENDED}",
}
FIELD = f"(?:{'|'.join(_FIELD_FORMS.values())})"
_NAME_SIGN = r"""[^\s"“”„«»@＠/,;:!?()、。，！？：「」『』（）〔〕［］＜＞《》]"""
_NAME_END = r"""[^\s"“”„«»@＠/,;:!?()、。，！？：「」『』（）〔〕［］＜＞《》.]"""
_NEXT_NAME = rf"(?:[,&+](?=[^\W\d_]){_NAME_SIGN}*{_NAME_END})"
"""A further name without a blank before it: who is meant is asked about, nobody is taken out of such a list."""
OWNER = rf"""[@＠](?:"[^"]+"|{_TYPED_QUOTES}|(?=[^\W\d_])(?:{_NAME_SIGN}*{_NAME_END}){_NEXT_NAME}*(?!{_NAME_SIGN}*{_NAME_END})(?!\.*[/@＠"“„«(]))"""
HTML = r"(?i:<!--|<\?|<![A-Z]|<!\[CDATA\[|</?(?:script|pre|style|textarea)\b)"
BOX = r"(?:\[([ \u3000xXｘＸ-])\]|[☐☑☒]\ufe0f?)"
"""`[x]`, or a box as the screen draws it, which needs no list mark."""
SIGNS = ":：[<^@＠【［〔（(＜〈《≪☐☑☒"
"""One of these is in every token but a tag: most lines of a note have none, and need no closer look."""

PAIRS = frozenset(("（）", "「」", "『』", "〔〕", "［］", "＜＞", "《》", "()"))
"""The brackets that may stand around a key."""
OPENS = frozenset(pair[0] for pair in PAIRS)
CLOSES = frozenset(("", *(pair[1] for pair in PAIRS)))
_COMMAS = ":：,，、;；"
_DASHES = r"(?:[-–—→]|[-=]>)"
JOIN_SIGNS = frozenset(f"{_COMMAS}-–—→=>")
"""Where none of these stands, nothing joins a key with the words around it."""
JOINS_AFTER = rf"^{BLANK}*(?:[{_COMMAS}](?=\s|\w|$)|{_DASHES}(?={BLANK}|$)){BLANK}*"
JOINS_BEFORE = rf"(?:{BLANK}*(?<!\\)[{_COMMAS}]|{BLANK}+{_DASHES})$"
"""What joins a key with the words behind it, and with those before it; not behind a backslash."""
JOIN_AT_END = rf"(?:[{_COMMAS}]|{_DASHES})$"

COLON = r":(?![!-)+-^`-~])|[：【]"

BEGINS = rf"{BEHIND}(\\*)(?=[^\W\d]|[*【])"
FIELD_INSIDE = rf"{BEHIND_FIELD}(\\*)({FIELD})"
FIELD_LIKE = rf"{BEHIND_FIELD}{any_of(families.FIELDS)}[:：](?:\S+|{BLANK}+\d\S*)"


def fields_inside(names: Collection[str]) -> str:
    """`FIELD_INSIDE` of these fields alone, which takes less time to compile."""
    forms = [form for fields, form in _FIELD_FORMS.items() if any(name in names for name in fields)]
    return rf"{BEHIND_FIELD}(\\*)({'|'.join(forms)})"


def named(line: str, words: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """The names of which a word stands before a colon somewhere in a line, in any case and width."""
    text = normalized(line)
    return frozenset(name for name, spelled in words.items() if any(f"{word}:" in text for word in spelled))


def key_tokens(kind: str, only: Collection[str] | None = None) -> str:
    """The keys of a kind (`only` some of them) with their values, and the owners of an action."""
    names = [name for name in KEYS.get(kind, ("because",)) if only is None or name in only]
    days = called([name for name in names if name in DAY_KEYS])
    tails = called([name for name in names if name in TAIL_KEYS])
    others = called([name for name in names if name not in (*DAY_KEYS, *TAIL_KEYS, "owner")])
    parts = [rf"(?:{tails})[:：]"] if tails else []
    parts += [rf"(?:{days})[:：](?:{BLANK}+{DAYLIKE})?{VALUE}"] if days else []
    parts += [rf"(?:{others})[:：]{VALUE}"] if others else []
    parts += (
        [rf"""(?:{called(["owner"])})[:：](?:"[^"]+"|{_TYPED_QUOTES}|(?!\\){_NAME_SIGN}+)"""]
        if "owner" in names
        else []
    )
    parts += [OWNER] if kind == "action" and (only is None or "@" in only) else []
    return "|".join(parts)


def called(names: Collection[str]) -> str:
    return any_of([word for name in names for word in families.KEYS[name]])
