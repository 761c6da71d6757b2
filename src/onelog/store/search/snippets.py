"""The part of a text that shows best what was looked for, and where the finds are in it.

A note may be megabytes long: beside the text no more is kept than the text folded; where a find came from is looked up
in the few segments in which there are any.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from heapq import merge
from itertools import pairwise, takewhile
from typing import NamedTuple

from onelog.store.search.tokenizer import Term, folded, kind, signs, terms

Find = tuple[int, int, int]
"""Where it starts and ends in the text, and the number of the term."""
Snippet = tuple[str, tuple[tuple[int, int], ...]]

# Stretches of ASCII (1), whose last character is left to the next stretch: a mark in there may cling to it.
_STRETCH = r"([\x00-\x7f]+(?![^\x00-\x7f]))|[\x00-\x7f]?[^\x00-\x7f]+"
_SEGMENT = 2048
"""Characters that are folded at once."""
_BLOCK = re.compile(r"(?s).{1,65536}\S*")
_NEVER_FIRST = "、。，．！？）」』ー々"
_NEAREST_GAP = 20
"""So far may a snippet's edge move, in characters, to spare a word."""


def snippet(text: str, query: str, width: int = 80) -> Snippet:
    """The part of `text` that shows most of what was looked for, on one line, and where the finds are in it.

    At most `width` characters (not cells), but never fewer than ten, with "…" where it is cut; blanks and
    newlines are one blank, all else is word for word. Spans are (start, end) in what is returned, in order,
    not overlapping. With nothing found it is the beginning of the text.
    """
    flat = _on_one_line(text)
    looked_at = _Text(flat, [*terms(query), *signs(query)])
    start, end = _window(flat, looked_at, max(width, 10))
    before, after = "…" * (start > 0), "…" * (end < len(flat))
    shift = len(before) - start
    # A find is shown whole or not at all, save one that is longer than the window.
    shown = takewhile(lambda find: find[0] < end, looked_at.finds(start))
    inside = [(a, min(b, end)) for a, b, _ in shown if start <= a and (b <= end or a == start)]
    spans = tuple((a + shift, b + shift) for a, b in _merged(inside))
    return before + flat[start:end] + after, spans


def joined(snippets: Sequence[Snippet]) -> Snippet:
    """Several snippets, each with its spans, as one, with "…" between them."""
    whole, spans = "", list[tuple[int, int]]()
    for text, inside in snippets:
        if whole:
            whole = f"{whole.removesuffix('…')} … "
        begins = int(bool(whole) and text.startswith("…"))
        spans += ((start + len(whole) - begins, end + len(whole) - begins) for start, end in inside)
        whole += text[begins:]
    return whole, tuple(spans)


def _on_one_line(text: str) -> str:
    """A text with one blank where there are several; in blocks, for a list of all its words is many times its size."""
    blocks = (" ".join(block.group().split()) for block in _BLOCK.finditer(text))
    return " ".join(block for block in blocks if block)


class _Segment(NamedTuple):
    """A stretch of the text: where it begins there, and where its letters begin in the folded text."""

    flat: int
    folded: int


class _Text:
    """A text on one line, folded, and where what was looked for stands in it."""

    def __init__(self, flat: str, wanted: "list[Term | str]") -> None:
        self.flat = flat
        parts, self.segments, at = list[str](), list[_Segment](), 0
        for start, end in pairwise(_cuts(flat)):
            self.segments.append(_Segment(start, at))
            parts.append(_folded_with_places(flat[start:end])[0])
            at += len(parts[-1])
        self.folded = "".join(parts)
        self.wanted = [one for one in wanted if next(_places(self.folded, one), None)]
        """The terms and signs that stand in it."""
        self._letters = lru_cache(maxsize=2)(self._letters_of)

    def finds(self, start: int = 0) -> Iterator[Find]:
        """Every place where FTS5 would find a term, and every sign, in the order of the text; from the segment on in which
        a place lies."""
        first = self.segments[bisect_right(self.segments, (start, len(self.folded))) - 1].folded if self.segments else 0
        return merge(*(self._finds(number, one, first) for number, one in enumerate(self.wanted)))

    def _finds(self, number: int, wanted: "Term | str", first: int) -> Iterator[Find]:
        for start, end in _places(self.folded, wanted, first):
            yield self._place(start)[0], self._place(end - 1)[1], number

    def _place(self, at: int) -> tuple[int, int]:
        """Where the sign starts and ends in the text that a folded letter came from."""
        number = bisect_right(self.segments, at, key=lambda segment: segment.folded) - 1
        segment = self.segments[number]
        starts, ends = self._letters(number)
        return segment.flat + starts[at - segment.folded], segment.flat + ends[at - segment.folded]

    def _letters_of(self, number: int) -> tuple[Sequence[int], Sequence[int]]:
        following = self.segments[number + 1].flat if number + 1 < len(self.segments) else len(self.flat)
        return _folded_with_places(self.flat[self.segments[number].flat : following])[1:]


def _cuts(flat: str) -> Iterator[int]:
    """Where a text can be cut so that no sign is torn, every `_SEGMENT` characters or so; both ends with it."""
    at = 0
    while at < len(flat):
        yield at
        at += _SEGMENT
        while at < len(flat) and _clings(flat[at]):
            at += 1
    yield len(flat)


def _places(text: str, wanted: "Term | str", first: int = 0) -> Iterator[tuple[int, int]]:
    """Where a term, or a sign, stands in a folded text."""
    pieces, begins = ((wanted,), True) if isinstance(wanted, str) else wanted
    at = text.find(pieces[0], first)
    while at >= 0:
        end = at + len(pieces[0]) if isinstance(wanted, str) else _end(text, at, pieces, begins=begins)
        if end:
            yield at, end
        at = text.find(pieces[0], at + 1)


def _end(text: str, at: int, pieces: tuple[str, ...], *, begins: bool) -> int:
    """Where a term ends that begins here; 0 where it does not.

    A phrase respects where words start and end. Runs of Japanese may be entered and left anywhere.
    """
    if at and kind(pieces[0][0]) == 1 == kind(text[at - 1]):
        return 0
    for number, piece in enumerate(pieces):
        if number:
            behind = at
            while at < len(text) and not kind(text[at]):
                at += 1
            if at == behind and at < len(text) and kind(text[at]) == kind(text[at - 1]):  # the run before goes on
                return 0
        if not text.startswith(piece, at):
            return 0
        at += len(piece)
    goes_on = at < len(text) and kind(pieces[-1][0]) == 1 == kind(text[at])
    return 0 if goes_on and not begins else at


def _folded_with_places(flat: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Folded text, and for each of its characters the start and end of the sign it came from."""
    if flat.isascii():
        return folded(flat), range(len(flat)), range(1, len(flat) + 1)
    parts, starts, ends = [], list[int](), list[int]()
    for stretch in re.finditer(_STRETCH, flat):
        if stretch[1]:
            parts.append(stretch[1].lower())
            starts += range(*stretch.span())
            ends += range(stretch.start() + 1, stretch.end() + 1)
            continue
        for start, end in _signs(flat, *stretch.span()):
            sign = _folded_sign(flat[start:end])
            parts.append(sign)
            starts += [start] * len(sign)
            ends += [end] * len(sign)
    return "".join(parts), starts, ends


def _signs(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The signs from `start` to `end`, each with the marks that cling to it."""
    cuts = [at for at in range(start, end) if at == start or not _clings(flat[at])]
    return zip(cuts, [*cuts[1:], end], strict=True)


@cache
def _folded_sign(sign: str) -> str:
    return folded(sign)


@cache
def _clings(letter: str) -> bool:
    """Whether a character may melt into the one before it: a mark, a joiner, half-width ﾞ, a Hangul vowel."""
    first = unicodedata.normalize("NFKD", letter)[0]
    return first in "\xad\u200c\u200d\u2060\ufeff" or "\u1160" <= first <= "\u11ff" or _is_mark(first)


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("M")


def _window(flat: str, text: _Text, width: int) -> tuple[int, int]:
    """Where to cut: around the best finds, as much before as after, not through words."""
    if len(flat) <= width:
        return 0, len(flat)
    room = width - 2
    first, last = _best(text, room)
    start = max(0, min(first - (room - (last - first)) // 2, len(flat) - room))
    end = min(start + room, len(flat))
    start, end = _eased(flat, start, first), _eased(flat, end, last)
    return start + (flat[start] == " "), end - (flat[end - 1] == " ")


def _best(text: _Text, room: int) -> tuple[int, int]:
    """From the first to the last find of the passage, `room` long, with the most different terms."""
    best, place, near, finds = 0, (0, 0), deque[Find](), text.finds()
    coming = next(finds, None)
    while near or coming:
        while coming and (not near or coming[0] < near[0][0] + room):
            near.append(coming)
            coming = next(finds, None)
        start, end, number = near.popleft()
        numbers, last = {number}, min(end, start + room)
        for _, b, other in near:
            if b <= start + room:
                numbers.add(other)
                last = max(last, b)
        if len(numbers) > best:
            best, place = len(numbers), (start, last)
        if best == len(text.wanted):
            break
    return place


def _eased(flat: str, cut: int, towards: int) -> int:
    """The nearest place on the way where a cut tears nothing; `cut` itself if none is near."""
    way = range(cut, towards, 1 if towards > cut else -1)
    return next((at for at in way[:_NEAREST_GAP] if not _tears(flat, at)), cut)


def _tears(flat: str, cut: int) -> bool:
    """Whether a cut goes through a word, an accented letter, an emoji made of several or a flag."""
    if not 0 < cut < len(flat):
        return False
    before, after = flat[cut - 1], flat[cut]
    if " " in (before, after):
        return False
    if _clings(after) or before == "\u200d" or "\U0001f3fb" <= after <= "\U0001f3ff" or after in _NEVER_FIRST:
        return True
    if "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff":
        return True
    return max(before, after) < "\u1100"  # scripts that part words with blanks


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
