"""JSON lines: an export with one record a line, for programs that read a line at a time; it is read back as well."""

import json
from datetime import date
from typing import Any, TextIO

from onelog.core.errors import Damaged, Message
from onelog.core.model import MOMENT_KINDS
from onelog.core.results.common import Book
from onelog.formats import json_export
from onelog.formats.json_records import record_json

_LISTS = {
    "person": "people",
    "goal": "goals",
    "meeting": "meetings",
    "action": "actions",
    "topic": "topics",
    "skip": "skips",
    "answer": "answers",
    **dict.fromkeys(MOMENT_KINDS, "moments"),
}
"""The list of an export that holds the records of each kind."""


def write(book: Book, out: TextIO, today: date, language: str = "en") -> None:
    """The first line says what it is; each line after it is a record as in the JSON export, in the same order."""
    out.write(f'{{"onelog": {json_export.VERSION}}}\n')
    for _, records in json_export.groups(book):
        out.writelines(f"{json.dumps(record_json(record, today, whole=True))}\n" for record in records)


def read(text: str, file: str = "the file") -> Book:
    """The records of such lines. Raises `Damaged`, naming the line; then nothing of it should be taken."""
    said: dict[str, Any] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        record = _record(line, number, file)
        if not said:
            if "onelog" not in record:
                raise Damaged("import_.no_export", path=file)
            said = {"onelog": record["onelog"]}
        else:
            said.setdefault(_LISTS.get(str(record.get("kind")), str(record.get("kind"))), []).append(record)
    return json_export.read_said(said, text, file)


def _record(line: str, number: int, file: str) -> dict[str, Any]:
    try:
        record = json_export.loads(line)
    except (ValueError, RecursionError) as error:
        why = Message("errors.export.line_unreadable", line=number)
        raise Damaged("export.not_one_because", file=file, why=why) from error
    if not isinstance(record, dict):
        why = Message("errors.export.line_unreadable", line=number)
        raise Damaged("export.not_one_because", file=file, why=why)
    return record
