"""Notes and topics between meetings become part of the next meeting's document: once, in order, and not of an older one."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from random_journal import BEGIN, empty, exported

from onelog.core.model import Action, Meeting, Moment, Topic
from onelog.journal import delete, follow_up, log
from onelog.markdown.document import Fields
from onelog.store import changelog, meetings, records
from onelog.store.database import Store


@pytest.fixture
def store() -> Iterator[Store]:
    with empty() as store:
        log.note_for_next(store, "Mia", "ask about the budget\n\nc: the freeze mood:2", BEGIN)
        follow_up.park(store, "Mia", "pay, carefully", BEGIN)
        log.note_for_next(store, "Mia", "```\ncode left open", BEGIN)
        yield store


def logged(store: Store, text: str, days: int = 1) -> Meeting:
    now = BEGIN + timedelta(days=max(days, 0))
    return log.log_meeting(store, "Mia", text, now, Fields(BEGIN + timedelta(days=days))).meeting


def words(meeting: Meeting) -> list[str]:
    """The lines of the document, a record by its words."""
    inside: list[Action | Moment | Topic] = [*meeting.actions, *meeting.moments, *meeting.topics]
    text = {r.id: r.text for r in inside}
    return [text.get(line.removeprefix("- ^"), line) for line in meeting.body.split("\n")]


def test_they_come_first_and_in_their_order_and_open_code_is_closed(store: Store) -> None:
    meeting = logged(store, "we met\na: write it down")
    assert words(meeting) == [
        "ask about the budget", "", "the freeze mood:2", "pay, carefully", "", "```", "code left open", "````````", "", "we met",
        "write it down",
    ]  # fmt: skip


def test_it_is_the_same_record_that_was_coming(store: Store) -> None:
    coming = meetings.gathered(store)
    meeting = logged(store, "we met")
    assert [m.uid for m in coming] == [meeting.uid]
    assert meetings.gathered(store) == []


def test_they_are_folded_once(store: Store) -> None:
    logged(store, "we met")
    assert words(logged(store, "and again", days=8)) == ["and again"]


def test_a_topic_stays_parked_until_it_is_ticked_off(store: Store) -> None:
    meeting = logged(store, "we met")
    assert [t.text for t in records.topics(store)] == ["pay, carefully"]
    follow_up.close(store, [meeting.topics[0].id], BEGIN.date(), None, "done", BEGIN)
    assert records.topics(store) == []
    assert words(logged(store, "and again", days=8)) == ["and again"]


def test_a_meeting_of_the_day_of_the_notes_has_them(store: Store) -> None:
    assert words(logged(store, "we met", days=0))[:2] == ["ask about the budget", ""]
    assert meetings.gathered(store) == []


def test_a_meeting_before_the_notes_leaves_them(store: Store) -> None:
    coming = meetings.gathered(store)
    assert words(logged(store, "earlier", days=-3)) == ["earlier"]
    assert meetings.gathered(store) == coming


def test_a_meeting_with_somebody_else_leaves_them(store: Store) -> None:
    coming = meetings.gathered(store)
    other = log.log_meeting(store, "Ben", "we met", BEGIN).meeting
    assert words(other) == ["we met"]
    assert meetings.gathered(store) == coming


def test_fields_of_the_notes_hold_unless_the_meeting_says_others(store: Store) -> None:
    log.note_for_next(store, "Mia", "mode:walk mood:2 and a note", BEGIN)
    meeting = logged(store, "we met mood:5")
    assert (meeting.mode, meeting.mood) == ("walk", 5)


def test_undo_of_the_meeting_gives_the_notes_back(store: Store) -> None:
    before = exported(store)
    logged(store, "we met\na: write it down")
    changelog.undo(store, 1, BEGIN)
    assert exported(store) == before
    changelog.redo(store, 1, BEGIN)
    assert meetings.gathered(store) == []


def test_undo_of_a_note_takes_out_what_it_brought_and_no_more(store: Store) -> None:
    before = exported(store)
    log.note_for_next(store, "Mia", "one more\nt: and this", BEGIN)
    changelog.undo(store, 1, BEGIN)
    assert exported(store) == before


def test_delete_of_the_coming_meeting_takes_all_of_it_and_undo_brings_it_back(store: Store) -> None:
    before = exported(store)
    delete.delete_records(store, meetings.gathered(store)[0].id, BEGIN)
    assert meetings.gathered(store) == []
    assert records.topics(store) == []
    assert words(logged(store, "we met")) == ["we met"]
    changelog.undo(store, 2, BEGIN)
    assert exported(store) == before


def test_delete_of_a_parked_topic_takes_its_line_alone(store: Store) -> None:
    topic = records.topics(store)[0]
    delete.delete_records(store, topic.id, BEGIN)
    assert "pay, carefully" not in words(logged(store, "we met"))
