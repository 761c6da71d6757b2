"""One record, whole, as labelled lines: a promise, a moment, a topic, a goal, a person, a look at a goal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from onelog.core import attendance, model, progress
from onelog.core.calendar import dates
from onelog.core.kinds import Record
from onelog.core.model import FEEDBACK, Action, Answer, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.phrases import spoken
from onelog.core.progress import Course
from onelog.core.results.common import Holder, Kept
from onelog.terminal.insight.upcoming import kept_text
from onelog.terminal.kit import entry
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen
from onelog.terminal.records import changed, goals, meeting, timeline

if TYPE_CHECKING:
    from onelog.core.results.search import Hit
    from onelog.core.results.stats import Strip
    from onelog.core.scales import ScaleLine

Fact = tuple[str, Sequence[Words]]
"""The key of a label, and what stands beside it."""


def draw(
    screen: Screen,
    record: Record,
    today: date,
    related: Sequence[Record] = (),
    *,
    facts: Mapping[str, int] | None = None,
    course: Course | None = None,
    kept: Kept | None = None,
    skips: Sequence[Skip] = (),
    follow_ups: "Sequence[Hit]" = (),
    strip: "Strip | None" = None,
    scales: "Sequence[ScaleLine]" = (),
    held: Sequence[Holder] = (),
    aside: Answer | None = None,
) -> None:
    """The record, then what is related to it.

    `facts` count what there is with a person, by kind ("meetings": 12), `kept` the meetings of the last half year that
    were due, `skips` are those left out; `course` is how it goes with a goal, `follow_ups` are a concern's,
    `strip` are a person's weeks, `scales` what was said on scales of one's own, `held` who has had a promise,
    `aside` the answer that keeps the record from coming back. A goal that the record
    names itself is told with its title, and not again below.
    """
    titles = {one.uid: one.title for one in related if isinstance(one, Goal) and one.uid in _named(record)}
    related = [one for one in related if one.uid not in titles]
    if isinstance(record, Meeting):
        meeting.draw(screen, record, today)
        table(screen, [("Surprise", [changed.aside(screen, aside, today)])])
    else:
        screen.row((), _title(record), [(f"{screen.say(entry.kind(record))} {record.id}", "quiet")])
        if isinstance(record, Person):
            table(screen, list(_person(screen, record, today, facts or {}, kept, skips)))
            _weeks(screen, strip)
            _scales(screen, scales)
        else:
            handed = entry.held(screen, record, held, today) if isinstance(record, Action) else ""
            more = [("Handed over", [handed]), ("Surprise", [changed.aside(screen, aside, today)])]
            table(screen, [*_facts(screen, record, today, titles, course), *more])
    if follow_ups:
        _follow_ups(screen, follow_ups, today)
    if related:
        screen.blank()
        screen.heading(screen.say("record.Related"))
        label = entry.label_width(screen, related)
        for other in related:
            draw_related(screen, other, today, label)


def _weeks(screen: Screen, strip: "Strip | None") -> None:
    """The last 53 weeks with somebody, where a row holds them all and there was something in them."""
    if strip and strip.count("none") < len(strip.weeks) <= screen.measure - 2:
        from onelog.terminal.insight import stats  # noqa: PLC0415 - only a person has weeks

        stats.draw_strips(screen, [strip], named=False)


def _scales(screen: Screen, scales: "Sequence[ScaleLine]") -> None:
    """A line a scale of one's own, the last year's values as far as they fit."""
    if scales:
        from onelog.terminal.insight import prep  # noqa: PLC0415 - as above

        screen.blank()
        screen.heading(screen.say("scales_head"))
        for rows in prep.scale_rows(scales, screen.measure - 2):
            screen.draw([[("  ", ""), *line] for line in rows])


def _follow_ups(screen: Screen, hits: "Sequence[Hit]", today: date) -> None:
    """What was said about a concern later, oldest first: what it is, the words, the day."""
    screen.blank()
    screen.heading(screen.say("record.Follow-ups"), (str(len(hits)), "quiet"))
    label = entry.label_width(screen, [hit.record for hit in hits])
    for hit in hits:
        _follow_up(screen, hit, today, label)


def _follow_up(screen: Screen, hit: "Hit", today: date, label: int) -> None:
    lead: Sequence[Words] = [pad(screen.say("meeting"), label)]
    day = spoken.short_day(date.fromisoformat(hit.at[:10]), today, screen.language) if hit.at else ""
    if not isinstance(hit.record, Meeting):
        lead = entry.lead(screen, hit.record, today, label)
    elif hit.record.at is None:
        day = screen.say("not_held")
    screen.row(lead, [hit.snippet.replace("\n", " ")], [day, "  ", (hit.id, "quiet")])


def draw_related(screen: Screen, other: Record, today: date, label: int) -> None:
    """A related record as one line; a meeting with its day and gist."""
    if isinstance(other, Meeting):
        day = spoken.short_day(other.at.date(), today, screen.language) if other.at else screen.say("not_held")
        gist = timeline.gist_of(other)
        said: list[Words] = [(other.person.label, "name"), *([f" · {gist}"] if gist else [])]
        screen.row([pad(screen.say("meeting"), label)], said, [day, "  ", (other.id, "quiet")], most=2)
    else:
        screen.draw(entry.lines(screen, other, today, label=label))


def table(screen: Screen, facts: Sequence[Fact]) -> None:
    """Labels in one column, what they say in another."""
    shown = [(screen.say(f"record.{key}") if key else "", said) for key, said in facts if any(said)]
    width = max((cells([name]) for name, _ in shown), default=0) + 2
    if shown:
        screen.blank()
    for name, said in shown:
        screen.row([(pad(name, width), "quiet")], said)


def _title(record: Record) -> list[Words]:
    if isinstance(record, Checkin):
        return [(record.text or record.goal.label, "strong")]
    said = (getattr(record, name, "") for name in ("text", "title", "name", "why"))
    return [(next((str(text) for text in said if text), ""), "strong")]


def _named(record: Record) -> set[str]:
    """The uids of the goals that a record names in a field of its own."""
    refs = (getattr(record, "goal", None), getattr(record, "parent", None))
    return {ref.uid for ref in refs if ref}


def _titled(ref: Ref | None, titles: Mapping[str, str]) -> list[Words]:
    """A goal by its title and id."""
    if ref is None:
        return []
    return [titles[ref.uid], "  ", (ref.label, "quiet")] if ref.uid in titles else [ref.label]


def _facts(
    screen: Screen, record: Record, today: date, titles: Mapping[str, str], course: Course | None
) -> Iterator[Fact]:
    if isinstance(record, Action):
        yield from _action(screen, record, today, titles)
    elif isinstance(record, Moment):
        yield from _moment(screen, record, today)
    elif isinstance(record, Topic):
        yield from _topic(screen, record, today)
    elif isinstance(record, Goal):
        yield from _goal(screen, course or progress.course(record, today), today, titles)
    elif isinstance(record, Checkin):
        yield from _checkin(screen, record, today, titles)
    elif isinstance(record, Skip):
        yield from _skip(screen, record, today)
    elif isinstance(record, Answer):
        yield from _answer(screen, record, today)
    if tags := getattr(record, "tags", ()):
        yield "Tags", [" ".join(f"#{tag}" for tag in tags)]


def _action(screen: Screen, action: Action, today: date, titles: Mapping[str, str]) -> Iterator[Fact]:
    late = action.overdue(today)
    sign, style = entry.mark(action, today)
    state = screen.say("overdue" if late else action.status)
    yield "State", [(f"{sign} {state}", style)]
    yield "Owner", [action.owner.label if action.owner else screen.say("me")]
    yield "Due", [(_day(screen, action.due, today), style if late else "")]
    yield "With", [_label(action.person)]
    yield "Why", [action.why or ""]
    yield "Goal", _titled(action.goal, titles)
    yield "Meeting", [_label(action.meeting)]
    yield "Opened", [_day(screen, action.opened, today)]
    yield "Closed", [_day(screen, action.closed, today)]
    yield "Outcome", [action.outcome or ""]


def _moment(screen: Screen, moment: Moment, today: date) -> Iterator[Fact]:
    yield "Because", [moment.because or ""]
    if moment.kind in FEEDBACK:
        yield "From", [_label(moment.giver) or screen.say("me")]
        yield "To", [_label(moment.receiver) or screen.say("me")]
    yield "With", [_label(moment.person)]
    yield "Said", [_time(screen, moment.at, today)]
    if moment.kind == "concern":
        yield "Settled", [_settled(screen, moment, today)]
        yield "Outcome", [moment.outcome or ""]
    yield "Meeting", [_label(moment.meeting)]


def _settled(screen: Screen, concern: Moment, today: date) -> str:
    """When, and how long that took; of an open one its age."""
    since, until = concern.at.date() if concern.at else today, concern.resolved
    if until is None:
        return spoken.age(since, today, screen.language)
    return f"{_day(screen, until, today)} · {spoken.took(since, until, screen.language)}"


def _parked(screen: Screen, topic: Topic, today: date) -> str:
    """Since when; of feedback that is to be given how long it waits, too."""
    said = [_day(screen, topic.added, today)]
    if topic.becomes and topic.added and topic.status == "parked":
        said.append(spoken.waiting(topic.added, today, screen.language))
    return " · ".join(part for part in said if part)


def _topic(screen: Screen, topic: Topic, today: date) -> Iterator[Fact]:
    yield "State", [screen.say(topic.status)]
    yield "With", [_label(topic.person)]
    yield "Why", [topic.why or ""]
    yield "Parked", [_parked(screen, topic, today)]
    yield "Becomes", [screen.say(topic.becomes) if topic.becomes else ""]
    yield "Comes back", [entry.comes_back(screen, topic, today) if topic.rule else ""]
    yield "Closed", [_day(screen, topic.closed, today)]
    yield "Outcome", [topic.outcome or ""]
    yield "Meeting", [_label(topic.meeting)]


def _goal(screen: Screen, course: Course, today: date, titles: Mapping[str, str]) -> Iterator[Fact]:
    goal = course.goal
    yield "State", [screen.say(goal.status)]
    yield "Measure", goals.measure(goal)
    yield "", [goal.metric if goal.metric and goal.unit else ""]
    if goal.status == "open":
        yield "Pace", goals.speed(screen, course) or [(screen.say(course.pace), course.pace)]
    yield "By", [_day(screen, goal.by, today)]
    yield "With", [_label(goal.person)]
    yield "Under", _titled(goal.parent, titles)
    yield "Below", [screen.say("n_of", done=course.done, n=course.below)] if course.below else []
    yield "Opened", [_day(screen, goal.opened, today)]
    if goal.status == "open" and course.touched != goal.opened:
        yield "Touched", [_day(screen, course.touched, today)]
    yield "Closed", [" · ".join(part for part in (_day(screen, goal.closed, today), entry.early(screen, goal)) if part)]
    for number, look in enumerate(reversed(goal.checkins)):
        day = spoken.short_day(look.at.date(), today, screen.language)
        value = spoken.number(look.value) if look.value is not None else ""
        said = " · ".join(part for part in (value, look.text) if part)
        yield "Check-ins" if number == 0 else "", [(f"{day}  ", "quiet"), said, "  ", (look.id, "quiet")]


def _person(
    screen: Screen, person: Person, today: date, counts: Mapping[str, int], kept: Kept | None, skips: Sequence[Skip]
) -> Iterator[Fact]:
    due = attendance.due(person, today)
    yield "Alias", [screen.say("comma").join(person.aliases)]
    yield "Reading", [person.reading or ""]
    yield "Relation", [_relation(screen, person, today)]
    rhythm = spoken.every(person.rule, screen.language) if person.rule else person.every or ""
    yield "Cadence", [" · ".join(part for part in (rhythm, person.hour or "") if part)]
    yield "Last met", [_day(screen, person.last_met, today) or screen.say("never_met")]
    late = due is not None and due < today
    at = f" · {clock}" if (clock := attendance.hour(person, today)) else ""
    yield "Next due", [(f"{'! ' * late}{_day(screen, due, today)}{at}", "late" if late else "")] if due else []
    until = attendance.paused(person, today)
    yield "Paused", [screen.say("until", day=_day(screen, until, today))] if until else []
    yield "Meetings", [f"{screen.say('in_half_a_year')} {kept_text(screen, kept)}"] if kept and kept.n else []
    for key, some in (("Skipped", [s for s in skips if not s.moved]), ("Moved", [s for s in skips if s.moved])):
        for number, skip in enumerate(reversed(some)):
            yield key if number == 0 else "", [*_left_out(screen, skip, today), "  ", (skip.id, "quiet")]
    yield "Counts", [" · ".join(screen.say(f"n_{kind.removesuffix('s')}", n=n) for kind, n in counts.items())]
    yield "Added", [_day(screen, person.added, today)]
    yield "Archived", [_day(screen, person.archived, today)]


def _left_out(screen: Screen, skip: Skip, today: date) -> list[Words]:
    """`Tue 24 Nov  she is ill`; of a pause from when until when, of a move both days."""
    if skip.moved:
        return [(f"{changed.moved(screen, skip, skip.moved, today)}  ", "quiet"), skip.why]
    day = spoken.short_day(skip.due or skip.at, today, screen.language)
    end = screen.say("until", day=spoken.short_day(skip.until, today, screen.language)) if skip.until else ""
    return [(f"{f'{day} {end}' if end else day}  ", "quiet"), skip.why or "—"]


def _skip(screen: Screen, skip: Skip, today: date) -> Iterator[Fact]:
    yield "With", [skip.person.label]
    yield "Skipped", [_day(screen, skip.due, today) if not skip.moved else ""]
    yield "Moved", [changed.moved(screen, skip, skip.moved, today) if skip.moved else ""]
    yield "Paused", [screen.say("until", day=_day(screen, skip.until, today))] if skip.until else []
    yield "Said", [_day(screen, skip.at, today)]


def _answer(screen: Screen, answer: Answer, today: date) -> Iterator[Fact]:
    surprise = answer.rule == model.ASIDE
    yield "Discovery", [answer.about.label if surprise else ""]
    yield "Warning", ["" if surprise else changed.warning(screen, answer)]
    yield "Said", [_day(screen, answer.at, today)]
    yield "Surprise", [changed.aside(screen, answer, today) if surprise else ""]
    yield "Quiet", ["" if surprise else screen.say("until", day=_day(screen, answer.until, today))]


def _relation(screen: Screen, person: Person, today: date) -> str:
    """`report since Tue 3 Mar 2026; peer before`: newest first."""
    history = [
        screen.say(
            "since", word=spoken.relation(word, screen.language), day=spoken.short_day(day, today, screen.language)
        )
        for day, word in reversed(person.relations)
    ]
    return " · ".join(history) or (spoken.relation(person.relation, screen.language) if person.relation else "")


def _checkin(screen: Screen, look: Checkin, today: date, titles: Mapping[str, str]) -> Iterator[Fact]:
    yield "Goal", _titled(look.goal, titles)
    yield "Value", [spoken.number(look.value) if look.value is not None else ""]
    yield "Said", [_time(screen, look.at, today)]
    yield "Meeting", [_label(look.meeting)]


def _label(ref: Ref | None) -> str:
    return ref.label if ref else ""


def _day(screen: Screen, day: date | None, today: date) -> str:
    """`Tue 17 Nov 2026 · 5 days ago`."""
    return f"{spoken.long_day(day, screen.language)} · {dates.spoken(day, today, screen.language)}" if day else ""


def _time(screen: Screen, at: datetime | None, today: date) -> str:
    if at is None:
        return ""
    clock = f" · {at:%H:%M}" if at.time() != time() else ""
    return _day(screen, at.date(), today) + clock
