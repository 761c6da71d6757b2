"""What is sound in a journal is told from what is not, in every journal that onelog itself makes."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, ONELOG, Onelog
from journals import make
from test_file import RESPECTS_MODES, needs_modes, state

from onelog.core.errors import Damaged, Message
from onelog.core.results.safety.doctor import PROBLEM, Finding
from onelog.store.checksum import checksum
from onelog.store.database import connect
from onelog.store.vault import integrity, snapshots
from onelog.store.vault.evidence import RecordState, all_known, in_step, truth
from onelog.store.vault.findings import MOST, Examination

pytestmark = pytest.mark.posix

HERE = datetime.fromisoformat(NOW)
ROW = {"uid": "u", "id": "k7qf", "text": "one", "minutes": 30, "why": None}
OTHER = {**ROW, "text": "two"}
MADE = (None, ROW)


def look_into(path: Path, now: datetime = HERE) -> tuple[Finding, ...]:
    look = Examination()
    integrity.inside(path, now, look)
    return look.findings


# --- three witnesses -----------------------------------------------------------------------------------------------


def known(row: dict[str, Any] | None, sum_: int | None, *log: Any) -> RecordState:
    return RecordState(1, "k7qf", "action", "u", sum_, row, None, frozenset(), log, frozenset())


ONE, TWO = checksum(ROW), checksum(OTHER)
AGAIN = ({"text": "two"}, {"text": "one"})


@pytest.mark.parametrize(
    ("what", "expected", "fault"),
    [
        (known(ROW, ONE, MADE), ROW, ""),
        (known(ROW, ONE), ROW, ""),
        (known(ROW, ONE, (None, OTHER)), ROW, ""),
        (known(None, None, MADE, (ROW, None)), None, ""),
        (known(None, None), None, ""),
        (known(OTHER, ONE, MADE), ROW, "put back"),
        (known(OTHER, ONE, (None, OTHER), AGAIN), ROW, "put back"),
        (known(OTHER, ONE, AGAIN), ROW, "put back"),
        (known(None, ONE, MADE), ROW, "brought back"),
        (known(ROW, TWO, MADE), ROW, "sum"),
        (known(ROW, None, MADE), ROW, "no sum"),
        (known(ROW, None, AGAIN), None, "foreign"),
        (known(ROW, None), None, "foreign"),
        (known(OTHER, ONE), None, "changed"),
        (known(OTHER, ONE, (None, {**ROW, "text": "three"})), None, "changed"),
        (known(OTHER, ONE, MADE, (ROW, None)), None, "changed"),
        (known(OTHER, ONE, ({"minutes": 20}, {"minutes": 30})), None, "changed"),
        (known(None, ONE), None, "missing"),
        (known(None, ONE, AGAIN), None, "missing"),
    ],
)
def test_a_record_is_what_two_of_three_witnesses_say(what: RecordState, expected: object, fault: str) -> None:
    told = truth(what)
    assert (told.row, told.fault) == (expected, fault)
    assert told.known == (fault not in ("foreign", "changed", "missing"))


GONE = (OTHER, None)
CHANGED = ({"text": "one"}, {"text": "two"})


@pytest.mark.parametrize(
    ("row", "log", "expected"),
    [
        (ROW, [MADE], True),
        (OTHER, [MADE, CHANGED], True),
        (None, [MADE, CHANGED, GONE], True),
        (OTHER, [MADE, CHANGED, GONE, (None, OTHER)], True),
        (OTHER, [CHANGED], True),
        (ROW, [], True),
        ({**ROW, "added later": None}, [MADE], True),
        (OTHER, [MADE], False),
        (ROW, [MADE, CHANGED], False),
        (OTHER, [CHANGED, CHANGED], False),
        (OTHER, [(None, OTHER), CHANGED], False),
        (None, [MADE], False),
        (OTHER, [MADE, CHANGED, GONE], False),
        (OTHER, [MADE, (None, OTHER)], False),
        (None, [GONE, GONE], False),
        (ROW, None, False),
        (ROW, [(None, {**ROW, "whi": None})], False),
        (None, [MADE, ({**ROW, "whi": None}, None)], False),
        (OTHER, [({"text": "one", "why": None}, {"text": "two"})], False),
        (OTHER, [({}, {"text": "two"})], False),
    ],
)
def test_the_change_log_leads_to_what_is(row: Any, log: Any, expected: bool) -> None:
    assert in_step(row, log, frozenset((*ROW, "added later"))) == expected


def test_findings_stand_in_the_order_of_the_checks_and_many_are_counted() -> None:
    look = Examination()
    look.check("first")
    look.check("second", 5)
    for n in range(MOST + 3):
        look.add("second", PROBLEM, Message("errors.doctor.took_away", path=n), "mend it")
    look.add("first", PROBLEM, Message("errors.doctor.make_room"))
    assert [f.message for f in look.findings] == [
        "Free some space.",
        *(f"Removed {n}." for n in range(MOST)),
        "3 more of this kind.",
    ]
    assert look.findings[-1] == Finding("second", PROBLEM, "3 more of this kind.", "mend it")
    assert (look.has("first"), look.has("third")) == (True, False)


# --- no finding where nothing is wrong -----------------------------------------------------------------------------


def test_a_journal_that_was_imported_is_sound(onelog: Onelog, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    full = request.config.getoption("--full")
    make(tmp_path / "made.db", meetings=500 if full else 40)
    (tmp_path / "all.json").write_text(onelog("export --format json", ONELOG_JOURNAL=str(tmp_path / "made.db")))
    onelog("import all.json")
    assert look_into(onelog.journal) == ()
    onelog("undo")
    assert look_into(onelog.journal) == ()
    onelog("redo")
    assert look_into(onelog.journal) == ()


# --- it only looks -------------------------------------------------------------------------------------------------


@needs_modes
def test_a_journal_that_may_only_be_read_is_looked_at(onelog: Onelog) -> None:
    place = onelog.folder / "kept"
    place.mkdir(mode=0o700)
    onelog.env["ONELOG_JOURNAL"] = str(place / "journal.db")
    onelog("log", "mia", "hello a: draft it #plan")
    snapshots.keep(place / "journal.db", HERE)
    before = state(place)
    (place / "journal.db").chmod(0o400)
    place.chmod(0o500)
    try:
        done = subprocess.run(
            [*RESPECTS_MODES, *ONELOG, "doctor"], env=onelog.env, cwd=onelog.folder, capture_output=True, text=True,
            check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    finally:
        place.chmod(0o700)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split("\t")[:2] for line in done.stdout.splitlines()] == [["advice", "private"]]
    assert state(place) == before
    assert (place / "journal.db").stat().st_mode & 0o777 == 0o400


def test_a_record_is_read_at_one_moment(onelog: Onelog) -> None:
    """Whoever wants to write has to wait until it and all that hangs on it are read; not longer."""
    onelog("log", "mia", "hello a: draft it")
    met = []
    with closing(connect(onelog.journal, read_only=True)) as db, closing(other(onelog.journal)) as writer:

        def meanwhile(asked: str) -> None:
            if "FROM change_row" in asked:
                with pytest.raises(sqlite3.OperationalError, match="locked"):
                    writer.execute("UPDATE handle SET sum = 1")
                met.append(asked)

        db.set_trace_callback(meanwhile)
        first = next(all_known(db))
        assert (len(met), first.kind) == (1, "person")
        writer.execute("UPDATE handle SET sum = 1")


def other(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=0, isolation_level=None)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_CORRUPT, True), (sqlite3.SQLITE_CORRUPT_VTAB, True), (sqlite3.SQLITE_NOTADB, True),
        (sqlite3.SQLITE_IOERR_READ, True), (sqlite3.SQLITE_BUSY, False), (sqlite3.SQLITE_READONLY_ROLLBACK, False),
        (sqlite3.SQLITE_CANTOPEN, False), (sqlite3.SQLITE_FULL, False), (0, False),
    ],
)  # fmt: skip
def test_a_spoiled_file_is_told_from_one_that_is_in_use(code: int, expected: bool) -> None:
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    assert integrity.is_malformed(error) == expected
    said = Damaged("journal.not_one", path="of it")
    said.__cause__ = error
    assert integrity.is_malformed(said) == expected


def test_a_journal_that_is_in_use_is_no_damaged_one(onelog: Onelog, monkeypatch: pytest.MonkeyPatch) -> None:
    onelog("log", "mia", "hello")
    monkeypatch.setattr("onelog.store.database.WAIT", 0.05)
    with closing(other(onelog.journal)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Damaged, match="in use"):
            look_into(onelog.journal)
    assert look_into(onelog.journal) == ()


WRITES = """
import sys
from datetime import datetime
from pathlib import Path
from onelog.journal import follow_up, log
from onelog.store import changelog
from onelog.store.database import Store
now = datetime.fromisoformat(sys.argv[2])
for n in range(int(sys.argv[3])):
    with Store(Path(sys.argv[1]), write=True) as store:
        made = log.log_meeting(store, "mia", f"meeting {n} #plan\\na: draft it", now).meeting
        follow_up.close(store, [made.actions[0].id], now.date(), None, "done", now)
        changelog.undo(store, 1, now)
"""
"""A program that writes in the journal again and again."""


def test_it_looks_while_others_write(onelog: Onelog, request: pytest.FixtureRequest) -> None:
    """What is read of a record is read at one moment, though its neighbours change."""
    onelog("log", "mia", "hello a: draft it")
    times = 400 if request.config.getoption("--full") else 12
    command = [sys.executable, "-c", WRITES, str(onelog.journal), NOW, str(times)]
    with subprocess.Popen(command, env=onelog.env) as writer:
        looks = 0
        while writer.poll() is None:
            assert look_into(onelog.journal) == ()
            looks += 1
    assert (writer.returncode, looks > 0) == (0, True)
    assert look_into(onelog.journal) == ()
