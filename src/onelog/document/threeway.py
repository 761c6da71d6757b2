"""Two changes of one text, brought together line by line."""

from difflib import SequenceMatcher

Edit = tuple[int, int, list[str]]


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
