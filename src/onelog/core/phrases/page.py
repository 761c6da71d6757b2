"""Pages of HTML."""

from onelog.core.phrases import Entry

PHRASES: dict[str, Entry] = {
    "title": ("1-on-1 meetings", "1on1の記録"),
    "people": ("People", "人"),
    "coming": ("Next meeting", "次回"),
    "archived": ("archived", "保管"),
    "skipped": "did_skipped",
    "moved": "did_moved",
    "moved_on": ("to {day}", "{day}へ"),
    "paused": "did_paused",
    "with": ("with {name}", "相手 {name}"),
    "under": ("under {text}", "上位目標 {text}"),
    "way": ("{start} → {target}", "{start} → {target}"),
    "every": ("every: {text}", "間隔: {text}"),
    "alias": ("also {name}", "別名 {name}"),
    "skip": "skip_level",
    # pictures
    "pictures": ("At a glance", "概要"),
    "numbers": ("The numbers", "数値"),
    "mine": ("mine", "自分"),
    "theirs": ("theirs", "相手"),
    "rated": ("rating", "充実度"),
    "weeks": ("Weeks: {name}", "週ごと：{name}"),
    "weeks_met": ("{met} of {n} weeks with a meeting, up to {day}.", "{n}週のうち1on1があったのは{met}週、{day}まで。"),
    "weeks_kept": (
        "{met} of {n} weeks with a meeting, {skipped} with one skipped, {missed} with one missed, up to {day}.",
        "{n}週のうち1on1 {met}週、見送り{skipped}週、未実施{missed}週、{day}まで。",
    ),
    "weeks_how": (
        "A week is a full bar where you met, half a hollow one where it was skipped, a low one where it was missed.",
        "高い棒は1on1、半分の白い棒は見送り、低い棒は未実施の週。",
    ),
    "moods": ("Mood and rating: {name}", "気分と充実度：{name}"),
    "moods_say": (
        "{n} meetings from {first} to {last}, each value from 1 to 5.",
        "{first}から{last}までの1on1 {n}回、値は1から5。",
    ),
    "scale": ("{scale} ({low}–{high}): {name}", "{scale}（{low}〜{high}）：{name}"),
    "scale_say": (
        "{n} meetings from {first} to {last}, each value from {low} to {high}.",
        "{first}から{last}までの1on1 {n}回、値は{low}から{high}。",
    ),
    "goal_line": ("Goal: {title}", "目標：{title}"),
    "actual": ("measured", "実績"),
    "expected": ("expected", "予定"),
    "goal_say": (
        "{now} measured, {expected} expected by {day}; the line goes from {start} to {target} on {by}.",
        "実績{now}、{day}の予定{expected}。予定の線は{start}から{by}の{target}まで。",
    ),
    "goal_far": (
        "{now} measured; the line goes from {start} to {target} on {by}.",
        "実績{now}。予定の線は{start}から{by}の{target}まで。",
    ),
    "promises_mine": ("My promises, by month", "自分の宿題、月ごと"),
    "promises_theirs": ("Their promises, by month", "相手の宿題、月ごと"),
    "promises_say": (
        "{kept} of {n} kept from {first} to {last}; a bar is filled as far as they were.",
        "{first}から{last}の{n}件中{kept}件を完了。塗った部分が完了した分。",
    ),
    "kept": ("in time", "期限内"),
    "late": ("late", "遅れて完了"),
    "undated": "no_day",
    "not_kept": ("not kept", "期限超過"),
    "day": ("Day", "日"),
    "month": ("Month", "月"),
    "balance": "feedback",
    "growth_given": ("To work on, given", "伝えた改善の助言"),
    "growth_received": ("To work on, received", "受けた改善の助言"),
}
