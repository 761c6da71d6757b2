"""The things a journal is made of, as plain frozen values.

A value never changes; a changed one is made with `dataclasses.replace`. Days are `date`, times are
`datetime` with their UTC offset as written, numbers of minutes and scores are `int`.
"""

from dataclasses import field
from datetime import date, datetime
from typing import NamedTuple

from onelog.core.presenter import presented
from onelog.core.scales import ScaleValue
from onelog.core.values import value

RELATIONS = ("manager", "report", "peer", "mentor", "skip", "other")
MODES = ("video", "office", "phone", "walk", "chat")
MOMENT_KINDS = ("decision", "win", "aha", "praise", "growth", "concern", "fact", "private")
FEEDBACK = ("praise", "growth")
PRIVATE = ("concern", "fact", "private")  # kinds of moments
ACTION_STATES = ("open", "done", "dropped")
TOPIC_STATES = ("parked", "raised", "dropped")
GOAL_STATES = ("open", "achieved", "missed", "dropped")


class Ref(NamedTuple):
    """Another record: its `uid`, and the `label` people know it by (a name for a person, else an id)."""

    uid: str
    label: str


@value(frozen=True, slots=True)
class SkipAhead:
    """What was said of a meeting that is still to come: as `Skip` has it."""

    at: date
    due: date | None = None
    until: date | None = None
    moved: datetime | None = None


@presented(
    "person", "records.record", "records.people", module="record_cells",
    columns=(
        "id", "last met", "name", "aliases", "relation", "every", "rule", "next due", "`overdue`", "archived", "reading",
        "hour (if any)",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Person:
    """Somebody the keeper of the journal meets one at a time."""

    uid: str
    id: str
    name: str
    alias: str | None = None
    relation: str | None = None
    every: str | None = None
    rule: str | None = None
    archived: date | None = None
    added: date | None = None
    relations: tuple[tuple[date, str], ...] = ()
    """What the relation was, and since which day; oldest first, the last one holds now."""
    last_met: date | None = None
    """The day of the newest meeting; read from the journal, not stored."""
    skips: tuple[SkipAhead, ...] = ()
    """What was skipped or moved and is not past, oldest first; read from the journal as well."""
    moved_from: date | None = None
    """The day that was due, where the newest meeting was moved away from it; read from the journal as well."""

    more_aliases: tuple[str, ...] = ()
    """Those beside the first one."""
    reading: str | None = None
    """How the name is said, in kana; people are listed by it."""
    hour: str | None = None
    """The usual hour of the cadence: `14:00`."""

    @property
    def ref(self) -> Ref:
        return Ref(self.uid, self.name)

    @property
    def aliases(self) -> tuple[str, ...]:
        """All aliases, the first one first."""
        return ((self.alias,) if self.alias else ()) + self.more_aliases


@presented(
    "action", "records.record", "records.actions", module="record_cells",
    columns=(
        "id", "due", "with", "text", "status", "`overdue`", "owner", "opened", "closed", "goal", "meeting", "why", "tags",
        "outcome (if any)",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Action:
    """A promise: somebody owns it, it may have a day, and it ends as done or dropped."""

    uid: str
    id: str
    text: str
    owner: Ref | None = None
    """None is the keeper of the journal ("me")."""
    person: Ref | None = None
    meeting: Ref | None = None
    goal: Ref | None = None
    due: date | None = None
    status: str = "open"
    opened: date | None = None
    closed: date | None = None
    why: str | None = None
    tags: tuple[str, ...] = ()
    outcome: str | None = None
    """What came of it, or why it was dropped; `why` is what it is for."""

    def overdue(self, today: date) -> bool:
        return self.status == "open" and self.due is not None and self.due < today


@presented(
    "moment", "records.record", "records.moments", module="record_cells",
    kinds="decision, win, aha, praise, growth, concern, fact, private",
    columns=(
        "id", "said", "with", "text", "because", "from", "to", "resolved", "meeting", "tags", "outcome (if any)",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Moment:
    """Something worth keeping that was said or seen: a decision, win, a-ha, feedback, concern, fact or private note."""

    uid: str
    id: str
    kind: str
    text: str
    because: str | None = None
    giver: Ref | None = None
    """Who gave the feedback; for praise and growth None is "me", for other kinds nobody."""
    receiver: Ref | None = None
    person: Ref | None = None
    meeting: Ref | None = None
    at: datetime | None = None
    resolved: date | None = None
    tags: tuple[str, ...] = ()
    outcome: str | None = None
    """Of a concern: how it was settled."""


@presented(
    "topic", "records.record", "records.topics", module="record_cells",
    columns=(
        "id", "parked", "with", "text", "status", "closed", "why", "meeting", "tags", "outcome (if any)", "rule (if any)",
        "next (if any)", "as (if any)",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Topic:
    """Something parked for the next meeting with a person."""

    uid: str
    id: str
    text: str
    person: Ref | None = None
    meeting: Ref | None = None
    added: date | None = None
    status: str = "parked"
    closed: date | None = None
    why: str | None = None
    tags: tuple[str, ...] = ()
    outcome: str | None = None
    """What came of it, or why it was dropped."""
    rule: str | None = None
    """How often it comes back, as RFC 5545 has it, of a standing topic."""
    next: date | None = None
    """The day from which a standing topic is to be raised again; the first meeting on it or after it has it."""

    becomes: str | None = None
    """Of feedback that is still to be given: praise or growth, which it becomes once it was said."""

    def waits(self, day: date) -> bool:
        """Whether it has not come back by a day."""
        return self.next is not None and self.next > day


@presented(
    "checkin",
    "records.record",
    module="record_cells",
    columns=("id", "looked at", "", "text", "goal", "value", "meeting"),
)
@value(frozen=True, slots=True)
class Checkin:
    """A look at a goal: the measured value, a sentence, or both."""

    uid: str
    id: str
    goal: Ref
    at: datetime
    value: float | None = None
    text: str = ""
    meeting: Ref | None = None


@presented(
    "goal", "records.record", "records.goals", module="record_cells",
    columns=(
        "id", "by", "with", "title", "status", "pace", "start", "current", "target", "unit", "metric", "parent", "opened",
        "closed", "tags",
    ),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Goal:
    """Something to be reached by a day, with a measure where there is one."""

    uid: str
    id: str
    title: str
    person: Ref | None = None
    by: date | None = None
    metric: str | None = None
    start: float | None = None
    target: float | None = None
    unit: str | None = None
    status: str = "open"
    parent: Ref | None = None
    opened: date | None = None
    closed: date | None = None
    tags: tuple[str, ...] = ()
    checkins: tuple[Checkin, ...] = ()

    @property
    def ref(self) -> Ref:
        return Ref(self.uid, self.id)

    @property
    def current(self) -> float | None:
        """The newest measured value, else where it started."""
        measured = [c.value for c in self.checkins if c.value is not None]
        return measured[-1] if measured else self.start

    @property
    def early(self) -> int | None:
        """The days from the one on which it was closed to the one it was to be reached by; below 0 it was late."""
        return (self.by - self.closed).days if self.by and self.closed and self.status != "open" else None


@presented(
    "meeting", "records.record", "records.timeline", module="record_cells",
    columns=("id", "held", "name", "note", "at", "minutes", "mode", "mood", "seen", "rating", "tags", "scales (if any)"),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Meeting:
    """One 1-on-1. With `at` None it is the coming one, in which notes between meetings are gathered."""

    uid: str
    id: str
    person: Ref
    at: datetime | None = None
    minutes: int | None = None
    mode: str | None = None
    mood: int | None = None
    seen: int | None = None
    rating: int | None = None
    tags: tuple[str, ...] = ()
    body: str = ""
    """The document's text, in which a line such as `- ^k7qf` stands for the record of that id."""
    extra: str = ""
    """Lines of the front matter that are not onelog's, as they were."""
    created: datetime | None = None
    actions: tuple[Action, ...] = field(default=())
    moments: tuple[Moment, ...] = field(default=())
    topics: tuple[Topic, ...] = field(default=())
    checkins: tuple[Checkin, ...] = field(default=())
    scales: tuple[ScaleValue, ...] = ()
    """What was said on scales of one's own, one value each."""

    @property
    def ref(self) -> Ref:
        return Ref(self.uid, self.id)

    @property
    def inside(self) -> "tuple[Action | Moment | Topic | Checkin, ...]":
        """What stands in it."""
        return *self.actions, *self.moments, *self.topics, *self.checkins


@presented(
    "skip", "records.record", module="record_cells", columns=("id", "said", "name", "why", "due", "until", "moved (if any)"),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Skip:
    """A meeting that was due and is left out, with the reason; with `until` a pause, in which nothing is due.

    With `moved` it is not left out: it is planned for that time.
    """

    uid: str
    id: str
    person: Ref
    at: date
    """The day on which it was said."""
    due: date | None = None
    """The day of the meeting that does not take place."""
    until: date | None = None
    why: str = ""
    moved: datetime | None = None
    """The time for which it is planned; the midnight of its day where no hour was said."""


ASIDE = "discover"
"""The rule of an answer that sets something of the past aside."""
NEVER = date(2199, 12, 31)
"""Until when it is set aside for good: the last day that a journal knows."""


@presented(
    "answer", "records.record", module="record_cells", columns=("id", "said", "what it is about", "text", "rule", "until"),
)  # fmt: skip  # its columns in lines
@value(frozen=True, slots=True)
class Answer:
    """What somebody said to a warning, or to what came back; it stays quiet until the day `until`, `NEVER` for good."""

    uid: str
    id: str
    rule: str
    """The warning's rule, such as `promise`; `discover` for what comes back."""
    about: Ref
    """The person or record that it is about."""
    at: date
    until: date
    text: str = ""
