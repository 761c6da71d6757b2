"""The documents of a folder as Obsidian shows them best: links to people, a day as a property, days of tasks for its plugins.

`onelog import` reads them back as what they were.
"""

from collections.abc import Callable, Iterator, Mapping

from onelog.core.regexes import pattern
from onelog.markdown import entities, frontmatter

_TASK = r"^\s*- \[.\] "
_DAY = r" (due|done|dropped|opened):(\d{4}-\d\d-\d\d)(?= |$)"
_ID = r"(?: \^[2-9a-z]+)?$"
_EMOJI = {"opened": "➕", "due": "📅", "done": "✅", "dropped": "❌"}
_FIELD = {"opened": "created", "due": "due", "done": "completion", "dropped": "cancelled"}


MARK = "obsidian"
"""The key that says of a document that it is in this form."""


def dressed(text: str, links: Mapping[str, str], style: str) -> str:
    """A document with links to people (name -> file), the day as a property, and the days of tasks in the plugins' signs."""
    front, rule, body = text.partition("\n---\n")
    head = [line for part in front.split("\n") for line in _property(part, links)] + [f"{MARK}: {style}"]
    write: Callable[[str, str], str] = _emoji if style == "emoji" else _dataview
    lines = [_task(line, write) if pattern(_TASK).match(line) else line for line in body.split("\n")]
    return "\n".join(head) + rule + "\n".join(lines)


def _property(line: str, links: Mapping[str, str]) -> Iterator[str]:
    key, _, said = line.partition(": ")
    value = frontmatter.read_scalar(said)
    if key == "with" and value in links:
        yield f'with: "[[{links[value]}|{value}]]"'
    elif key == "alias":
        yield "aliases:"
        yield from (f"  - {frontmatter.scalar(one)}" for one in entities.parted(value))
    else:
        yield line
        if key == "at" and pattern(r"\d{4}-\d\d-\d\d").match(value):
            yield f"date: {value[:10]}"


def _task(line: str, write: Callable[[str, str], str]) -> str:
    """A task with its days at its end, where the Tasks plugin looks for them, before the id of its block."""
    end = pattern(_ID).search(line)
    words = line[: end.start()] if end else line
    code, tick, words = words.rpartition("`")
    days = pattern(_DAY).findall(words)
    bare = code + tick + pattern(_DAY).sub("", words)
    return " ".join([bare, *(write(key, day) for key, day in sorted(days, key=_order))]) + (end[0] if end else "")


def _order(day: tuple[str, str]) -> int:
    return [*_EMOJI].index(day[0])


def _emoji(key: str, day: str) -> str:
    return f"{_EMOJI[key]} {day}"


def _dataview(key: str, day: str) -> str:
    return f"[{_FIELD[key]}:: {day}]"
