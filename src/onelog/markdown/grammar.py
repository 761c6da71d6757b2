"""The fields, keys and owners that onelog reads in a line of text, and how each is kept as plain words.

Everything here is a pair: `cut_…` and `plain` read what was typed, `guarded` writes words so that reading them gives
the same words back. A backslash before a token keeps it text; reading takes one backslash away, writing adds one.
What the tokens are called stands in `families`; decomposed text and full-width signs are read as they are typed.
"""

import re
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import cache
from typing import NamedTuple

from onelog.core.calendar import dates
from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import Doubt, Message, Notice, OnelogError, notice
from onelog.core.regexes import has_any, pattern
from onelog.markdown import families, tags, unseen
from onelog.markdown.body import ID
from onelog.markdown.key_values import QUOTED, longest, unjoined, unquote
from onelog.markdown.token_patterns import (
    BEHIND,
    BEHIND_KEY,
    BEHIND_NARROW_KEY,
    BLANK,
    BOX,
    DAY_KEYS,
    DAYLIKE,
    FIELD,
    FIELD_LIKE,
    HTML,
    JOIN_AT_END,
    KEYS,
    LABEL,
    OPENING,
    OWNER,
    PAIRS,
    RUN_KEYS,
    SIGNS,
    START,
    TAIL_KEYS,
    any_of,
    called,
    fields_inside,
    key_tokens,
    named,
)
from onelog.markdown.word_forms import normalized

_BLOCK_ID = rf"(?<![^ \t])\^({ID})$"


def cut(line: str, start: int, end: int) -> str:
    """`line` without [start, end) and without the blank that parted it from its neighbours."""
    before, after = line[:start], line[end:]
    if before.strip():
        return before.rstrip() + after if after[:1].isspace() or not after else before + after
    return before + after.lstrip()


def cut_fields(line: str, read: Callable[[str, str], object], found: dict[str, object]) -> tuple[str, list[str]]:
    """Takes the fields out of a line into `found`; returns the line without them and what was not understood."""
    troubles: list[str] = []
    at = 0
    names = named(line, families.FIELD_NAMES)
    if not names:
        return line, troubles
    inside = pattern(fields_inside(sorted(names)))
    while match := inside.search(line, at):
        at = match.end()
        if match[1]:
            continue
        key, value, end = _field(line, match, read)
        if key in found:
            troubles.append(notice("notice.field_twice", key=families.called(key)))
            continue
        try:
            found[key] = read(key, value)
        except OnelogError as error:
            troubles += (
                []
                if pattern(r"[^:：]*[:：]\s").match(match[2])
                else [notice("notice.of_key", key=families.called(key), error=error)]
            )  # prose: "agreed on: next steps"
            continue
        line = cut(line, match.start(), end)
        at = min(match.start(), len(line))
    if named(line, families.FIELD_NAMES):
        troubles += [
            notice("notice.not_understood", text=m[0][:40])
            for m in pattern(FIELD_LIKE).finditer(line)
            if not inside.match(line, m.start())
        ]
    return line, troubles


def _field(line: str, match: re.Match[str], read: Callable[[str, str], object]) -> tuple[str, str, int]:
    """The name of a field, its value, and where in the line that ends."""
    key, _, value = match[2].replace("：", ":", 1).partition(":")
    key = families.NAME_OF_FIELD[normalized(key)]
    start = match.end() - len(value.lstrip())
    if key not in ("on", "len") or line[start] in QUOTED or not pattern(DAYLIKE).match(line, start):
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
    return families.NAME_OF_MODE[normalized(value)] if key == "mode" else int(value)


def cut_keys(
    kind: str, line: str, doubt: Callable[[str, str], Doubt], *, joined: bool = True
) -> tuple[str, dict[str, str], list[str]]:
    """Takes the keys of a kind out of a line: the words that are left, the keys, and what was not understood.

    `@name` comes as the key "owner". What stands after a tail key belongs to it up to the next key; a day is the longest
    run of words that is one. `doubt(key, value)` says why a value cannot be taken ("" when it can); such a key stays
    among the words. The colon, comma or dash that joins a key with the words goes with it (`@priya: send`), unless the
    line was written by onelog, which has none between them (not `joined`).
    """
    words, keys, troubles = "", dict[str, str](), list[str]()
    tokens = _keys(kind, line) if has_any(line, SIGNS) else None
    matches = list(_tokens(tokens, line)) if tokens else []
    ends = [*(m.start() for m in matches[1:]), len(line)]
    words = line[: matches[0].start()] if matches else line
    for match, end in zip(matches, ends, strict=False):
        name, value, after = _key(match, line[:end], doubt)
        trouble = _trouble(name, value, keys, doubt)
        if trouble:
            troubles.append(trouble)
            blank = " " if words and not words[-1].isspace() and line[match.start() - 1].isspace() else ""
            words += blank + line[match.start() : end]
            continue
        keys[name] = value
        words = words.rstrip()
        if words and after and words[-1] + after[0] in PAIRS:  # the brackets around it go with it
            words, after = words[:-1].rstrip(), after[1:]
        words = unjoined(words, after) if joined else words + after
    return words.strip(), keys, troubles


def _tokens(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """The tokens of a line. A backslash keeps the beginning of one text, and with it nothing that follows."""
    at = 0
    while match := pattern.search(line, at):
        at = match.end(1) + 1 if match[1] else match.end()
        if not match[1]:
            yield match


def _trouble(name: str, value: str, keys: dict[str, str], doubt: Callable[[str, str], Doubt]) -> str:
    if not value:
        return notice("notice.nothing_after", key=families.called(name))
    if name in keys:
        return notice("notice.key_twice", key="@" if name == "owner" else families.called(name))
    told = doubt(name, value)
    return Notice(told) if isinstance(told, Message) else told


def _key(match: re.Match[str], line: str, doubt: Callable[[str, str], Doubt]) -> tuple[str, str, str]:
    """The name of a key, its value, and what follows that in the line."""
    token, end = match[2], match.end()
    if token[0] in "@＠":
        return "owner", unquote(token[1:]), line[end:]
    said, _, value = token.replace("：", ":", 1).partition(":")
    name = families.NAME_OF_KEY[normalized(said)]
    if name in TAIL_KEYS:
        return name, line[end:].strip(), ""
    start = end - len(value.lstrip())
    if name in RUN_KEYS:
        likely = name not in DAY_KEYS or not value[0].isspace() or pattern(DAYLIKE).match(line, start)
        run, length = longest(line[start:], lambda words: not doubt(name, words)) if likely else ("", 0)
        return (name, run, line[start + length :]) if length else (name, unquote(value.strip()), line[end:])
    if name in ("from", "to", "owner") and value[0] not in QUOTED:
        value = value.rstrip(",;:!?、。，：！？)）")
        return name, value.lstrip("@＠") or value, line[start + len(value) :]
    value = value.rstrip(")）,、") if value[0] not in QUOTED else value
    return name, unquote(value), line[start + len(value) :]


def owner(name: str) -> str:
    """`@name` as it is read: in quotes where the name is not one word of letters."""
    return f"@{name}" if pattern(OWNER).fullmatch(f"@{name}") else f'@"{name}"'


def _keys(kind: str, line: str) -> re.Pattern[str] | None:
    """The pattern of the keys that a line may hold: the other ones would only take time to compile."""
    names = named(line, families.KEYS) | ({"@"} if "@" in line or "＠" in line else set())
    return _key_pattern(kind, names, BEHIND_KEY if "＠" in line else BEHIND_NARROW_KEY)


@cache
def _key_pattern(kind: str, names: frozenset[str], behind: str) -> re.Pattern[str] | None:
    tokens = key_tokens(kind, names)
    return pattern(rf"{behind}(\\*)({tokens})") if tokens else None


def cut_id(line: str) -> tuple[str, str]:
    """The line without the block id at its end, and the id ("" if there is none)."""
    bare = line.rstrip(" \t")
    found = pattern(_BLOCK_ID).search(bare)
    return (line[: found.start()].rstrip(" \t"), found[1]) if found else (line, "")


_ID_LIKE = rf"(?<![^ \t])(\\*)\^(?={ID}$)"


def with_id(line: str, id_: str) -> str:
    """The line with its id at its end; without one, what looks like an id there is text."""
    if id_:
        return f"{line} ^{id_}"
    return pattern(_ID_LIKE).sub(lambda m: "\\" * (2 * len(m[1]) + 1) + "^", line)


def split_id(line: str) -> tuple[str, str]:
    """The inverse of `with_id`: the line, and its id or ""."""
    bare, id_ = cut_id(line)
    if not id_:
        bare = pattern(_ID_LIKE).sub(lambda m: "\\" * ((len(m[1]) - 1) // 2 if m[1] else 0) + "^", bare)
    return bare, id_


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
    tokens = [FIELD] if place.first else []
    if place.kind == "note":
        start = [rf"{BOX}(?=\s|$)", rf"(?:{called(['because'])})[:：]", HTML, rf"\^{ID}[ \t]*$"]
        start.append(rf"{OPENING}{BLANK}*(?=\S)")
        sites.append(pattern(rf"^({START})(\\*)(?={'|'.join(start)})"))
    elif keys := key_tokens(place.kind):
        names = "|".join((called(KEYS.get(place.kind, ("because",))), any_of(families.NAME_OF_FIELD)))
        tokens += [
            keys,
            rf'(?:[@＠]|(?:{names})[:：]{BLANK}*)["“„«]',
        ]  # what comes after these words may close the quotes
    if tokens:
        values = "|".join(tokens).replace(DAYLIKE, rf"\\*{DAYLIKE}")  # a value may begin with a token of its own
        sites.append(pattern(rf"{BEHIND_KEY}()(\\*)(?={values})"))
    return tuple(sites)


_LONELY = rf"^({START})(\\+)(?={OPENING}\s*$)"
"""A label with nothing after it, which is text anyway."""
_ESCAPED = rf"{BEHIND}()(\\+)(?={LABEL})"
"""A label inside a line is read in no document, but a backslash before it is taken for what it is elsewhere."""


def _within(words: str, place: Place, change: Callable[[str], str]) -> str:
    """`words` with the backslashes changed before each label that is not read where it stands."""
    is_note = place.kind == "note"
    lonely = pattern(_LONELY).match(words) if is_note else None
    if lonely:
        return words[: lonely.start(2)] + change(lonely[2]) + words[lonely.end() :]
    start = pattern(START).match(words) if is_note else None
    begin = start.end() if start else 0
    return words[:begin] + pattern(_ESCAPED).sub(
        lambda m: m[0] if is_note and not m.start() else change(m[0]), words[begin:]
    )


def guarded(words: str, place: Place, own: Collection[str] = ()) -> str:
    """`words` written so that reading them in `place` gives them back: backslashes before what would be a token.

    `own` are the tags that stay tags.
    """
    if has_any(words, SIGNS):
        if "\\" in words:
            words = _within(words, place, lambda slashes: f"\\{slashes}")
        for site in _sites(place):
            words = site.sub(r"\1\\\2", words)
        words = unseen.hidden(words) if place.kind == "note" else words
    if "\\" in words and place.kind != "note":
        words = pattern(rf"(?<!\\)(\\+)(?={JOIN_AT_END})").sub(r"\\\1", words)
    return tags.guarded(words, own)


def plain(words: str, place: Place) -> str:
    """The inverse of `guarded`: one backslash taken away where it kept something text."""
    if "\\" not in words:
        return words
    words = tags.plain(words)
    if place.kind != "note":
        words = pattern(rf"(?<!\\)\\+(?={JOIN_AT_END})").sub(lambda m: m[0][1:], words)
    else:
        words = unseen.unhidden(words)
    for site in reversed(_sites(place)):
        words = site.sub(lambda m: m[1] + m[2][1:], words)
    return _within(words, place, lambda slashes: slashes[1:])
