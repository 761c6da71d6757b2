"""A note inside a larger document: what would break out of its place is escaped, and read back as it was.

Its own headings stand below the heading of its meeting. An underline that would make a heading of the line above it, HTML,
a fence that nothing closes, the target of a link are text. Wherever a backslash decides, `n` of them are written as
`2 n + 1`, which escapes each of them and the sign behind, and can always be read back.
"""

import re
from collections.abc import Callable, Sequence

from onelog.core.regexes import has_any, pattern
from onelog.core.values import value

_PREFIX = r"(?P<prefix>(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*)"
"""What stands before the words of a line: blanks, list marks, quotes."""
_FENCE = rf"^{_PREFIX}(?P<slashes>\\*)(?P<marks>`{{3,}}(?=[^`]*$)|~{{3,}})"
_HEADING = rf"^{_PREFIX}(?P<marks>#{{1,6}})(?P<blanks>[ ]*)(?=[ \t]|$|(?<=[ ]))"
_UNDERLINE = rf"^{_PREFIX}(?P<slashes>\\*)(?=(?:=+|-+)[ \t]*$)"
_RULE = r"^(?P<prefix>[ \t]*)(?P<slashes>\\*)(?=(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$)"
_DIRECTIVE = rf"^{_PREFIX}(?P<slashes>\\*)(?=:::)"
_OWN = rf"^{_PREFIX}(?P<slashes>\\*)(?=\*|_)"
_INSIDE = r"(?P<slashes>\\*)(?P<sign><(?=[A-Za-z/!?])(?!(?:https?:|mailto:)[^\s<>]*>)|%(?=\\*%)|\](?=:)|&(?=mdash;|rarr;|rdquo;|middot;|#12301;))"
"""Within a line: HTML, comments of Obsidian, targets of links, and the names by which a digest writes its own signs."""
_SIGNS = "<%]&"
"""The signs of `_INSIDE`: a line without them has nothing of it."""
_BEGINNINGS = frozenset("#>-*+0123456789`~=_:\\")
"""What begins a line, behind its blanks, that has something to escape at its start."""
_LIST_MARKS = frozenset(">-*+0123456789")
_LISTED = r"^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))"
_ADDED = 5
"""How much longer than its opening the closing of a fence is that is added where a note left its code open."""

EscapedLine = str | None
"""A line of a note; None stands for a record."""
IsOwn = Callable[[str], bool]
"""Whether a line would be read as one that only a digest writes."""


def escape(lines: Sequence[EscapedLine], is_own: IsOwn) -> list[EscapedLine]:
    """The lines as they stand in a digest; one more at the end where they leave code open."""
    out: list[EscapedLine] = []
    walk = _Walk()
    number = 0
    while number < len(lines):
        line = lines[number]
        if line is None:
            walk.record()
            out.append(None)
            number += 1
            continue
        end = _end_of_code(lines, number) if walk.begins_code(line) else None
        if end is not None:
            code = lines[number : end.after]
            out += [*code, *([end.closing] if end.closing else [])]
            out[-1:] = [f"{out[-1]} "] if end.is_like_added else out[-1:]
            walk.code(line)
            number = end.after
            continue
        after = lines[number + 1] if number + 1 < len(lines) else ""
        out.append(walk.escaped(line, after, is_own))
        number += 1
    return out


def unescape(lines: Sequence[EscapedLine], is_own: IsOwn) -> list[EscapedLine]:
    """The inverse of `escape`."""
    out: list[EscapedLine] = []
    walk = _Walk()
    number = 0
    while number < len(lines):
        line = lines[number]
        if line is None:
            walk.record()
            out.append(None)
            number += 1
            continue
        end = _end_of_code(lines, number) if walk.begins_code(line) else None
        if end is not None:
            code = list(lines[number : end.after])
            if end.is_like_added:
                last = code.pop() or ""
                code += [last[:-1]] if last.endswith(" ") else []
            out += code
            walk.code(line)
            number = end.after
            continue
        out.append(walk.unescaped(line, is_own))
        number += 1
    return out


def code_lines(lines: Sequence[str]) -> list[bool]:
    """Of each line whether it is in code that is closed somewhere."""
    out = [False] * len(lines)
    walk = _Walk()
    number = 0
    while number < len(lines):
        end = _end_of_code(lines, number) if walk.begins_code(lines[number]) else None
        if end and not end.closing:
            out[number : end.after] = [True] * (end.after - number)
            walk.code(lines[number])
            number = end.after
            continue
        walk.unescaped(lines[number], lambda _: False)
        number += 1
    return out


@value(frozen=True, slots=True)
class _End:
    """Where code ends: the number of the line after it, and the closing line that has to be added."""

    after: int
    closing: str = ""
    is_like_added: bool = False
    """The last line looks like one that was added; one of the note's own has a blank more behind it."""


def _end_of_code(lines: Sequence[EscapedLine], start: int) -> _End | None:
    """The end of the code that a line begins; None where a reader of Markdown might see another one."""
    found = pattern(_FENCE).match(lines[start] or "")
    if not found or found["slashes"]:
        return None
    prefix, marks = found["prefix"], found["marks"]
    if "\t" in prefix or (prefix.strip() and not re.fullmatch(r"(?:[-*+]|\d{1,9}[.)])[ ]+|(?:> ?)+", prefix)):
        return None
    inner = prefix if ">" in prefix else " " * len(prefix)
    room = 3 if prefix.strip() else 3 - len(prefix)
    closing = re.compile(rf"{re.escape(inner)}[ ]{{0,{room}}}{re.escape(marks[0])}{{{len(marks)},}}[ \t]*")
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line is None:
            return None
        if closing.fullmatch(line):
            is_last = number == len(lines) - 1 and not prefix
            return _End(number + 1, is_like_added=is_last and line.rstrip(" ") == marks[0] * (len(marks) + _ADDED))
        if prefix and not line.lstrip(" >").rstrip(" \t").strip(marks[0]) and marks in line:
            return None
        if not line.startswith(inner) and (line.strip() or ">" in inner):
            return None
    return None if prefix else _End(len(lines), closing=marks[0] * (len(marks) + _ADDED))


class _Walk:
    """What the lines before say about the next one."""

    def __init__(self) -> None:
        self.is_listed = False
        """There was a list or a quotation, in which lines that begin with many blanks are no code."""
        self.before = ""
        self.is_in_ticks = False
        """Code within the lines of this paragraph may reach over several of them."""

    def record(self) -> None:
        self.is_listed, self.before, self.is_in_ticks = True, "a record", False

    def code(self, line: str) -> None:
        self.is_listed = self.is_listed or bool(pattern(_LISTED).match(line))
        self.before, self.is_in_ticks = "code", False

    def begins_code(self, line: str) -> bool:
        found = pattern(_FENCE).match(line) if "```" in line or "~~~" in line else None
        return bool(found) and not self._is_indented(found["prefix"] if found else "")

    def _is_indented(self, prefix: str) -> bool:
        """Whether a line is code, or goes on, because of the blanks that it begins with."""
        blanks = prefix.expandtabs(4)
        return not self.is_listed and not blanks.strip() and len(blanks) >= 4

    def escaped(self, line: str, after: EscapedLine, is_own: IsOwn) -> str:
        is_alone = not self.before.strip() and after is not None and not after.strip()
        out = self._at_start(line, is_alone, is_own) if line.lstrip(" \t")[:1] in _BEGINNINGS else line
        if has_any(out, _SIGNS):
            code = self._code_in(out)
            out = pattern(_INSIDE).sub(
                lambda m: m[0] if code[m.start("sign")] else f"{_more(m['slashes'])}{m['sign']}", out
            )
        self._after(out)
        return out

    def unescaped(self, line: str, is_own: IsOwn) -> str:
        code = self._code_in(line)
        out = pattern(_INSIDE).sub(
            lambda m: m[0] if code[m.start("sign")] else f"{_less(m['slashes'])}{m['sign']}", line
        )
        out = self._from_start(out, is_own)
        self._after(line)
        return out

    def _at_start(self, line: str, is_alone: bool, is_own: IsOwn) -> str:
        if (found := pattern(_HEADING).match(line)) and not self._is_indented(found["prefix"]):
            return found["prefix"] + _lower(len(found["marks"]), found["blanks"]) + line[found.end() :]
        if found := pattern(_FENCE).match(line):
            return line if self._is_indented(found["prefix"]) else _with_slashes(line, found, _more)
        if found := pattern(_UNDERLINE).match(line):
            return line if is_alone and not found["slashes"] else _with_slashes(line, found, _more)
        if found := pattern(_RULE).match(line):
            is_rule = not found["slashes"] and not (self.is_listed and len(found["prefix"].expandtabs(4)) >= 4)
            return line if is_rule else _with_slashes(line, found, _more)
        if found := pattern(_DIRECTIVE).match(line):
            return _with_slashes(line, found, _more)
        if (found := pattern(_OWN).match(line)) and is_own(_with_slashes(line, found, lambda _: "")):
            return _with_slashes(line, found, _more)
        return line

    def _from_start(self, line: str, is_own: IsOwn) -> str:
        if (found := pattern(_HEADING).match(line)) and not self._is_indented(found["prefix"]):
            return found["prefix"] + _raise(len(found["marks"]), found["blanks"]) + line[found.end() :]
        if found := pattern(_FENCE).match(line):
            return line if self._is_indented(found["prefix"]) else _with_slashes(line, found, _less)
        if found := pattern(_UNDERLINE).match(line) or pattern(_RULE).match(line) or pattern(_DIRECTIVE).match(line):
            return _with_slashes(line, found, _less)
        if (found := pattern(_OWN).match(line)) and is_own(_with_slashes(line, found, lambda _: "")):
            return _with_slashes(line, found, _less)
        return line

    def _code_in(self, line: str) -> list[bool]:
        """Of each sign of a line whether it is in `code`; none is where code may reach over several lines."""
        signs = [False] * (len(line) + 1)
        if self.is_in_ticks or "`" not in line:
            return signs
        for start, end in _spans(line)[0]:
            signs[start:end] = [True] * (end - start)
        return signs

    def _after(self, line: str) -> None:
        if not line.strip():
            self.is_in_ticks = False
        elif "`" in line:
            self.is_in_ticks = self.is_in_ticks or _spans(line)[1]
        is_likely = not self.is_listed and line.lstrip(" \t")[:1] in _LIST_MARKS
        self.is_listed = self.is_listed or (is_likely and bool(pattern(_LISTED).match(line)))
        self.before = line


def _spans(line: str) -> tuple[list[tuple[int, int]], bool]:
    """Where `code` stands in a line, and whether a run of backticks is left over."""
    runs = [(m.start(2), m.end(2)) for m in re.finditer(r"(\\*)(`+)", line) if len(m[1]) % 2 == 0]
    found, at, is_open = list[tuple[int, int]](), 0, False
    every = [m.span() for m in re.finditer("`+", line)]
    for start, end in runs:
        if start < at:
            continue
        closing = next((two for one, two in every if one >= end and two - one == end - start), None)
        if closing is None:
            is_open = True
        else:
            found.append((start, closing))
            at = closing
    return found, is_open or any(len(m[1]) % 2 for m in re.finditer(r"(\\*)`", line))


def _with_slashes(line: str, found: re.Match[str], change: Callable[[str], str]) -> str:
    start, end = found.span("slashes")
    return line[:start] + change(found["slashes"]) + line[end:]


def _more(slashes: str) -> str:
    return "\\" * (2 * len(slashes) + 1)


def _less(slashes: str) -> str:
    return "\\" * ((len(slashes) - 1) // 2) if slashes else ""


_TOP = 3
"""The level of a note's first heading, below that of its meeting."""


def _lower(level: int, blanks: str) -> str:
    """The marks of a heading two levels down. The last three levels are one, told apart by the blanks behind."""
    if level < 4 or not blanks:
        return "#" * min(level + _TOP - 1, 6) + blanks
    return "######" + " " * (3 * len(blanks) - 2 + level - 4)


def _raise(level: int, blanks: str) -> str:
    """The inverse of `_lower`; a heading above a note's own is one of its first."""
    if level < 6 or not blanks:
        return "#" * max(level - _TOP + 1, 1) + blanks
    return "#" * (4 + (len(blanks) - 1) % 3) + " " * ((len(blanks) + 2) // 3)
