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
    """What may follow its name, as the help shows it."""


DAILY, BACK, WHO = "Every day", "Looking back", "People and goals"
TALK, CARE = "Better conversations", "Care of the journal"
GROUPS = {"day": DAILY, "back": BACK, "who": WHO, "talk": TALK, "care": CARE}
"""What `onelog help GROUP` calls them."""
EVERYDAY = (
    "log", "prep", "next", "note", "topic", "actions", "done", "timeline", "search", "people", "goals", "review", "undo",
)  # fmt: skip
"""What `onelog --help` shows."""

COMMANDS = tuple(
    Command(name, f"onelog.cli.{module}", *row)
    for name, module, *row in (
        ("log", "log", "log", DAILY, "mia 'on the move a: plan it due:fri'"),
        ("prep", "prep", "prep", DAILY, "mia"),
        ("team", "prep", "team", DAILY, "--relation report"),
        ("next", "next", "next_", DAILY, "--all"),
        ("skip", "skip", "skip", DAILY, "mia --why 'she is ill'"),
        ("note", "log", "note", DAILY, "mia 'ask how the launch went'"),
        ("topic", "topic", "topic", DAILY, "mia 'who joins the ads team?'"),
        ("topics", "topics", "topics", DAILY, "mia"),
        ("actions", "actions", "actions", DAILY, "mia --overdue"),
        ("actions add", "action", "add", "", "'call the bank due:fri' --with mia"),
        ("done", "action", "done", DAILY, "k7qf --why 'sent it'"),
        ("drop", "action", "drop", DAILY, "k7qf --why 'nobody needs it'"),
        ("reopen", "action", "reopen", DAILY, "k7qf"),
        ("aha", "moment", "aha", DAILY, "'small is fast because: we were two'"),
        ("win", "moment", "win", DAILY, "'the first talk in Japanese +speaking'"),
        ("praise", "moment", "praise", DAILY, "'calm in the storm +care' --with mia"),
        ("growth", "moment", "growth", DAILY, "'say it sooner from:mia'"),
        ("concern", "moment", "concern", DAILY, "'he looks tired' --with ben"),
        ("decision", "moment", "decision", DAILY, "'we hire in March' --with mia"),
        ("review", "review", "review", BACK, "2026Q3 --for manager"),
        ("nominate", "nominate", "nominate", BACK, "ben"),
        ("stats", "stats", "stats", BACK, "'last quarter'"),
        ("thread", "thread", "thread", BACK),
        ("watch", "watch", "watch", BACK, "--seen praise:k7qf --why 'thanked him'"),
        ("feedback", "feedback", "feedback", BACK, "mia"),
        ("skills", "skills", "skills", BACK, "presenting"),
        ("timeline", "timeline", "timeline", BACK, "mia --since 'last month'"),
        ("search", "search", "search", BACK, "'budget freeze'"),
        ("show", "show", "show", BACK, "mia"),
        ("moments", "moments", "moments", BACK, "--kind aha --since 2026Q3"),
        ("export", "export", "export", BACK, "2026Q3 --with mia -o q3.md"),
        ("people", "people", "people", WHO, "--all"),
        ("people add", "person", "add", "", "'Mia Tanaka' --every 2w --on tue"),
        ("people edit", "person", "edit", "", "mia --every 3w --on tue"),
        ("people archive", "person", "archive", "", "mia"),
        ("people merge", "person", "merge", "", "mia ben"),
        ("goals", "goals", "goals", WHO, "--tree"),
        ("goals add", "goal", "add", "", "'A million users' --by eoq --to 1000000"),
        ("goals checkin", "goal", "checkin", "", "mau 950000 'new onboarding'"),
        ("goals close", "goal", "close", "", "k7qf --as achieved"),
        ("goals plan", "plan", "plan", "", "k7qf"),
        ("ask", "question", "ask", TALK, "mia"),
        ("guide", "guide", "guide", TALK, "listening"),
        ("discover", "discover", "discover", TALK),
        ("spark", "spark", "spark", TALK, "mia"),
        ("explain", "explain", "explain", TALK, "overdue"),
        ("edit", "record", "edit", CARE, "k7qf"),
        ("delete", "record", "delete", CARE, "k7qf"),
        ("undo", "history", "undo", CARE, "2"),
        ("redo", "history", "redo", CARE),
        ("history", "history", "history", CARE, "k7qf"),
        ("import", "bring", "import_", CARE, "notes/ --dry-run"),
        ("recover", "recover", "recover", CARE, "1"),
        ("status", "status", "status", CARE, "--short"),
        ("backup", "backup", "backup", CARE, "/media/stick"),
        ("restore", "backup", "restore", CARE, "1"),
        ("doctor", "doctor", "doctor", CARE, "--mend"),
        ("forget", "forget", "forget", CARE, "mia"),
        ("config", "config", "config", CARE, "reflect off"),
        ("config list", "config", "list_", ""),
        ("config path", "config", "path", ""),
        ("config get", "config", "get", "", "reflect"),
        ("config set", "config", "set_", "", "reflect off"),
        ("config edit", "config", "edit", ""),
        ("db", "db", "db", CARE, "info"),
        ("db path", "db", "path", ""),
        ("db info", "db", "info", "", "--json"),
        ("db schema", "db", "schema", ""),
        ("demo", "demo", "demo", CARE),
        ("help", "help", "help_", CARE, "goals add"),
    )
)
