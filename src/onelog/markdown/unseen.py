"""Signs that nobody sees and that come with a paste, where they would hide a label, a key or a value."""

from onelog.core.regexes import has_any, pattern
from onelog.markdown.labels import heading
from onelog.markdown.token_patterns import SIGNS, START, UNSEEN

_EMPTY = r"[\xad\u200b\u2060\ufeff]+"
"""Marks of direction are none: they belong to the words."""
_AT_EDGE = rf"(?:^|(?<=[\s:：@＠])){_EMPTY}|{_EMPTY}(?=\s|$)"
_AT_SIGN = (
    rf"(?:^|(?<=[\s:：@＠])){UNSEEN}+(?=[@＠#＃\[【*]|[A-Za-z\u3040-\u9fff]{{1,20}}[:：])"
    rf"|(?<=[:：@＠]){UNSEEN}+|{UNSEEN}+(?=[:：])|(?<=\d){UNSEEN}+(?=[/.年月日-])|(?<=[/.年月-]){UNSEEN}+(?=\d)"
    rf"|(?<=[\]☐☑☒]){UNSEEN}+(?=\s)|([:：@＠][^\s:：@＠]*?){UNSEEN}+(?=\s|$)"
)
"""Where a sign touches that of a label, a key, an owner or a day."""
_TYPED_SIGNS = f"{SIGNS}#＃*【"
"""Tags and bold labels as well."""
_HEAD = r"^[^:：】\]]{0,60}[:：】\]][*_]{0,2}"
"""The beginning of a line, as far as a label or a box goes."""


def seen(line: str) -> str:
    """A typed line without the signs that nobody sees, where they may hide a label or a key.

    Those inside a word stay: they say where it may be broken.
    """
    if line.isascii() or not has_any(line, _TYPED_SIGNS):
        return line
    return _without(pattern(_AT_EDGE).sub("", line))


def seen_in_document(line: str) -> str:
    """A line of a document without the signs that hide that it is a record, or a part of it; any other line as it is."""
    if line.isascii() or not has_any(line, SIGNS):
        return line
    shown = _without(line)
    return shown if shown != line and heading(shown) else line


def _without(line: str) -> str:
    if not pattern(UNSEEN).search(line):
        return line
    shown = pattern(_AT_SIGN).sub(r"\1", line)
    begin = pattern(_HEAD).match(shown)
    if not begin or not pattern(UNSEEN).search(begin[0]):
        return shown
    bare = pattern(UNSEEN).sub("", begin[0]) + pattern(rf"^{UNSEEN}+").sub("", shown[begin.end() :])
    return bare if heading(bare) else shown


# --- a line that stays text although it would be a record ----------------------------------------------------------


def hidden(line: str) -> str:
    """A line of a note with a backslash before what would be a record without the signs that nobody sees."""
    at = _begin(line)
    return f"{line[:at]}\\{line[at:]}" if _hides(line, at) else line


def unhidden(line: str) -> str:
    """The inverse."""
    at = _begin(line)
    return line[:at] + line[at + 1 :] if line[at : at + 1] == "\\" and _hides(line, at) else line


def _begin(line: str) -> int:
    found = pattern(START).match(line)
    return found.end() if found else 0


def _hides(line: str, at: int) -> bool:
    """Whether a line is a record only without the signs that nobody sees, backslashes before it aside."""
    if line.isascii() or not has_any(line, SIGNS):
        return False
    bare = line[:at] + line[at:].lstrip("\\")
    return not heading(bare) and seen_in_document(bare) != bare
