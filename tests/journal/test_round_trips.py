"""What goes out comes back the same: exports, documents and unchanged edits, of journals made by chance."""

import pytest
from conftest import Onelog
from hypothesis import given, settings
from random_journal import WRITTEN, Step, World, brought, brought_documents, empty, exported, exported_documents, steps

from onelog.journal import edit
from onelog.markdown import document, entities
from onelog.store import changelog, records


@pytest.mark.long
@given(steps)
@settings(max_examples=25)
def test_a_json_export_brought_into_an_empty_journal_is_the_same_export(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        text = exported(store)
        assert brought(text) == text


@given(steps)
@settings(max_examples=25)
def test_the_documents_of_a_folder_brought_into_an_empty_journal_are_the_same_documents(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        text = exported_documents(store)
        assert sorted_documents(brought_documents(text)) == sorted_documents(text)


def sorted_documents(text: str) -> list[str]:
    """The documents alone: where two are of one day, a document does not say which one was first."""
    return sorted(part.strip() for _, part in document.parts(text))


@pytest.mark.long
@given(steps)
@settings(max_examples=25)
def test_a_document_that_is_saved_unchanged_changes_nothing(done: list[Step]) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        before, n = exported(store), changelog.count(store)
        for kind in WRITTEN:
            for (uid,) in store.db.execute(f"SELECT uid FROM {kind}").fetchall():
                record = records.by_uid(store, kind, uid)
                assert record is not None
                for language in ("en", "ja"):
                    edit.apply_edit(store, record, entities.write(record, language, blanks=True), world.now)
        assert exported(store) == before
        assert changelog.count(store) == n


@pytest.mark.posix
def test_the_same_tags_in_another_order_are_no_change(onelog: Onelog) -> None:
    onelog("log", "mia", "\\#tag\n「#計画」\n#tag.")
    (before,) = onelog.json("timeline")
    onelog("edit", before["id"], EDITOR="true")
    assert onelog.json("timeline") == [before]
    assert [change["command"] for change in onelog.json("history")] == ["log mia"]
