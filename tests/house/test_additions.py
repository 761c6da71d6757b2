"""What an addition touches: each is made on a copy of the source and run, and its files are counted."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import Onelog

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
    app.show(Listed(Action, records.actions(app.store, mine=True, overdue=app.today)), json)
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


def test_a_command_over_what_is_there_touches_two_files(other: Onelog) -> None:
    assert add(other, COMMAND) == 2
    assert other("late") == other("actions --mine --overdue") != ""
    assert json.loads(other("late --json")) == other.json("actions --mine --overdue")
    assert other.screen("late") == other.screen("actions --mine --overdue")
