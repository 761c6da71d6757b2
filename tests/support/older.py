"""A journal as an older onelog made it: one of today's without what later versions added."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onelog.store.migrations import M001
from onelog.store.schema import statements

LATER = (
    (11, "ALTER TABLE topic DROP COLUMN becomes"),
    (10, "ALTER TABLE person DROP COLUMN hour"),
    (10, "ALTER TABLE skip DROP COLUMN moved"),
    (2, "ALTER TABLE handle DROP COLUMN sum"),
    (3, "DROP TABLE answer"),
    (3, "DROP TABLE skip"),
    (4, "ALTER TABLE person DROP COLUMN aliases"),
    (4, "ALTER TABLE person DROP COLUMN reading"),
    (5, "ALTER TABLE action DROP COLUMN outcome"),
    (5, "ALTER TABLE moment DROP COLUMN outcome"),
    (5, "ALTER TABLE topic DROP COLUMN outcome"),
    (7, "DROP TABLE source"),
    (8, "ALTER TABLE meeting DROP COLUMN scales"),
    (9, "ALTER TABLE topic DROP COLUMN rule"),
    (9, "ALTER TABLE topic DROP COLUMN next"),
)
KINDS = "CHECK (kind IN ('decision', 'win', 'aha', 'praise', 'growth', 'concern', 'private'))"
"""The rule for moments before version 6, in the place of the one since."""
"""What each version added, taken back."""


def as_version(path: Path, version: int) -> None:
    """Makes a journal one of an earlier version; nothing may stand in what that did not have, but checksums."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        if version < 12:
            for view in ("timeline", "records", "open_actions"):
                db.execute(f"DROP VIEW {view}")
        for added, sql in LATER:
            if added > version:
                _assert_empty(db, sql.split())
                db.execute(sql)
        if version < 6:
            db.execute("PRAGMA writable_schema = ON")
            rule = "UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'moment'"
            db.execute(rule, ("CHECK (kind <> '')", KINDS))
            db.execute("PRAGMA writable_schema = RESET")
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if version < 12:
            for sql in statements(M001):
                if sql.startswith("CREATE VIEW"):
                    db.execute(sql)
        db.execute("DELETE FROM _sqlite_migrations WHERE substr(name, 2, 3) > ?", (f"{version:03}",))
        db.execute(f"PRAGMA user_version = {version}")
        db.execute("VACUUM")


def _assert_empty(db: sqlite3.Connection, words: list[str]) -> None:
    table, column = words[2], words[-1]
    held = "*" if words[0] == "DROP" else column
    assert column == "sum" or db.execute(f"SELECT count({held}) FROM {table}").fetchone() == (0,)
