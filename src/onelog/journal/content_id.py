"""Twice is once: a document without an id is known again by the uid that its words always get."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from hashlib import sha256

from onelog.core.errors import OnelogError
from onelog.markdown import document, entities
from onelog.markdown.document import Item
from onelog.store.transaction import uuid7

_UNSAID = timezone(timedelta(seconds=7))
"""An offset that nobody writes: a time that has it was written without one."""
_CLOCK = datetime(2026, 1, 1, tzinfo=_UNSAID)
"""The clock by which the time of a uid is read: always the same one, so that `at: yesterday` is."""
_DAYS = ("opened", "added", "done", "raised", "dropped", "resolved", "due")
"""The days of a record's line, those in front first."""
_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def uid_of(text: str) -> str:
    """The uid that this very document always gets, so that taking it in twice takes it in once.

    Its time is the one that is written there, whatever the clock and its offset say; where no offset is written it is
    taken as UTC, and where no time at all is written it is the first instant of 1970: any other would be the clock's.
    """
    noise = sha256(text.strip().encode("utf-8", "surrogatepass")).digest()[:10]
    at = _written(text) or _UNDATED
    if at.tzinfo in (None, _UNSAID):
        at = at.replace(tzinfo=UTC)
    return uuid7(max(at, _UNDATED), None, noise)


def uid_of_source(key: str, at: datetime | None) -> str:
    """The uid that a document of a source always gets: its time is that of the meeting."""
    return uuid7(max(at or _UNDATED, _UNDATED), None, sha256(key.encode("utf-8", "surrogatepass")).digest()[:10])


def _written(text: str) -> datetime | None:
    """The time that a document says it is from: when it was, else when it was opened, else its first other day."""
    if entities.kind_of_text(text) == "goal":
        try:
            goal = entities.read_goal(text, _CLOCK)
        except OnelogError:  # a day that is too far from this clock
            return None
        said: list[date | None] = [goal.opened, *(line.at for line in goal.checkins), goal.closed, goal.by]
    else:
        draft = document.read(text, _CLOCK)
        items = [line for line in draft.lines if isinstance(line, Item)]
        said = [draft.fields.at, *(item.days.get(name) for name in _DAYS for item in items)]
    first = next((day for day in said if day), None)
    return first if first is None or isinstance(first, datetime) else datetime.combine(first, time())
