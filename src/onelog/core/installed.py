"""Where onelog is installed, and what puts one more library beside it there."""

import os
import sys
from contextlib import suppress
from pathlib import Path
from shlex import quote

NAME = "onelog-journal"
"""What installers call onelog; `onelog` alone is a stranger's package."""


def way_to_add(extra: str, library: str, *, prefix: str = "", python: str = "") -> str:
    """The command that installs the `library` of an extra into the environment that onelog runs in.

    `prefix` and `python` are those of this run unless others are named.
    """
    environment, python = Path(prefix or sys.prefix), _quoted(python or sys.executable)
    if (environment / "pipx_metadata.json").exists():  # pipx takes no extra of what it has installed already
        return f"pipx inject {_quoted(environment.name)} {library}"
    if (environment / "uv-receipt.toml").exists():
        return f"uv tool install --with {library} {_quoted(environment.name)}"
    pip = f"uv pip install --python {python}" if _is_of_uv(environment) else f"{python} -m pip install"
    return f"{pip} {_quoted(f'{NAME}[{extra}]')}"


def _is_of_uv(environment: Path) -> bool:
    """Whether uv has made it, which puts no pip into it."""
    with suppress(OSError):
        return "\nuv = " in (environment / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")
    return False


def _quoted(word: str) -> str:
    """A word for the shell that people have here."""
    if os.name == "posix":
        return quote(word)
    return word if word.replace("\\", "").replace(":", "").replace(".", "").isalnum() else f'"{word}"'
