"""Sections of a note for which a rule says what they are: left out, or of a kind that their heading does not tell."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from onelog.core.errors import notice
from onelog.core.model import PRIVATE
from onelog.core.results.common import IncomingDocument, Origin
from onelog.core.results.incoming import SKIPPED, Stretch
from onelog.markdown.body import Fence
from onelog.markdown.parsing.private_headings import name
from onelog.sources.built_document import hashed
from onelog.sources.import_rules import SKIP

_HEADING = re.compile(r"^(?P<front>\s{0,3}(?P<hashes>#{1,6})\s+)(?P<words>.+?)[\s#]*$")
_OTHER = re.compile(
    r"^(?P<front>\s{0,3})(?:(?:\*\*|__)(?P<bold>[^*_]+)(?:\*\*|__)[:：]?|【(?P<square>[^】]+)】|[■□●◆▼▶★](?P<sign>.{1,40}))\s*$"
)
"""A line that is a heading without being one of Markdown's."""
_ITEM = re.compile(r"^(\s*)(?:[-*+•・]|\d{1,3}[.)])[ \t\u3000]+(?!\[.\] )(?=\S)")
_BELOW = 7
"""The level of a heading that is none of Markdown's."""
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|(?:[-*+•・]|\d{1,3}[.)])[ \t\u3000]+)?(?:\[.\]\s+)?")
"""What stands before the words of a line."""


class RuledLines(NamedTuple):
    """The lines of a note, as many as there were, after the rules for its headings."""

    lines: list[str]
    skipped: tuple[Stretch, ...] = ()
    used: frozenset[str] = frozenset()
    """The headings, as rules name them, that were found."""

    @property
    def gone(self) -> frozenset[int]:
        """The numbers of the lines that are left out, counted from 1."""
        return frozenset(n for stretch in self.skipped for n in range(stretch.first, stretch.last + 1))


class _SectionHead(NamedTuple):
    number: int
    level: int
    words: str


def apply_headings(lines: Sequence[str], rules: Mapping[str, str]) -> RuledLines:
    """Blank lines for sections that are left out, list items of the kind for the others.

    `rules` say of a heading `SKIP` or a kind. A section ends at the next heading of its level or above.
    """
    named = {name(heading): heading for heading in rules}
    heads = [*_heads(lines)] if named else []
    out, skipped, used = [*lines], list[Stretch](), set[str]()
    over = 0
    for head, end in _sections(heads, len(lines)):
        heading = named.get(name(head.words))
        if heading is None or head.number < over:
            continue
        used.add(heading)
        over = end
        if rules[heading] == SKIP:
            out[head.number : end] = [""] * (end - head.number)
            why = notice("import_.heading_skipped", heading=heading[:40])
            skipped.append(Stretch(head.number + 1, end, SKIPPED, why))
        else:
            out[head.number : end] = _of_kind(rules[heading], lines[head.number : end])
    return RuledLines(out, tuple(skipped), frozenset(used))


def headings(lines: Sequence[str]) -> Iterator[str]:
    """The words of each heading that a rule may name."""
    return (head.words for head in _heads(lines))


def _heads(lines: Sequence[str]) -> Iterator[_SectionHead]:
    fence = Fence()
    for number, line in enumerate(lines):
        if fence.feed(line):
            continue
        if found := _HEADING.match(line):
            yield _SectionHead(number, len(found["hashes"]), found["words"])
        elif other := _OTHER.match(line):
            yield _SectionHead(number, _BELOW, other["bold"] or other["square"] or other["sign"])


def _sections(heads: Sequence[_SectionHead], many: int) -> Iterator[tuple[_SectionHead, int]]:
    """Each heading and the line before which its section ends."""
    for n, head in enumerate(heads):
        yield head, next((other.number for other in heads[n + 1 :] if other.level <= head.level), many)


def _of_kind(kind: str, section: Sequence[str]) -> Iterator[str]:
    """The lines of a section with a label before each outermost item; of a private kind before all but its heading."""
    label = "- [ ] " if kind == "action" else f"- **{kind.capitalize()}:** "
    yield section[0]
    if kind in PRIVATE:
        yield from (f"{label}{words}" if (words := _MARKS.sub("", line).strip()) else "" for line in section[1:])
        return
    depths = [len(found[1].expandtabs(4)) for line in section if (found := _ITEM.match(line))]
    for line in section[1:]:
        found = _ITEM.match(line)
        is_outermost = found and len(found[1].expandtabs(4)) == min(depths)
        yield f"{found[1]}{label}{line[found.end() :]}" if found and is_outermost else line


def without(page: IncomingDocument, gone: Collection[int]) -> IncomingDocument:
    """A document without those lines of its file, counted from 1, that were left out."""
    lines = page.text.split("\n")
    places = page.places or tuple(range(page.line, page.line + len(lines)))
    kept = [(line, place) for line, place in zip(lines, places, strict=True) if line or place not in gone]
    text = "\n".join(line for line, _ in kept)
    day_place = next((place for line, place in kept if line.startswith("at:")), "")
    origin = page.origin and Origin(page.origin.key, hashed(text, day_place))
    return page._replace(text=text, places=tuple(place for _, place in kept), origin=origin)
