"""Drafts, backups, what a restore did, what the doctor found and what was erased; their lines have no kind."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.results.safety.backups import COUNTS, Backup, Contents, Restored
from onelog.core.results.safety.doctor import Finding, Report
from onelog.core.results.safety.drafts import Waiting
from onelog.core.results.safety.forgotten import Erasure
from onelog.formats import cells


def _draft(one: Waiting, today: date) -> dict[str, Any]:
    return {
        "number": one.number,
        "at": one.at.isoformat(timespec="seconds"),
        "command": one.command or None,
        "person": one.person,
        "text": one.text or None,
    }


def _backup(one: Backup, today: date) -> dict[str, Any]:
    return {
        "number": one.number,
        "at": one.at.isoformat(timespec="seconds"),
        "path": str(one.path),
        "bytes": one.bytes,
        "encrypted": one.encrypted,
        "reason": one.reason or None,
        **_counts(one.contents),
    }


def _restored(done: Restored, today: date) -> dict[str, Any]:
    return {
        "restored": str(done.source),
        "kept": str(done.kept.path) if done.kept else None,
        **_counts(done.contents),
    }


def _counts(held: Contents | None) -> dict[str, int | None]:
    return {name: getattr(held, name) if held else None for name in (*COUNTS, "changes", "version")}


def _report(report: Report, today: date) -> dict[str, Any]:
    return {
        "journal": str(report.journal),
        "there": report.there,
        "mended": list(report.mended),
        "checked": [{"check": check, "count": count} for check, count in report.checked.items()],
        "findings": [finding._asdict() for finding in report.findings],
    }


def _erasure(done: Erasure, today: date) -> dict[str, Any]:
    return {
        "erased": dict(done.records),
        "deleted_before": done.deleted,
        "drafts": done.drafts,
        "backups": done.backups,
        "held_drafts": done.held,
        "searches": done.searches,
        "left": [{"path": str(path), "why": why} for path, why in done.left],
        "mentions": [{"word": word, "records": n} for word, n in done.mentions],
        "mentioned_before": done.older,
        "searches_left": list(done.searches_left),
    }


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {
    "draft": _draft,
    "backup": _backup,
    "restored": _restored,
    "report": _report,
    "erasure": _erasure,
}


# --- lines


def _fields(made: dict[str, Any]) -> tuple[str, ...]:
    """What is not so or not there is empty, a thing that is so is its name."""
    return tuple(name if field is True else str(field or "") for name, field in made.items())


def _finding(one: Finding, today: date) -> tuple[str, ...]:
    return one.level, one.check, one.message, one.mend


CELLS: dict[str, cells.LineWriter] = {
    "draft": lambda one, today: _fields(_draft(one, today)),
    "backup": lambda one, today: _fields(_backup(one, today)),
    "restored": lambda done, today: _fields(_restored(done, today)),
    "finding": _finding,
}
