"""What lists and screens show, as JSON."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.model import Record
from onelog.store.changes import Change
from onelog.store.search import Hit
from onelog.views import Brought, Today

RecordJson = Callable[[Record, date], dict[str, Any]]


def view_json(value: Any, today: date, record_json: RecordJson) -> Any:
    """The JSON of a hit, a change, the picture of a day, or a record."""
    match value:
        case Hit():
            return {
                "kind": value.kind, "id": value.id, "person": value.person, "at": value.at or None,
                "snippet": value.snippet, "record": record_json(value.record, today),
            }  # fmt: skip
        case Change():
            return _change(value)
        case Today():
            return _today(value, record_json)
        case Brought():
            troubles = [{"file": f, "line": n, "what": w} for f, n, w in value.troubles]
            return {"made": dict(value.made), "changed": value.changed, "same": value.same, "troubles": troubles}
    return record_json(value, today)


def _change(change: Change) -> dict[str, Any]:
    return {
        "n": change.n, "at": change.at.isoformat(timespec="seconds"), "command": change.command, "device": change.device,
        "op": change.op, "target": change.target, "undone": change.undone,
        "records": [
            {"id": line.id, "uid": line.uid, "kind": line.kind, "before": line.before, "after": line.after}
            for line in change.lines
        ],
    }  # fmt: skip


def _today(seen: Today, record_json: RecordJson) -> dict[str, Any]:
    return {
        "day": seen.day.isoformat(),
        "due": [record_json(d.person, seen.day) for d in seen.due],
        "mine": [record_json(a, seen.day) for a in seen.mine],
        "theirs": [record_json(a, seen.day) for a in seen.theirs],
        "moment": record_json(seen.moment, seen.day) if seen.moment else None,
    }
