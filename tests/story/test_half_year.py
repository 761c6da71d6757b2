"""For half a year onelog says what is true: what was typed and shown, month by month, stands in the Markdown beside this."""

import re
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

import pytest

from story.story import Desk, Step, Typed, months, steps

pytestmark = pytest.mark.posix

ROWS, COLUMNS = 24, 80
FITS = re.compile(r"onelog( prep \w+( --private)?)?")
"""The screens that fit in a terminal, with its prompt."""
EVERY_MONTH = (
    "onelog", "onelog next( --all)?", r"onelog prep [a-z]+( --private)?", "onelog prep --all( --on .+)?", "onelog watch( .+)?",
    r"onelog goals( aiko)?", "onelog goals --tree", r"onelog feedback( [a-z]+)?", r"onelog skills( --with [a-z]+)?",
    "onelog status --short",
)  # fmt: skip


class Month(NamedTuple):
    """A month's file and its blocks."""

    name: str
    steps: tuple[Step, ...]

    @property
    def typed(self) -> list[Typed]:
        return [one for step in self.steps for one in step.typed]


def story() -> list[Month]:
    return [Month(path.name, tuple(steps(path.read_text(encoding="utf-8")))) for path in months()]


def test_every_step_of_half_a_year_shows_what_is_true(tmp_path: Path) -> None:
    """`python tests/story/story.py` writes the outputs anew: then each difference is to be worked out by hand."""
    desk = Desk(tmp_path)
    for month in story():
        for step in month.steps:
            for one in step.typed:
                assert str(desk.types(one.command, step.at)) == str(one), f"{month.name}, {step.at:%a %d %b}"


def test_the_story_goes_on_from_january_to_june_and_never_back() -> None:
    days = [step.at for month in story() for step in month.steps]
    assert days == sorted(days)
    assert [month.name for month in story()] == [f"2026-{number:02}.md" for number in range(1, 7)]
    assert all(f"{step.at:%Y-%m}.md" == month.name for month in story() for step in month.steps)


@pytest.mark.parametrize("month", story(), ids=lambda month: month.name)
def test_every_month_looks_at_everything(month: Month) -> None:
    commands = [one.command for one in month.typed]
    assert [said for said in EVERY_MONTH if not any(re.fullmatch(said, one) for one in commands)] == []


@pytest.mark.parametrize("month", story(), ids=lambda month: month.name)
def test_a_screen_has_room_for_it(month: Month) -> None:
    for one in month.typed:
        lines = one.shown.splitlines()
        assert max(map(_cells, lines), default=0) <= COLUMNS, one.command
        assert len(lines) < ROWS or not FITS.fullmatch(one.command), one.command


def _cells(line: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)


def test_a_share_of_meetings_is_right_and_in_percent_from_five_on() -> None:
    shown = "".join(re.sub(r"\n +", " ", one.shown) for month in story() for one in month.typed)
    english = re.findall(r"kept (\d+) of (\d+)(?:, (\d+)%)?(?: \((?:(\d+) skipped)?(?:, )?(?:(\d+) missed)?\))?", shown)
    japanese = re.findall(r"(\d+)回中(\d+)回実施(?:、(\d+)%)?(?:（(?:見送り(\d+)回)?、?(?:未実施(\d+)回)?）)?", shown)
    said = [*english, *((kept, n, *rest) for n, kept, *rest in japanese)]
    assert len(english) > 40
    assert len(japanese) > 0
    for kept, n, share, skipped, missed in said:
        assert int(kept) + int(skipped or 0) + int(missed or 0) == int(n)
        assert share == (f"{int(kept) / int(n):.0%}".removesuffix("%") if int(n) >= 5 else "")
