"""What was answered to a warning goes with what the warning was about, comes back with it, and is as private as it is."""

import csv
import io
import json
from pathlib import Path
from typing import Any, cast

import pytest
from inside import Inside
from random_journal import BEGIN, World, answering, brought, empty, exported, skipping

from onelog.core.model import Person
from onelog.core.selection import Selection
from onelog.formats import csv_table, json_export
from onelog.insight import collect
from onelog.journal import delete, edit, follow_up, goals, log, people
from onelog.journal.imports import import_export
from onelog.markdown import entities
from onelog.store import changelog, records
from onelog.store.database import Store

pytestmark = pytest.mark.posix

SAID = "a: draft the plan\na: send the list\nc: the freeze\nt: pay\ng: books 3"


@pytest.fixture
def world() -> Any:
    """A journal with one of each kind, all with Mia; and an answer about each."""
    with empty() as store:
        made = World(store)
        people.add_person(store, "Mia Tanaka", BEGIN, every="2w")
        goals.add(store, "books", BEGIN, who="mia")
        log.log_meeting(store, "mia", SAID, BEGIN)
        skipping(0, "both away", None)(made)
        for kind in ("person", "meeting", "goal", "action", "moment", "topic", "checkin", "skip"):
            answering(0, "concern" if kind == "moment" else "promise", f"seen, that {kind}", kind)(made)
        yield made


def said(store: Store) -> set[str]:
    return {one.text.split()[-1] for one in records.answers(store)}


ALL = {"person", "meeting", "goal", "action", "moment", "topic", "checkin", "skip"}


@pytest.mark.parametrize(
    ("kind", "stay"),
    [
        ("action", ALL - {"action"}),
        ("moment", ALL - {"moment"}),
        ("skip", ALL - {"skip"}),
        ("goal", ALL - {"goal", "checkin"}),
        ("meeting", {"person", "goal", "skip"}),
    ],
)
def test_an_answer_is_deleted_with_its_record_and_comes_back_with_it(world: World, kind: str, stay: set[str]) -> None:
    before = exported(world.store)
    id_ = world.id(0, kind)
    delete.delete_records(world.store, id_, world.now)
    assert said(world.store) == stay
    assert brought(exported(world.store)) == exported(world.store)
    changelog.undo(world.store, 1, world.now)
    assert exported(world.store) == before
    changelog.redo(world.store, 1, world.now)
    assert said(world.store) == stay
    if kind in ("action", "moment"):
        follow_up.reopen(world.store, [id_], world.now)
        assert exported(world.store) == before


def test_an_answer_goes_with_a_line_that_is_edited_out(world: World) -> None:
    meeting = records.by_id(world.store, world.id(0, "meeting"))
    text = entities.write(meeting, "en", blanks=True)
    without = "\n".join(line for line in text.split("\n") if "draft the plan" not in line)
    edit.apply_edit(world.store, meeting, without, world.now, lambda _: True, before=text)
    assert said(world.store) == ALL - {"action"}


def test_what_was_answered_about_a_concern_is_as_private_as_the_concern(world: World) -> None:
    def texts(private: bool) -> set[str]:
        out = io.StringIO()
        csv_table.write(collect.collect_book(world.store, None, Selection(private=private)), out, BEGIN.date())
        rows = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
        return {row["text"].split()[-1] for row in rows if row["kind"] == "answer"}

    assert texts(private=True) == ALL
    assert texts(private=False) == ALL - {"moment"}


def test_an_export_without_private_words_can_be_brought_in(world: World) -> None:
    out = io.StringIO()
    json_export.write(collect.collect_book(world.store, None), out, BEGIN.date())
    assert [a["text"] for a in json.loads(brought(out.getvalue()))["answers"]] == [
        one.text for one in records.answers(world.store, private=False)
    ]


def test_answers_and_skips_of_two_journals_are_about_the_person_that_both_know(world: World) -> None:
    with empty() as other:
        people.add_person(other, "mia tanaka", BEGIN.replace(year=2025))
        mia = cast("Person", records.by_id(other, World(other).id(0, "person")))
        import_export.book(other, json_export.read(exported(world.store)), BEGIN)
        assert [one.person for one in records.skips(other)] == [mia.ref]
        about = {one.text.split()[-1]: one.about for one in records.answers(other)}
        assert about["person"] == mia.ref
        assert about["skip"].uid == records.skips(other)[0].uid
        assert import_export.book(other, json_export.read(exported(world.store)), BEGIN).made == {}


def test_what_has_no_document_is_counted_where_only_documents_are_written(tmp_path: Path) -> None:
    run = Inside(tmp_path)
    assert run("people", "add", "Mia Tanaka", "--every", "2w").code == 0
    assert "Not in it" not in run("export", "all").err
    assert run("skip", "mia", "--why", "both away").code == 0
    for words in (("md",), ("folder", "-o", "out")):
        assert "Not in it: 1 skip; --format json has everything." in run("export", "all", "--format", *words).err
    for form in ("json", "csv", "html"):
        done = run("export", "all", "--format", form)
        assert "both away" not in done.out
        assert "Left out: 1 reason to skip (--private writes them too)." in done.err
        done = run("export", "all", "--format", form, "--private")
        assert "both away" in done.out
        assert "Not in it" not in done.err
