"""Sparks: what is proposed for the next meeting, numbered; or all there were, and how often they landed."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from onelog.core.model import Topic
from onelog.core.results.common import LEAST
from onelog.core.results.sparks import Proposal, Sparks
from onelog.core.sanitize import one_line
from onelog.terminal.kit import phrases
from onelog.terminal.kit.screen import Screen

SAY: Final = {
    "en": {
        "none": "No sparks yet: onelog spark PERSON proposes some.",
        "thanks": "their praise", "aha": "your aha moment", "win": "a win", "goal": "for their goal", "touch": "two things that touch",
        "question": "never asked", "shares": "both have {words}", "all": "All", "n_of": "{n} of {of} landed",
        "percent": "{n} of {of} landed ({percent} %)", "open": "{n} not said yet", "only_open": "{n}, not said yet whether they landed",
        "years": "{n} years ago", "landed": "landed", "missed": "did not land",
        "waits": "not said yet whether it landed", "dropped": "dropped", "taken": "parked as {id}",
    },
    "ja": {
        "none": "話の種はまだありません。onelog spark PERSON が提案します。",
        "thanks": "相手からの称賛", "aha": "自分の気づき", "win": "成果", "goal": "相手の目標に", "touch": "つながる二つ",
        "question": "まだ聞いていない", "shares": "共通：{words}", "all": "全体", "n_of": "{of}件中{n}件が響いた",
        "percent": "{of}件中{n}件が響いた（{percent}%）", "open": "未記入{n}件", "only_open": "{n}件、結果は未記入",
        "years": "{n}年前", "landed": "響いた", "missed": "響かなかった",
        "waits": "結果は未記入", "dropped": "取りやめ", "taken": "{id} として追加済み",
    },
}  # fmt: skip


def draw(screen: Screen, values: Sequence[Proposal | Sparks | Topic], today: date) -> None:
    """Two lines a proposal; a line a count and a line a topic."""
    if not values:
        screen.text(SAY[screen.language]["none"])
    every = next((value for value in values if isinstance(value, Sparks)), None)
    for value in values:
        if isinstance(value, Topic):
            _topic(screen, value, today)
        elif isinstance(value, Sparks):
            if every and value is not every and value[1:] == every[1:]:
                continue  # this way is all there is: its count stands above
            _count(screen, value)
        else:
            _proposal(screen, value, today)


def _proposal(screen: Screen, one: Proposal, today: date) -> None:
    say = SAY[screen.language]
    day = phrases.short_day(one.day, today, screen.language) if one.day else ""
    years = say["years"].format(n=one.years) if one.years > 1 else ""
    shares = say["shares"].format(words=", ".join(one.words[:3])) if one.words else ""
    taken = say["taken"].format(id=one.taken) if one.taken else ""
    about = " · ".join(part for part in (taken, say[one.why], day, years, shares, " ".join(one.about)) if part)
    screen.row([f"  {one.n}  "], [(one_line(one.text), "strong")])
    screen.row(["     "], [(about, "quiet")])


def _count(screen: Screen, one: Sparks) -> None:
    say = SAY[screen.language]
    percent = round(100 * one.landed / one.n) if one.n else 0
    counted = say["percent" if one.n >= LEAST else "n_of"].format(n=one.landed, of=one.n, percent=percent)
    waits = say["open"].format(n=one.open) if one.open else ""
    title = f"  {say[one.why]}" if one.why else say["all"]
    said = [counted, waits] if one.n else [say["only_open"].format(n=one.open)]
    if not one.n + one.open:
        return
    screen.row([(f"{title}: ", "" if one.why else "head")], [" · ".join(part for part in said if part)])


def _topic(screen: Screen, one: Topic, today: date) -> None:
    say = SAY[screen.language]
    state = next(
        (end for end in ("landed", "missed") if end in one.tags), "dropped" if one.status == "dropped" else "waits"
    )
    who = screen.first_name(one.person.label) if one.person else ""
    day = phrases.short_day(one.added, today, screen.language) if one.added else ""
    screen.row(["  · "], [one_line(one.text)], [(one.id, "quiet")])
    screen.row(
        ["    "], [(" · ".join(part for part in (who, day, say[state], one_line(one.why or "")) if part), "quiet")]
    )
