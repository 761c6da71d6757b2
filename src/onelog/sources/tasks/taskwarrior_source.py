"""Taskwarrior: what `task export` writes; what onelog exported ticks its promise."""

import re
from datetime import UTC, datetime
from typing import Any

from onelog.core.errors import Damaged, OnelogError, Refused, check_none, kept_in, notice
from onelog.core.results.incoming import SKIPPED, Hints, IncomingFile, Stretch, TextFile
from onelog.markdown.split import unix
from onelog.sources.json_items import JsonItem, read_items
from onelog.sources.tasks.written_task import TaskFacts, TaskWriter, is_tag

_MARKS = {"pending": " ", "waiting": " ", "completed": "x", "deleted": "-"}
_KEPT = ("project", "priority", "scheduled", "wait", "until", "recur")
"""What has no place here and is kept beside the words."""


def identify(text: str, name: str) -> int:  # noqa: ARG001 - every source takes the same arguments
    """Sure by the keys of its first task."""
    keys = ("uuid", "description", "status")
    beginning = text[:20_000]
    is_task = re.match(r"\ufeff?\s*\[?\s*\{", beginning) and all(f'"{key}"' in beginning for key in keys)
    return 96 if is_task and re.search(r'"status"\s*:\s*"(?:pending|completed|deleted|waiting|recurring)"', text) else 0


def extract(file: TextFile, hints: Hints) -> IncomingFile:
    """A promise a task, mine; of a task that came from here, only whether it is done."""
    writer = TaskWriter(file, "taskwarrior", hints)
    pages, skipped = [], []
    refused: list[OnelogError] = []
    for item in read_items(file):
        task = _read(item, file, hints, refused)
        if isinstance(task, str):
            skipped.append(Stretch(item.first, item.last, SKIPPED, task))
        elif task and not refused:
            pages.append(writer.write(task))
    check_none(refused)
    lines = unix(file.text).rstrip("\n").count("\n") + 1
    why = "" if pages else notice("import_.no_tasks")
    return IncomingFile(file.name, "taskwarrior", lines, tuple(pages), tuple(skipped) if pages else (), why=why)


def _read(item: JsonItem, file: TextFile, hints: Hints, refused: list[OnelogError]) -> TaskFacts | str | None:
    """A task, or why it is left out; none where it adds to what is `refused`."""
    said = item.said
    status, words, uuid = (str(said.get(key) or "") for key in ("status", "description", "uuid"))
    if status == "recurring":
        return notice("import_.is_pattern")
    if status not in _MARKS or not words.strip() or not uuid:
        refused.append(Damaged("import_.bad_task", file=file.name, line=item.first))
        return None
    tags = [str(tag) for tag in said.get("tags") or ()]
    more = [f"{key}: {_shown(said[key], hints)}" for key in _KEPT if said.get(key)]
    more += [f"tag: {tag}" for tag in tags if not is_tag(tag)]
    more += [str(note.get("description", "")) for note in said.get("annotations") or () if isinstance(note, dict)]
    days = dict.fromkeys(("due", "entry", "end"), "")
    for key in days:
        with kept_in(refused):
            days[key] = _day(said.get(key), item, file, hints)
    return TaskFacts(
        words=words,
        line=item.first,
        last=item.last,
        mark=_MARKS[status],
        due=days["due"],
        opened=days["entry"],
        closed=days["end"],
        tags=tuple(tag for tag in tags if is_tag(tag)),
        more=tuple(one for one in more if one),
        native=uuid,
        promise=uuid,
    )


def _shown(value: Any, hints: Hints) -> str:
    found = re.fullmatch(r"\d{8}T\d{6}Z", str(value))
    return f"{_time(str(value), hints):%Y-%m-%d}" if found else str(value)


def _time(text: str, hints: Hints) -> datetime:
    return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(hints.now.tzinfo)


def _day(value: Any, item: JsonItem, file: TextFile, hints: Hints) -> str:
    """The day of a time, as it is where the keeper is; one without a zone is that day."""
    if not value:
        return ""
    text = str(value)
    try:
        if re.fullmatch(r"\d{8}T\d{6}", text):
            return f"{datetime.strptime(text[:8], '%Y%m%d').replace(tzinfo=UTC):%Y-%m-%d}"
        return f"{_time(text, hints):%Y-%m-%d}"
    except ValueError:
        raise Refused("import_.task_day", file=file.name, line=item.first, day=text[:30]) from None
