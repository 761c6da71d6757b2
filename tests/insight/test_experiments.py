"""Experiments: the evidence is fair whenever one stops, the plan is balanced, and a row of it goes everywhere and back."""

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from conftest import Onelog, at
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.errors import Wrong
from onelog.core.statistics import e_values
from onelog.core.statistics.e_values import SETTLED
from onelog.insight.patterns import experiments

pytestmark = pytest.mark.posix

# --- the evidence


def by_hand(pairs: list[tuple[bool, bool]]) -> Fraction:
    """The formula of the paper, as whole fractions: each pair by its own rates, beside both by their mean."""
    coins = []
    for rates in ((6, 2), (7, 3), (8, 4)):
        coin = Fraction(1, 3)
        for pair in pairs:
            for good, rate in zip(pair, rates, strict=True):
                mine, mean = Fraction(rate, 10), Fraction(sum(rates), 20)
                coin *= (mine if good else 1 - mine) / (mean if good else 1 - mean)
        coins.append(coin)
    return sum(coins, Fraction(0))


pairs_ = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=30)


@given(pairs_)
def test_the_evidence_is_that_of_the_formula(pairs: list[tuple[bool, bool]]) -> None:
    told = list(e_values.courses(pairs))
    assert len(told) == len(pairs)
    assert told == pytest.approx([float(by_hand(pairs[: n + 1])) for n in range(len(pairs))], rel=1e-9)


@pytest.mark.long
@pytest.mark.parametrize("rate", [Fraction(1, 10), Fraction(1, 3), Fraction(1, 2), Fraction(4, 5)])
def test_where_nothing_is_there_it_is_worth_no_more_than_one(rate: Fraction) -> None:
    """On the average over all ways in which five pairs can come, whatever the rate that both groups have."""
    whole = Fraction(0)
    for ways in product((True, False), repeat=10):
        chance = Fraction(1)
        for good in ways:
            chance *= rate if good else 1 - rate
        whole += chance * by_hand(list(zip(ways[::2], ways[1::2], strict=True)))
    assert whole <= 1


def settles(seed: int, rates: tuple[float, float], pairs: int) -> bool:
    """Whether it is settled at any of so many pairs: somebody looks after each talk."""
    pick = Random(seed)  # noqa: S311 - chance that repeats itself
    drawn = [(pick.random() < rates[0], pick.random() < rates[1]) for _ in range(pairs)]
    return max(e_values.courses(drawn)) >= SETTLED


def test_how_often_it_is_settled(request: pytest.FixtureRequest, record_property: object) -> None:
    """At most 5 of 100 where nothing is there, in 100 pairs; at least 60 of 100 by 40 talks where 0.75 stand against 0.35."""
    n = 4000 if request.config.getoption("--full") else 400
    false = max(sum(settles(seed, (rate, rate), 100) for seed in range(n)) / n for rate in (0.2, 0.5, 0.8))
    true = sum(settles(seed, (0.75, 0.35), 20) for seed in range(n)) / n
    if callable(record_property):
        record_property(
            "told", f"experiments: settled in vain {100 * false:.1f} %, rightly by 40 talks {100 * true:.1f} % of {n}"
        )
    assert false <= 0.05
    assert true >= 0.60


# --- the plan


@given(st.text(max_size=12), st.lists(st.booleans(), max_size=60))
def test_a_plan_that_is_followed_is_balanced_within_two(uid: str, follows: list[bool]) -> None:
    with_ = without = 0
    for _ in follows:
        if experiments.next_side(uid, with_, without) == "with":
            with_ += 1
        else:
            without += 1
        assert abs(with_ - without) <= experiments.APART


def test_the_coin_falls_both_ways_and_never_changes_its_mind() -> None:
    sides = [experiments.next_side(f"uid{n}", 0, 0) for n in range(200)]
    assert 70 < sides.count("with") < 130
    assert sides == [experiments.next_side(f"uid{n}", 0, 0) for n in range(200)]


# --- what can be tried


@pytest.mark.parametrize(
    ("typed", "trait"),
    [
        ("walk", "walk"), ("mode:walk", "walk"), ("Walk", "walk"), ("zoom", "video"), ("対面", "office"), ("friday", "fri"),
        ("weekday:mon", "mon"), ("prepared", "prepared"), ("gap", "later"), ("topic:open", "waiting"),
    ],
)  # fmt: skip
def test_what_can_be_tried(typed: str, trait: str) -> None:
    assert experiments.trait_of(typed) == trait


@pytest.mark.parametrize("typed", ["", "aha", "line:aha", "#courage", "length", "laughter"])
def test_what_happens_in_a_talk_cannot_be_tried(typed: str) -> None:
    with pytest.raises(Wrong, match="cannot be planned"):
        experiments.trait_of(typed)


# --- from the command to the row and back


@pytest.fixture
def tried(onelog: Onelog) -> Iterator[Onelog]:
    """Ten talks before, then an experiment, then four walks that were good and four others that were not."""
    for n in range(10):
        onelog("log", "mia", "we met", "--rating", str(3 + n % 2), **at(f"2026-09-{n + 1:02}"))
    onelog("thread --try walk", **at("2026-09-11"))
    for n in range(8):
        how = ("--mode", "walk", "--rating", "4") if n % 2 else ("--mode", "office", "--rating", "3")
        onelog("log", "mia", "we met", *how, **at(f"2026-09-{n + 12}"))
    yield onelog


def test_only_later_talks_count(tried: Onelog) -> None:
    (one,) = tried.json("thread --tried")
    assert (one["trait"], one["person"], one["state"], one["begun"]) == ("walk", "", "running", "2026-09-11")
    assert (one["with"], one["high_with"], one["without"], one["high_without"], one["pairs"]) == (4, 4, 4, 0, 4)
    assert one["evidence"] == pytest.approx(float(by_hand([(True, False)] * 4)), rel=1e-5)
    drawn = " ".join(tried.screen("thread --tried").split())
    assert (
        f"After 4 with it and 4 without, the evidence is {int(one['evidence'])} to 1 for it; 20 to 1 settles it."
        in drawn
    )
    assert "Next time: with" in drawn


def test_it_is_planned_for_the_next_talk(tried: Onelog) -> None:
    (one,) = tried.json("thread --tried")
    said = {"with": "yes this time", "without": "not this time"}[one["next"]]
    assert f"a walk: {said}" in " ".join(tried.screen("prep mia").split())
    assert tried.json("prep mia")["experiments"][0]["next"] == one["next"]
    assert tried.json("spark mia")[0]["why"] == "try"


def test_it_rests_goes_on_and_ends(tried: Onelog) -> None:
    (one,) = tried.json("thread --tried")
    tried("thread", "--rest", one["id"])
    assert [(e["state"], e["next"]) for e in tried.json("thread --tried")] == [("resting", "")]
    assert "a walk" not in tried.screen("prep mia")
    tried("thread --try walk")
    assert [(e["id"], e["state"], e["pairs"]) for e in tried.json("thread --tried")] == [(one["id"], "running", 4)]
    assert "plans that already" in tried.fails("thread --try walk")
    assert "plans that already" in tried.fails("thread --try phone --with mia"), "a talk has one mode"
    tried("thread", "--end", one["id"], "--why", "it rains too often")
    (ended,) = tried.json("thread --tried")
    assert (ended["state"], ended["next"], ended["why"]) == ("ended", "", "it rains too often")
    assert "has ended" in tried.fails("thread", "--rest", one["id"])
    tried("undo")
    assert tried.json("thread --tried")[0]["state"] == "running"
    tried("undo 3")
    assert tried.json("thread --tried")[0]["state"] == "running"


def test_it_is_undone_and_done_again(onelog: Onelog) -> None:
    onelog("log", "mia", "we met")
    onelog("thread --try walk --with mia")
    before = onelog.json("thread --tried")
    onelog("undo")
    assert onelog.json("thread --tried") == []
    onelog("redo")
    assert onelog.json("thread --tried") == before
    assert before[0]["person"] == "mia"


def test_it_is_exported_and_brought_back(tried: Onelog, tmp_path_factory: pytest.TempPathFactory) -> None:
    text = tried("export --format json --private")
    other = Onelog(tmp_path_factory.mktemp("other"))
    (other.folder / "all.json").write_text(text, encoding="utf-8")
    other("import", "all.json")
    assert other.json("thread --tried") == tried.json("thread --tried")
    assert json.loads(other("export --format json --private")) == json.loads(text)
    assert [line.split("\t")[0] for line in other("doctor").splitlines()] == ["advice"], (
        "there is no backup, and no more"
    )


def test_it_is_forgotten_with_its_person(onelog: Onelog) -> None:
    onelog("log", "mia", "we met")
    onelog("log", "ben", "we met")
    onelog("thread --try walk --with mia")
    onelog("forget", "mia", "--confirm", "mia")
    assert onelog.json("thread --tried") == []


def test_it_is_no_topic_for_the_next_talk(tried: Onelog) -> None:
    assert tried.json("topics") == []
    assert "experiment" not in tried("prep mia --md")
    found = {one["feature"] for one in tried.json("thread --all")["features"]}
    assert "topic:parked" not in found


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("thread --try walk --tried", "do not go together"), ("thread --with mia", "--with belongs to --try"),
        ("thread --why because", "--why says why"), ("thread --try laughter", "cannot be planned"),
    ],
)  # fmt: skip
def test_what_is_refused(onelog: Onelog, words: str, said: str) -> None:
    assert said in onelog.fails(words, code=2)
