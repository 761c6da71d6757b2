"""The headings of a digest and of somebody's own running notes: a day and a person, in whatever order people write them."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onelog.core.calendar import written_days
from onelog.core.calendar.calendar_words import WEEKDAYS
from onelog.core.errors import notice
from onelog.core.phrases import spellings
from onelog.core.regexes import pattern
from onelog.core.sanitize import safe
from onelog.formats.digest.escape import code_lines
from onelog.formats.digest.marks import read_plain_words
from onelog.formats.digest.times import FULL_DAY, read_clock, read_day
from onelog.markdown.token_patterns import BLANK


class MarkdownHeading(NamedTuple):
    """A heading of Markdown."""

    number: int
    """Of its line, counted from 0."""
    level: int
    text: str


class MeetingHeading(NamedTuple):
    """What the heading of a meeting says."""

    day: date | None = None
    """None for the coming one."""
    clock: str = ""
    person: str = ""
    trouble: str = ""
    """Why it cannot be."""


_HEADING = r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$"
_SIGNED = rf"^ {{0,3}}[■●◆▼□○◇【]+{BLANK}*(?P<text>(?=[\d０-９令平昭]).*?)】?{BLANK}*$"
"""A heading as it is written without Markdown: it begins with a day."""
SIGNED = 7
"""The level of such a heading: smaller than any of Markdown's."""
_WEEKDAY = r"(?P<{0}>{1})".format
_NAMES = "|".join(sorted(map(re.escape, WEEKDAYS), key=len, reverse=True))
_DAY = (
    rf"(?i)(?<![\w])(?:(?P<before>{_NAMES})\.?,?\s*(?<![a-z])|)(?P<day>{FULL_DAY})(?:\s?[(（](?P<after>{_NAMES})[)）]|\s(?P<behind>{_NAMES})(?!\w))?"
    r"(?:,?(?:\s|T)(?:at\s)?(?P<clock>\d{1,2}:\d\d(?::\d\d)?)(?:\s?[-–]\s?\d{1,2}:\d\d)?)?(?![\w])"
)
_YEARLESS = r"(?:[A-Za-z]{3,9}\.?,? )?(?:\d{1,2}月\d{1,2}日|\d{1,2}/\d{1,2}(?![\d/])|\d{1,2}\.? (?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b(?!\.?,? \d{4})|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b(?!,? \d{4}))"
_APART = " \t\u3000·・-–—,、:：|/"
_NOISE = r"(?i)^(?:1[:：-]1|1[- ]?on[- ]?1|one[- ]on[- ]one|meeting|sync|talk|面談|会議)s?\b[ \t]*|^(?:with|w/)[ \t]+|[ \t]*(?:との?(?:面談|1on1)?|さんと)$"


def headings(lines: Sequence[str]) -> Iterator[MarkdownHeading]:
    """The headings of a text, but for those in code."""
    code = code_lines(lines)
    for number, line in enumerate(lines):
        if code[number]:
            continue
        if found := pattern(_HEADING).match(line):
            yield MarkdownHeading(number, len(found["marks"]), found["text"])
        elif (found := pattern(_SIGNED).match(line)) and (met := read_heading(found["text"])) and not met.trouble:
            yield MarkdownHeading(number, SIGNED, found["text"])


def read_heading(text: str) -> MeetingHeading | None:
    """What a heading says of a meeting; None where it says no day with its year, and is not that of the coming one."""
    if (coming := _coming(text)) is not None:
        return coming
    text = text.translate(_NARROW)
    found = pattern(_DAY).search(text)
    if not found:
        return None
    day = read_day(found["day"], date(2026, 1, 1))
    if day is None or not 1970 <= day.year <= 2199:
        return MeetingHeading(trouble=notice("document.no_such_day", day=found["day"]))
    if other := written_days.doubt_weekday(day, found["before"] or found["after"] or found["behind"]):
        return MeetingHeading(trouble=other)
    clock = found["clock"] or ""
    if clock and not read_clock(clock):
        return MeetingHeading(trouble=notice("document.no_such_time", time=clock))
    parts = [_name(text[: found.start()]), _name(text[found.end() :])]
    names = [part for part in parts if part]
    if len(names) > 1:
        return MeetingHeading(trouble=notice("document.two_names", one=safe(names[0])[:40], other=safe(names[1])[:40]))
    return MeetingHeading(day, clock, names[0] if names else "")


_NARROW = str.maketrans("０１２３４５６７８９：／（）\u3000", "0123456789:/() ")


def lacks_year(text: str) -> bool:
    """Whether a heading begins with a day, and only its year is not said."""
    return read_heading(text) is None and bool(pattern(_YEARLESS).match(text.translate(_NARROW)))


def _name(text: str) -> str:
    """The person in what is left of a heading; "" where nobody is named."""
    text = text.strip(_APART)
    while (bare := pattern(_NOISE).sub("", text).strip(_APART)) != text:
        text = bare
    bare = re.sub(r"^(\*\*|__|\[\[)(.*?)(\*\*|__|\]\])$", r"\2", text)
    return read_plain_words(bare)


def _coming(text: str) -> MeetingHeading | None:
    for word in spellings("digest.coming"):
        if text.casefold().startswith(word.casefold()) and text[len(word) :].lstrip().startswith("·"):
            return MeetingHeading(person=read_plain_words(text[len(word) :].strip(" ·")))
    return None
