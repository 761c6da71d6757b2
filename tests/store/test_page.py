"""The journal is open to other programs: its schema stands on a page, and its views read well."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from conftest import EXAMPLES, Onelog
from sqlite_utils import Database

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


@pytest.mark.parametrize(
    ("view", "columns"),
    [
        ("open_actions", ["id", "text", "owner", "person", "due", "opened", "why", "goal", "meeting"]),
        ("timeline", ["at", "kind", "person", "text", "id"]),
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
