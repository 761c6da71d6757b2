"""The morning's screen: who is due, what I owe, what I wait for, and one good thing from the past."""

from collections.abc import Sequence
from datetime import date

from onelog import dates
from onelog.model import Action, Moment
from onelog.render import entry, words
from onelog.render.layout import Line, Words, cells, pad, row
from onelog.render.screen import Screen
from onelog.views import Due, Today

TALLEST = 24
_LEAST = 4
"""Lines of a section on a short screen: a blank one, the heading, one record, the count of the others."""


def draw(screen: Screen, value: Today, today: date, height: int | None = None) -> None:
    """Fits in a terminal of `height` lines and its prompt, 24 at most; what does not fit is counted."""
    if value.empty:
        _welcome(screen)
        return
    screen.draw(_lay(screen, value, min(TALLEST, (height or screen.height) - 1)))


def _lay(screen: Screen, today: Today, height: int) -> list[list[Words]]:
    day = today.day
    moment = [[], *_moment(screen, today.moment, day)] if today.moment else []
    due = [_due(screen, one, day) for one in today.due]
    mine, theirs = ([_action(screen, action, day) for action in group] for group in (today.mine, today.theirs))
    every = (
        _Section(screen, "today_due", "onelog people", due, 0),
        _Section(screen, "today_mine", "onelog actions --mine", mine, today.mine_more),
        _Section(screen, "today_theirs", "onelog actions --theirs", theirs, today.theirs_more),
    )
    sections = [section for section in every if section.lines or section.more]
    out: list[list[Words]] = [[(words.long_day(day, screen.language), "head")]]
    for section, room in zip(sections, _rooms(sections, height - 1 - len(moment)), strict=True):
        out += section.fitted(room)
    if not sections:
        out += [[], [screen.say("nothing_today")]]
    return [*out, *moment][:height]


class _Section:
    """A heading and its lines, of which as many are shown as there is room for."""

    def __init__(self, screen: Screen, title: str, command: str, lines: Sequence[Line], more: int) -> None:
        self.screen, self.title, self.command, self.lines, self.more = screen, title, command, lines, more

    @property
    def wanted(self) -> int:
        return 2 + len(self.lines) + (self.more > 0)

    def fitted(self, room: int) -> list[list[Words]]:
        """A blank line, the heading and lines: `room` in all."""
        shown = self.lines
        if self.wanted > room:
            shown = self.lines[: max(room - 3, 0)]
        left = len(self.lines) - len(shown) + self.more
        head: list[Words] = [(self.screen.say(self.title), "head")]
        out: list[list[Words]] = [[], head, *(list[Words](line) for line in shown)]
        return out + ([["  … ", *self.screen.phrase("more", self.command, n=left)]] if left else [])


def _rooms(sections: Sequence[_Section], room: int) -> list[int]:
    """Shares the lines of the screen: from the longest section one is taken until all fit."""
    rooms = [section.wanted for section in sections]
    while sum(rooms) > room and max(rooms, default=0) > _LEAST:
        longest = max(range(len(rooms)), key=lambda n: rooms[n])
        rooms[longest] -= 1
    return rooms


def _one(screen: Screen, lead: Sequence[Words], said: Sequence[Words], tail: Words) -> Line:
    return row(lead, said, [tail], screen.measure, most=1)[0]


def _due(screen: Screen, due: Due, day: date) -> Line:
    late = due.day < day
    lead: list[Words] = ["  ", ("!", "late") if late else "·", " "]
    rhythm = words.every(due.person.rule, screen.language) if due.person.rule else ""
    said: list[Words] = [(due.person.name, "name"), (f" · {rhythm}" if rhythm else "", "quiet")]
    return _one(screen, lead, said, (_when(screen, due.day, day), "late" if late else ""))


def _when(screen: Screen, due: date, day: date) -> str:
    if screen.width < 70:
        return dates.spoken(due, day, screen.language)
    return words.both(due, day, screen.language)


def _action(screen: Screen, action: Action, day: date) -> Line:
    late = action.overdue(day)
    lead: list[Words] = ["  ", entry.mark(action, day), " ", (action.id, "quiet"), "  "]
    other = action.owner or action.person
    name = words.first_name(other.label) if other else ""
    said: list[Words] = [(f"{name}: ", "name"), action.text] if action.owner else [action.text]
    said += [(f" · {name}", "quiet")] if name and not action.owner else []
    when = _when(screen, action.due, day) if action.due else screen.say("no_day")
    return _one(screen, lead, said, (when, "late" if late else "" if action.due else "quiet"))


def _moment(screen: Screen, moment: Moment, day: date) -> list[list[Words]]:
    """A heading with when and with whom, and the words on two lines at most."""
    when = dates.spoken(moment.at.date(), day, screen.language) if moment.at else ""
    who = words.first_name(moment.person.label) if moment.person else ""
    note = " · ".join(part for part in (screen.say(moment.kind), who, when) if part)
    head: list[Words] = [(screen.say("today_moment"), "head"), (f" · {note}", "quiet")]
    lines = row(["  "], [(moment.text, moment.kind)], [(moment.id, "quiet")], screen.measure, most=2)
    return [head, *(list[Words](line) for line in lines)]


def _welcome(screen: Screen) -> None:
    """Five lines that say how to begin."""
    screen.text(screen.say("welcome"))
    screen.blank()
    ways = (
        ("welcome_log", "onelog log Mia a: send the notes due:fri"),
        ("welcome_person", "onelog people add Mia --every 2w"),
        ("welcome_demo", "onelog demo"),
    )
    width = max(cells([screen.say(key)]) for key, _ in ways) + 2
    for key, command in ways:
        screen.row(["  ", pad(screen.say(key), width)], [(command, "command")])
