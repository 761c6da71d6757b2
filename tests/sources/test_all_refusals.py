"""Whatever is wrong in one file or in several is said at once, each with its file and line, and nothing is taken."""

from pathlib import Path

import pytest
from conftest import Onelog

from onelog.cli.care.imported import LISTED

pytestmark = pytest.mark.posix

OWN = "---\nwith: Ann\nat: 2026-13-40\n---\n\nhi\n\n---\nwith: Bea\nat: soon\n---\n\nho\n"
RUNNING = (
    "# Running\n\n## 2026-01-01 1:1 with Eve\na\n\n## 2026-02-30 1:1 with Eve\nb\n\n## Tue 2026-01-07 1:1 with Eve\nc\n"
)
TABLE = "Employee,Date\nAnn,2026-99-01\nBob,2026-01-01\nCyd,not a day\n,never\n"
RULES = '[columns]\nperson = "Employee"\nday = "Date"\n'
TASKS = "Task,Due,Since\nsend it,soon,then\n"
TASK_RULES = 'kind = "action"\n[columns]\ntext = "Task"\ndue = "Due"\nday = "Since"\n'
WARRIOR = (
    '[{"uuid":"x","description":"a","status":"pending","due":"2026"},\n'
    '{"uuid":"y","status":"pending","description":""},\n'
    '{"uuid":"z","description":"ok","status":"pending","entry":"20269901T000000Z","due":"20260132T000000Z"}]'
)
TODO = "(A) 2026-99-99 hi due:2026-88-01\nx 2026-13-01 foo\n2026-01-01 good\n"
DAY_ONE = (
    '{"entries": [\n{"uuid": "A", "creationDate": "never", "text": "1:1 with Mia"},\n'
    '{"uuid": "B", "creationDate": "2026-01-01", "text": "1:1 with Mia"}]}'
)
EVENT = (
    "BEGIN:VEVENT\nUID:{n}\nSUMMARY:1:1 with Mia\nDTSTART:20260105T100000Z\nDTEND:20260105T103000Z\n"
    "RRULE:FREQ=SECONDLY\nEND:VEVENT\n"
)
CALENDAR = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{EVENT.format(n=1)}{EVENT.format(n=2)}END:VCALENDAR\n"

EXPORT = (
    '{"onelog": 1, "people": [\n{"id": "k2qf", "uid": "x", "kind": "person", "name": "Mia"},\n'
    '{"id": "k3qf", "uid": "01a201a0-1c80-7008-bcea-2228c2e31911", "kind": "moon", "name": 5}],\n"moons": []}'
)

BAD: dict[str, tuple[str, list[int]]] = {
    "own.md": (OWN, [1, 8]),
    "run.md": (RUNNING, [6, 9]),
    "t.csv": (TABLE, [2, 4, 5, 5]),
    "tasks.csv": (TASKS, [2, 2]),
    "tw.json": (WARRIOR, [1, 2, 3, 3]),
    "todo.txt": (TODO, [1, 1, 2]),
    "dayone.json": (DAY_ONE, [2, 3]),
    "c.ics": (CALENDAR, [4, 11]),
}
"""Files, and the line of each thing that is wrong there."""


def lay(run: Onelog, *names: str) -> list[str]:
    (run.folder / "t.toml").write_text(RULES, encoding="utf-8")
    (run.folder / "tasks.toml").write_text(TASK_RULES, encoding="utf-8")
    for name in names:
        (run.folder / name).write_text(BAD[name][0], encoding="utf-8")
    return list(names)


def places(said: str) -> list[tuple[str, int]]:
    """(file, line) of each thing that is said to be wrong."""
    found = [line.partition(", line ") for line in said.splitlines() if ", line " in line]
    return [(name.removeprefix("onelog: "), int(rest.partition(":")[0])) for name, _, rest in found]


@pytest.mark.parametrize("name", BAD)
def test_all_that_is_wrong_in_a_file_is_said(onelog: Onelog, name: str) -> None:
    done = onelog.run("import", *lay(onelog, name))
    assert done.code in (1, 3)
    assert places(done.err) == [(name, line) for line in BAD[name][1]]
    assert "nothing was imported" in done.err
    assert not onelog.journal.exists()


def test_all_that_is_wrong_in_several_files_is_said_and_reported(onelog: Onelog) -> None:
    good = onelog.folder / "good.md"
    good.write_text("---\nperson: Mia\ndate: 2026-03-24\n---\nhello\n", encoding="utf-8")
    names = lay(onelog, *BAD)
    done = onelog.run("import", *names, "gone.md", "good.md", "lost.md", "--report", "report.txt")
    wanted = [(name, line) for name in BAD for line in BAD[name][1]]
    assert set(places(done.err)) <= set(wanted)
    assert len(places(done.err)) == LISTED - 1, "one of those shown is a file that is not there"
    assert f"onelog: {len(wanted) + 2} documents cannot be imported" in done.err
    report = (onelog.folder / "report.txt").read_text(encoding="utf-8")
    states = dict(
        line.split("\t")[:2] for line in report.split("\n\n")[1].splitlines() if ":" not in line.split("\t")[0]
    )
    assert states == dict.fromkeys([*names, "gone.md", "lost.md"], "not understood") | {"good.md": "skipped"}
    assert "something else cannot be taken" in report
    assert report.splitlines()[1] == "taken\t0 files\t0 lines"


def test_rules_name_all_columns_and_rules_that_are_none(onelog: Onelog) -> None:
    rules = Path(onelog.folder / "r.toml")
    lay(onelog, "todo.txt")
    (onelog.folder / "x.csv").write_text("Employee,Date\nAnn,2026-01-01\n", encoding="utf-8")
    rules.write_text('[columns]\nperson = "Who"\nday = "When"\n', encoding="utf-8")
    said = onelog.fails("import", "x.csv", "--rules", "r.toml")
    assert "Who" in said
    assert "When" in said
    rules.write_text("colums = 1\nmoons = 2\n", encoding="utf-8")
    said = onelog.fails("import", "x.csv", "--rules", "r.toml", code=2)
    assert "colums" in said
    assert "moons" in said


def test_all_that_is_wrong_in_exports_is_said_at_once(onelog: Onelog) -> None:
    onelog("log mia 'hi a: send it' --on 2026-11-20")
    good = onelog("export --format json")
    onelog.journal.unlink()
    broken = good.replace('"mood": null', '"mood": 9').replace('"status": "open"', '"status": "gone"')
    (onelog.folder / "one.json").write_text(broken, encoding="utf-8")
    (onelog.folder / "two.json").write_text(EXPORT, encoding="utf-8")
    (onelog.folder / "three.json").write_text(good, encoding="utf-8")
    said = onelog.fails("import one.json two.json three.json gone.json --report report.txt", code=3)
    for what in (
        "one.json, line ", "mood goes from 1 to 5", "status is ", "two.json: 'moons' is not a list", "uid is not a UUID",
        "people, record 2: ", "There is no file gone.json.",
    ):  # fmt: skip
        assert what in said
    report = (onelog.folder / "report.txt").read_text(encoding="utf-8")
    assert "\none.json\tnot understood\tjson" in report
    assert "three.json\tskipped\tjson" in report
    assert not onelog.journal.exists()


def test_an_export_is_in_the_report_as_well(onelog: Onelog) -> None:
    onelog("log mia hi")
    (onelog.folder / "one.json").write_text(onelog("export --format json"), encoding="utf-8")
    assert "one.json\tsame\tjson" in onelog("import one.json --report -")
    onelog.journal.unlink()
    assert "one.json\ttaken\tjson" in onelog("import one.json --report -")
