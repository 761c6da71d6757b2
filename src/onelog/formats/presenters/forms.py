"""The forms of one's own."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.results.forms import ListedForm
from onelog.formats import cells


def _form(one: ListedForm, today: date) -> tuple[str, ...]:
    troubles = "; ".join(f"line {line}: {what}" if line else what for line, what in one.troubles)
    scales = ", ".join(f"{name} {low}-{high}" for name, low, high in one.scales)
    return "form", one.name, "", one.whom, troubles, one.path, scales


def _form_json(one: ListedForm, today: date) -> dict[str, Any]:
    return {
        "kind": "form",
        "name": one.name,
        "for": one.whom or None,
        "path": one.path,
        "scales": [{"name": name, "low": low, "high": high} for name, low, high in one.scales],
        "questions": one.questions,
        "troubles": [{"line": line or None, "what": what} for line, what in one.troubles],
    }


CELLS: dict[str, cells.LineWriter] = {"form": _form}
JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"form": _form_json}
