"""Feedback both ways: counts by quarter, the newest in its words, and from whom none was noted lately."""

from collections.abc import Sequence
from datetime import date

from onelog.core.phrases import spoken
from onelog.core.results.feedback import Feedback, Quiet
from onelog.core.sanitize import quoted_name
from onelog.terminal.kit import entry
from onelog.terminal.kit.columns import Grid
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import moments

_WAYS = ("given", "received")
_KINDS = ("praise", "growth")


def draw(screen: Screen, feedback: Feedback, today: date, *, lately: int = 0) -> None:
    """`lately` is the number of days after which none counts as none lately."""
    title = (
        screen.say("feedback.feedback_with", name=feedback.person)
        if feedback.person
        else screen.say("feedback.feedback")
    )
    n = sum(sum(getattr(feedback, way)[:2]) for way in _WAYS)
    notes = [screen.say("feedback.n_feedback", n=n)]
    if feedback.since:
        notes += [screen.say("feedback.since_day", day=spoken.short_day(feedback.since, today, screen.language))]
    screen.heading(title, (" · ".join(notes), "quiet"))
    screen.blank()
    if n:
        _draw_counts(screen, feedback)
        _draw_newest(screen, feedback, today)
    else:
        name = quoted_name(feedback.person) if feedback.person else "Mia"
        screen.text(*screen.phrase("feedback.no_feedback", screen.say("feedback.example", name=name)))
    if feedback.neither:
        screen.blank()
        screen.text((screen.say("feedback.n_neither", n=feedback.neither), "quiet"))
    _draw_quiet(screen, feedback.quiet, today, lately)


def _draw_counts(screen: Screen, feedback: Feedback) -> None:
    labels = [screen.say(kind) for kind in _KINDS]
    heads = [f"{screen.say(way)} {_people(screen, feedback, way)}".rstrip() for way in _WAYS]
    grid = Grid(screen, [one.quarter for one in feedback.quarters], [f"  {label}" for label in labels])
    screen.draw([grid.head()])
    for way, head in zip(_WAYS, heads, strict=True):
        screen.text(head)
        for kind, label in zip(_KINDS, labels, strict=True):
            counts = {one.quarter: getattr(getattr(one, way), kind) for one in feedback.quarters}
            screen.draw([grid.row((f"  {label}", kind), counts)])


def _people(screen: Screen, feedback: Feedback, way: str) -> str:
    """`(to 5 people)` where there could be several."""
    n = getattr(feedback, way).people
    return "" if feedback.person or not n else screen.say(f"feedback.{way}_people", n=n)


def _draw_newest(screen: Screen, feedback: Feedback, today: date) -> None:
    screen.blank()
    screen.heading(screen.say("feedback.newest"))
    label = entry.label_width(screen, feedback.newest)
    for moment in feedback.newest:
        moments.draw_one(screen, moment, today, label)


def _draw_quiet(screen: Screen, quiet: Sequence[Quiet], today: date, lately: int) -> None:
    """Who it is and when the last was, without a word about why."""
    if not quiet:
        return
    screen.blank()
    screen.heading(screen.say("quiet", n=lately))
    width = max(cells([screen.say(f"feedback.quiet_{way}")]) for way in _WAYS) + 2
    for one in quiet:
        lead: list[Words] = ["  ", (pad(screen.say(f"feedback.quiet_{one.direction}"), width), "quiet")]
        when = spoken.both(one.last, today, screen.language) if one.last else ""
        said = screen.say("feedback.quiet_last", day=when) if one.last else screen.say("feedback.quiet_never")
        screen.row(lead, [(one.person, "name")], [(said, "quiet")])
