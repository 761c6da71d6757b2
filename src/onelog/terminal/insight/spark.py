"""Sparks: what is proposed for the next meeting, numbered; or all there were, and how often they landed."""

from collections.abc import Sequence
from datetime import date

from onelog.core.model import Topic
from onelog.core.phrases import spoken
from onelog.core.results.common import LEAST
from onelog.core.results.sparks import Proposal, Sparks
from onelog.core.sanitize import one_line
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, values: Sequence[Proposal | Sparks | Topic], today: date) -> None:
    """Two lines a proposal; a line a count and a line a topic."""
    if not values:
        screen.text(screen.say("spark.none"))
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
    day = spoken.short_day(one.day, today, screen.language) if one.day else ""
    years = screen.say("spark.years", n=one.years) if one.years > 1 else ""
    shares = screen.say("spark.shares", words=", ".join(one.words[:3])) if one.words else ""
    taken = screen.say("spark.taken", id=one.taken) if one.taken else ""
    about = " · ".join(
        part for part in (taken, screen.say(f"spark.{one.why}"), day, years, shares, " ".join(one.about)) if part
    )
    screen.row([f"  {one.n}  "], [(one_line(one.text), "strong")])
    screen.row(["     "], [(about, "quiet")])


def _count(screen: Screen, one: Sparks) -> None:
    percent = round(100 * one.landed / one.n) if one.n else 0
    counted = screen.say("spark.percent" if one.n >= LEAST else "spark.n_of", n=one.landed, of=one.n, percent=percent)
    waits = screen.say("spark.open", n=one.open) if one.open else ""
    title = f"  {screen.say(f'spark.{one.why}')}" if one.why else screen.say("spark.all")
    said = [counted, waits] if one.n else [screen.say("spark.only_open", n=one.open)]
    if not one.n + one.open:
        return
    screen.row([(f"{title}: ", "" if one.why else "head")], [" · ".join(part for part in said if part)])


def _topic(screen: Screen, one: Topic, today: date) -> None:
    state = next(
        (end for end in ("landed", "missed") if end in one.tags), "dropped" if one.status == "dropped" else "waits"
    )
    who = screen.first_name(one.person.label) if one.person else ""
    day = spoken.short_day(one.added, today, screen.language) if one.added else ""
    screen.row(["  · "], [one_line(one.text)], [(one.id, "quiet")])
    screen.row(
        ["    "],
        [
            (
                " · ".join(part for part in (who, day, screen.say(f"spark.{state}"), one_line(one.why or "")) if part),
                "quiet",
            )
        ],
    )
