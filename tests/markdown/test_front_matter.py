"""Front matter is YAML on which all readers agree: text is text, numbers are numbers, days are days, for 1.1 and for 1.2."""

import re
from datetime import date, datetime
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from strategies import days, meetings, words

from onelog.core.model import Goal, Person, Ref
from onelog.markdown import entities, frontmatter
from onelog.markdown.parsed import FRONT


class Core(yaml.SafeLoader):
    """Reads plain scalars as the core schema of YAML 1.2 does: no days, no yes and no, other numbers."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML wants it


for _tag, _pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), None)

READERS = (yaml.SafeLoader, Core)
NUMBERS, DAYS = ("mood", "seen", "rating", "from", "to"), ("at", "by", "opened", "closed", "added", "archived")


def as_read(reader: type[yaml.SafeLoader], text: str) -> dict[str, Any]:
    """What a reader of YAML finds in the front matter of a document."""
    block = text.split("\n---\n", 1)[0].removeprefix("---\n")
    return yaml.load(block, reader) or {}  # noqa: S506 - both are safe loaders


def said(key: str, value: Any) -> Any:
    """The value as onelog says it, where its type is the one that the key has."""
    if key in NUMBERS and type(value) in (int, float):
        return float(value)
    if key in DAYS and isinstance(value, datetime):
        return value.isoformat()
    if key in DAYS and isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) and key not in NUMBERS else f"of another type: {value!r}"


def agrees(text: str, known: tuple[str, ...]) -> None:
    ours = {key: value for key, (value, _) in frontmatter.split(text, known).keys.items()}
    wanted = {key: float(value) if key in NUMBERS else value for key, value in ours.items()}
    for reader in READERS:
        assert {key: said(key, value) for key, value in as_read(reader, text).items()} == wanted


ODD = (
    "2.0", "1e3", "12e03", "1E5", "0x1f", "0o17", "0b1", "012", "1_000", "1:30", "190:20:30", ".inf", "-.INF", ".nan", "+1", "-5", "1,000",
    "no", "No", "NO", "yes", "on", "Off", "y", "N", "true", "null", "Null", "~", "", "2026-11-20", "2026-1-2", "2001-12-14 21:59:43.10",
    "2026-11-20T10:00:00Z", "a: b", "a:b", ":", "a #b", "#b", "- a", "-", "? a", "?", "| a", ">", "@a", "`a", "!a", "!!int 3", "&a", "*a", "%a",
    "[a]", "{a: b}", "'a'", '"a"', "a'b", "it's", "=", "<<", "---", "...", " a ", "a  b", "é: x", "田中 花子", "目標: 5", "１２", "٣", "NaN", "7yz9",
)  # fmt: skip


@pytest.mark.parametrize("value", [value for value in ODD if value.strip()])
def test_text_that_looks_like_something_else_is_text(value: str) -> None:
    text = entities.write(Goal("u", "g4mu", value.strip(), Ref("p", value.strip()), metric=value, unit=value))
    for reader in READERS:
        read = as_read(reader, text)
        assert (read["title"], read["with"], read["metric"], read["unit"]) == (
            value.strip(),
            value.strip(),
            value,
            value,
        )
    agrees(text, entities.GOAL_KEYS)


def test_the_days_of_a_cadence_are_under_the_key_on() -> None:
    text = entities.write(Person("u", "p4mu", "Mia", every="2w", rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"))
    for reader in READERS:
        assert as_read(reader, text) == {"kind": "person", "id": "p4mu", "name": "Mia", "every": "2w", "on": "tue"}
    before = text.replace('"on"', "on")  # as older journals have it, and as other programs write it
    assert before != text
    assert frontmatter.split(before, entities.PERSON_KEYS) == frontmatter.split(text, entities.PERSON_KEYS)


@pytest.mark.long
@given(meetings())
def test_the_front_matter_of_any_meeting(meeting: Any) -> None:
    agrees(entities.write(meeting), FRONT)


texts = words | st.sampled_from([value for value in ODD if value.strip()])
numbers = st.none() | st.integers(-(10**12), 10**12).map(float) | st.decimals(-1000, 1000, places=9).map(float)

_goals = st.builds(
    Goal, uid=st.just("u"), id=st.just("g4mu"), title=texts, person=st.none() | st.builds(Ref, st.just("p"), texts),
    by=st.none() | days, metric=st.none() | texts, start=numbers, target=numbers, unit=st.none() | texts, opened=days,
    closed=st.none() | days, tags=st.lists(st.sampled_from(["no", "ops", "計画", "y"]), unique=True).map(tuple),
)  # fmt: skip
_people = st.builds(
    Person, uid=st.just("u"), id=st.just("p4mu"), name=texts, alias=st.none() | texts,
    relation=st.none() | st.just("report"), archived=st.none() | days,
    relations=st.lists(st.tuples(days, st.just("peer")), max_size=2).map(tuple), added=st.none() | days,
)  # fmt: skip


@given(_goals)
def test_the_front_matter_of_any_goal(goal: Goal) -> None:
    agrees(entities.write(goal), entities.GOAL_KEYS)


@given(_people)
def test_the_front_matter_of_any_person(person: Person) -> None:
    agrees(entities.write(person), entities.PERSON_KEYS)
