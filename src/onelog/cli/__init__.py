"""What people type: one row a command, in the order of the help; its module is imported when it is asked for."""

from typing import NamedTuple


class Command(NamedTuple):
    """Where a command is: a function or a Typer group in a module."""

    name: str
    module: str
    attribute: str
    panel: str


DAILY, BACK, WHO, CARE = "Every day", "Looking back", "People and goals", "Care of the journal"

COMMANDS = tuple(
    Command(name, f"onelog.cli.{module}", attribute, panel)
    for name, module, attribute, panel in (
        ("log", "log", "log", DAILY),
        ("note", "log", "note", DAILY),
        ("topic", "topics", "topic", DAILY),
        ("topics", "topics", "topics", DAILY),
        ("actions", "actions", "actions", DAILY),
        ("done", "actions", "done", DAILY),
        ("drop", "actions", "drop", DAILY),
        ("reopen", "actions", "reopen", DAILY),
        ("aha", "moments", "aha", DAILY),
        ("win", "moments", "win", DAILY),
        ("praise", "moments", "praise", DAILY),
        ("growth", "moments", "growth", DAILY),
        ("concern", "moments", "concern", DAILY),
        ("decision", "moments", "decision", DAILY),
        ("timeline", "timeline", "timeline", BACK),
        ("search", "search", "search", BACK),
        ("show", "show", "show", BACK),
        ("moments", "moments", "moments", BACK),
        ("export", "export", "export", BACK),
        ("people", "people", "people", WHO),
        ("goals", "goals", "goals", WHO),
        ("edit", "show", "edit", CARE),
        ("delete", "show", "delete", CARE),
        ("undo", "history", "undo", CARE),
        ("redo", "history", "redo", CARE),
        ("history", "history", "history", CARE),
        ("import", "export", "import_", CARE),
        ("recover", "care", "recover", CARE),
        ("db", "care", "db", CARE),
        ("demo", "demo", "demo", CARE),
    )
)
