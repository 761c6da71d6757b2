"""The words of reviews and nominations, in English and Japanese, and the ways in which days and numbers are said."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from onelog.core import dates, numbers

ReviewPhrase = str | tuple[str, str]
"""A phrase with places for values; or two, the first for one thing, the second for any other number `n`."""

WORDS: Final[Mapping[str, Mapping[str, ReviewPhrase]]] = {
    "en": {
        "title": "Review of {period}", "title_me": "{me}: review of {period}",
        "for_me": "for me", "for_manager": "for my manager", "for_skip": "for my manager's manager", "for_hr": "for HR",
        "with": "with {name}", "as_of": "as of {day}", "so_far": "so far, up to {day}", "span": "{first} – {last}",
        "nothing": "Nothing was written down in this time.",
        "nothing_shown": "Only private notes were written down in this time.",
        **dict.fromkeys(("manager_nothing", "skip_nothing", "hr_nothing"), "There is nothing for this reader in this time."),
        "me": "me", "mine": "Mine", "theirs": "Theirs",
        # numbers
        "numbers": "In numbers", "n_of": "{n} of {of}", "so_far_short": "{period} so far",
        "meetings": "Meetings", "meetings_kept": "Meetings held, of those due", "promises_mine": "My promises kept",
        "promises_theirs": "Their promises kept", "praise_received": "Praise received", "growth_received": "Growth feedback received",
        "praise_given": "Praise given", "growth_given": "Growth feedback given", "ahas": "Aha moments", "wins": "Wins",
        "decisions": "Decisions", "goals_reached": "Goals reached",
        # promises
        "promises": "Promised and done", "kept": "In time", "late": "Late", "overdue": "Overdue", "dropped": "Dropped",
        "still_open": "Still open",
        "mine_done": "Mine, accomplished", "mine_not": "Mine, not accomplished",
        "theirs_done": "Theirs, accomplished", "theirs_not": "Theirs, not accomplished",
        "manager_theirs_done": "My manager's, accomplished",
        "manager_theirs_not": "My manager's, not accomplished", "manager_theirs_open": "My manager promised",
        "done_on": "done {day}", "done_late": ("done {day}, {n} day late", "done {day}, {n} days late"),
        "was_due": "due {day}", "is_overdue": ("due {day}, {n} day ago", "due {day}, {n} days ago"),
        "dropped_on": "dropped {day}", "dropped_why": "dropped {day}: {text}",
        "since_done": "done since, {day}", "since_dropped": "dropped since, {day}", "since_raised": "raised since, {day}",
        "for_goal": "for goal {id}", "of_goal": "goal {id}",
        # goals
        "goals": "Goals", "ahead": ("{n} day ahead", "{n} days ahead"), "behind": ("{n} day behind", "{n} days behind"),
        "on track": "on track", "achieved": "reached {day}", "achieved_no_day": "reached", "missed": "missed, closed {day}",
        "missed_no_day": "missed", "dropped_no_day": "dropped", "early": ("{n} day early", "{n} days early"),
        "after": ("{n} day late", "{n} days late"), "on_its_day": "on its day", "by": "by {day}",
        "way": "{now}, target {target}", "expected": "{value} expected by then",
        "expected_now": "{value} expected by now", "goals_due": "Goals coming due",
        # what was said
        "learned": "Learned", "because": "Because", "feedback": "Feedback",
        "received_praise": "Received: praise", "received_growth": "Received: to work on", "given_praise": "Given: praise",
        "given_growth": "Given: to work on", "other_praise": "Between others: praise", "other_growth": "Between others: to work on",
        "from_to": "{name} to {other}", "from": "from {name}", "to": "to {name}",
        "measured": "Measured", "praise": "Praise", "skills": "Skills seen", "praised_by": ("praised by {n} person", "praised by {n} people"),
        "n_praise": "{n} praise", "n_growth": "{n} to work on", "n_win": ("{n} win", "{n} wins"),
        # next
        "next": "Next", "mine_open": "I promised", "theirs_open": "Others promised", "topics": "To talk about", "no_due": "no day",
        # for my own eyes
        "concerns": "Concerns", "private": "Private notes", "settled": "settled {day}", "open": "open",
        "missing": "What is missing", "not_met": "Not met, though there is a cadence", "last_met": ("met last {day}, {n} day before", "met last {day}, {n} days before"),
        "never_met": "never met", "untouched": "Goals without a check-in, promise or mention", "no_praise": "Reports without praise from me",
        "no_day": "Promises without a day",
        # where a claim comes from
        "source": "{day}, {id} in {meeting}", "source_alone": "{day}, {id}",
        # a nomination
        "case": "{name}: strengths and wins", "case_mine": "My strengths and wins", "strengths": "Strengths", "no_tag": "Other praise", "above": "{n} of them above", "also": "also {tags}", "comma": ", ", "quote": "“{text}”",
        "reached": "Goals reached", "no_case": "No praise, win or reached goal was noted in this time.",
    },
    "ja": {
        "title": "{period} の振り返り", "title_me": "{me}：{period} の振り返り",
        "for_me": "自分用", "for_manager": "上司向け", "for_skip": "上司の上司向け", "for_hr": "人事向け",
        "with": "{name}と", "as_of": "{day}現在", "so_far": "途中経過、{day}まで", "span": "{first}〜{last}",
        "nothing": "この期間の記録はありません。",
        "nothing_shown": "この期間には、懸念や非公開のメモのほかに記録はありません。",
        **dict.fromkeys(("manager_nothing", "skip_nothing", "hr_nothing"), "この期間に、この読み手に見せる記録はありません。"),
        "me": "自分", "mine": "自分", "theirs": "相手",
        "numbers": "数で見る", "n_of": "{of}件中{n}件", "so_far_short": "{period}（途中）",
        "meetings": "面談", "meetings_kept": "予定日に行った面談", "promises_mine": "完了した自分の宿題",
        "promises_theirs": "完了した相手の宿題", "praise_received": "受けた称賛", "growth_received": "受けた改善の助言",
        "praise_given": "伝えた称賛", "growth_given": "伝えた改善の助言", "ahas": "気づき", "wins": "成果",
        "decisions": "決定", "goals_reached": "達成した目標",
        "promises": "約束とその結果", "kept": "期限内", "late": "遅れて完了", "overdue": "期限超過", "dropped": "取りやめ",
        "still_open": "継続中",
        "mine_done": "自分の宿題：完了", "mine_not": "自分の宿題：未完了・取りやめ",
        "theirs_done": "相手の宿題：完了", "theirs_not": "相手の宿題：未完了・取りやめ",
        "manager_theirs_done": "上司の宿題：完了",
        "manager_theirs_not": "上司の宿題：未完了・取りやめ", "manager_theirs_open": "上司の宿題",
        "done_on": "{day}完了", "done_late": "{day}完了、{n}日遅れ",
        "was_due": "期限 {day}", "is_overdue": "期限 {day}、{n}日超過",
        "dropped_on": "{day}取りやめ", "dropped_why": "{day}取りやめ：{text}",
        "since_done": "その後、{day}完了", "since_dropped": "その後、{day}取りやめ", "since_raised": "その後、{day}に話した",
        "for_goal": "目標 {id}", "of_goal": "目標 {id}",
        "goals": "目標", "ahead": "{n}日先行", "behind": "{n}日遅れ",
        "on track": "予定どおり", "achieved": "{day}達成", "achieved_no_day": "達成", "missed": "未達（{day}終了）",
        "missed_no_day": "未達", "dropped_no_day": "取りやめ", "early": "期日の{n}日前",
        "after": "期日の{n}日後", "on_its_day": "期日どおり", "by": "期日 {day}",
        "way": "{now}（目標 {target}）", "expected": "その時点の目安 {value}", "expected_now": "現時点の目安 {value}", "goals_due": "期日の近い目標",
        "learned": "学んだこと", "because": "きっかけ", "feedback": "フィードバック",
        "received_praise": "受けた称賛", "received_growth": "受けた改善の助言", "given_praise": "伝えた称賛",
        "given_growth": "伝えた改善の助言", "other_praise": "ほかの人どうしの称賛", "other_growth": "ほかの人どうしの改善の助言",
        "from_to": "{name}から{other}へ", "from": "{name}から", "to": "{name}へ",
        "measured": "実績", "praise": "称賛", "skills": "発揮されたスキル", "praised_by": "{n}人が称賛",
        "n_praise": "称賛{n}件", "n_growth": "改善の助言{n}件", "n_win": "成果{n}件",
        "next": "これから", "mine_open": "自分の宿題", "theirs_open": "相手の宿題", "topics": "話すこと", "no_due": "期限なし",
        "concerns": "懸念", "private": "非公開のメモ", "settled": "{day}解決", "open": "未解決",
        "missing": "まだできていないこと", "not_met": "面談の間隔を決めていて、会っていない人", "last_met": "前回は{day}、{n}日前",
        "never_met": "面談なし", "untouched": "動きのなかった目標", "no_praise": "自分が称賛を伝えていない部下",
        "no_day": "期限のない宿題",
        "source": "{day}、{id}（面談 {meeting}）", "source_alone": "{day}、{id}",
        "case": "{name}の強みと成果", "case_mine": "自分の強みと成果", "strengths": "強み", "no_tag": "そのほかの称賛", "above": "うち{n}件は上記", "also": "{tags} も", "comma": "、", "quote": "「{text}」",
        "reached": "達成した目標", "no_case": "この期間に称賛、成果、達成した目標の記録はありません。",
    },
}  # fmt: skip


def say(language: str, key: str, **values: object) -> str:
    phrase = WORDS[language][key]
    if isinstance(phrase, tuple):
        phrase = phrase[values.get("n") != 1]
    return phrase.format(**values)


def day_text(day: date, language: str, beside: date | None = None) -> str:
    """`24 Sep 2026`, 2026年9月24日; without the year where it is that of the day `beside`."""
    return dates.day_text(day, language, year=beside is None or beside.year != day.year)


def number_text(value: float) -> str:
    """A measured number, its thousands set apart."""
    text = numbers.number_text(value)
    return f"{int(text):,}" if text.lstrip("-").isdigit() else text


def reckoned_text(value: float) -> str:
    """A number that nobody measured, with as many places as it can bear."""
    return number_text(round(value, 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2))
