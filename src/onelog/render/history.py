"""What was changed, newest first, in words, with what is undone marked so."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from onelog import dates
from onelog.render import words
from onelog.render.layout import Words
from onelog.render.screen import Screen

if TYPE_CHECKING:
    from onelog.store.changes import Change, Line

LISTED = 4
"""Records that are shown for one change; the others are counted."""
SHOWN = 40
"""Cells of a value; a note may have many pages."""
_SILENT = ("uid", "id", "created")


def draw(screen: Screen, changes: "Sequence[Change]", today: date) -> None:
    """The changes, newest first; where the newest is undone, how to do it again."""
    if not changes:
        screen.text(screen.say("no_history"))
    width = max((len(str(change.n)) for change in changes), default=1)
    for change in changes:
        _draw_one(screen, change, today, width)
    if next((change.undone for change in changes if change.op == "do"), False):
        screen.blank()
        screen.text(*screen.phrase("to_redo", "onelog redo"))


def _draw_one(screen: Screen, change: "Change", today: date, width: int) -> None:
    undone = "dropped" if change.undone else ""
    said: list[Words] = [(_command(screen, change), undone or "strong")]
    said += [(f" · {screen.say('undone')}", "quiet")] if change.undone else []
    when = f"{_day(screen, change.at.date(), today)} {change.at:%H:%M}"
    screen.row([f"{change.n:>{width}}  "], said, [(when, "quiet")])
    indent = " " * (width + 2)
    for line in change.lines[:LISTED]:
        lead: list[Words] = [indent, (f"{line.id}  ", "quiet")]
        screen.row(lead, _what(screen, line), most=3)
    if len(change.lines) > LISTED:
        screen.row([indent], [("… " + screen.say("and_more", n=len(change.lines) - LISTED), "quiet")])


def _command(screen: Screen, change: "Change") -> str:
    if change.op in ("undo", "redo") and change.target is not None:
        return screen.say(f"{change.op}_of", n=change.target)
    return change.command


def _kind(screen: Screen, line: "Line") -> str:
    kind = (line.after or line.before or {}).get("kind") or line.kind
    return screen.say(kind).lower() if kind in words.WORDS[screen.language] else line.kind


def _day(screen: Screen, day: date, today: date) -> str:
    near = abs((day - today).days) <= 1
    return dates.spoken(day, today, screen.language) if near else words.short_day(day, today, screen.language)


def _what(screen: Screen, line: "Line") -> list[Words]:
    """`action: status open → done, closed 2026-11-22`; for a new or deleted record its first words."""
    if line.before is None or line.after is None:
        fields = line.after or line.before or {}
        key = "was_added" if line.before is None else "was_deleted"
        text = next((str(fields[name]) for name in ("text", "title", "name", "body") if fields.get(name)), "")
        return [(screen.say(key, kind=_kind(screen, line)), "quiet"), f": {_short(text)}" if text else ""]
    return [(f"{_kind(screen, line)}: ", "quiet"), ", ".join(_fields(line))]


def _fields(line: "Line") -> Iterator[str]:
    before, after = line.before or {}, line.after or {}
    for name in dict.fromkeys([*before, *after]):
        was, now = before.get(name), after.get(name)
        if name not in _SILENT and was != now:
            name = name.removesuffix("_uid")
            yield f"{name} {_short(now)}" if was in (None, "") else f"{name} {_short(was)} → {_short(now)}"


def _short(value: object) -> str:
    text = " ".join(str(value).split()) if value not in (None, "") else "–"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
