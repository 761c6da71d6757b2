"""Labels are found as the patterns find them that are used inside larger ones, and without compiling those."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.core.regexes import pattern
from onelog.markdown import families
from onelog.markdown.label_matching import match_label, match_opening
from onelog.markdown.token_patterns import LABEL, OPENING

WORDS = tuple(
    word for family in families.LABELS.values() for word in (family.short, *family.words, *family.headings) if word
)
PIECES = st.sampled_from([
    *WORDS, *families.spellings(WORDS), *(word.upper() for word in WORDS), *":：*_【】[](（）)<＜＞〈〉《》x図!~-", " ", "\u3000", "\xa0", "\t", "\n",
    "**", "__", ": ", "goal：", "g：x", "：x", "e\u0301",
])  # fmt: skip


@given(st.lists(PIECES, max_size=8).map("".join), st.integers(0, 2))
def test_the_patterns_find_the_same(text: str, start: int) -> None:
    for match, whole in ((match_label, LABEL), (match_opening, OPENING)):
        found = pattern(whole).match(text, start)
        assert match(text, start) == (found.end() if found else 0)


@pytest.mark.parametrize(
    ("text", "label", "opening"),
    [
        ("a: x", 2, 2), ("A: x", 0, 0), ("**Aha:** x", 8, 8), ("aha : x", 0, 5), ("宿題:図", 3, 3), ("a:図", 2, 2), ("a:x", 0, 0), ("a：x", 2, 2),
        ("goal：g4mu", 0, 0), ("goal: mau", 5, 5), ("【決定】x", 4, 4), ("[決定] x", 0, 5), ("[決定](x)", 0, 0), ("private notes: x", 0, 14), ("Private notes : x", 0, 15),
    ],
)  # fmt: skip
def test_what_is_a_label_and_what_is_none(text: str, label: int, opening: int) -> None:
    assert (match_label(text, 0), match_opening(text, 0)) == (label, opening)
