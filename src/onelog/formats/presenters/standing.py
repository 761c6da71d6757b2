"""How it stands with people: who is due, the morning, the counts for a prompt."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.results.common import Standing, Today
from onelog.core.results.today import Status
from onelog.formats import cells
from onelog.formats.json_records import record_json
from onelog.formats.json_results import fields_json


def _standing(one: Standing, today: date) -> tuple[str, ...]:
    return (
        "due",
        one.person.id,
        cells.day(one.due),
        one.person.name,
        one.skip.why if one.skip else "",
        one.state,
        cells.number(one.late or None),
        cells.day(one.until),
        cells.day(one.person.last_met),
        one.person.rule or "",
        *(map(str, one.kept) if one.kept else ("", "", "")),
        *([one.hour] if one.hour else []),
    )


def _status(status: Status, today: date) -> tuple[str, ...]:
    return "status", "", today.isoformat(), "", "", *(str(n) for n in status)


CELLS: dict[str, cells.LineWriter] = {"due": _standing, "status": _status}


# --- JSON


def standing_json(one: Standing, today: date) -> dict[str, Any]:
    """The person, with how it stands; the last skip and what was kept where they were asked for (else null)."""
    return record_json(one.person, today) | {
        "state": one.state,
        "days_late": one.late,
        "paused_until": one.until.isoformat() if one.until else None,
        "skip": record_json(one.skip, today) if one.skip else None,
        "hour": one.hour,
        "kept": {**one.kept._asdict(), "n": one.kept.n} if one.kept else None,
    }


def _today(seen: Today, today: date) -> dict[str, Any]:
    return {
        "day": seen.day.isoformat(),
        "due": [standing_json(one, seen.day) for one in seen.due],
        "days": [fields_json(day, seen.day) for day in seen.days],
        "mine": [record_json(a, seen.day) for a in seen.mine],
        "theirs": [record_json(a, seen.day) for a in seen.theirs],
        "goals": [record_json(g, seen.day) for g in seen.goals],
        "moment": record_json(seen.moment, seen.day) if seen.moment else None,
        "warnings": seen.warnings,
    }


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"due": standing_json, "today": _today}
