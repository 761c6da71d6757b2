"""A page of the docs: Markdown, drawn by Rich."""

import re
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown
from rich.text import Text
from rich.theme import Theme

from onelog.core.results.lessons import DocsPage
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


class _Page(Markdown):
    elements = {**Markdown.elements, "fence": _Code, "code_block": _Code, "heading_open": _Heading}  # noqa: RUF012 - as Rich has it


def draw(screen: Screen, page: DocsPage, today: date) -> None:
    """The page; a link to another one says how it is shown."""
    linked = re.sub(r"\[([^\]]+)\]\(([\w-]+)\.md(?:#[\w-]+)?\)", r"\1 (`onelog help \2`)", page.text)
    linked = re.sub(r"\[([^\]]+)\]\(#[\w-]+\)", r"`onelog help \1`", linked)
    screen.show(_Page(linked, hyperlinks=False), _STYLES)
