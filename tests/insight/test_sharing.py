"""Which words two texts share: what tells something, and whole words of the pairs that the index has."""

import pytest

from onelog.insight.related import everyday, may_tell, whole_words
from onelog.store.search.tokenizer import index_text


@pytest.mark.parametrize(
    ("token", "tells"),
    [
        ("kestrel", True), ("ads", False), ("2026", False), ("these", False), ("today", False), ("広告", True), ("パー", True),
        ("した", False), ("話を", False), ("十一", False), ("一日", False), ("月三", False), ("日本", True), ("犬", False),
    ],
)  # fmt: skip
def test_what_may_tell_something(token: str, tells: bool) -> None:
    assert may_tell(token) is tells


def test_words_of_every_day_are_as_the_index_has_them() -> None:
    assert all(index_text(word) == word and len(word) > 3 for word in everyday())


@pytest.mark.parametrize(
    ("text", "tokens", "found"),
    [
        ("五十パーセントで止める", ("パー", "ーセ", "セン", "ント"), ("パーセント",)),
        ("広告予算の見通し", ("予算", "告予", "広告"), ("広告予算",)),
        ("広告の話と予算の話", ("広告", "予算"), ("広告", "予算")),
        ("予算の後、年末", ("年末", "予算"), ("年末", "予算")),
        ("the kestrel and the finance people", ("finance", "kestrel"), ("finance", "kestrel")),
        ("kestrel予算", ("kestrel", "予算"), ("kestrel", "予算")),
        ("nothing", (), ()),
    ],
)  # fmt: skip
def test_pairs_that_follow_one_another_are_one_word(text: str, tokens: tuple[str, ...], found: tuple[str, ...]) -> None:
    assert whole_words(tokens, text) == found
