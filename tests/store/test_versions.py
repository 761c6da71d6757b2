"""Journals of older versions: read as they are, brought up by the first command that writes, after a checked backup."""

import gzip
import json
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Onelog

from onelog.core.errors import Damaged
from onelog.store import schema
from onelog.store.database import Store
from onelog.store.vault import snapshots

pytestmark = pytest.mark.posix

AT = datetime.fromisoformat(NOW)
TWO = gzip.decompress((Path(__file__).parent / "journal-2.db.gz").read_bytes())
"""A journal that the last onelog of version 2 (commit 2366945) made.

From three `people add`, `goals add`, three `log` (the last one undone), `win`, `note`, `done` and `delete` (the win) at
fixed times; then VACUUM and gzip.
"""


@pytest.fixture
def old(onelog: Onelog) -> Onelog:
    """onelog on a journal of version 2."""
    onelog.journal.write_bytes(TWO)
    onelog.journal.chmod(0o600)
    return onelog


def export(run: Onelog) -> Any:
    return json.loads(run("export", "--json"))


def schema_of(path: Path) -> dict[str, str]:
    """The tables, indexes and views by name, without what is SQLite's and sqlite-utils' own; blanks are nothing."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE '%sqlite%'").fetchall()
    return {name: " ".join(str(sql).split()) for name, sql in found}


def test_it_is_what_it_is_said_to_be(old: Onelog) -> None:
    with closing(sqlite3.connect(old.journal)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
        assert not {"skip", "answer"} & schema_of(old.journal).keys()
        (sums,) = db.execute("SELECT count(*) FROM handle WHERE sum IS NOT NULL").fetchone()
    held = snapshots.verify(old.journal)
    assert held[:10] == (2, 3, 3, 1, 2, 3, 1, 1, 0, 0)
    assert held.records == sums == 14


def test_reading_changes_nothing_in_it(old: Onelog) -> None:
    assert [p["name"] for p in old.json("people")] == ["Aiko Sato", "Mia Tanaka", "田中 花子"]
    assert [m["person"] for m in old.json("timeline --kind meeting")] == ["Aiko Sato", "Mia Tanaka"]
    assert old.json("next")[0]["name"] == "Aiko Sato"
    assert old.run("doctor").code == 0
    book = export(old)
    assert (book["skips"], book["answers"], len(book["meetings"])) == ([], [], 3)
    assert old.json("backup --list") == []
    assert old.journal.read_bytes() == TWO


def test_the_first_command_that_writes_makes_it_new_after_a_backup(old: Onelog) -> None:
    before = export(old)
    old("skip", "mia", "--why", "both away")
    (kept,) = snapshots.listed(old.journal)
    assert (kept.reason, snapshots.verify(kept.path).version) == ("migration", 2)
    held = snapshots.verify(old.journal)
    assert (held.version, held.skips, held.answers) == (schema.VERSION, 1, 0)
    assert old.run("doctor").err == "Nothing is wrong.\n"
    with Store(old.folder / "new.db", write=True):
        pass
    assert schema_of(old.journal) == schema_of(old.folder / "new.db")
    skip = export(old)["skips"][0]
    assert (skip["person"], skip["why"]) == ("Mia Tanaka", "both away")
    old("undo")
    assert export(old) == before
    old("undo", str(held.changes))
    assert not any(export(old)[name] for name in ("people", "meetings", "goals", "actions", "moments", "topics"))


def test_a_backup_of_it_is_whole_and_comes_back(old: Onelog) -> None:
    before = export(old)
    copy = Path(old.json("backup copy.db")["path"])
    assert snapshots.verify(copy).version == 2
    bytes_ = copy.read_bytes()
    old("skip", "mia", "--why", "both away")
    old("log", "mia", "later words")
    there = old.json("restore", str(copy))
    assert (there["version"], there["skips"], there["people"]) == (schema.VERSION, 0, 3)
    assert export(old) == before
    assert copy.read_bytes() == bytes_
    assert [one["skips"] for one in old.json("backup --list") if one["reason"] == "restore"] == [1]


def test_a_flipped_bit_in_a_backup_of_it_is_seen(old: Onelog) -> None:
    copy = snapshots.keep(old.journal, AT).path
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("UPDATE topic SET text = 'paz'")
    with pytest.raises(Damaged):
        snapshots.verify(copy)


def test_who_is_forgotten_is_forgotten_in_a_backup_of_it_as_well(old: Onelog) -> None:
    copy = snapshots.keep(old.journal, AT).path
    old("skip", "aiko", "--why", "a kestrel")
    old("forget", "aiko", "--confirm", "Aiko Sato")
    for path in (old.journal, copy):
        held = snapshots.verify(path)
        assert (held.version, held.people, held.meetings, held.skips) == (schema.VERSION, 2, 2, 0)
        assert b"Aiko" not in path.read_bytes()
    assert not any(b"kestrel" in path.read_bytes() for path in old.folder.rglob("*.db"))
