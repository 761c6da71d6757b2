"""A page of the docs: Markdown, drawn by Rich."""

import re
from datetime import date
from typing import Any

from rich.console import Console, ConsoleOptions, RenderResult
from rich.containers import Lines
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownContext, Paragraph, TableDataElement
from rich.measure import Measurement
from rich.text import Text
from rich.theme import Theme

from onelog.core.results.lessons import DocsPage
from onelog.terminal.kit import layout
from onelog.terminal.kit.screen import Screen

_STYLES = Theme(
    {
        "markdown.h1": "bold",
        "markdown.h2": "bold",
        "markdown.h3": "bold",
        "markdown.code": "cyan",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
        "markdown.item.bullet": "none",
    }
)


class _Code(CodeBlock):
    """Lines as they are; what is typed stands out."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in str(self.text).rstrip().split("\n"):
            yield Text(
                line, style="cyan" if line.startswith(("$ ", "onelog ")) else "", no_wrap=True, overflow="ignore"
            )


class _Heading(Heading):
    """At the left."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.text.justify = "left"
        yield self.text


class _Flowing(Text):
    """Text that breaks as ours does, also between Japanese characters, and is never cut."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:  # noqa: ARG002 - as Rich has it
        spans = layout.spans(self.plain, width)
        lines = self.divide([start for start, _ in spans[1:]])
        for line in lines:
            line.rstrip()
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        words = [layout.cells([word]) for word in self.plain.split() if word.isascii()]
        return Measurement(min(max([layout.LEAST, *words]), options.max_width), layout.cells([self.plain]))


class _Paragraph(Paragraph):
    def on_enter(self, context: MarkdownContext) -> None:
        super().on_enter(context)
        self.text = _Flowing()


class _Cell(TableDataElement):
    def __init__(self, justify: Any) -> None:
        super().__init__(justify)
        self.content = _Flowing()


class _Page(Markdown):
    elements = {  # noqa: RUF012 - as Rich has it
        **Markdown.elements,
        "fence": _Code,
        "code_block": _Code,
        "heading_open": _Heading,
        "paragraph_open": _Paragraph,
        "td_open": _Cell,
    }


def draw(screen: Screen, page: DocsPage, today: date) -> None:
    """The page; a link to another one says how it is shown."""
    linked = re.sub(r"\[([^\]]+)\]\((?:\.\./)?([\w-]+)\.md(?:#[\w-]+)?\)", r"\1 (`onelog help \2`)", page.text)
    linked = re.sub(r"\[([^\]]+)\]\(#[\w-]+\)", r"`onelog help \1`", linked)
    screen.show(_Page(linked, hyperlinks=False), _STYLES)
