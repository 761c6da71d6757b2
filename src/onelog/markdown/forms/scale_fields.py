"""Scales of one's own in a text: `energy:4` in typed words, `energy: 4 # 1-5` in the front matter of a document.

In a document a scale stands in the front matter alone, so that no word of a note becomes one when its form comes later.
The comment has the range: a document is read without the form that it was written with.
"""

import re
from collections.abc import Iterable, Mapping

from onelog.core.errors import Message, notice
from onelog.core.regexes import pattern
from onelog.core.scales import NAME, Scale, ScaleValue, key_of, make_value
from onelog.core.values import value
from onelog.markdown import families, grammar
from onelog.markdown.token_patterns import BEHIND_FIELD, BLANK, any_of
from onelog.markdown.word_forms import composed

_RESERVED = frozenset(
    [
        "id",
        "uid",
        "kind",
        "with",
        "at",
        "on",
        "len",
        "mode",
        "mood",
        "seen",
        "rating",
        "meeting",
        "tags",
        "by",
        "from",
        "to",
        "metric",
        "unit",
        "under",
        "status",
        "opened",
        "closed",
        "added",
        "archived",
        "name",
        "alias",
        "aliases",
        "reading",
        "relation",
        "every",
        "rule",
        "text",
        "extra",
        "notes",
        "body",
        "yes",
        "no",
        "true",
        "false",
        "off",
        "null",
        "y",
        "n",
        "ask",
    ]  # words that YAML takes for something else, and our own
)
_VALUE = r"([+-]?[\d０-９]{1,9}(?:[.．][\d０-９]+)?)(?:[/／]([\d０-９]{1,3}))?"
_ENDED = r"(?=[;)]*(?:\s|$)|[,.](?:\s|$)|[、。，；！？）])"
_LINE = rf"""(["']?)({NAME})\1[ \t]*[:：][ \t]*(.*?)[ \t]*(?:#[ \t]*(\d{{1,3}})-(\d{{1,3}})[ \t]*)?"""


@value(frozen=True, slots=True)
class FrontScales:
    """The scales in a front matter, and what else stands there."""

    values: tuple[ScaleValue, ...]
    rest: str
    troubles: tuple[tuple[str, str], ...]
    """(the line, what is wrong with it)."""


def is_reserved(name: str) -> bool:
    """Whether a word has a meaning of its own in a document."""
    return key_of(name) in _RESERVED or families.means_something(name)


def keyed(*scales: Iterable[Scale]) -> dict[str, Scale]:
    """The scales by the key of their names; of two that are the same the first."""
    found: dict[str, Scale] = {}
    for one in (one for some in scales for one in some):
        found.setdefault(one.key, one)
    return found


# --- typed words


def cut_scales(line: str, known: Mapping[str, Scale], found: dict[str, ScaleValue]) -> tuple[str, list[str]]:
    """Takes the scales out of a typed line into `found`; returns the line without them and what was not understood."""
    troubles: list[str] = []
    if not known or not _any(known).search(line):
        return line, troubles
    at = 0
    while match := _inside(known).search(line, at):
        at = match.end()
        if match[1]:
            line = line[: match.start(1)] + line[match.start(1) + 1 :]
            continue
        scale = known[key_of(match[2])]
        if doubt := _doubt(scale, match, line, found):
            troubles.append(doubt)
            continue
        value = int(_narrow(match[4]))
        found[scale.key] = scale.at(value)
        end = match.end() + (line[match.end() : match.end() + 1] in ("、", "，", ",", ";", "；"))
        head, rest = line[: match.start()], line[end:]
        if re.match(r"\s*(?:[.。]|$)", rest):  # the comma before it went with it
            head = re.sub(r"[,、，]?\s*$", " " if rest[:1].isspace() else "", head)
            rest = rest if head.strip() else re.sub(r"^\s*[.。]\s*", "", rest)
        line, start = grammar.cut(head + rest, len(head), len(head)), len(head)
        at = min(start, len(line))
    return line, troubles or _unread(line, known)


def _doubt(scale: Scale, match: re.Match[str], line: str, found: Mapping[str, ScaleValue]) -> str:
    """Why a value cannot be taken; "" where it can."""
    value, most = _narrow(match[4]), _narrow(match[5] or "")
    if match[3] and not _ends(line[match.end() :]):
        return _as_text(match[0].strip()[:40], "notice.is_the_scale", scale=scale.name, value=value)
    if scale.key in found:
        return notice("notice.field_twice", key=scale.name)
    if not value.isdigit() or not scale.holds(int(value)) or (most and int(most) != scale.high):
        said = f"{value}/{most}" if most else value
        return out_of(scale, said)
    return ""


def out_of(scale: Scale, said: str) -> str:
    return notice("notice.out_of_scale", scale=scale.name, low=scale.low, high=scale.high, said=said[:20])


def _ends(rest: str) -> bool:
    """Whether nothing follows a value behind a blank but the end of a sentence, or another field."""
    return bool(
        re.match(r"[)）]*(?:\s*$|[,.;、。，；！？](?:\s|$|[^\x00-\u3000])|\s+[^\W\d_][^\s:：]{0,30}[:：])", rest)
    )


def _unread(line: str, known: Mapping[str, Scale]) -> list[str]:
    """What looks like a scale and is none: no blank stands before it, or it has no number."""
    told = []
    for match in _any(known).finditer(line):
        scale, rest = known[key_of(match[1])], line[match.end() :]
        if line[match.start() - 1 : match.start()] == "\\" or re.match(r"[:：/-]", rest):
            continue
        if re.match(r"[\d０-９]", rest) and match.start() and not pattern(BEHIND_FIELD).match(line, match.start()):
            told.append(_as_text(f"{match[0]}{rest[:3].split(' ')[0]}", "notice.scale_after_blank"))
        elif re.match(r"[^\s\d０-９]", rest):
            told.append(out_of(scale, rest.split()[0]))
    return told[:1]


def of_note(line: str, known: Mapping[str, Scale]) -> list[str]:
    """Each scale of a line that stands where none is read."""
    if not known or not _any(known).search(line):
        return []
    return [
        _as_text(match[0].strip()[:40], "notice.scales_first")
        for match in _inside(known).finditer(line)
        if not match[1]
    ]


def _as_text(token: str, key: str, **values: object) -> str:
    return notice("notice.read_as_text", token=token, why=Message(f"errors.{key}", **values))


def _names(known: Mapping[str, Scale]) -> str:
    return any_of([one.name for one in known.values()])


def _any(known: Mapping[str, Scale]) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<!\w)|(?<=[^\x00-\u3000]))({_names(known)})[:：]")


def _inside(known: Mapping[str, Scale]) -> re.Pattern[str]:
    return re.compile(rf"{BEHIND_FIELD}(\\*)({_names(known)})[:：]({BLANK}*){_VALUE}{_ENDED}")


def _narrow(text: str) -> str:
    return composed(text).replace("．", ".").replace("／", "/")


# --- the front matter


def cut_front(extra: str, known: Mapping[str, Scale]) -> FrontScales:
    """Takes the scales out of the lines of a front matter that are no fields of onelog."""
    values: dict[str, ScaleValue] = {}
    rest, troubles = [], []
    for line in extra.split("\n") if extra else ():
        found = _front_scale(line, known)
        if found is None:
            rest.append(line)
            continue
        scale, said = found
        value = make_value(scale.name, int(said), scale.low, scale.high) if said.isdigit() and len(said) < 4 else None
        if not said:
            continue
        if value and scale.key not in values:
            values[scale.key] = value
        else:
            troubles.append((line, notice("notice.scale_twice", scale=scale.name) if value else out_of(scale, said)))
            rest.append(line)
    return FrontScales(tuple(values.values()), "\n".join(rest), tuple(troubles))


def _front_scale(line: str, known: Mapping[str, Scale]) -> tuple[Scale, str] | None:
    """The scale of a line and what is said on it; None for any other line."""
    match = pattern(_LINE).fullmatch(line.rstrip())
    if not match or is_reserved(match[2]):
        return None
    scale = known.get(key_of(match[2]))
    if match[4]:
        low, high = int(match[4]), int(match[5])
        scale = Scale(scale.name if scale else match[2], low, high) if make_value("x", low, low, high) else scale
    if scale is None:
        return None
    said = _narrow(re.sub(r"[ \t]#.*|^#.*", "", match[3])).strip().strip("\"'")
    return scale, said.removesuffix(f"/{scale.high}")


def front_lines(values: Iterable[ScaleValue], asked: Iterable[Scale] = ()) -> list[str]:
    """The lines of a front matter: what was said, then what is asked and was not said, to be filled in."""
    said = list(values)
    keys = {one.key for one in said}
    blank = [f"{one.name}: # {one.span}" for one in asked if one.key not in keys]
    return [*(f"{one.name}: {one.value} # {one.scale.span}" for one in said), *blank]
