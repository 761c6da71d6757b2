"""What will become of a text while it is typed: its records counted, and each word of a line by what it was read as."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from onelog.markdown import labels
from onelog.markdown.body import Note
from onelog.markdown.parsed import Draft, Fields, Item

PreviewPiece = tuple[str, str]
"""A style ("" is plain) and some text."""
_PERSON = ("owner", "from", "to")


class Preview(NamedTuple):
    """What a text was understood as, in short."""

    counts: Mapping[str, int]
    """Kind of record -> how many, in the order in which they come."""
    dues: tuple[date, ...]
    fields: Fields
    troubles: tuple[tuple[int, str], ...]


def preview(draft: Draft) -> Preview:
    """A draft in short."""
    items = [line for line in draft.lines if isinstance(line, Item)]
    kinds = [item.kind for item in items]
    dues = dict.fromkeys(item.days["due"] for item in items if "due" in item.days)
    return Preview(
        {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}, tuple(dues), draft.fields, draft.troubles
    )


def painted(line: str, draft: Draft) -> list[PreviewPiece]:
    """A line in pieces, by what it was read as in `draft`: together they are the line, whatever was read."""
    read = [one for one in draft.lines if isinstance(one, Item) or one.text.strip()]
    doubts = " ".join(what for _, what in draft.troubles)
    pieces: list[PreviewPiece] = []
    for part in _parts(line):
        item = read.pop(0) if read else Note("")
        label = _label(part) if isinstance(item, Item) else 0
        lead = len(part[:label]) - len(part[:label].lstrip())
        pieces += [("", part[:lead]), ("label", part[lead:label])]
        pieces += _words(part[label:], item, draft.tags, doubts)
    return _joined(pieces)


def _parts(line: str) -> Iterator[str]:
    """The line cut before each of its labels, blanks included."""
    starts, at = [], 0
    for piece in labels.split_inline(line):
        at = line.index(piece, at)
        if piece.strip():
            starts.append(at)
        at += len(piece)
    starts = [0, *starts[1:]] if starts else [0]
    for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
        yield line[start:end]


def _label(part: str) -> int:
    """Where the label of a record ends."""
    head = labels.heading(part.rstrip())
    return len(part[: len(part.rstrip()) - len(head.rest)].rstrip()) if head else 0


def _words(part: str, item: Item | Note, tags: tuple[str, ...], doubts: str) -> Iterator[PreviewPiece]:
    """The words of a record or a note; what is not among the words that are kept was read as something."""
    kept = item.text.replace("\\", "").split()
    tags = item.tags if isinstance(item, Item) else tags
    style = ""
    for found in re.finditer(r"(\s*)(\S+)|\s+$", part):
        word = found[2] or ""
        if not word:
            yield "", found[0]
        elif kept and word.replace("\\", "") == kept[0]:
            kept, style = kept[1:], ""
            yield from (("", found[1]), (_plain_style(word, tags, doubts), word))
        else:
            begun = _style(word, item)
            style = begun or style
            yield from (("" if begun else style, found[1]), (style, word))


def _style(word: str, item: Item | Note) -> str:
    """What a word that was taken out begins: a field, a day, somebody, another key; "" where it goes on."""
    key = re.match(r"(\w+)[:：]", word)
    if isinstance(item, Note):
        return "field"
    if word[0] in "@＠":
        return "person"
    if not key:
        return ""
    name = key[1].casefold()
    return "day" if name in item.days else "person" if name in _PERSON else "key"


def _plain_style(word: str, tags: tuple[str, ...], doubts: str) -> str:
    if word[0] in "#+" and word[1:].rstrip(".,;:!?)").casefold() in tags:
        return "tag"
    name, _, value = word.lstrip("@＠").replace("：", ":").partition(":")
    looks = (word[0] in "@＠" and len(word) > 1) or (value and name.isalpha())
    return "doubt" if looks and doubts and (value or name)[:20] in doubts else ""


def _joined(pieces: list[PreviewPiece]) -> list[PreviewPiece]:
    """Neighbours of one style as one piece, without empty ones."""
    out: list[PreviewPiece] = []
    for style, text in pieces:
        if not text:
            continue
        if out and out[-1][0] == style:
            out[-1] = (style, out[-1][1] + text)
        else:
            out.append((style, text))
    return out
