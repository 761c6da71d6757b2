"""Reviews and nominations as Markdown to paste anywhere."""

import re
from collections.abc import Iterable, Iterator

from onelog.core.results.blocks import Block, Heading, ListItem, Table, Text
from onelog.core.sanitize import safe

_MARKUP = re.compile(
    r"[\\`*\[\]<>~|$]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|(?<=%)%|%(?=%)|(?<==)=|=(?==)|(?<=\s)\^(?=\w+$)"
)
"""What Markdown (with the tables of GitHub and the comments, marks and formulas of Obsidian) may take for its own."""
_BLOCK = re.compile(r"(#{1,6}|[-+=:])(?=[-+=:\s]|$)|(\d{1,9})([.)])(?=\s|$)")
"""What may begin another block at the beginning of a line."""


def markdown(blocks: Iterable[Block]) -> str:
    """The document; what stands in it are words, never markup, whatever they look like."""
    lines: list[str] = []
    for block in blocks:
        listed = isinstance(block, ListItem)
        if lines and not (listed and lines[-1].lstrip().startswith("- ")):
            lines.append("")
        lines += _lines(block)
    return "\n".join([*lines, ""])


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {words(block.text)}"
        case Text():
            yield words(block.text)
        case Table():
            yield _row(block.head)
            yield "|---" + "|---:" * (len(block.head) - 1) + "|"
            yield from (_row(row) for row in block.rows)
        case ListItem():
            yield from _item(block, "")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(inline(cell) for cell in cells)} |".replace("|  |", "| |", 1)


def _item(item: ListItem, indent: str) -> Iterator[str]:
    text = f"**{inline(item.text)}**" if item.strong else words(item.text)
    label = f"{words(item.label)}: " if item.label else ""
    about = f" — {' · '.join(inline(part) for part in item.about)}" if item.about else ""
    source = f" ({inline(item.source)})" if item.source else ""
    yield f"{indent}- {label}{text}{about}{source}"
    for below in item.below:
        yield from _item(below, indent + "  ")


def inline(text: str) -> str:
    """Text as a part of a line of Markdown in which nothing is markup."""
    line = " ".join(safe(text.replace("\n", " ")).split())
    return _MARKUP.sub(lambda found: f"\\{found[0]}", line)


def words(text: str) -> str:
    """As `inline`, at the beginning of a line."""
    line = inline(text)
    return _BLOCK.sub(_guarded, line, count=1) if _BLOCK.match(line) else line


def _guarded(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
