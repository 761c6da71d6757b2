"""Goals as the tree they are: from where, to where, how far, by when, and whether that is fast enough."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onelog.model import Goal, pace
from onelog.render import entry, words
from onelog.render.layout import Words, cells
from onelog.render.screen import Screen

EXAMPLE = "onelog goals add ship the new search --by eoq"
BAR = 16
MARKS = {"open": "☐", "achieved": "✓", "missed": "✗", "dropped": "✗"}
STYLES = {"achieved": "kept", "missed": "late", "dropped": "dropped"}


def draw(screen: Screen, goals: Sequence[Goal], today: date, paces: Mapping[str, str] | None = None) -> None:
    """Every goal under its parent; `paces` are by a goal's id ("ahead", "on track", "behind", "unknown")."""
    if not goals:
        screen.text(*screen.phrase("no_goals", EXAMPLE))
    for number, (goal, depth) in enumerate(_tree(goals)):
        if number and depth == 0:
            screen.blank()
        _draw_one(screen, goal, depth, today, (paces or {}).get(goal.id) or pace(goal, today))


def _tree(goals: Sequence[Goal]) -> Iterator[tuple[Goal, int]]:
    """Each goal once, after its parent, with how deep it lies; one whose parent is not listed is a root."""
    listed = {goal.uid for goal in goals}
    under: dict[str, list[Goal]] = {}
    for goal in goals:
        parent = goal.parent.uid if goal.parent and goal.parent.uid in listed else ""
        under.setdefault(parent, []).append(goal)
    waiting = [(goal, 0) for goal in reversed(under.get("", []))]
    seen: set[str] = set()
    while waiting:
        goal, depth = waiting.pop()
        seen.add(goal.uid)
        yield goal, depth
        waiting += [(child, depth + 1) for child in reversed(under.get(goal.uid, []))]
    yield from ((goal, 0) for goal in goals if goal.uid not in seen)  # parents in a ring


def _draw_one(screen: Screen, goal: Goal, depth: int, today: date, how_fast: str) -> None:
    indent = "  " * min(depth, 6)
    style = STYLES.get(goal.status, "")
    lead: list[Words] = [indent, (MARKS[goal.status], style), " ", (goal.id, "quiet"), "  "]
    person: list[Words] = [(f" · {words.first_name(goal.person.label)}", "quiet")] if goal.person else []
    screen.row(lead, [(goal.title, "strong" if depth == 0 else ""), *person], [_by(screen, goal, today)])
    told = (screen.say(how_fast), how_fast) if goal.status == "open" and how_fast != "unknown" else ""
    how = measure(screen, goal, told)
    if how:
        screen.row([" " * cells(lead)], how)


def _by(screen: Screen, goal: Goal, today: date) -> Words:
    if goal.status != "open":
        return entry.ended(screen, goal.status, goal.closed, today), STYLES[goal.status]
    return words.both(goal.by, today, screen.language) if goal.by else (screen.say("no_day"), "quiet")


def measure(screen: Screen, goal: Goal, how_fast: Words = "") -> list[Words]:
    """A bar, the share of the way in percent, the pace, and the numbers; as much of it as there is."""
    said: list[Words] = []
    if (share := share_of(goal)) is not None:
        full = round(min(max(share, 0), 1) * BAR)
        said += [("█" * full, "goal"), ("░" * (BAR - full), "quiet"), f" {share:.0%}"]
    said += [*(["  "] if said else []), how_fast] if how_fast else []
    numbers = " → ".join(words.number(n) for n in _way(goal))
    said += [*(["  "] if said else []), numbers] if numbers else []
    unit = goal.unit or goal.metric
    return [*said, *([(f" {unit}" if said else unit, "quiet")] if unit else [])]


def _way(goal: Goal) -> list[float]:
    """Start, current, target: those that are known; the current one only where it has moved."""
    moved = goal.current if goal.current != goal.start else None
    return [n for n in (goal.start, moved, goal.target) if n is not None]


def share_of(goal: Goal) -> float | None:
    """How much of the way from start to target is done; None without both or without a way."""
    if goal.start is None or goal.target is None or goal.current is None or goal.start == goal.target:
        return None
    return (goal.current - goal.start) / (goal.target - goal.start)
