"""The terminal that somebody types at: every key is read here, and none is left for the next question or the shell."""

import codecs
import contextlib
import os
import re
import select
import signal
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TextIO

from onelog.cli import aside
from onelog.core import ambiguous
from onelog.core.sanitize import safe

try:
    import termios
except ImportError:  # no such terminals here
    termios = None  # type: ignore[assignment]

SOON = 0.02
"""Seconds within which no two keys are pressed by hand: what comes so close is a paste, or was typed ahead."""
_LFLAG, _CC = 3, 6
_END, _ERASE, _KILL, _KILL_WORD = "\x04", "\x7f\b", "\x15", "\x17"
_PASTE = re.compile("\x1b\\[20[01]~")


class Typed(NamedTuple):
    """What was read at once; `together` when it was not a key that was pressed alone."""

    text: str
    together: bool


class Terminal:
    """The terminal, held: keys are neither shown by the system, nor cut into lines, nor lost between two questions.

    While it is held, a terminal that goes away ends the command as an exit does, so that drafts are kept.
    """

    def __init__(self, fd: int, out: TextIO) -> None:
        self.fd, self.out = fd, out
        self.late = ""
        """What was typed and belongs to no text and no question any more."""
        self.ended = False
        """An answer was ended by Ctrl-D: no more questions."""
        self._before: list[Any] = termios.tcgetattr(fd)
        self.shows = bool(self._before[_LFLAG] & termios.ECHO)
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._last = 0.0
        held = [*self._before[:_CC], list(self._before[_CC])]
        held[_LFLAG] = (held[_LFLAG] & ~(termios.ICANON | termios.ECHO)) | termios.NOFLSH
        held[_CC][termios.VMIN], held[_CC][termios.VTIME] = 1, 0
        self._signals = dict(_leaving())
        self._signalled = _SignalPipe()
        termios.tcsetattr(fd, termios.TCSANOW, held)

    def read(self) -> Typed:
        """The next key, or all that came together. Raises `SystemExit` when the terminal has gone."""
        text = self._decoder.decode(self._bytes())
        near = time.monotonic() - self._last < SOON
        while "\r" in text or "\n" in text:
            if not select.select([self.fd], [], [], SOON)[0]:
                break
            text += self._decoder.decode(self._bytes())
        self._last = time.monotonic()
        return Typed(text, near or len(text) > 1)

    def _bytes(self) -> bytes:
        try:
            self._signalled.wait_for(self.fd)
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        if not data:
            raise SystemExit(128 + signal.SIGHUP)
        return data

    def drain(self) -> None:
        """Takes what was typed and not read yet out of the way of the next question. Raises `KeyboardInterrupt` for Ctrl-C."""
        if "\x03" in self._unread():
            raise KeyboardInterrupt

    def _unread(self) -> str:
        """What was typed and not read yet, which is late now."""
        before, wait = len(self.late), 0.0
        with contextlib.suppress(SystemExit):
            while select.select([self.fd], [], [], wait)[0]:
                self.late += self._decoder.decode(self._bytes())
                wait = SOON
        return self.late[before:]

    def write(self, text: str) -> None:
        with contextlib.suppress(OSError):  # a terminal that has gone shows nothing
            self.out.write(text)
            self.out.flush()

    def release(self) -> str:
        """Gives the terminal back as it was; what nobody has read, as text."""
        with contextlib.suppress(OSError, termios.error):
            self._unread()
            termios.tcsetattr(self.fd, termios.TCSAFLUSH, self._before)
        for number, handler in self._signals.items():
            if signal.getsignal(number) is _leave:
                signal.signal(number, handler)
        self._signalled.close()
        with contextlib.suppress(OSError):
            self.out.close()
        return plain_text(self.late)


class _SignalPipe:
    """A pipe that Python writes to for each signal, so that one which comes just before a wait ends the wait too.

    A blocking read alone would sleep on, with Ctrl-C noted and not acted on until the next key.
    """

    def __init__(self) -> None:
        self._reader, self._writer = os.pipe()
        os.set_blocking(self._writer, False)
        self._before = signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)

    def wait_for(self, fd: int) -> None:
        """Returns when there is something to read. Raises what the handler of a signal raises."""
        while fd not in (ready := select.select([fd, self._reader], [], [])[0]):
            if ready:
                os.read(self._reader, 4096)

    def close(self) -> None:
        signal.set_wakeup_fd(self._before)
        os.close(self._reader)
        os.close(self._writer)


def plain_text(keys: str) -> str:
    """What keys say when they are read as text."""
    text = _PASTE.sub("", keys).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t" or c >= " ").strip()


def _leaving() -> Iterator[tuple[int, Any]]:
    """Makes the signals of a terminal that goes away end the command in order; what they did before."""
    for number in (signal.SIGHUP, signal.SIGTERM):
        if signal.getsignal(number) == signal.SIG_DFL:
            yield number, signal.signal(number, _leave)


def _leave(number: int, _frame: object) -> None:
    for other in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):  # once is enough: the words are being kept
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)


def hold() -> Terminal | None:
    """The terminal of stdin, held until `release`; None where there is none, or the system knows no such thing."""
    if termios is None or not (sys.stdin and sys.stdin.isatty()):
        return None
    fd = sys.stdin.fileno()
    for name in (_name(fd), "/dev/tty"):
        with contextlib.suppress(OSError, termios.error):
            return Terminal(fd, open(name, "w", encoding="utf-8", errors="backslashreplace"))
    return None


def _name(fd: int) -> str:
    try:
        return os.ttyname(fd)
    except OSError:
        return "/dev/tty"


def ask_briefly(question: str, held: Terminal | None = None) -> str | None:
    """The line that is typed after a question is there; None for Ctrl-D. What was typed before is nobody's answer.

    Several lines are those of a paste, of which none is the answer.
    """
    terminal = held or hold()
    if terminal is None:
        sys.stderr.write(f"{safe(question, newlines=False)} ")
        sys.stderr.flush()
        line = sys.stdin.readline()
        return line.strip() if line else None
    try:
        terminal.drain()
        lines = Lines(terminal, answer=True, brief=True, begin=f"{aside.wrap(question)} ")
        said = lines.run().strip()
        return None if lines.ended and not said else said
    finally:
        if not held:
            terminal.release()


class Lines:
    """The plain reader: lines without a limit, on any terminal.

    An empty line that is typed ends the text, Ctrl-D too; one that came with other keys is text. Two end what is typed `live`. An `answer` ends with its
    line: lines that come together are one, unless it is a `brief` answer, which ends with them and has them all, or one
    that may have `lines`.
    """

    def __init__(
        self,
        terminal: Terminal,
        keep: Callable[[str], None] = lambda _: None,
        *,
        answer: bool = False,
        brief: bool = False,
        lines: bool = False,
        live: bool = False,
        begin: str = "> ",
        start: str = "",
    ) -> None:
        self._live = live
        self.terminal, self.keep, self.answer, self.brief, self.begin = terminal, keep, answer, brief, begin
        self._is_one_line = answer and not (brief or lines)
        self.ended = False
        """By Ctrl-D."""
        *self._lines, self._line = start.split("\n")

    @property
    def text(self) -> str:
        return "\n".join([*self._lines, self._line])

    def run(self) -> str:
        """The text. Raises `KeyboardInterrupt`, and `SystemExit` when the terminal has gone; `text` has what was typed."""
        self.terminal.write(self.begin + safe(self.text).replace("\n", "\n> "))
        try:
            while not self._take(*self.terminal.read()):
                pass
        finally:
            self.terminal.write("\n")
        return self.text

    def _take(self, typed: str, together: bool) -> bool:
        """Adds what was typed; whether it ends the text."""
        typed = _PASTE.sub("", typed).replace("\r", "\n")
        alone = not together or bool(re.fullmatch(r"[^\n]+\n", typed))
        shown: list[str] = []
        ends = False
        for sign in typed:
            if sign == _END:
                ends = self.ended = True
            elif sign == "\n" and alone and (self.answer or self._is_over()):
                ends = True
            elif sign == "\n" and self._is_one_line:
                shown.append(self._edit(" "))
            elif sign == "\n":
                ends = ends or self.brief
                self._lines.append(self._line)
                self._line = ""
                shown.append("\n" if self.brief else "\n> ")
            else:
                shown.append(self._edit(sign))
        if self.terminal.shows:
            self.terminal.write("".join(shown))
        if "\n" in typed:
            self.keep(self.text)
        return ends

    def _is_over(self) -> bool:
        """Whether the line that ends now is the empty one that ends the text."""
        before = self._lines[-1] if self._live and self._lines and self.text.strip() else ""
        return not self._line.strip() and not before.strip()

    def _edit(self, sign: str) -> str:
        """Adds a sign to the line or takes some away; what is to be shown."""
        if sign in _ERASE:
            gone = self._line[-1:]
        elif sign == _KILL:
            gone = self._line
        elif sign == _KILL_WORD:
            gone = self._line[len(re.sub(r"\S+\s*$", "", self._line)) :]
        else:
            self._line += sign
            return safe(sign)
        self._line = self._line[: len(self._line) - len(gone)]
        wide = sum(width_of(sign) for sign in gone)
        return "\b" * wide + " " * wide + "\b" * wide


def width_of(sign: str) -> int:
    shown = safe(sign)
    usual = sum(2 if unicodedata.east_asian_width(one) in "WF" else not unicodedata.combining(one) for one in shown)
    return usual + ambiguous.more_cells(shown)
