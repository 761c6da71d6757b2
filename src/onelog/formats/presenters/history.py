"""What changed, what a search found, and what came in."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.results.common import Brought
from onelog.core.results.history import Change
from onelog.core.results.search import Hit
from onelog.formats import cells
from onelog.formats.json_records import record_json


def _change(change: Change, today: date) -> tuple[str, ...]:
    records = [f"{part.kind}:{part.id}" for part in change.lines]
    if change.unsaid:
        records.append(f"more:{change.unsaid}{'+' * change.uncounted}")
    return (
        "change",
        str(change.n),
        change.at.date().isoformat(),
        "",
        change.command,
        change.at.isoformat(),
        change.op,
        "undone" if change.undone else "",
        " ".join(records),
    )


def _hit(hit: Hit, today: date) -> tuple[str, ...]:
    return hit.kind, hit.id, hit.at[:10], hit.person or "", hit.snippet


CELLS: dict[str, cells.LineWriter] = {"change": _change, "hit": _hit}


# --- JSON


def _change_json(change: Change, today: date) -> dict[str, Any]:
    return {
        "n": change.n,
        "at": change.at.isoformat(timespec="seconds"),
        "command": change.command,
        "device": change.device,
        "op": change.op,
        "target": change.target,
        "undone": change.undone,
        "records": [
            {"id": line.id, "uid": line.uid, "kind": line.kind, "before": line.before, "after": line.after}
            for line in change.lines
        ],
    }


def _hit_json(hit: Hit, today: date) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "person": hit.person,
        "at": hit.at or None,
        "snippet": hit.snippet,
        "record": record_json(hit.record, today),
    }


def brought_json(brought: Brought, today: date) -> dict[str, Any]:
    troubles = [{"file": file, "line": line, "what": what} for file, line, what in brought.troubles]
    counts = {"made": dict(brought.made), "changed": brought.changed, "same": brought.same}
    return counts | {"troubles": troubles, "new_people": list(brought.new_people)}


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {
    "change": _change_json,
    "hit": _hit_json,
    "brought": brought_json,
}
