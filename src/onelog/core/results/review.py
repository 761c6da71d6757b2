"""What a review of a period says, as plain values: sections of claims, each with its day and its meeting.

Names in here are as the reader of the review is to see them: journal/review has put initials where they belong, in the
words of the claims as well. What the profile leaves out is not in here at all.
"""

from datetime import date
from typing import NamedTuple

from onelog.core.calendar.periods import Period
from onelog.core.presenter import presented
from onelog.core.results.stats import Strip

HANDOVER = "handover"
PROFILES = ("me", "manager", "skip", "hr")
"""For whom a review is; what each one holds stands in journal/review/profiles.py."""


class Claim(NamedTuple):
    """One sentence of a review, and the record that says it."""

    kind: str
    """Action, goal, checkin, topic, person, or the kind of a moment: decision, win, aha, praise, growth, concern, private."""
    id: str
    """Of that record; `onelog show ID` shows it."""
    text: str
    day: date | None
    """The day it was said; of an action the one on which it was promised, of a person the one we last met."""
    meeting_id: str | None = None
    """None: it was noted outside any meeting."""
    person: str | None = None
    """With whom; None is nobody, or somebody whom this reader is not told of."""
    state: str = ""
    """Of an action kept, late, undated, overdue, dropped or open; of a goal its status; of a topic parked; of a
    concern open or settled."""
    owner: str | None = None
    """Of an action: whose it is, None is mine."""
    giver: str | None = None
    """Of feedback: who gave it, None is me."""
    receiver: str | None = None
    due: date | None = None
    closed: date | None = None
    """When it ended, by the end of the period."""
    days: int | None = None
    """How late it was kept, or how long it is overdue at the end of the period (or today); since when nobody met."""
    since: tuple[str, date] | None = None
    """What became of it after the period: (status, day)."""
    why: str | None = None
    """Of an action why it was dropped; of an a-ha or a win what led up to it."""
    tags: tuple[str, ...] = ()
    goal: str | None = None
    """Of an action or a check-in: the id of the goal it is for."""
    value: float | None = None
    """Of a check-in: what was measured."""
    beside: "tuple[Claim, ...]" = ()
    """Of a win: the evidence, check-ins and praise of the same meeting or day."""


class GoalLook(NamedTuple):
    """How it goes with one goal, at the end of the period or today."""

    claim: Claim
    """Its `text` is the title, its `day` the one on which it was opened, its `due` the one it is to be reached by."""
    pace: str
    """Ahead, on track, behind or unknown."""
    start: float | None
    target: float | None
    current: float | None
    """The newest measured value; None where nothing was measured."""
    expected: float | None
    """What the straight line from the start to the target says for that day; None where the pace is unknown."""
    days: int | None
    """Days ahead of the line; below 0 behind. None where the pace is unknown."""
    early: int | None
    """Of a goal that is closed: the days before its day; below 0 after it."""
    unit: str
    metric: str
    checkins: tuple[Claim, ...]
    """Those of the period, oldest first."""
    values: tuple[tuple[date, float], ...]
    """All measured values up to the end of the period, oldest first, for a picture."""
    depth: int = 0
    """How deep it is under the goals above it that are in the review too."""


class ClaimGroup(NamedTuple):
    """The claims of one sort within a section."""

    key: str
    """What it is called: a key of reviews/words.py, such as `mine_kept`."""
    claims: tuple[Claim, ...]


class Strength(NamedTuple):
    """One thing that was praised, by its tag."""

    tag: str
    """Empty: praise without a tag."""
    people: int
    """How many different people praised it."""
    claims: tuple[Claim, ...]
    """Praise, growth and wins with the tag, oldest first."""


class Section(NamedTuple):
    """What stands under one heading; a part without claims is not in it, a section without parts not in the review."""

    key: str
    """promises, goals, learned, feedback, wins, decisions, skills, next, concerns or missing."""
    parts: tuple[ClaimGroup, ...] = ()
    looks: tuple[GoalLook, ...] = ()
    """Of the section goals."""
    strengths: tuple[Strength, ...] = ()
    """Of the section skills."""


class Count(NamedTuple):
    """One number of the period against that of the period before, never as a grade."""

    name: str
    """meetings, meetings_kept, promises_mine, promises_theirs, praise_given, praise_received, growth_given,
    growth_received, ahas, wins or goals_reached: a key of reviews/words.py."""
    now: int
    of: int | None
    """`now` of so many, as with meetings and promises kept; None where it is a mere count."""
    before: int
    of_before: int | None
    late: int | None = None
    """Of promises: how many of `now` were done late; None of other numbers."""
    late_before: int | None = None


class Promised(NamedTuple):
    """What came of promises by the end of the period, or today."""

    kept: int
    late: int
    overdue: int
    dropped: int
    open: int
    """May still be kept; all others had their end in the period, or should have had it."""
    undated: int = 0
    """Done, without a day: neither in time nor late."""

    @property
    def done(self) -> int:
        return self.kept + self.late + self.undated

    @property
    def n(self) -> int:
        """Those of which is known what became."""
        return self.done + self.overdue + self.dropped


class MonthOfPromises(NamedTuple):
    """What came of the promises of one month: overdue ones were due in it, all others ended in it."""

    first: date
    mine: Promised | None
    """None where this reader is not told of those; open ones are in no month."""
    theirs: Promised | None


class MeetingMood(NamedTuple):
    """The moods and the rating of one meeting, each 1 to 5 or None."""

    day: date
    meeting_id: str
    person: str
    mine: int | None
    theirs: int | None
    rating: int | None


@presented("review", module="review")
class Review(NamedTuple):
    """A period looked back on, for one reader."""

    period: Period
    before: Period
    """The period before; while this one is running as much of it as of this one."""
    day: date
    """The day as of which it is told: today, or the last day of the period."""
    running: bool
    """The period is not over."""
    me: str
    """The keeper of the journal, as the settings name them; may be empty."""
    person: str | None
    """With whom alone."""
    profile: str
    counts: tuple[Count, ...] = ()
    mine: Promised | None = None
    """My promises; None where this reader is not told of them."""
    theirs: Promised | None = None
    """Those of others; only in a review for me."""
    sections: tuple[Section, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    """(kind, how many) of records of a private kind in the period that are not in it."""
    months: tuple[MonthOfPromises, ...] = ()
    """For a picture of the promises that ended in each month of the period."""
    moods: tuple[MeetingMood, ...] = ()
    """Oldest first; only in a review for me."""
    redacted: bool = False

    def section(self, key: str) -> Section | None:
        return next((one for one in self.sections if one.key == key), None)


class YearPage(NamedTuple):
    """A year on one page."""

    review: Review
    strips: tuple[Strip, ...] = ()
    """The weeks of each person with whom I met in it, from the one of its first day to that of its last or today; only for me."""


@presented("nomination", module="review")
class Nomination(NamedTuple):
    """Strengths, wins and goals of one person, ready to be pasted."""

    period: Period
    day: date
    name: str
    """Whose case it is, as the reader is to see it; empty where it is mine and no name is set."""
    mine: bool
    strengths: tuple[Strength, ...] = ()
    wins: tuple[Claim, ...] = ()
    goals: tuple[GoalLook, ...] = ()
    """Goals that were reached in the period, early ones first."""
    redacted: bool = False
