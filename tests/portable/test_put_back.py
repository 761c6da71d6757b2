"""Faults that Windows had shown: put back one by one into a copy of the source, each is seen where Windows is simulated."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import Onelog

pytestmark = pytest.mark.posix

SOURCE = Path(__file__).parents[2] / "src"
SIMULATED = Path(__file__).parents[1] / "support" / "windows.py"


class Fault(NamedTuple):
    """What was missing, and how that showed."""

    file: str
    there: str
    words: str
    is_sound: Callable[["subprocess.CompletedProcess[str]", Path], bool]
    """Whether a command did what it should."""


FAULTS = {
    "text in an old code page": Fault(
        "__main__.py",
        'stream.reconfigure(encoding=encoding, errors="backslashreplace", newline="\\n")',
        "export",
        lambda done, _: "停止" in done.stdout,
    ),
    "nothing is renamed onto an empty folder": Fault(
        "cli/back/export_folder.py",
        "path.rmdir()",
        "export --format folder -o quarter",
        lambda done, folder: done.returncode == 0 and any((folder / "quarter").glob("*.md")),
    ),
    "what is open cannot be removed": Fault(
        "journal/saved_draft.py",
        "self.release()\n        self.head.unlink(missing_ok=True)",
        "log mia we met again",
        lambda done, folder: done.returncode == 0 and not (folder / "journal.db.drafts").exists(),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_that_is_put_back_is_seen(onelog: Onelog, name: str) -> None:
    fault = FAULTS[name]
    onelog("log", "mia", "停止について話した. a: plan it due:fri")
    (onelog.folder / "quarter").mkdir()
    copy = onelog.folder / "copy"
    shutil.copytree(SOURCE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    broken = copy / "onelog" / fault.file
    text = broken.read_text(encoding="utf-8")
    assert text.count(fault.there) == 1

    def run(source: Path) -> bool:
        env = onelog.env | {"PYTHONPATH": str(source)}
        line = [sys.executable, str(SIMULATED), *fault.words.split()]
        done = subprocess.run(
            line, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", env=env, cwd=onelog.folder, check=False
        )  # fmt: skip
        return fault.is_sound(done, onelog.folder)

    broken.write_text(text.replace(fault.there, fault.there.partition("\n")[2].strip() or "pass"), encoding="utf-8")
    assert not run(copy)
    shutil.rmtree(onelog.folder / "journal.db.drafts", ignore_errors=True)
    assert run(SOURCE)
