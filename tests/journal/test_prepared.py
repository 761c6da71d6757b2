"""The prepared document comes back: what was decided in it changes just that, and all else stays as it was."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from random_journal import BEGIN, brought_documents, empty, exported, exported_documents

from onelog.core.errors import Refused
from onelog.core.model import Person
from onelog.core.phrases import say
from onelog.core.results.common import Logged
from onelog.core.selection import Selection
from onelog.core.settings import Watch
from onelog.insight.talk import questions
from onelog.insight.talk.next_questions import next_questions
from onelog.journal import delete, edit, follow_up, log
from onelog.journal.prepared import agenda
from onelog.markdown import document
from onelog.markdown.document import Fields
from onelog.markdown.merge3 import united
from onelog.store import changelog, meetings, people, records
from onelog.store.database import Store

LATER = BEGIN + timedelta(days=7)
FIRST = """\
we met
a: draft the plan due:fri why: the board
a: @them send the list due:2026-12-01 why: they have it
t: pay
c: the freeze
aha: walking helps"""


@pytest.fixture
def store() -> Iterator[Store]:
    """A first meeting with Mia, and what was noted for the next one."""
    with empty() as store:
        log.log_meeting(store, "Mia", FIRST, BEGIN)
        log.note_for_next(store, "Mia", "ask about the budget\na: bring the numbers\nx: I am tired", BEGIN)
        follow_up.park(store, "Mia", "the move", BEGIN)
        yield store


def mia(store: Store) -> Person:
    (person,) = people.everybody(store)
    return person


def prepared_for(store: Store, language: str = "en", *, private: bool = True) -> str:
    return agenda.document_for(store, mia(store), LATER.date(), language, private=private)


def asked_of(store: Store) -> list[str]:
    """The questions that `ask` and `prep` would choose for her."""
    return [one.text for one in next_questions(store, mia(store), LATER.date(), "en", Watch())]


def back(store: Store, text: str, now: datetime = LATER) -> Logged:
    return log.log_meeting(store, "Mia", text, now)


def ticked(text: str, words: str, mark: str) -> str:
    """The document with the box before some words ticked."""
    (line,) = [line for line in text.split("\n") if words in line]
    assert "[ ]" in line
    return text.replace(line, line.replace("[ ]", f"[{mark}]"))


def record(store: Store, words: str) -> Any:
    """The one action, topic or moment with these words."""
    every: list[Any] = [
        *records.actions(store, Selection(closed=True)),
        *records.topics(store, Selection(closed=True)),
        *records.moments(store, Selection(private=True)),
    ]
    (found,) = [one for one in every if words in one.text]
    return found


def texts(store: Store) -> list[str]:
    """The documents of all meetings, oldest first; what is noted for the next one comes last."""
    return [document.write(meeting) for meeting in [*reversed(meetings.newest(store)), *meetings.gathered(store)]]


# --- what is in it ----------------------------------------------------------------------------------------------------


def test_all_of_it_in_its_place(store: Store) -> None:
    text = re.sub(r" \^\w{4}$", "", prepared_for(store), flags=re.MULTILINE)
    asked = asked_of(store)
    assert (
        text
        == f"""\
---
kind: prepared 3
with: Mia
at:
len:
mode:
mood:
seen:
rating:
---

{say("en", "document.boxes")}
{say("en", "document.unused")}
{say("en", "document.hand_over")}

ask about the budget
- [ ] bring the numbers
- **Private:** I am tired
- [ ] **Topic:** the move

## Topics
- [ ] pay

## I owe
- [ ] draft the plan due:2026-11-27 why: the board

## They owe
- [ ] send the list @them due:2026-12-01 why: they have it

## Concerns
- [ ] the freeze

## Questions
{asked[0]}

{asked[1]}

## Notes

"""
    )


def test_concerns_and_private_notes_are_in_it_only_when_asked_for_and_stay_where_they_are(store: Store) -> None:
    text = prepared_for(store, private=False)
    assert "freeze" not in text
    assert "tired" not in text
    meeting = back(store, text + "we met again\n").meeting
    lines = document.write(meeting).split("\n")
    (tired,) = [n for n, line in enumerate(lines) if "I am tired" in line]
    assert ("bring the numbers" in lines[tired - 1], "the move" in lines[tired + 1]) == (True, True)
    assert record(store, "the freeze").resolved is None


def test_in_japanese_it_reads_back_the_same(store: Store) -> None:
    text = prepared_for(store, "ja")
    assert "## 話すこと\n- [ ] pay" in text
    assert "- [ ] **次回:** the move" in text
    meeting = back(store, ticked(text, "the move", "x") + "給料の話をした\n").meeting
    assert record(store, "the move").status == "raised"
    assert meeting.body.endswith("\n## メモ\n\n給料の話をした")
    assert meeting.body.count("##") == 1


def test_somebody_new_gets_questions_alone(store: Store) -> None:
    ben = replace(mia(store), uid="", id="", name="Ben", last_met=None)
    text = agenda.document_for(store, ben, LATER.date())
    assert re.findall("^## .*", text, re.MULTILINE) == ["## Questions", "## Notes"]
    log.log_meeting(store, "Ben", text + "we met", LATER)
    assert meetings.newest(store)[0].body == "we met"


# --- what was decided -------------------------------------------------------------------------------------------------

DECIDED = (
    ("draft the plan", "x", "status", "done"), ("draft the plan", "-", "status", "dropped"), ("send the list", "x", "status", "done"),
    ("pay", "x", "status", "raised"), ("pay", "-", "status", "dropped"), ("the move", "x", "status", "raised"),
    ("bring the numbers", "x", "status", "done"), ("the freeze", "x", "resolved", LATER.date()),
    ("the freeze", "-", "resolved", LATER.date()),
)  # fmt: skip


@pytest.mark.parametrize(("words", "mark", "name", "value"), DECIDED)
def test_a_ticked_box_ends_its_record_on_the_day_of_the_meeting(
    store: Store, words: str, mark: str, name: str, value: object
) -> None:
    before = record(store, words)
    back(store, ticked(prepared_for(store), words, mark))
    after = record(store, words)
    ends = {"status": after.status, "closed": LATER.date()} if name == "status" else {"resolved": LATER.date()}
    moved = {"meeting": after.meeting} if (words, mark) == ("pay", "x") else {}
    assert after == replace(before, **ends, **moved)
    assert getattr(after, name) == value


def test_what_was_promised_earlier_stays_where_it_was_promised(store: Store) -> None:
    text = ticked(ticked(prepared_for(store), "draft the plan", "x"), "the freeze", "x")
    meeting = back(store, text).meeting
    first, second = texts(store)
    assert "[x] draft the plan due:2026-11-27 done:2026-11-29 why: the board" in first
    assert "the freeze resolved:2026-11-29" in first
    assert "draft the plan" not in second
    assert "freeze" not in second
    assert [a.text for a in meeting.actions] == ["bring the numbers"]


def test_a_topic_that_was_raised_stands_in_this_meeting_alone(store: Store) -> None:
    back(store, ticked(prepared_for(store), "pay", "x"))
    first, second = texts(store)
    assert "pay" not in first
    assert "- **Topic:** pay added:2026-11-22 raised:2026-11-29" in second


def test_what_is_said_beneath_a_line_stays_in_the_note(store: Store) -> None:
    plan = record(store, "draft the plan").id
    text = prepared_for(store).replace(f"^{plan}\n", f"^{plan}\n  she wants two pages\n")
    assert f"- re:{plan}\n  she wants two pages" in back(store, text).meeting.body


@pytest.mark.parametrize(
    "words", ["draft the plan", "send the list", "pay", "the freeze", "the move", "bring the numbers"]
)
def test_a_line_that_is_gone_changes_nothing(store: Store, words: str) -> None:
    before = record(store, words)
    lines = [line for line in prepared_for(store).split("\n") if words not in line]
    back(store, "\n".join([*lines, "we met again"]))
    assert record(store, words) == before
    assert sum(text.count(words) for text in texts(store)) == 1


def test_what_was_not_discussed_stays_parked_however_often_the_meeting_moves(store: Store) -> None:
    for days in range(7, 28, 7):
        now = BEGIN + timedelta(days=days)
        text = agenda.document_for(store, mia(store), now.date(), private=True)
        assert sorted(w for w in ("pay", "the move") if w in text) == ["pay", "the move"]
        back(store, text + f"day {days}\n", now)
    assert {t.text for t in records.topics(store)} == {"pay", "the move"}
    assert [sum(text.count(w) for text in texts(store)) for w in ("pay", "the move")] == [1, 1]


CHANGED = (
    ("draft the plan due:2026-11-27", "write the plan due:2026-12-04", {"text": "write the plan", "due": "2026-12-04"}),
    ("why: the board", "why: the audit", {"why": "the audit"}),
    ("- [ ] pay", "- [ ] pay and title +money", {"text": "pay and title +money", "tags": "('money',)"}),
    ("- [ ] the freeze", "- [x] the freeze of hiring", {"text": "the freeze of hiring", "resolved": "2026-11-29"}),
    ("send the list @them", "send the list @me", {"owner": "None"}),
)


@pytest.mark.parametrize(("old", "new", "said"), CHANGED)
def test_words_that_were_changed_change_just_that(store: Store, old: str, new: str, said: dict[str, str]) -> None:
    text = prepared_for(store)
    (id_,) = re.findall(rf"{re.escape(old)}.*\^(\w+)$", text, re.MULTILINE)
    before = records.by_id(store, id_)
    back(store, text.replace(old, new))
    after: Any = records.by_id(store, id_)
    assert {name: str(getattr(after, name)) for name in said} == said
    assert after == replace(before, **{name: getattr(after, name) for name in said})


def test_a_new_box_is_a_promise_of_this_meeting(store: Store) -> None:
    text = prepared_for(store).replace("## They owe", "## They owe\n- [ ] @them book a room why: it is loud")
    (new,) = [a for a in back(store, text).meeting.actions if a.owner]
    assert (new.text, new.why, new.opened) == ("book a room", "it is loud", LATER.date())


def test_fields_that_were_filled_in_are_the_meetings(store: Store) -> None:
    text = prepared_for(store).replace("at:\n", "at: 2026-11-28 10:00\n").replace("mood:\n", "mood: 4\n")
    meeting = back(store, text).meeting
    assert (str(meeting.at), meeting.mood) == ("2026-11-28 10:00:00+09:00", 4)


# --- what was there to be filled in, and was not ----------------------------------------------------------------------


def test_a_document_in_which_nothing_was_written_is_refused(store: Store) -> None:
    with empty() as other:
        log.log_meeting(other, "Mia", FIRST, BEGIN)
        before = exported(other)
        with pytest.raises(Refused, match="You wrote nothing"):
            back(other, prepared_for(other))
        assert exported(other) == before


def test_empty_headings_and_unused_questions_do_not_stay(store: Store) -> None:
    meeting = back(store, prepared_for(store) + "we met again\n").meeting
    assert document.read(document.write(meeting), LATER).troubles == ()
    words = [line for line in meeting.body.split("\n") if line and not re.match(r"- \^", line)]
    assert words == ["ask about the budget", "## Notes", "we met again"]


def test_a_question_with_an_answer_stays_and_counts_as_asked(store: Store) -> None:
    one, two = asked_of(store)
    back(store, prepared_for(store).replace(f"{two}\n", f"{two}\nmore time for design\n"))
    meeting = meetings.newest(store)[0]
    assert f"## Questions\n{two}\nmore time for design" in meeting.body
    assert one not in meeting.body
    assert questions._asked(store, mia(store), LATER.date(), questions.bank().entries)


def test_my_own_headings_and_a_heading_with_words_stay(store: Store) -> None:
    text = prepared_for(store) + "we met\n\n## Plans\n\n## Topics\nall of them\n"
    words = [line for line in back(store, text).meeting.body.split("\n") if line and not line.startswith("- ^")]
    assert words == ["ask about the budget", "## Notes", "we met", "## Plans", "## Topics", "all of them"]


def test_no_heading_stands_over_notes_alone(store: Store) -> None:
    back(store, prepared_for(store) + "we met again\n")
    later = LATER + timedelta(days=7)
    text = agenda.document_for(store, mia(store), later.date())
    assert "## Notes" in text
    assert back(store, text + "a third time\n", later).meeting.body == "a third time"


def test_a_note_that_looks_like_the_template_is_kept(store: Store) -> None:
    asked = asked_of(store)[0]
    log.note_for_next(store, "Mia", f"{say('en', 'document.unused')}\n{asked}\n\n## Topics", BEGIN)
    meeting = back(store, prepared_for(store) + "we met again\n").meeting
    for line in ("## Topics", asked, say("en", "document.unused")):
        assert meeting.body.split("\n").count(line) == 1, line


# --- what happened meanwhile ------------------------------------------------------------------------------------------


def done(store: Store) -> None:
    follow_up.close(store, [record(store, "draft the plan").id], BEGIN.date(), None, "done", BEGIN)


def reworded(store: Store) -> None:
    plan = record(store, "draft the plan")
    edit.apply_edit(
        store, plan_meeting(store), texts(store)[0].replace("draft the plan", "draft the plan twice"), BEGIN
    )
    assert record(store, plan.text).text == "draft the plan twice"


def plan_meeting(store: Store) -> Any:
    return meetings.newest(store)[-1]


def noted(store: Store) -> None:
    log.note_for_next(store, "Mia", "noted meanwhile\nt: parked meanwhile", BEGIN)


def taken_out(store: Store) -> None:
    delete.delete_records(store, record(store, "the move").id, BEGIN)


def met(store: Store) -> None:
    log.log_meeting(store, "Mia", "met meanwhile", BEGIN + timedelta(days=3))


def undone(store: Store) -> None:
    changelog.undo(store, 1, BEGIN)
    assert "the move" not in [t.text for t in records.topics(store)]


MEANWHILE: tuple[tuple[Callable[[Store], None], dict[str, int], str], ...] = (
    (done, {"ask about the budget": 1, "draft the plan": 1, "the move": 1}, "done"),
    (reworded, {"ask about the budget": 1, "draft the plan twice": 1, "the move": 1}, "open"),
    (noted, {"ask about the budget": 1, "noted meanwhile": 1, "parked meanwhile": 1, "the move": 1}, "open"),
    (taken_out, {"ask about the budget": 1, "the move": 0}, "open"),
    (
        met,
        {"ask about the budget": 1, "met meanwhile": 1, "the move": 1, "bring the numbers": 1, "I am tired": 1},
        "open",
    ),
    (undone, {"ask about the budget": 1, "the move": 0}, "open"),
)


@pytest.mark.parametrize(
    ("meanwhile", "counts", "status"), MEANWHILE, ids=lambda value: getattr(value, "__name__", None)
)
def test_what_happened_meanwhile_stays(
    store: Store, meanwhile: Callable[[Store], None], counts: dict[str, int], status: str
) -> None:
    text = prepared_for(store)
    meanwhile(store)
    back(store, text + "we met again\n")
    everything = "\n".join(texts(store))
    assert {words: everything.count(words) for words in counts} == counts
    assert record(store, "draft the plan").status == status
    assert exported_documents(store) == brought_documents(exported_documents(store))


def test_a_line_that_was_changed_comes_back_where_its_record_was_deleted(store: Store) -> None:
    text = prepared_for(store)
    delete.delete_records(store, record(store, "the move").id, BEGIN)
    back(store, text.replace("the move", "the move to Osaka"))
    assert record(store, "the move").text == "the move to Osaka"


def test_a_box_of_a_record_that_was_deleted_is_told_of(store: Store) -> None:
    text = ticked(prepared_for(store), "the move", "x") + "we met again\n"
    delete.delete_records(store, record(store, "the move").id, BEGIN)
    ((line, said),) = back(store, text).troubles
    assert "the move" in text.split("\n")[line - 1]
    assert "was deleted meanwhile" in said


def test_words_with_somebody_who_was_taken_out_do_not_come_back() -> None:
    with empty() as store:
        log.note_for_next(store, "Mia", "ask about the budget\na: @them bring the numbers", BEGIN)
        text = prepared_for(store)
        changelog.undo(store, 1, BEGIN)
        assert people.everybody(store) == []
        assert back(store, text + "we met\n").meeting.body.split("\n")[-1] == "we met"
        everything = "\n".join(texts(store))
        assert ("budget" in everything, "numbers" in everything) == (False, False)


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("abc", "abc", "abc"),
        ("abxc", "abc", "abxc"),
        ("abxc", "abyc", "abyxc"),
        ("ac", "abc", "ac"),
        ("acb", "abc", "acb"),  # moved by me
        ("bca", "bc", "bc"),  # moved by me, taken out by them
        ("ac", "cab", "ca"),
        ("abxc", "abxc", "abxc"),
        ("xabc", "yabc", "yxabc"),
        ("", "abcx", "x"),
    ],
)
def test_two_changes_of_one_text_are_brought_together(mine: str, theirs: str, both: str) -> None:
    assert "".join(line for line in united([*"abc"], [*mine], [*theirs]) if line) == both


def test_the_same_document_twice_brings_what_was_noted_once(store: Store) -> None:
    text = ticked(prepared_for(store), "pay", "x")
    back(store, text + "we met again\n")
    back(store, text + "and once more\n", LATER + timedelta(days=1))
    everything = "\n".join(texts(store))
    assert [everything.count(w) for w in ("ask about the budget", "bring the numbers", "pay", "the move")] == [
        1,
        1,
        1,
        1,
    ]
    assert record(store, "pay").closed == LATER.date()


def test_undo_takes_all_of_it_back_in_one_step(store: Store) -> None:
    before = exported(store)
    text = ticked(ticked(prepared_for(store), "pay", "x"), "draft the plan", "-")
    back(store, text + "we met again\n")
    after = exported(store)
    changelog.undo(store, 1, LATER)
    assert exported(store) == before
    changelog.redo(store, 1, LATER)
    assert exported(store) == after


# --- where it does not belong -----------------------------------------------------------------------------------------


def test_a_note_takes_no_prepared_document(store: Store) -> None:
    with pytest.raises(Refused, match="prepared for a meeting"):
        log.note_for_next(store, "Mia", prepared_for(store) + "words", LATER)


def test_it_is_refused_for_somebody_else(store: Store) -> None:
    log.log_meeting(store, "Ben", "we met", BEGIN)
    with pytest.raises(Refused, match="with 'Mia'"):
        log.log_meeting(store, "Ben", prepared_for_mia(store), LATER)


def prepared_for_mia(store: Store) -> str:
    person = next(p for p in people.everybody(store) if p.name == "Mia")
    return agenda.document_for(store, person, LATER.date()) + "words"


@pytest.mark.parametrize("kind", ["prepared", "prepared x", "prepared 999999999999", "prepared -1"])
def test_a_head_that_was_spoiled_loses_nothing(store: Store, kind: str) -> None:
    text = prepared_for(store).replace("kind: prepared 3", f"kind: {kind}")
    back(store, text + "we met again\n")
    everything = "\n".join(texts(store))
    for words in ("ask about the budget", "bring the numbers", "pay", "the move", "we met again", "draft the plan"):
        assert everything.count(words) == 1, words
    assert record(store, "draft the plan").status == "open"


def test_an_older_meeting_leaves_the_notes(store: Store) -> None:
    fields = Fields(at=BEGIN - timedelta(days=3))
    text = agenda.document_for(store, mia(store), BEGIN.date(), fields=fields)
    assert "ask about the budget" not in text
    log.log_meeting(store, "Mia", text + "earlier\n", LATER)
    assert meetings.newest(store)[-1].body == "earlier"
    assert [m.body.split("\n")[0] for m in meetings.gathered(store)] == ["ask about the budget"]
