"""Half a year with forms of one's own, in English and in Japanese: what was typed and shown stands in the Markdown beside this."""

import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from story.story import Desk, own_forms, steps

pytestmark = pytest.mark.posix

LOOKS = re.compile(r"onelog( (prep|next|topics|feedback|stats|show|team|forms|review|explain|ask)\b.*)?")
"""What is looked at only, and drawn for any width."""


@pytest.mark.parametrize("page", own_forms(), ids=lambda page: page.stem)
def test_every_step_shows_what_is_true(tmp_path: Path, page: Path) -> None:
    """`python tests/story/story.py own-form-en.md` writes the outputs anew: then each difference is to be read."""
    desk = Desk(tmp_path)
    for step in steps(page.read_text(encoding="utf-8")):
        for one in step.typed:
            assert str(desk.types(one.command, step.at)) == str(one), f"{page.name}, {step.at:%a %d %b}"
            if LOOKS.fullmatch(one.command) and "--md" not in one.command:
                narrow = desk.types(one.command, step.at, columns=60).shown.split("\n")
                assert [line for line in narrow if cells(line) > 60] == [], one.command


def cells(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def test_both_languages_live_through_the_same() -> None:
    """A form for each of three people, a planned and a moved meeting, a standing topic, feedback to give, a scale that comes later, a
    fact, a question by how it stands, what the next manager is given."""
    english, japanese = (page.read_text(encoding="utf-8") for page in own_forms())
    for what in (
        r"^> (ask|聞く):",
        r"onelog move \S+ '",
        r"--every 4w",
        r"onelog topic \S+ '(gr|成長|p|称賛):",
        r"^\$ .*sed -i '2a",
        r"--edit --prep",
        r"^\$ onelog ask",
        r"^\$ onelog note \S+ '(f|覚え書き):",
        r"--for handover --with",
    ):
        counts = [len(re.findall(what, text, re.MULTILINE)) for text in (english, japanese)]
        assert min(counts) >= 1, what
    assert {step.at.month for step in steps(english)} == {1, 2, 3, 4, 5, 6}
