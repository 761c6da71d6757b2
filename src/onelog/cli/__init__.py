"""What people type: one row a command, in the order of the help; its module is imported when it is asked for."""

from typing import NamedTuple


class Command(NamedTuple):
    """Where a command is: a function or a Typer group in a module."""

    name: str
    """`actions`, or `actions add` for a command of a command."""
    module: str
    attribute: str
    panel: str
    """Under what it stands in the help; a command of a command with its own."""
    example: str = ""
    """What may follow its name, as the help shows it; where that has words of a language, `core/phrases/help/` has it."""


GROUPS = DAILY, BACK, WHO, TALK, CARE = "day", "back", "who", "talk", "care"
"""What `onelog help GROUP` calls them; their headings stand in `core/phrases/help/`."""
EVERYDAY = (
    "log",
    "prep",
    "next",
    "note",
    "topic",
    "actions",
    "done",
    "timeline",
    "search",
    "people",
    "goals",
    "review",
    "undo",
)
"""What `onelog --help` shows."""

COMMANDS = tuple(
    Command(name, f"onelog.cli.{module}", *row)
    for name, module, *row in (
        ("log", "day.log", "log", DAILY),
        ("prep", "day.prep", "prep", DAILY, "mia"),
        ("team", "day.prep", "team", DAILY, "--relation report"),
        ("next", "day.next", "next_", DAILY, "--all"),
        ("skip", "day.skip", "skip", DAILY),
        ("move", "day.skip", "move", DAILY),
        ("note", "day.log", "note", DAILY),
        ("topic", "day.topic", "topic", DAILY),
        ("topics", "day.topics", "topics", DAILY, "mia"),
        ("actions", "day.actions", "actions", DAILY, "mia --overdue"),
        ("actions add", "day.action", "add", ""),
        ("done", "day.action", "done", DAILY),
        ("drop", "day.action", "drop", DAILY),
        ("reopen", "day.action", "reopen", DAILY, "k7qf"),
        ("change", "day.change", "change", DAILY),
        ("aha", "day.moment", "aha", DAILY),
        ("win", "day.moment", "win", DAILY),
        ("praise", "day.moment", "praise", DAILY),
        ("growth", "day.moment", "growth", DAILY),
        ("concern", "day.moment", "concern", DAILY),
        ("fact", "day.moment", "fact", DAILY),
        ("decision", "day.moment", "decision", DAILY),
        ("review", "back.review", "review", BACK, "2026Q3 --for manager"),
        ("nominate", "back.nominate", "nominate", BACK, "ben"),
        ("stats", "back.stats", "stats", BACK),
        ("thread", "back.thread", "thread", BACK),
        ("watch", "back.watch", "watch", BACK),
        ("feedback", "back.feedback", "feedback", BACK, "mia"),
        ("skills", "back.skills", "skills", BACK, "presenting"),
        ("timeline", "back.timeline", "timeline", BACK),
        ("search", "back.search", "search", BACK),
        ("show", "back.show", "show", BACK, "mia"),
        ("moments", "back.moments", "moments", BACK, "--kind aha --since 2026Q3"),
        ("export", "back.export", "export", BACK, "2026Q3 --with mia -o q3.md"),
        ("people", "who.people", "people", WHO, "--all"),
        ("people add", "who.person", "add", ""),
        ("people edit", "who.person", "edit", ""),
        ("people archive", "who.person", "archive", "", "mia"),
        ("people merge", "who.person", "merge", "", "mia ben"),
        ("goals", "who.goals", "goals", WHO, "--tree"),
        ("goals add", "who.goal", "add", ""),
        ("goals checkin", "who.goal", "checkin", ""),
        ("goals close", "who.goal", "close", "", "k7qf --as achieved"),
        ("goals plan", "who.plan", "plan", "", "k7qf"),
        ("forms", "who.forms", "forms", WHO),
        ("forms edit", "who.forms", "edit", "", "report"),
        ("ask", "talk.ask", "ask", TALK, "mia"),
        ("guide", "talk.guide", "guide", TALK, "listening"),
        ("discover", "talk.discover", "discover", TALK),
        ("spark", "talk.spark", "spark", TALK, "mia"),
        ("explain", "talk.explain", "explain", TALK, "overdue"),
        ("edit", "care.edit", "edit", CARE, "k7qf"),
        ("delete", "care.edit", "delete", CARE, "k7qf"),
        ("undo", "care.history", "undo", CARE, "2"),
        ("redo", "care.history", "redo", CARE),
        ("history", "care.history", "history", CARE, "k7qf"),
        ("import", "care.import_", "import_", CARE, "notes/ --dry-run"),
        ("recover", "care.recover", "recover", CARE, "1"),
        ("status", "care.status", "status", CARE, "--short"),
        ("backup", "care.backup", "backup", CARE, "/media/stick"),
        ("restore", "care.backup", "restore", CARE, "1"),
        ("doctor", "care.doctor", "doctor", CARE, "--mend"),
        ("forget", "care.forget", "forget", CARE, "mia"),
        ("config", "care.config", "config", CARE, "reflect off"),
        ("config list", "care.config", "list_", ""),
        ("config path", "care.config", "path", ""),
        ("config get", "care.config", "get", "", "reflect"),
        ("config set", "care.config", "set_", "", "reflect off"),
        ("config edit", "care.config", "edit", ""),
        ("db", "care.db", "db", CARE, "info"),
        ("db path", "care.db", "path", ""),
        ("db info", "care.db", "info", "", "--json"),
        ("db schema", "care.db", "schema", ""),
        ("demo", "care.demo", "demo", CARE),
        ("help", "care.help", "help_", CARE, "goals add"),
    )
)
