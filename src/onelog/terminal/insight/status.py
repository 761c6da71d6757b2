"""How many meetings are due and promises overdue, and where to look."""

from datetime import date

from onelog.core.results.today import Status
from onelog.terminal.kit.layout import Words
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, status: Status, today: date) -> None:
    """A line each; one that says so where nothing is due."""
    if status.due:
        late = screen.say("status.of_these", said=screen.say("status.late", n=status.late)) if status.late else ""
        _line(screen, screen.say("status.due", n=status.due), late, "onelog next")
    if status.overdue:
        mine = screen.say("status.of_these", said=screen.say("status.mine", n=status.mine))
        _line(screen, screen.say("status.promises", n=status.overdue), mine, "onelog actions --overdue")
    if not status.due and not status.overdue:
        screen.text(screen.say("status.nothing"))


def _line(screen: Screen, what: str, more: str, command: str) -> None:
    said: list[Words] = [what, (more, "quiet")]
    screen.row((), said, [(command, "command")])
