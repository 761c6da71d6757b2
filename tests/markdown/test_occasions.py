"""Dates that come back, read out of a sentence: what is one, what is none, and when it is next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.conventions import Conventions
from onelog.markdown import occasions
from onelog.markdown.occasions import Occasion

READ: dict[str, list[tuple[int, int, int | None, str, bool]]] = {
    "birthday 12 Mar": [(3, 12, None, "birthday", True)],
    "Her birthday is on March 12th.": [(3, 12, None, "birthday", True)],
    "誕生日 3月12日": [(3, 12, None, "birthday", True)],
    "お誕生日は３月１２日です": [(3, 12, None, "birthday", True)],
    "start of work 1 Apr 2024": [(4, 1, 2024, "work", True)],
    "入社 2024年4月1日": [(4, 1, 2024, "work", True)],
    "入社 令和6年4月1日": [(4, 1, 2024, "work", True)],
    "born 1990-05-03": [(5, 3, 1990, "birthday", True)],
    "birthday 29 Feb": [(2, 29, None, "birthday", True)],
    "birthday of his daughter 12 Mar": [(3, 12, None, "birthday", False)],
    "his sons Ann 3 May, Bo 12 Nov 2019": [(5, 3, None, "", False), (11, 12, 2019, "", False)],
    "surgery on 3 December 2026": [(12, 3, 2026, "", False)],
    "moves on May 5": [(5, 5, None, "", False)],
    "birthday 25/12": [(12, 25, None, "birthday", True)],
}
UNREAD = (
    "likes tea", "away until fri", "birthday next week", "birthday 30 Feb", "birthday 12/5", "runs 10 km, may 12 in a group",
    "room 12-3", "the 15th", "誕生日 2月30日", "10:30", "mar 5x", "sept", "v1.2 2026", "birthday",
)  # fmt: skip


@pytest.mark.parametrize("text", READ)
def test_a_written_date_is_read_and_no_year_is_made_up(text: str) -> None:
    assert occasions.read(text) == [Occasion(*one) for one in READ[text]]


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_no_written_date_is_none(text: str) -> None:
    assert occasions.read(text) == []


def test_a_date_that_could_be_two_is_told_and_read_by_the_order_that_is_set() -> None:
    assert occasions.unclear("birthday 12/5") == "12/5"
    assert occasions.unclear("birthday 25/12") == occasions.unclear("likes tea") == ""
    assert occasions.read("birthday 12/5", Conventions(date_order="day-first"))[0][:2] == (5, 12)
    assert occasions.read("birthday 12/5", Conventions(date_order="month-first"))[0][:2] == (12, 5)


NEAREST = (
    ("birthday 29 Feb", "2026-11-20", "2027-02-28"), ("birthday 29 Feb", "2028-02-29", "2028-02-29"),
    ("birthday 29 Feb", "2028-03-01", "2029-02-28"), ("birthday 12 Mar", "2026-03-12", "2026-03-12"),
    ("birthday 12 Mar", "2026-03-13", "2027-03-12"), ("start of work 1 Apr 2024", "2026-11-20", "2027-04-01"),
    ("start of work 1 Apr 2030", "2026-11-20", "2030-04-01"), ("surgery 3 Dec 2026", "2026-12-04", None),
    ("surgery 3 Dec 2026", "2026-11-20", "2026-12-03"), ("Ann 3 Dec", "2026-12-04", "2027-12-03"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "first", "day"), NEAREST)
def test_when_it_is_next(text: str, first: str, day: str | None) -> None:
    (one,) = occasions.read(text)
    assert str(one.nearest(date.fromisoformat(first))) == str(day)


@given(st.dates(date(1970, 1, 1), date(2070, 1, 1)), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_it_is_within_a_year_and_on_its_day(day: date, first: date) -> None:
    (one,) = occasions.read(f"birthday {day.day} {day:%B}")
    found = one.nearest(first)
    assert found and first <= found <= first + timedelta(days=366)
    assert (found.month, found.day) in ((day.month, day.day), (2, 28))
