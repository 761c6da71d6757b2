"""Somebody's strengths, wins and goals of a period, ready to be pasted: praise and evidence, nothing else."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from onelog.core.calendar.periods import Period
from onelog.core.model import Goal, Moment, Person, Ref
from onelog.core.names import name_matching
from onelog.core.results.review import Claim, Nomination
from onelog.core.selection import Selection
from onelog.core.settings import Settings
from onelog.insight import related
from onelog.insight.review import review_sections
from onelog.insight.review.audiences import PROFILES
from onelog.insight.review.claims import Teller
from onelog.insight.review.facts import gather_facts, goals_then
from onelog.insight.review.pseudonyms import Pseudonyms
from onelog.store import people
from onelog.store.database import Store


def case(
    store: Store, period: Period, today: date, settings: Settings, *, person: Person | None = None, redact: bool = False
) -> Nomination:
    """The case of a person, or without one my own.

    Strengths are the praise to them, by tag, from whomever; wins those of talks with them; goals those with them that were
    reached. Mine are the wins of talks with anybody but my reports, whose wins those are, and goals that are mine;
    what begins with somebody's name and is with nobody is left out (`wins_left_out`).
    """
    names = Pseudonyms(people.everybody(store), "full", min(today, period.last), me=settings.me, redact=redact)
    tell = Teller(names, PROFILES["me"], period, today)
    facts = gather_facts(store, period, today, Selection(person=person))
    goals = goals_then(store, period, facts.day, person)
    praise = [one for one in facts.of_kind("praise") if _is_to(one, person)]
    wins = [one for one in facts.of_kind("win") if _is_of(one.person, person, tell)]
    if person is None:
        unlinked = {one.uid for one in unlinked_wins(store, wins)}
        wins = [one for one in wins if one.uid not in unlinked]
    own = [one for one in goals if _is_goal_of(one, person, tell)]
    known = related.names(store) if wins else set()
    proven = (tell.moment(one, _evidence(one, own, praise, tell, known)) for one in wins)
    return Nomination(
        period=period,
        day=facts.day,
        name=names.shown(person.ref) or "" if person else names.me,
        mine=person is None,
        strengths=tuple(review_sections.strengths(praise, tell)),
        wins=tuple(proven),
        goals=tuple(tell.look(one) for one in _reached(own, period)),
        redacted=redact,
    )


def _evidence(
    win: Moment, goals: Iterable[Goal], praise: Iterable[Moment], tell: Teller, known: Collection[str]
) -> tuple[Claim, ...]:
    """What was measured and praised with a win and has to do with it."""
    looks = [
        look
        for one in goals
        for look in one.checkins
        if _has_to_do(win, f"{one.title} {one.metric or ''} {look.text}", one.tags, known)
    ]
    near = [one for one in praise if _has_to_do(win, one.text, one.tags, known)]
    return review_sections.beside(win, looks, near, tell)


def _has_to_do(win: Moment, text: str, tags: Iterable[str], names: Collection[str]) -> bool:
    """Whether a text shares a tag with a win, or a word that tells something and is no name."""
    return bool({*tags} & {*win.tags}) or related.share_a_word(win.text, text, names)


def unlinked_wins(store: Store, wins: Iterable[Moment]) -> list[Moment]:
    """Those that are with nobody and begin with somebody's name: perhaps theirs, so never taken for mine."""
    everybody = people.everybody(store)
    return [one for one in wins if one.person is None and name_matching.opening(everybody, one.text)]


def wins_left_out(store: Store, period: Period, today: date) -> list[Moment]:
    """The wins of a period that `case` leaves out of mine, until they are with somebody."""
    return unlinked_wins(store, gather_facts(store, period, today).of_kind("win"))


def _is_to(one: Moment, person: Person | None) -> bool:
    """Whether praise is to the person; to me, only what somebody else gave."""
    if person is None:
        return one.receiver is None and one.giver is not None
    return one.receiver is not None and one.receiver.uid == person.uid


def _is_of(ref: Ref | None, person: Person | None, tell: Teller) -> bool:
    if person is None:
        return tell.is_mine(ref)
    return ref is not None and ref.uid == person.uid


def _is_goal_of(goal: Goal, person: Person | None, tell: Teller) -> bool:
    return person is not None or tell.told(goal.person, PROFILES["hr"].goals)


def _reached(goals: Sequence[Goal], period: Period) -> list[Goal]:
    """Achieved in the period, those furthest before their day first."""
    found = [one for one in goals if one.status == "achieved" and one.closed and one.closed in period]
    return sorted(found, key=lambda one: (-(one.early if one.early is not None else -9999), one.closed, one.id))
