"""One record, whole, as labelled lines: a promise, a moment, a topic, a goal, a person, a look at a goal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time

from onelog import cadence, dates, model
from onelog.model import FEEDBACK, Action, Checkin, Goal, Meeting, Moment, Person, Record, Ref, Topic
from onelog.render import entry, goals, meeting, timeline, words
from onelog.render.layout import Words, cells, pad
from onelog.render.screen import Screen

Fact = tuple[str, Sequence[Words]]
"""The key of a label, and what stands beside it."""


def draw(
    screen: Screen, record: Record, today: date, related: Sequence[Record] = (), *,
    facts: Mapping[str, int] | None = None, pace: str = "",
) -> None:  # fmt: skip
    """The record, then what is related to it.

    `facts` count what there is with a person, by kind ("meetings": 12); `pace` is a goal's.
    """
    if isinstance(record, Meeting):
        meeting.draw(screen, record, today)
    else:
        screen.row((), _title(record), [(f"{screen.say(entry.kind(record))} {record.id}", "quiet")])
        table(screen, list(_facts(screen, record, today, facts or {}, pace)))
    if related:
        screen.blank()
        screen.heading(screen.say("Related"))
        label = entry.label_width(screen, related)
        for other in related:
            draw_related(screen, other, today, label)


def draw_related(screen: Screen, other: Record, today: date, label: int) -> None:
    """A related record as one line; a meeting with its day and gist."""
    if isinstance(other, Meeting):
        day = words.short_day(other.at.date(), today, screen.language) if other.at else screen.say("not_held")
        gist = timeline.gist_of(other)
        said: list[Words] = [(other.person.label, "name"), *([f" · {gist}"] if gist else [])]
        screen.row([pad(screen.say("meeting"), label)], said, [day, "  ", (other.id, "quiet")], most=2)
    else:
        screen.draw(entry.lines(screen, other, today, label=label))


def table(screen: Screen, facts: Sequence[Fact]) -> None:
    """Labels in one column, what they say in another."""
    shown = [(screen.say(key) if key else "", said) for key, said in facts if any(said)]
    width = max((cells([name]) for name, _ in shown), default=0) + 2
    if shown:
        screen.blank()
    for name, said in shown:
        screen.row([(pad(name, width), "quiet")], said)


def _title(record: Record) -> list[Words]:
    if isinstance(record, Checkin):
        return [(record.text or record.goal.label, "strong")]
    said = (getattr(record, name, "") for name in ("text", "title", "name"))
    return [(next((str(text) for text in said if text), ""), "strong")]


def _facts(
    screen: Screen, record: Record, today: date, counts: Mapping[str, int], pace: str
) -> Iterator[Fact]:  # fmt: skip
    if isinstance(record, Action):
        yield from _action(screen, record, today)
    elif isinstance(record, Moment):
        yield from _moment(screen, record, today)
    elif isinstance(record, Topic):
        yield from _topic(screen, record, today)
    elif isinstance(record, Goal):
        yield from _goal(screen, record, today, pace or model.pace(record, today))
    elif isinstance(record, Person):
        yield from _person(screen, record, today, counts)
    elif isinstance(record, Checkin):
        yield from _checkin(screen, record, today)
    if tags := getattr(record, "tags", ()):
        yield "Tags", [" ".join(f"#{tag}" for tag in tags)]


def _action(screen: Screen, action: Action, today: date) -> Iterator[Fact]:
    late = action.overdue(today)
    sign, style = entry.mark(action, today)
    state = screen.say("overdue" if late else action.status)
    yield "State", [(f"{sign} {state}", style)]
    yield "Owner", [action.owner.label if action.owner else screen.say("me")]
    yield "Due", [(_day(screen, action.due, today), style if late else "")]
    yield "With", [_label(action.person)]
    yield "Why", [action.why or ""]
    yield "Goal", [_label(action.goal)]
    yield "Meeting", [_label(action.meeting)]
    yield "Opened", [_day(screen, action.opened, today)]
    yield "Closed", [_day(screen, action.closed, today)]


def _moment(screen: Screen, moment: Moment, today: date) -> Iterator[Fact]:
    yield "Because", [moment.because or ""]
    if moment.kind in FEEDBACK:
        yield "From", [_label(moment.giver) or screen.say("me")]
        yield "To", [_label(moment.receiver) or screen.say("me")]
    yield "With", [_label(moment.person)]
    yield "Said", [_time(screen, moment.at, today)]
    if moment.kind == "concern":
        yield "Settled", [_day(screen, moment.resolved, today) or screen.say("unsettled")]
    yield "Meeting", [_label(moment.meeting)]


def _topic(screen: Screen, topic: Topic, today: date) -> Iterator[Fact]:
    yield "State", [screen.say(topic.status)]
    yield "With", [_label(topic.person)]
    yield "Why", [topic.why or ""]
    yield "Parked", [_day(screen, topic.added, today)]
    yield "Closed", [_day(screen, topic.closed, today)]
    yield "Meeting", [_label(topic.meeting)]


def _goal(screen: Screen, goal: Goal, today: date, pace: str) -> Iterator[Fact]:
    yield "State", [screen.say(goal.status)]
    yield "Measure", goals.measure(screen, goal)
    yield "", [goal.metric if goal.metric and goal.unit else ""]
    if goal.status == "open":
        yield "Pace", [(screen.say(pace), pace)]
    yield "By", [_day(screen, goal.by, today)]
    yield "With", [_label(goal.person)]
    yield "Under", [_label(goal.parent)]
    yield "Opened", [_day(screen, goal.opened, today)]
    yield "Closed", [_day(screen, goal.closed, today)]
    for number, look in enumerate(reversed(goal.checkins)):
        day = words.short_day(look.at.date(), today, screen.language)
        value = words.number(look.value) if look.value is not None else ""
        said = " · ".join(part for part in (value, look.text) if part)
        yield "Check-ins" if number == 0 else "", [(f"{day}  ", "quiet"), said, "  ", (look.id, "quiet")]


def _person(screen: Screen, person: Person, today: date, counts: Mapping[str, int]) -> Iterator[Fact]:
    due = cadence.due(person, today)
    yield "Alias", [person.alias or ""]
    yield "Relation", [_relation(screen, person, today)]
    yield "Cadence", [words.every(person.rule, screen.language) if person.rule else person.every or ""]
    yield "Last met", [_day(screen, person.last_met, today) or screen.say("never_met")]
    late = due is not None and due < today
    yield "Next due", [(f"{'! ' * late}{_day(screen, due, today)}", "late" if late else "")] if due else []
    yield "Counts", [" · ".join(screen.say(f"n_{kind.removesuffix('s')}", n=n) for kind, n in counts.items())]
    yield "Added", [_day(screen, person.added, today)]
    yield "Archived", [_day(screen, person.archived, today)]


def _relation(screen: Screen, person: Person, today: date) -> str:
    """`report since Tue 3 Mar 2026; peer before`: newest first."""
    history = [
        screen.say("since", word=screen.say(word), day=words.short_day(day, today, screen.language))
        for day, word in reversed(person.relations)
    ]
    return " · ".join(history) or (screen.say(person.relation) if person.relation else "")


def _checkin(screen: Screen, look: Checkin, today: date) -> Iterator[Fact]:
    yield "Goal", [look.goal.label]
    yield "Value", [words.number(look.value) if look.value is not None else ""]
    yield "Said", [_time(screen, look.at, today)]
    yield "Meeting", [_label(look.meeting)]


def _label(ref: Ref | None) -> str:
    return ref.label if ref else ""


def _day(screen: Screen, day: date | None, today: date) -> str:
    """`Tue 17 Nov 2026 · 5 days ago`."""
    return f"{words.long_day(day, screen.language)} · {dates.spoken(day, today, screen.language)}" if day else ""


def _time(screen: Screen, at: datetime | None, today: date) -> str:
    if at is None:
        return ""
    clock = f" · {at:%H:%M}" if at.time() != time() else ""
    return _day(screen, at.date(), today) + clock
