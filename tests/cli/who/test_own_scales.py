"""A scale of one's own from the command to the row in the file and back: every door, undo, every format, a year of change."""

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog, at

REPORT = "ask: energy 1-5\nask: workload 1-5\n\n## How are you?\n"


def put_form(run: Onelog, name: str, text: str) -> Path:
    """A form in the folder of this test's settings."""
    folder = run.folder / ".config" / "onelog" / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, a report, a form for reports, and one meeting with two scales."""
    put_form(onelog, "report", REPORT)
    onelog("people add Mia --relation report")
    onelog("log", "mia", "energy:4 we met. workload:2/5", **at("2026-11-20"))
    return onelog


def scales(run: Onelog) -> list[dict[str, int]]:
    """What each meeting has, the oldest first."""
    found = reversed(run.json("timeline"))
    return [{name: one["value"] for name, one in meeting["scales"].items()} for meeting in found]


def test_what_is_typed_is_in_the_row_with_its_range_and_gone_from_the_note(mia: Onelog) -> None:
    (meeting,) = mia.json("timeline")
    assert meeting["notes"] == "we met."
    assert meeting["scales"] == {
        "energy": {"value": 4, "low": 1, "high": 5},
        "workload": {"value": 2, "low": 1, "high": 5},
    }
    with closing(sqlite3.connect(mia.journal)) as db:
        ((row,),) = db.execute("SELECT scales FROM meeting")
        ((energy,),) = db.execute("SELECT json_extract(scales, '$.energy[0]') FROM meeting")
    assert (json.loads(row), energy) == ({"energy": [4, 1, 5], "workload": [2, 1, 5]}, 4)
    assert mia("timeline").split("\t")[-1].strip() == "energy 4/5, workload 2/5"


def test_undo_redo_and_history_know_it(mia: Onelog) -> None:
    mia("undo")
    assert mia.json("timeline") == []
    mia("redo")
    assert scales(mia) == [{"energy": 4, "workload": 2}]
    (meeting,) = mia.json("timeline")
    assert "energy" in mia(f"history {meeting['id']} --json")


def test_the_document_says_it_and_takes_a_change(mia: Onelog) -> None:
    (meeting,) = mia.json("timeline")
    document = mia(f"show {meeting['id']} --md")
    assert "energy: 4 # 1-5\nworkload: 2 # 1-5\n---" in document
    for was, now, after in (
        ("energy: 4 # 1-5", "energy: 5", {"energy": 5, "workload": 2}),
        ("workload: 2 # 1-5\n", "", {"energy": 5}),
        ("energy: 5 # 1-5", "energy: 9", {"energy": 5}),  # kept as it is, and said
    ):
        changed = mia(f"show {meeting['id']} --md").replace(was, now)
        (mia.folder / "new.md").write_text(changed, encoding="utf-8")
        mia(f"edit {meeting['id']}", ONELOG_EDITOR=f"cp {mia.folder / 'new.md'}")
        assert scales(mia) == [after]


TAKEN = {
    "energy:5": {"energy": 5, "workload": 2},
    "energy:５": {"energy": 5, "workload": 2},
    "energy:3/5 workload:1": {"energy": 3, "workload": 1},
    "energy:none": {"workload": 2},
}
REFUSED = {"energy:9": "1 to 5", "energy:0": "1 to 5", "energy:high": "1 to 5", "energi:3": "energi"}


@pytest.mark.parametrize(("typed", "after"), TAKEN.items())
def test_change_takes_a_scale_as_the_editor_does_and_undo_takes_it_back(
    mia: Onelog, typed: str, after: dict[str, int]
) -> None:
    (meeting,) = mia.json("timeline")
    before, document = mia("export --format json"), mia(f"show {meeting['id']} --md")
    mia("change", meeting["id"], *typed.split())
    assert scales(mia) == [after]
    changed = mia(f"show {meeting['id']} --md")
    mia("undo")
    assert mia("export --format json") == before
    for name in ("energy", "workload"):
        document = re.sub(rf"(?m)^{name}: .*\n", f"{name}: {after[name]}\n" if name in after else "", document)
    (mia.folder / "new.md").write_text(document, encoding="utf-8")
    mia(f"edit {meeting['id']}", ONELOG_EDITOR=f"cp {mia.folder / 'new.md'}")
    assert mia(f"show {meeting['id']} --md") == changed


@pytest.mark.parametrize(("typed", "said"), REFUSED.items())
def test_change_refuses_what_is_no_value_of_a_scale(mia: Onelog, typed: str, said: str) -> None:
    (meeting,) = mia.json("timeline")
    assert said in mia.run("change", meeting["id"], typed).err
    assert scales(mia) == [{"energy": 4, "workload": 2}]


def test_a_word_of_an_old_note_is_no_scale_when_its_form_comes(onelog: Onelog) -> None:
    onelog("log", "mia", "energy:4 said she, and english:3")
    before = onelog.json("timeline")
    put_form(onelog, "plain", "ask: energy 1-5\nask: english 1-5")
    onelog(f"edit {before[0]['id']}", ONELOG_EDITOR="sed -i s/said/told/")
    (after,) = onelog.json("timeline")
    assert (after["notes"], after["scales"]) == ("energy:4 told she, and english:3", {})


def test_json_and_a_folder_bring_it_into_an_empty_journal_without_the_form(mia: Onelog, tmp_path: Path) -> None:
    mia("export --format json -o all.json")
    mia("export --format folder -o all")
    mia("export -o all.md --ids")
    (mia.folder / ".config" / "onelog" / "forms" / "report.md").unlink()
    for source in ("all.json", "all", "all.md"):
        other = str(tmp_path / f"{source}.db")
        mia(f"import {source}", ONELOG_JOURNAL=other)
        found = json.loads(mia("timeline --json", ONELOG_JOURNAL=other))
        assert [one["scales"]["energy"] for one in found] == [{"value": 4, "low": 1, "high": 5}], source
    again = mia("export --format json", ONELOG_JOURNAL=str(tmp_path / "all.json.db"))
    assert again == (mia.folder / "all.json").read_text()


@pytest.mark.parametrize(
    "wrong",
    [
        {"energy": 4},
        {"energy": {"value": 9, "low": 1, "high": 5}},
        {"energy": {"value": 4}},
        [],
        {"a b": {"value": 1, "low": 1, "high": 5}},
    ],
    ids=repr,
)
def test_an_export_with_what_cannot_be_is_refused(mia: Onelog, wrong: Any) -> None:
    book = json.loads(mia("export --format json"))
    book["meetings"][0]["scales"] = wrong
    (mia.folder / "all.json").write_text(json.dumps(book))
    done = mia.run("import all.json", ONELOG_JOURNAL=str(mia.folder / "other.db"))
    assert done.code == 3
    assert "scales" in done.err


def test_csv_the_markdown_for_people_and_the_page_have_it(mia: Onelog) -> None:
    mia("log", "mia", "energy:2", **at("2026-11-21"))
    rows = list(csv.DictReader(io.StringIO(mia("export --format csv"))))
    assert [row["scales"] for row in rows if row["kind"] == "meeting"] == ["energy 4/5, workload 2/5", "energy 2/5"]
    assert "· energy 4/5 · workload 2/5_" in mia("export")
    page = mia("export --format html")
    assert "energy 4/5" in page
    assert "energy (1–5): Mia" in page
    assert "2 meetings from 20 Nov 2026 to 21 Nov 2026, each value from 1 to 5." in page


def test_search_finds_it(mia: Onelog) -> None:
    (hit,) = mia.json("search workload")
    assert hit["kind"] == "meeting"
    assert "workload 2/5" in hit["snippet"]


def test_prep_show_and_stats_tell_of_it(mia: Onelog) -> None:
    mia("log", "mia", "energy:2", **at("2026-11-21"))
    (energy, workload) = mia.json("prep mia")["scales"]
    assert energy == {
        "name": "energy", "low": 1, "high": 5,
        "values": [{"day": "2026-11-20", "value": 4}, {"day": "2026-11-21", "value": 2}],
    }  # fmt: skip
    assert workload["name"] == "workload"
    assert mia("prep mia").splitlines()[-2] == "scale\tenergy\t2026-11-21\t\t\t1\t5\t4 2"
    stats = {one["name"]: one for one in mia.json("stats")["scales"]}
    assert stats["energy"]["now"] == {"value": None, "n": 2, "values": [2, 4]}
    assert [month["n"] for month in stats["energy"]["months"]] == [0] * 11 + [2]
    assert "own_scale\tenergy" in mia("stats")
    assert "My own scales" in mia("explain own-scales")


def test_a_form_that_grows_changes_and_loses_scales_leaves_what_was_said(mia: Onelog) -> None:
    put_form(mia, "report", "ask: energy 1-10\nask: english 1-5")  # a year later: one grew, one came, one left
    mia("log", "mia", "energy:9 english:3 workload:4", **at("2027-11-20"))
    first, second = reversed(mia.json("timeline", **at("2027-11-21")))
    assert first["scales"]["energy"] == {"value": 4, "low": 1, "high": 5}
    assert second["scales"] == {
        "energy": {"value": 9, "low": 1, "high": 10},
        "english": {"value": 3, "low": 1, "high": 5},
    }
    assert second["notes"] == "workload:4"  # it is asked for no more
    drawn = [(one["name"], one["high"]) for one in mia.json("prep mia", **at("2027-11-21"))["scales"]]
    assert drawn == [("energy", 10), ("english", 5), ("energy", 5), ("workload", 5)]
    document = mia(f"show {first['id']} --md")
    assert "workload: 2 # 1-5" in document
    mia(f"edit {first['id']}", ONELOG_EDITOR="sed -i 's/# 1-5//'")  # as a program does that keeps no comments
    assert scales(mia)[0] == {"energy": 4, "workload": 2}


def test_notes_before_the_meeting_may_say_it_and_the_meeting_says_it_anew(mia: Onelog) -> None:
    mia("note", "mia", "energy:3 workload:5 she told me")
    mia("log", "mia", "energy:2 we met")
    assert scales(mia)[-1] == {"energy": 2, "workload": 5}


def test_another_relations_scale_may_be_said_of_anybody(mia: Onelog) -> None:
    mia("log", "ben", "energy:3 we met")
    assert scales(mia)[-1] == {"energy": 3}


def test_japanese_names_and_full_width_digits(onelog: Onelog) -> None:
    put_form(onelog, "plain", "聞く：元気 １〜５\n聞く：仕事量 1-5")
    onelog("log", "田中", "元気：４、仕事量：２。話した 宿題: 資料を送る 期限:金曜")
    (meeting,) = onelog.json("timeline")
    assert (scales(onelog), meeting["notes"]) == ([{"元気": 4, "仕事量": 2}], "話した")
    assert "元気: 4 # 1-5" in onelog(f"show {meeting['id']} --md")


def test_forgetting_takes_it_and_doctor_is_content(mia: Onelog) -> None:
    mia("backup")
    assert mia("doctor").strip() == ""
    mia("forget mia --confirm Mia")
    with closing(sqlite3.connect(mia.journal)) as db:
        assert db.execute("SELECT count(*) FROM meeting WHERE scales IS NOT NULL").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM change_row WHERE after LIKE '%energy%'").fetchone() == (0,)


def test_two_people_become_one_and_the_coming_meeting_keeps_both(mia: Onelog) -> None:
    mia("people add Mya --relation report --new")
    mia("note", "mia", "energy:3")
    mia("note", "mya", "workload:5 energy:1")
    mia("people merge mya mia")
    mia("log", "mia", "we met")
    assert scales(mia)[-1] == {"workload": 5, "energy": 3}
