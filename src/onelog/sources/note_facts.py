"""What a note says of itself as a whole: the day and the person, and where that is said."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from onelog.core.errors import notice
from onelog.core.results.incoming import Hints, TextFile
from onelog.markdown.token_patterns import MARKS
from onelog.sources.foreign_front import ForeignFront, FrontKey
from onelog.sources.found_days import FoundDay, NoDay, find_day, read_value
from onelog.sources.found_people import (
    ONE_ON_ONE,
    FoundTitle,
    is_among_talks,
    is_no_more_than,
    is_of_one_on_ones,
    person_of_path,
    read_people,
    read_title,
)
from onelog.sources.import_rules import day_in_format, rules_of
from onelog.sources.note_headings import NoteHeading

PEOPLE = (
    "with", "person", "people", "attendees", "attendee", "participants", "participant", "who", "report", "direct report", "member",
    "team member", "mentee", "1on1 with", "1:1 with", "1 on 1 with", "相手", "参加者", "出席者", "メンバー", "面談者", "氏名",
)  # fmt: skip  # words in lines
DAYS = (
    "at", "on", "meeting date", "date", "day", "date of meeting", "held", "held on", "when", "datetime", "date time", "start", "start time",
    "started", "日付", "日時", "開催日", "開催日時", "実施日", "面談日",
)  # fmt: skip  # words in lines
_SAYS_KIND = ("type", "kind", "category", "categories", "tags", "tag", "title", "meeting", "subject", "種類", "タグ")
_LINE = (
    rf"(?i)^[\s>*_#\[［【{MARKS}-]*"
    r"(date(?: of meeting)?|when|day|日付|日時|開催日時?|実施日|面談日|with|attendees?|participants?|person|参加者|出席者|相手|面談相手|面談者|対象者)"
    r"[\s*_]*(?:[】\]］][\s*_]*[:：]?|[:：])[\s*_]*(.+?)[\s*_]*$"
)
_LOOKED_AT = 15
"""So many lines from the top may say the day and the people of a note."""
_LONGEST_TITLE = 60
_ISO = r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)"


class NoteFacts(NamedTuple):
    """What a note says of itself as a whole."""

    front: ForeignFront
    person: str = ""
    person_place: str = ""
    day: FoundDay | None = None
    day_place: str = ""
    at: str = ""
    """The time as a key says it, with its offset."""
    several: tuple[str, ...] = ()
    """The people, where they are more than one."""
    people_line: int = 0
    trouble: str = ""
    """What looks like its day and is none."""
    trouble_line: int = 0
    is_one_on_one: bool = False
    """Something says that it is a 1-on-1."""
    is_said_whole: bool = False
    """Its first heading says nothing but what is known of it anyway."""

    @property
    def start(self) -> int:
        return self.front.start


class _Said(NamedTuple):
    """A day or people, and where they are said."""

    day: FoundDay | None = None
    people: tuple[str, ...] = ()
    place: str = ""
    line: int = 0
    at: str = ""
    trouble: str = ""


def read_facts(
    file: TextFile, lines: Sequence[str], headings: Sequence[NoteHeading], front: ForeignFront, hints: Hints
) -> NoteFacts:
    """The facts of a note: keys before the title, that before its first lines, those before its name and its folder."""
    name = re.sub(r"\.\w{1,8}$", "", file.parts[-1]) if file.parts else ""
    named = find_day(name.replace("_", "-"), hints.conventions, is_name=True)
    title_heading = headings[0] if headings and headings[0].level == 1 else _first_line(lines, front.start, hints)
    title = read_title(title_heading.without_day, hints) if title_heading else None
    days = [
        _day_of_key(front, hints),
        _of_heading(title_heading),
        *_of_lines(lines, front.start, hints, days=True),
        _of_name(named),
    ]
    people = [
        _people_of_key(front, hints),
        _Said(people=title.people, place=f"line {title_heading.number + 1}") if title and title_heading else _Said(),
        *_of_lines(lines, front.start, hints, days=False),
        _people_of_name(name, named, file.parts, hints),
    ]
    day = next((said for said in days if said.day), _Said())
    who = next((said for said in people if said.people), _Said())
    trouble = next((said for said in days if said.trouble), _Said()) if not day.day else _Said()
    person, place = (who.people[0], who.place) if len(who.people) == 1 else ("", "")
    if not who.people:
        person, place = person_of_path(file.parts, hints)
    marked = bool(title and title.is_one_on_one) or bool(re.search(ONE_ON_ONE, name.replace("_", " ")))
    marked = marked or _says_kind(front) or is_among_talks(file.parts) or bool(people[0].people)
    return NoteFacts(
        front=front,
        person=person,
        person_place=place,
        day=day.day,
        day_place=day.place,
        at=day.at,
        several=who.people,
        people_line=who.line,
        trouble=trouble.trouble,
        trouble_line=trouble.line,
        is_one_on_one=marked,
        is_said_whole=bool(title_heading and title and _says_no_more(title_heading, title, person)),
    )


def _says_no_more(heading: NoteHeading, title: FoundTitle, person: str) -> bool:
    """Whether a title says nothing but the day and the person, whether that is known yet or not."""
    rest = title.rest if title.people else heading.without_day
    return bool(heading.day or title.people) and is_no_more_than(rest, person)


def _first_line(lines: Sequence[str], start: int, hints: Hints) -> NoteHeading | None:
    """A first line without a sign that is a title: it says that it is a 1-on-1, and with whom."""
    number = next((n for n, line in enumerate(lines[start:], start) if line.strip()), -1)
    text = lines[number].strip() if number >= 0 else ""
    if len(text) > _LONGEST_TITLE or re.match(r"[-*+>|#]|[^\W\d][\w -]*[:：]", text) or not re.search(ONE_ON_ONE, text):
        return None
    heading = NoteHeading(number, 1, text, find_day(text, hints.conventions))
    return heading if read_title(heading.without_day, hints).people else None


def _day_of_key(front: ForeignFront, hints: Hints) -> _Said:
    key = front.first(DAYS)
    if not key:
        return _Said()
    value = key.values[0]
    found = day_in_format(value, rules_of(hints)) or read_value(value, hints.conventions)
    if isinstance(found, FoundDay):
        if not found.clock and (time := front.first(("time", "start time", "時刻", "開始"))):
            clock = re.match(r"\d{1,2}:\d\d", time.values[0])
            found = found._replace(clock=clock[0] if clock else "")
        at = value.strip() if re.fullmatch(_ISO, value.strip()) else ""
        return _Said(found, place=f"{key.name}, line {key.line}", line=key.line, at=at)
    why = found.why if isinstance(found, NoDay) else notice("document.without_year", text=value[:40])
    return _Said(line=key.line, trouble=notice("document.of_key", key=key.name, why=why))


def _of_heading(heading: NoteHeading | None) -> _Said:
    if heading and isinstance(heading.day, FoundDay):
        return _Said(heading.day, place=f"line {heading.number + 1}")
    if heading and isinstance(heading.day, NoDay):
        return _Said(line=heading.number + 1, trouble=heading.day.why)
    return _Said()


def _of_lines(lines: Sequence[str], start: int, hints: Hints, *, days: bool) -> list[_Said]:
    """What lines such as `Date: …` and `Attendees: …` near the top say."""
    found = []
    for number, line in enumerate(lines[start : start + _LOOKED_AT], start + 1):
        said = re.match(_LINE, line)
        if not said:
            continue
        is_day = bool(re.match(r"(?i)d|when|.*[日時]", said[1]))
        if is_day and days:
            day = read_value(said[2], hints.conventions)
            if isinstance(day, FoundDay):
                found.append(_Said(day, place=f"line {number}", line=number))
            elif isinstance(day, NoDay):
                found.append(_Said(line=number, trouble=day.why))
        elif not is_day and not days and (people := read_people([said[2]], hints)):
            found.append(_Said(people=tuple(people), place=f"line {number}", line=number))
    return found


def _of_name(named: FoundDay | NoDay | None) -> _Said:
    if isinstance(named, FoundDay):
        return _Said(named, place="the file name")
    return _Said(trouble=notice("document.of_file_name", why=named.why)) if named else _Said()


def _people_of_key(front: ForeignFront, hints: Hints) -> _Said:
    key = front.first(PEOPLE)
    people = tuple(read_people(key.values, hints)) if key else ()
    return _Said(people=people, place=f"{key.name}, line {key.line}", line=key.line) if key and people else _Said()


def _people_of_name(name: str, named: FoundDay | NoDay | None, parts: tuple[str, ...], hints: Hints) -> _Said:
    bare = f"{name[: named.start]} {name[named.end :]}" if isinstance(named, FoundDay) else name
    bare = re.sub(r"\s+", " ", bare.replace("_", " ")).strip(" -")
    is_told = is_of_one_on_ones(parts) and not person_of_path(parts, hints)[0]  # below somebody's folder, it is a topic
    found = read_title(bare, hints, is_told=is_told)
    if not found.people:
        return _Said()
    return _Said(people=tuple(_spelled(person) for person in found.people), place="the file name")


def _spelled(name: str) -> str:
    """A name in a file name as people write it: `john-smith` is John Smith."""
    return (
        " ".join(part.capitalize() for part in name.split("-")) if re.fullmatch(r"[a-z]+(?:-[a-z]+)+", name) else name
    )


def _says_kind(front: ForeignFront) -> bool:
    values = [value for key in front.keys if key.name in _SAYS_KIND for value in key.values]
    return any(re.search(ONE_ON_ONE, value.replace("_", " ").lstrip("#")) for value in values)


def is_used(key: FrontKey, facts: NoteFacts) -> bool:
    """Whether all that a key says stands in the head of the meeting."""
    if len(key.values) != 1 or len(key.lines) != 1:
        return False
    value = key.values[0].strip()
    if key.name in PEOPLE:
        return value == facts.person
    return key.name in DAYS and bool(facts.day) and facts.day_place.startswith(f"{key.name}, ")
