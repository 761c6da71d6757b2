"""Whatever somebody does and corrects, in any order: every word is there once, and nobody's stands with somebody else."""

from collections import Counter

import pytest
from planting import Planting
from random_journal import brought_documents, empty, exported_documents

from onelog.store import changelog
from onelog.store.database import Store


@pytest.mark.long
def test_whatever_is_done_every_text_is_there_once_and_with_whom_it_belongs(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: Counter[str] = Counter()
    merged = 0
    monkeypatch.setenv("ONELOG_SEED", "the same ids each time")
    for seed in range(600 if request.config.getoption("--full") else 25):
        with empty() as store:
            world = Planting(store, seed)
            for _ in range(30):
                world.step()
                world.check()
                world.check_whose()
            text = exported_documents(store)
            assert sorted(brought_documents(text).split("\n")) == sorted(text.split("\n")), seed
            done.update(world.did)
            merged += len(world.merged)
    assert merged > 3
    assert done["hand_in"] > done["prepare"] > 0, done


@pytest.mark.long
def test_undo_of_everything_gives_the_same_rows_as_before_and_redo_those_after(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONELOG_SEED", "the same ids each time")
    for seed in range(100, 112):
        with empty() as store:
            world = Planting(store, seed)
            seen = {changelog.to_undo(store): rows_of(store)}
            for _ in range(25):
                world.step()
                if world.did[-1] not in ("undo", "redo"):
                    seen[changelog.to_undo(store)] = rows_of(store)
            after, n = rows_of(store), 0
            while changelog.undo(store, 1, world.now):
                n += 1
                assert rows_of(store) == seen[changelog.to_undo(store)], world.did
            changelog.redo(store, n, world.now)
            assert rows_of(store) == after


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of records, as it is in the file, with its checksum and its words in the search."""
    tables = ("person", "meeting", "goal", "action", "moment", "topic", "checkin", "skip", "answer", "tag")
    found = {table: sorted(store.db.execute(f"SELECT * FROM {table}"), key=repr) for table in tables}
    found["sums"] = sorted(store.db.execute("SELECT id, sum FROM handle WHERE sum IS NOT NULL"))
    found["search"] = sorted(store.db.execute("SELECT rowid, text FROM search"))
    return found
