"""What each reader of a review is shown: which kinds of records, of talks with whom, and whose names."""

from typing import NamedTuple

from onelog.core.errors import Wrong
from onelog.core.model import RELATIONS
from onelog.core.results.review import HANDOVER

NOBODY = ""
"""Stands among the relations for what is with nobody."""
Whose = frozenset[str]
"""Relations (on the last day that is told of) of the person whom a record is with."""

ALL: Whose = frozenset({NOBODY, *RELATIONS})
NONE: Whose = frozenset()
MANAGER: Whose = frozenset({"manager"})
TEAM: Whose = frozenset({NOBODY, "manager", "report"})
MINE: Whose = frozenset({NOBODY, "manager", "mentor", "skip"})
"""Goals without a person, and those that I talk about with somebody above me, are mine."""


class Profile(NamedTuple):
    """What one reader is shown; a field of relations says of talks with whom."""

    name: str
    names: str
    """How people are called: full, first (manager and reports by first name), team (those by full name), initials."""
    mine: bool
    """My promises, those that are open among what comes next."""
    theirs: Whose
    """Promises of others, by who owns them."""
    goals: Whose
    checkins: bool
    """What was said at each look at a goal, not its course alone."""
    ahas: Whose
    because: Whose
    """What led up to an a-ha or a win."""
    received: Whose
    """Praise and growth feedback to me, by who gave it."""
    given: bool
    """Feedback of mine to others, and between others."""
    decisions: Whose
    topics: Whose
    skills: bool = False
    meetings: bool = False
    """How many took place, and how they felt; what is missing; why a promise was dropped, and how those of others went."""
    private: bool = False
    """Concerns and private notes, where they are asked for."""


PROFILES = {
    one.name: one
    for one in (
        Profile("me", "full", True, ALL, ALL, True, ALL, ALL, ALL, True, ALL, ALL, meetings=True, private=True),
        Profile(
            "manager", "first", True, MANAGER, TEAM | MINE, True, ALL, MANAGER | {NOBODY}, MANAGER, False, TEAM, MANAGER
        ),
        Profile("skip", "team", False, NONE, TEAM | MINE, False, NONE, NONE, NONE, False, TEAM, NONE),
        Profile("hr", "initials", True, NONE, MINE, False, NONE, NONE, ALL, False, NONE, NONE, skills=True),
        Profile(HANDOVER, "full", True, ALL, ALL, False, NONE, NONE, NONE, True, NONE, NONE),
    )
}


def named(word: str) -> Profile:
    """The profile that somebody names. Raises `Wrong`."""
    found = PROFILES.get(word.strip().lower())
    if found is None:
        raise Wrong("review.unknown_reader", word=word[:20], readers=", ".join(PROFILES))
    return found
