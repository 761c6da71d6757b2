"""Daily questions stay quick in a journal of many years: each has its index, and old records are found as new ones are."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from journals import TODAY, make

from onelog.core.calendar.periods import Period
from onelog.core.model import Person
from onelog.core.selection import Selection
from onelog.core.settings import Settings
from onelog.insight import collect, resolve, today
from onelog.store import meetings, people, records, timeline
from onelog.store.database import Store
from onelog.store.search import search

LARGE = {"meeting": "m", "action": "a", "moment": "x", "handle": "h", "change_row": "r"}


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reach") / "journal.db"
    make(path, meetings=1500)
    return path


@pytest.fixture
def store(journal: Path) -> Iterator[Store]:
    with Store(journal) as opened:
        yield opened


def plans(store: Store, ask: Callable[[], object]) -> list[str]:
    """How SQLite goes about every query of a question."""
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    ask()
    store.db.set_trace_callback(None)
    queries = [sql for sql in dict.fromkeys(asked) if sql.startswith("SELECT")]
    assert queries
    return [row[3] for sql in queries for row in store.db.execute(f"EXPLAIN QUERY PLAN {sql}")]


QUESTIONS: dict[str, Callable[[Store, Person], object]] = {
    "everybody": lambda store, _: people.everybody(store),
    "a person": lambda store, _: resolve.person(store, "mia"),
    "open actions": lambda store, _: records.actions(store),
    "a person's open actions": lambda store, mia: records.actions(store, Selection(person=mia)),
    "overdue actions": lambda store, _: records.actions(store, overdue=TODAY),
    "the newest meetings": lambda store, _: timeline.newest_entries(store, Selection(limit=30)),
    "a person's newest meetings": lambda store, mia: timeline.newest_entries(store, Selection(person=mia, limit=30)),
    "the newest moments": lambda store, _: records.moments(store, Selection(limit=30, private=True)),
    "a kind's newest moments": lambda store, _: records.moments(store, Selection(kind="aha", limit=30)),
    "the morning": lambda store, _: today.compute_today(store, TODAY, Settings()),
    "the coming meeting": lambda store, mia: meetings.coming(store, mia.uid),
    "a quarter": lambda store, _: collect.collect_book(store, Period(date(2026, 7, 1), date(2026, 10, 1), "2026Q3")),
    "a word": lambda store, _: search.find_hits(store, "kestrel"),
    "words of one meeting": lambda store, _: search.find_hits(
        store, "kestrel finance", Selection(since=date(2020, 1, 1))
    ),
    "a word and a name": lambda store, mia: search.find_hits(store, "aiko kestrel", Selection(person=mia)),
}


@pytest.mark.long
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_daily_question_reads_no_large_table_whole(journal: Path, store: Store, question: str) -> None:
    with Store(journal) as another:  # what has been read is not read again
        mia = resolve.person(another, "mia")
    told = plans(store, lambda: QUESTIONS[question](store, mia))
    scans = [line for line in told if re.match(rf"SCAN ({'|'.join([*LARGE, *LARGE.values()])})\b(?!.* INDEX)", line)]
    assert scans == []


def test_a_common_word_is_found_in_old_records_too(store: Store) -> None:
    first = date(2024, 1, 1)
    found = search.find_hits(store, "the", Selection(before=first, limit=50))
    assert len(found) == 50
    assert all(hit.at[:10] < first.isoformat() for hit in found)


@pytest.mark.parametrize("kind", ["goal", "topic", "action", "meeting", "concern"])
def test_a_kind_is_found_among_many_matches(store: Store, kind: str) -> None:
    word = {"concern": "a", "action": "plan", "goal": "plan"}.get(kind, "the")
    found = search.find_hits(store, f"{word}*", Selection(kind=kind))
    assert found
    assert {hit.kind for hit in found} == {kind}


def test_with_a_person_means_what_they_have_part_in(store: Store) -> None:
    mia = resolve.person(store, "mia")
    found = search.find_hits(store, "the", Selection(person=mia, limit=400))
    assert {hit.kind for hit in found} >= {"meeting", "action"}
    assert {hit.person for hit in found} == {mia.name}
