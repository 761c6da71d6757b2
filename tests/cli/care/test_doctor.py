"""`onelog doctor`: whatever is broken in a journal is found, by looking only; --mend puts right what is certain."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import broken
import pytest
from broken import (
    HERE,
    WORD,
    Found,
    change_a_record_elsewhere,
    content,
    findings,
    flip,
    lose_a_record,
    lose_a_search_text,
    lose_a_tag,
    only,
    report,
    skipped_and_answered,
    sql,
    state,
)
from conftest import DEMO_NOW, Onelog
from inside import Inside

from onelog.core.errors import Message
from onelog.core.model import Meeting
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import writing
from onelog.store.vault import erasure, snapshots

pytestmark = pytest.mark.posix


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return broken.make(tmp_path_factory.mktemp("whole"))


@pytest.fixture
def run(whole: Path, tmp_path: Path) -> Inside:
    """onelog on a journal in which nothing is wrong."""
    return broken.copied(whole, tmp_path)


# --- nothing is wrong ----------------------------------------------------------------------------------------------


def test_a_whole_journal_has_no_findings(run: Inside) -> None:
    told, code = report(run)
    assert (told["findings"], told["mended"], code) == ([], [], 0)
    counts = {one["check"]: one["count"] for one in told["checked"]}
    assert counts["records"] == 9
    assert counts["changes"] == 8
    assert counts["documents"] == 2
    assert list(counts) == [
        "file", "references", "records", "documents", "search", "tags", "changes", "clock", "private", "synced", "links",
        "conflicts", "leftovers", "room", "drafts", "backup",
    ]  # fmt: skip


def test_mending_a_whole_journal_changes_nothing(run: Inside) -> None:
    before = state(run.folder)
    assert report(run, "--mend")[0]["mended"] == []
    assert state(run.folder) == before


def test_without_a_journal_it_says_so_and_looks_around(run: Inside) -> None:
    run.journal.unlink()
    told, code = report(run)
    assert (told["there"], told["findings"], code) == (False, [], 0)
    assert "no journal yet" in run("doctor").err
    (run.folder / "journal (conflicted copy 2026-11-20).db").touch()
    run.journal.with_name("journal.db.backups").chmod(0o755)
    assert findings(run) == [Found("private", "problem"), Found("conflicts", "problem")]
    assert findings(run, "--mend") == [Found("conflicts", "problem")]
    assert not run.journal.exists()


def test_the_demo_has_no_findings(demo: Onelog) -> None:
    snapshots.keep(demo.journal, datetime.fromisoformat(DEMO_NOW))
    assert findings(Inside(demo.folder, ONELOG_NOW=DEMO_NOW)) == []


# --- what is broken in the file is found, and nothing else -----------------------------------------------------------

KINDS = {
    "person": b"FREQ=WEEKLY", "meeting": WORD.encode(), "goal": WORD.encode(), "action": WORD.encode(), "moment": WORD.encode(),
    "topic": WORD.encode(), "checkin": WORD.encode(), "skip": b"is away", "answer": b"can wait",
}  # fmt: skip
"""Words in a record that stand in none of SQLite's indexes, which would tell as well."""


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
def test_one_flipped_bit_is_found_in_every_kind_of_record_and_mended(run: Inside, kind: str) -> None:
    if kind in ("skip", "answer"):
        skipped_and_answered(run)
    before = content(run)
    id_ = flip(run, kind, KINDS[kind])
    with closing(sqlite3.connect(run.journal)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    told, code = report(run)
    (found,) = told["findings"]
    assert (found["check"], found["level"], code) == ("records", "damage", 3)
    called = {"checkin": "check-in"}.get(kind, kind)
    assert found["message"].startswith(f"The {called} {id_} is not what was written")
    assert found["mend"] == "onelog doctor --mend"
    mended, code = report(run, "--mend")
    assert (mended["findings"], code) == ([], 0)
    assert content(run) == before


def test_a_flipped_bit_in_a_name_is_told_by_the_index_of_names_too(run: Inside) -> None:
    before = content(run)
    flip(run, "person")
    assert findings(run) == [Found("file", "damage"), Found("records", "damage")]
    assert findings(run, "--mend") == []
    assert content(run) == before


def test_bytes_that_are_no_text_are_found(run: Inside) -> None:
    before = content(run)
    flip(run, "meeting", "縞馬".encode(), 0x40)
    (found,) = report(run)[0]["findings"]
    assert (found["check"], found["level"]) == ("records", "damage")
    assert findings(run, "--mend") == []
    assert content(run) == before


def test_bytes_that_are_no_text_are_named_where_nothing_knows_better(run: Inside) -> None:
    flip(run, "meeting", "縞馬".encode(), 0x40)
    sql(run, f"DELETE FROM change_row WHERE uid = '{only(run, 'meeting')}'")
    (found,) = report(run)[0]["findings"]
    assert "not UTF-8 text" in found["message"]
    assert "onelog restore" in found["mend"]


Break = Callable[[Inside], object]


def change_a_sum(run: Inside) -> None:
    sql(run, "UPDATE handle SET sum = sum + 1 WHERE kind = 'moment'")


def forget_a_sum(run: Inside) -> None:
    sql(run, "UPDATE handle SET sum = NULL WHERE kind = 'action'")


def change_the_search_text(run: Inside) -> None:
    sql(run, "UPDATE search SET text = 'other words' WHERE rowid = (SELECT n FROM handle WHERE kind = 'goal')")


def add_a_search_text_of_nothing(run: Inside) -> None:
    sql(run, "INSERT INTO search (rowid, text) VALUES (9999, 'of nothing')")


def add_a_search_text_of_a_deleted_record(run: Inside) -> None:
    gone = "SELECT n FROM handle WHERE sum IS NULL"
    sql(run, f"INSERT INTO search (rowid, text) SELECT n, 'was deleted' FROM ({gone} LIMIT 1)")


def empty_the_search_index(run: Inside) -> None:
    """The texts stay, the words in them are not found any more."""
    sql(run, "DELETE FROM search_data WHERE id > 10", "DELETE FROM search_idx")


def lose_the_search_texts(run: Inside) -> None:
    sql(run, "DELETE FROM search_content")


def spoil_the_search_index(run: Inside) -> None:
    sql(run, "UPDATE search_config SET v = 99 WHERE k = 'version'")


def add_a_tag(run: Inside) -> None:
    sql(run, f"INSERT INTO tag (name, uid) VALUES ('other', '{only(run, 'moment')}')")


def lose_a_line_of_a_note(run: Inside) -> None:
    """As onelog itself would write it, so that only this is wrong."""
    id_ = only(run, "moment", "id")
    write_body(run, lambda body: body.replace(f"- ^{id_}\n", "").replace(f"\n- ^{id_}", ""))


def write_body(run: Inside, change: Callable[[str], str]) -> None:
    with Store(run.journal, write=True) as store, writing(store, "edit", HERE) as done:
        meeting = records.by_id(store, only(run, "meeting", "id"))
        assert isinstance(meeting, Meeting)
        assert done.put(replace(meeting, body=change(meeting.body)))


MENDED: dict[Break, Found] = {
    change_a_sum: Found("records", "problem"), forget_a_sum: Found("records", "problem"),
    change_a_record_elsewhere: Found("records", "damage"), lose_a_record: Found("records", "damage"),
    change_the_search_text: Found("search", "problem"), lose_a_search_text: Found("search", "problem"),
    add_a_search_text_of_nothing: Found("search", "problem"),
    add_a_search_text_of_a_deleted_record: Found("search", "problem"), empty_the_search_index: Found("search", "problem"),
    spoil_the_search_index: Found("search", "problem"), lose_a_tag: Found("tags", "problem"),
    add_a_tag: Found("tags", "problem"),
}  # fmt: skip


def by_name(value: object) -> str:
    return getattr(value, "__name__", "")


@pytest.mark.long
@pytest.mark.walk(6)
@pytest.mark.parametrize("damage", MENDED, ids=by_name)
def test_what_can_be_mended_is_found_and_mended(run: Inside, damage: Break) -> None:
    before = content(run)
    damage(run)
    assert findings(run) == [MENDED[damage]]
    mended, code = report(run, "--mend")
    assert (mended["findings"], code) == ([], 0)
    assert "Kept the journal as it was" in "".join(mended["mended"])
    assert findings(run) == []
    assert content(run) == before
    found = run("search", WORD).out
    assert {line.split("\t")[0] for line in found.splitlines()} == {
        "meeting",
        "action",
        "aha",
        "topic",
        "goal",
        "checkin",
    }


def test_search_texts_that_are_all_gone_are_found_and_mended(run: Inside) -> None:
    lose_the_search_texts(run)
    assert set(findings(run)) == {Found("search", "problem")}
    assert findings(run, "--mend") == []


def test_a_record_without_its_line_gets_it_back_as_a_change_that_can_be_undone(run: Inside) -> None:
    lose_a_line_of_a_note(run)
    assert findings(run) == [Found("documents", "problem")]
    assert findings(run, "--mend") == []
    meeting = only(run, "meeting", "id")
    assert f"^{only(run, 'moment', 'id')}" in run("show", meeting, "--md").out
    assert "doctor --mend" in run("undo").out
    assert findings(run) == [Found("documents", "problem")]


def test_a_line_without_its_record_is_named_with_what_takes_it_out(run: Inside) -> None:
    write_body(run, lambda body: body + "\n- ^zzzz")
    told, code = report(run)
    (found,) = told["findings"]
    assert (found["check"], found["level"], code) == ("documents", "problem", 1)
    assert "zzzz" in found["message"]
    assert f"onelog edit {only(run, 'meeting', 'id')}" in found["mend"]
    editor = run.folder.parent / "editor.sh"
    editor.write_text("#!/bin/sh\nsed -i '/zzzz/d' \"$1\"\n")
    assert run("edit", only(run, "meeting", "id"), ONELOG_EDITOR=f"sh {editor}").code == 0
    assert findings(run) == []


# --- what nobody knows any more is named, and left as it is --------------------------------------------------------


def prune(run: Inside, kind: str) -> None:
    sql(run, f"DELETE FROM change_row WHERE kind = '{kind}'")


def lose_record_and_log(run: Inside) -> None:
    lose_a_record(run)
    prune(run, "moment")


def spoil_record_and_log(run: Inside) -> None:
    flip(run, "goal")
    prune(run, "goal")


def add_a_record_elsewhere(run: Inside) -> None:
    sql(
        run, "INSERT INTO handle (id, kind, uid) VALUES ('new2', 'person', 'u-new')",
        "INSERT INTO person (uid, id, name, added) VALUES ('u-new', 'new2', 'Eve', '2026-11-22')",
    )  # fmt: skip


def rename_a_handle(run: Inside) -> None:
    sql(run, "UPDATE handle SET id = 'zz9z' WHERE kind = 'goal'")


def rename_the_handle_of_a_deleted_record(run: Inside) -> None:
    sql(run, "UPDATE handle SET id = 'zz9z' WHERE n = (SELECT max(n) FROM handle WHERE sum IS NULL)")


def point_at_nothing(run: Inside) -> None:
    sql(run, "UPDATE change SET target = 999 WHERE op = 'undo'")


def tag_nothing(run: Inside) -> None:
    sql(run, "INSERT INTO tag (name, uid) VALUES ('other', 'u-nobody')")


def change_the_log(run: Inside) -> None:
    sql(run, "UPDATE change_row SET after = replace(after, 'decides faster', 'decides sooner') WHERE kind = 'moment'")


def turn_a_kind_in_the_log(run: Inside) -> None:
    sql(run, "UPDATE change_row SET kind = 'tobic' WHERE kind = 'topic'")


def spoil_the_log(run: Inside) -> None:
    sql(run, "UPDATE change_row SET after = substr(after, 2) WHERE kind = 'goal'")


def spoil_a_time(run: Inside) -> None:
    sql(run, "UPDATE change SET at = 'yesterday' WHERE n = 2")


def spoil_a_command(run: Inside) -> None:
    sql(run, "UPDATE change SET command = CAST(x'6cffe7' AS TEXT) WHERE n = 2")


def lose_an_offset(run: Inside) -> None:
    sql(run, "UPDATE change SET at = substr(at, 1, 19) WHERE n = 2")


def lose_a_table(run: Inside) -> None:
    sql(run, "ALTER TABLE checkin RENAME TO checkins")


def lose_an_index(run: Inside) -> None:
    sql(run, "DROP INDEX action_open")


LEFT: dict[Break, Found] = {
    lose_record_and_log: Found("records", "damage"), spoil_record_and_log: Found("records", "damage"),
    add_a_record_elsewhere: Found("records", "problem"), rename_a_handle: Found("records", "damage"),
    rename_the_handle_of_a_deleted_record: Found("records", "damage"), point_at_nothing: Found("references", "damage"), tag_nothing: Found("references", "damage"),
    change_the_log: Found("changes", "problem"), spoil_the_log: Found("changes", "problem"),
    spoil_a_time: Found("changes", "damage"), spoil_a_command: Found("changes", "damage"), lose_an_offset: Found("changes", "damage"),
    turn_a_kind_in_the_log: Found("changes", "problem"), lose_a_table: Found("file", "damage"), lose_an_index: Found("file", "damage"),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("damage", LEFT, ids=by_name)
def test_what_cannot_be_mended_is_found_and_left_as_it_is(run: Inside, damage: Break) -> None:
    damage(run)
    before = content(run)
    told, _ = report(run)
    assert [Found(f["check"], f["level"]) for f in told["findings"]] == [LEFT[damage]]
    assert "onelog " in told["findings"][0]["mend"]
    assert findings(run, "--mend") == [LEFT[damage]]
    assert content(run) == before


def test_a_history_whose_beginning_was_pruned_is_in_step(run: Inside) -> None:
    assert run("done", only(run, "action", "id")).code == 0
    sql(run, "DELETE FROM change_row WHERE change_n < (SELECT max(n) FROM change)")
    snapshots.keep(run.journal, HERE)
    assert findings(run) == []
    flip(run, "action")
    assert findings(run) == [Found("records", "damage")]


def test_a_flipped_bit_in_what_a_pruned_history_still_tells_is_mended(run: Inside) -> None:
    """The columns that the log tells of come from it, the others stay: the checksum says that this is what was."""
    id_ = only(run, "action", "id")
    assert run("drop", id_, "--why", "the plan is gone").code == 0
    sql(run, "DELETE FROM change_row WHERE change_n < (SELECT max(n) FROM change)")
    before = content(run)
    flip(run, "action", b"plan is gone")
    assert findings(run) == [Found("records", "damage")]
    assert findings(run, "--mend") == []
    assert content(run) == before


def test_a_record_comes_back_though_what_it_points_at_is_lost(run: Inside) -> None:
    uid, id_ = only(run, "person", "uid"), only(run, "goal", "id")
    sql(
        run,
        f"DELETE FROM change_row WHERE uid = '{uid}'",
        f"DELETE FROM person WHERE uid = '{uid}'",
        "DELETE FROM goal",
    )
    assert set(findings(run)) == {Found("references", "damage"), Found("records", "damage")}
    told, _ = report(run, "--mend")
    assert told["mended"][1] == "Restored 1 record from the change log."
    assert id_ in {line.split("\t")[1] for line in run("search", WORD).out.splitlines()}
    (lost,) = (f["message"] for f in told["findings"] if f["check"] == "records")
    assert lost.startswith("The person ")


def test_a_record_whose_place_is_taken_does_not_keep_others_from_being_mended(run: Inside) -> None:
    id_ = only(run, "topic", "id")
    lose_a_record(run, "topic")
    sql(
        run, "INSERT INTO handle (id, kind, uid) VALUES ('zz2z', 'topic', 'u-x')",
        f"INSERT INTO topic (uid, id, text, added, status) VALUES ('u-x', '{id_}', 'mine', '2026-11-22', 'parked')",
    )  # fmt: skip
    flip(run, "meeting")
    told, _ = report(run, "--mend")
    assert "Restored 1 record from the change log." in told["mended"]
    messages = [f["message"] for f in told["findings"] if f["level"] == "damage"]
    assert messages == [f"The topic {id_} is missing; the change log still has it."]


def test_a_column_that_is_not_there_does_not_keep_a_record_from_coming_back(run: Inside) -> None:
    sql(run, "UPDATE change_row SET after = json_set(after, '$.other', NULL) WHERE kind = 'topic'")
    before = content(run)
    flip(run, "topic")
    assert findings(run) == [Found("records", "damage"), Found("changes", "problem")]
    assert findings(run, "--mend") == [Found("changes", "problem")]
    assert content(run) == before


def test_a_value_that_breaks_a_rule_of_its_table_is_found(run: Inside) -> None:
    sql(run, "PRAGMA ignore_check_constraints = ON", "UPDATE change SET op = 'Undo' WHERE op = 'undo'")
    (found,) = report(run)[0]["findings"]
    assert (found["check"], found["message"]) == ("file", "The file is damaged: CHECK constraint failed in change.")


@pytest.mark.long
@pytest.mark.parametrize(
    ("table", "column", "mended"),
    [
        ("meeting", "body", True), ("meeting", "uid", False), ("action", "id", True), ("handle", "id", False),
        ("handle", "uid", False), ("handle", "kind", False), ("change", "command", False), ("change", "at", False),
        ("change_row", "after", False), ("change_row", "uid", False), ("tag", "name", True),
    ],
)  # fmt: skip
def test_bytes_where_a_text_should_be_are_found(run: Inside, table: str, column: str, mended: bool) -> None:
    """One flipped bit in what says how a value is kept makes bytes of a text."""
    before = content(run)
    strict = "UPDATE sqlite_schema SET sql = replace(sql, '{}', '{}') WHERE name = '{}'"
    swaps = (("STRICT, WITHOUT", "/* */ WITHOUT"), (") STRICT", ") /*  */"))
    sql(run, "PRAGMA writable_schema = ON", *(strict.format(*swap, table) for swap in swaps))
    sql(run, f"UPDATE {table} SET {column} = CAST({column} AS BLOB)")
    sql(run, "PRAGMA writable_schema = ON", *(strict.format(b, a, table) for a, b in swaps))
    told, code = report(run)
    assert code == 3
    assert told["findings"][0]["check"] == "file"
    assert "TEXT" in told["findings"][0]["message"]
    assert report(run, "--mend")[1] == (0 if mended else 3)
    assert (content(run) == before) == mended


def test_a_uid_that_is_no_text_is_found(run: Inside) -> None:
    sql(run, "UPDATE handle SET uid = CAST(x'ff41' AS TEXT) WHERE kind = 'topic'")
    assert set(findings(run)) == {Found("references", "damage"), Found("records", "damage")}


def test_what_was_erased_or_pruned_leaves_nothing_to_find(run: Inside) -> None:
    with Store(run.journal, write=True) as store:
        erasure.erase(store, [only(run, "person")], "forget a person", HERE)
        erasure.rewrite_file(store, Message("errors.history.erased_out"))
    assert findings(run, ONELOG_NOW="2026-11-22T14:00:05+09:00") == []
    with Store(run.journal, write=True) as store:
        assert erasure.prune(store, HERE.date() + timedelta(days=1), "history --prune", HERE).changes
    assert findings(run) == []


def test_many_findings_of_a_kind_are_counted(run: Inside) -> None:
    sql(run, *(f"INSERT INTO tag (name, uid) VALUES ('other', 'u-{n}')" for n in range(5)))
    with Store(run.journal, write=True) as store, writing(store, "x", HERE) as change:
        for n in range(30):
            change.db.execute(
                "INSERT INTO handle (id, kind, uid, sum) VALUES (?, 'topic', ?, 1)", (f"bb{n:02}", f"u-b{n}")
            )
    told, _ = report(run)
    messages = [f["message"] for f in told["findings"]]
    assert messages[0] == "5 rows of tag point to a handle that does not exist."
    assert messages[1] == "The topic bb00 is missing."
    assert messages[-1] == "10 more of this kind."
    assert len(messages) == 22


# --- how it looks --------------------------------------------------------------------------------------------------


def test_in_a_pipe_it_is_a_line_a_finding(run: Inside) -> None:
    assert run("doctor") == ("", "Nothing is wrong.\n", 0)
    id_ = flip(run, "meeting")
    message = f"The meeting {id_} is not what was written; the change log still has it."
    assert run("doctor").out == f"damage\trecords\t{message}\tonelog doctor --mend\n"
    done = run("doctor", "--mend")
    assert done.out == ""
    assert done.err.splitlines()[1:] == [
        "Restored 1 record from the change log.", "Nothing is wrong.",
    ]  # fmt: skip


@pytest.mark.parametrize("columns", [80, 60])
def test_on_a_terminal_a_whole_journal_fits_on_a_screen(demo: Onelog, columns: int) -> None:
    snapshots.keep(demo.journal, datetime.fromisoformat(DEMO_NOW))
    lines = demo.screen("doctor", columns=columns).rstrip("\n").split("\n")
    assert len(lines) < 24
    assert max(map(len, lines[1:])) <= columns
    assert lines[-1] == "All is well."
    assert sum(line.startswith("✓ ") for line in lines) == 16


def test_on_a_terminal_findings_stand_below_with_what_mends_them(run: Inside) -> None:
    id_ = flip(run, "goal")
    drawn = run("doctor", terminal=True)
    assert "✓ Records" not in drawn.out
    assert drawn.out.endswith(
        f"\n\n✗ The goal {id_} is not what was written; the change log still has it.\n    onelog doctor --mend\n"
    )
    assert drawn.code == 3
    (run.folder / "ja.toml").write_text('language = "ja"\n')
    assert "異常はありません。" in run("doctor", "--mend", terminal=True, ONELOG_CONFIG=str(run.folder / "ja.toml")).out
