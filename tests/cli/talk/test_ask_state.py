"""`ask` knows how it stands with somebody, and says why it chose a question."""

import re
from typing import Any

import pytest
from conftest import Onelog, at, with_settings

NOW = at("2026-11-30")


@pytest.fixture
def mia(onelog: Onelog) -> Onelog:
    """Mia, whom one has met weekly for a month, and nothing weighs on her."""
    onelog("people add Mia --relation report --every 1w", **at("2026-11-01"))
    for day in ("2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"):
        onelog("log", "mia", "seen:4 we talked", **at(day))
    return onelog


def asked(run: Onelog, *more: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run.json("ask", "mia", *more, **NOW)
    return found


def low(run: Onelog) -> None:
    for day, seen in (("2026-11-24", 2), ("2026-11-25", 1), ("2026-11-26", 2)):
        run("log", "mia", f"seen:{seen} we talked", **at(day))


def test_where_nothing_weighs_it_says_no_reason(mia: Onelog) -> None:
    (one,) = asked(mia)
    assert (one["because"], one["state"]) == ("", None)
    assert "because" not in mia.screen("ask mia", **NOW)


def test_an_open_concern_is_counted_and_never_told(mia: Onelog) -> None:
    mia("concern", "quince she may leave", "--with", "mia", **at("2026-11-10"))
    (one,) = asked(mia)
    assert (one["because"], one["theme"], one["state"]["n"], one["state"]["since"]) == (
        "concern",
        "wellbeing",
        1,
        "2026-11-10",
    )
    screen = mia.screen("ask mia", **NOW)
    assert "because 1 concern is open, noted 2 weeks ago" in screen and "quince" not in screen
    mia("done", mia.json("moments", "mia", "--kind", "concern", "--private")[0]["id"], **NOW)
    assert asked(mia)[0]["because"] == ""


def test_three_low_moods_of_theirs(mia: Onelog) -> None:
    mia("log", "mia", "seen:2 we talked", **at("2026-11-24"))
    mia("log", "mia", "seen:1 we talked", **at("2026-11-25"))
    assert asked(mia)[0]["because"] == ""
    mia("log", "mia", "seen:2 we talked", **at("2026-11-26"))
    (one,) = asked(mia)
    assert (one["because"], one["theme"], one["state"]["moods"]) == ("moods", "wellbeing", [2, 1, 2])
    assert "because of their last moods, as you saw them: 2 1 2" in mia.screen("ask mia", **NOW)


def test_my_own_moods_are_no_reason_to_ask_about_theirs(mia: Onelog) -> None:
    for day in ("2026-11-24", "2026-11-25", "2026-11-26"):
        mia("log", "mia", "mood:1 we talked", **at(day))
    assert asked(mia)[0]["because"] == ""


@pytest.mark.parametrize(
    ("meetings", "said"), [(0, "have not met yet"), (1, "met 1 time so far"), (2, "met 2 times so far"), (3, "")]
)
def test_somebody_new_is_asked_what_one_can_begin_with(onelog: Onelog, meetings: int, said: str) -> None:
    onelog("people add Mia --relation report", **at("2026-11-01"))
    for day in range(meetings):
        onelog("log", "mia", "we talked", **at(f"2026-11-{27 + day}"))
    (one,) = asked(onelog)
    assert (one["because"] == "new") == bool(said)
    assert said in onelog.screen("ask mia", **NOW)
    if said:
        assert one["theme"] == "opening"
        assert not re.search(r"\b(last|lately|since)\b", one["text"])


@pytest.mark.parametrize(
    ("every", "met", "is_absence"),
    [
        ("1w", "2026-11-15", True),
        ("1w", "2026-11-16", False),
        ("1m", "2026-11-01", False),
        ("", "2026-10-04", True),
        ("", "2026-10-06", False),
    ],
)
def test_a_long_time_without_a_meeting(onelog: Onelog, every: str, met: str, *, is_absence: bool) -> None:
    onelog("people", "add", "Mia", "--relation", "report", *(["--every", every] if every else []), **at("2026-08-01"))
    for day in ("2026-09-01", "2026-09-08", met):
        onelog("log", "mia", "we talked", **at(day))
    (one,) = asked(onelog)
    assert (one["because"] == "absence") is is_absence
    if is_absence:
        assert re.search(r"\b(last|lately|since)\b", one["text"])
        assert "because you last met" in onelog.screen("ask mia", **NOW)


def test_each_reason_has_one_question_and_then_it_goes_on_as_ever(mia: Onelog) -> None:
    low(mia)
    mia("concern", "she may leave", "--with", "mia", **at("2026-11-10"))
    found = asked(mia, "--count", "4")
    assert [one["because"] for one in found] == ["moods", "concern", "", ""]
    assert len({one["text"] for one in found}) == 4


def test_a_theme_that_is_named_is_what_is_asked_about(mia: Onelog) -> None:
    low(mia)
    assert [one["because"] for one in asked(mia, "--about", "career")] == [""]


def test_what_was_asked_for_the_state_makes_room_for_the_next(mia: Onelog) -> None:
    low(mia)
    (first,) = asked(mia)
    mia("ask mia --park", **NOW)
    (second,) = asked(mia)
    assert (second["because"], second["text"] != first["text"]) == ("moods", True)


def test_in_japanese(mia: Onelog) -> None:
    low(mia)
    with_settings(mia, 'language = "ja"\n')
    assert "相手の様子（印象）が続けて 2 1 2 だったため" in mia.screen("ask mia", columns=60, **NOW)


STATES = {
    "nothing": (),
    "an open concern": ("concern 'she may leave' --with mia",),
    "low moods": ("log mia 'seen:2 tired'", "log mia 'seen:1 tired'", "log mia --new 'seen:2 tired'"),
}


@pytest.mark.long
@pytest.mark.parametrize("who", ["mia", "new"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("form", [False, True], ids=["plain", "own form"])
def test_ask_prep_and_its_document_choose_the_same(mia: Onelog, state: str, who: str, form: bool) -> None:
    if form:
        forms = with_settings(mia, "").parent / "forms"
        forms.mkdir()
        (forms / "report.md").write_text("# Talk\n\n{questions}\n", encoding="utf-8")
    mia("people add New --relation report")
    for n, command in enumerate(STATES[state]):
        mia(command, **at(f"2026-11-2{3 + n}"))
    day = at("2026-11-27")
    asked = [one["text"] for one in mia.json(f"ask {who} --count 2", **day)]
    assert [one["text"] for one in mia.json(f"prep {who}", **day)["questions"]] == asked
    shown = mia(f"prep {who} --md", **day)
    assert [line for line in shown.split("\n") if line in asked] == asked, shown
