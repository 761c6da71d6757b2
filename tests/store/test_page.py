"""The journal is open to other programs: its schema stands on a page, and its views read well."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import Any

import pytest
import yaml
from conftest import EXAMPLES, Onelog
from sqlite_utils import Database

from onelog.core.model import PRIVATE
from onelog.store import schema


def test_the_page_in_the_examples_is_the_one_that_the_schema_makes(onelog: Onelog) -> None:
    assert onelog("db schema") == (EXAMPLES / "schema.md").read_text(encoding="utf-8"), (
        "onelog db schema > examples/schema.md"
    )


def test_the_page_tells_about_every_table_and_column(demo: Onelog) -> None:
    page = demo("db schema")
    with closing(sqlite3.connect(demo.journal)) as db:
        for name, told in schema.ABOUT.items():
            section = page.split(f"\n## {name}", 1)[1].split("\n## ", 1)[0]
            assert told in section
            for column in db.execute(f"PRAGMA table_xinfo({name})"):
                if not column[6]:  # the index's own columns are hidden
                    assert f"`{column[1]}`" in section
        ours = "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name <> '_sqlite_migrations'"
        for (index,) in db.execute(ours):
            assert f"- `{index}` (" in page


@pytest.mark.long
@pytest.mark.parametrize(
    ("view", "columns"),
    [
        ("open_actions", ["id", "text", "owner", "person", "due", "opened", "why", "goal", "meeting", "tags"]),
        ("timeline", ["at", "kind", "person", "text", "id", "private", "tags"]),
        ("records", ["n", "id", "kind", "at", "person", "text", "private", "tags"]),
    ],
)
def test_the_views_read_well_through_sqlite_utils(demo: Onelog, view: str, columns: list[str]) -> None:
    file = Database(demo.journal)
    rows = list(file[view].rows)
    file.close()
    assert list(rows[0]) == columns
    command = [sys.executable, "-m", "sqlite_utils", "rows", str(demo.journal), view]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    assert json.loads(told) == rows


def test_the_view_of_open_actions_says_what_the_command_says(demo: Onelog) -> None:
    file = Database(demo.journal)
    seen = [(row["id"], row["text"], row["owner"], row["due"]) for row in file["open_actions"].rows]
    file.close()
    said = [(action["id"], action["text"], action["owner"], action["due"]) for action in demo.json("actions")]
    assert said
    assert sorted(seen) == sorted(said)
    assert [row[3] for row in seen] == [action[3] for action in said], "the nearest day first"


def test_the_view_of_the_timeline_has_people_and_words_newest_first(demo: Onelog) -> None:
    file = Database(demo.journal)
    rows = list(file["timeline"].rows)
    file.close()
    assert rows[0]["at"] > rows[-1]["at"]
    assert {row["kind"] for row in rows} >= {"meeting", "action", "aha", "praise"}
    assert all(row["text"] for row in rows if row["kind"] != "meeting")
    assert all(row["person"] for row in rows if row["kind"] == "meeting")


def test_a_meeting_is_in_words_and_repeats_nothing_that_is_private(onelog: Onelog) -> None:
    goal = onelog("goals", "add", "reach", "--from", "1", "--to", "9", "--metric", "mau").split("\t")[1]
    note = f"""Ads went well +ads \\n "so"

- action: send it +hiring
- concern: she is tired
- fact: two children
private: about pay
p: a clear plan
g: {goal} 5.5 nearly
d: we go

2 ^ 3 is 8 \x01"""
    onelog("log", "mia", "-", input=note)
    onelog("topic", "mia", "the offer")
    rows = rows_of(onelog, "timeline")
    (meeting,) = [row for row in rows if row["kind"] == "meeting"]
    assert meeting["text"].split("\n") == [
        'Ads went well +ads \\n "so"', "", "- action: send it +hiring", "- praise: a clear plan", "- goal: reach 5.5 nearly",
        "- decision: we go", "", "2 ^ 3 is 8 \x01",
    ]  # fmt: skip
    assert {row["kind"] for row in rows if row["private"]} == {"concern", "fact", "private"}
    assert {row["text"]: json.loads(row["tags"]) for row in rows if row["tags"] != "[]"} == {
        meeting["text"]: ["ads"],
        "send it +hiring": ["hiring"],
    }
    coming = [row for row in rows_of(onelog, "records") if row["at"] is None]
    assert [(row["kind"], row["text"]) for row in coming] == [("meeting", "- topic: the offer")]


def test_no_view_shows_an_id_for_words_or_loses_a_record(demo: Onelog) -> None:
    rows = rows_of(demo, "records")
    book = demo.json("export all --private --format json")
    inside = [one for meeting in book["meetings"] for name in ("actions", "moments", "topics") for one in meeting[name]]
    inside += [one for name in ("meetings", "actions", "moments", "topics", "goals") for one in book[name]]
    said = {one["id"] for one in [*inside, *(check for goal in book["goals"] for check in goal["checkins"])]}
    assert {row["id"] for row in rows} == said
    assert not [row for row in rows if any(line.strip().startswith("- ^") for line in row["text"].split("\n"))]
    assert [row["kind"] for row in rows if row["private"]] == [row["kind"] for row in rows if row["kind"] in PRIVATE]
    tags = {one["id"]: sorted(one["tags"]) for one in inside}
    assert {row["id"]: json.loads(row["tags"]) for row in rows if row["id"] in tags} == tags


@pytest.mark.parametrize("word", ["plan", "budget", "採用"])
def test_the_search_that_datasette_makes_finds_what_the_command_finds(demo: Onelog, word: str) -> None:
    with closing(sqlite3.connect(demo.journal)) as db:
        sql = "SELECT id FROM records WHERE n IN (SELECT rowid FROM search WHERE search MATCH ?)"
        found = {row[0] for row in db.execute(sql, (word,))}
    assert found == {one["id"] for one in demo.json("search", word, "--limit", "1000")}


def test_what_the_docs_tell_datasette_is_there(demo: Onelog) -> None:
    page = (EXAMPLES.parent / "docs" / "moving-out.md").read_text(encoding="utf-8")
    told = yaml.safe_load(page.split("```yaml\n")[1].split("```")[0])
    with closing(sqlite3.connect(demo.journal)) as db:
        for table, rules in told["databases"]["journal"]["tables"].items():
            columns = {row[1] for row in db.execute(f"PRAGMA table_xinfo({table})")}
            named = {rules.get("label_column"), rules.get("fts_pk")} - {None}
            named |= {one["array"] if isinstance(one, dict) else one for one in rules.get("facets", [])}
            assert named <= columns, table


def rows_of(run: Onelog, view: str) -> list[dict[str, Any]]:
    file = Database(run.journal)
    rows = list(file[view].rows)
    file.close()
    return rows
