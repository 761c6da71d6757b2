"""What an export leaves on the disk: the whole of it for its owner alone, or nothing; and nothing else is touched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ONELOG, Onelog
from inside import Inside

pytestmark = pytest.mark.posix

FILES = ("md", "html", "json", "csv", "ics")
ALL = (*FILES, "folder")


NO_ROOM = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))
from onelog.__main__ import run
run()
"""
"""Runs a command that can write no file larger than 512 bytes."""


def there(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def written(place: Path) -> str:
    """An export as one text, whether it is a file or a folder."""
    files = sorted(place.iterdir()) if place.is_dir() else [place]
    return "".join(path.read_bytes().decode() for path in files)


class Some(Inside):
    """onelog on a journal of its own, inside this process."""

    def says(self, *words: str) -> str:
        """What a command that works prints on stdout."""
        done = self(*words)
        assert done.code == 0, done
        return done.out

    def fails(self, *words: str, code: int = 1) -> str:
        """What a command that does not work says on stderr."""
        done = self(*words)
        assert (done.code, done.out) == (code, ""), done
        return done.err

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A meeting in English and Japanese with a concern and a private note."""
    run = Onelog(tmp_path_factory.mktemp("some"))
    run("log", "mia", "we met 目標\na: draft it due:2026-12-01\naha: faster\nc: the freeze\nx: very tired")
    return run.journal.read_bytes()


@pytest.fixture
def some(tmp_path: Path, journal: bytes) -> Some:
    run = Some(tmp_path)
    run.journal.write_bytes(journal)
    run.journal.chmod(0o600)
    return run


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_would_be_printed_and_its_owners_alone(some: Some, name: str) -> None:
    before = some.journal.read_bytes()
    some.says("export", "--format", name, "-o", "out")
    place = some.folder / "out"
    mark = "\ufeff" if name == "csv" else ""  # without it Excel takes a file for one in an old code page
    assert place.read_bytes().decode() == f"{mark}{some.says('export', '--format', name)}"
    assert place.stat().st_mode & 0o777 == 0o600
    assert some.names() == ["journal.db", "out"]
    assert some.journal.read_bytes() == before


@pytest.mark.parametrize("exists", [False, True])
def test_a_folder_is_its_owners_alone_and_may_be_there_if_it_is_empty(some: Some, exists: bool) -> None:
    place = some.folder / "notes"
    if exists:
        place.mkdir(mode=0o755)
    some.says("export", "all", "--format", "folder", "-o", "notes")
    assert place.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in place.iterdir()} == {0o600}
    assert len(list(place.glob("*.md"))) == 2
    assert some.names() == ["journal.db", "notes"]


@pytest.mark.parametrize("what", ["a file", "a folder", "a link to nothing"])
@pytest.mark.parametrize("name", ALL)
def test_what_is_there_is_never_written_to(some: Some, name: str, what: str) -> None:
    place = some.folder / "out"
    if what == "a file":
        place.write_text("mine", encoding="utf-8")
    elif what == "a folder":
        place.mkdir()
        (place / "mine").write_text("mine", encoding="utf-8")
    else:
        place.symlink_to("nowhere/at/all")
    before = there(some.folder)
    said = some.fails("export", "--format", name, "-o", "out")
    assert ("is there already" in said) == (what != "a link to nothing" or name != "folder")
    assert "out" in said or "nowhere" in said
    assert there(some.folder) == before


@pytest.mark.long
@pytest.mark.parametrize("name", ALL)
def test_an_export_that_finds_no_room_leaves_nothing(some: Some, name: str) -> None:
    some.says("log", "mia", "words " * 2000 + "a: draft it due:2026-12-01 " * 20)
    before = there(some.folder)
    command = [sys.executable, "-c", NO_ROOM, "export", "--format", name, "-o", "out"]
    done = subprocess.run(command, env=some.env, cwd=some.folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert there(some.folder) == before
    assert some.names() == ["journal.db"]


@pytest.mark.parametrize("name", ALL)
def test_a_journal_that_can_only_be_read_is_exported(some: Some, name: str) -> None:
    some.journal.chmod(0o400)
    some.says("export", "--format", name, "-o", "out")
    assert "draft it" in written(some.folder / "out")
    assert some.journal.stat().st_mode & 0o777 == 0o400


@pytest.mark.parametrize("name", FILES)
def test_on_a_terminal_it_is_printed_as_it_is(some: Some, name: str) -> None:
    shown = some("export", "--format", name, terminal=True)
    assert (shown.code, shown.out) == (0, some.says("export", "--format", name).replace("\r\n", "\n"))


@pytest.mark.long
@pytest.mark.parametrize("name", FILES)
def test_a_full_disk_behind_stdout_is_an_error(some: Some, name: str) -> None:
    with open("/dev/full", "wb") as full:
        command = [*ONELOG, "export", "--format", name]
        done = subprocess.run(command, env=some.env, cwd=some.folder, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["md", "html", "csv", "folder"])
def test_private_kinds_stay_out_unless_they_are_asked_for(some: Some, name: str) -> None:
    done = some("export", "--format", name, "-o", "public")
    assert "Left out: 1 concern and 1 private (--private writes them too)." in done.err
    assert not any(words in written(some.folder / "public") for words in ("freeze", "tired"))
    done = some("export", "--private", "--format", name, "-o", "own")
    assert "for your eyes" in done.err
    assert all(words in written(some.folder / "own") for words in ("freeze", "tired"))


def test_all_is_the_whole_journal_whatever_the_day(some: Some) -> None:
    some.says("log", "mia", "long ago", "--on", "2020-02-02")
    some.says("log", "ben", "not with mia")
    for name in ("md", "html", "csv"):
        assert "long ago" not in some.says("export", "--format", name)
        assert "long ago" in some.says("export", "all", "--format", name)
        assert "not with mia" not in some.says("export", "all", "--with", "mia", "--format", name)
    assert some.says("export", "all", "--json", "--private") == some.says("export", "--json")


def test_a_folder_needs_a_name(some: Some) -> None:
    assert "A folder needs a name" in some.fails("export", "--format", "folder", code=2)


def test_what_only_goes_out_is_not_taken_in(some: Some) -> None:
    before = some.journal.read_bytes()
    some.says("export", "--format", "html", "-o", "out.html")
    assert "looks like a web page (HTML), which onelog does not read" in some.fails("import", "out.html")
    assert "onelog writes html, and does not read it" in some.fails("import", "out.html", "--format", "html", code=2)
    assert some.journal.read_bytes() == before


def test_two_exports_at_once_leave_one_whole_file(some: Some) -> None:
    command = [*ONELOG, "export", "--format", "html", "-o", "out"]
    runs = [
        subprocess.Popen(command, env=some.env, cwd=some.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    codes = []
    for run in runs:
        run.communicate(timeout=60)
        codes.append(run.returncode)
    assert sorted(codes) == [0, 1, 1, 1]
    assert (some.folder / "out").read_text(encoding="utf-8") == some.says("export", "--format", "html")
    assert os.listdir(some.folder).count("out") == 1
    assert len(os.listdir(some.folder)) == 2
