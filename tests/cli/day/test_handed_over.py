"""A promise that gets another owner keeps who had it, and since when; the change log tells it."""

from typing import Any

import pytest
from conftest import Onelog, at, with_settings

FIRST, THEN, LATER = at("2026-11-01"), at("2026-11-21"), at("2026-11-30")


@pytest.fixture
def plan(onelog: Onelog) -> tuple[Onelog, str]:
    """A promise of mine from a talk with Mia, and Bea and Ben, who may get it."""
    for name in ("Mia Tanaka", "Bea Moss", "Ben Okafor"):
        onelog("people", "add", name, **FIRST)
    onelog("log", "mia", "a: draft the plan due:2026-12-10 why: she asked", **FIRST)
    return onelog, onelog.json("actions")[0]["id"]


def held(run: Onelog, id_: str) -> list[tuple[str, str]]:
    found: list[dict[str, Any]] = run.json("show", id_, **LATER)["handed_over"]
    return [(one["owner"], one["since"]) for one in found]


def test_it_says_for_whom_one_waits_how_long_and_who_had_it_before(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @bea", **THEN)
    said = "waiting for Bea for 9 days, before that mine"
    for command in (f"show {id_}", "actions", "prep mia"):
        assert said in run.screen(command, **LATER), command
        assert "waiting for Bea since today, before that mine" in run.screen(command, **THEN), command
    narrow = " ".join(run.screen("actions", columns=60, **LATER).split())
    assert said in narrow
    assert held(run, id_) == [("me", "2026-11-01"), ("Bea Moss", "2026-11-21")]
    assert run.json("prep mia", **LATER)["handed_over"] == {
        id_: [{"owner": "me", "since": "2026-11-01"}, {"owner": "Bea Moss", "since": "2026-11-21"}]
    }


def test_several_hands_are_told_the_last_one_first(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @bea", **at("2026-11-05"))
    run(f"change {id_} @ben", **at("2026-11-12"))
    run(f"change {id_} @me", **THEN)
    said = "mine for 9 days, before that Ben's, before that Bea's, before that mine"
    assert said in " ".join(run.screen(f"show {id_}", **LATER).split())


@pytest.mark.parametrize("way", ["change", "editor", "meeting"])
def test_every_door_that_changes_the_owner_counts(plan: tuple[Onelog, str], way: str) -> None:
    run, id_ = plan
    meeting = run.json("actions", **LATER)[0]["meeting"]
    if way == "change":
        run("change last @bea", **THEN)
    else:
        word = id_ if way == "editor" else meeting
        text = run("show", word, "--md").replace("draft the plan", "draft the plan @bea")
        (run.folder / "new.md").write_text(text, encoding="utf-8")
        run("edit", word, ONELOG_EDITOR=f"cp {run.folder / 'new.md'}", **THEN)
    assert held(run, id_) == [("me", "2026-11-01"), ("Bea Moss", "2026-11-21")]


def test_what_was_ended_says_who_had_it_from_which_day(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @bea", **THEN)
    run(f"done {id_}", **at("2026-11-25"))
    assert "me · Bea from Sat 21 Nov" in run.screen(f"show {id_}", **LATER)
    assert "before that" not in run.screen("actions --all", **LATER).replace("me · Bea from", "")


# --- what is no handing over


def test_an_owner_of_less_than_a_day_was_a_slip(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @ben", **FIRST)
    assert held(run, id_) == []
    run(f"change {id_} @me", **THEN)
    run(f"change {id_} @bea", **THEN)
    assert held(run, id_) == [("Ben Okafor", "2026-11-01"), ("Bea Moss", "2026-11-21")]
    run(f"change {id_} @ben", **THEN)
    assert held(run, id_) == []


def test_what_was_undone_never_was(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @bea", **THEN)
    run("undo", **THEN)
    assert held(run, id_) == [] and "before that" not in run.screen("actions", **LATER)
    run("redo", **at("2026-11-23"))
    assert held(run, id_) == [("me", "2026-11-01"), ("Bea Moss", "2026-11-21")]


def test_a_meeting_that_was_with_somebody_else_hands_nothing_over(plan: tuple[Onelog, str]) -> None:
    run, _ = plan
    run("log", "ben", "a: @them sends the list", **FIRST)
    (one,) = run.json("actions ben")
    run(f"change {one['meeting']} with:bea", **THEN)
    assert run.json(f"show {one['id']}")["owner"] == "Bea Moss"
    assert held(run, one["id"]) == []


def test_two_who_become_one_hand_nothing_over(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @bea", **at("2026-11-05"))
    run("people merge bea ben", **THEN)
    assert held(run, id_) == [("me", "2026-11-01"), ("Ben Okafor", "2026-11-05")]


def test_a_promise_that_was_never_handed_over_says_nothing(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} due:fri why:later", **THEN)
    assert held(run, id_) == []
    assert "Handed over" not in run.screen(f"show {id_}", **LATER)


def test_somebody_who_was_forgotten_is_not_told(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    run(f"change {id_} @bea", **at("2026-11-05"))
    run(f"change {id_} @ben", **THEN)
    run("forget", "bea", "--confirm", "Bea Moss", **LATER)
    assert "Bea" not in run("show", id_, "--json", **LATER)


def test_in_japanese(plan: tuple[Onelog, str]) -> None:
    run, id_ = plan
    with_settings(run, 'language = "ja"\n')
    run(f"change {id_} @bea", **THEN)
    for command in (f"show {id_}", "actions", "prep mia"):
        assert "9日前からBea待ち、その前は自分" in run.screen(command, **LATER), command
    assert "引き継ぎ" in run.screen(f"show {id_}", **LATER)
