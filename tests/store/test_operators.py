"""`OR` and `-word` in a search, in English and Japanese; quoted phrases, names and signs keep their meaning."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_journal import BEGIN, empty

from onelog.core.selection import Selection
from onelog.journal import log
from onelog.store.database import Store
from onelog.store.search.operators import MOST_SIDES, Operators, apart
from onelog.store.search.search import find_hits, find_public_hits

APART = {
    "ads move": Operators(("ads move",)),
    "ads OR move": Operators(("ads", "move")),
    "ads plan OR move": Operators(("ads plan", "move")),
    "a OR b OR c": Operators(("a", "b", "c")),
    "ads -move": Operators(("ads",), ("move",)),
    "-move ads": Operators(("ads",), ("move",)),
    'ads -"half of it"': Operators(("ads",), ('"half of it"',)),
    '"half of it" OR ads': Operators(('"half of it"', "ads")),
    "ads OR move -ben -mia": Operators(("ads", "move"), ("ben", "mia")),
    "採用 OR 予算": Operators(("採用", "予算")),
    "採用 または 予算": Operators(("採用", "予算")),
    "採用 ＯＲ 予算": Operators(("採用", "予算")),
    "採用　-予算": Operators(("採用",), ("予算",)),
    "採用 －予算": Operators(("採用",), ("予算",)),
    "ads −move": Operators(("ads",), ("move",)),
    "launch -🎉": Operators(("launch",), ("🎉",)),
    "-move": Operators((), ("move",)),
    # words
    "ads or move": Operators(("ads or move",)),
    '"OR"': Operators(('"OR"',)),
    "OR": Operators(("OR",)),
    "OR ads": Operators(("OR ads",)),
    "ads OR": Operators(("ads OR",)),
    "ads OR OR move": Operators(("ads", "OR move")),
    "well-known": Operators(("well-known",)),
    "plan - budget": Operators(("plan - budget",)),
    "- [ ] call": Operators(("- [ ] call",)),
    "a -- b": Operators(("a -- b",)),
    "-> next": Operators(("-> next",)),
    '"draft"-3': Operators(('"draft"-3',)),
    "": Operators(("",)),
    "---": Operators(("---",)),
    " OR ".join("abcdefghijklmnopqrstuvw"): Operators((" OR ".join("abcdefghijklmnopqrstuvw"),)),
}


@pytest.mark.parametrize(("text", "found"), APART.items())
def test_sides_and_what_is_left_out(text: str, found: Operators) -> None:
    assert apart(text) == found


@given(st.text(max_size=60))
def test_any_text_has_few_sides_and_none_is_empty(text: str) -> None:
    found = apart(text)
    assert len(found.sides) <= MOST_SIDES
    assert all(found.sides) or found.sides == (text,)
    assert all(found.without)


SAID = {
    "m1": ("Mia", "2026-11-02", "the kestrel flew\na: draft the osprey plan"),
    "m2": ("Mia", "2026-11-03", "about the budget\nc: the heron may leave"),
    "b1": ("Ben", "2026-11-04", "the budget again, and the osprey 🎉"),
    "t1": ("田中", "2026-11-05", "採用の話をした\nd: 予算を増やす"),
    "t2": ("田中", "2026-11-06", "予算の話をした"),
}
FOUND = {
    "kestrel OR budget": {"m1", "m2", "b1"},
    "kestrel plan OR budget": {"m1", "m2", "b1"},
    "budget -osprey": {"m2"},
    "budget -🎉": {"m2"},
    "budget -ben": {"m2"},
    "budget -heron": {"m2", "b1"},
    'budget -"the osprey"': {"m2"},
    '"the kestrel" OR "the budget again"': {"m1", "b1"},
    "kestrel osprey -budget": {"m1"},
    "kestrel osprey -draft": set(),
    "budget osprey OR kestrel osprey": {"m1", "b1"},
    "mia kestrel OR mia budget": {"m1", "m2"},
    "採用 OR kestrel": {"t1", "m1"},
    "予算 -採用": {"t1", "t2"},
    "話 -採用": {"t2"},
    "採用 または 予算": {"t1", "t2"},
    "予算 -田中": set(),
    "🎉 OR 採用": {"b1", "t1"},
    "🎉 -osprey": set(),
    "-budget": set(),
}


def journal(store: Store) -> dict[str, str]:
    return {
        log.log_meeting(store, who, f"on:{day} {text}", BEGIN).meeting.uid: key
        for key, (who, day, text) in SAID.items()
    }


@pytest.mark.long
@pytest.mark.parametrize(("query", "found"), FOUND.items())
def test_what_is_found(query: str, found: set[str]) -> None:
    with empty() as store:
        ids = journal(store)
        hits, _ = find_public_hits(store, query)
        meetings = {ids[(getattr(hit.record, "meeting", None) or hit.record).uid] for hit in hits}
        assert meetings == found


def test_a_private_word_leaves_out_where_private_is_asked_for_alone() -> None:
    """What is not shown does not show itself by what is missing."""
    with empty() as store:
        log.log_meeting(store, "Mia", "the kestrel flew\na: draft the osprey plan\nc: the heron may leave", BEGIN)
        assert len(find_public_hits(store, "kestrel osprey -heron")[0]) == 1
        assert find_hits(store, "kestrel osprey -heron") == []


WORDS = st.sampled_from(["kestrel", "budget", "osprey", "採用", "予算", '"the budget"', "🎉"])


@pytest.mark.long
@given(WORDS, WORDS, WORDS)
@settings(max_examples=40)
def test_a_search_is_the_sum_of_its_sides_less_what_is_left_out(one: str, other: str, less: str) -> None:
    with empty() as store:
        journal(store)

        def ids(query: str) -> set[str]:
            return {hit.id for hit in find_hits(store, query, Selection(limit=100))}

        assert ids(f"{one} OR {other}") == ids(one) | ids(other)
        assert ids(f"{one} -{less}") == ids(one) - ids(less)
        assert ids(f"-{less} {one} OR {other}") == (ids(one) | ids(other)) - ids(less)
