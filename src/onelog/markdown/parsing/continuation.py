"""Which lines of a text belong together: a record and the indented lines below it, and the first paragraph."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from onelog.core.regexes import pattern
from onelog.markdown import labels
from onelog.markdown.correction import UNSPACED
from onelog.markdown.token_patterns import BLANK, START

_HEADING = r" {0,3}#{1,6}[ \t]"
_APART = r"\||<!--|`{3,}|~{3,}|([-*_])(?:[ \t]*\1){2,}[ \t]*$"
"""How a line begins that is a table, a comment, code or a rule."""

_ENDS = "。！？．!?」）"
"""How a Japanese sentence ends."""


class FirstParagraph:
    """Follows a text to the end of its first paragraph. The headings above that, and blank lines there, do not end it."""

    def __init__(self) -> None:
        self.open = True
        self._begun = False

    def feed(self, line: str) -> bool:
        """True when `line` is part of it, or stands above it."""
        if line.strip():
            self._begun = self._begun or not pattern(_HEADING).match(line)
        else:
            self.open = self.open and not self._begun
        return self.open


def below(record: str, lines: Sequence[tuple[int, str, bool]], start: int, *, private: bool = False) -> list[str]:
    """The lines from `start` on that go on with the line of a record above them; below a `private` one, a list too."""
    rest = (lines[n][1] for n in range(start, len(lines)))
    return list(takewhile(lambda line: _goes_on(record, line, private=private), rest))


def _goes_on(record: str, line: str, *, private: bool) -> bool:
    """Whether a line is indented below a record, and nothing of its own: no item, heading, quote, code or label."""
    bare = line.strip()
    if not bare or _depth(line) <= _depth(record) or labels.heading(line) or labels.because(line):
        return False
    if private:
        return bare[0] not in "#>" and not pattern(_APART).match(bare)
    if bare[-1] in ":：" or _mark(line) or pattern(_APART).match(bare):
        return False
    is_paragraph = line.startswith("\u3000") and line[1:] == bare and not _mark(record)
    return not (is_paragraph and record.rstrip()[-1:] in _ENDS)  # a Japanese paragraph begins with one wide blank


def _mark(line: str) -> str:
    """The list mark, quote or heading's sign that a line begins with."""
    start = pattern(START).match(line)
    return start[0].strip() if start else ""


def _depth(line: str) -> int:
    blanks = pattern(rf"^{BLANK}*").match(line)
    return len(blanks[0].expandtabs(4)) if blanks else 0


def joined(lines: Sequence[str]) -> str:
    """Lines as one, with a blank between, but for languages that have none between words."""
    return "".join(_pieces(lines))


def _pieces(lines: Sequence[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        piece = line.strip() if last else line.rstrip()
        if last and not (pattern(UNSPACED).match(last) and pattern(UNSPACED).match(piece)):
            yield " "
        yield piece
        last = piece[-1:]
