"""Bringing in very many people costs so much for each of them, however many there are."""

import sys
from typing import Any

import pytest
from inside import Inside

pytestmark = pytest.mark.posix

FEW, MANY = 60, 240


def name(number: int) -> str:
    """Names that are not alike; the same number has the same one."""
    first, last = divmod(number * 7919 % 17576, 26)
    letters = [chr(97 + part) for part in (first // 26, first % 26, last)]
    return f"{letters[0].upper()}{letters[1] * 3} {letters[2].upper()}{letters[0] * 4}{letters[1]}"


def cards(many: int, more: str = "") -> str:
    return "\n".join(f"---\nkind: person\nname: {name(number)}\n{more}---\n" for number in range(many))


def calls(run: Inside, *words: str) -> int:
    """How many functions a command calls that succeeds."""
    counted = 0

    def count(frame: Any, event: str, argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        done = run(*words)
    finally:
        sys.setprofile(None)
    assert done.code == 0, done
    return counted


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[int, int]]:
    """What each way of bringing people in costs, by how many there are."""
    found: dict[str, dict[int, int]] = {}
    for many in (FEW, MANY):
        run = Inside(tmp_path_factory.mktemp("people"))
        assert run("people", "list").code in (0, 2)  # what is made once in a process is made
        (run.folder / "people.md").write_text(cards(many), encoding="utf-8")
        (run.folder / "changed.md").write_text(cards(many, "relation: peer\n"), encoding="utf-8")
        found.setdefault("cards", {})[many] = calls(run, "import", "people.md")
        found.setdefault("the same again", {})[many] = calls(run, "import", "people.md")
        found.setdefault("changed", {})[many] = calls(run, "import", "changed.md")
        assert run("export", "--format", "json", "-o", "all.json").code == 0
        run.journal.unlink()
        found.setdefault("an export", {})[many] = calls(run, "import", "all.json")
        assert len(run("people").out.splitlines()) == many
    return found


@pytest.mark.long
@pytest.mark.parametrize("way", ["cards", "the same again", "changed", "an export"])
def test_the_work_grows_with_the_people_and_not_with_their_square(costs: dict[str, dict[int, int]], way: str) -> None:
    few, many = costs[way][FEW], costs[way][MANY]
    assert many < few * (MANY / FEW) * 1.5, (few, many)
