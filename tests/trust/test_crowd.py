"""Many at one journal: nobody's words are lost, no read fails because somebody writes, and nobody gives up waiting.

`pytest tests/trust --full` has eight writers with a hundred entries each; without `--full` it is a sample.
"""

import json
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import journals
import pytest
from conftest import ONELOG, Onelog, Run
from holding import damage

pytestmark = pytest.mark.trust

NAMES = ("anna", "boris", "chen", "dmitri", "etsuko", "farid", "greta", "hiroshi")
READS = (
    ("timeline", "--json", "--limit", "0"), ("actions", "--json"), ("search", "talk"), ("export", "--format", "json"),
)  # fmt: skip

LOGS = """
import sys
import time
from datetime import datetime
from pathlib import Path

from onelog.journal import log
from onelog.store.database import Store

name, each = sys.argv[2], int(sys.argv[3])
for n in range(each):
    begun = time.monotonic()
    with Store(Path(sys.argv[1]), write=True) as store:
        text = f"talk {name}-{n} a: do {name}-{n} due:fri aha: seen {name}-{n}"
        logged = log.log_meeting(store, name, text, datetime.now().astimezone())
    print(logged.meeting.id, time.monotonic() - begun, flush=True)
"""
"""Logs so many meetings one after the other, each with the journal newly opened, and spends no time on starting."""


@pytest.fixture
def full(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--full"))


class Again(threading.Thread):
    """Runs commands again and again, or each of so many once."""

    def __init__(self, onelog: Onelog, commands: Sequence[Sequence[str]], *, once: bool = False) -> None:
        super().__init__()
        self.onelog, self.commands, self.once = onelog, commands, once
        self.runs: list[Run] = []
        self.longest = 0.0
        self.ended = threading.Event()

    def run(self) -> None:
        turn = 0
        while turn < len(self.commands) if self.once else not self.ended.is_set():
            begun = time.monotonic()
            self.runs.append(self.onelog.run(*self.commands[turn % len(self.commands)]))
            self.longest = max(self.longest, time.monotonic() - begun)
            turn += 1

    @property
    def failures(self) -> list[Run]:
        """Runs that did not do what they were asked for; that they had to wait may be said."""
        return [run for run in self.runs if run.code or "Traceback" in run.err]


@contextmanager
def meanwhile(onelog: Onelog, *loops: Sequence[Sequence[str]]) -> Iterator[list[Again]]:
    """Runs commands again and again as long as the block lasts; none of them may fail."""
    running = [Again(onelog, commands) for commands in loops]
    for one in running:
        one.start()
    try:
        yield running
    finally:
        for one in running:
            one.ended.set()
        for one in running:
            one.join(60)
    assert [run for one in running for run in one.failures] == []
    assert all(one.runs for one in running)


def no_half_entries(journal: Path) -> None:
    """Every meeting has its action and its a-ha, every record its lines in the change log and in the search index."""
    assert damage(journal) == ""
    halves = """SELECT m.id FROM meeting m
        WHERE (SELECT count(*) FROM action a WHERE a.meeting_uid = m.uid) <> 1
        OR (SELECT count(*) FROM moment x WHERE x.meeting_uid = m.uid AND x.kind = 'aha') <> 1"""
    with closing(sqlite3.connect(journal)) as db:
        assert db.execute(halves).fetchall() == []
        for kind in ("person", "meeting", "action", "moment"):
            unlogged = f"SELECT id FROM {kind} WHERE uid NOT IN (SELECT uid FROM change_row WHERE kind = '{kind}')"
            assert db.execute(unlogged).fetchall() == [], kind
        assert db.execute("SELECT n FROM change WHERE n NOT IN (SELECT change_n FROM change_row)").fetchall() == []
        unsearched = """SELECT h.id FROM handle h WHERE h.kind IN ('meeting', 'action', 'moment')
            AND h.n NOT IN (SELECT rowid FROM search)"""
        assert db.execute(unsearched).fetchall() == []


def kept(onelog: Onelog) -> list[str]:
    """The texts of all actions: each entry has one."""
    return sorted(action["text"] for action in onelog.json("actions", "--all"))


@pytest.mark.long
def test_commands_that_write_and_read_at_once(
    onelog: Onelog, full: bool, record_property: Callable[[str, object], None]
) -> None:
    del onelog.env["ONELOG_SEED"]
    names, each = (NAMES, 100) if full else (NAMES[:3], 4)
    onelog("log", "zoe", "the first talk a: do zoe aha: seen zoe")
    writers = [
        Again(onelog, [("log", name, f"talk {name}-{n} a: do {name}-{n} aha: seen {name}-{n}") for n in range(each)], once=True)
        for name in names
    ]  # fmt: skip
    with meanwhile(onelog, *([command] for command in READS), [("backup",)]) as readers:
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    assert [run for writer in writers for run in writer.failures] == []
    assert kept(onelog) == sorted(["do zoe", *(f"do {name}-{n}" for name in names for n in range(each))])
    no_half_entries(onelog.journal)
    sizes = [len(json.loads(run.out)) for run in readers[0].runs]
    assert sizes == sorted(sizes), "what was once read is there ever after"
    runs, longest = sum(len(one.runs) for one in [*writers, *readers]), max(one.longest for one in [*writers, *readers])
    record_property("told", f"{runs} commands at once, the longest took {longest:.1f} s")


@pytest.mark.long
def test_writers_that_do_nothing_else(
    onelog: Onelog, full: bool, record_property: Callable[[str, object], None]
) -> None:
    names, each = (NAMES, 100) if full else (NAMES[:4], 25)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", LOGS, onelog.journal, name, str(each)], env=onelog.env, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for name in names
    ]  # fmt: skip
    with meanwhile(onelog, READS[:2]):
        said = [writer.communicate(timeout=200) for writer in writers]
    assert [err for _, err in said] == [""] * len(names)
    told = [line.split() for out, _ in said for line in out.splitlines()]
    assert kept(onelog) == sorted(f"do {name}-{n}" for name in names for n in range(each))
    assert sorted(id_ for id_, _ in told) == sorted(
        m["id"] for m in onelog.json("timeline", "--kind", "meeting", "--limit", "0")
    )
    no_half_entries(onelog.journal)
    longest = max(float(seconds) for _, seconds in told)
    record_property("told", f"{len(told)} entries of {len(names)} writers, the longest took {longest:.1f} s")


@pytest.mark.long
def test_first_runs_at_once_make_one_journal(onelog: Onelog, full: bool) -> None:
    for round_ in range(30 if full else 1):
        journal = onelog.folder / f"round{round_}" / "journal.db"
        env = onelog.env | {"ONELOG_JOURNAL": str(journal)}
        del env["ONELOG_SEED"]
        running = [
            subprocess.Popen(
                [*ONELOG, "log", f"friend{n}xyz{n}", f"hello {n} a: do {n} aha: seen {n}", "--new"], env=env, text=True,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            )
            for n in range(8)
        ]  # fmt: skip
        said = [process.communicate(timeout=50) for process in running]
        assert [process.returncode for process in running] == [0] * len(running), said
        assert [path.name for path in journal.parent.iterdir()] == ["journal.db"]
        no_half_entries(journal)
        with closing(sqlite3.connect(journal)) as db:
            assert db.execute("SELECT count(*), count(DISTINCT id) FROM meeting").fetchone() == (8, 8)


@pytest.mark.long
def test_a_long_import_while_others_read_and_one_writes(
    onelog: Onelog, tmp_path: Path, full: bool, record_property: Callable[[str, object], None]
) -> None:
    meetings = 5000 if full else 200
    journals.make(tmp_path / "big.db", meetings=meetings)
    big = tmp_path / "big.json"
    big.write_text(onelog("--journal", str(tmp_path / "big.db"), "export", "--format", "json"), encoding="utf-8")
    onelog("log", "zoe", "the first talk a: do zoe")
    logs = [("log", "zoe", f"talk {n} a: do zoe-{n}") for n in range(1000)]
    with meanwhile(onelog, logs, *([command] for command in READS), [("backup",)]) as (writer, *readers):
        importer = Again(onelog, [("import", str(big))], once=True)
        importer.start()
        importer.join()
    assert importer.failures == []
    sizes = [len(json.loads(run.out)) for run in readers[0].runs]
    assert sizes == sorted(sizes)
    assert all(size < 150 or size > meetings for size in sizes), "nobody sees half an import"
    assert {f"do zoe-{n}" for n in range(len(writer.runs))} < set(kept(onelog))
    assert damage(onelog.journal) == ""
    record_property(
        "told",
        f"an import of {meetings} meetings took {importer.longest:.1f} s; meanwhile no log took over {writer.longest:.1f} s"
        f" and no read over {max(one.longest for one in readers):.1f} s",
    )
