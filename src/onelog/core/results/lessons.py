"""What the commands that teach and sum up show: measures, questions, guides.

They stand apart from the other views because no daily command has to load them.
"""

from datetime import date
from typing import NamedTuple

from onelog.core.presenter import presented
from onelog.core.values import value


@presented(
    "measure",
    listed="insight.explain",
    columns=("name", "", "", "title", "definition", "window", "n", ("what it does not mean", "not_")),
)
class Explained(NamedTuple):
    """What a number on a screen means, in one language (onelog/measures.py)."""

    name: str
    title: str
    definition: str
    window: str
    """Which days it looks at."""
    n: str
    """What is counted, and how many that are."""
    not_: str
    """What it does not mean."""


@presented(
    "question",
    listed="insight.question_list",
    columns=("", "asked", ("name", "person"), "text", "theme", ("for whom", "relations")),
)
@value(frozen=True, slots=True)
class Question:
    """A question to ask, in one language."""

    theme: str
    """The name of its theme; `title` is how that is called in the language."""
    title: str
    text: str
    relations: tuple[str, ...]
    """For whom it is: "any", or some of the relations that people have."""
    asked: date | None = None
    """When it was last asked of the person; None if not in the last 12 months."""
    person: str | None = None
    because: str = ""
    """The state that it was chosen for: new, moods, concern or absence; empty where it was none."""
    state: "PersonState | None" = None


@value(frozen=True, slots=True)
class PersonState:
    """Something about how it stands with somebody that a question can fit."""

    name: str
    n: int = 0
    """How many meetings there were, or how many concerns are open."""
    since: date | None = None
    """Since when the oldest concern is open, or the day of the last meeting."""
    moods: tuple[int, ...] = ()
    """Their last moods, the oldest first."""


@presented(
    "theme",
    listed="insight.question_list",
    columns=("name", "", ("name", "person"), "title", ("questions", "n"), ("asked lately", "asked")),
)
@value(frozen=True, slots=True)
class Theme:
    """A theme of the question bank."""

    name: str
    title: str
    n: int
    """Questions in it that fit the person (or anybody)."""
    asked: int = 0
    """How many of them were asked of the person in the last 12 months."""
    person: str | None = None


@presented("guide", "insight.guide", "insight.guide", columns=("topic", "", "", "title"))
@value(frozen=True, slots=True)
class Guide:
    """A short guide; `text` is whole, its title the first line."""

    topic: str
    title: str
    text: str


@presented("page", "docs_page")
@value(frozen=True, slots=True)
class DocsPage:
    """A page of the docs, in Markdown."""

    text: str
