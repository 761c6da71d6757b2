"""Who may import whom: the contracts in pyproject.toml are kept. No folder is crowded."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "onelog"
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def test_the_import_contracts_are_kept() -> None:
    command = [sys.executable, "-c", LINT, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert ", 0 broken" in done.stdout


def test_no_folder_is_crowded() -> None:
    """At most twelve entries at the top, and 25 files in any folder."""
    top = [path.name for path in SOURCE.iterdir() if path.suffix == ".py" or any(path.rglob("*.py"))]
    assert len(top) <= 12, top
    folders = (SOURCE, *(path for path in SOURCE.rglob("*") if path.is_dir() and path.name != "__pycache__"))
    files = {folder: sum(path.is_file() for path in folder.iterdir()) for folder in folders}
    assert {folder: count for folder, count in files.items() if count > 25} == {}
