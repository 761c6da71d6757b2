"""The morning's screen: who is due, what I owe, what I wait for, and one good thing from the past."""

from collections.abc import Sequence
from datetime import date

from onelog import dates
from onelog.model import Action, Moment
from onelog.render import entry, words
from onelog.render.layout import Line, Words, cells, pad, row
from onelog.render.screen import Screen
from onelog.views import Due, Today

_LEAST = 2
"""Lines of a section that stay when the screen is short: one, and the count of the others."""


def draw(screen: Screen, value: Today, today: date, height: int | None = None) -> None:
    """At most `height` lines (24, or what the terminal has without the prompt), and what does not fit is counted."""
    if value.empty:
        _welcome(screen)
        return
    screen.draw(_lay(screen, value, height or min(24, screen.height - 1)))


def _lay(screen: Screen, today: Today, height: int) -> list[list[Words]]:
    moment = _moment(screen, today.moment, today.day) if today.moment else []
    sections = [
        _Section(screen, "today_due", "onelog next", [_due(screen, one, today.day) for one in today.due], 0),
        _Section(screen, "today_mine", "onelog actions --mine", _actions(screen, today.mine, today.day), today.mine_more),
        _Section(screen, "today_theirs", "onelog actions --theirs", _actions(screen, today.theirs, today.day), today.theirs_more),
    ]
    sections = [section for section in sections if section.lines or section.more]
    out: list[list[Words]] = [[(words.long_day(today.day, screen.language), "head")]]
    for section, room in zip(sections, _rooms(sections, height - 1 - (len(moment) + 1 if moment else 0)), strict=True):
        out += section.fitted(room)
    if not sections:
        out += [[], [screen.say("nothing_today")]]
    return [*out, *([[], *moment] if moment else [])][:height]


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
        out: list[list[Words]] = [[], [(self.screen.say(self.title), "head")], *(list[Words](line) for line in shown)]
        return out + ([["  … ", *self.screen.phrase("more", self.command, n=left)]] if left else [])


def _rooms(sections: Sequence[_Section], room: int) -> list[int]:
    """Shares the lines of the screen: from the longest section one is taken until all fit."""
    rooms = [section.wanted for section in sections]
    while sum(rooms) > room and max(rooms, default=0) > _LEAST + 2:
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


def _actions(screen: Screen, actions: Sequence[Action], day: date) -> list[Line]:
    return [_action(screen, action, day) for action in actions]


def _action(screen: Screen, action: Action, day: date) -> Line:
    late = action.overdue(day)
    lead: list[Words] = ["  ", entry.mark(action, day), " ", (action.id, "quiet"), "  "]
    other = action.owner or action.person
    said: list[Words] = [*([(f"{words.first_name(action.owner.label)}: ", "name")] if action.owner else []), action.text]
    said += [(f" · {words.first_name(other.label)}", "quiet")] if other and not action.owner else []
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
