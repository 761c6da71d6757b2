"""One selection for every reader: each narrows as somebody would by hand, and what nobody asks for stays out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from onelog.core.model import FEEDBACK, PRIVATE, Action, Goal, Meeting, Moment, Person, Topic
from onelog.core.selection import ANYTHING, EVERYTHING, Selection
from onelog.store import meetings, people, records, timeline
from onelog.store.database import Store

DAYS = st.none() | st.dates(date(2025, 10, 1), date(2026, 12, 31))
Reader = Callable[[Store, Selection], Sequence[Any]]


@pytest.fixture(scope="module")
def store(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(Path(copy(demo_file, tmp_path_factory.mktemp("selection"))), write=False) as opened:
        yield opened


def day_of(record: Any) -> date:
    for name in ("opened", "added", "at"):
        if found := getattr(record, name, None):
            return found.date() if isinstance(found, datetime) else date.fromisoformat(str(found))
    return date.min


def whose(record: Any) -> set[str]:
    named = (getattr(record, name, None) for name in ("person", "owner", "giver", "receiver"))
    return {ref.uid for ref in named if ref}


def fits(record: Any, asked: Selection) -> bool:
    """Whether a record is selected, read off the record alone."""
    inside = [record, *record.inside] if isinstance(record, Meeting) else [record]
    tags = {tag for one in inside for tag in getattr(one, "tags", ())}
    is_open = getattr(record, "status", "open") in ("open", "parked")
    return (
        (asked.person is None or asked.person.uid in whose(record))
        and (isinstance(record, Goal) or asked.since is None or day_of(record) >= asked.since)
        and (isinstance(record, Goal) or asked.before is None or day_of(record) < asked.before)
        and (not isinstance(record, Moment) or asked.kind in (None, record.kind))
        and (isinstance(record, Goal) or asked.tag is None or asked.tag in tags)
        and (isinstance(record, Goal | Meeting) or not asked.loose or record.meeting is None)
        and (asked.closed or is_open)
        and (asked.private or getattr(record, "kind", "") not in PRIVATE)
    )


READERS: dict[type, Reader] = {
    Action: records.actions, Topic: records.topics, Goal: records.goals, Moment: records.moments, Meeting: meetings.newest,
}  # fmt: skip


def everybody(store: Store) -> list[Person | None]:
    return [None, *people.everybody(store)]


@pytest.mark.long
@pytest.mark.parametrize("kind", READERS, ids=lambda kind: kind.__name__)
@given(st.data())
@settings(max_examples=examples(200), deadline=None)
def test_a_reader_finds_what_fits_and_nothing_else(store: Store, kind: type, data: st.DataObject) -> None:
    asked = Selection(
        person=data.draw(st.sampled_from(everybody(store))),
        since=data.draw(DAYS),
        before=data.draw(DAYS),
        kind=data.draw(st.sampled_from((None, *PRIVATE, *sorted(FEEDBACK), "aha"))) if kind is Moment else None,
        tag=data.draw(st.sampled_from((None, "courage", "ads", "care"))),
        loose=data.draw(st.booleans()),
        closed=data.draw(st.booleans()),
        private=data.draw(st.booleans()),
    )
    read = READERS[kind]
    every = read(store, EVERYTHING)
    assert every
    assert [one.uid for one in read(store, asked)] == [one.uid for one in _in_order(every, asked) if fits(one, asked)]


def _in_order(every: Sequence[Any], asked: Selection) -> Sequence[Any]:
    """Open ones come first in a list with closed ones; one order for both."""
    return (
        every if asked.closed else sorted(every, key=lambda one: getattr(one, "status", "") not in ("open", "parked"))
    )


def test_nothing_private_or_closed_comes_where_nobody_asks(store: Store) -> None:
    assert {one.kind for one in records.moments(store, Selection(private=True))} >= set(PRIVATE) - {"fact"}
    for asked in (ANYTHING, Selection(closed=True), *(Selection(kind=kind) for kind in PRIVATE)):
        assert not [one for one in records.moments(store, asked) if one.kind in PRIVATE]
        assert not [one for one in timeline.newest_entries(store, asked)[0] if getattr(one, "kind", "") in PRIVATE]
    assert {one.status for one in records.actions(store)} == {"open"}
    assert {one.status for one in records.actions(store, Selection(closed=True))} > {"open"}


def test_private_ones_are_counted_whether_they_are_selected_or_not(store: Store) -> None:
    counted = records.count_private(store)
    assert counted == records.count_private(store, EVERYTHING)
    found = records.moments(store, EVERYTHING)
    assert counted == {kind: n for kind in PRIVATE if (n := sum(one.kind == kind for one in found))}


def test_a_timeline_of_so_many_is_the_begin_of_the_whole_one(store: Store) -> None:
    for kind in (None, "meeting", "action", "topic", "praise"):
        asked = Selection(kind=kind)
        every, none_more = timeline.newest_entries(store, asked)
        some, more = timeline.newest_entries(store, replace(asked, limit=3))
        assert (some, more, none_more) == (every[:3], len(every) - 3, 0)


def test_a_selection_within_days_keeps_the_rest(store: Store) -> None:
    mia = people.everybody(store)[0]
    asked = Selection(person=mia, kind="aha", tag="ads", private=True, limit=2)
    day = date(2026, 11, 1)
    within = asked.within(day, day + timedelta(days=7))
    assert (within.uid, within.since, within.before) == (mia.uid, day, date(2026, 11, 8))
    assert within.within(None, None) == asked
