"""One name for one thing: no class twice, and no module twice but for what belongs to one command or room."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from onelog.cli import COMMANDS

SOURCE = Path(__file__).parents[2] / "src" / "onelog"


def types(path: Path) -> Iterator[str]:
    """The classes of a module, and the names that it gives to types (`Row = dict[str, Any]`).

    An option is called as its word on the command line, and what is only passed on is not named again.
    """
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, ast.unparse(node.value)
            is_elsewhere = value.startswith("Annotated[") or value.endswith(f".{name}")
            if name.strip("_")[:1].isupper() and not name.isupper() and not is_elsewhere:
                yield name


def twice(found: Iterator[tuple[str, str]]) -> dict[str, list[str]]:
    """What has one name in several places, with the places."""
    places = defaultdict[str, list[str]](list)
    for name, place in found:
        places[name].append(place)
    return {name: where for name, where in sorted(places.items()) if len(where) > 1}


def modules() -> Iterator[tuple[str, str]]:
    """The modules, but for those named after a command or its result: all that makes one report shares a name.

    So do the words that something says.
    """
    shared = {word for row in COMMANDS for word in (row.name.split()[0], row.module.rpartition(".")[2])}
    shared |= {path.stem for path in (SOURCE / "core" / "results").rglob("*.py")} | {"__init__"}
    for path in sorted(SOURCE.rglob("*.py")):
        if path.stem not in shared and SOURCE / "core" / "phrases" not in path.parents:
            yield path.stem, path.relative_to(SOURCE).as_posix()


@pytest.mark.long
def test_no_type_has_a_name_that_another_one_has() -> None:
    every = (
        (name, path.relative_to(SOURCE).as_posix()) for path in sorted(SOURCE.rglob("*.py")) for name in types(path)
    )
    assert twice(every) == {}


def test_no_module_has_a_name_that_another_one_has() -> None:
    assert twice(modules()) == {}


@pytest.mark.long
def test_no_module_is_imported_under_another_name() -> None:
    """A module has one name, so that a search for it finds every use."""
    every = {
        path.relative_to(SOURCE.parent).with_suffix("").as_posix().replace("/", ".") for path in SOURCE.rglob("*.py")
    }
    others = [
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for one in node.names
        if one.asname and (one.name in every or f"{getattr(node, 'module', '')}.{one.name}" in every)
    ]
    assert others == []


def test_nothing_is_chosen_by_the_name_of_a_type() -> None:
    """Only what says which error it was names a type, and a value where it is shown to who builds onelog."""
    sentences = {"__main__.py", "cli/main.py", "core/values.py", "store/database.py", "store/vault/erasure.py"}
    found = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if re.search(r"__(qual)?name__", path.read_text(encoding="utf-8"))
    }
    assert found == sentences
