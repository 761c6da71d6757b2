"""Lists in a pipe: one line a record, the same first five fields for all, nothing cut."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import render_sample as sample
from hypothesis import given
from hypothesis import strategies as st
from render_sample import TODAY
from strategies import meetings

from onelog.core.model import Meeting
from onelog.core.results.common import Changed, Logged, Today
from onelog.core.sanitize import safe
from onelog.formats.tsv import line, lines

WIDTHS = {"meeting": 12, "action": 14, "topic": 10, "goal": 16, "checkin": 8, "person": 11, "change": 9}
EXPECTED: list[tuple[Any, str]] = [
    (
        sample.MEETING,
        (
            "meeting|m7qf|2026-11-20|Mia Tanaka|We talked about the launch, and about how the nights have been since the "
            "move. She is worried about the on-call load and wants a second person. Nothing is decided yet.\\n\\n\\n  * a point "
            "inside that is long enough to be wrapped on any screen that people have on their desks these days|"
            "2026-11-20T14:00:00+09:00|45|video|4|3|5|ops"
        ),
    ),
    (
        sample.COMING,
        "meeting|m8qf||Mia Tanaka|Ask her about the second person.|||||||",
    ),
    (
        sample.PLAN,
        (
            "action|k7qf|2026-11-17|Mia Tanaka|draft the rollout plan and show it to the two teams that will live with it|"
            "open|overdue|me|2026-11-03|||m7qf|they were surprised by the last one|ops"
        ),
    ),
    (
        sample.SLIDES,
        "action|t9vb||Ben|new slides|dropped||Ben|2026-09-01|2026-09-17|||nobody asked for them again|",
    ),
    (
        sample.AHA,
        (
            "aha|h3bd|2026-11-20|Mia Tanaka|a small team decides faster #teams|"
            "two of us settled in an hour what took weeks||||m7qf|teams"
        ),
    ),
    (
        sample.PRAISE,
        "praise|p6rs|2026-11-20|Mia Tanaka|the clearest talk she has seen this year||Mia Tanaka|me||m7qf|",
    ),
    (sample.SETTLED, "concern|c5rn|2026-09-02|Ben|the budget is late||||2026-10-01||"),
    (sample.RAISED, "topic|t5pc|2026-11-01|Mia Tanaka|who leads the migration|raised|2026-11-20||m7qf|"),
    (
        sample.GOAL,
        (
            "goal|g4mx|2026-12-31|Mia Tanaka|A million people use it each month|open|on track|700000|950000|1000000|people|"
            "monthly users||2026-07-01||"
        ),
    ),
    (sample.LOOK, "checkin|ck2n|2026-11-20||wrote the plan|g4mx|950000|m7qf"),
    (
        sample.PERSON,
        "person|mn7a|2026-11-03|Mia Tanaka|mt|manager|2w|FREQ=WEEKLY;INTERVAL=2;BYDAY=TU|2026-11-17|overdue||",
    ),
    (sample.PEOPLE[3], "person|ld3r||Chloe||peer|||||2026-02-02|"),
    (
        sample.DUE[0],
        "due|mn7a|2026-11-17|Mia Tanaka||overdue|5||2026-11-03|FREQ=WEEKLY;INTERVAL=2;BYDAY=TU|9|1|1",
    ),
    (
        sample.DUE[3],
        "due|zz4k|2027-01-13|Zoë|on leave until her daughter is two|paused||2027-01-11|2026-11-04|FREQ=WEEKLY;BYDAY=WE|0|0|0",
    ),
    (sample.NOBODYS, "due|nn4k||Omar||none|||||||"),
    (sample.LEAVE, "skip|kk4w|2026-11-10|Zoë|on leave until her daughter is two|2026-11-11|2027-01-11"),
    (sample.HITS[1], "growth|g7rw|2025-06-03|田中 花子|結論を先に言う"),
    (
        sample.CHANGES[2],
        "change|10|2026-11-14||win|2026-11-14T08:00:00+09:00|do|undone|moment:w5nn",
    ),
]


@pytest.mark.parametrize(("value", "expected"), EXPECTED)
def test_a_record_is_one_line(value: Any, expected: str) -> None:
    assert line(value, TODAY).replace("\t", "|") == expected


def test_after_a_meeting_stand_its_records() -> None:
    kinds = [one.split("\t")[0] for one in lines([sample.MEETING, sample.WIN], TODAY)]
    assert kinds == [
        "meeting",
        "action",
        "action",
        "action",
        "aha",
        "praise",
        "concern",
        "topic",
        "checkin",
        "win",
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (sample.MORNING, ["mn7a", "bn2k", "k7qf", "w8rt", "z2hk", "m3xp", "b5cd", "g8pt", "g7sw", "q7zw"]),
        (Today(TODAY), []),
        (Logged(sample.COMING), ["m8qf", "t4pc"]),
        (Changed("done", (sample.ROOM, sample.SLIDES)), ["x2cd", "t9vb"]),
        ((), []),
    ],
)
def test_screens_and_answers_are_lines_of_their_records(value: Any, expected: list[str]) -> None:
    assert [one.split("\t")[1] for one in lines(value, TODAY)] == expected


@given(meetings())
def test_every_line_is_safe_and_has_its_fields(met: Meeting) -> None:
    for one in lines(met, TODAY):
        kind, *rest = one.split("\t")
        at_end = {"topic": 4}.get(kind, 0)
        assert WIDTHS.get(kind, 11) <= len(rest) + 1 <= WIDTHS.get(kind, 11) + at_end
        assert "\n" not in one
        assert safe(one) == one


def test_a_newline_and_a_tab_are_written_out() -> None:
    odd = replace(sample.CALL, text="one\ttwo\nthree\x1b[2J")
    assert line(odd, TODAY).split("\t")[4] == r"one\ttwo\nthree␛[2J"


@given(st.integers(-400, 400))
def test_overdue_is_said_from_the_day_after(days: int) -> None:
    action = replace(sample.CALL, due=date(2026, 11, 22) + timedelta(days=days))
    assert line(action, TODAY).split("\t")[6] == ("overdue" if days < 0 else "")


def test_a_pipe_does_not_wait_for_what_draws() -> None:
    code = "import sys; from onelog.formats import tsv; from onelog.core.phrases import spoken; print([m for m in ('rich', 'sqlite3') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
