"""A value behaves as a frozen dataclass does; only how it is made differs."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from typing import Any

import pytest

from onelog.core.values import value


@value(frozen=True, slots=True)
class Ours:
    """A value."""

    name: str
    size: int = 1
    tags: list[str] = field(default_factory=list)

    @property
    def twice(self) -> int:
        return 2 * self.size


@dataclass(frozen=True, slots=True)
class Theirs:
    """The same as a dataclass."""

    name: str
    size: int = 1
    tags: list[str] = field(default_factory=list)

    @property
    def twice(self) -> int:
        return 2 * self.size


MADE: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {}), (("a", 2), {}), (("a", 2, ["x"]), {}), ((), {"name": "a"}), (("a",), {"tags": ["x"]}), ((), {"tags": [], "size": 3, "name": "b"}),
]  # fmt: skip
REFUSED: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}), ((), {"size": 1}), (("a", 1, [], 4), {}), (("a",), {"name": "b"}), (("a",), {"nobody": 1}), ((), {"size": 1, "tags": [], "nobody": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("given", "named"), MADE)
def test_it_is_made_compared_shown_and_changed_as_a_dataclass(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Ours(*given, **named), Theirs(*given, **named)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert [getattr(ours, one.name) for one in fields(ours)] == [getattr(theirs, one.name) for one in fields(theirs)]
    assert ours == Ours(*given, **named)
    other: object = theirs
    assert ours != other
    assert replace(ours, size=9) == Ours(ours.name, 9, ours.tags) != ours
    assert replace(ours, size=9).twice == 18
    assert not hasattr(ours, "__dict__")


@pytest.mark.parametrize(("given", "named"), REFUSED)
def test_what_a_dataclass_refuses_is_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for kind in (Ours, Theirs):
        with pytest.raises(TypeError):
            kind(*given, **named)


def test_it_never_changes_and_each_has_its_own_default() -> None:
    one = Ours("a")
    changes: list[Callable[[], None]] = [
        lambda: setattr(one, "size", 2),
        lambda: setattr(one, "new", 2),
        lambda: delattr(one, "size"),
    ]
    for change in changes:
        with pytest.raises(FrozenInstanceError):
            change()
    assert one.tags is not Ours("a").tags


def test_equal_ones_are_found_in_a_set() -> None:
    @value(frozen=True, slots=True)
    class Place:
        """Something that can be counted."""

        kind: str
        first: bool = False

    assert {Place("note"), Place("note", False), Place(kind="note", first=True)} == {Place("note"), Place("note", True)}
