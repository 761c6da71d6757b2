"""All the facts of a period, gathered for an export; for a calendar, the 1-on-1s that are to come."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from onelog.core import attendance
from onelog.core.calendar import dates, recurrence
from onelog.core.calendar.periods import Period
from onelog.core.model import Action, Answer, Goal, Meeting, Moment, Person, Skip, Topic
from onelog.core.results.common import Book, ComingTalk
from onelog.core.selection import ANYTHING, Selection
from onelog.markdown import privacy
from onelog.store import meetings, people, records
from onelog.store.database import Store
from onelog.store.queries import calendar
from onelog.store.queries.calendar import Revision

AHEAD = timedelta(weeks=12)
USUAL = 30
"""Minutes of a talk, where no meeting with somebody tells them."""


def collect_book(
    store: Store, period: Period | None, selection: Selection = ANYTHING, *, coming: tuple[ComingTalk, ...] = ()
) -> Book:
    """The meetings of a period oldest first, what stands outside any meeting, the people and the goals it touches.

    `selection` says with whom, and whether what is private is in it. Without a period and a person it is everything there is; else goals that records are for come along, with the
    goals above them. Records of a private kind, and why meetings were skipped, are left out unless they are selected, and counted;
    so is, uncounted, what was answered to warnings about them.
    """
    person, private = selection.person, selection.private
    everything = period is None and person is None
    whole = replace(selection, closed=True, private=True)
    if period:
        whole = whole.within(period.start, period.end)
    outside = replace(whole, loose=True)
    met = meetings.newest(store, whole)[::-1]
    if period is None:
        met += [m for m in meetings.gathered(store) if whole.uid in (None, m.person.uid)]
    loose = records.moments(store, outside)[::-1]
    actions, topics = records.actions(store, outside), records.topics(store, outside)
    goals = [g for g in records.goals(store, whole) if _touches(g, whole)]
    left: Counter[str] = Counter()
    if not private:
        met = list(_public(met, left))
        left.update(m.kind for m in loose if privacy.private_kind(m))
        loose = [m for m in loose if not privacy.private_kind(m)]
    if not everything:
        goals += _goals_behind(store, met, actions, goals)
    with_them = _mentioned(store, met, loose, actions, topics, goals, everybody=everything)
    skips, answers = _skips_and_answers(store, left, private=private) if everything else ([], [])
    return Book(
        period=period,
        people=tuple(with_them),
        meetings=tuple(met),
        actions=tuple(sorted(actions, key=_by_day)),
        moments=tuple(loose),
        topics=tuple(topics),
        goals=tuple(sorted(goals, key=lambda g: (g.opened or date.min, g.uid))),
        skips=tuple(skips),
        answers=tuple(answers),
        left_out=dict(left),
        whole=everything,
        about=person.ref if person else None,
        coming=coming,
    )


def _skips_and_answers(store: Store, left: Counter[str], *, private: bool) -> tuple[list[Skip], list[Answer]]:
    """What was skipped and answered; what of it is private is counted where it is left out."""
    skips, answers = records.skips(store), records.answers(store)
    if private:
        return skips, answers
    left.update(privacy.SKIP for skip in skips if skip.why)
    left.update("answer" for answer in answers if privacy.private_kind(answer))
    public = [answer for answer in answers if not privacy.private_kind(answer)]
    return [replace(skip, why="") for skip in skips], public


def _by_day(action: Action) -> tuple[date, str]:
    return action.opened or date.min, action.uid


def _public(met: list[Meeting], left: Counter[str]) -> Iterator[Meeting]:
    """The meetings without their private lines, which are counted."""
    for meeting in met:
        shown, kinds = privacy.public(meeting)
        left.update(kinds)
        yield shown


def _touches(goal: Goal, selection: Selection) -> bool:
    """Whether a goal was open at some time in the selected days."""
    since, before = selection.since, selection.before
    opened_in_time = before is None or goal.opened is None or goal.opened < before
    return opened_in_time and (since is None or goal.closed is None or goal.closed >= since)


def _goals_behind(store: Store, met: list[Meeting], actions: list[Action], goals: list[Goal]) -> list[Goal]:
    """The goals that are not there yet and that an action, a check-in or a goal below them points at.

    Of their check-ins only those of these meetings: the others were said elsewhere.
    """
    here, there = {m.uid for m in met}, {g.uid for g in goals}
    known = {g.uid: g for g in records.goals(store, Selection(closed=True))}
    refs = [a.goal for a in [*actions, *(x for m in met for x in m.actions)]]
    refs += [c.goal for m in met for c in m.checkins] + [g.parent for g in goals]
    found: list[Goal] = []
    while refs:
        ref = refs.pop()
        if ref and ref.uid in known and ref.uid not in there:
            goal = known[ref.uid]
            there.add(goal.uid)
            refs.append(goal.parent)
            said = (c for c in goal.checkins if c.meeting and c.meeting.uid in here)
            found.append(replace(goal, checkins=tuple(said)))
    return found


def _mentioned(
    store: Store,
    met: list[Meeting],
    loose: list[Moment],
    actions: list[Action],
    topics: list[Topic],
    goals: list[Goal],
    *,
    everybody: bool,
) -> list[Person]:
    """Who is named in any of these records."""
    moments = [*loose, *(one for meeting in met for one in meeting.moments)]
    promises = [*actions, *(one for meeting in met for one in meeting.actions)]
    about: list[Meeting | Moment | Action | Topic | Goal] = [*met, *moments, *promises, *topics, *goals]
    refs = [one.person for one in about]
    refs += [ref for one in moments for ref in (one.giver, one.receiver)] + [one.owner for one in promises]
    uids = {ref.uid for ref in refs if ref}
    found = people.everybody(store)
    return sorted((p for p in found if everybody or p.uid in uids), key=lambda p: p.uid)


# --- what is to come, for a calendar


def coming_talks(
    store: Store, now: datetime, person: Person | None = None, ahead: timedelta = AHEAD
) -> tuple[ComingTalk, ...]:
    """What is to come from today on, by day: of everybody who is not archived, or of one person."""
    revisions = calendar.revisions(store)
    found = [
        talk
        for one in people.everybody(store, archived=False)
        if person is None or one.uid == person.uid
        for talk in _talks_with(store, one, now, ahead, revisions)
    ]
    return tuple(sorted(found, key=lambda talk: (talk.day, talk.person.uid, talk.slot)))


def _talks_with(
    store: Store, person: Person, now: datetime, ahead: timedelta, revisions: list[Revision]
) -> Iterator[ComingTalk]:
    """The talks that are planned with somebody, and those that would be but for a skip."""
    today, end = now.date(), now.date() + ahead
    without_skips = replace(person, skips=())
    days = [(slot, day) for slot, day in _days(person, today, end) if day >= today]
    held = {slot for slot, _ in days}
    left_out = [slot for slot, _ in _days(without_skips, today, end) if slot >= today and slot not in held]
    if not days and not left_out:
        return
    minutes = calendar.minutes(store, person.uid) or USUAL
    about = [one for one in revisions if one.person == person.uid]
    promises = [one for one in records.actions(store, Selection(person=person)) if one.due]
    before = date.min
    for place, (slot, day) in enumerate(days):
        at = _begins(person, day, now, is_next=place == 0)
        due = tuple(one for one in promises if one.due and before < one.due <= day)
        yield _planned(person, slot, at, minutes, about)._replace(day=day, promises=due)
        before = day
    for slot in left_out:
        at = _begins(without_skips, slot, now, is_next=False)
        yield _planned(person, slot, at, minutes, about)._replace(is_cancelled=True)


def _planned(person: Person, slot: date, at: datetime | None, minutes: int, revisions: list[Revision]) -> ComingTalk:
    """A talk on its day of the cadence, with what was said of that day since."""
    revision, changed = _revised(slot, revisions)
    return ComingTalk(person.ref, slot, day=slot, at=at, minutes=minutes, revision=revision, changed=changed)


def _days(person: Person, today: date, end: date) -> Iterator[tuple[date, date]]:
    """(the day of the cadence, the day on which it is) of each talk up to a day; the first is the next one."""
    day, rule = attendance.due(person, today), person.rule
    plan = next((one for one in reversed(attendance.plans(person.skips, None)) if one.day == day), None)
    is_counted = plan or person.last_met or (rule and "BYDAY" in rule)
    if day is None or day > end or not is_counted:  # without a first meeting an interval begins today, whenever that is
        return
    yield (plan.start if plan else day), day
    held = recurrence.stood_for(rule, day, plan.origin) if rule and plan else day
    base = person.last_met.day if person.last_met and not plan else day.day
    while rule and (following := recurrence.next_due(rule, held, today, base)) and following <= end:
        yield following, following
        held = following


def _begins(person: Person, day: date, now: datetime, *, is_next: bool) -> datetime | None:
    """When a talk begins, on the clock of its day: summer time changes nothing about its hour."""
    hour = attendance.hour(person, now.date()) if is_next else person.hour
    return dates.on_day(day, time.fromisoformat(hour), now) if hour else None


def _revised(slot: date, revisions: list[Revision]) -> tuple[int, datetime | None]:
    """How often what is said of a day changed, and when it last did."""
    days, times = {slot}, list[datetime]()
    for one in revisions:
        moved = one.moved.date() if one.moved else None
        on_the_way = bool(one.due and moved and one.due < slot <= moved)
        in_a_pause = bool(one.until and one.said and one.said < slot < one.until)
        if (
            one.of_all
            or one.due in days
            or on_the_way
            or in_a_pause
            or (moved and one.due is None and one.said == slot)
        ):
            times.append(one.at)
            days |= {moved} if moved and one.due in days else set()
    return len(times), max(times, default=None)
