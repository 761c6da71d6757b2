"""A list to pick from by typing, on the terminal that is held; nothing typed before it was drawn picks anything.

It reads the keys itself: prompt_toolkit takes longer to load than all of onelog.
"""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from onelog.cli.asking.terminal import Terminal, width_of
from onelog.core.sanitize import safe

ROWS = 10
"""Lines of the list that are shown at once, where the terminal has them."""
_AROUND = 3
"""Lines around the list: the question, what is below, the keys."""
_UP, _DOWN, _PAGE_UP, _PAGE_DOWN, _LEAVE, _ENTER, _MARK, _ERASE, _CLEAR = range(9)
_SEQUENCES = {
    "\x1b[A": _UP, "\x1bOA": _UP, "\x10": _UP, "\x1b[B": _DOWN, "\x1bOB": _DOWN, "\x0e": _DOWN, "\x1b[5~": _PAGE_UP, "\x1b[6~": _PAGE_DOWN,
    "\x1b": _LEAVE, "\x04": _LEAVE, "\x07": _LEAVE, "\r": _ENTER, "\n": _ENTER, "\x7f": _ERASE, "\x08": _ERASE, "\x15": _CLEAR, "\x17": _CLEAR,
}  # fmt: skip  # short pairs in lines
_CLEARED = "\r\x1b[J"
"""Takes away what is drawn from the line of the question on."""
_KEYS = r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Za-z]|."


class Choice(NamedTuple):
    """One line of the list."""

    value: str
    """What it stands for: an id, a name."""
    text: str
    aside: str = ""
    """What is said at the right of it: a day, a person."""
    shows: bool = True
    """Whether its value is shown before the text."""

    @property
    def haystack(self) -> str:
        return f"{self.value} {self.text} {self.aside}".casefold()


class ListWords(NamedTuple):
    """What the list says."""

    question: str
    keys: str
    """Which keys do what."""
    nothing: str
    """That nothing fits."""
    more: Callable[[int], str]
    """How many more lines there are."""


Fits = Callable[[str], Sequence[Choice]]
"""The choices that fit what is typed, the likeliest first."""


def narrow(choices: Sequence[Choice]) -> Fits:
    """Those that hold every word that is typed."""

    def fitting(typed: str) -> Sequence[Choice]:
        words = typed.casefold().split()
        return [one for one in choices if all(word in one.haystack for word in words)] if words else choices

    return fitting


class Picker:
    """The list: what is typed narrows it, the arrows move, Space marks where `several` may be taken, Enter takes."""

    def __init__(
        self, terminal: Terminal, words: ListWords, fits: Fits, *, several: bool = False, color: bool = True
    ) -> None:
        self.terminal, self.words, self.fits, self.several, self.color = terminal, words, fits, several, color
        self.typed = ""
        self.at = 0
        self.marked: dict[str, None] = {}
        self._found: Sequence[Choice] = fits("")
        self._touched = False
        self._moved = False

    def run(self) -> list[str] | None:
        """What was picked; None where it was left. Raises `KeyboardInterrupt`, and `SystemExit` when the terminal has gone."""
        self.terminal.drain()
        picked: list[str] | None = None
        try:
            self._draw()
            while True:
                text, together = self.terminal.read()
                ended, picked = self._take(text, together)
                if ended:
                    return picked
                self._draw()
        finally:
            self._finish(picked)

    # --- keys

    def _take(self, text: str, together: bool) -> tuple[bool, list[str] | None]:
        """Takes what was typed: whether the list is over, and what was picked."""
        keys = re.findall(_KEYS, text, re.DOTALL)
        for number, sign in enumerate(keys):
            key = _SEQUENCES.get(sign)
            if sign == "\x03":
                raise KeyboardInterrupt
            if key == _LEAVE and len(keys) == 1:
                return True, None
            if key == _ENTER:
                by_hand = not together or self._touched or (number == len(keys) - 1 and number > 0)
                if by_hand and number == len(keys) - 1 and (picked := self._picked()):
                    return True, picked
                continue
            self._touched = True
            self._press(key, sign)
        return False, None

    def _press(self, key: int | None, sign: str) -> None:
        rows = self._rows()
        if key in (_UP, _DOWN, _PAGE_UP, _PAGE_DOWN):
            step = {_UP: -1, _DOWN: 1, _PAGE_UP: -rows, _PAGE_DOWN: rows}[key]
            self.at, self._moved = max(0, min(self.at + step, len(self._found) - 1)), True
        elif self.several and (sign == "\t" or (sign == " " and (self._moved or not self.typed))):
            self._mark()
        elif key == _ERASE:
            self._narrow(self.typed[:-1])
        elif key == _CLEAR:
            self._narrow("")
        elif key is None and (sign.isprintable() or sign == "\u3000"):
            self._narrow(self.typed + sign)

    def _mark(self) -> None:
        """Marks the line, or takes its mark away, and goes on to the next one."""
        if self._found:
            value = self._found[self.at].value
            if value in self.marked:
                del self.marked[value]
            else:
                self.marked[value] = None
            self.at = min(self.at + 1, len(self._found) - 1)

    def _narrow(self, typed: str) -> None:
        self.typed, self.at, self._moved = typed.lstrip(), 0, False
        self._found = self.fits(self.typed)

    def _picked(self) -> list[str]:
        if self.marked:
            return [*self.marked]
        if self._found:
            return [self._found[self.at].value]
        return []

    # --- drawing

    def _rows(self) -> int:
        return max(1, min(ROWS, self._size().lines - _AROUND - 1))

    def _size(self) -> os.terminal_size:
        try:
            size = os.get_terminal_size(self.terminal.fd)
        except OSError:
            size = os.terminal_size((0, 0))
        return size if size.columns else os.terminal_size((80, 24))

    def _draw(self) -> None:
        """Draws the list anew; the cursor stands behind what is typed."""
        width = max(20, self._size().columns)
        head = clipped(f"{self.words.question} {self.typed}", width - 1)
        lines = [head, *self._lines(width), self._styled(clipped(self.words.keys, width - 1), "2")]
        up = len(lines) - 1
        self.terminal.write(_CLEARED + "\n".join(lines) + f"\x1b[{up}A\r" + (f"\x1b[{width_of(head)}C" if head else ""))

    def _lines(self, width: int) -> Iterator[str]:
        if not self._found:
            yield clipped(f"  {self.words.nothing}", width - 1)
            return
        rows = self._rows()
        start = max(0, min(self.at - rows // 2, len(self._found) - rows))
        for number, one in enumerate(self._found[start : start + rows], start):
            line = self._line(one, number == self.at, width - 1)
            yield self._styled(line, "7") if number == self.at else line
        if (more := len(self._found) - start - rows) > 0:
            yield self._styled(clipped(f"  {self.words.more(more)}", width - 1), "2")

    def _line(self, one: Choice, is_here: bool, width: int) -> str:
        box = ("☑ " if one.value in self.marked else "☐ ") if self.several else ""
        lead = f"{'›' if is_here else ' '} {box}{f'{one.value}  ' if one.shows else ''}"
        aside = clipped(one.aside, width // 2)
        room = width - width_of(lead) - (width_of(aside) + 2 if aside else 0)
        text = clipped(one.text, max(room, 8))
        gap = width - width_of(lead) - width_of(text) - width_of(aside)
        return clipped(f"{lead}{text}{' ' * gap if aside else ''}{aside}", width)

    def _styled(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color else text

    def _finish(self, picked: Sequence[str] | None) -> None:
        """Leaves one line of the list: what was asked, and what was taken."""
        taken = clipped(f"{self.words.question} {', '.join(picked or ())}", max(20, self._size().columns) - 1)
        self.terminal.write(f"{_CLEARED}{taken}\n")


def clipped(text: str, width: int) -> str:
    """The text in at most `width` cells, with `…` where it was cut; nothing in it is hidden."""
    text = safe(text, newlines=False)
    if width_of(text) <= width:
        return text
    kept, used = "", 1
    for sign in text:
        used += width_of(sign)
        if used > width:
            break
        kept += sign
    return f"{kept.rstrip()}…" if width > 0 else ""
