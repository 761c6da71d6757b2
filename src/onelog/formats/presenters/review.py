"""A review or a nomination in JSON."""

from collections.abc import Callable
from datetime import date
from typing import Any

from onelog.core.calendar.periods import Period
from onelog.core.results.review import Nomination, Review
from onelog.core.values import as_dict, has_fields


def _review(value: Review | Nomination, today: date) -> dict[str, Any]:
    kind = "review" if isinstance(value, Review) else "nomination"
    return {"kind": kind, **_fields(value)}


def _fields(value: Any) -> Any:
    """All its fields, days as ISO days, a period as its name and its days."""
    if isinstance(value, Period):
        return {"name": value.name, "first": value.start.isoformat(), "last": value.last.isoformat()}
    if isinstance(value, date):
        return value.isoformat()
    if has_fields(value):
        return {key: _fields(one) for key, one in as_dict(value).items()}
    if isinstance(value, tuple):
        return [_fields(one) for one in value]
    return value


JSON: dict[str, Callable[[Any, date], dict[str, Any]]] = {"review": _review, "nomination": _review}
