"""The shapes a journal is written in and read from: one row a format, one module each."""

from typing import NamedTuple


class Format(NamedTuple):
    """A format by the name that people type."""

    name: str
    suffix: str
    about: str
    module: str
    """Its module has `write(book, out, today, language)`, and `read(text, name)` where it can be brought back in."""


FORMATS = {
    f.name: f
    for f in (
        Format("md", ".md", "Markdown documents, one after the other", "onelog.formats.markdown"),
        Format("json", ".json", "every record with all its fields", "onelog.formats.whole"),
    )
}
OTHER_NAMES = {"markdown": "md"}
