"""Half a fiscal year wholly in Japanese: typed in one line, pasted, in a pipe and in the editor; looked back on at its end."""

import re
from pathlib import Path

import pytest

from story.story import Desk, in_japanese, steps

pytestmark = pytest.mark.posix


@pytest.mark.parametrize("page", in_japanese(), ids=lambda page: page.stem)
def test_every_step_shows_what_is_true(tmp_path: Path, page: Path) -> None:
    """`python tests/story/story.py half-year-ja.md` writes the outputs anew: then each difference is to be read."""
    desk = Desk(tmp_path)
    for step in steps(page.read_text(encoding="utf-8")):
        for one in step.typed:
            assert str(desk.types(one.command, step.at)) == str(one), f"{step.at:%a %d %b}"


def test_it_goes_through_every_door() -> None:
    page = in_japanese()[0]
    text = page.read_text(encoding="utf-8")
    for what in (
        "<<'.'",
        r"\| onelog log",
        "--edit --prep",
        "--more",
        "review 上期 --for",
        "nominate 佐藤",
        "--format html",
    ):
        assert re.search(what, text), what
    assert {step.at.month for step in steps(text)} >= {4, 5, 6, 7, 9}
