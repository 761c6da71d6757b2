"""The journal's file: made for its owner alone, never made by reading, found under any name and through any link."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from conftest import NOW, ONELOG, Onelog

from onelog.journal import log
from onelog.store.database import Store
from onelog.store.vault.absent import unmounted

pytestmark = pytest.mark.posix

NOW_TIME = datetime.fromisoformat(NOW)
READING = ("timeline", "search plan", "actions --json", "export", "history", "db info", "")
WRITING = (("log", "mia", "hello"), ("aha", "a thing"), ("people", "add", "Ben"), ("undo",), ("note", "mia", "hello"))

RESPECTS_MODES: list[str] = []
"""What makes a command mind the modes of files: root does so only without its privileges."""
if os.geteuid() == 0:
    RESPECTS_MODES = [shutil.which("setpriv") or "", "--bounding-set=-dac_override,-dac_read_search"]

needs_modes = pytest.mark.skipif(RESPECTS_MODES[:1] == [""], reason="root may read everything, and there is no setpriv")


def filled(path: Path) -> Path:
    """A journal with a meeting in it."""
    with Store(path, write=True) as store:
        log.log_meeting(store, "mia", "talked about the plan a: draft it #plan\n" * 20, NOW_TIME)
    return path


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else b"" for p in sorted(folder.rglob("*"))}


# --- what is not there yet -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", READING)
def test_reading_finds_a_missing_journal_empty_and_makes_nothing(onelog: Onelog, command: str) -> None:
    onelog(command) if command else onelog.run()
    assert state(onelog.folder) == {}


def test_the_first_write_makes_the_folder_and_the_file(onelog: Onelog) -> None:
    place = onelog.folder / "a" / "b" / "journal.db"
    onelog("log", "mia", "hello", ONELOG_JOURNAL=str(place))
    assert [p.name for p in place.parent.iterdir()] == ["journal.db"]


# --- what cannot be read or written --------------------------------------------------------------------------------


def as_owner(onelog: Onelog, *words: str) -> subprocess.CompletedProcess[str]:
    """Runs a command that minds the modes of files."""
    return subprocess.run(
        [*RESPECTS_MODES, *ONELOG, *words], env=onelog.env, cwd=onelog.folder, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.mark.long
@needs_modes
@pytest.mark.parametrize(("file", "folder"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)])
def test_a_journal_that_may_only_be_read_is_read_and_not_written(onelog: Onelog, file: int, folder: int) -> None:
    place = onelog.folder / "kept"
    place.mkdir()
    onelog.env["ONELOG_JOURNAL"] = str(filled(place / "journal.db"))
    before = state(place)
    (place / "journal.db").chmod(file)
    place.chmod(folder)
    try:
        for command in READING:
            read = as_owner(onelog, *command.split())
            assert (read.returncode, read.stderr.count("cannot")) == (0, 0), (command, read)
        for words in WRITING:
            done = as_owner(onelog, *words)
            assert done.returncode == 1, (words, done)
            assert done.stderr.startswith("onelog: ")
            assert str(place) in done.stderr
            assert "Traceback" not in done.stderr
            assert done.stdout == ""
    finally:
        place.chmod(0o700)
    assert state(place) == before


@needs_modes
def test_a_journal_that_may_not_be_read_is_named(onelog: Onelog) -> None:
    filled(onelog.journal).chmod(0)
    for words in (("timeline",), ("log", "mia", "hello")):
        done = as_owner(onelog, *words)
        assert done.returncode == 3, done
        assert str(onelog.journal) in done.stderr
    assert onelog.journal.stat().st_mode & 0o777 == 0


@needs_modes
@pytest.mark.parametrize("words", [("timeline",), ("log", "mia", "hello")])
def test_a_folder_that_may_not_be_entered_is_named(onelog: Onelog, words: tuple[str, ...]) -> None:
    place = onelog.folder / "closed"
    place.mkdir(mode=0)
    onelog.env["ONELOG_JOURNAL"] = str(place / "journal.db")
    done = as_owner(onelog, *words)
    place.chmod(0o700)
    assert done.returncode in (1, 3), done
    assert str(place) in done.stderr
    assert "inside onelog" not in done.stderr


# --- names and links -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["my journal.db", "日記.db", "a?b#c%20d.db", "x\nb.db", "-j.db", "'\"`.db"])
def test_any_name_of_a_file_will_do(onelog: Onelog, name: str) -> None:
    path = onelog.folder / "with blank" / name
    onelog("log", "mia", "hello there", ONELOG_JOURNAL=str(path))
    assert onelog.json("timeline", ONELOG_JOURNAL=str(path))[0]["notes"] == "hello there"
    assert [p.name for p in path.parent.iterdir()] == [name]


def test_a_name_that_is_not_utf8_will_do(onelog: Onelog) -> None:
    path = os.fsencode(onelog.folder) + b"/caf\xe9.db"
    env = {os.fsencode(k): os.fsencode(v) for k, v in onelog.env.items()} | {b"ONELOG_JOURNAL": path}
    for words in (["log", "mia", "hello"], ["timeline"], ["db", "path"], ["db", "info"]):
        done = subprocess.run([*ONELOG, *words], env=env, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        assert (done.returncode, done.stderr.count(b"inside onelog")) == (0, 0), (words, done)
    assert Path(os.fsdecode(path)).exists()


def test_a_link_to_a_journal_is_followed(onelog: Onelog) -> None:
    there, here = onelog.folder / "there", onelog.folder / "here"
    there.mkdir()
    here.mkdir()
    filled(there / "real.db")
    (here / "link.db").symlink_to(there / "real.db")
    onelog.env["ONELOG_JOURNAL"] = str(here / "link.db")
    onelog("log", "mia", "through the link")
    assert (here / "link.db").is_symlink()
    with Store(there / "real.db") as store:
        assert store.db.execute("SELECT count(*) FROM meeting").fetchone() == (2,)
    assert sorted(p.name for p in [*here.iterdir(), *there.iterdir()]) == ["link.db", "real.db"]


EVERY = (
    "", "timeline", "next", "actions", "people", "search hello", "stats", "history", "db info", "export --format json", "doctor",
    "doctor --mend", "status", "prep mia", "log mia hello", "aha hello", "people add Bea", "undo", "redo", "recover", "backup",
    "backup --list --json", "restore kept.db", "forget mia --confirm Mia", "import kept.json",
)  # fmt: skip


def a_linked_file(folder: Path) -> tuple[Path, Path]:
    (folder / "here.db").symlink_to(folder / "stick" / "real.db")
    return folder / "here.db", folder / "here.db"


def a_linked_file_in_a_folder_that_is_there(folder: Path) -> tuple[Path, Path]:
    (folder / "there").mkdir()
    (folder / "here.db").symlink_to("there/real.db")
    return folder / "here.db", folder / "here.db"


def a_linked_folder(folder: Path) -> tuple[Path, Path]:
    (folder / "here").symlink_to(folder / "stick")
    return folder / "here" / "notes" / "journal.db", folder / "here"


def a_link_to_a_link(folder: Path) -> tuple[Path, Path]:
    (folder / "second").symlink_to(folder / "stick" / "real.db")
    (folder / "first.db").symlink_to("second")
    return folder / "first.db", folder / "first.db"


def a_disk_that_is_not_mounted(folder: Path) -> tuple[Path, Path]:
    return Path(f"/run/media/nobody-{folder.name}/stick/journal.db"), Path(f"/run/media/nobody-{folder.name}")


@pytest.mark.long
@pytest.mark.parametrize(
    "away",
    [
        a_linked_file, a_linked_file_in_a_folder_that_is_there, a_linked_folder, a_link_to_a_link,
        a_disk_that_is_not_mounted,
    ],
)  # fmt: skip
def test_a_journal_that_is_away_is_not_begun_anew(onelog: Onelog, away: Callable[[Path], tuple[Path, Path]]) -> None:
    """A stick that is not plugged in is no empty journal: it is said, by every command, and nothing is made."""
    onelog("log", "mia", "hello", ONELOG_JOURNAL=str(onelog.folder / "kept.db"))
    onelog("export", "--format", "json", "-o", "kept.json", ONELOG_JOURNAL=str(onelog.folder / "kept.db"))
    path, at = away(onelog.folder)
    onelog.env["ONELOG_JOURNAL"] = str(path)
    before = sorted(onelog.folder.rglob("*"))
    for line in EVERY:
        if line == "backup --list --json":
            assert onelog.json("backup --list") == [], "copies beside the link help whoever lost the disk"
            continue
        done = onelog.run(*line.split())
        assert (done.out, done.code, len(done.err.splitlines())) == ("", 3, 2), (line, done)
        assert done.err.startswith((f"onelog: {path} is missing: ", f"onelog: {path} is not there: "))
        assert str(at) in done.err
    done = onelog.run("status", "--short")
    assert (done.out, done.err, done.code) == ("", "", 3)
    assert onelog("db", "path") == f"{path}\n"
    assert sorted(onelog.folder.rglob("*")) == before
    assert not at.exists()


def test_what_was_away_is_back_when_its_link_leads_somewhere(onelog: Onelog) -> None:
    path, _ = a_linked_folder(onelog.folder)
    onelog.env["ONELOG_JOURNAL"] = str(path)
    onelog.fails("log", "mia", "hello", code=3)
    (onelog.folder / "stick").mkdir()
    onelog("log", "mia", "hello")  # a folder that is there may hold a new journal
    assert (onelog.folder / "stick" / "notes" / "journal.db").exists()


@pytest.mark.parametrize(
    ("made", "path", "away"),
    [
        ([], "mnt/usb/journal.db", "mnt/usb"), (["mnt/usb"], "mnt/usb/journal.db", "mnt/usb"),
        (["mnt/usb"], "mnt/usb/notes/journal.db", "mnt/usb"), (["media/mia"], "media/mia/stick/journal.db", "media/mia/stick"),
        (["media/mia/stick"], "media/mia/stick/journal.db", "media/mia/stick"), ([], "media/usb0/journal.db", "media/usb0"),
        (["mnt/usb/photos"], "mnt/usb/journal.db", None), (["mnt/usb/photos"], "mnt/usb/notes/journal.db", None),
        (["media/mia/stick/photos"], "media/mia/stick/notes/journal.db", None), ([], "home/mia/notes/journal.db", None),
        ([], "mnt/journal.db", None),
    ],
)  # fmt: skip
def test_where_a_disk_would_be_mounted(tmp_path: Path, made: list[str], path: str, away: str | None) -> None:
    for folder in made:
        (tmp_path / folder).mkdir(parents=True)
    mounts = {str(tmp_path / "mnt"): 1, str(tmp_path / "media"): 2}
    assert unmounted(tmp_path / path, mounts) == (away and tmp_path / away)


# --- for its owner alone -------------------------------------------------------------------------------------------


def under_umask(onelog: Onelog, mask: int, *words: str, **more: str) -> None:
    subprocess.run(
        [*ONELOG, *words], env=onelog.env | more, umask=mask, check=True, capture_output=True, stdin=subprocess.DEVNULL
    )


def modes(folder: Path) -> set[tuple[str, int]]:
    """What may be done with each file and folder inside."""
    return {("folder" if p.is_dir() else "file", p.stat().st_mode & 0o777) for p in folder.rglob("*")}


@pytest.mark.long
@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
def test_everything_is_for_its_owner_alone_whatever_the_umask(onelog: Onelog, mask: int) -> None:
    place = onelog.folder / "own"
    place.mkdir()
    onelog.env["ONELOG_JOURNAL"] = str(place / "kept" / "journal.db")
    under_umask(onelog, mask, "log", "mia", "hello")
    # The "editor" fails after it wrote, so the draft stays and can be looked at.
    script = onelog.folder / "editor.sh"
    script.write_text('echo more >> "$1"; exit 3\n')
    failing = subprocess.run(
        [*ONELOG, "log", "mia", "--edit"], env=onelog.env | {"ONELOG_EDITOR": f"sh {script}"}, umask=mask, check=False,
        capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert failing.returncode == 1
    under_umask(onelog, mask, "export", "--format", "json", "-o", str(place / "all.json"))
    assert modes(place) == {("folder", 0o700), ("file", 0o600)}
    assert len(list(place.rglob("*"))) >= 6, "folder, journal, drafts folder, two files of a draft, the export"


def test_the_files_beside_a_journal_that_is_written_are_private(onelog: Onelog) -> None:
    with Store(filled(onelog.journal), write=True) as store:
        store.db.execute("BEGIN IMMEDIATE")
        store.db.execute("UPDATE meeting SET mood = 1")
        beside = [p for p in onelog.folder.iterdir() if p != onelog.journal]
        assert [p.name for p in beside] == ["journal.db-journal"]
        assert beside[0].stat().st_mode & 0o777 == 0o600
        store.db.execute("ROLLBACK")


@pytest.mark.parametrize("mode", [0o644, 0o664, 0o666, 0o640])
def test_a_journal_that_others_may_read_is_tightened(onelog: Onelog, mode: int) -> None:
    filled(onelog.journal).chmod(mode)
    onelog("timeline")
    assert onelog.journal.stat().st_mode & 0o777 == 0o600
