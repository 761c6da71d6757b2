"""Org: headings, task words, planning lines, drawers and links of Emacs, line by line as Markdown has them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from onelog.core.errors import Damaged
from onelog.core.results.incoming import Hints, IncomingFile, TextFile
from onelog.markdown.split import unix
from onelog.sources.needed_library import needed
from onelog.sources.notes import read_notes

_DROPPED = ("CANCELED", "CANCELLED", "DROPPED", "KILL", "WONTFIX")
_HEAD = re.compile(r"^#\+(\w+):\s*(.*)$", re.IGNORECASE)
_KEPT = {
    "title": "# {}",
    "date": "Date: {}",
    "attendees": "Attendees: {}",
    "with": "With: {}",
    "participants": "Participants: {}",
}
_BLOCK = re.compile(r"^\s*#\+(begin|end)_(\w+)", re.IGNORECASE)
_STAMP = re.compile(
    r"[<\[](\d{4}-\d\d-\d\d)(?: [^\W\d]+\.?)?(?: (\d{1,2}:\d\d)(?:-\d{1,2}:\d\d)?)?(?: [.+-]+\d+[hdwmy])*[>\]]"
)
_LINK = re.compile(r"\[\[([^\]]*)\](?:\[([^\]]*)\])?\]")
_PLANNING = re.compile(r"^\s*(?:(?:SCHEDULED|DEADLINE|CLOSED): *[<\[][^>\]]*[>\]] *)+$")
_PROPERTY = re.compile(r"^\s*:([\w-]+):\s*(.*)$")
_OWN = ("id", "created", "custom_id", "category", "effort", "style", "last_repeat", "ordered", "visibility")
_LONGEST = 2_000
"""Letters that a heading has at most."""
_SIGNS = r"^(?:#\+(?:title|begin_\w+|startup|filetags|date|author|options)\b|\s*:PROPERTIES:\s*$|\*+ (?:TODO|DONE) |\*+ .*[<\[]\d{4}-\d\d-\d\d [^\W\d]+)"


def identify(text: str, name: str) -> int:
    """Sure by lines that only Org has."""
    named = name.lower().endswith(".org")
    has_signs = re.search(_SIGNS, text, re.MULTILINE | re.IGNORECASE)
    return 96 if has_signs and (named or re.search(r"^\*+ ", text, re.MULTILINE)) else 85 if named else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """The meetings beneath headings with a day, or headed as 1-on-1s."""
    orgparse = needed("orgparse", "org", "orgparse")
    text = unix(file.text)
    if re.search(rf"^\*[^\n]{{{_LONGEST}}}", text, re.MULTILINE):
        raise Damaged("import_.broken_org", file=file.name)
    try:
        root = orgparse.loads(text)
        nodes = {node.linenumber: node for node in root[1:]}
    except (ValueError, IndexError, AttributeError, RecursionError) as error:
        raise Damaged("import_.broken_org", file=file.name) from error
    lines = text.split("\n")
    out = [*_markdown(lines, nodes)]
    return read_notes(file._replace(text="\n".join(out)), hints, "org", is_diary=True)


def _markdown(lines: Sequence[str], nodes: dict[int, Any]) -> Iterator[str]:
    """The same number of lines, as Markdown has them."""
    drawer, code, is_task = "", False, False
    drawers = {*_drawers(lines, nodes)}
    for number, line in enumerate(lines, 1):
        block = _BLOCK.match(line)
        if block:
            is_code = block[2].lower() in ("src", "example")
            code = is_code and block[1].lower() == "begin"
            yield "```" if is_code else ""
        elif code:
            yield line.removeprefix(",")
        elif node := nodes.get(number):
            is_task, drawer = bool(node.todo), ""
            yield _heading(node)
        elif drawer:
            drawer, said = ("", "") if line.strip().upper() == ":END:" else (drawer, _property(line, drawer))
            yield said
        elif number in drawers:
            drawer = line.strip().strip(":").upper()
            yield ""
        elif _PLANNING.match(line):
            yield ""
        else:
            yield _line(line, indented=is_task)


def _drawers(lines: Sequence[str], nodes: dict[int, Any]) -> Iterator[int]:
    """The numbers of the lines that begin a drawer which is closed before the next heading."""
    begun = 0
    for number, line in enumerate(lines, 1):
        words = line.strip()
        if number in nodes:
            begun = 0
        elif begun and words.upper() == ":END:":
            yield begun
            begun = 0
        elif not begun and re.fullmatch(r":[\w-]+:", words) and words.upper() != ":END:":
            begun = number


def _heading(node: Any) -> str:
    """A heading; one with a task word is an item with its days."""
    words = _inline(str(node.get_heading("raw") if hasattr(node, "get_heading") else node.heading))
    if node.priority:
        words = f"{words} [#{node.priority}]"
    tags = "".join(f" #{tag}" for tag in sorted(node.shallow_tags))
    if not node.todo:
        return f"{'#' * min(node.level + 1, 6)} {words}{tags}"
    done = node.todo in node.env.done_keys
    mark = "-" if node.todo in _DROPPED else "x" if done else " "
    days = [
        ("📅", node.deadline),
        ("❌" if mark == "-" else "✅", node.closed if done else None),
        ("⏳", node.scheduled),
    ]
    said = "".join(f" {sign} {_day(when)}" for sign, when in days if when and when.start)
    extra = f" ({node.todo})" if node.todo not in ("TODO", "DONE", *_DROPPED) else ""
    return f"- [{mark}] {words}{extra}{tags}{said}"


def _day(when: Any) -> str:
    return f"{when.start:%Y-%m-%d}"


def _property(line: str, drawer: str) -> str:
    """A property of a heading as a line; what Org keeps for itself is none."""
    found = _PROPERTY.match(line)
    if drawer != "PROPERTIES" or not found or found[1].lower() in _OWN or not found[2]:
        return ""
    return f"{found[1].capitalize()}: {_inline(found[2])}"


def _line(line: str, *, indented: bool) -> str:
    if head := _HEAD.match(line):
        form = _KEPT.get(head[1].lower())
        return form.format(_inline(head[2])) if form and head[2].strip() else ""
    if re.match(r"^\s*#(?:\s|$)", line):
        return f"\\{line.strip()}"
    line = re.sub(r"^(\s*)\+ ", r"\1- ", line)
    return f"  {_inline(line.lstrip())}" if indented and line.strip() else _inline(line)


def _inline(text: str) -> str:
    """Links, stamps and bold words as Markdown has them."""
    text = _LINK.sub(lambda found: f"[{found[2]}]({found[1]})" if found[2] else found[1].removeprefix("file:"), text)
    text = _STAMP.sub(lambda found: f"{found[1]} {found[2]}" if found[2] else found[1], text)
    return re.sub(r"(?<![\w*])\*([^\s*][^*\n]*?[^\s*]|[^\s*])\*(?![\w*])", r"**\1**", text)
