"""Discoveries, each with its day, with whom, and why it was chosen."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from onelog.core.results.discover import Discovery
from onelog.core.sanitize import one_line
from onelog.markdown.body import words_of
from onelog.terminal.kit import phrases
from onelog.terminal.kit.screen import Screen

MOST = 2
"""Lines of a record's words."""
SAY: Final = {
    "en": {
        "none": "Nothing to discover yet: it comes with what you write down.",
        "back": "Comes back", "related": "Shares words", "left": "Perhaps left lying",
        "week_today": "a week ago today", "month_today": "30 days ago today", "quarter_today": "91 days ago today",
        "week": "more than a week ago", "month": "more than a month ago", "quarter": "more than a quarter ago",
        "year_today": "on this day, a year ago", "years_today": "on this day, {n} years ago",
        "year": "more than a year ago", "years": "more than {n} years ago",
        "shares": "{words}: as in {id} of {day}",
        "topic": "raised; no promise noted", "aha": "no promise noted",
        "growth": "no promise and no later praise noted",
    },
    "ja": {
        "none": "まだ見つかるものがありません。書き留めるほど増えます。",
        "back": "思い出す", "related": "同じ言葉が出てくるもの", "left": "そのままかもしれないこと",
        "week_today": "ちょうど1週間前", "month_today": "ちょうど30日前", "quarter_today": "ちょうど91日前",
        "week": "1週間以上前", "month": "1か月以上前", "quarter": "3か月以上前",
        "year_today": "1年前の今日", "years_today": "{n}年前の今日", "year": "1年以上前", "years": "{n}年以上前",
        "shares": "{words}：{day}の {id} にも",
        "topic": "話したが、宿題の記録がない", "aha": "宿題の記録がない", "growth": "宿題も、その後の称賛も記録がない",
    },
}  # fmt: skip
GROUPS = {"related": "related", "topic": "left", "aha": "left", "growth": "left"}


def draw(screen: Screen, values: Sequence[Discovery], today: date) -> None:
    """In groups: what comes back, what belongs together, what was never followed up."""
    say = SAY[screen.language]
    if not values:
        screen.text(say["none"])
    before = ""
    for one in values:
        group = GROUPS.get(one.why, "back")
        if group != before:
            if before:
                screen.blank()
            screen.heading(say[group])
            before = group
        kind = getattr(one.record, "kind", "")
        text = one_line(words_of(one.record))
        screen.row(
            ["  "], [(text, kind if kind in ("aha", "win", "praise") else "")], [(one.record.id, "quiet")], most=MOST
        )
        screen.row(["    "], [(" · ".join(_about(screen, one, today)), "quiet")])


def _about(screen: Screen, one: Discovery, today: date) -> list[str]:
    person = screen.first_name(one.record.person.label) if one.record.person else ""
    day = phrases.short_day(one.day, today, screen.language) if one.day else ""
    return [part for part in (person, day, why(screen.language, one, today)) if part]


def why(language: str, one: Discovery, today: date) -> str:
    """Why it was chosen, in words."""
    say = SAY[language]
    if one.why == "related":
        day = phrases.short_day(one.to_day, today, language) if one.to_day else ""
        return say["shares"].format(words=", ".join(one.words[:3]), id=one.to, day=day)
    if one.why in GROUPS:
        return say[one.why]
    why = "year" if one.why == "years" and one.years == 1 else one.why
    return say[f"{why}_today" if one.is_to_the_day(today) else why].format(n=one.years)
