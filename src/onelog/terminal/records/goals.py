"""Goals as the tree they are: from where, to where, how far, by when, and whether that is fast enough."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from onelog.core import progress
from onelog.core.model import Goal
from onelog.core.phrases import spoken
from onelog.core.progress import QUIET_WEEKS, Course
from onelog.core.results.common import LEAST
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Line, Words, cells, row
from onelog.terminal.kit.screen import Screen

BAR = 16
DEEPEST = 6
"""Goals that lie deeper than this are drawn as deep as this."""
MARKS = {"open": "☐", "achieved": "✓", "missed": "✗", "dropped": "✗"}
STYLES = {"achieved": "kept", "missed": "late", "dropped": "dropped"}


class TreePlace(NamedTuple):
    """Where a goal stands in its tree."""

    course: Course
    last: tuple[bool, ...] = ()
    """Of each goal above it but the root, and of itself: whether it is the last one of those beside it."""
    leaf: bool = True


def draw(screen: Screen, goals: Sequence[Goal | Course], today: date, *, tree: bool = False) -> None:
    """Every goal under its parent, with a bar; with `tree` as branches, without one."""
    if not goals:
        screen.text(*screen.phrase("no_goals", screen.say("example.goal")))
    places = list(placed([one if isinstance(one, Course) else progress.course(one, today) for one in goals]))
    if tree:
        draw_tree(screen, places, today)
        return
    for number, place in enumerate(places):
        if number and not place.last:
            screen.blank()
        _draw_one(screen, place, today)


def placed(courses: Sequence[Course]) -> Iterator[TreePlace]:
    """Each goal once, after its parent; one whose parent is not listed is a root."""
    listed = {one.goal.uid for one in courses}
    under: dict[str, list[Course]] = {}
    for one in courses:
        parent = one.goal.parent.uid if one.goal.parent and one.goal.parent.uid in listed else ""
        under.setdefault(parent, []).append(one)
    waiting: list[tuple[Course, tuple[bool, ...]]] = [(one, ()) for one in reversed(under.get("", []))]
    seen: set[str] = set()
    while waiting:
        one, last = waiting.pop()
        seen.add(one.goal.uid)
        below = under.get(one.goal.uid, [])
        yield TreePlace(one, last, not below)
        waiting += [(child, (*last, number == 0)) for number, child in enumerate(reversed(below))]
    yield from (TreePlace(one) for one in courses if one.goal.uid not in seen)  # parents in a ring


# --- the list


def _draw_one(screen: Screen, place: TreePlace, today: date) -> None:
    goal, depth = place.course.goal, len(place.last)
    lead: list[Words] = ["  " * min(depth, DEEPEST), *_mark(goal)]
    screen.row(lead, [(goal.title, "strong" if depth == 0 else ""), *_with(screen, goal)], [_by(screen, goal, today)])
    indent = " " * cells(lead)
    parts = [_bar(goal), speed(screen, place.course) if goal.status == "open" else [], _numbers(goal)]
    how = _apart(parts)
    if len(indent) + cells(how) > screen.measure and any(parts[:2]):
        screen.row([indent], _apart(parts[:2]))
        how = parts[2]
    if how:
        screen.row([indent], how)
    if said := _rest(screen, place.course):
        screen.row([indent], [(" · ".join(said), "quiet")])


def _mark(goal: Goal) -> list[Words]:
    return [(MARKS[goal.status], STYLES.get(goal.status, "")), " ", (goal.id, "quiet"), "  "]


def _with(screen: Screen, goal: Goal) -> list[Words]:
    return [(f" · {screen.first_name(goal.person.label)}", "quiet")] if goal.person else []


def _by(screen: Screen, goal: Goal, today: date) -> Words:
    if goal.status != "open":
        return entry.ended(screen, goal.status, goal.closed, today), STYLES[goal.status]
    if goal.by is None:
        return screen.say("no_day"), "quiet"
    return spoken.both(goal.by, today, screen.language), "late" if goal.by < today else ""


def _rest(screen: Screen, course: Course) -> list[str]:
    """How many below are done, since when nothing touched it, how early it was closed: what there is to say."""
    said = [below(screen, course), quiet(screen, course), entry.early(screen, course.goal)]
    return [part for part in said if part]


def below(screen: Screen, course: Course) -> str:
    """`2 of 3 below done`; "" where there is nothing below."""
    return screen.say("below_done", done=course.done, n=course.below) if course.below else ""


def quiet(screen: Screen, course: Course) -> str:
    """`untouched for 5 weeks`; "" for less than two."""
    return screen.say("untouched", n=course.weeks) if course.weeks >= QUIET_WEEKS else ""


def speed(screen: Screen, course: Course) -> list[Words]:
    """`4 days ahead, +12,000`, `on track, 2 days behind, -0.2`; nothing where the pace is not known."""
    by = course.ahead
    if by is None:
        return []
    days = screen.say("days_ahead" if by.days > 0 else "days_behind", n=abs(by.days)) if by.days else ""
    rest = f"{screen.say('comma')}{told}" if (told := amount(course.goal, by.amount)) else ""
    return [*at_pace(screen, course.pace, days), (rest, "quiet")]


def at_pace(screen: Screen, pace: str, days: str) -> list[Words]:
    """`on track, 2 days behind`, 予定どおり（2日遅れ）; where it is not on track the days alone."""
    said = screen.say(pace)
    if pace != "on track" or not days:
        return [(days or said, pace)]
    whole = screen.say("pace_and_days", pace=said, days=days)
    return [(said, pace), (whole.removeprefix(said), "quiet")]


def amount(goal: Goal, by: float) -> str:
    """`+12,000`, as exactly as a hundredth of the way; "" for nothing."""
    way = abs((goal.target or 0.0) - (goal.start or 0.0))
    near = round(by, 0 if way >= 100 else 1 if way >= 10 else 2 if way >= 1 else 3)
    return f"{'+' if near > 0 else ''}{spoken.number(near)}" if near else ""


def measure(goal: Goal) -> list[Words]:
    """A bar, the share of the way in percent, and the numbers; as much of it as there is."""
    return _apart([_bar(goal), _numbers(goal)])


def _apart(parts: Sequence[Sequence[Words]]) -> list[Words]:
    """The parts that there are, with blanks between them."""
    return [
        piece for n, part in enumerate(part for part in parts if part) for piece in (["  "] if n else []) + list(part)
    ]


def _bar(goal: Goal) -> list[Words]:
    share = share_of(goal)
    if share is None:
        return []
    full = round(min(max(share, 0), 1) * BAR)
    said = percent(goal)
    return [("█" * full, "goal"), ("░" * (BAR - full), "quiet"), f" {said}" if said else ""]


def _numbers(goal: Goal) -> list[Words]:
    """`0 → 3 → 4 people`."""
    numbers, unit = " → ".join(spoken.number(n) for n in _way(goal)), goal.unit or goal.metric
    return [*([numbers] if numbers else []), *([(f"{' ' if numbers else ''}{unit}", "quiet")] if unit else [])]


def _way(goal: Goal) -> list[float]:
    """Start, current, target: those that are known; the current one only where it has moved."""
    moved = goal.current if goal.current != goal.start else None
    return [n for n in (goal.start, moved, goal.target) if n is not None]


def share_of(goal: Goal) -> float | None:
    """How much of the way from start to target is done; None without both or without a way."""
    if goal.start is None or goal.target is None or goal.current is None or goal.start == goal.target:
        return None
    return (goal.current - goal.start) / (goal.target - goal.start)


def percent(goal: Goal) -> str:
    """`64%` of the way; "" where that is not known, and where the way has so few whole steps that they say it better."""
    share = share_of(goal)
    if share is None or goal.start is None or goal.target is None or goal.current is None:
        return ""
    whole = all(float(number).is_integer() for number in (goal.start, goal.current, goal.target))
    return "" if whole and abs(goal.target - goal.start) < LEAST else f"{share:.0%}"


# --- the tree


def draw_tree(screen: Screen, places: Sequence[TreePlace], today: date) -> None:
    """Goals and those below them with branches between; a screen without such signs gets plain ones."""
    for number, place in enumerate(places):
        if number and not place.last:
            screen.blank()
        first, after = _branches(place, screen.measure)
        drawn = _tree_lines(screen, place, today, screen.measure - len(first))
        screen.draw([[(first if n == 0 else after, "quiet"), *line] for n, line in enumerate(drawn)])


def _branches(place: TreePlace, width: int) -> tuple[str, str]:
    """What stands before the first line of a goal, and before its others; on a narrow screen only the last branches."""
    kept = place.last[-max(1, min(DEEPEST, (width - 30) // 3)) :]
    above = "".join("   " if last else "│  " for last in kept[:-1])
    own = ("└─ ", "   ") if kept and kept[-1] else ("├─ ", "│  ") if kept else ("", "")
    return above + own[0], above + own[1]


def _tree_lines(screen: Screen, place: TreePlace, today: date, width: int) -> list[Line]:
    """Title and day; beneath it how far, how fast, and what is below."""
    course, goal = place.course, place.course.goal
    lead = _mark(goal)
    title: list[Words] = [(goal.title, "" if place.last else "strong"), *_with(screen, goal)]
    lines = row(lead, title, [_by(screen, goal, today)], width)
    share, how = percent(goal), speed(screen, course) if goal.status == "open" else []
    said: list[list[Words]] = [[share]] if share else [_numbers(goal)] if share_of(goal) is not None else []
    said += [how] if how else []
    said += [[(part, "quiet")] for part in _rest(screen, course)]
    joined = [piece for n, part in enumerate(said) for piece in ([(" · ", "quiet")] if n else []) + list(part)]
    under = f"{' ' if place.leaf else '│'}{' ' * (cells(lead) - 1)}"
    lines += row([(under, "quiet")], joined, (), width) if joined else []
    return [line if n == 0 else _under(line, place.leaf) for n, line in enumerate(lines)]


def _under(line: Line, leaf: bool) -> Line:
    """A line that follows another one, with the branch to what is below in its first cell."""
    if leaf or not line or not line[0][0].startswith(" "):
        return line
    return [("│", "quiet"), (line[0][0][1:], line[0][1]), *line[1:]]
