"""A journal that is none, is damaged, or has something strange beside it: named, refused, and left as it is."""

import gzip
import os
import random
import socket
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from struct import pack

import pytest
from conftest import ONELOG, Onelog, Run
from inside import Inside
from older import as_version

from onelog.store import schema

pytestmark = pytest.mark.posix

READING: Sequence[tuple[str, ...]] = (
    ("timeline",), ("--color", "never"), ("search", "plan"), ("actions", "--json"), ("export",), ("history",), ("show", "mia"),
    ("db", "info"),
)  # fmt: skip
WRITING: Sequence[tuple[str, ...]] = (
    ("log", "mia", "hello"), ("note", "mia", "hello"), ("aha", "a thing"), ("people", "add", "Ben"), ("undo",), ("import", "some.md"),
)  # fmt: skip

PAGE = 4096
Make = Callable[[Path, bytes], None]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A journal with some of everything in it."""
    inside = Inside(tmp_path_factory.mktemp("sound"))
    inside("log", "mia", "talked about the plan a: draft it #plan\n" * 20)
    inside("goals", "add", "a goal", "--from", "0", "--to", "9")
    inside("goals", "checkin", "goal", "3", "a look at it")
    for n in range(8):
        inside("log", "mia", f"word{n} " * 200 + "a: do it aha: seen")
    inside("undo")
    return inside.journal.read_bytes()


@pytest.fixture
def inside(tmp_path: Path) -> Inside:
    """onelog on a journal in a folder of its own, and a document to import."""
    (tmp_path / "some.md").write_text("---\nwith: mia\nat: 2026-11-20\n---\n\nhello\n", encoding="utf-8")
    (tmp_path / "kept").mkdir()
    made = Inside(tmp_path, ONELOG_JOURNAL=str(tmp_path / "kept" / "journal.db"))
    made.journal = tmp_path / "kept" / "journal.db"
    return made


def state(journal: Path) -> dict[str, object]:
    """What is in a journal's folder; drafts are left out, and of what is huge or no file only what it is."""
    found: dict[str, object] = {}
    for path in sorted(journal.parent.iterdir()):
        facts = path.lstat()
        small = path.is_file() and not path.is_symlink() and facts.st_size < 1 << 24
        if not path.name.endswith(".drafts"):
            found[path.name] = path.read_bytes() if small else (facts.st_mode, facts.st_size, facts.st_mtime_ns)
    return found


def refused(done: Run, journal: Path, what: object) -> None:
    """Exit 3, nothing on stdout, and one sentence and a hint that name the file."""
    assert (done.code, done.out) == (3, ""), (what, done)
    said = [line for line in done.err.splitlines() if "not reached the journal" not in line]
    assert len(said) == 2, (what, done)
    assert said[0].startswith("onelog: "), (what, done)
    assert str(journal) in said[0], (what, done)
    assert "Traceback" not in done.err, (what, done)


# --- what is no journal, or none that can be trusted ---------------------------------------------------------------


def bytes_at(place: int, data: bytes) -> Make:
    def make(path: Path, sound: bytes) -> None:
        path.write_bytes(sound[:place] + data + sound[place + len(data) :])

    return make


def content(made: Callable[[bytes], bytes]) -> Make:
    def make(path: Path, sound: bytes) -> None:
        path.write_bytes(made(sound))

    return make


def changed_by(*statements: str) -> Make:
    """A journal that another program has worked on."""

    def make(path: Path, sound: bytes) -> None:
        path.write_bytes(sound)
        with closing(sqlite3.connect(path)) as db, db:
            for statement in statements:
                db.execute(statement)

    return make


def of_another_program(path: Path, sound: bytes) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE songs (title TEXT)")


def a_folder(path: Path, sound: bytes) -> None:
    path.mkdir()


def a_pipe(path: Path, sound: bytes) -> None:
    os.mkfifo(path)


def a_socket(path: Path, sound: bytes) -> None:
    here = os.getcwd()  # noqa: PTH109 - a socket's name is short
    os.chdir(path.parent)
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(path.name)
    os.chdir(here)


def a_device(path: Path, sound: bytes) -> None:
    path.symlink_to("/dev/zero")


def links_in_a_circle(path: Path, sound: bytes) -> None:
    path.symlink_to(path.with_name("other.db"))
    path.with_name("other.db").symlink_to(path)


def two_gigabytes_of_nothing(path: Path, sound: bytes) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 31)


SCHEMA = "PRAGMA writable_schema = ON"
REFUSED: dict[str, Make] = {
    "nothing": content(lambda _: b""),
    "one byte": content(lambda _: b"S"),
    "a text": content(lambda _: b"Dear diary,\n" * 50),
    "zeros": content(lambda sound: bytes(len(sound))),
    "another program's": of_another_program,
    "half a header": content(lambda sound: sound[:60]),
    "only a header": content(lambda sound: sound[:100]),
    "cut in half": content(lambda sound: sound[: len(sound) // 2]),
    "cut by a page": content(lambda sound: sound[:-PAGE]),
    "a header and zeros": content(lambda sound: sound[:100] + bytes(len(sound) - 100)),
    "without its first page": content(lambda sound: sound[PAGE:]),
    "the list of tables zeroed": content(lambda sound: sound[:100] + bytes(PAGE - 100) + sound[PAGE:]),
    "compressed": content(gzip.compress),
    "encrypted": content(lambda sound: b"age-encryption.org/v1\n-> X25519 " + sound[:500]),
    "with a text in front": content(lambda sound: b"\n" + sound),
    "pages of no size": bytes_at(16, b"\0\0"),
    "pages of an odd size": bytes_at(16, b"\x10\x01"),
    "pages of another size": bytes_at(16, b"\x02\0"),
    "a format to come, to read": bytes_at(18, b"\x03\x03"),
    "a format to come, to write": bytes_at(18, b"\x03\x01"),
    "pages with no room": bytes_at(20, b"\xff"),
    "other shares of a page": bytes_at(21, b"\x41\x21\x21"),
    "tables of another format": bytes_at(44, pack(">I", 9)),
    "an unknown encoding": bytes_at(56, pack(">I", 7)),
    "another encoding": bytes_at(56, pack(">I", 2)),
    "more pages than there are": bytes_at(28, pack(">I", 1 << 24)),
    "another program's mark": bytes_at(68, b"\1\2\3\4"),
    "of a newer onelog": bytes_at(60, pack(">I", schema.VERSION + 1)),
    "of no version": bytes_at(60, pack(">i", 0)),
    "of a version below zero": bytes_at(60, pack(">i", -1)),
    "a table's description spoiled": changed_by(SCHEMA, "UPDATE sqlite_schema SET sql = 'CREATE TABLE meeting (' WHERE name = 'meeting'"),
    "a table's description no text": changed_by(
        SCHEMA, "UPDATE sqlite_schema SET sql = CAST(x'435245415445ff20' || substr(sql, 8) AS TEXT) WHERE name = 'meeting'"
    ),
    "a table's place wrong": changed_by(SCHEMA, "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'meeting'"),
    "a folder": a_folder,
    "a pipe": a_pipe,
    "a socket": a_socket,
    "a device": a_device,
    "links in a circle": links_in_a_circle,
    "two gigabytes of nothing": two_gigabytes_of_nothing,
}  # fmt: skip
NO_FILES = ("a folder", "a pipe", "a socket", "a device", "links in a circle")


@pytest.mark.long
@pytest.mark.walk(12)
@pytest.mark.parametrize("case", [name for name in REFUSED if name not in NO_FILES])
def test_what_is_no_journal_is_refused_by_every_command_and_left_as_it_is(
    inside: Inside, sound: bytes, case: str
) -> None:
    REFUSED[case](inside.journal, sound)
    before = state(inside.journal)
    for command in (*READING, *WRITING):
        refused(inside(*command), inside.journal, command)
    assert state(inside.journal) == before


@pytest.mark.long
@pytest.mark.walk(5)
@pytest.mark.parametrize("case", NO_FILES)
@pytest.mark.parametrize(
    "command", [("timeline",), ("log", "mia", "hello"), ("import", "some.md")], ids=lambda c: str(c[0])
)
def test_what_is_no_file_is_refused_at_once(
    onelog: Onelog, inside: Inside, sound: bytes, case: str, command: tuple[str, ...]
) -> None:
    """In a process of its own, because it would wait for ever if it were opened."""
    REFUSED[case](inside.journal, sound)
    before = state(inside.journal)
    done = subprocess.run(
        [*ONELOG, *command], env=inside.env, cwd=inside.folder, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        timeout=30, check=False,
    )  # fmt: skip
    refused(Run(done.stdout, done.stderr, done.returncode), inside.journal, command)
    assert state(inside.journal) == before


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "/dev/stdin", "/dev/fd/0"])
def test_a_device_is_no_journal(inside: Inside, device: str) -> None:
    for command in (("timeline",), ("log", "mia", "hello")):
        done = inside(*command, ONELOG_JOURNAL=device)
        assert done.code == 3, done
        assert device in done.err


@pytest.mark.parametrize("piped", ["log mia -", "aha -", "actions add -"])
def test_no_words_are_taken_from_a_pipe_for_a_journal_that_is_refused(onelog: Onelog, piped: str) -> None:
    """Whoever sends them has them still."""
    onelog.journal.write_bytes(b"not a journal")
    ours, theirs = os.pipe()
    os.write(theirs, b"words of worth")
    os.close(theirs)
    done = subprocess.run([*ONELOG, *piped.split()], env=onelog.env, stdin=ours, capture_output=True, check=False)
    assert done.returncode == 3
    assert os.read(ours, 100) == b"words of worth"
    os.close(ours)
    assert state(onelog.journal) == {"journal.db": b"not a journal"}


# --- what another program did, and what can be lived with ------------------------------------------------------------


def with_wal(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")


def beside(end: str, data: bytes) -> Make:
    def make(path: Path, sound: bytes) -> None:
        path.write_bytes(sound)
        Path(f"{path}{end}").write_bytes(data)

    return make


def with_room(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    with path.open("r+b") as file:
        file.truncate(1 << 31)


HARMLESS: dict[str, Make] = {
    "another program's view": changed_by("CREATE VIEW mine AS SELECT * FROM meeting"),
    "another program's table": changed_by("CREATE TABLE songs (title TEXT)", "INSERT INTO songs VALUES ('one')"),
    "another program's index": changed_by("CREATE INDEX mine ON meeting (mood)"),
    "other views": changed_by("DROP VIEW timeline", "CREATE VIEW timeline AS SELECT 1"),
    "a way of working with three files": with_wal,
    "an empty -journal file": beside("-journal", b""),
    "a -journal file of zeros": beside("-journal", bytes(5000)),
    "a -journal file that is a text": beside("-journal", b"Dear diary,\n" * 900),
    "half a -journal file": beside("-journal", bytes.fromhex("d9d505f920a163d7")),
    "a -journal file of noise": beside("-journal", bytes.fromhex("d9d505f920a163d7") + random.Random(1).randbytes(9000)),  # noqa: S311 - noise that repeats itself
    "an empty -wal file": beside("-wal", b""),
    "two gigabytes of nothing behind it": with_room,
}  # fmt: skip


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize("case", HARMLESS)
def test_what_does_no_harm_is_lived_with(inside: Inside, sound: bytes, case: str) -> None:
    inside.journal.write_bytes(sound)
    wanted = [inside(*command) for command in READING[:-1]]  # the last one tells the size of the file
    HARMLESS[case](inside.journal, sound)
    before = state(inside.journal)["journal.db"]
    assert [(*done[:2], done.code) for done in wanted] == [(*inside(*command)[:2], 0) for command in READING[:-1]]
    assert state(inside.journal)["journal.db"] == before
    for command in WRITING:
        assert inside(*command).code == 0, command
    assert inside("history").code == 0


def test_three_files_become_one_again_at_the_next_write(inside: Inside, sound: bytes) -> None:
    """A journal in WAL is not whole without the files beside it, and a copy of it may be old."""
    with_wal(inside.journal, sound)
    inside("timeline")
    assert inside.journal.read_bytes()[18:20] == b"\2\2"
    inside("log", "mia", "hello")
    assert inside.journal.read_bytes()[18:20] == b"\1\1"
    assert list(state(inside.journal)) == ["journal.db"]


READ_ONLY: dict[str, Make] = {
    "another program's trigger": changed_by("CREATE TRIGGER mine AFTER INSERT ON meeting BEGIN DELETE FROM action; END"),
    "a trigger that copies": changed_by(
        "CREATE TABLE songs (title TEXT)",
        "CREATE TRIGGER mine AFTER INSERT ON moment BEGIN INSERT INTO songs SELECT new.text; END",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", READ_ONLY)
def test_what_can_be_read_and_not_be_written_to_safely_is_not(inside: Inside, sound: bytes, case: str) -> None:
    READ_ONLY[case](inside.journal, sound)
    before = state(inside.journal)
    for command in READING:
        assert inside(*command).code == 0, command
    for command in WRITING:
        refused(inside(*command), inside.journal, command)
    assert state(inside.journal) == before
    as_version(inside.journal, 2)
    before = state(inside.journal)
    for command in WRITING:  # what brings an older journal up writes, too
        refused(inside(*command), inside.journal, command)
    assert state(inside.journal) == before


# --- what was left beside it -----------------------------------------------------------------------------------------


def rollback(data: bytes) -> bytes:
    """A `-journal` file that brings back all of this journal (https://www.sqlite.org/fileformat.html#the_rollback_journal)."""
    pages = [data[start : start + PAGE] for start in range(0, len(data), PAGE)]
    left = pack(">8sIIIII", bytes.fromhex("d9d505f920a163d7"), len(pages), 7, len(pages), 512, PAGE).ljust(512, b"\0")
    for number, page in enumerate(pages, 1):
        left += pack(">I", number) + page + pack(">I", 7 + sum(page[n] for n in range(PAGE - 200, 0, -200)))
    return left


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """A journal after its first change, and after each of three more."""
    inside = Inside(tmp_path_factory.mktemp("moments"))
    found = []
    for n in range(4):
        inside("log", "mia", f"talk number {n}")
        found.append(inside.journal.read_bytes())
    return found


def test_what_a_killed_command_left_is_taken_back(inside: Inside, moments: list[bytes]) -> None:
    """Its last change had reached the file, and was not said to be in it."""
    left = Path(f"{inside.journal}-journal")
    for now, before in ((moments[3], moments[2]), (moments[2], moments[2])):
        inside.journal.write_bytes(now)
        left.write_bytes(rollback(before))
        done = inside("timeline")
        assert (done.code, done.out.count("talk number"), left.exists()) == (0, 3, False), done
        assert inside.journal.read_bytes() == before


@pytest.mark.parametrize("left", [0, 1], ids=["three changes ago", "two changes ago"])
def test_what_was_left_beside_another_copy_is_refused(inside: Inside, moments: list[bytes], left: int) -> None:
    """SQLite would go back to it without a word, and what was logged since would be gone."""
    inside.journal.write_bytes(moments[3])
    Path(f"{inside.journal}-journal").write_bytes(rollback(moments[left]))
    before = state(inside.journal)
    for command in (*READING, *WRITING):
        refused(inside(*command), inside.journal, command)
    assert state(inside.journal) == before
    Path(f"{inside.journal}-journal").unlink()
    assert inside("timeline").out.count("talk number") == 4


def test_another_journals_wal_is_refused(inside: Inside, sound: bytes, moments: list[bytes]) -> None:
    with_wal(other := inside.folder / "other.db", sound)
    with closing(sqlite3.connect(other)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("UPDATE meeting SET mood = 1")
        db.commit()
        wal = Path(f"{other}-wal").read_bytes()
    inside.journal.write_bytes(moments[3])
    Path(f"{inside.journal}-wal").write_bytes(wal)
    before = state(inside.journal)
    for command in (*READING, *WRITING):
        refused(inside(*command), inside.journal, command)
    assert state(inside.journal) == before


# --- damage that shows late ------------------------------------------------------------------------------------------


def lived_through(inside: Inside, data: bytes, what: object) -> set[int]:
    """Every command on this journal does its work, or says in a sentence that it cannot. The exit codes."""
    codes = set()
    for command in (*READING, ("goals",), ("people",), ("moments",), *WRITING, ("redo",)):
        inside.journal.write_bytes(data)
        done = inside(*command)
        codes.add(done.code)
        if done.code == 1:  # undo does not put back what is not as it left it
            assert "was changed outside onelog" in done.err, (what, command, done)
        elif done.code:
            if "what you entered is in it" in done.err:  # it was committed, and may have been told
                done = done._replace(out="", err="\n".join(done.err.splitlines()[-2:]))
            refused(done, inside.journal, (what, command))
        if inside.journal.read_bytes() != data:  # what was committed is read once more, to be shown
            assert command in WRITING or command == ("redo",), (what, command)
            assert not done.code or "what you entered is in it" in done.err, (what, command, done)
    return codes


ANOTHER_SHAPE = {
    "no meetings": ("DROP TABLE meeting",),
    "no people": ("PRAGMA foreign_keys = OFF", "DROP TABLE person"),
    "no ids": ("PRAGMA foreign_keys = OFF", "DROP TABLE handle"),
    "no index of words": ("DROP TABLE search",),
    "no change log": ("DROP TABLE change_row", "DROP TABLE change"),
    "no lines in the change log": ("DROP TABLE change_row",),
    "a column gone": ("DROP VIEW open_actions", "DROP VIEW timeline", "ALTER TABLE action DROP COLUMN why"),
    "a column with another name": ("ALTER TABLE meeting RENAME COLUMN rating TO stars",),
    "a table with another name": ("DROP VIEW open_actions", "DROP VIEW timeline", "ALTER TABLE moment RENAME TO moments"),
}  # fmt: skip
LATE: dict[str, Make] = {
    **{name: changed_by(*statements) for name, statements in ANOTHER_SHAPE.items()},
    "a list of free pages that leads nowhere": bytes_at(32, pack(">II", 0xFFFF_FFF0, 5)),
}


@pytest.mark.long
@pytest.mark.parametrize("case", LATE)
def test_damage_that_not_every_command_meets_is_named_where_it_is_met(inside: Inside, sound: bytes, case: str) -> None:
    LATE[case](inside.journal, sound)
    assert 3 in lived_through(inside, inside.journal.read_bytes(), case)


@pytest.mark.long
def test_a_damaged_page_is_named_by_whoever_meets_it(
    inside: Inside, sound: bytes, request: pytest.FixtureRequest
) -> None:
    pages = range(1, len(sound) // PAGE, 1 if request.config.getoption("--full") else 9)
    met = [
        lived_through(inside, sound[: n * PAGE] + bytes(PAGE) + sound[(n + 1) * PAGE :], f"page {n + 1}") for n in pages
    ]
    assert sum(3 in codes for codes in met) > len(met) / 2


@pytest.mark.long
@pytest.mark.parametrize("size", [1, 64], ids=["a bit", "noise"])
def test_noise_in_the_file_is_met_calmly(
    inside: Inside, sound: bytes, size: int, request: pytest.FixtureRequest
) -> None:
    """What SQLite does not see, the checksums of `onelog doctor` tell."""
    chance = random.Random(size)  # noqa: S311 - chance that has to repeat itself
    for n in range(400 if request.config.getoption("--full") else 8):
        place = chance.randrange(100, len(sound) - size)
        noise = bytes([sound[place] ^ 1 << chance.randrange(8)]) if size == 1 else chance.randbytes(size)
        lived_through(inside, sound[:place] + noise + sound[place + size :], (n, place))
