"""What every command prints, now and at another commit: `python tests/printed.py COMMIT` shows what differs.

The commands run over two journals, the one in examples/ and an odd one of rows that no door makes; on terminals of 80 and
60 columns, in a pipe and with `--json`; in English and Japanese. Nothing is kept in the repository: both sides are
printed anew, so the comparison holds whatever the golden files say. `--write FOLDER` writes one side, a file a command.
"""

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
NOW = "2026-11-20T08:50:00+09:00"
LANGUAGES = ("en", "ja")
JOURNALS = ("demo", "odd")

READS = """
|--version|--help|--explain|log --help|help --all|help goals|help goals add
prep mia|prep mia --md|prep --all|prep --explain|team --relation report|next|next --all|next --explain|topics|topics mia
actions|actions mia|actions --overdue|actions --all|actions --mine|actions --theirs|actions --since 2026Q3
review 2026Q3|review 2026Q3 --for manager|review 2026 --for hr|review 2026Q3 --for skip|review 2026Q3 --with mia
review 2026Q3 --format html|nominate ben|nominate me|stats|stats 2026Q3|stats 2025|stats --explain
thread|thread --explain|watch|watch --explain|feedback|feedback mia|feedback --explain|skills|skills --explain
timeline|timeline mia|timeline mia --private|timeline --since 2026-10|timeline --kind aha|search budget|search 目標
search "next week" --with mia|search zzzzz|show mia|show MEETING|show MEETING --md|show ACTION|show GOAL|show MOMENT|show PERSON --md
moments|moments --kind aha|moments --private|moments ben|people|people --all|goals|goals --tree|goals --all|goals plan GOAL
ask mia|ask|guide|guide listening|discover|spark mia|explain|explain overdue|explain pace|history|history ACTION|status|status --short
export 2026Q3|export 2026Q3 --by person|export 2026Q3 --ids --private|export --format csv|export --format ics
export --format json|export 2026Q3 --format html|import --help|recover|doctor --help|config|config list|config get language
db info|db schema|backup --help|forget --help|nobody|show zzzz|done zzzz|timeline --since someday|prep nobody|log|search
"""
"""Commands that change nothing, apart by bars; words in capitals stand for an id of such a record."""
WRITES = """
log mia the budget moved a: me draft the plan due:fri d: we wait aha: small is fast mood:4|log "Zoë Quinn" hello a: send it due:tue
note mia ask how the launch went|topic mia who joins the ads team?|actions add call the bank due:fri --with mia
done ACTION --why sent|drop ACTION --why "nobody needs it"|reopen ACTION|aha small is fast because: we were two
praise calm in the storm +care --with mia|growth say it sooner from:mia|concern he looks tired --with ben
skip mia --why ill|people add "Noa Levi" --every 2w --on tue|people edit mia --every 3w|people archive mia|people merge mia ben
goals add A million users --by eoq --to 1000000|goals checkin GOAL 950000 new onboarding|goals close GOAL --as achieved
delete MEETING|delete ACTION|undo|redo|log mia a: due:someday @nobody|log ben x on:2028-01-01
"""
"""Commands that change the journal, each on a copy of its own."""
SHAPES: dict[str, tuple[str, ...]] = {"80": (), "60": (), "pipe": (), "json": ("--json",)}
_TEMPORARY = re.compile(r"/\S*?/printed-\w+")


def main() -> None:
    ask = ArgumentParser(description=__doc__)
    ask.add_argument("commit", nargs="?", default="HEAD", help="what to compare with; HEAD unless another one is named")
    ask.add_argument("--write", type=Path, metavar="FOLDER", help="write what is printed now, and compare nothing")
    ask.add_argument("--only", metavar="JOURNAL-LANGUAGE", help="as in demo-ja")
    said = ask.parse_args()
    if said.write:
        parts = (
            [said.only] if said.only else [f"{journal}-{language}" for journal in JOURNALS for language in LANGUAGES]
        )
        for part in parts:
            _write(said.write, *part.split("-"))
        return
    with TemporaryDirectory(prefix="printed-") as folder:
        sys.exit(_compare(Path(folder), said.commit))


def _compare(folder: Path, commit: str) -> int:
    then = folder / "tree"
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(then), commit], cwd=ROOT, check=True)
    try:
        _print(ROOT, folder / "now")
        _print(then, folder / "then")
    finally:
        subprocess.run(["git", "worktree", "remove", "--force", str(then)], cwd=ROOT, check=True)
    done = subprocess.run(["diff", "-r", "-U2", "then", "now"], cwd=folder, capture_output=True, text=True, check=False)
    count = sum(1 for _ in (folder / "now").rglob("*.txt"))
    sys.stdout.write(done.stdout)
    print(f"{count} outputs, {len(re.findall(r'^diff ', done.stdout, re.MULTILINE))} differ")
    return done.returncode


def _print(tree: Path, folder: Path) -> None:
    """Runs the commands of one tree, two journals at a time; each in a process that imports that tree."""
    env = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(tree / part) for part in ("src", "tests", "tests/support")),
        "PYTHONHASHSEED": "0",
    }
    for journal in JOURNALS:
        running = [
            subprocess.Popen(
                [sys.executable, "-P", __file__, "--write", str(folder), "--only", f"{journal}-{language}"], env=env
            )
            for language in LANGUAGES
        ]
        if any(process.wait() for process in running):
            sys.exit("a side could not be printed")


def _write(folder: Path, journal: str, language: str) -> None:
    from inside import Inside  # noqa: PLC0415 - with the tree that PYTHONPATH names

    with TemporaryDirectory(prefix="printed-") as place:
        run = Inside(Path(place), ONELOG_NOW=NOW, ONELOG_CONFIG=str(Path(place) / "config.toml"), TMPDIR=place)
        (Path(place) / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
        if journal == "demo":
            run("import", str(ROOT / "examples" / "journal"))
        else:
            _make_odd(run.journal)
        ids = _ids(run)
        before = run.journal.read_bytes()
        for words, writes in [*((line, False) for line in _lines(READS)), *((line, True) for line in _lines(WRITES))]:
            for shape, more in SHAPES.items():
                if writes:
                    for beside in (*Path(place).glob("journal.db-*"), *Path(place).glob("journal.db.*/*")):
                        beside.unlink()
                    run.journal.write_bytes(before)
                line = [ids.get(word, word) for word in _split(words)]
                done = run(*line, *more, terminal=shape.isdigit(), COLUMNS=shape if shape.isdigit() else "80")
                file = folder / f"{journal}-{language}" / f"{_name(words)}-{shape}.txt"
                file.parent.mkdir(parents=True, exist_ok=True)
                said = f"{done.out}--- stderr\n{done.err}--- exit {done.code}\n"
                file.write_text(_TEMPORARY.sub("/FOLDER", said), encoding="utf-8", errors="surrogateescape")


def _lines(commands: str) -> Iterator[str]:
    for line in commands.strip("\n").split("\n"):
        yield from line.split("|")


def _split(words: str) -> list[str]:
    return [bare or quoted for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', words)]


def _name(words: str) -> str:
    return re.sub(r"[^\w.-]+", "_", words)[:80] or "onelog"


def _ids(run) -> dict[str, str]:  # type: ignore[no-untyped-def]  # Inside, of the tree that is printed
    """An id of each kind in the journal, and the name of somebody in it."""
    import sqlite3  # noqa: PLC0415 - beside its one use

    with sqlite3.connect(run.journal) as db:
        first = {"action": "status <> 'open', id"}
        found = {
            kind.upper(): db.execute(f"SELECT id FROM {kind} ORDER BY {first.get(kind, 'id')} LIMIT 1").fetchone()[0]
            for kind in ("meeting", "action", "goal", "moment", "person")
        }
        found["mia"] = db.execute(
            "SELECT name FROM person WHERE archived IS NULL ORDER BY name LIKE 'Mia%' DESC, id LIMIT 1"
        ).fetchone()[0]
    return found


def _make_odd(path: Path) -> None:
    import inside  # noqa: PLC0415 - of the tree that is printed, as its journals are

    sys.path.append(str(Path(inside.__file__).parent / "journal"))  # where it stood in older trees
    from odd_journal import Odd, Store  # type: ignore[attr-defined]  # noqa: PLC0415 - the Store of that tree

    with Store(path, write=True) as store:
        Odd(store, 7, 40)
        store.db.commit()


if __name__ == "__main__":
    main()
