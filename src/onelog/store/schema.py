"""What the journal's tables are, and how an older file becomes a newer one."""

import sqlite3
from collections.abc import Callable
from typing import Any

from onelog.core.regexes import pattern
from onelog.store.checksum import checksum
from onelog.store.migrations import KINDS_OF_MOMENTS, MIGRATIONS, SUMS, WORDED_VIEWS

APPLICATION_ID = 0x6F6E6C67  # "onlg"

ABOUT = {
    "handle": "Every id that was ever given, whether its record stands or was deleted; `n` is its number in the search index, `sum` the CRC-32 of the record that stands.",
    "person": "Somebody who is met one at a time; `relations` is the history of the relation and `aliases` those beside `alias` as JSON, `reading` is how the name is said, `rule` is RFC 5545, `hour` the usual one of its days.",
    "meeting": "One 1-on-1 with its note; in `body` a line `- ^k7qf` stands for the record with that id. Without `at` it is to come. `scales` has what was said on scales of one's own, as JSON: name -> [value, lowest, highest].",
    "goal": "Something to be reached by a day, from `start` to `target` where it is measured.",
    "action": "A promise; without `owner_uid` it is the journal keeper's own. `why` is what it is for, `outcome` what came of it.",
    "moment": "Something worth keeping: a decision, win, aha moment, praise, growth, concern or private note.",
    "topic": "Something parked for the next meeting with a person; a standing one has the `rule` (RFC 5545) by which it comes back, and the `next` day on which it does; one that `becomes` praise or growth is feedback that is still to be given.",
    "checkin": "A look at a goal: a value, a sentence, or both.",
    "tag": "The tags of every record, one a row; the same as in its column `tags`.",
    "change": "One command's change of the journal; `undo` and `redo` are changes too, of the one in `target`.",
    "change_row": "What a change did to one record: its columns before and after, as JSON; only those that differ.",
    "search": "The full-text index (FTS5) over notes, actions, moments, goals and topics; its `rowid` is the `n` of `handle`.",
    "skip": "A meeting that was due on a day and left out, with the reason; `until` is a pause until that day, `moved` the time for which it is planned instead.",
    "answer": "What somebody said to a warning of `watch`, or to what comes back (rule `discover`); until the day `until` it stays quiet.",
    "source": "What was imported: `key` is which document of which source it was, `hash` what that said, `base` the document that it became, with which later changes of both sides are compared.",
    "open_actions": "Promises that are open, those with the nearest day first; `tags` is a JSON array.",
    "timeline": "Meetings, moments and actions in words, newest first; `private` is 1 where it is a concern, a fact or a private note, which no meeting's text repeats; `tags` is a JSON array.",
    "records": "Every record in words, one a row, for searches: `n` is the `rowid` of `search`. `private` and `tags` are as in `timeline`.",
}
"""What each table and view is for, in the order of the page about them."""

TABLES = ("person", "meeting", "goal", "action", "moment", "topic", "checkin", "skip", "answer")
FIRST_TABLES = TABLES[:7]
"""Those that there were in versions 1 and 2."""


def tables(version: int) -> tuple[str, ...]:
    """The tables of records that a journal of a version has."""
    return FIRST_TABLES if version < 3 else TABLES


VERSION = len(MIGRATIONS)
"""`PRAGMA user_version` of an up-to-date journal."""
SCRIPTS = tuple(script for _, script in MIGRATIONS)
"""What each version adds to the one before it."""
_SAME_TO_READERS = tuple(dict(MIGRATIONS)[name] for name in (KINDS_OF_MOMENTS, WORDED_VIEWS))
"""Migrations that take a rule away, or make views for other programs: they change nothing that is read here."""

_ADDED = r"ALTER TABLE (?P<table>\w+) ADD COLUMN (?P<column>\w+) \w+(?: NOT NULL)?(?: DEFAULT (?P<value>.+))?"
_STANDS = " ".join(
    f"WHEN '{table}' THEN (SELECT 1 FROM main.{table} r WHERE r.uid = handle.uid)" for table in FIRST_TABLES
)
_FILLED = {("handle", "sum"): f"CASE handle.kind {_STANDS} END"}
"""What stands in a column that a migration does not leave empty, for those who read: whether there is a checksum."""


def statements(script: str) -> list[str]:
    """The statements of a script, one by one (none of ours has a semicolon inside)."""
    return [part.strip() for part in script.split(";") if part.strip()]


def create(db: sqlite3.Connection) -> None:
    """Makes all tables on a bare connection: for a journal that lives in memory only."""
    for script in SCRIPTS:
        _run(db, script)


def read_as_new(db: sqlite3.Connection, version: int) -> None:
    """Lets an older journal be read by the SQL of a new one, as it is: not a row of it is read or copied for that.

    A table that came later is an empty temporary one; before a table that has fewer columns stands a temporary view,
    which SQLite resolves first and flattens into each query, so that every index is used. Raises `ValueError` for a
    migration that does anything else.
    """
    columns: dict[str, list[str]] = {}
    made = set[str]()
    scripts = (script for script in SCRIPTS[version:] if script not in _SAME_TO_READERS)
    for statement in (one for script in scripts for one in statements(script)):
        if statement.startswith("CREATE TABLE "):
            db.execute(statement.replace("CREATE TABLE ", "CREATE TEMP TABLE ", 1))
            made.add(statement.split()[2])
        elif added := pattern(_ADDED).fullmatch(statement):
            table, column, value = added.group("table", "column", "value")
            if table in made:
                db.execute(statement.replace("ALTER TABLE ", "ALTER TABLE temp.", 1))
                continue
            columns.setdefault(table, []).append(f"{_FILLED.get((table, column), value or 'NULL')} AS {column}")
        elif not statement.startswith("CREATE INDEX "):
            raise ValueError(statement)
    for table, added_ones in columns.items():
        db.execute(f"CREATE TEMP VIEW {table} AS SELECT *, {', '.join(added_ones)} FROM main.{table}")


def migrate(db: sqlite3.Connection) -> None:
    """Applies the migrations that are due, in one transaction that waits for other writers."""
    from sqlite_utils import Database, Migrations  # once in the life of a journal's version

    steps = Migrations("onelog")
    for name, script in MIGRATIONS:
        steps(name=name)(_step(name, script))
    file = Database(db, execute_plugins=False)
    db.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(file)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _step(name: str, script: str) -> Callable[[Any], None]:
    def take(file: Any) -> None:
        _run(file.conn, script)
        if name == SUMS:
            _add_sums(file.conn)

    return take


def _run(db: sqlite3.Connection, script: str) -> None:
    for statement in statements(script):
        db.execute(statement)


def _add_sums(db: sqlite3.Connection) -> None:
    """The checksum of every record, from the records as they are."""
    for table in FIRST_TABLES:
        cursor = db.execute(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        rows = (dict(zip(names, row, strict=True)) for row in cursor)
        db.executemany("UPDATE handle SET sum = ? WHERE uid = ?", ((checksum(row), row["uid"]) for row in rows))
