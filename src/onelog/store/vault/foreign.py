"""What of other programs is in a journal's file: their triggers, tables and views."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onelog.core.errors import Damaged
from onelog.store import schema

_SQL = "SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"


def triggers(db: sqlite3.Connection) -> list[str]:
    """The names of all triggers: onelog makes none."""
    return [name for kind, name in db.execute(_SQL) if kind == "trigger"]


def refuse(db: sqlite3.Connection, path: Path) -> None:
    """Raises `Damaged` where another program's trigger would change or copy by itself what is written."""
    for name in triggers(db):
        raise Damaged("journal.foreign_trigger", path=path, name=name[:40])


def drop_triggers(db: sqlite3.Connection) -> list[str]:
    """Takes all triggers out; their names."""
    found = triggers(db)
    for name in found:
        db.execute(f"DROP TRIGGER {quoted(name)}")
    return found


def others(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """(table or view, name) of what a journal of this version does not have."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        schema.create(fresh)
        ours = set(fresh.execute(_SQL))
    found = (row for row in db.execute(_SQL) if row not in ours)
    return [(kind, name) for kind, name in found if kind != "trigger" and not name.startswith("_sqlite")]


def quoted(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'
