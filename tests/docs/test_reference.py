"""What the docs say of commands is what the program says of itself."""

import re
import shutil
import subprocess

import pytest

from docs.reference import COMPLETIONS, DOCS, MAN, SCRIPTS, manual, page
from onelog.cli import COMMANDS
from onelog.cli.typer_scripts import script

pytestmark = pytest.mark.posix

ANEW = "python tests/docs/reference.py writes it anew"


def test_the_page_of_commands_is_made_from_the_program() -> None:
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == page(), ANEW


def test_the_man_pages_are_made_from_the_program() -> None:
    assert {path.name: path.read_text(encoding="utf-8") for path in MAN.iterdir()} == manual(), ANEW


def test_the_completions_are_made_from_the_program() -> None:
    made = {name: script(shell) for name, shell in SCRIPTS.items()}
    assert {path.name: path.read_text(encoding="utf-8") for path in COMPLETIONS.iterdir()} == made, ANEW


def test_every_command_has_an_entry_and_a_man_page() -> None:
    assert sorted(re.findall(r"^### (.+)$", page(), re.MULTILINE)) == sorted(row.name for row in COMMANDS)
    assert set(manual()) == {"onelog.1"} | {f"onelog-{row.name.replace(' ', '-')}.1" for row in COMMANDS}


@pytest.mark.skipif(not shutil.which("groff"), reason="there is no groff here")
def test_roff_has_nothing_to_say_about_a_man_page() -> None:
    for path in sorted(MAN.iterdir()):
        done = subprocess.run(
            ["groff", "-man", "-Tutf8", "-k", str(path)],  # noqa: S607 - the groff that is there
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stderr == "", path.name
        assert "onelog(1)" in done.stdout or path.name == "onelog.1"


def test_the_site_has_every_page() -> None:
    nav = (DOCS.parent / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    pages = sorted(page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md"))
    assert sorted(re.findall(r"^ +- (.+\.md)$", nav, re.MULTILINE)) == pages
