"""What is forgotten was never there: not in a record, not in the search index, not in any state that undo leads back to."""

import json
from datetime import timedelta
from typing import Any

import pytest
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import (
    BEGIN,
    KINDS,
    PEOPLE,
    Step,
    World,
    answering,
    any_step,
    empty,
    exported,
    skipping,
    taking_back,
)  # fmt: skip
from test_take_back import _index, _index_made_anew

from onelog.core.errors import Message
from onelog.journal import edit, goals, log, people
from onelog.markdown import body, entities
from onelog.store import changelog, records
from onelog.store.changelog_fold import log_lines
from onelog.store.checksum import checksum
from onelog.store.database import Store
from onelog.store.vault import erasure

number = st.integers(0, 30)
RECKONED = ("last_met", "next_due", "overdue", "current", "pace")
"""What an export tells of a record that comes from others."""


RICH = """we met
a: draft the plan due:fri
a: @Ben sends the list goal:mau
p: clear talk from:"Mia Tanaka" +talking
t: pay
g: mau 950000 wrote it
g: books 3
x: tired"""


def begun(w: World) -> None:
    """Three people, goals of two of them, and a meeting with each in which the others have their part."""
    for name in PEOPLE:
        people.add_person(w.store, name, w.now)
    goals.add(w.store, "mau to a million", w.now, who="Mia", start=900000.0, target=1000000.0)
    goals.add(w.store, "books", w.now, who="Ben", under="mau")
    for name in PEOPLE:
        log.log_meeting(w.store, name, RICH, w.now)
    people.edit_person(w.store, "Ben", w.now, every="2w")
    for n, name in enumerate(PEOPLE):
        skipping(n, f"{name} is away", 3)(w)
    for kind in KINDS[:-1]:
        answering(0, "promise", f"seen, that {kind}", kind)(w)


def handed(n: int, kind: str, name: str) -> Step:
    """Somebody finds that a meeting, a goal or a promise was with somebody else."""

    def change(document: str) -> str:
        lines = document.split("\n")
        return "\n".join(f"with: {name}" if line.startswith("with:") else line for line in lines)

    def step(w: World) -> object:
        record = records.by_id(w.store, w.id(n, kind))
        return edit.apply_edit(w.store, record, change(entities.write(record, "en", blanks=True)), w.now)

    return step


kinds = st.sampled_from(["meeting", "meeting", "goal", "goal", "action", "moment", "topic"])
handing = st.builds(handed, st.integers(0, 2), kinds, st.sampled_from(PEOPLE))
answered = st.builds(answering, st.integers(0, 2), st.just("promise"), st.just("seen"), kinds)
mostly = st.integers(0, 9).flatmap(
    lambda n: handing if n < 5 else answered if n < 6 else taking_back if n < 8 else any_step
)
handing_over = st.lists(mostly, min_size=2, max_size=8)
some_steps = st.lists(any_step | taking_back, min_size=2, max_size=12)


def uid_of(store: Store, n: int) -> str:
    """The uid of any record that ever was."""
    uids = [uid for (uid,) in store.db.execute("SELECT uid FROM handle ORDER BY n")]
    return str(uids[n % len(uids)]) if uids else ""


def dump(store: Store) -> str:
    """Everything in the tables, but the ids that are never to be given again."""
    return "\n".join(line for line in store.db.iterdump() if not line.startswith('INSERT INTO "handle"'))


def is_sound(store: Store) -> None:
    """The journal is whole, and every part of it in step with the others."""
    assert store.db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    stand: dict[str, Any] = {row["uid"]: row for kind in KINDS for row in _rows(store, kind)}
    sums = dict(store.db.execute("SELECT uid, sum FROM handle WHERE sum IS NOT NULL"))
    assert sums == {uid: checksum(row) for uid, row in stand.items()}
    for line in reversed(list(log_lines(store.db))):  # from today backwards, every step ends at what there is
        row = stand.get(line.uid)
        assert (line.after is None) == (row is None), line
        assert {**(row or {}), **(line.after or {})} == (row or {}), line
        stand[line.uid] = {**(row or {}), **line.before} if line.before else None
    assert _index(store) == _index_made_anew(store)
    every_line_has_its_record(store)


def _rows(store: Store, kind: str) -> list[dict[str, Any]]:
    cursor = store.db.execute(f"SELECT * FROM {kind}")
    return [dict(zip([column[0] for column in cursor.description], row, strict=True)) for row in cursor]


def every_line_has_its_record(store: Store) -> None:
    """What is pointed at is there, and in a meeting's document stands a line for each of its records."""
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
    stand = {uid for kind in KINDS for (uid,) in store.db.execute(f"SELECT uid FROM {kind}")}
    assert {uid for (uid,) in store.db.execute("SELECT about_uid FROM answer")} <= stand
    inside: dict[str, set[str]] = {}
    for kind in ("action", "moment", "topic", "checkin"):
        for uid, id_ in store.db.execute(f"SELECT meeting_uid, id FROM {kind} WHERE meeting_uid IS NOT NULL"):
            inside.setdefault(uid, set()).add(id_)
    for meeting in _rows(store, "meeting"):
        lines = {line.id for line in body.lines_of(meeting["body"]) if isinstance(line, body.Slot)}
        assert lines == inside.get(meeting["uid"], set())


def left_of(text: str, gone: set[str]) -> Any:
    """An export without what goes, and without what points at it."""

    def kept(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: kept(part) for name, part in value.items() if name not in RECKONED}
        if isinstance(value, list):
            return [kept(part) for part in value if not (isinstance(part, dict) and part.get("uid") in gone)]
        return value

    return kept(json.loads(text))


@pytest.mark.long
@given(some_steps, number)
@settings(max_examples=examples(40))
def test_what_is_erased_is_in_no_state_of_the_journal_and_all_others_stay(done: list[Step], n: int) -> None:
    erased_and_checked(done, n)


@pytest.mark.long
@given(handing_over, st.integers(0, 2))
@settings(max_examples=examples(40))
def test_what_was_somebodys_and_is_now_anothers_begins_when_it_became_so(done: list[Step], n: int) -> None:
    erased_and_checked([begun, *done], n)


def relined(n: int, old: str, *new: str) -> Step:
    """A line of a meeting's document is taken out of it, or becomes others."""

    def step(w: World) -> object:
        record = records.by_id(w.store, w.id(n, "meeting"))
        lines = entities.write(record, "en", blanks=True).split("\n")
        changed = [text for line in lines for text in (new if old in line else [line])]
        assert changed != lines
        return edit.apply_edit(w.store, record, "\n".join(changed), w.now, lambda _: True)

    return step


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize(
    "between",
    [
        [handed(2, "moment", "Ben")],
        [handed(2, "moment", "田中 花子")],
        [handed(1, "meeting", "田中 花子"), handed(2, "moment", "Ben"), handed(1, "meeting", "Mia Tanaka")],
        [relined(1, "Goal:**")],
        [relined(1, "draft the plan")],
        [relined(1, "pay", "- **Goal:** books 4 more")],
        [relined(1, "tired", "- [ ] write to all", "- **Topic:** rooms")],
        [relined(1, "Goal:**"), handed(0, "goal", "Ben"), lambda w: changelog.undo(w.store, 1, w.now)],
    ],
    ids=["Ben's own", "a third's", "by way of a third", "check-in out", "action out", "check-in in", "action in", "undone"],
)  # fmt: skip
@pytest.mark.parametrize("way", ["Ben", "田中 花子", "undo"])
def test_a_meeting_that_was_anothers_for_a_while_holds_the_records_that_name_it(between: list[Step], way: str) -> None:
    """Lines come and go while the meeting is Mia's, who is forgotten: before and after, it and they agree."""
    back: Step = (lambda w: changelog.undo(w.store, 1, w.now)) if way == "undo" else handed(1, "meeting", way)
    erased_and_checked([begun, handed(1, "meeting", "Mia Tanaka"), *between, back], 0)


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize("n", [0, 1], ids=["first hers", "first Ben's"])
@pytest.mark.parametrize("kind", ["meeting", "goal"])
@pytest.mark.parametrize(
    "way",
    [
        "Ben", "Mia 田中 undo Ben", "Mia undo Ben", "Ben Mia undo 田中", "Ben Mia 田中 undo undo redo Ben",
        "Mia 田中 undo undo Ben Mia 田中",
    ],
)  # fmt: skip
def test_whoever_had_it_in_between_is_left_out(way: str, kind: str, n: int) -> None:
    """The same record goes from one to the other, and some of that is taken back."""
    back: dict[str, Step] = {
        "undo": lambda w: changelog.undo(w.store, 1, w.now), "redo": lambda w: changelog.redo(w.store, 1, w.now)
    }  # fmt: skip
    steps = [back.get(word) or handed(n, kind, word) for word in way.split()]
    erased_and_checked([begun, *steps], 0)


@given(some_steps, st.integers(0, 14))
@settings(max_examples=examples(40))
def test_a_log_that_is_cut_at_its_beginning_leads_back_to_there_and_no_further(done: list[Step], days: int) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
            world.now += timedelta(hours=23)
        before, cut = exported(store), (BEGIN + timedelta(days=days)).date()
        many, late = erasure.older(store, cut)
        left = changelog.count(store) - many
        pruned = erasure.prune(store, cut, "history --prune", world.now)
        assert (pruned.changes, pruned.stay, late) == (many, 0, 0)
        assert changelog.count(store) == left + bool(many)
        assert exported(store) == before
        is_sound(store)
        seen = [before]
        while changelog.undo(store, 1, world.now):
            seen.append(exported(store))
        if many == 0:
            assert not json.loads(seen[-1])["people"]
        for state in seen[-2::-1]:
            changelog.redo(store, 1, world.now)
            assert exported(store) == state
        is_sound(store)


def erased_and_checked(done: list[Step], n: int) -> None:
    """Does the steps, erases the record that was made as the n-th, and looks at all that is left."""
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        uid = uid_of(store, n)
        extent = erasure.extent(store, [uid])
        before = exported(store)
        erasure.erase(store, [uid], "forget a person", world.now)
        erasure.rewrite_file(store, Message("errors.history.erased_out"))
        assert not [u for u in extent.ids if u in dump(store)]
        assert not [i for i in extent.ids.values() if f"^{i}" in dump(store)]
        is_sound(store)
        wanted, found = left_of(before, set(extent.ids)), left_of(exported(store), set())
        assert _without_links(wanted, extent) == _without_links(found, extent)
        back_and_forth(store)


def _without_links(value: Any, extent: erasure.Extent) -> Any:
    """The places where what goes is named in what stays: a note's lines, an action's goal, the goal above a goal."""
    gone = {*extent.ids.values(), *(f"^{id_}" for id_ in extent.ids.values())}
    if isinstance(value, dict):
        return {name: _without_links(part, extent) for name, part in value.items()}
    if isinstance(value, list):
        return [_without_links(part, extent) for part in value]
    if isinstance(value, str):
        lines = [line for line in value.split("\n") if not any(line.endswith(id_) for id_ in gone)]
        return "\n".join(lines).strip("\n") or None
    return value


def back_and_forth(store: Store) -> None:
    """Everything can be taken back one by one, and done again."""
    now = BEGIN + timedelta(days=9)
    seen = [exported(store)]
    while changelog.undo(store, 1, now):
        every_line_has_its_record(store)
        seen.append(exported(store))
    is_sound(store)
    assert sum(store.db.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] for kind in KINDS) == 0
    for state in seen[-2::-1]:
        assert changelog.redo(store, 1, now)
        assert exported(store) == state
    assert changelog.redo(store, 1, now) == []
    is_sound(store)
