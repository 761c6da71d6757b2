"""The mean of whole numbers, to the tenth that is shown, counted without fractions of a machine."""

from collections.abc import Sequence

FEWEST = 3
"""A mean or a median is told of so many values or more."""


def mean(values: Sequence[int]) -> float:
    """The sum of the values over how many there are, to a tenth, half a tenth counting up; there is at least one value.

    Moods and other values on a short scale are told by it: their median stays at 4 while every fourth 5 becomes a 3.
    """
    n = len(values)
    return (20 * sum(values) + n) // (2 * n) / 10
