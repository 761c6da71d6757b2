"""How goals go, and the plan of one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.progress import Course, Plan
from onelog.formats import cells
from onelog.formats.json_records import record_json
from onelog.formats.presenters.record_cells import record_cells


def _course(one: Course, today: date) -> tuple[str, ...]:
    days, amount = (str(one.ahead.days), cells.number(round(one.ahead.amount, 6))) if one.ahead else ("", "")
    counts = (str(n) for n in (one.weeks, one.done, one.below))
    placed, last = record_cells(one.goal, today)
    return *placed, days, amount, *counts, *last


CELLS: dict[str, cells.LineWriter] = {"course": _course}


# --- JSON


def course_json(one: Course, today: date) -> dict[str, Any]:
    """The goal, with how it goes; days, amount and part ahead are null where the pace is unknown."""
    by = one.ahead
    return record_json(one.goal, today) | {
        "days_ahead": by.days if by else None,
        "amount_ahead": cells.rounded(by.amount) if by else None,
        "fraction_ahead": cells.rounded(by.fraction) if by else None,
        "touched": one.touched.isoformat() if one.touched else None,
        "weeks_untouched": one.weeks,
        "done_below": one.done,
        "goals_below": one.below,
    }


def _plan(plan: Plan, today: date) -> dict[str, Any]:
    """The goal, its steps (the last day first; `goal` is null where nothing was said yet), and what comes next."""
    steps = [
        {
            "when": s.when or None,
            "day": s.day.isoformat(),
            "goal": record_json(s.goal, today) if s.goal else None,
            "offered": s.offered.isoformat() if s.offered else None,
        }
        for s in plan.steps
    ]
    return {
        "goal": record_json(plan.goal, today),
        "steps": steps,
        "next": [record_json(n, today) for n in plan.next],
    }


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"course": course_json, "plan": _plan}
