"""The document of a meeting from its facts and its lines, for sources that are no notes: each line with the place it is from."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onelog.core.errors import Refused
from onelog.core.names import name_forms
from onelog.core.results.common import IncomingDocument, Origin
from onelog.core.results.incoming import TextFile
from onelog.markdown import frontmatter, grammar
from onelog.markdown.grammar import Place
from onelog.sources.built_document import hashed, origin_key

MOST = 20_000
"""So many records at most are taken from a file."""

PlacedLine = tuple[str, int | str]
"""A line and where it is from: the number of a line of the file, or words that say it."""


class MeetingFacts(NamedTuple):
    """Whom a meeting was with and when, and where that is said."""

    person: str
    person_place: int | str
    at: str
    """A day, or a time, as front matter has it."""
    at_place: int | str
    first: int = 1
    last: int = 0
    """The lines of the file that it is."""
    native: str = ""
    """What the source itself calls it."""


class DocumentWriter:
    """Writes the documents of one file, each with an identity of its own."""

    def __init__(self, file: TextFile, source: str) -> None:
        self.file, self.source = file, source
        self._counts: Counter[tuple[str, ...]] = Counter()

    def write(
        self, facts: MeetingFacts, body: Sequence[PlacedLine], front: Sequence[PlacedLine] = ()
    ) -> IncomingDocument:
        """The document with these lines beneath its head; `front` are further lines of that, as they stand there."""
        if self._counts.total() >= MOST:
            raise Refused("import_.too_many_records", file=self.file.name, most=MOST)
        first, second, third, last = frontmatter.lines([("with", facts.person), ("at", facts.at)])
        lines: list[PlacedLine] = [
            (first, ""),
            (second, facts.person_place),
            (third, facts.at_place),
            *front,
            (last, ""),
            ("", ""),
        ]
        lines += [*body, ("", "")]
        text = "\n".join(line for line, _ in lines)
        about = (facts.native,) if facts.native else (self.file.key, name_forms.normalize(facts.person), facts.at[:10])
        self._counts[about] += 1
        key = origin_key(self.source, *about, str(self._counts[about]))
        return IncomingDocument(
            self.file.name,
            facts.first,
            text,
            ids=False,
            heading=facts.first,
            last=facts.last,
            places=tuple(place for _, place in lines),
            origin=Origin(key, hashed(text)),
        )


def as_note(line: str, *, first: bool = False) -> str:
    """A line that stays words, whatever it looks like."""
    return grammar.guarded(line, Place("note", first))
