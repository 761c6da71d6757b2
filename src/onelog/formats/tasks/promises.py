"""The promises of an export: mine, and those of others where they are asked for."""

from collections.abc import Iterator
from datetime import date

from onelog.core.model import Action
from onelog.core.results.common import Book


def promises(book: Book, *, theirs: bool) -> list[Action]:
    """Open ones first, by the day they are due, then by the day they began: the same book gives the same order."""
    found = [action for action in _all(book) if theirs or action.owner is None]
    return sorted(found, key=lambda a: (a.status != "open", a.due or date.max, a.opened or date.min, a.uid))


def _all(book: Book) -> Iterator[Action]:
    yield from book.actions
    for meeting in book.meetings:
        yield from meeting.actions
