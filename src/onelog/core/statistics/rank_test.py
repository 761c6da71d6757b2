"""What goes with higher ratings among neighbours: ranks within blocks of time, and a bar for looking at many things.

A talk is compared with talks of the same person and of the same weeks only: what changes slowly (habits, the work, the
hand that rates) is the same for neighbours, and tells nothing. Within a block ratings are ranked; the ranks of all blocks
are added with the weights of P. van Elteren (Bulletin of the International Statistical Institute 1960). How large the
largest of many such sums becomes by chance is found by dealing out the ratings of each block anew (P. H. Westfall and S. S.
Young, Resampling-Based Multiple Testing, 1993: max-T, single step): where there are few ways by all of them, else by a
sample that begins from the data themselves, so that the same journal gives the same answer.
"""

import struct
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise, product
from math import atanh, erfc, factorial, prod, sqrt, tanh
from operator import add, mul, sub
from random import Random
from typing import NamedTuple

BLOCK = 10
"""About so many neighbours are compared with each other."""
SAMPLE = 999
"""So many deals are drawn; with the one that came they are a thousand."""
APART = 0.7
"""How much the square of what sets groups apart counts beside that of what they share: the latter is what is asked for most,
and what is opposite in two groups is plain enough."""
ENOUGH = 20
"""So often the largest is reached by chance before drawing ends."""
ALL = 4000
"""Where there are no more ways than these, each is counted."""
STEADY = 1.96
"""Standard deviations that one thing that was chosen beforehand passes in one of twenty."""
POWER = 0.84
"""Standard deviations above the bar at which four of five are found."""
_LCM = 360360
"""Divisible by 2 to 15, so that ranks and shares of blocks of up to fourteen are whole numbers."""
_HALF = 1 << 63
_NEAR = 1 - 1e-9
"""What is as large but for the rounding of a computer is as large."""

Values = Sequence[int | None]
"""What each talk has of something: 1 or 0; or 1, 0 and -1 for more, as usual and less; None where it is not known."""


class Effect(NamedTuple):
    """How something goes with the ratings among neighbours, in parts of 1."""

    difference: float
    """How many more of all comparisons of a talk with it and a neighbour without it are won than lost; of -1 to 1.

    As one sum it is the test's own: it has its sign.
    """
    low: float
    high: float
    z: float
    """The sum of ranks beside what chance does, in standard deviations; the difference has its sign."""
    deviation: float
    """The standard deviation of the difference by chance."""


class Compared(NamedTuple):
    """One thing that was looked at, and the chance of it after looking at all of its family."""

    effect: Effect | None
    """None where no block tells anything of it."""
    groups: tuple[Effect | None, ...]
    """The same within each group alone."""
    apart: float
    """How much the groups differ, as the square of as many standard deviations."""
    chance: float
    """How often chance makes the largest of all differences of its family as large as this one."""
    chance_apart: float


def blocks(n: int, size: int = BLOCK) -> list[range]:
    """`n` things in a row, parted into blocks of nearly the same size.

    Ten are one block, sixteen are two of eight; none has more than fourteen of them.
    """
    parts = max(1, round(n / size))
    return [range(n * part // parts, n * (part + 1) // parts) for part in range(parts)] if n else []


class Ranks:
    """Ratings in blocks, ranked, and what they could have been by chance.

    `ratings` stand in any order; `groups` has the places of each group by time. Whoever is compared is compared within
    their block alone.
    """

    def __init__(self, ratings: Sequence[float], groups: Sequence[Sequence[int]]) -> None:
        self.groups = [[[places[n] for n in block] for block in blocks(len(places))] for places in groups]
        self.scores = {place: score for block in chain(*self.groups) for place, score in _scores(ratings, block)}

    def weights(self, values: Values) -> list[list[list[int]]]:
        """What each place counts, by group and block: more than its block's mean or less, so that each block's are 0 in all."""
        return [[_weights(values, block) for block in group] for group in self.groups]

    def ways(self) -> int:
        """In how many ways the ratings can be dealt out within their blocks."""
        return prod(_ways([self.scores[place] for place in block]) for block in chain(*self.groups))

    def given(self) -> list[list[int]]:
        """The scores of each group as they came."""
        return [[self.scores[place] for block in group for place in block] for group in self.groups]

    def deals(self, seed: int) -> Iterator[list[list[int]]]:
        """The scores of each group in another order within its blocks, time after time: each way once, or a sample."""
        known = [[[self.scores[place] for place in block] for block in group] for group in self.groups]
        if self.ways() <= ALL:
            for each in product(
                *(list(map(list, map(chain.from_iterable, product(*map(_orders, group))))) for group in known)
            ):
                yield list(each)
            return
        chance = Random(seed).random  # noqa: S311 - chance that has to repeat itself
        for _ in range(SAMPLE):
            yield [
                [score for block in group for score in sorted(block, key=lambda _: chance())]  # shuffled, fast
                for group in known
            ]


def look(
    ranks: Ranks, families: Sequence[Sequence[Values]], levels: Sequence[float], seed: int
) -> list[list[Compared]]:
    """The chance of each thing of each family, after looking at all of that family; intervals are as wide as its level asks.

    The first family has twice as many looks: at each thing whether the groups differ in it, too. Drawing ends when the
    largest of each family was reached `ENOUGH` times; its chance is that number by those drawn, which claims no more often
    than it says either (J. Besag and P. Clifford, Biometrika 1991).
    """
    sums = [[_Sum(ranks, values) for values in family] for family in families]
    packed = _Packed(ranks, list(chain(*sums)), len(sums[0]))
    bounds = [0, *accumulate(map(len, sums))]
    parts = [slice(*pair) for pair in pairwise(bounds)]
    squares, apart = packed.squares(ranks.given())
    tops = [max(squares[part], default=0.0) * _NEAR for part in parts]
    tops[0] = max(tops[0], *(one * _NEAR for one in apart), 0.0)
    largest: list[list[float]] = [[] for _ in families]
    over, exact = [0] * len(families), ranks.ways() <= ALL
    for deal in ranks.deals(seed):
        dealt, differing = packed.squares(deal)
        for place, part in enumerate(parts):
            most = max(dealt[part], default=0.0)
            if not place:
                most = max(most, *differing, 0.0)
            largest[place].append(most)
            over[place] += most >= tops[place]
        if not exact and min(over) >= ENOUGH:
            break
    found = []
    for place, (family, part) in enumerate(zip(sums, parts, strict=True)):
        chance = _Chance(sorted(largest[place]), exact)
        others = apart if apart and not place else [0.0] * len(family)
        n = sum(one.effect(STEADY) is not None for one in family) * (1 if place or not apart else 2)
        bar = chance.bar(levels[place], n)
        found.append(
            [
                Compared(one.effect(bar), one.by_group(bar), other, chance.of(square), chance.of(other))
                for one, square, other in zip(family, squares[part], others, strict=True)
            ]
        )
    return found


class _Chance(NamedTuple):
    """How often chance comes as far, by the largest of each deal in their order."""

    drawn: Sequence[float]
    exact: bool

    def of(self, square: float) -> float:
        over, n = len(self.drawn) - bisect_left(self.drawn, square * _NEAR), len(self.drawn)
        if self.exact:
            return over / n
        return min(1.0, over / n if over >= ENOUGH else (over + 1) / (n + 1))

    def bar(self, level: float, things: int) -> float:
        """How many standard deviations are beyond the level: as drawn, where so many were drawn; else at most that many."""
        if not self.exact and len(self.drawn) < SAMPLE:
            return bar(level, things)
        passing = bisect_left([self.of(square) <= level for square in self.drawn], x=True)
        return sqrt(self.drawn[passing]) if passing < len(self.drawn) else bar(level, things)


def bar(level: float, things: int) -> float:
    """How many standard deviations chance passes in any of so many things at most so often (C. Bonferroni's inequality)."""
    low, high, each = 0.0, 40.0, level / max(things, 1)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if erfc(middle / sqrt(2)) > each else (low, middle)
    return high


def effect(ranks: Ranks, values: Values) -> Effect | None:
    """How one thing goes with the ratings; None where no block tells anything of it."""
    return _Sum(ranks, values).effect(STEADY)


# --- one thing


def _scores(ratings: Sequence[float], block: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Twice the rank of each rating in its block less the middle one, ties in the middle of theirs, by van Elteren's weight."""
    given = sorted(ratings[place] for place in block)
    n = len(given)
    first = {rating: n - 1 - at for at, rating in enumerate(reversed(given))}
    for place in block:
        rating = ratings[place]
        twice = 2 * first[rating] + given.count(rating) - n
        yield place, twice * (_LCM // (n + 1))


def _weights(values: Values, block: Sequence[int]) -> list[int]:
    known = [value for place in block if (value := values[place]) is not None]
    n, whole = len(known), sum(known)
    return [0 if (value := values[place]) is None else (_LCM // n) * (n * value - whole) for place in block]


def _pairs(values: Values) -> float:
    """The comparisons of those with more and those with less of it; from -1 to 1 counts twice.

    Each that is not known stands for as many as the known ones have on the average.
    """
    more, less, neither = (values.count(value) for value in (1, -1, 0))
    known = more + less + neither
    return (2 * more * less + (more + less) * neither) * len(values) / known if known else 0.0


def _ways(scores: Sequence[int]) -> int:
    return factorial(len(scores)) // prod(factorial(scores.count(one)) for one in set(scores))


def _orders(scores: Sequence[int]) -> list[tuple[int, ...]]:
    """Each order of these once."""
    if not scores:
        return [()]
    return [(first, *rest) for first in sorted(set(scores)) for rest in _orders(_without(scores, first))]


def _without(scores: Sequence[int], one: int) -> list[int]:
    at = scores.index(one)
    return [*scores[:at], *scores[at + 1 :]]


class _Sum:
    """The sum of ranks of one thing: its weights, and by group its variance by chance and what it is at most."""

    def __init__(self, ranks: Ranks, values: Values) -> None:
        self.weights = ranks.weights(values)
        self.variances, self.scales, self.sums = list[float](), list[float](), list[int]()
        for group, weights in zip(ranks.groups, self.weights, strict=True):
            variance, scale, total = 0.0, 0.0, 0
            for block, parts in zip(group, weights, strict=True):
                scores, n = [ranks.scores[place] for place in block], len(block)
                total += sum(map(mul, scores, parts))
                squares = sum(map(mul, scores, scores)) * sum(map(mul, parts, parts))
                variance += squares / (n - 1) if n > 1 else 0.0
                scale += _LCM**2 / (n + 1) * _pairs([values[place] for place in block])
            self.variances.append(variance)
            self.scales.append(scale)
            self.sums.append(total)

    def by_group(self, bar: float) -> tuple[Effect | None, ...]:
        return tuple(self.effect(bar, group) for group in range(len(self.sums)))

    def effect(self, bar: float, group: int | None = None) -> Effect | None:
        """Of one group, or of all."""
        which = slice(None) if group is None else slice(group, group + 1)
        total, variance, scale = sum(self.sums[which]), sum(self.variances[which]), sum(self.scales[which])
        if not variance or not scale:
            return None
        difference, deviation = total / scale, sqrt(variance) / scale
        difference, z = max(-1.0, min(1.0, difference)), total / sqrt(variance)
        return Effect(difference, *interval(difference, z, deviation, bar), z=z, deviation=deviation)


def interval(difference: float, z: float, deviation: float, bar: float) -> tuple[float, float]:
    """What is within the bar of a difference; 0 is outside of it just where the test passes the bar.

    That is O. S. Miettinen's interval (American Journal of Epidemiology 1976: as wide as the test says), on the scale of R. A.
    Fisher's z (Metron 1921), which ends at 1.
    """
    if not z:
        return -tanh(bar * deviation), tanh(bar * deviation)
    middle, part = atanh(max(-0.999, min(0.999, difference))), bar / abs(z)
    low, high = sorted((tanh(middle * (1 - part)), tanh(middle * (1 + part))))
    return min(low, difference), max(high, difference)


# --- all things at once


class _Packed:
    """The sums of all things in one long number: each has a field of 64 bits, and one multiplication counts for all."""

    def __init__(self, ranks: Ranks, sums: Sequence[_Sum], first: int) -> None:
        """Of the `first` things it is counted how much groups differ, too."""
        self.n = len(sums)
        self.lift = sum(_HALF << (64 * field) for field in range(self.n))
        self.groups: list[list[int]] = []
        for number, group in enumerate(ranks.groups):
            columns = zip(*(list(chain(*one.weights[number])) for one in sums), strict=True)
            packed = [sum(part << (64 * n) for n, part in enumerate(column)) for column in columns]
            self.groups.append(packed or [0] * sum(map(len, group)))
        self.read = struct.Struct(f"<{self.n}Q").unpack
        self.whole = [_inverse(sum(one.variances)) for one in sums]
        self.each = [[_inverse(one.variances[number]) for one in sums[:first]] for number in range(len(ranks.groups))]
        self.freedom = [max(sum(variance > 0 for variance in one.variances) - 1, 0) for one in sums[:first]]
        self.compared = any(self.freedom)

    def squares(self, deal: Sequence[Sequence[int]]) -> tuple[list[float], list[float]]:
        """How large each sum is, as the square of its standard deviations; and how much groups differ in the first ones."""
        if not self.compared:
            whole = sum(sum(map(mul, scores, parts)) for scores, parts in zip(deal, self.groups, strict=True))
            return [one * one * part for one, part in zip(self._fields(whole), self.whole, strict=True)], []
        totals, apart = [0] * self.n, [0.0] * len(self.freedom)
        for scores, parts, inverse in zip(deal, self.groups, self.each, strict=True):
            found = self._fields(sum(map(mul, scores, parts)))
            totals = list(map(add, totals, found))
            apart = [square + one * one * part for square, one, part in zip(apart, found, inverse, strict=False)]
        means = [one * one * part for one, part in zip(totals, self.whole, strict=True)]
        return means, list(map(_as_one, map(sub, apart, means), self.freedom))

    def _fields(self, whole: int) -> list[int]:
        return [field - _HALF for field in self.read((whole + self.lift).to_bytes(8 * self.n, "little"))]


def _inverse(variance: float) -> float:
    return 1 / variance if variance > 0 else 0.0


def _as_one(square: float, free: int) -> float:
    """A sum of squares with so many degrees of freedom as the square that is as rare with one.

    W. G. Cochran (Biometrics 1954) has the sum, E. B. Wilson and M. M. Hilferty (PNAS 1931) the cube root.
    """
    if free <= 1:
        return APART * square * free
    part = 2 / (9 * free)
    return float(max(0.0, ((max(square, 0.0) / free) ** (1 / 3) - 1 + part)) ** 2 / part) * APART
