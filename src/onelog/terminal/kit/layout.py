"""How text is laid into lines: measured in cells of the screen, wrapped, cut and padded."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len as usual_len

from onelog.core import ambiguous
from onelog.core.regexes import pattern
from onelog.core.sanitize import safe

Piece = tuple[str, str]
"""Some text and the name of its style in the theme ("" is plain)."""
Words = str | Piece
Line = list[Piece]

_NEVER_FIRST = frozenset("、。，．・：；？！」』）】〕〉》ーァィゥェォッャュョヮぁぃぅぇぉっゃゅょゎ々…‥％!?,.:;)]}")
_DIGITS = "0123456789０１２３４５６７８９"
_WHOLE = "面談|超過|見送り|目標|宿題|期限|気づき|称賛|成果|懸念|未実施|実施|未完了"
"""Words of the screens that no line ends within."""
_NEVER_LAST = frozenset("「『（【〔〈《([{")
LEAST = 8
"""A column of text is never narrower than this; what stands before it then goes above."""
BESIDE = 30
"""Cells that text needs beside what stands at the right; with fewer, that follows the text instead."""


def cell_len(text: str) -> int:
    """The cells that a text takes on this terminal."""
    return usual_len(text) + ambiguous.more_cells(text)


def pieces(words: Sequence[Words]) -> Line:
    """The words as pieces on one line with nothing hidden in them, so that they measure as they show."""
    both = ((word, "") if isinstance(word, str) else word for word in words)
    return [(safe(text, newlines=False), style) for text, style in both if text]


def cells(words: Sequence[Words]) -> int:
    return sum(cell_len(text) for text, _ in pieces(words))


def clip(text: str, width: int) -> str:
    """The text in at most `width` cells, with `…` where it was cut."""
    text = safe(text, newlines=False)
    if cell_len(text) <= width:
        return text
    kept, used = "", cell_len("…")
    for sign in _signs(text):
        used += cell_len(sign)
        if used > width:
            break
        kept += sign
    return f"{kept.rstrip()}…" if width >= cell_len("…") else ""


def pad(text: str, width: int) -> str:
    """The text in exactly `width` cells, cut or filled with blanks."""
    text = clip(text, width)
    return text + " " * (width - cell_len(text))


def row(lead: Sequence[Words], body: Sequence[Words], tail: Sequence[Words], width: int, most: int = 0) -> list[Line]:
    """Lines of `lead`, then `body` wrapped in its own column, then `tail` at the right of the first line.

    Where the screen is too narrow for that, the tail stands at the right of the last line or below it. With
    `most`, only so many lines of the body, and `…` after them; the tail then stays whole on the first one.
    """
    front, middle, back = pieces(lead), pieces(body), pieces(tail)
    indent, aside = cells(front), cells(back)
    over = 0
    if width - indent < LEAST:
        front, middle, indent, over = [], [*front, *middle], 2, 2
    room = width - indent
    beside = room - aside - 2
    if back and (most or beside >= BESIDE or cells(middle) <= beside) and beside >= LEAST:
        lines = _hung(front, _cut(wrap(middle, beside, beside + over), most, beside), indent)
        return _beside(lines, back, width)
    lines = _hung(front, _cut(wrap(middle, room, room + over), most, room), indent)
    return _below(lines, back, width) if back else lines


def _hung(front: Line, lines: list[Line], indent: int) -> list[Line]:
    return [[*front, *lines[0]], *([(" " * indent, ""), *line] for line in lines[1:])]


def _beside(lines: list[Line], tail: Line, width: int) -> list[Line]:
    gap = width - cells(tail) - cells(lines[0])
    return [[*lines[0], (" " * gap, ""), *tail], *lines[1:]]


def _below(lines: list[Line], tail: Line, width: int) -> list[Line]:
    """The tail at the right of the last line; below it, wrapped if need be, where there is no room."""
    gap = width - cells(tail) - cells(lines[-1])
    if gap >= 2:
        return [*lines[:-1], [*lines[-1], (" " * gap, ""), *tail]]
    return [*lines, *([(" " * (width - cells(line)), ""), *line] for line in wrap(tail, width))]


def _cut(lines: list[Line], most: int, width: int) -> list[Line]:
    if not most or len(lines) <= most:
        return lines
    return [*lines[: most - 1], clipped([*lines[most - 1], ("…", "")], width)]


def clipped(line: Line, width: int) -> Line:
    """The line in at most `width` cells, with `…` where it was cut."""
    text = "".join(text for text, _ in line)
    short = clip(text, width)
    if short == text:
        return line
    kept = _slice(line, 0, len(short) - 1)
    return [*kept, ("…", kept[-1][1] if kept else "")]


def wrap(line: Line, width: int, first: int = 0) -> list[Line]:
    """The line in lines of at most `width` cells, the first one at most `first`; always at least one.

    It breaks at blanks, and between the characters of Japanese where a break may be; a longer word is cut.
    """
    text = "".join(text for text, _ in line)
    parts = spans(text, width, first)
    return [_slice(line, *span) for span in parts] if parts != [(0, len(text))] else [line]


def spans(text: str, width: int, first: int = 0) -> list[tuple[int, int]]:
    """Where each line of a wrapped text begins and ends in it."""
    limit = first or width
    if cell_len(text) <= limit:
        return [(0, len(text))]
    spans, start, end, used = [], 0, 0, 0
    for at, atom in _atoms(text, width):
        size = cell_len(atom)
        if atom.isspace():
            used += size
            continue
        if used + size > limit and at > start:
            if end > start:
                spans.append((start, end))
                limit = width
            start, used = at, 0
        used += size
        end = at + len(atom)
    return [*spans, (start, end)]


def _slice(line: Line, start: int, end: int) -> Line:
    """The pieces of the part of a line from one character to another."""
    ends = accumulate(len(text) for text, _ in line)
    parts = (
        (text[max(0, start - stop + len(text)) : max(0, end - stop + len(text))], style)
        for (text, style), stop in zip(line, ends, strict=True)
    )
    return [(text, style) for text, style in parts if text]


def _atoms(text: str, width: int) -> Iterator[tuple[int, str]]:
    """What may not be broken, and where in the text it begins; runs of blanks are atoms too."""
    for found in re.finditer(r"\s+|\S+", text):
        atom = found[0]
        if atom.isascii() and len(atom) <= width:
            yield found.start(), atom
        else:
            yield from _broken(atom, found.start(), width)


def _broken(word: str, at: int, width: int) -> Iterator[tuple[int, str]]:
    """The parts of a word that is too long or that may be broken between its characters."""
    held, start = "", at
    whole = {n for found in pattern(_WHOLE).finditer(word) for n in range(found.start() + 1, found.end())}
    for sign in _signs(word):
        is_whole = at + len(held) - start in whole
        if held and ((_parts(held, sign) and not is_whole) or cell_len(held + sign) > width):
            yield at, held
            at, held = at + len(held), ""
        held += sign
    yield at, held


def _parts(held: str, sign: str) -> bool:
    """Whether a line may end between these; not within 9月4日 or 12回."""
    if sign[0] in _NEVER_FIRST or held[-1] in _NEVER_LAST:
        return False
    if (held[-1] in _DIGITS and not sign.isspace()) or (held[-1] in "年月" and sign in _DIGITS):
        return False
    return usual_len(sign) > 1 or _wide(held)


def _wide(held: str) -> bool:
    return held[-1] > "\u2e7f" and usual_len(held[-1]) > 1


def _signs(text: str) -> Iterator[str]:
    """What is seen as one sign: a letter with its accents, an emoji made of several."""
    if text.isascii():
        yield from text
        return
    held = ""
    for letter in text:
        if held and not _clings(held[-1], letter):
            yield held
            held = ""
        held += letter
    if held:
        yield held


def _clings(before: str, letter: str) -> bool:
    """Whether a character is one sign with the one before it: an accent, a joined emoji, a colour of skin."""
    return usual_len(letter) == 0 or before == "\u200d" or "\U0001f3fb" <= letter <= "\U0001f3ff"
