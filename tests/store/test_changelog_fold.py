"""The fold of the change log: whatever a record was after a change, the log leads back to just that."""

from conftest import Onelog

from onelog.store import changelog_fold
from onelog.store.database import Store
from onelog.store.schema import TABLES


def everything(onelog: Onelog) -> tuple[int, dict[tuple[str, str], object]]:
    """The newest change, and every record with its columns."""
    with Store(onelog.journal) as store:
        n = store.db.execute("SELECT max(n) FROM change").fetchone()[0]
        uids = [(kind, uid) for kind in TABLES for (uid,) in store.db.execute(f"SELECT uid FROM {kind}")]
        return n, {(kind, uid): changelog_fold.current(store.db, kind, uid) for kind, uid in uids}


def test_each_record_is_found_as_it_was_after_each_change(onelog: Onelog) -> None:
    seen = []
    for words in (
        "log mia we spoke of the budget a: call the bank due:fri aha: small is fast", "actions add pay the rent due:fri --with mia", "note mia ask how it went",
        "people add Zoe", "undo", "undo 2", "redo", "log ben a: me write it down +calm", "people edit mia --relation manager", "undo 3",
    ):  # fmt: skip
        onelog(words)
        seen.append(everything(onelog))
    names = {name for _, records in seen for name in records}
    assert len(names) > 6
    with Store(onelog.journal) as store:
        for n, records in seen:
            then = {(kind, uid): changelog_fold.state(store.db, kind, uid, n) for kind, uid in names}
            assert {name: row for name, row in then.items() if row is not None} == records, n
        assert {changelog_fold.state(store.db, kind, uid, 0) for kind, uid in names} == {None}
