"""The help laid out in Japanese: lines are measured in cells, and end where a Japanese line may."""

import re
from collections.abc import Iterable
from typing import Any

import typer

from onelog.core.phrases import say
from onelog.terminal.kit import layout

_BASE: Any = typer.Context.formatter_class
_HEADINGS = {say("en", f"help.pages.{key}"): key for key in ("arguments", "options", "commands")}
_MARKS = {say("en", f"help.pages.{key}"): key for key in ("required", "default", "env_var")}
_WIDEST = 30
"""Cells of a name that stands beside what is said of it; a longer one stands above."""


class JapaneseFormatter(_BASE):  # type: ignore[misc]  # the class that Typer's contexts name
    """Typer's own, with the words around the help in Japanese."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("ja", "help.pages.usage"))

    def write_heading(self, heading: str) -> None:
        words = say("ja", f"help.pages.{_HEADINGS[heading]}") if heading in _HEADINGS else heading
        self.write(f"{' ' * self.current_indent}{words}：\n")

    def write_text(self, text: str) -> None:
        paragraphs = (self._paragraph(part) for part in re.split(r"\n\n+", text.strip("\n")))
        self.write("\n\n".join(paragraphs) + "\n")

    def _paragraph(self, text: str) -> str:
        indent = " " * self.current_indent
        lines = text.split("\n")
        if lines[0] == "\b":
            return "\n".join(indent + line for line in lines[1:])
        whole = re.sub(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])", "", text).replace("\n", " ")
        return "\n".join(indent + part for part in _wrapped(whole, self.width - len(indent)))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST, col_spacing: int = 2) -> None:
        rows = list(rows)
        beside = min(max((layout.cells([first]) for first, _ in rows), default=0), col_max) + col_spacing
        indent = " " * self.current_indent
        for first, second in rows:
            lines = _wrapped(_marked(second), max(self.width - len(indent) - beside, 20)) if second else [""]
            gap = beside - layout.cells([first])
            lead = f"{indent}{first}{' ' * gap}" if gap >= col_spacing else f"{indent}{first}\n{indent}{' ' * beside}"
            self.write(f"\n{indent}{' ' * beside}".join([lead + lines[0], *lines[1:]]).rstrip() + "\n")


def _marked(text: str) -> str:
    """The words with what Typer puts in brackets behind them: required, default."""
    head, bracket, marks = text.rpartition("[")
    for english, key in _MARKS.items():
        marks = marks.replace(english, say("ja", f"help.pages.{key}"))
    return head + bracket + marks if bracket else text


def _wrapped(text: str, width: int) -> list[str]:
    return ["".join(part for part, _ in line) for line in layout.wrap([(text, "")], width)]
