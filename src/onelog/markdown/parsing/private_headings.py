"""What headings of private lines are called, and which headings are left empty where those lines are not shown."""

import re
from collections.abc import Collection, Iterator

from onelog.core.model import PRIVATE
from onelog.core.regexes import pattern
from onelog.markdown.body import Note, Slot, body_of, lines_of, tidy
from onelog.markdown.families import KIND_OF_HEADING, kind_of_heading
from onelog.markdown.token_patterns import NUMBER
from onelog.markdown.word_forms import normalized

_PRIVATELY = (
    r"(?:(?:my|our|very|strictly|highly)\s+)*(?:(?P<concern>concerns?\b|worry\b|worries\b|懸念|悩み|悩んで|心配|不安|困りごと|困り事|困って|困った)"
    r"|(?:private(?! (?:equity|sector|cloud|beta|preview|repo|repository|network|key|keys|api|label|offering|placement|school|company)\b)|privately|confidential|secrets?|sensitive|off[ -]the[ -]record|for my eyes|do not share|don['’]t share|not for (?:him|her|them)"
    r"|for myself|myself|my eyes only|eyes only)\b|personal notes?\b|notes? to self\b"
    r"|非公開|内密|秘密|極秘|機密|社外秘|オフレコ|プライベート|自分用|自分だけ|個人メモ|個人用|本人には)"
)
_HASHES = r"^\s{0,3}(#{1,6})\s"
_SIGNS = "#■□●○◆◇▼▽▲△▶▷★☆※【"
_POINT = rf"^\s*(?:[-*+](?=\s)|[・･•]|{NUMBER})"
_OTHER = 7
"""The level of a heading that is none of Markdown's."""


def begins_privately(name: str) -> str:
    """The private kind that a name begins with a word for; else ""."""
    found = pattern(_PRIVATELY).match(name)
    return "" if not found else "concern" if found["concern"] else "private"


def name(words: str) -> str:
    """What a heading is called, without what stands around it; a backslash is part of its name."""
    return re.sub(r"^(?:(?!\\)[\W\d_])+|[\W_]+$", "", normalized(words))


def without(text: str, ids: Collection[str]) -> str:
    """A kept text without the lines of these records, and without headings under which nothing else stands."""
    lines = list(lines_of(text))
    levels = [_level(line.text) if isinstance(line, Note) else 0 for line in lines]
    gone = {number for number, line in enumerate(lines) if isinstance(line, Slot) and line.id in ids}
    for number in reversed(range(len(lines))):
        if not levels[number]:
            continue
        under = range(number + 1, _end(lines, levels, number))
        is_empty = all(n in gone or _is_blank(lines[n]) for n in under)
        if not gone.isdisjoint(under) and (is_empty or _says_more(lines[number])):
            gone.add(number)
    return tidy(body_of(_left(lines, gone)))


def _end(lines: list[Note | Slot], levels: list[int], start: int) -> int:
    """Where what stands under a heading ends: at the next one, or at a line with the sign of one that is none of Markdown's."""
    sign = _text(lines[start]).strip()[:1] if levels[start] == _OTHER else ""
    is_point = bool(pattern(_POINT).match(_text(lines[start])))
    for n in range(start + 1, len(lines)):
        if is_point and not _is_blank(lines[n]) and _depth(lines[n]) <= _depth(lines[start]):
            return n
        if 0 < levels[n] <= levels[start] or (sign and sign in _SIGNS and _text(lines[n]).strip().startswith(sign)):
            return n
    return len(lines)


def _depth(line: Note | Slot) -> int:
    """How far a line is set in."""
    text = (line.text if isinstance(line, Note) else line.lead).expandtabs(4)
    return len(text) - len(text.lstrip())


def _says_more(heading: Note | Slot) -> bool:
    """Whether a heading of what is private has more words than such a name."""
    called = name(_text(heading))
    return called not in KIND_OF_HEADING and bool(begins_privately(called))


def _text(line: Note | Slot) -> str:
    return line.text if isinstance(line, Note) else ""


def _is_blank(line: Note | Slot) -> bool:
    return isinstance(line, Note) and not line.text.strip()


def _left(lines: list[Note | Slot], gone: Collection[int]) -> Iterator[Note | Slot]:
    """The lines that are not gone, with one blank line where there was one on both sides of those."""
    before, is_cut = "", False
    for number, line in enumerate(lines):
        if number in gone:
            is_cut = True
        elif not (is_cut and _is_blank(line) and not before):
            before, is_cut = "" if _is_blank(line) else "words", is_cut and _is_blank(line)
            yield line


def _level(line: str) -> int:
    """The level of a heading: of any in Markdown, else of one that names what is private; 0 for another line."""
    if found := pattern(_HASHES).match(line):
        return len(found[1])
    bare = line.strip()
    is_likely = bare and (
        bare[0] in _SIGNS
        or bare[:2] in ("**", "__")
        or bare[-1] in ":："
        or len(bare) < 12
        or pattern(_POINT).match(bare)
    )
    if not is_likely:
        return 0
    called = name(bare)
    is_named = kind_of_heading(called) in PRIVATE
    return _OTHER if is_named or (bare[0] in f"{_SIGNS}*_" and begins_privately(called)) else 0
