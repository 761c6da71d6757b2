"""A journal as an older onelog made it: one of today's without what later versions added."""

import sqlite3
from contextlib import closing
from pathlib import Path


def as_version(path: Path, version: int) -> None:
    """Makes a journal without skips, answers, readings, further aliases and outcomes one of version 2, or of version 1, which had no
    checksums either."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for table in ("answer", "skip"):
            assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
            db.execute(f"DROP TABLE {table}")
        later = (
            ("person", "aliases"),
            ("person", "reading"),
            ("action", "outcome"),
            ("moment", "outcome"),
            ("topic", "outcome"),
        )
        for table, column in later:
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        if version == 1:
            db.execute("ALTER TABLE handle DROP COLUMN sum")
        db.execute("DELETE FROM _sqlite_migrations WHERE substr(name, 2, 3) > ?", (f"{version:03}",))
        db.execute(f"PRAGMA user_version = {version}")
        db.execute("VACUUM")
