"""The sections of a review, each with what its reader is told: promises, goals, what was learned, what comes next."""

from collections.abc import Iterable, Sequence

from onelog.core import progress
from onelog.core.model import FEEDBACK, Action, Checkin, Goal, Moment, Topic
from onelog.core.results.review import Claim, ClaimGroup, Section, Strength
from onelog.insight.review.claims import Teller
from onelog.insight.review.facts import Facts


def all_of(facts: Facts, goals: Sequence[Goal], topics: Sequence[Topic], tell: Teller) -> list[Section]:
    """The sections that hold something, in their order."""
    sections = (
        promises(facts, tell),
        goals_section(goals, tell),
        learned(facts, tell),
        feedback(facts, tell),
        wins(facts, goals, tell),
        decisions(facts, tell),
        skills(facts, tell),
        coming(facts, goals, topics, tell),
        concerns(facts, tell),
    )
    return [one for one in sections if one.parts or one.looks or one.strengths]


def _parts(*parts: tuple[str, Iterable[Claim]]) -> tuple[ClaimGroup, ...]:
    made = (ClaimGroup(key, tuple(claims)) for key, claims in parts)
    return tuple(part for part in made if part.claims)


# --- promises


def told_promises(facts: Facts, tell: Teller, *states: str, mine: bool) -> list[Action]:
    """The promises in these states that the reader is told of, mine or those of others."""
    found = facts.promised(*states, mine=mine)
    if mine:
        return found if tell.profile.mine else []
    return [one for one in found if tell.told(one.owner, tell.profile.theirs)]


def promises(facts: Facts, tell: Teller) -> Section:
    """Mine, then those of others: what was done by its end, then what was not."""
    return Section(
        "promises",
        _parts(
            *(
                (
                    f"{whose}_{state}",
                    _by_day(tell.action(one) for one in told_promises(facts, tell, state, mine=whose == "mine")),
                )
                for whose in ("mine", "theirs")
                for state in ("kept", "late", "undated", "overdue", "dropped")
            )
        ),
    )


def _by_day(claims: Iterable[Claim]) -> list[Claim]:
    """By the day on which each ended, or was to end."""
    return sorted(claims, key=lambda one: (one.closed or one.due or one.day or one.since, one.id))


# --- goals


def told_goals(goals: Sequence[Goal], tell: Teller) -> list[Goal]:
    return [one for one in goals if tell.told(one.person, tell.profile.goals)]


def goals_section(goals: Sequence[Goal], tell: Teller) -> Section:
    """Each goal under the one it is for, where the reader is told of that."""
    told = told_goals(goals, tell)
    under, here = progress.children(told), {goal.uid for goal in told}
    placed: list[tuple[int, Goal]] = []

    def place(goal: Goal, depth: int) -> None:
        if all(goal.uid != one.uid for _, one in placed):  # goals in a ring are placed once
            placed.append((depth, goal))
            for below in under.get(goal.uid, ()):
                place(below, depth + 1)

    for top in [one for one in told if not (one.parent and one.parent.uid in here)] + told:
        place(top, 0)
    return Section("goals", looks=tuple(tell.look(goal, depth) for depth, goal in placed))


# --- what was said


def learned(facts: Facts, tell: Teller) -> Section:
    found = [one for one in facts.of_kind("aha") if tell.told(one.person, tell.profile.ahas)]
    return Section("learned", _parts(("ahas", map(tell.moment, found))))


def feedback(facts: Facts, tell: Teller) -> Section:
    """Received, given, and what was between others or of no direction; praise before growth."""
    said = [(way, one) for one in facts.moments if one.kind in FEEDBACK and (way := way_of(one, tell))]
    return Section(
        "feedback",
        _parts(
            *(
                (f"{way}_{kind}", [tell.moment(one) for found, one in said if found == way and one.kind == kind])
                for way in ("received", "given", "other")
                for kind in FEEDBACK
            )
        ),
    )


def way_of(one: Moment, tell: Teller) -> str:
    """Which way feedback went: received, given or other; "" where the reader is not told of it."""
    if one.giver is not None and one.receiver is None:
        return "received" if tell.told(one.giver, tell.profile.received) else ""
    if not tell.profile.given:
        return ""
    return "given" if one.giver is None and one.receiver is not None else "other"


def wins(facts: Facts, goals: Sequence[Goal], tell: Teller) -> Section:
    """Each with its evidence: what was measured on the same day or in the same talk, and praise in that talk."""
    looks = [look for goal in told_goals(goals, tell) for look in goal.checkins]
    found = [tell.moment(one, beside(one, looks, facts.moments, tell)) for one in facts.of_kind("win")]
    return Section("wins", _parts(("wins", found)))


def beside(win: Moment, looks: Iterable[Checkin], moments: Iterable[Moment], tell: Teller) -> tuple[Claim, ...]:
    day = win.at.date() if win.at else None
    measured = [
        tell.checkin(look)
        for look in looks
        if (look.at.date() == day or (look.meeting and look.meeting == win.meeting))
        and (tell.profile.checkins or look.value is not None)
    ]
    praise = [one for one in moments if one.kind == "praise" and one.meeting and one.meeting == win.meeting]
    return (*measured, *(tell.moment(one) for one in praise if way_of(one, tell)))


def decisions(facts: Facts, tell: Teller) -> Section:
    found = [one for one in facts.of_kind("decision") if tell.told(one.person, tell.profile.decisions)]
    return Section("decisions", _parts(("decisions", map(tell.moment, found))))


def skills(facts: Facts, tell: Teller) -> Section:
    """The tags on praise to me and on my wins (those of talks with anybody but a report)."""
    if not tell.profile.skills:
        return Section("skills")
    praise = [one for one in facts.of_kind("praise") if way_of(one, tell) == "received"]
    found = [*praise, *(one for one in facts.of_kind("win") if tell.is_mine(one.person))]
    tagged = [one for one in strengths([one for one in found if one.tags or one.kind == "win"], tell) if one.tag]
    return Section("skills", strengths=tuple(tagged))


def strengths(found: Sequence[Moment], tell: Teller) -> list[Strength]:
    """By tag, those that most people praised first; what has no tag comes last."""
    tags = dict.fromkeys(tag for one in found for tag in (one.tags or ("",)))
    made = []
    for tag in tags:
        said = [one for one in found if tag in (one.tags or ("",))]
        givers = {one.giver for one in said if one.kind == "praise"}
        made.append(Strength(tell.names.inside(tag), len(givers), tuple(map(tell.moment, said))))
    return sorted(made, key=lambda one: (not one.tag, -one.people, -len(one.claims), one.tag))


# --- what comes next, and what weighs


def coming(facts: Facts, goals: Sequence[Goal], topics: Sequence[Topic], tell: Teller) -> Section:
    """Open promises with a day (all of them, where what is missing is not told), parked topics, and goals whose day comes
    within as long a time as the period.
    """
    parts = []
    for whose in ("mine", "theirs"):
        found = told_promises(facts, tell, "open", mine=whose == "mine")
        dated = [one for one in found if one.due]
        undated = [] if tell.profile.meetings else [one for one in found if not one.due]
        parts.append((f"{whose}_open", [*_by_due(map(tell.action, dated)), *map(tell.action, undated)]))
    told = [tell.topic(one) for one in topics if is_told(one, tell)]
    ahead = tell.period.end + (tell.period.end - tell.period.start)
    soon = [tell.goal(one) for one in told_goals(goals, tell) if one.status == "open" and one.by and one.by < ahead]
    return Section("next", _parts(*parts, ("goals_due", _by_due(soon)), ("topics", told)))


def is_told(topic: Topic, tell: Teller) -> bool:
    """Whether the reader is told of a topic; feedback that is still to be given is nothing for others."""
    return tell.told(topic.person, tell.profile.topics) and (tell.profile.given or not topic.becomes)


def _by_due(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda one: (one.due is None, str(one.due), one.id))


def concerns(facts: Facts, tell: Teller) -> Section:
    """Worries and private notes; they are among the facts only where they were asked for."""
    return Section(
        "concerns",
        _parts(
            ("concerns", map(tell.moment, facts.of_kind("concern"))),
            ("facts", map(tell.moment, facts.of_kind("fact"))),
            ("private", map(tell.moment, facts.of_kind("private"))),
        ),
    )
