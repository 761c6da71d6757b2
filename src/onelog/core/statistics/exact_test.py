"""How often chance alone brings two things together as often as they came: exact counts.

One table is of things of which some have a mark, some are good, and some are both. Several tables are several groups (the
meetings with one person each) that are compared within themselves only: what differs between groups tells nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from math import comb
from typing import NamedTuple

TINIEST = 1e-20
"""The smallest chance that is told; one that is smaller is told as this."""

_BITS = 96
"""Of longer weights only so many bits are kept: 28 places, and what is smaller than that beside the largest is nothing."""
_SAME = 40
"""Two weights are the same where they differ by less than one part in two to the power of this."""


class CountTable(NamedTuple):
    """How many of `n` things have the mark, how many are good, and how many are both."""

    both: int
    marked: int
    good: int
    n: int

    @property
    def fewest(self) -> int:
        """The fewest that could be both, with as many marked and as many good."""
        return max(0, self.marked + self.good - self.n)

    @property
    def most(self) -> int:
        """The most that could be both."""
        return min(self.marked, self.good)

    @property
    def tells(self) -> bool:
        """Whether it could have come out in more than one way."""
        return self.fewest < self.most

    def ways(self, both: int) -> int:
        """In how many ways the good ones can be drawn so that so many are both."""
        return comb(self.marked, both) * comb(self.n - self.marked, self.good - both)


def two_sided(tables: Sequence[CountTable]) -> float:
    """How probable it is by chance that so many are both, or any number that is no more probable.

    For one table that is the exact test of R. A. Fisher (The Design of Experiments, 1935) with all margins kept; two-sided
    by the sum of all tables that are no more probable than the one found. For several it is the same with the number of
    those that are both taken over all tables, each with its own margins kept: the exact conditional test of independence
    within groups (N. Mantel and W. Haenszel 1959 have the groups, J. J. Gart 1970 the exact form).
    """
    lowest, weights = _spread(tables)
    place = sum(table.both for table in tables) - lowest
    found = weights[place] if 0 <= place < len(weights) else 0
    bar = found + (found >> _SAME)
    return max(sum(weight for weight in weights if weight <= bar) / sum(weights), TINIEST)


# --- how probable each number of both is


def _spread(tables: Sequence[CountTable]) -> tuple[int, list[int]]:
    """The lowest number of both that is told, and from it on a whole number for each, as large as it is probable."""
    fixed = sum(table.fewest for table in tables if not table.tells)
    spreads = [_light((t.fewest, list(_weights(t)))) for t in tables if t.tells] or [(0, [1])]
    while len(spreads) > 1:  # two and two, so that long ones meet long ones: that is fastest
        rest = spreads[-1:] if len(spreads) % 2 else []
        spreads = [*map(_together, spreads[:-1:2], spreads[1::2]), *rest]
    lowest, weights = spreads[0]
    return lowest + fixed, weights


def _weights(table: CountTable) -> Iterator[int]:
    """The ways of each number of both, each from the one before it (exactly)."""
    weight = table.ways(table.fewest)
    free = table.n - table.marked - table.good
    for both in range(table.fewest, table.most):
        yield weight
        weight = weight * (table.marked - both) * (table.good - both) // ((both + 1) * (free + both + 1))
    yield weight


def _light(spread: tuple[int, list[int]]) -> tuple[int, list[int]]:
    """The same with at most `_BITS` bits a weight; ends that are nothing beside the largest fall away."""
    lowest, weights = spread
    over = max(weights).bit_length() - _BITS
    if over <= 0:
        return spread
    cut = list(dropwhile(lambda weight: not weight, (weight >> over for weight in weights)))
    gone = len(weights) - len(cut)
    while not cut[-1]:
        cut.pop()
    return lowest + gone, cut


def _together(one: tuple[int, list[int]], other: tuple[int, list[int]]) -> tuple[int, list[int]]:
    """The spread of the sum of two numbers that are independent.

    The weights stand side by side in one long number each, with room enough for every sum: then one multiplication of two
    long numbers multiplies each with each.
    """
    (lowest, ours), (low, theirs) = one, other
    bits = max(ours).bit_length() + max(theirs).bit_length() + min(len(ours), len(theirs)).bit_length()
    size = bits // 8 + 1
    first, second = (
        int.from_bytes(b"".join(weight.to_bytes(size, "little") for weight in weights), "little")
        for weights in (ours, theirs)
    )
    whole = (first * second).to_bytes(size * (len(ours) + len(theirs) - 1), "little")
    sums = [int.from_bytes(whole[at : at + size], "little") for at in range(0, len(whole), size)]
    return _light((lowest + low, sums))
