"""What a page says around the words of the journal, in English and Japanese, and how it looks."""

from datetime import date
from typing import Final

from onelog import dates
from onelog.document import HEADINGS

WORDS: Final = {
    "en": {
        "title": "1-on-1 meetings", "meetings": "Meetings", "between": "Between meetings", "goals": "Goals",
        "people": "People", "coming": "Next meeting", "nothing": "Nothing was written down in this time.",
        "as_of": "as of {day}", "n_meetings": "{n} meetings", "n_meeting": "{n} meeting",
        "action": "Action", "open": "open", "done": "done", "dropped": "dropped", "parked": "parked", "raised": "raised",
        "achieved": "achieved", "missed": "missed", "overdue": "overdue", "resolved": "settled", "archived": "archived",
        "skipped": "Skipped", "paused": "Paused", "until": "until {day}",
        "due": "due {day}", "by": "by {day}", "why": "why: {text}", "because": "because: {text}",
        "me": "me", "from": "from {name}", "to": "to {name}", "with": "with {name}", "under": "under {text}",
        "way": "{start} → {target}", "now": "now {value}", "every": "every: {text}", "alias": "also {name}",
        "mood": "mood {n}", "seen": "theirs {n}", "rating": "rated {n}",
        "video": "video", "office": "office", "phone": "phone", "walk": "walk", "chat": "chat",
        "manager": "manager", "report": "report", "peer": "peer", "mentor": "mentor", "skip": "skip level", "other": "other",
        **HEADINGS["en"],
    },
    "ja": {
        "title": "1on1の記録", "meetings": "面談", "between": "面談のあいだ", "goals": "目標",
        "people": "人", "coming": "次回", "nothing": "この期間の記録はありません。",
        "as_of": "{day}現在", "n_meetings": "面談{n}件", "n_meeting": "面談{n}件",
        "action": "宿題", "open": "未完了", "done": "完了", "dropped": "取りやめ", "parked": "次回へ", "raised": "話した",
        "achieved": "達成", "missed": "未達", "overdue": "期限超過", "resolved": "解決", "archived": "保管",
        "skipped": "見送り", "paused": "休止", "until": "{day}まで",
        "due": "期限 {day}", "by": "期日 {day}", "why": "理由: {text}", "because": "きっかけ: {text}",
        "me": "自分", "from": "{name}から", "to": "{name}へ", "with": "相手 {name}", "under": "上の目標 {text}",
        "way": "{start} → {target}", "now": "現在 {value}", "every": "間隔: {text}", "alias": "別名 {name}",
        "mood": "気分{n}", "seen": "相手{n}", "rating": "評価{n}",
        "video": "ビデオ", "office": "対面", "phone": "電話", "walk": "散歩", "chat": "チャット",
        "manager": "上司", "report": "部下", "peer": "同僚", "mentor": "メンター", "skip": "上司の上司", "other": "その他",
        **HEADINGS["ja"],
    },
}  # fmt: skip

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_text(day: date, language: str) -> str:
    """`Tue 17 Nov 2026`, 2026年11月17日(火)."""
    weekday = dates.weekday(day, language)
    if language == "ja":
        return f"{day.year}年{day.month}月{day.day}日({weekday})"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"


STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fdfcfa; --soft: #5d6670; --line: #e1ddd6; --late: #a3261b; --kept: #2b6b3f; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dd; --paper: #17191c; --soft: #a0a7ae; --line: #33373c; --late: #ff8d80; --kept: #86c79a; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.15rem; margin: 2.5rem 0 0; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.75rem 0 0; }
.facts, .kind, .stands, .about { color: var(--soft); font-size: .875rem; }
.facts { margin: 0; }
.note { white-space: pre-wrap; margin: .5rem 0; }
ul { list-style: none; margin: .5rem 0; padding: 0; }
li { padding: .25rem 0 .25rem .75rem; border-left: 3px solid var(--line); margin: .25rem 0;
  display: grid; grid-template-columns: 7rem 1fr; align-items: baseline; }
.words, .stands, .about { grid-column: 2; }
.about { white-space: pre-wrap; }
.person { display: block; }
@media (max-width: 30rem) { li { display: block; } .kind, .stands, .about { display: block; } }
.late { border-left-color: var(--late); } .late .stands { color: var(--late); }
.done, .achieved { border-left-color: var(--kept); } .done .stands { color: var(--kept); }
.dropped .words { text-decoration: line-through; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --late: #000; --kept: #444; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; } li { break-inside: avoid; } @page { margin: 2cm; }
}
"""
