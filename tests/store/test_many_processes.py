"""Many processes and one journal: nobody's words are lost, nobody fails because somebody else writes, no entry is half."""

import json
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ONELOG, Onelog

WRITERS, EACH = ("anna", "boris", "chen", "dmitri"), 50

LOGS = """
import sys
from datetime import datetime
from pathlib import Path

from onelog.journal import log
from onelog.store.file import Store

name, each = sys.argv[2], int(sys.argv[3])
for n in range(each):
    with Store(Path(sys.argv[1]), write=True) as store:
        text = f"talk {name}-{n} a: do {name}-{n} due:fri aha: seen {name}-{n}"
        logged = log.log_meeting(store, name, text, datetime.now().astimezone())
    print(logged.meeting.id, flush=True)
"""
"""Logs so many meetings one after the other, each with the journal newly opened, as so many commands would."""


def whole(journal: Path) -> sqlite3.Connection:
    """The journal, found sound."""
    db = sqlite3.connect(journal)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return db


def no_half_entries(db: sqlite3.Connection) -> None:
    """Every meeting has its action and its a-ha, every record its lines in the change log and in the search index."""
    halves = """SELECT m.id FROM meeting m
        WHERE (SELECT count(*) FROM action a WHERE a.meeting_uid = m.uid) <> 1
        OR (SELECT count(*) FROM moment x WHERE x.meeting_uid = m.uid AND x.kind = 'aha') <> 1"""
    assert db.execute(halves).fetchall() == []
    for kind in ("person", "meeting", "action", "moment"):
        unlogged = f"SELECT id FROM {kind} WHERE uid NOT IN (SELECT uid FROM change_row WHERE kind = '{kind}')"
        assert db.execute(unlogged).fetchall() == [], kind
    assert db.execute("SELECT n FROM change WHERE n NOT IN (SELECT change_n FROM change_row)").fetchall() == []
    unsearched = """SELECT h.id FROM handle h WHERE h.kind IN ('meeting', 'action', 'moment')
        AND h.n NOT IN (SELECT rowid FROM search)"""
    assert db.execute(unsearched).fetchall() == []


def test_four_writers_and_two_readers_at_once(onelog: Onelog) -> None:
    readers = [Reader(onelog, *words) for words in (("timeline", "--json", "--limit", "0"), ("actions",))]
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", LOGS, onelog.journal, name, str(EACH)], env=onelog.env, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for name in WRITERS
    ]  # fmt: skip
    for reader in readers:
        reader.start()
    said = [writer.communicate(timeout=50) for writer in writers]
    for reader in readers:
        reader.end()
    assert [err for _, err in said] == [""] * len(WRITERS)
    ids = [id_ for out, _ in said for id_ in out.split()]
    with closing(whole(onelog.journal)) as db:
        kept = [row[0] for row in db.execute("SELECT id FROM meeting")]
        assert len(set(kept)) == len(WRITERS) * EACH
        assert sorted(ids) == sorted(kept)
        texts = {row[0] for row in db.execute("SELECT text FROM action")}
        assert texts == {f"do {w}-{n}" for w in WRITERS for n in range(EACH)}
        assert db.execute("SELECT count(*) FROM change").fetchone() == (len(WRITERS) * EACH,)
        no_half_entries(db)
    for reader in readers:
        assert reader.failures == []
        assert len(reader.seen) >= 3
    sizes = [len(json.loads(out)) for out in readers[0].seen]
    assert sizes == sorted(sizes), "what was once read is there ever after"


class Reader(threading.Thread):
    """Runs a reading command again and again."""

    def __init__(self, onelog: Onelog, *words: str) -> None:
        super().__init__()
        self.onelog, self.words = onelog, words
        self.seen: list[str] = []
        self.failures: list[object] = []
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.is_set():
            done = self.onelog.run(*self.words)
            self.seen.append(done.out)
            if done.code or done.err:
                self.failures.append(done)

    def end(self) -> None:
        self.ended.set()
        self.join(60)


@pytest.mark.parametrize("processes", [8])
def test_first_runs_at_once_make_one_journal(onelog: Onelog, processes: int) -> None:
    for round_ in range(10):
        journal = onelog.folder / f"round{round_}" / "journal.db"
        env = onelog.env | {"ONELOG_JOURNAL": str(journal)}
        del env["ONELOG_SEED"]
        running = [
            subprocess.Popen(
                [*ONELOG, "log", f"friend{n}xyz{n}", f"hello {n} a: do {n} aha: seen {n}", "--new"], env=env, text=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
            for n in range(processes)
        ]  # fmt: skip
        said = [process.communicate(timeout=50) for process in running]
        assert [p.returncode for p in running] == [0] * processes, said
        assert [p.name for p in journal.parent.iterdir()] == ["journal.db"]
        with closing(whole(journal)) as db:
            assert db.execute("SELECT count(*), count(DISTINCT id) FROM meeting").fetchone() == (processes, processes)
            no_half_entries(db)


def test_killed_at_any_moment_no_acknowledged_entry_is_lost_and_none_is_half(onelog: Onelog) -> None:
    """100 logs, every one killed after a random while; a kill may come before, in, or after its transaction."""
    chance = random.Random(20261122)
    del onelog.env["ONELOG_SEED"]
    onelog("log", "mia", "the first a: do the first aha: seen the first")
    started = time.monotonic()
    onelog("log", "mia", "the second a: do the second aha: seen the second")
    usual = time.monotonic() - started
    acknowledged, killed = {"the first", "the second"}, 0
    for n in range(100):
        text = f"word{n}"
        process = subprocess.Popen(
            [*ONELOG, "log", "mia", "-"], env=onelog.env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert process.stdin
        process.stdin.write(f"{text}\na: do {text}\naha: seen {text}\n".encode())
        process.stdin.close()
        try:
            process.wait(usual * chance.uniform(0.2, 1.3))
        except subprocess.TimeoutExpired:
            process.kill()
        if process.wait() == 0:
            acknowledged.add(text)
        else:
            assert process.returncode == -9
            killed += 1
    assert killed >= 20, "kills have to come in time to be a test"
    assert len(acknowledged) >= 5, "some have to end well"
    with closing(whole(onelog.journal)) as db:
        no_half_entries(db)
        kept = Counter(row[0].split("\n")[0] for row in db.execute("SELECT body FROM meeting"))
    assert set(kept) >= acknowledged
    assert max(kept.values()) == 1, "no entry is there twice"
    what_waits(onelog, set(kept))


def what_waits(onelog: Onelog, kept: set[str]) -> None:
    """The drafts of the killed ones are named by the next run, listed, and can be brought back."""
    drafts = sorted((onelog.folder / "journal.db.drafts").glob("*.md"))
    waiting = {path.read_text().split("\n")[0] for path in drafts}
    assert all(word.startswith("word") for word in waiting)
    assert waiting, "at least one kill came between the draft and its end"
    said = onelog.run("timeline")
    assert said.code == 0
    assert f"{len(drafts)} text" in said.err
    assert "onelog recover" in said.err
    listed = onelog("recover").splitlines()
    assert len(listed) == len(drafts)
    assert all(any(word in line for line in listed) for word in waiting)
    lost = [n for n, path in enumerate(drafts, 1) if path.read_text().split("\n")[0] not in kept]
    for number in reversed(lost):
        onelog("recover", str(number))
    with closing(whole(onelog.journal)) as db:
        no_half_entries(db)
        now = {row[0].split("\n")[0] for row in db.execute("SELECT body FROM meeting")}
    assert now == kept | waiting
