"""The journal as it was after an earlier change, to be read for a moment."""

import contextlib
from collections.abc import Iterator

from onelog.store.changelog_fold import log_lines
from onelog.store.database import Store
from onelog.store.mapping import Row


def newest(store: Store) -> int:
    """The number of the newest change; 0 where there is none."""
    return int(store.db.execute("SELECT coalesce(max(n), 0) FROM change").fetchone()[0])


@contextlib.contextmanager
def as_of(store: Store, n: int) -> Iterator[None]:
    """Inside the block the journal is as it was after change `n`, as far as the change log tells; nothing of that stays.

    It is for reading within a change that is open: the tables alone are put back, neither search nor the log.
    """
    store.db.execute("SAVEPOINT earlier")
    try:
        for line in reversed(list(log_lines(store.db, since=n))):
            _put_back(store, line.kind, line.uid, line.before, line.after)
        yield
    finally:
        store.db.execute("ROLLBACK TO earlier")
        store.db.execute("RELEASE earlier")


def _put_back(store: Store, kind: str, uid: str, before: Row | None, after: Row | None) -> None:
    if before is None:
        store.db.execute(f"DELETE FROM {kind} WHERE uid = ?", (uid,))
    elif after is None:
        names, marks = ", ".join(f'"{name}"' for name in before), ", ".join("?" * len(before))
        store.db.execute(f"INSERT OR REPLACE INTO {kind} ({names}) VALUES ({marks})", tuple(before.values()))
    else:
        sets = ", ".join(f'"{name}" = ?' for name in before)
        store.db.execute(f"UPDATE {kind} SET {sets} WHERE uid = ?", (*before.values(), uid))
