"""A journal's file that is spoiled, cut off or changed by others is told of; mending it is safe."""

import os
import shlex
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import broken
import pytest
from broken import (
    Found,
    change_a_record_elsewhere,
    content,
    cut_off,
    findings,
    flip,
    lose_a_record,
    lose_a_search_text,
    lose_a_tag,
    only,
    put_an_index_out_of_step,
    report,
    sql,
    state,
)
from inside import Inside
from older import as_version

from onelog.store.vault import snapshots

pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken.make(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def run(whole: Path, tmp_path: Path) -> Inside:
    """onelog on a journal in which nothing is wrong."""
    return broken.copied(whole, tmp_path)


# --- the file as a whole -------------------------------------------------------------------------------------------


def test_an_index_out_of_step_is_made_anew(run: Inside) -> None:
    before = content(run)
    put_an_index_out_of_step(run)
    told, code = report(run)
    assert {f["check"] for f in told["findings"]} == {"file"}
    assert (told["findings"][0]["mend"], code) == ("onelog doctor --mend", 3)
    assert findings(run, "--mend") == []
    assert content(run) == before


def test_an_index_that_may_know_better_than_its_table_is_left_alone(run: Inside) -> None:
    uid = only(run, "change").encode()
    data = run.journal.read_bytes()
    at = data.rindex(uid)
    while only(run, "change").encode() == uid:  # in the table, not in the index
        run.journal.write_bytes(data[: at + 20] + bytes([data[at + 20] ^ 1]) + data[at + 21 :])
        at = data.rfind(uid, 0, at)
    told, code = report(run)
    (found,) = told["findings"]
    assert (found["check"], code) == ("file", 3)
    assert "onelog restore" in found["mend"]
    before = run.journal.read_bytes()
    assert findings(run, "--mend") == [Found("file", "damage")]
    assert run.journal.read_bytes() == before


def zeroed(data: bytes) -> bytes:
    """The journal with the second half of its pages empty."""
    half = len(data) // 8192 * 4096
    return data[:half] + b"\0" * (len(data) - half)


SPOILED: dict[str, Callable[[bytes], bytes]] = {
    "cut in half": lambda data: data[: len(data) // 2], "cut by a page": lambda data: data[:-4096],
    "zeroed behind its head": lambda data: data[:100] + b"\0" * (len(data) - 100), "half of it zeroed": zeroed,
    "a schema that is no text": lambda data: data.replace(b"CREATE INDEX action_open", b"CREATE \xe1NDEX action_open"),
    "only a head": lambda data: data[:100], "noise in it": lambda data: data[:8192] + os.urandom(8192) + data[16384:],
}  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_a_spoiled_file_is_a_finding(run: Inside, spoil: Callable[[bytes], bytes]) -> None:
    run.journal.write_bytes(spoil(run.journal.read_bytes()))
    told, code = report(run)
    assert code == 3
    assert told["findings"][0]["check"] == "file"
    assert "onelog backup --list" in told["findings"][0]["mend"]
    assert "onelog restore" in told["findings"][0]["mend"]
    before = run.journal.read_bytes()
    assert report(run, "--mend")[1] == 3
    assert run.journal.read_bytes() == before
    line = run("doctor").out.splitlines()[0].split("\t")
    assert line[:2] == ["damage", "file"]


NO_JOURNAL: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"), "a text": (b"Dear diary,\n" * 50, "is not a journal"), "short": (b"SQLite", "is not a journal"),
    "another program's": (b"SQLite format 3\0" + b"\0" * 84, "another program's"),
    "another program's in WAL": (b"SQLite format 3\0\x10\0\2\2" + b"\0" * 80, "another program's"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "said"), NO_JOURNAL.values(), ids=NO_JOURNAL)
@pytest.mark.parametrize("words", [(), ("--mend",)], ids=["look", "mend"])
def test_what_is_no_journal_is_refused(run: Inside, data: bytes, said: str, words: tuple[str, ...]) -> None:
    run.journal.write_bytes(data)
    before = state(run.folder)
    done = run("doctor", *words)
    assert (done.code, done.out) == (3, "")
    assert said in done.err
    assert str(run.journal) in done.err
    assert state(run.folder) == before


def test_a_write_that_was_cut_off_is_told_of_and_left_to_the_next_command(run: Inside) -> None:
    before = content(run)
    cut_off(run)
    told, code = report(run)
    assert [Found(f["check"], f["level"]) for f in told["findings"]] == [Found("file", "advice")]
    assert code == 0
    assert "records" not in {one["check"] for one in told["checked"]}, "nothing can be said of what is half written"
    assert Path(f"{run.journal}-journal").exists()
    mended = report(run, "--mend")[0]
    assert (mended["findings"], len(mended["mended"])) == ([], 1)
    assert content(run) == before


def test_write_ahead_logging_is_told_of_and_taken_back(run: Inside) -> None:
    sql(run, "PRAGMA journal_mode = WAL")
    assert findings(run) == [Found("file", "problem")]
    assert findings(run, "--mend") == []
    assert sorted(p.name for p in run.folder.glob("journal.db*")) == ["journal.db", "journal.db.backups"]
    assert run.journal.read_bytes()[18:20] == b"\1\1"


TRIGGER = "CREATE TRIGGER mine AFTER INSERT ON moment BEGIN DELETE FROM action; END"
COPYING = (
    "CREATE TABLE songs (title TEXT)",
    'CREATE TRIGGER [his "own"] AFTER UPDATE ON handle BEGIN INSERT INTO songs SELECT 1; END',
)


@pytest.mark.long
@pytest.mark.parametrize("statements", [(TRIGGER,), COPYING, (TRIGGER, *COPYING)])
def test_a_trigger_that_writing_refuses_is_found_and_taken_out(run: Inside, statements: tuple[str, ...]) -> None:
    sql(run, *statements)
    before, refused = content(run), run("log", "mia", "words")
    assert (refused.code, "onelog doctor --mend removes it" in refused.err) == (3, True)
    told, code = report(run)
    found = [f for f in told["findings"] if f["level"] == "problem"]
    assert code == 1
    assert [(f["check"], f["mend"]) for f in found] == [("file", "onelog doctor --mend")] * (
        1 if len(statements) < 3 else 2
    )
    lose_a_tag(run)  # mending writes, and no trigger has a word in that
    assert [f.level for f in findings(run, "--mend")] == ["advice"] * (len(statements) > 1)
    assert content(run) == before
    assert run("log", "mia", "words").code == 0
    kept = next(copy.path for copy in snapshots.listed(run.journal) if copy.reason == "mend")
    with closing(sqlite3.connect(kept)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()[0] == len(found)


@pytest.mark.parametrize("kind", ["table", "view"])
def test_what_another_program_keeps_in_the_file_is_named_and_left(run: Inside, kind: str) -> None:
    sql(
        run,
        "CREATE TABLE \"x 'y'\" (title TEXT)"
        if kind == "table"
        else "CREATE VIEW \"x 'y'\" AS SELECT text FROM moment",
    )
    (found,) = report(run)[0]["findings"]
    assert (found["check"], found["level"]) == ("file", "advice")
    assert f"a {kind} (x 'y')" in found["message"]
    assert run("doctor", "--mend").code == run("log", "mia", "words").code == 0
    program, file, statement = shlex.split(found["mend"])
    assert (program, file) == ("sqlite3", str(run.journal))
    sql(run, statement)
    assert findings(run) == []


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_journal_is_told_of_and_its_backups_are_whole(run: Inside, version: int) -> None:
    as_version(run.journal, version)
    assert run("backup").code == 0
    assert findings(run) == [Found("file", "advice")]


# --- mending is safe -----------------------------------------------------------------------------------------------


def test_nothing_inside_is_mended_without_a_backup(run: Inside) -> None:
    flip(run, "meeting")
    run.journal.chmod(0o644)
    shutil.rmtree(snapshots.folder(run.journal))
    snapshots.folder(run.journal).touch(mode=0o600)  # a file where the folder should be
    before = run.journal.read_bytes()
    told, code = report(run, "--mend")
    assert code == 3
    assert run.journal.read_bytes() == before
    assert [f["check"] for f in told["findings"]] == ["records", "backup", "mend"]
    assert told["mended"] == [f"Closed {run.journal} to other people."]


def test_what_was_there_before_mending_is_kept_byte_for_byte(run: Inside) -> None:
    flip(run, "meeting")
    before = run.journal.read_bytes()
    assert findings(run, "--mend") == []
    assert [c.path.read_bytes() for c in snapshots.listed(run.journal) if c.reason == "damaged"] == [before]


def test_several_things_at_once_are_mended_together(run: Inside) -> None:
    before = content(run)
    for damage in (change_a_record_elsewhere, lose_a_record, lose_a_tag, lose_a_search_text, put_an_index_out_of_step):
        damage(run)
    flip(run, "person")
    run.journal.chmod(0o666)
    assert {found.check for found in findings(run)} == {"file", "records", "search", "tags", "private"}
    assert findings(run, "--mend") == []
    assert content(run) == before
