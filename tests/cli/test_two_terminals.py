"""Two commands at once on one journal: one waits and says so, nothing is lost, and a draft is brought in once."""

import json
import sqlite3
import subprocess
from contextlib import closing

import pytest
from conftest import ONELOG, Onelog

WAITING = "waiting for it"


def started(onelog: Onelog, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*ONELOG, *words], env=onelog.env, cwd=onelog.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def held(onelog: Onelog, how: str) -> "closing[sqlite3.Connection]":
    """A connection of another program that holds the journal until it is closed."""
    db = sqlite3.connect(onelog.journal, isolation_level=None)
    db.execute(how)
    return closing(db)


@pytest.mark.long
@pytest.mark.parametrize(
    ("lock", "words"),
    [
        ("BEGIN EXCLUSIVE", ("timeline",)), ("BEGIN EXCLUSIVE", ("actions", "--json")), ("BEGIN EXCLUSIVE", ("log", "mia", "second")),
        ("BEGIN IMMEDIATE", ("log", "mia", "second")), ("BEGIN IMMEDIATE", ("undo",)),
    ],
)  # fmt: skip
def test_waiting_for_another_command_is_said_and_then_done(onelog: Onelog, lock: str, words: tuple[str, ...]) -> None:
    onelog("log", "mia", "first")
    with held(onelog, lock):
        process = started(onelog, *words)
        assert process.stderr
        assert WAITING in process.stderr.readline()  # it is said while the other one still holds the journal
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_reader_is_not_kept_from_reading_by_a_writer_at_work(onelog: Onelog) -> None:
    onelog("log", "mia", "first")
    with held(onelog, "BEGIN IMMEDIATE"):
        done = onelog.run("timeline")
    assert (done.code, done.err) == (0, "")


@pytest.mark.long
def test_the_end_of_a_change_waits_for_a_reader_and_says_so(onelog: Onelog) -> None:
    onelog("log", "mia", "first")
    with closing(sqlite3.connect(onelog.journal, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM meeting").fetchone()
        process = started(onelog, "log", "mia", "second")
        assert process.stderr
        assert WAITING in process.stderr.readline()
        reader.execute("ROLLBACK")
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert len(onelog.json("timeline")) == 2


@pytest.mark.long
def test_what_a_newer_onelog_made_its_own_meanwhile_is_not_written_to(onelog: Onelog) -> None:
    """The newer one comes in between: after the older one has opened the journal, before it may write."""
    onelog("log", "mia", "first")
    with held(onelog, "BEGIN IMMEDIATE") as newer:
        process = started(onelog, "log", "mia", "second")
        assert process.stderr
        assert WAITING in process.stderr.readline()
        newer.execute("PRAGMA user_version = 99")
        newer.execute("COMMIT")
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 3
    assert "version 99" in said
    with closing(sqlite3.connect(onelog.journal)) as db:
        assert db.execute("SELECT count(*) FROM meeting").fetchone() == (1,)


# --- a draft and its change ----------------------------------------------------------------------------------------


def left_behind(onelog: Onelog, text: str) -> str:
    """What a command leaves that is killed between its commit and the tidying up; returns the name of the draft."""
    onelog("log", "mia", "-", input=text)
    with closing(sqlite3.connect(onelog.journal)) as db:
        uid = db.execute("SELECT uid FROM change ORDER BY n DESC").fetchone()[0]
    place = onelog.folder / "journal.db.drafts"
    place.mkdir(mode=0o700)
    (place / "20261122T140000-00000000.md").write_text(text, encoding="utf-8")
    head = {"onelog": 1, "command": "log", "at": onelog.env["ONELOG_NOW"], "uid": uid, "options": {"person": "mia"}}
    (place / "20261122T140000-00000000.json").write_text(json.dumps(head), encoding="utf-8")
    return "20261122T140000-00000000"


def test_words_that_are_in_the_journal_are_not_offered_again(onelog: Onelog) -> None:
    left_behind(onelog, "said once a: draft it")
    done = onelog.run("timeline")
    assert "recover" not in done.err
    assert onelog.json("recover") == []
    assert "no draft 1" in onelog.fails("recover 1")
    assert not (onelog.folder / "journal.db.drafts").exists()
    assert len(onelog.json("timeline")) == 1


def test_words_whose_change_is_not_in_the_journal_are_offered_and_brought_in_once(onelog: Onelog) -> None:
    name = left_behind(onelog, "said once a: draft it")
    head = onelog.folder / "journal.db.drafts" / f"{name}.json"
    head.write_text(head.read_text(encoding="utf-8").replace('"uid": "0', '"uid": "1'), encoding="utf-8")
    assert "1 text has not reached the journal" in onelog.run("--color never").err
    onelog("recover 1")
    assert onelog.json("recover") == []
    assert len(onelog.json("timeline")) == 2


def test_a_recovered_change_is_known_by_its_draft(onelog: Onelog) -> None:
    """Killed while it recovers, after the commit: the second time finds the words in the journal."""
    name = left_behind(onelog, "said once")
    place = onelog.folder / "journal.db.drafts"
    head = (place / f"{name}.json").read_text(encoding="utf-8").replace('"uid": "0', '"uid": "1')
    (place / f"{name}.json").write_text(head, encoding="utf-8")
    words = (place / f"{name}.md").read_bytes()
    onelog("recover 1")
    place.mkdir(mode=0o700)
    (place / f"{name}.json").write_text(head, encoding="utf-8")
    (place / f"{name}.md").write_bytes(words)
    assert onelog.json("recover") == []
    assert len(onelog.json("timeline")) == 2
