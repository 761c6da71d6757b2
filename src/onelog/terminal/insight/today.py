"""The morning's screen: who is due, what I owe, what I wait for, goals at risk, and one good thing from the past."""

from collections.abc import Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.model import Action, Goal, Moment
from onelog.core.phrases import spoken
from onelog.core.progress import ahead
from onelog.core.results.common import Standing, Today
from onelog.core.results.facts import NearDay
from onelog.terminal.insight.upcoming import when
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Line, Words, cells, pad, row
from onelog.terminal.kit.screen import Screen

TALLEST = 24
ROOMY = 70
"""On fewer columns a day is said only as how far away it is."""
_LEAST = 3
"""Lines of a section on a short screen: the heading, one record, the count of the others."""


def draw(screen: Screen, value: Today, today: date, height: int | None = None) -> None:
    """Fits in a terminal of `height` lines and its prompt, 24 at most; what does not fit is counted."""
    if value.empty:
        _welcome(screen)
        return
    screen.draw(_lay(screen, value, min(TALLEST, (height or screen.height) - 1)))


def _lay(screen: Screen, today: Today, height: int) -> list[list[Words]]:
    """Blank lines between the sections are left out where they would take the room of a record from a section."""
    day = today.day
    sections = [section for section in _sections(screen, today) if section.lines or section.more]
    moment = _moment(screen, today.moment, day) if today.moment else []
    out = _head(screen, today)
    room = height - len(out) - len(moment)
    gap = sum(min(section.wanted, _LEAST + 1) for section in sections) + len(sections) + bool(moment) <= room
    blank: list[list[Words]] = [[]] if gap else []
    rooms = _rooms(sections, room - len(blank) * (len(sections) + bool(moment)))
    for section, lines in zip(sections, rooms, strict=True):
        out += blank + section.fitted(lines)
    if not sections:
        out += [[], [screen.say("day.nothing_today")]]
    return [*out, *(blank if moment else []), *moment][:height]


def _head(screen: Screen, today: Today) -> list[list[Words]]:
    """The day, and beside it (below it where that is too narrow) how many early warnings there are."""
    head: Words = (spoken.long_day(today.day, screen.language), "head")
    if not today.warnings:
        return [[head]]
    warned = screen.phrase("day.n_warning", "onelog watch", n=today.warnings)
    if cells([head]) + cells(warned) + 2 > screen.measure:
        return [[head], warned]
    return [[head, " " * (screen.measure - cells([head]) - cells(warned)), *warned]]


def _sections(screen: Screen, today: Today) -> Sequence["_Section"]:
    day = today.day
    due = [_due(screen, one, day) for one in today.due]
    mine, theirs = ([_action(screen, action, day) for action in group] for group in (today.mine, today.theirs))
    goals = [_goal(screen, goal, day) for goal in today.goals]
    days = [_near(screen, one, day) for one in today.days]
    return (
        _Section(screen, "day.today_due", "onelog next", due, 0),
        _Section(screen, "day.today_days", "onelog moments --kind fact", days, 0),
        _Section(screen, "day.today_mine", "onelog actions --mine", mine, today.mine_more),
        _Section(screen, "day.today_theirs", "onelog actions --theirs", theirs, today.theirs_more),
        _Section(screen, "day.today_goals", "onelog goals", goals, 0),
    )


class _Section:
    """A heading and its lines, of which as many are shown as there is room for."""

    def __init__(self, screen: Screen, title: str, command: str, lines: Sequence[Line], more: int) -> None:
        self.screen, self.title, self.command, self.lines, self.more = screen, title, command, lines, more

    @property
    def wanted(self) -> int:
        return 1 + len(self.lines) + (self.more > 0)

    def fitted(self, room: int) -> list[list[Words]]:
        """The heading and lines, and a count of those not shown: `room` in all."""
        shown = self.lines
        if self.wanted > room:
            shown = self.lines[: max(room - 2, 0)]
        left = len(self.lines) - len(shown) + self.more
        head: list[Words] = [(self.screen.say(self.title), "head")]
        out: list[list[Words]] = [head, *(list[Words](line) for line in shown)]
        more = "more" if self.lines else "day.more_later"
        return out + ([["  … ", *self.screen.phrase(more, self.command, n=left)]] if left else [])


def _rooms(sections: Sequence[_Section], room: int) -> list[int]:
    """Shares the lines of the screen: from the longest section one is taken until all fit."""
    rooms = [section.wanted for section in sections]
    while sum(rooms) > room and max(rooms, default=0) > _LEAST:
        longest = max(range(len(rooms)), key=lambda n: rooms[n])
        rooms[longest] -= 1
    return rooms


def _one(screen: Screen, lead: Sequence[Words], said: Sequence[Words], tail: Words) -> Line:
    return row(lead, said, [tail], screen.measure, most=1)[0]


def _due(screen: Screen, one: Standing, day: date) -> Line:
    late = one.state == "overdue"
    lead: list[Words] = ["  ", ("!", "late") if late else "·", " "]
    rhythm = spoken.every(one.person.rule, screen.language) if one.person.rule else ""
    said: list[Words] = [(one.person.name, "name"), (f" · {rhythm}" if rhythm else "", "quiet")]
    return _one(screen, lead, said, (when(screen, one, day), "late" if late else ""))


def _near(screen: Screen, one: NearDay, day: date) -> Line:
    """`· Mia · birthday`, how long it is since, and when."""
    said: list[Words] = [(screen.first_name(one.name), "name"), (f" · {entry.occasion(screen, one)}", "quiet")]
    return _one(screen, ["  · ", (one.id, "quiet"), "  "], said, _when(screen, one.day, day))


def _when(screen: Screen, due: date, day: date) -> str:
    if screen.width < ROOMY:
        return dates.spoken(due, day, screen.language)
    return spoken.both(due, day, screen.language)


def _action(screen: Screen, action: Action, day: date) -> Line:
    late = action.overdue(day)
    lead: list[Words] = ["  ", entry.mark(action, day), " ", (action.id, "quiet"), "  "]
    other = action.owner or action.person
    name = screen.first_name(other.label) if other else ""
    said: list[Words] = [(f"{name}{screen.colon}", "name"), action.text] if action.owner else [action.text]
    said += [(f" · {name}", "quiet")] if name and not action.owner else []
    when = _when(screen, action.due, day) if action.due else screen.say("no_day")
    return _one(screen, lead, said, (when, "late" if late else "" if action.due else "quiet"))


def _goal(screen: Screen, goal: Goal, day: date) -> Line:
    past = goal.by is not None and goal.by < day
    lead: list[Words] = ["  ", ("!", "late") if past else "·", " ", (goal.id, "quiet"), "  "]
    name = screen.first_name(goal.person.label) if goal.person else ""
    said: list[Words] = [goal.title, (f" · {name}" if name else "", "quiet")]
    return _one(screen, lead, said, (_behind(screen, goal, day), "late" if past else ""))


def _behind(screen: Screen, goal: Goal, day: date) -> str:
    """`12 days behind`; where it has no measure how long its day is past."""
    how = ahead(goal, day)
    if how and how.days < 0:
        return screen.say("days_behind", n=-how.days)
    return spoken.late(goal.by or day, day, screen.language)


def _moment(screen: Screen, moment: Moment, day: date) -> list[list[Words]]:
    """A heading with when and with whom, and the words on two lines at most."""
    when = dates.spoken(moment.at.date(), day, screen.language) if moment.at else ""
    who = screen.first_name(moment.person.label) if moment.person else ""
    note = " · ".join(part for part in (screen.say(moment.kind), who, when) if part)
    head: list[Words] = [(screen.say("day.today_moment"), "head"), (f" · {note}", "quiet")]
    lines = row(["  "], [(moment.text, moment.kind)], [(moment.id, "quiet")], screen.measure, most=2)
    return [head, *(list[Words](line) for line in lines)]


def _welcome(screen: Screen) -> None:
    """A few lines that say how to begin."""
    screen.text(screen.say("day.welcome"))
    screen.blank()
    ways = (
        ("day.welcome_log", screen.say("example.log")),
        ("day.welcome_person", screen.say("example.person")),
        ("day.welcome_import", screen.say("example.import")),
        ("day.welcome_demo", "onelog demo"),
    )
    width = max(cells([screen.say(key)]) for key, _ in ways) + 2
    for key, command in ways:
        screen.row(["  ", pad(screen.say(key), width)], [(command, "command")])
