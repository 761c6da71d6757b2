"""What is shown together: values that the journal gathers and a screen or a format lays out."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

from onelog.core.calendar.periods import Period
from onelog.core.kinds import Record
from onelog.core.model import Action, Answer, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.presenter import presented
from onelog.core.results.facts import NearDay
from onelog.core.values import value

LEAST = 5
"""From fewer than this no share is said in percent, but as "3 of 4": one more or less would change too much of it."""


@presented(
    "due",
    listed="insight.upcoming",
    module="standing",
    columns=(
        "id",
        "due",
        "name",
        "why the last one was skipped",
        "state",
        "days late",
        "paused until",
        "last met",
        "rule",
        "kept",
        "skipped",
        "missed",
        "hour (if any)",
    ),
)
class Standing(NamedTuple):
    """How it stands with the next meeting of one person."""

    person: Person
    due: date | None
    """None without a cadence."""
    state: str
    """Overdue, due (today or within a week), coming, paused, or none (no cadence)."""
    late: int = 0
    """Days that it is overdue."""
    until: date | None = None
    """The end of the pause that holds today."""
    skip: Skip | None = None
    """The last skip (or pause, or move) since the last meeting, where it was asked for."""
    kept: "Kept | None" = None
    """What became of the meetings that were due lately, where it was asked for."""
    hour: str | None = None
    """The hour at which it is planned, or the usual one: `14:00`."""


class Kept(NamedTuple):
    """What became of the meetings that a cadence asked for."""

    kept: int
    skipped: int
    missed: int

    @property
    def n(self) -> int:
        return self.kept + self.skipped + self.missed


@value(frozen=True, slots=True)
class Holder:
    """Somebody who has had a promise since a day."""

    owner: Ref | None
    """None is me."""
    since: date


@presented("today", "insight.today", module="standing")
@value(frozen=True, slots=True)
class Today:
    """What somebody wants to know in the morning."""

    day: date
    empty: bool = False
    """Nothing is in the journal yet."""
    due: tuple[Standing, ...] = ()
    """Overdue first; then those due within the week."""
    days: tuple[NearDay, ...] = ()
    """Birthdays and other dates within the week."""
    mine: tuple[Action, ...] = ()
    """What I owe: overdue and within a week, nearest day first, then those without a day."""
    mine_more: int = 0
    """Open actions of mine that are further away."""
    theirs: tuple[Action, ...] = ()
    theirs_more: int = 0
    goals: tuple[Goal, ...] = ()
    """Open ones that are behind, or past their day."""
    moment: Moment | None = None
    """One past a-ha (or win, or praise received), the same all day."""
    warnings: int = 0
    """Early ones that are not quiet."""

    @property
    def parts(self) -> tuple[Standing | NearDay | Action | Goal | Moment, ...]:
        """What a pipe gets a line of."""
        return *self.due, *self.days, *self.mine, *self.theirs, *self.goals, *((self.moment,) if self.moment else ())


@presented("logged", "records.logged")
class Logged(NamedTuple):
    """What came of recording a meeting or a note."""

    meeting: Meeting
    new_people: tuple[str, ...] = ()
    troubles: tuple[tuple[int, str], ...] = ()
    """(line, what was not understood); all of it stays in the note."""
    folded: int = 0
    """Lines that were noted for this meeting before and are in it now."""
    parked: int = 0
    """Topics still parked with the person."""
    decided: tuple[Record, ...] = ()
    """What was decided about records that stand in other meetings."""
    goals: tuple[Goal, ...] = ()
    """The goals that its check-ins are of, so that what was read can be said back."""

    @property
    def parts(self) -> tuple[Meeting]:
        """What a pipe gets a line of."""
        return (self.meeting,)


class FieldChange(NamedTuple):
    """One field of a record that was changed: what it was, and what it is."""

    id: str
    name: str
    """As in `core/fields.py`."""
    before: object
    after: object
    is_me: bool = False
    """Whether a person who is missing there is me."""


@presented("changed", "records.changed")
class Changed(NamedTuple):
    """Records that a command made or changed, and what it did to them in one word ("done", "added")."""

    verb: str
    records: tuple[Record, ...] = ()
    troubles: tuple[tuple[int, str], ...] = ()
    new_people: tuple[str, ...] = ()
    after: Standing | None = None
    """How it stands with the next meeting now, where the change may have moved it."""
    goal: Goal | None = None
    """The goal that a check-in is of, so that what was read can be said back."""
    turned: tuple[Moment, ...] = ()
    """Feedback that goes the other way now, because a relation was said."""
    back: tuple[Topic, ...] = ()
    """Standing topics that come back, because they were raised."""
    fields: tuple[FieldChange, ...] = ()
    """What changed in the records, where it is shown field by field."""

    @property
    def parts(self) -> tuple[Record, ...]:
        """What a pipe gets a line of."""
        return self.records

    @property
    def mended_in(self) -> str:
        """The id of the record in whose document stands what was not understood; "" where nothing was changed."""
        of_kinds = (
            r for kinds in (Meeting, Action | Topic, Goal, object) for r in self.records if isinstance(r, kinds)
        )
        return next((record.id for record in of_kinds), "")


class ComingTalk(NamedTuple):
    """A day on which somebody is to be met, or on which that was called off."""

    person: Ref
    slot: date
    """The day of the cadence that it stands for, by which it is known again wherever it is moved."""
    day: date
    at: datetime | None = None
    """When it begins; None where no hour is known."""
    minutes: int = 30
    is_cancelled: bool = False
    """It was skipped, lies in a pause, or goes with one that was moved."""
    revision: int = 0
    """How often it was moved, skipped or brought back."""
    changed: datetime | None = None
    """When that was the last time; None where it never was."""
    promises: tuple[Action, ...] = ()
    """What is due by then, and after the talk before it."""


class Book(NamedTuple):
    """All the facts of a period, for an export."""

    period: Period | None
    """None: the whole journal."""
    people: tuple[Person, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    actions: tuple[Action, ...] = ()
    """Outside any meeting; so are the moments and topics."""
    moments: tuple[Moment, ...] = ()
    topics: tuple[Topic, ...] = ()
    goals: tuple[Goal, ...] = ()
    skips: tuple[Skip, ...] = ()
    answers: tuple[Answer, ...] = ()
    left_out: Mapping[str, int] = MappingProxyType({})
    """How many records of a private kind are not in the book, by kind."""
    whole: bool = False
    """Everything that there is (but for what is left out): what is not in it never was."""
    about: Ref | None = None
    """The person whom alone it is about."""
    coming: tuple[ComingTalk, ...] = ()
    """The 1-on-1s that are to come, for a calendar."""


@value(frozen=True, slots=True)
class Origin:
    """Where a document comes from, so that it is known again when it comes once more."""

    key: str
    """Which document of which source it is: the same one whenever that is read again."""
    hash: str
    """What it said."""
    is_edited: bool = False
    """It was edited on its way, in what a dry run had shown, and so does not say what the source does."""


class IncomingDocument(NamedTuple):
    """One document on its way in."""

    file: str
    line: int
    """Of the file, at which the text begins, or would begin with the front matter that it has here."""
    text: str
    goals: tuple[tuple[str, str], ...] = ()
    """(what stands for a goal in the text, its title)."""
    names: tuple[str, ...] = ()
    """The whole names of people that onelog wrote into it."""
    ids: bool = True
    """The ids at the ends of its lines are ids."""
    copy: int = 0
    """How many documents that say the same stand before it in its file."""
    is_coming: bool = False
    """It is the coming meeting, which has no day yet."""
    is_partial: bool = False
    """It is a part of a digest, which has no place for lines of front matter that are not onelog's."""
    troubles: tuple[tuple[int, str], ...] = ()
    """(line of the file, what was not taken in)."""
    heading: int = 0
    """The line of the file that errors name; 0 where it is the first one."""
    origin: Origin | None = None
    """Its identity in the source; None where its ids or its words are all that it is known by."""
    places: tuple[int | str, ...] = ()
    """Where each line of the text comes from, where that is not line by line: a line of the file, 0, or words that say it."""
    last: int = 0
    """The last line of the file that belongs to it; 0: as many as it has lines."""
    promise: str = ""
    """The id or uid of the promise that a task came from, where it was exported from here."""

    def line_of(self, number: int) -> int:
        """The line of the file that a line of the text is."""
        if self.places:
            at = self.places[number - 1] if number <= len(self.places) else 0
            return max(at if isinstance(at, int) else 0, self.heading, 1)
        return max(self.line + number - 1, self.heading, 1)

    def place_of(self, number: int) -> str:
        """Where a line of the text comes from, for a reader; "" where nothing says it."""
        at = self.places[number - 1] if self.places and number <= len(self.places) else self.line + number - 1
        return at if isinstance(at, str) else f"{self.file}:{at}" if at > 0 else ""


@value(frozen=True, slots=True)
class TakenDocument:
    """What became of one document that came in."""

    file: str
    line: int
    state: str
    """taken, changed, same, or kept: it was changed here as well, or is likely here already."""
    id: str = ""
    """The record that it is."""
    why: str = ""


@presented("brought", module="history")
@value(frozen=True, slots=True)
class Brought:
    """What an import did."""

    made: Mapping[str, int] = MappingProxyType({})
    """Kind -> how many new records."""
    changed: int = 0
    same: int = 0
    troubles: tuple[tuple[str, int, str], ...] = ()
    """(file, line, what was not understood)."""
    new_people: tuple[str, ...] = ()
    """Those who were made because a document names them."""
    mended_in: tuple[str, ...] = ()
    """The ids of the records in which that can be mended."""
    documents: tuple[TakenDocument, ...] = ()
    """What became of each document, in the order in which they came."""
