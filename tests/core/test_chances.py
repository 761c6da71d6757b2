"""Exact tests: against examples that are well known, against counting every way one by one, and what must hold always."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import comb, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.statistics import exact_test
from onelog.core.statistics.exact_test import TINIEST, CountTable

# --- examples that are well known; each value is the part of all ways of dealing, as a fraction

TEA = [CountTable(3, 4, 4, 8)]
"""The lady who tells of eight cups of tea in which four milk was first: the test of R. A. Fisher (The Design of Experiments,
1935, chapter II). She is right in three of four: 17 of 70 ways are as good or better, 34 of 70 no more probable.
"""
TWINS = [CountTable(10, 13, 12, 30)]
"""Convictions of like-sex twins of criminals, the counts that R. A. Fisher took: 10 of 13 identical twins, 2 of 17 others."""
STUDYING = [CountTable(1, 10, 12, 24)]
"""One of twelve men studies, and nine of twelve women: the counts of the example in the English Wikipedia."""
RABBITS = [
    CountTable(0, 6, 0, 11),
    CountTable(3, 6, 3, 12),
    CountTable(6, 6, 8, 12),
    CountTable(5, 6, 11, 12),
    CountTable(2, 2, 7, 7),
]
"""Penicillin at five levels, at once or later: counts of A. Agresti (Categorical Data Analysis, 1990, pages 231 to 237).

The help of R (`mantelhaen.test`, exact) has 0.040 for them.
"""


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (TEA, Fraction(34, 70)), ([CountTable(4, 4, 4, 8)], Fraction(2, 70)), (TWINS, Fraction(3571, 6653325)),
        (RABBITS, Fraction(29, 726)), (STUDYING, Fraction(41, 14858)),
    ],
)  # fmt: skip
def test_examples_that_are_well_known(tables: list[CountTable], expected: Fraction) -> None:
    assert isclose(exact_test.two_sided(tables), expected, rel_tol=1e-12)


def test_each_of_these_examples_counted_once_more() -> None:
    """Every way of dealing out the good ones is gone through where they are not millions."""
    assert counted(TEA) == Fraction(34, 70)
    assert counted(RABBITS) == Fraction(29, 726)
    assert round(29 / 726, 3) == 0.040


# --- a second calculation: every way of dealing out the good ones, one by one


def ways(table: CountTable) -> Counter[int]:
    """How often each number of both comes out: the marked ones are the first."""
    return Counter(sum(place < table.marked for place in good) for good in combinations(range(table.n), table.good))


def spread(tables: Sequence[CountTable]) -> dict[int, Fraction]:
    each = [ways(table) for table in tables]
    found: dict[int, Fraction] = {}
    for outcome in product(*each):
        part = Fraction(1)
        for both, counts in zip(outcome, each, strict=True):
            part *= Fraction(counts[both], counts.total())
        found[sum(outcome)] = found.get(sum(outcome), Fraction(0)) + part
    return found


def counted(tables: Sequence[CountTable]) -> Fraction:
    known = spread(tables)
    here = known[sum(table.both for table in tables)]
    return sum((part for part in known.values() if part <= here), Fraction(0))


@st.composite
def tables(draw: st.DrawFn, most: int = 9) -> CountTable:
    n = draw(st.integers(1, most))
    marked, good = draw(st.integers(0, n)), draw(st.integers(0, n))
    return CountTable(draw(st.integers(max(0, marked + good - n), min(marked, good))), marked, good, n)


few = st.lists(tables(), max_size=3)


def outcomes(given_: Sequence[CountTable]) -> Iterator[list[CountTable]]:
    """All that could have come out with the same margins, by the number of both alone."""
    kept = list(given_)
    for both in product(*(range(table.fewest, table.most + 1) for table in kept)):
        yield [table._replace(both=n) for table, n in zip(kept, both, strict=True)]


@given(few)
def test_it_is_the_part_of_all_ways_that_are_no_more_probable(given_: list[CountTable]) -> None:
    assert isclose(exact_test.two_sided(given_), counted(given_), rel_tol=1e-9)


@pytest.mark.parametrize(
    "tables_", [[CountTable(30, 50, 60, 130)], [CountTable(20, 90, 45, 190), CountTable(40, 60, 80, 170)]]
)
def test_longer_numbers_than_are_kept_are_as_exact(tables_: list[CountTable]) -> None:
    """By fractions of whole numbers of any length, where the ways are too many to be counted one by one."""
    known = {0: Fraction(1)}
    for table in tables_:
        longer: dict[int, Fraction] = {}
        for so_far, both in product(known, range(table.fewest, table.most + 1)):
            part = known[so_far] * Fraction(table.ways(both), comb(table.n, table.good))
            longer[so_far + both] = longer.get(so_far + both, Fraction(0)) + part
        known = longer
    assert sum(known.values()) == 1
    for both in range(min(known), max(known) + 1, 3):
        tilted = _with_both(tables_, both)
        expected = float(sum(part for part in known.values() if part <= known[both]))
        assert isclose(exact_test.two_sided(tilted), max(expected, TINIEST), rel_tol=1e-9), both


def _with_both(tables_: Sequence[CountTable], both: int) -> list[CountTable]:
    left, found = both, []
    rest = sum(table.fewest for table in tables_)
    for table in tables_:
        rest -= table.fewest
        n = min(table.most, left - rest)
        found.append(table._replace(both=n))
        left -= n
    return found


# --- what must hold


@given(few)
def test_nothing_depends_on_the_names_of_the_sides_or_the_order(given_: list[CountTable]) -> None:
    here = exact_test.two_sided(given_)
    unmarked = [CountTable(t.good - t.both, t.n - t.marked, t.good, t.n) for t in given_]
    poor = [CountTable(t.marked - t.both, t.marked, t.n - t.good, t.n) for t in given_]
    turned = [CountTable(t.both, t.good, t.marked, t.n) for t in given_]
    for other in (unmarked, poor, turned, given_[::-1]):
        assert isclose(exact_test.two_sided(other), here, rel_tol=1e-12)


@given(few)
def test_by_chance_it_is_no_smaller_more_often_than_it_says(given_: list[CountTable]) -> None:
    """That is what a test is for: at most one in twenty of all ways has 0.05 or less, and so for every other bar."""
    known = spread(given_)
    values = {sum(t.both for t in one): exact_test.two_sided(one) for one in outcomes(given_)}
    assert isclose(sum(known.values()), 1)
    assert max(values.values()) == 1
    for bar in values.values():
        assert sum(known[both] for both, value in values.items() if value <= bar) <= bar * (1 + 1e-9)


def test_what_is_beyond_all_places_is_told_as_the_tiniest() -> None:
    assert exact_test.two_sided([CountTable(500, 500, 500, 1000)]) == TINIEST
    many = [CountTable(600, 1250, 600, 2500)] * 8
    assert 0 < exact_test.two_sided(many) < 1e-9
    assert exact_test.two_sided([CountTable(300, 600, 600, 1200)] * 8) == 1


def test_groups_that_could_not_come_out_otherwise_change_nothing() -> None:
    fixed = [CountTable(3, 3, 5, 5), CountTable(0, 0, 4, 9), CountTable(2, 6, 2, 6)]
    assert exact_test.two_sided([*TEA, *fixed]) == exact_test.two_sided(TEA)
    assert exact_test.two_sided(fixed) == exact_test.two_sided([]) == 1
