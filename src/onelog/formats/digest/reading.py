"""A digest, or somebody's own running notes, as the documents that an import takes: cut at headings that say a day."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timezone
from hashlib import sha256
from typing import NamedTuple

from onelog.core.errors import Damaged, notice
from onelog.core.model import Action, Checkin, Meeting, Moment, Ref, Topic
from onelog.core.phrases import spellings
from onelog.core.results.common import IncomingDocument
from onelog.core.sanitize import safe
from onelog.formats.digest import times
from onelog.formats.digest.escape import EscapedLine, code_lines, unescape
from onelog.formats.digest.goal_reading import ReadGoal, read_goals
from onelog.formats.digest.headings import MarkdownHeading, MeetingHeading, headings, lacks_year, read_heading
from onelog.formats.digest.line_reading import Read, read_line
from onelog.formats.digest.lines import LinePlace
from onelog.formats.digest.meeting_line import LineFacts, is_facts, read_facts
from onelog.formats.digest.own_lines import is_only_ours
from onelog.formats.digest.spacing import together
from onelog.markdown import document, entities, frontmatter
from onelog.markdown.body import ID, trimmed
from onelog.markdown.forms.scale_fields import front_lines
from onelog.markdown.parsed import FRONT
from onelog.markdown.split import unix


def is_digest(text: str) -> bool:
    """Whether a text has the title of a digest, or a heading that says the day of a meeting; and no front matter."""
    text = unix(text)
    if frontmatter.split(text, (*FRONT, "kind")).keys:
        return False
    every = list(headings(text.lstrip("\n").split("\n")))
    begins = bool(every) and every[0].number == 0 and lacks_year(every[0].text)
    return begins or any((h.level == 1 and _title().fullmatch(h.text)) or read_heading(h.text) for h in every)


def is_ours(text: str) -> bool:
    """Whether a text has the title of a digest, as onelog writes it."""
    text = unix(text)
    if frontmatter.split(text, (*FRONT, "kind")).keys:
        return False
    return any(h.level == 1 and _title().fullmatch(h.text) for h in headings(text.split("\n")))


def read(text: str, name: str, today: date) -> list[IncomingDocument]:
    """The documents of a digest. Raises `Damaged` for a heading that is not understood, with its line."""
    reader = _Reader(unix(text).split("\n"), name, today)
    pages = [page for section in reader.sections() for page in reader.pages(section)]
    seen: Counter[str] = Counter()
    names = tuple(dict.fromkeys(reader.names))
    out = []
    for page in pages:
        out.append(page._replace(copy=seen[page.text], names=names))
        seen[page.text] += 1
    if out and reader.troubles:
        out[0] = out[0]._replace(troubles=(*reader.troubles, *out[0].troubles))
    return out


def read_meeting(lines: Sequence[str], first: int, person: str, day: date, clock: str, today: date) -> IncomingDocument:
    """The lines of somebody's own note of one meeting as its document; `first` is the line of the file that they begin at."""
    place = LinePlace(today=today, is_ours=False)
    heading = MarkdownHeading(first - 2, 2, "")
    section = _DigestSection(heading, [*lines], "meeting", MeetingHeading(day, clock, person), place)
    return _Reader([*lines], "", today).meeting(section)


class _DigestSection(NamedTuple):
    """A heading and the lines beneath it."""

    heading: MarkdownHeading
    lines: list[str]
    kind: str
    """Meeting, between, goals."""
    met: MeetingHeading
    place: LinePlace


class _Reader:
    """One text being read."""

    def __init__(self, lines: list[str], name: str, today: date) -> None:
        self.lines, self.name, self.today = lines, name, today
        self.troubles: list[tuple[int, str]] = []
        self.names: list[str] = []
        """The whole names that onelog wrote."""

    def sections(self) -> Iterator[_DigestSection]:
        every = list(headings(self.lines))
        dated = [h.level for h in every if read_heading(h.text)]
        if every and _title().fullmatch(every[0].text) and max(dated, default=2) > every[0].level:
            dated = [one for one in dated if one > every[0].level]  # the title of a period may say days as well
        level = next(iter(dated), 2)
        tops = [h for h in every if h.level <= level]  # a digest is not empty
        self.before(self.lines[: tops[0].number], 0)
        place = LinePlace(today=self.today, is_ours=False)
        for heading, after in zip(tops, [*tops[1:], None], strict=True):
            end = after.number if after else len(self.lines)
            lines = self.lines[heading.number + 1 : end]
            kind, met = self.kind(heading, level)
            if kind == "title":
                place = self.titled(heading, lines)
            else:
                yield _DigestSection(heading, lines, kind, met, place)

    def kind(self, heading: MarkdownHeading, level: int) -> tuple[str, MeetingHeading]:
        """What a heading begins. Raises `Damaged` where that is not to be seen."""
        if heading.level < level and (_title().fullmatch(heading.text) or not read_heading(heading.text)):
            return "title", MeetingHeading()
        for kind in ("between", "goals"):
            if heading.text in spellings(f"digest.{kind}"):
                return kind, MeetingHeading()
        met = read_heading(heading.text)
        if met is None:
            lacks = "document.heading_without_year" if lacks_year(heading.text) else "document.heading_without_day"
            raise self._refused(heading, Damaged(lacks, heading=safe(heading.text)[:40]))
        if met.trouble:
            raise self._refused(heading, Damaged("document.heading_trouble", trouble=met.trouble))
        return "meeting", met

    def _refused(self, heading: MarkdownHeading, error: Damaged) -> Damaged:
        return Damaged("document.said_at", file=self.name, line=heading.number + 1, error=error)

    def titled(self, heading: MarkdownHeading, lines: list[str]) -> LinePlace:
        """What the lines between a title and the first meeting say about all below."""
        text = "\n".join(lines)
        offset = times.offset_said(text)
        is_ours = offset is not None or bool(_title().fullmatch(heading.text))
        rest = _without_summary(lines) if is_ours else lines
        self.before(rest, heading.number + 1)
        return LinePlace(today=self.today, offset=offset, is_ours=is_ours)

    def before(self, lines: Sequence[str], start: int) -> None:
        """Says of lines that stand in no meeting."""
        if number := next((n for n, line in enumerate(lines, start + 1) if line.strip()), 0):
            self.troubles.append((number, notice("document.in_no_meeting")))

    def pages(self, section: _DigestSection) -> Iterator[IncomingDocument]:
        if section.kind == "meeting":
            yield self.meeting(section)
        elif section.kind == "between":
            yield from self.between(section)
        else:
            yield from self.goals(section)

    # --- a meeting

    def meeting(self, section: _DigestSection) -> IncomingDocument:
        lines, dropped = trimmed(section.lines)
        first = section.heading.number + 2 + dropped
        facts = read_facts(lines[0]) if lines and is_facts_line(lines[0]) else None
        if facts:
            lines, more = trimmed(lines[1:])
            first += 1 + more
        facts = facts or LineFacts()
        met = section.met
        place = section.place._replace(person=met.person, day=met.day, ids=bool(facts.id))
        meeting = Meeting("", facts.id, Ref(met.person, met.person), self.at(met, facts, place))
        self.names += [met.person] if place.is_ours and met.person else []
        body, goals = self.body(lines, meeting, place)
        front = [
            ("id", facts.id),
            ("with", met.person),
            ("at", _when(meeting.at, place)),
            ("len", f"{facts.minutes}m" if facts.minutes else None),
            ("mode", facts.mode),
            *((key, str(n) if n else None) for key, n in zip(("mood", "seen", "rating"), facts[4:7], strict=True)),
        ]
        head = frontmatter.lines(front, "\n".join(front_lines(facts.scales or ())))
        text = "\n".join([*head, "", *body, ""])
        return self.page(first - len(head) - 1, text, goals, facts.id)._replace(
            is_coming=met.day is None, heading=section.heading.number + 1
        )

    def at(self, met: MeetingHeading, facts: LineFacts, place: LinePlace) -> datetime | None:
        if met.day is None:
            return None
        said = times.read_clock(met.clock)
        clock = facts.clock or (said[0] if said else time())
        offset = facts.offset if facts.offset is not None else place.offset
        return datetime.combine(met.day, clock, None if offset is None else timezone(offset))

    def body(self, lines: list[str], meeting: Meeting, place: LinePlace) -> tuple[list[str], dict[str, str]]:
        """The lines as the meeting's document has them, and the goals that they name."""
        code = code_lines(lines)
        reads: list[Read] = []
        notes: list[EscapedLine] = []
        for line, is_code in zip(lines, code, strict=True):
            found = None if is_code else read_line(line, place)
            if found and (place.is_ours or found.says_more):
                reads.append(found)
                notes.append(None)
            else:
                notes.append(line)
        if place.is_ours:
            notes = unescape(together(notes), is_own)
        goals: dict[str, str] = {}
        left, first, out = iter(reads), True, list[str]()
        for note in notes:
            first = first and (note is None or bool(note.strip()))
            out.append(note if note is not None else self.line(next(left), meeting, goals, place, first=first))
        return out, goals

    def line(self, read: Read, meeting: Meeting | None, goals: dict[str, str], place: LinePlace, *, first: bool) -> str:
        record = read.record
        if place.is_ours:
            refs = (getattr(record, key, None) for key in ("owner", "giver", "receiver", "person"))
            self.names += [ref.label for ref in refs if ref]
        if isinstance(record, Action | Checkin) and record.goal:
            record = replace(record, goal=_goal_ref(record.goal.label, goals, place.ids))
        return read._replace(record=record).line(meeting, first=first)

    # --- outside any meeting

    def between(self, section: _DigestSection) -> Iterator[IncomingDocument]:
        for number, line in enumerate(section.lines, section.heading.number + 2):
            found = read_line(line, section.place)
            if found and not isinstance(found.record, Checkin):
                yield self.aside(found, number, section.place)
            elif line.strip():
                self.troubles.append((number, notice("document.line_unread", line=safe(line.strip())[:40])))

    def aside(self, read: Read, number: int, place: LinePlace) -> IncomingDocument:
        record, goals = read.record, dict[str, str]()
        person = Ref(read.person, read.person) if read.person else None
        at = None
        if isinstance(record, Moment) and record.at:
            said = times.read_clock(read.clock) or (time(), None)
            offset = said[1] if said[1] is not None else place.offset
            at = datetime.combine(record.at.date(), said[0], None if offset is None else timezone(offset))
        if isinstance(record, Action | Moment | Topic):
            read = read._replace(record=replace(record, person=person))
        head = frontmatter.lines([("kind", "aside"), ("at", _when(at, place)), ("with", read.person)])
        line = self.line(read, None, goals, place._replace(ids=bool(record.id)), first=True)
        return self.page(number - len(head) - 1, "\n".join([*head, "", line, ""]), goals, record.id)._replace(
            heading=number
        )

    def goals(self, section: _DigestSection) -> Iterator[IncomingDocument]:
        first = section.heading.number + 2
        for found in read_goals(section.lines, self.today, section.place.offset):
            yield self.goal(found, first)

    def goal(self, found: ReadGoal, first: int) -> IncomingDocument:
        goal, goals = found.goal, dict[str, str]()
        if goal.parent:
            parent = goal.parent.label or _stand_in(goal.parent.uid, goals)
            goal = replace(goal, parent=Ref(parent, parent))
        text = entities.write(goal)
        troubles = tuple((first + n, notice("document.line_unread", line=safe(what)[:40])) for n, what in found.unknown)
        return self.page(first + found.number, text, goals, goal.id)._replace(troubles=troubles)

    def page(self, line: int, text: str, goals: dict[str, str], id_: str) -> IncomingDocument:
        return IncomingDocument(
            file=self.name, line=line, text=text, goals=tuple(goals.items()), names=(), ids=bool(id_), is_partial=True
        )


def is_facts_line(line: str) -> bool:
    return line[:1] == "^" or is_facts(line)


def is_own(line: str) -> bool:
    """Whether a line of a note would be read as one that only a digest writes."""
    return is_only_ours(line) or is_facts(line)


def _when(at: datetime | None, place: LinePlace) -> str | None:
    """When a meeting was, as front matter has it; a day alone where no offset is known and no time is said."""
    if at is None:
        return None
    if at.tzinfo is None and at.time() == time():
        return at.date().isoformat()
    return document.time_text(at)


def _goal_ref(label: str, goals: dict[str, str], ids: bool) -> Ref:
    """The goal of a line: by its id where that is said behind the title, else by what stands for the title."""
    found = re.fullmatch(rf"(.*) \(({ID})\)", label) if ids else None
    name = found[2] if found else _stand_in(label, goals)
    return Ref(name, name)


def _stand_in(title: str, goals: dict[str, str]) -> str:
    name = f"titled{sha256(title.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
    goals[name] = title
    return name


def _title() -> re.Pattern[str]:
    """A title that a digest has, in any language."""
    parts = [re.escape(title) for title in spellings("digest.title")]
    parts += [re.escape(title).replace(r"\{name\}", ".+") for title in spellings("digest.title_with")]
    return re.compile(f"(?:.+ · )?(?:{'|'.join(parts)})")


def _without_summary(lines: list[str]) -> list[str]:
    """The lines under a title with the paragraph that counts and the one that explains made blank."""
    out = list(lines)
    paragraphs = 0
    for number, line in enumerate(out):
        is_new = bool(line.strip()) and (number == 0 or not lines[number - 1].strip())
        paragraphs += is_new
        explains = line.startswith("*") and any(
            said.partition("{offset}")[0] in line for key in ("clock", "unnamed") for said in spellings(f"digest.{key}")
        )
        if paragraphs == 1 or explains:
            out[number] = ""
    return out
