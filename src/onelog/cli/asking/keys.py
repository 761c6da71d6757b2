"""The keys that come from the terminal, for the editor at the prompt; what came together is one piece of text."""

import re
from collections.abc import Iterable, Iterator

from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys

from onelog.cli.asking.terminal import Terminal


class TerminalKeys(Vt100Input):
    """The keys of the terminal; those that came together are one piece of text."""

    def __init__(self, terminal: Terminal) -> None:
        super().__init__(_Stream(terminal.fd))  # type: ignore[arg-type]  # it asks for no more of a stream
        self._terminal = terminal
        self._gone: SystemExit | None = None

    @property
    def closed(self) -> bool:
        return self._gone is not None

    def gone(self) -> None:
        """Raises what ended the terminal."""
        if self._gone:
            raise self._gone

    @property
    def unfinished(self) -> str:
        """A paste whose end has not come."""
        parser = self.vt100_parser
        return str(parser._paste_buffer) if parser._in_bracketed_paste else ""  # noqa: SLF001 - else it would be lost

    def read_keys(self) -> list[KeyPress]:
        try:
            text, together = self._terminal.read()
        except SystemExit as error:
            self._gone = error
            return []
        self.vt100_parser.feed(text)
        keys, self._buffer = self._buffer, []
        return list(gathered(keys)) if together else keys


class _Stream:
    """As much of a stream as an input asks for."""

    encoding = "utf-8"

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def fileno(self) -> int:
        return self._fd

    def isatty(self) -> bool:
        return True


_TEXT: dict[str, str] = {Keys.ControlM: "\n", Keys.ControlJ: "\n", Keys.ControlI: "\t"}
ENTER = KeyPress(Keys.ControlM, "\r")


def gathered(keys: Iterable[KeyPress]) -> Iterator[KeyPress]:
    """The keys, with each run of text among them pasted: no Enter in it ends anything.

    A line that comes with its Enter, and nothing else, is a line that was typed.
    """
    run = ""
    keys = list(keys)
    for key in keys:
        sign = _TEXT.get(key.key, key.data if len(key.key) == 1 else "")
        if sign:
            run += sign
            continue
        yield from _pasted(run)
        run = ""
        yield key
    if len(run) == len(keys) and re.fullmatch(r"[^\n\t]*\S\t", run):  # Tab behind a word asks for offers
        yield from _pasted(run[:-1])
        yield KeyPress(Keys.ControlI, "\t")
    elif len(run) == len(keys) and re.fullmatch(r"[^\n]+\n", run):
        yield from _pasted(run[:-1])
        yield ENTER
    else:
        yield from _pasted(run)


def _pasted(run: str) -> Iterator[KeyPress]:
    if run:
        yield KeyPress(Keys.BracketedPaste, run)
