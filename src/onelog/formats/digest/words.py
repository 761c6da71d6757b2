"""The words of a digest, English and Japanese side by side: what is written is read back in either language."""

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "1-on-1 notes", "title_with": "1-on-1 notes with {name}", "between": "Between meetings", "goals": "Goals",
        "coming": "Next meeting", "me": "Me", "comma": ", ", "stop": ". ",
        # what stands behind the dash
        "opened": "promised {day}", "added": "added {day}", "noted": "noted {day}", "due": "due {day}", "done": "done {day}", "done_undated": "done",
        "dropped": "dropped {day}", "dropped_undated": "dropped", "raised": "raised {day}", "raised_undated": "raised", "resolved": "settled {day}",
        "goal": "for “{text}”", "with": "with {name}", "why": "because {text}", "because": "because {text}",
        # labels
        "decision": "Decision", "win": "Win", "aha": "Aha", "praise": "Praise", "growth": "Growth", "concern": "Concern", "topic": "Topic",
        "private": "Private", "checkin": "Goal", "to_me": "{kind} from {giver}", "from_me": "{kind} for {receiver}",
        "of_others": "{kind} from {giver} for {receiver}",
        # facts
        "mood": "mood {n}", "seen": "theirs {n}", "rating": "rated {n}", "video": "video", "office": "office", "phone": "phone",
        "walk": "walk", "chat": "chat",
        # goals
        "by": "by {day}", "since": "since {day}", "measure": "measure: {text}", "unit": "unit: {text}", "way": "from {start} to {target}",
        "start": "from {start}", "target": "to {target}", "now": "now {value}", "achieved": "achieved {day}", "missed": "missed {day}",
        "achieved_undated": "achieved", "missed_undated": "missed", "on track": "on track", "ahead": "{days} ahead", "behind": "{days} behind",
        # the paragraph above
        "span": "{first} – {last}", "so_far": "{first} – {last}, as of {day}", "as_of": "As of {day}",
        "met": "{meetings} with {people}", "times": "{name} {n}", "mine": "I made {n}: {states}", "theirs": "Others made {n}: {states}",
        "n_praise": "Praise: {counts}", "n_growth": "To work on: {counts}", "clock": "Times are {offset}.", "unnamed": "A promise without a name is mine.",
    },
    "ja": {
        "title": "1on1の記録", "title_with": "{name}との1on1の記録", "between": "面談のあいだ", "goals": "目標",
        "coming": "次回の面談", "me": "自分", "comma": "、", "stop": "。",
        "opened": "{day}に約束", "added": "{day}に追加", "noted": "{day}に記録", "due": "期限 {day}", "done": "{day}完了", "done_undated": "完了",
        "dropped": "{day}取りやめ", "dropped_undated": "取りやめ", "raised": "{day}に話した", "raised_undated": "話した", "resolved": "{day}解決",
        "goal": "目標「{text}」", "with": "相手 {name}", "why": "理由：{text}", "because": "きっかけ：{text}",
        "decision": "決定", "win": "成果", "aha": "気づき", "praise": "称賛", "growth": "助言", "concern": "懸念", "topic": "次回",
        "private": "非公開", "checkin": "目標", "to_me": "{giver}からの{kind}", "from_me": "{receiver}への{kind}",
        "of_others": "{giver}から{receiver}への{kind}",
        "mood": "気分{n}", "seen": "相手{n}", "rating": "評価{n}", "video": "ビデオ", "office": "対面", "phone": "電話", "walk": "散歩",
        "chat": "チャット",
        "by": "期日 {day}", "since": "{day}から", "measure": "指標：{text}", "unit": "単位：{text}", "way": "{start} → {target}",
        "start": "開始 {start}", "target": "目標値 {target}", "now": "現在 {value}", "achieved": "{day}達成", "missed": "{day}未達",
        "achieved_undated": "達成", "missed_undated": "未達", "on track": "予定どおり", "ahead": "{days}先行", "behind": "{days}遅れ",
        "span": "{first}〜{last}", "so_far": "{first}〜{last}（{day}現在）", "as_of": "{day}現在",
        "met": "{people}と{meetings}", "times": "{name} {n}回", "mine": "自分の{n}：{states}", "theirs": "相手の{n}：{states}",
        "n_praise": "称賛：{counts}", "n_growth": "改善の助言：{counts}", "clock": "時刻は{offset}。", "unnamed": "名前のない宿題は自分のもの。",
    },
}  # fmt: skip

COUNTS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "en": {
        "meeting": ("{n} meeting", "{n} meetings"), "person": ("{n} person", "{n} people"), "promise": ("{n} promise", "{n} promises"),
        "kept": ("{n} kept", "{n} kept"), "late": ("{n} kept late", "{n} kept late"), "dropped": ("{n} dropped", "{n} dropped"),
        "open": ("{n} open", "{n} open"), "overdue": ("{n} overdue", "{n} overdue"), "aha": ("{n} aha moment", "{n} aha moments"),
        "win": ("{n} win", "{n} wins"), "decision": ("{n} decision", "{n} decisions"),
        "received": ("{n} received", "{n} received"), "given": ("{n} given", "{n} given"), "goal": ("{n} goal", "{n} goals"),
        "day": ("{n} day", "{n} days"),
    },
    "ja": {
        key: (phrase, phrase) for key, phrase in {
            "meeting": "{n}回の面談", "person": "{n}人", "promise": "宿題{n}件", "kept": "期限内に完了{n}件", "late": "遅れて完了{n}件",
            "dropped": "取りやめ{n}件", "open": "継続中{n}件", "overdue": "期限超過{n}件", "aha": "気づき{n}件", "win": "成果{n}件",
            "decision": "決定{n}件", "received": "受けたもの{n}件", "given": "伝えたもの{n}件", "goal": "目標{n}件", "day": "{n}日",
        }.items()
    },
}  # fmt: skip
LANGUAGES = tuple(PHRASES)


def say(language: str, key: str, **values: object) -> str:
    return PHRASES[language][key].format(**values)


def count(language: str, key: str, n: int) -> str:
    return COUNTS[language][key][n != 1].format(n=n)


def spellings(key: str) -> tuple[str, ...]:
    """A phrase in every language."""
    return tuple(PHRASES[language][key] for language in LANGUAGES)
