"""How far a long import is: on a terminal, while it lasts, and nowhere else."""

import sys

import pytest
from at_terminal import on_terminal
from conftest import Onelog

pytestmark = pytest.mark.posix

NOTE = "---\nwith: Mia Tanaka\nat: {day}\n---\ntalk {n}\n"


def vault(onelog: Onelog, many: int) -> None:
    place = onelog.folder / "vault"
    place.mkdir()
    for n in range(many):
        day = f"20{20 + n // 300}-{1 + n // 28 % 12:02}-{1 + n % 28:02}"
        (place / f"{n}.md").write_text(NOTE.format(day=day, n=n), encoding="utf-8")


def seen(onelog: Onelog) -> str:
    command = [sys.executable, "-m", "onelog", "import", "vault"]
    return on_terminal(command, onelog.env | {"TERM": "xterm"}, onelog.folder, 80, 24)


def test_a_long_import_says_how_far_it_is_and_takes_that_away(onelog: Onelog) -> None:
    vault(onelog, 120)
    out = seen(onelog)
    assert "Reading: 50 files" in out
    assert "Taking in: 100 of 120" in out
    assert out.rindex("\r\x1b[K") > out.rindex("Taking in")
    assert "120 meetings" in out


def test_a_short_one_and_a_pipe_say_nothing(onelog: Onelog) -> None:
    vault(onelog, 20)
    assert "Reading" not in seen(onelog)
    assert "Taking" not in onelog.run("import vault").err
