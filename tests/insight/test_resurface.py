"""What comes back: at most one a day, the same all day, never anything that hurts, each a-ha three times in its first year."""

import json
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from conftest import Onelog, examples
from hypothesis import given, settings
from hypothesis import strategies as st
from inside import Inside

from onelog.insight.spaced_repetition import YEAR, chosen, in_turn
from onelog.store.queries.memory import Bright

pytestmark = pytest.mark.posix

BEGUN = date(2026, 1, 5)
AGES = {"week": (7, 16), "month": (30, 63), "quarter": (91, 140), "half": (182, 309)}
"""At which ages in days each step may come: before the next one it rests 14 days, then 28, 42 and 56."""


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "why", "years"),
    [
        ("2026-01-05", None, 0),
        ("2026-01-11", None, 0),
        ("2026-01-12", "week", 0),
        ("2026-01-13", None, 0),
        ("2026-02-04", "month", 0),
        ("2026-04-06", "quarter", 0),
        ("2026-07-06", "half", 0),
        ("2026-07-07", None, 0),
        ("2027-01-05", "years", 1),
        ("2030-01-05", "years", 4),
        ("2030-01-07", None, 0),
    ],
)
def test_one_comes_back_at_widening_intervals(day: str, why: str | None, years: int) -> None:
    due = chosen([Bright("a", "aha", BEGUN)], on(day))
    assert (due and due.why, due.years if due else 0) == (why, years)


@pytest.mark.parametrize(
    ("day", "back"), [("2028-02-29", True), ("2027-02-28", True), ("2027-03-01", False), ("2028-02-28", False)]
)
def test_a_leap_day_has_an_anniversary_every_year(day: str, back: bool) -> None:
    due = chosen([Bright("a", "aha", date(2024, 2, 29))], on(day))
    assert (due is not None and due.why == "years") is back


@pytest.mark.parametrize(
    ("day", "why", "years"),
    [
        ("2026-01-11", None, 0),
        ("2026-01-20", "week", 0),
        ("2026-03-01", "month", 0),
        ("2026-05-03", "quarter", 0),
        ("2026-05-04", None, 0),
        ("2026-12-01", None, 0),
        ("2028-02-01", "years", 2),
        ("2028-02-02", None, 0),
    ],
)
def test_before_a_meeting_it_is_what_was_due_last_in_four_weeks(day: str, why: str | None, years: int) -> None:
    due = next(iter(in_turn([Bright("a", "aha", BEGUN)], on(day), 28)), None)
    assert (due and due.why, due.years if due else 0) == (why, years)


def test_before_a_meeting_the_day_itself_comes_first() -> None:
    bright = [
        Bright("a", "aha", on("2025-11-22")),
        Bright("b", "praise", on("2026-11-10")),
        Bright("c", "win", on("2026-08-20")),
    ]
    due = in_turn(bright, on("2026-11-22"))[0]
    assert (due.uid, due.why, due.years) == ("a", "years", 1)


@st.composite
def years(draw: st.DrawFn) -> list[Bright]:
    """A-has, wins and thanks of two years, at most two a-has a week (three times each in a year still has room)."""
    whole = st.lists(st.tuples(st.integers(0, 729), st.sampled_from(("win", "praise"))), max_size=200)
    ahas = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=104, max_size=104)
    pairs = enumerate(draw(ahas | ahas.map(lambda pairs: pairs[:1] * 104)))
    found = [(week * 7 + day, "aha") for week, both in pairs for day in both] + draw(whole)
    return [Bright(f"{n:04}", kind, BEGUN + timedelta(days)) for n, (days, kind) in enumerate(sorted(found))]


@pytest.mark.long
@settings(max_examples=examples(20))
@given(years(), st.randoms(use_true_random=False))
def test_each_a_ha_is_back_three_times_in_its_first_year(bright: list[Bright], chance: Random) -> None:
    """Even where every third one is taken out on some day: it holds its days up to then."""
    gone = {one.uid: one.day + timedelta(chance.randint(1, 200)) for one in bright if chance.random() < 0.3}
    back: Counter[str] = Counter()
    kinds = {one.uid: one for one in bright}
    for n in range(365 * 3):
        day = BEGUN + timedelta(n)
        then = [  # what was made by then, and what was taken out before
            one._replace(held=gone[one.uid]) if gone.get(one.uid, day) < day else one for one in bright if one.day < day
        ]
        due = chosen([one for one in then if one.kind == "aha" or not one.held], day)
        if due:
            assert gone.get(due.uid, day) >= day
            age = (day - kinds[due.uid].day).days
            first, last = AGES.get(due.why, (YEAR, YEAR * 3))
            assert first <= age <= last
            back[due.uid] += due.why in ("week", "month", "quarter")
    assert all(back[one.uid] >= 3 for one in bright if one.kind == "aha" and one.uid not in gone)


@pytest.mark.long
@pytest.mark.parametrize(("a_year", "times"), [(120, 3), (180, 2), (350, 1)])
def test_where_there_are_more_a_has_than_days_each_is_back_at_least_once(a_year: int, times: int) -> None:
    bright = [Bright(f"{n:04}", "aha", BEGUN + timedelta(n * 365 // a_year)) for n in range(a_year * 2)]
    back: Counter[str] = Counter()
    for n in range(365 * 2):
        due = chosen([one for one in bright if one.day < BEGUN + timedelta(n)], BEGUN + timedelta(n))
        back[due.uid if due and due.why in ("week", "month", "quarter") else ""] += 1
    assert min(back[one.uid] for one in bright[:a_year]) == times


@pytest.mark.long
@given(years(), st.integers(30, 800), st.randoms(use_true_random=False))
def test_the_order_in_which_records_are_read_does_not_matter(bright: list[Bright], n: int, chance: Random) -> None:
    day = BEGUN + timedelta(n)
    mixed = chance.sample(bright, len(bright))
    assert chosen(bright, day) == chosen(mixed, day)
    assert in_turn(bright, day) == in_turn(mixed, day)


RESTS = {"month": 14, "quarter": 28, "half": 42, "years": 56}
"""So many days at least before each step, since the one before it."""


@pytest.mark.parametrize("kind", ["aha", "win"])
@pytest.mark.parametrize(("crowd", "gone"), [(5, 28), (9, 28), (15, 28), (20, 28), (30, 70), (50, 160), (20, 400)])
def test_what_waits_in_a_crowd_rests_before_its_next_step(kind: str, crowd: int, gone: int) -> None:
    """Others of its day come first, until they are deleted: it waits for free days, but never into its rest."""
    bright = [Bright(f"{n:03}", kind, BEGUN, BEGUN + timedelta(gone)) for n in range(crowd)] + [
        Bright("x", kind, BEGUN)
    ]
    days = [(n, due.why) for n in range(1, 800) if (due := chosen(bright, BEGUN + timedelta(n)))]
    assert len(days) >= 3
    assert all(later - day >= RESTS[why] for (day, _), (later, why) in pairwise(days))


# --- in the program


def shown(run: Onelog, day: str, hour: int = 8) -> str | None:
    moment = run.json("", ONELOG_NOW=f"{day}T{hour:02}:00:00+09:00")["moment"]
    return moment["text"] if moment else None


def at(day: str) -> str:
    return f"{day}T20:00:00+09:00"


@pytest.fixture
def kept(onelog: Onelog) -> Onelog:
    """Two a-has of one day: the second is due a day later."""
    onelog("log", "mia", "aha: one\naha: two", ONELOG_NOW=at("2026-11-01"))
    return onelog


def test_the_second_of_a_day_waits_for_the_next(kept: Onelog) -> None:
    days = [shown(kept, f"2026-11-{n:02}") for n in range(7, 11)]
    assert days == [None, "one", "two", None]


def test_what_is_written_today_changes_nothing_today(kept: Onelog) -> None:
    assert shown(kept, "2026-11-08") == "one"
    now = {"ONELOG_NOW": "2026-11-08T09:00:00+09:00"}
    kept("log", "ben", "on:2026-10-01 aha: older", **now)
    kept("aha", "a lone one", **now)
    assert shown(kept, "2026-11-08", 10) == "one"


def test_deleting_another_changes_nothing_and_deleting_it_shows_nothing(kept: Onelog) -> None:
    first, second = kept.json("moments")[::-1] if kept.json("moments")[0]["text"] == "two" else kept.json("moments")
    day = "2026-11-09"
    assert shown(kept, day) == "two"
    kept("delete", first["id"], ONELOG_NOW=f"{day}T09:00:00+09:00")
    assert shown(kept, day, 10) == "two"
    kept("delete", second["id"], ONELOG_NOW=f"{day}T11:00:00+09:00")
    assert shown(kept, day, 12) is None
    kept("undo", ONELOG_NOW=f"{day}T13:00:00+09:00")
    assert shown(kept, day, 14) == "two"


def test_on_the_first_day_it_is_what_the_first_command_made(onelog: Onelog) -> None:
    now = {"ONELOG_NOW": at("2026-11-08")}
    onelog("log", "mia", "on:2026-11-01 aha: of the old notebook", **now)
    assert shown(onelog, "2026-11-08", 21) == "of the old notebook"
    onelog("log", "mia", "on:2025-11-08 aha: a year ago", **now)
    onelog("log", "mia", "on:2026-10-31 aha: older\naha: another", **now)
    assert shown(onelog, "2026-11-08", 22) == "of the old notebook"


def test_what_is_written_today_is_not_shown_today_even_where_there_is_nothing_else(onelog: Onelog) -> None:
    onelog("people", "add", "Mia", ONELOG_NOW=at("2026-11-01"))
    assert shown(onelog, "2026-11-08") is None
    onelog("log", "mia", "on:2026-11-01 aha: of the old notebook", ONELOG_NOW=at("2026-11-08"))
    assert shown(onelog, "2026-11-08", 21) is None


@pytest.mark.parametrize("command", ["delete {id}", "people archive mia"])
def test_what_waits_for_its_day_is_not_passed_over_when_another_goes(onelog: Onelog, command: str) -> None:
    """The second a-ha of a day is due the day after the first; when that one goes, its day may not become the first's."""
    onelog("log", "mia", "aha: first", ONELOG_NOW=at("2026-11-01"))
    onelog("log", "ben", "aha: second", ONELOG_NOW=at("2026-11-01"))
    assert shown(onelog, "2026-11-08") == "first"
    onelog(command.format(id=onelog.json("moments mia")[0]["id"]), ONELOG_NOW=at("2026-11-08"))
    assert [shown(onelog, day) for day in ("2026-11-08", "2026-11-09")] == [None, "second"]


FORBIDDEN = (
    "mood:2 aha: low", "seen:1 aha: low for them", "mood:5 seen:2 p: low praise", "c: a concern", "x: a private line",
    "gr: growth", "d: a decision",
)  # fmt: skip


def test_never_what_hurts(tmp_path: Path) -> None:
    inside = Inside(tmp_path)
    for n, text in enumerate(FORBIDDEN, 1):
        assert not inside("log", "mia", text, ONELOG_NOW=at(f"2026-10-{n:02}")).code
    inside("log", "ben", "aha: of somebody who left", ONELOG_NOW=at("2026-10-20"))
    inside("people", "archive", "ben", ONELOG_NOW=at("2026-10-21"))
    days = [on("2026-10-08") + timedelta(n) for n in range(35)]
    seen = [json.loads(inside("--json", ONELOG_NOW=at(day.isoformat())).out)["moment"] for day in days]
    assert seen == [None] * len(seen)
    assert json.loads(inside("prep", "mia", "--json", ONELOG_NOW=at("2026-11-20")).out)["remembered"] is None


def test_a_mood_that_is_set_low_today_takes_it_away_at_once(kept: Onelog) -> None:
    meeting = kept.json("moments")[0]["meeting"]
    text = kept("show", meeting, "--md").replace("with:", "mood: 1\nwith:", 1)
    editor = Path(kept.folder / "editor")
    editor.write_text(f"#!/bin/sh\ncat > \"$1\" <<'E'\n{text}\nE\n")
    editor.chmod(0o700)
    assert shown(kept, "2026-11-08") == "one"
    kept("edit", meeting, ONELOG_EDITOR=str(editor), ONELOG_NOW="2026-11-08T09:00:00+09:00")
    assert shown(kept, "2026-11-08", 10) is None


def test_one_setting_switches_it_off(kept: Onelog) -> None:
    file = kept.folder / "quiet.toml"
    file.write_text("resurface = false\n")
    assert shown(kept, "2026-11-08") == "one"
    assert kept.json("prep mia", ONELOG_NOW=at("2026-11-08"))["remembered"]
    kept.env["ONELOG_CONFIG"] = str(file)
    assert shown(kept, "2026-11-08") is None
    assert kept.json("prep mia", ONELOG_NOW=at("2026-11-08"))["remembered"] is None


def test_an_empty_journal_brings_nothing_back(onelog: Onelog) -> None:
    assert shown(onelog, "2026-11-08") is None
