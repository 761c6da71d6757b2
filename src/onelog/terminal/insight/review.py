"""A review or a nomination on the terminal: the document, drawn."""

from collections.abc import Iterable

from onelog.core.results.blocks import Block, Heading, ListItem, Table, Text
from onelog.terminal.kit.layout import Words, cells, pad
from onelog.terminal.kit.screen import Screen

_SIGNS = {"done": ("✓", "kept"), "late": ("☐", "late"), "open": ("☐", ""), "dropped": ("✗", "dropped")}
_STYLES = {"ahead": "ahead", "on track": "on track", "behind": "behind", "done": "kept", "late": "late"}
_BELOW = 4
"""Cells that what stands below an item is further in."""


def draw(screen: Screen, blocks: Iterable[Block]) -> None:
    """Nothing is cut: what does not fit beside stands below."""
    after_heading = False
    for number, block in enumerate(blocks):
        match block:
            case Heading():
                if number and not after_heading:
                    screen.blank()
                _heading(screen, block)
            case Text():
                screen.text((block.text, "quiet"))
            case Table():
                _table(screen, block)
            case ListItem():
                _item(screen, block, 2)
        after_heading = isinstance(block, Heading)


def _heading(screen: Screen, heading: Heading) -> None:
    screen.text((heading.text, "head" if heading.level < 3 else ""))


def _table(screen: Screen, table: Table) -> None:
    """Numbers under their heads; where a line is too long for the screen, each head with its number on its own."""
    rows = [table.head, *table.rows]
    widths = [max(cells([row[n]]) for row in rows) for n in range(len(table.head))]
    if 2 + sum(widths) + 2 * (len(widths) - 1) > screen.measure:
        _narrow(screen, table)
        return
    for row in rows:
        style = "quiet" if row is table.head else ""
        line: list[Words] = ["  ", (pad(row[0], widths[0]), "")]
        for cell, width in zip(row[1:], widths[1:], strict=True):
            line += [" " * (2 + width - cells([cell])), (cell, style)]
        screen.line(*line)


def _narrow(screen: Screen, table: Table) -> None:
    for row in table.rows:
        said = " · ".join(f"{head} {cell}" for head, cell in zip(table.head[1:], row[1:], strict=True))
        screen.row(["  ", (row[0], "strong"), "  "], [said])


def _item(screen: Screen, item: ListItem, indent: int) -> None:
    sign, style = _SIGNS.get("" if item.strong else item.state, ("·", "quiet"))
    lead: list[Words] = [" " * indent, (sign, style), " "]
    if item.label:
        lead += [(f"{item.label}  ", "quiet")]
    body: list[Words] = [(item.text, "strong" if item.strong else "")]
    for number, part in enumerate(item.about):
        first = _STYLES.get(item.state, "quiet") if number == 0 and item.strong else "quiet"
        body += [(" — " if number == 0 else " · ", "quiet"), (part, first)]
    screen.row(lead, body, [(item.source, "quiet")] if item.source else ())
    for below in item.below:
        _item(screen, below, indent + _BELOW)
