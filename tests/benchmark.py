"""How long onelog takes, whole processes, against a bare interpreter with SQLite: `python tests/benchmark.py`.

Each command runs in pairs with `python -c "import sqlite3"` (the floor), one after the other, so that what else the
machine does weighs on both; medians are compared. A journal is as large as its number of meetings, with two actions
each (tests/support/journals.py). "growth" is the time on the larger journal against that on the smaller one.
"""

import json
import os
import pty
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from compileall import compile_dir
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from at_terminal import on_terminal
from conftest import NOW, environment
from journals import RARE, make

import onelog

FLOOR = [sys.executable, "-c", "import sqlite3"]
GROWTH = 1.3
WORDS = "talked about the ads move a: me draft the plan due:fri aha: a small team decides faster mood:4"


class Case(NamedTuple):
    """A command to measure, and the times of the floor that it may take."""

    name: str
    words: list[str]
    limit: float | None = None
    terminal: bool = False
    writes: bool = False
    asks: bool = False
    """It is over when its prompt has been drawn and would take a key."""


CASES = (
    Case("--version", ["--version"], 5),
    Case("actions --json", ["actions", "--json"], 6.5),
    Case("timeline PERSON", ["timeline", "mia"], 6.5),
    Case("search WORD (common)", ["search", "budget"], 6.5),
    Case("search WORD (rare)", ["search", RARE], 6.5),
    Case("search WORD (Japanese)", ["search", "目標"], 6.5),
    Case("search WORDS (apart)", ["search", RARE, "finance", "backlog"], 6.5),
    Case("search PERSON WORD", ["search", "mia", RARE], 6.5),
    Case("export 2026Q3", ["export", "2026Q3"], 6.5),
    Case("review 2026Q3", ["review", "2026Q3"]),
    Case("log", ["log", "mia", WORDS], 7, writes=True),
    Case("log PERSON (first key)", ["log", "mia"], 13, asks=True),
    Case("actions (terminal)", ["actions"], 9, terminal=True),
    Case("onelog (terminal)", [], terminal=True),
    Case("prep PERSON (terminal)", ["prep", "mia"], terminal=True),
    Case("prep --all (terminal)", ["prep", "--all"], terminal=True),
    Case("timeline PERSON (terminal)", ["timeline", "mia"], terminal=True),
    Case("onelog", []),
    Case("prep PERSON", ["prep", "mia"]),
    Case("actions", ["actions"]),
    Case("people", ["people"]),
    Case("goals", ["goals"]),
    Case("show PERSON", ["show", "mia"]),
    Case("show ID", ["show", "MEETING"]),
    Case("done", ["done", "ACTION"], writes=True),
    Case("undo", ["undo"], writes=True),
    Case("history", ["history"]),
    Case("--help", ["--help"]),
    Case("--help (terminal)", ["--help"], terminal=True),
)


class Bench:
    """One journal in a folder of its own, and the commands that run on it."""

    def __init__(self, folder: Path, meetings: int) -> None:
        self.folder = folder / str(meetings)
        self.folder.mkdir()
        self.journal, self.kept = self.folder / "journal.db", self.folder / "kept.db"
        self.env = environment(self.folder)
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)
        self.env.pop("ONELOG_SEED", None)
        make(self.kept, meetings)
        shutil.copy2(self.kept, self.journal)
        self.ids = {"ACTION": self.first("actions"), "MEETING": self.first("timeline", "mia")}
        self.out("done", self.ids["ACTION"])  # so that there is something small to undo
        self.out("reopen", self.ids["ACTION"])
        shutil.copy2(self.journal, self.kept)

    def first(self, *words: str) -> str:
        """The id of the first record that a command lists."""
        return str(json.loads(self.out(*words, "--json"))[0]["id"])

    def out(self, *words: str) -> str:
        return subprocess.run([*COMMAND, *words], env=self.env, capture_output=True, text=True, check=True).stdout

    def times(self, case: Case, rounds: int) -> tuple[float, float]:
        """Median seconds of the command and of the floor."""
        command = [*COMMAND, *(self.ids.get(word, word) for word in case.words)]
        run = self.asked if case.asks else self.on_terminal if case.terminal else self.piped
        run(command)
        self.piped(FLOOR)
        pairs = []
        for _ in range(rounds):
            floor = timed(self.piped, FLOOR)
            if case.writes:
                shutil.copy2(self.kept, self.journal)
            pairs.append((timed(run, command), floor))
        if case.writes:
            shutil.copy2(self.kept, self.journal)
        return median(took for took, _ in pairs), median(floor for _, floor in pairs)

    def piped(self, command: list[str]) -> None:
        subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, check=True)

    def on_terminal(self, command: list[str]) -> None:
        on_terminal(command, self.env, self.folder, 80, 24)

    def asked(self, command: list[str]) -> None:
        """Starts a command at a terminal, until its prompt is there."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=self.env, cwd=self.folder
        ) as process:
            os.close(theirs)
            drawn = b""
            while b"> " not in drawn:
                drawn += os.read(ours, 65536)
            process.kill()
        os.close(ours)


def timed(run: Callable[[list[str]], None], command: list[str]) -> float:
    start = perf_counter()
    run(command)
    return perf_counter() - start


def installed() -> list[str]:
    """The command as people run it, where it is installed beside this interpreter."""
    script = Path(sys.executable).with_name("onelog")
    return [str(script)] if script.exists() else [sys.executable, "-m", "onelog"]


COMMAND = installed()


def main() -> None:
    ask = ArgumentParser(description=__doc__)
    ask.add_argument("--sizes", default="1000,10000", metavar="N,N", help="meetings; 100000 takes a minute to make")
    ask.add_argument("--rounds", type=int, default=15)
    ask.add_argument("--only", default="", metavar="WORD", help="commands with this in their name")
    said = ask.parse_args()
    sizes = [int(size) for size in said.sizes.split(",")]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_dir(str(Path(onelog.__file__).parent), quiet=2)
    with TemporaryDirectory(prefix="onelog-benchmark-") as folder:
        journals = [Bench(Path(folder), size) for size in sizes]
        print(f"{' '.join(COMMAND)}, Python {sys.version.split()[0]}, {said.rounds} pairs each, clock at {NOW}")
        heads = [f"{size:,}" for size in sizes]
        print(
            f"{'':<27}" + "".join(f"{head + ' ms':>12}{'x floor':>9}" for head in heads) + f"{'limit':>7}{'growth':>8}"
        )
        for case in CASES:
            if said.only in case.name:
                print(row(case, [journal.times(case, said.rounds) for journal in journals]), flush=True)


def row(case: Case, times: list[tuple[float, float]]) -> str:
    ratios = [took / floor for took, floor in times]
    growth = ratios[min(1, len(ratios) - 1)] / ratios[0]
    numbers = "".join(f"{took * 1000:>12.0f}{ratio:>9.2f}" for (took, _), ratio in zip(times, ratios, strict=True))
    over = case.limit is not None and (ratios[min(1, len(ratios) - 1)] > case.limit or growth > GROWTH)
    verdict = "" if case.limit is None else "over" if over else "ok"
    return f"{case.name:<27}{numbers}{case.limit or '':>7}{growth:>8.2f}  {verdict}"


if __name__ == "__main__":
    main()
