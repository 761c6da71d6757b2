"""How the talks of each week went."""

from datetime import date, timedelta

import pytest

from onelog.core.attendance import how_weeks_went

MONDAY = date(2026, 11, 2)


def on(day: int, value: int | None) -> tuple[date, int | None]:
    return MONDAY + timedelta(days=day), value


@pytest.mark.parametrize(
    ("talks", "went"),
    [
        ([], [None, None]), ([on(0, 4)], [4, None]), ([on(6, 4), on(7, 2)], [4, 2]), ([on(0, None)], [None, None]),
        ([on(0, 3), on(2, 4)], [4, None]), ([on(0, 3), on(2, 3), on(3, 4)], [3, None]), ([on(0, 5), on(1, None)], [5, None]),
        ([on(-1, 1), on(14, 5)], [None, None]),
    ],
)  # fmt: skip
def test_it_is_the_mean_of_what_was_noted_in_it(talks: list[tuple[date, int | None]], went: list[int | None]) -> None:
    for first in (MONDAY, MONDAY + timedelta(days=3)):
        assert how_weeks_went(talks, first, 2) == went
