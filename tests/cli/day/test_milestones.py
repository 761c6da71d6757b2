"""Milestones: one quiet line on a terminal after the tenth meeting, after a year of them, and for a goal reached early."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from conftest import Onelog
from random_journal import empty

from onelog.core.model import Checkin, Goal, Meeting, Ref
from onelog.insight.milestones import Milestone, after, early, of_days
from onelog.journal import log
from onelog.markdown.document import Fields

pytestmark = pytest.mark.posix

DAY = date(2026, 1, 6)


def weekly(n: int) -> list[date]:
    return [DAY + timedelta(7 * week) for week in range(n)]


@pytest.mark.parametrize(
    ("days", "what"),
    [
        (weekly(1), None),
        (weekly(9), None),
        (weekly(10), ("meetings", 10)),
        (weekly(11), None),
        (weekly(50), ("meetings", 50)),
        ([DAY, date(2027, 1, 5)], None),
        ([DAY, date(2027, 1, 6)], ("years", 1)),
        ([DAY, date(2027, 1, 6), date(2027, 1, 13)], None),
        ([DAY, date(2029, 3, 1)], ("years", 3)),
        ([date(2024, 2, 29), date(2025, 2, 27)], None),
        ([date(2024, 2, 29), date(2025, 2, 28)], ("years", 1)),
    ],
)
def test_round_numbers_and_years(days: list[date], what: tuple[str, int] | None) -> None:
    assert of_days(days, days[-1], "Mia") == (Milestone(*what, "Mia") if what else None)


def test_what_is_logged_after_a_later_meeting_is_none() -> None:
    assert of_days(weekly(10), DAY, "Mia") is None


AT = datetime.fromisoformat("2026-11-20T10:00:00+09:00")
MET = Meeting("m", "mmmm", Ref("p", "Mia"), AT)
LOOK = Checkin("c", "cccc", Ref("g", "gggg"), AT, 10, meeting=MET.ref)
GOAL = Goal("g", "gggg", "ten", by=date(2026, 12, 1), start=0, target=10, checkins=(LOOK,))


@pytest.mark.parametrize(
    ("goal", "days"),
    [
        (GOAL, 11),
        (replace(GOAL, by=date(2026, 11, 20)), None),
        (replace(GOAL, target=11), None),
        (replace(GOAL, start=20), 11),
        (replace(GOAL, start=20, target=9), None),
        (replace(GOAL, by=None), None),
        (replace(GOAL, checkins=(replace(LOOK, meeting=None), LOOK)), None),
    ],
)
def test_a_goal_is_early_once(goal: Goal, days: int | None) -> None:
    assert early(goal, MET) == days


def nine(run: Onelog) -> None:
    for n in range(1, 10):
        run("log", "mia", f"on:2026-11-{n:02} we met")


def test_the_tenth_is_said_on_a_terminal_only(onelog: Onelog) -> None:
    nine(onelog)
    asks = str(onelog.folder / "asks.toml")
    (onelog.folder / "asks.toml").write_text("reflect = false\n")
    assert "meeting number 10 with mia" in onelog.screen("log", "mia", "on:2026-11-10 we met", ONELOG_CONFIG=asks)
    onelog("undo")
    piped = onelog.run("log", "mia", "on:2026-11-10 we met", ONELOG_CONFIG=asks)
    assert "number 10" not in piped.out + piped.err
    onelog("undo")
    assert "number 10" not in onelog.screen("log", "mia", "on:2026-11-10 we met", "--json", ONELOG_CONFIG=asks)
    onelog("undo")
    (onelog.folder / "asks.toml").write_text("reflect = false\nmilestones = false\n")
    assert "number 10" not in onelog.screen("log", "mia", "on:2026-11-10 we met", ONELOG_CONFIG=asks)


def test_a_meeting_that_is_to_come_is_no_later_one() -> None:
    with empty() as store:
        at = [AT - timedelta(weeks=week) for week in range(1, 10)]
        for day in at:
            log.log_meeting(store, "Mia", "we met", AT, Fields(day))
        log.log_meeting(store, "Mia", "planned", AT, Fields(AT + timedelta(weeks=1)), to_come=True)
        met = log.log_meeting(store, "Mia", "we met", AT).meeting
        assert after(store, met, AT.date()) == Milestone("meetings", 10, "Mia")


def test_it_is_said_in_japanese_too(onelog: Onelog) -> None:
    nine(onelog)
    (onelog.folder / "ja.toml").write_text('reflect = false\nlanguage = "ja"\n')
    asks = str(onelog.folder / "ja.toml")
    assert "10回目の1on1" in onelog.screen("log", "mia", "on:2026-11-10 we met", ONELOG_CONFIG=asks)
