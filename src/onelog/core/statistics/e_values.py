"""Evidence that may be looked at after every talk: for two groups, of which one is said to do better beforehand.

An e-value is what a bet against chance would have made of one coin: where nothing is there it is worth no more than that on
the average, whenever one stops, and it reaches 20 in at most one of 20 cases (J. Ville 1939). For pairs of one from each
group it is that of R. J. Turner, A. Ly and P. D. Grünwald (Generic E-variables for exact sequential k-sample tests that
allow for optional stopping, Journal of Statistical Planning and Inference 2024): the chance of both by two rates, by that of
both by the mean of the two. Bets with several pairs of rates are added, each with the same part of the coin.
"""

from collections.abc import Iterable, Iterator

SETTLED = 20
"""So many to one settle it."""
RATES = ((0.6, 0.2), (0.7, 0.3), (0.8, 0.4))
"""The rates that are betted on, of the group that is to do better and the other. What is high parts the ratings nearest to half,
so the rates lie around it; of the sets that were tried these settle 0.75 against 0.35 by 20 pairs most often (64 %)."""


def courses(pairs: Iterable[tuple[bool, bool]]) -> Iterator[float]:
    """The evidence after each pair: whether the one of the group that is to do better was good, and the other."""
    coins = [1 / len(RATES)] * len(RATES)
    for one, other in pairs:
        coins = [coin * _bet(rates, one, other) for coin, rates in zip(coins, RATES, strict=True)]
        yield sum(coins)


def _bet(rates: tuple[float, float], one: bool, other: bool) -> float:
    mean = sum(rates) / 2
    return _chance(rates[0], one) * _chance(rates[1], other) / (_chance(mean, one) * _chance(mean, other))


def _chance(rate: float, good: bool) -> float:
    return rate if good else 1 - rate
