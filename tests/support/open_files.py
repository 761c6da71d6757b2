"""onelog where what is open cannot be removed or replaced, as on Windows: `python tests/support/open_files.py log mia "we met"`.

Python tells of each removal and each renaming before it takes place; whoever is told may refuse it. That says whether a
file of ours is still open, wherever in a command; the rest of Windows is not here, only what goes with it: there are no
locks of `fcntl`, and no `os.pwrite`.
"""

import importlib
import os
import sys
from collections.abc import Iterator
from errno import EACCES
from pathlib import Path

_REFUSED = "The process cannot access the file because it is being used by another process"


def refuse_open(event: str, told: tuple[object, ...]) -> None:
    """Refuses to remove or to replace what this process has open. Raises `PermissionError`, as Windows does."""
    if event not in ("os.remove", "os.rename"):
        return
    for path in (Path(os.fsdecode(one)) for one in told[:2] if isinstance(one, str | bytes | os.PathLike)):
        if any(_is_in(one, path) for one in _opened()):
            raise PermissionError(EACCES, _REFUSED, str(path))


def _opened() -> Iterator[Path]:
    """What is open, by its name."""
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            yield descriptor.readlink()
        except OSError:  # the listing itself
            continue


def _is_in(opened: Path, path: Path) -> bool:
    """Whether it is the file, or a file in the folder."""
    real = Path(os.path.realpath(path.parent)) / path.name
    return real in (opened, *opened.parents)


if __name__ == "__main__":
    for module in ("onelog.cli.main", "ctypes", "pathlib", "shutil", "subprocess", "uuid"):  # which look at os.name
        importlib.import_module(module)
    sys.modules["fcntl"] = None  # type: ignore[assignment]  # as the import system wants it
    del os.pwrite
    os.name = "none of the known"
    sys.addaudithook(refuse_open)
    from onelog.__main__ import run

    run()
