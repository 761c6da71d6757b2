"""The pictures of what is in a book, as it is on a day: weeks, moods, goals, promises and feedback."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from onelog.core import attendance
from onelog.core.model import Action, Goal, Meeting, Moment, Person
from onelog.core.progress import ahead
from onelog.core.results.common import Book
from onelog.core.scales import lines_of
from onelog.formats.html.charts import WeekMark
from onelog.formats.html.markup import Html
from onelog.formats.html.page_charts import WEEKS, Came, Pictures, Rated, Way


def pictures(book: Book, today: date, language: str) -> Iterator[Html]:
    """The section of pictures about what is in a book; nothing where there is nothing to draw."""
    draw, last = Pictures(language), _last(book, today)
    met = _met(book, last)
    found: list[Html] = []
    for person in (p for p in book.people if p.uid in met):
        rule = bool(book.whole and person.rule)
        title = draw.say("weeks", name=person.name)
        found += draw.weeks(title, _weeks(book, person, met[person.uid], last, rule=rule), last, rule=rule)
    yield from draw.section([*found, *figures(book, today, draw)], "weeks_how" if met else "")


def figures(book: Book, today: date, draw: Pictures) -> Iterator[Html]:
    """All but the weeks: moods and scales of each person, goals, promises and feedback."""
    last = _last(book, today)
    met = _met(book, last)
    for person in (p for p in book.people if p.uid in met):
        yield from draw.moods(person.name, _rated(met[person.uid]))
        dated = sorted((m for m in met[person.uid] if m.at), key=lambda m: str(m.at))
        for one in lines_of((m.at.date(), m.scales) for m in dated if m.at):
            yield from draw.scale(person.name, one)
    for goal in book.goals:
        for way in _way(goal, last):
            yield from draw.way(way)
    for whose, months in _promises(book, last):
        yield from draw.promises(whose, months)
    yield from draw.balance(_balance(book))


def _last(book: Book, today: date) -> date:
    return min(today, book.period.last) if book.period else today


def _met(book: Book, last: date) -> dict[str, list[Meeting]]:
    """The meetings up to a day, by the uid of the person."""
    met: dict[str, list[Meeting]] = {}
    for m in book.meetings:
        if m.at and m.at.date() <= last:
            met.setdefault(m.person.uid, []).append(m)
    return met


def _weeks(book: Book, person: Person, met: Sequence[Meeting], last: date, *, rule: bool) -> list[WeekMark]:
    """What each week was up to the one of the last day: 53 of them, or those of the period."""
    first = last - timedelta(weeks=WEEKS - 1)
    first = max(first, book.period.start) if book.period else first
    skips = [skip for skip in book.skips if skip.person.uid == person.uid]
    days = [m.at.date() for m in met if m.at]
    states = attendance.weeks(person.rule if rule else None, days, skips, first, last, person.archived)
    talks = ((m.at.date(), m.rating or m.mood) for m in met if m.at)
    return list(map(WeekMark, states, attendance.how_weeks_went(talks, first, len(states))))


def _rated(met: Iterable[Meeting]) -> list[Rated]:
    rated = [m for m in met if m.mood or m.seen or m.rating]
    return sorted(Rated(m.at.date(), m.id, (m.mood, m.seen, m.rating)) for m in rated if m.at)


def _way(goal: Goal, last: date) -> Iterator[Way]:
    """The way of a goal that has a line and a measured value."""
    seen = ahead(goal, last)
    if seen is None or goal.opened is None or goal.by is None or goal.start is None or goal.target is None:
        return
    values = tuple((c.at.date(), c.value) for c in goal.checkins if c.value is not None and c.at.date() <= last)
    if values:
        expected = None if goal.status != "open" else (goal.current or 0) - seen.amount
        yield Way(
            title=goal.title,
            opened=goal.opened,
            by=goal.by,
            start=goal.start,
            target=goal.target,
            values=values,
            expected=expected,
            day=last,
        )


def _promises(book: Book, last: date) -> Iterator[tuple[str, list[Came]]]:
    """(mine or theirs, months): kept and dropped ones in the month they ended in, those not kept in that of their day."""
    actions = [*book.actions, *(action for meeting in book.meetings for action in meeting.actions)]
    for whose, some in (("mine", [a for a in actions if not a.owner]), ("theirs", [a for a in actions if a.owner])):
        ended = [(day.replace(day=1), became) for day, became in (_became(a, last) for a in some) if day]
        if ended:
            yield whose, list(_months(ended))


def _became(action: Action, last: date) -> tuple[date | None, int]:
    """(the day on which it ended, the place in `Came` of how); an open one that is not overdue has no day."""
    if action.status != "open":
        if action.status == "dropped":
            return action.closed, 4
        late = bool(action.due and action.closed and action.closed > action.due)
        return action.closed, 5 if action.due is None else 2 if late else 1
    return (action.due, 3) if action.overdue(last) else (None, 0)


def _months(ended: Sequence[tuple[date, int]]) -> Iterator[Came]:
    first, last = min(ended)[0], max(ended)[0]
    while first <= last:
        here = [became for month, became in ended if month == first]
        yield Came(first, *(here.count(place) for place in (1, 2, 3, 4, 5)))
        first = (first + timedelta(days=32)).replace(day=1)


def _balance(book: Book) -> list[tuple[str, int]]:
    """How much feedback went each way; what was between two others is in none."""
    moments = [*book.moments, *(moment for meeting in book.meetings for moment in meeting.moments)]
    ways = [f"{m.kind}_{_direction(m)}" for m in moments if m.kind in ("praise", "growth")]
    keys = ("praise_given", "growth_given", "praise_received", "growth_received")
    return [(key, ways.count(key)) for key in keys]


def _direction(moment: Moment) -> str:
    if (moment.giver is None) == (moment.receiver is None):
        return ""
    return "given" if moment.giver is None else "received"
