"""The words for periods: what is read, and as which days; what is refused, and how."""

from dataclasses import FrozenInstanceError
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.calendar import dates, periods
from onelog.core.conventions import Conventions
from onelog.core.errors import Wrong
from onelog.core.phrases import spoken

MONTH_END = date(2026, 1, 31)  # a Saturday
LEAP_DAY = date(2028, 2, 29)  # a Tuesday
FISCAL_STARTS = st.integers(1, 12)
DAYS = st.dates(date(1975, 1, 1), date(2060, 12, 31))


def span(text: str, today: date, fiscal_year_start: int = 1) -> str:
    """The first and the last day, as a reader would say them."""
    found = periods.period(text, today, conventions=Conventions(fiscal_year_start))
    return f"{found.start} {found.last}"


ON_31_JANUARY_2026 = [
    # quarters
    ("2026Q3", "2026-07-01 2026-09-30"),
    ("2026q3", "2026-07-01 2026-09-30"),
    ("2026-Q3", "2026-07-01 2026-09-30"),
    ("2026 Q4", "2026-10-01 2026-12-31"),
    ("FY2026Q3", "2026-07-01 2026-09-30"),
    ("Q1", "2026-01-01 2026-03-31"),
    ("q2", "2025-04-01 2025-06-30"),
    ("Q3", "2025-07-01 2025-09-30"),
    ("Q4", "2025-10-01 2025-12-31"),
    # whole ones around today
    ("this week", "2026-01-26 2026-02-01"),
    ("last week", "2026-01-19 2026-01-25"),
    ("this month", "2026-01-01 2026-01-31"),
    ("last month", "2025-12-01 2025-12-31"),
    ("this quarter", "2026-01-01 2026-03-31"),
    ("last quarter", "2025-10-01 2025-12-31"),
    ("this year", "2026-01-01 2026-12-31"),
    ("last year", "2025-01-01 2025-12-31"),
    ("this-week", "2026-01-26 2026-02-01"),
    ("last_month", "2025-12-01 2025-12-31"),
    ("  Last  QUARTER ", "2025-10-01 2025-12-31"),
    ("今週", "2026-01-26 2026-02-01"),
    ("先週", "2026-01-19 2026-01-25"),
    ("今月", "2026-01-01 2026-01-31"),
    ("先月", "2025-12-01 2025-12-31"),
    ("今四半期", "2026-01-01 2026-03-31"),
    ("前四半期", "2025-10-01 2025-12-31"),
    ("先四半期", "2025-10-01 2025-12-31"),
    ("今年", "2026-01-01 2026-12-31"),
    ("昨年", "2025-01-01 2025-12-31"),
    ("去年", "2025-01-01 2025-12-31"),
    ("今年度", "2026-01-01 2026-12-31"),
    # months and years by name
    ("2026-08", "2026-08-01 2026-08-31"),
    ("2024-02", "2024-02-01 2024-02-29"),
    ("2025-12", "2025-12-01 2025-12-31"),
    ("2026年8月", "2026-08-01 2026-08-31"),
    ("2026", "2026-01-01 2026-12-31"),
    ("1970", "1970-01-01 1970-12-31"),
    ("２０２６", "2026-01-01 2026-12-31"),
    ("2025年", "2025-01-01 2025-12-31"),
    ("FY2026", "2026-01-01 2026-12-31"),
    ("fy-2026", "2026-01-01 2026-12-31"),
    ("2026年度", "2026-01-01 2026-12-31"),
    # halves, and months by name
    ("2026H1", "2026-01-01 2026-06-30"),
    ("2026h2", "2026-07-01 2026-12-31"),
    ("FY2026H2", "2026-07-01 2026-12-31"),
    ("H1", "2026-01-01 2026-06-30"),
    ("H2", "2025-07-01 2025-12-31"),
    ("this half", "2026-01-01 2026-06-30"),
    ("last half", "2025-07-01 2025-12-31"),
    ("Aug 2026", "2026-08-01 2026-08-31"),
    ("November 2026", "2026-11-01 2026-11-30"),
    ("Aug", "2025-08-01 2025-08-31"),
    ("jan", "2026-01-01 2026-01-31"),
    ("8月", "2025-08-01 2025-08-31"),
    ("1月", "2026-01-01 2026-01-31"),
    ("上期", "2026-01-01 2026-06-30"),
    ("下期", "2025-07-01 2025-12-31"),
    ("下半期", "2025-07-01 2025-12-31"),
    ("2026年度下期", "2026-07-01 2026-12-31"),
    ("第3四半期", "2025-07-01 2025-09-30"),
    ("2026年度第3四半期", "2026-07-01 2026-09-30"),
    ("第１四半期", "2026-01-01 2026-03-31"),
    ("今期", "2026-01-01 2026-12-31"),
    ("前期", "2025-01-01 2025-12-31"),
    ("令和8年度", "2026-01-01 2026-12-31"),
    ("令和8年", "2026-01-01 2026-12-31"),
    ("令和元年", "2019-01-01 2019-12-31"),
    ("令和8年8月", "2026-08-01 2026-08-31"),
    ("令和8年度上期", "2026-01-01 2026-06-30"),
    # up to today
    ("1d", "2026-01-31 2026-01-31"),
    ("30d", "2026-01-02 2026-01-31"),
    ("1w", "2026-01-25 2026-01-31"),
    ("6w", "2025-12-21 2026-01-31"),
    ("1m", "2026-01-01 2026-01-31"),
    ("2m", "2025-12-01 2026-01-31"),
    ("3m", "2025-11-01 2026-01-31"),
    ("1y", "2025-02-01 2026-01-31"),
    ("30 days", "2026-01-02 2026-01-31"),
    ("6-weeks", "2025-12-21 2026-01-31"),
    # from one day to another
    ("2026-01-05..2026-01-20", "2026-01-05 2026-01-20"),
    ("2026-01-05..2026-01-05", "2026-01-05 2026-01-05"),
    ("2026-02-10..2026-03-10", "2026-02-10 2026-03-10"),
    ("2026-01-05 .. 2026-01-20", "2026-01-05 2026-01-20"),
    ("yesterday..today", "2026-01-30 2026-01-31"),
    ("last-mon..today", "2026-01-26 2026-01-31"),
    ("mon..fri", "2026-01-26 2026-01-30"),
    ("-2w..-1w", "2026-01-17 2026-01-24"),
    ("1 Dec..24 Dec", "2025-12-01 2025-12-24"),
    ("1 Jan..eoq", "2026-01-01 2026-03-31"),
    ("2026-01-10..", "2026-01-10 2026-01-31"),
    ("today..", "2026-01-31 2026-01-31"),
    ("..2025-12-31", "1970-01-01 2025-12-31"),
    ("2025-11..2026-01", "2025-11-01 2026-01-31"),
    ("2025Q1..2025Q3", "2025-01-01 2025-09-30"),
    ("2024..2025", "2024-01-01 2025-12-31"),
    ("2025-11..2026-01-09", "2025-11-01 2026-01-09"),
    ("5 Jan 2026 – 20 Jan 2026", "2026-01-05 2026-01-20"),
    ("2026年1月5日〜2026年1月20日", "2026-01-05 2026-01-20"),
    ("1月5日～今日", "2026-01-05 2026-01-31"),
    ("Nov 2025..Jan 2026", "2025-11-01 2026-01-31"),
    ("30d..today", "2026-01-01 2026-01-31"),
    ("1月5日..今日", "2026-01-05 2026-01-31"),
]


@pytest.mark.parametrize(("text", "meant"), ON_31_JANUARY_2026)
def test_a_period_at_the_end_of_january(text: str, meant: str) -> None:
    assert span(text, MONTH_END) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("this week", "2028-02-28 2028-03-05"),
        ("last month", "2028-01-01 2028-01-31"),
        ("this month", "2028-02-01 2028-02-29"),
        ("last year", "2027-01-01 2027-12-31"),
        ("1y", "2027-03-01 2028-02-29"),
        ("4y", "2024-03-01 2028-02-29"),
        ("1m", "2028-01-30 2028-02-29"),
        ("12m", "2027-03-01 2028-02-29"),
        ("1w", "2028-02-23 2028-02-29"),
        ("Q1", "2028-01-01 2028-03-31"),
        ("Q2", "2027-04-01 2027-06-30"),
    ],
)
def test_a_period_on_a_leap_day(text: str, meant: str) -> None:
    assert span(text, LEAP_DAY) == meant


@pytest.mark.parametrize(
    ("today", "text", "meant"),
    [
        ("2026-03-29", "this week", "2026-03-23 2026-03-29"),
        ("2026-03-29", "7d", "2026-03-23 2026-03-29"),
        ("2026-03-31", "1m", "2026-03-01 2026-03-31"),
        ("2026-10-25", "last week", "2026-10-12 2026-10-18"),
        ("2026-10-25", "this quarter", "2026-10-01 2026-12-31"),
        ("2026-12-31", "this week", "2026-12-28 2027-01-03"),
        ("2027-01-01", "this week", "2026-12-28 2027-01-03"),
        ("2027-01-01", "last quarter", "2026-10-01 2026-12-31"),
        ("2026-07-01", "Q3", "2026-07-01 2026-09-30"),
        ("2026-06-30", "Q3", "2025-07-01 2025-09-30"),
    ],
)
def test_a_period_on_other_days(today: str, text: str, meant: str) -> None:
    assert span(text, date.fromisoformat(today)) == meant


@pytest.mark.parametrize(
    ("today", "start", "text", "meant"),
    [
        ("2026-01-31", 4, "FY2026", "2026-04-01 2027-03-31"),
        ("2026-01-31", 4, "2026年度", "2026-04-01 2027-03-31"),
        ("2026-01-31", 4, "2026Q1", "2026-04-01 2026-06-30"),
        ("2026-01-31", 4, "FY2026Q4", "2027-01-01 2027-03-31"),
        ("2026-01-31", 4, "Q4", "2026-01-01 2026-03-31"),
        ("2026-01-31", 4, "Q1", "2025-04-01 2025-06-30"),
        ("2026-01-31", 4, "Q3", "2025-10-01 2025-12-31"),
        ("2026-01-31", 4, "this quarter", "2026-01-01 2026-03-31"),
        ("2026-01-31", 4, "last quarter", "2025-10-01 2025-12-31"),
        ("2026-01-31", 4, "this year", "2025-04-01 2026-03-31"),
        ("2026-01-31", 4, "last year", "2024-04-01 2025-03-31"),
        ("2026-03-31", 4, "this year", "2025-04-01 2026-03-31"),
        ("2026-04-01", 4, "this year", "2026-04-01 2027-03-31"),
        ("2026-04-01", 4, "Q1", "2026-04-01 2026-06-30"),
        ("2026-04-01", 4, "Q4", "2026-01-01 2026-03-31"),
        ("2026-01-31", 4, "2026H1", "2026-04-01 2026-09-30"),
        ("2026-01-31", 4, "2026年度下期", "2026-10-01 2027-03-31"),
        ("2026-01-31", 4, "下期", "2025-10-01 2026-03-31"),
        ("2026-01-31", 4, "上期", "2025-04-01 2025-09-30"),
        ("2026-01-31", 4, "this half", "2025-10-01 2026-03-31"),
        ("2026-01-31", 4, "第3四半期", "2025-10-01 2025-12-31"),
        ("2026-01-31", 4, "令和8年度", "2026-04-01 2027-03-31"),
        ("2026-01-31", 4, "令和8年", "2026-01-01 2026-12-31"),
        ("2026-01-31", 4, "今期", "2025-04-01 2026-03-31"),
        ("2026-01-31", 4, "前期", "2024-04-01 2025-03-31"),
        ("2026-01-31", 4, "今年度", "2025-04-01 2026-03-31"),
        ("2026-01-31", 4, "昨年度", "2024-04-01 2025-03-31"),
        ("2026-01-31", 4, "2026", "2026-01-01 2026-12-31"),
        ("2026-01-31", 4, "今年", "2026-01-01 2026-12-31"),
        ("2026-01-31", 4, "2026-04", "2026-04-01 2026-04-30"),
        ("2026-01-31", 4, "this month", "2026-01-01 2026-01-31"),
        ("2026-01-31", 4, "2025Q1..2025Q2", "2025-04-01 2025-09-30"),
        ("2026-02-10", 12, "Q1", "2025-12-01 2026-02-28"),
        ("2026-02-10", 12, "Q4", "2025-09-01 2025-11-30"),
        ("2026-02-10", 12, "this quarter", "2025-12-01 2026-02-28"),
        ("2028-02-29", 12, "this quarter", "2027-12-01 2028-02-29"),
        ("2026-02-10", 2, "this quarter", "2026-02-01 2026-04-30"),
        ("2026-01-31", 2, "this quarter", "2025-11-01 2026-01-31"),
    ],
)
def test_quarters_and_years_follow_the_fiscal_year(today: str, start: int, text: str, meant: str) -> None:
    assert span(text, date.fromisoformat(today), start) == meant


NO_PERIOD = [
    # nothing
    "", " ", "..", " .. ", "\0", "-",
    # what no calendar has
    "2026Q5", "2026Q0", "Q5", "Q0", "2026-13", "2026-00", "0000", "FY0000", "2026年13月", "0000Q1",
    "2026-02-30..2026-03-01", "2026-02-01..2026-02-30", "2026-01-01..2026-13",
    # other shapes
    "26Q3", "2026Q", "Q", "2026Q3Q", "2026-8", "202608", "08-2026", "Augu 2026", "Aug 26", "2026H3", "H0", "13月", "0月", "第5四半期", "中期", "26", "FY26",
    "20266", "FY",
    "2026Q3Q4", "2026--Q3",
    # words with no one period, or not in the grammar
    "week", "month", "quarter", "year", "this", "last", "this fri", "this day",
    "last day",
    "thisweek", "last two weeks", "since monday", "forever", "今", "年度",
    # days are no periods
    "today", "fri", "2026-01-31", "12 Jan", "eoq", "今日", "-30d", "+30d", "30d ago", "in 3d",
    # numbers
    "30", "d", "1.5m", "30x", "30 dd", "٣d", "9999999d",
    # ranges of what is no day
    "a..b", "2026-01-01...2026-01-31", "..2026-01-01..", "2026-01-01..2026-01-10..2026-01-20",
    "today.tomorrow",
    "2026-01-01-2026-01-31", "today to tomorrow", "this week..today", "..soon", "soon..",
    # what hides in text
    "2026\0", "\x1f2026", "Q3\u200b", "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_PERIOD)
@pytest.mark.parametrize(("today", "start"), [(MONTH_END, 1), (LEAP_DAY, 4)])
def test_what_is_no_period_is_refused(text: str, today: date, start: int) -> None:
    with pytest.raises(Wrong, match="is not a period") as refused:
        periods.period(text, today, conventions=Conventions(start))
    assert "2026Q3" in refused.value.hint


@pytest.mark.parametrize("text", ["2026-01-20..2026-01-19", "today..-1d", "2026..2025", "tomorrow..", "0d"])
def test_a_period_that_ends_before_it_begins_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="ends before it begins"):
        periods.period(text, MONTH_END)


@pytest.mark.parametrize(
    "text",
    [
        "1969",
        "1969-12",
        "1969Q4",
        "57y",
        "700m",
        "1969-12-31..today",
        "2077",
        "2076-02",
        "2026-01-01..2076-02-01",
    ],
)
def test_a_period_too_far_away_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="too far away"):
        periods.period(text, MONTH_END)


@pytest.mark.parametrize(
    ("text", "start", "name"),
    [
        ("last quarter", 1, "2025Q4"),
        ("fy2026-q3", 1, "2026Q3"),
        ("this month", 1, "2026-01"),
        ("2026年8月", 1, "2026-08"),
        ("last half", 1, "2025H2"),
        ("下期", 4, "2025H2"),
        ("aug 2026", 1, "2026-08"),
        ("this year", 1, "2026"),
        ("FY2026", 1, "2026"),
        ("this year", 4, "FY2025"),
        ("2026", 4, "2026"),
        ("Q4", 4, "2025Q4"),
        ("this week", 1, "2026-01-26..2026-02-01"),
        ("30d", 1, "2026-01-02..2026-01-31"),
        ("yesterday..", 1, "2026-01-30..2026-01-31"),
    ],
)
def test_a_period_has_a_name_that_lasts(text: str, start: int, name: str) -> None:
    found = periods.period(text, MONTH_END, conventions=Conventions(start))
    assert found.name == name
    assert periods.period(name, date(2040, 6, 6), conventions=Conventions(start)) == found


def test_what_a_period_holds() -> None:
    august = periods.period("2026-08", MONTH_END)
    assert august.days == 31
    assert august.last == date(2026, 8, 31)
    assert date(2026, 8, 1) in august
    assert date(2026, 8, 31) in august
    assert date(2026, 7, 31) not in august
    assert date(2026, 9, 1) not in august
    with pytest.raises(FrozenInstanceError):
        august.name = "other"  # type: ignore[misc]


def test_a_time_belongs_to_the_day_written_in_its_own_offset() -> None:
    august = periods.period("2026-08", MONTH_END)
    assert datetime.fromisoformat("2026-08-01T00:30+09:00") in august  # still July in Greenwich
    assert datetime.fromisoformat("2026-07-31T23:30-05:00") not in august  # August already in Greenwich


PERIOD_TEXTS = st.one_of(
    st.sampled_from([text for text, _ in ON_31_JANUARY_2026]),
    st.builds("{}Q{}".format, st.integers(1971, 2059), st.integers(1, 4)),
    st.builds("{}-{:02}".format, st.integers(1971, 2059), st.integers(1, 12)),
    st.builds("{}H{}".format, st.integers(1971, 2058), st.integers(1, 2)),
    st.builds("FY{}".format, st.integers(1971, 2058)),
    st.builds("{}{}".format, st.integers(1, 5), st.sampled_from("dwmy")),
)


@given(PERIOD_TEXTS, st.dates(date(2020, 1, 1), date(2060, 1, 1)), FISCAL_STARTS)
def test_a_period_reads_back_from_its_days_and_from_its_name(text: str, today: date, start: int) -> None:
    try:
        found = periods.period(text, today, conventions=Conventions(start))
    except Wrong as refused:
        assert ".." in text and "before" in refused.message  # words for days may stand in another order today
        return
    from_days = periods.period(f"{found.start}..{found.last}", today, conventions=Conventions(start))
    assert (from_days.start, from_days.end) == (found.start, found.end)
    assert periods.period(found.name, today, conventions=Conventions(start)) == found


@given(DAYS, st.sampled_from(["en", "ja"]))
def test_a_month_as_a_screen_writes_it_is_read_as_that_month(day: date, language: str) -> None:
    for text in (spoken.month(day, language), dates.month_text(day, language, year=True)):
        assert periods.period(text, date(2026, 1, 31)).name == f"{day:%Y-%m}"
    assert periods.period(dates.month_text(day, language), day).name == f"{day:%Y-%m}"


@given(st.integers(1975, 2055), FISCAL_STARTS)
def test_quarters_tile_the_fiscal_year(year: int, start: int) -> None:
    whole = periods.period(f"FY{year}", date(2030, 1, 1), conventions=Conventions(start))
    quarters = [periods.period(f"{year}Q{n}", date(2030, 1, 1), conventions=Conventions(start)) for n in (1, 2, 3, 4)]
    following = periods.period(f"FY{year + 1}", date(2030, 1, 1), conventions=Conventions(start))
    assert [whole.start, *(q.end for q in quarters)] == [*(q.start for q in quarters), following.start]
    assert whole.end == following.start
    assert (whole.start.year, whole.start.month, whole.start.day) == (year, start, 1)
    assert all(89 <= q.days <= 92 for q in quarters)


@given(DAYS, FISCAL_STARTS)
def test_every_day_lies_in_its_own_quarter_which_its_name_finds(day: date, start: int) -> None:
    own = periods.quarter(day, start)
    assert day in own
    assert (own.start.month - start) % 3 == 0
    assert periods.quarter(own.end, start).start == own.end
    assert periods.period(own.name, day, conventions=Conventions(start)) == own
    assert periods.period("this quarter", day, conventions=Conventions(start)) == own
    assert periods.period(own.name[4:], day, conventions=Conventions(start)) == own  # the latest that has begun


@given(DAYS, st.integers(1, 4), FISCAL_STARTS)
def test_a_bare_quarter_is_the_latest_that_has_begun(day: date, number: int, start: int) -> None:
    found = periods.period(f"Q{number}", day, conventions=Conventions(start))
    assert found.start <= day
    assert day - found.start < timedelta(days=366)


@given(DAYS, st.sampled_from(["week", "month", "quarter", "half", "year"]), FISCAL_STARTS)
def test_the_last_one_ends_where_this_one_begins(day: date, unit: str, start: int) -> None:
    this = periods.period(f"this {unit}", day, conventions=Conventions(start))
    last = periods.period(f"last {unit}", day, conventions=Conventions(start))
    assert day in this
    assert last.end == this.start


@pytest.mark.parametrize(
    ("name", "today", "before"),
    [
        ("2026Q4", "2026-11-20", "2026-07-01..2026-08-20"),
        ("2026Q4", "2026-11-30", "2026-07-01..2026-08-31"),
        ("2026Q4", "2026-10-01", "2026-07-01..2026-07-01"),
        ("2026Q4", "2026-12-31", "2026Q3"),
        ("2026Q4", "2027-02-01", "2026Q3"),
        ("2026Q4", "2026-09-30", "2026Q3"),
        ("2026Q2", "2026-05-31", "2026-01-01..2026-02-28"),
        ("2026-03", "2026-03-29", "2026-02-01..2026-02-27"),
        ("2026-03", "2026-03-12", "2026-02-01..2026-02-12"),
        ("2026H2", "2026-11-20", "2026-01-01..2026-05-20"),
        ("2024", "2024-02-29", "2023-01-01..2023-02-28"),
        ("2026-11-16..2026-11-22", "2026-11-18", "2026-11-09..2026-11-11"),
    ],
)
def test_a_running_period_is_set_beside_as_much_of_the_one_before(name: str, today: str, before: str) -> None:
    day = date.fromisoformat(today)
    assert periods.same_part_before(periods.period(name, day), day).name == before
