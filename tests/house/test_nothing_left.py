"""The tests leave nothing in the temporary folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
WRITES = (
    "tests/store/test_without_links.py::test_the_first_import_makes_the_journal",
    "tests/store/test_found.py::test_anything_can_be_searched_for_and_a_note_is_found_by_itself",
    "tests/cli/care/test_demo.py::test_two_demos_at_once_do_not_spoil_each_other",
    "tests/docs/test_examples.py",
)
"""Tests that make folders of their own: a compiled library, a journal for each example, a demo, an export."""


def run_tests(place: Path, *words: str) -> str:
    """Runs tests with a temporary folder of their own; what pytest says."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", "1", "--maxfail", "1", "-p", "no:cacheprovider", *words]
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "TMPDIR"))}
    done = subprocess.run(
        command, cwd=PROJECT, env=env | {"TMPDIR": str(place)}, text=True, capture_output=True, check=False
    )
    return done.stdout + done.stderr


@pytest.mark.long
def test_a_run_leaves_the_temporary_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "somebody's").write_text("kept", encoding="utf-8")
    said = run_tests(tmp_path, "--hypothesis-profile", "few", *WRITES)
    assert " passed" in said, said
    assert [path.name for path in tmp_path.iterdir()] == ["somebody's"], said
