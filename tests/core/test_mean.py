"""The mean of values on a scale, to a tenth."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.phrases import spoken
from onelog.core.statistics.mean import mean


@pytest.mark.parametrize(
    ("values", "said"),
    [([4], "4.0"), ([4, 5], "4.5"), ([4, 4, 5], "4.3"), ([3, 4, 4, 4], "3.8"), ([4] * 19 + [5], "4.1"), ([1, 10, 100], "37.0")],
)  # fmt: skip
def test_it_has_one_decimal_and_half_a_tenth_counts_up(values: list[int], said: str) -> None:
    assert spoken.mean(mean(values)) == said


@given(st.lists(st.integers(0, 1000), min_size=1))
def test_it_is_the_sum_over_the_count(values: list[int]) -> None:
    exact = Fraction(sum(values), len(values))
    assert abs(Fraction(str(mean(values))) - exact) <= Fraction(1, 20)
    if exact.denominator in (1, 2, 4, 5, 10, 20):
        whole = Decimal(exact.numerator) / exact.denominator
        assert str(mean(values)) == str(whole.quantize(Decimal("0.1"), ROUND_HALF_UP))
