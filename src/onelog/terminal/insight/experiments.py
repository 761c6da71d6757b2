"""Experiments: what is tried, what came of the later talks in words, and what would settle it."""

from collections.abc import Sequence
from datetime import date

from onelog.core.phrases import spoken
from onelog.core.results.experiments import Experiment
from onelog.core.sanitize import one_line
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, values: Sequence[Experiment], today: date) -> None:
    """Three lines each: what and since when, the counts, the evidence with what comes next."""
    if not values:
        screen.text(screen.say("experiment.none"))
    for one in values:
        who = (
            screen.say("experiment.with", name=screen.first_name(one.person))
            if one.person
            else screen.say("experiment.everybody")
        )
        begun = (
            screen.say("experiment.begun", day=spoken.short_day(one.begun, today, screen.language)) if one.begun else ""
        )
        state = screen.say("experiment.resting") if one.state == "resting" else ""
        if one.ended:
            state = screen.say("experiment.ended", day=spoken.short_day(one.ended, today, screen.language))
        about = " · ".join(part for part in (who, begun, state) if part)
        screen.row([], [(trait(screen, one), "strong"), f" · {about}"], [(one.id, "quiet")])
        if one.with_ + one.without:
            counts = {
                "high_with": one.high_with,
                "with_": one.with_,
                "high_without": one.high_without,
                "without": one.without,
            }
            screen.row(["  "], [(screen.say("experiment.so_far", **counts), "quiet")])
        screen.row(["  "], [told(screen, one)])
        if one.next:
            screen.row(["  "], [(screen.say(f"experiment.next_{one.next}"), "strong")])
        if one.why:
            screen.row(["  "], [(one_line(one.why), "quiet")])


def trait(screen: Screen, one: Experiment) -> str:
    """`a walk`."""
    return screen.say(f"experiment.{'later_gap' if one.trait == 'later' else one.trait}")


def told(screen: Screen, one: Experiment) -> str:
    """The evidence in words: never more than it is, by whole numbers rounded down."""
    key = "settled" if one.state == "settled" else "even"
    odds = 1
    if key == "even" and one.evidence >= 2:
        key, odds = "for", int(one.evidence)
    elif key == "even" and 0 < one.evidence <= 0.5:
        key, odds = "against", int(1 / one.evidence)
    return screen.say(f"experiment.{key}", with_=one.with_, without=one.without, odds=odds, settles=one.settles)
