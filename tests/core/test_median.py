"""The median is that of the standard library, without what its import costs."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.statistics.median import median

NUMBERS = st.one_of(st.integers(-(10**6), 10**6), st.floats(-1e6, 1e6))


@given(st.lists(NUMBERS, min_size=1))
def test_it_is_that_of_the_standard_library(values: list[float]) -> None:
    assert (median(values), type(median(values))) == (statistics.median(values), type(statistics.median(values)))


@pytest.mark.parametrize(("values", "middle"), [([3], 3), ([3, 1], 2), ([9, 1, 2], 2), ([1, 2, 3, 10], 2.5)])
def test_it_is_the_one_in_the_middle(values: list[int], middle: float) -> None:
    assert median(values) == middle
