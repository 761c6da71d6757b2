"""A screen before a meeting has room for so much; the rest is counted, never cut. And the team, a line a person."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import render_sample as sample
from conftest import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from render_sample import TODAY
from rich.cells import cell_len

from onelog.core import progress
from onelog.core.model import Goal
from onelog.core.results.common import Standing
from onelog.core.results.prep import Brief, Mood, Prep
from onelog.terminal.insight import prep, team
from onelog.terminal.kit.sections import Part, ScreenSection, shares

pytestmark = pytest.mark.posix

FEW = st.integers(0, 12)
SIZES = st.sampled_from([(80, 24), (60, 20), (80, 20), (60, 24), (80, 60), (120, 24)])
IDS = {"k7qf": "mine", "v7nd": "theirs", "t4pc": "topics", "c4rn": "concerns", "q8gl": "goals"}
QUIET = Goal("g-8", "q8gl", "Everybody in the team has led a talk, here or elsewhere", opened=date(2026, 9, 1))


def drawn(draw: Any, value: object, width: int, height: int, **more: object) -> list[str]:
    screen, file = sample.screen(width)
    draw(screen, value, TODAY, height=height, **more)
    return file.getvalue().splitlines()


def counted(lines: Sequence[str]) -> int:
    return sum(int(found[1]) for line in lines if (found := re.search(r"… and (\d+) more", line)))


@given(FEW, FEW, FEW, FEW, FEW, st.integers(0, 9), st.integers(0, 8), st.integers(0, 2), st.booleans(), SIZES)
@settings(max_examples=examples(150))
def test_what_does_not_fit_is_counted(
    mine: int, theirs: int, topics: int, concerns: int, goals: int, noted: int, moods: int, asked: int, past: bool,
    size: tuple[int, int],
) -> None:  # fmt: skip
    """Each kind of record has a line at least; the last meeting, the promises and topics before what is no record."""
    seen = Prep(
        sample.DUE[3], "zoe", sample.HELD, (sample.PLAN,) * mine, (sample.HANDED,) * theirs, (sample.TOPIC,) * topics, noted,
        sample.COMING.ref, (sample.CONCERN,) * concerns, tuple(progress.courses([QUIET], {}, TODAY)) * goals,
        moods=(Mood(TODAY, 3, None), Mood(TODAY, None, 5)) * (moods // 2), questions=sample.BEFORE.questions[:asked],
        remembered=sample.MORNING.moment if past else None, warnings=asked,
    )  # fmt: skip
    width, height = size
    lines = drawn(prep.draw, seen, width, height)
    assert len(lines) <= min(24, height - 1)
    assert max(cell_len(line) for line in lines) <= width
    shown = {key: sum(f" {id_}  " in line for line in lines) for id_, key in IDS.items()}
    said = {"mine": mine, "theirs": theirs, "topics": topics, "concerns": concerns, "goals": goals}
    assert all(bool(shown[key]) == bool(said[key]) for key in said)
    about = sum(re.match(r"Ask|Remember|Mood", line) is not None for line in lines)
    notes = any(" noted for it: " in line for line in lines)
    questions = sum(re.match(r"(?:Ask)? +· (?:What would|Which of)", line) is not None for line in lines)
    left = sum(shown.values()) + notes + questions + counted(lines) - sum(said.values()) - bool(noted) - asked
    assert left == 0 or (left == -asked and about < bool(asked) + past + bool(moods // 2))


@given(st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=6), max_size=7), st.integers(0, 30))
def test_the_lines_of_a_screen_are_shared_until_nothing_more_fits(sizes: list[list[int]], room: int) -> None:
    sections = [ScreenSection("", [Part([[]] * lines, [[]] * lines) for lines in one], "") for one in sizes]
    shown = shares(sections, room)
    costs = [section.cost(n) for section, n in zip(sections, shown, strict=True)]
    if len(sections) > room:
        assert shown == [0] * len(sections)
        return
    assert sum(costs) <= room
    for section, n, cost in zip(sections, shown, costs, strict=True):
        assert n == len(section.parts) or sum(costs) - cost + section.cost(n + 1) > room
    if sum(section.cost(1) for section in sections) <= room:
        assert all(shown)


@pytest.mark.parametrize(("title", "width", "expected"), [
    ("Talks", 80, ["Goals  · q8gl  Talks · untouched for 11 weeks                          in 9 days"]),
    (QUIET.title, 80, ["Goals  · q8gl  Everybody in the team has… · untouched for 11 weeks  in 9 days"]),
    ("Talks", 60, ["Goals  · q8gl  Talks · untouched for 11 weeks      in 9 days"]),
    (QUIET.title, 60, [
        "Goals  · q8gl  Everybody in the team has led…      in 9 days", "               untouched for 11 weeks",
    ]),
])  # fmt: skip
def test_that_a_goal_is_untouched_is_said_however_little_room_there_is(
    title: str, width: int, expected: list[str]
) -> None:
    goal = replace(QUIET, title=title, by=TODAY + timedelta(days=9))
    seen = Prep(sample.DUE[3], "zoe", goals=tuple(progress.courses([goal], {}, TODAY)) * 40)
    lines = drawn(prep.draw, seen, width, 24)
    at = next(n for n, line in enumerate(lines) if line.startswith("Goals"))
    assert [" ".join(line.split()) for line in lines[at : at + len(expected)]] == [
        " ".join(e.split()) for e in expected
    ]
    assert sum("untouched for 11 weeks" in line for line in lines) + counted(lines) == 40


def test_a_goal_touched_in_the_last_meeting_is_not_untouched() -> None:
    (course,) = progress.courses([QUIET], {"g-8": sample.PERSON.last_met or TODAY}, TODAY)
    seen = Prep(sample.DUE[0], "mia")
    assert not seen.untouched(course)
    assert seen.untouched(course._replace(touched=date(2026, 11, 2)))
    assert not Prep(sample.NOBODYS, "omar").untouched(course._replace(touched=None))


@pytest.mark.parametrize(("levels", "expected"), [
    ((1, 2, 3, 4, 5), "▁▂▃▄▅ 1 2 3 4 5"), ((None, 5, None), "–▅– – 5 –"), ((), " "),
])  # fmt: skip
def test_a_mood_is_drawn_and_said(levels: tuple[int | None, ...], expected: str) -> None:
    assert "".join(word if isinstance(word, str) else word[0] for word in prep.spark(levels)) == expected


@given(st.integers(0, 40), st.integers(0, 3), SIZES, st.booleans())
@settings(max_examples=examples(60))
def test_people_who_do_not_fit_are_counted(people: int, without: int, size: tuple[int, int], late: bool) -> None:
    width, height = size
    long = replace(sample.PERSON, name="田中 花子 フォン・ウント・ツー・ヴァイゼンフェルト")
    one = Brief(
        Standing(long, TODAY - timedelta(days=100), "overdue", 100), 12, 10 * late, 14, 11 * late, 20, 12, date(2020, 1, 1),
        (Mood(TODAY, 3, 4),) * 8, 11,
    )  # fmt: skip
    lines = drawn(team.draw, [one] * people, width, height, without=without)
    assert len(lines) <= min(24, height - 1)
    assert max(cell_len(line) for line in lines) <= width
    assert sum(line.startswith("! 田") for line in lines) + counted(lines) == people
