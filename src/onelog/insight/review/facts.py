"""The records of a period as they stood at its end (or today), before anybody is told of them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from onelog.core.calendar.periods import Period
from onelog.core.model import Action, Goal, Moment, Person
from onelog.core.results.common import Kept
from onelog.core.selection import ANYTHING, Selection
from onelog.insight import schedule
from onelog.store import people, records
from onelog.store.database import Store
from onelog.store.queries import review
from onelog.store.queries.review import PeriodMeeting


class Facts(NamedTuple):
    """What a period holds; what was done or said after it is not in it."""

    period: Period
    day: date
    """The last day of the period, or today."""
    promises: tuple[tuple[str, Action], ...]
    """Each with what became of it (`became`), oldest first."""
    moments: tuple[Moment, ...]
    """Oldest first."""
    met: tuple[PeriodMeeting, ...]
    private: tuple[tuple[str, int], ...] = ()
    """(kind, how many) of moments of a private kind that were left out."""

    def promised(self, *states: str, mine: bool) -> list[Action]:
        return [one for state, one in self.promises if state in states and (one.owner is None) == mine]

    def of_kind(self, kind: str) -> list[Moment]:
        return [one for one in self.moments if one.kind == kind]


def gather_facts(store: Store, period: Period, today: date, selection: Selection = ANYTHING) -> Facts:
    """The facts of a period, with one person alone or with everybody; private kinds only if they are selected."""
    day = min(today, period.last)
    then = selection.within(period.start, day + timedelta(days=1))
    made = review.promises(store, min(period.start, day + timedelta(days=1)), day, selection.uid)
    promises = [(became(one, period, today), one) for one in made]
    moments = records.moments(store, then)
    left = {} if selection.private else records.count_private(store, then)
    return Facts(
        period=period,
        day=day,
        promises=tuple((state, one) for state, one in promises if state),
        moments=tuple(moments[::-1]),
        met=tuple(review.met(store, then)),
        private=tuple(sorted(left.items())),
    )


def became(action: Action, period: Period, today: date) -> str:
    """What became of a promise by the end of a period, or today: kept, late, undated, dropped, overdue or open.

    Undated is one without a day that was done: nobody can say whether that was in time.

    "" of one that ended before the period, or that was made after it and did not end in it (what was done before it was
    noted has its end first). One that is due on the last day of a period that is over and was not kept on it is overdue;
    one that is due today is not.
    """
    day = min(today, period.last)
    ended = end_of(action)
    if ended is None or ended > day:
        if action.opened and action.opened > day:
            return ""
        return "overdue" if action.due and action.due < min(today, period.end) else "open"
    if ended < period.start:
        return ""
    if action.status == "dropped":
        return "dropped"
    if action.due is None:
        return "undated"
    return "late" if ended > action.due else "kept"


def end_of(action: Action) -> date | None:
    """The day on which a promise ended; the one on which it was made where nobody knows. None while it is open."""
    return None if action.status == "open" else action.closed or action.opened


def goals_then(store: Store, period: Period, day: date, person: Person | None) -> list[Goal]:
    """The goals that were open at some time in the period, as they stood on `day`, the nearest day first.

    One that was noted when it had been closed already was open on the day it was closed.
    """
    found = records.goals(store, Selection(person=person, closed=True))
    touching = [g for g in found if _begun(g, day) and (g.closed is None or g.closed >= period.start)]
    return [_as_of(goal, day) for goal in touching]


def _begun(goal: Goal, day: date) -> bool:
    opened = goal.opened or day
    return min(opened, goal.closed or opened) <= day


def _as_of(goal: Goal, day: date) -> Goal:
    looks = tuple(look for look in goal.checkins if look.at.date() <= day)
    if goal.closed and goal.closed > day:
        return replace(goal, status="open", closed=None, checkins=looks)
    return replace(goal, checkins=looks)


def count_kept(store: Store, period: Period, today: date, person: Person | None) -> Kept:
    """What became of the meetings that were due in the period, of everybody together who has a cadence."""
    wanted = [person] if person else [one for one in people.everybody(store) if one.rule]
    found = [schedule.kept(store, one, period.start, period.end, today) for one in wanted]
    return Kept(*(sum(counts) for counts in zip(*found, strict=True))) if found else Kept(0, 0, 0)
