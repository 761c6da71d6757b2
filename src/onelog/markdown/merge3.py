"""Two changes of one document, brought together: its lines, and what is said in its fields.

`edit` and a source that comes again merge whole documents by `together`, fields and all: what both changed is refused, so
that nobody overwrites anybody. A prepared meeting that took place must not be refused: its note is `united`, which keeps
what both wrote, and each of its fields is merged by itself.
"""

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import TypeVar

Edit = tuple[int, int, list[str]]
K = TypeVar("K")
T = TypeVar("T")


def together(before: str, mine: str, theirs: str) -> str | None:
    """`before` with the lines changed that `mine` changes and those that `theirs` changes.

    None where both change the same lines, or add at the same place.
    """
    lines = before.split("\n")
    edits = sorted([*_edits(lines, mine.split("\n")), *_edits(lines, theirs.split("\n"))], key=lambda e: e[:2])
    out: list[str] = []
    at, last = 0, None
    for start, end, new in edits:
        if last == (start, end, new):
            continue  # both say the same
        if start < at or (last and start == last[0]):
            return None
        out += [*lines[at:start], *new]
        at, last = end, (start, end, new)
    return "\n".join([*out, *lines[at:]])


def _edits(old: list[str], new: list[str]) -> list[Edit]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(i1, i2, new[j1:j2]) for tag, i1, i2, j1, j2 in codes if tag != "equal"]


def united(before: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """As `together`, but nothing is refused: what both have changed, or put in the same place, is there twice, theirs first.

    A line that one of them took out is gone, also where the other has only moved it; what both added alike is there once.
    """
    took, put = _taken_and_put(before, mine)
    took_too, put_too = _taken_and_put(before, theirs)
    moved = Counter(before[n] for n in took & took_too if before[n].strip())
    put = {at: [line for line in lines if not _counted_down(moved, line)] for at, lines in put.items()}
    out: list[str] = []
    for n in range(len(before) + 1):
        out += _both(put_too.get(n, []), put.get(n, []))
        out += before[n : n + 1] if n not in took | took_too else []
    return out


def _taken_and_put(before: list[str], new: list[str]) -> tuple[set[int], dict[int, list[str]]]:
    """The numbers of the lines that were taken out, and what was put in, by the number of the line that it stands before."""
    edits = _edits(before, new)
    return {n for start, end, _ in edits for n in range(start, end)}, {start: lines for start, _, lines in edits}


def _counted_down(left: Counter[str], line: str) -> bool:
    left[line] -= 1
    return left[line] >= 0


def _both(first: list[str], second: list[str]) -> list[str]:
    """Two additions in one place: what they begin with alike, then the rest of each, with a blank line between."""
    n = next((n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second)))
    one, other = first[n:], second[n:]
    gap = [""] if one and other and one[-1].strip() and other[0].strip() else []
    return [*first[:n], *one, *gap, *other]


def merged(before: T, mine: T, theirs: T) -> T:
    """One field: mine where I changed it, else theirs."""
    return mine if mine != before else theirs


def merged_by_key(before: Mapping[K, T], mine: Mapping[K, T], theirs: Mapping[K, T]) -> dict[K, T]:
    """Fields by their keys, as `merged`: what one of us took out is gone, what one of us put in is there."""
    keys = dict.fromkeys((*before, *theirs, *mine))
    found = {key: merged(before.get(key), mine.get(key), theirs.get(key)) for key in keys}
    return {key: value for key, value in found.items() if value is not None}
