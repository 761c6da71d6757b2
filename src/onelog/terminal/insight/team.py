"""The team before a week or a day: a line a person, as wide as the screen is."""

from collections.abc import Collection, Sequence
from datetime import date

from onelog.core import dates
from onelog.core.phrases import spoken
from onelog.core.results.prep import Brief
from onelog.terminal.insight.prep import ROOMY, TALLEST, spark
from onelog.terminal.insight.upcoming import MARKS, STYLES
from onelog.terminal.kit.layout import Words, cells, clip, pad
from onelog.terminal.kit.screen import Screen

NAME = 16
"""The widest that the column of names becomes; where the line is too long, it becomes narrower."""
_NARROWEST = 6
EXAMPLE = "onelog people edit Mia --every 2w"

TeamCell = Sequence[Words]


def draw(
    screen: Screen, team: Sequence[Brief], today: date, height: int | None = None, *, asked: bool = False, relations: Collection[str] = (),
    without: int = 0,
) -> None:  # fmt: skip
    """Fits in a terminal of `height` lines and its prompt; people who do not fit are counted, and those `without` a cadence.

    `asked` tells that somebody asked for some days only, or for those of some `relations`.
    """
    if not team:
        _say_nobody(screen, asked, bool(relations), without)
        return
    legend = _legend(screen, team)
    room = min(TALLEST, (height or screen.height) - 1) - 1 - len(legend) - bool(without)
    shown = team if len(team) <= room else team[: max(room - 1, 0)]
    rows = [_cells(screen, one, today) for one in shown]
    heads: list[TeamCell] = [[(screen.say(key), "quiet")] for key in _columns(screen)]
    screen.draw(_table(screen, [heads, *rows]))
    if left := len(team) - len(shown):
        screen.line("… ", *screen.phrase("more", "onelog next", n=left))
    if without:
        screen.line("  ", *screen.phrase("without_cadence", "onelog next --all", n=without))
    for line in legend:
        screen.line(("  " + line, "quiet"))


def _legend(screen: Screen, team: Sequence[Brief]) -> list[str]:
    """What the marks mean that stand there, on as few lines as they fit in."""
    there = {
        "team.warned": any(one.warnings for one in team),
        "team.late": any(one.mine_late or one.theirs_late for one in team),
        "team.mine_mood": any(_is_mine(one) for one in team),
    }
    out: list[str] = []
    for said in (screen.say(key) for key, stands in there.items() if stands):
        if out and cells([f"  {out[-1]} · {said}"]) <= screen.measure:
            out[-1] += f" · {said}"
        else:
            out.append(said)
    return out


def _say_nobody(screen: Screen, asked: bool, related: bool, without: int) -> None:
    key = "team.no_team" if asked else "team.no_relation" if related else "no_due"
    screen.text(*screen.phrase(key, EXAMPLE if key == "no_due" else "onelog prep --all"))
    if related and without:
        screen.line("  ", *screen.phrase("without_cadence", "onelog next --all", n=without))


def _columns(screen: Screen) -> list[str]:
    """The keys of the headings; on a narrow screen those that are shorter."""
    short = "" if screen.width >= ROOMY else "_short"
    heads = [f"team.{name}{short}" for name in ("theirs", "topics", "concerns", "mood", "goals")]
    return ["team.who", "team.due", "team.met", "team.mine", *heads]


def _table(screen: Screen, rows: Sequence[Sequence[TeamCell]]) -> list[list[Words]]:
    """The rows in columns as wide as they must be; the names give way first."""
    widths = [max(cells(row[n]) for row in rows) for n in range(len(rows[0]))]
    widths[0] = min(widths[0], NAME + 2)
    gap = 2 if sum(widths) + 2 * (len(widths) - 1) <= screen.measure else 1
    over = sum(widths) + gap * (len(widths) - 1) - screen.measure
    widths[0] = max(widths[0] - max(over, 0), _NARROWEST + 2)
    return [_line(row, widths, gap) for row in rows]


def _line(row: Sequence[TeamCell], widths: Sequence[int], gap: int) -> list[Words]:
    out: list[Words] = []
    for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
        if number == 0:
            cell = _named(cell, width)
        out += [*cell, " " * (width - cells(cell) + gap)]
    return out


def _named(cell: TeamCell, width: int) -> list[Words]:
    """A mark and a name, the name cut or filled to the width; what stands behind the name stays."""
    if len(cell) < 2:
        return [*cell]
    name = cell[1]
    text, style = (name, "") if isinstance(name, str) else name
    cut = clip(text, width - 2 - cells(cell[2:]))
    return [cell[0], (cut, style), *cell[2:], pad("", width - 2 - cells([cut]) - cells(cell[2:]))]


def _cells(screen: Screen, one: Brief, today: date) -> list[TeamCell]:
    stands = one.standing
    style = STYLES[stands.state]
    last = one.person.last_met
    return [
        [(f"{MARKS[stands.state]} ", style), (one.person.name, "name"), *([(" ⚑", "late")] if one.warnings else [])],
        [(_due(screen, one, today), style)],
        [(spoken.brief(last, today, screen.language) if last else "–", "quiet")],
        _count(one.mine, one.mine_late),
        _count(one.theirs, one.theirs_late),
        _count(one.topics),
        _worry(screen, one, today),
        _mood(screen, one),
        [(str(one.risky), "late")] if one.risky else _count(0),
    ]


def _due(screen: Screen, one: Brief, today: date) -> str:
    """`in 5 days`, `4 days ago`; on a narrow screen `in 5d`, `4d ago`; a dash in a pause or without a cadence."""
    due = one.standing.due
    if one.standing.until:
        return screen.say("team.paused")
    if due is None:
        return "–"
    if screen.width >= ROOMY or abs((due - today).days) == 0:
        return dates.spoken(due, today, screen.language)
    length = spoken.brief(min(due, today), max(due, today), screen.language)
    return screen.say("team.in_brief" if due > today else "team.ago_brief", length=length)


def _count(n: int, late: int = 0) -> TeamCell:
    """`3 (1)`: three, one of them overdue; a dash for none."""
    if not n:
        return [("–", "quiet")]
    return [str(n), (f" ({late})", "late")] if late else [str(n)]


def _worry(screen: Screen, one: Brief, today: date) -> TeamCell:
    """How many concerns are open, and the age of the oldest: `2 · 5w`; on a narrow screen the age alone."""
    if one.worried is None:
        return _count(0)
    age = spoken.brief(one.worried, today, screen.language)
    return [age] if screen.width < ROOMY else [str(one.concerns), (f" · {age}", "quiet")]


def _mood(screen: Screen, one: Brief) -> TeamCell:
    """Theirs as I saw it, and the newest number; mine, with a mark, where theirs was not noted."""
    mine = _is_mine(one)
    levels = [mood.mine if mine else mood.theirs for mood in one.moods]
    if not any(levels):
        return _count(0)
    newest = next(level for level in reversed(levels) if level)
    number = f" {newest}" if screen.width >= ROOMY else ""
    return [*spark(levels, numbers=False), (f"{number}{'*' * mine}", "quiet")]


def _is_mine(one: Brief) -> bool:
    """Whether it is my mood that is shown: theirs was not noted of late."""
    return any(mood.mine for mood in one.moods) and not any(mood.theirs for mood in one.moods)
