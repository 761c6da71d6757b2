"""Ranks among neighbours: against counting pairs one by one and against every way of dealing, and what must hold always."""

from collections.abc import Sequence
from itertools import permutations, product
from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.statistics import rank_test
from onelog.core.statistics.rank_test import Effect, Ranks

# --- blocks


@given(st.integers(0, 400))
def test_blocks_are_neighbours_of_nearly_the_same_size(n: int) -> None:
    found = rank_test.blocks(n)
    assert [place for block in found for place in block] == list(range(n))
    sizes = [len(block) for block in found] or [0]
    assert max(sizes) - min(sizes) <= 1
    assert max(sizes) <= 14
    assert min(sizes) >= min(n, 7)


# --- a second calculation: all pairs of neighbours, and every way of dealing out the ratings


def won(ratings: Sequence[int], has: Sequence[int], places: Sequence[int]) -> tuple[float, int]:
    """Pairs of one with it and one without it: those won less those lost, and all."""
    pairs = [(ratings[one], ratings[other]) for one in places for other in places if has[one] and not has[other]]
    return sum((one > other) - (one < other) for one, other in pairs), len(pairs)


def difference(ratings: Sequence[int], has: Sequence[int], blocks: Sequence[Sequence[int]]) -> float | None:
    """P. van Elteren's weights: one by the size of the block and one."""
    counted = [(*won(ratings, has, block), len(block) + 1) for block in blocks]
    whole = sum(pairs / weight for _, pairs, weight in counted)
    return sum(net / weight for net, _, weight in counted) / whole if whole else None


@st.composite
def journals(draw: st.DrawFn) -> tuple[list[int], list[int], list[list[int]]]:
    """Ratings, what has something, and whose they are."""
    sizes = draw(st.lists(st.integers(2, 30), min_size=1, max_size=4))
    n = sum(sizes)
    ratings = draw(st.lists(st.integers(1, 5), min_size=n, max_size=n))
    has = draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))
    places = iter(range(n))
    return ratings, has, [[next(places) for _ in range(size)] for size in sizes]


@given(journals())
def test_the_difference_is_what_was_won_less_what_was_lost(
    journal: tuple[list[int], list[int], list[list[int]]],
) -> None:
    ratings, has, groups = journal
    ranks = Ranks(ratings, groups)
    blocks = [block for group in ranks.groups for block in group]
    told, expected = rank_test.effect(ranks, has), difference(ratings, has, blocks)
    if told is not None:
        assert expected is not None
        assert isclose(told.difference, expected, abs_tol=1e-9)
        assert told.difference * told.z >= 0
        assert told.low <= told.difference <= told.high
        assert (told.low > 0 or told.high < 0) == (abs(told.z) > rank_test.STEADY)


@given(journals())
def test_nothing_depends_on_how_far_apart_ratings_are(journal: tuple[list[int], list[int], list[list[int]]]) -> None:
    ratings, has, groups = journal
    told = rank_test.effect(Ranks(ratings, groups), has)
    assert rank_test.effect(Ranks([10 * one * one for one in ratings], groups), has) == told
    other, turned = (
        rank_test.effect(Ranks([-one for one in ratings], groups), has),
        rank_test.effect(Ranks(ratings, groups), [1 - one for one in has]),
    )
    for effect in (other, turned):
        assert (effect is None) == (told is None)
        if effect and told:
            assert isclose(effect.difference, -told.difference, abs_tol=1e-12)


def counted(ratings: Sequence[int], things: Sequence[Sequence[int]], blocks: Sequence[Sequence[int]]) -> list[float]:
    """For each thing the share of all ways of dealing in which the largest of all is as large; by the plain formula."""
    sizes = list[list[float]]()
    for dealt in product(*(list(permutations([ratings[place] for place in block])) for block in blocks)):
        here = list(ratings)
        for block, values in zip(blocks, dealt, strict=True):
            for place, value in zip(block, values, strict=True):
                here[place] = value
        sizes.append([size(here, has, blocks) for has in things])
    came = [size(ratings, has, blocks) for has in things]
    return [sum(max(each) >= one - 1e-9 for each in sizes) / len(sizes) for one in came]


def size(ratings: Sequence[int], has: Sequence[int], blocks: Sequence[Sequence[int]]) -> float:
    """What was won less what was lost beside its standard deviation by chance (ties as they are)."""
    total = variance = 0.0
    for block in blocks:
        n, marked = len(block), sum(has[place] for place in block)
        total += won(ratings, has, block)[0] / (n + 1)
        ranks = [sum((ratings[a] > ratings[b]) - (ratings[a] < ratings[b]) for b in block) for a in block]
        variance += marked * (n - marked) / n / (n - 1) * sum(rank * rank for rank in ranks) / (n + 1) ** 2
    return abs(total) / sqrt(variance) if variance else 0.0


@pytest.mark.parametrize(
    ("ratings", "things"),
    [
        ([1, 2, 3, 4, 5], [[1, 1, 0, 0, 0], [0, 1, 0, 1, 0]]), ([3, 3, 4, 4, 5, 3], [[0, 0, 1, 1, 1, 0], [1, 0, 1, 0, 0, 0]]),
        ([5, 4, 5, 3, 3, 3], [[1, 1, 1, 0, 0, 0]]), ([4, 4, 4, 5], [[0, 0, 0, 1], [1, 0, 0, 1], [0, 1, 0, 0]]),
    ],
)  # fmt: skip
def test_where_there_are_few_ways_each_is_counted(ratings: list[int], things: list[list[int]]) -> None:
    ranks = Ranks(ratings, [list(range(len(ratings)))])
    told = rank_test.look(ranks, [things], [0.05], seed=1)[0]
    expected = counted(ratings, things, [list(range(len(ratings)))])
    assert [one.chance for one in told] == pytest.approx(expected)


def test_two_people_are_dealt_out_each_among_their_own() -> None:
    ratings, things = [1, 2, 3, 5, 4, 3], [[0, 0, 1, 1, 0, 0]]
    told = rank_test.look(Ranks(ratings, [[0, 1, 2], [3, 4, 5]]), [[], things], [0.05, 0.05], seed=1)[1]
    assert told[0].chance == pytest.approx(counted(ratings, things, [[0, 1, 2], [3, 4, 5]])[0])


def test_a_sample_comes_near_to_all_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    ratings, things = [1, 2, 3, 4, 5, 1, 2], [[0, 0, 1, 1, 1, 0, 0]]
    exact = counted(ratings, things, [list(range(7))])[0]
    monkeypatch.setattr(rank_test, "ALL", 0)
    sampled = [
        rank_test.look(Ranks(ratings, [list(range(7))]), [things], [0.05], seed)[0][0].chance for seed in range(20)
    ]
    assert sum(sampled) / 20 == pytest.approx(exact, rel=0.2)


def test_opposite_effects_are_told_apart() -> None:
    """Together they are nothing; apart they are all there can be."""
    has = [number % 2 for number in range(80)]
    ratings = [5 if one == (place < 40) else 2 for place, one in enumerate(has)]
    told = rank_test.look(Ranks(ratings, [list(range(40)), list(range(40, 80))]), [[has]], [0.05], seed=1)[0][0]
    assert told.effect is not None
    assert told.effect.difference == 0
    assert [one and one.difference for one in told.groups] == [1, -1]
    assert told.chance_apart <= 0.001 < told.chance


def test_what_nobody_knows_counts_on_neither_side() -> None:
    ratings, known = [5, 3, 4, 2, 1, 1], [1, 0, 1, 0, None, None]
    told = rank_test.effect(Ranks(ratings, [list(range(6))]), known)
    assert isinstance(told, Effect)
    assert told.difference > 0
    assert rank_test.effect(Ranks(ratings, [list(range(6))]), [None] * 6) is None
    assert rank_test.effect(Ranks([4] * 6, [list(range(6))]), [1, 0, 1, 0, 1, 0]) is None
