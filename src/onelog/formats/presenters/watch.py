"""Early warnings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.results.watch import Warned
from onelog.formats import cells
from onelog.formats.json_records import record_json


def _warned(one: Warned, today: date) -> tuple[str, ...]:
    records = " ".join(f"{fired.kind}:{fired.id}" for fired in one.records)
    values = " ".join(str(fired.value) for fired in one.records if fired.value is not None)
    until, why = (cells.day(one.answer.until), one.answer.text) if one.answer else ("", "")
    return (
        "warning",
        one.name,
        cells.day(one.day),
        cells.label(one.person),
        one.text or "",
        one.rule,
        cells.number(one.number),
        cells.number(one.limit),
        cells.number(one.n),
        records,
        values,
        " ".join(one.how),
        until,
        why,
    )


CELLS: dict[str, cells.LineWriter] = {"warning": _warned}


# --- JSON


def _warned_json(one: Warned, today: date) -> dict[str, Any]:
    """The warning with the records that fired it; words of concerns are null where they are not to be told."""
    return {
        "kind": "warning",
        "name": one.name,
        "rule": one.rule,
        "about": one.about.label,
        "person": one.person.label if one.person else None,
        "day": one.day.isoformat() if one.day else None,
        "text": one.text,
        "number": cells.rounded(one.number),
        "limit": cells.rounded(one.limit),
        "n": one.n,
        "how": list(one.how),
        "records": [fired._asdict() | {"day": fired.day.isoformat() if fired.day else None} for fired in one.records],
        "quiet_until": one.answer.until.isoformat() if one.answer else None,
        "answer": record_json(one.answer, today) if one.answer else None,
    }


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"warning": _warned_json}
