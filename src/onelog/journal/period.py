"""All the facts of a period, gathered for an export."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from onelog import body
from onelog.model import PRIVATE, Action, Goal, Meeting, Moment, Person, Topic
from onelog.periods import Period
from onelog.store import meetings, people, records
from onelog.store.file import Store
from onelog.views import Book


def book(store: Store, period: Period | None, person: Person | None = None, *, private: bool = False) -> Book:
    """The meetings of a period oldest first, what stands outside any meeting, the people and the goals it touches.

    Without a period it is everything there is. Records of a private kind are left out unless `private`, and counted.
    """
    since, before = (period.start, period.end) if period else (None, None)
    uid = person.uid if person else None
    met = meetings.newest(store, uid, since, before)[::-1]
    if period is None:
        met += [m for m in meetings.gathered(store) if uid in (None, m.person.uid)]
    loose = records.moments(store, person=uid, since=since, before=before, loose=True)[::-1]
    actions = records.actions(store, person=uid, since=since, before=before, closed_too=True, loose=True)
    topics = records.topics(store, person=uid, since=since, before=before, closed_too=True, loose=True)
    goals = [g for g in records.goals(store, person=uid, closed_too=True) if _touches(g, since, before)]
    left: Counter[str] = Counter()
    if not private:
        met = [_public(m, left) for m in met]
        left.update(m.kind for m in loose if m.kind in PRIVATE)
        loose = [m for m in loose if m.kind not in PRIVATE]
    with_them = _mentioned(store, met, loose, actions, topics, goals, everybody=period is None and person is None)
    return Book(
        period, tuple(with_them), tuple(met), tuple(sorted(actions, key=_by_day)), tuple(loose), tuple(topics),
        tuple(sorted(goals, key=lambda g: (g.opened or date.min, g.uid))), dict(left),
    )  # fmt: skip


def _by_day(action: Action) -> tuple[date, str]:
    return action.opened or date.min, action.uid


def _public(meeting: Meeting, left: Counter[str]) -> Meeting:
    """The meeting without its private lines."""
    hidden = [m for m in meeting.moments if m.kind in PRIVATE]
    if not hidden:
        return meeting
    left.update(m.kind for m in hidden)
    text = meeting.body
    for moment in hidden:
        text = body.without(text, moment.id)
    return replace(meeting, body=text, moments=tuple(m for m in meeting.moments if m.kind not in PRIVATE))


def _touches(goal: Goal, since: date | None, before: date | None) -> bool:
    """Whether a goal was open at some time in the period."""
    opened_in_time = before is None or goal.opened is None or goal.opened < before
    return opened_in_time and (since is None or goal.closed is None or goal.closed >= since - timedelta(days=0))


def _mentioned(
    store: Store, met: list[Meeting], loose: list[Moment], actions: list[Action], topics: list[Topic], goals: list[Goal],
    *, everybody: bool,
) -> list[Person]:  # fmt: skip
    refs = [m.person for m in met]
    refs += [
        ref
        for m in [*loose, *(x for met_ in met for x in met_.moments)]
        for ref in (m.person, m.giver, m.receiver)
        if ref
    ]
    refs += [ref for a in [*actions, *(x for met_ in met for x in met_.actions)] for ref in (a.person, a.owner) if ref]
    refs += [t.person for t in topics if t.person] + [g.person for g in goals if g.person]
    uids = {ref.uid for ref in refs}
    found = people.everybody(store)
    return sorted((p for p in found if everybody or p.uid in uids), key=lambda p: p.uid)
