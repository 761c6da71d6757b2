"""How goals go: fast enough or not, how many of those below are done, and since when nothing has touched them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import isfinite
from typing import NamedTuple

from onelog.core.calendar.day_words import months_after
from onelog.core.model import Action, Goal, Topic
from onelog.core.presenter import presented
from onelog.core.values import value

ON_TRACK = 0.05
"""How far a goal may be from its line, as a part of the whole way, and still be on track."""


@value(frozen=True, slots=True)
class Ahead:
    """How far a goal is from its line: the straight one from its start, on the day it was opened, to its target on its day."""

    days: int
    """From today to the day on which the line says what was measured, in whole days; below 0 it is behind."""
    amount: float
    """What was measured less what the line says today; where the measure is to fall, below 0 is good."""
    fraction: float
    """The part of the way that is done less the part of the time that is gone; below 0 it is behind."""


def ahead(goal: Goal, today: date) -> Ahead | None:
    """A goal against the calendar, by days, by amount and as a part of the way.

    None without a day after the one it was opened on, a start and a target that differ, and a measured value. The line
    ends at both ends: what lies before the start was due on the first day, what lies beyond the target on the last one.
    After the last day the line says the target, and the days behind go on growing until it is reached. A goal that is
    closed is seen on the day on which it was.
    """
    opened, by, start, target, now = goal.opened, goal.by, goal.start, goal.target, goal.current
    if opened is None or by is None or by <= opened or start is None or target is None or start == target:
        return None
    if now is None or not any(c.value is not None for c in goal.checkins):
        return None
    seen = min(today, goal.closed) if goal.status != "open" and goal.closed else today
    whole, past = (by - opened).days, max((seen - opened).days, 0)
    gone = min(past, whole)
    done = (now - start) / (target - start)
    amount = now - (start + (target - start) * gone / whole)
    if not isfinite(done + amount):  # numbers at the end of what a computer counts
        return None
    due = round(min(max((now - start) * whole / (target - start), 0), whole))
    return Ahead(due - (gone if done >= 1 else past), amount, done - gone / whole)


def pace(goal: Goal, today: date) -> str:
    """A goal against the calendar: "ahead", "on track", "behind" or "unknown".

    Compared are the part of the way that is done, (current - start) / (target - start), and the part of the time that
    is gone between the days it was opened and is due; within five hundredths of each other is "on track". Unknown
    without a day, a target and a start that differ, and a measured value; a goal that is closed stays as it was then.
    """
    how = ahead(goal, today)
    if how is None:
        return "unknown"
    if abs(round(how.fraction, 9)) <= ON_TRACK:  # 0.55 - 0.5 is a little more than 0.05 to a computer
        return "on track"
    return "ahead" if how.fraction > 0 else "behind"


QUIET_WEEKS = 2
"""A goal that nothing has touched for so many weeks is said to be untouched; one week without is what weeks are like."""


@presented(
    "course", "records.record", "records.goals", module="goals", kinds="goal (a list of goals)",
    columns=(
        "id", "by", "with", "title", "status", "pace", "start", "current", "target", "unit", "metric", "parent", "opened",
        "closed", "tags", "days ahead (below 0 behind)", "amount ahead", "weeks untouched", "achieved below", "all below",
    ),
)  # fmt: skip  # its columns in lines
class Course(NamedTuple):
    """How it goes with one goal."""

    goal: Goal
    pace: str
    """Ahead, on track, behind or unknown."""
    ahead: Ahead | None = None
    """By how much; None where the pace is unknown."""
    touched: date | None = None
    """The last day on which something was said or done about it, or about a goal below it."""
    weeks: int = 0
    """Whole weeks since then; 0 for a goal that is closed."""
    done: int = 0
    """Goals below it, however deep, that were achieved."""
    below: int = 0
    """Goals below it that were not given up."""


def courses(goals: Sequence[Goal], touched: Mapping[str, date], today: date) -> list[Course]:
    """How it goes with each of these goals, in their order.

    `touched` has, by the uid of a goal, the last day on which a promise, a moment or a meeting was about it; the day it
    was opened and those of its check-ins are the goal's own. What touches a goal touches those above it.
    """
    under = children(goals)
    return [_course(goal, below(goal, under), touched, today) for goal in goals]


def course(goal: Goal, today: date) -> Course:
    """How it goes with a goal, seen alone."""
    return _course(goal, [], {}, today)


def _course(goal: Goal, below: Sequence[Goal], touched: Mapping[str, date], today: date) -> Course:
    days = [day for one in (goal, *below) for day in _own_days(one, touched)]
    last = max(days, default=None)
    weeks = max((today - last).days, 0) // 7 if last and goal.status == "open" else 0
    states = [one.status for one in below if one.status != "dropped"]
    return Course(
        goal=goal,
        pace=pace(goal, today),
        ahead=ahead(goal, today),
        touched=last,
        weeks=weeks,
        done=states.count("achieved"),
        below=len(states),
    )


def _own_days(goal: Goal, touched: Mapping[str, date]) -> list[date]:
    known = (goal.opened, goal.closed, touched.get(goal.uid), *(look.at.date() for look in goal.checkins))
    return [day for day in known if day]


def children(goals: Iterable[Goal]) -> dict[str, list[Goal]]:
    """Goals by the uid of the goal they are directly under, in their order."""
    under: dict[str, list[Goal]] = {}
    for goal in goals:
        if goal.parent:
            under.setdefault(goal.parent.uid, []).append(goal)
    return under


def below(goal: Goal, under: Mapping[str, Sequence[Goal]]) -> list[Goal]:
    """All goals below one, each once; a ring of goals ends where it began."""
    seen, found, waiting = {goal.uid}, list[Goal](), [*under.get(goal.uid, ())]
    while waiting:
        one = waiting.pop()
        if one.uid not in seen:
            seen.add(one.uid)
            found.append(one)
            waiting += under.get(one.uid, ())
    return found


def family(goals: Sequence[Goal], wanted: Iterable[str]) -> list[Goal]:
    """The goals with these uids, those above them and those below them, in the order of `goals`."""
    under, by_uid, kept = children(goals), {goal.uid: goal for goal in goals}, set[str]()
    for uid in wanted:
        if uid in by_uid:
            kept |= {uid, *(one.uid for one in below(by_uid[uid], under)), *_above(by_uid[uid], by_uid)}
    return [goal for goal in goals if goal.uid in kept]


def _above(goal: Goal, by_uid: Mapping[str, Goal]) -> list[str]:
    found: list[str] = []
    while goal.parent and goal.parent.uid in by_uid and goal.parent.uid not in found:
        goal = by_uid[goal.parent.uid]
        found.append(goal.uid)
    return found


# --- a plan, backwards from a goal's day

OPTIONS = ("half", "year", "quarter")
"""The steps that `goals plan` has an option for."""
PLANNED = "plan"
"""The tag of a goal that is a step of a plan."""


class Step(NamedTuple):
    """What must be true by a day on the way to a goal."""

    when: str
    """Half (a year before the goal's day), year (before it), 18m (months before it) and so on; quarter (the end of this one),
    quarter2 (of the next one), month (of this one, on a short way); "" for one of another day."""
    day: date
    goal: Goal | None = None
    """The goal below that it is, open or achieved; None where nothing was said yet."""
    offered: date | None = None
    """Another day that is offered, where its own is past, or not before that of the goal any more."""

    @property
    def is_done(self) -> bool:
        return self.goal is not None and self.goal.status == "achieved"


@presented("plan", "records.plan", module="goals")
@value(frozen=True, slots=True)
class Plan:
    """A goal, and the way to it from its day back to the next step."""

    goal: Goal
    steps: tuple[Step, ...] = ()
    """The last day first."""
    next: tuple[Action | Topic, ...] = ()
    """Open promises and parked topics for the goal and its steps."""
    tree: tuple[Course, ...] = ()
    """How it goes with the goal and all that is below it."""

    @property
    def parts(self) -> tuple[Course | Action | Topic, ...]:
        """What stands on a line of its own."""
        return *self.tree, *self.next


def marks(by: date, today: date, quarter_end: date) -> list[Step]:
    """The days that a plan proposes, backwards from a goal's day `by`: each half-year before it down to a month
    after the end of this quarter, then the ends of the next quarter and of this one.

    Days that are not to come are left out, and quarters that do not end before all the others. Where that leaves none, it is
    the end of this month.
    """
    found = [Step(_HALVES.get(n, f"{6 * n}m"), day) for n, day in _halves(by, max(today, quarter_end) + _MONTH)]
    first = found[-1].day if found else by
    ends = (("quarter", quarter_end), ("quarter2", _month_end(quarter_end, 3)))
    found += [Step(when, day) for when, day in reversed(ends) if today < day < first]
    month = _month_end(today)
    return found or ([Step("month", month)] if today < month < by else [])


_MONTH = timedelta(days=31)
"""A half-year that begins so shortly after the quarter is no step of its own."""
_HALVES = {1: "half", 2: "year"}


def _halves(by: date, after: date) -> Iterator[tuple[int, date]]:
    n = 1
    while (day := months_after(by, -6 * n)) > after:
        yield n, day
        n += 1


def _month_end(day: date, months: int = 0) -> date:
    """The last day of the month of a day, or of one so many months later."""
    return months_after(day.replace(day=1), months + 1) - timedelta(days=1)


def planned(goal: Goal, goals: Iterable[Goal], *, done: bool = False) -> list[Goal]:
    """The open steps of a goal's plan among `goals`, the last day first: those under it, and those under them; with `done`
    those that were achieved, too.
    """
    under = children(one for one in goals if PLANNED in one.tags and one.by)
    states = ("open", "achieved") if done else ("open",)
    found = [one for one in below(goal, under) if one.status in states]
    return sorted(found, key=_day, reverse=True)


def _day(goal: Goal) -> date:
    return goal.by or date.max


def way(goal: Goal, there: Sequence[Goal], today: date, quarter_end: date) -> list[Step]:
    """The steps that are there (as `planned` has them) and those that are proposed, the last day first.

    A step that is there takes the place of the proposal that is the first one on or after its day. One whose day is past, or
    not before the goal's any more, is offered the nearest of the days that are left.
    """
    found = list[Step]()
    open_marks = marks(_day(goal), today, quarter_end)
    taken = set[str]()
    for number, mark in enumerate(open_marks):
        last = [step.day for step in open_marks[number + 1 :]]
        here = [g for g in there if today <= _day(g) <= mark.day and (not last or _day(g) > last[0])]
        found.append(Step(mark.when, _day(here[0]), here[0]) if here else mark)
        taken |= {here[0].uid} if here else set()
    free = [step.day for step in found if step.goal is None]
    rest = (Step("", _day(one), one) for one in there if one.uid not in taken)
    found += [_offered(step, free, today, _day(goal)) for step in rest]
    return sorted(found, key=lambda step: step.day, reverse=True)


def _offered(step: Step, free: Sequence[date], today: date, by: date) -> Step:
    """A step with the day that is offered to it, if any is."""
    if step.is_done or not free or today <= step.day < by:
        return step
    return step._replace(offered=min(free, key=lambda day: abs((day - step.day).days)))
