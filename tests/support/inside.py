"""Runs command lines inside this process, on real pipes or terminals: many more of them than new processes would allow."""

import gc
import os
import pty
import re
import sys
import termios
import threading
import tty
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from fcntl import ioctl
from io import TextIOWrapper
from pathlib import Path
from struct import pack

from conftest import Run, environment

from onelog.cli.main import main

ASKS = re.compile(rb"[\]?:>] $")
"""How a question ends."""


class Inside:
    """`inside("log", "mia", "words")` in a pipe, `inside(…, terminal=True)` on a terminal of 80 columns.

    `input` comes through a pipe, `typed` is typed at a terminal.
    """

    def __init__(self, folder: Path, **env: str) -> None:
        self.folder = folder
        self.journal = folder / "journal.db"
        self.env = environment(folder) | {"NO_COLOR": "1", "COLUMNS": "", "LINES": ""} | env

    def __call__(
        self, *words: str, input: bytes = b"", typed: bytes | None = None, terminal: bool = False, **env: str  # noqa: A002 - as conftest says it
    ) -> Run:  # fmt: skip
        """What a command did."""
        kept, here, mask = os.environ.copy(), _where(), os.umask(0o077)
        os.environ.clear()
        os.environ.update({name: value for name, value in (self.env | env).items() if value})
        os.chdir(self.folder)
        gc.freeze()  # what was there before need not be looked through afterwards
        try:
            with _streams(input, typed, terminal) as (out, err):
                code = main(list(words))
                if code == 3:
                    gc.collect()  # what a command that fails has open ends with its process; here it has to be swept
            return Run(out.text(), err.text(), code)
        finally:
            gc.unfreeze()
            os.umask(mask)
            os.chdir(here)
            os.environ.clear()
            os.environ.update(kept)


def _where() -> str:
    return os.getcwd()  # noqa: PTH109 - a text goes back to chdir


class _Heard(threading.Thread):
    """Everything that comes out of a pipe or a terminal."""

    def __init__(self, handle: int) -> None:
        super().__init__(daemon=True)
        self.handle = handle
        self.pieces: list[bytes] = []
        self.start()

    def run(self) -> None:
        while True:
            try:
                piece = os.read(self.handle, 1 << 16)
            except OSError:  # a terminal that nobody writes to any more
                return
            if not piece:
                return
            self.pieces.append(piece)

    def text(self) -> str:
        return b"".join(self.pieces).decode("utf-8", "surrogateescape")


@contextmanager
def _streams(given: bytes, typed: bytes | None, terminal: bool) -> Iterator[tuple[_Heard, _Heard]]:
    """The three streams of a command, and who hears what it says; heard to the end when the block ends."""
    kept = sys.stdin, sys.stdout, sys.stderr
    with ExitStack() as end:
        out, out_end = _hearing(terminal, end)
        err, err_end = _hearing(terminal, end)
        sys.stdin = end.enter_context(_giving(given, end) if typed is None else _typing(typed, end, err))
        sys.stdout, sys.stderr = (_writing(handle) for handle in (out_end, err_end))
        try:
            yield out, err
        finally:
            for stream in (sys.stdout, sys.stderr):
                stream.close()
            sys.stdin, sys.stdout, sys.stderr = kept
            out.join()
            err.join()


def _hearing(terminal: bool, end: ExitStack) -> tuple[_Heard, int]:
    ours, theirs = _terminal() if terminal else os.pipe()
    end.callback(os.close, ours)
    return _Heard(ours), theirs


def _giving(data: bytes, end: ExitStack) -> TextIOWrapper:
    theirs, ours = os.pipe()
    giver = threading.Thread(target=_give, args=(ours, data))
    giver.start()
    end.callback(giver.join)
    return open(theirs, encoding="utf-8", errors="surrogateescape")


def _typing(keys: bytes, end: ExitStack, err: _Heard) -> TextIOWrapper:
    ours, theirs = _terminal()
    end.callback(os.close, ours)
    end.callback(_Typist(ours, keys, err).join)
    return open(theirs, encoding="utf-8", errors="surrogateescape")


class _Typist(threading.Thread):
    """Types line after line, each when something was asked: what is typed before a question answers none.

    What is drawn at that terminal is heard with what is said on stderr.
    """

    def __init__(self, ours: int, keys: bytes, err: _Heard) -> None:
        super().__init__(daemon=True)
        self.ours, self.lines, self.err = ours, keys.splitlines(keepends=True), err
        self.drawn = b""
        self.start()

    def run(self) -> None:
        asked = 0
        while True:
            try:
                piece = os.read(self.ours, 1 << 16)
            except OSError:  # nobody has the terminal any more
                return
            self.drawn += piece
            self.err.pieces.append(piece)
            if self.lines and ASKS.search(self.drawn, asked):
                asked = len(self.drawn)
                os.write(self.ours, self.lines.pop(0))


def _give(handle: int, data: bytes) -> None:
    with open(handle, "wb", buffering=0) as pipe:
        try:
            while data:
                data = data[pipe.write(data) or 0 :]
        except BrokenPipeError:  # the command did not want it
            return


def _writing(handle: int) -> TextIOWrapper:
    return open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _terminal() -> tuple[int, int]:
    """A terminal that changes nothing of what is written to it."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    ioctl(theirs, termios.TIOCSWINSZ, pack("HHHH", 24, 80, 0, 0))
    return ours, theirs
