"""The columns in a pipe in docs/scripts.md, made from what each type says of itself.

`python tests/docs/columns.py` writes them anew.
"""

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from docs.blocks import PROJECT
from onelog.core import results
from onelog.core.presenter import Presenter, presenter_of

PAGE = PROJECT / "docs" / "scripts.md"
SECTION = re.compile(r"^\| Kind \| Columns.*?(?=^\n)", re.MULTILINE | re.DOTALL)


def presented() -> Iterator[tuple[type[Any], Presenter]]:
    """Every type that says how it is shown: first records, then results, as they stand in their modules."""
    beside = [f"results.{module.name}" for module in iter_modules(results.__path__)]
    for name in ("model", "progress", *beside):
        module = import_module(f"onelog.core.{name}")
        for found in vars(module).values():
            if isinstance(found, type) and found.__module__ == module.__name__ and (presenter := presenter_of(found)):
                yield found, presenter


def table() -> str:
    """A row a kind of line."""
    return "| Kind | Columns from the second |\n|---|---|\n" + "".join(
        _row(presenter) for _, presenter in presented() if presenter.columns
    )


def _row(presenter: Presenter) -> str:
    said = [column if isinstance(column, str) else column[0] for column in presenter.columns]
    return f"| {presenter.kinds or presenter.name} | {', '.join(heading or '–' for heading in said)} |\n"


def rewritten(text: str) -> str:
    return SECTION.sub(lambda _: table(), text)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
