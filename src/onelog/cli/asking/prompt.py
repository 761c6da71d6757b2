"""The editor at the prompt, on prompt_toolkit; only what asks somebody at a terminal imports it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Protocol

from prompt_toolkit import utils
from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, is_done
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import fragment_list_width
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import ConditionalContainer, Float, FloatContainer, HSplit, Layout, Window
from prompt_toolkit.layout.controls import BufferControl, FormattedTextControl
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.menus import CompletionsMenu
from prompt_toolkit.layout.processors import TabsProcessor
from prompt_toolkit.lexers import Lexer
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.styles import Style
from prompt_toolkit.utils import get_cwidth

from onelog.cli.asking.keys import TerminalKeys
from onelog.cli.asking.terminal import Terminal
from onelog.core import ambiguous
from onelog.core.sanitize import safe

RESTED = 0.1
"""Seconds without a key after which what was typed is looked at, and is on disk."""
TICK = 5.0
MENU = 6
"""Lines for what Tab offers."""
STYLE = Style.from_dict(
    {
        "label": "bold ansicyan",
        "key": "ansicyan",
        "person": "ansigreen",
        "day": "ansiyellow",
        "tag": "ansimagenta",
        "field": "ansiblue",
        "doubt": "underline ansired",
        "bar": "noreverse",
        "bar.doubt": "ansired",
        "mark": "ansibrightblack",
        "completion-menu": "bg:default default",
        "completion-menu.completion.current": "reverse",
    }
)


class Help(Protocol):
    """What the prompt shows and offers about a text."""

    def paint(self, lines: Sequence[str], number: int) -> Sequence[tuple[str, str]]:
        """One of the lines in pieces, each with the name of its style."""

    def bar(self, text: str) -> Sequence[tuple[str, str]]:
        """What will become of the text, in pieces as above."""

    def clock(self) -> Sequence[tuple[str, str]]:
        """What changes by itself: how long the talk has lasted."""

    def offers(self, before: str) -> Iterable[tuple[str, str, str]]:
        """What may stand at the end of this line: (the word so far, the whole one, what to know about it)."""


class Editor:
    """A text of several lines, or the answer to a question, typed at the terminal.

    An empty line that is typed ends a text, Ctrl-D too; one that is typed `live`, during a talk, two. What came in one piece is text, whatever is in it. `keep` has every
    line before the next one.
    """

    def __init__(
        self,
        terminal: Terminal,
        keep: Callable[[str], None],
        help_: Help | None = None,
        *,
        answer: bool = False,
        lines: bool = False,
        live: bool = False,
        begin: str = "> ",
        start: str = "",
        color: bool = True,
    ) -> None:
        if ambiguous.is_wide:
            _count_wide()
        self._live = live
        self.terminal, self.keep, self.help, self.answer, self.begin = terminal, keep, help_, answer, begin
        self._is_one_line = answer and not lines
        self.ended = False
        """By Ctrl-D."""
        self._kept = 0
        self._bar: Sequence[tuple[str, str]] = ()
        self._stop_timer: Callable[[], None] = lambda: None
        completer = _Offers(help_) if help_ else None
        self._buffer = Buffer(
            multiline=True, completer=completer, complete_while_typing=False, on_text_changed=lambda _: self._changed()
        )
        self._input = TerminalKeys(terminal)
        self._app: Application[None] = Application(
            layout=Layout(self._layout()),
            key_bindings=self._bindings(),
            style=STYLE,
            include_default_pygments_style=False,
            input=self._input,
            output=_output(terminal, color=color),
            refresh_interval=TICK if help_ and help_.clock() else None,
        )
        self._app.ttimeoutlen = 0.05
        self._buffer.insert_text(start)

    @property
    def text(self) -> str:
        """What was typed, a paste that has not ended included."""
        return self._buffer.text + self._input.unfinished

    def run(self) -> str:
        """The text. Raises `KeyboardInterrupt`, and `SystemExit` when the terminal has gone; `text` has what was typed."""
        try:
            self._app.run(handle_sigint=True, set_exception_handler=False)
        except EOFError:
            self._input.gone()
        finally:
            self.terminal.late += "".join(key.data for key in get_typeahead(self._input))
        return self._buffer.text

    # --- what is typed

    def _changed(self) -> None:
        lines = self._buffer.document.line_count
        if lines != self._kept:
            self._kept = lines
            self._keep()
        self._stop_timer()
        if self._app.loop:
            self._stop_timer = self._app.loop.call_later(RESTED, self._rest).cancel

    def _rest(self) -> None:
        if self._app.is_running and not self._app.is_done:
            self._keep()
            self._look()
            self._app.invalidate()

    def _keep(self) -> None:
        try:
            self.keep(self._buffer.text)
        except BaseException as error:  # noqa: BLE001 - inside the event loop nobody would hear of it
            if not self._app.is_done:
                self._app.exit(exception=error)

    def _look(self) -> None:
        if self.help:
            try:
                self._bar = self.help.bar(self._buffer.text)
            except Exception:  # noqa: BLE001 - what cannot be read yet must not keep anybody from typing
                self._bar = ()

    def _enter(self, event: KeyPressEvent) -> None:
        buffer = self._buffer
        if not buffer.text and event.data == "\n":  # typed before the prompt was there
            return
        ends = self.answer or (buffer.document.is_cursor_at_the_end and not buffer.document.current_line.strip())
        if self._live and buffer.text.strip():  # one empty line stands between topics
            ends = ends and not buffer.document.lines[-2].strip()
        if ends:
            event.app.exit()
        else:
            buffer.insert_text("\n")

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        offered = Condition(lambda: self._buffer.complete_state is not None)
        for key, handler, when in (
            ("c-m", self._enter, ~offered),
            ("c-j", self._enter, True),
            (Keys.BracketedPaste, self._paste, True),
            ("c-i", self._tab, True),
            ("c-d", self._end, True),
            ("c-c", self._leave, True),
            ("<sigint>", self._leave, True),
            ("c-z", lambda _: self._buffer.undo(), True),
        ):
            keys.add(key, filter=when)(handler)
        keys.add("escape", "c-m")(lambda _: self._buffer.insert_text("\n"))
        keys.add("c-m", filter=offered, eager=True)(lambda _: setattr(self._buffer, "complete_state", None))
        keys.add("escape", filter=offered, eager=True)(lambda _: self._buffer.cancel_completion())
        return keys

    def _paste(self, event: KeyPressEvent) -> None:
        text = event.data.replace("\r\n", "\n").replace("\r", "\n")
        self._buffer.insert_text(text.replace("\n", " ") if self._is_one_line else text)

    def _tab(self, _event: KeyPressEvent) -> None:
        if self._buffer.complete_state:
            self._buffer.complete_next()
        elif self.help:
            self._buffer.start_completion(insert_common_part=True)

    def _end(self, event: KeyPressEvent) -> None:
        if self._buffer.document.is_cursor_at_the_end:
            self.ended = True
            event.app.exit()
        else:
            self._buffer.delete()

    def _leave(self, event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    # --- what is drawn

    def _layout(self) -> HSplit:
        control = BufferControl(
            self._buffer,
            lexer=_Painted(self.help) if self.help else None,
            input_processors=[TabsProcessor(char1=" ", char2=" ")],
        )
        text = Window(
            control,
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=self._prefix,
            height=self._height,
        )
        menu = Float(CompletionsMenu(max_height=MENU), xcursor=True, ycursor=True)
        bar = Window(FormattedTextControl(self._bar_shown), height=1, style="class:bar")
        shown = Condition(lambda: bool(self.help)) & ~is_done
        return HSplit([FloatContainer(text, [menu]), ConditionalContainer(bar, shown)])

    def _height(self) -> Dimension:
        """As high as the text, with room for what Tab offers."""
        offered = self._buffer.complete_state is not None
        return Dimension(min=self._buffer.document.cursor_position_row + MENU + 1) if offered else Dimension()

    def _prefix(self, line: int, wrapped: int) -> StyleAndTextTuples:
        first = self.begin if not line else "> "
        return [("class:mark", first if not wrapped else " " * min(len(first), 2))]

    def _bar_shown(self) -> StyleAndTextTuples:
        clock = self.help.clock() if self.help else ()
        return list(_clipped([*clock, *self._bar], self._app.output.get_size().columns - 1))


def _count_wide() -> None:
    """Has prompt_toolkit, which has no setting for it, count signs of ambiguous width as the terminal draws them."""
    signs = (chr(number) for number in range(0x80, 0x3000))
    utils._CHAR_SIZES_CACHE.update({sign: 2 for sign in signs if ambiguous.more_cells(sign)})  # noqa: SLF001


def _clipped(pieces: Iterable[tuple[str, str]], width: int) -> Iterator[tuple[str, str]]:
    """The pieces in at most `width` cells, with `…` where they were cut."""
    shown = [(f"class:{style}" if style else "", safe(text, newlines=False)) for style, text in pieces]
    if fragment_list_width(shown) <= width:  # type: ignore[arg-type]  # a list of pairs is such a text
        yield from shown
        return
    for style, text in shown:
        for n, sign in enumerate(text):
            width -= get_cwidth(sign)
            if width < 1:
                yield style, text[:n] + "…"
                return
        yield style, text


def _output(terminal: Terminal, *, color: bool) -> Vt100_Output:
    output = Vt100_Output.from_pty(
        terminal.out,
        os.environ.get("TERM"),
        ColorDepth.DEPTH_4_BIT if color else ColorDepth.DEPTH_1_BIT,
        enable_bell=False,
    )
    output.enable_cpr = False  # a terminal's answer that comes late would be typed at the shell
    return output


class _Painted(Lexer):
    """Colours a line as the grammar understands it."""

    def __init__(self, help_: Help) -> None:
        self._help = help_

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        lines = document.lines

        def line(number: int) -> StyleAndTextTuples:
            with suppress(IndexError):
                return [(f"class:{style}" if style else "", text) for style, text in self._help.paint(lines, number)]
            return []

        return line


class _Offers(Completer):
    """What Tab offers."""

    def __init__(self, help_: Help) -> None:
        self._help = help_

    def get_completions(self, document: Document, _event: CompleteEvent) -> Iterator[Completion]:
        for so_far, whole, about in self._help.offers(document.current_line_before_cursor):
            yield Completion(whole, start_position=-len(so_far), display_meta=about)
