"""What lies around a journal: who may read it, what copies it, what was left behind, how old its backup is."""

import json
import os
import shlex
import shutil
import stat
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import broken
import pytest
from broken import HERE, Found, cut_off, findings, leave_a_draft, only, report, state
from conftest import NOW
from inside import Inside

from onelog.formats.json_results import result_json
from onelog.journal import drafts
from onelog.safety import doctor, environment
from onelog.store.vault import snapshots
from onelog.store.vault.atomic_file import aside

pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken.make(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def run(whole: Path, tmp_path: Path) -> Inside:
    """onelog on a journal in which nothing is wrong."""
    return broken.copied(whole, tmp_path)


# --- what lies around it -------------------------------------------------------------------------------------------

needs_posix = pytest.mark.skipif(os.name != "posix", reason="modes are a thing of POSIX")


LOOSE: dict[str, tuple[str, int]] = {
    "the journal": ("journal.db", 0o644), "for the group": ("journal.db", 0o620), "folder of drafts": ("journal.db.drafts", 0o711),
    "folder of backups": ("journal.db.backups", 0o755), "a draft": ("journal.db.drafts/*.md", 0o604),
    "its head": ("journal.db.drafts/*.json", 0o640), "a backup": ("journal.db.backups/*.db", 0o644),
}  # fmt: skip


@pytest.mark.long
@needs_posix
@pytest.mark.parametrize(("name", "mode"), LOOSE.values(), ids=LOOSE)
def test_what_others_may_read_is_found_and_closed(run: Inside, name: str, mode: int) -> None:
    leave_a_draft(run)
    (path,) = run.folder.glob(name)
    path.chmod(mode)
    before = path.read_bytes() if path.is_file() else b""
    told = around(run)
    (found,) = (f for f in told["findings"] if f["check"] == "private")
    assert (found["level"], found["mend"]) == ("problem", "onelog doctor --mend")
    assert (str(path) in found["message"], f"{mode:04o}" in found["message"]) == (True, True)
    around(run, "--mend")
    assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [f["check"] for f in around(run)["findings"]] == ["drafts"]


def around(run: Inside, *words: str) -> dict[str, Any]:
    """The report of doctor alone: other commands speak of the draft before they begin."""
    before = state(run.folder)
    told = (doctor.repair_journal if words else doctor.examine_journal)(run.journal, HERE)
    assert words or state(run.folder) == before
    report: dict[str, Any] = result_json(told, HERE.date())
    return report


@needs_posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_folder_in_which_others_may_write_is_named(run: Inside, mode: int) -> None:
    run.folder.chmod(mode)
    (found,) = report(run)[0]["findings"]
    assert (found["check"], found["level"]) == ("private", "problem")
    assert found["mend"] == f"chmod go-w {run.folder}"
    run.folder.chmod(0o700)
    assert findings(run) == []


def test_a_draft_is_told_of_and_not_touched(run: Inside) -> None:
    path = leave_a_draft(run)
    told = around(run)
    (found,) = told["findings"]
    assert (found["check"], found["level"], found["mend"]) == ("drafts", "advice", "onelog recover")
    assert found["message"] == "1 text has not reached the journal."
    assert path.read_text() == "words of worth"
    path.rename(path.with_suffix(".new"))  # killed before the words were in their place
    assert [f["check"] for f in around(run)["findings"]] == ["drafts"]


def test_doctor_leaves_drafts_as_they_are(run: Inside) -> None:
    """The command as a whole: what other commands sweep before they begin is swept by them."""
    path = leave_a_draft(run)
    path.rename(path.with_suffix(".new"))
    assert findings(run) == [Found("drafts", "advice")]


def test_doctor_does_nothing_before_it_looks(run: Inside) -> None:
    """Other commands speak of drafts first, and open the journal for that: SQLite would take back what was cut off."""
    path = leave_a_draft(run)
    cut_off(run)
    assert findings(run) == [Found("file", "advice"), Found("drafts", "advice")]
    assert path.exists()


def test_a_draft_that_is_being_written_is_no_finding(run: Inside) -> None:
    draft = drafts.begin(run.journal, "log", HERE, {})
    draft.write("not done yet")
    assert around(run)["findings"] == []
    draft.release()
    assert len(around(run)["findings"]) == 1


def test_a_draft_whose_words_are_in_the_journal_is_no_finding(run: Inside) -> None:
    path = leave_a_draft(run)
    head = path.with_suffix(".json")
    head.write_text(json.dumps({**json.loads(head.read_text()), "uid": only(run, "change")}))
    assert around(run)["findings"] == []


@pytest.mark.parametrize(
    "name", [".journal.db.ab12.onelog.new", ".out.json.ab12.onelog.new", "journal.db.backups/.x.onelog.new"]
)
def test_what_a_killed_command_left_aside_is_taken_away(run: Inside, name: str) -> None:
    (run.folder / name).write_bytes(b"half a file")
    (run.folder / name).chmod(0o600)
    (run.folder / ".other.db.1.new").touch()  # that is not ours
    assert findings(run) == [Found("leftovers", "advice")]
    assert findings(run, "--mend") == []
    assert not (run.folder / name).exists()
    assert (run.folder / ".other.db.1.new").exists()


def test_what_a_command_makes_aside_just_now_is_no_finding(run: Inside) -> None:
    with aside(snapshots.folder(run.journal), "journal.db"), aside(run.folder, "journal.db"):
        assert around(run)["findings"] == []


def test_a_first_command_that_was_killed_is_no_second_name(run: Inside) -> None:
    (run.folder / ".journal.db.0badcafe.onelog.new").hardlink_to(run.journal)
    assert findings(run) == [Found("leftovers", "advice")]
    assert findings(run, "--mend") == []


def test_a_link_is_told_of(run: Inside) -> None:
    real = run.folder / "elsewhere"
    real.mkdir(mode=0o700)
    run.journal.rename(real / "my journal.db")
    run.journal.symlink_to(real / "my journal.db")
    told, code = report(run)
    (found,) = told["findings"]
    assert (found["check"], found["level"], code) == ("links", "advice", 0)
    assert found["mend"] == f"Name the file itself: --journal '{real / 'my journal.db'}'"


def test_a_second_name_of_the_file_is_a_problem(run: Inside) -> None:
    (run.folder / "other.db").hardlink_to(run.journal)
    assert findings(run) == [Found("links", "problem")]


SYNCED = (
    "Dropbox", "Dropbox (Personal)", "OneDrive", "OneDrive - Some Firm", "OneDrive-Personal", "Google Drive",
    "GoogleDrive-me@example.com", "Mobile Documents", "iCloud~com~notes", "iCloudDrive", "com~apple~CloudDocs", "Nextcloud",
    "ownCloud", "dropbox",
)  # fmt: skip
MARKED = (".stfolder", ".dropbox", ".dropbox.cache", ".sync_4e5f6a.db", "._sync_4e5f6a.db")


@pytest.mark.parametrize("name", SYNCED)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert environment.is_synced(tmp_path / name)


@pytest.mark.parametrize("name", MARKED)
def test_a_synced_folder_is_known_by_its_marks(tmp_path: Path, name: str) -> None:
    assert not environment.is_synced(tmp_path)
    (tmp_path / name).touch()
    assert environment.is_synced(tmp_path)


@pytest.mark.parametrize("name", ["Drop", "Dropboxes", "one", "box office", "Documents", "stfolder", "drive"])
def test_other_folders_are_not_synced(tmp_path: Path, name: str) -> None:
    assert not environment.is_synced(tmp_path / name)


def test_a_journal_somewhere_in_a_synced_folder_is_a_problem(run: Inside) -> None:
    up = run.folder / "Dropbox"
    (up / "notes").mkdir(parents=True)
    for path in run.folder.glob("journal.db*"):
        path.rename(up / "notes" / path.name)
    (run.folder / "link.db").symlink_to(up / "notes" / "journal.db")
    told, code = report(run, ONELOG_JOURNAL=str(up / "notes" / "journal.db"))
    (found,) = told["findings"]
    assert (found["check"], found["level"], code) == ("synced", "problem", 1)
    assert f"is in {up}," in found["message"]
    through = findings(run, ONELOG_JOURNAL=str(run.folder / "link.db"))
    assert Found("synced", "problem") in through, "where the link leads"


CONFLICTS = (
    "journal (conflicted copy 2026-11-20).db", "journal (Mia's conflicted copy 2026-11-20).db", "journal (競合コピー 2026-11-20).db",
    "journal.sync-conflict-20261120-101010-ABCDEFG.db", "journal_conflict-20261120-101010.db", "journal 2.db", "journal (1).db",
    "journal(1).db", "journal-DESKTOP-AB12CD3.db", "journal-LAPTOP7.db", "journal-LAPTOP7-2.db",
)  # fmt: skip
NO_CONFLICTS = (
    "journal.db", "journal-2026.db", "journal-old.db", "journal copy.db", "journal.db.bak", "journal.db-journal", "my journal 2.db",
    "journal 2.txt", "journal-20261122T140000+0900.db", "other (1).db", "journal (notes).db", "journal2.db",
)  # fmt: skip


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_conflicted_copy_is_found(name: str) -> None:
    assert environment.is_conflict(name, "journal.db")


@pytest.mark.parametrize("name", NO_CONFLICTS)
def test_other_files_are_no_conflicted_copies(name: str) -> None:
    assert not environment.is_conflict(name, "journal.db")


def test_a_conflicted_copy_is_brought_in_by_the_commands_that_are_named(run: Inside) -> None:
    copy = run.folder / "journal (Mia's conflicted copy).db"
    shutil.copy(run.journal, copy)
    assert run("--journal", str(copy), "aha", "only in the copy").code == 0
    assert findings(run, ONELOG_NOW="2026-11-22T14:00:01+09:00") == [Found("conflicts", "problem")]
    how = report(run)[0]["findings"][0]["mend"]
    for line in how.split("; "):
        done = run(*shlex.split(line)[1:])
        assert done.code == 0, (line, done)
    assert "only in the copy" in run("moments").out
    copy.unlink()
    assert findings(run) == []


@pytest.mark.parametrize(
    ("free", "size", "level"),
    [
        (10**9, 10**6, ""), (3 * 10**8, 10**8, ""), (3 * 10**8 - 1, 10**8, "problem"), (10**8, 1000, ""),
        (10**8 - 1, 1000, "advice"), (0, 1, "problem"), (0, 0, "advice"),
    ],
)  # fmt: skip
def test_how_much_room_there_should_be(free: int, size: int, level: str) -> None:
    assert environment.too_little(free, size) == level


# --- time and backups ----------------------------------------------------------------------------------------------


def test_a_clock_behind_the_newest_change_is_a_problem(run: Inside) -> None:
    assert findings(run, ONELOG_NOW="2026-11-22T13:58:00+09:00") == []
    assert findings(run, ONELOG_NOW="2026-11-22T04:58:00+00:00") == [], "the same moment"
    assert findings(run, ONELOG_NOW="2026-11-22T13:00:00+09:00") == [Found("clock", "problem")]


AHEAD = "2031-03-01T09:00:00+09:00"


def dated(run: Inside) -> list[str]:
    return [change["at"] for change in reversed(json.loads(run("history", "--json", "--limit", "0").out))]


def test_a_clock_that_ran_ahead_is_set_right_in_the_log(run: Inside) -> None:
    """One entry under a clock that was years ahead is no finding for years."""
    before = dated(run)
    assert run("aha", "in the far future", ONELOG_NOW=AHEAD).code == 0
    told, code = report(run)
    record, found = told["findings"]
    assert (record["level"], found["check"], found["level"], code) == ("advice", "clock", "problem", 1)
    assert "2031-03-01 09:00+09:00" in found["message"]
    assert "2026-11-22 14:00+09:00" in found["message"]
    assert found["mend"] == "Set the clock; if it is right: onelog doctor --mend --trust-clock"
    assert report(run, "--mend")[0]["findings"] == told["findings"], "which of the two is wrong is not guessed"
    assert dated(run) == [*before, AHEAD]
    assert findings(run, "--mend", "--trust-clock") == [Found("clock", "advice")]
    assert dated(run) == [*before, NOW]
    assert record["mend"] == f"onelog change {(id_ := record['message'].split()[2])} on:DAY sets its day."
    assert run("edit", id_, ONELOG_EDITOR="sed -i s/2031-03-01/2026-11-22/").code == 0
    assert findings(run) == []
    assert snapshots.listed(run.journal)[0].reason == "mend"
    assert findings(run, ONELOG_NOW="2026-11-23T10:00:00+09:00") == []


def test_what_is_dated_ahead_is_dated_as_of_what_came_after_it(run: Inside) -> None:
    """It was made before the next change; no day is invented that it cannot have had."""
    before = dated(run)
    for words, now in (("one", AHEAD), ("two", AHEAD), ("three", "2026-11-23T10:00:00+00:00"), ("four", AHEAD)):
        assert run("aha", words, ONELOG_NOW=now).code == 0
    later = "2026-11-25T10:00:00+09:00"
    assert {f.level for f in findings(run, "--mend", "--trust-clock", ONELOG_NOW=later)} == {"advice"}
    assert dated(run) == [*before, *["2026-11-23T10:00:00+00:00"] * 3, later]
    assert run("undo", "4", ONELOG_NOW=later).code == 0


def test_the_clock_is_trusted_only_where_it_is_said(run: Inside) -> None:
    assert run("doctor", "--trust-clock").code == 2
    assert findings(run, "--mend", "--trust-clock") == []
    assert len(snapshots.listed(run.journal)) == 1, "nothing to mend, nothing done"


def test_a_backup_that_is_dated_ahead_is_not_the_newest(run: Inside) -> None:
    snapshots.keep(run.journal, datetime.fromisoformat(AHEAD))
    later = (HERE + timedelta(days=20)).isoformat()
    assert run("aha", "something new", ONELOG_NOW=(HERE + timedelta(days=1)).isoformat()).code == 0
    assert findings(run, ONELOG_NOW=later) == [Found("backup", "advice")]


def test_a_record_far_ahead_is_told_of(run: Inside) -> None:
    document = run.folder / "ahead.md"
    document.write_text("---\nwith: mia\nat: 2028-01-01T10:00+09:00\n---\n\nplanned\n", encoding="utf-8")
    assert run("import", str(document)).code == 0
    (found,) = report(run)[0]["findings"]
    assert (found["check"], found["level"]) == ("clock", "advice")


def test_no_backup_and_an_old_one_are_told_of(run: Inside) -> None:
    later = (HERE + timedelta(days=20)).isoformat()
    assert findings(run, ONELOG_NOW=later) == [], "nothing was changed since the backup"
    assert run("aha", "something new", ONELOG_NOW=(HERE + timedelta(days=1)).isoformat()).code == 0
    assert findings(run, ONELOG_NOW=(HERE + timedelta(days=13)).isoformat()) == []
    assert findings(run, ONELOG_NOW=later) == [Found("backup", "advice")]
    shutil.rmtree(snapshots.folder(run.journal))
    told, code = report(run, ONELOG_NOW=later)
    (found,) = told["findings"]
    assert (found["check"], found["level"], found["mend"], code) == ("backup", "advice", "onelog backup", 0)


def test_a_damaged_backup_is_a_problem(run: Inside) -> None:
    (path,) = snapshots.folder(run.journal).glob("*.db")
    path.write_bytes(path.read_bytes()[:-4096])
    assert findings(run) == [Found("backup", "problem")]
    snapshots.keep(run.journal, HERE + timedelta(seconds=5))
    assert findings(run) == []


def test_an_encrypted_backup_is_counted_and_not_looked_into(run: Inside) -> None:
    sealed = snapshots.folder(run.journal) / f"journal-20261122T140001+0900.db{snapshots.SEALED}"
    sealed.write_bytes(b"not for us")
    sealed.chmod(0o600)
    told, _ = report(run)
    assert told["findings"] == []
    assert told["checked"][-1] == {"check": "backup", "count": 2}
