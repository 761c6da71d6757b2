"""Taskwarrior: promises as `task import` takes them; the uuid is that of the promise, so that twice is once there too.

A day is written without its time and zone, so that it is the same day wherever Taskwarrior reads it.
"""

import json
import re
from datetime import date
from typing import Any, TextIO

from onelog.core.model import Action
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.formats.tasks.promises import promises

_STATUS = {"open": "pending", "done": "completed", "dropped": "deleted"}


def write(book: Book, out: TextIO, today: date, language: str = "en", *, theirs: bool = False) -> None:
    """An array with a task a line."""
    tasks = [json.dumps(_task(action), ensure_ascii=False) for action in promises(book, theirs=theirs)]
    out.write("[\n" + ",\n".join(tasks) + ("\n]\n" if tasks else "]\n"))


def _task(action: Action) -> dict[str, Any]:
    said: dict[str, Any] = {
        "uuid": action.uid,
        "description": " ".join(storable(action.text).split()),
        "status": _STATUS[action.status],
        "entry": _day(action.opened),
        "due": _day(action.due),
        "end": _day(action.closed or action.opened) if action.status != "open" else None,
        "project": storable(action.person.label) if action.person else None,
        "tags": [_tag(tag) for tag in action.tags],
    }
    notes = [("owner: " + action.owner.label) if action.owner else "", f"why: {action.why}" if action.why else ""]
    said["annotations"] = [
        {"entry": _day(action.opened), "description": storable(note)} for note in notes if note and action.opened
    ]
    return {key: value for key, value in said.items() if value}


def _day(day: date | None) -> str | None:
    return f"{day:%Y%m%d}T000000" if day else None


def _tag(tag: str) -> str:
    """A tag in the letters that Taskwarrior takes."""
    return re.sub(r"\W", "_", tag)
