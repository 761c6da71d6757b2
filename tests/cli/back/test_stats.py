"""stats: the numbers of a period as they are told, on a terminal, in a pipe and as JSON."""

import re
from typing import Any

import pytest
from conftest import Onelog
from rich.cells import cell_len

from onelog.core.glossary import known
from onelog.core.phrases import find, say
from onelog.terminal.insight.stats import ALONE, DAYS, GROUPS, SCORES

pytestmark = pytest.mark.posix

NAMES = [name for _, names in GROUPS for name in names]
KINDS = {"stat", "tagged", "month", "strip", "goal", "by_mode", "spread"}


def in_japanese(run: Onelog) -> None:
    file = run.folder / "ja.toml"
    file.write_text('language = "ja"\n', encoding="utf-8")
    run.env["ONELOG_CONFIG"] = str(file)


def drawn(strip: Any) -> str:
    """The signs of somebody's weeks."""
    signs = {"met": "■", "missed": "×", "skipped": "○", "none": "∙"}
    return "".join(
        "▁▂▃▄▅"[went - 1] if went else signs[week] for week, went in zip(strip["weeks"], strip["went"], strict=True)
    )


def figure(found: Any, name: str) -> Any:
    (one,) = [one for one in found["figures"] if one["name"] == name]
    return one


def test_a_pipe_gets_what_json_has(demo: Onelog) -> None:
    found = demo.json("stats 2026Q3")
    rows = [line.split("\t") for line in demo("stats 2026Q3").splitlines()]
    assert {row[0] for row in rows} == KINDS
    told = {row[1]: (float(row[5]) if row[5] else None, int(row[6])) for row in rows if row[0] == "stat"}
    assert told == {one["name"]: (one["now"]["value"], one["now"]["n"]) for one in found["figures"]}
    assert set(told) == set(NAMES)
    strips = {row[3]: row[4] for row in rows if row[0] == "strip"}
    signs = {"met": "m", "missed": "x", "skipped": "s", "none": "."}
    assert strips == {one["person"]: "".join(signs[week] for week in one["weeks"]) for one in found["strips"]}
    assert [row[1] for row in rows if row[0] == "tagged"] == [one["tag"] for one in found["skills"]]
    assert len([row for row in rows if row[0] == "month"]) == len(found["months"]) == 12
    assert (found["period"], found["before"], found["running"]) == ("2026Q3", "2026Q2", False)


def test_without_a_period_it_is_this_quarter(demo: Onelog) -> None:
    found = demo.json("stats")
    assert (found["period"], found["until"], found["running"]) == ("2026Q4", "2026-11-20", True)


def test_the_same_numbers_as_the_review(demo: Onelog) -> None:
    """What both tell is one number: counted once, told twice."""
    stats, review = demo.json("stats 2026Q3 --json"), demo.json("review 2026Q3")
    counts = {one["name"]: one for one in review["counts"]}
    for name in (
        "meetings",
        "meetings_kept",
        "ahas",
        "praise_given",
        "growth_given",
        "praise_received",
        "growth_received",
    ):
        for side in ("now", "before"):
            assert figure(stats, name)[side]["value"] == counts[name][side], (name, side)
    for whose in ("mine", "theirs"):
        for state in ("kept", "late", "undated", "overdue", "dropped", "open"):
            assert figure(stats, f"{whose}_{state}")["now"]["value"] == review[whose][state]


@pytest.mark.parametrize("period", ["2026Q1", "2026Q2"])
def test_the_pace_of_a_goal_is_that_of_the_last_day_of_the_period(demo: Onelog, period: str) -> None:
    """In March it was on track, whatever it is now: as the review has it and the screen."""
    (section,) = [one for one in demo.json(f"review {period}")["sections"] if one["key"] == "goals"]
    expected = {look["claim"]["id"]: look["pace"] for look in section["looks"] if look["target"] is not None}
    assert {"ahead", "behind"} <= set(expected.values())
    assert {goal["id"]: goal["pace"] for goal in demo.json(f"stats {period}")["goals"]} == expected
    rows = [line.split("\t") for line in demo(f"stats {period}").splitlines()]
    assert {row[1]: row[6] for row in rows if row[0] == "goal"} == expected


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [80, 60, 40])
def test_the_screen_says_every_number_and_fits(demo: Onelog, width: int, language: str) -> None:
    if language == "ja":
        in_japanese(demo)
    found = demo.json("stats 2026Q3")
    seen = demo.screen("stats 2026Q3", columns=width)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", seen).replace("\r", "").splitlines()
    assert max(map(cell_len, lines)) <= width
    text = " ".join(" ".join(lines).split())
    for name in NAMES:
        now, before = (figure(found, name)[side] for side in ("now", "before"))
        none = not now["value"] and not before["value"] and not name.endswith("_kept")
        if name not in (*ALONE, *DAYS, *SCORES) and now["n"] and not none:
            key = "stats.n_of_meetings" if name.startswith("meetings") else "stats.n_of"
            assert say(language, key, value=now["value"], n=now["n"]) in text, name
    strip = "".join(line.strip() for line in lines if line.strip() and set(line.strip()) <= set("▁▂▃▄▅■○×∙"))
    for one in found["strips"]:
        assert drawn(one) in (strip if width < 80 else text), one["person"]
    for one in found["spreads"]:
        assert all(f"{value} –" in text or f"{value} " in text for value in range(1, 6))
        assert (
            sum(one[key] for key in ("ones", "twos", "threes", "fours", "fives"))
            == figure(found, one["name"])["now"]["n"]
        )


def test_where_there_is_no_unicode_the_signs_are_plain(demo: Onelog) -> None:
    seen = demo.screen("stats 2026Q3 --with mia", PYTHONIOENCODING="ascii", columns=80)
    (strip,) = [part for part in seen.split() if len(part) == 53]
    assert set(strip) <= set("_:~=%#ox.")
    assert "_-% how it went  # met  o skipped  x missed  . nothing due" in seen


def test_no_percent_and_no_mean_of_few(onelog: Onelog) -> None:
    onelog("log", "mia", "one", "--mood", "2", "--new")
    onelog("log", "mia", "two", "--mood", "4", "--on", "yesterday")
    found = onelog.json("stats")
    assert figure(found, "mood")["now"] == {"value": None, "n": 2, "values": [2, 4]}
    seen = onelog.screen("stats")
    assert "2, 4" in seen
    assert "mean of" not in seen
    assert "%" not in seen
    onelog("log", "mia", "three", "--mood", "5", "--on", "2 days ago")
    assert figure(onelog.json("stats"), "mood")["now"] == {"value": 3.7, "n": 3, "values": []}
    assert "3.7, mean of 3" in onelog.screen("stats")


def test_a_concern_is_counted_and_never_told(onelog: Onelog) -> None:
    onelog("log", "mia", "c: the SECRETWORD freeze +hiddentag\nx: SECRETWORD too\n", "--on", "3 days ago", "--new")
    found = onelog.json("stats")
    assert figure(found, "concerns_open")["now"]["value"] == 1
    assert figure(found, "concern_age")["now"] == {"value": None, "n": 1, "values": [3]}
    for said in (onelog("stats"), onelog("stats --json"), onelog.screen("stats")):
        assert "SECRETWORD" not in said
        assert "hiddentag" not in said
    (concern,) = onelog.json("moments --kind concern --private")
    onelog("done", concern["id"])
    found = onelog.json("stats")
    assert figure(found, "concerns_open")["now"]["value"] == 0
    assert figure(found, "concern_days")["now"] == {"value": None, "n": 1, "values": [3]}


def test_a_journal_with_nothing_in_it(onelog: Onelog) -> None:
    for words in ("stats", "stats 2020", "stats 2025"):
        found = onelog.json(f"{words}")
        assert all(one["now"]["n"] == 0 for one in found["figures"])
        assert not found["strips"]
        assert "Nothing to count" in onelog.screen(words)
    assert not onelog.journal.exists()


def test_one_meeting_with_one_person(onelog: Onelog) -> None:
    onelog("log", "田中", "話した", "--new")
    found = onelog.json("stats")
    (strip,) = found["strips"]
    assert (strip["person"], strip["weeks"][-1], strip["weeks"].count("met"), strip["cadence"]) == (
        "田中",
        "met",
        1,
        False,
    )
    assert figure(found, "meetings_kept")["now"] == {"value": 0, "n": 0, "values": []}
    assert "田中" in onelog.screen("stats", columns=40)
    assert onelog.json("stats --with 田中")["person"] == "田中"


def test_show_has_the_strip_where_it_fits(demo: Onelog) -> None:
    (strip,) = demo.json("stats --with mia")["strips"]
    assert drawn(strip) in demo.screen("show mia")
    assert drawn(strip) in demo.screen("show mia", columns=60)
    assert "■" not in demo.screen("show mia", columns=50)


def test_refusals(demo: Onelog) -> None:
    assert "not a period" in demo.fails("stats sometime", code=2)
    assert "Nobody is called" in demo.fails("stats --with nobody")


def test_every_quantity_has_a_word() -> None:
    for name in NAMES:
        assert find(f"stats.{name}") or find(f"stats.{name.partition('_')[2]}"), name
    assert {"strip", "made", "by-month", "settling", "median"} <= set(known())


def test_feedback_with_one_person_is_what_one_of_us_gave_the_other(onelog: Onelog) -> None:
    onelog("log", "ben", "we met", "--new")
    onelog("log", "mia", "p: to:ben wrote it well\np: to:me clear talk\n", "--new")
    assert figure(onelog.json("stats"), "praise_given")["now"]["value"] == 1
    with_mia = onelog.json("stats --with mia")
    assert figure(with_mia, "praise_given")["now"]["n"] == 0
    assert figure(with_mia, "praise_received")["now"]["value"] == 1
    assert figure(onelog.json("stats --with ben"), "praise_given")["now"]["value"] == 1


def test_after_somebody_was_archived_nothing_is_missed(onelog: Onelog) -> None:
    onelog("people", "add", "Mia", "--every", "1w")
    onelog("log", "mia", "we met", "--on", "2026-09-01")
    onelog("people", "archive", "mia", ONELOG_NOW="2026-10-01T09:00:00+09:00")
    assert onelog.json("stats")["strips"] == []
    (strip,) = onelog.json("stats --with mia")["strips"]
    assert strip["weeks"].count("met") == 1
    assert strip["weeks"].count("missed") == 3
    assert strip["weeks"][-8:] == ["none"] * 8


def test_a_week_with_one_missed_and_one_skipped_says_missed(onelog: Onelog) -> None:
    onelog("people", "add", "Mia", "--every", "weekly", "--on", "mon,thu")
    onelog("log", "mia", "we met", "--on", "2026-11-05")
    onelog("skip", "mia", "--why", "away", ONELOG_NOW="2026-11-09T09:00:00+09:00")
    (strip,) = onelog.json("stats --with mia")["strips"]
    assert strip["weeks"][-3:-1] == ["met", "missed"]
    found = onelog.json("stats --with mia")
    assert figure(found, "meetings_skipped")["now"]["value"] == 1
