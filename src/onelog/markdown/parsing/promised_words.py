"""Words of a promise that seem to say whose it is and by when, without the signs for it: `Mia to send it by Friday`.

They stay words, because they may mean something else (`Mia to be told by Friday`); that they were not read is said.
"""

from collections.abc import Callable, Iterator

from onelog.core.regexes import has_any, pattern
from onelog.markdown.parsing.named_owner import NAME
from onelog.markdown.token_patterns import BLANK

_MEANT = (
    rf"^({NAME})({BLANK}+to(?={BLANK}+[a-z])|{BLANK}*(?:→|[-=]>)(?=.)|{BLANK}+[-–—](?={BLANK}+\S)|が(?=\S))"
    rf"|^【({NAME})()】(?=.)"
)
_SIGNS = "→>-–—が【"
_BEHIND = rf"(?:(?<!\S)(?i:by|due|until|till|before){BLANK}+)(\S+(?:{BLANK}+\S+){{0,2}})"
_IN_BRACKETS = rf"[(（]{BLANK}*(?:(?i:by|due|until|till){BLANK}+)?([^()（）]{{2,20}}?)(?:まで(?:に)?|〆切?|締切|締め切り)?{BLANK}*[)）]"
_BEFORE = r"([^\s（）()、。「」：:]{2,14}?)(?:まで(?:に|の)?|〆切?|締切|締め切り)"
_UP_TO = r"[〜～~]\s*(\d{1,2}/\d{1,2}|\d{1,2}月\d{1,2}日)"
_LENGTH = r"\d+[.,]?\d*(?:[a-z%]+|分|時間)?"
_ENDS = ".,;:!?。、！？；："


def meant_owner(words: str) -> tuple[str, str]:
    """The name that a promise begins with, with the sign behind it, and that name alone; ("", "") where there is none."""
    if not (has_any(words, _SIGNS) or " to " in words):
        return "", ""
    found = pattern(_MEANT).match(words)
    if not found:
        return "", ""
    return found[0].strip(), found[1] or found[3]


def meant_day(words: str, is_day: Callable[[str], bool]) -> tuple[str, str]:
    """The words that seem to say by when, and the day in them; ("", "") where there are none."""
    for whole, said in _candidates(words):
        parts = said.split()
        for runs in range(len(parts), 0, -1):
            day = " ".join(parts[:runs]).rstrip(_ENDS)
            if day and not pattern(_LENGTH).fullmatch(day) and is_day(day):
                return f"{whole[: whole.find(said)]}{day}" if runs < len(parts) else whole.rstrip(_ENDS), day
    return "", ""


def _candidates(words: str) -> Iterator[tuple[str, str]]:
    yield from ((found[0], found[1]) for found in pattern(_BEHIND).finditer(words))
    yield from ((found[0], found[1]) for found in pattern(_IN_BRACKETS).finditer(words))
    if "〜" in words or "～" in words or "~" in words:
        yield from ((found[0], found[1]) for found in pattern(_UP_TO).finditer(words))
    if words.isascii():
        return
    for found in pattern(_BEFORE).finditer(words):
        yield from ((found[0][at:], found[1][at:]) for at in range(len(found[1]) - 1))
