"""How often the common thread claims what is not there, and finds what is: by chance, with seeds of its own.

With `--full` 400 journals a row and the limits; the rates are told at the end. Else a few journals in which chance has no
part: the same answer twice, something enormous that is found, and nothing where all ratings are alike.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from chance_talks import BEGIN, ChanceTalks

from onelog.core.model import Person
from onelog.core.results.patterns import Feature, Thread
from onelog.core.selection import ANYTHING, Selection
from onelog.insight.patterns import pattern_search
from onelog.insight.patterns.pattern_search import Talks

NULLS = {
    "habits": 0.05, "many tags": 0.05, "runs": 0.05, "drift of ratings": 0.05, "ties": 0.05, "modes missing": 0.05,
    "joint drift": 0.08, "step": 0.08, "habit grows": 0.08, "bad video unrated": 0.08,
}  # fmt: skip
"""In these nothing goes with the ratings; how often something may be claimed."""


def found(talks: Talks, selection: Selection = ANYTHING) -> bool:
    return bool(pattern_search.look_at_talks(talks, selection).features)


def walk(talks: Talks) -> Feature | None:
    return next((one for one in pattern_search.look_at_talks(talks).features if one.feature == "mode:walk"), None)


def ever(seed: int) -> bool:
    """Looked at every five talks from 20 to 120: what lies between two looks gives the answer of the first."""
    made = ChanceTalks(seed)
    return any(found(made.first(n)) for n in (30, 42, 60, 85, 120) if n <= made.rated)


def several(seed: int) -> bool:
    """All, each of four people, and the last year."""
    made = ChanceTalks(seed)
    whom = [None, *(Person(f"p{n}", f"p{n}", f"p{n}") for n in range(4))]
    year = made.met[-1].day - timedelta(days=365)
    return any(found(made.talks, Selection(person=person)) for person in whom) or found(
        made.talks, Selection(since=year)
    )


def is_more(kind: str, n: int, people: int) -> Callable[[int], bool]:
    def is_found(seed: int) -> bool:
        one = walk(ChanceTalks(seed, kind, n, people).talks)
        return one is not None and one.state == "more"

    return is_found


def differs(seed: int) -> bool:
    one = walk(ChanceTalks(seed, "opposite", 240, 2).talks)
    return one is not None and one.state == "differs" and {side.difference > 0 for side in one.people} == {True, False}


PLANTED: dict[str, tuple[float, Callable[[int], bool]]] = {
    "planted 60, four people": (0.23, is_more("planted", 60, 4)), "planted 60, one person": (0.36, is_more("planted", 60, 1)),
    "planted 120": (0.70, is_more("planted", 120, 4)), "graded 60": (0.0, is_more("graded", 60, 4)),
    "graded 120": (0.65, is_more("graded", 120, 4)), "opposite 120 each": (0.60, differs),
}  # fmt: skip
LOOKS = {"every five talks, 20 to 120": (0.06, ever), "all, four people, last year": (0.05, several)}
JOURNALS = 400
FIRST_SEED = 170_000


def rate(tell: Callable[[str, object], None], name: str, claims: Callable[[int], bool]) -> float:
    n = sum(map(claims, range(FIRST_SEED, FIRST_SEED + JOURNALS)))
    tell("told", f"thread, {name}: {100 * n / JOURNALS:.1f} % of {JOURNALS}")
    return n / JOURNALS


@pytest.fixture
def full(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--full"):
        pytest.skip("only with --full")


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("kind", NULLS)
def test_nothing_is_claimed_of_nothing(kind: str, record_property: Callable[[str, object], None]) -> None:
    assert rate(record_property, kind, lambda seed: found(ChanceTalks(seed, kind).talks)) <= NULLS[kind]


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("name", LOOKS)
def test_nothing_is_claimed_by_looking_often(name: str, record_property: Callable[[str, object], None]) -> None:
    most, claims = LOOKS[name]
    assert rate(record_property, name, claims) <= most


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize("name", PLANTED)
def test_what_is_there_is_found(name: str, record_property: Callable[[str, object], None]) -> None:
    least, finds = PLANTED[name]
    assert rate(record_property, name, finds) >= least


# --- what is no chance


@pytest.mark.long
def test_the_same_talks_give_the_same_answer() -> None:
    for kind in (*NULLS, "planted"):
        talks = ChanceTalks(1, kind).talks
        assert pattern_search.look_at_talks(talks, everything=True) == pattern_search.look_at_talks(
            talks, everything=True
        )


def test_something_enormous_is_found() -> None:
    """Each walk is a 5, all others are a 2; 30 talks with three people are enough."""
    made = ChanceTalks(1, "planted", 30, 3)
    met = [one._replace(rating=5 if one.mode == "walk" else 2) for one in made.met]
    one = walk(made.talks._replace(met=met))
    assert one is not None
    assert (one.state, one.difference) == ("more", 1.0)


@pytest.mark.parametrize("kind", ["habits", "planted", "many tags"])
def test_where_all_are_rated_alike_nothing_is_found(kind: str) -> None:
    made = ChanceTalks(2, kind)
    alike = made.talks._replace(met=[one._replace(rating=one.rating and 4) for one in made.met])
    told = pattern_search.look_at_talks(alike, everything=True)
    assert {one.state for one in told.features} == {"person"}
    assert told.detects is None


def shown(thread: Thread) -> list[Feature]:
    return [one for one in thread.features if one.difference is not None]


def test_no_difference_has_the_sign_that_its_test_has_not(request: pytest.FixtureRequest) -> None:
    """Nor do the numbers of high ones say the opposite of it."""
    for seed in range(400 if request.config.getoption("--full") else 12):
        kind = (*NULLS, "planted", "graded", "opposite")[seed % 13]
        for one in shown(pattern_search.look_at_talks(ChanceTalks(seed, kind).talks, everything=True)):
            assert one.low is not None and one.high is not None and one.difference is not None
            assert one.low <= one.difference <= one.high, one
            assert one.state != "more" or one.difference > 0 or one.high_expected is None, one
            assert one.state not in ("more", "less") or (one.difference > 0) == (one.state == "more"), one
            if one.high_expected is not None:
                assert (one.high_with - one.high_expected) * one.difference > 0, one


def test_between_two_looks_nothing_changes() -> None:
    made = ChanceTalks(3, "planted")
    answers = [pattern_search.look_at_talks(made.first(n), everything=True).features for n in (60, 65, 75, 84)]
    assert all(one == answers[0] for one in answers)
    assert pattern_search.look_at_talks(made.first(85), everything=True).features != answers[0]
    assert made.met[-1].day > BEGIN
