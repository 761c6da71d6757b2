"""The table of sentences that draw a conclusion is that of the program, and has all of them."""

import pytest

from docs.claims import CLAIMS, PAGE, rewritten, said
from onelog.core import phrases

pytestmark = pytest.mark.posix


def test_the_sentences_of_the_page_are_those_of_the_program() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert rewritten(text) == text, "python tests/docs/claims.py writes them anew"


@pytest.mark.parametrize("command", ["thread", "thread --tried"])
def test_no_sentence_is_without_its_rule(command: str) -> None:
    """Whatever ends as a sentence, or is a number of points, says something: it stands in the table."""
    area, rules = CLAIMS[command]
    every = {key: said("en", f"{area}.{key}") for key in phrases.area(area)}
    assert {key for key, phrase in every.items() if phrase.endswith(".") or "{points} points" in phrase} <= set(rules)
    assert set(rules) <= set(every)


@pytest.mark.parametrize("command", CLAIMS)
def test_each_has_both_languages_and_a_rule(command: str) -> None:
    area, rules = CLAIMS[command]
    for key, rule in rules.items():
        assert said("en", f"{area}.{key}") != said("ja", f"{area}.{key}")
        assert rule[0].islower()


@pytest.mark.parametrize("word", ["no more than by chance", "none stands out", "proves", "because of", "causes"])
def test_nothing_is_said_that_no_test_can_say(word: str) -> None:
    for area, _ in CLAIMS.values():
        for key in phrases.area(area):
            assert word not in said("en", f"{area}.{key}").lower(), key
