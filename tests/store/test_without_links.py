"""Everything that onelog writes, on a file system that knows no hard links and keeps no modes."""

import errno
import json
import subprocess
from pathlib import Path

import pytest
from conftest import EXAMPLES, ONELOG, Onelog
from without_links import library

pytestmark = [
    pytest.mark.skipif(library() is None, reason="no C compiler, or nothing is loaded before the C library"),
    pytest.mark.posix,
]
REFUSALS = (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EACCES)
"""What file systems answer that know no hard links."""
WORDS = "talked about the plan a: draft it due:fri"


@pytest.fixture(params=[True, False], ids=["renames exclusively", "renames"])
def stick(onelog: Onelog, request: pytest.FixtureRequest) -> Onelog:
    """onelog on such a file system; the second kind cannot rename without the risk of replacing either."""
    onelog.env["LD_PRELOAD"] = library(exclusive_rename=request.param) or ""
    return onelog


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.long
@pytest.mark.walk(4)
@pytest.mark.parametrize("refusal", REFUSALS, ids=errno.errorcode.get)
def test_the_first_log_makes_the_journal(stick: Onelog, refusal: int) -> None:
    stick("log", "mia", WORDS, NO_LINKS=str(refusal))
    assert [one["text"] for one in stick.json("actions")] == ["draft it"]
    assert names(stick.folder) == ["journal.db"]


@pytest.mark.long
def test_the_first_import_makes_the_journal(stick: Onelog) -> None:
    stick("import", str(EXAMPLES / "journal"))
    assert len(stick.json("people")) == 6
    assert names(stick.folder) == ["journal.db"]


@pytest.mark.long
def test_a_first_import_that_is_refused_leaves_nothing(stick: Onelog) -> None:
    (stick.folder / "bad.md").write_text("---\nwith: Mia\nat: someday\n---\nwords\n", encoding="utf-8")
    stick.fails("import", "bad.md", code=3)
    assert names(stick.folder) == ["bad.md"]


@pytest.mark.long
def test_copies_exports_and_what_is_brought_back(stick: Onelog) -> None:
    """The folder of backups is there already, open to everybody, as a stick has every folder."""
    stick("log", "mia", WORDS)
    (stick.folder / "journal.db.backups").mkdir(mode=0o755)
    (stick.folder / "journal.db.backups").chmod(0o755)
    stick("backup")
    before = stick("export", "--format", "json")
    stick("log", "mia", "on:yesterday the day before")
    stick("backup", "other.db")
    stick("restore", "1")
    assert stick("export", "--format", "json") == before
    stick("export", "--format", "json", "-o", "out.json")
    assert (stick.folder / "out.json").read_text(encoding="utf-8") == before
    assert "there already" in stick.fails("export", "--format", "json", "-o", "out.json")
    stick("export", "--format", "folder", "-o", "notes")
    assert len(list((stick.folder / "notes").glob("*.md"))) == 2
    assert len(json.loads(stick("backup", "--list", "--json"))) == 2
    assert [name for name in names(stick.folder) if ".new" in name or "drafts" in name] == []


@pytest.mark.long
def test_a_restore_makes_a_journal_that_is_gone(stick: Onelog) -> None:
    stick("log", "mia", WORDS)
    stick("backup", "copy.db")
    stick.journal.unlink()
    stick("restore", "copy.db")
    assert [one["text"] for one in stick.json("actions")] == ["draft it"]


@pytest.mark.long
def test_doctor_says_what_such_a_file_system_cannot_do(stick: Onelog) -> None:
    stick("log", "mia", WORDS)
    stick("backup")
    stick("doctor")
    stick.journal.chmod(0o644)
    found = json.loads(stick.run("doctor", "--mend", "--json").out)["findings"]
    assert [(one["check"], one["level"]) for one in found] == [("private", "problem")]
    assert found[0]["mend"].startswith("This disk keeps no permissions")


@pytest.mark.long
def test_two_first_runs_at_once_lose_nothing(onelog: Onelog) -> None:
    onelog.env["LD_PRELOAD"] = library() or ""
    people = ["anna", "boris", "chen", "dmitri", "etsuko", "farid"]
    runs = [
        subprocess.Popen([*ONELOG, "log", one, f"the talk with {one}"], env=onelog.env, stdout=subprocess.DEVNULL)
        for one in people
    ]
    assert [run.wait(timeout=60) for run in runs] == [0] * len(people)
    assert sorted(one["name"] for one in onelog.json("people")) == people
