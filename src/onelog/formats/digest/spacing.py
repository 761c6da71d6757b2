"""Blank lines between notes and records, which Markdown wants there, put in and taken out."""

from collections.abc import Iterable

from onelog.formats.digest.escape import EscapedLine

_APART = (("record", "note"), ("note", "record"))


def apart(lines: list[EscapedLine], records: Iterable[str]) -> list[str]:
    """The lines with a blank one between notes and records.

    Where there was none there are two, where there was one it is that, and more are one more: so each is read back.
    """
    left = iter(records)
    out: list[str] = []
    before, blanks = "", 0
    for line in lines:
        if line is not None and not line.strip():
            blanks += 1
            out.append(line)
            continue
        kind = "record" if line is None else "listed" if line[:1].isspace() or _is_listed(line) else "note"
        if (before, kind) in _APART:
            more = 2 if not blanks else 1 if blanks > 1 else 0
            out += [""] * more
        out.append(next(left) if line is None else line)
        before, blanks = kind, 0
    return out


def together(lines: list[EscapedLine]) -> list[EscapedLine]:
    """The inverse of `apart`; None stands for a record."""
    out: list[EscapedLine] = []
    before, blanks = "", list[EscapedLine]()
    for line in lines:
        if line is not None and not line.strip():
            blanks.append(line)
            continue
        kind = "record" if line is None else "listed" if line[:1].isspace() or _is_listed(line) else "note"
        if (before, kind) in _APART:
            blanks = blanks if len(blanks) < 2 else [] if len(blanks) == 2 else blanks[:-1]
        out += [*blanks, line]
        before, blanks = kind, []
    return [*out, *blanks]


def _is_listed(line: str) -> bool:
    mark, blank, _ = line.partition(" ")
    return bool(blank) and (mark in ("-", "*", "+", ">") or (mark[-1:] in ".)" and mark[:-1].isdigit()))
