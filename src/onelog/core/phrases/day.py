"""The day, an empty journal, and what stands before a meeting."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    # today
    "today_due": ("Who is due", "そろそろ1on1"),
    "today_days": ("Days to remember", "覚えておく日"),
    "today_mine": "i_owe",
    "today_theirs": ("I wait for", "相手待ち"),
    "today_moment": ("Remember", "あの日"),
    "nothing_today": ("Nobody is due this week, and you owe nothing.", "今週は1on1の予定も宿題もありません。"),
    "welcome": ("This journal is empty. To begin:", "まだ記録がありません。まずは："),
    "welcome_log": ("After a 1-on-1", "1on1を記録"),
    "welcome_person": ("A person", "相手を登録"),
    "welcome_import": ("Notes you have", "手元のメモ"),
    "welcome_demo": ("A look around", "サンプルを見る"),
    "more_later": ("{n} due later: {command}", "期限はまだ先 {n}件：{command}"),
    "today_goals": ("Goals at risk", "遅れている目標"),
    # before a meeting
    "prep_last": ("Last", "前回"),
    "prep_theirs": ("They owe", "相手の宿題"),
    "prep_topics": ("Topics", "次回の話題"),
    "prep_feedback": ("To give", "伝えること"),
    "prep_concerns": "concerns",
    "prep_facts": ("Facts", "覚え書き"),
    "n_facts_untold": (
        ("{n} noted lately: {command}", "{n} noted lately: {command}"),
        "最近の覚え書き{n}件：{command}",
    ),
    "occasion_birthday": ("birthday", "誕生日"),
    "occasion_work": ("start of work", "入社の日"),
    "occasion_anniversary": ("anniversary", "記念日"),
    "occasion_": ("a date", "予定日"),
    "n_years": (("{n} year", "{n} years"), "{n}年"),
    "prep_goals": "goals",
    "prep_try": ("Try", "試すこと"),
    "prep_mood": ("Mood", "気分"),
    "prep_ask": ("Ask", "質問"),
    "first_meeting": (
        "Your first meeting with {name}: {command} says how to begin.",
        "{name}との初めての1on1です。始め方：{command}",
    ),
    "n_warning": (("{n} warning: {command}", "{n} warnings: {command}"), "早めのサイン{n}件：{command}"),
    "n_untold": ("{n} open: {command}", "未解決{n}件：{command}"),
    "n_noted": (
        ("{n} line noted for it: {command}", "{n} lines noted for it: {command}"),
        "次回のためのメモ{n}行：{command}",
    ),
}
