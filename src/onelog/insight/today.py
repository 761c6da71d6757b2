"""What somebody wants to know in the morning: who is due, what I owe, what I wait for, goals at risk, one discovery."""

from datetime import date, timedelta

from onelog.core.model import Action, Goal
from onelog.core.progress import pace
from onelog.core.results.common import Standing, Today
from onelog.core.settings import Settings
from onelog.insight import schedule, watch
from onelog.insight.spaced_repetition import remembered
from onelog.markdown import occasions
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import prep

WEEK = timedelta(days=7)


def compute_today(store: Store, day: date, settings: Settings) -> Today:
    """The picture of one day; where the settings have it, one good thing of the past is in it."""
    everybody = schedule.of(store, day)
    open_actions = records.actions(store, archived=False)
    mine = [a for a in open_actions if a.owner is None]
    theirs = [a for a in open_actions if a.owner is not None]
    near, far = _near(mine, day)
    return Today(
        day,
        empty=not everybody and not open_actions,
        due=tuple(due(everybody)),
        days=tuple(occasions.near(prep.dated_facts(store), day, day + WEEK, store.conventions)),
        mine=tuple(near),
        mine_more=len(far),
        theirs=tuple(theirs),
        goals=tuple(at_risk(records.goals(store), day)),
        moment=remembered(store, day) if settings.resurface else None,
        warnings=len(watch.find_warnings(store, day, settings)),
    )


def _near(actions: list[Action], day: date) -> tuple[list[Action], list[Action]]:
    """Actions within a week or without a day, and those further away."""
    near = [a for a in actions if a.due is None or a.due <= day + WEEK]
    return near, [a for a in actions if a.due is not None and a.due > day + WEEK]


def due(everybody: list[Standing]) -> list[Standing]:
    """Who is overdue or due within the week, in their order; a pause is nobody's worry."""
    return [one for one in everybody if one.state in ("overdue", "due")]


def at_risk(goals: list[Goal], day: date) -> list[Goal]:
    """Open goals that are behind the calendar, or open past their day, in their order."""
    return [goal for goal in goals if pace(goal, day) == "behind" or (goal.by is not None and goal.by < day)]
