"""The name that onelog is installed by, and the command that adds a library where it runs: as pip, pipx or uv wants it."""

import re
import tomllib
from pathlib import Path

import pytest

from onelog.core.installed import NAME, way_to_add

PROJECT = Path(__file__).parents[2]
ENVIRONMENTS: tuple[tuple[str, dict[str, str], str], ...] = (
    ("venv", {"pyvenv.cfg": "home = /usr/bin\n"}, "{python} -m pip install 'onelog-journal[encrypt]'"),
    ("system", {}, "{python} -m pip install 'onelog-journal[encrypt]'"),
    ("pipx/venvs/onelog-journal", {"pipx_metadata.json": "{}"}, "pipx inject onelog-journal pyrage"),
    ("pipx/venvs/onelog-journal-new", {"pipx_metadata.json": "{}"}, "pipx inject onelog-journal-new pyrage"),
    (  # pipx may let uv make its environments
        "pipx/venvs/onelog-journal",
        {"pipx_metadata.json": "{}", "pyvenv.cfg": "home = /usr/bin\nuv = 0.13.9\n"},
        "pipx inject onelog-journal pyrage",
    ),
    (
        "uv/tools/onelog-journal",
        {"uv-receipt.toml": "[tool]\n", "pyvenv.cfg": "home = /usr/bin\nuv = 0.13.9\n"},
        "uv tool install --with pyrage onelog-journal",
    ),
    (
        ".venv",
        {"pyvenv.cfg": "home = /usr/bin\nuv = 0.13.9\n"},
        "uv pip install --python {python} 'onelog-journal[encrypt]'",
    ),
    ("my tools/venv", {"pyvenv.cfg": ""}, "'{python}' -m pip install 'onelog-journal[encrypt]'"),
)


@pytest.mark.parametrize(("place", "files", "says"), ENVIRONMENTS)
def test_a_library_is_added_where_onelog_runs(tmp_path: Path, place: str, files: dict[str, str], says: str) -> None:
    prefix = tmp_path / place
    prefix.mkdir(parents=True)
    for name, text in files.items():
        (prefix / name).write_text(text)
    python = f"{prefix}/bin/python"
    assert way_to_add("encrypt", "pyrage", prefix=str(prefix), python=python) == says.format(python=python)


def test_the_project_has_the_name_and_the_extras_that_are_said() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == NAME
    assert project["scripts"] == {"onelog": "onelog.__main__:run"}
    assert [one.partition(">")[0] for one in project["optional-dependencies"]["encrypt"]] == ["pyrage"]


STRANGERS = re.compile(
    r"\b(?:pip|pipx|uv|uvx|uv tool|uv pip)\s+(?:install|inject|run|add)\b[^`\n]*[\s'\"]onelog(?![-\w./])"
)
"""A line that would bring the package of a stranger."""


def test_nothing_that_people_read_installs_the_package_of_a_stranger() -> None:
    read = [
        *PROJECT.glob("*.md"),
        PROJECT / "justfile",
        *(PROJECT / "src").rglob("*.py"),
        *(PROJECT / "src").rglob("*.txt"),
    ]
    found = {path.name: STRANGERS.findall(" ".join(path.read_text(encoding="utf-8").split("\n"))) for path in read}
    assert not [name for name, lines in found.items() if lines]
    for line in ("pip install 'onelog[encrypt]'", "pipx install onelog", "uv tool install --with pyrage onelog"):
        assert STRANGERS.search(line)
    for line in ("pip install 'onelog-journal[encrypt]'", "pipx inject onelog-journal pyrage", "pip install -e ."):
        assert not STRANGERS.search(line)
