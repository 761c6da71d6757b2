"""The words people use for the labels, keys, fields and owners of the grammar: one table, English and Japanese.

A new word for one of them is a word in this table, and nothing else.
"""

import re
import unicodedata
from collections.abc import Mapping

from onelog.core.model import PRIVATE
from onelog.core.values import value
from onelog.markdown.word_forms import normalized


@value(frozen=True, slots=True)
class Family:
    """What people call one label."""

    short: str
    """One or two letters; small ones only, because `A:` and `C:` begin answers and name disks."""
    words: tuple[str, ...]
    """Labels: a colon behind them makes the line a record. The first one is the name of the label."""
    headings: tuple[str, ...] = ()
    """What else the heading of a section of them is called."""


LABELS: dict[str, Family] = {
    "action": Family(
        "a", ("action", "todo", "宿題", "シュクダイ", "アクション", "アクションアイテム", "ネクストアクション", "次のアクション", "アクションプラン",
         "やること", "やる事", "タスク", "次回までにやること", "次回までのアクション", "次回までの宿題", "対応事項", "ネクストステップ"),
        ("actions", "action item", "action items", "action point", "action points", "next action", "next actions", "next step",
         "next steps", "todos", "to do", "to-do", "to dos", "to-dos", "task", "tasks", "行動計画", "今後のアクション", "今後の宿題"),
    ),
    "decision": Family(
        "d", ("decision", "決定", "決定事項", "決まったこと", "決まった事", "決めたこと", "合意", "合意事項", "合意したこと", "結論"),
        ("decisions", "今回の決定事項", "本日の決定事項"),
    ),
    "win": Family(
        "w", ("win", "成果", "良かった点", "よかった点", "良かったこと", "よかったこと", "うまくいったこと", "上手くいったこと", "達成", "達成したこと",
         "できたこと"),
        ("wins", "今週の成果", "今月の成果"),
    ),
    "aha": Family(
        "", ("aha", "気づき", "気付き", "きづき", "学び", "学んだこと", "気づいたこと", "気付いたこと", "発見", "教訓"),
        ("ahas", "a-ha", "a-has", "aha moments", "lesson learned", "lessons learned"),
    ),
    "praise": Family("p", ("praise", "称賛", "賞賛", "感謝", "良い点", "よい点", "強み", "褒めたいこと", "ほめたいこと"), ("感謝したいこと",)),
    "growth": Family("gr", ("growth", "成長", "改善の助言", "改善", "改善点", "改善してほしいこと", "助言", "アドバイス", "伸びしろ"), ("成長課題",)),
    "concern": Family(
        "c", ("concern", "懸念", "懸念事項", "懸念点", "悩み", "悩みごと", "悩み事", "困りごと", "困り事", "困っていること", "困ったこと", "心配", "心配事",
         "心配ごと", "不安", "不安なこと", "気がかり", "気になる点", "気になること", "気になっていること", "相談", "相談事", "相談ごと", "相談事項", "相談したいこと"),
        ("concerns",),
    ),
    "topic": Family("t", ("topic", "次回", "次回の議題", "次回の話題", "次回のテーマ", "次回話したいこと", "次回への申し送り", "議題", "アジェンダ", "話題", "話したいこと",
         "トピック"),
        ("topics", "for next time", "next time"),
    ),
    "checkin": Family("g", ("goal", "目標"), ("goals",)),
    "fact": Family("f", ("fact", "覚え書き", "覚書"), ("facts about them",)),
    "private": Family(
        "x", ("private", "非公開", "非公開メモ", "非公開事項", "個人メモ", "秘密", "内密", "極秘", "自分用メモ", "オフレコ"), ("private note", "private notes"),
    ),
}  # fmt: skip  # the words of one thing in a line
"""Kind of line -> its family. `goal:` begins a check-in on a goal."""
LINES_ONLY = frozenset(("議題", "アジェンダ", "話題", "話したいこと", "トピック"))
"""Labels that open no section: the headings of a sheet that say what this talk was about, not the next one."""
UNCLEAR: dict[str, tuple[str, str]] = {
    "課題": ("成長", "懸念"),
    "フィードバック": ("称賛", "成長"),
}
"""Words that may be either of two labels: they are text, and both are said."""

KEYS: dict[str, tuple[str, ...]] = {
    "due": ("due", "期限", "〆切", "締切", "締め切り", "締切日", "期日", "納期"),
    "why": ("why", "理由", "目的", "ねらい", "狙い"),
    "because": ("because", "きっかけ"),
    "outcome": ("outcome", "結果"),
    "goal": ("goal", "目標id"),
    "owner": ("担当", "担当者"),
    "from": ("from", "から", "誰から"),
    "to": ("to", "へ", "誰へ", "宛"),
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
FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "on": ("on",),
    "len": ("len",),
    "mode": ("mode", "形式", "実施形式", "開催形式", "方法", "実施方法", "場所"),
    "mood": ("mood", "気分", "自分の気分"),
    "seen": ("seen", "相手の様子", "相手の気分"),
    "rating": ("rating", "充実度", "満足度", "評価"),
}
"""What the fields are called wherever they stand."""
LENGTHS = ("所要時間", "時間")
"""What `len` is called before a length that says minutes or hours: `時間：14:00` is none."""
CHANGES: dict[str, tuple[str, ...]] = {
    "text": ("text", "title", "words", "本文", "内容", "題名", "タイトル"),
    "owner": ("owner", *KEYS["owner"]),
    "due": tuple(word for word in KEYS["due"] if word != "期日"),
    "by": ("by", "期日"),
    "why": KEYS["why"],
    "because": KEYS["because"],
    "outcome": KEYS["outcome"],
    "goal": (*KEYS["goal"], "目標"),
    "with": ("with", "相手"),
    "from": KEYS["from"],
    "to": KEYS["to"],
    "on": ("on", "at", "opened", "added", "date", "日時", "日付", "記録日", "登録日", "開始", "追加"),
    "closed": ("closed", "done", "dropped", "raised", "resolved", "achieved", "missed", "終了", "完了", "解決"),
    "len": ("len", "length", *LENGTHS),
    "mode": FIELD_WORDS["mode"],
    "mood": (*FIELD_WORDS["mood"], "調子"),
    "seen": FIELD_WORDS["seen"],
    "rating": FIELD_WORDS["rating"],
    "start": ("start", "開始値"),
    "target": ("target", "目標値"),
    "unit": ("unit", "単位"),
    "metric": ("metric", "指標"),
    "under": ("under", "上位目標", "上の目標"),
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
    "video": ("video", "remote", "online", "zoom", "teams", "meet", "google meet", "webex", "ビデオ", "ビデオ会議", "オンライン", "リモート", "ズーム", "web会議"),
    "office": (
        "office", "in-person", "in person", "onsite", "on-site", "face to face", "face-to-face", "f2f", "対面", "オフィス", "出社", "会議室",
    ),
    "phone": ("phone", "call", "電話"),
    "walk": ("walk", "walking", "散歩", "ウォーキング"),
    "chat": ("chat", "slack", "チャット", "スラック"),
}  # fmt: skip  # the words of one thing in a line


SHEET: dict[str, tuple[str, ...]] = {
    "on": ("日時", "日付", "実施日", "実施日時", "開催日", "開催日時", "面談日", "date"),
    "with": ("相手", "面談相手", "対象者", "メンバー", "氏名"),
    "mood": ("気分", "調子", "体調", "体調・気分", "コンディション"),
    "len": LENGTHS,
    "mode": FIELD_WORDS["mode"][1:],
}
"""What the fields are called in the head of a sheet, by the field; the day is read there, whom it is with compared, the others are told of."""


def _meanings(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words}


KIND_OF_LABEL = {word: kind for kind, family in LABELS.items() for word in (family.short, *family.words) if word}
KIND_OF_HEADING = {
    word: kind
    for kind, family in LABELS.items()
    for word in (*family.words, *family.headings)
    if word not in LINES_ONLY
}
NAME_OF_KEY = _meanings(KEYS)
FIELD_NAMES = {name: (*FIELD_WORDS[name], *(LENGTHS if name == "len" else ())) for name in FIELDS}
"""Each field and all that it is called."""
NAME_OF_FIELD = _meanings(FIELD_NAMES)
NAME_OF_MODE = _meanings(MODES)
NAME_OF_CHANGE = _meanings(CHANGES)
FIELD_OF_SHEET = _meanings(SHEET)


@value(frozen=True, slots=True)
class Called:
    """What a label, a key or a field is called, said in a language: its first word there."""

    words: tuple[str, ...]

    def __call__(self, language: str) -> str:
        """`due`, 期限."""
        return next((word for word in self.words if word.isascii() == (language != "ja")), self.words[0])


def called(name: str) -> Called:
    """What a key or a field is called."""
    return Called(KEYS.get(name) or FIELD_NAMES.get(name, (name,)))


def means_something(word: str) -> bool:
    """Whether a word before a colon is a label, a key or a field, or `with`."""
    word = normalized(word)
    return (
        word in KIND_OF_LABEL or word in NAME_OF_KEY or word in NAME_OF_FIELD or word in ("with", "http", "https", "re")
    )


def kind_of_heading(name: str) -> str:
    """The kind of the records under a heading: also of one with several words for it (`気づき・学び`), or with what
    should stand there in brackets (`アクション（担当・期限）`); "" where there is none."""
    if name in KIND_OF_HEADING or name.isascii():
        return KIND_OF_HEADING.get(name, "")
    bare, _, inside = name.partition("(")
    parts = [part.strip() for part in re.split("[・/、&]", bare)]
    kinds = {KIND_OF_HEADING.get(part, "") for part in parts}
    kind = kinds.pop() if len(kinds) == 1 else ""
    is_told = inside and (kind in PRIVATE or any(word in inside for word in _SECRET))
    return "" if is_told else kind


_SECRET = ("非公開", "秘密", "極秘", "内密", "本人", "自分", "オフレコ", "private", "confidential")
"""What stands in the brackets of a heading under which nothing is for everybody: it is none of these."""


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
