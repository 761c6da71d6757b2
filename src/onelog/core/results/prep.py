"""One person before a meeting, and a line for each on the team."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from onelog.core.model import Action, Meeting, Moment, Person, Ref, Topic
from onelog.core.presenter import presented
from onelog.core.progress import Course
from onelog.core.results.common import Holder, Standing
from onelog.core.results.experiments import Experiment
from onelog.core.results.facts import NearDay
from onelog.core.results.lessons import Question
from onelog.core.scales import ScaleLine
from onelog.core.values import value


class Mood(NamedTuple):
    """How two people felt in one meeting, 1 to 5; None where it was not noted."""

    day: date
    mine: int | None
    theirs: int | None


@presented(
    "prep",
    "insight.prep",
    module="prep",
    columns=(
        "id",
        "due",
        "name",
        "",
        "state",
        "days late",
        "paused until",
        "last met",
        "lines noted",
        "warnings",
        "moods: mine",
        "moods: theirs",
    ),
)
class Prep(NamedTuple):
    """What to know before a meeting with one person."""

    standing: Standing
    word: str
    """By which a command knows the person: a short name, else the id."""
    last: Meeting | None = None
    mine: tuple[Action, ...] = ()
    """What I owe: overdue first, then by day; after them what was kept or dropped since the last meeting."""
    theirs: tuple[Action, ...] = ()
    """What others owe, in the same order."""
    topics: tuple[Topic, ...] = ()
    noted: int = 0
    """Lines of the note for the coming meeting, and records in it that stand nowhere else here."""
    coming: Ref | None = None
    """The meeting for which they were noted."""
    concerns: tuple[Moment, ...] = ()
    """Open ones, the oldest first; without their words where they are not to be told."""
    goals: tuple[Course, ...] = ()
    """Those at risk first, then those that nothing has touched since the last meeting."""
    risky: frozenset[str] = frozenset()
    """The uids of the goals at risk."""
    moods: tuple[Mood, ...] = ()
    """Of the last meetings, the oldest first."""
    questions: tuple[Question, ...] = ()
    remembered: Moment | None = None
    warnings: int = 0
    experiments: tuple[Experiment, ...] = ()
    """Those that plan something for this meeting."""
    untold: int = 0
    """Private notes of the last meeting that are not in `last`."""
    facts: tuple[Moment, ...] = ()
    """What is known about them and fits now: near days first, then what was said last time; without words as concerns are."""
    days: tuple[NearDay, ...] = ()
    """The days that are near."""
    scales: tuple[ScaleLine, ...] = ()
    """Those of one's own that were said in the last meetings."""
    feedback: tuple[Topic, ...] = ()
    """Praise and growth feedback that is still to be given, what waits longest first."""
    held: Mapping[str, tuple[Holder, ...]] = MappingProxyType({})
    """By the uids of promises that were handed over: who had each."""

    @property
    def person(self) -> Person:
        return self.standing.person

    def untouched(self, one: Course) -> bool:
        """Whether nothing has touched a goal since the last meeting (in it counts as since)."""
        met = self.person.last_met
        return bool(met and (one.touched is None or one.touched < met))

    @property
    def parts(
        self,
    ) -> "tuple[Prep | Meeting | Action | Topic | Moment | NearDay | Course | Question | Experiment, ...]":
        """What a pipe gets a line of; of the last meeting only its own, what stands in it comes where it belongs."""
        last = (replace(self.last, actions=(), moments=(), topics=(), checkins=()),) if self.last else ()
        past = (self.remembered,) if self.remembered else ()
        return (
            self,
            *last,
            *self.mine,
            *self.theirs,
            *self.topics,
            *self.feedback,
            *self.concerns,
            *self.days,
            *self.facts,
            *self.goals,
            *self.experiments,
            *self.questions,
            *past,
            *self.scales,
        )


@presented(
    "brief", listed="insight.team", module="prep",
    columns=(
        "id", "due", "name", "", "state", "days late", "paused until", "last met", "open mine", "overdue", "open theirs",
        "overdue", "topics", "concerns", "since", "moods: mine", "moods: theirs", "goals at risk", "warnings",
        "praised", "scales",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Brief:
    """How it stands with one person, in numbers."""

    standing: Standing
    mine: int = 0
    """Open promises of mine; `mine_late` of them are overdue."""
    mine_late: int = 0
    theirs: int = 0
    theirs_late: int = 0
    topics: int = 0
    """Parked for the next meeting."""
    concerns: int = 0
    """Open ones."""
    worried: date | None = None
    """The day of the oldest open concern."""
    moods: tuple[Mood, ...] = ()
    """Of the last meetings, the oldest first."""
    risky: int = 0
    """Their goals that are behind, or past their day."""
    warnings: int = 0
    """Early ones about them that are not quiet."""
    praised: date | None = None
    """The day on which I praised them last."""
    scales: tuple[ScaleLine, ...] = ()
    """What was said of late on scales of one's own."""

    @property
    def person(self) -> Person:
        return self.standing.person

    @property
    def mood(self) -> int | None:
        """Theirs as I saw it last; None where it was not noted."""
        return next((mood.theirs for mood in reversed(self.moods) if mood.theirs), None)
