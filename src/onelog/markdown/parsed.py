"""What a text was understood as, before names become people."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Protocol

from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Doubt, Wrong
from onelog.core.model import FEEDBACK, MODES, Meeting
from onelog.core.names import name_words
from onelog.core.scales import Scale, ScaleValue
from onelog.core.values import value
from onelog.markdown import grammar
from onelog.markdown.body import Note
from onelog.markdown.families import KIND_OF_LABEL, LABELS, NAME_OF_MODE, Family
from onelog.markdown.word_forms import composed, normalized

FRONT = ("id", "kind", "with", "at", "on", "len", "mode", "mood", "seen", "rating", "meeting")


def _in_japanese(family: Family) -> str:
    return next((word for word in family.words if not word.isascii()), family.words[0].capitalize())


HEADINGS = {
    "en": {kind: family.words[0].capitalize() for kind, family in LABELS.items() if kind != "action"},
    "ja": {kind: _in_japanese(family) for kind, family in LABELS.items() if kind != "action"},
}
"""What is written before a line of each kind: the first word of its family in each language."""
MARKS = {"open": " ", "done": "x", "dropped": "-"}
STATUS_OF_MARK = {mark: status for status, mark in MARKS.items()}


class Known(Protocol):
    """What the reader may ask about names; each answer is "" or the reason why the word cannot be taken."""

    conventions: Conventions
    """How days and numbers are written."""
    scales: Mapping[str, Scale]
    """The scales of one's own that may be said, by their keys."""

    def person(self, word: str) -> Doubt: ...
    def named(self, word: str) -> tuple[str, ...]:
        """Those whose whole name, or whole word or part of it, a word is."""
        ...

    def goal(self, word: str) -> Doubt: ...
    def cut_goal(self, text: str) -> tuple[str, str]: ...


class Anything:
    """Takes every name: for reading a document on its own."""

    conventions = USUAL
    scales: Mapping[str, Scale] = MappingProxyType({})

    def person(self, word: str) -> Doubt:
        return ""

    def named(self, word: str) -> tuple[str, ...]:
        return ()

    def goal(self, word: str) -> Doubt:
        return ""

    def cut_goal(self, text: str) -> tuple[str, str]:
        return grammar.first_word(text)


@value(frozen=True, slots=True)
class Item:
    """One line that is a record, before names become people."""

    kind: str
    text: str
    lead: str = "- "
    mark: str = " "
    id: str = ""
    days: Mapping[str, date] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    goal: str = ""
    value: float | None = None
    unit: str = ""
    """What stood at the value: `%` of `60%`."""
    unowned: tuple[str, ...] = ()
    """The name before the colon of a promise that stays among its words, and those whom it may mean."""
    line: int = 0


def to_give(item: Item) -> Item | None:
    """Praise or growth feedback of mine as the topic that it is until it was said; None where it is not of mine to them."""
    giver, receiver = item.words.get("from", ""), item.words.get("to", "")
    if (giver and not name_words.is_me(giver)) or (receiver and not name_words.is_them(receiver)):
        return None
    why = {"why": item.words["because"]} if item.words.get("because") else {}
    return replace(item, kind="topic", mark=" ", words={"as": item.kind, **why})


@value(frozen=True, slots=True)
class Fields:
    """What is said about a meeting as a whole; None and "" are "not said"."""

    at: datetime | None = None
    minutes: int | None = None
    mode: str | None = None
    mood: int | None = None
    seen: int | None = None
    rating: int | None = None
    person: str = ""
    met: str = ""
    """Whom the head of a sheet says that it was with; its line stays in the note."""
    id: str = ""
    kind: str = ""
    meeting: str = ""
    scales: tuple[ScaleValue, ...] = ()

    def filled(self, was: "Fields | Meeting") -> dict[str, Any]:
        """Length, mode, mood and ratings by their names: as they are said here, else as they were."""
        names = ("minutes", "mode", "mood", "seen", "rating")
        return {name: getattr(self, name) or getattr(was, name) for name in names}


@value(frozen=True, slots=True)
class Draft:
    """A text as it was understood: fields, lines in order, and what was not understood (with line numbers)."""

    fields: Fields = Fields()
    lines: tuple[Note | Item, ...] = ()
    tags: tuple[str, ...] = ()
    extra: str = ""
    troubles: tuple[tuple[int, str], ...] = ()
    is_document: bool = False
    """The text had front matter, so ids at the ends of its lines are ids."""
    has_no_day: bool = False
    """Its head says that there is no day yet: `at:` with nothing behind it."""


def score(key: str, value: object) -> int:
    """A mark from 1 to 5. Raises `Wrong`."""
    said = composed(str(value)).strip()
    if said not in ("1", "2", "3", "4", "5"):
        raise Wrong("document.not_1_to_5", key=key, value=str(value)[:20])
    return int(said)


def feedback_kind(value: str) -> str:
    """The kind of feedback that a word names: `praise`, `growth`, 称賛; "" where it names none."""
    kind = KIND_OF_LABEL.get(normalized(value), "")
    return kind if kind in FEEDBACK else ""


def mode(value: str) -> str:
    """Where a meeting was held. Raises `Wrong`."""
    found = NAME_OF_MODE.get(normalized(value))
    if not found:
        raise Wrong("document.unknown_mode", mode=value[:20], modes=", ".join(MODES))
    return found


def unread_days(extra: str) -> list[str]:
    """The lines of a head that say when a meeting was in words that are no day."""
    return [line for line in extra.split("\n") if line[:3].lower() in ("at:", "on:")]
