"""What is said beside the answer, on stderr: in a pipe one line each, on a terminal wrapped at words."""

import contextlib
import sys

from onelog.core.sanitize import safe


def say(words: str, indent: str = "") -> None:
    """A sentence after `indent`; on a terminal the lines that follow are indented as well.

    Where nobody can be told, nothing fails: what a command does, it does without talk as well.
    """
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{wrap(words, indent) if sys.stderr.isatty() else indent + safe(words, newlines=False)}\n")


def wrap(words: str, indent: str = "") -> str:
    """The words in lines as wide as the terminal, none of which ends inside a word; the following ones are indented."""
    from onelog.terminal.kit.size import size  # noqa: PLC0415 - only on a terminal

    text = safe(words, newlines=False)
    columns, _ = size(sys.stderr)
    if text.isascii() and len(indent) + len(text) <= columns:
        return indent + text
    from onelog.terminal.kit import layout  # noqa: PLC0415 - only for what is long

    after = indent or "  "
    room = max(columns - len(after), layout.LEAST)
    lines = layout.wrap([(text, "")], room, room + len(after) - len(indent))
    return indent + f"\n{after}".join("".join(part for part, _ in line) for line in lines)
