"""The median, as `statistics` counts it: that module's import costs more than a daily command (it makes fractions and random numbers)."""

from collections.abc import Sequence


def median(values: Sequence[float]) -> float:
    """The middle one of the values, in their order; of an even number of them the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
