"""Documents and exports that are taken in: twice is once, undo is undone by taking them in again, nothing is half taken."""

from datetime import UTC, datetime, timedelta

import pytest
from random_journal import BEGIN, empty, exported

from onelog.core.errors import OnelogError
from onelog.core.model import Goal, Meeting
from onelog.core.results.common import Brought
from onelog.core.selection import Selection
from onelog.formats import json_export
from onelog.journal import delete, log, people
from onelog.journal.imports import import_documents, import_export
from onelog.markdown import entities
from onelog.store import changelog, meetings, records
from onelog.store.database import Store

WITHOUT_IDS = {
    "meeting": "---\nwith: Mia Tanaka\nat: 2026-11-10 10:00\n---\n\nwe met\n\n- [ ] draft the plan\n",
    "goal": "---\nkind: goal\ntitle: more talks\nopened: 2026-01-15\n---\n\n- 2026-03-31 3 so far\n",
    "goal without a day": "---\nkind: goal\ntitle: more talks\n---\n",
    "aside": "---\nkind: aside\nat: 2026-11-10T10:00+09:00\nwith: Mia Tanaka\n---\n\n- **Aha:** faster\n",
    "aside without a day": "---\nkind: aside\n---\n\n- [ ] draft the plan due:2026-12-01\n",
    "person": "---\nkind: person\nname: Mia Tanaka\nrelation: manager\n---\n",
}
LATER = (BEGIN, BEGIN + timedelta(hours=5), datetime.fromisoformat("2027-06-01T08:00:00-04:00"))


def take(store: Store, text: str, now: datetime = BEGIN) -> Brought:
    return import_documents.documents(store, [import_documents.IncomingDocument("a.md", 1, text)], now)


@pytest.mark.parametrize("kind", WITHOUT_IDS)
def test_a_document_without_ids_is_taken_in_once_whenever_it_comes_again(kind: str) -> None:
    with empty() as store:
        assert sum(take(store, WITHOUT_IDS[kind]).made.values()) > 0
        before = exported(store)
        for now in LATER:
            again = take(store, WITHOUT_IDS[kind], now)
            assert (again.made, again.changed, again.same) == ({}, 0, 1)
        assert exported(store) == before


@pytest.mark.parametrize("kind", WITHOUT_IDS)
def test_after_undo_it_can_be_taken_in_again(kind: str) -> None:
    with empty() as store:
        made = take(store, WITHOUT_IDS[kind]).made
        before = exported(store).count('"id"')
        changelog.undo(store, 1, BEGIN)
        assert take(store, WITHOUT_IDS[kind]).made == made
        assert exported(store).count('"id"') == before


def test_an_export_brings_back_what_was_deleted_since_with_its_id() -> None:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", "we met\na: draft it\naha: faster", BEGIN).meeting
        text = exported(store)
        delete.delete_records(store, meeting.id, BEGIN)
        brought = import_export.book(store, json_export.read(text), BEGIN)
        assert brought.made == {"action": 1, "moment": 1, "meeting": 1}
        assert exported(store) == text


def test_a_line_that_was_taken_out_comes_back_with_its_document_as_the_same_record() -> None:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", "we met\na: draft it", BEGIN).meeting
        text, document = exported(store), entities.write(meeting)
        delete.delete_records(store, meeting.actions[0].id, BEGIN)
        assert take(store, document).changed == 1
        assert exported(store) == text


def test_notes_for_the_next_meeting_stay_notes_for_the_next_meeting() -> None:
    with empty() as store, empty() as other:
        log.note_for_next(store, "Mia", "ask about pay\nt: the budget", BEGIN)
        (coming,) = meetings.gathered(store)
        take(other, entities.write(coming), BEGIN + timedelta(days=9))
        assert [entities.write(m) for m in meetings.gathered(other)] == [entities.write(coming)]
        assert meetings.newest(other) == []


def test_notes_for_a_meeting_that_has_notes_already_are_refused_and_nothing_is_taken() -> None:
    with empty() as store, empty() as other:
        log.note_for_next(store, "Mia", "ask about pay", BEGIN)
        log.note_for_next(other, "Mia", "ask about leave", BEGIN)
        before = exported(other)
        pages = [
            import_documents.IncomingDocument("a.md", 1, WITHOUT_IDS["aside"]),
            import_documents.IncomingDocument("b.md", 1, entities.write(meetings.gathered(store)[0])),
        ]
        with pytest.raises(OnelogError, match=r"b\.md, line 1: Notes for the next meeting with Mia are here already"):
            import_documents.documents(other, pages, BEGIN)
        assert exported(other) == before


def test_no_day_is_made_up_for_a_meeting_that_says_none() -> None:
    with empty() as store, pytest.raises(OnelogError, match="does not say which day it is from"):
        take(store, "---\nwith: Mia Tanaka\n---\n\nwe met\n")


def test_a_dry_run_says_what_would_be_made_and_makes_nothing() -> None:
    with empty() as store:
        before = exported(store)
        page = import_documents.IncomingDocument("a.md", 1, WITHOUT_IDS["meeting"])
        assert import_documents.documents(store, [page], BEGIN, rehearse=True).made == {
            "person": 1,
            "meeting": 1,
            "action": 1,
        }
        assert exported(store) == before
        assert changelog.count(store) == 0


def test_a_short_id_that_is_another_records_here_gives_way() -> None:
    with empty() as store, empty() as other:
        meeting = log.log_meeting(store, "Mia", "we met\naha: faster", BEGIN).meeting
        id_ = meeting.moments[0].id
        take(other, f"---\nkind: aside\n---\n\n- **Win:** shipped ^{id_}\n")
        import_export.book(other, json_export.read(exported(store)), BEGIN)
        (brought,) = meetings.newest(other)
        assert [m.text for m in brought.moments] == ["faster"]
        assert brought.moments[0].id != id_
        assert brought.body == f"we met\n- ^{brought.moments[0].id}"
        assert [m.text for m in records.moments(other, Selection(kind="win"))] == ["shipped"]


def test_goals_in_a_circle_are_refused() -> None:
    circle = [
        "---\nkind: goal\nid: bbbb\ntitle: one\nunder: cccc\n---\n",
        "---\nkind: goal\nid: cccc\ntitle: two\nunder: bbbb\n---\n",
    ]
    with empty() as store, pytest.raises(OnelogError, match="under itself"):
        import_documents.documents(
            store, [import_documents.IncomingDocument("a.md", n, text) for n, text in enumerate(circle)], BEGIN
        )


def test_goals_find_the_goals_they_are_under_in_any_order() -> None:
    tree = ["---\nkind: goal\nid: bbbb\ntitle: one\nunder: cccc\n---\n", "---\nkind: goal\nid: cccc\ntitle: two\n---\n"]
    with empty() as store:
        import_documents.documents(
            store, [import_documents.IncomingDocument("a.md", n, text) for n, text in enumerate(tree)], BEGIN
        )
        goal = records.by_id(store, "bbbb")
        assert isinstance(goal, Goal)
        assert goal.parent
        assert goal.parent.label == "cccc"


@pytest.mark.parametrize("text", [
    "---\nkind: aside\nwith: Mia Tanaka\n---\n\n- **Topic:** pay\n",
    "---\nkind: aside\nwith: Mia Tanaka\n---\n\n- [ ] draft it\n",
    '---\nkind: aside\n---\n\n- [ ] draft it @"Mia Tanaka"\n',
    "---\nkind: aside\nwith: Mia Tanaka\n---\n\n- **Praise:** clear from:them\n",
    "---\nkind: goal\ntitle: more talks\nwith: Mia Tanaka\n---\n",
])  # fmt: skip
def test_somebody_who_stands_in_a_record_is_not_deleted(text: str) -> None:
    with empty() as store:
        people.add_person(store, "Mia Tanaka", BEGIN)
        take(store, text)
        before = exported(store)
        with pytest.raises(OnelogError, match=r"Mia Tanaka stands in \d records?\."):
            delete.delete_records(store, people_id(store), BEGIN)
        assert exported(store) == before


def people_id(store: Store) -> str:
    return str(store.db.execute("SELECT id FROM person").fetchone()[0])


def test_a_goal_that_goes_away_is_no_longer_pointed_at_and_undo_points_at_it_again() -> None:
    with empty() as store:
        take(store, "---\nkind: goal\nid: bbbb\ntitle: more talks\n---\n")
        take(store, "---\nkind: goal\nid: cccc\ntitle: one talk\nunder: bbbb\n---\n")
        meeting = log.log_meeting(store, "Mia", "g: bbbb 3 so far\na: book the room goal:bbbb\nand more", BEGIN).meeting
        before = exported(store)
        delete.delete_records(store, "bbbb", BEGIN)
        left = records.by_id(store, meeting.id)
        assert isinstance(left, Meeting)
        assert (left.checkins, left.actions[0].goal) == ((), None)
        assert [a.text for a in records.actions(store)] == ["book the room"]
        changelog.undo(store, 1, BEGIN)
        assert exported(store) == before


def test_a_document_whose_day_was_changed_is_still_the_document_of_its_meeting() -> None:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", "we met\na: draft it\naha: faster", BEGIN).meeting
        moved = entities.write(meeting).replace(f"at: {BEGIN:%Y-%m-%d}", "at: 2026-11-19")
        brought = take(store, moved)
        assert (brought.made, brought.changed) == ({}, 1)
        (now,) = meetings.newest(store)
        assert (now.uid, now.at) == (meeting.uid, BEGIN.replace(day=19))
        assert [a.uid for a in records.actions(store)] == [a.uid for a in meeting.actions]
        assert take(store, moved).same == 1


def test_a_document_of_another_day_and_person_with_a_known_id_is_another_meeting() -> None:
    with empty() as store:
        meeting = log.log_meeting(store, "Mia", "we met", BEGIN).meeting
        people.add_person(store, "Ben", BEGIN)
        take(store, f"---\nid: {meeting.id}\nwith: Ben\nat: 2026-11-10T10:00+09:00\n---\n\nsomething else\n")
        assert [(m.person.label, m.body) for m in meetings.newest(store)] == [
            ("Mia", "we met"),
            ("Ben", "something else"),
        ]


@pytest.mark.parametrize(("text", "written"), [
    ("---\nwith: Mia\nat: 2026-11-10T10:00+09:00\n---\n\nwe met\n", "2026-11-10T01:00Z"),
    ("---\nwith: Mia\nat: 2026-11-10 10:00\n---\n\nwe met\n", "2026-11-10T10:00Z"),
    ("---\nwith: Mia\nat: 10 Nov 2026\n---\n\nwe met\n", "2026-11-10T00:00Z"),
    ("---\nkind: aside\nat: 2026-11-10T10:00-05:00\n---\n\n- **Aha:** faster\n", "2026-11-10T15:00Z"),
    ("---\nkind: aside\n---\n\n- [ ] draft it due:2026-12-01 opened:2026-11-05\n", "2026-11-05T00:00Z"),
    ("---\nkind: aside\nwith: Mia\n---\n\n- **Topic:** pay added:2026-11-06\n", "2026-11-06T00:00Z"),
    ("---\nkind: goal\ntitle: more talks\nopened: 2026-01-15\n---\n", "2026-01-15T00:00Z"),
    ("---\nkind: goal\ntitle: more talks\n---\n\n- 2026-03-31T09:00+09:00 3 so far\n", "2026-03-31T00:00Z"),
    ("---\nkind: goal\ntitle: more talks\n---\n", "1970-01-01T00:00Z"),
])  # fmt: skip
def test_the_uid_of_a_document_has_the_time_that_is_written_there(text: str, written: str) -> None:
    kind = next((k for k in ("goal", "Topic", "[ ]", "Aha") if k in text), "meeting")
    table = {"Topic": "topic", "[ ]": "action", "Aha": "moment"}.get(kind, kind)
    uids = set()
    for now in LATER:
        with empty() as store:
            take(store, text, now)
            uids.add(str(store.db.execute(f"SELECT uid FROM {table}").fetchone()[0]))
    (uid,) = uids
    milliseconds = int(uid.replace("-", "")[:12], 16)
    assert datetime.fromtimestamp(milliseconds / 1000, tz=UTC) == datetime.fromisoformat(written)


def test_a_document_of_yesterday_is_taken_in_once_whatever_the_day() -> None:
    text = "---\nkind: aside\nat: yesterday\n---\n\n- **Aha:** faster\n"
    with empty() as store:
        for now in LATER:
            take(store, text, now)
        assert [m.at and m.at.date() for m in records.moments(store, Selection(private=True))] == [
            (BEGIN - timedelta(days=1)).date()
        ]
