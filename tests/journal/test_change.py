"""`change`: every kind of record and every field, what is taken and what is refused; as the editor would do it."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, WRITTEN, World, empty, exported, exported_documents, steps

from onelog.core.errors import OnelogError, Refused
from onelog.core.kinds import Record
from onelog.core.model import Meeting, Ref
from onelog.journal import edit, follow_up, goals, log, people, skips
from onelog.journal.change import apply_changes as change
from onelog.markdown import entities
from onelog.markdown.families import CHANGES
from onelog.store import changelog, records
from onelog.store.database import Store
from onelog.store.queries.last_changed import last_record

NOTE = """on:2026-11-20T10:00 len:30m mode:video mood:2 the move, and what it costs +money
a: draft the plan due:2026-11-27 why: the board meets
d: one change
w: shipped it
aha: small is fast because: we were two
p: calm in the storm +care
gr: say it sooner
c: looks tired
f: birthday 12 Mar
x: rather quiet
t: the salary round
g: mau 900000 wrote it"""
KINDS = (
    "action", "ended action", "topic", "feedback to give", "standing topic", "ended topic", "decision", "win", "aha", "fact", "private", "praise", "growth", "concern",
    "settled concern", "checkin", "goal", "ended goal", "meeting", "person", "skip", "move",
)  # fmt: skip


def day(text: str) -> date:
    return date.fromisoformat(text)


def time(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+09:00")


WORDS = ("text:new words", "text", "new words")
WITH, BECAUSE = ("with:ben", "person", "Ben Okafor"), ("because:it was late", "because", "it was late")
SAID = ("on:yesterday", "at", time("2026-11-21T10:00"))
ACTION: dict[str, tuple[str, str, Any]] = {
    "text": WORDS, "owner": ("@ben", "owner", "Ben Okafor"), "due": ("due:+1w", "due", day("2026-12-04")), "by": ("by:eoq", "due", day("2026-12-31")),
    "why": ("why:she knows", "why", "she knows"), "goal": ("goal:mau", "goal", "GOAL"), "with": WITH, "on": ("on:thu", "opened", day("2026-11-19")),
}  # fmt: skip
TOPIC: dict[str, tuple[str, str, Any]] = {
    "text": WORDS,
    "why": ACTION["why"],
    "because": ("because:she knows", "why", "she knows"),
    "with": WITH,
    "on": ("on:thu", "added", day("2026-11-19")),
}
AS = ("as:growth", "becomes", "growth")
EVERY = ("every:4w", "rule", "FREQ=WEEKLY;INTERVAL=4")
MOMENT: dict[str, tuple[str, str, Any]] = {"text": WORDS, "because": BECAUSE, "with": WITH, "on": SAID}
FEEDBACK: dict[str, tuple[str, str, Any]] = {
    **MOMENT,
    "from": ("from:ben", "giver", "Ben Okafor"),
    "to": ("to:ben", "receiver", "Ben Okafor"),
}
OUTCOME = ("outcome:it went well", "outcome", "it went well")
CLOSED = ("closed:yesterday", "closed", day("2026-11-21"))
GOAL: dict[str, tuple[str, str, Any]] = {
    "text": ("title:Two million users", "title", "Two million users"), "with": WITH, "by": ("by:+1m", "by", day("2027-01-31")),
    "due": ("due:2027-03-01", "by", day("2027-03-01")), "metric": ("metric:active users", "metric", "active users"), "start": ("start:500k", "start", 500e3),
    "from": ("from:500k", "start", 500e3), "target": ("target:2M", "target", 2e6), "to": ("to:2M", "target", 2e6), "unit": ("unit:people", "unit", "people"),
    "under": ("under:books", "parent", "OTHER"), "on": ("on:2026-10-01", "opened", day("2026-10-01")),
}  # fmt: skip
TAKEN: dict[str, dict[str, tuple[str, str, Any]]] = {
    "action": ACTION, "ended action": {**ACTION, "outcome": OUTCOME, "closed": CLOSED},
    "feedback to give": {**TOPIC, "as": ("as:praise", "becomes", "praise"), "every": EVERY},
    "topic": {**TOPIC, "as": AS, "every": EVERY}, "standing topic": {**TOPIC, "as": AS, "every": EVERY, "next": ("next:+2w", "next", day("2026-12-06"))}, "ended topic": {**TOPIC, "outcome": OUTCOME, "closed": CLOSED},
    **dict.fromkeys(("decision", "win", "aha", "fact", "private"), MOMENT), "praise": FEEDBACK, "growth": FEEDBACK,
    "concern": MOMENT, "settled concern": {**MOMENT, "on": ("on:sat", "at", time("2026-11-21T14:00")), "outcome": OUTCOME, "closed": ("resolved:yesterday", "resolved", day("2026-11-21"))},
    "checkin": {"text": WORDS, "value": ("value:950k", "value", 950e3), "goal": ("goal:books", "goal", "OTHER"), "on": SAID},
    "goal": GOAL, "ended goal": {**GOAL, "closed": CLOSED},
    "meeting": {
        "with": WITH, "on": SAID, "len": ("len:1h", "minutes", 60), "mode": ("mode:face to face", "mode", "office"), "mood": ("mood:４", "mood", 4),
        "seen": ("seen:3", "seen", 3), "rating": ("rating:5", "rating", 5),
    },
}  # fmt: skip
"""What is taken: what is typed, the field, and what stands there then."""
ENDS = "and is still open"
REFUSED: dict[tuple[str, str], str] = {
    **{(kind, key): "is still open" for kind in ("action", "topic", "feedback to give", "concern", "goal") for key in ("outcome", "closed")},
    **{("standing topic", key): "is still open" for key in ("outcome", "closed")}, **{(kind, "next"): "does not come back" for kind in ("topic", "feedback to give")},
    **{("ended topic", key): "it does not come back" for key in ("every", "next")}, ("ended topic", "as"): "no longer feedback to give",
    ("goal", "outcome"): "it has no outcome: to change",
    **{(kind, "status"): "does not set the status of" for kind in KINDS if kind.split()[-1] in ("action", "topic", "give", "concern", "goal")},
    ("meeting", "text"): "in its document",
    **{("checkin", key): "is a check-in;" for key in ("with", "metric", "unit", "target", "under", "start")},
    **{(kind, "value"): "comes from its check-ins" for kind in ("goal", "ended goal")},
    **{("person", key): "a person" for key in CHANGES}, **{("skip", key): "and cannot be changed" for key in CHANGES},
    **{("move", key): "To change it, plan it again" for key in CHANGES},
}  # fmt: skip
"""What is said of anything else; where nothing stands here, that the record has no such key."""
VALUES = {
    "mood": "4",
    "seen": "4",
    "rating": "4",
    "len": "45m",
    "mode": "video",
    "on": "fri",
    "closed": "fri",
    "due": "fri",
    "by": "fri",
    "as": "growth",
    "every": "4w",
    "next": "mon",
}


@pytest.fixture
def store() -> Iterator[Store]:
    with empty() as found:
        found.db.deserialize(_built()[0])
        yield found


@pytest.fixture
def built() -> dict[str, Record]:
    return dict(_built()[1])


@cache
def _built() -> tuple[bytes, dict[str, Record]]:
    with empty() as found:
        made = build(found)
        return found.db.serialize(), made


def build(store: Store) -> dict[str, Record]:
    """A record of every kind, by its kind."""
    people.add_person(store, "Mia Tanaka", BEGIN, relation="manager", every="2w")
    people.add_person(store, "Ben Okafor", BEGIN, relation="report")
    goals.add(
        store, "A million users", BEGIN, metric="MAU", start=900e3, target=1e6, unit="users", by=day("2026-12-31")
    )
    goals.add(store, "Read twelve books", BEGIN, metric="books")
    meeting = log.log_meeting(store, "mia", NOTE, BEGIN).meeting
    found: dict[str, Record] = {getattr(one, "kind", type(one).__name__.lower()): one for one in meeting.inside}
    at = found["action"].uid, found["topic"].uid
    for kind, text in (
        ("action", "call the bank due:2026-11-27"),
        ("topic", "the new rota"),
        ("concern", "the night shifts"),
    ):
        added = follow_up.add(store, kind, text, BEGIN, "mia", new=False).records[0]
        day_ = BEGIN.date()
        (ended,) = follow_up.close(store, [added.id], day_, "as planned", "done", BEGIN).records
        found[f"{'settled' if kind == 'concern' else 'ended'} {kind}"] = ended
    assert at == (found["action"].uid, found["topic"].uid)
    found["feedback to give"] = follow_up.add(
        store, "topic", "gr: listen first because: the board", BEGIN, "mia"
    ).records[0]
    found["standing topic"] = follow_up.add(store, "topic", "growth every:2w next:2026-11-22", BEGIN, "mia").records[0]
    first, other = (one for one in records.goals(store))
    closed = goals.add(store, "Hire two people", BEGIN, by=day("2026-12-31")).records[0]
    (ended_goal,) = goals.close(store, closed.id, "achieved", BEGIN.date(), BEGIN).records
    skip = skips.skip(store, "mia", BEGIN, why="ill").records[0]
    found |= {
        "meeting": meeting,
        "goal": first,
        "OTHER": other,
        "ended goal": ended_goal,
        "person": records.by_id(store, _mia(store)),
        "skip": skip,
        "move": skips.move(store, "ben", time("2026-12-01T10:00"), BEGIN).records[0],
    }
    for kind in ("ended action", "ended topic", "settled concern"):  # they began before they ended
        began = {"ended action": "opened", "ended topic": "added", "settled concern": "at"}[kind]
        change.change_records(store, [found[kind].id], ["on:2026-11-16"], BEGIN)
        found[kind] = records.by_id(store, found[kind].id)
        assert "2026-11-16" in str(getattr(found[kind], began))
    change.change_records(store, [ended_goal.id], ["on:2026-10-02"], BEGIN)
    return {kind: records.by_id(store, one.id) if kind not in ("skip", "move") else one for kind, one in found.items()}


def _mia(store: Store) -> str:
    return str(
        store.db.execute("SELECT h.id FROM person p JOIN handle h USING (uid) WHERE name LIKE 'Mia%'").fetchone()[0]
    )


def now(store: Store, record: Record) -> Record:
    return records.by_id(store, record.id)


def seen(value: object, built: dict[str, Record]) -> object:
    """A value as the tables have it: a person by the name, a goal by what it is called there."""
    if not isinstance(value, Ref):
        return value
    return {built["goal"].uid: "GOAL", built["OTHER"].uid: "OTHER"}.get(value.uid, value.label)


@pytest.mark.long
@pytest.mark.parametrize(("kind", "key"), list(product(KINDS, CHANGES)))
def test_every_kind_takes_what_its_document_has_and_says_of_all_else_which_command_can(
    store: Store, built: dict[str, Record], kind: str, key: str
) -> None:
    record, before, n = built[kind], exported(store), changelog.count(store)
    row = TAKEN.get(kind, {}).get(key)
    if row is None:
        said = REFUSED.get((kind, key), f"it has no {key}: to change")
        typed = "@ben" if key == "owner" else f"{key}:{VALUES.get(key, 'words')}"
        with pytest.raises(Refused, match=re.escape(said)) as error:
            change.change_records(store, [record.id], [typed], BEGIN)
        assert error.value.hint.startswith(("onelog ", "It has: ", "The records in it have one "))
        assert (exported(store), changelog.count(store)) == (before, n)
        return
    typed, field, value = row
    told = change.change_records(store, [record.id], [typed], BEGIN)
    assert seen(getattr(now(store, record), field), built) == value
    assert field in [one.name for one in told.fields]
    changelog.undo(store, 1, BEGIN)
    assert exported(store) == before


TOPICS = ("topic", "feedback to give", "standing topic", "ended topic")


def edited(document: str, kind: str, key: str, value: str) -> str:
    """The document with one field said by hand, as somebody would write it there."""
    key = "why" if key == "because" and kind in TOPICS else key
    value = f'"{value}"' if " " in value and key in ("from", "to") else value
    if kind in ("goal", "ended goal"):
        name = {"text": "title", "due": "by", "start": "from", "target": "to"}.get(key, key)
        name = {"on": "opened"}.get(name, name)
        return re.sub(rf"(?m)^{name}:.*$", f"{name}: {value}", document)
    if kind == "meeting" or key == "with" or (key == "on" and "\nat:" in document):
        return re.sub(rf"(?m)^{ {'on': 'at'}.get(key, key) }:.*$", f"{ {'on': 'at'}.get(key, key) }: {value}", document)
    head, line, id_ = re.fullmatch(r"(?s)(.*\n)(- .*?)( \^\w+\n)", document).groups()  # type: ignore[union-attr]  # so one record is written
    if key == "every":
        return f"{head}{re.sub(r' every:[^ ]+', '', line)} every:{value}{id_}"
    if key == "owner":
        return f"{head}{re.sub(r' @[^ ]+', '', line)} @{value}{id_}"
    if key == "text":
        return head + line.replace(WAS[kind], value, 1) + id_
    if key == "value":
        return head + line.replace("900000", value, 1) + id_
    if key == "goal" and kind == "checkin":
        return head + re.sub(r"(?<=\*\* )\w+", value, line) + id_
    name = {("action", "on"): "opened", ("ended action", "on"): "opened"}.get(
        (kind, key), {"on": "added", "by": "due"}.get(key, key)
    )
    if name == "closed":
        name = {"ended action": "done", "ended topic": "raised", "settled concern": "resolved"}[kind]
    if key in ("why", "because", "outcome"):
        rest = re.sub(rf" {key}: .*?(?= (?:why|because|outcome): |$)", "", line)
        tails = {
            one: found[0]
            for one in ("why", "because", "outcome")
            if (found := re.search(rf" {one}: .*?(?= (?:why|because|outcome): |$)", rest))
        }
        return (
            head + rest + f" {key}: {value}" + id_
            if not tails or key != "why"
            else head
            + rest.replace(next(iter(tails.values())), "")
            + f" {key}: {value}"
            + "".join(tails.values())
            + id_
        )
    tail = re.search(r" (?:why|because|outcome): .*$", line)
    tail_text = tail[0] if tail else ""
    bare = line[: len(line) - len(tail_text)]
    if key in ("from", "to"):
        bare = re.sub(r" (?:from|to):(?:\"[^\"]*\"|\S+)", "", bare)
    return head + re.sub(rf" {name}:\S+", "", bare) + f" {name}:{value}" + tail_text + id_


WAS = {
    "action": "draft the plan", "ended action": "call the bank", "topic": "the salary round", "feedback to give": "listen first", "ended topic": "the new rota", "standing topic": "growth", "decision": "one change",
    "win": "shipped it", "aha": "small is fast", "praise": "calm in the storm +care", "growth": "say it sooner", "concern": "looks tired",
    "settled concern": "the night shifts", "fact": "birthday 12 Mar", "private": "rather quiet", "checkin": "wrote it",
}  # fmt: skip
ROWS = [(kind, key) for kind, rows in TAKEN.items() for key in rows]


def written(value: Any, key: str) -> str:
    """A value as a document has it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, float):
        return f"{value:.0f}"
    if key == "every":
        return "4w"
    return f"{value}m" if key == "len" else {"Ben Okafor": "Ben Okafor"}.get(str(value), str(value))


@pytest.mark.long
@pytest.mark.parametrize(("kind", "key"), ROWS)
def test_a_change_is_what_the_editor_makes_of_the_same_field(
    monkeypatch: pytest.MonkeyPatch, built: dict[str, Record], kind: str, key: str
) -> None:
    monkeypatch.setenv("ONELOG_SEED", "7")  # what both make has the same ids
    record = built[kind]
    typed, _, value = TAKEN[kind][key]
    ids = {"GOAL": built["goal"].id, "OTHER": built["OTHER"].id}
    said = "ben" if key == "owner" else ids.get(str(value), written(value, key))
    before = entities.write(record, blanks=True)
    text = edited(before, kind, key, said)
    assert text != before

    def came(do: Callable[[Store], object]) -> tuple[str, str]:
        with empty() as store:
            store.db.deserialize(_built()[0])
            do(store)
            return exported(store), exported_documents(store)

    by_change = came(lambda store: change.change_records(store, [record.id], [typed], BEGIN))
    assert by_change == came(lambda store: edit.apply_edit(store, record, text, BEGIN, before=before))


# --- what else can be said


def test_a_day_away_counts_from_the_day_that_is_there_and_none_takes_it_away(
    store: Store, built: dict[str, Record]
) -> None:
    action, goal = built["action"].id, built["goal"].id
    for typed, there in (
        ("due:+1w", "2026-12-04"),
        ("due:-2d", "2026-12-02"),
        ("期限:+1m", "2027-01-02"),
        ("due:none", None),
        ("due:+3d", "2026-11-25"),
        ("due:なし", None),
    ):
        change.change_records(store, [action], [typed], BEGIN)
        changed: Any = records.by_id(store, action)
        assert changed.due == (there and day(there)), typed
    change.change_records(store, [goal], ["by:-1w", "unit:none"], BEGIN)
    changed = records.by_id(store, goal)
    assert (changed.by, changed.unit) == (day("2026-12-24"), None)


def test_several_records_are_changed_at_once_each_from_its_own_day_and_taken_back_at_once(
    store: Store, built: dict[str, Record]
) -> None:
    ids = [
        follow_up.add(store, "action", f"send it due:{due}", BEGIN).records[0].id
        for due in ("2026-11-25", "2026-12-01")
    ]
    before = exported(store)
    told = change.change_records(store, [*ids, ids[0]], ["due:+1w", "@ben", "why:she", "knows", "+budget"], BEGIN)
    found = [records.by_id(store, id_) for id_ in ids]
    assert [(one.due, one.owner and one.owner.label, one.why, one.tags) for one in found] == [  # type: ignore[union-attr]  # they are actions
        (day("2026-12-02"), "Ben Okafor", "she knows", ("budget",)), (day("2026-12-08"), "Ben Okafor", "she knows", ("budget",)),
    ]  # fmt: skip
    assert [one.id for one in told.records] == ids
    assert len(changelog.undo(store, 1, BEGIN)) == 1
    assert exported(store) == before


def test_all_or_none_is_changed(store: Store, built: dict[str, Record]) -> None:
    before = exported(store)
    with pytest.raises(Refused, match="has no due"):
        change.change_records(store, [built["action"].id, built["meeting"].id], ["due:fri"], BEGIN)
    assert exported(store) == before


@pytest.mark.parametrize(
    ("kind", "text", "typed", "became", "tags"),
    [
        ("action", "call the bank", "+money", "call the bank +money", ("money",)),
        ("action", "call the bank +money", "-money", "call the bank", ()),
        ("action", "ask the +ads team +money", "-ads", "ask the ads team +money", ("money",)),
        ("action", "+ads", "-ads", "ads", ()),
        ("action", "call the bank", "-money", "call the bank", ()),
        ("action", "call the bank +money", "+money", "call the bank +money", ("money",)),
        ("win", "発表した", "＋計画", "発表した +計画", ("計画",)),
        ("win", "発表した #計画", "-計画", "発表した", ()),
        ("aha", "see `+code` +x", "-code", "see `+code` +x", ("x",)),
    ],
)  # fmt: skip
def test_a_tag_is_a_word_of_the_record(
    store: Store, kind: str, text: str, typed: str, became: str, tags: tuple[str, ...]
) -> None:
    added = follow_up.add(store, kind, text, BEGIN).records[0]
    change.change_records(store, [added.id], [typed], BEGIN)
    found: Any = records.by_id(store, added.id)
    assert (found.text, found.tags) == (became, tags)


@pytest.mark.parametrize(
    ("note", "typed", "notes"),
    [
        ("we met", "+money", "we met +money"), ("we met +money", "-money", "we met"), ("the +ads team", "-ads", "the ads team"),
        ("one\n\n```\ncode +x", "+money", None), ("a: call", "+money", "+money"), ("", "+money", "+money"),
    ],
)  # fmt: skip
def test_a_tag_of_a_meeting_stands_in_its_note(store: Store, note: str, typed: str, notes: str | None) -> None:
    meeting = (
        log.log_meeting(store, "mia", note or "x", BEGIN).meeting
        if note
        else log.log_meeting(store, "mia", "mood:3", BEGIN).meeting
    )
    change.change_records(store, [meeting.id], [typed], BEGIN)
    found = records.by_id(store, meeting.id)
    assert isinstance(found, Meeting)
    assert found.tags == (("money",) if typed[0] == "+" else ())
    assert (
        notes is None
        or found.body.replace(f"- ^{'x' * 4}", "").split("- ^")[0].strip() in (notes, "")
        or notes in found.body
    )
    assert edit.apply_edit(store, found, entities.write(found), BEGIN).records == ()


def test_new_words_keep_what_looks_like_a_key_or_a_label_as_words(store: Store, built: dict[str, Record]) -> None:
    for text in (
        "due:fri is text @ben",
        "a: b",
        "why: not +tag",
        "\\a: odd",
        "-",
        "1. first",
        "[x] box",
        "^k7qf",
        "文。期限:金",
    ):
        for kind in ("action", "topic", "praise", "concern", "win"):
            change.change_records(store, [built[kind].id], [f"text:{text}"], BEGIN)
            found: Any = records.by_id(store, built[kind].id)
            assert found.text == text, kind


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["due:frii"], "due: 'frii' is not a day"), (["mood:9"], "it has no mood"), (["due:"], "due: has nothing after it"),
        (["due:fri", "due:sat"], "due: appears twice"), (["due:fri", "by:sat"], "appears twice"), (["dew:fri"], "dew: cannot be changed"),
        (["@nobodylike"], ""), (["@mya"], "nobody is called mya; did you mean Mia Tanaka"), (["goal:nothing-so"], "No goal fits"),
        (["with:none"], "has to be with somebody"), (["text:none"], ""), (["on:none"], "needs its on"), (["text:x: secret"], "These words have a private label"),
        (["budget"], "'budget' is not a change"), ([], "Say how to change it"), (["@them"], ""),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_and_nothing_is_changed(
    store: Store, built: dict[str, Record], words: list[str], said: str
) -> None:
    before = exported(store)
    if said:
        with pytest.raises(OnelogError, match=re.escape(said)):
            change.change_records(store, [built["action"].id], words, BEGIN)
        assert exported(store) == before
    else:
        assert change.change_records(store, [built["action"].id], words, BEGIN).fields


def test_feedback_is_from_one_and_to_the_other(store: Store, built: dict[str, Record]) -> None:
    id_ = built["praise"].id
    for words, ways in (
        (["from:me"], (None, "Mia Tanaka")), (["from:ben"], ("Ben Okafor", None)), (["from:ben", "to:mia"], ("Ben Okafor", "Mia Tanaka")),
        (["to:me"], ("Mia Tanaka", None)), (["to:them"], (None, "Mia Tanaka")),
    ):  # fmt: skip
        change.change_records(store, [id_], words, BEGIN)
        found: Any = records.by_id(store, id_)
        assert (found.giver and found.giver.label, found.receiver and found.receiver.label) == ways, words
    with pytest.raises(Refused, match="from and to the same"):
        change.change_records(store, [id_], ["from:me", "to:me"], BEGIN)


def test_what_was_not_understood_goes_when_it_is_said_rightly(store: Store) -> None:
    meeting = log.log_meeting(store, "mia", "we met on:blub a: send it due:frii now", BEGIN).meeting
    (action,) = meeting.actions
    assert action.text == "send it due:frii now"
    change.change_records(store, [action.id], ["due:fri"], BEGIN)
    change.change_records(store, [meeting.id], ["on:yesterday"], BEGIN)
    found = records.by_id(store, meeting.id)
    assert isinstance(found, Meeting)
    assert (found.actions[0].text, found.actions[0].due, found.body.split("\n\n")[1]) == (
        "send it now",
        day("2026-11-27"),
        "we met",
    )


def test_a_meeting_that_is_anothers_leaves_what_was_gathered_and_turns_feedback(store: Store) -> None:
    log.note_for_next(store, "mia", "ask about pay t: the office", BEGIN)
    meeting = log.log_meeting(store, "mia", "p: calm", BEGIN).meeting
    change.change_records(store, [meeting.id], ["with:ben"], BEGIN)
    found: Any = records.by_id(store, meeting.id)
    assert (found.person.label, found.moments[0].receiver.label, found.topics) == ("Ben Okafor", "Ben Okafor", ())
    assert "ask about pay" in exported_documents(store)


# --- property

CHANGED = st.lists(
    st.sampled_from((
        "due:+1w", "due:none", "@ben", "@me", "why:it is late", "why:none", "text:other words +new", "on:yesterday", "mood:4", "len:1h", "mode:walk",
        "with:m", "with:ben", "+added", "-teams", "because:two", "from:me", "by:eoq", "target:5", "unit:none", "value:3", "goal:none", "seen:none",
    )),
    min_size=1, max_size=3, unique_by=lambda word: word[:3],
)  # fmt: skip


@pytest.mark.long
@given(steps, st.integers(0, 30), CHANGED)
@settings(max_examples=60)
def test_a_change_that_is_undone_gives_the_same_bytes(done: list[Any], n: int, words: list[str]) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        before, count = (exported(store), exported_documents(store)), changelog.to_undo(store)
        world.take(lambda w: change.change_records(w.store, [w.id(n, *WRITTEN)], words, w.now))
        if changelog.to_undo(store) != count:
            changed = exported(store)
            for kind in WRITTEN:  # what it wrote is written as documents have it
                for (uid,) in store.db.execute(f"SELECT uid FROM {kind}").fetchall():
                    record = records.by_uid(store, kind, uid)
                    assert record is not None
                    assert edit.apply_edit(store, record, entities.write(record), world.now).records == ()
            assert exported(store) == changed
            changelog.undo(store, 1, world.now)
        assert (exported(store), exported_documents(store)) == before


# --- last


def test_last_is_what_a_command_was_about(store: Store) -> None:
    meeting = log.log_meeting(store, "mia", "we met a: call c: tired", BEGIN).meeting
    assert last_record(store) == meeting.id
    assert last_record(store, ("action",)) == meeting.actions[0].id
    change.change_records(store, [meeting.actions[0].id], ["due:fri"], BEGIN)
    assert last_record(store) == meeting.actions[0].id
    added = follow_up.park(store, "zoe", "pay", BEGIN, new=True).records[0]
    assert last_record(store) == added.id
    people.edit_person(store, "zoe", BEGIN, every="3w")
    zoe: Any = records.by_id(store, last_record(store))
    assert zoe.name == "zoe"
    changelog.undo(store, 2, BEGIN)
    assert last_record(store) == meeting.actions[0].id
