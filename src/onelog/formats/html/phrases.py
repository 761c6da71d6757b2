"""What a page says around the words of the journal, in English and Japanese, and how it looks."""

from typing import Final

from onelog.markdown.document import HEADINGS

WORDS: Final = {
    "en": {
        "title": "1-on-1 meetings", "meetings": "Meetings", "between": "Between meetings", "goals": "Goals",
        "people": "People", "coming": "Next meeting", "nothing": "Nothing was written down in this time.",
        "as_of": "as of {day}", "n_meetings": "{n} meetings", "n_meeting": "{n} meeting",
        "action": "Action", "open": "open", "done": "done", "dropped": "dropped", "parked": "parked", "raised": "raised",
        "achieved": "achieved", "missed": "missed", "overdue": "overdue", "resolved": "settled", "archived": "archived",
        "skipped": "Skipped", "paused": "Paused", "until": "until {day}",
        "due": "due {day}", "by": "by {day}", "why": "why: {text}", "because": "because: {text}",
        "outcome": "outcome: {text}",
        "me": "me", "from": "from {name}", "to": "to {name}", "with": "with {name}", "under": "under {text}",
        "way": "{start} → {target}", "now": "now {value}", "every": "every: {text}", "alias": "also {name}",
        "mood": "mood {n}", "seen": "theirs {n}", "rating": "rated {n}",
        "video": "video", "office": "office", "phone": "phone", "walk": "walk", "chat": "chat",
        "manager": "manager", "report": "report", "peer": "peer", "mentor": "mentor", "skip": "skip level", "other": "other",
        # pictures
        "pictures": "At a glance", "numbers": "The numbers", "mine": "mine", "theirs": "theirs", "rated": "rating",
        "weeks": "Weeks: {name}", "weeks_met": "{met} of {n} weeks with a meeting, up to {day}.",
        "weeks_kept": "{met} of {n} weeks with a meeting, {skipped} with one skipped, {missed} with one missed, up to {day}.",
        "weeks_how": "A week is a full bar where you met, half a hollow one where it was skipped, a low one where it was missed.",
        "moods": "Mood and rating: {name}", "moods_say": "{n} meetings from {first} to {last}, each value from 1 to 5.",
        "goal_line": "Goal: {title}", "actual": "measured", "expected": "expected",
        "goal_say": "{now} measured, {expected} expected by {day}; the line goes from {start} to {target} on {by}.",
        "goal_far": "{now} measured; the line goes from {start} to {target} on {by}.",
        "promises_mine": "My promises, by month", "promises_theirs": "Their promises, by month",
        "promises_say": "{kept} of {n} kept from {first} to {last}; a bar is filled as far as they were.",
        "kept": "in time", "late": "late", "not_kept": "not kept", "day": "Day", "month": "Month",
        "balance": "Feedback",
        "praise_given": "Praise given", "growth_given": "To work on, given",
        "praise_received": "Praise received", "growth_received": "To work on, received",
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
        "outcome": "結果: {text}",
        "me": "自分", "from": "{name}から", "to": "{name}へ", "with": "相手 {name}", "under": "上の目標 {text}",
        "way": "{start} → {target}", "now": "現在 {value}", "every": "間隔: {text}", "alias": "別名 {name}",
        "mood": "気分{n}", "seen": "相手{n}", "rating": "評価{n}",
        "video": "ビデオ", "office": "対面", "phone": "電話", "walk": "散歩", "chat": "チャット",
        "manager": "上司", "report": "部下", "peer": "同僚", "mentor": "メンター", "skip": "上司の上司", "other": "その他",
        # pictures
        "pictures": "ひと目で", "numbers": "数値", "mine": "自分", "theirs": "相手", "rated": "評価",
        "weeks": "週ごと：{name}", "weeks_met": "{n}週のうち面談があったのは{met}週、{day}まで。",
        "weeks_kept": "{n}週のうち面談{met}週、見送り{skipped}週、会わず{missed}週、{day}まで。",
        "weeks_how": "高い棒は面談、半分の白い棒は見送り、低い棒は会わなかった週。",
        "moods": "気分と評価：{name}", "moods_say": "{first}から{last}までの面談{n}件、値は1から5。",
        "goal_line": "目標：{title}", "actual": "実績", "expected": "予定",
        "goal_say": "実績{now}、{day}の予定{expected}。予定の線は{start}から{by}の{target}まで。",
        "goal_far": "実績{now}。予定の線は{start}から{by}の{target}まで。",
        "promises_mine": "自分の宿題、月ごと", "promises_theirs": "相手の宿題、月ごと",
        "promises_say": "{first}から{last}の{n}件中{kept}件を実行。塗った部分が実行した分。",
        "kept": "期限内", "late": "遅れて", "not_kept": "期限超過", "day": "日", "month": "月",
        "balance": "フィードバック",
        "praise_given": "伝えた称賛", "growth_given": "伝えた改善の助言",
        "praise_received": "受けた称賛", "growth_received": "受けた改善の助言",
        **HEADINGS["ja"],
    },
}  # fmt: skip

STYLE: Final = """
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fdfcfa; --soft: #5d6670; --line: #e1ddd6; --late: #a3261b; --kept: #2b6b3f; --other: #2458a6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e3dd; --paper: #17191c; --soft: #a0a7ae; --line: #33373c; --late: #ff8d80; --kept: #86c79a; --other: #8db8f2; }
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
h2 + .facts { margin-top: .75rem; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); gap: 1.5rem 2rem; margin-top: 1rem; }
figure { margin: 0; min-width: 0; }
figcaption { font-weight: 600; font-size: .9375rem; margin-bottom: .25rem; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; margin-bottom: .25rem; }
svg text { font-size: 10.5px; fill: var(--soft); } .end { text-anchor: end; } .mid { text-anchor: middle; }
.axis { stroke: var(--line); fill: none; }
.s0, .s1, .s2 { fill: none; stroke-width: 1.5; } .s0 { stroke: var(--ink); } .s1 { stroke: var(--other); } .s2 { stroke: var(--kept); }
.m0 { fill: var(--ink); } .m1 { fill: var(--other); } .m2 { fill: var(--kept); }
.met, .part { fill: var(--kept); } .skipped, .whole { fill: none; stroke: var(--soft); } .missed { fill: var(--late); } .none { fill: var(--line); }
table { border-collapse: collapse; font-size: .875rem; margin: .5rem 0; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: right; font-weight: 400; padding: .2rem .35rem; border-bottom: 1px solid var(--line); vertical-align: baseline; }
th:first-child, td:first-child { text-align: left; padding-left: 0; } thead th { color: var(--soft); } td, .charts tbody th { white-space: nowrap; } th { overflow-wrap: normal; }
summary { color: var(--soft); font-size: .875rem; cursor: pointer; } summary:focus-visible { outline: 2px solid var(--other); }
.review h3 { color: var(--soft); } .item { display: block; } .item ul { margin: .25rem 0 0; } .item .about { display: block; }
.strong > .words { font-weight: 600; } .source { color: var(--soft); font-size: .8125rem; }
@media (max-width: 30rem) { li { display: block; } .kind, .stands, .about { display: block; } }
li.late { border-left-color: var(--late); } .late > .stands { color: var(--late); }
li.done, li.achieved, article.achieved { border-left-color: var(--kept); } .done > .stands { color: var(--kept); }
.dropped > .words { text-decoration: line-through; }
@media print {
  :root { --ink: #000; --paper: #fff; --soft: #444; --line: #bbb; --late: #000; --kept: #444; --other: #222; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, h3 + .facts, summary, figcaption { break-after: avoid; } li, figure, tr, .table { break-inside: avoid; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  .charts { grid-template-columns: 1fr 1fr; } .charts table { font-size: 8pt; } .charts th, .charts td { padding-block: 0; }
  .met, .part, .missed, .none { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  @page { margin: 2cm; }
}
"""
