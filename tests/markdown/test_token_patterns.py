"""Patterns of only the fields and keys that a line names find what the whole patterns find."""

import re

from conftest import examples
from hypothesis import example, given, settings
from strategies import one_line

from onelog.markdown import families
from onelog.markdown.families import FIELDS
from onelog.markdown.token_patterns import (
    BEHIND_KEY,
    FIELD_INSIDE,
    KEYS,
    fields_inside,
    key_tokens,
    named,
)


def matches(pattern: str, line: str) -> list[tuple[int, int, str | None]]:
    return [(found.start(), found.end(), found[2]) for found in re.finditer(pattern, line)] if pattern else []


@given(one_line)
@example("ON: fri ｍｏｏｄ：4 person:x len:45m")
@example("\\mood:4 mood:5")
@settings(max_examples=examples(600))
def test_fields(line: str) -> None:
    names = named(line, {name: (name,) for name in FIELDS})
    assert matches(fields_inside(names) if names else "", line) == matches(FIELD_INSIDE, line)


@given(one_line)
@example("DUE:fri ｗｈｙ：x 締め切り:fri 担当：佐藤 ＠相手 photo:x")
@settings(max_examples=examples(300))
def test_keys(line: str) -> None:
    names = named(line, families.KEYS) | ({"@"} if "@" in line or "＠" in line else set())
    for kind in (*KEYS, "aha"):
        some, every = (key_tokens(kind, names), key_tokens(kind))
        assert matches(rf"{BEHIND_KEY}(\\*)({some})" if some else "", line) == (
            matches(rf"{BEHIND_KEY}(\\*)({every})", line) if every else []
        )
