"""Texts within a line of a digest: names in which nothing is markup, words that stay what they are, ids at the end."""

import re
from collections.abc import Callable, Iterable

from onelog.core.regexes import has_any, pattern
from onelog.core.sanitize import storable
from onelog.markdown import grammar

_INLINE = r"[\\`*\[\]<>~|$_]|&(?=[#\w])|(?<=%)%|%(?=%)|(?<==)=|=(?==)|#(?=#*$)|:(?=\\?\*)|^(?:[-+#=](?=\s|$))"
SIGNS = {"—": "&mdash;", "→": "&rarr;", "”": "&rdquo;", "·": "&middot;", "」": "&#12301;"}
_SIGN_OF = {name: sign for sign, name in SIGNS.items()}


def plain_words(text: str) -> str:
    """Words in which nothing is markup: a name, a title."""
    return pattern(_INLINE).sub(lambda found: f"\\{found[0]}", " ".join(storable(text, newlines=False).split(" ")))


def read_plain_words(text: str) -> str:
    sign = r"\\([!-/:-@\[-`{-~])|&(?:mdash|rarr|rdquo|middot|#12301);"
    return re.sub(sign, lambda found: found[1] or _SIGN_OF[found[0]], text)


def by_name(text: str, signs: Iterable[str]) -> str:
    """The text with these signs written by their names, as HTML has them, so that they part nothing."""
    for sign in signs:
        text = text.replace(sign, SIGNS[sign])
    return text


_SITES = r"(?P<slashes>\\*)(?P<sign><(?=[A-Za-z/!?])(?!(?:https?:|mailto:)[^\s<>]*>)|%(?=\\*%)|&(?=mdash;|rarr;|rdquo;|middot;|#12301;))"
_SIGNS = "<%&"
"""The signs of `_SITES`: a text without them has nothing of it."""


def _outside_code(text: str, change: Callable[[re.Match[str]], str]) -> str:
    if not has_any(text, _SIGNS):
        return text
    code = [m.span() for m in re.finditer(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)", text)]
    return pattern(_SITES).sub(lambda m: m[0] if any(a <= m.start("sign") < b for a, b in code) else change(m), text)


def write_words(text: str, place: grammar.Place, tags: Iterable[str]) -> str:
    """The words of a record as they stand in a digest."""
    guarded = grammar.guarded(storable(text, newlines="\n" not in text), place, frozenset(tags))
    return _outside_code(guarded, lambda m: "\\" * (2 * len(m["slashes"]) + 1) + m["sign"])


def read_words(text: str) -> str:
    """The words as a document has them."""
    found = re.sub(r"(?<!\\)&(?:mdash|rarr|rdquo|middot|#12301);", lambda m: _SIGN_OF[m[0]], text)
    return _outside_code(found, lambda m: "\\" * ((len(m["slashes"]) - 1) // 2 if m["slashes"] else 0) + m["sign"])
