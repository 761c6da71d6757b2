"""A meeting with the wrong person: what was said in it moves, or goes; what was gathered for somebody stays theirs."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from random_journal import BEGIN, empty, exported

from onelog.core.model import Action, Meeting, Moment, Topic
from onelog.core.results.safety.doctor import ADVICE
from onelog.journal import delete, edit, follow_up, log, people
from onelog.journal.imports import import_documents
from onelog.journal.prepared import agenda
from onelog.markdown import entities
from onelog.markdown.document import Fields
from onelog.safety import forget
from onelog.store import changelog, meetings, records
from onelog.store import people as stored
from onelog.store.database import Store
from onelog.store.vault import findings, integrity, snapshots

SAID = "we talked about the launch\na: @them sends the list\nx: they look tired\np: clear talk"
LATER = BEGIN + timedelta(days=1)


@pytest.fixture
def store() -> Iterator[Store]:
    """Things are gathered for Olga, who reports to me; Zoe is my manager."""
    with empty() as store:
        people.add_person(store, "Olga", BEGIN, relation="report")
        people.add_person(store, "Zoe", BEGIN, relation="manager")
        log.note_for_next(store, "Olga", "she may leave\nx: she cried\na: @them writes the offer", BEGIN)
        follow_up.park(store, "Olga", "salary talks", BEGIN)
        yield store


def whole(meeting: Meeting | None) -> list[str]:
    """A meeting's lines, a record by its kind and words."""
    if meeting is None:
        return []
    inside: list[Action | Moment | Topic] = [*meeting.actions, *meeting.moments, *meeting.topics]
    text = {r.id: f"{getattr(r, 'kind', type(r).__name__.lower())}: {r.text}" for r in inside}
    assert all(r.meeting and r.meeting.uid == meeting.uid for r in inside)
    assert all(r.person and r.person.uid == meeting.person.uid for r in inside)
    return [text.get(line.removeprefix("- ^"), line) for line in meeting.body.split("\n") if line.strip()]


def coming(store: Store, who: str) -> list[str]:
    (person,) = (p for p in stored.everybody(store) if p.name == who)
    return whole(meetings.coming(store, person.uid))


def logged(store: Store, text: str = SAID, who: str = "Olga") -> Meeting:
    return log.log_meeting(store, who, text, LATER, Fields(LATER)).meeting


def moved(store: Store, meeting: Meeting, *more: tuple[str, str], who: str = "Zoe") -> Meeting:
    record = records.by_id(store, meeting.id)
    before = entities.write(record, blanks=True)
    text = before.replace("with: Olga", f"with: {who}")
    for old, new in more:
        assert old in text
        text = text.replace(old, new)
    edit.apply_edit(store, record, text, LATER, before=before)
    found = meetings.by_uid(store, meeting.uid)
    assert found
    return found


THEIRS = ["she may leave", "private: she cried", "action: writes the offer", "topic: salary talks"]
TYPED = ["we talked about the launch", "action: sends the list", "private: they look tired", "praise: clear talk"]


def test_a_meeting_that_moves_leaves_what_was_gathered(store: Store) -> None:
    met = logged(store)
    assert whole(met) == THEIRS + TYPED
    met = moved(store, met)
    assert met.person.label == "Zoe"
    assert whole(met) == TYPED
    assert coming(store, "Olga") == THEIRS
    assert [t.text for t in records.topics(store)] == ["salary talks"]
    assert [(a.text, a.owner and a.owner.label) for a in met.actions] == [("sends the list", "Zoe")]
    (olga,) = meetings.gathered(store)
    assert [(a.text, a.owner and a.owner.label) for a in olga.actions] == [("writes the offer", "Olga")]


def test_it_is_folded_into_the_right_meeting_afterwards(store: Store) -> None:
    moved(store, logged(store))
    assert whole(logged(store, "now it was Olga")) == [*THEIRS, "now it was Olga"]
    assert coming(store, "Olga") == []


@pytest.mark.parametrize(("text", "before", "after"), [
    ("p: clear talk", (None, "Olga"), ("Zoe", None)),
    ("gr: slower", (None, "Olga"), ("Zoe", None)),
    ("p: clear talk from:them", ("Olga", None), ("Zoe", None)),
    ("p: clear talk from:ben to:them", ("ben", "Olga"), ("ben", "Zoe")),
    ("p: clear talk from:them to:ben", ("Olga", "ben"), ("Zoe", "ben")),
])  # fmt: skip
def test_feedback_whose_direction_came_from_the_relation_turns(
    store: Store, text: str, before: tuple[str | None, ...], after: tuple[str | None, ...]
) -> None:
    def ways(meeting: Meeting) -> tuple[str | None, ...]:
        (moment,) = (m for m in meeting.moments if m.kind in ("praise", "growth"))
        return tuple(ref.label if ref else None for ref in (moment.giver, moment.receiver))

    met = logged(store, text)
    assert ways(met) == before
    met = moved(store, met)
    assert ways(met) == after
    back = moved(store, met, ("with: Zoe", "with: Olga"))
    assert ways(back) == (before if "from" not in text or "ben" in text else (None, "Olga"))


def test_feedback_that_was_said_to_go_the_other_way_does_not_turn(store: Store) -> None:
    met = log.log_meeting(store, "Zoe", "p: thank you from:me", LATER).meeting
    document = entities.write(records.by_id(store, met.id)).replace("with: Zoe", "with: Olga")
    edit.apply_edit(store, met, document, LATER)
    (moment,) = meetings.newest(store)[0].moments
    assert (moment.giver, moment.receiver and moment.receiver.label) == (None, "Olga")


def test_lines_that_were_changed_in_the_meeting_stay_theirs(store: Store) -> None:
    met = logged(store)
    record = records.by_id(store, met.id)
    text = (
        entities.write(record)
        .replace("she may leave", "she may leave in spring")
        .replace("salary talks", "salary talk")
    )
    edit.apply_edit(store, record, text, LATER)
    met = moved(store, met, ("she may leave in spring", "she might leave in spring"), ("the launch", "the late launch"))
    assert whole(met) == [TYPED[0].replace("the launch", "the late launch"), *TYPED[1:]]
    assert coming(store, "Olga") == ["she might leave in spring", *THEIRS[1:3], "topic: salary talk"]


def test_lines_in_another_order_stay_theirs(store: Store) -> None:
    met = logged(store)
    record = records.by_id(store, met.id)
    head, body = entities.write(record).split("\n---\n")
    lines = [line for line in body.split("\n") if line]
    edit.apply_edit(store, record, "\n".join([head, "---", *lines[::-1], ""]), LATER)
    met = moved(store, met)
    assert sorted(whole(met)) == sorted(TYPED)
    assert sorted(coming(store, "Olga")) == sorted(THEIRS)


def test_lines_that_are_taken_out_in_the_same_edit_stay_where_they_belong(store: Store) -> None:
    met = logged(store)
    record = records.by_id(store, met.id)
    text = "\n".join(line for line in entities.write(record).split("\n") if "^" not in line).replace(
        "with: Olga", "with: Zoe"
    )
    edit.apply_edit(store, record, text, LATER)
    assert sorted(whole(meetings.newest(store)[0])) == sorted(TYPED)
    assert sorted(coming(store, "Olga")) == sorted(THEIRS)


@pytest.mark.parametrize("since", [None, "one more for Olga"])
def test_a_mistaken_meeting_that_is_deleted_gives_back_what_was_gathered(store: Store, since: str | None) -> None:
    met = logged(store)
    if since:
        log.note_for_next(store, "Olga", since, LATER)
    deleted = delete.delete_records(store, met.id, LATER).records
    assert sorted(getattr(r, "text", "") for r in deleted) == ["", "clear talk", "sends the list", "they look tired"]
    assert coming(store, "Olga") == [*THEIRS, *([since] if since else [])]
    assert whole(logged(store, "the right one")) == [*THEIRS, *([since] if since else []), "the right one"]


def test_a_topic_that_was_raised_in_it_is_parked_again(store: Store) -> None:
    (olga,) = (p for p in stored.everybody(store) if p.name == "Olga")
    document = agenda.document_for(store, olga, LATER.date(), fields=Fields(LATER), private=True)
    met = logged(
        store, document.replace("- [ ] **Topic:** salary talks", "- [x] **Topic:** salary talks") + "\nit went well\n"
    )
    assert [t.status for t in met.topics] == ["raised"]
    delete.delete_records(store, met.id, LATER)
    assert [t.text for t in records.topics(store)] == ["salary talks"]
    assert coming(store, "Olga") == THEIRS


def test_a_topic_that_was_raised_on_a_later_day_stays_raised(store: Store) -> None:
    met, then = logged(store), LATER + timedelta(days=3)
    follow_up.close(store, [met.topics[0].id], then.date(), None, "done", then)
    delete.delete_records(store, met.id, then)
    assert coming(store, "Olga") == THEIRS
    assert records.topics(store) == []


def test_notes_that_come_back_are_as_old_as_they_were(store: Store) -> None:
    met = logged(store)
    log.note_for_next(store, "Olga", "since", LATER + timedelta(days=1))
    delete.delete_records(store, met.id, LATER + timedelta(days=2))
    right = log.log_meeting(store, "Olga", "the right day", LATER + timedelta(days=2), Fields(BEGIN)).meeting
    assert whole(right) == [*THEIRS, "since", "the right day"]


def test_a_topic_of_an_earlier_meeting_that_was_raised_in_it_returns_too(store: Store) -> None:
    (zoe,) = (p for p in stored.everybody(store) if p.name == "Zoe")
    log.log_meeting(store, "Zoe", "we met\nt: the budget", BEGIN)
    document = agenda.document_for(store, zoe, LATER.date(), fields=Fields(LATER), private=True)
    met = logged(store, document.replace("- [ ] the budget", "- [x] the budget") + "\nit went well\n", "Zoe")
    assert [t.text for t in met.topics] == ["the budget"]
    delete.delete_records(store, met.id, LATER)
    assert coming(store, "Zoe") == ["topic: the budget"]


@pytest.mark.parametrize("with_records", [True, False])
def test_a_prepared_document_for_somebody_else_leaves_what_was_noted_for_them(store: Store, with_records: bool) -> None:
    if not with_records:
        delete.delete_records(store, meetings.gathered(store)[0].id, BEGIN)
        log.note_for_next(store, "Olga", "she may leave\nin spring", BEGIN)
    before = coming(store, "Olga")
    (olga,) = (p for p in stored.everybody(store) if p.name == "Olga")
    document = agenda.document_for(store, olga, LATER.date(), fields=Fields(LATER), private=True)
    text = (
        document.replace("with: Olga", "with: Zoe").replace("[ ] **Topic:**", "[x] **Topic:**")
        + "\nit was about the launch\n"
    )
    logged_ = log.log_meeting(store, "Zoe", text, LATER, Fields(LATER))
    assert whole(logged_.meeting) == ["it was about the launch"]
    assert any("stays theirs" in what for _, what in logged_.troubles)
    assert coming(store, "Olga") == before


def test_open_code_of_a_note_does_not_swallow_what_was_said(store: Store) -> None:
    log.note_for_next(store, "Olga", "```\na: code", BEGIN)
    met = moved(store, logged(store))
    assert whole(met) == TYPED
    assert coming(store, "Olga") == [*THEIRS, "```", "a: code"]
    assert whole(logged(store, "a: do it"))[-1] == "action: do it"


def test_import_over_it_moves_it_like_an_edit(store: Store) -> None:
    met = logged(store)
    text = entities.write(records.by_id(store, met.id)).replace("with: Olga", "with: Zoe")
    import_documents.documents(store, [import_documents.IncomingDocument("a.md", 1, text)], LATER)
    assert whole(meetings.newest(store)[0]) == TYPED
    assert coming(store, "Olga") == THEIRS


@pytest.mark.parametrize("how", ["move", "delete", "import"])
def test_undo_gives_the_same_and_redo_as_well(store: Store, how: str) -> None:
    met = logged(store)
    before = exported(store)
    if how == "move":
        moved(store, met)
    elif how == "delete":
        delete.delete_records(store, met.id, LATER)
    else:
        text = entities.write(records.by_id(store, met.id)).replace("with: Olga", "with: Zoe")
        import_documents.documents(store, [import_documents.IncomingDocument("a.md", 1, text)], LATER)
    after = exported(store)
    changelog.undo(store, 1, LATER)
    assert exported(store) == before
    changelog.redo(store, 1, LATER)
    assert exported(store) == after


def test_reopen_of_a_deleted_meeting_takes_what_was_gathered_in_again(store: Store) -> None:
    met = logged(store)
    before = exported(store)
    delete.delete_records(store, met.id, LATER)
    follow_up.reopen(store, [met.id], LATER)
    assert exported(store) == before


def test_after_undo_and_redo_it_is_known_what_was_gathered(store: Store) -> None:
    met = logged(store)
    changelog.undo(store, 1, LATER)
    changelog.redo(store, 1, LATER)
    delete.delete_records(store, met.id, LATER)
    changelog.undo(store, 1, LATER)
    assert whole(moved(store, met)) == TYPED
    assert coming(store, "Olga") == THEIRS


def test_a_meeting_without_anything_gathered_moves_whole(store: Store) -> None:
    met = log.log_meeting(store, "Ben", SAID, LATER).meeting
    document = entities.write(records.by_id(store, met.id)).replace("with: Ben", "with: Olga")
    edit.apply_edit(store, met, document, LATER)
    assert whole(meetings.newest(store)[0]) == TYPED
    assert coming(store, "Olga") == THEIRS
    assert coming(store, "Ben") == []


@pytest.mark.parametrize("has", [False, True])
def test_notes_for_the_wrong_person_go_to_the_right_one(store: Store, has: bool) -> None:
    if has:
        log.note_for_next(store, "Zoe", "for Zoe", BEGIN)
    (olga,) = (m for m in meetings.gathered(store) if m.person.label == "Olga")
    document = entities.write(olga, blanks=True)
    edit.apply_edit(store, olga, document.replace("with: Olga", "with: Zoe"), LATER, before=document)
    assert coming(store, "Zoe") == [*(["for Zoe"] if has else []), *THEIRS]
    assert coming(store, "Olga") == []


def test_a_coming_meeting_that_is_dated_and_moved_at_once_leaves_its_notes(store: Store) -> None:
    (olga,) = meetings.gathered(store)
    document = entities.write(olga, blanks=True)
    text = (
        document.replace("with: Olga", "with: Zoe").replace("at:", f"at: {LATER.isoformat()}")
        + "\nit was about the launch\n"
    )
    edit.apply_edit(store, olga, text, LATER, before=document)
    assert whole(meetings.newest(store)[0]) == ["it was about the launch"]
    assert coming(store, "Olga") == THEIRS


@pytest.mark.parametrize("what", ["topic", "private"])
def test_a_single_record_for_the_wrong_person_leaves_the_meeting_it_stood_in(store: Store, what: str) -> None:
    (olga,) = meetings.gathered(store)
    one: Topic | Moment = olga.topics[0] if what == "topic" else olga.moments[0]
    document = entities.write(one)
    edit.apply_edit(store, one, document.replace("with: Olga", "with: Zoe"), LATER, before=document)
    assert coming(store, "Olga") == [line for line in THEIRS if one.text not in line]
    assert coming(store, "Zoe") == (["topic: salary talks"] if what == "topic" else [])
    found = records.by_id(store, one.id)
    assert isinstance(found, Topic | Moment)
    assert found.person
    assert found.person.label == "Zoe"


def test_a_meeting_that_is_deleted_for_good_leaves_what_was_gathered_here_and_in_backups(store: Store) -> None:
    snapshots.keep(store.path, BEGIN)
    met = logged(store)
    snapshots.keep(store.path, LATER)
    log.note_for_next(store, "Olga", "and one more", LATER)
    aim = forget.aim_at_record(store, met.id)
    assert dict(aim.told.records) == {"meeting": 1, "action": 1, "moment": 2}
    done = forget.carry_out(store, aim, "delete for good", LATER)
    assert dict(done.records) == dict(aim.told.records)
    assert coming(store, "Olga") == [*THEIRS, "and one more"]
    assert meetings.newest(store) == []
    assert sound(store) == []
    for copy in snapshots.listed(store.path):
        with Store(copy.path) as kept:
            assert coming(kept, "Olga")[:4] == THEIRS
            assert meetings.newest(kept) == []
    bytes_ = b"".join(path.read_bytes() for path in store.path.parent.rglob("*.db"))
    assert b"salary talks" in bytes_
    for word in ("launch", "they look tired", "clear talk", met.uid):
        assert word.encode() not in bytes_, word


def test_a_meeting_that_was_deleted_and_goes_for_good_leaves_it_too(store: Store) -> None:
    met = logged(store)
    snapshots.keep(store.path, LATER)
    delete.delete_records(store, met.id, LATER)
    forget.carry_out(store, forget.aim_at_record(store, met.id), "delete for good", LATER)
    assert coming(store, "Olga") == THEIRS
    for copy in snapshots.listed(store.path):
        with Store(copy.path) as kept:
            assert coming(kept, "Olga") == THEIRS


def test_a_coming_meeting_goes_for_good_whole(store: Store) -> None:
    snapshots.keep(store.path, BEGIN)
    (olga,) = meetings.gathered(store)
    forget.carry_out(store, forget.aim_at_record(store, olga.id), "delete for good", LATER)
    assert coming(store, "Olga") == []
    for copy in snapshots.listed(store.path):
        with Store(copy.path) as kept:
            assert coming(kept, "Olga") == []


def sound(store: Store) -> list[object]:
    """What the doctor finds wrong inside the journal's file."""
    look = findings.Examination()
    integrity.inside(store.path, LATER, look)
    return [found for found in look.findings if found.level != ADVICE]
