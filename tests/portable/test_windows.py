"""What is open cannot be removed or replaced on Windows: each command lets go of a file before it takes it away.

Else the words were saved, the command ended in an error, and people logged them twice.
"""

import subprocess
import sys
from pathlib import Path

import pytest
import windows as simulated
from conftest import Onelog, Run

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="it cannot be seen here what is open"),
    pytest.mark.posix,
]


class Windows(Onelog):
    """onelog where open files are held."""

    def run(self, *words: str, input: str | bytes | None = None, **env: str) -> Run:  # noqa: A002 - as there
        done = subprocess.run(
            [sys.executable, simulated.__file__, *words], input=input, text=True, capture_output=True,
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


@pytest.mark.walk(6)
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


@pytest.mark.walk(3)
@pytest.mark.parametrize("page", ["cp1252", "cp932"])
@pytest.mark.parametrize("form", ["md", "csv", "ics", "json"])
def test_what_is_redirected_into_a_file_is_utf_8_as_elsewhere(windows: Windows, form: str, page: str) -> None:
    """It was in the code page of the system: `\\u505c`, and CR CR LF in tables and calendars."""
    here = Onelog(windows.folder)
    here("log", "zoë", "停止について話した. a: plan it due:fri")

    def exported(*program: str) -> bytes:
        env = windows.env | {"WINDOWS_CODE_PAGE": page}
        line = [sys.executable, *program, "export", "--format", form]
        return subprocess.run(line, capture_output=True, cwd=windows.folder, env=env, check=True, timeout=120).stdout

    there = exported(simulated.__file__)
    assert there == exported("-m", "onelog")
    assert "停止" in there.decode() or form in ("ics", "json")


@pytest.mark.parametrize("command", ["'{}' --wait", '"{}" --wait', "{} --wait"])
def test_an_editor_is_found_whatever_its_path_is_made_of(windows: Windows, command: str) -> None:
    """A backslash is a letter there, and a path with blanks is quoted."""
    folder = windows.folder / (r"bin\my" if command.startswith("{") else r"Program Files\my editor")
    folder.mkdir()
    (folder / "ed.sh").write_text("#!/bin/sh\necho '- **Decision:** go' >> $2\n")
    (folder / "ed.sh").chmod(0o700)
    met = windows.json("log", "mia", "we met")["id"]
    windows("edit", met, ONELOG_EDITOR=command.format(folder / "ed.sh"))
    assert [one["text"] for one in windows.json("moments")] == ["go"]


def test_a_file_that_a_killed_command_left_is_swept_and_one_that_is_being_made_is_not(windows: Windows) -> None:
    """Windows removes nothing that is open: so what can be removed is nobody's any more."""
    windows("log", "mia", "we met")
    name = ".journal.db.0badcafe.onelog.new"
    killed, held = windows.folder / name, windows.folder / f"{name}.hold"
    killed.write_text("words")
    held.touch()
    windows("export", "-o", "quarter.md")
    assert names(windows) == ["journal.db", "quarter.md"]


def test_a_folder_is_exported_into_an_empty_one(windows: Windows) -> None:
    windows("log", "mia", "we met")
    (windows.folder / "quarter").mkdir()
    windows("export", "--format", "folder", "-o", "quarter")
    assert len(list((windows.folder / "quarter").glob("*.md"))) >= 1
