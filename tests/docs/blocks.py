"""The console blocks of the README and the docs: each page runs on its own copy of the demo's journal, 80 columns wide.

A page in Japanese begins with an empty journal and settings in Japanese. A command goes on in lines that begin with `> `.

`python tests/docs/blocks.py` writes the outputs on every page anew, the pictures, the page of commands and the man pages;
`… blocks.py docs/tutorial.md` the outputs of one page.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "support")]

from at_terminal import on_terminal, typed  # noqa: E402 - after the path is set
from conftest import DEMO_NOW, EXAMPLES, ONELOG, Onelog  # noqa: E402 - after the path is set

PROJECT = HERE.parents[1]
IN_JAPANESE = (PROJECT / "README.ja.md", *sorted((PROJECT / "docs" / "ja").glob("*.md")))
PAGES = (PROJECT / "README.md", *sorted((PROJECT / "docs").glob("*.md")), *IN_JAPANESE)
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(text: str) -> list[str]:
    return [found[1] for found in BLOCK.finditer(text)]


def commands(block: str) -> list[str]:
    return re.findall(r"^\$ (.*(?:\n> .*)*)", block, re.MULTILINE)


def run(block: str, onelog: Onelog) -> str:
    """The block as it should be: each command with what it prints."""
    shell = {"NO_COLOR": "1", "COLUMNS": "", "LINES": ""}
    folder = onelog.folder / "bin"
    folder.mkdir(exist_ok=True)
    program = folder / "onelog"
    program.write_text(f'#!/bin/sh\nexec {" ".join(ONELOG)} "$@"\n', encoding="utf-8")
    program.chmod(0o700)
    env = onelog.env | shell | {"PATH": f"{folder}:{onelog.env['PATH']}"}
    parts = []
    for command in commands(block):
        drawn = on_terminal(typed(command.replace("\n> ", "\n")), env, onelog.folder, 80, 25)
        parts.append(f"$ {command}\n{drawn}".rstrip("\n") + "\n")
    return "".join(parts)


def example_journal(folder: Path) -> Onelog:
    """The demo's journal, with the ids that the examples have."""
    onelog = Onelog(folder)
    onelog.env |= {"ONELOG_NOW": DEMO_NOW, "ONELOG_SEED": "readme"}
    onelog("import", str(EXAMPLES / "journal"))
    return onelog


def journal_of(page: Path, folder: Path) -> Onelog:
    """The journal that a page is about."""
    if page not in IN_JAPANESE:
        return example_journal(folder)
    onelog = Onelog(folder)
    onelog.env |= {"ONELOG_NOW": DEMO_NOW, "ONELOG_SEED": "readme"}
    (folder / "settings.toml").write_text('language = "ja"\nfiscal_year_start = 4\n', encoding="utf-8")
    onelog.env["ONELOG_CONFIG"] = str(folder / "settings.toml")
    return onelog


def rewritten(text: str, onelog: Onelog) -> Iterator[str]:
    at = 0
    for found in BLOCK.finditer(text):
        yield text[at : found.start(1)]
        yield run(found[1], onelog)
        at = found.end(1)
    yield text[at:]


if __name__ == "__main__":
    for page in [Path(name).resolve() for name in sys.argv[1:]] or PAGES:
        with tempfile.TemporaryDirectory() as place:
            text = "".join(rewritten(page.read_text(encoding="utf-8"), journal_of(page, Path(place))))
        page.write_text(text, encoding="utf-8")
    for script in () if sys.argv[1:] else ("columns.py", "pictures.py", "reference.py"):
        subprocess.run([sys.executable, str(HERE / script)], check=True)
