"""What docs/scripts.md says of the columns in a pipe is what the types say of themselves, and what a pipe gets."""

import types
from dataclasses import is_dataclass
from datetime import UTC, date, datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from docs.columns import PAGE, presented, rewritten
from onelog.core.presenter import Presenter
from onelog.formats.tsv import line

pytestmark = pytest.mark.posix

TODAY = date(2026, 11, 22)
WRITTEN = {found: presenter for found, presenter in presented() if presenter.columns}
PLAIN: dict[Any, Any] = {
    str: "a", int: 2, float: 2.5, bool: True, date: TODAY, datetime: datetime(2026, 11, 22, 9, tzinfo=UTC), Any: None,
}  # fmt: skip
MEANT = {"parts": (), "weeks": ("met", "none"), "rule": "FREQ=WEEKLY;BYDAY=TU", "kind": "aha"}
"""What is no word like any other, by the name of its field."""


def example(hint: Any, full: bool) -> Any:
    """A value of a type: with everything that it can hold, or with nothing that it can do without."""
    inner = get_args(hint)
    if hint in PLAIN:
        return PLAIN[hint]
    if get_origin(hint) in (Union, types.UnionType):
        return None if type(None) in inner and not full else example(inner[0], full)
    if get_origin(hint) is tuple:
        every = inner[:1] * full if inner[-1] is Ellipsis else inner
        return tuple(example(one, full) for one in every)
    if hasattr(hint, "_fields") or is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{name: example(one, full) if name not in MEANT else MEANT[name] for name, one in hints.items()})
    return {}


def test_the_columns_are_those_of_the_program() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert rewritten(text) == text, "python tests/docs/columns.py writes them anew"


@pytest.mark.parametrize(("found", "presenter"), WRITTEN.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_a_line_has_a_field_a_column(found: type[Any], presenter: Presenter) -> None:
    assert len(line(example(found, True), TODAY).split("\t")) == 1 + len(presenter.columns)
    optional = [str(one).endswith("(if any)") for one in presenter.columns]
    fewest, most = 1 + len(optional) - sum(optional), 1 + len(optional) - optional[-1]
    assert fewest <= len(line(example(found, False), TODAY).split("\t")) <= most


@pytest.mark.parametrize(("found", "presenter"), WRITTEN.items(), ids=lambda one: getattr(one, "__name__", ""))
def test_a_column_that_is_a_field_names_one(found: type[Any], presenter: Presenter) -> None:
    if not presenter.module:
        names = [one if isinstance(one, str) else one[1] for one in presenter.columns]
        assert [name for name in names if name and not hasattr(found, name)] == []
