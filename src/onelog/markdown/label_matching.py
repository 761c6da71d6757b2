"""Labels found by their colon or bracket and looked up by their word.

`LABEL` and `OPENING` of `token_patterns` match the same, as one pattern each, for use inside larger ones. They hold every word in
every spelling, and compiling them takes longer than everything else that is done with a short text.
"""

import re
from functools import cache

from onelog.core.model import PRIVATE
from onelog.core.regexes import pattern
from onelog.markdown import families
from onelog.markdown.families import spellings
from onelog.markdown.token_patterns import BLANK, CLOSED, OPEN
from onelog.markdown.word_forms import normalized

_BOLD = r"(?:\*\*|__)?"
_PART = rf"[^\s:：*_【】{OPEN}{CLOSED}]{{1,30}}"
_WORD = rf"(?=[^\W\d_]){_PART}(?: {_PART}){{0,3}}"
_LIKE = (
    rf"{_BOLD}(?:(?P<word>{_WORD}){_BOLD}(?P<blank>{BLANK}*)(?P<colon>[:：])(?P<bold>{_BOLD})"
    rf"|(?P<open>[【{OPEN}]){BLANK}*(?P<inner>{_WORD}){BLANK}*(?P<close>[】{CLOSED}]){BLANK}*[:：]?{_BOLD})"
)
"""What looks like a label, whatever its word."""


def match_label(line: str, start: int) -> int:
    """Where a label that begins at `start` ends; 0 where there is none. As `LABEL`."""
    return _end(line, start, opens=False)


def match_opening(line: str, start: int) -> int:
    """The same at the beginning of a line, where a blank may stand before the colon, and other brackets. As `OPENING`."""
    return _end(line, start, opens=True)


def _end(line: str, start: int, *, opens: bool) -> int:
    found = pattern(_LIKE).match(line, start)
    if not found:
        return 0
    if found["open"]:
        return found.end() if _is_bracketed(line, found, opens=opens) else 0
    word, end = found["word"], found.end()
    is_short = word in _short()
    if not (is_short or word.lower() in _long() or (opens and word.lower() in _headings())):
        return 0
    if found["blank"]:  # `Aha : x`, at the beginning of a line
        end = found.end("colon")
        return end if opens and not is_short and (found["colon"] == "：" or _words_follow(line, end)) else 0
    if found["colon"] == "：":
        is_key = word.lower() in ("goal", "g") and not found["bold"] and "!" <= line[end : end + 1] <= "~"
        return 0 if is_key else end  # `goal：g4mu` is the key of an action
    return end if word.lower() in _japanese() or _words_follow(line, end) else 0


def _is_bracketed(line: str, found: re.Match[str], *, opens: bool) -> bool:
    inner = found["inner"].lower()
    if inner not in _long() or normalized(inner) in families.LINES_ONLY:
        return False
    if found["open"] == "【" and found["close"] == "】":
        return True
    return opens and (found["close"] == "】" or line[found.end("close") : found.end("close") + 1] not in ("(", "["))


def _words_follow(line: str, end: int) -> bool:
    """Whether a label can end there: a blank, the end, or Japanese text comes."""
    sign = line[end : end + 1]
    return not sign or sign.isspace() or sign > "\u3000"


@cache
def _short() -> frozenset[str]:
    return frozenset(spellings(tuple(family.short for family in families.LABELS.values() if family.short)))


@cache
def _long() -> frozenset[str]:
    return frozenset(
        word.lower() for word in spellings(tuple(w for family in families.LABELS.values() for w in family.words))
    )


@cache
def _headings() -> frozenset[str]:
    """What sections of private lines are called, which is a label where words stand behind it on its line."""
    return frozenset(word.lower() for kind in PRIVATE for word in spellings(families.LABELS[kind].headings))


@cache
def _japanese() -> frozenset[str]:
    words = tuple(word for family in families.LABELS.values() for word in family.words if not word.isascii())
    return frozenset(word.lower() for word in spellings(words))
