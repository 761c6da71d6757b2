"""A person on a page: how it stands with the next meeting, the pictures of all meetings, and what is open and was said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TextIO

from onelog.core import attendance
from onelog.core.kinds import Record
from onelog.core.model import Action, Moment, Person
from onelog.core.phrases import spoken
from onelog.core.results.common import Book
from onelog.core.results.stats import Strip
from onelog.formats.html import book_charts
from onelog.formats.html.charts import WeekMark
from onelog.formats.html.markup import Html, joined, opening, tag
from onelog.formats.html.page import Page
from onelog.formats.html.page_charts import Pictures
from onelog.formats.html.style import STYLE

NEWEST = (
    ("praise", "praise", 6),
    ("growth", "growth", 4),
    ("wins", "win", 5),
    ("ahas", "aha", 5),
    ("decisions", "decision", 5),
)
"""(heading, kind, how many) of what is on the page, the newest; how many there are stands beside them."""
MEETINGS, CHECKINS = 3, 3
"""So many of the newest meetings, and check-ins on each goal."""
_PRIVATE = ("concern", "fact", "private")


def write_person_page(book: Book, person: Person, strip: Strip, out: TextIO, today: date, language: str = "en") -> None:
    """The page of what a book has about somebody; `strip` are the last weeks."""
    made = _PersonPage(book, language, today, person, strip)
    out.write(opening(Html(joined([person.name])), STYLE, language, "sheets"))
    out.write(made.top() + "\n<main>\n")
    out.writelines(f"{section}\n" for section in made.parts())
    out.write("</main>\n</body>\n</html>\n")


class _PersonPage(Page):
    def __init__(self, book: Book, language: str, today: date, person: Person, strip: Strip) -> None:
        super().__init__(book, language, today)
        self.about_whom, self.strip = person, strip
        self.held = [m for m in book.meetings if m.at]
        self.actions = [*book.actions, *(one for m in book.meetings for one in m.actions)]
        self.moments = [*book.moments, *(one for m in book.meetings for one in m.moments)]
        self.topics = [*book.topics, *(one for m in book.meetings for one in m.topics)]

    def top(self) -> Html:
        person, due = self.about_whom, attendance.due(self.about_whom, self.today)
        facts = [
            self.say(person.relation) if person.relation else "",
            spoken.every(person.rule, self.language) if person.rule else "",
            self.say("n_meeting", n=len(self.held)),
            self.say("met_last", day=self.day(person.last_met)) if person.last_met else "",
            self.say("next_due", day=self.day(due)) if due else "",
            self.ended("archived", person.archived) if person.archived else "",
        ]
        as_of = self.say("as_of", day=self.day(self.today))
        return tag("header", tag("h1", person.name), tag("p", joined([*facts, as_of], " · "), class_="facts"))

    def context(self, record: Record) -> Iterator[str]:
        """The day alone: with whom it was says the title."""
        yield self.said_on(record)

    def parts(self) -> Iterator[Html]:
        yield from self.pictures()
        open_ = sorted((one for one in self.actions if one.status == "open"), key=_by_due)
        yield from self.listed_as("open_promises", open_)
        yield from self.listed_as("topics", [one for one in self.topics if one.status == "parked"])
        yield from self.goals()
        for key, kind, most in NEWEST:
            found = sorted((one for one in self.moments if one.kind == kind), key=_by_day, reverse=True)
            yield from self.listed_as(key, found, most)
        private = sorted((one for one in self.moments if one.kind in _PRIVATE), key=_by_day, reverse=True)
        yield from self.listed_as("only_for_me", private)
        yield from self.newest()

    def pictures(self) -> Iterator[Html]:
        draw = Pictures(self.language)
        weeks = list(map(WeekMark, self.strip.weeks, self.strip.went))
        title = draw.say("weeks", name=self.about_whom.name)
        found = [*draw.weeks(title, weeks, self.today, rule=self.strip.cadence)]
        about = tuple(one for one in self.book.people if one.uid == self.about_whom.uid)
        found += book_charts.figures(self.book._replace(people=about), self.today, draw)
        yield from draw.section(found, "weeks_how")

    def goals(self) -> Iterator[Html]:
        """Open ones, with their newest check-ins."""
        found = [one for one in self.book.goals if one.status == "open"]
        if found:
            newest = (replace(one, checkins=one.checkins[-CHECKINS:]) for one in found)
            yield tag("section", tag("h2", self.say("goals")), *map(self.goal, newest))

    def newest(self) -> Iterator[Html]:
        found = sorted(self.held, key=lambda one: str(one.at), reverse=True)
        if found:
            heading = self.heading("meetings", len(found[:MEETINGS]), len(found))
            yield tag("section", heading, *map(self.meeting, found[:MEETINGS]))
        elif not self.actions and not self.moments:
            yield tag("p", self.say("nothing"), class_="facts")

    def listed_as(self, key: str, found: Sequence[Record], most: int = 0) -> Iterator[Html]:
        """A heading, and the records; of more than `most` the first."""
        shown = found[:most] if most else found
        if shown:
            yield tag("section", self.heading(key, len(shown), len(found)), self.records(shown, named=True))

    def heading(self, key: str, n: int, all_: int) -> Html:
        counted = [" ", tag("span", self.say("n_of_all", n=n, all=all_), class_="facts")] if n < all_ else []
        return tag("h2", self.say(key), *counted)


def _by_due(one: Action) -> tuple[date, str]:
    return one.due or date.max, one.uid


def _by_day(one: Moment) -> tuple[str, str]:
    return str(one.at or ""), one.uid
