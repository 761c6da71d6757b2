"""What was understood of a meeting that was just recorded, and how to take it back."""

from collections.abc import Sequence
from datetime import date

from onelog import dates
from onelog.model import Action, Meeting, Record, Topic
from onelog.render import entry, words
from onelog.render.layout import Words, cells, clip, clipped, pieces
from onelog.render.screen import Screen
from onelog.views import Logged

UNDO = "onelog undo"
LISTED = 6
WORTH_IT = 16
"""Cells below which the beginning of what was picked out tells nothing."""


def draw(screen: Screen, logged: Logged, today: date) -> None:
    """Two lines, and one for each decision on an earlier record, each new person and each thing that was not understood."""
    _first_line(screen, logged.meeting, today)
    _decided(screen, logged.decided)
    hint(screen, _picked(screen, logged, today))
    troubles(screen, logged.new_people, logged.troubles, logged.meeting.id)


def _first_line(screen: Screen, meeting: Meeting, today: date) -> None:
    """Whom, the day that was understood, what is in it (or how much), and the id, which is never cut."""
    verb = screen.say("logged" if meeting.at else "noted")
    said: list[Words] = [("✓ ", "kept"), f"{verb} ", (meeting.person.label, "name")]
    if meeting.at:
        day = meeting.at.date()
        said += [f", {words.long_day(day, screen.language)} ({dates.spoken(day, today, screen.language)})"]
    end: list[Words] = [" · ", (meeting.id, "strong")]
    room = screen.measure - cells(end)
    if records := entry.inside(meeting):
        ways = (counted(screen, records), screen.say("n_records", n=len(records)))
        said += [next((f": {way}" for way in ways if cells([*said, f": {way}"]) <= room), "")]
    screen.line(*clipped(pieces(said), room), *end)


def _decided(screen: Screen, records: Sequence[Record]) -> None:
    """What became of records of other meetings: `✓ h55t  send the numbers`, a few of them; the others are counted."""
    for record in records[:LISTED]:
        sign = entry.MARKS[record.status] if isinstance(record, (Action, Topic)) else "✓"
        said = "".join(text for text, _ in entry.body(screen, record))
        parts: list[Words] = [f"  {sign} ", (record.id, "strong"), f"  {said}"]
        screen.line(*clipped(pieces(parts), screen.measure))
    if len(records) > LISTED:
        screen.line("  … ", screen.say("and_more", n=len(records) - LISTED))


def counted(screen: Screen, records: Sequence[Record]) -> str:
    """`2 actions, 1 aha`."""
    kinds = [entry.kind(record) for record in records]
    counts = [screen.say(f"n_{kind}", n=kinds.count(kind)) for kind in dict.fromkeys(kinds)]
    return screen.say("comma").join(counts)


def _picked(screen: Screen, logged: Logged, today: date) -> list[str]:
    """What was picked out, shortly, with the days that were understood."""
    parts = [_short(screen, record, today) for record in entry.inside(logged.meeting)]
    parts += [screen.say("folded", n=logged.folded)] if logged.folded else []
    parts += [screen.say("still_parked", n=logged.parked)] if logged.parked else []
    return parts


def _short(screen: Screen, record: Record, today: date) -> str:
    said = "".join(text for text, _ in entry.body(screen, record))
    if isinstance(record, Action):
        day = words.short_day(record.due, today, screen.language) if record.due else ""
        due = f" {screen.say('due', day=day)}" if day else ""
        whose = f"{entry.owner(screen, record.owner)}: " if record.owner else ""
        return f"{entry.MARKS[record.status]} {whose}{clip(said, 24)}{due}"
    return f"{screen.say(entry.kind(record))}: {clip(said, 24)}"


def hint(screen: Screen, picked: Sequence[str] = ()) -> None:
    """The second line: what was picked out, as much as fits, and how to take it back."""
    end = screen.phrase("undo_hint", UNDO)
    room = screen.measure - cells(end) - 5
    shown = _fitting(picked, room)
    screen.line("  ", *([shown, " · "] if shown else []), *end)


def _fitting(parts: Sequence[str], room: int) -> str:
    """The first parts, as many as fit in `room` cells, and `…` for the others."""
    for count in range(len(parts), 0, -1):
        text = " · ".join(parts[:count]) + (" …" if count < len(parts) else "")
        if cells([text]) <= room:
            return text
    return clip(parts[0], room) if parts and room >= WORTH_IT else ""


def troubles(screen: Screen, new_people: Sequence[str], lines: Sequence[tuple[int, str]], id_: str = "") -> None:
    """Whom a text made new, what in it was not understood, and where that is mended: in the record with this id."""
    for name in new_people:
        screen.text("  ", screen.say("new_person", name=name))
    for number, text in lines:
        words_: list[Words] = [("! ", "trouble"), (screen.say("trouble", n=number, text=text), "")]
        screen.text(*words_)
    if lines and id_:
        screen.text("  ", *screen.phrase("sets_right", f"onelog edit {id_}"))
