"""Standing topics: one that was raised comes back, for the first meeting on its next day or after it, until it is dropped."""

from typing import Any

import pytest
from conftest import Onelog, at, with_settings

pytestmark = pytest.mark.posix


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, whom one meets every two weeks on Mondays, and a topic that comes back every four weeks."""
    onelog("people add Mia --relation report --every 2w --on mon", **at("2026-11-30"))
    onelog("topic", "mia", "career #growth why: she asked", "--every", "4w", **at("2026-11-30"))
    return onelog


def parked(run: Onelog, *words: str, day: str = "2026-11-30") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run.json("topics", *words, **at(day))
    return found


def words(run: Onelog, day: str) -> list[str]:
    """The topics that stand in `prep` on a day."""
    return [one["text"] for one in run.json("prep mia", **at(day))["topics"]]


def test_it_is_parked_at_once_and_its_line_says_how_often(mia: Onelog) -> None:
    (one,) = parked(mia)
    assert (one["rule"], one["next"], one["status"]) == ("FREQ=WEEKLY;INTERVAL=4", None, "parked")
    assert "every 4 weeks" in mia.screen("topics mia", **at("2026-11-30"))
    assert "every 4 weeks" in mia.screen("prep mia", **at("2026-11-30"))
    assert f"- [ ] **Topic:** career #growth every:4w why: she asked ^{one['id']}" in mia(
        "prep mia --md", **at("2026-11-30")
    )


def test_once_raised_it_is_parked_again_for_its_next_day(mia: Onelog) -> None:
    (one,) = parked(mia)
    told = mia.screen(f"done {one['id']}", **at("2026-11-30"))
    (again,) = parked(mia)
    assert f"back Mon 28 Dec as {again['id']}" in told
    assert "why: she asked" in mia(f"show {again['id']} --md")
    assert again["text"] == "career #growth"
    assert (again["next"], again["meeting"], again["added"]) == ("2026-12-28", None, "2026-11-30")
    raised = mia.json(f"show {one['id']}")
    assert (raised["status"], raised["rule"], raised["next"]) == ("raised", None, None)
    screen = mia.screen("topics mia", **at("2026-12-01"))
    assert "back Mon 28 Dec" in screen and "parked" not in screen


def test_one_that_was_raised_on_an_earlier_day_counts_from_that_day(mia: Onelog) -> None:
    mia(f"done {parked(mia)[0]['id']} --on 2026-11-30", **at("2026-12-09"))
    assert [(one["added"], one["next"]) for one in parked(mia)] == [("2026-11-30", "2026-12-28")]


@pytest.mark.long
@pytest.mark.parametrize(
    ("met", "day", "there"),
    [
        ("2026-11-30", "2026-12-10", False),  # the meeting of 14 December is the next one
        ("2026-12-14", "2026-12-15", True),  # that of 28 December is
        ("2026-12-07", "2026-12-20", False),  # it stood for 30 November: that of 14 December is overdue
        ("2026-12-07", "2026-12-28", True),  # its day has come, and the meeting has not
    ],
)
def test_prep_has_it_for_the_first_meeting_on_its_day_or_after_it(
    mia: Onelog, met: str, day: str, *, there: bool
) -> None:
    mia(f"done {parked(mia)[0]['id']}", **at("2026-11-30"))
    mia("log mia talked", **at(met))
    assert words(mia, day) == ["career #growth"] * there
    assert ("career" in mia("prep mia --md", **at(day))) is there
    assert mia.json("team", **at(day))[0]["topics"] == there


def test_ticked_in_the_document_of_a_meeting_it_comes_back_as_well(mia: Onelog) -> None:
    document = mia("prep mia --md", **at("2026-12-14")).replace("- [ ] **Topic:** career", "- [x] **Topic:** career")
    (mia.folder / "met.md").write_text(document.replace("at:\n", "at: 2026-12-14 10:00\n", 1), encoding="utf-8")
    mia("log mia --file met.md", **at("2026-12-14"))
    (again,) = parked(mia)
    assert again["next"] == "2027-01-11"
    (meeting,) = mia.json("timeline mia --kind meeting", **at("2026-12-14"))
    assert [(one["status"], one["rule"]) for one in meeting["topics"]] == [("raised", None)]


def test_ticked_in_the_editor_it_comes_back_as_well(mia: Onelog) -> None:
    (one,) = parked(mia)
    mia(f"done {one['id']}", **at("2026-11-30"))
    (again,) = parked(mia)
    document = mia(f"show {again['id']} --md").replace("next:2026-12-28", "raised:2026-12-30")
    (mia.folder / "new.md").write_text(document, encoding="utf-8")
    mia(f"edit {again['id']}", ONELOG_EDITOR=f"cp {mia.folder / 'new.md'}", **at("2026-12-30"))
    assert [one["next"] for one in parked(mia)] == ["2027-01-27"]


def test_dropped_it_is_over_and_reopened_it_is_back(mia: Onelog) -> None:
    (one,) = parked(mia)
    mia(f"drop {one['id']} --why enough")
    assert parked(mia) == []
    mia(f"reopen {one['id']}")
    assert [one["rule"] for one in parked(mia)] == ["FREQ=WEEKLY;INTERVAL=4"]


def test_undo_and_redo_take_both_together(mia: Onelog) -> None:
    before = mia("export --format json")
    mia(f"done {parked(mia)[0]['id']}", **at("2026-11-30"))
    after = mia("export --format json")
    mia("undo")
    assert mia("export --format json") == before
    mia("redo")
    assert mia("export --format json") == after


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ("4w", "FREQ=WEEKLY;INTERVAL=4"),
        ("monthly", "FREQ=MONTHLY"),
        ("2 weeks on tue", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("毎月第1月曜", "FREQ=MONTHLY;BYDAY=1MO"),
    ],
)
def test_the_words_say_it_themselves_at_every_door(onelog: Onelog, said: str, rule: str) -> None:
    onelog("people add Mia")
    quoted = f'"{said}"' if " " in said else said
    onelog("topic", "mia", f"pay every:{quoted}")
    onelog("topic", "mia", "pay", "--every", said)
    onelog("note", "mia", f"t: pay every:{quoted} why: it was raised")
    onelog("log", "mia", "-", input=f"we met\n- Topic: pay every:{said}\n")
    assert [(one["text"], one["rule"]) for one in parked(onelog)] == [("pay", rule)] * 4


@pytest.mark.parametrize(
    ("said", "why"), [("often", "is not a cadence"), ("4w on xyz", "not a weekday"), ("0w", "is not a cadence")]
)
def test_what_is_no_cadence_is_refused_before_anybody_types(onelog: Onelog, said: str, why: str) -> None:
    onelog("people add Mia")
    assert why in onelog.fails("topic", "mia", "pay", "--every", said, code=2)
    assert parked(onelog) == []


def test_in_words_it_stays_text_and_is_said(onelog: Onelog) -> None:
    onelog("people add Mia")
    done = onelog.run("topic", "mia", "pay every:often and more")
    assert "every: 'often' is not a cadence" in done.err
    assert [(one["text"], one["rule"]) for one in parked(onelog)] == [("pay every:often and more", None)]


@pytest.mark.long
def test_every_way_out_brings_it_back_in(mia: Onelog) -> None:
    mia(f"done {parked(mia)[0]['id']}", **at("2026-11-30"))
    mia("topic", "mia", "holidays", "--every", "1st mon", **at("2026-11-30"))
    mia("log mia talked", **at("2026-12-14"))
    whole = mia("export all --format json --private")
    mia("export all --format folder --private -o notes")
    mia("export all --ids --private -o book.md")
    mia("export all --ids --private -o ja.md", ONELOG_CONFIG=str(_japanese(mia)))
    (mia.folder / "all.json").write_text(whole, encoding="utf-8")
    for source in ("all.json", "notes", "book.md", "ja.md"):
        other = {"ONELOG_JOURNAL": str(mia.folder / f"{source}.db")}
        mia(f"import {source}", **other)
        found = sorted((one["text"], one["rule"], one["next"]) for one in mia.json("topics", **other))
        assert found == [
            ("career #growth", "FREQ=WEEKLY;INTERVAL=4", "2026-12-28"),
            ("holidays", "FREQ=MONTHLY;BYDAY=1MO", None),
        ], source
    assert mia("export all --format json --private", ONELOG_JOURNAL=str(mia.folder / "all.json.db")) == whole


def _japanese(run: Onelog) -> Any:
    file = run.folder / "ja.toml"
    file.write_text('language = "ja"\n', encoding="utf-8")
    return file


def test_a_pipe_and_csv_say_it_at_their_ends(mia: Onelog) -> None:
    mia(f"done {parked(mia)[0]['id']}", **at("2026-11-30"))
    assert mia("topics").rstrip("\n").split("\t")[-2:] == ["FREQ=WEEKLY;INTERVAL=4", "2026-12-28"]
    head, *rows = mia("export all --format csv").splitlines()
    place = head.split(",").index("next")
    assert [row.split(",")[place] for row in rows if "career" in row] == ["", "2026-12-28"]


def test_in_japanese(mia: Onelog) -> None:
    with_settings(mia, 'language = "ja"\n')
    (one,) = parked(mia)
    assert "4週間ごと" in mia.screen("topics", **at("2026-11-30"))
    assert "12月28日(月)に" in mia.screen(f"done {one['id']}", **at("2026-11-30"))
    assert "12月28日(月)から" in mia.screen("topics", **at("2026-11-30"))
