"""What an addition touches: each is made on a copy of the source and run, and its files are counted."""

import csv
import io
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Onelog

from onelog.store.schema import VERSION

pytestmark = pytest.mark.posix

SOURCE = Path(__file__).parents[2] / "src" / "onelog"

LAST_ROW = '        ("help", "care.help", "help_", CARE, "goals add"),\n'
REPORT = {
    "core/results/weekdays.py": '''\
"""On which days of the week one meets."""

from typing import NamedTuple

from onelog.core.presenter import presented


@presented("weekday", listed="insight.weekdays", columns=("name", "", "", "", "meetings", ("longest, in minutes", "longest")))
class Weekday(NamedTuple):
    """One day of the week."""

    name: str
    meetings: int
    longest: int | None = None
''',
    "insight/weekdays.py": '''\
"""On which days of the week one meets."""

from onelog.core.results.weekdays import Weekday
from onelog.store import meetings
from onelog.store.database import Store


def count(store: Store) -> list[Weekday]:
    found = [one for one in meetings.newest(store) if one.at]
    return [
        Weekday(name, len(held), max((one.minutes or 0 for one in held), default=None))
        for number, name in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri"))
        if (held := [one for one in found if one.at.weekday() == number])
    ]
''',
    "terminal/insight/weekdays.py": '''\
"""On which days of the week one meets."""

from collections.abc import Sequence
from datetime import date

from onelog.core.results.weekdays import Weekday
from onelog.terminal.kit.screen import Screen


def draw(screen: Screen, weekdays: Sequence[Weekday], today: date) -> None:
    if not weekdays:
        screen.text("No meetings yet.")
    for one in weekdays:
        screen.row([f"{one.name}  "], [str(one.meetings)])
''',
    "cli/back/weekdays.py": '''\
"""weekdays: on which days of the week one meets."""

from onelog.cli.app import Ctx
from onelog.cli.options import Json
from onelog.core.presenter import Listed
from onelog.core.results.weekdays import Weekday
from onelog.insight import weekdays as counted


def weekdays(ctx: Ctx, json: Json = False) -> None:
    """Count meetings by the day of the week."""
    app = ctx.obj
    app.show(Listed(Weekday, counted.count(app.store)), json)
''',
    "cli/__init__.py": '        ("weekdays", "back.weekdays", "weekdays", BACK),\n',
}
COMMAND = {
    "cli/day/late.py": '''\
"""late: what I owe that is late."""

from onelog.cli.app import Ctx
from onelog.cli.options import Json
from onelog.core.model import Action
from onelog.core.presenter import Listed
from onelog.store import records


def late(ctx: Ctx, json: Json = False) -> None:
    """List what I owe that is late."""
    app = ctx.obj
    app.show(Listed(Action, records.actions(app.store, whose='mine', overdue=app.today)), json)
''',
    "cli/__init__.py": '        ("late", "day.late", "late", DAILY),\n',
}


@pytest.fixture
def other(demo: Onelog, tmp_path: Path) -> Onelog:
    """onelog run from a copy of its source."""
    shutil.copytree(SOURCE, tmp_path / "copy" / "onelog", ignore=shutil.ignore_patterns("__pycache__"))
    demo.env["PYTHONPATH"] = str(tmp_path / "copy")
    demo.env.pop("PYTHONDONTWRITEBYTECODE", None)  # the second command starts faster
    return demo


def add(other: Onelog, files: dict[str, str]) -> int:
    """Writes the files of an addition into the copy; a row goes where the rows are. How many files it touched."""
    copy = other.folder / "copy" / "onelog"
    for name, text in files.items():
        whole = (copy / name).read_text(encoding="utf-8").replace(LAST_ROW, LAST_ROW + text) if text[0] == " " else text
        (copy / name).write_text(whole, encoding="utf-8")
    before = {path.relative_to(SOURCE): path.read_bytes() for path in SOURCE.rglob("*.py")}
    after = {path.relative_to(copy): path.read_bytes() for path in copy.rglob("*.py")}
    return sum(before.get(path) != text for path, text in after.items())


@pytest.mark.long
def test_a_report_with_a_view_json_and_columns_touches_five_files(other: Onelog) -> None:
    assert add(other, REPORT) == 5
    found = other.json("weekdays")
    assert [list(one) for one in found] == [["kind", "name", "meetings", "longest"]] * len(found)
    assert {one["kind"] for one in found} == {"weekday"}
    assert {one["name"] for one in found} <= {"Mon", "Tue", "Wed", "Thu", "Fri"}
    assert sum(one["meetings"] for one in found) > 100
    lines = [line.split("\t") for line in other("weekdays").splitlines()]
    assert lines == [
        ["weekday", one["name"], "", "", "", str(one["meetings"]), str(one["longest"])] for one in found
    ]  # fmt: skip
    assert other.screen("weekdays") == "".join(f"{one['name']}  {one['meetings']}\n" for one in found)
    assert "Count meetings by the day of the week." in other("weekdays --help")
    other.env["ONELOG_JOURNAL"] = str(other.folder / "none.db")  # an empty list is drawn as such a list, too
    assert (other.screen("weekdays"), other("weekdays"), other.json("weekdays")) == ("No meetings yet.\n", "", [])


@pytest.mark.long
def test_a_command_over_what_is_there_touches_two_files(other: Onelog) -> None:
    assert add(other, COMMAND) == 2
    assert other("late") == other("actions --mine --overdue") != ""
    assert json.loads(other("late --json")) == other.json("actions --mine --overdue")
    assert other.screen("late") == other.screen("actions --mine --overdue")


# --- a field and a kind of record


STEP = f"m{VERSION + 1:03}_effort"
FIELD: dict[str, tuple[str, ...]] = {
    "core/fields.py": (
        "        _OUTCOME._replace(searched=3),\n    ),\n    Moment: (",
        '        _OUTCOME._replace(searched=3),\n        Field("effort", "int", most=5, is_late=True),\n    ),\n    Moment: (',
    ),
    "core/model.py": (
        '    """What came of it, or why it was dropped; `why` is what it is for."""\n',
        '    """What came of it, or why it was dropped; `why` is what it is for."""\n    effort: int | None = None\n',
    ),
    "store/migrations.py": (
        f', M{VERSION:03}),\n)\n"""Each',
        f', M{VERSION:03}),\n    ("{STEP}", "ALTER TABLE action ADD COLUMN effort INTEGER"),\n)\n"""Each',
    ),
}
KIND: dict[str, tuple[str, ...]] = {
    "core/model.py": ('"fact", "private")\nFEEDBACK', '"fact", "private", "hunch")\nFEEDBACK'),
    "markdown/families.py": (
        '    "topic": Family("t", (',
        '    "hunch": Family("", ("hunch", "予感"), ("hunches",)),\n    "topic": Family("t", (',
    ),
    "core/phrases/words.py": (
        '    "decision": ("Decision", "決定"),\n',
        '    "decision": ("Decision", "決定"),\n    "hunch": ("Hunch", "予感"),\n    "n_hunch": (("{n} hunch", "{n} hunches"), "予感{n}件"),\n',
    ),
}


def edit(other: Onelog, files: dict[str, tuple[str, ...]]) -> int:
    """Changes each text of a file of the copy into the one after it. How many files that touched."""
    for name, texts in files.items():
        path = other.folder / "copy" / "onelog" / name
        whole = path.read_text(encoding="utf-8")
        for before, after in zip(texts[::2], texts[1::2], strict=True):
            assert whole.count(before) == 1, (name, before)
            whole = whole.replace(before, after)
        path.write_text(whole, encoding="utf-8")
    return len(files)


@pytest.mark.long
def test_a_stored_field_touches_three_files(other: Onelog) -> None:
    assert edit(other, FIELD) == 3
    before = other.json("actions")
    assert {one["effort"] for one in before} == {None}, "an older journal is read as it is"
    said = json.loads(other("export", "--format", "json"))
    given = next(one for meeting in said["meetings"] for one in meeting["actions"] if one["status"] == "open")
    given["effort"] = 4
    (other.folder / "all.json").write_text(json.dumps(said), encoding="utf-8")
    other.env["ONELOG_JOURNAL"] = str(other.folder / "new.db")
    other("import", "all.json")
    (found,) = [one for one in other.json("actions") if one["effort"]]
    assert (found["uid"], found["effort"]) == (given["uid"], 4)
    lines = [line.split("\t") for line in other("actions").splitlines()]
    assert [line for line in lines if len(line) > 14] == [
        [*next(x for x in lines if x[1] == found["id"])[:14], "", "4"]
    ]
    rows = list(csv.DictReader(io.StringIO(other("export", "--format", "csv"))))
    assert {row["id"]: row["effort"] for row in rows if row["effort"]} == {found["id"]: "4"}
    assert json.loads(other("export", "--format", "json")) == said
    assert "| `effort` | INTEGER |" in other("db schema")
    other("done", found["id"])
    other("undo")
    assert json.loads(other("export", "--format", "json")) == said
    assert {one["check"] for one in other.json("doctor")["findings"]} <= {"backup"}
    given["effort"] = 6
    (other.folder / "bad.json").write_text(json.dumps(said), encoding="utf-8")
    assert "effort goes from 1 to 5" in other.run("import", "bad.json").err


@pytest.mark.long
def test_a_kind_of_moment_touches_three_files_and_makes_no_table_anew(other: Onelog) -> None:
    assert edit(other, KIND) == 3
    made = schema_of(other)
    other("log", "mia", "we spoke of the launch hunch: ask first +calm")
    assert schema_of(other) == made
    (found,) = other.json("moments --kind hunch")
    assert (found["kind"], found["text"], found["tags"]) == ("hunch", "ask first +calm", ["calm"])
    assert other("moments --kind hunch").split("\t")[:2] == ["hunch", found["id"]]
    for language, word in (("en", "Hunch"), ("ja", "予感")):
        (other.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
        other.env["ONELOG_CONFIG"] = str(other.folder / "config.toml")
        assert word in other.screen("show", found["id"])
        assert "ask first" in other.screen("timeline")
        assert word in other("export", "2026Q4")
    whole = json.loads(other("export", "--format", "json"))
    (other.folder / "all.json").write_text(json.dumps(whole), encoding="utf-8")
    assert "hunch" in other("export --format csv")
    for words in (
        "stats",
        "prep mia",
        "search ask",
        "skills",
        "thread",
        "moments",
        "review 2026Q4",
        "watch",
        "discover",
    ):
        other.screen(words)
    assert {one["check"] for one in other.json("doctor")["findings"]} <= {"backup"}
    other.env["ONELOG_JOURNAL"] = str(other.folder / "new.db")
    other("import", "all.json")
    assert other.json("moments --kind hunch") == [found]


def schema_of(other: Onelog) -> list[str]:
    """The SQL of a journal's tables."""
    with closing(sqlite3.connect(other.journal)) as db:
        return [row[0] for row in db.execute("SELECT sql FROM sqlite_schema ORDER BY name")]


@pytest.mark.long
def test_another_phrase_touches_one_file(other: Onelog) -> None:
    words = (SOURCE / "core" / "phrases" / "words.py").read_text(encoding="utf-8")
    before, after = '"i_owe": ("I owe", "自分の宿題")', '"i_owe": ("I promised", "自分の約束")'
    assert add(other, {"core/phrases/words.py": words.replace(before, after)}) == 1
    assert "I promised" in other.screen("actions --mine")
    assert "I promised" in other.screen("")  # the day says the same
    settings = other.folder / "ja.toml"
    settings.write_text('language = "ja"\n', encoding="utf-8")
    assert "自分の約束" in other.screen("actions --mine", ONELOG_CONFIG=str(settings))
