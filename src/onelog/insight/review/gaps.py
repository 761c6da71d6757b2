"""What a period lacks: people who were not met, goals that nothing touched, praise not given, promises without a day."""

from datetime import date, timedelta

from onelog.core.model import Goal, Person
from onelog.core.results.review import Claim, ClaimGroup, Section
from onelog.insight.review.claims import Teller
from onelog.insight.review.facts import Facts
from onelog.insight.review.pseudonyms import relation_on
from onelog.insight.review.review_sections import told_promises
from onelog.store import mentions, people
from onelog.store.database import Store
from onelog.store.queries import review


def missing(store: Store, facts: Facts, goals: list[Goal], tell: Teller, person: Person | None) -> Section:
    """A section for my own eyes; each part names records, and says nothing about why. A period to come lacks nothing yet."""
    if not tell.profile.meetings or facts.period.start > facts.day:
        return Section("missing")
    known = [p for p in people.everybody(store) if person is None or p.uid == person.uid]
    there = [p for p in known if _is_there(p, facts.day)]
    last = review.last_met(store, facts.day)
    undated = [one for mine in (True, False) for one in told_promises(facts, tell, "open", mine=mine) if not one.due]
    parts = (
        ("not_met", [_person(p, last.get(p.uid), tell) for p in _not_met(facts, there)]),
        ("untouched", [tell.goal(goal) for goal in _untouched(store, facts, goals)]),
        ("no_praise", [_person(p, last.get(p.uid), tell) for p in _not_praised(facts, there)]),
        ("no_day", [tell.action(one) for one in undated]),
    )
    return Section("missing", tuple(ClaimGroup(key, tuple(claims)) for key, claims in parts if claims))


def _is_there(person: Person, day: date) -> bool:
    return (person.added is None or person.added <= day) and (person.archived is None or person.archived > day)


def _not_met(facts: Facts, known: list[Person]) -> list[Person]:
    """Those with a cadence with whom no meeting of the period was."""
    met = {one.person_uid for one in facts.met}
    return [one for one in known if one.rule and one.uid not in met]


def _not_praised(facts: Facts, known: list[Person]) -> list[Person]:
    """Reports whom I knew before the period, and to whom no praise of mine in it was noted."""
    praised = {one.receiver.uid for one in facts.of_kind("praise") if one.giver is None and one.receiver}
    reports = [one for one in known if relation_on(one, facts.day) == "report" and one.uid not in praised]
    return [one for one in reports if one.added is None or one.added < facts.period.start]


def _person(person: Person, met: date | None, tell: Teller) -> Claim:
    days = (tell.day - met).days if met else None
    return Claim("person", person.id, tell.names.shown(person.ref) or "", met, days=days)


def _untouched(store: Store, facts: Facts, goals: list[Goal]) -> list[Goal]:
    """Goals opened before the period and open at its end, about which (or a goal below) nothing was done or said in it."""
    touched = _touched(store, facts, goals)
    above = {goal.uid: goal.parent.uid for goal in goals if goal.parent}
    for uid in list(touched):
        while (uid := above.get(uid, "")) and uid not in touched:
            touched.add(uid)
    still = [goal for goal in goals if goal.status == "open" and goal.uid not in touched]
    return [goal for goal in still if goal.opened is None or goal.opened < facts.period.start]


def _touched(store: Store, facts: Facts, goals: list[Goal]) -> set[str]:
    """The goals with a check-in, a promise that was made or ended, a change of their own, or a text that names them."""
    ids = {goal.id: goal.uid for goal in goals}
    uids = {
        goal.uid
        for goal in goals
        if any(day and day in facts.period for day in (goal.opened, goal.closed, *(c.at.date() for c in goal.checkins)))
    }
    promised = review.goals_promised(store, facts.period.start, facts.day + timedelta(days=1))
    named = {ids[one.goal] for one in mentions.mentions(store, list(ids)) if one.day in facts.period}
    return uids | (promised & set(ids.values())) | named
