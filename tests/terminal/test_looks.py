"""Rules of the views that a page alone does not show."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
import render_sample as sample
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from render_sample import TODAY

from onelog.core.model import Action, Goal, Meeting, Ref
from onelog.core.results.common import Logged, Standing, Today
from onelog.terminal.insight import today
from onelog.terminal.kit import entry
from onelog.terminal.records import actions, goals, history, logged, meeting, search, timeline
from onelog.terminal.records.goals import share_of
from onelog.terminal.records.timeline import gist_of

pytestmark = pytest.mark.posix


def drawn(draw: object, *values: object, width: int = 80, **more: object) -> list[str]:
    screen, file = sample.screen(width)
    assert callable(draw)
    draw(screen, *values, **more)
    return file.getvalue().splitlines()


# --- today


FEW = st.integers(0, 30)
SIZES = st.sampled_from([(80, 24), (60, 20), (80, 20), (60, 24), (80, 50)])


@given(FEW, FEW, FEW, FEW, st.integers(0, 9), SIZES, st.booleans())
@settings(max_examples=examples(100))
def test_the_morning_fits_and_counts_what_it_does_not_show(
    due: int, mine: int, theirs: int, goals: int, more: int, size: tuple[int, int], moment: bool
) -> None:
    seen = Today(
        TODAY, due=(Standing(sample.PERSON, TODAY, "due"),) * due, mine=(sample.PLAN,) * mine, mine_more=more,
        theirs=(sample.VENDORS,) * theirs, goals=(sample.SLOW,) * goals, moment=sample.MORNING.moment if moment else None,
    )  # fmt: skip
    width, height = size
    lines = drawn(today.draw, seen, TODAY, height=height, width=width)
    assert len(lines) <= min(24, height - 1)  # the prompt comes after it
    counted = sum(int(left[1]) for one in lines if (left := re.match(r"  … (?:and )?(\d+) (?:more|due later)", one)))
    shown = [sum(mark in one for one in lines) for mark in ("every 2 weeks on Tue", "k7qf", "m3xp", "g7sw")]
    assert sum(shown) + counted == due + mine + theirs + goals + more
    assert all(bool(seen) == bool(there) for seen, there in zip(shown, (due, mine, theirs, goals), strict=True))
    assert any("q7zw" in one for one in lines) == moment


# --- actions


def test_mine_come_first_then_the_others_by_name() -> None:
    aiko, zoe = Ref("p-a", "aiko"), Ref("p-z", "Zoë")
    made = [Action(str(n), f"bbb{n}", "x", owner) for n, owner in enumerate((zoe, aiko, None), 2)]
    assert [one for one in drawn(actions.draw, made, TODAY) if "owe" in one and one[0] != "☐"] == [
        "I owe" + " " * 69 + "1 open", "aiko owes" + " " * 65 + "1 open", "Zoë owes" + " " * 66 + "1 open",
    ]  # fmt: skip


def test_the_longest_overdue_come_first_and_those_without_a_day_last() -> None:
    days = (None, date(2026, 12, 1), date(2026, 11, 1), date(2026, 11, 22))
    made = [Action(str(n), f"bbb{n}", "x", due=day) for n, day in enumerate(days, 2)]
    assert [one[:6] for one in drawn(actions.draw, made, TODAY)[1:]] == [
        "! bbb4",
        "☐ bbb5",
        "☐ bbb3",
        "☐ bbb2",
    ]


# --- timeline and meeting


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("", ""),
        ("One. Two! Three.", "One. Two! …"),
        ("No end of a sentence", "No end of a sentence"),
        ("Version 2.5 is out. It works.", "Version 2.5 is out. It works."),
        ("# A heading\n- a point\n- another", "a point · another"),
        ("No full stop\n\nAnother paragraph. More.", "No full stop · Another paragraph. …"),
        ("One sentence\non two lines. Two.", "One sentence on two lines. Two."),
        ("Before it\n- ^k7qf\nafter it. Two.", "Before it · after it. …"),
        ("一つ目。二つ目。三つ目。", "一つ目。二つ目。 …"),
        ('"Why?" she asked. I did not know. Then we left.', '"Why?" she asked. …'),
        ("「どうして」と聞かれた。答えられない。", "「どうして」と聞かれた。答えられない。"),
        ("- ^k7qf\nAfter it.", "After it."),
    ],
)
def test_the_gist_is_a_sentence_or_two(note: str, expected: str) -> None:
    assert gist_of(Meeting("m", "m7qf", sample.MIA, body=note)) == expected


def test_a_long_gist_ends_after_three_lines() -> None:
    met = Meeting("m", "m7qf", sample.MIA, sample.at(11, 20), body="word " * 100)
    lines = drawn(timeline.draw, [met], TODAY)
    assert (len(lines), lines[-1][-1]) == (6, "…")


def test_at_midnight_the_time_is_not_known() -> None:
    known, unknown = (Meeting("m", "m7qf", sample.MIA, at, 45) for at in (sample.at(11, 20, 9, 5), sample.at(11, 20)))
    assert [drawn(timeline.draw, [met], TODAY)[3].strip() for met in (known, unknown)] == [
        "09:05 · 45m",
        "45m",
    ]
    assert [drawn(meeting.draw, met, TODAY)[1] for met in (known, unknown)] == [
        "Fri 20 Nov 2026 09:05 · 2 days ago", "Fri 20 Nov 2026 · 2 days ago",
    ]  # fmt: skip


def test_a_day_is_written_once_for_what_happened_on_it() -> None:
    pair = [replace(sample.WIN, at=datetime(2026, 11, 14, hour, tzinfo=sample.TOKYO)) for hour in (12, 9)]
    assert [one[:8] for one in drawn(timeline.draw, pair, TODAY)[2:]] == ["Sat 14  ", "        "]


def test_a_note_is_shown_word_for_word() -> None:
    note = "  indented\n\n```\n    code  with   blanks\n```\n1. one\n\\# not a heading"
    shown = drawn(meeting.draw, Meeting("m", "m7qf", sample.MIA, body=note), TODAY)
    assert shown[3:] == note.split("\n")


def test_a_record_without_a_place_in_the_note_is_shown_after_it() -> None:
    met = Meeting("m", "m7qf", sample.MIA, body="The note.\n- ^bbbb", actions=(sample.ROOM,))
    assert [one[:21] for one in drawn(meeting.draw, met, TODAY)[3:]] == ["The note.", "✓ me      book the ro"]


# --- goals


@pytest.mark.parametrize(
    ("start", "target", "expected"),
    [(0.0, 4.0, None), (None, 4.0, None), (4.0, 4.0, None), (0.0, None, None)],
)
def test_no_share_where_there_is_no_way(start: float | None, target: float | None, expected: float | None) -> None:
    goal = Goal("g", "g4mx", "x", start=start, target=target)
    assert share_of(goal) == (0.0 if start == 0.0 and target == 4.0 else expected)


@pytest.mark.parametrize(("value", "bar"), [(-5.0, 0), (0.0, 0), (5.0, 8), (10.0, 16), (99.0, 16)])
def test_the_bar_is_between_empty_and_full(value: float, bar: int) -> None:
    look = replace(sample.LOOK, value=value)
    goal = Goal("g", "g4mx", "x", start=0.0, target=10.0, checkins=(look,))
    assert drawn(goals.draw, [goal], TODAY)[1].count("█") == bar


@pytest.mark.parametrize(
    ("status", "said"), [("open", True), ("achieved", False), ("missed", False), ("dropped", False)]
)
def test_how_fast_it_goes_is_said_of_an_open_goal_alone(status: str, said: bool) -> None:
    goal = replace(sample.GOAL, status=status, closed=None if status == "open" else TODAY)
    assert (
        any("%" in line and ("ahead" in line or "behind" in line) for line in drawn(goals.draw, [goal], TODAY)) == said
    )


@pytest.mark.parametrize(
    ("unit", "said"),
    [(sign, f"x: {sign}3 (from {sign}1, target {sign}5)") for sign in ("¥", "€", "$", "£", "₩", "₹")]
    + [
        ("%", "x: 3% (from 1%, target 5%)"),
        ("people", "x: 3 people (from 1 people, target 5 people)"),
        (None, "x: 3 (from 1, target 5)"),
    ],
)
def test_a_unit_stands_where_people_write_it(unit: str | None, said: str) -> None:
    goal = Goal("g", "g4mx", "x", start=1.0, target=5.0, unit=unit)
    assert entry.measured(sample.screen(80)[0], goal, 3.0) == said


def test_goals_under_one_another_in_a_ring_are_shown_once() -> None:
    one, two = (Goal(a, f"bbb{a}", "x", parent=Ref(b, b)) for a, b in (("2", "3"), ("3", "2")))
    assert [line[:6] for line in drawn(goals.draw, (one, two), TODAY) if line] == ["☐ bbb2", "☐ bbb3"]


# --- after a change, history, search


@pytest.mark.parametrize("height", [10, 24, 40])
def test_promises_that_were_logged_are_shown_as_far_as_the_screen_goes(height: int) -> None:
    met = replace(sample.MEETING, actions=(sample.PLAN,) * 30, person=Ref("p", "Maximiliane von Hohenlohe"))
    for width in (40, 60, 80):
        screen, file = sample.screen(width)
        screen.height = height
        logged.draw(screen, Logged(met), TODAY)
        lines = file.getvalue().splitlines()
        assert lines[0].endswith(" · m7qf")
        assert "30 actions" in "".join(lines[:2])
        shown = [line for line in lines if line.startswith("  ! me")]
        assert len(shown) == (30 if height - 8 >= 30 else max(3, height - 8) - 1)
        assert all("Tue 17 Nov" in line for line in shown if width > 40)
        assert (f"  … and {30 - len(shown)} more" in lines) == (len(shown) < 30)
        assert len(lines) <= height or width == 40


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["  4 actions", "  ! me", "due Tue 17 Nov"]),
        ("ja", ["  宿題4件", "  ! 自分", "期限 11月17日(火)"]),
    ],
)
def test_what_was_logged_has_its_counts_owners_and_days_at_sixty_columns(language: str, lines: list[str]) -> None:
    met = replace(sample.MEETING, actions=(sample.PLAN,) * 4, person=Ref("p", "Maximiliane von Hohenlohe"))
    screen, file = sample.screen(60, language)
    logged.draw(screen, Logged(met), TODAY)
    counts, owner, day = lines
    assert file.getvalue().splitlines()[1].startswith(counts)
    assert sum(line.startswith(owner) and line.endswith(day) for line in file.getvalue().splitlines()) == 4


def test_the_newest_change_undone_can_be_done_again() -> None:
    undone = sample.CHANGES[0]._replace(undone=True)
    hint = "onelog redo redoes what was undone last"
    assert drawn(history.draw, (undone,), TODAY)[-1] == hint
    undo = undone._replace(n=undone.n + 1, op="undo", target=undone.n, undone=False)
    assert drawn(history.draw, (undo, undone), TODAY)[-1] == hint
    assert hint not in drawn(history.draw, sample.CHANGES, TODAY)


def test_the_words_that_were_looked_for_stand_out() -> None:
    screen, file = sample.screen(80, color="always")
    search.draw(screen, sample.HITS[:1], TODAY)
    assert "\x1b[1;4mlaunch\x1b[0m" in file.getvalue()
