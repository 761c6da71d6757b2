"""review --for handover: what the next manager of somebody is given, and nothing else."""

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Onelog, at, with_settings
from inside import Inside
from secret_places import NOW, SECRETS, build

pytestmark = pytest.mark.posix

DAY = at("2026-11-30")
TALK = """on:2026-10-06 mood:1 seen:2 rating:2 energyquince the reorg worries me
a: ask finance for the seat due:2026-12-01
a: @them send the outline due:2026-10-20
a: @yuki bookquince the room
a: @them done before due:2026-10-07
d: decisionquince
aha: ahaquince small teams are faster
w: shipped the importer +delivery because: becausequince he stayed late
p: the calmest incident call +calm
gr: growthquince speaks over others
c: concernquince he may leave
f: factquince birthday 12 Mar
x: privatequince tired
t: topicquince the salary
g: on-call 3 checkinquince not sure he wants it
"""
TOLD = (
    "ask finance for the seat", "send the outline", "Lead the on-call group", "the calmest incident call", "shipped the importer",
    "delivery", "calm",
)  # fmt: skip  # words in lines


@pytest.fixture
def ben(onelog: Onelog) -> Onelog:
    """Ben, who reports to me, met three times; Yuki praised him, and he praised Yuki."""
    onelog("people", "add", "Ben Okafor", "--relation", "report", "--every", "2w", "--on", "tue", **at("2026-09-01"))
    onelog("people", "add", "Yuki Hayashi", "--relation", "peer", **at("2026-09-01"))
    onelog(
        "goals", "add", "Lead the on-call group", "--with", "ben", "--from", "0", "--to", "10", "--by", "2027-03-01",
        **at("2026-09-02"),
    )  # fmt: skip  # a command
    onelog("log", "ben", "-", input=TALK, **at("2026-10-06"))
    onelog("done", *[one["id"] for one in onelog.json("actions") if one["text"] == "done before"], **at("2026-10-07"))
    onelog("log", "ben", "notequince we talked", **at("2026-10-20"))
    onelog("praise", "a careful review +calm from:yuki to:ben", "--with", "ben", **at("2026-11-02"))
    onelog("praise", "praisequince thanks from:ben to:yuki", "--with", "ben", **at("2026-11-02"))
    onelog("topic", "ben", "gr: parkedquince ask first", **at("2026-11-20"))
    onelog("log", "yuki", "w: yukiquince won a: otherquince", **at("2026-11-03"))
    onelog("skip", "ben", "--why", "skipquince", **DAY)
    return onelog


def told(run: Onelog, *more: str) -> dict[str, Any]:
    found: dict[str, Any] = run.json("review", "--for", "handover", "--with", "ben", *more, **DAY)
    return found


def parts(found: dict[str, Any]) -> dict[str, list[str]]:
    return {
        part["key"]: [one["text"] for one in part["claims"]]
        for section in found["sections"]
        for part in section["parts"]
    }


@pytest.mark.long
@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_it_has_goals_open_promises_strengths_and_meetings_and_nothing_else(ben: Onelog, form: str) -> None:
    out = ben("review", "--for", "handover", "--with", "ben", "--format", form, **DAY)
    assert [word for word in TOLD if word not in out] == []
    assert re.findall(r"\w*quince\w*", out) == []
    assert "done before" not in out


def test_each_thing_stands_in_its_place(ben: Onelog) -> None:
    found = told(ben)
    assert parts(found) == {
        "met": ["Ben Okafor"],
        "mine_open": ["ask finance for the seat"],
        "theirs_open": ["send the outline"],
        "praised": ["the calmest incident call +calm", "a careful review +calm"],
        "wins": ["shipped the importer +delivery"],
    }
    (strengths,) = [one["strengths"] for one in found["sections"] if one["strengths"]]
    assert [(one["tag"], one["people"]) for one in strengths] == [("calm", 2), ("delivery", 0)]
    (goals,) = [one["looks"] for one in found["sections"] if one["looks"]]
    assert [(one["claim"]["text"], one["current"], one["checkins"]) for one in goals] == [
        ("Lead the on-call group", 3, [])
    ]
    assert {one["name"]: (one["now"], one["of"]) for one in found["counts"]} == {
        "meetings": (2, None), "meetings_kept": (1, 2),
    }  # fmt: skip  # two pairs
    assert (found["moods"], found["left_out"], found["mine"], found["theirs"], found["months"]) == (
        [],
        [],
        None,
        None,
        [],
    )


def test_without_a_period_it_is_the_last_year(ben: Onelog) -> None:
    assert told(ben)["period"] == told(ben, "2025-11-30..2026-11-30")["period"]
    assert parts(told(ben, "2026-11"))["praised"] == ["a careful review +calm"]


def test_it_says_of_whom_it_is_and_reads_well(ben: Onelog) -> None:
    out = ben("review --for handover --with ben", **DAY)
    for head in ("How often we met", "Goals", "Promises that are open", "I promised", "They promised", "Strengths"):
        assert re.search(rf"(?m)^#+ {head}$", out), head
    assert "for whoever comes after me · with Ben Okafor" in out
    assert "met last Tue 20 Oct" in out or "met last 20 Oct" in out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--for", "handover"], "who is being handed over"),
        (["--for", "handover", "--with", "ben", "--private"], "Reviews for others never include"),
    ],
)
def test_what_cannot_be_handed_over_is_said(ben: Onelog, words: list[str], why: str) -> None:
    assert why in ben.fails("review", *words, code=2, **DAY)


def test_redacted_nobody_is_named(ben: Onelog) -> None:
    out = ben("review --for handover --with ben --redact", **DAY)
    assert not [name for name in ("Ben", "Okafor", "Yuki", "Hayashi") if name in out] and "B.O." in out


def test_in_japanese(ben: Onelog) -> None:
    with_settings(ben, 'language = "ja"\n')
    out = ben("review --for handover --with ben", **DAY)
    for head in ("1on1の回数", "目標", "まだ終わっていない宿題", "自分の宿題", "相手の宿題", "強み"):
        assert re.search(rf"(?m)^#+ {head}$", out), head
    assert "引き継ぐ人向け" in out


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_secret_place_is_in_it(tmp_path: Path, language: str) -> None:
    """Every private place of a journal, in every form, on a terminal and in a pipe."""
    inside = Inside(tmp_path)
    build(inside)
    (inside.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    for words in ("", "2026", "--redact", "--format html", "--format json", "--format md"):
        done = inside("review", *words.split(), "--for", "handover", "--with", "mia", ONELOG_NOW=NOW)
        assert done.code == 0
        assert [name for name, word in SECRETS.items() if word in done.out + done.err] == []
