"""How goals go against the calendar, counted a second time in another way: day by day, with exact fractions."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import assume, given
from hypothesis import strategies as st

from onelog.core.model import Checkin, Goal, Ref
from onelog.core.progress import PLANNED, Ahead, Step, ahead, courses, family, marks, pace, planned, way

TOKYO = timezone(timedelta(hours=9))
OPENED = date(2026, 1, 1)


def look(value: float | None, day: date = OPENED, uid: str = "c") -> Checkin:
    return Checkin(uid, "cccc", Ref("g", "gggg"), datetime(day.year, day.month, day.day, 9, tzinfo=TOKYO), value)


def goal(
    start: float | None = 0, target: float | None = 100, value: float | None = 50, *, opened: date | None = OPENED,
    by: date | None = date(2026, 4, 11), status: str = "open", closed: date | None = None,
) -> Goal:  # fmt: skip
    """From 0 to 100 in 100 days, unless said otherwise."""
    looks = (look(value),) if value is not None else ()
    return Goal("g", "gggg", "x", None, by, "m", start, target, None, status, None, opened, closed, (), looks)


def day(number: int) -> date:
    return OPENED + timedelta(days=number)


@pytest.mark.parametrize(
    ("goal", "today", "days", "amount", "word"),
    [
        # as it should be, ahead, behind
        (goal(value=50), day(50), 0, 0, "on track"),
        (goal(value=60), day(50), 10, 10, "ahead"),
        (goal(value=40), day(50), -10, -10, "behind"),
        (goal(value=55), day(50), 5, 5, "on track"),
        (goal(value=45), day(50), -5, -5, "on track"),
        (goal(value=55.5), day(50), 6, 5.5, "ahead"),
        (goal(900_000, 1_000_000, 966_000), day(54), 12, 12_000, "ahead"),
        # a measure that is to fall: less is ahead
        (goal(10, 2, 4), day(50), 25, -2, "ahead"),
        (goal(10, 2, 8), day(50), -25, 2, "behind"),
        (goal(0, -10, -5), day(50), 0, 0, "on track"),
        # before its first day, on it, on its last one
        (goal(value=0), day(-30), 0, 0, "on track"),
        (goal(value=0), day(0), 0, 0, "on track"),
        (goal(value=100), day(100), 0, 0, "on track"),
        (goal(value=100), day(0), 100, 100, "ahead"),
        # beyond both ends of the line
        (goal(value=150), day(50), 50, 100, "ahead"),
        (goal(value=-50), day(50), -50, -100, "behind"),
        (goal(value=-50), day(0), 0, -50, "behind"),
        # past its day, not reached and reached
        (goal(value=50), day(130), -80, -50, "behind"),
        (goal(value=100), day(130), 0, 0, "on track"),
        (goal(value=120), day(130), 0, 20, "ahead"),
        (goal(value=97), day(130), -33, -3, "on track"),
        # closed: as it was on that day
        (goal(value=100, status="achieved", closed=day(90)), day(300), 10, 10, "ahead"),
        (goal(value=50, status="missed", closed=day(110)), day(300), -60, -50, "behind"),
        (goal(value=50, status="dropped", closed=day(50)), day(300), 0, 0, "on track"),
        # opened again, the day on which it was closed does not count
        (goal(value=50, status="open", closed=day(50)), day(70), -20, -20, "behind"),
        # a leap day is a day
        (goal(value=60, opened=date(2028, 2, 28), by=date(2028, 3, 1)), date(2028, 2, 29), 0, 10, "ahead"),
        (goal(value=50, opened=date(2028, 2, 28), by=date(2028, 3, 1)), date(2028, 2, 29), 0, 0, "on track"),
        (goal(value=50, opened=date(2027, 2, 28), by=date(2027, 3, 2)), date(2027, 3, 1), 0, 0, "on track"),
        (goal(0, 366, 60, opened=date(2028, 1, 1), by=date(2029, 1, 1)), date(2028, 3, 1), 0, 0, "on track"),
    ],
)
def test_how_far_a_goal_is_from_its_line(goal: Goal, today: date, days: int, amount: float, word: str) -> None:
    found = ahead(goal, today)
    assert found
    assert (found.days, pace(goal, today)) == (days, word)
    assert found.amount == pytest.approx(amount)


@pytest.mark.parametrize(
    "unknown",
    [
        goal(value=None), goal(start=None), goal(target=None), goal(by=None), goal(opened=None), goal(by=OPENED),
        goal(by=day(-1)), goal(100, 100, 100), goal(-1e308, 1e308, 1), goal(0, 5e-324, 1e300), goal(0, float("inf"), 1),
        goal(0, 1, float("nan")),
    ],
    ids=lambda g: f"{g.start} to {g.target}, {g.opened} to {g.by}, {g.current}",
)  # fmt: skip
def test_no_line_no_pace(unknown: Goal) -> None:
    for today in (day(-1), day(0), day(50), day(200)):
        assert ahead(unknown, today) is None
        assert pace(unknown, today) == "unknown"


def test_a_look_without_a_value_measures_nothing_and_the_newest_value_counts() -> None:
    words_only = Goal("g", "gggg", "x", None, day(100), None, 0, 100, opened=OPENED, checkins=(look(None),))
    assert pace(words_only, day(50)) == "unknown"
    looks = (look(90, day(1)), look(50, day(2)), look(None, day(3)))
    both = Goal("g", "gggg", "x", None, day(100), None, 0, 100, opened=OPENED, checkins=looks)
    assert ahead(both, day(50)) == Ahead(0, 0, 0)


whole_numbers = st.integers(-500, 500)


@pytest.mark.long
@given(
    whole_numbers,
    whole_numbers,
    whole_numbers,
    st.integers(1, 400),
    st.integers(-40, 600),
    st.dates(date(1999, 1, 1), date(2040, 1, 1)),
)
def test_the_line_agrees_with_a_count_day_by_day(
    start: int, target: int, value: int, whole: int, past: int, opened: date
) -> None:
    assume(start != target)
    today = opened + timedelta(days=past)
    found = ahead(goal(start, target, value, opened=opened, by=opened + timedelta(days=whole)), today)
    line = [Fraction(start) + Fraction(target - start) * number / whole for number in range(whole + 1)]
    expected_now = line[min(max(past, 0), whole)]
    off = [abs(told - value) for told in line]
    reached = (value >= target) if target > start else (value <= target)
    if reached:
        nearest, since = {whole}, min(max(past, 0), whole)
    else:
        nearest, since = {number for number, far in enumerate(off) if far == min(off)}, max(past, 0)
    assert found
    assert found.days + since in nearest
    assert found.amount == pytest.approx(float(value - expected_now), abs=1e-9)
    part = (Fraction(value) - expected_now) / (target - start)
    word = "on track" if abs(part) <= Fraction(5, 100) else "ahead" if part > 0 else "behind"
    assert pace(goal(start, target, value, opened=opened, by=opened + timedelta(days=whole)), today) == word
    assert found.fraction == pytest.approx(float(part), abs=1e-9)
    assert {"ahead": found.days >= 0, "behind": found.days <= 0, "on track": True}[word]


@pytest.mark.parametrize(
    ("status", "by", "closed", "early"),
    [
        ("achieved", day(10), day(4), 6), ("achieved", day(10), day(10), 0), ("missed", day(10), day(11), -1),
        ("achieved", date(2028, 3, 1), date(2028, 2, 28), 2), ("achieved", None, day(4), None), ("open", day(10), None, None),
        ("open", day(10), day(4), None),
    ],
)  # fmt: skip
def test_early_is_the_days_from_its_end_to_its_day(
    status: str, by: date | None, closed: date | None, early: int | None
) -> None:
    assert goal(by=by, status=status, closed=closed).early == early


# --- below, and since when untouched


def named(uid: str, parent: str = "", status: str = "open", **more: object) -> Goal:
    opened = more.pop("opened", OPENED)
    return Goal(uid, uid, uid, status=status, parent=Ref(parent, parent) if parent else None, opened=opened, **more)  # type: ignore[arg-type]


TREE = (
    named("top"), named("a", "top", "achieved", closed=day(3)), named("b", "top"), named("ba", "b", "missed"),
    named("bb", "b", "achieved"), named("bc", "b", "dropped"), named("alone"),
)  # fmt: skip


def test_those_below_are_counted_however_deep_and_without_the_dropped() -> None:
    counts = {one.goal.uid: (one.done, one.below) for one in courses(TREE, {}, day(10))}
    assert counts == {
        "top": (2, 4),
        "a": (0, 0),
        "b": (1, 2),
        "ba": (0, 0),
        "bb": (0, 0),
        "bc": (0, 0),
        "alone": (0, 0),
    }


def test_a_ring_of_goals_ends() -> None:
    ring = (named("a", "c"), named("b", "a"), named("c", "b"), named("d", "d"))
    assert [(one.goal.uid, one.below) for one in courses(ring, {}, day(1))] == [("a", 2), ("b", 2), ("c", 2), ("d", 0)]
    assert [one.uid for one in family(ring, ["a"])] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        (["b"], "top b ba bb bc"),
        (["bb"], "top b bb"),
        (["alone"], "alone"),
        (["gone"], ""),
        (["a", "alone"], "top a alone"),
    ],
)
def test_a_family_is_what_is_above_and_below(wanted: list[str], kept: str) -> None:
    assert [one.uid for one in family(TREE, wanted)] == kept.split()


@given(
    st.lists(
        st.tuples(st.integers(-1, 7), st.integers(0, 400), st.sampled_from(["open", "achieved", "dropped"])), max_size=8
    ),
    st.dictionaries(st.integers(0, 7), st.integers(0, 500)),
    st.integers(0, 600),
)
def test_untouched_weeks_agree_with_a_count_from_below(
    made: list[tuple[int, int, str]], touches: Mapping[int, int], now: int
) -> None:
    goals = [
        named(str(n), str(parent) if 0 <= parent < n else "", status, opened=day(opened))
        for n, (parent, opened, status) in enumerate(made)
    ]
    last = {one.uid: max(made[n][1], touches.get(n, 0)) for n, one in enumerate(goals)}
    for one in reversed(goals):  # children come after their parents
        if one.parent:
            last[one.parent.uid] = max(last[one.parent.uid], last[one.uid])
    for seen in courses(goals, {str(n): day(touch) for n, touch in touches.items()}, day(now)):
        past = last[seen.goal.uid]
        weeks = len([n for n in range(1, 200) if past + 7 * n <= now]) if seen.goal.status == "open" else 0
        assert (seen.touched, seen.weeks) == (day(past), weeks)


def test_a_check_in_touches_a_goal() -> None:
    seen = Goal("g", "gggg", "x", opened=OPENED, checkins=(look(None, day(30)),))
    assert [(one.touched, one.weeks) for one in courses([seen], {}, day(45))] == [(day(30), 2)]


# --- a plan, backwards


@pytest.mark.parametrize(
    ("by", "today", "quarter_end", "proposed"),
    [
        # three years away: each half-year, then quarters
        (
            "2029-11-20",
            "2026-11-20",
            "2026-12-31",
            "half 2029-05-20, year 2028-11-20, 18m 2028-05-20, 24m 2027-11-20, 30m 2027-05-20, quarter2 2027-03-31, quarter 2026-12-31",
        ),
        # a half-year before the end of the quarter, or on it, is the quarter
        ("2027-11-21", "2026-11-20", "2026-12-31", "half 2027-05-21, quarter2 2027-03-31, quarter 2026-12-31"),
        ("2027-12-31", "2026-11-20", "2026-12-31", "half 2027-06-30, quarter2 2027-03-31, quarter 2026-12-31"),
        # the quarter ends before the goal, with it, after it: then the month
        ("2027-01-31", "2026-11-20", "2026-12-31", "quarter 2026-12-31"),
        ("2026-12-31", "2026-11-20", "2026-12-31", "month 2026-11-30"),
        ("2026-12-15", "2026-11-20", "2026-12-31", "month 2026-11-30"),
        ("2026-11-30", "2026-11-20", "2026-12-31", ""),
        ("2026-12-15", "2026-11-30", "2026-12-31", ""),
        # the quarter ends today; a year that begins in April or February
        ("2027-03-01", "2026-12-31", "2026-12-31", ""),
        ("2027-03-01", "2027-01-01", "2027-03-31", "month 2027-01-31"),
        ("2027-09-01", "2026-12-31", "2026-12-31", "half 2027-03-01"),
        ("2028-03-31", "2026-11-20", "2027-01-31", "half 2027-09-30, year 2027-03-31, quarter 2027-01-31"),
        # month ends and leap days
        ("2029-02-28", "2027-11-20", "2027-12-31", "half 2028-08-28, year 2028-02-28, quarter 2027-12-31"),
        ("2028-02-29", "2026-11-20", "2026-12-31", "half 2027-08-29, year 2027-02-28, quarter 2026-12-31"),
        (
            "2028-08-31",
            "2026-11-20",
            "2026-12-31",
            "half 2028-02-29, year 2027-08-31, 18m 2027-02-28, quarter 2026-12-31",
        ),
        ("2027-08-31", "2026-11-20", "2026-12-31", "half 2027-02-28, quarter 2026-12-31"),
    ],
)
def test_the_days_that_a_plan_proposes(by: str, today: str, quarter_end: str, proposed: str) -> None:
    found = marks(*(date.fromisoformat(text) for text in (by, today, quarter_end)))
    assert ", ".join(f"{step.when} {step.day}" for step in found) == proposed


near_days = st.dates(date(2023, 6, 1), date(2029, 1, 1))


@given(near_days, near_days, st.integers(0, 91))
def test_a_plan_goes_back_from_the_goal_and_never_to_what_is_past(by: date, today: date, left: int) -> None:
    assume(by > today)
    end = today + timedelta(days=left)
    found = marks(by, today, end)
    days = [by, *(step.day for step in found), today]
    assert days == sorted(set(days), reverse=True)
    halves = [by - relativedelta(months=6 * n) for n in range(1, 20)]
    wanted = [day for day in halves if day > max(end, today) + timedelta(days=31)]
    assert [step.day for step in found if step.when in ("half", "year") or step.when.endswith("m")] == wanted
    assert ("quarter" in {step.when for step in found}) == (today < end < min([*wanted, by]))
    gaps = [(one - other).days for one, other in pairwise(days)]
    assert max(gaps) <= 184 + 31, "no more than a half-year and a month without a step"


def step_goal(uid: str, by: date | None, parent: str = "top", *tags: str, status: str = "open") -> Goal:
    return Goal(
        uid, uid, uid, None, by, status=status, parent=Ref(parent, parent), opened=OPENED, tags=tags or (PLANNED,)
    )


def test_steps_are_those_that_a_plan_made() -> None:
    top = named("top", by=date(2029, 1, 1))
    goals = [
        top, step_goal("a", date(2028, 1, 1)), step_goal("b", date(2027, 1, 1), "a"), step_goal("c", date(2028, 6, 1), "b"),
        step_goal("measured", date(2028, 1, 1), "top", "sales"), step_goal("under it", date(2027, 5, 1), "measured"),
        step_goal("no day", None), step_goal("over", date(2027, 3, 1), status="achieved"), step_goal("other", date(2028, 1, 1), "x"),
    ]  # fmt: skip
    assert [one.uid for one in planned(top, goals)] == ["c", "a", "b"]


TODAY, END = date(2026, 11, 20), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        ({}, "half 2028-07-01 -, year 2028-01-01 -, 18m 2027-07-01 -, quarter2 2027-03-31 -, quarter 2026-12-31 -"),
        (
            {"a": "2028-07-01"},
            "half 2028-07-01 a, year 2028-01-01 -, 18m 2027-07-01 -, quarter2 2027-03-31 -, quarter 2026-12-31 -",
        ),
        # another day takes the next later proposal
        (
            {"a": "2028-03-15"},
            "half 2028-03-15 a, year 2028-01-01 -, 18m 2027-07-01 -, quarter2 2027-03-31 -, quarter 2026-12-31 -",
        ),
        (
            {"a": "2027-06-30", "b": "2026-12-01"},
            "half 2028-07-01 -, year 2028-01-01 -, 18m 2027-06-30 a, quarter2 2027-03-31 -, quarter 2026-12-01 b",
        ),
        # a second one, and one beyond the first proposal, stand for themselves
        (
            {"a": "2027-06-30", "b": "2027-04-01"},
            "half 2028-07-01 -, year 2028-01-01 -, 18m 2027-06-30 a,  2027-04-01 b, quarter2 2027-03-31 -, quarter 2026-12-31 -",
        ),
        (
            {"a": "2028-10-01"},
            " 2028-10-01 a, half 2028-07-01 -, year 2028-01-01 -, 18m 2027-07-01 -, quarter2 2027-03-31 -, quarter 2026-12-31 -",
        ),
        # what is past is not this quarter's
        (
            {"a": "2026-11-19"},
            "half 2028-07-01 -, year 2028-01-01 -, 18m 2027-07-01 -, quarter2 2027-03-31 -, quarter 2026-12-31 -,  2026-11-19 a",
        ),
        (
            {"a": "2026-11-20"},
            "half 2028-07-01 -, year 2028-01-01 -, 18m 2027-07-01 -, quarter2 2027-03-31 -, quarter 2026-11-20 a",
        ),
    ],
)
def test_a_step_that_is_there_takes_the_place_of_a_proposal(there: Mapping[str, str], expected: str) -> None:
    top = named("top", by=date(2029, 1, 1))
    steps = planned(top, [step_goal(uid, date.fromisoformat(by)) for uid, by in there.items()])
    found = way(top, steps, TODAY, END)
    assert ", ".join(f"{one.when} {one.day} {one.goal.uid if one.goal else '-'}" for one in found) == expected


@given(st.lists(st.dates(date(2026, 10, 1), date(2028, 12, 31)), max_size=6))
def test_every_step_is_in_the_way_once_with_every_proposal_that_is_open(days: list[date]) -> None:
    top = named("top", by=date(2029, 1, 1))
    steps = planned(top, [step_goal(f"s{n}", day) for n, day in enumerate(days)])
    found = way(top, steps, TODAY, END)
    assert sorted(one.goal.uid for one in found if one.goal) == sorted(one.uid for one in steps)
    assert [one.when for one in found if one.when] == ["half", "year", "18m", "quarter2", "quarter"]
    assert [one.day for one in found] == sorted((one.day for one in found), reverse=True)
    assert all(isinstance(one, Step) and (one.goal is None or one.goal.by == one.day) for one in found)


def test_a_step_that_is_done_keeps_its_place_and_is_not_proposed_again() -> None:
    top = named("top", by=date(2029, 1, 1))
    done = step_goal("done", date(2028, 1, 1), status="achieved")
    given_up = step_goal("no", date(2028, 7, 1), status="dropped")
    assert planned(top, [done, given_up]) == []
    found = way(top, planned(top, [done, given_up], done=True), TODAY, END)
    assert [(one.when, one.is_done) for one in found] == [
        ("half", False), ("year", True), ("18m", False), ("quarter2", False), ("quarter", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        ("2026-11-19", "2026-12-31"),  # past
        ("2029-01-01", "2028-07-01"),  # on the goal's day, and after it
        ("2029-06-01", "2028-07-01"),
        ("2028-10-01", None),
        ("2026-11-20", None),
    ],
)
def test_a_step_whose_day_does_not_hold_any_more_is_offered_a_free_one(day: str, offered: str | None) -> None:
    top = named("top", by=date(2029, 1, 1))
    found = way(top, [step_goal("a", date.fromisoformat(day))], TODAY, END)
    (step,) = (one for one in found if one.goal)
    assert step.offered == (date.fromisoformat(offered) if offered else None)
