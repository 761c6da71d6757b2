"""Backups and restores while others write: each backup is the journal of one moment, and no acknowledged word is lost."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

import pytest
from conftest import Onelog

WRITES = """
import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from onelog.journal import log
from onelog.store.database import Store

for n in count():
    with Store(Path(sys.argv[1]), write=True) as store:
        name = f"{sys.argv[2]}-{n}"
        text = f"talk {name} 話\\na: do {name} due:fri\\naha: seen {name} #t{n % 7}\\n{f'a long note {n} ' * 1500}"
        log.log_meeting(store, sys.argv[2], text, datetime.now().astimezone(), new=True)
    print(name, flush=True)
    if sys.stdin.read(1) != "n":
        break
"""
"""Logs a meeting, newly opening the journal as a command would, and says so; goes on when it is told to."""


class Writer:
    """A process that logs; what it has acknowledged is in `said`."""

    def __init__(self, run: Onelog, name: str) -> None:
        env = {name: value for name, value in run.env.items() if name != "ONELOG_SEED"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", WRITES, run.journal, name], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            bufsize=1,
        )  # fmt: skip
        self.said: list[str] = []

    def pipe(self, name: str) -> IO[str]:
        found = getattr(self.process, name)
        assert found
        return found  # type: ignore[no-any-return]  # a pipe of text, as it was opened

    def go_on(self, times: int) -> None:
        """Lets it write so many more; it does while we do something else."""
        self.pipe("stdin").write("n" * times)
        self.pipe("stdin").flush()

    def hear(self, times: int) -> None:
        self.said += [self.pipe("stdout").readline().strip() for _ in range(times)]

    def end(self) -> None:
        self.pipe("stdin").close()
        self.said += self.pipe("stdout").read().split()
        assert self.process.wait(timeout=120) == 0
        self.pipe("stdout").close()


@contextmanager
def writers(run: Onelog, *names: str) -> Iterator[list[Writer]]:
    """Processes that have each logged once, and are ended with the block."""
    with ExitStack() as end:
        started = [Writer(run, name) for name in names]
        for writer in started:
            end.callback(writer.end)
            writer.hear(1)
        yield started


def whole(run: Onelog, journal: Path) -> Any:
    return json.loads(run("export --format json --private", ONELOG_JOURNAL=str(journal)))


def changes(run: Onelog, journal: Path) -> int:
    return max(int(change["n"]) for change in run.json("history --limit 0", ONELOG_JOURNAL=str(journal)))


@pytest.mark.long
def test_a_backup_under_load_is_the_journal_at_its_moment(onelog: Onelog, request: pytest.FixtureRequest) -> None:
    """The journal at the end, with everything undone that came after the backup, is what the backup holds."""
    rounds = 20 if request.config.getoption("--full") else 3
    made: list[Path] = []
    with writers(onelog, "anna", "boris") as two:
        for turn in range(rounds):
            for writer in two:
                writer.go_on(8)
            place = ("backup",) if turn % 2 else ("backup", f"copy{turn}.db")
            made.append(Path(onelog.json(*place)["path"]))
            for writer in two:
                writer.hear(8)
    last = changes(onelog, onelog.journal)
    assert last == 2 * (1 + 8 * rounds)
    seen = []
    for number, path in enumerate(made):
        restored, undone = onelog.folder / f"restored{number}.db", onelog.folder / f"undone{number}.db"
        onelog("restore", str(path), ONELOG_JOURNAL=str(restored))
        seen.append(changes(onelog, restored))
        shutil.copyfile(onelog.journal, undone)
        if seen[-1] < last:
            onelog("undo", str(last - seen[-1]), ONELOG_JOURNAL=str(undone))
        assert whole(onelog, restored) == whole(onelog, undone)
    assert seen == sorted(seen)
    assert min(seen) < last
    print(f"{rounds} backups under load, after {seen} of {last} changes: each equal to its moment")  # noqa: T201 - a figure


@pytest.mark.long
def test_no_acknowledged_word_is_lost_by_a_restore_under_load(onelog: Onelog, request: pytest.FixtureRequest) -> None:
    """What was acknowledged before it is in the journal or in what the restore kept; what was afterwards is in the journal."""
    rounds = 20 if request.config.getoption("--full") else 3
    onelog("log", "mia", "the beginning")
    start = onelog.json("backup start.db")["path"]
    kept: set[str] = set()
    after: set[str] = set()
    with writers(onelog, "anna", "boris") as two:
        for _ in range(rounds):
            for writer in two:
                writer.go_on(10)
            done = onelog.json("restore", start)
            kept |= words(onelog, Path(done["kept"]))
            for writer in two:
                writer.hear(10)
            here = {name for writer in two for name in writer.said}
            assert here <= kept | words(onelog, onelog.journal)
        for writer in two:
            writer.go_on(2)
            writer.hear(2)
            after |= set(writer.said[-2:])
        every = [name for writer in two for name in writer.said]
    assert after <= words(onelog, onelog.journal)
    assert len(every) == 2 * (1 + 10 * rounds + 2)
    print(f"{rounds} restores under load, {len(every)} acknowledged entries, 0 lost")  # noqa: T201 - a figure


def words(run: Onelog, journal: Path) -> set[str]:
    """Which of the writers' entries are in a journal, each found whole and once."""
    found = set()
    for one in whole(run, journal)["meetings"]:
        texts = [one["notes"], *(part["text"] for part in (*one["actions"], *one["moments"]))]
        if texts[0].startswith("talk "):
            (name,) = {text.split()[1] for text in texts}
            assert len(texts) == 3
            assert name not in found
            found.add(name)
    return found
