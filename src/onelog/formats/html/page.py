"""HTML: one page that holds everything it needs, to read on a phone, to print, or to hand on.

It runs nothing and fetches nothing, and its content-security-policy has the browser hold it to that. No text becomes a link.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TextIO

from onelog.core import numbers
from onelog.core.calendar import dates
from onelog.core.calendar.dates import day_text
from onelog.core.kinds import Record, is_of_nobody, kind_of
from onelog.core.model import FEEDBACK, Action, Checkin, Goal, Meeting, Moment, Person, Ref, Skip, Topic
from onelog.core.phrases import say, spoken
from onelog.core.results.common import Book
from onelog.formats.html.book_charts import pictures
from onelog.formats.html.markup import Html, joined, opening, tag
from onelog.formats.html.style import STYLE
from onelog.markdown.body import Slot, lines_of
from onelog.markdown.tags import tags_in


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """The page: meetings oldest first, what stands between them, then goals; people and skips when it is the whole journal.

    What was answered to warnings is not in it: the warnings are not either.
    """
    page = Page(book, language, today)
    out.write(opening(page.title, STYLE, language))
    out.write(page.top() + "\n<main>\n")
    out.writelines(f"{section}\n" for section in pictures(book, today, language))
    for heading, articles in page.sections():
        out.write(f"<section>\n{tag('h2', page.say(heading))}\n")
        out.writelines(f"{article}\n" for article in articles)
        out.write("</section>\n")
    out.write("</main>\n</body>\n</html>\n")


class Page:
    """The parts of a page about a book, in one language, as it is on a day."""

    def __init__(self, book: Book, language: str, today: date) -> None:
        self.book, self.language, self.today = book, language, today
        self.titles = {goal.uid: goal.title for goal in book.goals}
        self.met = {meeting.uid for meeting in book.meetings}

    def say(self, key: str, **values: object) -> str:
        return say(self.language, f"page.{key}", **values)

    def day(self, day: date) -> str:
        return day_text(day, self.language, weekday=True)

    @property
    def period(self) -> str:
        """What its period is called; "" for everything."""
        found = self.book.period
        return spoken.period(found.name, found.start, self.language) if found else ""

    @property
    def title(self) -> Html:
        return joined([self.say("title"), self.period], " · ")

    def top(self) -> Html:
        period = self.book.period
        met = sum(1 for m in self.book.meetings if m.at)
        days = f"{self.day(period.start)} – {self.day(period.last)}" if period else ""
        counted = self.say("n_meeting", n=met)
        facts = joined([days, counted, self.say("as_of", day=self.day(self.today))], " · ")
        return tag("header", tag("h1", self.title), tag("p", facts, class_="facts"))

    def sections(self) -> Iterator[tuple[str, Iterable[Html]]]:
        """(key of the heading, what stands under it) of every section that has something to show."""
        book = self.book
        met = [m for m in book.meetings if m.at is not None or book.period is None]
        loose: list[Record] = [*book.moments, *book.actions, *book.topics, *book.skips]
        if met or not (loose or book.goals):
            yield "meetings", (self.meeting(m) for m in met) if met else [tag("p", self.say("nothing"))]
        if loose:
            yield "between", [self.records(loose, named=True)]
        if book.goals:
            yield "goals", (self.goal(g) for g in book.goals)
        if book.period is None and book.people:
            yield "people", [tag("ul", *(self.person(p) for p in book.people))]

    # --- a meeting

    def meeting(self, m: Meeting) -> Html:
        when = self.when(m.at) if m.at else Html(self.say("coming"))
        facts = [
            dates.minutes_text(m.minutes) if m.minutes else "",
            self.say(m.mode) if m.mode else "",
            *(self.say(key, n=n) for key in ("mood", "seen", "rating") if (n := getattr(m, key))),
            *map(str, m.scales),
        ]
        top = tag("h3", joined([when, m.person.label], " · ")), tag("p", joined(facts, " · "), class_="facts")
        return tag("article", *(top if any(facts) else top[:1]), *self.body(m), id=m.id)

    def when(self, at: datetime) -> Html:
        clock = f" {at:%H:%M}" if at.time() != time() else ""
        return tag("time", self.day(at.date()) + clock, datetime=at.isoformat(timespec="minutes"))

    def body(self, m: Meeting) -> Iterator[Html]:
        """The note in its own words and lines, with each record at its place; those that have none at the end."""
        records: dict[str, Record] = {record.id: record for record in m.inside}
        note: list[str] = []
        here: list[Record] = []
        for line in lines_of(m.body):
            if isinstance(line, Slot):
                yield from self.note(note)
                here += [records.pop(line.id)] if line.id in records else []
            elif line.text.strip() or note:
                yield from self.listed(here)
                note.append(line.text)
        yield from self.note(note)
        yield from self.listed([*here, *records.values()])

    def note(self, lines: list[str]) -> Iterator[Html]:
        """The lines that were gathered, which are taken away."""
        words, lines[:] = "\n".join(lines).rstrip(), []
        if words:
            yield tag("div", words, class_="note")

    def listed(self, records: list[Record]) -> Iterator[Html]:
        """The records that were gathered, which are taken away."""
        gathered, records[:] = list(records), []
        if gathered:
            yield self.records(gathered)

    # --- one line each

    def records(self, records: Iterable[Record], *, named: bool = False) -> Html:
        """A list of records; `named` says of each whom it is with and when it was."""
        return tag("ul", *(self.record(record, named) for record in records))

    def record(self, record: Record, named: bool = False) -> Html:
        kind = _kind(record)
        state, stands = self.standing(record)
        about = [*self.about(record), *(self.context(record) if named else ())]
        return tag(
            "li",
            tag("span", self.say(kind), class_="kind"),
            " ",
            tag("span", self.words(record), class_="words"),
            *((" ", tag("span", stands, class_="stands")) if stands else ()),
            *(tag("span", line, class_="about") for line in about if line),
            class_=" ".join(part for part in (kind, state) if part),
            id=record.id,
        )

    def words(self, record: Record) -> str:
        """What the record says, with the tags that do not stand among its words."""
        text = record.why if isinstance(record, Skip) else str(getattr(record, "text", ""))
        if isinstance(record, Checkin):
            value = "" if record.value is None else numbers.number_text(record.value)
            goal = self.titles.get(record.goal.uid, record.goal.label)
            return " · ".join(part for part in (goal, f"{value} {text}".strip()) if part)
        return " ".join([text, *_other_tags(record, f"{text} {getattr(record, 'because', '') or ''}")])

    def standing(self, record: Record) -> tuple[str, str]:
        """(class, words) of how a record stands: whose it is, when it is due, how it ended."""
        match record:
            case Action():
                due = self.say("due", day=self.day(record.due)) if record.due and record.status == "open" else ""
                late = self.say("overdue") if record.overdue(self.today) else ""
                owner = record.owner.label if record.owner else ""
                said = [owner, self.ended(record.status, record.closed), due, late]
                return f"{record.status}{' late' if late else ''}", " · ".join(part for part in said if part)
            case Topic():
                kind = self.say("to_give", kind=self.say(record.becomes).lower()) if record.becomes else ""
                return record.status, " · ".join(
                    part for part in (kind, self.ended(record.status, record.closed)) if part
                )
            case Skip():
                moved = record.moved.date() if record.moved else None
                days = ("due", record.due), ("until", record.until), ("moved_on", moved)
                return "", " · ".join(self.say(key, day=self.day(day)) for key, day in days if day)
            case Moment() if record.kind == "concern":
                return "", self.ended("resolved" if record.resolved else "open", record.resolved)
        return "", ""

    def ended(self, word: str, day: date | None) -> str:
        return " ".join(part for part in (self.say(word), self.day(day) if day else "") if part)

    def about(self, record: Record) -> Iterator[str]:
        """Whom it is from and to, and why."""
        match record:
            case Action() | Topic():
                yield self.say("why", text=record.why) if record.why else ""
                yield self.say("outcome", text=record.outcome) if record.outcome else ""
            case Moment():
                yield self.direction(record)
                yield self.say("because", text=record.because) if record.because else ""
                yield self.say("outcome", text=record.outcome) if record.outcome else ""

    def direction(self, moment: Moment) -> str:
        if moment.kind not in FEEDBACK or is_of_nobody(moment):
            return ""
        giver, receiver = (ref.label if ref else self.say("me") for ref in (moment.giver, moment.receiver))
        return f"{self.say('from', name=giver)} {self.say('to', name=receiver)}"

    def context(self, record: Record) -> Iterator[str]:
        """Of what stands outside any meeting: when it was said, and with whom in mind."""
        person: Ref | None = getattr(record, "person", None)
        said = self.said_on(record), self.say("with", name=person.label) if person else ""
        yield " · ".join(part for part in said if part)

    def said_on(self, record: Record) -> str:
        """When it was said; "" where nobody knows."""
        at = next((day for name in ("at", "opened", "added") if (day := getattr(record, name, None))), None)
        return self.day(at.date() if isinstance(at, datetime) else at) if at else ""

    # --- goals and people

    def goal(self, g: Goal) -> Html:
        number = numbers.number_text
        measured = g.start is not None and g.target is not None
        unit = f" {g.unit}" if g.unit else ""
        facts = [
            self.say("with", name=g.person.label) if g.person else "",
            self.ended(g.status, g.closed),
            self.say("by", day=self.day(g.by)) if g.by else "",
            g.metric or "",
            self.say("way", start=number(g.start or 0), target=number(g.target or 0)) + unit if measured else "",
            self.say("now", value=number(g.current)) + unit if g.current is not None else "",
            self.say("under", text=g.parent.label) if g.parent else "",
            *_other_tags(g, g.title),
        ]
        said = [self.checkin(c) for c in g.checkins if c.meeting is None or c.meeting.uid in self.met]
        return tag(
            "article",
            tag("h3", g.title),
            tag("p", joined(facts, " · "), class_="facts"),
            *([tag("ul", *said)] if said else []),
            class_=g.status,
            id=g.id,
        )

    def checkin(self, c: Checkin) -> Html:
        value = "" if c.value is None else numbers.number_text(c.value)
        said = " ".join(part for part in (value, c.text) if part)
        return tag(
            "li",
            tag("span", self.day(c.at.date()), class_="kind"),
            " ",
            tag("span", said, class_="words"),
            class_="checkin",
        )

    def person(self, p: Person) -> Html:
        about = [
            self.say(p.relation) if p.relation else "",
            self.say("alias", name=", ".join(p.aliases)) if p.alias else "",
            p.reading or "",
            self.say("every", text=p.every) if p.every else "",
            self.ended("archived", p.archived) if p.archived else "",
        ]
        return tag(
            "li",
            tag("span", p.name, class_="words"),
            " ",
            tag("span", joined(about, " · "), class_="stands"),
            class_="person",
        )


def _kind(record: Record) -> str:
    """The key of the word for what a record is."""
    if isinstance(record, Skip):  # "skip" is a relation's word
        return "paused" if record.until else "moved" if record.moved else "skipped"
    return record.kind if isinstance(record, Moment) else kind_of(record)


def _other_tags(record: Record, text: str) -> list[str]:
    """The tags of a record that do not stand in its words."""
    there = tags_in(text)
    return [f"#{name}" for name in getattr(record, "tags", ()) if name not in there]
