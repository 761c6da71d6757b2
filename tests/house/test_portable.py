"""The tests can be collected on Windows: what no system but POSIX has is imported by files of the mark `posix` alone."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
ONLY_POSIX = {"fcntl", "grp", "pexpect", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty"}
FILES = {file.relative_to(TESTS).as_posix(): file for file in sorted(TESTS.rglob("*.py"))}
UNMARKED = [name for name, file in FILES.items() if "/test_" in name and "pytest.mark.posix" not in file.read_text("utf-8")]  # fmt: skip


def modules_of(file: Path) -> Iterator[str]:
    """What a file imports as it is loaded."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def loaded_by(file: Path, met: set[str]) -> set[str]:
    """The first words of all modules that come with a test file, through the other files of the tests."""
    for module in set(modules_of(file)) - met:
        met.add(module)
        name = module.replace(".", "/")
        for place in (file.parent, TESTS, TESTS / "support"):
            if (there := place / f"{name}.py").exists():
                loaded_by(there, met)
    return {module.split(".")[0] for module in met}


@pytest.mark.long
@pytest.mark.parametrize("name", [*UNMARKED, "conftest.py"])
def test_a_file_that_is_collected_everywhere_imports_what_is_everywhere(name: str) -> None:
    assert not loaded_by(FILES[name], set()) & ONLY_POSIX


def test_a_file_of_the_mark_is_told_by_what_it_brings() -> None:
    assert loaded_by(FILES["story/test_half_year.py"], set()) & ONLY_POSIX == {"pexpect", "pty", "fcntl", "termios"}
