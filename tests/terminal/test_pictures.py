"""Pictures out of letters: what each sign stands for, that nothing is lost or made up, and that it fits."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.calendar.dates import month_text
from onelog.terminal.kit import sparklines
from onelog.terminal.kit.layout import cells
from onelog.terminal.kit.sparklines import PARTS, SIGNS

WORDS = tuple(SIGNS)
MONDAYS = st.dates(date(1971, 1, 1), date(2200, 1, 1)).map(
    lambda day: date.fromordinal(day.toordinal() - day.weekday())
)


@pytest.mark.parametrize(
    ("weeks", "went", "signs"),
    [
        (["met", "met", "none", "missed", "skipped"], [None, None, None, None, None], "■■∙×○"),
        (["met", "met", "met", "met", "met", "met"], [1, 2, 3, 4, 5, None], "▁▂▃▄▅■"),
        (["none", "met", "missed"], [None, 3, None], "∙▃×"),
    ],
)
def test_a_week_is_as_high_as_its_talks_went(weeks: list[str], went: list[int | None], signs: str) -> None:
    assert "".join(text for text, _ in sparklines.strip(weeks, went)) == signs


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ([0, 1, 8, 40, 13], "1 –  2 ▁1  3 ▁8  4 ▅40  5 ▂13"),
        ([3, 0, 0, 0, 3], "1 ▅3  2 –  3 –  4 –  5 ▅3"),
    ],
)
def test_a_spread_says_how_often_each_value_was_noted(counts: list[int], said: str) -> None:
    assert sparklines.spread(counts) == said


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_a_strip_has_one_sign_a_week(weeks: list[str]) -> None:
    drawn = "".join(text for text, _ in sparklines.strip(weeks))
    words = {sign: word for word, (sign, _) in SIGNS.items()}
    assert [words[sign] for sign in drawn] == weeks


@given(st.integers(1, 60), st.integers(1, 100))
def test_rows_hold_every_week_once_and_fit(weeks: int, width: int) -> None:
    rows = sparklines.rows_of(weeks, width)
    assert [week for row in rows for week in row] == list(range(weeks))
    assert max(map(len, rows)) <= width
    assert len(rows) == -(-weeks // width)


@pytest.mark.parametrize("language", ["en", "ja"])
@given(MONDAYS, st.integers(1, 60))
def test_a_month_stands_above_the_week_of_its_first_day(language: str, first: date, weeks: int) -> None:
    line = sparklines.months_above(first, range(weeks), language)
    assert len(line) <= weeks
    places = [n for n in range(len(line)) if line[n] != " " and (n == 0 or line[n - 1] == " ")]
    for place, name in zip(places, line.split(), strict=True):
        days = [date.fromordinal(first.toordinal() + 7 * place + n) for n in range(7)]
        (begun,) = [day for day in days if day.day == 1]
        assert month_text(begun, language) == (name if language == "en" else f"{name}月")
    begin = [n for n in range(weeks) if any(date.fromordinal(first.toordinal() + 7 * n + m).day == 1 for m in range(7))]
    assert set(begin) - set(places) <= {n for n in begin if n + 3 > weeks}


def test_a_year_of_months() -> None:
    line = sparklines.months_above(date(2025, 11, 17), range(53), "en")
    assert line.split() == ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert sparklines.months_above(date(2025, 11, 17), range(53), "ja").split()[:2] == ["12", "1"]


@pytest.mark.parametrize(
    ("values", "drawn"),
    [([1], "▁"), ([2], "▂"), ([3], "▃"), ([4], "▄"), ([5], "▅"), ([3, 4], "▄"), ([2, 4], "▃"), ([4.5], "▅"), ([2.5], "▃"), ([], "")],
)  # fmt: skip
def test_a_level_from_one_to_five(values: Sequence[float], drawn: str) -> None:
    assert sparklines.level(values) == drawn


@given(
    st.lists(st.integers(0, 40), min_size=len(PARTS), max_size=len(PARTS)),
    st.integers(0, 40),
    st.integers(len(PARTS), 40),
)
def test_a_bar_fits_and_shows_every_part(counts: list[int], more: int, width: int) -> None:
    parts, most = list(zip(PARTS, counts, strict=True)), sum(counts) + more
    drawn = "".join(text for text, _ in sparklines.bar(parts, most, width))
    assert cells([drawn]) == width
    for word, n in parts:
        sign = PARTS[word][0]
        assert (sign in drawn) == bool(n)
        if most <= width:
            assert drawn.count(sign) == n
