"""A document read back is the document that was written, whatever people put into it."""

from collections import Counter
from datetime import date, datetime

import pytest
from conftest import examples
from hypothesis import given, settings
from strategies import BEN, MIA, meetings, note_text

from onelog.core.calendar import recurrence
from onelog.core.kinds import Record
from onelog.core.model import Action, Checkin, Meeting, Moment, Ref, Topic
from onelog.markdown import document
from onelog.markdown.body import Note, Slot, body_of, joined, lines_of, with_slot
from onelog.markdown.document import Draft, Fields, Item

NOW = datetime.fromisoformat("2026-11-22T14:00+09:00")
PEOPLE = {"me": None, "Mia Tanaka": MIA, "Ben": BEN}


def rebuilt(draft: Draft, like: Meeting) -> Meeting:
    """The meeting that a draft says, with the identity of `like` (what the journal does with names and ids)."""
    who = {**PEOPLE, "them": like.person}
    made: list[Record] = []
    lines: list[Note | Slot] = []
    for number, line in enumerate(draft.lines):
        if isinstance(line, Note):
            lines.append(line)
            continue
        id_ = line.id or f"new{number}"
        lines.append(Slot(line.lead, id_))
        made.append(record(line, id_, who, like))
    f = draft.fields
    return Meeting(
        "m", f.id, like.person, f.at, f.minutes, f.mode, f.mood, f.seen, f.rating, draft.tags, body_of(lines), draft.extra,
        actions=tuple(r for r in made if isinstance(r, Action)), moments=tuple(r for r in made if isinstance(r, Moment)),
        topics=tuple(r for r in made if isinstance(r, Topic)), checkins=tuple(r for r in made if isinstance(r, Checkin)),
    )  # fmt: skip


def record(item: Item, id_: str, who: dict[str, Ref | None], like: Meeting) -> Record:
    words, days = item.words, item.days
    met = like.at.date() if like.at else None
    if item.kind == "action":
        goal = Ref("uid-goal", words["goal"]) if "goal" in words else None
        status = document.STATUS_OF_MARK[item.mark]
        return Action(
            id_, id_, item.text, who[words.get("owner", "me")], like.person, None, goal, days.get("due"), status,
            days.get("opened", met), days.get(status), words.get("why"), item.tags,
        )  # fmt: skip
    if item.kind == "topic":
        status = next((s for s in ("raised", "dropped") if s in days), "parked")
        return Topic(
            id_,
            id_,
            item.text,
            like.person,
            added=days.get("added", met),
            status=status,
            closed=days.get(status),
            why=words.get("why"),
            tags=item.tags,
            rule=recurrence.rule(words["every"]) if "every" in words else None,
            next=days.get("next"),
            becomes=document.feedback_kind(words.get("as", "")) or None,
        )
    if item.kind == "checkin":
        return Checkin(id_, id_, Ref("uid-goal", item.goal), NOW, item.value, item.text)
    giver, receiver = direction(words, item.kind, who)
    return Moment(
        id_, id_, item.kind, item.text, words.get("because"), giver, receiver, like.person,
        resolved=days.get("resolved"), tags=item.tags,
    )  # fmt: skip


def direction(words: object, kind: str, who: dict[str, Ref | None]) -> tuple[Ref | None, Ref | None]:
    keys = dict(words)  # type: ignore[call-overload]  # a mapping
    if kind not in ("praise", "growth"):
        return None, None
    giver, receiver = keys.get("from"), keys.get("to")
    if giver is None:
        giver = "me"
    if receiver is None:
        receiver = "me"
    return who[giver], who[receiver]


@pytest.mark.long
@settings(max_examples=examples(1000))
@given(meetings())
def test_a_document_read_back_writes_the_same_document(meeting: Meeting) -> None:
    text = document.write(meeting)
    assert document.write(rebuilt(document.read(text, NOW), meeting)) == text


@pytest.mark.long
@given(meetings())
def test_nothing_in_a_document_is_a_control_character(meeting: Meeting) -> None:
    assert not [c for c in document.write(meeting) if ord(c) < 32 and c not in "\n\t"]


UNSEEN = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u061c\xad\u034f"
)


@settings(max_examples=examples(200))
@given(meetings())
def test_signs_that_cannot_be_seen_are_in_the_document_as_they_were_typed(meeting: Meeting) -> None:
    """As `\\u200f` they would come back as letters."""
    written = document.write(meeting)
    assert unseen([written]) == unseen(words_of(meeting))
    assert unseen(words_of(rebuilt(document.read(written, NOW), meeting))) == unseen(words_of(meeting))


def unseen(texts: list[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if sign in UNSEEN)


def words_of(meeting: Meeting) -> list[str]:
    """All that the note of a meeting and its records say."""
    records = [*meeting.actions, *meeting.moments, *meeting.topics, *meeting.checkins]
    names = ("text", "because", "why", "outcome")
    notes = [line.text for line in lines_of(meeting.body) if isinstance(line, Note)]
    return notes + [text for record in records for name in names if (text := getattr(record, name, None))]


@pytest.mark.long
@settings(max_examples=examples(200))
@given(meetings(), meetings())
def test_several_documents_in_one_text_come_apart_again(first: Meeting, second: Meeting) -> None:
    texts = [document.write(first), document.write(second)]
    assert [text.strip("\n") for _, text in document.parts("\n".join(texts))] == [t.strip("\n") for t in texts]


@given(note_text)
def test_a_kept_body_comes_apart_into_the_lines_it_was_made_of(text: str) -> None:
    lines = [Note(line) for line in text.split("\n")]
    assert [*lines_of(body_of(lines))] == (lines if body_of(lines) else [])


@settings(max_examples=examples(200))
@given(note_text)
def test_a_raw_text_comes_back_from_its_document(text: str) -> None:
    draft = document.read_raw(text)
    meeting = Meeting("m", "m2m2", MIA, NOW, body=body_of(draft.lines))  # type: ignore[arg-type]  # raw text has notes only
    again = document.read(document.write(meeting), NOW)
    assert [line.text for line in again.lines if isinstance(line, Note)] == [
        line.text
        for line in document.read(document.write(rebuilt(again, meeting)), NOW).lines
        if isinstance(line, Note)
    ]
    assert all(isinstance(line, Note) for line in again.lines)
    assert again.tags == ()


def test_code_left_open_is_closed_before_more_is_added() -> None:
    assert joined("```\ncode", "a note") == "```\ncode\n````````\n\na note"
    assert with_slot("```\ncode", "k7qf") == "```\ncode\n````````\n- ^k7qf"
    assert with_slot("```\ncode\n```", "k7qf") == "```\ncode\n```\n- ^k7qf"


def test_a_meeting_as_people_write_it() -> None:
    draft = document.read(
        "talked about the ads move a: me draft the plan due:fri aha: a small team decides faster mood:4",
        NOW,
        typed=True,
    )
    assert draft.fields == Fields(mood=4)
    assert draft.lines == (
        Note("talked about the ads move"),
        Note(""),
        Item("action", "me draft the plan", days={"due": date(2026, 11, 27)}, line=1),
        Item("aha", "a small team decides faster", line=1),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", [(1, "a\nb")]),
        ("---\nwith: Mia\n---\na", [(1, "---\nwith: Mia\n---\na")]),
        ("words before\n\n---\nwith: Mia\n---\na", [(1, "words before\n"), (3, "---\nwith: Mia\n---\na")]),
        ("\n\n---\nwith: Mia\n---\na", [(3, "---\nwith: Mia\n---\na")]),
        ("", []),
    ],
)
def test_words_before_the_first_head_are_a_document_of_their_own(text: str, expected: list[tuple[int, str]]) -> None:
    assert list(document.parts(text)) == expected
