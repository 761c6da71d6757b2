"""How large the terminal is that a text goes to."""

import os
from typing import TextIO


def size(file: TextIO) -> tuple[int, int]:
    """Columns and lines: the environment's where above zero, else the terminal's, else 80 × 24."""
    try:
        real = os.get_terminal_size(file.fileno())
    except (OSError, ValueError, AttributeError):
        real = os.terminal_size((80, 24))
    return _told("COLUMNS") or real.columns or 80, _told("LINES") or real.lines or 24


def _told(name: str) -> int:
    told = os.environ.get(name, "")
    return int(told) if told.isdecimal() and len(told) < 10 else 0
