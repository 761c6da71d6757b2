"""What is open cannot be removed or replaced on Windows: each command lets go of a file before it takes it away.

Else the words were saved, the command ended in an error, and people logged them twice.
"""

import subprocess
import sys
from pathlib import Path

import open_files
import pytest
from conftest import Onelog, Run

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="it cannot be seen here what is open")


class Windows(Onelog):
    """onelog where open files are held."""

    def run(self, *words: str, input: str | bytes | None = None, **env: str) -> Run:  # noqa: A002 - as there
        done = subprocess.run(
            [sys.executable, open_files.__file__, *words], input=input, text=True, capture_output=True,
            env=self.env | env, cwd=self.folder, check=False, timeout=120,
        )  # fmt: skip
        return Run(done.stdout, done.stderr, done.returncode)


@pytest.fixture
def windows(tmp_path: Path) -> Windows:
    return Windows(tmp_path)


def editor(run: Onelog, does: str) -> str:
    """An editor that runs these lines of a shell."""
    script = run.folder / "editor"
    script.write_text(f"#!/bin/sh\n{does}\n")
    script.chmod(0o700)
    return str(script)


def names(run: Onelog) -> list[str]:
    return sorted(str(path.relative_to(run.folder)) for path in run.folder.rglob("*"))


def test_a_log_is_logged_once_and_ends_well(windows: Windows) -> None:
    done = windows.run("log", "mia", "we met a: plan it due:fri")
    assert (done.code, done.err) == (
        0,
        "mia is new: onelog people edit mia says who they are.\nonelog undo takes it back.\n",
    )
    assert [one["text"] for one in windows.json("actions")] == ["plan it"]
    assert names(windows) == ["journal.db"]


COMMANDS = (
    ("note", "mia", "for the next time"),
    ("log", "mia", "-"),
    ("log", "mia", "--edit"),
    ("edit", "{id}"),
    ("recover", "1"),
    ("recover", "1", "--edit"),
    ("recover", "1", "--discard"),
    ("recover",),
    ("export", "-o", "quarter.md"),
    ("export", "--format", "folder", "-o", "quarter"),
    ("backup",),
    ("backup", "copies"),
    ("restore", "1", "--yes"),
    ("config", "language", "ja"),
    ("delete", "{id}"),
    ("doctor", "--mend"),
    ("forget", "mia", "--confirm", "mia"),
    ("undo",),
)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_lets_go_of_what_it_takes_away(windows: Windows, words: tuple[str, ...]) -> None:
    before = Onelog(windows.folder)
    met = before.json("log", "mia", "we met. a: plan it due:fri")["id"]
    before("backup")
    before.fails("log", "mia", "--edit", ONELOG_EDITOR=editor(windows, "echo it was late >> $1; exit 1"))
    (windows.folder / "set.toml").write_text('me = "Ken"\n')
    windows.env["ONELOG_CONFIG"] = str(windows.folder / "set.toml")
    said = [word.format(id=met) for word in words]
    done = windows.run(*said, input="Mia", ONELOG_EDITOR=editor(windows, "echo a line more >> $1"))
    assert (done.code, "used by another" in done.err) == (0, False), done
    left = {name.rpartition(".")[2] for name in names(windows)}
    assert not left & {"new", "lock"}


def test_a_draft_that_an_editor_still_has_goes_to_its_list(windows: Windows) -> None:
    """An editor that comes back at once may save later: what is known of the draft is written anew, in its open file."""
    met = Onelog(windows.folder).json("log", "mia", "we met")["id"]
    said = windows.run("edit", met, ONELOG_EDITOR="true")
    assert "The editor came back at once" in said.err
    assert len(list((windows.folder / "journal.db.drafts").glob("*.json"))) == 1


def test_what_a_killed_command_left_is_swept_away(windows: Windows) -> None:
    place = windows.folder / "journal.db.drafts"
    place.mkdir(mode=0o700)
    (place / "20261120T150000-0badcafe.json").write_text("{}")
    windows("log", "mia", "we met")
    assert names(windows) == ["journal.db"]
