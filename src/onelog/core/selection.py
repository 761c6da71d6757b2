"""Which records somebody asks for: everything that narrows a list, a search or a report, as one value."""

from dataclasses import replace
from datetime import date

from onelog.core.model import Person
from onelog.core.values import value


@value(frozen=True, slots=True)
class Selection:
    """Which records are meant. A field that is left out narrows nothing; what is private or closed is in only if asked for.

    Each reader takes the fields that its records have: a topic has no kind, a moment is never closed.
    """

    person: Person | None = None
    since: date | None = None
    """The first day."""
    before: date | None = None
    """The day after the last one."""
    kind: str | None = None
    """A kind of record, or of moment."""
    tag: str | None = None
    loose: bool = False
    """Only what was noted outside any meeting."""
    closed: bool = False
    """Closed actions, topics and goals too."""
    private: bool = False
    """Concerns, facts and private notes too."""
    limit: int | None = None
    """How many at most; the reader says which come first."""

    @property
    def uid(self) -> str | None:
        """The uid of the person."""
        return self.person.uid if self.person else None

    def within(self, since: date | None, before: date | None) -> "Selection":
        """The same, of the days from `since` to the one before `before`."""
        return replace(self, since=since, before=before)


ANYTHING = Selection()
"""Of everybody and of all days, nothing that is private or closed."""
EVERYTHING = Selection(private=True, closed=True)
