"""A record as a line of a digest, in words."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from onelog.core.calendar import recurrence
from onelog.core.kinds import kind_of
from onelog.core.model import FEEDBACK, Action, Checkin, Moment, Topic
from onelog.core.phrases import say, spoken
from onelog.formats.digest import marks, tails, times
from onelog.formats.digest.marks import by_name, plain_words
from onelog.formats.digest.measured import write_measured
from onelog.markdown import grammar
from onelog.markdown.parsed import MARKS

InMeeting = Action | Moment | Topic | Checkin


class LinePlace(NamedTuple):
    """Where a line stands, which decides what need not be said in it."""

    language: str = "en"
    person: str = ""
    """Whom the meeting is with; "" outside any meeting."""
    day: date | None = None
    """The day of the meeting; None outside any meeting, where each line says its own."""
    today: date = date.max
    offset: timedelta | None = None
    titles: Mapping[str, str] = {}
    """Goals by what they are referred to by (a uid to write, a title to read): how they are called in the other form."""
    ids: bool = False
    is_ours: bool = True
    """The document is one that onelog wrote: what only that writes is in it."""

    def say(self, key: str, **values: object) -> str:
        return say(self.language, f"digest.{key}", **values)

    @property
    def base(self) -> date:
        """The day from which days without a year are counted."""
        return self.day or date(1970, 1, 1)


# --- writing


def write_line(record: InMeeting, place: LinePlace, lead: str = "- ", *, first: bool = False) -> str:
    """The line of a record: list mark, box or label, words, what became of it, and its id where ids are wanted.

    `first`: it stands in the first paragraph of its note.
    """
    if isinstance(record, Checkin):
        line = lead + _checkin(record, place)
    else:
        tags = record.tags
        among = grammar.Place(record.kind if isinstance(record, Moment) else kind_of(record), first)
        head = _head(record, place)
        tail = _tail(record, place)
        text = marks.write_words(record.text, among, tags)
        reason = getattr(record, "because", None) or getattr(record, "why", None)
        if reason:
            said = tails.without_tail(marks.write_words(reason, among, tags), place.base, place.today)
            tail.append(place.say("because" if isinstance(record, Moment) else "why", text=said))
        if not tail:
            text = tails.without_tail(text, place.base, place.today)
        if " — " in text or reason:
            text, tail = by_name(text, "→"), [by_name(part, "→") for part in tail]
        line = f"{lead}{head} {text}" + (f" — {place.say('comma').join(tail)}" if tail else "")
        if record.outcome:
            said = tails.without_tail(marks.write_words(record.outcome, among, tags), place.base, place.today)
            line = f"{line} → {by_name(said, '→')}"
    return grammar.with_id(line, record.id if place.ids else "")


def _head(record: Action | Moment | Topic, place: LinePlace) -> str:
    if isinstance(record, Action):
        box = f"[{MARKS[record.status]}]"
        owner = record.owner.label if record.owner else ""
        mine = place.say("me") if record.text.lstrip("\\").startswith("**") else ""
        return f"{box} **{plain_words(owner) or mine}:**" if owner or mine else box
    if isinstance(record, Topic):
        return f"**{place.say('topic')}:**"
    return f"**{_direction(record, place)}:**"


def _direction(moment: Moment, place: LinePlace) -> str:
    kind = place.say(moment.kind)
    if moment.kind not in FEEDBACK:
        return kind
    giver, receiver = (
        plain_words(ref.label) if ref else place.say("me").lower() for ref in (moment.giver, moment.receiver)
    )
    how = (
        "of_others"
        if (moment.giver is None) == (moment.receiver is None)
        else "from_me"
        if moment.receiver
        else "to_me"
    )
    return place.say(how, kind=kind, giver=giver, receiver=receiver)


def _tail(record: Action | Moment | Topic, place: LinePlace) -> list[str]:
    """What is said behind the words, but for the reason."""
    said: list[str] = []
    first = None
    begun, state, ended = _stands(record)
    if begun and begun[1] != place.day:
        key, first = begun
        clock = times.write_clock(record.at, place.offset) if isinstance(record, Moment) and record.at else ""
        said.append(place.say(key, day=f"{_past(first, place, place.day)}{f' {clock}' if clock else ''}"))
    base = first or place.base
    if isinstance(record, Topic) and record.becomes:
        said.append(place.say("as", kind=place.say(record.becomes).lower()))
    if isinstance(record, Topic) and record.rule:
        said.append(place.say("every", every=_every(record.rule, place.language)))
    if isinstance(record, Topic) and record.next:
        said.append(place.say("next", day=times.write_day(record.next, place.language, base)))
    if isinstance(record, Action) and record.due:
        said.append(place.say("due", day=times.write_day(record.due, place.language, base)))
    if state:
        said.append(place.say(state, day=_past(ended, place, base)) if ended else place.say(f"{state}_undated"))
    if isinstance(record, Action) and record.goal:
        title = plain_words(place.titles.get(record.goal.uid, record.goal.label))
        said.append(place.say("goal", text=by_name(title, ("”", "」", "—"))))
    if not place.person and record.person:
        said.append(place.say("with", name=plain_words(record.person.label)))
    return said


def _every(rule: str, language: str) -> str:
    """A cadence in words, where they say all of it."""
    said = spoken.every(rule, language)
    return said if recurrence.means(said, rule) else rule


def _past(day: date, place: LinePlace, base: date | None) -> str:
    """A day on which something was; one that is still to come is said with its year."""
    return times.write_day(day, place.language, base if day <= place.today else None)


def _stands(record: Action | Moment | Topic) -> tuple[tuple[str, date] | None, str, date | None]:
    """(what it began with and when, how it ended, when)."""
    if isinstance(record, Action):
        state = record.status if record.status != "open" else ""
        return (("opened", record.opened) if record.opened else None), state, record.closed
    if isinstance(record, Topic):
        state = record.status if record.status != "parked" else ""
        return (("added", record.added) if record.added else None), state, record.closed
    noted = ("noted", record.at.date()) if record.at and not record.meeting else None
    return noted, "resolved" if record.resolved else "", record.resolved


def _checkin(record: Checkin, place: LinePlace) -> str:
    title = plain_words(place.titles.get(record.goal.uid, record.goal.label))
    return f"**{place.say('checkin')} · {by_name(title, ('·',))}:** {write_measured(record)}".rstrip()
