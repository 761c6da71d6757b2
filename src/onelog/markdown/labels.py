"""The labels in a line: at its beginning, and inside it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from onelog.core.regexes import pattern
from onelog.markdown import families
from onelog.markdown.families import KIND_OF_HEADING, KIND_OF_LABEL
from onelog.markdown.label_matching import match_label, match_opening
from onelog.markdown.token_patterns import BEGINS, BLANK, BOX, COLON, OPEN, SIGNS, START, called


class RecordHead(NamedTuple):
    """The beginning of a line that is a record: its list mark, its kind, the box of an action, and the rest."""

    lead: str
    kind: str
    mark: str
    rest: str


def heading(line: str) -> RecordHead | None:
    """The record that a line begins, if it does: `- [x] …`, `a: …`, `- **Aha:** …`, `・宿題：…`, `【決定】…`."""
    found = _beginning(line)
    return found if found and found.rest.strip() and not _is_empty(line, found) else None


def says_nothing(line: str) -> bool:
    """Whether a line is a label with words behind it that say that there is nothing: `宿題：なし`."""
    found = _beginning(line)
    return bool(found and _is_empty(line, found))


def _is_empty(line: str, found: RecordHead) -> bool:
    label = line[len(found.lead) : len(line) - len(found.rest)]
    return families.is_nothing(found.rest) and not pattern(rf"{BOX}|\*\*|__").match(label)


def lonely_label(line: str) -> bool:
    """Whether a line is a label, or a box, with nothing after it."""
    found = _beginning(line) if line.rstrip()[-1:] in (*":：】]］〕）)＞〉》≫*_☐☑☒",) else None
    return bool(found and not found.rest.strip())


_MARKS = {" ": " ", "\u3000": " ", "☐": " ", "x": "x", "ｘ": "x", "☑": "x", "☒": "x", "-": "-"}
_BRACKET = rf"[{OPEN}☐☑☒]"


def _beginning(line: str) -> RecordHead | None:
    """The label, or the box (not one in a quote or a heading), that a line begins with."""
    if SIGNS.isdisjoint(line) or not (has_colon(line) or pattern(_BRACKET).search(line)):
        return None
    start = pattern(START).match(line)
    lead = start[0] if start else ""
    box = pattern(rf"{BOX}(?=\s|$){BLANK}*").match(line, len(lead))
    if box:
        is_box = is_listed(lead) or not box[1] or not lead.strip()
        return RecordHead(lead, "action", _MARKS[(box[1] or box[0][0]).lower()], line[box.end() :]) if is_box else None
    end = match_opening(line, len(lead))
    return RecordHead(lead, kind_of_label(line[len(lead) : end]), " ", line[end:].lstrip()) if end else None


def is_listed(lead: str) -> bool:
    """Whether the beginning of a line holds a list mark."""
    return bool(lead.replace(">", "").replace("#", "").strip())


_AROUND = families.normalized("*_:【】[]［］〔〕（）＜＞〈〉《》≪≫") + " "


def kind_of_label(label: str) -> str:
    """`**Aha:**`, `aha:`, `気づき：`, `【気づき】` -> "aha"."""
    word = families.normalized(label).strip(_AROUND)
    return KIND_OF_LABEL.get(word) or KIND_OF_HEADING[word]


def split_inline(line: str) -> list[str]:
    """Cuts one line before every label in it; the first piece is what stands before any (it may be empty)."""
    full = len(line.rstrip())
    begins = heading(line)
    own = len(line) - len(begins.rest) if begins else 0
    lettered = is_lettered(line)
    labels = (one for one in inside(line) if not one.escaped and one.end < full)
    starts = [one.start for one in labels if not enumerates(line, one, lettered=lettered)]
    if begins and starts and starts[0] <= own:
        starts[0] = 0  # the line's own label, or one right behind its box
    if not starts:
        return [line]
    edges = [0, *starts, len(line)]
    return [line[a:b].rstrip() for a, b in pairwise(edges)]


class Inside(NamedTuple):
    """A label in a line, where it stands, and whether there is a backslash before it."""

    text: str
    start: int
    end: int
    escaped: bool


def inside(line: str) -> Iterator[Inside]:
    """The labels in a line."""
    if not has_colon(line):
        return
    for begin in pattern(BEGINS).finditer(line):
        if end := match_label(line, begin.end()):
            yield Inside(line[begin.end() : end], begin.end(), end, bool(begin[1]))


def has_colon(line: str) -> bool:
    """Whether there is a colon, or a bracket, that can belong to a label: not that of `10:30` or `http://`."""
    return not SIGNS.isdisjoint(line) and bool(pattern(COLON).search(line))


COUNTED = frozenset(
    [
        "option",
        "options",
        "alternative",
        "variant",
        "scenario",
        "candidate",
        "appendix",
        "exhibit",
        "annex",
        "drive",
        "disk",
        "vitamin",
        "the",
        "an",
        "my",
        "our",
        "your",
        "their",
        "or",
        "either",
        "vs",
    ]
)
"""Behind one of these a letter is no label: "option a: …", "drive c: full", "the c: drive". A sentence ends with none of them."""
_COUNTING = frozenset("acd")
_OTHER_LETTER = r"(?<!\S)[bB][:：](?=\s|$)"


def enumerates(line: str, label: Inside, *, lettered: bool) -> bool:
    """Whether a letter with a colon counts or names something in a sentence, and is no label there."""
    word = label.text.strip("*_:：")
    if len(word) != 1:
        return False
    if (lettered and word in _COUNTING) or _names(word, line[label.end :].lstrip()):
        return True
    if line[max(0, label.start - 2) : label.start] in (": ", "： "):  # right behind another label
        return False
    *_, before = line[max(0, label.start - 24) : label.start].split() or [""]
    return before.strip("(\"'“‘").casefold() in COUNTED


_NUMBER = r"[+-]?\d[\d.,]*%?(?:[ \t]?[ap]m)?[,.;)]*(?=\s*$|\s+\S{1,2}[:：](?=\s))"
"""A number that is all there is up to the next letter with a colon: "x: 3 y: 4"."""
_TIME = r"(?:\d{1,2}:\d\d|\d{1,2}[ \t]?[ap]m)\b"
_DISK = r"(?:drives?|disks?)\b"


def _names(letter: str, after: str) -> bool:
    """Whether a letter inside a line names a number, a time or a disk: nobody is praised for "5 pm"."""
    more = {"p": _TIME, "w": _TIME, "c": _DISK, "d": _DISK}.get(letter)
    return bool(pattern(rf"{_NUMBER}|{more}" if more else _NUMBER).match(after))


def counts(line: str, begins: RecordHead) -> bool:
    """Whether the label that a line begins with is a letter that can count."""
    return line[len(begins.lead) : len(line) - len(begins.rest)].strip("*_:： ") in _COUNTING


def is_lettered(text: str) -> bool:
    """Whether things are counted by letters in a text: there is a `b:`, which is no label."""
    return ("b:" in text or "b：" in text) and bool(pattern(_OTHER_LETTER).search(text))


def because(line: str) -> re.Match[str] | None:
    """The beginning of a line that says what led up to the moment before it."""
    if not has_colon(line):
        return None
    return pattern(rf"^{START}(?:{called(['because'])})[:：]{BLANK}*(?=\S)").match(line)
