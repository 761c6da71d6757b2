"""Two people who are one: nothing of either is lost, nobody is left behind, and one undo gives the same rows back."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from conftest import Onelog, examples
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import Step, World, any_step, brought, empty, exported

from onelog.core.model import FEEDBACK
from onelog.core.names import name_forms, name_matching
from onelog.core.selection import Selection
from onelog.journal import log, merge_people
from onelog.markdown.body import notes_of
from onelog.store import changelog, meetings, records
from onelog.store import people as stored
from onelog.store.database import Store
from onelog.store.schema import TABLES

Rows = dict[str, list[dict[str, Any]]]


def rows(store: Store) -> Rows:
    """Every row of every table of records, of the tags, the search index and the checksums."""
    found: Rows = {}
    for table in (*TABLES, "tag", "handle", "search"):
        cursor = store.db.execute(f"SELECT {'rowid, ' if table == 'search' else ''}* FROM {table}")
        names = [column[0] for column in cursor.description]
        found[table] = sorted((dict(zip(names, row, strict=True)) for row in cursor), key=repr)
    return found


def texts(found: Rows) -> Counter[str]:
    """Every word of what people wrote."""
    said = Counter[str]()
    for table in TABLES:
        for row in found[table]:
            for name in ("text", "because", "why", "title", "body"):
                said.update(
                    notes_of(str(row.get(name) or "")).split() if name == "body" else str(row.get(name) or "").split()
                )
    return said


def pointing(found: Rows, uid: str) -> list[dict[str, Any]]:
    return [
        row for table in TABLES for row in found[table] if any(v == uid for k, v in row.items() if k.endswith("_uid"))
    ]


journals = st.lists(any_step, min_size=3, max_size=14)


@pytest.mark.long
@given(journals, st.integers(0, 5), st.integers(1, 5))
@settings(max_examples=examples(80))
def test_of_any_two_people_nothing_is_lost_and_one_undo_gives_the_same_rows(
    done: list[Step], first: int, then: int
) -> None:
    with empty() as store:
        world = World(store)
        for step in done:
            world.take(step)
        for name in ("Xenia", "Quentin"):
            log.log_meeting(store, name, "a: met at last", world.now, new=True)
        everybody = stored.everybody(store)
        old = everybody[first % len(everybody)]
        into = everybody[(first + 1 + then % (len(everybody) - 1)) % len(everybody)]
        before = rows(store)
        both_coming = bool(meetings.coming(store, old.uid) and meetings.coming(store, into.uid))
        world.now += timedelta(hours=1)
        merged = merge_people.merge(store, old.id, into.id, world.now)
        after = rows(store)
        assert pointing(after, old.uid) == []
        for table in TABLES:
            gone = (table == "person") + (table == "meeting" and both_coming)
            assert len(after[table]) == len(before[table]) - gone
        assert (
            len(pointing(after, into.uid))
            == len(pointing(before, old.uid) + pointing(before, into.uid))
            - _twice(before, old.uid, into.uid)
            - both_coming
        )
        assert texts(before) - texts(after) == Counter()
        for name in (*name_forms.names(old), *name_forms.names(into)):
            fits = [p.uid for p in name_matching.fitting(stored.everybody(store), name)]
            assert fits == [into.uid] or into.uid in fits
        assert merged.person.uid == into.uid
        whole = exported(store)
        assert brought(whole) == whole
        changelog.undo(store, 1, world.now)
        assert rows(store) == before
        changelog.redo(store, 1, world.now)
        assert rows(store) == after


def _twice(found: Rows, old: str, into: str) -> int:
    """How many records point at both."""
    return sum(1 for row in pointing(found, old) if into in row.values())


# --- what becomes of each thing ------------------------------------------------------------------------------------


@pytest.fixture
def two(onelog: Onelog) -> Onelog:
    """Aron, who is Aaron Blythe: somebody logged him under both names."""
    onelog("people add 'Aaron Blythe' --alias ab --relation peer --every 2w", ONELOG_NOW="2026-03-02T10:00:00+09:00")
    onelog(
        "people",
        "add",
        "Aron",
        "--alias",
        "ro",
        "--relation",
        "report",
        "--reading",
        "アロン",
        "--new",
        ONELOG_NOW="2026-06-01T10:00:00+09:00",
    )
    onelog("log", "Aaron Blythe", "one\na: send it @Aron", "--on", "2026-10-01")
    onelog("log", "Aron", "two\nc: the freeze\na: @them calls", "--on", "2026-10-08")
    onelog("note", "Aaron Blythe", "first note")
    onelog("note", "Aron", "second note\n```\ncode")
    onelog("topic", "Aron", "pay")
    onelog("goals add 'read books' --with Aron")
    onelog("praise", "clear from:Aron to:ab", "--with", "Aaron Blythe")
    return onelog


def lines(err: str) -> Iterator[str]:
    yield from err.removesuffix("\n").split("\n")


def test_it_is_one_person_with_all_of_both(two: Onelog) -> None:
    before = json.loads(two("export --format json"))
    done = two.run("people merge Aron ab")
    assert done.code == 0, done
    praise = two.json("moments --kind praise")[0]
    assert list(lines(done.err)) == [
        "onelog undo takes it back.",
        "Aron is Aaron Blythe now; 1 meeting, 1 goal, 2 actions, 2 moments, 1 topic came along.",
        f"{praise['id']} is praise from Aaron Blythe to the same person now: onelog change {praise['id']} to:me",
    ]
    (person,) = two.json("people")
    assert person["aliases"] == ["ab", "ro", "Aron"]
    assert (person["name"], person["reading"], person["every"]) == ("Aaron Blythe", "アロン", "2w")
    (whole,) = json.loads(two("export --format json"))["people"]
    assert whole["relations"] == [
        {"since": "2026-03-02", "relation": "peer"},
        {"since": "2026-06-01", "relation": "report"},
    ]
    assert whole["relation"] == "report"
    coming = next(m for m in json.loads(two("export --format json"))["meetings"] if m["at"] is None)
    assert coming["notes"].startswith("first note\n\nsecond note\n```\ncode")
    assert [t["text"] for t in coming["topics"]] == ["pay"]
    assert {a["owner"] for a in two.json("actions")} == {"Aaron Blythe"}
    for word in ("aron", "ro", "アロン", "ab", "blythe"):
        assert two.json("log", word, "again", "--on", "2026-11-01")["person"] == "Aaron Blythe"
    two("undo 6")
    assert json.loads(two("export --format json")) == before


def test_history_tells_it_and_the_name_is_never_given_away(two: Onelog) -> None:
    old = next(p["id"] for p in two.json("people") if p["name"] == "Aron")
    two("people merge Aron 'Aaron Blythe'")
    assert two.json("history")[0]["command"] == "people merge Aron Aaron Blythe"
    assert "is Aaron Blythe's name or alias already" in two.fails("people add Aron --new")
    assert (
        two.fails(f"reopen {old}") == f"onelog: Aron is Aaron Blythe now.\n  onelog history {old} tells since when.\n"
    )
    assert {line.split("\t")[0] for line in two("doctor").splitlines()} <= {"advice"}


@pytest.mark.parametrize(("words", "said"), [
    (("Aron", "ro"), "Both are Aron."), (("zzz", "Aron"), "Nobody is called 'zzz'."), (("Aron", "Arron"), "Nobody is called 'Arron'."),
])  # fmt: skip
def test_it_is_refused_where_there_are_no_two(two: Onelog, words: tuple[str, str], said: str) -> None:
    before = two("export --format json")
    assert said in two.fails("people", "merge", *words)
    assert two("export --format json") == before


def test_archived_is_who_was_archived_twice(onelog: Onelog) -> None:
    for name in ("Ann", "Bea", "Carla"):
        onelog("people", "add", name)
    onelog("people archive Ann")
    onelog("people merge Ann Bea")
    assert [p["archived"] for p in onelog.json("people")] == [False, False]
    onelog("people archive Bea")
    onelog("people merge Carla Bea")
    assert [(p["name"], p["archived"]) for p in onelog.json("people")] == [("Bea", False)]


def test_who_is_forgotten_after_a_merge_goes_under_both_names(two: Onelog) -> None:
    two("people merge Aron ab")
    two("forget ab --confirm 'Aaron Blythe'")
    kept = b"".join(path.read_bytes() for path in two.folder.rglob("*.db"))
    for word in ("Aron", "Blythe", "second note", "アロン"):
        assert word.encode() not in kept


def test_feedback_between_the_two_stays(two: Onelog) -> None:
    with Store(two.journal, write=True) as store:
        now = World(store).now
        merged = merge_people.merge(store, "Aron", "ab", now)
        assert [(m.kind, m.giver and m.giver.label, m.receiver and m.receiver.label) for m in merged.to_themselves] == [
            ("praise", "Aaron Blythe", "Aaron Blythe")
        ]
        assert all(m.kind in FEEDBACK for m in merged.to_themselves)
        assert len(records.actions(store, Selection(person=merged.person))) == 2
