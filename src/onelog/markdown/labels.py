"""The labels in a line: at its beginning, and inside it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from onelog.core.regexes import has_any, pattern
from onelog.core.values import value
from onelog.markdown import families
from onelog.markdown.families import KIND_OF_HEADING, KIND_OF_LABEL
from onelog.markdown.label_matching import match_label, match_opening
from onelog.markdown.token_patterns import BEGINS, BLANK, BOX, COLON, OPEN_SIGNS, SIGNS, START, called, named
from onelog.markdown.word_forms import normalized


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


_COLONS = ":：【"
"""The signs of `COLON`."""
_MARKS = {" ": " ", "\u3000": " ", "☐": " ", "x": "x", "ｘ": "x", "☑": "x", "☒": "x", "-": "-"}
_BOXES = "[☐☑☒"
"""A box begins with one of these."""
_BRACKETS = f"{OPEN_SIGNS}☐☑☒"


def _beginning(line: str) -> RecordHead | None:
    """The label, or the box (not one in a quote or a heading), that a line begins with."""
    if not has_any(line, SIGNS) or not (has_any(line, _BRACKETS) or has_colon(line)):
        return None
    start = None if line[:1].isalpha() else pattern(START).match(line)
    lead = start[0] if start else ""
    box = pattern(rf"{BOX}(?=\s|$){BLANK}*").match(line, len(lead)) if has_any(line, _BOXES) else None
    if box:
        is_box = is_listed(lead) or not box[1] or not lead.strip()
        return RecordHead(lead, "action", _MARKS[(box[1] or box[0][0]).lower()], line[box.end() :]) if is_box else None
    end = match_opening(line, len(lead))
    return RecordHead(lead, kind_of_label(line[len(lead) : end]), " ", line[end:].lstrip()) if end else None


def is_listed(lead: str) -> bool:
    """Whether the beginning of a line holds a list mark."""
    return bool(lead.replace(">", "").replace("#", "").strip())


_AROUND = normalized("*_:【】[]［］〔〕（）＜＞〈〉《》≪≫") + " "


def kind_of_label(label: str) -> str:
    """`**Aha:**`, `aha:`, `気づき：`, `【気づき】` -> "aha"."""
    word = normalized(label).strip(_AROUND)
    return KIND_OF_LABEL.get(word) or KIND_OF_HEADING[word]


def split_inline(line: str) -> list[str]:
    """Cuts one line before every label in it; the first piece is what stands before any (it may be empty)."""
    full = len(line.rstrip())
    begins = heading(line)
    own = len(line) - len(begins.rest) if begins else 0
    labels = [one for one in inside(line) if not one.escaped and one.end < full]
    letters = counting(line, labels) if labels else ()
    starts = [one.start for one in labels if one.start not in letters]
    if begins and starts and starts[0] <= own:
        starts[0] = 0  # the line's own label, or one right behind its box
    if not starts:
        return [line]
    edges = [0, *starts, len(line)]
    return [line[a:b].rstrip() for a, b in pairwise(edges)]


@value(frozen=True, slots=True)
class Inside:
    """A label in a line, where it stands, and whether there is a backslash before it."""

    text: str
    start: int
    end: int
    escaped: bool

    @property
    def letter(self) -> str:
        """The letter that it is; "" for a word."""
        word = normalized(self.text.strip("*_")).rstrip(":")
        return word if len(word) == 1 else ""


def inside(line: str) -> Iterator[Inside]:
    """The labels in a line."""
    if not has_colon(line):
        return
    for begin in pattern(BEGINS).finditer(line):
        if end := match_label(line, begin.end()):
            yield Inside(line[begin.end() : end], begin.end(), end, bool(begin[1]))


def has_colon(line: str) -> bool:
    """Whether there is a colon, or a bracket, that can belong to a label: not that of `10:30` or `http://`."""
    return has_any(line, _COLONS) and bool(pattern(COLON).search(line))


_BECAUSE = {"because": families.KEYS["because"]}


def because(line: str) -> re.Match[str] | None:
    """The beginning of a line that says what led up to the moment before it."""
    if not (has_colon(line) and named(line, _BECAUSE)):
        return None
    return pattern(rf"^{START}(?:{called(['because'])})[:：]{BLANK}*(?=\S)").match(line)


# --- letters that are none ----------------------------------------------------------------------------------------


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_COUNTED = _words(
    "option options alternative alternatives variant variants scenario scenarios candidate candidates appendix "
    "exhibit annex drive drives disk disks vitamin vitamins hepatitis fig. sec. app. the an my our your their "
    "or either vs versus both between 選択肢 ドライブ ビタミン 別紙 付録"
)
"""Behind one of these a letter is no label: "option a: …", "drive c: full", "the c: drive". A sentence ends with none of them."""
_PLACES = _words(
    "section column row paragraph clause chapter figure gate room wing hall building block grade exit lane terminal"
)
"""Behind one of these, unless it is one that was spoken of: "the section a: send it"."""
_NAMED = _words(
    "plan team group series type class phase part step level point version stage track tier cohort squad zone "
    "side case question answer idea proposal approach solution design hypothesis sample round line table floor "
    "cell item project product sprint model test 案 プラン パターン チーム グループ ケース 案件 会議室"
)
"""Behind one of these where it begins a sentence, or where another letter stands behind the same word."""
_SPOKEN_OF = _words("the a an this that these those my our your his her its their no any each every")
_GO_ON = ("and", "or", "then", "to", "vs", "&", "/")
_COUNTING = frozenset("acd")
_OTHER_LETTER = r"(?<!\S)[bB][:：](?=\s|$)"
_CLAUSE_ENDS = frozenset(".,;:!?)、。！？；：）」…—–-")
_BEFORE = 80
"""So much of a line is looked at before a letter."""


def counting(line: str, found: Iterable[Inside]) -> frozenset[int]:
    """Where those labels of a line begin that are letters which count or name something."""
    lettered, last, starts = is_lettered(line), "", set[int]()
    for one in found:
        letter = one.letter
        if not letter:
            last = ""
            continue
        if (
            (lettered and letter in _COUNTING)
            or _names_number(letter, line[one.end :].lstrip())
            or (
                not _is_behind_label(line, one.start)
                and (_has_noun(line, one.start, letter) or (last and _goes_on(line, one.start, last, letter)))
            )
        ):
            starts.add(one.start)
            last = letter
        else:
            last = ""
    return frozenset(starts)


def counts(line: str, begins: RecordHead) -> bool:
    """Whether the label that a line begins with is a letter that can count."""
    return line[len(begins.lead) : len(line) - len(begins.rest)].strip("*_:： ") in _COUNTING


def is_lettered(text: str) -> bool:
    """Whether things are counted by letters in a text: there is a `b:`, which is no label."""
    return ("b:" in text or "b：" in text) and bool(pattern(_OTHER_LETTER).search(text))


def takes_letter(word: str) -> bool:
    """Whether a letter behind a word names one of several such things."""
    return _bare(word) in (_COUNTED | _PLACES | _NAMED)


def _bare(word: str) -> str:
    return normalized(word.strip("(\"'“‘「（"))


def _is_behind_label(line: str, start: int) -> bool:
    return line[max(0, start - 2) : start] in (": ", "： ")


def _words_before(line: str, start: int) -> list[str]:
    """The words before a place in a line; behind a Japanese comma or stop a word begins without a blank."""
    return pattern(r"(?<=[、。！？])(?=\S)|\s+").split(line[max(0, start - _BEFORE) : start].rstrip())


def _has_noun(line: str, start: int, letter: str) -> bool:
    """Whether the word before a letter is one that such a letter belongs to."""
    *before, noun = _words_before(line, start)
    noun = _bare(noun)
    if noun in _COUNTED:
        return True
    singular = noun.removesuffix("s")
    if singular in _PLACES:
        return not any(_bare(word) in _SPOKEN_OF or word.endswith(("'s", "’s")) for word in before[-2:])
    if singular not in _NAMED:
        return False
    begins = not before or before[-1][-1] in _CLAUSE_ENDS
    same = rf"(?i:{noun})s?[ \t\u3000]+[a-z](?<!{letter})[:：]"
    return begins or bool(pattern(same).search(line))


def _goes_on(line: str, start: int, last: str, letter: str) -> bool:
    """Whether a letter goes on with those that count: "section a: … and d: …", "drive c: …, d: …"."""
    *_, before = _words_before(line, start)
    follows = before[-1:] in ",、" and ord(letter) == ord(last) + 1
    return letter > last and (follows or _bare(before) in _GO_ON)


_NUMBER = r"[+-]?\d[\d.,]*%?(?:[ \t]?[ap]m)?[,.;)]*(?=\s*$|\s+\S{1,2}[:：](?=\s))"
"""A number that is all there is up to the next letter with a colon: "x: 3 y: 4"."""
_TIME = r"(?:\d{1,2}:\d\d|\d{1,2}[ \t]?[ap]m)\b"
_DISK = r"(?:drives?|disks?)\b"


def _names_number(letter: str, after: str) -> bool:
    """Whether a letter inside a line names a number, a time or a disk: nobody is praised for "5 pm"."""
    more = {"p": _TIME, "w": _TIME, "c": _DISK, "d": _DISK}.get(letter)
    return bool(pattern(rf"{_NUMBER}|{more}" if more else _NUMBER).match(after))
