"""The rooms of the source are those that docs/architecture.md names, and no file imports itself by way of others."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
SOURCE = PROJECT / "src" / "onelog"
ROW = re.compile(r"^\| `([a-z]+)/`(?:: (.*?))? \|", re.MULTILINE)


def test_the_page_names_every_room_and_wing_and_no_other() -> None:
    page = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = {room: set(re.findall(r"`([a-z]+)/`", wings)) for room, wings in ROW.findall(page)}
    assert named == {room: set(_folders(SOURCE / room)) for room in _folders(SOURCE)}


def _folders(place: Path) -> list[str]:
    """The folders in a folder that hold something of the program."""
    kept = (path for path in place.iterdir() if path.is_dir() and path.name != "__pycache__")
    return [path.name for path in kept if any(file.suffix in (".py", ".txt", ".md") for file in path.rglob("*"))]


def circles(modules: dict[str, str]) -> list[str]:
    """The modules that import themselves by way of others, where a module is loaded or for its types."""
    imports = {name: {other for other in imported(text) if other in modules} for name, text in modules.items()}

    def reached(name: str) -> set[str]:
        seen, left = set[str](), list(imports[name])
        while left:
            if (one := left.pop()) not in seen:
                seen.add(one)
                left += imports[one]
        return seen

    return sorted(name for name in modules if name in reached(name))


def imported(text: str) -> Iterator[str]:
    """What a module imports at its top, under TYPE_CHECKING too: each name may be a module."""
    top = ast.parse(text).body
    for node in [*top, *(inner for one in top if isinstance(one, ast.If) for inner in one.body)]:
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


@pytest.mark.long
def test_no_file_imports_itself_by_way_of_others() -> None:
    modules = {
        ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts): path.read_text(encoding="utf-8")
        for path in SOURCE.rglob("*.py")
        if path.name != "__init__.py"
    }
    assert len(modules) > 200
    assert circles(modules) == []


def test_a_circle_would_be_found() -> None:
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from a import b\n"
    assert circles({"a.b": "import a.c", "a.c": "from a import d", "a.d": text, "a.e": "import a.b"}) == [
        "a.b",
        "a.c",
        "a.d",
    ]
