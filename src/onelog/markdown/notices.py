"""What looks like a label, a key, a field or a tag and was read as text: it is said, with what would make it one.

A backslash before it says that text is meant, and then nothing is said.
"""

import re
from functools import cache, lru_cache

from onelog.core.errors import Message, notice
from onelog.core.model import FEEDBACK
from onelog.core.regexes import has_any, pattern
from onelog.markdown import families, labels, section_lines, sheet, token_patterns
from onelog.markdown.families import KIND_OF_HEADING, KIND_OF_LABEL, LABELS
from onelog.markdown.parsing import private_headings
from onelog.markdown.privacy import is_private
from onelog.markdown.token_patterns import BLANK, CLOSED, OPEN, START
from onelog.markdown.word_forms import normalized

_HASHES, _DASHES, _OWNED = "#＃", "-–—", "@＠"
_LONG = ("action", "decision", "praise", "growth", "concern", "topic", "private")
_REAL = frozenset(["raise", "prise", "optic", "tonic", "auction", "faction", "acton"])
"""Words of their own that are one letter away from a label."""
_OWN_KEYS = ("due", "why", "because")
"""Keys that belong to some kinds of records only."""

_LIKE = {"ai": "action", "follow-up": "action", "follow up": "action", "decided": "decision", "kudos": "praise"}
"""What people call a kind of line beside the words that make it one."""

_BEGINS = rf"^{START}([^\W\d_](?:[^\W\d_'-]|[ -](?=[^\W\d_])){{0,20}})([:：]|{BLANK}[-–—](?={BLANK}))(.?)"
_INSIDE = r"(?<=[^\s:：])[ \t]+([^\W\d_]{1,10}):(?=([^\W\d_]{2})|\s+\S)"
_MISTYPED = r"(?<!\S)([^\W\d_]{5,10}):(?=\s)"
_KEY = rf"(?:(?<!\S)|(?<=[、。(（\[]))((?i:{'|'.join(families.KEYS['due'])})[:：]\S+)"
_FIELD = rf"(?<!\S)((?i:mood|seen|rating):{BLANK}*[1-5](?!\S)|(?i:len):\d\S*|(?i:mode):{BLANK}*(?i:{'|'.join(families.NAME_OF_MODE)})(?!\S))"
_PRIVATE_WORDS = ("非公開", "懸念", "内密", "秘密", "極秘", "オフレコ", "プライベート", "private", "confidential")
_PRIVATE = (
    rf"^{START}([【{OPEN}]?[^\s:：、。]{{0,6}}(?:{token_patterns.any_of(_PRIVATE_WORDS)})"
    rf"[^\s:：、。]{{0,10}}(?:{BLANK}*[:：]|[】{CLOSED}]))"
)
_UP_TO_COLON = rf"^{START}([^\W\d_][^:：]{{0,39}}[:：])(?=\s)"
_COLONS = ":："
_TAG = r"(?<!\S)([#＃](?!(?:[\da-fA-F]{3}|[\da-fA-F]{6}|[\da-fA-F]{8})\b)\d+[^\W\d_]\w*)"


def of_note(line: str, *, typed: bool, first: bool) -> list[str]:
    """What in a line of the note looks like a token, and why it is none: the first label or key, and each field."""
    found = ""
    if (":" in line or "：" in line) and not labels.says_nothing(line):
        found = (
            _beginning(line)
            or (labels.has_colon(line) and _inside(line, typed=typed))
            or _key(line)
            or (typed and _inside_too(line))
            or ""
        )
    elif has_any(line, _DASHES):
        found = _beginning(line)
    found = found or _private(line) or _box(line) or _label_of(line) or _owner(line) or _sheet(line)
    told = [found] if found else [] if first else _fields(line)
    tag = pattern(_TAG).search(line) if not told and has_any(line, _HASHES) else None
    return [*told, *([_text(tag[1], "notice.tag_letter")] if tag else [])]


def _sheet(words: str) -> str:
    """A field as sheets call it."""
    found = sheet.unread(words) if "\\" not in words and has_any(words, ":：】") else None
    return _text(found[0], f"notice.sheet_{found[1]}") if found else ""


_BOX_LIKE = rf"^{START}(-\[[ xX]\]|\[\]|\[ *[xX]? *\])(?={BLANK}+\S)"
_LABEL_OF = rf"^{START}([^\W\d_][^\W\d_-]{{1,20}}){BLANK}?([(（][^()（）]{{1,20}}[)）])[:：]"


def _box(line: str) -> str:
    """What looks like the box of an action and is none."""
    found = pattern(_BOX_LIKE).match(line) if "[" in line else None
    return _text(found[1], "notice.is_the_box") if found else ""


def _label_of(line: str) -> str:
    """A label with something in brackets before its colon: `TODO(mia): …`, 宿題（佐藤）：…"""
    found = pattern(_LABEL_OF).match(line) if not _BRACKETS.isdisjoint(line) else None
    kind = KIND_OF_LABEL.get(normalized(found[1]), "") if found else ""
    return _text(f"{found[0].lstrip()}", "notice.is_the_label", label=_label(kind)) if found and kind else ""


_BRACKETS = frozenset("(（")


def _private(line: str) -> str:
    """A line that begins with a word for what is private, in a form that is no label."""
    is_likely = "\\" not in line and any(word in normalized(line) for word in _PRIVATE_WORDS)
    found = (pattern(_PRIVATE).match(line) if is_likely else None) or _said_privately(line)
    if not found or labels.says_nothing(line) or private_headings.name(found[1]) in KIND_OF_HEADING:
        return ""
    return _text(found[1], "notice.private_before")


def _said_privately(line: str) -> re.Match[str] | None:
    """The beginning of a line up to its colon, where it is a way to say that the words are private: `Off the record: …`."""
    found = pattern(_UP_TO_COLON).match(line) if "\\" not in line and has_any(line[:60], _COLONS) else None
    is_meant = found and private_headings.begins_privately(private_headings.name(found[1])) == "private"
    return found if is_meant else None


def of_heading(line: str) -> str:
    """That what stands under a heading is private by the word that it begins with."""
    shown, kept = (text.strip()[:40] for text in (line, section_lines.kept(line)))
    return notice("notice.private_heading", shown=shown, kept=kept)


def of_public(kind: str, words: str) -> str:
    """That a record in a private section is one for everybody, by its own label."""
    named = {"checkin": "check-in"}.get(kind, kind)
    return notice("notice.public_in_private", words=words[:20], label=named)


def of_record(kind: str, words: str, *, typed: bool) -> str:
    """What in the words of a record looks like a key that it does not have, or like one without its value."""
    if kind in FEEDBACK and (somebody := pattern(rf"(?<!\S){token_patterns.OWNER}").search(words)):
        return _text(somebody[0], "notice.to_or_from", name=somebody[0][1:])
    if kind == "fact" and (other := pattern(rf"(?<!\S){token_patterns.OWNER}").search(words)):
        return _text(other[0], "notice.fact_of_other", name=other[0][1:])
    if ":" not in words and "：" not in words:
        return ""
    if told := _sheet(words):
        return told
    hidden = (one for one in labels.split_inline(words)[1:] if (head := labels.heading(one)) and is_private(head.kind))
    if private := next(hidden, ""):
        return _text(private.partition(" ")[0], "notice.begins_line_here")
    if typed and (lettered := _lettered(words)):
        return lettered
    for found in pattern(_any_key()).finditer(words):
        name, own = families.NAME_OF_KEY[normalized(found[1])], token_patterns.KEYS.get(kind, ("because",))
        if name not in own:
            return _text(f"{found[1]}:", f"notice.{name}_belongs_to")
        if name == "due" and words[found.end() :][:1].isspace():
            return _text(f"{found[1]}:", "notice.no_day_follows")
    inside = (
        pattern(rf"[(（\[]((?i:{'|'.join(families.KEYS['due'])})[:：]\w+)").search(words) if kind == "action" else None
    )
    return _text(inside[1], "notice.key_after_blank") if inside else ""


def of_code(number: int, of_label: int) -> tuple[int, str]:
    """That code is never closed, and that there is a label in it."""
    return number, notice("notice.code_open", line=of_label)


@cache
def _any_key() -> str:
    words = [word for name in _OWN_KEYS for word in families.KEYS[name]]
    return rf"(?<!\S)((?i:{'|'.join(families.spellings(tuple(words)))}))[:：](?={BLANK}*\S)"


def _text(token: str, key: str, **values: object) -> str:
    shown = token if len(token) <= 40 else f"{token[:39]}…"
    return notice("notice.read_as_text", token=shown, why=Message(f"errors.{key}", **values))


def _beginning(line: str) -> str:
    found = pattern(_BEGINS).match(line)
    if not found:
        return ""
    word, sign, after = normalized(found[1]), found[2], found[3]
    kind = KIND_OF_LABEL.get(word) or KIND_OF_HEADING.get(word) or _LIKE.get(word, "")
    if word == "ai" and found[1] != "AI":
        kind = ""
    if sign not in ":：":
        long = kind and (len(word) > 2 or found[1] == "AI")
        return _text(f"{found[1]}{sign}", "notice.is_the_label", label=_label(kind)) if long else ""
    token = f"{found[1]}:"
    if word in families.UNCLEAR and after:
        return _text(token, "notice.either_label", one=families.UNCLEAR[word][0], other=families.UNCLEAR[word][1])
    if after and not after.isspace():
        if not (kind and after.isalpha()):
            return ""
        is_label = word in KIND_OF_LABEL and (len(word) > 1 or found[1] == word)
        return _blank(token) if is_label else _text(token, "notice.is_the_label", label=_label(kind))
    if kind and after:
        return _text(token, "notice.is_the_label", label=_label(kind))
    return _mistyped(found[1]) if after else ""


def _blank(token: str) -> str:
    return _text(token, "notice.label_before_blank")


def _label(kind: str) -> families.Called:
    return families.Called(LABELS[kind].words)


def _inside_too(line: str) -> str:
    """A label inside a typed line without its blank, or a large letter that names nothing."""
    for found in pattern(_INSIDE).finditer(line):
        word, kind = found[1], KIND_OF_LABEL.get(normalized(found[1]), "")
        if not kind or labels.is_lettered(line):
            continue
        if len(word) == 1 and word.isupper():
            before = line[: found.start()].rsplit(maxsplit=1)[-1].strip("(\"'“‘")
            if found[2] or before[:1].isupper() or labels.takes_letter(before):
                continue
            return _text(f"{word}:", "notice.is_the_label", label=_label(kind))
        if found[2]:
            return _blank(f"{word}:")
    return ""


def _owner(line: str) -> str:
    """Somebody with a sign at the beginning of a line, and words for them."""
    if not has_any(line, _OWNED):
        return ""
    found = pattern(rf"^{START}({token_patterns.OWNER})(?:{BLANK}*[:：,，、]{BLANK}*|{BLANK}+)\S").match(line)
    return _text(found[1], "notice.owner_of_action", owner=found[1]) if found else ""


@lru_cache(maxsize=256)
def _mistyped(word: str) -> str:
    meant = "" if len(word) < 5 or normalized(word) in _REAL else families.near(word, _LONG)
    return _text(f"{word}:", "notice.mean_label", label=meant) if meant else ""


def _inside(line: str, *, typed: bool) -> str:
    """A label inside a line: typed, it counts something; in a document it does not begin its line."""
    full = len(line.rstrip())
    label = next((one for one in labels.inside(line) if not one.escaped and one.start and one.end < full), None)
    if label and not typed:
        return _text(label.text.strip("*_"), "notice.begins_line")
    if label and (lettered := _lettered(line)):
        return lettered
    mistyped = pattern(_MISTYPED).finditer(line) if typed and ": " in line else ()
    return next((said for m in mistyped if (said := _mistyped(m[1]))), "")


def _lettered(line: str) -> str:
    """The first letter of a typed line that counts or names something there, and was read as no label."""
    found = [one for one in labels.inside(line) if not one.escaped]
    letters = labels.counting(line, found) if found else ()
    for one in found:
        if one.start in letters and one.start:
            before = line[: one.start].split()
            kind = labels.kind_of_label(one.text)
            return _text(" ".join([*before[-1:], one.text]), "notice.makes_it_one", label=_label(kind))
    return ""


def _key(line: str) -> str:
    small = line.casefold()
    found = pattern(_KEY).search(line) if any(word in small for word in families.KEYS["due"]) else None
    if found:
        return _text(found[1], "notice.due_of_action")
    return _text("because:", "notice.no_moment_before") if labels.because(line) else ""


def _fields(line: str) -> list[str]:
    """Each field of a line that stands where fields are not read."""
    if not any(f"{word}:" in line for word in families.FIELDS):
        return []
    return [_text(found[1], "notice.fields_first") for found in pattern(_FIELD).finditer(line)]
