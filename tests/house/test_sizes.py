"""Files and functions are short, and what is an exception to the formatter or to imports says why; both only become fewer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parents[2]
SOURCE = PROJECT / "src" / "onelog"
FILE = 350
"""Lines at most."""
FUNCTION = 40
"""Lines at most that a function does something in: its signature and its docstring do nothing."""

HAND_FORMATTED = 44
"""Tables of words that would be a word a line; each says so. The number only becomes smaller."""

ADDRESSES = {"cli/app.py": 31, "cli/run.py": 11}
"""Where imports that are made late are at home."""
LATE = 88
"""Late imports elsewhere, each with its reason. Both numbers only become smaller."""


def sources() -> dict[str, str]:
    return {path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}


def lengths(text: str) -> Iterator[tuple[str, int]]:
    """Each function of a module with the lines of its body."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield node.name, (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_file_is_long() -> None:
    long = {name: lines for name, text in sources().items() if (lines := text.count("\n")) > FILE}
    assert long == {}


def test_no_function_is_long() -> None:
    found = [(f"{name}:{what}", n) for name, text in sources().items() for what, n in lengths(text)]
    assert {what: n for what, n in found if n > FUNCTION} == {}
    assert len(found) > 3000


def test_a_long_function_would_be_found() -> None:
    text = 'def f():\n    """A word.\n\n    More.\n    """\n' + "    a = 1\n" * 41
    assert dict(lengths(text)) == {"f": 41}


def test_ever_less_is_formatted_by_hand_and_each_says_why() -> None:
    found = [(name, line) for name, text in sources().items() for line in text.split("\n") if "# fmt:" in line]
    assert [(name, line) for name, line in found if not re.search(r"# fmt: skip  # \w", line)] == []
    assert len(found) <= HAND_FORMATTED


def late(text: str) -> Iterator[str]:
    """The lines that import something within a function."""
    lines = text.split("\n")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (lines[one.lineno - 1] for one in ast.walk(node) if isinstance(one, ast.Import | ast.ImportFrom))


def test_ever_less_is_imported_late_and_each_says_why() -> None:
    found = {name: list(late(text)) for name, text in sources().items()}
    assert {name: len(found[name]) for name, most in ADDRESSES.items() if len(found[name]) > most} == {}
    elsewhere = [(name, line) for name, lines in found.items() for line in lines if name not in ADDRESSES]
    assert [
        (name, line) for name, line in elsewhere if not re.search(r"# (noqa: PLC0415 - |type: .*- )?\w", line)
    ] == []
    assert len(elsewhere) <= LATE


def test_a_late_import_would_be_found() -> None:
    assert list(late("import a\ndef f():\n    import b\n    def g():\n        import c\n"))[-1] == "        import c"
