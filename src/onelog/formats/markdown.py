"""Markdown that is read back: one document for people, or documents of all forms."""

from datetime import date

from onelog.core.results.common import IncomingDocument
from onelog.formats.digest import reading
from onelog.markdown import document


def read(text: str, name: str, today: date) -> list[IncomingDocument]:
    """The documents in the text of a file: cut at front matters, or at headings that say the day of a meeting.

    Raises `Damaged` for a heading that is not understood among others that are.
    """
    if reading.is_digest(text):
        return reading.read(text, name, today)
    return [IncomingDocument(name, line, part) for line, part in document.parts(text)]
