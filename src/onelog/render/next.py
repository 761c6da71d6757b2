"""Who is due: the day, the person, how often we meet, when we last did."""

from collections.abc import Sequence
from datetime import date

from onelog.render import people, words
from onelog.render.layout import Words, pad
from onelog.render.screen import Screen
from onelog.views import Due

EXAMPLE = "onelog people edit Mia --every 2w"


def draw(screen: Screen, due: Sequence[Due], today: date) -> None:
    """One line a person, in the order they come in; overdue ones stand out."""
    if not due:
        screen.text(*screen.phrase("no_due", EXAMPLE))
    width = people.widest([one.person.name for one in due], people.NAME)
    for one in due:
        late = one.day < today
        style = "late" if late else ""
        lead: list[Words] = [("!", "late") if late else "·", " ", (pad(one.person.name, width), "name"), "  "]
        when = words.both(one.day, today, screen.language)
        rhythm = people.rhythm if screen.width >= people.ROOMY else people.met
        screen.row(lead, [(rhythm(screen, one.person, today), "quiet")], [(when, style)], most=1)
