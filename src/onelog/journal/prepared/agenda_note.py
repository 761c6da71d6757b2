"""What of a prepared document is a note: what was only there to be filled in goes, where nothing was written."""

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from onelog.insight.talk import questions
from onelog.markdown.body import Fence, Note, Slot
from onelog.markdown.forms import template


class Decided(NamedTuple):
    """The line of a record of another meeting: it does not stay, but what was written beneath it does."""

    lead: str
    id: str


def same_lines(was: Sequence[Note | Slot], lines: Sequence[Note | Slot | Decided]) -> set[int]:
    """The numbers of the lines that were noted before: whatever they look like, they are no part of the template."""
    blocks = SequenceMatcher(None, was, lines, autojunk=False).get_matching_blocks()
    same = {n for block in blocks for n in range(block.b, block.b + block.size)}
    fence = Fence()
    return same | {n for n, line in enumerate(lines) if isinstance(line, Note) and fence.feed(line.text)}


def written_lines(
    lines: Sequence[Note | Slot | Decided], same: set[int], own: Collection[str] = (), noted: Collection[str] = ()
) -> list[Note | Slot]:
    """The lines without what was there only to be filled in: lines of others' records, unused questions, empty headings.

    `own` are the lines of one's own forms, `noted` the ids of what was noted before and left as it was, which needs no
    heading of a form.
    """
    after = [*lines[1:], Note("")]
    pairs = enumerate(zip(lines, after, strict=False))
    bare = [(kept, n in same) for n, (line, next_) in pairs if (kept := _answered(line, next_))]
    asked = {text for entry in questions.bank(questions.own_file()).entries for text in (entry.en, entry.ja)}
    heads = {line for line in own if line.startswith("#")}
    used = _without_empty(bare, asked | {*own} - heads)
    return [line for line, _ in _without_empty(used, template.headings() | heads, noted)]


def _answered(line: Note | Slot | Decided, after: Note | Slot | Decided) -> Note | Slot | None:
    """A line that stays. One that does not leaves a word of what it was, `re:` and the id, for what is written beneath it."""
    if not isinstance(line, Decided):
        return line
    text = after.text if isinstance(after, Note) else after.lead
    deeper = bool(text.strip()) and _depth(text) > _depth(line.lead)
    paragraph = (
        isinstance(after, Note)
        and bool(text.strip())
        and not re.match(r"[ \t]*(?:#|[-*+][ \t]|\d{1,9}[.)][ \t])", text)
    )
    return Note(f"{line.lead}re:{line.id}") if paragraph or (deeper and not isinstance(after, Decided)) else None


def _depth(text: str) -> int:
    return len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip(" "))


def _without_empty(
    lines: Sequence[tuple[Note | Slot, bool]], heads: Collection[str], noted: Collection[str] = ()
) -> list[tuple[Note | Slot, bool]]:
    """The lines without each of `heads` under which nothing stands, up to the next one or a heading.

    With a line comes whether it was noted before; then it is no head. The places of records that were `noted` are nothing
    to stand under a head, and stay.
    """
    out: list[tuple[Note | Slot, bool]] = []
    n = 0
    while n < len(lines):
        line, was = lines[n]
        end = n + 1
        kept: Sequence[tuple[Note | Slot, bool]] = [lines[n]]
        if isinstance(line, Note) and line.text.strip() in heads and not was:
            end = next((m for m in range(end, len(lines)) if _ends(lines[m][0], heads)), len(lines))
            under = lines[n + 1 : end]
            said = any(one.text.strip() if isinstance(one, Note) else one.id not in noted for one, _ in under)
            kept = lines[n:end] if said else [one for one in under if isinstance(one[0], Slot)]
        out += kept
        n = end
    return out


def _ends(line: Note | Slot, heads: Collection[str]) -> bool:
    return isinstance(line, Note) and (line.text.strip() in heads or bool(re.match(r"#{1,6}[ \t]", line.text)))
