"""move: the coming meeting on another day or at another hour; next, today, prep and the kept-rate know it."""

import json
import shlex
from typing import Any

import pytest
from conftest import Onelog, at, with_settings

pytestmark = pytest.mark.posix

TODAY = at("2026-11-18")


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, met on Tuesday the 10th of November, every two weeks at two."""
    onelog("people add Mia --relation report --every 2w --on tue --at 14:00", **at("2026-11-10"))
    onelog("log mia talked", **at("2026-11-10"))
    return onelog


def due(run: Onelog, day: str = "2026-11-18") -> tuple[str, str | None]:
    found = run.json("next", **at(day))[0]
    return found["next_due"], found["hour"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ("2026-11-24", "14:00")),
        ("thu", ("2026-11-19", "14:00")),
        ("2026-11-26 15:00", ("2026-11-26", "15:00")),
        ("26 Nov 9:30", ("2026-11-26", "09:30")),
        ("15:30", ("2026-11-24", "15:30")),
        ("5pm", ("2026-11-24", "17:00")),
        ("+1w", ("2026-11-25", "14:00")),
        ("来週の木曜 15時", ("2026-11-26", "15:00")),
        ("2027-03-01 10:00", ("2027-03-01", "10:00")),
    ],
)
def test_the_day_and_the_hour_that_are_meant(mia: Onelog, words: str, expected: tuple[str, str]) -> None:
    if words:
        mia("move", "mia", *words.split(" "), **TODAY)
    assert due(mia) == expected


def test_today_is_a_day_to_move_to_though_its_midnight_is_past(mia: Onelog) -> None:
    mia("move mia today", **TODAY)
    assert due(mia) == ("2026-11-18", "14:00")


@pytest.mark.long
def test_the_screens_say_from_when_to_when_and_why(mia: Onelog) -> None:
    said = mia.screen("move mia thu 15:00 --why 'she is away'", **TODAY)
    assert "Mia, Tue 24 Nov → Thu 19 Nov 15:00" in said
    assert "next due Thu 19 Nov 15:00 · every 2 weeks on Tue" in said
    for command in ("next", "prep mia"):
        screen = mia.screen(command, **TODAY)
        assert "tomorrow · Thu 19 Nov 15:00" in screen
        assert "moved from Tue 24 Nov: she is away" in screen
    shown = mia.screen("show mia", **TODAY)
    assert "every 2 weeks on Tue · 14:00" in shown
    assert "Tue 24 Nov → Thu 19 Nov 15:00  she is away" in shown


def test_today_has_it(mia: Onelog) -> None:
    mia("move mia thu 15:00", **TODAY)
    assert "Thu 19 Nov 15:00" in mia.screen("--color", "never", **TODAY)


def test_a_meeting_near_it_uses_it_up_and_the_rhythm_stays(mia: Onelog) -> None:
    mia("move mia 2026-11-30 15:00", **TODAY)
    mia("log mia talked", **at("2026-11-30"))
    assert due(mia, "2026-12-01") == ("2026-12-08", "14:00")
    (standing,) = mia.json("next --all", **at("2026-12-01"))
    assert standing["kept"] == {"kept": 1, "skipped": 0, "missed": 0, "n": 1}


def test_skip_takes_it_out_and_so_does_undo(mia: Onelog) -> None:
    before = mia("export --format json")
    mia("move mia 2026-11-30", **TODAY)
    after = mia("export --format json")
    mia("skip mia --why 'she is ill'", **at("2026-11-19"))
    assert due(mia, "2026-11-19") == ("2026-12-08", "14:00")
    mia("undo")
    assert mia("export --format json") == after
    mia("undo")
    assert mia("export --format json") == before
    mia("redo")
    assert mia("export --format json") == after


def test_moving_again_and_again_is_no_warning(mia: Onelog) -> None:
    for day in ("2026-11-26", "2026-11-27", "2026-11-30"):
        mia(f"move mia {day}", **TODAY)
    assert [one["rule"] for one in mia.json("watch", **TODAY)] == []
    assert due(mia)[0] == "2026-11-30"


def test_somebody_without_a_cadence_can_be_met_on_a_day(onelog: Onelog) -> None:
    onelog("people add Ben")
    said = onelog.screen("move ben 2027-03-01 10:00", **TODAY)
    assert "Ben, Mon 1 Mar 10:00" in said and "next due Mon 1 Mar 10:00" in said
    assert due(onelog) == ("2027-03-01", "10:00")
    onelog("skip ben --why 'no need'", **TODAY)
    assert onelog.json("next", **TODAY) == []
    assert "no cadence" in onelog.fails("skip ben", **TODAY)


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        ("move mia yesterday", "is past", 2),
        ("move mia 2026-11-18 9:00", "is past", 2),
        ("move mia 2026-11-24 14:00", "is on 2026-11-24 already", 1),
        ("move mia tue", "is on 2026-11-24 already", 1),
        ("move mia someday", "not a time", 2),
        ("move nobody thu", "nobody", 1),
        ("move mia", "WHEN", 2),
        ("move mia thu --why 'c: she cries'", "private", 1),
        ("people edit mia --at 25:00", "There is no hour '25:00'", 2),
        ("people edit mia --at often", "There is no hour 'often'", 2),
    ],
)
def test_what_cannot_be_is_said(mia: Onelog, words: str, said: str, code: int) -> None:
    before = mia("export --format json")
    assert said.lower() in mia.fails(words, code=code, **TODAY).lower()
    assert mia("export --format json") == before


def test_nobody_who_is_archived_is_moved(mia: Onelog) -> None:
    mia("people archive mia", **TODAY)
    assert "Mia is archived" in mia.fails("move mia thu", **TODAY)


@pytest.mark.parametrize(
    ("said", "hour"), [("9:00", "09:00"), ("5pm", "17:00"), ("noon", "12:00"), ("午後2時半", "14:30"), ("", None)]
)
def test_the_usual_hour(mia: Onelog, said: str, hour: str | None) -> None:
    mia("people", "edit", "mia", "--at", said, **TODAY)
    assert mia.json("people")[0]["hour"] == hour
    document = mia("show mia --md")
    assert ("at: " in document) is bool(hour)


def test_the_document_takes_an_hour(mia: Onelog) -> None:
    (mia.folder / "new.md").write_text(mia("show mia --md").replace("14:00", "3pm"), encoding="utf-8")
    mia("edit mia", ONELOG_EDITOR=f"cp {mia.folder / 'new.md'}")
    assert mia.json("people")[0]["hour"] == "15:00"


def test_an_export_is_the_whole_truth(mia: Onelog) -> None:
    mia("move mia thu 15:00 --why 'she is away'", **TODAY)
    whole = mia("export --format json")
    (mia.folder / "all.json").write_text(whole, encoding="utf-8")
    other = {"ONELOG_JOURNAL": str(mia.folder / "other.db")}
    mia("import all.json", **other)
    assert mia("export --format json", **other) == whole
    assert due(mia) == due_in(mia, other) == ("2026-11-19", "15:00")
    for key, wrong in (("hour", "25:00"), ("hour", 9), ("moved", "thursday")):
        said: Any = json.loads(whole)
        said["people" if key == "hour" else "skips"][0][key] = wrong
        (mia.folder / "bad.json").write_text(json.dumps(said), encoding="utf-8")
        assert key in mia.fails("import bad.json", code=3, ONELOG_JOURNAL=str(mia.folder / "bad.db"))


def due_in(run: Onelog, other: dict[str, str]) -> tuple[str, str]:
    found = run.json("next", ONELOG_NOW=TODAY["ONELOG_NOW"], **other)[0]
    return found["next_due"], found["hour"]


def test_merged_people_keep_what_was_planned(mia: Onelog) -> None:
    mia("people add Maria --new")
    mia("move mia thu 15:00", **TODAY)
    mia("people merge mia maria", **TODAY)
    assert due(mia) == ("2026-11-19", "15:00")


def test_in_japanese(mia: Onelog) -> None:
    with_settings(mia, 'language = "ja"\n')
    assert "11月24日(火) → 11月19日(木) 15:00" in mia.screen("move mia 木曜 15時", **TODAY)
    assert "11月24日(火)から変更" in mia.screen("next", **TODAY)


CHANGED = {
    "a move": ("change {move} on:2026-12-04", "onelog move Ben 2026-12-04"),
    "a move to an hour": ("change {move} 'on:2026-12-04 15:00'", "onelog move Ben 2026-12-04 15:00"),
    "the last move": ("change last on:thu", "onelog move Ben thu"),
    "the words of a move": ("change {move} why:later", "onelog move Ben WHEN"),
    "the usual day": ("change ben on:thu", "onelog people edit Ben --on thu"),
    "the usual hour": ("change ben at:14:00", "onelog people edit Ben --at 14:00"),
}


@pytest.mark.parametrize(("line", "command"), CHANGED.values(), ids=CHANGED.keys())
def test_change_names_the_command_that_plans_a_meeting(onelog: Onelog, line: str, command: str) -> None:
    """And that command does it."""
    onelog("people add Ben --every 2w --on tue")
    onelog("move", "ben", "2026-11-27")
    move = onelog.run("history --limit 1").out.split("skip:")[1].split()[0]
    said = onelog.fails(*shlex.split(line.format(move=move)))
    assert command in said
    if "WHEN" not in command:
        onelog(
            *shlex.split(command)[1:3],
            *([" ".join(shlex.split(command)[3:])] if " move " in command else shlex.split(command)[3:]),
        )
