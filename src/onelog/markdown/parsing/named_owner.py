"""Whose a promise is by the name before its colon: `Mia: send it`, `田中さん：資料を送る`, `佐藤（11/27）：…`."""

from typing import NamedTuple

from onelog.core.names import name_words
from onelog.core.names.likely_names import names_somebody
from onelog.core.regexes import pattern
from onelog.markdown import families
from onelog.markdown.token_patterns import BLANK

_PART = r"[^\W\d_][^\s:：()（）\[\]【】\"“”„«»@＠#＃/\\,，、。;；!?！？*_<>=|]{0,20}"
_BOLD = r"(?:\*\*|__)?"
_NAMED = (
    rf"^(\\?){_BOLD}({_PART}(?:{BLANK}{_PART}){{0,3}}?){_BOLD}{BLANK}?(?:[(（]([^()（）]{{1,30}})[)）])?"
    rf"{_BOLD}(?:：|:(?=\s|{_BOLD}{BLANK}|[^\x00-\u3000])){_BOLD}{BLANK}*(?=\S)"
)
_BY = rf"^(?i:by|due|till|until|期限|〆切|〆|締切|締め切り)?[:：]?{BLANK}*"
_UNTIL = r"(?:まで(?:に)?|〆|締切|締め切り)?$"


class NamedOwner(NamedTuple):
    """The name before the colon of a promise."""

    name: str
    said: str
    """What stands in brackets behind it."""
    rest: str
    kept: bool
    """A backslash before it keeps it text."""

    @property
    def day(self) -> str:
        """What in the brackets may be the day by which it is due."""
        begun = pattern(_BY).sub("", self.said.strip())
        return pattern(_UNTIL).sub("", begun).strip()

    @property
    def is_likely(self) -> bool:
        """Whether it is somebody's name, whoever that may be."""
        return names_somebody(self.name) or name_words.is_them(self.name)


def named_owner(words: str) -> NamedOwner | None:
    """What may be the name before the colon of a promise, with the words behind it; None where nothing may be."""
    if ":" not in words and "：" not in words:
        return None
    found = pattern(_NAMED).match(words)
    if not found or families.means_something(found[2]):
        return None
    return NamedOwner(found[2].strip("*_"), found[3] or "", words[found.end() :], bool(found[1]))
