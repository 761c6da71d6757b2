"""Markdown: one document for people to read, and documents of all forms to read back."""

from datetime import date
from typing import TextIO

from onelog import document
from onelog.formats.digest import reading, writing
from onelog.views import Book, Page


def write(book: Book, out: TextIO, today: date, language: str = "en", *, by: str = "day", ids: bool = False) -> None:
    """As `digest.writing.write`."""
    writing.write(book, out, today, language, by=by, ids=ids)


def read(text: str, name: str, today: date) -> list[Page]:
    """The documents in the text of a file: cut at front matters, or at headings that say the day of a meeting.

    Raises `Damaged` for a heading that is not understood among others that are.
    """
    if reading.is_digest(text):
        return reading.read(text, name, today)
    return [Page(name, line, part) for line, part in document.parts(text)]
