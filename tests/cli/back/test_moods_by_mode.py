"""`stats` shows moods by the mode of the meetings, with counts; it claims nothing of them."""

from typing import Any

import pytest
from conftest import Onelog, at, with_settings

NOW = at("2026-11-30")
TALKS = (
    ("2026-11-02", "mode:walk mood:4 seen:3"), ("2026-11-04", "mode:walk mood:5"), ("2026-11-06", "mode:walk mood:4 seen:4"),
    ("2026-11-09", "mode:video mood:2"), ("2026-11-11", "mode:video"), ("2026-11-13", "mood:3"), ("2026-10-02", "mode:phone mood:1"),
    ("2026-08-03", "mode:office mood:1"),
)  # fmt: skip  # pairs in lines


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    onelog("people", "add", "Mia", **at("2026-08-01"))
    onelog("people", "add", "Ben", **at("2026-08-01"))
    for day, words in TALKS:
        onelog("log", "mia", f"{words} we talked", **at(day))
    onelog("log", "ben", "mode:walk mood:1 we talked", **at("2026-11-12"))
    return onelog


def modes(run: Onelog, *more: str) -> dict[str, Any]:
    found = run.json("stats", "2026-11", *more, **NOW)["modes"]
    return {one["mode"]: (one["met"], one["mood"], one["seen"]) for one in found}


def number(value: float | None, n: int, *values: int) -> dict[str, Any]:
    return {"value": value, "n": n, "values": list(values)}


def test_each_mode_has_its_meetings_and_both_moods(mia: Onelog) -> None:
    assert modes(mia, "--with", "mia") == {
        "video": (2, number(None, 1, 2), number(None, 0)),
        "walk": (3, number(4.3, 3), number(None, 2, 3, 4)),
        "": (1, number(None, 1, 3), number(None, 0)),
    }
    assert modes(mia)["walk"] == (4, number(3.5, 4), number(None, 2, 3, 4))


@pytest.mark.parametrize("columns", [80, 60])
def test_it_reads_well_and_claims_nothing(mia: Onelog, columns: int) -> None:
    screen = mia.screen("stats", "2026-11", "--with", "mia", columns=columns, **NOW)
    lines = [line.split() for line in screen.splitlines()]
    walk = next(line for line in lines if line[:1] == ["Walk"] or line[:1] == ["walk"])
    assert " ".join(walk) == "walk me 4.3, mean of 3 · them 3, 4 3 meetings"
    assert "it says nothing of why" in screen
    assert max(map(len, screen.splitlines())) <= columns


def test_it_is_not_there_where_no_mode_or_no_mood_was_noted(onelog: Onelog) -> None:
    onelog("log", "mia", "mood:4 we talked", "--new", **at("2026-11-02"))
    assert modes(onelog) == {}
    onelog("log", "ben", "mode:walk we talked", "--new", **at("2026-10-02"))
    found = onelog.json("stats", "2026-10", **NOW)["modes"]
    assert found == []


def test_a_pipe_has_a_line_a_mode_and_japanese_its_words(mia: Onelog) -> None:
    lines = [line.split("\t") for line in mia("stats", "2026-11", "--with", "mia", **NOW).splitlines()]
    assert [line[1:] for line in lines if line[0] == "by_mode" and line[1] == "walk"] == [
        ["walk", "", "", "", "3", "4.3", "3", "", "", "2", "3 4"]
    ]
    with_settings(mia, 'language = "ja"\n')
    screen = mia.screen("stats", "2026-11", "--with", "mia", **NOW)
    assert "形式ごとの気分" in screen and "散歩" in screen and "形式の記録なし" in screen
