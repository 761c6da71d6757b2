"""Every command once, on a new journal: `python tests/portable/smoke.py PROGRAM [WORD]...`, as in `smoke.py onelog`.

It wants nothing but Python, so that it can look at an installed wheel, an old library or another system. `--refused TEXT`
before the program expects that every command which opens a journal is refused in a sentence with TEXT, and no traceback.
"""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

COMMANDS = """
log mia "on the move a: plan it due:fri aha: small is fast" --new
log mia -
note mia "ask how the launch went"
topic mia "who joins the ads team?"
topics mia
prep mia
team
next
people add "Ben Okafor" --relation report --every 2w --on tue
people edit ben --every 3w
people
skip ben --why ill
actions add "call the bank due:fri" --with mia
actions
done ACTION --why sent
reopen ACTION
drop ACTION --why "nobody needs it"
aha "small is fast because: we were two"
win "the first talk in Japanese +speaking"
praise "calm in the storm +care" --with mia
growth "say it sooner from:mia"
concern "he looks tired" --with ben
decision "we hire in March" --with mia
moments --kind aha
goals add "A million users" --by eoq --to 1000000
goals checkin GOAL 950000 "new onboarding"
goals plan GOAL
goals close GOAL --as achieved
timeline
search small
show MEETING
edit MEETING
history
undo
redo
review
review --format html -o review.html
nominate ben
stats
thread
watch
feedback
skills
ask mia
guide listening
discover
spark mia
explain overdue
status --short
config set language ja
config get language
config set language en
export
export --format json -o journal.json
export --format csv -o tables
export --format ics
export --format html -o journal.html
export --format folder -o documents
import documents
backup
backup copies
backup --list
restore 1 --yes
doctor
doctor --mend
db info
db schema
recover
people merge mia ben
delete ACTION
forget ben --confirm "Ben Okafor"
demo
help --all
help goals
--version
"""
"""In capitals: the id of a record of that kind."""


def main(program: list[str], refused: str = "") -> int:
    lines = COMMANDS.strip().split("\n")
    with TemporaryDirectory(prefix="onelog-smoke-") as folder:
        failed = [line for line in lines if not _runs(program, line, Path(folder), refused)]
    print(f"{len(lines) - len(failed)} of {len(lines)} commands{' are refused' if refused else ''}")
    return bool(failed)


def _runs(program: list[str], line: str, folder: Path, refused: str) -> bool:
    words = [_id_of(program, word.lower(), folder) if word.isupper() else word for word in shlex.split(line)]
    done = _run(program, words, folder, "we met again\nd: we wait\n" if "-" in words else "")
    there = done.returncode == 1 or refused in done.stderr  # 1: nothing is there to work on, as no command has made it
    fine = done.returncode == 0 or (refused and there)
    if not fine or "Traceback" in done.stderr or "went wrong inside" in done.stderr:
        print(f"onelog {line}: exit {done.returncode}\n{done.stderr}", flush=True)
        return False
    return True


def _id_of(program: list[str], kind: str, folder: Path) -> str:
    """The id of the first record of a kind; the kind itself where there is none."""
    said = _run(program, ["export", "--format", "json", "--private"], folder).stdout
    records = json.loads(said)[f"{kind}s"] if said else []
    inside = [one for meeting in (json.loads(said)["meetings"] if said else []) for one in meeting.get(f"{kind}s", [])]
    return next((one["id"] for one in [*records, *inside]), kind)


def _run(program: list[str], words: list[str], folder: Path, typed: str = "") -> "subprocess.CompletedProcess[str]":
    config = folder / "config.toml"
    config.touch()
    own = {
        "ONELOG_JOURNAL": str(folder / "journal.db"), "ONELOG_CONFIG": str(config), "HOME": str(folder), "USERPROFILE": str(folder),
        "ONELOG_EDITOR": f'"{sys.executable}" -c ""', "ONELOG_NOW": "2026-11-20T08:50:00+09:00", "PYTHONUTF8": "0",
    }  # fmt: skip
    return subprocess.run(
        [*program, *words], input=typed, capture_output=True, encoding="utf-8", errors="replace", cwd=folder,
        env={**os.environ, **own}, check=False, timeout=300,
    )  # fmt: skip


if __name__ == "__main__":
    given = sys.argv[1:]
    expected = given[1] if given[:1] == ["--refused"] else ""
    named = given[2:] if expected else given
    sys.exit(main([str(Path(word).absolute()) if Path(word).exists() else word for word in named], expected))
