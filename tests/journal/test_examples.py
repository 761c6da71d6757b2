"""The sample documents are what the journal itself writes for their records; taking them in again changes nothing."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from conftest import DEMO_NOW, EXAMPLES
from random_journal import KINDS, brought, brought_documents, exported, exported_documents

from onelog.core.kinds import Record
from onelog.journal import edit
from onelog.journal.imports import import_documents
from onelog.markdown import document, entities
from onelog.store import changelog, records
from onelog.store.database import Store

pytestmark = pytest.mark.posix

NOW = datetime.fromisoformat(DEMO_NOW)
DOCUMENTS = sorted((EXAMPLES / "journal").glob("*.md"))


@pytest.fixture
def store(demo_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the demo's journal."""
    file = tmp_path / "copy.db"
    file.write_bytes(demo_file.read_bytes())
    file.chmod(0o600)
    with Store(file, write=True) as store:
        store.db.execute("PRAGMA synchronous = OFF")
        yield store


def pages() -> list[import_documents.IncomingDocument]:
    return [
        import_documents.IncomingDocument(file.name, line, part)
        for file in DOCUMENTS
        for line, part in document.parts(file.read_text(encoding="utf-8"))
    ]


def record_of(store: Store, text: str) -> Record:
    """The record of a document: its front matter has the id, or its only line ends with it."""
    lines = text.rstrip().split("\n")
    front = [line.removeprefix("id: ") for line in lines[:4] if line.startswith("id: ")]
    return records.by_id(store, front[0] if front else lines[-1].rpartition("^")[2])


def test_every_document_is_what_the_journal_writes_for_its_record(store: Store) -> None:
    assert len(DOCUMENTS) > 150
    for file in DOCUMENTS:
        text = file.read_text(encoding="utf-8")
        assert entities.write(record_of(store, text)) == text, file.name


@pytest.mark.long
def test_taking_all_of_them_in_again_changes_nothing(store: Store) -> None:
    before, n = exported(store), changelog.count(store)
    brought = import_documents.documents(store, pages(), NOW)
    assert (brought.made, brought.changed, brought.same) == ({}, 0, len(DOCUMENTS))
    assert exported(store) == before
    assert changelog.count(store) == n


@pytest.mark.long
def test_after_undo_they_can_be_taken_in_again_with_the_same_ids(store: Store) -> None:
    before = exported_documents(store)
    changelog.undo(store, 1, NOW)
    assert exported(store).count('"id"') == 0
    assert import_documents.documents(store, pages(), NOW).troubles == ()
    assert exported_documents(store) == before


@pytest.mark.long
def test_saving_any_record_unchanged_changes_nothing(store: Store) -> None:
    before, n, seen = exported(store), changelog.count(store), 0
    for kind in KINDS:
        for (uid,) in store.db.execute(f"SELECT uid FROM {kind}").fetchall():
            record = records.by_uid(store, kind, uid)
            assert record is not None
            for text in (entities.write(record), entities.write(record, "ja", blanks=True)):
                changed = edit.apply_edit(store, record, text, NOW)
                assert (changed.records, changed.troubles) == ((), ()), record.id
            seen += 1
    assert seen > 600
    assert exported(store) == before
    assert changelog.count(store) == n


def test_their_json_export_brought_into_an_empty_journal_is_the_same_bytes(store: Store) -> None:
    text = exported(store)
    assert brought(text) == text


@pytest.mark.long
def test_their_markdown_export_brought_into_an_empty_journal_is_the_same_text(store: Store) -> None:
    text = exported_documents(store)
    assert brought_documents(text) == text
