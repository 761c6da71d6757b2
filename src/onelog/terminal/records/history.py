"""What was changed, newest first, in words, with what is undone marked so."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from onelog.core.calendar import dates
from onelog.core.phrases import find, spoken
from onelog.core.results.history import Change, RecordChange
from onelog.markdown.body import notes_of
from onelog.terminal.kit.layout import Words
from onelog.terminal.kit.screen import Screen

LISTED = 4
"""Records that are shown for one change; the others are counted."""
SHOWN = 40
"""Cells of a value; a note may have many pages."""
_SILENT = ("uid", "id", "created")
_FIRST_WORDS = ("text", "title", "name", "body")


def draw(screen: Screen, changes: Sequence[Change], today: date, labels: Mapping[str, str] | None = None) -> None:
    """The changes, newest first; where the newest is undone, how to do it again.

    `labels` says what the records are called that fields point at, by uid.
    """
    if not changes:
        screen.text(screen.say("no_history"))
    width = max((len(str(change.n)) for change in changes), default=1)
    for change in changes:
        _draw_one(screen, change, today, width, labels or {})
    if next((change.undone for change in changes if change.op == "do"), False):
        screen.blank()
        screen.text(*screen.phrase("to_redo", "onelog redo"))


def _draw_one(screen: Screen, change: Change, today: date, width: int, labels: Mapping[str, str]) -> None:
    undone = "dropped" if change.undone else ""
    said: list[Words] = [(_command(screen, change), undone or "strong")]
    said += [(f" · {screen.say('undone')}", "quiet")] if change.undone else []
    when = f"{_day(screen, change.at.date(), today)} {change.at:%H:%M}"
    screen.row([f"{change.n:>{width}}  "], said, [(when, "quiet")])
    indent = " " * (width + 2)
    for line in change.lines[:LISTED]:
        lead: list[Words] = [indent, (f"{line.id}  ", "quiet")]
        screen.row(lead, _what(screen, line, labels), most=3)
    if more := change.unsaid + max(0, len(change.lines) - LISTED):
        n = f"{more}{'+' * change.uncounted}"
        screen.row([indent], [("… " + screen.say("and_more", n=n), "quiet")])


def _command(screen: Screen, change: Change) -> str:
    if change.op in ("undo", "redo") and change.target is not None:
        return screen.say(f"{change.op}_of", n=change.target)
    return change.command


def _kind(screen: Screen, line: RecordChange) -> str:
    kind = (line.after or line.before or {}).get("kind") or line.kind
    return screen.say(kind).lower() if find(kind) else line.kind


def _day(screen: Screen, day: date, today: date) -> str:
    near = abs((day - today).days) <= 1
    return dates.spoken(day, today, screen.language) if near else spoken.short_day(day, today, screen.language)


def _what(screen: Screen, line: RecordChange, labels: Mapping[str, str]) -> list[Words]:
    """`action: status open → done, closed 2026-11-22`; for a new or deleted record its first words."""
    if line.before is None or line.after is None:
        fields = line.after or line.before or {}
        key = "was_added" if line.before is None else "was_deleted"
        text = next((_value(name, fields[name], labels) for name in _FIRST_WORDS if fields.get(name)), "")
        return [(screen.say(key, kind=_kind(screen, line)), "quiet"), f"{screen.colon}{_short(text)}" if text else ""]
    said = screen.say("comma").join(_fields(screen, line, labels)) or screen.say("lines_of_records")
    return [(f"{_kind(screen, line)}{screen.colon}", "quiet"), said]


def _fields(screen: Screen, line: RecordChange, labels: Mapping[str, str]) -> Iterator[str]:
    before, after = line.before or {}, line.after or {}
    for name in dict.fromkeys([*before, *after]):
        was, now = (_in_words(screen, name, _value(name, one.get(name), labels)) for one in (before, after))
        called = _called(screen, name.removesuffix("_uid"))
        if before.get(name) is None and after.get(name) is None:  # it changed, and its words are not shown
            yield called
        elif name not in _SILENT and was != now:
            yield f"{called} {_short(now)}" if not was else f"{called} {_short(was)} → {_short(now)}"


def _called(screen: Screen, name: str) -> str:
    """A field as people call it; in English that is its name."""
    if name == "body":
        return screen.say("errors.record.this_note")
    key = f"change.field_{name}"
    return screen.say(key) if screen.language != "en" and find(key) else name


def _in_words(screen: Screen, name: str, value: str) -> str:
    return screen.say(value) if name == "status" and screen.language != "en" and find(value) else value


def _value(name: str, value: object, labels: Mapping[str, str]) -> str:
    """A field as people know it: a name for a uid, the note without the places of its records."""
    if value is None:
        return ""
    return notes_of(str(value)) if name == "body" else labels.get(str(value), str(value))


def _short(value: str) -> str:
    text = " ".join(value.split()) or "–"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
