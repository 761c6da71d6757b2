"""The pictures of the docs: what a command draws on the demo's journal, as Rich exports it, for light pages and for dark ones.

`python tests/docs/pictures.py` draws them anew.
"""

import io
import re
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import conftest  # noqa: F401 - it says where the support is
from at_terminal import on_terminal, typed

from docs.blocks import PROJECT, example_journal

FOLDER = PROJECT / "docs" / "pictures"
PICTURES = {"today": "onelog", "prep": "onelog prep aiko"}
"""The command that each picture shows."""

# black, red, green, yellow, blue, magenta, cyan, white
_LIGHT = [
    (36, 41, 47),
    (190, 30, 45),
    (17, 99, 41),
    (125, 78, 0),
    (5, 80, 174),
    (130, 60, 190),
    (10, 100, 120),
    (90, 96, 104),
]
_DARK = [
    (72, 79, 88),
    (255, 123, 114),
    (86, 211, 100),
    (227, 179, 65),
    (121, 192, 255),
    (210, 168, 255),
    (86, 212, 221),
    (177, 186, 196),
]
THEMES = {
    "light": TerminalTheme((246, 248, 250), (36, 41, 47), _LIGHT),
    "dark": TerminalTheme((13, 17, 23), (230, 237, 243), _DARK),
}
FORMAT = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px/{line_height}px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace }}
.{unique_id}-title {{ font: bold 18px sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own, without fonts that are loaded from elsewhere."""


def drawn(folder: Path) -> Iterator[tuple[str, str]]:
    """Each picture, by the name of its file."""
    onelog = example_journal(folder)
    env = onelog.env | {"COLUMNS": "", "LINES": ""}
    for name, command in PICTURES.items():
        answer = on_terminal(typed(command), env, folder, 80, 25)
        for mode, theme in THEMES.items():
            console = Console(record=True, file=io.StringIO(), width=80, color_system="standard", legacy_windows=False)
            console.print(Text.from_ansi(f"\x1b[2m$\x1b[0m \x1b[1m{command}\x1b[0m\n{answer.rstrip()}"))
            svg = console.export_svg(title="onelog", theme=theme, code_format=FORMAT, unique_id=name)
            svg = re.sub(r'textLength="[^"]*"([^>]*)>([^<]*)', _as_long_as_its_cells, svg)
            yield f"{name}-{mode}.svg", "".join(f"{line.rstrip()}\n" for line in svg.splitlines() if line.strip())


def _as_long_as_its_cells(found: re.Match[str]) -> str:
    """Rich lets a run of text be as long as its letters are many; Japanese letters are two cells wide."""
    return f'textLength="{cell_len(unescape(found[2])) * 12.2:g}"{found[1]}>{found[2]}'


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for name, svg in drawn(Path(place)):
            (FOLDER / name).write_text(svg, encoding="utf-8")
