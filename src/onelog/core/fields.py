"""What each kind of record is made of, field by field: the one table from which rows, JSON, CSV and the lines of pipes come.

A new field that is stored is a row here, a field of its dataclass in `core/model.py` and a migration in `store/schema.py`.
"""

from typing import Any, NamedTuple

from onelog.core.model import (
    ACTION_STATES,
    ASIDE,
    FEEDBACK,
    GOAL_STATES,
    MODES,
    MOMENT_KINDS,
    RELATIONS,
    TOPIC_STATES,
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
from onelog.core.settings import WARNINGS

END = 0
"""As a place in a line: at its end, and only where there is something; no other field moves for it."""
EMPTY: dict[str, object] = {"line": "", "words": None, "text": "", "tags": (), "names": ()}
"""The types that hold words of people, and what stands there where nothing was said."""
DAY = 3
"""The place of the day in a line."""


class Field(NamedTuple):
    """One field of a record, and what it is called where a record is written.

    Types of text: `line` is one line and not empty, `words` one line, `text` any number of them, `choice` one of a few,
    `every` and `rule` a cadence as people and as RFC 5545 say it, `lines` lines of a front matter. Others: `day`, `time`,
    `clock` (14:00), `int` (from 1 on), `number`, `ref` (another record), `tags`, `names` (a list of texts), `history` (days and what held
    since), `flag`, `records` (what stands in it), `scales` (values on scales of one's own).
    """

    name: str
    """In `core/model.py`; of what is neither stored nor a property there, the name in `formats/derived.py`."""
    type: str
    json: str | None = ""
    """Its key in JSON: "" is its name, None leaves it out."""
    csv: str | None = ""
    """Its column in CSV, in the same way."""
    tsv: int | None = END
    """Its place in a line, from 3 on; None leaves it out."""
    column: str | None = ""
    """Its column in the table: "" is its name, of a `ref` with `_uid` behind; None is not stored."""
    is_derived: bool = False
    """Whether it is computed from the record and the day it is."""
    is_whole: bool = False
    """Whether only an export has it, which needs all to build the same journal again."""
    is_needed: bool = False
    """Whether it is null in no record."""
    is_set: bool = False
    """Whether it is null in none while one is being made either: the value cannot be without it."""
    is_late: bool = False
    """Whether an export of an older onelog may lack it."""
    is_day: bool = False
    """Whether it says which day the record is of: `date` in CSV, the place of the day in a line that has no other there."""
    choices: tuple[str, ...] = ()
    most: int = 0
    """The largest number that it can be."""
    of: str = "person"
    """The table of the record that a `ref` points at; "" is any."""
    me: tuple[str, ...] = ()
    """Where a missing `ref` is "me": "all", or the kinds of moments in which it is."""
    only: tuple[str, ...] = ()
    """The kinds of moments that have it; () is all of them."""
    searched: int = 0
    """Its place in the text that `search` looks in; 0 leaves it out."""
    nothing: bool = False
    """Whether an empty text is null in JSON: it was taken out."""

    @property
    def stored(self) -> str | None:
        """The column that it is stored in."""
        if self.column == "":
            return f"{self.name}_uid" if self.type == "ref" else self.name
        return self.column

    @property
    def key(self) -> str | None:
        """Its key in JSON."""
        return self.name if self.json == "" else self.json

    @property
    def heading(self) -> str | None:
        """Its column in CSV."""
        if self.csv == "":
            return self.name if not self.is_day or self.type == "time" else "date"
        return self.csv

    def is_me(self, kind: str) -> bool:
        """Whether it is "me" where it is missing in a record of this kind."""
        return self.me == ("all",) or kind in self.me


def _derived(name: str, type_: str, **more: Any) -> Field:
    """What is not stored and no property either."""
    return Field(name, type_, column=None, is_derived=True, **more)


_OUTCOME = Field("outcome", "words", is_late=True)

FIELDS: dict[type, tuple[Field, ...]] = {
    Person: (
        Field("name", "line", csv="person", tsv=4, is_needed=True, is_set=True),
        Field("alias", "words", csv=None, tsv=None),
        Field("aliases", "names", csv="alias", tsv=5, column=None),
        Field("more_aliases", "names", json=None, csv=None, tsv=None, column="aliases", is_late=True),
        Field("reading", "words", tsv=12, is_late=True),
        Field("relation", "choice", tsv=6, choices=RELATIONS),
        Field("every", "every", tsv=7),
        Field("rule", "rule", csv=None, tsv=8),
        Field("hour", "clock", is_late=True),
        Field("last_met", "day", csv=None, tsv=3, column=None),
        _derived("next_due", "day", csv=None, tsv=9),
        _derived("overdue", "flag", csv=None, tsv=10),
        _derived("is_archived", "flag", json="archived", csv=None, tsv=None),
        Field("archived", "day", json="archived_on", csv="closed", tsv=11, is_whole=True),
        Field("relations", "history", csv=None, tsv=None, is_whole=True, choices=RELATIONS),
        Field("added", "day", tsv=None, is_whole=True, is_needed=True, is_day=True),
    ),
    Meeting: (
        Field("person", "ref", tsv=4, is_needed=True, is_set=True),
        Field("at", "time", tsv=6, is_day=True),
        Field("minutes", "int", tsv=7, most=1440),
        Field("mode", "choice", tsv=8, choices=MODES),
        Field("mood", "int", tsv=9, most=5),
        Field("seen", "int", tsv=10, most=5),
        Field("rating", "int", tsv=11, most=5),
        Field("tags", "tags", tsv=12, searched=2),
        _derived("notes", "text", csv="text", tsv=5),
        Field("actions", "records", csv=None, tsv=None, column=None),
        Field("moments", "records", csv=None, tsv=None, column=None),
        Field("topics", "records", csv=None, tsv=None, column=None),
        Field("checkins", "records", csv=None, tsv=None, column=None),
        Field("body", "text", csv=None, tsv=None, is_whole=True, is_needed=True, searched=1),
        Field("extra", "lines", csv=None, tsv=None, is_whole=True, is_needed=True),
        Field("created", "time", csv=None, tsv=None, is_whole=True, is_needed=True),
        Field("scales", "scales", is_late=True, searched=3),
    ),
    Action: (
        Field("text", "line", tsv=5, is_needed=True, is_set=True, searched=1),
        Field("owner", "ref", tsv=8, me=("all",)),
        Field("person", "ref", tsv=4),
        Field("meeting", "ref", tsv=12, of="meeting"),
        Field("goal", "ref", tsv=11, of="goal"),
        Field("due", "day", tsv=3),
        Field("status", "choice", tsv=6, is_needed=True, choices=ACTION_STATES),
        _derived("overdue", "flag", csv=None, tsv=7),
        Field("opened", "day", tsv=9, is_needed=True, is_day=True),
        Field("closed", "day", tsv=10),
        Field("why", "words", tsv=13, searched=2),
        Field("tags", "tags", tsv=14),
        _OUTCOME._replace(searched=3),
    ),
    Moment: (
        Field("kind", "choice", json=None, csv=None, tsv=None, is_needed=True, is_set=True, choices=MOMENT_KINDS),
        Field("text", "line", tsv=5, is_needed=True, is_set=True, searched=1, nothing=True),
        Field("because", "words", tsv=6, searched=2),
        Field("giver", "ref", json="from", csv="from", tsv=7, me=FEEDBACK, only=FEEDBACK),
        Field("receiver", "ref", json="to", csv="to", tsv=8, me=FEEDBACK, only=FEEDBACK),
        Field("person", "ref", tsv=4),
        Field("meeting", "ref", tsv=10, of="meeting"),
        Field("at", "time", tsv=None, is_needed=True, is_day=True),
        Field("resolved", "day", csv="closed", tsv=9),
        Field("tags", "tags", tsv=11),
        _OUTCOME._replace(searched=3, only=("concern",)),
    ),
    Topic: (
        Field("text", "line", tsv=5, is_needed=True, is_set=True, searched=1),
        Field("person", "ref", tsv=4),
        Field("added", "day", tsv=3, is_needed=True, is_day=True),
        Field("meeting", "ref", tsv=9, of="meeting"),
        Field("status", "choice", tsv=6, is_needed=True, choices=TOPIC_STATES),
        _OUTCOME._replace(searched=2),
        Field("closed", "day", tsv=7, is_whole=True),
        Field("why", "words", tsv=8, is_whole=True),
        Field("tags", "tags", tsv=10, is_whole=True),
        Field("rule", "rule", is_late=True),
        Field("next", "day", is_late=True),
        Field("becomes", "choice", json="as", csv="as", is_late=True, choices=FEEDBACK),
    ),
    Goal: (
        Field("title", "line", csv="text", tsv=5, is_needed=True, is_set=True, searched=1),
        Field("person", "ref", tsv=4),
        Field("by", "day", csv="due", tsv=3),
        Field("metric", "words", tsv=12, searched=2),
        Field("start", "number", tsv=8),
        Field("target", "number", tsv=10),
        Field("current", "number", csv="value", tsv=9, column=None),
        Field("unit", "words", tsv=11),
        Field("status", "choice", tsv=6, is_needed=True, choices=GOAL_STATES),
        _derived("pace", "words", csv=None, tsv=7),
        Field("parent", "ref", csv="goal", tsv=13, of="goal"),
        Field("opened", "day", tsv=14, is_needed=True, is_day=True),
        Field("closed", "day", tsv=15),
        Field("tags", "tags", tsv=16),
        Field("checkins", "records", csv=None, tsv=None, column=None),
    ),
    Checkin: (
        Field("goal", "ref", tsv=6, is_needed=True, is_set=True, of="goal"),
        Field("at", "time", tsv=None, is_needed=True, is_set=True, is_day=True),
        Field("value", "number", tsv=7),
        Field("text", "words", tsv=5, is_needed=True, searched=1),
        Field("meeting", "ref", tsv=8, of="meeting"),
    ),
    Skip: (
        Field("person", "ref", tsv=4, is_needed=True, is_set=True),
        Field("at", "day", tsv=3, is_needed=True, is_set=True, is_day=True),
        Field("due", "day", tsv=6),
        Field("until", "day", tsv=7),
        Field("why", "words", tsv=5, is_needed=True, searched=1),
        Field("moved", "time", is_late=True),
    ),
    Answer: (
        Field("rule", "choice", tsv=6, is_needed=True, is_set=True, choices=(*WARNINGS, ASIDE)),
        Field("about", "ref", tsv=4, is_needed=True, is_set=True, of=""),
        Field("at", "day", tsv=3, is_needed=True, is_set=True, is_day=True),
        Field("until", "day", tsv=7, is_needed=True, is_set=True),
        Field("text", "words", tsv=5, is_needed=True),
        _derived("about_uid", "text", csv=None, tsv=None, is_whole=True),
    ),
}
"""The fields of each kind beside id and uid, in the order of their keys in JSON."""


def stored(kind: type[Any]) -> tuple[Field, ...]:
    """The fields of a kind that have a column, in the order in which its value is made of them."""
    found = {field.name: field for field in FIELDS[kind] if field.stored}
    return tuple(found[name] for name in kind.__match_args__ if name in found)
