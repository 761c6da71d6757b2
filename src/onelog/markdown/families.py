"""The words people use for the labels, keys, fields and owners of the grammar: one table, English and Japanese.

A new word for one of them is a word in this table, and nothing else.
"""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from onelog.markdown.word_forms import normalized


class Family(NamedTuple):
    """What people call one label."""

    short: str
    """One or two letters; small ones only, because `A:` and `C:` begin answers and name disks."""
    words: tuple[str, ...]
    """Labels: a colon behind them makes the line a record. The first one is the name of the label."""
    headings: tuple[str, ...] = ()
    """What else the heading of a section of them is called."""


LABELS: dict[str, Family] = {
    "action": Family(
        "a", ("action", "todo", "宿題", "シュクダイ", "アクション", "アクションアイテム", "ネクストアクション"),
        ("actions", "action item", "action items", "action point", "action points", "next action", "next actions", "next step",
         "next steps", "todos", "to do", "to-do", "to dos", "to-dos", "task", "tasks", "やること"),
    ),
    "decision": Family("d", ("decision", "決定", "決定事項"), ("decisions",)),
    "win": Family("w", ("win", "成果"), ("wins",)),
    "aha": Family("", ("aha", "気づき", "気付き"), ("ahas", "a-ha", "a-has", "aha moments")),
    "praise": Family("p", ("praise", "称賛")),
    "growth": Family("gr", ("growth", "成長")),
    "concern": Family("c", ("concern", "懸念", "懸念事項", "懸念点", "悩み", "悩みごと", "困りごと", "心配事"), ("concerns",)),
    "topic": Family("t", ("topic", "次回"), ("topics", "for next time", "next time")),
    "checkin": Family("g", ("goal", "目標"), ("goals",)),
    "fact": Family("f", ("fact", "覚え書き"), ("facts about them",)),
    "private": Family("x", ("private", "非公開", "非公開メモ", "非公開事項"), ("private note", "private notes")),
}  # fmt: skip  # the words of one thing in a line
"""Kind of line -> its family. `goal:` begins a check-in on a goal."""

KEYS: dict[str, tuple[str, ...]] = {
    "due": ("due", "期限", "〆切", "締切", "締め切り"),
    "why": ("why", "理由"),
    "because": ("because", "きっかけ"),
    "outcome": ("outcome", "結果"),
    "goal": ("goal",),
    "owner": ("担当", "担当者"),
    "from": ("from",),
    "to": ("to",),
    "opened": ("opened",),
    "done": ("done",),
    "dropped": ("dropped",),
    "added": ("added",),
    "raised": ("raised",),
    "every": ("every", "頻度"),
    "next": ("next",),
    "resolved": ("resolved",),
    "as": ("as", "種類"),
}
FIELDS = ("on", "len", "mode", "mood", "seen", "rating")
CHANGES: dict[str, tuple[str, ...]] = {
    "text": ("text", "title", "words", "本文", "内容", "題名", "タイトル"),
    "owner": ("owner", *KEYS["owner"]),
    "due": KEYS["due"],
    "by": ("by", "期日"),
    "why": KEYS["why"],
    "because": KEYS["because"],
    "outcome": KEYS["outcome"],
    "goal": ("goal", "目標"),
    "with": ("with", "相手"),
    "from": ("from", "誰から"),
    "to": ("to", "誰へ"),
    "on": ("on", "at", "opened", "added", "date", "日時", "日付", "開始", "追加"),
    "closed": ("closed", "done", "dropped", "raised", "resolved", "achieved", "missed", "終了", "完了", "解決"),
    "len": ("len", "length", "所要時間"),
    "mode": ("mode", "形式", "場所"),
    "mood": ("mood", "気分", "調子"),
    "seen": ("seen", "相手の気分"),
    "rating": ("rating", "評価"),
    "start": ("start", "開始値"),
    "target": ("target", "目標値"),
    "unit": ("unit", "単位"),
    "metric": ("metric", "指標"),
    "under": ("under", "上の目標"),
    "value": ("value", "値"),
    "status": ("status", "state", "状態"),
    "name": ("name", "名前"),
    "alias": ("alias", "別名"),
    "reading": ("reading", "読み"),
    "relation": ("relation", "関係"),
    "every": ("every", "頻度", "間隔"),
    "next": ("next",),
    "as": KEYS["as"],
}
"""What `change` calls the fields of a record, and what screens call them."""
MODES: dict[str, tuple[str, ...]] = {
    "video": ("video", "remote", "online", "zoom", "teams", "meet", "google meet", "webex", "ビデオ", "オンライン", "リモート"),
    "office": (
        "office", "in-person", "in person", "onsite", "on-site", "face to face", "face-to-face", "f2f", "対面", "オフィス",
    ),
    "phone": ("phone", "call", "電話"),
    "walk": ("walk", "walking", "散歩"),
    "chat": ("chat", "slack", "チャット"),
}  # fmt: skip  # the words of one thing in a line


SHEET: dict[str, tuple[str, ...]] = {
    "on": ("日時", "日付", "実施日", "開催日", "date"),
    "with": ("相手", "面談相手", "対象者"),
    "mood": ("気分", "調子", "体調", "コンディション"),
    "len": ("所要時間",),
    "mode": ("形式", "場所"),
}
"""What the fields are called in the head of a sheet, by the field; the day is read there, whom it is with compared, the others are told of."""


def _meanings(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


KIND_OF_LABEL = {word: kind for kind, family in LABELS.items() for word in (family.short, *family.words) if word}
KIND_OF_HEADING = {word: kind for kind, family in LABELS.items() for word in (*family.words, *family.headings)}
NAME_OF_KEY = _meanings(KEYS)
NAME_OF_MODE = _meanings(MODES)
NAME_OF_CHANGE = _meanings(CHANGES)
FIELD_OF_SHEET = _meanings(SHEET)


def means_something(word: str) -> bool:
    """Whether a word before a colon is a label, a key or a field, or `with`."""
    word = normalized(word)
    return word in KIND_OF_LABEL or word in NAME_OF_KEY or word in FIELDS or word in ("with", "http", "https", "re")


def spellings(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they may be typed: also decomposed, as a Mac writes them, and in the other width; longer ones first."""
    every = {way for word in words for way in (word, unicodedata.normalize("NFD", word), _in_other_width(word))}
    return tuple(sorted(every, key=lambda word: (-len(word), word)))


_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_HALF = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFFA0)}


def _in_other_width(word: str) -> str:
    """Latin letters in full width, katakana in half width."""
    if word.isascii():
        return word.translate(_WIDE).replace(" ", "\u3000")
    return "".join(_HALF.get(sign, sign) for sign in unicodedata.normalize("NFD", word))


NOTHING = frozenset((
    "none", "nothing", "n/a", "na", "tbd", "-", "–", "—", "ー", "なし", "無し", "特になし", "特に無し", "ありません", "特にありません",
))  # fmt: skip  # words in lines
"""Words that say that there is nothing."""


def is_nothing(words: str) -> bool:
    """Whether words say only that there is nothing: `none`, `n/a`, 特になし。"""
    return normalized(words).rstrip(".。!") in NOTHING


def near(word: str, words: tuple[str, ...]) -> str:
    """The one of `words` that was mistyped as `word` (one letter wrong, or two out of their order); "" where none was."""
    typed = normalized(word)
    return next((one for one in words if typed != one and _slipped(typed, one)), "")


def _slipped(typed: str, meant: str) -> bool:
    if sorted(typed) == sorted(meant):  # letters out of their order: two changed places
        return sum(a != b for a, b in zip(typed, meant, strict=True)) == 2
    if abs(len(typed) - len(meant)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    return any(
        typed[start + a :] == meant[start + b :] for a, b in ((1, 1), (1, 0), (0, 1))
    )  # one was changed, added or left out
