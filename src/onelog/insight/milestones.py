"""Milestones, said once and quietly after a meeting was logged: the tenth one, a year of them, a goal reached early."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onelog.core.calendar.day_words import months_after
from onelog.core.model import Goal, Meeting
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import discover

ROUND = (10, 50, 100, 250, 500, 1000)


class Milestone(NamedTuple):
    """One: `goal`, `years` or `meetings`."""

    what: str
    n: int
    """Days that a goal is early, years, or meetings."""
    about: str
    """The person's name, or the goal's title."""


def after(store: Store, meeting: Meeting, today: date) -> Milestone | None:
    """The milestone that this meeting is, at most one; None for one that was logged after a later one, or is to come."""
    if meeting.at is None or meeting.at.date() > today:
        return None
    for look in meeting.checkins:
        goal = records.by_uid(store, "goal", look.goal.uid)
        if isinstance(goal, Goal) and (days := early(goal, meeting)):
            return Milestone("goal", days, goal.title)
    met = [day for day in discover.met(store, meeting.person.uid) if day <= today]
    return of_days(met, meeting.at.date(), meeting.person.label)


def of_days(days: Sequence[date], day: date, name: str) -> Milestone | None:
    """A round year since the first meeting, or a round number of them, where the newest of these days is `day`."""
    if not days or days[-1] != day:
        return None
    years = _years(days[0], day)
    if len(days) > 1 and years > _years(days[0], days[-2]):
        return Milestone("years", years, name)
    return Milestone("meetings", len(days), name) if len(days) in ROUND else None


def _years(first: date, day: date) -> int:
    """Whole years; that of 29 February is over on the 28th."""
    years = day.year - first.year
    return years - (months_after(first, 12 * years) > day)


def early(goal: Goal, meeting: Meeting) -> int | None:
    """The days before its day on which the meeting's look at a goal was the first to reach its target."""
    if goal.by is None or goal.target is None or goal.start is None or meeting.at is None:
        return None
    up = goal.target >= goal.start
    reached = [
        one
        for one in goal.checkins
        if one.value is not None and (one.value >= goal.target if up else one.value <= goal.target)
    ]
    first = reached[0] if reached else None
    days = (goal.by - meeting.at.date()).days
    return days if first and first.meeting and first.meeting.uid == meeting.uid and days > 0 else None
