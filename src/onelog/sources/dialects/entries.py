"""Entries of a diary that come as JSON: each that is of a 1-on-1 is a meeting, the others are said to be none."""

from collections.abc import Sequence
from typing import NamedTuple

from onelog.core.errors import OnelogError, notice
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown.split import unix
from onelog.sources.json_items import JsonItem
from onelog.sources.notes import read_notes


class JournalEntry(NamedTuple):
    """An entry, and where it stands."""

    at: str
    """Its day, perhaps with its time."""
    title: str
    body: str
    native: str
    """What its program calls it."""
    item: JsonItem


def read_entries(file: TextFile, hints: Hints, source: str, entries: Sequence[JournalEntry]) -> IncomingFile:
    """The meetings among entries; every line is that of an entry or around them."""
    pages: list[IncomingDocument] = []
    skipped: list[Stretch] = []
    refusals: list[OnelogError] = []
    for entry in entries:
        body = "\n".join(f"#{line}" if line.startswith("#") else line for line in entry.body.split("\n"))
        text = f"## {entry.at} {entry.title.rstrip('.。')}\n{body}\n"
        part = TextFile(file.name, f"{source}\0{entry.native}", text, (file.parts[-1:] or (file.name,)), is_named=False)
        found = read_notes(part, hints, source, is_diary=True)
        refusals += found.refusals
        pages += [_placed(page, entry.item) for page in found.documents]
        if not found.documents and not found.refusals:
            why = found.why or next((one.why for one in found.stretches), notice("import_.no_meeting"))
            skipped.append(Stretch(entry.item.first, entry.item.last, SKIPPED, why))
    lines = unix(file.text).rstrip("\n").count("\n") + 1
    why = "" if pages or refusals else skipped[0].why if skipped else notice("import_.no_entries")
    return IncomingFile(
        name=file.name,
        source=source,
        lines=lines,
        documents=() if refusals else tuple(pages),
        stretches=() if why else tuple(skipped),
        refusals=tuple(refusals),
        why=why,
    )


def _placed(page: IncomingDocument, item: JsonItem) -> IncomingDocument:
    """A document whose lines all come from where the entry stands."""
    places = tuple(
        place if isinstance(place, str) and not place.startswith("line ") else item.first for place in page.places
    )
    return page._replace(line=item.first, heading=item.first, last=item.last, places=places)
