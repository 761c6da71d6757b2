"""The one screen: all drawing goes through it, is made safe, in few colours, no wider than it is."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TextIO

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment, Segments
from rich.style import Style
from rich.theme import Theme

from onelog.core import ambiguous
from onelog.core.model import MOMENT_KINDS
from onelog.core.phrases import say, spoken
from onelog.core.sanitize import safe
from onelog.terminal.kit import layout
from onelog.terminal.kit.layout import Line, Words
from onelog.terminal.kit.size import size

NARROWEST, WIDEST = 20, 500
_RICH_IS_SHORT_BY = 8
"""Cells at the right that Rich leaves free where it counts signs of ambiguous width as narrow, and they are not."""
READABLE = 100
"""Lines are not drawn longer than this on a wider screen: the eye loses its way back."""

THEME = dict.fromkeys(MOMENT_KINDS, "") | {
    "name": "bold", "head": "bold", "strong": "bold", "quiet": "dim", "hit": "bold underline",
    "late": "bold red", "kept": "green", "dropped": "dim", "trouble": "red", "command": "cyan",
    "decision": "cyan", "win": "green", "aha": "magenta", "praise": "green", "growth": "cyan",
    "concern": "red", "private": "dim", "topic": "cyan", "goal": "cyan", "checkin": "cyan",
    "ahead": "green", "on track": "green", "behind": "bold red", "unknown": "dim",
}  # fmt: skip  # short pairs in lines
"""Standard colours only, which every terminal shows readably on its own background."""

_PLAIN_SIGNS = {
    "…": "~", "·": "|", "☐": "o", "✓": "x", "✗": "-", "█": "#", "░": ".", "→": ">", "–": "-", "—": "-",
    "▁": "_", "▂": ":", "▃": "~", "▄": "=", "▅": "%",
    "■": "#", "○": "o", "×": "x", "∙": ".", "▓": "=", "▒": "+",
    "├": "+", "└": "`", "│": "|", "─": "-",
}  # fmt: skip  # short pairs in lines
"""Our signs and what stands for each, as wide, where the encoding of the terminal has no such sign."""


class _Outlet(Console):
    """A Console that lets out nothing unsafe: no escape but its own colours, no hidden links."""

    plain_signs: dict[int, str]

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        for text, style, control in super().render(renderable, options):
            if control is None:
                bare = style.update_link(None) if style and style.link else style
                yield Segment(safe(text).translate(self.plain_signs), bare)


class Screen:
    """Draws lines of words on a terminal (or into any text file)."""

    def __init__(
        self,
        file: TextIO,
        *,
        language: str = "en",
        color: str = "auto",
        width: int | None = None,
        height: int | None = None,
        names: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """`names` gives everybody's name where somebody is called by the first one."""
        self.language = language
        self._names = names
        columns, rows = size(file)
        self.width = min(max(width or columns, NARROWEST), WIDEST)
        self.height = height or rows
        self._styles: dict[str, Style] = {}
        self._console = _Outlet(
            file=file,
            color_system="standard" if _colored(file, color) else None,
            width=self.width,
            height=self.height,
            markup=False,
            emoji=False,
            highlight=False,
            no_color=False,
            force_jupyter=False,
        )
        self._console.plain_signs = _signs_without(file)

    @property
    def measure(self) -> int:
        """How many cells a line may fill."""
        return min(self.width, READABLE)

    def say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    @property
    def colon(self) -> str:
        """Between a word and what is said of it; in Japanese no blank follows."""
        return self.say("colon")

    def first_name(self, name: str) -> str:
        """`Mia` of Mia Tanaka; where several are called so, what tells them apart."""
        return self._first_names.get(name) or spoken.first_names([name])[name]

    @cached_property
    def _first_names(self) -> dict[str, str]:
        return spoken.first_names(self._names())

    # --- drawing

    def draw(self, lines: Iterable[Sequence[Words]]) -> None:
        """Lines that are laid out already; what is too long is cut."""
        segments: list[Segment] = []
        for line in lines:
            segments += (Segment(text, self._style(style)) for text, style in self._fitting(layout.pieces(line)))
            segments.append(Segment.line())
        self._console.print(Segments(segments), end="", crop=False)

    def show(self, what: RenderableType, styles: Theme) -> None:
        """What Rich lays out by itself, in styles of its own."""
        with self._console.use_theme(styles):
            aside = _RICH_IS_SHORT_BY if ambiguous.is_wide else 0
            self._console.print(what, width=self.measure - aside, crop=False)

    def line(self, *line: Words) -> None:
        self.draw([line])

    def blank(self) -> None:
        self.draw([[]])

    def row(self, lead: Sequence[Words], body: Sequence[Words], tail: Sequence[Words] = (), *, most: int = 0) -> None:
        """`lead`, then `body` wrapped in its own column, then `tail` at the right."""
        self.draw(layout.row(lead, body, tail, self.measure, most))

    def text(self, *body: Words) -> None:
        """A paragraph, wrapped."""
        self.row((), body)

    def phrase(self, key: str, command: str, **values: object) -> list[Words]:
        """A phrase that names a command, the command in its own colour."""
        before, after = self.say(key, command="\0", **values).split("\0", 1)
        return [before, (command, "command"), after]

    def heading(self, title: str, *note: Words) -> None:
        """A line that names what follows, with a short note at the right; on a line of its own where both are too long for one."""
        if note and layout.cells([(title, ""), "  ", *note]) > self.measure:
            self.row((), [(title, "head")])
            self.row((), (), note)
        else:
            self.row((), [(title, "head")], note)

    def _fitting(self, line: Line) -> Line:
        while line and not line[-1][0].rstrip(" "):
            line = line[:-1]
        return layout.clipped(line, self.width) if layout.cells(line) > self.width else line

    def _style(self, name: str) -> Style | None:
        if name and name not in self._styles:
            self._styles[name] = Style.parse(THEME[name])
        return self._styles.get(name)


def _colored(file: TextIO, color: str) -> bool:
    """What was asked for, else what NO_COLOR says, else FORCE_COLOR, else whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM", "dumb") not in ("dumb", "unknown") and _is_terminal(file)


def _is_terminal(file: TextIO) -> bool:
    try:
        return file.isatty()
    except ValueError:  # a closed file
        return False


def _signs_without(file: TextIO) -> dict[int, str]:
    encoding = getattr(file, "encoding", None) or "utf-8"

    def fails(sign: str) -> bool:
        try:
            sign.encode(encoding)
        except (UnicodeEncodeError, LookupError):
            return True
        return False

    wide = ambiguous.DRAWN if ambiguous.is_wide else ""
    return {ord(sign): other for sign, other in _PLAIN_SIGNS.items() if sign in wide or fails(sign)}


def narrow(signs: str) -> str:
    """Signs of pictures with a cell each: others where the terminal would draw them in two."""
    return signs.translate({ord(sign): other for sign, other in _PLAIN_SIGNS.items() if ambiguous.more_cells(sign)})
