"""What hangs together with a goal: how it goes, and the promises, meetings and moments that are about it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from onelog.core import progress
from onelog.core.kinds import Record
from onelog.core.model import Action, Checkin, Goal, Meeting, Moment, Topic
from onelog.core.progress import Course
from onelog.core.selection import Selection
from onelog.markdown import privacy
from onelog.markdown.body import ID, notes_of
from onelog.store import meetings, mentions, records
from onelog.store.database import Store

_NAMED = rf"(?i)\bgoal\W{{1,3}}({ID})\b"
"""As the search index finds it: the word, and the id behind it."""


def courses(store: Store, today: date) -> list[Course]:
    """How it goes with every goal, open ones first, the nearest day first."""
    goals = records.goals(store, Selection(closed=True))
    return progress.courses(goals, touched(store, goals), today)


def touched(store: Store, goals: Sequence[Goal]) -> dict[str, date]:
    """The last day on which a promise was made or ended for a goal or a text named it, by the goal's uid."""
    last = mentions.promise_days(store)
    uids = {goal.id: goal.uid for goal in goals}
    for mention in mentions.mentions(store, list(uids)):
        uid = uids[mention.goal]
        last[uid] = max(last.get(uid, mention.day), mention.day)
    return last


def course_of(store: Store, goal: Goal, today: date) -> Course:
    """How it goes with one goal and what is below it."""
    return next((one for one in courses(store, today) if one.goal.uid == goal.uid), progress.course(goal, today))


def related(store: Store, record: Record, *, private: bool = False) -> list[Record]:
    """What hangs together with a record: to a goal all that is about it, to anything else the goals it is about.

    Moments of a private kind stay out unless `private`.
    """
    if isinstance(record, Goal):
        return _about(store, record, private)
    return _goals(store, [*_goal_uids(record)], named_in(record))


def _about(store: Store, goal: Goal, private: bool) -> list[Record]:
    """The goals above and below, then its promises, the moments and topics that name it, and the meetings, newest first."""
    everything = records.goals(store, Selection(closed=True))
    near: list[Record] = [one for one in everything if goal.parent and one.uid == goal.parent.uid]
    near += [one for one in everything if one.parent and one.parent.uid == goal.uid]
    promises = records.actions(store, Selection(closed=True), goal=goal.uid)
    named = [records.by_uid(store, m.kind, m.uid) for m in mentions.mentions(store, [goal.id])]
    own = {one.uid for one in promises} | {look.uid for look in goal.checkins}
    said = [one for one in named if one and one.uid not in own and not isinstance(one, Meeting)]
    shown = [one for one in said if private or not privacy.private_kind(one)]
    met = [look.meeting.uid for look in goal.checkins if look.meeting]
    met += [one.uid for one in named if isinstance(one, Meeting)]
    found = [meetings.by_uid(store, uid) for uid in dict.fromkeys(met)]
    return [*near, *promises, *shown, *_newest_first(one for one in found if one)]


def _newest_first(found: Iterable[Meeting]) -> list[Meeting]:
    return sorted(found, key=lambda m: (m.at is not None, m.at.timestamp() if m.at else 0.0), reverse=True)


def _goals(store: Store, uids: Sequence[str], ids: Sequence[str]) -> list[Record]:
    """The goals with these uids or ids, each once, in this order."""
    handles = [records.handle(store, id_) for id_ in ids]
    every = [*uids, *(handle[1] for handle in handles if handle and handle[0] == "goal")]
    found = [records.by_uid(store, "goal", uid) for uid in dict.fromkeys(every)]
    return [one for one in found if one]


def _goal_uids(record: Record) -> list[str]:
    """The goals that a record is for by its own fields."""
    if isinstance(record, Meeting):
        refs = [one.goal for one in record.actions] + [look.goal for look in record.checkins]
        return [ref.uid for ref in refs if ref]
    ref = record.goal if isinstance(record, Action | Checkin) else None
    return [ref.uid] if ref else []


def named_in(record: Record) -> list[str]:
    """The ids of goals that stand in the words of a record as `goal:ID`."""
    if isinstance(record, Meeting):
        inside: list[Record] = [*record.actions, *record.moments, *record.topics]
        return [*ids_in(notes_of(record.body)), *(id_ for one in inside for id_ in named_in(one))]
    if isinstance(record, Action | Moment | Topic | Checkin):
        words = (getattr(record, name, None) for name in ("text", "because", "why", "outcome"))
        return [id_ for text in words if text for id_ in ids_in(text)]
    return []


def ids_in(text: str) -> list[str]:
    """The ids that stand in a text as `goal:ID`."""
    return [id_.lower() for id_ in re.findall(_NAMED, text)]
