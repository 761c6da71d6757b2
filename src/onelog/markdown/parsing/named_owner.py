"""Whose a promise is by the name before its colon: `Mia: send it`, `田中さん：資料を送る`, `佐藤（11/27）：…`;
or by what stands in brackets behind it: `資料を送る（林、11/27）`.
"""

from onelog.core.names import name_words
from onelog.core.names.likely_names import names_somebody
from onelog.core.regexes import pattern
from onelog.core.values import value
from onelog.markdown import families
from onelog.markdown.labels import has_colon
from onelog.markdown.token_patterns import BLANK
from onelog.markdown.word_forms import composed

_PART = r"[^\W\d_][^\s:：()（）\[\]【】\"“”„«»@＠#＃/\\,，、。;；!?！？*_<>=|]{0,20}"
_BOLD = r"(?:\*\*|__)?"
NAME = rf"{_PART}(?:{BLANK}{_PART}){{0,3}}?"
"""What a name before a sign may look like."""
_NAMED = (
    rf"^(\\?){_BOLD}({NAME}){_BOLD}{BLANK}?(?:[(（]([^()（）]{{1,30}})[)）])?"
    rf"{_BOLD}(?:：|:(?=\s|{_BOLD}{BLANK}|[^\x00-\u3000])){_BOLD}{BLANK}*(?=\S)"
)
_BEHIND = rf"{BLANK}*(?:（([^（）]{{1,40}})）|\(([^()]{{1,40}})\))[。.]?$"
_BETWEEN = rf"{BLANK}*(?:[、,，／・〜～→]|/(?!\d))+{BLANK}*|{BLANK}+"
_BY = rf"^(?i:by|due|till|until|期限|〆切|〆|締切|締め切り)?[:：]?{BLANK}*"
_UNTIL = r"(?:まで(?:に)?|〆|締切|締め切り)?$"


@value(frozen=True, slots=True)
class NamedOwner:
    """The name before the colon of a promise."""

    name: str
    said: str
    """What stands in brackets behind it."""
    rest: str
    kept: bool
    """A backslash before it keeps it text."""
    sign: str
    """The colon behind it, as it was typed."""

    @property
    def day(self) -> str:
        """What in the brackets may be the day by which it is due."""
        begun = pattern(_BY).sub("", self.said.strip())
        return pattern(_UNTIL).sub("", begun).strip()

    @property
    def is_likely(self) -> bool:
        """Whether it is somebody's name, whoever that may be."""
        return names_somebody(self.name) or name_words.is_them(self.name)


@value(frozen=True, slots=True)
class BracketedOwner:
    """What stands in brackets behind a promise: `（林、11/27）`."""

    parts: tuple[str, ...]
    words: str
    """The promise without them."""


def promised_behind(words: str) -> BracketedOwner | None:
    """What may be a name or a day in the brackets at the end of a promise; None where nothing may be."""
    words = composed(words)
    found = pattern(_BEHIND).search(words) if words.rstrip("。.")[-1:] in (")", "）") else None
    if not found or not words[: found.start()].strip():
        return None
    inside = [day_said(part) for part in pattern(_BETWEEN).split(found[1] or found[2]) if part.strip()]
    return (
        BracketedOwner(tuple(part for part in inside if part), words[: found.start()])
        if len(inside) <= _PARTS
        else None
    )


_PARTS = 4
"""More than a name, a word for what it is, and a day have."""


def day_said(part: str) -> str:
    """What may be a day, or a name, without the words that say which it is: 期限：11/27まで, 担当：林."""
    begun = pattern(rf"^(?:担当者?|(?i:owner))(?:[:：]{BLANK}*|$)").sub("", pattern(_BY).sub("", part.strip()))
    return pattern(_UNTIL).sub("", begun).strip()


def named_owner(words: str) -> NamedOwner | None:
    """What may be the name before the colon of a promise, with the words behind it; None where nothing may be."""
    if not has_colon(words):
        return None
    found = pattern(_NAMED).match(words)
    if not found or families.means_something(found[2]):
        return None
    sign = "：" if "：" in found[0] else ":"
    return NamedOwner(found[2].strip("*_"), found[3] or "", words[found.end() :], bool(found[1]), sign)
