"""The labels, fields, keys, owners and tags that onelog reads in a line of text, and how each is kept as plain words.

Everything here is a pair: `cut_…` and `plain` read what was typed, `guarded` writes words so that reading them gives
the same words back. A backslash before a token keeps it text; reading takes one backslash away, writing adds one.
"""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onelog import dates
from onelog.body import ID, LEAD
from onelog.conventions import USUAL, Conventions
from onelog.errors import OnelogError
from onelog.model import MODES

LABELS = {
    "action": ("action", "a", "宿題"),
    "decision": ("decision", "d", "決定"),
    "win": ("win", "w", "成果"),
    "aha": ("aha", "気づき"),
    "praise": ("praise", "p", "称賛"),
    "growth": ("growth", "gr", "成長"),
    "concern": ("concern", "c", "懸念"),
    "topic": ("topic", "t", "次回"),
    "checkin": ("goal", "g", "目標"),
    "private": ("private", "x", "非公開"),
}
KIND_OF_LABEL = {word: kind for kind, words in LABELS.items() for word in words}

FIELDS = ("on", "len", "mode", "mood", "seen", "rating")

KEYS = {
    "action": ("due", "goal", "opened", "done", "dropped", "why"),
    "topic": ("added", "raised", "dropped", "why"),
    "checkin": (),
    "praise": ("from", "to", "because"),
    "growth": ("from", "to", "because"),
    "concern": ("resolved", "because"),
}
"""The keys a kind of line knows; any other kind of moment knows `because` alone."""
TAIL_KEYS = ("why", "because")
"""Keys whose value runs to the next key or the end of the line."""

_WORDS = "|".join(sorted((re.escape(w) for w in KIND_OF_LABEL), key=len, reverse=True))
_LONG = "|".join(sorted((w for w in KIND_OF_LABEL if w.isascii() and len(w) > 2), key=len, reverse=True))
_SHORT = "|".join(w for w in KIND_OF_LABEL if w.isascii() and len(w) <= 2)
_EN = rf"(?:{_LONG}|(?-i:{_SHORT}))"  # A: and C: begin answers and name disks; only small letters are short labels
_JA = "|".join(w for w in KIND_OF_LABEL if not w.isascii())
_BOLD = r"(?:\*\*|__)?"
LABEL = rf"{_BOLD}(?:(?:{_EN}){_BOLD}:{_BOLD}(?=\s|$)|(?:{_JA}){_BOLD}[:：]{_BOLD})"
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"]\S*)"""
_FIELD = rf"(?:on:{_VALUE}|len:{_VALUE}|mode:(?:{'|'.join(MODES)})(?!\S)|(?:mood|seen|rating):[1-5](?!\S))"
_HTML = r"(?:<!--|<\?|<![A-Za-z]|<!\[CDATA\[|</?(?:script|pre|style|textarea)\b)"
_SIGNS = frozenset(":：[<^@")
"""One of these is in every token but a tag: most lines of a note have none, and need no closer look."""

_LABEL_WORD = rf"({_WORDS})"
_LINE = rf"^(?P<lead>{LEAD})(?:\[(?P<mark>[ xX-])\][ \t]+(?=\S)|(?P<label>{LABEL})[ \t]*(?=\S))"
_LABEL_INSIDE = rf"(?<!\S)(\\*)({LABEL})"
_FIELD_INSIDE = rf"(?<!\S)(\\*)({_FIELD})"
_FIELD_LIKE = rf"(?<!\S)(?:{'|'.join(FIELDS)}):\S+"
_tag = re.compile(r"(?<![^ \t\n\xa0\u2000-\u200a\u202f\u205f\u3000(（「『、。,;])(\\*)[#+]([^\W\d_](?:[\w/-]*\w)?)")
"""Behind a blank that is shown as one: what a document shows otherwise (a lone CR) makes no tag, in it or before."""
_block_id = re.compile(rf"(?<![^ \t])\^({ID})$")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Compiled when a text is read: a command that only writes documents does not wait for it."""
    return re.compile(text, re.IGNORECASE)


class Heading(NamedTuple):
    """The beginning of a line that is a record: its list mark, its kind, the box of an action, and the rest."""

    lead: str
    kind: str
    mark: str
    rest: str


def heading(line: str) -> Heading | None:
    """The record that a line begins, if it does: `- [x] …`, `a: …`, `- **Aha:** …`, `宿題: …`."""
    found = _pattern(_LINE).match(line)
    if not found:
        return None
    lead, rest = found["lead"], line[found.end() :]
    if found["mark"]:
        return Heading(lead, "action", found["mark"].lower(), rest) if lead.strip() else None
    kind = kind_of_label(found["label"])
    return Heading(lead, kind, " ", rest) if kind else None


def kind_of_label(label: str) -> str:
    """`**Aha:**`, `aha:`, `気づき：` -> "aha"."""
    found = _pattern(_LABEL_WORD).search(label)
    return KIND_OF_LABEL.get(found[1].casefold(), "") if found else ""


def split_inline(line: str) -> list[str]:
    """Cuts one line before every label in it; the first piece is what stands before any (it may be empty)."""
    full = len(line.rstrip())
    starts = [m.start(2) for m in _pattern(_LABEL_INSIDE).finditer(line) if not m[1] and m.end() < full]
    head = heading(line)
    if head and starts and starts[0] <= len(line) - len(head.rest):
        starts[0] = 0  # the line's own label, or one right behind its box
    if not starts:
        return [line]
    edges = [0, *starts, len(line)]
    pieces = [line[a:b] for a, b in pairwise(edges)]
    return [piece.rstrip() for piece in pieces]


def lonely_label(line: str) -> bool:
    """Whether a line is a label with nothing after it."""
    found = re.match(rf"^{LEAD}(?:{LABEL}|\[[ xX-]\])\s*$", line, re.IGNORECASE)
    return bool(found)


# --- tokens that are taken out of a line -------------------------------------------------------------------------


def cut(line: str, start: int, end: int) -> str:
    """`line` without [start, end) and without the blank that parted it from its neighbours."""
    before, after = line[:start], line[end:]
    if before.strip():
        return before.rstrip() + after if after[:1].isspace() or not after else before + after
    return before + after.lstrip()


def unquote(value: str) -> str:
    """The value without the quotes around it, double or (where a shell has taken those) single."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def cut_fields(line: str, read: Callable[[str, str], object], found: dict[str, object]) -> tuple[str, list[str]]:
    """Takes the fields out of a line into `found`; returns the line without them and what was not understood."""
    troubles: list[str] = []
    at = 0
    while match := _pattern(_FIELD_INSIDE).search(line, at):
        at = match.end()
        key, _, value = match[2].partition(":")
        key = key.casefold()
        if match[1] or key not in FIELDS:
            continue
        if key in found:
            troubles.append(f"{key}: is said twice; the second one stays in the note")
            continue
        try:
            found[key] = read(key, unquote(value))
        except OnelogError as error:
            troubles.append(error.message)
            continue
        line = cut(line, match.start(), match.end())
        at = min(match.start(), len(line))
    troubles += [
        f"{m[0][:40]} is not understood"
        for m in _pattern(_FIELD_LIKE).finditer(line)
        if not _pattern(_FIELD_INSIDE).match(m[0])
    ]
    return line, troubles


def read_field(key: str, value: str, now: datetime, conventions: Conventions = USUAL) -> object:
    """The value of a field: `on` a datetime (looking back), `len` minutes, `mode` a word, scores 1 to 5.

    Raises `Wrong`.
    """
    if key == "on":
        return dates.moment(value, now, looking="back", conventions=conventions)
    if key == "len":
        return dates.minutes(value)
    return value.lower() if key == "mode" else int(value)


def cut_keys(kind: str, line: str, doubt: Callable[[str, str], str]) -> tuple[str, dict[str, str], list[str]]:
    """Takes the keys of a kind out of a line: the words that are left, the keys, and what was not understood.

    `@name` comes as the key "owner". What stands after a tail key belongs to it up to the next key. `doubt(key,
    value)` says why a value cannot be taken ("" when it can); such a key stays among the words.
    """
    pattern = _keys(kind)
    words, keys, troubles = "", dict[str, str](), list[str]()
    matches = list(_tokens(pattern, line)) if pattern else []
    ends = [*(m.start() for m in matches[1:]), len(line)]
    words = line[: matches[0].start()] if matches else line
    for match, end in zip(matches, ends, strict=False):
        name, value = _key(match[2])
        after = line[match.end() : end]
        if name in TAIL_KEYS:
            value, after = after.strip(), ""
        known = name in KEYS.get(kind, ("because",)) or name == "owner"
        trouble = _trouble(name, value, keys, doubt) if known else f"{name}: is not understood"
        if trouble:
            troubles.append(trouble)
            words += (" " if words and not words[-1].isspace() else "") + line[match.start() : end]
            continue
        keys[name] = value
        words = words.rstrip() + after
    return words.strip(), keys, troubles


def _tokens(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """The tokens of a line. A backslash keeps the beginning of one text, and with it nothing that follows."""
    at = 0
    while match := pattern.search(line, at):
        at = match.end(1) + 1 if match[1] else match.end()
        if not match[1]:
            yield match


def _trouble(name: str, value: str, keys: dict[str, str], doubt: Callable[[str, str], str]) -> str:
    if not value:
        return f"{name}: has nothing after it"
    if name in keys:
        return f"{name} is said twice; the second one stays among the words"
    return doubt(name, value)


def _key(token: str) -> tuple[str, str]:
    if token.startswith("@"):
        return "owner", unquote(token[1:])
    name, _, value = token.partition(":")
    name = name.casefold()
    return name, unquote(value.removeprefix("@") if name in ("from", "to") else value)


@cache
def _keys(kind: str) -> re.Pattern[str] | None:
    names = KEYS.get(kind, ("because",))
    if not names:
        return None
    tails = "|".join(n for n in names if n in TAIL_KEYS)
    words = "|".join(n for n in names if n not in TAIL_KEYS)
    parts = [rf"(?:{tails}):"] + ([rf"(?:{words}):{_VALUE}"] if words else [])
    if kind == "action":
        parts.append(r'@(?:"[^"]+"|[^\s"@]\S*)')
    return re.compile(rf"(?<!\S)(\\*)({'|'.join(parts)})", re.IGNORECASE)


def cut_id(line: str) -> tuple[str, str]:
    """The line without the block id at its end, and the id ("" if there is none)."""
    bare = line.rstrip(" \t")
    found = _block_id.search(bare)
    return (line[: found.start()].rstrip(" \t"), found[1]) if found else (line, "")


# --- words that look like tokens, kept as words ------------------------------------------------------------------


class Place(NamedTuple):
    """Where words stand, which decides what would be read in them."""

    kind: str = "note"
    first: bool = False
    """In the first paragraph, where fields are read."""
    alone: bool = False
    """The only line of its text, where labels are read anywhere."""


@cache
def _sites(place: Place) -> tuple[re.Pattern[str], ...]:
    """The places in words at which a backslash decides; (1) is what stands before it, (2) the backslashes."""
    sites = []
    inside = [_FIELD] if place.first else []
    if place.alone:
        inside.append(LABEL)
    if place.kind == "note":
        start = [r"\[[ xX-]\](?=\s|$)", r"because:", _HTML, rf"\^{ID}[ \t]*$"]
        if not place.alone:
            start.append(LABEL)
        sites.append(re.compile(rf"^({LEAD})(\\*)(?={'|'.join(start)})", re.IGNORECASE))
    elif keys := _keys(place.kind):
        inside.append(keys.pattern.removeprefix(r"(?<!\S)(\\*)"))
        names = "|".join((*KEYS.get(place.kind, ()), *FIELDS))
        inside.append(rf'(?:@|(?:{names}):)"')  # what comes after these words may close the quotes
    if inside:
        sites.append(re.compile(rf"(?<!\S)()(\\*)(?={'|'.join(inside)})", re.IGNORECASE))
    return tuple(sites)


def guarded(words: str, place: Place, tags: Collection[str] = ()) -> str:
    """`words` written so that reading them in `place` gives them back: backslashes before what would be a token."""
    if not _SIGNS.isdisjoint(words):
        for site in _sites(place):
            words = site.sub(r"\1\\\2", words)
    if "#" in words or "+" in words:
        words = _outside_code(words, lambda m: m[0] if not m[1] and m[2].lower() in tags else "\\" + m[0])
    return words


def plain(words: str, place: Place) -> str:
    """The inverse of `guarded`: one backslash taken away where it kept something text."""
    if "\\" not in words:
        return words
    words = _outside_code(words, lambda m: m[0][1:] if m[1] else m[0])
    for site in _sites(place):
        words = site.sub(lambda m: m[1] + m[2][1:], words)
    return words


def tags_in(words: str) -> tuple[str, ...]:
    """The tags in a text as it was typed, in order, lower case, once each; none inside `code`."""
    if "#" not in words and "+" not in words:
        return ()
    found = [m[2].lower() for m in _tag.finditer(_blank_code(words)) if not m[1]]
    return tuple(dict.fromkeys(found))


def _blank_code(words: str) -> str:
    """The words with all of their `code` made backticks: from a run of those to the next one as long."""
    if "`" not in words:
        return words
    runs = [run.span() for run in re.finditer("`+", words)]
    nexts: dict[int, int] = {}
    closing = [0] * len(runs)  # the end of the code that each run begins; 0 where it begins none
    for n in range(len(runs) - 1, -1, -1):
        start, end = runs[n]
        closing[n] = nexts.get(end - start, 0)
        nexts[end - start] = end
    pieces, last = [], 0
    for (start, _), end in zip(runs, closing, strict=True):
        if end and start >= last:
            pieces += [words[last:start], "`" * (end - start)]
            last = end
    return "".join(pieces) + words[last:]


def _outside_code(words: str, change: Callable[[re.Match[str]], str]) -> str:
    hidden = _blank_code(words)
    pieces, last = [], 0
    for match in _tag.finditer(hidden):
        pieces += [words[last : match.start()], change(match)]
        last = match.end()
    return "".join(pieces) + words[last:]
