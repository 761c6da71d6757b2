"""What a command changed, and how to take it back."""

from datetime import date

from onelog.model import Meeting, Record
from onelog.render import entry, logged, words
from onelog.render.layout import Line, clip, row
from onelog.render.screen import Screen
from onelog.views import Changed

LISTED = 8


def draw(screen: Screen, changed: Changed, today: date) -> None:
    """One line a record, up to eight, then a count; and the way back."""
    for record in changed.records[:LISTED]:
        screen.draw([_line(screen, changed.verb, record, today)])
    if len(changed.records) > LISTED:
        screen.line("  … ", screen.say("and_more", n=len(changed.records) - LISTED))
    if changed.records:
        logged.hint(screen)
    logged.troubles(screen, changed.new_people, changed.troubles)


def _line(screen: Screen, verb: str, record: Record, today: date) -> Line:
    stands = entry.standing(screen, record, today)
    told = [] if verb in ("done", "dropped") or not stands else [("  ", ""), stands if isinstance(stands, tuple) else (stands, "")]
    return row((), [("✓ ", "kept"), f"{_verb(screen, verb)} ", (record.id, "strong"), ": ", what(screen, record, today), *told], (), screen.measure, most=1)[0]


def _verb(screen: Screen, verb: str) -> str:
    """In Japanese where the word is known; the journal says it in English."""
    known = words.WORDS[screen.language].get(verb) if screen.language != "en" else None
    return known if isinstance(known, str) else verb[:1].upper() + verb[1:]


def what(screen: Screen, record: Record, today: date) -> str:
    """A record in a few words."""
    if isinstance(record, Meeting):
        day = words.long_day(record.at.date(), screen.language) if record.at else screen.say("not_held")
        return f"{record.person.label}, {day}"
    said = "".join(word if isinstance(word, str) else word[0] for word in entry.body(screen, record))
    return clip(said, screen.measure)
