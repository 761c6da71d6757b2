"""The labels, fields, keys and owners that onelog reads in a line of text, and how each is kept as plain words.

Everything here is a pair: `cut_…` and `plain` read what was typed, `guarded` writes words so that reading them gives
the same words back. A backslash before a token keeps it text; reading takes one backslash away, writing adds one.
What the tokens are called stands in `families`; decomposed text and full-width signs are read as they are typed.
"""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from onelog import dates, families, tags
from onelog.body import ID
from onelog.conventions import USUAL, Conventions
from onelog.errors import OnelogError
from onelog.families import FIELDS, KIND_OF_LABEL, spellings

KEYS = {
    "action": ("due", "goal", "opened", "done", "dropped", "why", "outcome"),
    "topic": ("added", "raised", "dropped", "why", "outcome"),
    "checkin": (),
    "praise": ("from", "to", "because"),
    "growth": ("from", "to", "because"),
    "concern": ("resolved", "because", "outcome"),
}
"""The keys a kind of line knows; any other kind of moment knows `because` alone."""
TAIL_KEYS = ("why", "because", "outcome")
"""Keys whose value runs to the next key or the end of the line."""
DAY_KEYS = ("due", "opened", "done", "dropped", "added", "raised", "resolved")

# --- the signs of tokens

BLANK = r"[ \t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""A horizontal blank of any width."""
START = rf"{BLANK}*(?:>{BLANK}*|\#{{1,6}}{BLANK}+|[-*+]{BLANK}+|\d{{1,9}}[.)．]{BLANK}+|[・･•■□○●]{BLANK}*){{0,4}}"
"""What may stand before a label at the start of a line: blanks, quotes, a heading's signs, list marks."""
_BEHIND = r"(?:(?<!\S)|(?<=[。！？」）]))"
"""Where a label may begin inside a line."""
_BEHIND_KEY = r"(?:(?<!\S)|(?<=[、。，！？」）]))"
"""Where a key, an owner and a field may."""
_JAPANESE = r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uffef]"


def _any(words: Collection[str]) -> str:
    """One of the words, large or small; only here letters are looked at so: over a whole pattern it is slow to compile."""
    return f"(?i:{'|'.join(re.escape(word) for word in spellings(tuple(words)))})" if words else ""


_LONG = _any([word for family in families.LABELS.values() for word in family.words if word.isascii()])
_SHORT = "|".join(family.short for family in families.LABELS.values() if family.short)
_JA = _any([word for family in families.LABELS.values() for word in family.words if not word.isascii()])
_BOLD = r"(?:\*\*|__)?"
LABEL = (
    rf"(?:{_BOLD}(?:(?!(?i:goal|g)：[!-~])(?:{_LONG}|{_SHORT}){_BOLD}(?::{_BOLD}(?=\s|$|{_JAPANESE})|：{_BOLD})"
    rf"|(?:{_JA}){_BOLD}[:：]{_BOLD})"
    rf"|{_BOLD}【{BLANK}*(?:{_LONG}|{_JA}){BLANK}*】{BLANK}*[:：]?{_BOLD})"
)
"""`a:`, `**Aha:**`, `宿題：`, `【決定】`; no blank is needed behind a full-width colon, and before Japanese text.

`goal：g4mu` is the key of an action."""
_VALUE = r"""(?:"[^"]*"|'[^']*'|[^\s"]\S*)"""
_ENDED = r"(?=[,.;)、。，）]*(?:\s|$))"
_DAYLIKE = (
    rf"""(?=["']?(?:[+-]?\d|(?i:today|yesterday|tomorrow|now|next|last|this|in|end|eo[dwmqy]|noon|[rhs]\d+|"""
    rf"""(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:day|week|month|year)s?|"""
    rf"""(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b|{_JAPANESE}))"""
)
"""What the words of a day begin with: only such are tried behind a blank, as in `due: fri`."""
_FIELD = (
    rf"(?:(?i:on)[:：](?:{BLANK}+{_DAYLIKE})?{_VALUE}|(?i:len)[:：](?:{BLANK}+(?=\d))?{_VALUE}"
    rf"|(?i:mode)[:：]{BLANK}*(?:{_any(families.NAME_OF_MODE)}){_ENDED}"
    rf"|(?i:mood|seen|rating)[:：]{BLANK}*[1-5１-５]{_ENDED})"
)
_NAME_SIGN = r"""[^\s"@＠/,;:!?()、。，！？：「」『』（）]"""
_NAME_END = r"""[^\s"@＠/,;:!?()、。，！？：「」『』（）.]"""
_OWNER = rf"""[@＠](?:"[^"]+"|(?=[^\W\d_])(?:{_NAME_SIGN}*{_NAME_END})(?!{_NAME_SIGN}*{_NAME_END})(?!\.*[/@＠"(]))"""
_HTML = r"(?i:<!--|<\?|<![A-Z]|<!\[CDATA\[|</?(?:script|pre|style|textarea)\b)"
_BOX = r"\[([ \u3000xX-])\]"
_SIGNS = frozenset(":：[<^@＠【")
"""One of these is in every token but a tag: most lines of a note have none, and need no closer look."""

_COLON = r":(?![!-)+-^`-~])|[：【]"

_BEGINS = rf"{_BEHIND}(\\*)(?=[^\W\d]|[*【])"
_FIELD_NAMED = rf"(?i:{'|'.join(FIELDS)})[:：]"
_FIELD_INSIDE = rf"{_BEHIND_KEY}(\\*)({_FIELD})"
_FIELD_LIKE = rf"{_BEHIND_KEY}(?i:{'|'.join(FIELDS)})[:：](?:\S+|{BLANK}+\d\S*)"
_block_id = re.compile(rf"(?<![^ \t])\^({ID})$")


@cache
def pattern(text: str) -> re.Pattern[str]:
    """Compiled when a text is read: a command that only writes documents does not wait for it."""
    return re.compile(text)


class Heading(NamedTuple):
    """The beginning of a line that is a record: its list mark, its kind, the box of an action, and the rest."""

    lead: str
    kind: str
    mark: str
    rest: str


def heading(line: str) -> Heading | None:
    """The record that a line begins, if it does: `- [x] …`, `a: …`, `- **Aha:** …`, `・宿題：…`, `【決定】…`."""
    found = _beginning(line)
    return found if found and found.rest.strip() else None


def lonely_label(line: str) -> bool:
    """Whether a line is a label, or a box, with nothing after it."""
    found = _beginning(line)
    return bool(found and not found.rest.strip())


def _beginning(line: str) -> Heading | None:
    """The label, or the box behind a list mark, that a line begins with."""
    if not has_colon(line) and "[" not in line:
        return None
    start = pattern(START).match(line)
    lead = start[0] if start else ""
    box = pattern(rf"{_BOX}(?=\s|$){BLANK}*").match(line, len(lead))
    if box:
        return (
            Heading(lead, "action", box[1].lower().replace("\u3000", " "), line[box.end() :])
            if is_listed(lead)
            else None
        )
    label = pattern(LABEL).match(line, len(lead))
    return Heading(lead, kind_of_label(label[0]), " ", line[label.end() :].lstrip()) if label else None


def is_listed(lead: str) -> bool:
    """Whether the beginning of a line holds a list mark."""
    return bool(lead.replace(">", "").replace("#", "").strip())


def kind_of_label(label: str) -> str:
    """`**Aha:**`, `aha:`, `気づき：`, `【気づき】` -> "aha"."""
    return KIND_OF_LABEL[families.normalized(label).strip("*_:【】 ")]


def split_inline(line: str) -> list[str]:
    """Cuts one line before every label in it; the first piece is what stands before any (it may be empty)."""
    full = len(line.rstrip())
    begins = heading(line)
    own = len(line) - len(begins.rest) if begins else 0
    lettered = is_lettered(line)
    labels = (one for one in inside(line) if not one.escaped and one.end < full)
    starts = [one.start for one in labels if not enumerates(line, one, lettered=lettered)]
    if begins and starts and starts[0] <= own:
        starts[0] = 0  # the line's own label, or one right behind its box
    if not starts:
        return [line]
    edges = [0, *starts, len(line)]
    return [line[a:b].rstrip() for a, b in pairwise(edges)]


class Inside(NamedTuple):
    """A label in a line, where it stands, and whether there is a backslash before it."""

    text: str
    start: int
    end: int
    escaped: bool


def inside(line: str) -> Iterator[Inside]:
    """The labels in a line."""
    if not has_colon(line):
        return
    for begin in pattern(_BEGINS).finditer(line):
        label = pattern(LABEL).match(line, begin.end())
        if label:
            yield Inside(label[0], label.start(), label.end(), bool(begin[1]))


def has_colon(line: str) -> bool:
    """Whether there is a colon, or a bracket, that can belong to a label: not that of `10:30` or `http://`."""
    return not _SIGNS.isdisjoint(line) and bool(pattern(_COLON).search(line))


_COUNTED = frozenset(
    [
        "option",
        "options",
        "alternative",
        "variant",
        "scenario",
        "candidate",
        "appendix",
        "exhibit",
        "annex",
        "drive",
        "disk",
        "vitamin",
        "the",
        "an",
        "my",
        "our",
        "your",
        "their",
        "or",
        "either",
        "vs",
    ]
)
"""Behind one of these a letter is no label: "option a: …", "drive c: full", "the c: drive". A sentence ends with none of them."""
_COUNTING = frozenset("acd")
_OTHER_LETTER = r"(?<!\S)[bB][:：](?=\s|$)"


def enumerates(line: str, label: Inside, *, lettered: bool) -> bool:
    """Whether a letter with a colon counts or names something in a sentence, and is no label there."""
    word = label.text.strip("*_:：")
    if len(word) != 1:
        return False
    if lettered and word in _COUNTING:
        return True
    *_, before = line[max(0, label.start - 24) : label.start].split() or [""]
    return before.strip("(\"'“‘").casefold() in _COUNTED


def counts(line: str, begins: Heading) -> bool:
    """Whether the label that a line begins with is a letter that can count."""
    return line[len(begins.lead) : len(line) - len(begins.rest)].strip("*_:： ") in _COUNTING


def is_lettered(text: str) -> bool:
    """Whether things are counted by letters in a text: there is a `b:`, which is no label."""
    return ("b:" in text or "b：" in text) and bool(pattern(_OTHER_LETTER).search(text))


def because(line: str) -> re.Match[str] | None:
    """The beginning of a line that says what led up to the moment before it."""
    if not has_colon(line):
        return None
    return pattern(rf"^{START}(?:{_called(['because'])})[:：]{BLANK}*(?=\S)").match(line)


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


_RUN = 6
"""More words than any day has."""


def longest(text: str, understands: Callable[[str], bool]) -> tuple[str, int]:
    """The longest run of words at the beginning of a text that is a value, and where it ends; ("", 0) where none is.

    A comma or a full stop behind it is no part of it.
    """
    run = islice(pattern(r"(?!(?<!^)[^\W\d]+[:：])\S+|(\S)").finditer(text), _RUN)
    ends = [m.end() for m in takewhile(lambda m: not m[1], run)]  # up to the next key
    for end in reversed(ends):
        bare = text[:end].rstrip(",.;:!?)、。，！？）」")
        for words in dict.fromkeys((text[:end], bare)):
            if words and understands(unquote(words)):
                return unquote(words), len(words)
    return "", 0


def cut_fields(line: str, read: Callable[[str, str], object], found: dict[str, object]) -> tuple[str, list[str]]:
    """Takes the fields out of a line into `found`; returns the line without them and what was not understood."""
    troubles: list[str] = []
    at = 0
    if not pattern(_FIELD_NAMED).search(line):
        return line, troubles
    while match := pattern(_FIELD_INSIDE).search(line, at):
        at = match.end()
        if match[1]:
            continue
        key, value, end = _field(line, match, read)
        if key in found:
            troubles.append(f"{key}: is said twice; the second one stays in the note")
            continue
        try:
            found[key] = read(key, value)
        except OnelogError as error:
            troubles += [] if match[2][len(key) + 1].isspace() else [error.message]  # prose: "agreed on: next steps"
            continue
        line = cut(line, match.start(), end)
        at = min(match.start(), len(line))
    troubles += [
        f"{m[0][:40]} is not understood"
        for m in pattern(_FIELD_LIKE).finditer(line)
        if not pattern(_FIELD_INSIDE).match(line, m.start())
    ]
    return line, troubles


def _field(line: str, match: re.Match[str], read: Callable[[str, str], object]) -> tuple[str, str, int]:
    """The name of a field, its value, and where in the line that ends."""
    key, _, value = match[2].replace("：", ":", 1).partition(":")
    key = key.casefold()
    start = match.end() - len(value.lstrip())
    if key not in ("on", "len") or line[start] in "\"'":
        return key, unquote(value.strip()), match.end()

    def understands(words: str) -> bool:
        try:
            read(key, words)
        except OnelogError:
            return False
        return True

    words, length = longest(line[start:], understands)
    return (key, words, start + length) if length else (key, value.strip(), match.end())


def read_field(key: str, value: str, now: datetime, conventions: Conventions = USUAL) -> object:
    """The value of a field: `on` a datetime (looking back), `len` minutes, `mode` a word, scores 1 to 5.

    Raises `Wrong`.
    """
    if key == "on":
        return dates.moment(value, now, looking="back", conventions=conventions)
    if key == "len":
        return dates.minutes(value)
    return families.NAME_OF_MODE[families.normalized(value)] if key == "mode" else int(value)


def cut_keys(kind: str, line: str, doubt: Callable[[str, str], str]) -> tuple[str, dict[str, str], list[str]]:
    """Takes the keys of a kind out of a line: the words that are left, the keys, and what was not understood.

    `@name` comes as the key "owner". What stands after a tail key belongs to it up to the next key; a day is the longest
    run of words that is one. `doubt(key, value)` says why a value cannot be taken ("" when it can); such a key stays
    among the words.
    """
    pattern = _keys(kind)
    words, keys, troubles = "", dict[str, str](), list[str]()
    matches = list(_tokens(pattern, line)) if pattern and not _SIGNS.isdisjoint(line) else []
    ends = [*(m.start() for m in matches[1:]), len(line)]
    words = line[: matches[0].start()] if matches else line
    for match, end in zip(matches, ends, strict=False):
        name, value, after = _key(match, line[:end], doubt)
        trouble = _trouble(name, value, keys, doubt)
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


def _key(match: re.Match[str], line: str, doubt: Callable[[str, str], str]) -> tuple[str, str, str]:
    """The name of a key, its value, and what follows that in the line."""
    token, end = match[2], match.end()
    if token[0] in "@＠":
        return "owner", unquote(token[1:]), line[end:]
    said, _, value = token.replace("：", ":", 1).partition(":")
    name = families.NAME_OF_KEY[families.normalized(said)]
    if name in TAIL_KEYS:
        return name, line[end:].strip(), ""
    start = end - len(value.lstrip())
    if name in DAY_KEYS:
        run, length = longest(line[start:], lambda words: not doubt(name, words))
        return (name, run, line[start + length :]) if length else (name, unquote(value.strip()), line[end:])
    if name in ("from", "to") and value[0] not in "\"'":
        value = value.rstrip(",;!?、。，！？）")
        return name, value.lstrip("@＠") or value, line[start + len(value) :]
    return name, unquote(value), line[end:]


def owner(name: str) -> str:
    """`@name` as it is read: in quotes where the name is not one word of letters."""
    return f"@{name}" if pattern(_OWNER).fullmatch(f"@{name}") else f'@"{name}"'


@cache
def _keys(kind: str) -> re.Pattern[str] | None:
    tokens = _key_tokens(kind)
    return pattern(rf"{_BEHIND_KEY}(\\*)({tokens})") if tokens else None


def _key_tokens(kind: str) -> str:
    """The keys of a kind with their values, and the owners of an action."""
    names = KEYS.get(kind, ("because",))
    days = _called([name for name in names if name in DAY_KEYS])
    tails = _called([name for name in names if name in TAIL_KEYS])
    others = _called([name for name in names if name not in (*DAY_KEYS, *TAIL_KEYS)])
    parts = [rf"(?:{tails})[:：]"] if tails else []
    parts += [rf"(?:{days})[:：](?:{BLANK}+{_DAYLIKE})?{_VALUE}"] if days else []
    parts += [rf"(?:{others})[:：]{_VALUE}"] if others else []
    parts += [_OWNER] if kind == "action" else []
    return "|".join(parts)


def _called(names: Collection[str]) -> str:
    return _any([word for name in names for word in families.KEYS[name]])


def cut_id(line: str) -> tuple[str, str]:
    """The line without the block id at its end, and the id ("" if there is none)."""
    bare = line.rstrip(" \t")
    found = _block_id.search(bare)
    return (line[: found.start()].rstrip(" \t"), found[1]) if found else (line, "")


def first_word(text: str) -> tuple[str, str]:
    """The goal that a check-in begins with, and the rest."""
    parts = pattern(BLANK).split(text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


# --- words that look like tokens, kept as words ------------------------------------------------------------------


class Place(NamedTuple):
    """Where words stand in a document, which decides what would be read in them."""

    kind: str = "note"
    first: bool = False
    """In the first paragraph, where fields are read."""


@cache
def _sites(place: Place) -> tuple[re.Pattern[str], ...]:
    """The places in words at which a backslash decides; (1) is what stands before it, (2) the backslashes."""
    sites = []
    tokens = [_FIELD] if place.first else []
    if place.kind == "note":
        start = [r"\[[ \u3000xX-]\](?=\s|$)", rf"(?:{_called(['because'])})[:：]", _HTML, rf"\^{ID}[ \t]*$"]
        start.append(rf"{LABEL}{BLANK}*(?=\S)")
        sites.append(pattern(rf"^({START})(\\*)(?={'|'.join(start)})"))
        sites.append(pattern(rf"^({START})(\\+)(?={LABEL}\s*$)"))  # nothing after it: it is text anyway
    elif keys := _key_tokens(place.kind):
        names = "|".join((_called(KEYS.get(place.kind, ("because",))), f"(?i:{'|'.join(FIELDS)})"))
        tokens += [keys, rf'(?:[@＠]|(?:{names})[:：]{BLANK}*)"']  # what comes after these words may close the quotes
    if tokens:
        sites.append(pattern(rf"{_BEHIND_KEY}()(\\*)(?={'|'.join(tokens)})"))
    return tuple(sites)


_ESCAPED = rf"{_BEHIND}()(\\+)(?={LABEL})"
"""A label inside a line is read in no document, but a backslash before it is taken for what it is elsewhere."""


def _within(words: str, place: Place, change: Callable[[re.Match[str]], str]) -> str:
    """`words` with each backslashed label changed that does not stand where labels are read."""
    found = pattern(rf"^{START}").match(words) if place.kind == "note" else None
    begin = found.end() if found else 0
    return words[:begin] + pattern(_ESCAPED).sub(
        lambda m: m[0] if found and not m.start() else change(m), words[begin:]
    )


def guarded(words: str, place: Place, own: Collection[str] = ()) -> str:
    """`words` written so that reading them in `place` gives them back: backslashes before what would be a token.

    `own` are the tags that stay tags.
    """
    if not _SIGNS.isdisjoint(words):
        if "\\" in words:
            words = _within(words, place, lambda m: f"\\{m[0]}")
        for site in _sites(place):
            words = site.sub(r"\1\\\2", words)
    return tags.guarded(words, own)


def plain(words: str, place: Place) -> str:
    """The inverse of `guarded`: one backslash taken away where it kept something text."""
    if "\\" not in words:
        return words
    words = tags.plain(words)
    for site in reversed(_sites(place)):
        words = site.sub(lambda m: m[1] + m[2][1:], words)
    return _within(words, place, lambda m: m[0][1:])
