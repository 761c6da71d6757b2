"""Looking after the journal file."""

from onelog.store import schema
from onelog.store.database import Store


def facts(store: Store) -> dict[str, str | int]:
    """What the file is and how much is in it."""
    version = store.db.execute("PRAGMA user_version").fetchone()[0]
    size = store.path.stat().st_size if store.path.exists() else 0
    names = {"person": "people", "action": "actions", "moment": "moments", "meeting": "meetings", "goal": "goals"}
    names |= {"topic": "topics", "checkin": "checkins", "skip": "skips", "answer": "answers"}
    counts = {
        name: int(store.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table, name in names.items()
    }
    changes = int(store.db.execute("SELECT count(*) FROM change").fetchone()[0])
    return {"bytes": size, "version": version or schema.VERSION, **counts, "changes": changes}
