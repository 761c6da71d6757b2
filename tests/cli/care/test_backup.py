"""backup and restore: a good copy is never lost, a bad one never taken, and every restore can be taken back."""

import fcntl
import gzip
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pexpect
import pytest
from conftest import ONELOG, Onelog
from inside import Inside
from older import as_version

from onelog.store import schema

pytestmark = pytest.mark.posix

NAME = "journal-20261122T140000+0900"
"""How the backups of the tests' second begin."""


def folder(run: Onelog) -> Path:
    return run.folder / "journal.db.backups"


def state(place: Path) -> dict[str, bytes]:
    """Every file below a folder and what is in it; of a folder that it is one."""
    return {str(p.relative_to(place)): p.read_bytes() if p.is_file() else b"" for p in place.rglob("*")}


def export(run: Onelog, **env: str) -> str:
    return run("export --format json --private", **env)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with two meetings, in a folder of its own, and a backup of it elsewhere."""
    run = Onelog(tmp_path_factory.mktemp("made"))
    run("log", "mia", "talked about the plan a: draft it due:fri x: a private Noteword")
    run("log", "花子", "予算の話 宿題: 表を作る")
    run("backup copy.db")
    return run.folder


@pytest.fixture
def filled(onelog: Onelog, made: Path) -> Onelog:
    """A journal with two meetings."""
    shutil.copy2(made / "journal.db", onelog.journal)
    return onelog


@pytest.fixture
def backed(filled: Onelog, made: Path) -> Onelog:
    """The same, with its backup as a file of its own and in the list."""
    folder(filled).mkdir(mode=0o700)
    for target in (filled.folder / "copy.db", folder(filled) / f"{NAME}.db"):
        shutil.copy2(made / "copy.db", target)
    return filled


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is in a journal's tables."""
    with closing(sqlite3.connect(path)) as db:
        return {
            table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in schema.ABOUT if table != "search"
        }


def another(run: Onelog, name: str = "other.db") -> Path:
    """The journal of somebody else."""
    path = run.folder / name
    run("log", "ben", "hello", ONELOG_JOURNAL=str(path), ONELOG_SEED="another")
    return path


# --- backup --------------------------------------------------------------------------------------------------------


def test_a_backup_is_told_of_in_a_pipe_and_in_json(filled: Onelog) -> None:
    line = filled("backup").rstrip("\n").split("\t")
    path = folder(filled) / f"{NAME}.db"
    size = str(path.stat().st_size)
    assert line == [
        "1", "2026-11-22T14:00:00+09:00", str(path), size, "", "", "2", "2", "2", "1", "", "", "", "", "", "2", f"{schema.VERSION}",
    ]  # fmt: skip
    made = filled.json("backup")
    assert made == {
        "number": 1, "at": "2026-11-22T14:00:00+09:00", "path": str(folder(filled) / f"{NAME}-2.db"), "bytes": int(size),
        "encrypted": False, "reason": None, "people": 2, "meetings": 2, "actions": 2, "moments": 1, "goals": 0, "topics": 0,
        "checkins": 0, "skips": 0, "answers": 0, "changes": 2, "version": schema.VERSION,
    }  # fmt: skip
    assert filled.json("backup --list")[0] == made


def test_the_list_has_the_newest_first_by_number(filled: Onelog) -> None:
    assert filled.run("backup --list") == ("", "There is no backup yet: onelog backup makes one.\n", 0)
    filled("backup", ONELOG_NOW="2026-11-19T08:00:00+09:00")
    filled("undo")
    said = filled.run("backup")
    assert "has less in it" in said.err
    rows = [line.split("\t") for line in filled("backup --list").splitlines()]
    assert [(row[0], row[1][:10], row[6]) for row in rows] == [("1", "2026-11-22", "1"), ("2", "2026-11-19", "2")]


def test_the_list_on_a_terminal(filled: Onelog) -> None:
    filled("backup", ONELOG_NOW="2026-11-19T08:00:00+09:00")
    filled("restore 1", ONELOG_NOW="2026-11-21T08:00:00+09:00")
    size = round(next(folder(filled).glob("*-before-restore.db")).stat().st_size / 1000)
    for columns in (80, 60):
        drawn = filled.screen("backup --list", columns=columns).split("\n")
        assert drawn[0] == "1  yesterday 08:00 · before a restore" + f"{size} KB".rjust(columns - 37)
        assert drawn[1] == "   2 people · 2 meetings · 2 actions · 1 moment"
        assert drawn[2].startswith("2  Thu 19 Nov 08:00 ")
        assert max(map(len, drawn)) <= columns
    settings = filled.folder / "config.toml"
    settings.write_text('language = "ja"\n')
    drawn = filled.screen("backup --list", ONELOG_CONFIG=str(settings)).split("\n")
    assert drawn[0].startswith("1  昨日 08:00 · 復元の前 ")


def test_of_no_journal_there_is_no_backup(onelog: Onelog) -> None:
    assert "no journal yet" in onelog.fails("backup")
    assert state(onelog.folder) == {}


def test_in_a_folder_a_backup_has_its_dated_name(filled: Onelog) -> None:
    place = filled.folder / "stick"
    place.mkdir()
    made = [filled.json("backup", str(place))["path"] for _ in range(2)]
    assert made == [str(place / f"{NAME}.db"), str(place / f"{NAME}-2.db")]
    assert state(place).keys() == {f"{NAME}.db", f"{NAME}-2.db"}
    assert not folder(filled).exists()


def test_a_named_file_is_replaced_by_later_states_of_the_same_journal(filled: Onelog) -> None:
    copy = filled.folder / "copy.db"
    link = filled.folder / "link.db"
    for _ in range(2):
        filled("backup", str(copy))
    first = copy.read_bytes()
    filled("log", "mia", "more")
    link.symlink_to(copy)
    filled("backup", "link.db")  # a link leads to the file
    assert copy.read_bytes() != first
    assert link.is_symlink()
    assert (export(filled, ONELOG_JOURNAL=str(copy)), copy.stat().st_mode & 0o777) == (export(filled), 0o600)


def smaller(run: Onelog, target: Path) -> None:
    run("backup", str(target))
    run("undo")


def went_apart(run: Onelog, target: Path) -> None:
    run("backup")
    run("log", "mia", "one way")
    run("backup", str(target))
    run("restore", str(folder(run) / f"{NAME}.db"))
    run("log", "mia", "another way", ONELOG_SEED="other")
    run("log", "mia", "and on")


def of_another_journal(run: Onelog, target: Path) -> None:
    another(run, target.name)


def a_damaged_copy(run: Onelog, target: Path) -> None:
    run("backup", str(target))
    a_flipped_bit(target)


def a_text(run: Onelog, target: Path) -> None:
    target.write_text("my own words")


def an_empty_file(run: Onelog, target: Path) -> None:
    target.touch()


def another_programs(run: Onelog, target: Path) -> None:
    foreign(target)


def the_journal(run: Onelog, target: Path) -> None:
    target.hardlink_to(run.journal)


def a_pipe(run: Onelog, target: Path) -> None:
    os.mkfifo(target)


def in_use(run: Onelog, target: Path) -> None:
    run("backup", str(target))
    target.with_name(f"{target.name}-journal").write_bytes(b"a write that was cut short")


@pytest.mark.parametrize(
    "make",
    [smaller, went_apart, of_another_journal, a_damaged_copy, a_text, an_empty_file, another_programs, the_journal, a_pipe, in_use],
    ids=lambda make: str(make.__name__),
)  # fmt: skip
def test_nothing_else_is_ever_replaced(filled: Onelog, make: Callable[[Onelog, Path], None]) -> None:
    target = filled.folder / "target.db"
    make(filled, target)
    before = state(filled.folder)
    done = Inside(filled.folder)("backup", str(target))
    assert (done.out, done.code, len(done.err.splitlines())) == ("", 1, 2)
    assert "target.db" in done.err
    assert state(filled.folder) == before


@pytest.mark.parametrize(
    "name", ["journal.db", "journal.db-journal", "new.db-wal", "no/such/folder.db", "journal.db/x"]
)
def test_nor_is_a_backup_put_where_it_would_do_harm(filled: Onelog, name: str) -> None:
    before = state(filled.folder)
    done = Inside(filled.folder)("backup", name)
    assert (done.out, done.code) == ("", 1)
    assert state(filled.folder) == before


@pytest.mark.parametrize("words", [("backup", "--list", "x"), ("backup", "--recovery-key-file", "x")])
def test_options_that_do_not_go_together(filled: Onelog, words: tuple[str, ...]) -> None:
    filled.fails(*words, code=2)


# --- restore -------------------------------------------------------------------------------------------------------


def test_a_restore_is_taken_back_by_a_restore(backed: Onelog) -> None:
    earlier = export(backed)
    backed("log", "mia", "later words")
    later = export(backed)
    done = backed.run("restore", "1", ONELOG_NOW="2026-11-23T09:00:00+09:00")
    assert export(backed) == earlier
    assert done.out.split("\t")[:3] == [
        str(folder(backed) / f"{NAME}.db"), str(folder(backed) / "journal-20261123T090000+0900-before-restore.db"), "2",
    ]  # fmt: skip
    assert done.err == "onelog restore journal-20261123T090000+0900-before-restore.db takes it back.\n"
    backed(done.err.removeprefix("onelog ").removesuffix(" takes it back.\n"))
    assert export(backed) == later


def test_history_comes_back_with_the_copy(backed: Onelog) -> None:
    before = backed.json("history")
    backed("log", "mia", "later words")
    backed("restore 1")
    assert backed.json("history") == before
    backed("undo")
    assert [meeting["person"] for meeting in backed.json("timeline")] == ["mia"]


@pytest.mark.parametrize("how", ["1", "name", "path", "relative"])
def test_a_backup_is_named_by_number_name_or_path(filled: Onelog, how: str) -> None:
    before = export(filled)
    path = Path(filled.json("backup")["path"])
    filled("log", "mia", "later words")
    words = {"name": path.name, "path": str(path), "relative": f"./journal.db.backups/{path.name}"}
    done = filled.json("restore", words.get(how, how))
    assert (export(filled), Path(done["restored"]).name, done["meetings"]) == (before, path.name, 2)


def test_a_journal_that_is_not_there_is_made_anew(backed: Onelog) -> None:
    before = export(backed)
    place = backed.folder / "new" / "place" / "journal.db"
    done = backed.run("restore", "copy.db", "--json", ONELOG_JOURNAL=str(place))
    assert json.loads(done.out)["kept"] is None
    assert (export(backed, ONELOG_JOURNAL=str(place)), done.err) == (before, "")
    assert [p.name for p in place.parent.iterdir()] == ["journal.db"]
    assert place.stat().st_mode & 0o777 == 0o600


def test_drafts_stay(backed: Onelog) -> None:
    drafts = backed.folder / "journal.db.drafts"
    drafts.mkdir()
    (drafts / "20261122T140000-00000000.md").write_text("words on their way")
    backed("log", "mia", "later words")
    backed("restore 1")
    assert backed("recover 1 --show") == "words on their way\n"


def test_a_link_to_the_journal_stays_a_link(backed: Onelog) -> None:
    link = backed.folder / "link.db"
    link.symlink_to(backed.journal)
    before = export(backed)
    for spoil in (lambda: None, lambda: backed.journal.write_bytes(b"spoiled")):
        if backed.journal.stat().st_size > 100:
            backed("log", "mia", "later words")
        spoil()
        backed("restore copy.db", ONELOG_JOURNAL=str(link))
        assert link.is_symlink()
        assert export(backed) == before
    backed.journal.unlink()  # what a link leads to may only be away: it is named itself where it is lost
    assert str(backed.journal) in backed.fails("restore copy.db", code=3, ONELOG_JOURNAL=str(link))
    backed("restore copy.db")
    assert export(backed) == before


@pytest.mark.long
@pytest.mark.parametrize("version", [2, schema.VERSION])
@pytest.mark.parametrize("encrypted", [False, True])
def test_a_trigger_in_a_backup_does_not_come_back(backed: Onelog, version: int, encrypted: bool) -> None:
    """With it nothing could be logged any more; and whoever restores is told of it."""
    copy = Path(backed.json("backup copy.db")["path"])
    before = export(backed)
    if version < schema.VERSION:
        as_version(copy, version)
    with closing(sqlite3.connect(copy)) as db:
        db.execute("CREATE TRIGGER mine AFTER INSERT ON moment BEGIN DELETE FROM action; END")
        db.commit()
    held = copy.read_bytes()
    extra: tuple[str, ...] = ()
    if encrypted:
        (backed.folder / "secret").write_text("correct horse battery\n", encoding="utf-8")
        options = ("--passphrase-file", "secret", "--recovery-key-file", "key")
        extra = ("--passphrase-file", "key")
        copy = Path(backed.json("--journal", str(copy), "backup", "sealed", "--encrypt", *options)["path"])
    done = backed.run("restore", str(copy), *extra)
    assert (done.code, "Left out a trigger of another program (mine)" in done.err) == (0, True), done
    assert export(backed) == before
    backed("log", "mia", "later words")
    assert encrypted or copy.read_bytes() == held


@pytest.mark.parametrize("version", [1, 2])
def test_a_copy_of_an_older_version_is_brought_up(backed: Onelog, version: int) -> None:
    before = export(backed)
    copy = Path(backed.json("backup copy.db")["path"])
    as_version(copy, version)
    bytes_ = copy.read_bytes()
    backed("log", "mia", "later words")
    assert backed.json("restore copy.db")["version"] == schema.VERSION
    assert (export(backed), copy.read_bytes()) == (before, bytes_)
    backed("log", "mia", "and on")
    assert backed.json("backup")["meetings"] == 3


def test_a_copy_that_was_cut_short_is_rolled_back(filled: Onelog) -> None:
    """Copied by hand while a program wrote, with what lay beside it."""
    before = export(filled)
    copy = filled.folder / "copied"
    copy.mkdir()
    with closing(sqlite3.connect(filled.journal, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        for change in ("meeting SET body = upper(body)", "handle SET sum = 0", "change_row SET after = upper(after)"):
            db.execute(f"UPDATE {change}")
        for path in filled.folder.glob("journal.db*"):
            if path.is_file():
                shutil.copyfile(path, copy / path.name)
        db.execute("ROLLBACK")
    bytes_ = state(copy)
    (filled.folder / "alone.db").write_bytes(bytes_["journal.db"])
    assert "damaged" in filled.fails("restore alone.db", code=3)
    filled("log", "mia", "later words")
    filled("restore copied/journal.db")
    assert (export(filled), state(copy)) == (before, bytes_)


# --- what is refused -----------------------------------------------------------------------------------------------


def empty(path: Path) -> None:
    path.write_bytes(b"")


def one_byte(path: Path) -> None:
    path.write_bytes(b"S")


def text(path: Path) -> None:
    path.write_text("Dear diary,\n" * 50)


def foreign(path: Path) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE songs (title TEXT)")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def only_a_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def a_page_less(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def zeroed(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + b"\0" * (path.stat().st_size - 100))


def zeroed_inside(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\0" * 4096 + data[12288:])


def a_flipped_bit(path: Path) -> None:
    """In the words of a record, where SQLite sees nothing."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE moment SET text = replace(text, 'Noteword', 'Notewore')")


def a_lost_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM action WHERE rowid = 1")


def zipped(path: Path) -> None:
    path.write_bytes(gzip.compress(path.read_bytes()))


def an_age_file(path: Path) -> None:
    path.write_bytes(b"age-encryption.org/v1\n-> X25519 " + b"x" * 500)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def missing(path: Path) -> None:
    path.unlink()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


REFUSED: dict[Callable[[Path], None], int] = {
    empty: 3, one_byte: 3, text: 3, foreign: 3, newer: 3, half: 3, only_a_header: 3, a_page_less: 3, zeroed: 3,
    zeroed_inside: 3, a_flipped_bit: 3, a_lost_row: 3, zipped: 3, an_age_file: 1, a_folder: 1, missing: 1, pipe: 1,
}  # fmt: skip


@pytest.mark.parametrize("spoil", REFUSED, ids=lambda spoil: str(spoil.__name__))
def test_a_bad_copy_is_refused_and_nothing_is_changed(backed: Onelog, spoil: Callable[[Path], None]) -> None:
    spoil(backed.folder / "copy.db")
    before = state(backed.folder)
    done = Inside(backed.folder)("restore", "copy.db", "--yes")
    assert (done.out, done.code, len(done.err.splitlines())) == ("", REFUSED[spoil], 2)
    assert str(backed.folder / "copy.db") in done.err
    assert state(backed.folder) == before


@pytest.mark.parametrize(
    ("which", "code"), [("0", 1), ("7", 1), ("99999999999999999999", 1), ("nothing.db", 1), ("journal.db", 1)]
)
def test_what_is_no_backup_is_refused(backed: Onelog, which: str, code: int) -> None:
    before = state(backed.folder)
    backed.fails("restore", which, code=code)
    assert state(backed.folder) == before


@pytest.mark.parametrize(
    "spoil", [empty, one_byte, text, half, a_page_less, zeroed_inside, a_flipped_bit, a_lost_row, zeroed, zipped]
)
def test_a_damaged_journal_is_kept_as_it_was_and_replaced(backed: Onelog, spoil: Callable[[Path], None]) -> None:
    before = rows(backed.journal)
    spoil(backed.journal)
    bytes_ = backed.journal.read_bytes()
    fine = state(folder(backed))
    inside = Inside(backed.folder)
    refused = inside("backup")
    assert (refused.code, str(backed.journal) in refused.err, state(folder(backed))) == (3, True, fine)
    kept = Path(json.loads(inside("restore", "1", "--json").out)["kept"])
    assert rows(backed.journal) == before
    assert (kept.name, kept.read_bytes()) == (f"{NAME}-damaged-2.db", bytes_)
    assert json.loads(inside("backup", "--list", "--json").out)[0]["reason"] == "damaged"


def test_what_lay_beside_a_damaged_journal_is_kept_with_it_and_not_played_back(backed: Onelog) -> None:
    before = export(backed)
    backed.journal.write_bytes(b"spoiled")
    beside = backed.folder / "journal.db-journal"
    beside.write_bytes(b"what a killed command left")
    kept = Path(backed.json("restore 1")["kept"])
    assert (kept.read_bytes(), Path(f"{kept}-journal").read_bytes()) == (b"spoiled", b"what a killed command left")
    assert not beside.exists()
    assert export(backed) == before


@pytest.mark.parametrize("make", [foreign, newer, a_folder], ids=lambda make: str(make.__name__))
def test_what_is_not_ours_is_never_overwritten(backed: Onelog, make: Callable[[Path], None]) -> None:
    make(backed.journal)
    before = state(backed.folder)
    assert str(backed.journal) in backed.fails("restore copy.db --yes", code=3)
    assert state(backed.folder) == before


def test_another_journal_is_restored_only_when_that_is_meant(filled: Onelog) -> None:
    other = another(filled)
    before = state(filled.folder)
    assert "another journal" in filled.fails("restore other.db")
    assert state(filled.folder) == before
    filled("restore other.db --yes")
    assert export(filled) == export(filled, ONELOG_JOURNAL=str(other))


# --- on a terminal -------------------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1)])
def test_on_a_terminal_it_is_asked_first(backed: Onelog, answer: str, code: int) -> None:
    backed("log", "mia", "later words")
    before = state(backed.folder)
    child = pexpect.spawn(
        ONELOG[0], [*ONELOG[1:], "restore", "1"], env=backed.env, cwd=backed.folder, encoding="utf-8", timeout=60
    )
    child.expect_exact("The journal holds: 2 people, 3 meetings, 2 actions, 1 moment, 3 changes\r\n")
    child.expect_exact("The backup holds:  2 people, 2 meetings, 2 actions, 1 moment, 2 changes\r\n")
    child.expect_exact("[y/N] ")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == code
    if code:
        assert state(backed.folder) == before
    else:
        assert "takes it back" in str(child.before)
        assert len(backed.json("timeline")) == 2


# --- no room, no turn ----------------------------------------------------------------------------------------------


@pytest.mark.long
@pytest.mark.parametrize("command", ["backup", "backup copy.db", "restore 1", "restore copy.db"])
def test_a_full_disk_is_said_and_nothing_half_is_left(backed: Onelog, command: str) -> None:
    if command == "backup copy.db":
        (backed.folder / "copy.db").unlink()
    before = state(backed.folder)
    room = backed.journal.stat().st_size - 8192

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        [*ONELOG, *command.split()], env=backed.env, cwd=backed.folder, capture_output=True, preexec_fn=limit, check=False, text=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 1
    assert (done.stdout, len(done.stderr.splitlines())) == ("", 2)
    assert state(backed.folder) == before


HOLDS = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.long
@pytest.mark.parametrize("command", ["backup", "restore 1"])
def test_waiting_for_another_command_is_said(backed: Onelog, command: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS, backed.journal], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdin
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    waits = subprocess.Popen(
        [*ONELOG, *command.split()], env=backed.env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )  # fmt: skip
    assert waits.stderr
    assert "waiting" in waits.stderr.readline()
    holder.stdin.close()
    _, err = waits.communicate(timeout=60)
    assert (waits.returncode, holder.wait(timeout=60)) == (0, 0)
    assert "waiting" not in err
    holder.stdout.close()


def test_plain_files_aside_of_a_killed_run_are_swept_and_those_of_a_running_one_are_not(backed: Onelog) -> None:
    left = folder(backed) / ".journal.db.0badcafe.onelog.new"
    left.write_bytes(b"half a copy")
    hold = os.open(folder(backed), os.O_RDONLY)
    fcntl.flock(hold, fcntl.LOCK_SH)  # as a command at work holds it
    backed("backup")
    assert left.exists()
    os.close(hold)
    backed("backup")
    assert not left.exists()
