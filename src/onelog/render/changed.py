"""What a command changed, and how to take it back."""

from datetime import date

from onelog.model import Meeting, Record
from onelog.render import entry, logged, words
from onelog.render.layout import Line, Words, clip, row
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
    said: list[Words] = [("✓ ", "kept"), f"{_verb(screen, verb)} ", (record.id, "strong"), ": "]
    said += [what(screen, record, today)]
    stands = entry.standing(screen, record, today)
    ended = getattr(record, "closed", None) or getattr(record, "resolved", None)
    if stands and (verb not in ("done", "dropped") or ended != today):  # another day than today is said back
        said += ["  ", stands]
    return row((), said, (), screen.measure, most=1)[0]


def _verb(screen: Screen, verb: str) -> str:
    """The journal's word for it in the language of the screen."""
    key = f"did_{verb}"
    return screen.say(key) if key in words.WORDS[screen.language] else verb


def what(screen: Screen, record: Record, today: date) -> str:
    """A record in a few words."""
    if isinstance(record, Meeting):
        day = words.long_day(record.at.date(), screen.language) if record.at else screen.say("not_held")
        return f"{record.person.label}, {day}"
    said = "".join(text for text, _ in entry.body(screen, record))
    return clip(said, screen.measure)
