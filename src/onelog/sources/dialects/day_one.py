"""Day One: the entries of its JSON export that are of a 1-on-1, known again by their uuid."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from onelog.core.errors import Damaged, OnelogError, check_none, kept_in
from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.sources.dialects.entries import JournalEntry, read_entries
from onelog.sources.json_items import JsonItem, read_items

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def identify(text: str, name: str) -> int:  # noqa: ARG001 - every source takes the same arguments
    """Sure by the keys of its entries."""
    is_json = re.match(r"\ufeff?\s*\{", text)
    return 97 if is_json and all(f'"{key}"' in text for key in ("entries", "creationDate", "uuid")) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The entries whose first line says that they are of a 1-on-1, each on the day that it was where it was written."""
    entries: list[JournalEntry] = []
    refused: list[OnelogError] = []
    for item in read_items(file, "entries"):
        with kept_in(refused):
            entries.append(_entry(item, file))
    check_none(refused)
    return read_entries(file, hints, "dayone", entries)


def _entry(item: JsonItem, file: TextFile) -> JournalEntry:
    text = _ESCAPED.sub(r"\1", str(item.said.get("text") or "")).replace("\u200b", "")
    title, _, body = text.strip().partition("\n")
    return JournalEntry(_time(item, file), title.lstrip("# ").strip(), body, str(item.said.get("uuid") or ""), item)


def _time(item: JsonItem, file: TextFile) -> str:
    """When it was written, on the clock of its own zone."""
    try:
        at = datetime.strptime(str(item.said["creationDate"]), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        zone = ZoneInfo(str(item.said.get("timeZone") or "UTC"))
    except (KeyError, ValueError, ZoneInfoNotFoundError, OSError) as error:
        raise Damaged("import_.broken_json", file=file.name, line=item.first) from error
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
