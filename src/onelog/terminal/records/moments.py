"""Moments, one a line: what it was, what was said, from whom, when."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from onelog.core.model import Moment
from onelog.core.phrases import spoken
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words, cells
from onelog.terminal.kit.screen import Screen


def draw(
    screen: Screen, moments: Sequence[Moment], today: date, *, follow_ups: Mapping[str, int] = MappingProxyType({})
) -> None:
    """The moments in the order they come in; `follow_ups` counts those of a concern, by its id."""
    if not moments:
        screen.text(*screen.phrase("no_moments", screen.say("example.moment")))
    label = entry.label_width(screen, moments)
    for moment in moments:
        draw_one(screen, moment, today, label, follow_ups.get(moment.id, 0))


def draw_one(screen: Screen, moment: Moment, today: date, label: int, follow_ups: int = 0) -> None:
    """One moment, its label in `label` cells."""
    lead = entry.lead(screen, moment, today, label)
    day = spoken.short_day(moment.at.date(), today, screen.language) if moment.at else ""
    tail: list[Words] = [day, "  ", (moment.id, "quiet")]
    screen.row(lead, [*entry.body(screen, moment), *_notes(screen, moment, today, follow_ups)], tail)
    if why := entry.reason(screen, moment):
        screen.row([" " * cells(lead)], [(why, "quiet")])


def _notes(screen: Screen, moment: Moment, today: date, follow_ups: int) -> list[Words]:
    """With whom, where the direction does not say so; of a concern its age or when it was settled, and its follow-ups."""
    ends = [ref.uid for ref in (moment.giver, moment.receiver) if ref]
    person = moment.person
    told = person is None or person.uid in ends
    said = [] if person is None or told else [screen.say("with", name=screen.first_name(person.label))]
    stands = entry.standing(screen, moment, today)
    said += [stands if isinstance(stands, str) else stands[0]]
    said += [screen.say("n_follow_up", n=follow_ups)] if follow_ups else []
    return [(f" · {part}", "quiet") for part in said if part]
