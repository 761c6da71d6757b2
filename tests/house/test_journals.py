"""The large journals that speed is measured on are true ones: what onelog reads from them, it can write again."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
from conftest import Onelog
from journals import OPEN, make

from onelog.markdown.body import notes_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "journal.db"
    make(path, meetings=200)
    return path


@pytest.fixture
def journal(made: Path, onelog: Onelog) -> Onelog:
    onelog.journal.write_bytes(made.read_bytes())
    return onelog


def test_the_file_is_sound_and_as_large_as_was_asked(made: Path) -> None:
    db = sqlite3.connect(made)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    counts = {
        name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("meeting", "action", "person")
    }
    still_open = db.execute("SELECT count(*) FROM action WHERE status = 'open'").fetchone()[0]
    lengths = [len(notes_of(body).split()) for (body,) in db.execute("SELECT body FROM meeting")]
    db.close()
    assert counts == {"meeting": 200, "action": 400, "person": 8}
    assert still_open == OPEN
    assert 100 < sum(lengths) / len(lengths) < 140


def test_the_same_seed_makes_the_same_journal(made: Path, tmp_path: Path) -> None:
    again, other = tmp_path / "again.db", tmp_path / "other.db"
    make(again, meetings=200)
    make(other, meetings=200, seed=2)
    assert contents(again) == contents(made)
    assert contents(other) != contents(made)


def contents(path: Path) -> list[str]:
    """Everything in the file but when its tables were made."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        return [line for line in db.iterdump() if "_sqlite_migrations" not in line]


def test_export_then_import_then_export_gives_the_same_bytes(journal: Onelog, tmp_path: Path) -> None:
    journal("export --format json -o first.json")
    elsewhere = {"ONELOG_JOURNAL": str(tmp_path / "elsewhere.db")}
    journal("import first.json", **elsewhere)
    journal("export --format json -o second.json", **elsewhere)
    first, second = ((tmp_path / f"{name}.json").read_bytes() for name in ("first", "second"))
    assert first.count(b'"kind": "meeting"') == 200
    assert first == second


def test_commands_work_on_it(journal: Onelog) -> None:
    assert len(journal("actions").splitlines()) == OPEN
    assert len(journal.json("timeline mia")) == 25
    assert journal.json("search 目標の見直し --limit 3")
    assert "Aiko Sato" in journal("export 2026Q4")
    journal("undo")
    assert journal("export --format json").count('"uid"') == 0, "all of it was one change"
