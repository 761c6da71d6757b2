"""Whatever way words come: every example of that, and three neighbours of it at least (`every_way.py` has the table)."""

import ast
from functools import cache
from pathlib import Path

import pytest
from conftest import Onelog
from every_way import EVERY, Held, Row

ROOT = Path(__file__).parents[2]
ROWS = [(example, number) for example, rows in EVERY.items() for number, one in enumerate(rows) if isinstance(one, Row)]
HELD = sorted({one for rows in EVERY.values() for one in rows if isinstance(one, Held)})


@pytest.mark.long
@pytest.mark.parametrize(("example", "number"), ROWS)
def test_an_example_and_its_neighbours_hold(onelog: Onelog, example: str, number: int) -> None:
    script, says = EVERY[example][number]
    (onelog.folder / "talk.md").write_text("from the file\n", encoding="utf-8")
    answer = ""
    for line in script.split("\n"):
        command, _, text = line.partition(" <<< ")
        piped = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t") + "\n" if text else None
        done = onelog.run(command, input=piped)
        answer = done.out + done.err
        assert "Traceback" not in answer
        assert "went wrong inside" not in answer
    for said in says:
        bare = said.removeprefix("not: ")
        assert (bare in answer) == (bare == said), answer


@pytest.mark.parametrize("held", HELD)
def test_what_another_test_holds_is_there(held: Held) -> None:
    file, _, name = held.test.partition("::")
    assert name in _tests(file)
    assert held.case in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("example", EVERY)
def test_every_example_has_three_neighbours(example: str) -> None:
    assert len(set(EVERY[example])) >= 4


@cache
def _tests(file: str) -> frozenset[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))
