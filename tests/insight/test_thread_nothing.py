"""Journals in which nothing goes with the ratings, each true to life in one way: something is claimed in 5 of 100 at most."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import planted
import pytest
import random_journal

from onelog.core.model import Meeting, Record, Ref
from onelog.insight import patterns
from onelog.store.database import Store

KINDS: dict[str, dict[str, Any]] = {
    "all five ratings, by person": {}, "nothing but 4 and 5": {"ratings": "high"}, "forty tags": {"tags": 40},
    "few meetings": {"meetings": 18, "people": 3}, "one person, many tags": {"meetings": 25, "people": 1, "tags": 12},
    "ratings that rise over the years": {"ratings": "rising"}, "ratings in runs": {"ratings": "runs"},
    "other habits in every year": {"habits": "changing"},
}  # fmt: skip


class Nothing(planted.Made):
    """Ratings have a course of their own, and what talks are like has another."""

    def __init__(
        self, seed: int, *, meetings: int = 120, people: int = 4, ratings: str = "", tags: int = 5, habits: str = ""
    ) -> None:  # fmt: skip
        self.ratings, self.habits, self.tags = ratings, habits, [f"tag{n}" for n in range(tags)]
        self.gone, self.whole, self.last = 0, meetings, dict[str, float]()
        super().__init__(seed, meetings=meetings, people=people)

    def way(self) -> dict[str, Any]:
        chance, own = self.random.random, super().way()
        shares = {
            "given": [0.02 + chance() ** 2 for _ in range(5)],
            "about": [0.03 + 0.4 * chance() ** 2 for _ in self.tags],
        }
        return own | shares | ({"later": super().way()} if self.habits else {})

    def meeting(self, person: Ref, way: dict[str, Any], begin: datetime) -> Iterator[Record]:
        self.gone += 1
        past = self.gone / self.whole
        habits = way["later"] if self.habits and self.random.random() < past else way
        for record in super().meeting(person, habits | {"usual": 3}, begin):
            if isinstance(record, Meeting):
                rating = self.rate(person, way, past) if self.random.random() < 0.9 else None
                yield replace(record, rating=rating, tags=tuple(self.some(self.tags, way["about"])))
            else:
                yield record

    def some(self, names: Any, shares: list[float], there: bool = False) -> list[str]:
        return super().some(tuple(names), shares, there)

    def rate(self, person: Ref, way: dict[str, Any], past: float) -> int:
        if self.ratings == "high":
            return 5 if self.random.random() < way["high"] else 4
        if self.ratings == "rising":
            return min(max(round(self.random.gauss(2 + 2 * past, 0.8)), 1), 5)
        if self.ratings == "runs":
            self.last[person.uid] = 0.7 * self.last.get(person.uid, 0.0) + self.random.gauss(0, 0.7)
            return min(max(round(3.3 + self.last[person.uid]), 1), 5)
        return self.random.choices(range(1, 6), way["given"])[0]


@pytest.fixture(scope="module")
def bare() -> Iterator[Store]:
    with random_journal.empty() as opened:
        yield opened


def test_nothing_is_claimed_of_nothing_whatever_a_journal_is_like(bare: Store, request: pytest.FixtureRequest) -> None:
    """With a thousand seeds it holds for each kind."""
    full = bool(request.config.getoption("--full"))
    seeds, claimed = range(1000 if full else 25), dict.fromkeys(KINDS, 0)
    for kind, how in KINDS.items():
        for seed in seeds:
            with planted.kept(bare, Nothing(seed, **how).records):
                found = patterns.of(bare, date(2200, 1, 1))
            claimed[kind] += bool(found.features)
            assert found.compared > 0
    assert sum(claimed.values()) <= 0.05 * len(seeds) * len(KINDS), claimed
    assert not full or max(claimed.values()) <= 0.05 * len(seeds), claimed


@pytest.mark.parametrize("kind", KINDS)
def test_in_these_journals_too_something_could_have_been_found(bare: Store, kind: str) -> None:
    with planted.kept(bare, Nothing(1, **KINDS[kind]).records):
        assert patterns.of(bare, date(2200, 1, 1)).tested > 2
