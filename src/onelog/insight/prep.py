"""What somebody needs two minutes before a meeting: the last time, promises and what came of them, what to raise, goals."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onelog.core.model import Action, Meeting, Moment, Person
from onelog.core.names import name_matching
from onelog.core.progress import Course
from onelog.core.results.common import Standing
from onelog.core.results.facts import NearDay
from onelog.core.results.prep import Mood, Prep
from onelog.core.scales import lines_of
from onelog.core.selection import Selection
from onelog.insight import goal_links, schedule, watch
from onelog.insight.patterns.planned import planned
from onelog.insight.spaced_repetition import remembered_with
from onelog.insight.talk.next_questions import next_questions
from onelog.insight.today import at_risk
from onelog.markdown import occasions, privacy
from onelog.markdown.body import notes_of
from onelog.store import meetings, people, records
from onelog.store.database import Store
from onelog.store.queries import holders, prep

if TYPE_CHECKING:
    from onelog.core.settings import Settings

MOODS = 8
"""Meetings whose mood is shown."""
PAST, AHEAD = timedelta(weeks=1), timedelta(weeks=2)
"""A day of somebody's is near that is so long ago, or so far ahead."""


def compute_prep(store: Store, person: Person, today: date, settings: "Settings", *, private: bool = False) -> Prep:
    """What to know before the next meeting with somebody. The words of concerns are in it only with `private`."""
    last = meetings.last(store, person.uid)
    shown, kinds = (last, []) if private or not last else privacy.public(last)
    actions = _promises(store, person, last)
    topics = records.topics(store, Selection(person=person), by=schedule.meeting_day(person, today))
    concerns = prep.open_concerns(store, person.uid)
    known, days = _facts(store, person, today)
    coming = meetings.coming(store, person.uid)
    courses = goal_links.courses(store, today)
    goals = _goals(courses, person, actions, last)
    risky = {goal.uid for goal in at_risk([one.goal for one in goals], today)}
    seen = Prep(
        _standing(store, person, today),
        _word(store, person),
        last=shown,
        untold=kinds.count("private"),
        mine=tuple(a for a in actions if a.owner is None),
        theirs=tuple(a for a in actions if a.owner),
        topics=tuple(one for one in topics if not one.becomes),
        feedback=tuple(one for one in topics if one.becomes),
        held=holders.holders(store, actions),
        noted=_noted(coming),
        coming=coming.ref if coming else None,
        concerns=tuple(c if private else privacy.silent(c) for c in concerns),
        facts=tuple(one if private else privacy.silent(one) for one in known),
        days=tuple(days),
        risky=frozenset(risky),
        moods=tuple(Mood(*mood) for mood in prep.moods(store, person.uid, MOODS)),
        questions=tuple(next_questions(store, person, today, settings.language, settings.watch)),
        remembered=remembered_with(store, person.uid, today) if settings.resurface else None,
        warnings=len(watch.find_warnings(store, today, settings, person, courses)),
        experiments=tuple(planned(store, person, today)),
        scales=lines_of(prep.scaled(store, person.uid, MOODS)),
    )
    goals.sort(key=lambda one: (one.goal.uid not in risky, not seen.untouched(one)))
    return seen._replace(goals=tuple(goals))


def _standing(store: Store, person: Person, today: date) -> Standing:
    said = records.skips(store, person.uid) if person.skips else []
    return schedule.one(person, today)._replace(skip=schedule.holding(person, said))


def _word(store: Store, person: Person) -> str:
    """The alias or the first word of the name where that means nobody else and needs no quotes; else the id."""
    word = person.alias or person.name.split(maxsplit=1)[0]
    alone = name_matching.fitting(people.everybody(store), word) == [person]
    return word.lower() if alone and re.fullmatch(r"[\w-]+", word) and word[0] != "-" else person.id


def _promises(store: Store, person: Person, last: Meeting | None) -> list[Action]:
    """What is open, as `actions` lists it, then what has ended since the last meeting."""
    still = records.actions(store, Selection(person=person))
    since = person.last_met
    return [*still, *(prep.ended(store, person.uid, since, last.uid if last else None) if since else ())]


def _noted(coming: Meeting | None) -> int:
    """What was noted for the coming meeting and is no promise, topic, concern or fact, which have their own places."""
    if coming is None:
        return 0
    lines = sum(bool(line.strip()) for line in notes_of(coming.body).split("\n"))
    return lines + sum(moment.kind not in ("concern", "fact") for moment in coming.moments) + len(coming.checkins)


def _facts(store: Store, person: Person, today: date) -> tuple[list[Moment], list[NearDay]]:
    """The facts about somebody that fit now, those of near days first, then what was said since the last meeting began."""
    facts = prep.facts(store, person.uid)
    days = occasions.near(facts, today - PAST, today + AHEAD, store.conventions)
    order = [day.id for day in days]
    dated = sorted((one for one in facts if one.id in order), key=lambda one: order.index(one.id))
    met = person.last_met
    said = [one for one in facts if met and one.at and one.at.date() >= met and one.id not in order]
    return [*dated, *said], days


# --- goals


def _goals(courses: Iterable[Course], person: Person, actions: Iterable[Action], last: Meeting | None) -> list[Course]:
    """Open goals of this person, those that our promises or the last meeting are about, and mine with who leads or advises me."""
    named = {action.goal.uid for action in actions if action.goal}
    named |= {look.goal.uid for look in (last.checkins if last else ())}
    whose = {person.ref, *({None} if person.relation in ("manager", "mentor") else ())}
    still = (one for one in courses if one.goal.status == "open")
    return [one for one in still if one.goal.uid in named or one.goal.person in whose]
