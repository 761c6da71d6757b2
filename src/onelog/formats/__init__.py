"""The shapes a journal is written in and read from: one row a format, one module each."""

from typing import NamedTuple


class Format(NamedTuple):
    """A format by the name that people type."""

    name: str
    suffix: str
    about: str
    module: str
    """Its module has `write(book, out, today, language)`."""
    reader: str = ""
    """The module that has `read(text, name, today)`, where it can be brought back in."""
    folder: bool = False
    """It is many files: its module has `documents(book, language)`, the name and the text of each."""
    digest: bool = False
    """It can be by day or by person, with ids or without: its `write` takes `by` and `ids`."""
    private: bool = True
    """It can hold concerns and private notes."""


FORMATS = {
    f.name: f
    for f in (
        Format(
            "md",
            ".md",
            "a Markdown document to read, to paste or to hand on",
            "onelog.formats.digest.writing",
            reader="onelog.formats.markdown",
            digest=True,
        ),
        Format("html", ".html", "a page to read, to print or to hand on", "onelog.formats.html.page"),
        Format(
            "json",
            ".json",
            "every record with all its fields",
            "onelog.formats.json_export",
            reader="onelog.formats.json_export",
        ),
        Format("csv", ".csv", "a table for spreadsheets, one row a record", "onelog.formats.csv_table"),
        Format(
            "ics",
            ".ics",
            "meetings, the coming ones too, and due days for a calendar",
            "onelog.formats.ics",
            private=False,
        ),
        Format("folder", "", "a folder with a Markdown document a file", "onelog.formats.folder", folder=True),
    )
}
OTHER_NAMES = {"markdown": "md", "htm": "html", "ical": "ics", "icalendar": "ics"}
