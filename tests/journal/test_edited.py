"""A changed line of a document changes that record, and just that: seen in the export and in the history."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import DEMO_NOW
from random_journal import exported

from onelog.core.errors import OnelogError
from onelog.core.model import Action
from onelog.journal import edit, follow_up
from onelog.markdown import entities
from onelog.store import changelog, records
from onelog.store.database import Store

pytestmark = pytest.mark.posix

NOW = datetime.fromisoformat(DEMO_NOW)
Difference = dict[tuple[str, str], tuple[Any, Any]]
NOT_A_COLUMN = {"notes", "current", "pace", "overdue", "next_due", "last_met", "person of all"}
COLUMNS = {"owner": "owner_uid", "goal": "goal_uid", "parent": "parent_uid", "from": "giver_uid", "to": "receiver_uid"}


@pytest.fixture
def store(demo_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the demo's journal."""
    file = tmp_path / "copy.db"
    file.write_bytes(demo_file.read_bytes())
    file.chmod(0o600)
    with Store(file, write=True) as store:
        store.db.execute("PRAGMA synchronous = OFF")
        yield store


def flat(text: str) -> dict[str, dict[str, Any]]:
    """Every record of an export by its id, without the records inside it."""
    found: dict[str, dict[str, Any]] = {}

    def take(record: dict[str, Any]) -> None:
        inside = [v for k, v in record.items() if isinstance(v, list) and v and isinstance(v[0], dict) and "id" in v[0]]
        for one in (one for group in inside for one in group):
            take(one)
        nested = ("actions", "moments", "topics", "checkins")
        found[record["id"]] = {k: v for k, v in record.items() if k not in nested}

    for group in json.loads(text).values():
        for record in group if isinstance(group, list) else ():
            take(record)
    return found


def difference(before: str, after: str) -> Difference:
    """(id, key) -> (value before, value after) of all that is not the same; a record as a whole has the key ""."""
    old, new = flat(before), flat(after)
    found: Difference = {}
    for id_ in old.keys() | new.keys():
        if id_ not in old or id_ not in new:
            found[id_, ""] = (id_ in old, id_ in new)
        else:
            found |= {(id_, k): (old[id_][k], new[id_][k]) for k in old[id_] if old[id_][k] != new[id_][k]}
    return found


def apply(store: Store, id_: str, change: Callable[[str], str], gone: bool = False) -> Difference:
    """What an edit changes in the export."""
    before = exported(store)
    record = records.by_id(store, id_)
    document = entities.write(record, blanks=True)
    changed = change(document)
    assert changed != document, "the edit does not touch the document"
    edit.apply_edit(store, record, changed, NOW, lambda _: gone)
    return difference(before, exported(store))


def logged(store: Store) -> set[tuple[str, str]]:
    """(id, column) of what the newest change of the history says."""
    newest = changelog.history(store, limit=1)[0]
    return {(line.id, column) for line in newest.lines for column in line.after or {}}


class Edit(NamedTuple):
    """One change of one document, and all that it may change."""

    about: str
    id: str
    old: str
    new: str
    changes: Difference


def edits() -> Iterator[Edit]:
    yield from _in_actions()
    yield from _in_moments()
    yield from _in_fields()
    yield from _in_others()


def _in_actions() -> Iterator[Edit]:
    today = "2026-11-20"
    yield Edit("tick a box", "ytbp", "- [ ] write the head", "- [x] write the head",
        {("z6yk", "status"): ("open", "done"), ("z6yk", "closed"): (None, today)})  # fmt: skip
    yield Edit("drop a box", "ytbp", "- [ ] write the head", "- [-] write the head",
        {("z6yk", "status"): ("open", "dropped"), ("z6yk", "closed"): (None, today)})  # fmt: skip
    yield Edit("tick with a day", "ytbp", "- [ ] write the ", "- [x] done:2026-11-19 write the ",
        {("z6yk", "status"): ("open", "done"), ("z6yk", "closed"): (None, "2026-11-19")})  # fmt: skip
    yield Edit("another day", "ytbp", "due:2026-11-27", "due:2026-12-01",
        {("z6yk", "due"): ("2026-11-27", "2026-12-01")})  # fmt: skip
    yield Edit("no day", "ytbp", " due:2026-11-27", "", {("z6yk", "due"): ("2026-11-27", None)})
    yield Edit("owner to me", "ytbp", " @them due", " due", {("xgvf", "owner"): ("Mia Tanaka", "me")})
    yield Edit(
        "owner to somebody", "ytbp", " @them due", " @ben due", {("xgvf", "owner"): ("Mia Tanaka", "Ben Okafor")}
    )
    yield Edit("words", "ytbp", "ask Watanabe-san for the", "beg Watanabe-san for the", {
        ("xgvf", "text"): ("ask Watanabe-san for the exception", "beg Watanabe-san for the exception")})  # fmt: skip
    yield Edit("why", "ytbp", "why: the budget closes on 4 December and she wants a week with it", "why: it closes", {
        ("z6yk", "why"): ("the budget closes on 4 December and she wants a week with it", "it closes")})  # fmt: skip
    yield Edit("goal", "ytbp", "goal:c2gr", "goal:s7kg", {("z6yk", "goal"): ("c2gr", "s7kg")})
    yield Edit("no goal", "ytbp", " goal:c2gr", "", {("z6yk", "goal"): ("c2gr", None)})
    yield Edit("a tag", "ytbp", "pages, with", "pages, +money with", {
        ("z6yk", "tags"): ([], ["money"]), ("z6yk", "text"): (
            "write the headcount case for January, two pages, with me drawn in",
            "write the headcount case for January, two pages, +money with me drawn in")})  # fmt: skip


def _in_moments() -> Iterator[Edit]:
    yield Edit("concern to win", "ytbp", "**Concern:**", "**Win:**", {("bbyc", "kind"): ("concern", "win")})
    yield Edit("aha to win", "2qd2", "**Aha:**", "**Win:**", {("rpk6", "kind"): ("aha", "win")})
    yield Edit("a label in Japanese", "2qd2", "**Aha:**", "気づき：", {})
    yield Edit("direction", "ytbp", " from:them ^bspq", " to:them ^bspq", {
        ("bspq", "from"): ("Mia Tanaka", "me"), ("bspq", "to"): ("me", "Mia Tanaka")})  # fmt: skip
    yield Edit("concern resolved", "ytbp", " ^bbyc", " resolved:2026-11-18 ^bbyc",
        {("bbyc", "resolved"): (None, "2026-11-18")})  # fmt: skip
    yield Edit("topic raised", "ytbp", " ^bmdv", " raised:2026-11-18 ^bmdv", {
        ("bmdv", "status"): ("parked", "raised"), ("bmdv", "closed"): (None, "2026-11-18")})  # fmt: skip
    yield Edit("check-in", "ytbp", "s7kg 11 the", "s7kg 12 the", {
        ("6k64", "value"): (11, 12), ("s7kg", "current"): (11, 12)})  # fmt: skip


def _in_fields() -> Iterator[Edit]:
    yield Edit("mode", "ytbp", "mode: office", "mode: walk", {("ytbp", "mode"): ("office", "walk")})
    yield Edit("mood", "ytbp", "mood: 3", "mood: 5", {("ytbp", "mood"): (3, 5)})
    yield Edit("no mood", "ytbp", "mood: 3", "mood:", {("ytbp", "mood"): (3, None)})
    yield Edit("seen", "ytbp", "seen: 3", "seen: 1", {("ytbp", "seen"): (3, 1)})
    yield Edit("rating", "ytbp", "rating: 4", "rating: 2", {("ytbp", "rating"): (4, 2)})
    yield Edit("length", "ytbp", "len: 50m", "len: 1h", {("ytbp", "minutes"): (50, 60)})
    yield Edit("another program's key", "ytbp", "mode: office", "mode: office\ncssclass: wide",
        {("ytbp", "extra"): ("", "cssclass: wide")})  # fmt: skip


def _in_others() -> Iterator[Edit]:
    yield Edit("title of a goal", "s7kg", "Twelve presentations", "Thirteen presentations", {
        ("s7kg", "title"): (
            "Twelve presentations in Japanese, without a script", "Thirteen presentations in Japanese, without a script")})  # fmt: skip
    yield Edit(
        "day of a goal", "s7kg", "by: 2027-01-31", "by: 2027-02-28", {("s7kg", "by"): ("2027-01-31", "2027-02-28")}
    )
    yield Edit("target of a goal", "s7kg", "to: 12", "to: 13", {("s7kg", "target"): (12, 13)})
    yield Edit("parent of a goal", "s7kg", "under: c2gr", "under:", {("s7kg", "parent"): ("c2gr", None)})
    yield Edit("value of a check-in", "s7kg", "+09:00 6 Ogawa", "+09:00 7 Ogawa", {("vb2b", "value"): (6, 7)})
    yield Edit("words of a check-in", "s7kg", "one joke, it landed", "two jokes", {
        ("d724", "text"): ("the operations weekly, eleven minutes, one joke, it landed", "the operations weekly, eleven minutes, two jokes")})  # fmt: skip
    yield Edit(
        "alias of a person",
        "ng6r",
        "alias: aiko",
        "alias: ai",
        {("ng6r", "alias"): ("aiko", "ai")},
    )
    yield Edit("cadence of a person", "ng6r", "every: 2w", "every: 3w", {
        ("ng6r", "every"): ("2w", "3w"), ("ng6r", "rule"): ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE")})  # fmt: skip
    yield Edit("relation of a person", "ng6r", "relation: report", "relation: peer", {
        ("ng6r", "relation"): ("report", "peer"),
        ("ng6r", "relations"): (
            [{"since": "2024-11-25", "relation": "report"}],
            [{"since": "2024-11-25", "relation": "report"}, {"since": "2026-11-20", "relation": "peer"}])})  # fmt: skip
    yield Edit("an aside", "jtgq", "eggs find eggs", "eggs found eggs", {
        ("jtgq", "text"): (
            "food is live and eggs find eggs in all three scripts; I learned it from Aiko's public note, like everyone else #ownership",
            "food is live and eggs found eggs in all three scripts; I learned it from Aiko's public note, like everyone else #ownership")})  # fmt: skip


@pytest.mark.long
@pytest.mark.walk(14)
@pytest.mark.parametrize("one", list(edits()), ids=lambda one: one.about)
def test_an_edit_changes_exactly_what_it_says(store: Store, one: Edit) -> None:
    expected = {key: values for key, values in one.changes.items() if values[0] != values[1]}
    n = changelog.count(store)
    found = apply(store, one.id, lambda text: text.replace(one.old, one.new, 1))
    derived = {key for key in found.keys() - expected.keys() if key[1] in ("pace", "next_due", "overdue", "aliases")}
    assert {key: value for key, value in found.items() if key not in derived} == expected
    columns = {(id_, COLUMNS.get(key, key)) for id_, key in expected if key not in NOT_A_COLUMN}
    assert changelog.count(store) == n + bool(columns)
    if columns:
        assert logged(store) == columns


def body_of(store: Store, id_: str) -> str:
    return str(flat(exported(store))[id_]["body"])


def test_unticking_opens_an_action_again(store: Store) -> None:
    follow_up.close(store, ["z6yk"], NOW.date(), None, "done", NOW)
    found = apply(
        store, "ytbp", lambda text: text.replace("- [x] write", "- [ ] write").replace(" done:2026-11-20", "")
    )
    assert found == {("z6yk", "status"): ("done", "open"), ("z6yk", "closed"): ("2026-11-20", None)}


def test_a_note_line_changes_the_note_and_nothing_else(store: Store) -> None:
    before = body_of(store, "ytbp")
    found = apply(store, "ytbp", lambda text: text.replace("no day for the rest", "no day for the rest of it"))
    assert found.keys() == {("ytbp", "body"), ("ytbp", "notes")}
    assert body_of(store, "ytbp") == before.replace("no day for the rest", "no day for the rest of it")
    assert logged(store) == {("ytbp", "body")}


def test_an_added_line_becomes_a_record_in_its_place(store: Store) -> None:
    before = body_of(store, "ytbp")
    found = apply(store, "ytbp", lambda text: text.replace("^bbyc\n", "^bbyc\n- [ ] call the vendor due:fri\n"))
    (new,) = {id_ for id_, key in found if key == ""}
    assert found.keys() == {(new, ""), ("ytbp", "body")}
    assert body_of(store, "ytbp") == before.replace("^bbyc\n", f"^bbyc\n- ^{new}\n")
    made = flat(exported(store))[new]
    assert (made["text"], made["due"], made["person"], made["meeting"]) == (
        "call the vendor",
        "2026-11-13",
        "Mia Tanaka",
        "ytbp",
    )


def drop_line(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.endswith("^c6cc"))


def test_a_removed_line_takes_its_record_along_where_that_is_confirmed(store: Store) -> None:
    before = body_of(store, "ytbp")
    assert apply(store, "ytbp", drop_line, gone=True).keys() == {("c6cc", ""), ("ytbp", "body")}
    assert body_of(store, "ytbp") == before.replace("- ^c6cc\n", "")


def test_a_removed_line_is_kept_where_it_stood_where_it_is_not(store: Store) -> None:
    before = body_of(store, "ytbp")
    assert apply(store, "ytbp", drop_line, gone=False).keys() == set()
    assert body_of(store, "ytbp") == before


def test_two_lines_that_change_places_change_the_document_alone(store: Store) -> None:
    def swap(text: str) -> str:
        lines = text.split("\n")
        one, two = (next(n for n, line in enumerate(lines) if line.endswith(end)) for end in ("^bspq", "^c6cc"))
        lines[one], lines[two] = lines[two], lines[one]
        return "\n".join(lines)

    before = body_of(store, "ytbp")
    assert apply(store, "ytbp", swap).keys() == {("ytbp", "body")}
    assert body_of(store, "ytbp") == before.replace("- ^bspq\n- ^c6cc", "- ^c6cc\n- ^bspq")


def test_another_person_takes_all_records_of_the_meeting_along(store: Store) -> None:
    found = apply(store, "2qd2", lambda text: text.replace("with: Aiko Sato", "with: Ben"))
    moved = {"2qd2", "rpk6", "9q42", "3dsy", "z4yy", "d8nw"}
    assert {id_ for id_, key in found if key == "person"} == moved
    assert {values for (_, key), values in found.items() if key == "person"} == {("Aiko Sato", "Ben Okafor")}
    assert found["z4yy", "owner"] == ("Aiko Sato", "Ben Okafor")  # `@them` is who the meeting is with


def test_another_day_takes_along_what_was_said_that_day(store: Store) -> None:
    found = apply(store, "2qd2", lambda text: text.replace("at: 2026-11-11T14:00", "at: 2026-11-12T15:30"))
    at = ("2026-11-11T14:00:00+09:00", "2026-11-12T15:30:00+09:00")
    day = ("2026-11-11", "2026-11-12")
    moments = {("2qd2", "at"): at, ("rpk6", "at"): at, ("9q42", "at"): at, ("d8nw", "at"): at}
    actions = {("3dsy", "opened"): day, ("z4yy", "opened"): day}
    assert {k: v for k, v in found.items() if k[1] not in ("last_met", "next_due", "overdue")} == moments | actions


@pytest.mark.long
@pytest.mark.parametrize("text", ["", "\n\n", "   \t\n"])
@pytest.mark.parametrize("id_", ["ytbp", "s7kg", "ng6r", "jtgq", "z6yk"])
def test_an_empty_document_is_refused_and_changes_nothing(store: Store, id_: str, text: str) -> None:
    before, record = exported(store), records.by_id(store, id_)
    with pytest.raises(OnelogError, match="empty"):
        edit.apply_edit(store, record, text, NOW)
    assert exported(store) == before


REFUSED = (
    ("ng6r", "name: Aiko Sato", "name: Mia Tanaka", "name or alias already"),
    ("ng6r", "alias: aiko", "alias: mia", "name or alias already"),
    ("ng6r", "relation: report", "relation: chum", "no relation 'chum'"),
    ("ng6r", "every: 2w", "every: often", "not a cadence"),
    ("ng6r", "archived:", "nonsense: 1", "is not understood"),
    ("s7kg", "status: open", "status: lost", "cannot be 'lost'"),
    ("s7kg", "to: 12", "to: a dozen", "is not a number"),
    ("s7kg", "by: 2027-01-31", "by: soon", "soon"),
    ("s7kg", "under: c2gr", "under: zzzz", "No goal fits"),
    ("s7kg", "under: c2gr", "under: s7kg", "itself"),
    ("c2gr", "under:", "under: s7kg", "itself"),
    ("ytbp", "with: Mia Tanaka", "with: Zoltan", "Nobody is called"),
    ("jtgq", "**Win:**", "a line more\n\n- **Win:**", "one record"),
)


@pytest.mark.long
@pytest.mark.parametrize(("id_", "old", "new", "message"), REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(
    store: Store, id_: str, old: str, new: str, message: str
) -> None:
    before = exported(store)
    with pytest.raises(OnelogError, match=message):
        apply(store, id_, lambda text: text.replace(old, new, 1))
    assert exported(store) == before


def test_done_changes_one_line_of_the_document(store: Store) -> None:
    for record in _open_actions(store):
        assert record.meeting is not None
        before = _lines(store, record.meeting.label)
        follow_up.close(store, [record.id], NOW.date(), None, "done", NOW)
        after = _lines(store, record.meeting.label)
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        assert len(changed) == 1
        assert changed[0][1].startswith(changed[0][0][: changed[0][0].index("[")] + "[x]")


def _open_actions(store: Store) -> list[Action]:
    found = [a for a in records.actions(store) if a.meeting and a.opened and a.opened <= NOW.date()]
    assert len(found) > 5
    return found


def _lines(store: Store, id_: str) -> list[str]:
    return entities.write(records.by_id(store, id_)).split("\n")
