"""Every change can be taken back exactly, as deep as the journal is old; ids and uids are given once."""

import re
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, KINDS, Step, World, any_step, empty, exported, steps, taking_back

from onelog.core.errors import OnelogError
from onelog.journal import delete, follow_up, log
from onelog.store import changelog, mapping
from onelog.store.database import Store
from onelog.store.search import tokenizer
from onelog.store.transaction import searched


@given(steps)
@settings(max_examples=20)
def test_undo_of_any_change_gives_the_export_from_before_it_and_redo_the_one_after(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        seen = [exported(store)]
        for step in done:
            n = changelog.to_undo(store)
            world.take(step)
            if changelog.to_undo(store) != n:
                seen.append(exported(store))
        for before in seen[-2::-1]:
            assert len(changelog.undo(store, 1, world.now)) == 1
            assert exported(store) == before
        assert changelog.undo(store, 1, world.now) == []
        for after in seen[1:]:
            assert len(changelog.redo(store, 1, world.now)) == 1
            assert exported(store) == after
        assert changelog.redo(store, 1, world.now) == []


@given(steps)
@settings(max_examples=10)
def test_undo_and_redo_of_all_at_once_is_the_same_as_one_by_one(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        nothing = exported(store)
        for step in done:
            world.take(step)
        all_of_it, n = exported(store), changelog.count(store)
        changelog.undo(store, n, world.now)
        assert exported(store) == nothing
        changelog.redo(store, n, world.now)
        assert exported(store) == all_of_it


@given(st.lists(any_step | taking_back, min_size=2, max_size=10))
@settings(max_examples=20)
def test_after_any_mix_of_doing_and_taking_back_the_search_index_is_what_a_new_one_would_be(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        assert _index(store) == _index_made_anew(store)


def _index_made_anew(store: Store) -> list[tuple[int, str]]:
    """The rows of the search index, from the records alone."""
    made = []
    for kind in mapping.SEARCHED:
        cursor = store.db.execute(f"SELECT h.n, r.* FROM {kind} r JOIN handle h ON h.uid = r.uid")
        names = [column[0] for column in cursor.description]
        for found in cursor:
            row = dict(zip(names, found, strict=True))
            if text := searched(kind, row):
                made.append((row["n"], tokenizer.index_text(text)))
    return sorted(made)


def _index(store: Store) -> list[tuple[int, str]]:
    return sorted(store.db.execute("SELECT rowid, text FROM search").fetchall())


@given(st.lists(any_step | taking_back, min_size=2, max_size=10))
@settings(max_examples=20)
def test_ids_have_their_shape_and_are_given_once_and_uids_are_of_version_7(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        owners: dict[str, str] = {}
        for step in done:
            world.take(step)
            for uid, id_ in _named(store):
                assert owners.setdefault(id_, uid) == uid, f"{id_} was given twice"
        for id_, uid in owners.items():
            assert re.fullmatch("[23456789bcdfghjkmnpqrstvwxyz]{4}", id_)
            assert not id_.isdigit()
            assert UUID(uid).version == 7
            assert str(UUID(uid)) == uid
        assert len(set(owners.values())) == len(owners)


def _named(store: Store) -> list[tuple[str, str]]:
    """(uid, id) of everything that stands, of all kinds."""
    both = " UNION ALL ".join(f"SELECT uid, id FROM {kind}" for kind in KINDS)
    return [(uid, id_) for uid, id_ in store.db.execute(both)]


def test_a_new_record_never_gets_the_id_of_one_that_was_deleted_or_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a seed the same chance comes up again, so an id that is free would be given again."""
    monkeypatch.setenv("ONELOG_SEED", "again")
    with empty() as store:
        given_before: set[str] = set()
        for n in range(12):
            record = follow_up.add(store, "aha", f"the {n}th", BEGIN).records[0]
            assert record.id not in given_before
            given_before.add(record.id)
            if n % 2:
                delete.delete_records(store, record.id, BEGIN)
            else:
                changelog.undo(store, 1, BEGIN)
        assert exported(store).count('"kind": "aha"') == 0


def test_something_new_cuts_redo() -> None:
    with empty() as store:
        follow_up.add(store, "aha", "first", BEGIN)
        changelog.undo(store, 1, BEGIN)
        assert changelog.to_redo(store) is not None
        follow_up.add(store, "aha", "second", BEGIN)
        assert changelog.to_redo(store) is None
        before = exported(store)
        assert changelog.redo(store, 1, BEGIN) == []
        assert exported(store) == before


def test_undo_goes_on_where_the_last_undo_ended_and_past_it_after_something_new() -> None:
    with empty() as store:
        for text in ("first", "second", "third"):
            follow_up.add(store, "aha", text, BEGIN)
        assert [c.command for c in changelog.undo(store, 2, BEGIN)] == ["aha", "aha"]
        follow_up.add(store, "win", "fourth", BEGIN)
        assert [changelog.undo(store, 1, BEGIN)[0].command for _ in range(2)] == ["win", "aha"]
        assert changelog.to_undo(store) is None
        assert exported(store).count('"kind": "aha"') == 0


def test_an_undo_that_cannot_be_exact_is_refused_and_changes_nothing() -> None:
    with empty() as store:
        logged = log.log_meeting(store, "Mia", "we met", BEGIN)
        store.db.execute("UPDATE meeting SET body = 'changed by another program' WHERE uid = ?", (logged.meeting.uid,))
        before = exported(store)
        with pytest.raises(OnelogError, match="changed outside onelog"):
            changelog.undo(store, 1, BEGIN)
        assert exported(store) == before
