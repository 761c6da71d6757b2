"""The goals at the end of a digest: one a line with how it goes, those below it and what was measured beneath."""

from collections.abc import Iterator
from datetime import date

from onelog.core import progress
from onelog.core.model import Checkin, Goal
from onelog.core.phrases import say
from onelog.core.results.common import Book
from onelog.formats.digest import times
from onelog.formats.digest.lines import LinePlace
from onelog.formats.digest.marks import by_name, plain_words
from onelog.formats.digest.measured import clear_number, write_measured
from onelog.markdown import grammar

_STATES = ("achieved", "missed", "dropped")


def write_goals(book: Book, place: LinePlace) -> Iterator[str]:
    """Goals in the order of their days, each above the ones under it."""
    here = {goal.uid for goal in book.goals}
    under = progress.children(book.goals)
    seen: set[str] = set()
    for goal in book.goals:
        if not goal.parent or goal.parent.uid not in here:
            yield from _tree(goal, under, book, place, "", seen)
    for goal in book.goals:  # a ring of goals has no top
        if goal.uid not in seen:
            yield from _tree(goal, under, book, place, "", seen)


def _tree(
    goal: Goal, under: dict[str, list[Goal]], book: Book, place: LinePlace, indent: str, seen: set[str]
) -> Iterator[str]:
    if goal.uid in seen:
        return
    seen.add(goal.uid)
    yield indent + _goal(goal, place)
    for checkin in goal.checkins:
        if checkin.meeting is None and (not book.period or checkin.at in book.period):
            yield f"{indent}  {_checkin(checkin, place)}"
    for below in under.get(goal.uid, ()):
        yield from _tree(below, under, book, place, f"{indent}  ", seen)


def _goal(goal: Goal, place: LinePlace) -> str:
    """`- **Hire four engineers** · by 31 Mar 2027 · from 0 to 4 people · now 3 · on track, 19 days ahead`."""
    facts = [
        place.say("with", name=_value(goal.person.label)) if goal.person else "",
        place.say("by", day=_day(goal.by, place)) if goal.by else "",
        _ended(goal, place),
        *_measure(goal, place),
        _pace(goal, place),
        place.say("since", day=_day(goal.opened, place)) if goal.opened else "",
        *(f"#{tag}" for tag in goal.tags),
    ]
    title = goal.title if place.ids else place.titles.get(goal.uid, goal.title)
    said = " · ".join([f"- **{_value(title)}**", *(fact for fact in facts if fact)])
    return grammar.with_id(said, goal.id if place.ids else "")


def _value(text: str) -> str:
    return by_name(plain_words(text), ("·",))


def _day(day: date, place: LinePlace) -> str:
    return times.write_day(day, place.language)


def _ended(goal: Goal, place: LinePlace) -> str:
    if goal.status == "open":
        return ""
    return place.say(goal.status, day=_day(goal.closed, place)) if goal.closed else place.say(f"{goal.status}_undated")


def _measure(goal: Goal, place: LinePlace) -> Iterator[str]:
    start, target = (None if value is None else clear_number(value) for value in (goal.start, goal.target))
    unit = f" {_value(goal.unit)}" if goal.unit else ""
    if start is not None and target is not None:
        yield place.say("way", start=start, target=target) + unit
    elif start is not None or target is not None:
        yield place.say("start" if target is None else "target", start=start, target=target) + unit
    elif unit:
        yield place.say("unit", text=unit.strip())
    if any(c.value is not None for c in goal.checkins) and goal.current is not None:
        yield place.say("now", value=clear_number(goal.current))
    if goal.metric:
        yield place.say("measure", text=_value(goal.metric))


def _pace(goal: Goal, place: LinePlace) -> str:
    if goal.status != "open":
        return ""
    course = progress.course(goal, place.today)
    how = "" if course.pace == "unknown" else course.pace
    days = course.ahead.days if course.ahead else 0
    by = (
        place.say("ahead" if days > 0 else "behind", days=say(place.language, "digest.n_day", n=abs(days)))
        if days
        else ""
    )
    return place.say("comma").join(part for part in (place.say(how) if how == "on track" else "", by) if part)


def _checkin(checkin: Checkin, place: LinePlace) -> str:
    clock = times.write_clock(checkin.at, place.offset)
    when = f"{_day(checkin.at.date(), place)}{f' {clock}' if clock else ''}"
    line = " · ".join(part for part in (f"- {when}", write_measured(checkin)) if part)
    return grammar.with_id(line, checkin.id if place.ids else "")
