r"""One plain line a record, for pipes: `onelog actions --mine | cut -f2,3,5`.

Fields stand between tabs, are never cut, and are empty where there is nothing. A newline in a text is written
`\n`. The first five are the same for every kind, so that a script reads every list alike: kind, id, day, person,
text. docs/scripts.md has the others, made from what each type says of itself (`core/presenter.py`).
"""

from collections.abc import Iterator
from datetime import date
from importlib import import_module
from typing import Any

from onelog.core.presenter import Listed, Presenter, presenter_of
from onelog.core.sanitize import one_line
from onelog.formats import cells


def lines(value: Any, today: date) -> Iterator[str]:
    """The lines of a value or a list of them; after the line of a meeting, one for each record in it."""
    for part in _parts(value):
        yield line(part, today)
        for record in getattr(part, "inside", ()):
            yield line(record, today)


def _parts(value: Any) -> Any:
    """What gets a line of its own: of a screen what it is made of."""
    if isinstance(value, Listed):
        return value.values
    return getattr(value, "parts", (value,) if presenter_of(type(value)) else value)


def line(value: Any, today: date) -> str:
    """The one line of a value."""
    presenter = presenter_of(type(value))
    if presenter is None:
        raise TypeError(f"{type(value)} says not how it is shown.")
    write = _function(presenter)
    fields = write(value, today) if write else _as_declared(presenter, value)
    return "\t".join([one_line(field) if field else "" for field in fields])


def _function(presenter: Presenter) -> cells.LineWriter | None:
    """What writes the cells of a type that has columns other than its fields."""
    if not presenter.module:
        return None
    group = import_module(f"onelog.formats.presenters.{presenter.module}")
    write: cells.LineWriter = group.CELLS[presenter.name]
    return write


def _as_declared(presenter: Presenter, value: Any) -> tuple[str, ...]:
    names = (column if isinstance(column, str) else column[1] for column in presenter.columns)
    return presenter.name, *(cells.cell(getattr(value, name)) if name else "" for name in names)
