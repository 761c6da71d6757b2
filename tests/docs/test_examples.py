"""The exports under examples/ are what the program makes of the journal there.

`python tests/docs/test_examples.py` writes them anew.
"""

import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conftest import EXAMPLES

from docs.blocks import example_journal

pytestmark = pytest.mark.posix

EXPORTS = {
    "2026Q3.md": "export 2026Q3",
    "2026Q3-ben.md": "export 2026Q3 --with ben --private",
    "2026Q3.json": "export 2026Q3 --format json",
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_example_export_is_what_the_program_writes(name: str, tmp_path: Path) -> None:
    assert example_journal(tmp_path)(EXPORTS[name]) == (EXAMPLES / "exports" / name).read_text(encoding="utf-8")


def test_the_quickstart_names_every_export() -> None:
    text = (EXAMPLES / "quickstart.md").read_text(encoding="utf-8")
    for name, command in EXPORTS.items():
        assert f"| `{name}` | `onelog {command}` |" in text
    assert {path.name for path in (EXAMPLES / "exports").iterdir()} == set(EXPORTS)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        journal = example_journal(Path(place))
        for name, command in EXPORTS.items():
            (EXAMPLES / "exports" / name).write_text(journal(command), encoding="utf-8")
