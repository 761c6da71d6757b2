"""What is seen on a terminal: values in, a screen out. Nothing here reads or changes the journal."""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # Rich is loaded by what draws
    from onelog.terminal.kit.screen import Screen

VIEWS = {
    view: f"onelog.terminal.{folder}.{module}"
    for folder, modules in {
        "records": {
            view: view
            for view in (
                "actions", "changed", "drafts", "goals", "history", "logged", "meeting", "moments", "people", "plan", "record",
                "search", "timeline", "topics",
            )
        },
        "insight": {"next": "upcoming", "thread": "patterns", "question": "questions"}
        | {
            view: view
            for view in (
                "discover", "explain", "feedback", "guide", "prep", "review", "skills", "spark", "stats", "status", "team",
                "today", "watch",
            )
        },
        "safety": {view: view for view in ("backups", "doctor", "forgotten", "restored")},
    }.items()
    for view, module in modules.items()
} | {"page": "onelog.terminal.page"}  # fmt: skip
"""The module of each view, which has `draw(screen, values, today, …)`; loaded when it draws."""


def draw(view: str, screen: "Screen", values: Any, today: date, **more: Any) -> None:
    """Draws `values` as they stand on `today`."""
    import_module(VIEWS[view]).draw(screen, values, today=today, **more)
