"""jrnl: entries that begin with their time in brackets, as a file or as it exports them in JSON."""

import re
from collections.abc import Sequence

from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown.split import unix
from onelog.sources.dialects.entries import JournalEntry, read_entries
from onelog.sources.found_days import clock_text
from onelog.sources.json_items import JsonItem, read_items
from onelog.sources.notes import read_notes

_ENTRY = re.compile(r"^\[(\d{4}-\d\d-\d\d)(?: (\d{1,2}:\d\d)(?::\d\d)?(?: ?([AP]M))?)?\] ?(.*)$", re.IGNORECASE)
_SENTENCE = re.compile(r"^(.*?[.!?。！？])\s+(\S.*)$|^(.*?[。！？])(\S.*)$")


def identify(text: str, name: str) -> int:  # noqa: ARG001 - every source takes the same arguments
    """Sure by the first line, or by the keys of its JSON."""
    first = next((line for line in text.lstrip("\ufeff").split("\n") if line.strip()), "")
    if _ENTRY.match(first):
        return 97
    is_json = re.match(r"\ufeff?\s*\{", text) and all(
        f'"{key}"' in text for key in ("entries", "title", "body", "date")
    )
    return 96 if is_json and '"tags"' in text else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The entries whose first sentence says that they are of a 1-on-1."""
    if file.text.lstrip("\ufeff \t\r\n").startswith("{"):
        return read_entries(file, hints, "jrnl", [_entry(item) for item in read_items(file, "entries")])
    lines = _markdown(unix(file.text).split("\n"))
    return read_notes(file._replace(text="\n".join(lines)), hints, "jrnl", is_diary=True)


def _entry(item: JsonItem) -> JournalEntry:
    said = item.said
    time = re.match(r"\d{1,2}:\d\d", str(said.get("time") or ""))
    day = str(said.get("date") or "")
    title = str(said.get("title") or "").strip()
    return JournalEntry(
        f"{day} {time[0] if time else ''}".strip(),
        title,
        str(said.get("body") or ""),
        f"{day} {time[0] if time else ''} {title}",
        item,
    )


def _markdown(lines: Sequence[str]) -> list[str]:
    """Each entry beneath a heading with its day; what follows its first sentence stands on the next line."""
    out: list[str] = []
    rest = ""
    for line in lines:
        found = _ENTRY.match(line)
        if not found:
            out.append(f"{rest} {line}".rstrip() if rest else line)
            rest = ""
            continue
        title, rest = _parted(found[4])
        out.append(f"## {found[1]}{f' {clock_text(found[2], found[3])}' if found[2] else ''} {title}".rstrip())
    return [*out, rest] if rest else out


def _parted(words: str) -> tuple[str, str]:
    """The first sentence of an entry without its point, and the rest of the line."""
    found = _SENTENCE.match(words)
    title, rest = ((found[1] or found[3]), (found[2] or found[4])) if found else (words, "")
    return title.strip().rstrip(".。"), rest
