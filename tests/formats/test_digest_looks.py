"""How the quarter looks that people paste: the demo's, in both languages, by day and by person, with ids and without.

`python tests/formats/test_digest_looks.py` writes the golden files anew; read the difference.
"""

import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from conftest import Onelog
from docs.blocks import example_journal

GOLDEN = Path(__file__).parents[1] / "golden" / "digests"
LOOKS = {
    f"{language}-by-{by}{'-ids' if ids else ''}.md": (language, f"export 2026Q3 --by {by}{' --ids' if ids else ''}")
    for language in ("en", "ja")
    for by in ("day", "person")
    for ids in (False, True)
} | {"en-with-daniel.md": ("en", "export 2026Q3 --with daniel"), "en-all-private.md": ("en", "export all --private")}


def written(demo: Onelog, language: str, command: str) -> str:
    (demo.folder / "config.toml").write_text(f'language = "{language}"\n', encoding="utf-8")
    return demo(command, ONELOG_CONFIG=str(demo.folder / "config.toml"))


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Onelog:
    return example_journal(tmp_path_factory.mktemp("demo"))


@pytest.mark.parametrize("name", LOOKS)
def test_the_quarter_of_the_demo(journal: Onelog, name: str) -> None:
    assert written(journal, *LOOKS[name]) == (GOLDEN / name).read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        demo = example_journal(Path(place))
        for name, look in LOOKS.items():
            (GOLDEN / name).write_text(written(demo, *look), encoding="utf-8")
