"""A document that somebody corrected: what an editor, a formatter or a hurry did to its lines, against how it was opened.

A record is one line again where it was wrapped, or where words were typed behind its id. A backslash that kept something
text because it could not be read goes when that is corrected. A line whose mark or box was changed or taken away is the
record that its id says.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from onelog.core.regexes import pattern
from onelog.core.values import value
from onelog.markdown import families, grammar, labels, token_patterns
from onelog.markdown.body import Fence
from onelog.markdown.token_patterns import BLANK, BOX

NumberedLine = tuple[int, str]
"""The number of a line, and its text."""
Begins = Callable[[str], bool]
"""Asked for a line: whether a record begins with it."""


@value(frozen=True, slots=True)
class Opened:
    """A document as it was opened: its lines without blanks at their ends, and the ids of the records in it."""

    lines: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def holds(self, line: str) -> bool:
        return line.rstrip() in self.lines


def opened(*texts: str) -> Opened:
    """A document from its text, perhaps in several languages."""
    lines = frozenset(line.rstrip() for text in texts for line in text.split("\n"))
    return Opened(lines, ids_at_ends(lines))


def ids_at_ends(lines: frozenset[str] | Sequence[str]) -> frozenset[str]:
    return frozenset(id_ for line in lines if (id_ := grammar.cut_id(line)[1]))


def is_record(line: str) -> bool:
    return labels.heading(line) is not None or labels.lonely_label(line)


def has_mark(line: str) -> bool:
    """Whether a line begins with a list mark."""
    return bool(pattern(_MARK).match(line))


_MARK = r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+"
_ANY_MARK = rf"{BLANK}*(?:(?:[-*+•]|\d{{1,9}}[.)])(?={BLANK})|\d{{1,9}}[．）](?!\d)|[・･●○■□◆◇▼])?{BLANK}*"
"""A list mark of any kind, or none."""
_APART = r"[ \t]*(?:#{1,6}[ \t]|>|<!--|\|)"
"""How a line begins that is never the rest of another one."""
_KEYS = "|".join(sorted({*families.NAME_OF_FIELD, *families.NAME_OF_KEY}, key=len, reverse=True))
UNSPACED = r"[^\x00-\u2fff\uac00-\ud7af]"
"""What is written without blanks between words."""


def unwrap(lines: Sequence[NumberedLine], was: Opened, begins: Begins = is_record) -> list[NumberedLine]:
    """The lines with every record of the document in one of them, its id at the end; all others as they are."""
    if not (was.ids and lines):
        return list(lines)
    fence, out, open_ = Fence(), list[NumberedLine](), list[NumberedLine]()
    placed = {grammar.cut_id(line)[1] for _, line in lines if begins(line)}
    bare = _Bare(was, placed, begins)
    for number, line in _with_whole_marks(lines, was, begins):
        is_code = fence.feed(line)
        for piece in [line] if is_code or was.holds(line) else _split(line, was, begins):
            is_whole = not is_code and bare.is_record(piece, open_)
            if open_ and not is_code and not is_whole and _goes_on(open_, piece, was, begins):
                open_.append((number, piece))
                continue
            out += _closed(open_, was, placed)
            open_ = [(number, piece)] if not is_code and begins(piece) and not _is_heading(piece, was) else []
            out += [] if open_ else [(number, bare.with_head(piece) if is_whole else piece)]
    return [*out, *_closed(open_, was, placed)]


@lru_cache(maxsize=4)
def _id_anywhere(ids: frozenset[str]) -> re.Pattern[str]:
    """One of the ids with the blanks around it, whatever stands before and behind it."""
    return re.compile(rf"[ \t]*\\?\^({'|'.join(sorted(ids, key=len, reverse=True))})[ \t]*")


def _with_whole_marks(lines: Sequence[NumberedLine], was: Opened, begins: Begins) -> Iterator[NumberedLine]:
    """The lines with a list mark that was left behind an id put before what it is the mark of."""
    mark = ""
    for (number, line), (_, after) in zip(lines, [*lines[1:], (0, "")], strict=True):
        text, mark = f"{mark} {line.lstrip()}" if mark else line, ""
        *_, word = text.split() or [""]
        if has_mark(f"{word} ") and begins(f"{word} {after.lstrip()}") and _id_anywhere(was.ids).search(text):
            text, mark = text.rstrip().removesuffix(word), word
        yield number, text


def _split(line: str, was: Opened, begins: Begins) -> Iterator[str]:
    """The records that a formatter put on one line, one by one."""
    start = 0
    for found in _id_anywhere(was.ids).finditer(line):
        rest = line[found.end() :]
        if has_mark(rest) and begins(rest):
            yield line[start : found.end()].rstrip()
            start = found.end()
    yield line[start:]


def _is_heading(line: str, was: Opened) -> bool:
    """Whether a line that might begin a record was there without one."""
    return was.holds(line) and not grammar.cut_id(line.rstrip())[1]


class _Bare:
    """Records whose list mark, box or label was taken away, or changed into a sign that is no list mark here."""

    def __init__(self, was: Opened, placed: set[str], begins: Begins) -> None:
        self._placed, self._begins = placed, begins
        self._lines = dict[str, str]()
        for line in sorted(was.lines):
            if (id_ := grammar.cut_id(line)[1]) and begins(line):
                self._lines.setdefault(id_, line)

    def is_record(self, line: str, open_: Sequence[NumberedLine]) -> bool:
        """Whether a line is a whole record but for what it began with, and no part of the one that is `open_`."""
        whole = self._whole(line)
        words, id_ = grammar.cut_id(whole)
        if not id_ or self._begins(line):
            return False
        was, begun = self._lines[id_], _joined(open_) if open_ else ""
        is_alike = _begins_alike(words, self._words(was))
        if begun and not grammar.cut_id(begun)[1]:
            return is_alike and not was.startswith(begun.lstrip())
        return is_alike or whole == line

    def _whole(self, line: str) -> str:
        """The line with the id at its end that it has somewhere, where that stands at the end of no other one; else ""."""
        if grammar.cut_id(line)[1] in self._lines.keys() - self._placed:
            return line
        ids = frozenset(self._lines.keys() - self._placed)
        found = _id_anywhere(ids).search(line) if ids and "^" in line else None
        return f"{_glued(line[: found.start()], line[found.end() :])} ^{found[1]}" if found else ""

    def with_head(self, line: str) -> str:
        """The line with what its record began with, but for a box of its own."""
        whole = self._whole(line)
        id_ = grammar.cut_id(whole)[1]
        self._placed.add(id_)
        was, bare = self._lines[id_], _unmarked(whole)
        marked = f"{_lead(was)}{bare}"
        return marked if self._begins(marked) and labels.heading(marked) else was[: -len(self._words(was))] + bare

    def _words(self, was: str) -> str:
        """The words of a record as it was, its id included."""
        head = labels.heading(was)
        return head.rest if head else was[len(_lead(was)) :]


def _lead(line: str) -> str:
    found = pattern(_MARK).match(line)
    return found[0] if found else ""


def _unmarked(line: str) -> str:
    found = pattern(_ANY_MARK).match(line)
    return line[found.end() :] if found else line


def _begins_alike(line: str, words: str) -> bool:
    """Whether a line has the first word of a record, or the first sign of one without blanks between words."""
    bare, first = pattern(rf"{BOX}{BLANK}*").sub("", _unmarked(line), count=1), words.split()[:1]
    return bool(first) and (
        bare.startswith(first[0]) or (bool(pattern(UNSPACED).match(words)) and bare[:1] == words[:1])
    )


def _goes_on(open_: Sequence[NumberedLine], line: str, was: Opened, begins: Begins) -> bool:
    """Whether a line is the rest of a record: up to its id, or of the words that were typed behind that."""
    if not line.strip() or was.holds(line) or begins(line) or has_mark(line) or pattern(_APART).match(line):
        return False
    text = _joined(open_)
    if grammar.cut_id(text)[1]:
        return False
    is_behind_id = bool(_id_anywhere(was.ids).search(text))
    return not is_behind_id or _depth(line) > _depth(open_[0][1])


def _depth(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))


def _closed(open_: Sequence[NumberedLine], was: Opened, placed: set[str]) -> Sequence[NumberedLine]:
    """The lines of one record as one, where they hold its id and no other line has that at its end."""
    if not open_ or grammar.cut_id(open_[0][1])[1]:
        return open_
    text = _joined(open_)
    found = next((one for one in _id_anywhere(was.ids).finditer(text) if one[1] not in placed), None)
    if not found:
        return open_
    placed.add(found[1])
    return [(open_[0][0], f"{_glued(text[: found.start()], text[found.end() :])} ^{found[1]}")]


def _joined(lines: Sequence[NumberedLine]) -> str:
    text = lines[0][1].rstrip()
    for _, line in lines[1:]:
        text = _glued(text, line)
    return text


def _glued(first: str, second: str) -> str:
    """Two parts of a line with a blank between, but for languages that have none between words: a key has one before it."""
    first, second = first.rstrip(), second.strip()
    is_unspaced = pattern(UNSPACED).match(first[-1:]) and pattern(UNSPACED).match(second)
    bare = not second or (is_unspaced and not _begins_with_key().match(second))
    return f"{first}{'' if bare else ' '}{second}"


@cache
def _begins_with_key() -> re.Pattern[str]:
    """What is read only behind a blank: an owner, a field or a key (`期限：`)."""
    return re.compile(rf"[@＠]|(?i:{_KEYS})[:：]")


# --- backslashes


@cache
def _escaped() -> re.Pattern[str]:
    """A backslash that keeps a label, a field, a key or an owner text."""
    return re.compile(rf"(?<!\S)\\(?=(?P<key>[@＠]|(?i:{_KEYS})[:：]|{token_patterns.LABEL})(?P<value>\S*))")


def unescape(lines: Sequence[NumberedLine], was: Opened, doubts: Callable[[str], int]) -> list[NumberedLine]:
    """The changed lines without the backslashes of what could not be read when the document was written.

    `doubts` counts what is not understood in a line. What is understood without its backslash has one because somebody
    wants it to be text, and keeps it.
    """
    here = {line.rstrip() for _, line in lines}
    gone = [line for line in was.lines - here if "\\" in line]
    keys, wanted = set[str](), set[str]()
    for line in gone:
        for found in _escaped().finditer(line):
            is_read = doubts(line[: found.start()] + line[found.end() :]) <= doubts(line)
            (wanted if is_read else keys).add(found["key"].casefold() + (found["value"] if is_read else ""))

    def cut(found: re.Match[str]) -> str:
        key = found["key"].casefold()
        return "" if key in keys and key + found["value"] not in wanted else found[0]

    return [(n, line if not keys or was.holds(line) else _escaped().sub(cut, line)) for n, line in lines]
