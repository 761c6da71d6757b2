"""How a value goes out: a type says where it is defined which view draws it, and what a pipe and JSON get of it.

Nothing else knows its name, and nothing is imported for it before such a value goes out.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from onelog.core.values import value

T = TypeVar("T")


@value(frozen=True, slots=True)
class Presenter:
    """How the values of one type are shown."""

    name: str
    """The first column in a pipe and `kind` in JSON, unless the type's own functions say otherwise."""
    view: str = ""
    """The module in `terminal` that draws one, with `draw(screen, value, today, …)`."""
    listed: str = ""
    """The module in `terminal` that draws several, with `draw(screen, values, today, …)`."""
    columns: "tuple[str | tuple[str, str], ...]" = ()
    """The columns in a pipe after the first: id, day, person, text, and whatever follows.

    Each is a heading, or (heading, attribute) where they differ; "" is a column that stays empty.
    """
    module: str = ""
    """The module in `formats/presenters` with CELLS or JSON for this name; without one the columns and fields as they are."""
    kinds: str = ""
    """What the documentation says of the first column, where that is not the name."""


def presented(
    name: str,
    view: str = "",
    listed: str = "",
    *,
    columns: "tuple[str | tuple[str, str], ...]" = (),
    module: str = "",
    kinds: str = "",
) -> Callable[[type[T]], type[T]]:
    """Marks a type with its presenter."""

    def mark(marked: type[T]) -> type[T]:
        marked.presenter = presenter  # type: ignore[attr-defined]  # a named tuple has no place for it in its body
        return marked

    presenter = Presenter(name, view, listed, columns=columns, module=module, kinds=kinds)
    return mark


@value(frozen=True, slots=True)
class Listed:
    """Several values that are shown together, perhaps none."""

    of: type[Any]
    """What they are, so that an empty list is drawn as such a list as well."""
    values: Sequence[Any]


def presenter_of(kind: type[Any]) -> Presenter | None:
    """The presenter of a type; None where nothing was said of it."""
    return getattr(kind, "presenter", None)
