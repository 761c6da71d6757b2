"""Markdown: the documents of a period, one after the other, in the form that the editor shows."""

from collections.abc import Iterator
from datetime import date
from typing import TextIO

from onelog import cards, document
from onelog.views import Book


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """Meetings oldest first, then what stands outside any meeting, then goals; people when it is the whole journal.

    Skips and the answers to warnings have no document.
    """
    first = True
    for text in _documents(book, language):
        out.write(text if first else "\n" + text)
        first = False


def _documents(book: Book, language: str) -> Iterator[str]:
    for meeting in book.meetings:
        if meeting.at is not None or book.period is None:
            yield document.write(meeting, language)
    for group in (book.moments, book.actions, book.topics, book.goals):
        for record in group:
            yield cards.write(record, language)
    if book.period is None:
        for person in book.people:
            yield cards.write(person, language)


def read(text: str) -> list[tuple[int, str]]:
    """The documents in a text: (number of the first line, text) of each."""
    return list(document.parts(text))
