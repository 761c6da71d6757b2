"""What was understood of a meeting that was just recorded, and how to take it back."""

from collections.abc import Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.errors import in_language
from onelog.core.kinds import Record
from onelog.core.model import Action, Checkin, Meeting, Topic
from onelog.core.phrases import spoken
from onelog.core.results.common import Logged
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words, cells, clip, clipped, pieces
from onelog.terminal.kit.screen import Screen

UNDO = "onelog undo"
LISTED = 6
LEAST = 3
"""Promises that are shown on the smallest screen."""
BELOW = 8
"""Lines of the screen that are left to what stands around the promises."""
WORTH_IT = 16
"""Cells below which the beginning of what was picked out tells nothing."""


def draw(screen: Screen, logged: Logged, today: date) -> None:
    """What was understood: the meeting, its promises, what was decided on earlier records, and what was not understood."""
    _first_line(screen, logged.meeting, today)
    _promised(screen, logged, today)
    _checked_in(screen, logged)
    _decided(screen, logged.decided)
    hint(screen, _picked(screen, logged))
    troubles(screen, logged.new_people, logged.troubles, logged.meeting.id)


def _first_line(screen: Screen, meeting: Meeting, today: date) -> None:
    """Whom, the day that was understood, what is in it, and the id, which is never cut.

    Where that is too much for one line, the day is shorter; then the counts stand below.
    """
    end: list[Words] = [" · ", (meeting.id, "strong")]
    room = screen.measure - cells(end)
    records = meeting.inside
    counts, before = counted(screen, records), screen.say("before_counts")
    ways = [_met(screen, meeting, day) for day in _days(screen, meeting, today)]
    said = next((way for way in ways if cells([*way, before, counts]) <= room), None)
    line = [*said, before, counts] if said and counts else ways[0]
    screen.line(*clipped(pieces(line), room), *end)
    if counts and not said:
        screen.row("  ", [counts])


def _met(screen: Screen, meeting: Meeting, day: str) -> list[Words]:
    verb = screen.say("logged" if meeting.at else "noted")
    after = f"{screen.say('comma')}{day}" if day else ""
    return [("✓ ", "kept"), verb, screen.say("after_verb"), (meeting.person.label, "name"), after]


def _days(screen: Screen, meeting: Meeting, today: date) -> list[str]:
    """The day of the meeting in words, the longest first."""
    if not meeting.at:
        return [""]
    day = meeting.at.date()
    long, short = spoken.long_day(day, screen.language), spoken.short_day(day, today, screen.language)
    away = dates.spoken(day, today, screen.language)
    return [*(screen.say("day_and_away", day=day.removesuffix(")"), away=away) for day in (long, short)), short]


def _promised(screen: Screen, logged: Logged, today: date) -> None:
    """Each promise with its owner and the day that was understood, as many as the screen has room for."""
    actions = logged.meeting.actions
    others = min(len(logged.decided), LISTED) + len(logged.new_people) + len(logged.troubles)
    room = max(LEAST, screen.height - BELOW - others)
    shown = actions if len(actions) <= room else actions[: room - 1]
    label = entry.label_width(screen, shown)
    for action in shown:
        lead: list[Words] = ["  ", *entry.lead(screen, action, today, label)]
        screen.row(lead, entry.body(screen, action), [_due(screen, action, today)], most=1)
    if len(actions) > len(shown):
        screen.line("  … ", screen.say("and_more", n=len(actions) - len(shown)))


def _checked_in(screen: Screen, logged: Logged) -> None:
    """Each check-in with all numbers that were read, on as many lines as that takes."""
    goals = {goal.uid: goal for goal in logged.goals}
    for look in logged.meeting.checkins:
        if look.goal.uid in goals:
            said = [entry.measured(screen, goals[look.goal.uid], look.value), look.text]
            screen.row([f"  {screen.say('checkin')}{screen.colon}"], [" · ".join(part for part in said if part)])


def _due(screen: Screen, action: Action, today: date) -> Words:
    """The day that was understood, also one that is past; of a promise that has ended how it did."""
    if action.status != "open" or not action.due:
        return entry.standing(screen, action, today)
    said = screen.say("due", day=spoken.short_day(action.due, today, screen.language))
    return said, "late" if action.overdue(today) else ""


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


def _picked(screen: Screen, logged: Logged) -> list[str]:
    """What was picked out beside promises, shortly."""
    parts = [_short(screen, record) for record in logged.meeting.inside if not isinstance(record, Action | Checkin)]
    parts += [screen.say("folded", n=logged.folded)] if logged.folded else []
    parts += [screen.say("still_parked", n=logged.parked)] if logged.parked else []
    return parts


def _short(screen: Screen, record: Record) -> str:
    said = "".join(text for text, _ in entry.body(screen, record))
    return f"{screen.say(entry.kind(record))}{screen.colon}{clip(said, 24)}"


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
            return text.removesuffix(" …") if text.endswith("… …") else text
    return clip(parts[0], room) if parts and room >= WORTH_IT else ""


def troubles(screen: Screen, new_people: Sequence[str], lines: Sequence[tuple[int, str]], id_: str = "") -> None:
    """Whom a text made new, what in it was not understood, and where that is mended: in the record with this id."""
    for name in new_people:
        screen.text("  ", screen.say("new_person", name=name))
    for number, text in lines:
        words_: list[Words] = [
            ("! ", "trouble"),
            (screen.say("trouble", n=number, text=in_language(text, screen.language)), ""),
        ]
        screen.text(*words_)
    if lines and id_:
        screen.text("  ", *screen.phrase("sets_right", f"onelog edit {id_}"))
