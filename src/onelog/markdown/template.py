"""What onelog writes into a document for somebody to fill in: hints, which go again, and headings, which go when empty.

A hint is a comment of HTML. A line of somebody's note that begins like one has a backslash before it in every document,
so no note is taken for a hint.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onelog.markdown.body import Fence

HAND_OVER = {
    "en": "<!-- To hand something over, say what for: - [ ] @them the task due:fri why: what it is for -->",
    "ja": "<!-- 任せるときは理由も: - [ ] @them 頼むこと due:金曜 why: 何のために -->",
}
BOXES = {
    "en": "<!-- [x] done, raised or settled; [-] dropped; what stays [ ] or is taken out stays as it was. -->",
    "ja": "<!-- [x] 完了・話した・解決、[-] 取りやめ。[ ] のままか消した行は、そのまま残ります。 -->",
}
UNUSED = {
    "en": "<!-- A question with nothing written beneath it goes, and so does a heading with nothing under it. -->",
    "ja": "<!-- 下に何も書かなかった質問と見出しは、記録に残りません。 -->",
}
HINTS = frozenset(hint for said in (HAND_OVER, BOXES, UNUSED) for hint in said.values())

HEADINGS = {
    "en": {
        "topics": "## Topics", "mine": "## I owe", "theirs": "## They owe", "concerns": "## Concerns",
        "questions": "## Questions", "notes": "## Notes",
    },
    "ja": {
        "topics": "## 話すこと", "mine": "## 自分の宿題", "theirs": "## 相手の宿題", "concerns": "## 懸念",
        "questions": "## 質問", "notes": "## メモ",
    },
}  # fmt: skip
"""The parts of a prepared document."""
ALL_HEADINGS = frozenset(heading for headings in HEADINGS.values() for heading in headings.values())
NOTES = frozenset(headings["notes"] for headings in HEADINGS.values())

DIFFERENTLY = {"en": "I will do differently:", "ja": "次に変えること:"}
"""What the answer to one of the questions after a meeting begins with."""

_PREPARED = "prepared"


def without_hints(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The numbered lines without hints, also where an editor wrapped them or put several on one line."""
    fence, comment = Fence(), list[tuple[int, str]]()
    for number, line in lines:
        is_code = fence.feed(line)
        if is_code or not line.strip():
            yield from _left(comment)
            comment = []
        if comment or (not is_code and line.lstrip().startswith("<!--")):
            comment.append((number, line))
        else:
            yield number, line
    yield from _left(comment)


def _left(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """What is left of the lines of a comment: they themselves, or the words behind the hints that they begin with."""
    text, start = "\n".join(line for _, line in lines), 0
    while found := _hints().match(text, start):
        start = found.end()
    if not start:
        yield from lines
        return
    first = text.count("\n", 0, start)
    for (number, _), line in zip(lines[first:], text[start:].split("\n"), strict=True):
        if line.strip():
            yield number, line


@cache
def _hints() -> re.Pattern[str]:
    """One of the hints at the beginning of a line or behind another one, whatever blanks stand in it."""
    blanks = r"\s*"
    hints = (blanks.join(map(re.escape, "".join(hint.split()))) for hint in HINTS)
    return re.compile(f"{blanks}(?:{'|'.join(hints)})")


def kind_of(n: int) -> str:
    """The `kind:` of a document that was prepared after the change `n` of the journal."""
    return f"{_PREPARED} {n}"


def prepared_after(kind: str) -> int | None:
    """The number of the change after which a document was prepared; None for any other document."""
    word, _, n = kind.partition(" ")
    if word.lower() != _PREPARED:
        return None
    return int(n) if n.isascii() and n.isdigit() and len(n) < 19 else 2**62


def unread_headings(kind: str) -> frozenset[str]:
    """The headings of a document that open no section: those that onelog writes into a prepared one."""
    return ALL_HEADINGS if prepared_after(kind) is not None else frozenset()
