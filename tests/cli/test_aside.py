"""What is said beside the answer: one line in a pipe, wrapped at words on a terminal."""

import pytest
from conftest import Onelog
from rich.cells import cell_len

pytestmark = pytest.mark.posix

LONG = ("log", "mia", "we met", "--on", "the day after the flood of last winter")
JAPANESE = ("show", "先週の会議で約束したことをすべて並べた一覧をここに出してほしい、できれば印刷したい")


@pytest.mark.parametrize("words", [LONG, JAPANESE, ("log",), ("peopel",)])
@pytest.mark.parametrize("columns", [60, 80, 30])
def test_an_error_is_wrapped_at_words_on_a_terminal_and_is_a_line_in_a_pipe(
    onelog: Onelog, words: tuple[str, ...], columns: int
) -> None:
    said = onelog.run(*words).err
    assert said.count("\n") == 2
    drawn = onelog.screen(*words, columns=columns).rstrip("\n").split("\n")
    assert max(map(cell_len, drawn)) <= columns
    assert all(line.startswith("  ") for line in drawn[1:])
    assert "".join("".join(drawn).split()) == "".join(said.split())
    if words == LONG:
        assert [word for line in drawn for word in line.split()] == said.split()


def test_what_a_command_says_beside_its_answer_is_wrapped_as_well(onelog: Onelog) -> None:
    onelog("log", "mia", "we met c: one x: two")
    said = onelog.run("moments").err
    assert said.count("\n") == 1
    drawn = onelog.screen("moments", columns=30)
    assert max(map(len, drawn.splitlines())) <= 30
    assert said.split() == drawn.split()[-len(said.split()) :]
