"""Journals of every earlier version are read as they are: the same answers, for the same work, and nothing is copied."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from inside import Inside
from journals import make
from older import as_version
from work import Work, counted_work

from onelog.store import schema
from onelog.store.database import Store

pytestmark = pytest.mark.posix

EARLIER = range(1, schema.VERSION)
READING = (
    ["people", "--json"], ["people"], ["actions", "--all"], ["actions", "--json", "mia"], ["next", "--json"], ["--json"],
    ["prep", "mia", "--json"], ["team"], ["topics"], ["goals", "--json"], ["goals", "--tree"], ["timeline", "mia"],
    ["timeline", "--json", "--kind", "aha"], ["search", "kestrel"], ["search", "aiko kestrel", "--json"], ["moments"],
    ["show", "mia"], ["show", "aiko", "--json"], ["export", "2026Q3"], ["export", "--format", "json"],
    ["export", "2026Q3", "--format", "csv", "-o", "out"], ["review", "2026Q3"], ["stats", "2026Q3"], ["thread"],
    ["watch"], ["feedback"], ["skills"], ["spark", "--list"], ["spark", "mia"], ["discover"], ["ask", "mia"], ["nominate", "aiko"],
    ["status"], ["status", "--short"], ["history"], ["explain", "overdue"], ["db", "path"],
)  # fmt: skip
TAB = (["actions", ""], ["done", ""], ["show", ""], ["reopen", ""], ["goals", "checkin", ""], ["moments", "--tag", ""])
"""Lines behind which Tab is pressed."""


@pytest.fixture(scope="module")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Inside]:
    """The same journal in every version."""
    folder = tmp_path_factory.mktemp("versions")
    make(folder / "journal.db", meetings=600)
    found = {}
    for version in (*EARLIER, schema.VERSION):
        found[version] = Inside(folder / str(version))
        found[version].folder.mkdir()
        shutil.copy(folder / "journal.db", found[version].journal)
        if version < schema.VERSION:
            as_version(found[version].journal, version)
    return found


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return counted_work(monkeypatch)


def answer(run: Inside, words: list[str], **env: Any) -> Run:
    done = run(*words, **env)
    return Run(done.out.replace(str(run.folder), "~"), done.err.replace(str(run.folder), "~"), done.code)


def costs(journals: dict[int, Inside], work: Work, words: list[str], **env: Any) -> Run:
    """The answer, which is the same in every version, for as much work, and leaves the file as it is."""
    wanted = answer(journals[schema.VERSION], words, **env)
    new = work.taken()
    for version in EARLIER:
        before = journals[version].journal.read_bytes()
        assert answer(journals[version], words, **env) == wanted, version
        assert journals[version].journal.read_bytes() == before
        old = work.taken()
        assert old <= new * 1.1 + 40, (version, old, new)
    assert work.copies == 0
    return wanted


@pytest.mark.long
@pytest.mark.walk(7)
@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_reading_command_says_and_does_the_same(
    journals: dict[int, Inside], work: Work, words: list[str]
) -> None:
    done = costs(journals, work, words)
    assert done.code == 0, done


@pytest.mark.long
@pytest.mark.parametrize("words", TAB, ids=" ".join)
def test_tab_offers_and_does_the_same(journals: dict[int, Inside], work: Work, words: list[str]) -> None:
    done = costs(journals, work, words, _ONELOG_COMPLETE="offer_fish")
    assert done.out or words[0] == "moments", done


@pytest.mark.parametrize("version", EARLIER)
def test_an_open_journal_of_an_earlier_version_is_the_file_itself(journals: dict[int, Inside], version: int) -> None:
    with Store(journals[version].journal) as old, Store(journals[schema.VERSION].journal) as new:
        (main,) = [row[2] for row in old.db.execute("PRAGMA database_list") if row[1] == "main"]
        assert main == str(journals[version].journal)
        made = old.db.execute("SELECT name FROM temp.sqlite_schema WHERE type = 'table'").fetchall()
        assert all(old.db.execute(f"SELECT count(*) FROM temp.{name}").fetchone() == (0,) for (name,) in made)
        for table in ("handle", *schema.TABLES):
            assert columns(old, table) == columns(new, table), table
            count = f"SELECT count(*) FROM {table}"
            assert old.db.execute(count).fetchone() == new.db.execute(count).fetchone()


def columns(store: Store, table: str) -> list[str]:
    return [row[0] for row in store.db.execute(f"SELECT * FROM {table} LIMIT 0").description]


def test_a_reader_copes_while_a_writer_brings_the_journal_up(journals: dict[int, Inside], tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    shutil.copy(journals[1].journal, path)
    with Store(path) as reader:
        before = reader.db.execute("SELECT uid, outcome FROM action ORDER BY uid").fetchall()
        Store(path, write=True).close()
        assert reader.db.execute("SELECT uid, outcome FROM action ORDER BY uid").fetchall() == before
        assert reader.db.execute("SELECT reading FROM person").fetchall()
        assert reader.db.execute("SELECT count(*) FROM skip").fetchone() == (0,)


@pytest.mark.parametrize("script", ["UPDATE action SET why = ''", "DROP TABLE skip", "CREATE VIEW seen AS SELECT 1"])
def test_a_migration_that_nobody_could_read_past_is_noticed(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.setattr(schema, "SCRIPTS", (*schema.SCRIPTS, script))
    with closing(sqlite3.connect(":memory:")) as db, pytest.raises(ValueError, match=script.split()[0]):
        schema.read_as_new(db, schema.VERSION)
