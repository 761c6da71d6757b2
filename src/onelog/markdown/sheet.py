"""The head of a sheet, as forms for these talks have it: `■日時：2026年2月12日（木） 15:00〜15:30`, `Date: 2026-02-12`."""

import re
from datetime import datetime, timedelta

from onelog.core.calendar import dates
from onelog.core.conventions import Conventions
from onelog.core.errors import OnelogError
from onelog.core.regexes import pattern
from onelog.markdown import families
from onelog.markdown.token_patterns import BLANK, START, any_of
from onelog.markdown.word_forms import composed, normalized

_AROUND = r"(?:\*\*|__)?"
_DAY = rf"^{START}{_AROUND}[【\[［]?(?:{any_of(families.SHEET['on'])})[】\]］]?{_AROUND}(?:{BLANK}*[:：]{_AROUND}|(?<=[】付日時])(?={BLANK}*\d)){BLANK}*(?=\S)"
_WHO = rf"^{START}{_AROUND}[【\[［]?(?:{any_of(families.SHEET['with'])})(?:[】\]］]{_AROUND}[:：]?|{_AROUND}{BLANK}*[:：]){_AROUND}{BLANK}*(?=\S)"
_PLAIN = rf"^{START}{_AROUND}[【\[［]?({any_of([*families.LENGTHS, *families.FIELD_WORDS['mode'][1:]])})(?:[】\]］]{_AROUND}[:：]?|{_AROUND}{BLANK}*[:：]){_AROUND}{BLANK}*(\S.*)$"
_LINE = rf"^{START}{_AROUND}[【\[［]?[^\s:：][^:：]{{0,19}}?(?:[】\]］]{_AROUND}[:：]?|{_AROUND}[:：])"
_SPAN = r"^(.*\d(?::\d\d|時|時半|分))\s*[-–—~〜～]\s*(\d{1,2})(?::(\d\d)|時(?:(\d{1,2})分|(半))?)$"
_EVERY = [word for field, words in families.SHEET.items() if field != "with" for word in words]
_NAMED = rf"(?:{any_of([word for word in _EVERY if not word.isascii()])}|(?<![^\n])(?:{any_of([word for word in _EVERY if word.isascii()])}))"
_UNREAD = rf"(?<!\S)({_NAMED})(?:{BLANK}*[:：]|】[:：]?){BLANK}*(\S+)"


class SheetHead:
    """Follows a text to the end of its head: headings and lines of a name, a colon and a value."""

    def __init__(self) -> None:
        self.open = True

    def feed(self, line: str) -> bool:
        """Whether a line stands in the head."""
        bare = line.strip()
        self.open = self.open and (not bare or bare[0] in "#■●◆▼【" or bool(pattern(_LINE).match(line)))
        return self.open


def has_head(text: str) -> bool:
    """Whether a word for a field of a meeting, or for whom it was with, stands somewhere in a text: most have none, and need no closer look."""
    folded = normalized(text)
    return any(word in folded for field, words in families.SHEET.items() if field != "mood" for word in words)


def day_in(line: str, now: datetime, conventions: Conventions) -> tuple[datetime, int | None] | None:
    """When a meeting was and how many minutes it took, of a line that says only that; else None."""
    found = pattern(_DAY).match(composed(line))
    if not found:
        return None
    value = " ".join(composed(line)[found.end() :].split())

    def understands(words: str) -> bool:
        try:
            dates.moment(words, now, looking="back", conventions=conventions)
        except OnelogError:
            return False
        return True

    span = pattern(_SPAN).match(value)
    if span and understands(span[1]):
        at = dates.moment(span[1], now, looking="back", conventions=conventions)
        return at, _minutes(at, int(span[2]), int(span[3] or span[4] or (30 if span[5] else 0)))
    is_day = understands(value)
    return (dates.moment(value, now, looking="back", conventions=conventions), None) if is_day else None


def field_in(line: str) -> tuple[str, object] | None:
    """`minutes` or `mode` of a line in the head of a sheet that says only that: `■形式：対面`, `【時間】60分`; else None."""
    line = composed(line)
    found = pattern(_PLAIN).match(line)
    if not found:
        return None
    field, value = families.FIELD_OF_SHEET[normalized(found[1])], found[2].strip()
    if field == "mode":
        mode = families.NAME_OF_MODE.get(normalized(value))
        return ("mode", mode) if mode else None
    try:
        return ("minutes", dates.minutes(value)) if value[-1:] in "分間半" else None
    except OnelogError:
        return None


def who_in(line: str) -> str:
    """Whom a meeting was with, of a line that says that: `■相手：田中さん（営業）` is 田中さん; else ""."""
    line = composed(line)
    found = pattern(_WHO).match(line)
    return re.sub(r"[(（][^()（）]*[)）]$", "", line[found.end() :].strip()).strip() if found else ""


def _minutes(at: datetime, hour: int, minute: int) -> int | None:
    """From a time to a later one of the same day; None where it is none."""
    if hour > 23 or minute > 59:
        return None
    took = at.replace(hour=hour, minute=minute) - at
    return took // timedelta(minutes=1) if took > timedelta() else None


def unread(words: str) -> tuple[str, str] | None:
    """A name of a field with its value, read as text: as it was typed, and the field; else None."""
    for found in pattern(_UNREAD).finditer(words.lstrip("#*- \u3000").translate(_APART)):
        field = families.FIELD_OF_SHEET[normalized(found[1])]
        if any(map(str.isdigit, found[2])) or (field == "mode" and normalized(found[2]) in families.NAME_OF_MODE):
            return found[0].strip(), field
    return None


_APART = str.maketrans(dict.fromkeys("■●◆▼□○【・,、。（", "\n"))
"""A name may stand right behind one of these."""
