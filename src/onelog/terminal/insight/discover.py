"""Discoveries, each with its day, with whom, and why it was chosen."""

from collections.abc import Sequence
from datetime import date

from onelog.core.phrases import say, spoken
from onelog.core.results.discover import Discovery
from onelog.core.sanitize import one_line
from onelog.markdown.body import words_of
from onelog.terminal.kit.screen import Screen

MOST = 2
"""Lines of a record's words."""
GROUPS = {"related": "related", "topic": "left", "aha": "left", "growth": "left"}


def draw(screen: Screen, values: Sequence[Discovery], today: date) -> None:
    """In groups: what comes back, what belongs together, what was never followed up."""
    if not values:
        screen.text(screen.say("discover.none"))
    before = ""
    for one in values:
        group = GROUPS.get(one.why, "back")
        if group != before:
            if before:
                screen.blank()
            screen.heading(screen.say(f"discover.{group}"))
            before = group
        kind = getattr(one.record, "kind", "")
        text = one_line(words_of(one.record))
        screen.row(
            ["  "], [(text, kind if kind in ("aha", "win", "praise") else "")], [(one.record.id, "quiet")], most=MOST
        )
        screen.row(["    "], [(" · ".join(_about(screen, one, today)), "quiet")])


def _about(screen: Screen, one: Discovery, today: date) -> list[str]:
    person = screen.first_name(one.record.person.label) if one.record.person else ""
    day = spoken.short_day(one.day, today, screen.language) if one.day else ""
    return [part for part in (person, day, why(screen.language, one, today)) if part]


def why(language: str, one: Discovery, today: date) -> str:
    """Why it was chosen, in words."""
    if one.why == "related":
        day = spoken.short_day(one.to_day, today, language) if one.to_day else ""
        return say(language, "discover.shares", words=", ".join(one.words[:3]), id=one.to, day=day)
    if one.why in GROUPS:
        return say(language, f"discover.{one.why}")
    why = "year" if one.why == "years" and one.years == 1 else one.why
    return say(language, f"discover.{why}_today" if one.is_to_the_day(today) else f"discover.{why}", n=one.years)
