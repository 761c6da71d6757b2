"""The pictures show what the program draws, load nothing from elsewhere, and are shown somewhere."""

from pathlib import Path

import pytest

from docs.blocks import PAGES
from docs.pictures import FOLDER, drawn

pytestmark = pytest.mark.posix


def test_the_pictures_are_what_the_program_draws(tmp_path: Path) -> None:
    made = dict(drawn(tmp_path))
    assert made == {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    for name, svg in made.items():
        assert svg.count("http") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
        assert "url(" not in svg.replace("url(#", "")
        assert any(name in page.read_text(encoding="utf-8") for page in PAGES), name
