"""The team before a week or a day: a line a person, as wide as the screen is."""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import accumulate

from onelog.core.calendar import dates
from onelog.core.phrases import spoken
from onelog.core.results.prep import Brief
from onelog.terminal.insight.prep import ROOMY, TALLEST, scale_rows, spark
from onelog.terminal.insight.upcoming import MARKS, STYLES
from onelog.terminal.kit.layout import Line, Words, cells, clip, pad
from onelog.terminal.kit.screen import Screen

NAME = 16
"""The widest that the column of names becomes; where the line is too long, it becomes narrower."""
_NARROWEST = 6

TeamCell = Sequence[Words]


def draw(
    screen: Screen,
    team: Sequence[Brief],
    today: date,
    height: int | None = None,
    *,
    asked: bool = False,
    relations: Collection[str] = (),
    without: int = 0,
    is_ranked: bool = False,
) -> None:
    """Fits in a terminal of `height` lines and its prompt; people who do not fit are counted, and those `without` a cadence.

    `asked` tells that somebody asked for some days only, or for those of some `relations`; `is_ranked` that the worst stand
    first, with what that goes by.
    """
    if not team:
        if is_ranked and relations:
            screen.text(*screen.phrase("team.nobody", screen.say("example.relation")))
        else:
            _say_nobody(screen, asked, bool(relations), without)
        return
    legend = [*_legend(screen, team), *([screen.say("team.order")] if is_ranked else [])]
    room = min(TALLEST, (height or screen.height) - 1) - 1 - len(legend) - bool(without)
    shown = _fitting(team, room, is_ranked=is_ranked)
    rows = [(_ranked if is_ranked else _cells)(screen, one, today) for one in shown]
    heads: list[TeamCell] = [[(screen.say(key), "quiet")] for key in _columns(screen, is_ranked=is_ranked)]
    head, *lines = _table(screen, [heads, *rows])
    screen.draw([head])
    for one, line in zip(shown, lines, strict=True):
        screen.draw([line, *(_scales(screen, one) if is_ranked else [])])
    if left := len(team) - len(shown):
        screen.line("… ", *screen.phrase("more", "onelog team --json" if is_ranked else "onelog next", n=left))
    if without:
        screen.line("  ", *screen.phrase("without_cadence", "onelog next --all", n=without))
    for said in legend:
        screen.line((f"  {said}", "quiet"))


def _fitting(team: Sequence[Brief], room: int, *, is_ranked: bool) -> Sequence[Brief]:
    """The first ones, for which there is room; a line is kept to count the others."""
    heights = [1 + (len(one.scales) if is_ranked else 0) for one in team]
    if sum(heights) <= room:
        return team
    ends = [*accumulate(heights)]
    return team[: sum(end <= room - 1 for end in ends)]


def _scales(screen: Screen, one: Brief) -> list[Line]:
    """A line a scale of one's own, below the name."""
    return [[("    ", ""), *line] for rows in scale_rows(one.scales, screen.measure - 4) for line in rows]


def _ranked(screen: Screen, one: Brief, today: date) -> list[TeamCell]:
    """When the meeting is due, promises, mood, praise: what is to be seen of a report at a glance."""
    name, due, _, mine, theirs, *_ = _cells(screen, one, today)
    praised = spoken.brief(one.praised, today, screen.language) if one.praised else "–"
    return [name, due, mine, theirs, _mood(screen, one), [(praised, "quiet")]]


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
    screen.text(*screen.phrase(key, screen.say("example.cadence") if key == "no_due" else "onelog prep --all"))
    if related and without:
        screen.line("  ", *screen.phrase("without_cadence", "onelog next --all", n=without))


def _columns(screen: Screen, *, is_ranked: bool = False) -> list[str]:
    """The keys of the headings; on a narrow screen those that are shorter."""
    short = "" if screen.width >= ROOMY else "_short"
    if is_ranked:
        return ["team.who", "team.due", "team.mine", f"team.theirs{short}", "team.mood", "team.praised"]
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
