"""What onelog writes into a document for somebody to fill in: hints, which go again, and headings, which go when empty.

A hint is a comment of HTML. A line of somebody's note that begins like one has a backslash before it in every document,
so no note is taken for a hint.
"""

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
