"""The pictures of a page, from what stands on it: weeks, moods, goals, promises and feedback.

What is not on the page is in no picture either; where there is nothing to draw there is no picture.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import isfinite
from typing import NamedTuple

from onelog.core import attendance
from onelog.core.calendar.dates import day_text, month_text
from onelog.core.model import Action, Goal, Meeting, Moment, Person
from onelog.core.phrases import say, spoken
from onelog.core.progress import ahead
from onelog.core.results.common import Book
from onelog.core.scales import ScaleLine, lines_of
from onelog.core.statistics.mean import FEWEST, mean
from onelog.formats.html import charts, line_charts
from onelog.formats.html.charts import Bar, Shown
from onelog.formats.html.line_charts import Axis, Point, Series
from onelog.formats.html.markup import Html, tag
from onelog.formats.review_phrases import number_text, reckoned_text

WEEKS = 53
MONTHS = 24
"""So many months of promises are drawn, the last ones."""


class Way(NamedTuple):
    """How a goal goes: measured values against the straight line from its start to its target."""

    title: str
    opened: date
    by: date
    start: float
    target: float
    values: tuple[tuple[date, float], ...]
    expected: float | None
    """What the line says on `day`; None where it is not asked any more."""
    day: date


class Came(NamedTuple):
    """What came of the promises of a month."""

    first: date
    kept: int
    late: int
    not_kept: int
    dropped: int
    undated: int = 0
    """Done, without a day."""

    @property
    def done(self) -> int:
        return self.kept + self.late + self.undated

    @property
    def n(self) -> int:
        return sum(self[1:])


class Rated(NamedTuple):
    """The moods and the rating of a meeting."""

    day: date
    meeting_id: str
    values: tuple[int | None, int | None, int | None]
    """Mine, theirs, the rating."""


class Pictures:
    """Draws in one language; what there is too little of is no picture."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **values: object) -> str:
        return say(self.language, f"page.{key}", **values)

    def day(self, day: date) -> str:
        return day_text(day, self.language)

    def section(self, figures: Sequence[Html], key: str = "") -> Iterator[Html]:
        """All of them under a heading; `key` is that of how they are to be read."""
        if figures:
            how = [tag("p", self.say(key), class_="facts")] if key else []
            yield tag(
                "section",
                tag("h2", self.say("pictures")),
                *how,
                tag("div", *figures, class_="charts"),
                class_="pictures",
            )

    def weeks(self, name: str, states: Sequence[str], last: date, *, rule: bool) -> Iterator[Html]:
        """A person's weeks; `rule` says that what was skipped and missed is known."""
        counts = {state: states.count(state) for state in ("met", "skipped", "missed")}
        if any(counts.values()):
            says = self.say("weeks_kept" if rule else "weeks_met", n=len(states), day=self.day(last), **counts)
            yield charts.weeks(Shown(self.say("weeks", name=name), says), states)

    def moods(self, name: str, found: Sequence[Rated]) -> Iterator[Html]:
        """The lines of one person, from the second value of any of them on."""
        if len(found) < 2:
            return
        named = zip(("mine", "theirs", "rated"), zip(*(one.values for one in found), strict=True), strict=False)
        days = [one.day for one in found]
        series = [
            (self.say(key), look, [(day, n) for day, n in zip(days, values, strict=True) if n])
            for look, (key, values) in enumerate(named)
        ]
        if not any(len(values) > 1 for _, _, values in series):
            return
        first, last = self.day(days[0]), self.day(days[-1])
        head = (self.say("day"), *(key for key, _, _ in series), "")
        rows = tuple((self.day(one.day), *(str(n or "–") for n in one.values), one.meeting_id) for one in found)
        span = line_charts.step_of(days)
        lines = [Series(key, line_charts.by_month(values, span), look) for key, look, values in series if values]
        says = [self.say("moods_say", n=len(found), first=first, last=last)]
        says += self.means([(key, values) for key, _, values in series])
        says += [self.say("by_month" if span == 1 else "by_quarter")] if span else []
        shown = Shown(self.say("moods", name=name), self.say("sentences").join(says), head, rows, self.say("numbers"))
        yield line_charts.panels(shown, lines, 1, 5, self.axis(days))

    def means(self, series: Sequence[tuple[str, Sequence[tuple[date, int]]]]) -> Iterator[str]:
        """`Mean: mine 3.7 (12), theirs 4.0 (9).`; of fewer than `FEWEST` values there is none."""
        found = [(name, [value for _, value in values]) for name, values in series if len(values) >= FEWEST]
        said = [self.say("mean_of", name=name, mean=spoken.mean(mean(some)), n=len(some)) for name, some in found]
        if said:
            yield self.say("means", said=self.say("list").join(said))

    def axis(self, days: Sequence[date]) -> Axis:
        return Axis.of(days, (self.day(min(days)), self.day(max(days))), self.say("year", year="{year}"))

    def scale(self, name: str, one: ScaleLine) -> Iterator[Html]:
        """The line of one scale of one's own, from the second value on."""
        if len(one.values) < 2:
            return
        said: dict[str, object] = {"scale": one.name, "low": one.low, "high": one.high, "name": name}
        first, last = self.day(one.values[0][0]), self.day(one.values[-1][0])
        rows = tuple((self.day(day), str(value)) for day, value in one.values)
        shown = Shown(
            self.say("scale", **said),
            self.say("sentences").join(
                [
                    self.say("scale_say", n=len(rows), first=first, last=last, **said),
                    *self.means([(one.name, one.values)]),
                ]
            ),
            (self.say("day"), one.name),
            rows,
            self.say("numbers"),
        )
        days = [day for day, _ in one.values]
        series = [Series(one.name, line_charts.by_month(one.values, line_charts.step_of(days)))]
        yield line_charts.panels(shown, series, one.low, one.high, self.axis(days))

    def way(self, one: Way) -> Iterator[Html]:
        """Measured against expected; a number beyond what can be drawn is no picture."""
        numbers = [one.start, one.target, *(value for _, value in one.values)]
        if not one.values or not all(isfinite(n) and abs(n) < 1e15 for n in numbers):
            return
        low, high = min(numbers), max(numbers)
        line = Series(self.say("expected"), (Point(one.opened, one.start), Point(one.by, one.target)), 1, marks=False)
        measured = Series(self.say("actual"), tuple(Point(*value) for value in one.values))
        ends = [*(day for day, _ in one.values), one.opened, one.by]
        said = {
            "now": number_text(one.values[-1][1]),
            "start": number_text(one.start),
            "target": number_text(one.target),
            "by": self.day(one.by),
            "day": self.day(one.day),
        }
        far = one.expected is None
        says = (
            self.say("goal_far", **said)
            if far
            else self.say("goal_say", expected=reckoned_text(one.expected or 0), **said)
        )
        head = (self.say("day"), self.say("actual"), self.say("expected"))
        rows = tuple(
            (self.day(day), number_text(value), reckoned_text(_on_line(one, day))) for day, value in one.values
        )
        shown = Shown(self.say("goal_line", title=one.title), says, head, rows, self.say("numbers"))
        names = (reckoned_text(low), reckoned_text(high))
        yield line_charts.lines(shown, [measured, line], low, high, names, self.axis(ends))

    def promises(self, whose: str, months: Sequence[Came]) -> Iterator[Html]:
        """`whose` is mine or theirs; months before the first promise and after the last one are left out."""
        full = [number for number, one in enumerate(months) if one.n]
        if not full:
            return
        shown = months[full[0] : full[-1] + 1][-MONTHS:]
        kept, n = sum(one.done for one in shown), sum(one.n for one in shown)
        first, last = (month_text(one.first, self.language, year=True) for one in (shown[0], shown[-1]))
        says = self.say("promises_say", kept=kept, n=n, late=sum(one.late for one in shown), first=first, last=last)
        came = ("kept", "late", "undated", "not_kept", "dropped")
        parts = tuple(part for part in came if part != "undated" or any(one.undated for one in shown))
        head = (self.say("month"), *(self.say(part) for part in parts))
        rows = tuple(
            (month_text(one.first, self.language, year=True), *(str(getattr(one, part)) for part in parts))
            for one in shown
        )
        words = Shown(self.say(f"promises_{whose}"), says, head, rows, self.say("numbers"))
        bars = [Bar(name, one.done, one.n, one.late) for name, one in zip(self.months(shown), shown, strict=True)]
        filled = "kept_undated" if "undated" in parts else "kept"
        yield charts.bars(words, bars, (self.say(filled), self.say("late"), self.say("not_done")))

    def months(self, shown: Sequence[Came]) -> Iterator[str]:
        """What is written below each month: as many names as fit; of more than a year each quarter's first, with the years."""
        every = -(-len(shown) * 30 // charts.WIDTH)
        dated = False
        for place, one in enumerate(shown):
            if len(shown) <= 12:
                yield month_text(one.first, self.language) if place % every == 0 else ""
            elif one.first.month % 3 != 1:
                yield ""
            elif one.first.month == 1:
                yield self.say("year", year=one.first.year)
            else:
                yield month_text(one.first, self.language, year=not dated)
            dated = dated or (len(shown) > 12 and one.first.month % 3 == 1)

    def balance(self, counts: Sequence[tuple[str, int]]) -> Iterator[Html]:
        """Praise and growth each way, by the keys of their words; ways that a reader is not told of are not in it."""
        if not any(n for _, n in counts):
            return
        says = ", ".join(f"{self.say(key)}: {n}" for key, n in counts)
        yield charts.ranks(Shown(self.say("balance"), says), [Bar(self.say(key), n, n) for key, n in counts])


def _on_line(one: Way, day: date) -> float:
    whole = (one.by - one.opened).days or 1
    gone = min(max((day - one.opened).days, 0), whole)
    return one.start + (one.target - one.start) * gone / whole


# --- from a book


def pictures(book: Book, today: date, language: str) -> Iterator[Html]:
    """The section of pictures about what is in a book, as it is on a day; nothing where there is nothing to draw."""
    draw = Pictures(language)
    last = min(today, book.period.last) if book.period else today
    met: dict[str, list[Meeting]] = {}
    for m in book.meetings:
        if m.at and m.at.date() <= last:
            met.setdefault(m.person.uid, []).append(m)
    found: list[Html] = []
    for person in (p for p in book.people if p.uid in met):
        rule = bool(book.whole and person.rule)
        found += draw.weeks(person.name, _weeks(book, person, met[person.uid], last, rule=rule), last, rule=rule)
    for person in (p for p in book.people if p.uid in met):
        found += draw.moods(person.name, _rated(met[person.uid]))
        dated = sorted((m for m in met[person.uid] if m.at), key=lambda m: str(m.at))
        for one in lines_of((m.at.date(), m.scales) for m in dated if m.at):
            found += draw.scale(person.name, one)
    for goal in book.goals:
        found += [figure for way in _way(goal, last) for figure in draw.way(way)]
    for whose, months in _promises(book, last):
        found += draw.promises(whose, months)
    found += draw.balance(_balance(book))
    strips = book.whole and any(p.rule for p in book.people if p.uid in met)
    yield from draw.section(found, "weeks_how" if strips else "")


def _weeks(book: Book, person: Person, met: Sequence[Meeting], last: date, *, rule: bool) -> list[str]:
    """What each week was up to the one of the last day: 53 of them, or those of the period."""
    first = last - timedelta(weeks=WEEKS - 1)
    first = max(first, book.period.start) if book.period else first
    skips = [skip for skip in book.skips if skip.person.uid == person.uid]
    days = [m.at.date() for m in met if m.at]
    return attendance.weeks(person.rule if rule else None, days, skips, first, last, person.archived)


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
