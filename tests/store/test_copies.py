"""Copies of the journal: whole before they count, named by their time, thinned by age, never at the cost of a better one."""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import NOW
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.errors import Damaged, Refused
from onelog.core.model import Answer, Ref
from onelog.journal import follow_up, goals, log, people, skips
from onelog.store import schema
from onelog.store.database import Store
from onelog.store.transaction import writing
from onelog.store.vault import snapshots
from onelog.store.vault.atomic_file import aside, put, sweep
from onelog.store.vault.retention import DAYS, MONTHS, WEEKS, kept

pytestmark = pytest.mark.posix

AT = datetime.fromisoformat(NOW)
TODAY = AT.date()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal with a record of every kind, whose texts are easily found among its bytes."""
    path = tmp_path_factory.mktemp("filled") / "journal.db"
    with Store(path, write=True) as store:
        log.log_meeting(store, "Mia Meetingword", "a note of Noteword\na: do Actionword\naha: see Momentword", AT)
        follow_up.park(store, "mia", "Topicword", AT)
        goal = goals.add(store, "Goalword", AT).records[0]
        follow_up.check_in(store, goal.id, None, "Checkinword", AT)
        person = people.edit_person(store, "mia", AT, every="2w").records[0]
        skips.skip(store, "mia", AT, why="Skipword")
        with writing(store, f"watch --seen mood:{person.id}", AT) as change:
            about = Ref(person.uid, "Mia Meetingword")
            change.put(Answer(*change.name("answer"), "mood", about, TODAY, TODAY + timedelta(weeks=4), "Answerword"))
    return path


@pytest.fixture
def journal(filled: Path, tmp_path: Path) -> Path:
    path = tmp_path / "journal.db"
    path.write_bytes(filled.read_bytes())
    return path


def more(journal: Path, word: str) -> None:
    with Store(journal, write=True) as store:
        log.log_meeting(store, "mia", f"talked about {word}", AT)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is in a journal's tables."""
    with closing(sqlite3.connect(path)) as db:
        return {
            table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in schema.ABOUT if table != "search"
        }


def state(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


# --- how long they are kept ----------------------------------------------------------------------------------------

ZONES = st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-11, minutes=-30))])
TIMES = st.lists(
    st.datetimes(datetime(2024, 1, 1), datetime(2026, 11, 23), timezones=ZONES).map(lambda t: t.replace(microsecond=0)),
    max_size=60,
)


@given(TIMES)
def test_the_newest_is_kept_and_all_of_the_last_day(times: list[datetime]) -> None:
    stay = kept(times, AT)
    assert stay <= set(times)
    if times:
        assert max(times) in stay
    assert {time for time in times if AT - time < timedelta(hours=24)} <= stay


@given(TIMES)
def test_one_stays_of_each_of_the_latest_days_weeks_and_months(times: list[datetime]) -> None:
    stay = kept(times, AT)
    for most, span in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-W%V"), (MONTHS, "%Y-%m")):
        newest = dict.fromkeys(f"{time:{span}}" for time in sorted(times, reverse=True))
        assert set(list(newest)[:most]) <= {f"{time:{span}}" for time in stay}


@given(TIMES)
def test_thinning_twice_is_thinning_once(times: list[datetime]) -> None:
    stay = kept(times, AT)
    assert kept(stay, AT) == stay


@given(TIMES, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(times: list[datetime], chance: object) -> None:
    shuffled = times.copy()
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis has no name for it
    assert kept(shuffled, AT) == kept(times, AT)


def test_two_years_of_daily_backups_become_about_twenty() -> None:
    """As they are thinned day by day, the end of every month is among them."""
    stay: set[datetime] = set()
    for day in range(730, -1, -1):
        now = AT - timedelta(days=day)
        stay = kept([*stay, now], now)
    assert len(stay) <= DAYS + WEEKS + MONTHS
    assert {f"{t:%Y-%m}" for t in stay} == {
        f"{AT.year - (m > AT.month - 1)}-{(AT.month - m - 1) % 12 + 1:02}" for m in range(12)
    }
    assert {t.date() for t in stay} >= {(AT - timedelta(days=n)).date() for n in range(7)}


def test_a_week_of_another_year_is_another_week() -> None:
    """Somebody who comes back after a year keeps a copy of each of the last weeks in which there is one."""
    days = [AT - timedelta(days=n) for n in range(1, 10)]
    weeks = [datetime.fromisoformat(f"2025-11-{day}T14:00:00+09:00") for day in (28, 21, 14)]
    assert {f"{time:%G-W%V}" for time in kept([*days, *weeks], AT)} == {"2026-W47", "2026-W46", "2025-W48", "2025-W47"}


# --- making one ----------------------------------------------------------------------------------------------------


def test_a_copy_holds_what_the_journal_holds_for_its_owner_alone(journal: Path) -> None:
    old = os.umask(0)
    try:
        copy = snapshots.keep(journal, AT)
    finally:
        os.umask(old)
    assert rows(copy.path) == rows(journal)
    assert copy.path == journal.with_name("journal.db.backups") / "journal-20261122T140000+0900.db"
    assert (copy.path.stat().st_mode & 0o777, copy.path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert snapshots.verify(copy.path) == snapshots.contents(journal)
    assert [p.name for p in copy.path.parent.iterdir()] == [copy.path.name]


def test_names_tell_when_and_before_what_and_which_of_a_second(journal: Path) -> None:
    made = [snapshots.keep(journal, AT, reason) for reason in ("", "restore", "")]
    made.append(snapshots.keep(journal, AT.astimezone(timezone(timedelta(hours=-5))) + timedelta(seconds=1), "forget"))
    assert [copy.path.name for copy in made] == [
        "journal-20261122T140000+0900.db", "journal-20261122T140000+0900-before-restore-2.db",
        "journal-20261122T140000+0900-3.db", "journal-20261122T000001-0500-before-forget.db",
    ]  # fmt: skip
    assert snapshots.listed(journal) == made[::-1]


def test_what_is_not_ours_is_not_listed_and_not_thinned(journal: Path) -> None:
    place = snapshots.keep(journal, AT).path.parent
    names = (
        "notes.txt",
        "other-20200101T000000+0000.db",
        "journal-20200101T000000+0000.db.bak",
        "journal-20209901T000000+0000.db",
    )
    for name in names:
        (place / name).write_text("mine")
    (place / "journal-20200101T000000+0000.db").mkdir()
    (place / "journal-20200102T000000+0000.db").symlink_to(journal)
    assert len(snapshots.listed(journal)) == 1
    snapshots.keep(journal, AT + timedelta(days=1))
    assert set(names) < {path.name for path in place.iterdir()}


def test_older_copies_are_thinned_by_age(journal: Path) -> None:
    for day in range(40, -1, -1):
        snapshots.keep(journal, AT - timedelta(days=day))
    days = [(AT.date() - copy.at.date()).days for copy in snapshots.listed(journal)]
    assert days == [
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        14,
        21,
        22,
    ]  # seven days, the Sundays of four weeks, the last day of October


def test_nothing_is_taken_away_where_the_new_one_holds_less(journal: Path) -> None:
    for day in range(40, 10, -1):
        snapshots.keep(journal, AT - timedelta(days=day))
    before = state(journal.parent / "journal.db.backups")
    journal.unlink()
    with Store(journal, write=True) as store:
        log.log_meeting(store, "ben", "a new beginning", AT)
    said: list[str] = []
    snapshots.keep(journal, AT, less=lambda: said.append("less"))
    after = state(journal.parent / "journal.db.backups")
    assert said == ["less"]
    assert len(after) == len(before) + 1
    assert before.items() <= after.items()


def test_the_damaged_are_thinned_apart_and_take_no_ones_place(journal: Path) -> None:
    snapshots.keep(journal, AT - timedelta(days=300))
    for minutes in range(3):
        with aside(snapshots.folder(journal), "x") as path:
            path.write_bytes(b"spoiled")
            snapshots.placed(journal, path, AT - timedelta(days=299, minutes=minutes), "damaged")
    snapshots.keep(journal, AT)
    assert [copy.reason for copy in snapshots.listed(journal)] == ["", "damaged", "damaged", "damaged", ""]


# --- what is damaged -----------------------------------------------------------------------------------------------

WORDS = (
    "Meetingword", "Noteword", "Actionword", "Momentword", "Topicword", "Goalword", "Checkinword", "Skipword", "Answerword",
)  # fmt: skip


def flipped(path: Path, word: str) -> None:
    """Flips a bit of a word wherever it stands in the row of a record, not in the change log or the index."""
    with closing(sqlite3.connect(path)) as db, db:
        for table, column in (("meeting", "body"), ("person", "name"), ("action", "text"), ("moment", "text")):
            _flip(db, table, column, word)
        for table, column in (("topic", "text"), ("goal", "title"), ("checkin", "text")):
            _flip(db, table, column, word)
        for table, column in (("skip", "why"), ("answer", "text")):
            _flip(db, table, column, word)


def _flip(db: sqlite3.Connection, table: str, column: str, word: str) -> None:
    other = word[:-1] + chr(ord(word[-1]) ^ 1)
    db.execute(f"UPDATE {table} SET {column} = replace({column}, ?, ?) WHERE instr({column}, ?)", (word, other, word))


@pytest.mark.parametrize("word", WORDS)
def test_a_flipped_bit_in_any_record_is_seen(journal: Path, word: str) -> None:
    """SQLite itself sees nothing in it."""
    copy = snapshots.keep(journal, AT)
    flipped(copy.path, word)
    with closing(sqlite3.connect(copy.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with pytest.raises(Damaged):
        snapshots.verify(copy.path)


def lost_record(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM checkin")


def dangling(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE change_row SET change_n = change_n + 99")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def zeroed(path: Path) -> None:
    """Some pages in the middle."""
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\0" * 8192 + data[16384:])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def a_note(path: Path) -> None:
    flipped(path, "Noteword")


SPOILED = (lost_record, dangling, cut, zeroed, empty, a_note)


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: str(spoil.__name__))
def test_a_damaged_copy_is_seen(journal: Path, spoil: Callable[[Path], None]) -> None:
    copy = snapshots.keep(journal, AT)
    snapshots.verify(copy.path)
    spoil(copy.path)
    with pytest.raises(Damaged, match="journal-20261122T140000"):
        snapshots.verify(copy.path)


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: str(spoil.__name__))
def test_no_copy_is_made_of_a_damaged_journal_and_none_is_touched(journal: Path, spoil: Callable[[Path], None]) -> None:
    for day in (40, 39, 38):
        snapshots.keep(journal, AT - timedelta(days=day))
    spoil(journal)
    before = state(journal.parent)
    with pytest.raises(Damaged, match=r"journal\.db"):
        snapshots.keep(journal, AT)
    assert state(journal.parent) == before


def test_of_no_journal_there_is_no_copy_and_no_folder(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no journal yet"):
        snapshots.keep(tmp_path / "journal.db", AT)
    assert list(tmp_path.iterdir()) == []


# --- aside ---------------------------------------------------------------------------------------------------------


def test_what_a_killed_command_left_is_swept_by_the_next(journal: Path) -> None:
    place = snapshots.keep(journal, AT).path.parent
    left = [place / ".journal.db.0badcafe.onelog.new", place / ".journal.db.0badcafe.onelog.new-journal"]
    for path in left:
        path.write_bytes(b"half a copy")
    snapshots.keep(journal, AT)
    assert not any(path.exists() for path in left)
    assert len(list(place.iterdir())) == 2


def test_nothing_is_swept_while_somebody_is_at_work(tmp_path: Path) -> None:
    with aside(tmp_path, "first") as first:
        sweep(tmp_path)
        with aside(tmp_path, "second") as second:
            assert first.exists()
            assert second.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_file_aside_goes_away_whatever_happens(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), aside(tmp_path, "x") as path:
        path.with_name(f"{path.name}-journal").touch()
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_file_is_put_in_its_place_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """On a USB stick's file system as well, which has no links."""

    def refuse(*_paths: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    target = tmp_path / "copy.db"
    with aside(tmp_path, "x") as path:
        path.write_bytes(b"first")
        put(path, target)
    assert target.read_bytes() == b"first"
    with aside(tmp_path, "x") as path:
        path.write_bytes(b"second")
        with pytest.raises(FileExistsError):
            put(path, target)
        assert target.read_bytes() == b"first"
        put(path, target, replace=True)
    assert [p.name for p in tmp_path.iterdir()] == ["copy.db"]
    assert target.read_bytes() == b"second"


# --- which may stand in for which ----------------------------------------------------------------------------------


def test_a_later_state_stands_in_for_an_earlier_one_and_not_the_other_way(journal: Path) -> None:
    earlier = snapshots.keep(journal, AT).path
    more(journal, "more")
    later = snapshots.keep(journal, AT).path
    assert snapshots.holds(later, earlier)
    assert snapshots.holds(later, later)
    assert not snapshots.holds(earlier, later)


def test_states_that_went_apart_do_not_stand_in_for_each_other(journal: Path) -> None:
    base = snapshots.keep(journal, AT).path
    more(journal, "one way")
    one = snapshots.keep(journal, AT).path
    journal.write_bytes(base.read_bytes())
    more(journal, "another way")
    more(journal, "and on")
    other = snapshots.keep(journal, AT).path
    assert not snapshots.holds(other, one)
    assert snapshots.related(other, one)


def test_a_shortened_change_log_does_not_make_strangers_alike(journal: Path, tmp_path: Path) -> None:
    """The changes are gone by which another journal would be known; the ids that were given are not."""
    other = tmp_path / "other.db"
    with Store(other, write=True) as store:
        log.log_meeting(store, "ben", "hello", AT)
    earlier = snapshots.keep(journal, AT).path
    with closing(sqlite3.connect(journal)) as db, db:
        db.execute("DELETE FROM change_row WHERE change_n < 4")
        db.execute("DELETE FROM change WHERE n < 4")
    assert snapshots.holds(journal, earlier)
    assert not snapshots.holds(journal, other)


def test_another_journal_does_not_stand_in(journal: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with Store(other, write=True) as store:
        log.log_meeting(store, "ben", "hello", AT)
    assert not snapshots.related(other, journal)
    assert not snapshots.holds(journal, other)
    bare = tmp_path / "bare.db"
    Store(bare, write=True).close()
    assert snapshots.holds(journal, bare)
    assert snapshots.related(bare, journal)
