"""A SQLite that can keep no journal is named, with what is needed; a good journal is never called damaged for it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from inside import Inside

pytestmark = pytest.mark.posix

COMMANDS: tuple[list[str], ...] = (
    [], ["log", "mia", "hello"], ["timeline"], ["search", "hello"], ["export"], ["people", "add", "Ben"], ["undo"], ["prep", "mia"],
    ["doctor"], ["doctor", "--mend"], ["backup"], ["restore", "1"], ["restore", "copy.db"], ["forget", "mia"], ["db", "info"],
    ["import", "some.md"], ["recover"],
)  # fmt: skip


@pytest.fixture
def run(tmp_path: Path) -> Inside:
    made = Inside(tmp_path)
    assert made("log", "mia", "hello").code == 0
    assert made("backup").code == made("backup", "copy.db").code == 0
    (tmp_path / "some.md").write_text("---\nwith: mia\nat: 2026-11-20\n---\n\nhello\n", encoding="utf-8")
    return made


@pytest.fixture(params=["3.34.1", "no FTS5"])
def needed(request: pytest.FixtureRequest, run: Inside, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is said to be needed where SQLite has this version, or was built without full-text search."""
    if request.param == "3.34.1":
        monkeypatch.setattr(sqlite3, "sqlite_version", "3.34.1")
        monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
        return "is 3.34.1; onelog needs 3.37 or newer."
    connect = sqlite3.connect

    class Without(sqlite3.Connection):
        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if sql == "PRAGMA module_list":
                return super().execute("SELECT 'json_each'")
            if "MATCH" in sql or "fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *values)

    monkeypatch.setattr(sqlite3, "connect", lambda *args, **options: connect(*args, **options, factory=Without))
    return f"is {sqlite3.sqlite_version}; onelog needs its full-text search, FTS5,"


@pytest.mark.long
@pytest.mark.parametrize("there", [True, False], ids=["a journal", "none yet"])
def test_every_command_names_sqlite_and_what_is_needed(run: Inside, needed: str, there: bool) -> None:
    if not there:
        run.journal.unlink()
    before = {path: path.read_bytes() for path in run.folder.rglob("*.db")}
    for words in COMMANDS:
        done = run(*words)
        if done.code == 3 or there:
            assert (done.code, done.out) == (3, ""), (words, done)
            assert needed in done.err, (words, done)
        assert "damaged" not in done.out + done.err, (words, done)
    assert {path: path.read_bytes() for path in run.folder.rglob("*.db")} == before


@pytest.mark.usefixtures("needed")
def test_a_prompt_says_nothing_and_tells_by_its_exit_code(run: Inside) -> None:
    assert run("status", "--short") == ("", "", 3)


@pytest.mark.long
@pytest.mark.usefixtures("needed")
@pytest.mark.parametrize("words", [["--version"], ["--help"], ["db", "path"], ["explain", "overdue"]], ids=" ".join)
def test_what_needs_no_journal_works(run: Inside, words: list[str]) -> None:
    assert run(*words).code == 0
