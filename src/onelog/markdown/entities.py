"""The documents of everything that is not a meeting: a person, a goal, and a record that stands outside any meeting."""

import re
from datetime import date, datetime

from onelog.core import numbers
from onelog.core.calendar import dates, recurrence
from onelog.core.errors import Message, OnelogError, Refused, Wrong
from onelog.core.kinds import Record, kind_of
from onelog.core.model import (
    GOAL_STATES,
    Action,
    Answer,
    Checkin,
    Goal,
    Meeting,
    Moment,
    Person,
    Skip,
    Topic,
)
from onelog.core.numbers import Number
from onelog.core.regexes import pattern
from onelog.core.relations import check_relation
from onelog.core.sanitize import safe, storable
from onelog.core.values import value
from onelog.markdown import document, frontmatter, grammar
from onelog.markdown.correction import Opened, has_mark, unwrap
from onelog.markdown.split import unix

GOAL_KEYS = (
    "kind",
    "id",
    "title",
    "with",
    "by",
    "metric",
    "from",
    "to",
    "unit",
    "under",
    "status",
    "opened",
    "closed",
    "tags",
)
PERSON_KEYS = (
    "kind",
    "id",
    "name",
    "alias",
    "reading",
    "relation",
    "every",
    "on",
    "at",
    "relations",
    "added",
    "archived",
)
_COMMAS = "[,，、]"
_ALIAS = r'"[^"]*"|[^\s,，、][^,，、]*'
_CHECKIN = r"^\s*[-*+]\s+(\S+)(?:\s+(.*))?$"


@value(frozen=True, slots=True)
class CheckinLine:
    """A check-in as a goal's document has it."""

    at: datetime
    look: Number
    id: str
    number: int
    """Of the line."""

    @property
    def trouble(self) -> str:
        return self.look.trouble


@value(frozen=True, slots=True)
class GoalCard:
    """What a goal's document says; names are still words."""

    id: str
    title: str
    person: str
    by: date | None
    metric: str | None
    start: float | None
    target: float | None
    unit: str | None
    under: str
    status: str
    opened: date | None
    closed: date | None
    tags: tuple[str, ...]
    checkins: tuple[CheckinLine, ...]
    troubles: tuple[tuple[int, str], ...]
    """(line, what is no number there); it stays among the words."""


def write(record: Record, language: str = "en", *, blanks: bool = False) -> str:
    """The document of a record. Raises `Refused` for what is not written: a skip, the answer to a warning."""
    if isinstance(record, Meeting):
        return document.write(record, language, blanks=blanks)
    if isinstance(record, Person):
        return _write_person(record, blanks)
    if isinstance(record, Goal):
        return _write_goal(record, blanks)
    if isinstance(record, Skip | Answer):
        raise Refused("document.no_document", id=record.id, kind=Message(f"errors.record.a_{kind_of(record)}"))
    return _write_aside(record, language, blanks)


def kind_of_text(text: str) -> str:
    """The `kind:` of a document's front matter; "meeting" where it says none."""
    front = frontmatter.split(unix(text), ("kind", "with", "at", "id"))
    return front.keys.get("kind", ("meeting", 0))[0].lower() or "meeting"


# --- outside any meeting -------------------------------------------------------------------------------------------


def _write_aside(record: Action | Moment | Topic | Checkin, language: str, blanks: bool) -> str:
    at = getattr(record, "at", None)
    person = getattr(record, "person", None)
    front = [
        ("kind", "aside"),
        ("at", document.time_text(at)),
        ("with", person.label if person else None),
        ("meeting", record.meeting.label if record.meeting else None),
    ]
    open_ = ("with",) if blanks and not record.meeting else ()
    front = [(key, value) for key, value in front if value or key in open_]
    head = frontmatter.lines(front, blanks=True)
    return "\n".join([*head, "", document.line_of(record, None, language, "- ", True), ""])


# --- a person ------------------------------------------------------------------------------------------------------


def _write_person(person: Person, blanks: bool) -> str:
    front = [
        ("kind", "person"),
        ("id", person.id),
        ("name", person.name),
        ("alias", _joined(person.aliases)),
        ("reading", person.reading),
        ("relation", person.relation),
        ("every", person.every),
        ("on", _on(person)),
        ("at", person.hour),
        ("relations", ", ".join(f"{day} {relation}" for day, relation in person.relations)),
        ("added", person.added.isoformat() if person.added else None),
        ("archived", person.archived.isoformat() if person.archived else None),
    ]
    return "\n".join([*frontmatter.lines(front, blanks=blanks), ""])


def _on(person: Person) -> str | None:
    """The days of the cadence, where `every` alone does not say them."""
    if not person.every or not person.rule or recurrence.rule(person.every) == person.rule:
        return None
    return recurrence.on_text(person.rule)


def read_person(text: str, now: datetime) -> Person:
    """The person of a document; `uid` and perhaps `id` are empty. Raises `Wrong`, `Refused`."""
    front = _front(_with_aliases_on_a_line(text), PERSON_KEYS)
    if front.body.strip():
        raise Refused("document.person_has_no_text")
    said = _values(front)
    every, on = said.get("every"), said.get("on")
    aliases = tuple(alias for alias in parted(said.get("alias", "")) if alias != said.get("name"))
    relations = tuple(_since(part, now) for part in said.get("relations", "").split(",") if part.strip())
    relation = said.get("relation") or (relations[-1][1] if relations else None)
    relation = check_relation(relation) if relation else None
    return Person(
        uid="",
        id=said.get("id", ""),
        name=said.get("name", ""),
        alias=aliases[0] if aliases else None,
        relation=relation or None,
        every=every or None,
        rule=recurrence.rule(every, on or None) if every else None,
        archived=_day(said, "archived", now),
        added=_day(said, "added", now),
        relations=relations,
        more_aliases=aliases[1:],
        reading=said.get("reading") or None,
        hour=read_hour(said["at"]) if said.get("at") else None,
    )


def read_hour(text: str) -> str:
    """The hour of a day, `14:00`. Raises `Wrong`."""
    found = dates.clock(text)
    if found is None:
        raise Wrong("person.unknown_hour", word=text[:20])
    return f"{found:%H:%M}"


def _joined(aliases: tuple[str, ...]) -> str:
    """Aliases on a line; one with a comma in it stands in quotes."""
    return ", ".join(f'"{alias}"' if pattern(_COMMAS).search(alias) else alias for alias in aliases)


def parted(text: str) -> tuple[str, ...]:
    """The aliases on a line, each of them once."""
    found = (one.strip().strip('"').strip() for one in pattern(_ALIAS).findall(text))
    return tuple(dict.fromkeys(one for one in found if one))


def _with_aliases_on_a_line(text: str) -> str:
    """A person's document with a YAML list of aliases, of either form, written as onelog writes it."""

    def block(found: re.Match[str]) -> str:
        listed = (re.sub(r"^[ \t]*-[ \t]+", "", line) for line in found[1].splitlines())
        return (
            "alias: "
            + frontmatter.scalar(_joined(tuple(frontmatter.read_scalar(one.strip()) for one in listed)))
            + "\n"
        )

    text = re.sub(r"^alias(?:es)?:[ \t]*\n((?:[ \t]*-[ \t]+.*\n)+)", block, unix(text), count=1, flags=re.MULTILINE)
    flow = r"^alias(?:es)?:[ \t]*\[(.*)\][ \t]*$"
    return re.sub(flow, lambda found: "alias: " + frontmatter.scalar(found[1]), text, count=1, flags=re.MULTILINE)


def _since(words: str, now: datetime) -> tuple[date, str]:
    day, _, relation = words.strip().partition(" ")
    return dates.day(day, now.date(), looking="back"), check_relation(relation.strip())


# --- a goal --------------------------------------------------------------------------------------------------------


def _write_goal(goal: Goal, blanks: bool) -> str:
    number = numbers.clear_text
    front = [
        ("kind", "goal"),
        ("id", goal.id),
        ("title", goal.title),
        ("with", goal.person.label if goal.person else None),
        ("by", goal.by.isoformat() if goal.by else None),
        ("metric", goal.metric),
        ("from", None if goal.start is None else number(goal.start)),
        ("to", None if goal.target is None else number(goal.target)),
        ("unit", goal.unit),
        ("under", goal.parent.label if goal.parent else None),
        ("status", goal.status),
        ("opened", goal.opened.isoformat() if goal.opened else None),
        ("closed", goal.closed.isoformat() if goal.closed else None),
        ("tags", " ".join(goal.tags)),
    ]
    lines = [_checkin_line(c) for c in goal.checkins if c.meeting is None]
    return "\n".join([*frontmatter.lines(front, blanks=blanks), *(["", *lines] if lines else []), ""])


def _checkin_line(checkin: Checkin) -> str:
    look = numbers.serialize(checkin.value, storable(checkin.text))
    line = " ".join(part for part in ("-", document.time_text(checkin.at), look) if part)
    return grammar.with_id(line, checkin.id)


def read_goal(text: str, now: datetime, was: Opened | None = None, decimal: str = "") -> GoalCard:
    """What a goal's document says, which was opened as `was`; `decimal` is the sign that the settings set for numbers.

    Raises `Wrong` for a value that cannot be, `Refused` without a title.
    """
    front = _front(text, GOAL_KEYS)
    said = _values(front)
    if not said.get("title"):
        raise Refused("document.goal_needs_title")
    status = said.get("status") or "open"
    if status not in GOAL_STATES:
        raise Wrong("document.goal_state", status=status[:20], states=", ".join(GOAL_STATES))
    start, target = (_measure(said, key, decimal) for key in ("from", "to"))
    numbered = unwrap(list(enumerate(front.body.split("\n"), front.offset + 1)), was or Opened(), has_mark)
    lines = [_read_checkin(n, line, now, decimal) for n, line in numbered if line.strip()]
    return GoalCard(
        id=said.get("id", ""),
        title=said["title"],
        person=said.get("with", ""),
        by=_day(said, "by", now),
        metric=said.get("metric") or None,
        start=start[0],
        target=target[0],
        unit=said.get("unit") or start[1] or target[1] or None,
        under=said.get("under", ""),
        status=status,
        opened=_day(said, "opened", now),
        closed=_day(said, "closed", now),
        tags=tuple(said.get("tags", "").lower().split()),
        checkins=tuple(lines),
        troubles=tuple((line.number, line.trouble) for line in lines if line.trouble),
    )


def _read_checkin(number: int, line: str, now: datetime, decimal: str) -> CheckinLine:
    """`- DAY [value] words ^id`; without a day it is from now."""
    rest, identity = grammar.split_id(line)
    found = pattern(_CHECKIN).match(rest)
    at, words = now, (rest.strip() if not found else rest.strip().lstrip("-*+").strip())
    if found:
        try:
            at, words = dates.moment(found[1], now, looking="back"), (found[2] or "").strip()
        except OnelogError:
            at = now
    look = numbers.cut(words, decimal)
    return CheckinLine(at, look, identity, number)


# --- both ----------------------------------------------------------------------------------------------------------


def _front(text: str, keys: tuple[str, ...]) -> frontmatter.Front:
    front = frontmatter.split(unix(text), keys)
    if front.extra.strip():
        line = front.extra.strip().split("\n")[0]
        raise Wrong("document.unknown_line", line=safe(line)[:40], keys=", ".join(keys))
    return front


def _values(front: frontmatter.Front) -> dict[str, str]:
    return {key: value.strip() for key, (value, _) in front.keys.items()}


def _day(said: dict[str, str], key: str, now: datetime) -> date | None:
    looking: dates.Looking = "ahead" if key == "by" else "back"
    return dates.day(said[key], now.date(), looking=looking) if said.get(key) else None


def _measure(said: dict[str, str], key: str, decimal: str) -> tuple[float | None, str]:
    """A number and its unit. Raises `Wrong`."""
    return numbers.number(said[key], decimal) if said.get(key) else (None, "")
