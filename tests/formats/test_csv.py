"""CSV: every spreadsheet reads the same table, no cell is a formula, and every text comes back from its cell."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta

import pytest
from conftest import Onelog
from hostile_book import AT, TODAY, hostile
from hypothesis import example, given
from hypothesis import strategies as st

from onelog.core.kinds import Record
from onelog.core.model import Answer, Goal, Meeting, Ref
from onelog.core.results.common import Book
from onelog.core.sanitize import storable
from onelog.formats import csv_table
from onelog.formats.csv_table import COLUMNS, guarded, unguarded
from onelog.markdown import body
from onelog.store.database import Store
from onelog.store.transaction import writing

SIGNS = "=+-@\t\r\n|%＝＋－＠｜％"
NUMBERS = {"minutes", "mood", "seen", "rating", "start", "target", "value"}


def written(book: Book) -> str:
    out = io.StringIO()
    csv_table.write(book, out, TODAY)
    return out.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    """One's own table, read back."""
    found = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    return [{key: cell if key in NUMBERS else unguarded(cell) for key, cell in row.items()} for row in found]


@given(st.text() | st.text("'" + SIGNS + " a\xa0", max_size=6))
@example("'=1+1")
@example("''")
@example(" \n=x")
def test_a_text_comes_back_from_its_cell_and_begins_no_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in tuple(SIGNS)
    assert guarded(text).lstrip()[:1] not in tuple(SIGNS)


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_that_begins_a_formula_is_guarded(sign: str) -> None:
    for text in (f"{sign}x", f"'{sign}x", f" {sign}x"):
        assert guarded(text) == f"'{text}"
    assert guarded(f"x{sign}") == f"x{sign}"


@pytest.mark.long
def test_the_table_holds_every_record_whole() -> None:
    text = written(hostile())
    assert text.startswith(",".join(COLUMNS) + "\r\n")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "").replace("\n", "", _inner(text))
    found = {row["id"]: row for row in rows(text)}
    there = list(records(hostile()))
    assert len(rows(text)) == len(found) == len(there)
    for record in there:
        row = found[record.id]
        assert (row["uid"], row["text"]) == (record.uid, storable(words(record)) if row["kind"] != "person" else "")
        assert row["why"] == storable(getattr(record, "why", None) or "")


def _inner(text: str) -> int:
    """How many newlines stand inside cells."""
    return sum(cell.count("\n") for row in csv.reader(io.StringIO(text, newline="")) for cell in row)


def records(book: Book) -> Iterator[Record]:
    for meeting in book.meetings:
        yield meeting
        for group in (meeting.actions, meeting.moments, meeting.topics, meeting.checkins):
            yield from group
    for goal in book.goals:
        yield goal
        yield from (look for look in goal.checkins if look.meeting is None)
    for loose in (book.moments, book.actions, book.topics, book.people, book.skips, book.answers):
        yield from loose


def words(record: Record) -> str:
    if isinstance(record, Meeting):
        return body.notes_of(record.body)
    return record.title if isinstance(record, Goal) else str(getattr(record, "text", ""))


def test_no_cell_of_the_table_is_a_formula() -> None:
    for row in csv.DictReader(io.StringIO(written(hostile()), newline="")):
        for column, cell in row.items():
            if column in NUMBERS:
                assert not cell or float(cell) is not None
            else:
                assert cell[:1] not in tuple(SIGNS), (column, cell)


def test_a_table_says_of_every_kind_what_it_should(onelog: Onelog) -> None:
    onelog("people add Mia Tanaka --relation manager --every 2w")
    onelog("goals add mau to a million --from 900000 --to 1000000 --unit users --by 2026-12-31")
    onelog("goals checkin mau -2.5 a dip")
    onelog(
        "log",
        "mia",
        "we met, twice\na: draft it due:2026-12-01 why: they asked\np: clear +talk\nx: tired",
        "--on",
        "2026-11-20 10:00",
    )
    onelog("skip", "mia", "--why", "both away")
    goal = onelog.json("goals")[0]
    with Store(onelog.journal, write=True) as store, writing(store, "watch --seen", AT) as change:
        about = Ref(goal["uid"], goal["id"])
        change.put(Answer(*change.name("answer"), "goal", about, TODAY, TODAY + timedelta(weeks=4), "next month"))
    table_ = {row["kind"]: row for row in rows(onelog("export all --format csv"))}
    assert list(table_) == ["meeting", "action", "praise", "goal", "checkin", "person", "skip", "answer"]
    said = {
        kind: {k: v for k, v in row.items() if v and k not in ("id", "uid", "kind", "meeting", "goal")}
        for kind, row in table_.items()
    }
    assert said == {
        "meeting": {"date": "2026-11-20", "at": "2026-11-20T10:00:00+09:00", "person": "Mia Tanaka", "text": "we met, twice"},
        "action": {
            "date": "2026-11-20", "person": "Mia Tanaka", "owner": "me", "text": "draft it", "why": "they asked", "status": "open",
            "due": "2026-12-01",
        },
        "praise": {
            "date": "2026-11-20", "at": "2026-11-20T10:00:00+09:00", "person": "Mia Tanaka", "from": "Mia Tanaka", "to": "me",
            "text": "clear +talk", "tags": "talk",
        },
        "goal": {
            "date": "2026-11-22", "text": "mau to a million", "status": "open", "due": "2026-12-31", "start": "900000",
            "target": "1000000", "value": "-2.5", "unit": "users",
        },
        "checkin": {"date": "2026-11-22", "at": "2026-11-22T14:00:00+09:00", "text": "a dip", "value": "-2.5"},
        "person": {"date": "2026-11-22", "person": "Mia Tanaka", "relation": "manager", "every": "2w"},
        "skip": {"date": "2026-11-22", "person": "Mia Tanaka", "due": "2026-12-04"},
        "answer": {"date": "2026-11-22", "text": "next month", "until": "2026-12-20", "rule": "goal", "about": goal["id"]},
    }  # fmt: skip
