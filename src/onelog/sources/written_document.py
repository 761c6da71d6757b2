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
from onelog.sources.built_document import hashed, origin_key, own_day

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
        about = (
            (facts.native,)
            if facts.native
            else (self.file.key, name_forms.normalize(facts.person), own_day(facts.at[:10], facts.at_place))
        )
        self._counts[about] += 1
        key = origin_key(self.source, *about, str(self._counts[about]))
        page = join_lines(self.file, lines, facts.first, facts.last, key)
        return page._replace(origin=Origin(key, hashed(page.text, facts.at_place)))


def write_aside(front: Sequence[tuple[str, str, int | str]], line: str, place: int | str) -> list[PlacedLine]:
    """The lines of a document for one record that is in no meeting; `front` are keys, values and where they are from."""
    said = [("kind", "aside", ""), *(one for one in front if one[1])]
    head = frontmatter.lines([(key, value) for key, value, _ in said])
    places = ["", *(where for _, _, where in said), ""]
    return [*zip(head, places, strict=True), ("", ""), (line, place), ("", "")]


def join_lines(
    file: TextFile, lines: Sequence[PlacedLine], first: int, last: int, key: str, promise: str = ""
) -> IncomingDocument:
    """The document with these lines, which the lines `first` to `last` of a file are; `key` is its identity."""
    text = "\n".join(line for line, _ in lines)
    return IncomingDocument(
        file.name,
        first,
        text,
        ids=False,
        heading=first,
        last=last,
        places=tuple(place for _, place in lines),
        origin=Origin(key, hashed(text)),
        promise=promise,
    )


def as_note(line: str, *, first: bool = False) -> str:
    """A line that stays words, whatever it looks like."""
    return grammar.guarded(line, Place("note", first))
