"""Notion: its export as Markdown, a page a file with its properties beneath the title, known again by the page's id."""

import re
from datetime import datetime

from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown import frontmatter
from onelog.markdown.split import unix
from onelog.sources.dialects.notion_page import is_page, markdown_of
from onelog.sources.foreign_front import named
from onelog.sources.found_days import clock_text
from onelog.sources.note_facts import DAYS, PEOPLE
from onelog.sources.notes import read_notes

_ID = re.compile(r" ?([0-9a-f]{32})(?=\.\w+$|$)")
_PROPERTY = re.compile(r"^([^\s:#\-*>|`][^:]{0,40}): (\S.*)$")
_TIME = re.compile(
    r"^(?P<day>[A-Z][a-z]+ \d{1,2}, \d{4}|\d{4}[/-]\d\d?[/-]\d\d?|\d{4}年\d{1,2}月\d{1,2}日)"
    r"(?: (?P<clock>\d{1,2}:\d\d)(?: ?(?P<half>[AP]M))?)?(?: \((?:GMT|UTC)(?P<zone>[+-]\d{1,2}(?::\d\d)?)?\))?(?: → .*)?$"
)
_KNOWN = frozenset(
    (
        *PEOPLE,
        *DAYS,
        "status",
        "tags",
        "type",
        "category",
        "created",
        "created time",
        "created by",
        "last edited time",
        "url",
        "ステータス",
        "タグ",
        "種類",
        "作成日時",
        "作成者",
        "最終更新日時",
    )
)
"""Names of properties, one of which says that lines beneath a title are such."""
_SURE = 98


def identify(text: str, name: str) -> int:
    """Sure by the id that Notion puts behind the name of a page, or by how its HTML is built."""
    return 100 if is_page(text) else _SURE if re.search(r" [0-9a-f]{32}\.md$", name) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The meeting of a page, or those in it; of HTML, errors and reports count the lines that it has as Markdown."""
    if is_page(file.text[:100_000]):
        file = file._replace(text=markdown_of(file.text))
    name = file.parts[-1] if file.parts else file.name
    found = _ID.search(name)
    parts = tuple(_ID.sub("", part) for part in file.parts)
    lines = unix(file.text).split("\n")
    text = "\n".join(_with_front(lines))
    key = f"notion\0{found[1]}" if found else file.key
    if lines and lines[0].startswith("# ") and parts:
        parts = (*parts[:-1], f"{lines[0][2:].strip()[:80].replace('/', ' ')}.md")
    return read_notes(file._replace(text=text, key=key, parts=parts), hints, "notion")


def _with_front(lines: list[str]) -> list[str]:
    """The same number of lines, with the properties beneath the title as front matter."""
    if len(lines) < 4 or not lines[0].startswith("# ") or lines[1].strip():
        return lines
    end = next((n for n, line in enumerate(lines[2:], 2) if not _PROPERTY.match(line)), len(lines))
    if end == 2 or (end < len(lines) and lines[end].strip()):
        return lines
    if not any(named(line.partition(":")[0]) in _KNOWN for line in lines[2:end]):
        return lines  # words with a colon in them
    title = frontmatter.scalar(lines[0][2:].strip())
    properties = [_property(line) for line in lines[2:end]]
    return ["---", f"title: {title}", *properties, "---", *lines[end + 1 :]]


def _property(line: str) -> str:
    """A property as a key of front matter, a day as others write it."""
    key, _, value = line.partition(": ")
    value = re.sub(r" \((?:https?://|\.\./|[^()]*%20)[^()]*\)", "", value.strip())
    found = _TIME.match(value)
    return f"{key}: {_time(found) if found else frontmatter.scalar(value)}"


def _time(found: re.Match[str]) -> str:
    if not found["clock"]:
        return found["day"]
    clock, day = clock_text(found["clock"], found["half"]), found["day"]
    if found["zone"] and day[0].isalpha():
        hours, _, minutes = found["zone"][1:].partition(":")
        day = f"{datetime.strptime(day, '%B %d, %Y'):%Y-%m-%d}"  # noqa: DTZ007 - a day
        return f"{day}T{clock}{found['zone'][0]}{int(hours):02}:{minutes or '00'}"
    return f"{day} {clock}"
