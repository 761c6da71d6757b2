"""What is in the wheel and in the sdist: all that is needed, where systems look for it, and nothing else."""

import subprocess
import tarfile
from hashlib import sha256
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from onelog import __version__

pytestmark = pytest.mark.posix

ROOT = Path(__file__).parents[2]
SHARED = {
    "share/bash-completion/completions/onelog", "share/zsh/site-functions/_onelog",
    "share/fish/vendor_completions.d/onelog.fish", "share/onelog/onelog.ps1",
}  # fmt: skip
"""Where each shell looks for what sets up completion."""


def tracked(*folders: str) -> set[str]:
    """The files of these folders that belong to the project."""
    done = subprocess.run(["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    if done.returncode or not done.stdout:
        pytest.skip("this is no checkout")
    return {name for name in done.stdout.split("\0") if name}


def moved(names: set[str], old: str, new: str) -> set[str]:
    return {f"{new}{name.removeprefix(old)}" for name in names}


def test_the_wheel(tmp_path: Path) -> None:
    made = Path(next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])))
    names = set(ZipFile(made).namelist())
    info = f"onelog_journal-{__version__}.dist-info"
    data = f"onelog_journal-{__version__}.data/data"
    man = moved(tracked("docs/man"), "docs/man", f"{data}/share/man/man1")
    about = {f"{info}/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")}
    assert names == (
        moved(tracked("src"), "src/", "") | moved(tracked("docs"), "docs", "onelog/docs")
        | moved(tracked("examples/journal"), "examples/journal", "onelog/examples")
        | man | {f"{data}/{name}" for name in SHARED} | about
    )  # fmt: skip


@pytest.mark.long
def test_the_sdist(tmp_path: Path) -> None:
    made = Path(next(SdistBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])))
    with tarfile.open(made) as archive:
        names = {str(PurePosixPath(*PurePosixPath(one.name).parts[1:])) for one in archive.getmembers()}
    alone = {
        ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.ja.md", "README.md", "SECURITY.md", "mkdocs.yml", "pyproject.toml",
    }  # fmt: skip
    assert names == tracked("src", "tests", "docs", "examples") | alone | {"PKG-INFO"}


@pytest.mark.long
def test_the_same_source_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764460800")
    for builder, version in ((WheelBuilder, "standard"), (SdistBuilder, "standard")):
        sums = set()
        for again in ("1", "2"):
            made = next(builder(str(ROOT)).build(directory=str(tmp_path / again), versions=[version]))
            sums.add(sha256(Path(made).read_bytes()).hexdigest())
        assert len(sums) == 1
