"""JSON: every record with all its fields, enough to build the same journal again."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TextIO

from onelog.core.errors import Damaged, Message, Notice, notice
from onelog.core.kinds import Record
from onelog.core.results.common import Book
from onelog.formats.json_import import Reading
from onelog.formats.json_records import Json, record_json

VERSION = 1


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """One object; one record a line, so that two exports can be compared."""
    out.write(f'{{"onelog": {VERSION}')
    for name, records in groups(book):
        out.write(f',\n"{name}": [')
        for n, record in enumerate(records):
            out.write(",\n" if n else "\n")
            out.write(json.dumps(record_json(record, today, whole=True)))
        out.write("]")
    out.write("}\n")


def groups(book: Book) -> list[tuple[str, Iterable[Record]]]:
    """The lists of an export in their order, by their names."""
    return [
        ("people", book.people),
        ("goals", book.goals),
        ("meetings", book.meetings),
        ("actions", book.actions),
        ("moments", book.moments),
        ("topics", book.topics),
        ("skips", book.skips),
        ("answers", book.answers),
    ]


def read(text: str, file: str = "the file") -> Book:
    """The records of an export. Raises `Damaged`, naming the place; then nothing of it should be taken.

    All is looked at: what is missing, cannot be, contradicts itself or is not known is refused, and nothing is guessed.
    """
    try:
        said = loads(text)
    except (ValueError, RecursionError) as error:
        raise Damaged("export.not_one_because", file=file, why=_place(error)) from error
    return read_said(said, text, file)


def loads(text: str) -> Any:
    """What JSON says, of which every key stands once. Raises `ValueError`, `RecursionError`."""
    return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)


def read_said(said: Any, text: str, file: str) -> Book:
    """The records of an export that is read already; `text` is what it was read from. Raises `Damaged`."""
    version = said.get("onelog") if isinstance(said, dict) else None
    if type(version) is not int or version != VERSION:
        if type(version) is int and version > VERSION:
            raise Damaged("export.newer", file=file)
        raise Damaged("import_.no_export", path=file)
    if re.search(r"\\u(?:0000|[dD][89a-fA-F])", text) and any(re.search("[\0\ud800-\udfff]", t) for t in _texts(said)):
        raise Damaged("export.holds_no_text", file=file)
    return Reading(said, file, text).book()


def _once(pairs: list[tuple[str, Any]]) -> Json:
    """An object whose keys differ: of two that are the same, nobody can tell which one was meant."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError(notice("export.key_twice"))
    return made


def _no_number(name: str) -> float:
    raise ValueError(notice("export.not_in_json", name=name))


def _texts(said: Any) -> Iterator[str]:
    """Every text in what was read."""
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list):
        for part in said.values() if isinstance(said, dict) else said:
            yield from _texts(part)


def _place(error: Exception) -> object:
    """Where or why it cannot be read, without a word of what is there."""
    if line := getattr(error, "lineno", None):
        return Message("errors.export.line_unreadable", line=line)
    if isinstance(error, RecursionError):
        return Message("errors.export.too_deep")
    why = error.args[0] if error.args else ""
    return why if isinstance(why, Notice) else Message("errors.export.cannot_read")
