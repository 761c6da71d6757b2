"""What people type: one row a command, in the order of the help; its module is imported when it is asked for."""

from typing import NamedTuple


class Command(NamedTuple):
    """Where a command is: a function or a Typer group in a module."""

    name: str
    """`actions`, or `actions add` for a command of a command."""
    module: str
    attribute: str
    panel: str
    """Under what it stands in the help."""


DAILY, BACK, WHO = "Every day", "Looking back", "People and goals"
TALK, CARE = "Better conversations", "Care of the journal"

COMMANDS = tuple(
    Command(name, f"onelog.cli.{module}", attribute, panel)
    for name, module, attribute, panel in (
        ("log", "log", "log", DAILY),
        ("prep", "prep", "prep", DAILY),
        ("next", "next", "next_", DAILY),
        ("skip", "skip", "skip", DAILY),
        ("note", "log", "note", DAILY),
        ("topic", "topic", "topic", DAILY),
        ("topics", "topics", "topics", DAILY),
        ("actions", "actions", "actions", DAILY),
        ("actions add", "action", "add", ""),
        ("done", "action", "done", DAILY),
        ("drop", "action", "drop", DAILY),
        ("reopen", "action", "reopen", DAILY),
        ("aha", "moment", "aha", DAILY),
        ("win", "moment", "win", DAILY),
        ("praise", "moment", "praise", DAILY),
        ("growth", "moment", "growth", DAILY),
        ("concern", "moment", "concern", DAILY),
        ("decision", "moment", "decision", DAILY),
        ("review", "review", "review", BACK),
        ("nominate", "nominate", "nominate", BACK),
        ("stats", "stats", "stats", BACK),
        ("thread", "thread", "thread", BACK),
        ("watch", "watch", "watch", BACK),
        ("feedback", "feedback", "feedback", BACK),
        ("skills", "skills", "skills", BACK),
        ("timeline", "timeline", "timeline", BACK),
        ("search", "search", "search", BACK),
        ("show", "show", "show", BACK),
        ("moments", "moments", "moments", BACK),
        ("export", "export", "export", BACK),
        ("people", "people", "people", WHO),
        ("people add", "person", "add", ""),
        ("people edit", "person", "edit", ""),
        ("people archive", "person", "archive", ""),
        ("goals", "goals", "goals", WHO),
        ("goals add", "goal", "add", ""),
        ("goals checkin", "goal", "checkin", ""),
        ("goals close", "goal", "close", ""),
        ("goals plan", "plan", "plan", ""),
        ("ask", "question", "ask", TALK),
        ("guide", "guide", "guide", TALK),
        ("discover", "discover", "discover", TALK),
        ("spark", "spark", "spark", TALK),
        ("explain", "explain", "explain", TALK),
        ("edit", "record", "edit", CARE),
        ("delete", "record", "delete", CARE),
        ("undo", "history", "undo", CARE),
        ("redo", "history", "redo", CARE),
        ("history", "history", "history", CARE),
        ("import", "bring", "import_", CARE),
        ("recover", "recover", "recover", CARE),
        ("status", "status", "status", CARE),
        ("backup", "backup", "backup", CARE),
        ("restore", "backup", "restore", CARE),
        ("doctor", "doctor", "doctor", CARE),
        ("forget", "forget", "forget", CARE),
        ("db", "db", "db", CARE),
        ("db path", "db", "path", ""),
        ("db info", "db", "info", ""),
        ("db schema", "db", "schema", ""),
        ("demo", "demo", "demo", CARE),
    )
)
