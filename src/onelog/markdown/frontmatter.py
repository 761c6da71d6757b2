"""The lines between two `---` at the top of a document: `key: value`, one a line.

A small, closed part of YAML: what onelog writes, any YAML reader reads the same, of YAML 1.1 or 1.2: a number as this
number, a day as this day, and text as text, also where it looks like one of the others. What it does not know (a list, a
block, another program's key) is kept as it is and written again.
"""

import json
import re
from collections.abc import Iterable

from onelog.core.regexes import pattern
from onelog.core.sanitize import safe, storable
from onelog.core.values import value
from onelog.markdown.token_patterns import UNSEEN

_KEY_LINE = rf"""^{UNSEEN}*(["']?)([A-Za-z][\w-]*)\1{UNSEEN}*:(?:{UNSEEN}*[ \t]+{UNSEEN}*(.*?))?{UNSEEN}*$"""
_PLAIN_TEXT = r"[^\W\d_][\w .'/()@+&-]*|[1-9]\d*[a-df-z][0-9a-z]*"
"""Text that no YAML reader takes for anything else: words, ids and lengths such as 7yz9, 45m, 2w (but not 1e3)."""
_yaml_words = {"yes", "no", "true", "false", "on", "off", "null", "y", "n"}
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?[+-]\d\d:\d\d(?::\d\d)?)?", re.ASCII)
_TYPES = {
    **dict.fromkeys(("mood", "seen", "rating", "from", "to"), _NUMBER),
    **dict.fromkeys(("at", "by", "opened", "closed", "added", "archived"), _DAY),
}
"""The keys whose values are numbers and days; those of all others are text."""


@value(frozen=True, slots=True)
class Front:
    """A document's front matter, taken apart."""

    keys: dict[str, tuple[str, int]]
    """Known key -> its value and the number of its line, counted from 1."""
    extra: str
    """Every other line, as it was, but for empty ones."""
    body: str
    offset: int
    """How many lines stand before the body."""


def is_rule(line: str) -> bool:
    """Whether a line is one of the two around the keys, whatever stands there that nobody sees."""
    return line.rstrip() == "---" or (
        "---" in line and pattern(rf"{UNSEEN}*---(?:\s|{UNSEEN})*").fullmatch(line) is not None
    )


def split(text: str, known: Iterable[str]) -> Front:
    """Parts a text into front matter and body; a text without a known key between `---` has no front matter."""
    lines = text.split("\n")
    if not is_rule(lines[0]):
        return Front({}, "", text, 0)
    end = next((n for n, line in enumerate(lines[1:], 1) if is_rule(line)), 0)
    keys, extra = _keys(lines[1:end], set(known))
    if not end or not keys:
        return Front({}, "", text, 0)
    return Front(keys, "\n".join(extra), "\n".join(lines[end + 1 :]), end + 1)


def _keys(lines: list[str], known: set[str]) -> tuple[dict[str, tuple[str, int]], list[str]]:
    keys: dict[str, tuple[str, int]] = {}
    extra: list[str] = []
    for number, line in enumerate(lines, 2):
        found = pattern(_KEY_LINE).match(line.rstrip(" \t"))
        name = found[2].lower() if found else ""
        if not found or name not in known or name in keys or not _readable(found[3] or ""):
            extra += [line] if line.strip() else []
        else:
            keys[name] = (read_scalar(found[3] or ""), number)
    return keys, extra


def _readable(value: str) -> bool:
    """Whether the value is a scalar on one line (not a list, a map or a block)."""
    return not value or (value[0] not in "[{|>&*!%" and not (value[0] == '"' and _json(value) is None))


def _json(value: str) -> str | None:
    def known(found: re.Match[str]) -> str:
        return json.dumps(chr(int(found[1][1:], 16)))[1:-1] if len(found[1]) > 1 else found[0]

    try:
        read = json.loads(re.sub(r"\\(U[0-9a-fA-F]{8}|.)", known, value))
    except (ValueError, OverflowError):
        return None
    return read if isinstance(read, str) and not re.search("[\0\ud800-\udfff]", read) else None


def read_scalar(value: str) -> str:
    """What a scalar says: without quotes, escapes and a comment after it."""
    if value[:1] == '"':
        return _json(value) or ""
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    plain = re.sub(r"(^|[ \t])#.*$", "", value).rstrip()
    return pattern(UNSEEN).sub("", plain) if plain[:1].isdecimal() else plain


def scalar(value: str, key: str = "") -> str:
    """The value of a key as YAML reads it back: plain where that is safe, else in double quotes."""
    if key in _TYPES and _TYPES[key].fullmatch(value):
        return value
    if pattern(_PLAIN_TEXT).fullmatch(value) and not _is_yaml_word(value) and value == value.strip():
        return value
    written = json.dumps(value, ensure_ascii=False)
    return written if safe(value) == value else "".join(_visible(sign) for sign in written)


def _is_yaml_word(value: str) -> bool:
    return value.lower() in _yaml_words


def _visible(sign: str) -> str:
    """A sign of a quoted scalar, escaped where it would not be seen; YAML knows no pairs of surrogates, as JSON does."""
    if safe(sign) == sign:
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08x}"


def lines(pairs: Iterable[tuple[str, str | None]], extra: str = "", *, blanks: bool = False) -> list[str]:
    """The front matter's lines, both `---` included; empty values are left out unless `blanks`."""
    written = [_line(key, value or "") for key, value in pairs if value or blanks]
    return ["---", *written, *([storable(extra)] if extra else []), "---"]


def _line(key: str, value: str) -> str:
    name = f'"{key}"' if _is_yaml_word(key) else key  # `on` is a yes to readers of YAML 1.1
    return f"{name}: {scalar(value, key)}" if value else f"{name}:"
