"""The words for days, times and lengths: what is read, and as what; what is refused, and how."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.calendar import dates, day_words, periods
from onelog.core.calendar.day_words import months_after
from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Wrong
from onelog.core.phrases import spoken

MONTH_END = date(2026, 1, 31)  # a Saturday
LEAP_DAY = date(2028, 2, 29)  # a Tuesday
SPRING = datetime.fromisoformat("2026-03-29T01:30+01:00")  # a Sunday
AUTUMN = datetime.fromisoformat("2026-10-25T02:30+02:00")  # a Sunday

DAYS = st.dates(date(1970, 1, 1), date(2070, 1, 1))
ANY_TEXT = st.one_of(
    st.text(st.characters()),  # surrogates and NUL included
    st.text("0123456789-+/:._ TtZQqfywmdh年月日分時前後週…", max_size=20),
    st.lists(
        st.sampled_from(
            ["next", "last", "in", "ago", "fri", "jan", "12", "2026", "99999", "-", "..", "week", "q3", "0"]
        )
    ).map(" ".join),
)


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in Berlin, its own clock."""
    monkeypatch.delenv(dates.CLOCK, raising=False)
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


# --- days

ON_SATURDAY_31_JANUARY = [
    # the calendar's own
    ("2026-01-31", "2026-01-31"),
    ("1970-01-01", "1970-01-01"),
    ("2076-01-31", "2076-01-31"),
    ("2028-02-29", "2028-02-29"),
    # near
    ("today", "2026-01-31"),
    ("yesterday", "2026-01-30"),
    ("tomorrow", "2026-02-01"),
    ("tmrw", "2026-02-01"),
    ("eod", "2026-01-31"),
    ("end of day", "2026-01-31"),
    ("2026-2-3", "2026-02-03"),
    ("2026-12-5", "2026-12-05"),
    ("12th of march 2026", "2026-03-12"),
    ("the 3rd of feb 2026", "2026-02-03"),
    ("今日", "2026-01-31"),
    ("昨日", "2026-01-30"),
    ("一昨日", "2026-01-29"),
    ("明日", "2026-02-01"),
    ("明後日", "2026-02-02"),
    # days of the week, ahead
    ("sat", "2026-01-31"),
    ("sun", "2026-02-01"),
    ("monday", "2026-02-02"),
    ("fri", "2026-02-06"),
    ("月", "2026-02-02"),
    ("月曜", "2026-02-02"),
    ("土曜日", "2026-01-31"),
    ("next sat", "2026-02-07"),
    ("next sun", "2026-02-01"),
    ("next friday", "2026-02-06"),
    ("last sat", "2026-01-24"),
    ("last fri", "2026-01-30"),
    ("last sunday", "2026-01-25"),
    ("今週月曜", "2026-01-26"),
    ("来週月曜", "2026-02-02"),
    ("来週の日曜日", "2026-02-08"),
    ("先週の金曜", "2026-01-23"),
    # steps
    ("-3d", "2026-01-28"),
    ("+3d", "2026-02-03"),
    ("+2w", "2026-02-14"),
    ("-1w", "2026-01-24"),
    ("+1m", "2026-02-28"),
    ("+2m", "2026-03-31"),
    ("-2m", "2025-11-30"),
    ("+1y", "2027-01-31"),
    ("3 days ago", "2026-01-28"),
    ("1 day ago", "2026-01-30"),
    ("2 weeks ago", "2026-01-17"),
    ("1 month ago", "2025-12-31"),
    ("3 years ago", "2023-01-31"),
    ("in 1 day", "2026-02-01"),
    ("in 2 weeks", "2026-02-14"),
    ("in 3 months", "2026-04-30"),
    ("in 50 years", "2076-01-31"),
    ("in 3d", "2026-02-03"),
    ("3d ago", "2026-01-28"),
    ("+0d", "2026-01-31"),
    ("3日後", "2026-02-03"),
    ("2週間前", "2026-01-17"),
    ("1か月後", "2026-02-28"),
    ("1ヶ月後", "2026-02-28"),
    ("1年前", "2025-01-31"),
    # ends
    ("eow", "2026-02-01"),
    ("eom", "2026-01-31"),
    ("eoq", "2026-03-31"),
    # written
    ("12 Jan 2026", "2026-01-12"),
    ("12 January 2026", "2026-01-12"),
    ("Jan 12, 2026", "2026-01-12"),
    ("Jan. 12 2026", "2026-01-12"),
    ("1st March 2027", "2027-03-01"),
    ("Sept 3rd 2026", "2026-09-03"),
    ("12 Jan", "2027-01-12"),
    ("31 Jan", "2026-01-31"),
    ("Feb 1", "2026-02-01"),
    ("29 Feb", "2028-02-29"),
    ("12jan", "2027-01-12"),
    ("2026年9月12日", "2026-09-12"),
    ("9月12日", "2026-09-12"),
    ("1月12日", "2027-01-12"),
    # one word, other forms
    ("next-fri", "2026-02-06"),
    ("last_fri", "2026-01-30"),
    ("in-2-weeks", "2026-02-14"),
    ("3-days-ago", "2026-01-28"),
    ("12-jan", "2027-01-12"),
    ("12-jan-2026", "2026-01-12"),
    ("  Next   FRI\t\n", "2026-02-06"),
    ("ＴＯＤＡＹ", "2026-01-31"),
    ("９月１２日", "2026-09-12"),
    ("\u3000明日\u3000", "2026-02-01"),
    # short names
    ("tues", "2026-02-03"),
    ("weds", "2026-02-04"),
    ("thur", "2026-02-05"),
    ("thurs", "2026-02-05"),
    ("next thurs", "2026-02-05"),
    # an amount alone, and numbers in words
    ("2w", "2026-02-14"),
    ("3d", "2026-02-03"),
    ("3 days", "2026-02-03"),
    ("in two weeks", "2026-02-14"),
    ("in a week", "2026-02-07"),
    ("in an month", "2026-02-28"),
    ("a week ago", "2026-01-24"),
    ("two days ago", "2026-01-29"),
    ("two weeks from now", "2026-02-14"),
    ("二週間後", "2026-02-14"),
    ("2週後", "2026-02-14"),
    ("1ヵ月後", "2026-02-28"),
    # the first day of what comes next, and the last day
    ("next week", "2026-02-02"),
    ("next month", "2026-02-01"),
    ("next-month", "2026-02-01"),
    ("来週", "2026-02-02"),
    ("再来週", "2026-02-09"),
    ("来月", "2026-02-01"),
    ("end of week", "2026-02-01"),
    ("end of month", "2026-01-31"),
    ("end of the month", "2026-01-31"),
    ("end of next month", "2026-02-28"),
    ("end of next week", "2026-02-08"),
    ("end of quarter", "2026-03-31"),
    ("end of next quarter", "2026-06-30"),
    ("end of year", "2026-12-31"),
    ("eoy", "2026-12-31"),
    ("end of nov", "2026-11-30"),
    ("end of February 2028", "2028-02-29"),
    # more of the Japanese calendar
    ("本日", "2026-01-31"),
    ("きょう", "2026-01-31"),
    ("きのう", "2026-01-30"),
    ("おととい", "2026-01-29"),
    ("あした", "2026-02-01"),
    ("あす", "2026-02-01"),
    ("あさって", "2026-02-02"),
    ("しあさって", "2026-02-03"),
    ("再来週の月曜", "2026-02-09"),
    ("再来週火曜日", "2026-02-10"),
    ("次の金曜", "2026-02-06"),
    ("月末", "2026-01-31"),
    ("今月末", "2026-01-31"),
    ("来月末", "2026-02-28"),
    ("来月10日", "2026-02-10"),
    ("来月の10日", "2026-02-10"),
    ("今月5日", "2026-01-05"),
    ("先月10日", "2025-12-10"),
    ("11月末", "2026-11-30"),
    ("年末", "2026-12-31"),
    ("年度末", "2026-12-31"),
    ("四半期末", "2026-03-31"),
    ("令和8年12月1日", "2026-12-01"),
    ("令和元年5月1日", "2019-05-01"),
    ("R8.12.1", "2026-12-01"),
    ("R8/12/1", "2026-12-01"),
    ("平成31年4月30日", "2019-04-30"),
    ("昭和64年1月7日", "1989-01-07"),
    # as screens write it, with the day of the week
    ("Fri 27 Nov 2026", "2026-11-27"),
    ("Friday, 27 November 2026", "2026-11-27"),
    ("Fri 30 Jan", "2026-01-30"),
    ("Mon, Feb 2nd", "2026-02-02"),
    ("1月30日(金)", "2026-01-30"),
    ("1月30日（金）", "2026-01-30"),
    ("2月2日月曜日", "2026-02-02"),
    ("2026年11月27日(金)", "2026-11-27"),
    # with slashes
    ("2026/01/31", "2026-01-31"),
    ("2026/1/12", "2026-01-12"),
    ("2026/11/27(金)", "2026-11-27"),
    ("31/1", "2026-01-31"),
    ("1/31", "2026-01-31"),
    ("31/01/2026", "2026-01-31"),
    ("6/6", "2026-06-06"),
]


@pytest.mark.parametrize(("text", "meant"), ON_SATURDAY_31_JANUARY)
def test_a_day_at_the_end_of_january(text: str, meant: str) -> None:
    assert dates.day(text, MONTH_END).isoformat() == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sat", "2026-01-31"),
        ("fri", "2026-01-30"),
        ("sunday", "2026-01-25"),
        ("月曜", "2026-01-26"),
        ("12 Jan", "2026-01-12"),
        ("31 Jan", "2026-01-31"),
        ("1 Feb", "2025-02-01"),
        ("Dec 24", "2025-12-24"),
        ("29 Feb", "2024-02-29"),
        ("9月12日", "2025-09-12"),
        # an amount alone looks back as well
        ("2w", "2026-01-17"),
        ("3 days", "2026-01-28"),
        ("11月末", "2025-11-30"),
        ("end of nov", "2025-11-30"),
        ("31/1", "2026-01-31"),
        ("24/12", "2025-12-24"),
        # beside its day of the week a date is the nearest, on either side
        ("Mon 2 Feb", "2026-02-02"),
        ("2月2日(月)", "2026-02-02"),
        # a direction that is said is kept
        ("next week", "2026-02-02"),
        ("next fri", "2026-02-06"),
        ("tomorrow", "2026-02-01"),
        ("in 2 weeks", "2026-02-14"),
        ("eom", "2026-01-31"),
        ("1 Feb 2026", "2026-02-01"),
    ],
)
def test_a_day_looking_back_from_the_end_of_january(text: str, meant: str) -> None:
    assert dates.day(text, MONTH_END, looking="back").isoformat() == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("+1y", "2029-02-28"),
        ("+4y", "2032-02-29"),
        ("-1y", "2027-02-28"),
        ("+1m", "2028-03-29"),
        ("-1d", "2028-02-28"),
        ("+1d", "2028-03-01"),
        ("tue", "2028-02-29"),
        ("next tue", "2028-03-07"),
        ("last tue", "2028-02-22"),
        ("mon", "2028-03-06"),
        ("eow", "2028-03-05"),
        ("eom", "2028-02-29"),
        ("29 feb", "2028-02-29"),
        ("来週火曜", "2028-03-07"),
        ("2078-02-28", "2078-02-28"),
    ],
)
def test_a_day_on_a_leap_day(text: str, meant: str) -> None:
    assert dates.day(text, LEAP_DAY).isoformat() == meant


def test_29_february_across_a_century_without_one() -> None:
    assert dates.day("29 feb", date(2097, 1, 1)) == date(2104, 2, 29)
    assert dates.day("29 feb", date(2103, 1, 1), looking="back") == date(2096, 2, 29)


@pytest.mark.parametrize(
    ("today", "start", "meant"),
    [
        ("2026-01-31", 4, "2026-03-31"),
        ("2026-04-01", 4, "2026-06-30"),
        ("2026-01-31", 2, "2026-01-31"),
        ("2026-02-01", 2, "2026-04-30"),
        ("2026-12-31", 12, "2027-02-28"),
        ("2026-05-15", 1, "2026-06-30"),
    ],
)
def test_the_end_of_the_quarter_follows_the_fiscal_year(today: str, start: int, meant: str) -> None:
    assert dates.day("eoq", date.fromisoformat(today), conventions=Conventions(start)).isoformat() == meant


@pytest.mark.parametrize(
    ("text", "start", "meant"),
    [
        ("eoy", 4, "2026-03-31"),
        ("end of next year", 4, "2027-03-31"),
        ("年度末", 4, "2026-03-31"),
        ("来年度末", 4, "2027-03-31"),
        ("年末", 4, "2026-12-31"),
        ("来年末", 4, "2027-12-31"),
        ("四半期末", 2, "2026-01-31"),
    ],
)
def test_the_end_of_a_year_is_the_fiscal_ones_but_of_the_calendar_in_japanese(
    text: str, start: int, meant: str
) -> None:
    assert dates.day(text, MONTH_END, conventions=Conventions(start)).isoformat() == meant


@pytest.mark.parametrize(
    ("text", "ahead", "back"),
    [
        ("15th", "2026-02-15", "2026-01-15"),
        ("the 15th", "2026-02-15", "2026-01-15"),
        ("31st", "2026-01-31", "2026-01-31"),
        ("the 30th", "2026-03-30", "2026-01-30"),  # February has none
        ("1st", "2026-02-01", "2026-01-01"),
    ],
)
def test_the_number_of_a_day_is_the_nearest_one_that_there_is(text: str, ahead: str, back: str) -> None:
    assert dates.day(text, MONTH_END).isoformat() == ahead
    assert dates.day(text, MONTH_END, looking="back").isoformat() == back


@pytest.mark.parametrize("text", ["32nd", "0th", "the", "the 15", "15th 16th"])
def test_a_number_that_no_day_has_is_none(text: str) -> None:
    with pytest.raises(Wrong):
        dates.day(text, MONTH_END)


@pytest.mark.parametrize(
    ("order", "text", "meant"),
    [
        ("month-first", "12/5", "2026-12-05"),
        ("day-first", "12/5", "2026-05-12"),
        ("month-first", "12/5/2027", "2027-12-05"),
        ("day-first", "12/5/2027", "2027-05-12"),
        ("month-first", "12/5(土)", "2026-12-05"),
        ("month-first", "31/12", "2026-12-31"),
        ("day-first", "12/31", "2026-12-31"),
        ("month-first", "2026/5/12", "2026-05-12"),
        ("day-first", "2026/5/12", "2026-05-12"),
    ],
)
def test_two_numbers_are_a_day_in_the_order_that_is_set(order: str, text: str, meant: str) -> None:
    assert dates.day(text, MONTH_END, conventions=Conventions(date_order=order)).isoformat() == meant


@pytest.mark.parametrize(
    ("text", "said", "days"),
    [
        ("12/5", "'12/5' may be 5 Dec or 12 May", ("2026-12-05", "2026-05-12")),
        ("1/2/2026", "'1/2/2026' may be 2 Jan or 1 Feb", ("2026-01-02", "2026-02-01")),
        ("Thu 27 Nov 2026", "2026-11-27 is a Friday, not a Thursday", ("2026-11-27",)),
        ("27 Nov 2026 (木)", "2026-11-27 is a Friday, not a Thursday", ("2026-11-27",)),
        ("12月1日(水)", "2026-12-01 is a Tuesday, not a Wednesday", ("2026-12-01",)),
    ],
)
def test_what_could_be_two_days_is_refused_with_them(text: str, said: str, days: tuple[str, ...]) -> None:
    with pytest.raises(day_words.Unclear) as refused:
        dates.day(text, MONTH_END)
    assert refused.value.message == said
    assert tuple(str(day) for day in refused.value.nearest) == days


@pytest.mark.parametrize(
    ("text", "forms", "days"),
    [
        ("tomorow", "tomorrow, today, fri,", ("2026-02-01",)),
        ("next fryday", "next friday, today,", ("2026-02-06",)),
        ("this fri", "fri, today,", ("2026-02-06",)),
        ("by friday", "friday, today,", ("2026-02-06",)),
        ("next quater", "end of quarter,", ("2026-03-31",)),
        ("end of monht", "end of month,", ("2026-01-31",)),
        ("12 janaury", "12 january,", ("2027-01-12",)),
        ("2026-02-30", "2026-02-28,", ("2026-02-28",)),
        ("31 april", "end of april,", ("2026-04-30",)),
        ("blub", "today, fri,", ()),
        ("march", "end of march, 1 march,", ("2026-03-31",)),
        ("Q2", "end of june,", ("2026-06-30",)),
        ("3.2.", "3 feb, 2 mar,", ("2026-02-03",)),
        ("asap", "today, tomorrow,", ("2026-01-31",)),
    ],
)
def test_a_refusal_shows_what_is_accepted_nearest_first(text: str, forms: str, days: tuple[str, ...]) -> None:
    with pytest.raises(day_words.Unclear, match="is not a day") as refused:
        dates.day(text, MONTH_END)
    assert refused.value.hint.startswith(f"Days: {forms}")
    assert tuple(str(day) for day in refused.value.nearest)[:1] == days


NO_DAY = [
    # nothing
    "", " ", "-", "_", "\0", "\n",
    # days that no calendar has
    "2026-02-30", "2026-13-01", "2026-00-10", "2026-01-00", "2027-02-29", "30 feb", "31 April 2026",
    "0 jan",
    "29 Feb 2027", "13月1日", "2月30日", "32 Jan",
    # other shapes of a date
    "20260131", "2026-W05-6", "2026-031", "31.01.2026", "01/31/26", "2026/13/01", "2026/02/30", "13/13", "0/5",
    "32/1", "1/2/3", "R8.2.30", "R0.1.1", "R1.4.30", "令和8年", "T10.1.1", "来月31日", "13月末", "end of", "end of fri",
    "12 Jan 26", "2026-01-31T09:00", "2026 01 31", "2026_01_31",
    # a time, a number, a period
    "14:00", "5", "2611", "2026", "Q3", "2026Q3", "2026-08", "this week", "last week", "next quarter", "next year",
    "last month", "2026-01-01..2026-01-31",
    # words with no one day, or not in the grammar
    "may", "jan 2026", "soon", "fri sat", "every fri", "this fri", "nextfri", "friday week", "frid", "tuess",
    "fri the 13th", "next", "last", "next today", "ago", "in days", "in 2", "in -2 days", "some days ago", "a fri",
    "+3",
    "+3x", "--3d", "-3d ago", "in 3 days ago", "in 1.5 weeks", "1on1", "曜日", "来週12日", "先週", "来", "月末日", "fri mon 27 nov",
    "next--fri",
    # what hides in text
    "today\0", "\x1ftoday", "to\u200bday", "today\x1b[2J", "\ud800", "٣ days ago", "in ２x weeks",
    "today today",
]  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("text", NO_DAY)
@pytest.mark.parametrize("looking", ["back", "ahead"])
def test_what_is_no_day_is_refused(text: str, looking: dates.Looking) -> None:
    with pytest.raises(Wrong, match="is not a day") as refused:
        dates.day(text, MONTH_END, looking=looking)
    assert "next fri" in refused.value.hint


@pytest.mark.parametrize(
    "text",
    ["1969-12-31", "2076-02-01", "9999-12-31", "0001-01-01", "-57y", "in 51 years", "+99999d", "1 Jan 1969"],
)
def test_a_day_too_far_away_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="too far away") as refused:
        dates.day(text, MONTH_END)
    assert "1970-01-01" in refused.value.hint


def test_fifty_years_from_a_leap_day_that_need_not_exist() -> None:
    with pytest.raises(Wrong, match="too far away"):
        dates.day("2078-03-01", LEAP_DAY)


@pytest.mark.parametrize(
    "text", ["9" * 5000, "in " + "9" * 60 + " weeks", "+999999y", "a" * 1_000_000, "\0" * 1_000_000]
)
def test_monstrous_text_is_refused_with_a_short_message(text: str) -> None:
    for read in (
        lambda: dates.day(text, MONTH_END),
        lambda: dates.moment(text, SPRING),
        lambda: periods.period(text, MONTH_END),
        lambda: dates.minutes(text),
    ):
        with pytest.raises(Wrong) as refused:
            read()
        assert len(refused.value.message) < 260


def test_blanks_around_a_day_may_be_many() -> None:
    assert dates.day(" " * 500_000 + "today", MONTH_END) == MONTH_END


def test_the_message_quotes_forty_characters_and_no_control() -> None:
    with pytest.raises(Wrong) as refused:
        dates.day("\x1b]0;\u202e" + "x" * 60, MONTH_END)
    assert refused.value.message.startswith(r"'\x1b]0;\u202e" + "x" * 34 + "…' ")
    assert refused.value.message.isprintable()
    assert dates.shortened("x" * 40) == "x" * 40
    assert dates.shortened("x" * 41) == "x" * 39 + "…"


@pytest.mark.parametrize(
    "read",
    [
        lambda text: dates.day(text, MONTH_END),
        lambda text: dates.moment(text, SPRING),
        lambda text: periods.period(text, MONTH_END),
        dates.minutes,
    ],
    ids=["day", "moment", "period", "minutes"],
)
def test_what_a_hint_shows_is_accepted(read: Callable[[str], object]) -> None:
    with pytest.raises(Wrong) as refused:
        read("?")
    _, shown = refused.value.hint.removesuffix(".").split(": ", 1)
    examples = shown.replace(" or a day:", "").partition("; from")[0].replace(";", ",").split(", ")
    assert len(examples) >= 7
    for example in examples:
        read(example)


@given(ANY_TEXT)
def test_only_wrong_is_ever_raised(text: str) -> None:
    for read in (
        lambda: dates.day(text, LEAP_DAY, looking="back"),
        lambda: dates.day(text, MONTH_END, conventions=Conventions(4)),
        lambda: dates.day(text, date.min),
        lambda: dates.day(text, date.max),
        lambda: dates.moment(text, SPRING),
        lambda: periods.period(text, LEAP_DAY, conventions=Conventions(12)),
        lambda: periods.period(text, date.max),
        lambda: dates.minutes(text),
    ):
        try:
            read()
        except Wrong as refused:
            assert refused.message.isprintable()
            assert refused.hint


@given(st.dates(date(1970, 1, 1), date(2076, 1, 31)))
def test_an_iso_day_reads_as_itself(day: date) -> None:
    assert dates.day(day.isoformat(), MONTH_END) == day


@given(DAYS, st.integers(-600, 600))
def test_month_steps_agree_with_dateutil(day: date, months: int) -> None:
    assert months_after(day, months) == day + relativedelta(months=months)


@given(
    DAYS,
    st.integers(0, 24),
    st.sampled_from([("d", "days"), ("w", "weeks"), ("m", "months"), ("y", "years")]),
)
def test_steps_ahead_agree_with_dateutil(day: date, count: int, unit: tuple[str, str]) -> None:
    expected = day + relativedelta(**{unit[1]: count})  # type: ignore[arg-type]  # each by its name
    assert dates.day(f"+{count}{unit[0]}", day) == expected
    assert dates.day(f"in {count} {unit[1]}", day) == expected


@given(DAYS, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_weekdays_lie_within_a_week_on_the_side_that_was_said(day: date, name: str) -> None:
    def away(text: str, looking: dates.Looking) -> int:
        found = dates.day(text, day, looking=looking)
        assert found.strftime("%a").lower() == name
        return (found - day).days

    assert 0 <= away(name, "ahead") <= 6
    assert 1 <= away(f"next {name}", "back") <= 7
    if day > date(1970, 1, 8):
        assert -6 <= away(name, "back") <= 0
        assert -7 <= away(f"last {name}", "ahead") <= -1


# --- moments


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("today", "2026-03-29T01:30+01:00"),
        ("2026-03-29", "2026-03-29T01:30+01:00"),
        ("sun", "2026-03-29T01:30+01:00"),
        ("yesterday", "2026-03-28T00:00+01:00"),
        ("-3d", "2026-03-26T00:00+01:00"),
        ("fri", "2026-03-27T00:00+01:00"),
        ("12 Jan", "2026-01-12T00:00+01:00"),
        # an hour that is yet to come was yesterday's, and of a weekday last week's
        ("14:00", "2026-03-28T14:00+01:00"),
        ("9:05", "2026-03-28T09:05+01:00"),
        ("01:31", "2026-03-28T01:31+01:00"),
        ("01:30", "2026-03-29T01:30+01:00"),
        ("00:00", "2026-03-29T00:00+01:00"),
        ("23:59:59", "2026-03-28T23:59:59+01:00"),
        ("sun 14:00", "2026-03-22T14:00+01:00"),
        ("sunday 5pm", "2026-03-22T17:00+01:00"),
        ("日曜 14:00", "2026-03-22T14:00+01:00"),
        ("sun 1:00", "2026-03-29T01:00+01:00"),
        # unless the day is said
        ("today 14:00", "2026-03-29T14:00+01:00"),
        ("29 Mar 14:00", "2026-03-29T14:00+01:00"),
        ("2026-03-29 14:00", "2026-03-29T14:00+01:00"),
        ("今日14時", "2026-03-29T14:00+01:00"),
        # the ways to say an hour
        ("1am", "2026-03-29T01:00+01:00"),
        ("5pm", "2026-03-28T17:00+01:00"),
        ("5 pm", "2026-03-28T17:00+01:00"),
        ("5:30pm", "2026-03-28T17:30+01:00"),
        ("5:30 PM", "2026-03-28T17:30+01:00"),
        ("12am", "2026-03-29T00:00+01:00"),
        ("12pm", "2026-03-28T12:00+01:00"),
        ("noon", "2026-03-28T12:00+01:00"),
        ("yesterday noon", "2026-03-28T12:00+01:00"),
        ("yesterday at 5pm", "2026-03-28T17:00+01:00"),
        ("at 5pm", "2026-03-28T17:00+01:00"),
        ("fri 5pm", "2026-03-27T17:00+01:00"),
        ("fri-5pm", "2026-03-27T17:00+01:00"),
        ("last thurs at 5:30pm", "2026-03-26T17:30+01:00"),
        ("午後2時", "2026-03-28T14:00+01:00"),
        ("午前1時", "2026-03-29T01:00+01:00"),
        ("午後0時", "2026-03-28T12:00+01:00"),
        ("午後2:30", "2026-03-28T14:30+01:00"),
        ("14時30分", "2026-03-28T14:30+01:00"),
        ("14時半", "2026-03-28T14:30+01:00"),
        ("１４時", "2026-03-28T14:00+01:00"),
        ("正午", "2026-03-28T12:00+01:00"),
        ("3月27日午後2時半", "2026-03-27T14:30+01:00"),
        ("3月27日(金)14:00", "2026-03-27T14:00+01:00"),
        ("3月27日(金) 14時", "2026-03-27T14:00+01:00"),
        ("2026/03/27 14:00", "2026-03-27T14:00+01:00"),
        ("2026/3/27", "2026-03-27T00:00+01:00"),
        ("Fri 27 Mar 2026 14:00", "2026-03-27T14:00+01:00"),
        ("2d", "2026-03-27T00:00+01:00"),
        ("fri 14:00", "2026-03-27T14:00+01:00"),
        ("yesterday 9:30", "2026-03-28T09:30+01:00"),
        ("last fri 14:00", "2026-03-27T14:00+01:00"),
        ("12 Jan 14:00", "2026-01-12T14:00+01:00"),
        ("12 Jan 2025 14:00", "2025-01-12T14:00+01:00"),
        ("1 Sept 14:00", "2025-09-01T14:00+01:00"),
        ("fri-14:00", "2026-03-27T14:00+01:00"),
        ("last-fri_14:00", "2026-03-27T14:00+01:00"),
        ("昨日14:00", "2026-03-28T14:00+01:00"),
        ("金曜 14:00", "2026-03-27T14:00+01:00"),
        ("１４：００", "2026-03-28T14:00+01:00"),
        ("2026-01-12T14:00", "2026-01-12T14:00+01:00"),
        ("2026-01-12 14:00", "2026-01-12T14:00+01:00"),
        ("2026-01-12t14:00:05", "2026-01-12T14:00:05+01:00"),
        ("2026-01-12T14:00:05.678", "2026-01-12T14:00:05+01:00"),
        ("2026-01-12T14:00+09:00", "2026-01-12T14:00+09:00"),
        ("2026-01-12 14:00 +09:00", "2026-01-12T14:00+09:00"),
        ("2026-01-12T14:00-0330", "2026-01-12T14:00-03:30"),
        ("2026-01-12T14:00+09", "2026-01-12T14:00+09:00"),
        ("2026-01-12T14:00:00Z", "2026-01-12T14:00+00:00"),
        ("2026-03-29T08:00+09:00", "2026-03-29T08:00+09:00"),
    ],
)
def test_a_moment_keeps_the_offset_of_a_clock_that_was_told(
    text: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(dates.CLOCK, SPRING.isoformat())
    found = dates.moment(text, dates.now())
    assert found == datetime.fromisoformat(meant)
    assert found.isoformat() == datetime.fromisoformat(meant).isoformat()  # equal times may differ in offset


@pytest.mark.parametrize(("text", "meant"), [
    ("fri", "2026-04-03T00:00"), ("fri 9:00", "2026-04-03T09:00"), ("9:00", "2026-03-29T09:00"), ("1:00", "2026-03-30T01:00"),
    ("sun 1:00", "2026-04-05T01:00"), ("sun 9:00", "2026-03-29T09:00"),
])  # fmt: skip
def test_a_moment_may_look_ahead(text: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dates.CLOCK, SPRING.isoformat())
    assert dates.moment(text, SPRING, looking="ahead").isoformat(timespec="minutes") == f"{meant}+01:00"


@pytest.mark.parametrize(
    "text",
    [
        "", "24:00", "14:60", "1:5", "14", "14.00", "13pm", "0am", "午後13時", "午後5pm", "24時", "14時61分", "5p", "25:00", "fri noon 5pm", "fri 25:00", "12:30:61", "14:00 fri",
        "soon 14:00",
        "14:00+01:00", "fri 14:00+01:00", "2026-01-12T14:00+99:00", "2026-01-12T14:00+01:60",
        "2026-02-30T14:00",
        "2026-01-12T", "T14:00", "2026-01-12T14", "2026-01-12T14:00 Europe/Berlin", "20260112T1400",
        "14:00\0",
        "friday14:00", "1t14:00", "today today 14:00",
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="is not a time") as refused:
        dates.moment(text, SPRING)
    assert "14:00" in refused.value.hint


@pytest.mark.parametrize("text", ["1969-12-31T23:59", "2076-03-30 09:00", "1969-12-31T23:59-12:00", "-99y"])
def test_a_moment_too_far_away_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="too far away"):
        dates.moment(text, SPRING)


@pytest.mark.parametrize(
    ("now", "text", "meant"),
    [
        # spring: at 02:00+01:00 it becomes 03:00+02:00
        ("2026-03-29T01:30+01:00", "yesterday", "2026-03-28T00:00+01:00"),
        ("2026-03-29T01:30+01:00", "14:00", "2026-03-28T14:00+01:00"),
        ("2026-03-29T01:30+01:00", "today 14:00", "2026-03-29T14:00+02:00"),
        ("2026-03-29T01:30+01:00", "tomorrow", "2026-03-30T00:00+02:00"),
        ("2026-03-29T01:30+01:00", "today 02:30", "2026-03-29T03:30+02:00"),
        ("2026-03-29T14:00+02:00", "1:00", "2026-03-29T01:00+01:00"),
        ("2026-03-29T14:00+02:00", "12 Jan 9:00", "2026-01-12T09:00+01:00"),
        ("2026-03-29T14:00+02:00", "2026-01-12T09:00", "2026-01-12T09:00+01:00"),
        ("2026-03-29T14:00+02:00", "2026-01-12T09:00+09:00", "2026-01-12T09:00+09:00"),
        ("2026-03-29T14:00+02:00", "today", "2026-03-29T14:00+02:00"),
        # autumn: at 03:00+02:00 it becomes 02:00+01:00
        ("2026-10-25T02:30+02:00", "yesterday 9:00", "2026-10-24T09:00+02:00"),
        ("2026-10-25T02:30+02:00", "9:00", "2026-10-24T09:00+02:00"),
        ("2026-10-25T02:30+01:00", "1:00", "2026-10-25T01:00+02:00"),
        ("2026-10-25T02:30+01:00", "2:30", "2026-10-25T02:30+02:00"),
        ("2026-10-25T02:30+01:00", "today", "2026-10-25T02:30+01:00"),
        ("2026-10-25T09:00+01:00", "-1w", "2026-10-18T00:00+02:00"),
    ],
)
@pytest.mark.usefixtures("zone")
def test_on_the_machines_clock_summer_time_is_right(now: str, text: str, meant: str) -> None:
    assert dates.moment(text, datetime.fromisoformat(now)).isoformat(timespec="minutes") == meant


@pytest.mark.usefixtures("zone")
def test_a_midnight_that_summer_time_skips_stays_in_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "EET-2EEST,M4.5.5/0,M10.5.4/24")  # Cairo
    time.tzset()
    now = datetime.fromisoformat("2026-05-01T09:00+03:00")
    assert dates.moment("2026-04-24", now).isoformat() == "2026-04-24T01:00:00+03:00"


@pytest.mark.usefixtures("zone")
def test_a_now_from_elsewhere_keeps_its_offset() -> None:
    tokyo = datetime.fromisoformat("2026-03-29T09:00+09:00")
    assert dates.moment("12 Jan 9:00", tokyo).isoformat() == "2026-01-12T09:00:00+09:00"


@pytest.mark.usefixtures("zone")
def test_a_clock_that_was_told_has_no_summer_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dates.CLOCK, "2026-03-29T14:00+02:00")
    assert dates.moment("12 Jan 9:00", dates.now()).isoformat() == "2026-01-12T09:00:00+02:00"


@given(st.datetimes(datetime(1970, 1, 2), datetime(2070, 1, 1)), st.integers(-720, 840))
def test_an_iso_time_reads_as_itself(wall: datetime, offset: int) -> None:
    sign, (hours, rest) = "-" if offset < 0 else "+", divmod(abs(offset), 60)
    text = f"{wall.isoformat(timespec='seconds')}{sign}{hours:02}:{rest:02}"
    assert dates.moment(text, SPRING).isoformat() == text


# --- the clock


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2026-01-31T09:00+01:00", "2026-01-31T09:00:00+01:00"),
        ("2026-01-31T09:00:07.999999-03:30", "2026-01-31T09:00:07-03:30"),
        ("2026-01-31T00:30:00Z", "2026-01-31T00:30:00+00:00"),
    ],
)
def test_the_clock_can_be_told(told: str, meant: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dates.CLOCK, told)
    assert dates.now().isoformat() == meant
    assert dates.today().isoformat() == meant[:10]


@pytest.mark.parametrize("told", ["2026-01-31T09:00", "2026-01-31", "now", "2026-02-30T09:00Z", "9:00", " "])
def test_a_clock_told_wrongly_is_named(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(dates.CLOCK, told)
    with pytest.raises(Wrong, match="ONELOG_NOW"):
        dates.now()


@pytest.mark.parametrize("told", [None, ""])
@pytest.mark.usefixtures("zone")
def test_the_machines_clock_has_its_offset_and_no_microseconds(
    told: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if told is not None:
        monkeypatch.setenv(dates.CLOCK, told)
    before, found, after = time.time(), dates.now(), time.time()
    assert int(before) <= found.timestamp() <= after
    assert found.microsecond == 0
    assert found.utcoffset() in (timedelta(hours=1), timedelta(hours=2))


# --- for a person to read


def test_the_names_of_the_days() -> None:
    week = [date(2026, 2, 2) + timedelta(days=n) for n in range(7)]
    assert [dates.weekday_text(day) for day in week] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert "".join(dates.weekday_text(day, "ja") for day in week) == "月火水木金土日"


@pytest.mark.parametrize(
    ("day", "english", "japanese"),
    [
        ("2026-01-31", "today", "今日"),
        ("2026-02-01", "tomorrow", "明日"),
        ("2026-01-30", "yesterday", "昨日"),
        ("2026-02-02", "in 2 days", "2日後"),
        ("2026-02-13", "in 13 days", "13日後"),
        ("2026-02-14", "in 2 weeks", "2週間後"),
        ("2026-02-20", "in 2 weeks", "2週間後"),
        ("2026-02-28", "in 4 weeks", "4週間後"),
        ("2026-03-30", "in 8 weeks", "8週間後"),
        ("2026-03-31", "in 2 months", "2か月後"),
        ("2026-04-30", "in 3 months", "3か月後"),
        ("2028-01-30", "in 23 months", "23か月後"),
        ("2028-01-31", "in 2 years", "2年後"),
        ("2026-01-26", "5 days ago", "5日前"),
        ("2026-01-17", "2 weeks ago", "2週間前"),
        ("2025-12-01", "8 weeks ago", "8週間前"),
        ("2025-11-30", "2 months ago", "2か月前"),
        ("2025-10-31", "3 months ago", "3か月前"),
        ("2024-02-01", "23 months ago", "23か月前"),
        ("2024-01-31", "2 years ago", "2年前"),
        ("2021-06-01", "4 years ago", "4年前"),
    ],
)
def test_how_far_away_a_day_is(day: str, english: str, japanese: str) -> None:
    assert dates.spoken(date.fromisoformat(day), MONTH_END) == english
    assert dates.spoken(date.fromisoformat(day), MONTH_END, "ja") == japanese


@given(DAYS, DAYS)
def test_what_is_spoken_can_be_typed_and_never_says_too_much(day: date, today: date) -> None:
    for language in ("en", "ja"):
        read = day_words.meant_day(dates.spoken(day, today, language), today, "ahead", USUAL)
        assert read is not None
        # A day at the end of a longer month counts a month back to the end of a shorter one.
        assert abs(read - today) <= abs(day - today) + timedelta(days=3)


@given(DAYS, DAYS, st.sampled_from(["back", "ahead"]), st.sampled_from(["en", "ja"]))
def test_a_day_as_a_screen_writes_it_is_read_as_that_day(
    day: date, today: date, looking: dates.Looking, language: str
) -> None:
    today = today if abs((day - today).days) < 50 * 365 else day
    for text in (
        spoken.short_day(day, today, language),
        spoken.long_day(day, language),
        spoken.bare_day(day, language),
    ):
        assert dates.day(text, today, looking=looking) == day
    assert dates.day(dates.day_text(day, language, year=False), day, looking=looking) == day


@given(st.integers(-184, 184), DAYS, st.sampled_from(["back", "ahead"]), st.sampled_from(["en", "ja"]))
def test_a_near_day_without_its_year_is_read_by_its_weekday(
    away: int, today: date, looking: dates.Looking, language: str
) -> None:
    day = today + timedelta(days=away)
    if day >= date(1970, 1, 1):
        assert dates.day(spoken.short_day(day, today, language), today, looking=looking) == day


@given(DAYS, DAYS)
def test_what_is_spoken_is_spoken_again_of_the_day_that_is_read(day: date, today: date) -> None:
    for language in ("en", "ja"):
        text = dates.spoken(day, today, language)
        read = day_words.meant_day(text, today, "ahead", USUAL)
        assert read
        assert abs((read - today).days) > 13 or read == day


# --- lengths of time


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("45m", 45), ("45", 45), ("45min", 45), ("45 mins", 45), ("45 minutes", 45), ("1m", 1), ("90m", 90),
        ("1h", 60), ("2 hours", 120), ("1h30m", 90), ("1h30", 90), ("1h 30m", 90), ("1h05m", 65),
        ("1:30", 90),
        ("0:45", 45), ("24:00", 1440), ("1440", 1440), ("24h", 1440), ("1.5h", 90), ("1,5h", 90),
        ("0.25h", 15),
        ("0.1h", 6), ("1.33h", 80), ("90分", 90), ("1時間", 60), ("1時間半", 90), ("1時間30分", 90), ("９０分", 90),
        (" 45M ", 45), ("1H30M", 90),
    ],
)  # fmt: skip
def test_a_length(text: str, meant: int) -> None:
    assert dates.minutes(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "", "0", "0m", "0h", "0:00", "1441", "24:01", "25h", "24h1m", "99999", "-5", "+5", "1:5", "1:60",
        "1h60m", "1h90",
        "1.5", "1.5m", "1.234h", ".5h", "h", "m", "30s", "1d", "half an hour", "45m\0", "半", "1h30m15s",
        "1 30", "٤٥",
    ],
)  # fmt: skip
def test_what_is_no_length_is_refused(text: str) -> None:
    with pytest.raises(Wrong, match="is not a length") as refused:
        dates.minutes(text)
    assert "1h30m" in refused.value.hint


@pytest.mark.parametrize(
    ("n", "text"),
    [
        (0, "0m"),
        (1, "1m"),
        (59, "59m"),
        (60, "1h"),
        (61, "1h1m"),
        (90, "1h30m"),
        (1440, "24h"),
        (4500, "75h"),
    ],
)
def test_a_length_for_the_screen(n: int, text: str) -> None:
    assert dates.minutes_text(n) == text


@given(st.integers(1, 1440))
def test_a_length_reads_back(n: int) -> None:
    assert dates.minutes(dates.minutes_text(n)) == n
    assert dates.minutes(f"{n // 60}:{n % 60:02}") == n


# --- the house


def test_words_for_days_cost_no_dateutil() -> None:
    code = "import sys, onelog.core.calendar.recurrence; sys.exit(any(name.startswith('dateutil') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0
