"""discover: more of the past, each with why it was chosen; and nothing that should stay where it is."""

from typing import Any

import pytest
from conftest import Onelog, at

pytestmark = pytest.mark.posix


def found(run: Onelog, *words: str, day: str = "2026-11-22") -> list[tuple[str, str]]:
    """(why, text) of each."""
    told: list[dict[str, Any]] = run.json("discover", *words, **at(day))
    return [(one["why"], one["record"].get("text") or one["record"]["notes"]) for one in told]


def test_each_says_why(onelog: Onelog) -> None:
    onelog("log", "mia", "aha: a year old", **at("2025-11-22"))
    onelog("log", "mia", "aha: a week old a: look at it", **at("2026-11-15"))
    assert found(onelog)[:2] == [("week", "a week old"), ("years", "a year old")]
    assert onelog.json("discover", **at("2026-11-22"))[1]["years"] == 1


def test_what_shares_rare_words_with_the_newest_note(onelog: Onelog) -> None:
    onelog("log", "ben", "win: the kestrel pilot convinced finance", **at("2026-03-01"))
    onelog("log", "ben", "win: something else altogether", **at("2026-03-02"))
    onelog("log", "mia", "she asked how the kestrel could convince, and whether finance minds", **at("2026-11-22"))
    told = onelog.json("discover mia", **at("2026-11-22"))
    assert [(one["why"], one["record"]["text"], set(one["words"])) for one in told] == [
        ("related", "the kestrel pilot convinced finance", {"kestrel", "finance"})
    ]
    assert told[0]["to"] == onelog.json("timeline mia")[0]["id"]


def test_in_japanese_too(onelog: Onelog) -> None:
    onelog("log", "ben", "aha: 広告予算は四半期の初めに決める", **at("2026-11-20"))
    onelog("log", "mia", "広告予算の話をした。四半期の見通しも。", **at("2026-11-22"))
    assert ("related", "広告予算は四半期の初めに決める") in found(onelog, "mia")


def test_what_was_never_followed_up(onelog: Onelog) -> None:
    onelog("log", "mia", "aha: with a promise\na: do it", **at("2026-10-01"))
    onelog("log", "mia", "aha: left alone", **at("2026-10-02"))
    onelog("log", "mia", "gr: shorter, please +writing\ngr: louder +speaking", **at("2026-10-03"))
    onelog("log", "mia", "p: that was short +writing", **at("2026-10-20"))
    onelog("topic", "mia", "the office plants", **at("2026-10-04"))
    onelog("log", "mia", "we met", **at("2026-10-05"))
    topic = onelog.json("topics mia")[0]["id"]
    onelog("done", topic, "--on", "2026-10-05", **at("2026-10-05"))
    ends = [one for one in found(onelog, day="2026-12-24") if one[0] in ("topic", "aha", "growth")]
    assert ends == [("topic", "the office plants"), ("growth", "louder +speaking")]  # the a-ha came back already
    assert ("month", "left alone") in found(onelog, day="2026-12-24")
    assert not [
        one for one in found(onelog, day="2026-10-10") if one[0] in ("topic", "growth")
    ]  # it is too early to say


def test_never_what_hurts(onelog: Onelog) -> None:
    lines = (
        "mood:2 aha: kestrel finance low",
        "seen:1 win: kestrel finance seen low",
        "c: kestrel finance worry",
        "x: kestrel finance mine",
    )
    for n, line in enumerate(lines, 1):
        onelog("log", "mia", line, **at(f"2026-10-0{n}"))
    onelog("log", "zoe", "aha: kestrel finance gone", **at("2026-10-08"))
    onelog("people", "archive", "zoe", **at("2026-10-09"))
    onelog("log", "mia", "kestrel finance again", **at("2026-11-20"))
    assert found(onelog) == []
    assert "Nothing to discover" in onelog.screen("discover", **at("2026-11-22"))


def test_with_nothing_and_with_one_meeting(onelog: Onelog) -> None:
    assert onelog("discover") == ""
    assert onelog.json("discover") == []
    onelog("log", "mia", "we met")
    assert onelog("discover mia") == ""


def test_each_record_once_and_in_the_width(demo: Onelog) -> None:
    ids = {one["record"]["id"] for one in demo.json("discover")}
    assert len(ids) == len(demo("discover").splitlines()) >= 6
    for columns in (60, 80):
        screen = demo.screen("discover", columns=columns)
        assert all(id_ in screen for id_ in ids)
        assert max(map(len, screen.splitlines())) <= columns


def test_hostile_words_are_only_words(onelog: Onelog) -> None:
    onelog("log", "mia", "aha: \x1b[31mred [bold] {x} %s", **at("2026-11-15"))
    assert "\x1b" not in onelog("discover", **at("2026-11-22"))
    assert "[bold] {x} %s" in onelog.screen("discover", **at("2026-11-22"))
