"""The headings of a note, those among them that are a bold or bare line, or a list item, with nothing but a day."""

import re
from typing import NamedTuple

from onelog.core.conventions import Conventions
from onelog.core.regexes import pattern
from onelog.markdown.body import Fence
from onelog.sources.found_days import FoundDay, NoDay, find_day

BOLD, BARE, ITEM = 7, 8, 9
"""The levels of what is no heading of Markdown's: a bold line, a bare one, an item with others beneath it."""
_HEADING = r"^ {0,3}(#{1,6})[ \t\u3000]+(.*?)(?:[ \t]+#+)?[ \t]*$"
_BOLD = r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)[:：]?\s*$"
_ITEM = r"^[-*+]\s+(.+?)\s*$"
_MOST = 80


class NoteHeading(NamedTuple):
    """A heading, or a line that is as good as one."""

    number: int
    """Of its line, counted from 0."""
    level: int
    text: str
    day: FoundDay | NoDay | None = None

    @property
    def without_day(self) -> str:
        """Its words without the day."""
        if not isinstance(self.day, FoundDay):
            return self.text
        return f"{self.text[: self.day.start]} {self.text[self.day.end :]}"

    @property
    def sides(self) -> tuple[str, str] | tuple[()]:
        """What stands before the day, and behind it."""
        if not isinstance(self.day, FoundDay):
            return ()
        return self.text[: self.day.start], self.text[self.day.end :]


def find_headings(lines: list[str], conventions: Conventions) -> list[NoteHeading]:
    """The headings of a text, but for those in code."""
    found: list[NoteHeading] = []
    fence = Fence()
    for number, line in enumerate(lines):
        if fence.feed(line) or not line.strip():
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        heading = _heading(number, line, following, conventions)
        if heading:
            found.append(heading)
    return found


def _heading(number: int, line: str, following: str, conventions: Conventions) -> NoteHeading | None:
    if marked := pattern(_HEADING).match(line):
        return NoteHeading(number, len(marked[1]), marked[2], find_day(marked[2], conventions))
    if len(line) > _MOST or not any(sign.isdigit() for sign in line):
        return None
    if re.fullmatch(r"=+\s*", following):
        return NoteHeading(number, 1, line.strip(), find_day(line.strip(), conventions))
    for level, shape in ((BOLD, _BOLD), (BARE, r"^(\S.*?)\s*$"), (ITEM, _ITEM)):
        stands = pattern(shape).match(line)
        if not stands:
            continue
        text = _bare(stands[1]).rstrip(":：")
        day = find_day(text, conventions)
        is_alone = isinstance(day, FoundDay) and not re.sub(r"[\W_]", "", text[: day.start] + text[day.end :])
        if is_alone and (level != ITEM or re.match(r"[ \t]+\S", following)):
            return NoteHeading(number, level, text, day)
    return None


def _bare(text: str) -> str:
    """A text without the brackets of a link to a daily note."""
    return text.replace("[[", "").replace("]]", "") if "[[" in text else text
