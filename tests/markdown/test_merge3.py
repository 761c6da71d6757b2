"""Two changes of one document become one: laws that hold for lines and for fields, whatever they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onelog.markdown.merge3 import merged, merged_by_key, together, united

VALUES = st.none() | st.integers(1, 3)
KEYED = st.dictionaries(st.sampled_from("abcd"), st.integers(1, 3))
LINES = st.lists(st.sampled_from(["one", "two", "three", "four"]), max_size=6)


@given(VALUES, VALUES)
def test_a_field_that_one_of_us_left_alone_is_the_others(before: int | None, changed: int | None) -> None:
    assert merged(before, changed, before) == merged(before, before, changed) == changed


@pytest.mark.long
@given(KEYED, KEYED)
def test_so_are_fields_by_their_keys(before: dict[str, int], changed: dict[str, int]) -> None:
    assert merged_by_key(before, changed, before) == merged_by_key(before, before, changed) == changed


@given(KEYED, KEYED, KEYED)
def test_what_one_of_us_took_out_is_gone_and_what_one_put_in_is_there(
    before: dict[str, int], mine: dict[str, int], theirs: dict[str, int]
) -> None:
    found = merged_by_key(before, mine, theirs)
    assert not (before.keys() - mine.keys()) & found.keys()
    assert {key for key in before.keys() - theirs.keys() if before[key] == mine.get(key)}.isdisjoint(found)
    assert found.keys() >= (mine.keys() | theirs.keys()) - before.keys()


@given(LINES, LINES)
def test_lines_that_one_of_us_left_alone_are_the_others(before: list[str], changed: list[str]) -> None:
    was, text = "\n".join(before), "\n".join(changed)
    assert together(was, text, was) == together(was, was, text) == text
    assert united(before, changed, before) == united(before, before, changed) == changed


def test_lines_that_both_changed_are_refused_in_a_document_and_both_kept_in_a_note() -> None:
    before, mine, theirs = ["a", "b", "c"], ["a", "mine", "c"], ["a", "theirs", "c"]
    assert together("\n".join(before), "\n".join(mine), "\n".join(theirs)) is None
    assert [line for line in united(before, mine, theirs) if line] == ["a", "theirs", "mine", "c"]


def test_lines_that_both_put_in_one_place_are_refused_in_a_document_and_both_kept_in_a_note() -> None:
    before, mine, theirs = ["a", "c"], ["a", "mine", "c"], ["a", "theirs", "c"]
    assert together("\n".join(before), "\n".join(mine), "\n".join(theirs)) is None
    assert together("\n".join(before), "\n".join(mine), "\n".join(mine)) == "a\nmine\nc"
    assert [line for line in united(before, mine, theirs) if line] == ["a", "theirs", "mine", "c"]
