"""A year on one page, which also fits on one sheet: its numbers, the weeks with each person, moods, promises, and what came of it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TextIO, TypeVar

from onelog.core.phrases import say, spoken
from onelog.core.results.blocks import ListItem
from onelog.core.results.review import Claim, Count, Section, YearPage
from onelog.formats.html.charts import WeekMark, across
from onelog.formats.html.markup import Html, joined, opening, tag
from onelog.formats.html.page_charts import Pictures, Rated
from onelog.formats.html.review import balance_of, promises_of
from onelog.formats.html.style import STYLE
from onelog.formats.review_document import Written

T = TypeVar("T")
MOST_PEOPLE = 9
"""So many are on the page, so that it fits on a sheet; how many there were stands beside them."""
_ROOM = ((5, 4, 600.0), (5, 3, 600.0), (4, 3, 430.0), (3, 2, 430.0), (3, 2, 270.0))
"""(goals, claims of each kind, units of a text) that are tried, one after the other, until they fit."""
_LINES, _ROW, _LINE = 54, 12, 310.0
"""So many lines of so many units are free below the pictures of a sheet, and more for each row of people that is not there."""


def write_year_page(page: YearPage, out: TextIO, language: str = "en") -> None:
    """The page."""
    made = _Year(page, language)
    out.write(opening(made.title, STYLE, language, "year"))
    out.write(made.top() + "\n<main>\n")
    out.writelines(f"{section}\n" for section in made.sections())
    out.write("</main>\n</body>\n</html>\n")


class _Year:
    def __init__(self, page: YearPage, language: str) -> None:
        self.page, self.review, self.language = page, page.review, language
        self.document = Written(self.review.day, language, self.review.profile, running=self.review.running)
        self.draw = Pictures(language)

    def say(self, key: str, **values: object) -> str:
        return say(self.language, f"page.{key}", **values)

    @property
    def title(self) -> str:
        period = spoken.period(self.review.period.name, self.review.period.start, self.language)
        return self.say(
            "year_title_with" if self.review.person else "year_title", period=period, name=self.review.person
        )

    def top(self) -> Html:
        facts = " · ".join(self.document.facts(self.review))
        return tag("header", tag("h1", self.title), tag("p", facts, class_="facts"))

    def sections(self) -> Iterator[Html]:
        tiles = [self.tile(one) for one in self.review.counts if one.now or one.of]
        if tiles:
            yield tag("div", *tiles, class_="tiles")
        yield from self.calendar()
        if figures := list(self.figures()):
            yield tag("div", *figures, class_="charts")
        if lists := self.lists():
            yield tag("div", *lists, class_="lists")
        if not (tiles or lists):
            yield tag("p", say(self.language, "review.nothing"), class_="facts")

    def tile(self, one: Count) -> Html:
        n = self.document.amount(one.name, one.now, one.of, one.late)
        return tag(
            "p", tag("span", n, class_="n"), " ", tag("span", say(self.language, f"review.{one.name}")), class_="tile"
        )

    # --- pictures

    def calendar(self) -> Iterator[Html]:
        """The weeks with each person, most talks first."""
        strips = sorted(self.page.strips, key=lambda one: (-one.count("met"), one.person))
        found: list[Html] = []
        for one in strips[:MOST_PEOPLE]:
            weeks = list(map(WeekMark, one.weeks, one.went))
            found += self.draw.weeks(one.person, weeks, self.review.day, rule=one.cadence)
        if found:
            rest = len(strips) - MOST_PEOPLE
            how = joined([self.say("weeks_how"), self.say("others", n=rest) if rest > 0 else ""])
            parts = (tag("p", how, class_="facts"), tag("div", *found, class_="charts"))
            yield tag("section", tag("h2", self.say("calendar")), *parts, class_="calendar")

    def figures(self) -> Iterator[Html]:
        rated = [Rated(one.day, one.meeting_id, (one.mine, one.theirs, one.rating)) for one in self.review.moods]
        yield from self.draw.moods_of_all(rated)
        yield from promises_of(self.review, self.draw)
        yield from balance_of(self.review, self.draw)

    # --- what came of it

    def lists(self) -> list[Html]:
        """Goals, wins, a-has, praise and decisions: as many of each, and as much of their words, as there is room for."""
        found: list[_Chosen] = []
        rows = -(-min(len(self.page.strips), MOST_PEOPLE) // 3)
        free = _LINES + _ROW * (MOST_PEOPLE // 3 - rows)
        for goals, claims, long in _ROOM:
            found = [one for one in self.chosen(goals, claims, long) if one.items]
            if sum(one.lines for one in found) <= free:
                break
        return [self.listed(one) for one in found]

    def chosen(self, goals: int, claims: int, long: float) -> Iterator["_Chosen"]:
        section = self.review.section("goals")
        looks = sorted(section.looks if section else (), key=lambda one: one.claim.state != "achieved")
        yield _Chosen("goals", len(looks), [_cut(self.document.goal(one), long) for one in looks[:goals]])
        for key, part in (("wins", ""), ("learned", "ahas"), ("feedback", "received_praise"), ("decisions", "")):
            every = _claims(self.review.section(key), part)
            shown = [_cut(self.document.item(one), long) for one in spaced(every, claims)]
            yield _Chosen("received_praise" if key == "feedback" else key, len(every), shown)

    def listed(self, one: "_Chosen") -> Html:
        n = self.say("n_of_all", n=len(one.items), all=one.n) if len(one.items) < one.n else ""
        name = say(self.language, f"review.{one.key}")
        heading = tag("h2", name, *([" ", tag("span", n, class_="facts")] if n else []))
        return tag("section", heading, tag("ul", *map(_item, one.items)))


class _Chosen(NamedTuple):
    """What stands under one heading."""

    key: str
    n: int
    """How many there were."""
    items: list[ListItem]

    @property
    def lines(self) -> float:
        """About so many lines of a sheet, in its three columns."""
        words = (across(f"{one.text} {' · '.join(one.about)}") for one in self.items)
        return 2.5 + sum(0.3 + -(-width // _LINE) for width in words) if self.items else 0


def _item(one: ListItem) -> Html:
    about = [" ", tag("span", " · ".join(one.about), class_="stands")] if one.about else []
    classes = " ".join(part for part in ("item", one.state.replace(" ", "-")) if part)
    return tag("li", tag("span", one.text, class_="words"), *about, class_=classes)


def _claims(section: Section | None, key: str) -> list[Claim]:
    """The claims of a section, of one of its parts where that is named."""
    parts = section.parts if section else ()
    return [claim for part in parts if key in ("", part.key) for claim in part.claims]


def spaced(found: Sequence[T], most: int) -> list[T]:
    """At most so many of them, spread over all: the first, the last, and what lies between in even steps."""
    if len(found) <= most:
        return list(found)
    return [found[round(n * (len(found) - 1) / (most - 1))] for n in range(most)]


def _cut(one: ListItem, long: float) -> ListItem:
    """With so many units of its words, and of what is said of it, at most."""
    about = (_shortened(" · ".join(one.about), long),) if one.about else ()
    return one._replace(text=_shortened(one.text, long), about=about)


def _shortened(text: str, long: float) -> str:
    if across(text) <= long:
        return text
    while across(text) > long:
        text = text[: -max(1, len(text) // 20)]
    return f"{text.rstrip()}…"
