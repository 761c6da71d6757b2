"""Notes in Markdown, in any shape: one file a meeting, running notes with a date a heading, a daily note with 1-on-1 sections.

What a file says of itself is read first (keys, its title, its name, its folder), then its headings. A day and a person that
nothing says are never made up: such a file is refused where it says that it is a 1-on-1, or was named itself, else skipped.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onelog.core.errors import OnelogError, Refused, notice
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown.split import check_head, unix
from onelog.sources.built_document import MeetingSection, build
from onelog.sources.foreign_front import named, read_front
from onelog.sources.found_days import FoundDay, NoDay
from onelog.sources.found_people import FoundTitle, is_known, is_no_more_than, is_set_apart, names_person, read_title
from onelog.sources.import_rules import rules_of
from onelog.sources.note_facts import read_facts
from onelog.sources.note_headings import BOLD, NoteHeading, find_headings
from onelog.sources.own_documents import is_own, is_rehearsed, read_own
from onelog.sources.ruled_sections import apply_headings, without


def identify(text: str, name: str) -> int:
    """How sure it is that a text is Markdown: any text may be, so it is never sure without its name or its signs."""
    sure = (
        60
        if re.search(r"(?i)\.(?:md|markdown|mdown|mkd)$", name)
        else 30
        if re.search(r"(?i)\.(?:txt|text)$", name)
        else 10
    )
    sure += 20 if re.search(r"^#{1,6} ", text, re.MULTILINE) else 0
    sure += 20 if text.lstrip("\ufeff").startswith("---\n") else 0
    return min(sure + (10 if re.search(r"^\s*[-*] (?:\[.\] )?", text, re.MULTILINE) else 0), 95)


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The meetings in a file of notes, each with the lines that it came from, and what was left out."""
    if is_rehearsed(file.text) or is_own(file.text):
        return read_own(file, rules_of(hints).headings)
    check_head(file.text)
    return read_notes(file, hints)


def read_notes(file: TextFile, hints: Hints, source: str = "md", *, is_diary: bool = False) -> IncomingFile:
    """The meetings in a text that is Markdown now, whatever `source` it is from.

    `is_diary`: it has other things too, so only what says that it is a 1-on-1, or names somebody known, is a meeting.
    """
    file = file._replace(is_named=file.is_named and not is_diary)
    return _NoteReader(file, hints, source, is_diary=is_diary).read()


class _NotePart(NamedTuple):
    """Lines of a file that may be a meeting: from its heading (or the top) to the line before `end`, counted from 0."""

    heading: NoteHeading | None
    start: int
    end: int
    found: FoundDay | NoDay | None
    title: FoundTitle


class _NoteReader:
    """One file being read."""

    def __init__(self, file: TextFile, hints: Hints, source: str, *, is_diary: bool) -> None:
        self.file, self.hints, self.source, self.is_diary = file, hints, source, is_diary
        self.rules = rules_of(hints)
        self.ruled = apply_headings(unix(file.text).split("\n"), self.rules.headings)
        self.lines = self.ruled.lines
        if self.lines and not self.lines[-1]:
            self.lines.pop()
        front = read_front(self.lines).called(self.rules.keys)
        self.headings = [h for h in find_headings(self.lines, hints.conventions) if h.number >= front.start]
        self.facts = read_facts(self.file, self.lines, self.headings, front, hints)
        self.refusals: list[OnelogError] = []
        self.skipped: list[Stretch] = []
        self.sections: list[MeetingSection] = []

    def read(self) -> IncomingFile:
        if why := self.why_not():
            return IncomingFile(self.file.name, self.source, len(self.lines), why=why)
        dated = self.dated()
        if dated:
            self.running(dated)
        elif (
            self.facts.day and not self.facts.person and (parts := self.with_people(self.facts.start, len(self.lines)))
        ):
            self.daily(parts, self.facts.day, self.facts.day_place)
        else:
            self.whole()
        self.count_what_is_left()
        documents = (
            build(self.file, self.source, self.lines, self.facts, self.sections, self.hints)
            if not self.refusals
            else ()
        )
        if self.ruled.skipped:
            documents = tuple(without(page, self.ruled.gone) for page in documents)
        why = "" if self.sections or self.refusals else self.skipped[0].why if self.skipped else ""
        self.skipped += self.ruled.skipped
        return IncomingFile(
            name=self.file.name,
            source=self.source,
            lines=len(self.lines),
            documents=documents,
            stretches=() if why else tuple(self.skipped),
            refusals=tuple(self.refusals),
            why=why,
            ruled=self.ruled.used,
        )

    def why_not(self) -> str:
        """Why a file is left out by a rule, or one that was found in a folder is no meeting for sure."""
        for key, words in self.rules.skip_rows.items():
            said = self.facts.front.first([named(key)])
            if said and (word := said.values[0]).casefold() in {one.casefold() for one in words}:
                return notice("import_.skipped_by_rule", column=key, word=word[:30])
        if self.file.is_named:
            return ""
        if re.search(r"\{\{\s*(?:date|title|time)\b|<%[-_*]?\s*tp\.", self.file.text):
            return notice("import_.is_template")
        return "" if any(line.strip() for line in self.lines) else notice("import_.is_empty")

    def refuse(self, line: int, key: str, **values: object) -> None:
        error = Refused(key, **values)
        self.refusals.append(Refused("document.said_at", file=self.file.name, line=line, error=error))

    # --- running notes: a heading with a day begins a meeting

    def dated(self) -> list[_NotePart]:
        """The parts that headings with a day begin, all of one level: that which has most of them."""
        found = [heading for heading in self.headings if heading.day]
        if (
            self.facts.day and self.facts.day_place
        ):  # the file is one day: other days are talked about, unless they stand alone
            found = [heading for heading in found if isinstance(heading.day, FoundDay) and not self.rest_of(heading)]
            if len(found) < 2:
                return []
        if not found:
            return []
        levels = [heading.level for heading in found]
        level = max(sorted(set(levels)), key=levels.count)
        starts = [h for h in self.headings if h.level == level and (h.day or level < BOLD)]
        first = next(n for n, h in enumerate(starts) if h.day)
        return [self.part(h, self.end_of(h)) for h in starts[first:]]

    def rest_of(self, heading: NoteHeading) -> str:
        title = self.told(heading)
        return "" if title.people else title.rest

    def end_of(self, heading: NoteHeading) -> int:
        """The line at which what a heading begins is over."""

        def ends(other: NoteHeading) -> bool:
            if heading.level >= BOLD:
                return bool(other.day and other.level == heading.level) or other.level <= 2
            return other.level <= heading.level

        return next((h.number for h in self.headings if h.number > heading.number and ends(h)), len(self.lines))

    def part(self, heading: NoteHeading, end: int, *, is_told: bool = False) -> _NotePart:
        return _NotePart(
            heading, heading.number, end, heading.day, read_title(heading.without_day, self.hints, is_told=is_told)
        )

    def running(self, parts: Sequence[_NotePart]) -> None:
        for part in parts:
            assert part.heading  # noqa: S101 - a heading began it
            line = part.heading.number + 1
            if part.found is None and not self.file.is_named:
                self.skip(part.start, part.end, notice("import_.heading_no_day"))
            elif part.found is None:
                self.refuse(line, "document.heading_no_day", heading=part.heading.text[:40])
            elif isinstance(part.found, NoDay):
                self.refuse(line, "document.heading_trouble", trouble=part.found.why)
            else:
                self.dated_part(part, part.found)

    def dated_part(self, part: _NotePart, day: FoundDay) -> None:
        assert part.heading  # noqa: S101 - a heading began it
        line, person, place, rest = part.start + 1, "", f"line {part.start + 1}", part.title.rest
        before, behind = part.heading.sides or ("", "")
        one = names_person(before, self.hints, is_apart=is_set_apart(before, "")).people
        other = names_person(behind, self.hints, is_apart=is_set_apart("", behind)).people
        if one and other:
            self.refuse(line, "document.heading_two_people", one=one[0], other=other[0])
            return
        if len(part.title.people) > 1:
            self.several(line, part.title.people)
            return
        if part.title.people and self.is_about(part.title):
            person = part.title.people[0]
        elif self.facts.person:
            person, place = self.facts.person, self.facts.person_place
        elif not self.is_diary and (told := self.told(part.heading)) and len(told.people) == 1:
            person, rest = told.people[0], told.rest
        elif inside := self.with_people(part.start + 1, part.end):
            self.daily(inside, day, f"line {line}")
            return
        elif self.hints.who:
            person, place = self.hints.who, "--with"
        if not person:
            self.no_person(line, part.start, part.end)
            return
        self.sections.append(
            MeetingSection(
                start=part.start + 1,
                end=part.end,
                heading=line,
                person=person,
                person_place=place,
                day=day,
                day_place=f"line {line}",
                rest="" if is_no_more_than(rest, person) else rest,
            )
        )

    def is_about(self, title: FoundTitle) -> bool:
        """Whether the people whom a heading names are met there: in a diary it has to say so, or they are known."""
        return not self.is_diary or title.is_one_on_one or all(is_known(one, self.hints) for one in title.people)

    def told(self, heading: NoteHeading) -> FoundTitle:
        """Whom the heading of a day names that says nothing of a 1-on-1."""
        is_apart = isinstance(heading.day, FoundDay) and (bool(heading.day.clock) or is_set_apart(*heading.sides))
        return names_person(heading.without_day, self.hints, is_apart=is_apart)

    # --- a day with sections

    def with_people(self, start: int, end: int) -> list[_NotePart]:
        """The parts below headings that say a 1-on-1 and with whom."""
        inside = [h for h in self.headings if start <= h.number < end]
        found = []
        for heading in inside:
            title = read_title(heading.text, self.hints)
            if title.is_one_on_one and len(title.people) == 1 and not heading.day:
                stop = next((h.number for h in inside if h.number > heading.number and h.level <= heading.level), end)
                found.append(_NotePart(heading, heading.number, stop, None, title))
        return found

    def daily(self, parts: Sequence[_NotePart], day: FoundDay, place: str) -> None:
        for part in parts:
            line = part.start + 1
            self.sections.append(
                MeetingSection(
                    start=line,
                    end=part.end,
                    heading=line,
                    person=part.title.people[0],
                    person_place=f"line {line}",
                    day=day,
                    day_place=place,
                    rest=part.title.rest,
                )
            )

    # --- the whole file

    def whole(self) -> None:
        facts, line = self.facts, 1
        if facts.trouble:
            self.refuse(facts.trouble_line or 1, "document.bad_day", trouble=facts.trouble)
            return
        if len(facts.several) > 1 and not self.hints.who:
            self.several(facts.people_line or 1, facts.several)
            return
        person, person_place = (facts.person, facts.person_place) if facts.person else (self.hints.who, "--with")
        day, day_place = facts.day, facts.day_place
        if not day and self.hints.on and (facts.person or self.hints.who):
            day, day_place = FoundDay(self.hints.on.date(), "", 0, 0), self.hints.on_place
        if not person:
            self.no_person(line, 0, len(self.lines))
        elif not day:
            self.no_day(line, 0, len(self.lines))
        else:
            start = self.body_start()
            self.sections.append(
                MeetingSection(
                    start=start,
                    end=len(self.lines),
                    heading=0,
                    person=person,
                    person_place=person_place,
                    day=day,
                    day_place=day_place,
                    rest="",
                    at=facts.at,
                )
            )

    def body_start(self) -> int:
        """Where the text begins: below a title that says nothing but the person and the day."""
        start = self.facts.start
        first = next((h for h in self.headings if h.number >= start), None)
        if first and self.facts.is_said_whole and not any(line.strip() for line in self.lines[start : first.number]):
            return first.number + 1
        return start

    # --- what is no meeting

    def several(self, line: int, people: Sequence[str]) -> None:
        shown = ", ".join(people[:4])
        if self.file.is_named or self.facts.is_one_on_one:
            self.refuse(line, "document.several_people", people=shown[:60])
        else:
            self.skip(0, len(self.lines), notice("import_.several_people", people=shown[:60]))

    def no_person(self, line: int, start: int, end: int) -> None:
        is_half = self.facts.is_one_on_one and (self.facts.day or start > 0)
        if self.file.is_named or is_half:
            self.refuse(line, "document.note_with_whom")
        else:
            self.skip(start, end, notice("import_.no_meeting"))

    def no_day(self, line: int, start: int, end: int) -> None:
        if self.file.is_named or self.facts.is_one_on_one or self.hints.who:
            self.refuse(line, "document.no_day")
        else:
            self.skip(start, end, notice("import_.no_day"))

    def skip(self, start: int, end: int, why: str) -> None:
        """Leaves out lines from `start` to before `end`, counted from 0."""
        self.skipped.append(Stretch(start + 1, max(end, start + 1), SKIPPED, why))

    def count_what_is_left(self) -> None:
        """Says of every line that is in no meeting that it was left out; front matter and a title above go with the meetings."""
        if self.refusals or not self.sections:
            return
        covered = sorted(
            [(max((s.heading or 1) - 1, 0), s.end) for s in self.sections]
            + [(one.first - 1, one.last) for one in self.skipped]
        )
        at = 0
        for start, end in [*covered, (len(self.lines), len(self.lines))]:
            words = [
                n for n in range(at, start) if self.lines[n].strip() and n >= self.facts.start and not self.is_title(n)
            ]
            if words:
                self.skip(words[0], words[-1] + 1, notice("import_.in_no_meeting"))
            at = max(at, end)
        self.skipped.sort()

    def is_title(self, number: int) -> bool:
        return any(h.number == number and h.level == 1 for h in self.headings[:1])
