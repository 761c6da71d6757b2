"""The pictures of a page, from what stands on it: weeks, moods, goals, promises and feedback.

What is not on the page is in no picture either; where there is nothing to draw there is no picture.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from math import isfinite
from typing import NamedTuple

from onelog.core.calendar.dates import day_text, month_text
from onelog.core.phrases import say, spoken
from onelog.core.scales import ScaleLine
from onelog.core.statistics.mean import FEWEST, mean
from onelog.formats.html import charts, line_charts
from onelog.formats.html.charts import Bar, Shown, WeekMark
from onelog.formats.html.line_charts import Axis, Point, Series
from onelog.formats.html.markup import Html, tag
from onelog.formats.review_phrases import number_text, reckoned_text

WEEKS = 53
SCORES = ("mine", "theirs", "rated")
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

    def weeks(self, title: str, found: Sequence[WeekMark], last: date, *, rule: bool) -> Iterator[Html]:
        """A person's weeks up to that of a day; `rule` says that what was skipped and missed is known."""
        counts = {state: sum(one.state == state for one in found) for state in ("met", "skipped", "missed")}
        if any(counts.values()):
            missed = ("skipped", "missed") if rule else ()
            others = "".join(self.say(f"weeks_{state}", n=counts[state]) for state in missed if counts[state])
            says = self.say("weeks_met", met=counts["met"], n=len(found), others=others, day=self.day(last))
            sundays = [last + timedelta(days=6 - last.weekday(), weeks=n + 1 - len(found)) for n in range(len(found))]
            months = [(n, month_text(day, self.language)) for n, day in enumerate(sundays) if day.day <= 7]
            yield charts.weeks(Shown(title, says), found, months)

    def moods_of_all(self, found: Sequence[Rated]) -> Iterator[Html]:
        """The means of each month over all meetings, and how often each value was noted."""
        series = [
            (self.say(key), [(one.day, n) for one in found if (n := one.values[look])])
            for look, key in enumerate(SCORES)
        ]
        series = [one for one in series if one[1]]
        if len(found) < 2:
            return
        lines = [Series(name, line_charts.by_month(values, 1), look) for look, (name, values) in enumerate(series)]
        says = [*self.means(series), self.say("by_month")]
        axis = self.axis([one.day for one in found])
        yield line_charts.panels(Shown(self.say("moods_all"), self.say("sentences").join(says)), lines, 1, 5, axis)
        counts = [(name, [sum(n == value for _, n in values) for value in range(1, 6)]) for name, values in series]
        yield charts.spreads(Shown(self.say("spreads"), self.say("spreads_say", n=len(found))), counts)

    def moods(self, name: str, found: Sequence[Rated]) -> Iterator[Html]:
        """The lines of one person, from the second value of any of them on."""
        if len(found) < 2:
            return
        named = zip(SCORES, zip(*(one.values for one in found), strict=True), strict=False)
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
