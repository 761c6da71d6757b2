"""Counting what a shell prompt says, in one query."""

from datetime import date

from onelog.store.database import Store


def overdue(store: Store, today: date) -> tuple[int, int]:
    """How many open promises have a day before today, and how many of them are mine."""
    sql = "SELECT count(*), count(*) - count(owner_uid) FROM action WHERE status = 'open' AND due < ?"
    every, mine = store.db.execute(sql, (today.isoformat(),)).fetchone()
    return every, mine
