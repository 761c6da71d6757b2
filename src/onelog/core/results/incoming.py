"""What comes in from elsewhere: files, the documents that were found in them, and what became of every line."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from onelog.core.conventions import USUAL, Conventions
from onelog.core.errors import OnelogError
from onelog.core.presenter import presented
from onelog.core.results.common import Brought, IncomingDocument

TAKEN, SAME, SKIPPED, UNREAD = "taken", "same", "skipped", "not understood"
STATES = (TAKEN, SAME, SKIPPED, UNREAD)
"""What a file, and a line of it, ends as."""


class Stretch(NamedTuple):
    """Lines of a file, counted from 1, and what became of them."""

    first: int
    last: int
    state: str
    why: str = ""


class TextFile(NamedTuple):
    """A text on its way in."""

    name: str
    """As it is shown."""
    key: str
    """What it is known by when it comes again: where it really is."""
    text: str
    parts: tuple[str, ...] = ()
    """The names of the folders that it is in, as far as they were named or walked through, and its own."""
    is_named: bool = True
    """It was named itself, and not found in a folder or a zip."""
    beside: Callable[[str], bytes] | None = None
    """Reads another file by where it is from the folder of this one, also in a zip; None where there is no folder."""


class IncomingFile(NamedTuple):
    """One file as a source understood it."""

    name: str
    source: str
    """The row of the source that read it; "" where none did."""
    lines: int = 0
    documents: tuple[IncomingDocument, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    """The lines that are in no document, and those in one that were not understood."""
    refusals: tuple[OnelogError, ...] = ()
    """Why nothing of it can be taken; each names the file and the line."""
    why: str = ""
    """Why it was skipped as a whole."""
    ruled: frozenset[str] = frozenset()
    """The headings of rules that were found in it."""
    code_page: str = ""
    """What its text is written in, where that is not Unicode."""


MeetingReader = Callable[[Sequence[str], int, str, date, str], IncomingDocument]
"""(lines, number of the first one, person, day, clock) -> the document of that meeting."""


class Hints(NamedTuple):
    """What is known besides the source itself."""

    now: datetime
    read_meeting: MeetingReader
    who: str = ""
    """Whom a meeting is with that does not say it."""
    on: datetime | None = None
    """When it was, where it does not say that."""
    is_today: bool = False
    """That is the day of the import, on which nobody says that it was."""
    me: str = ""
    """The name of the keeper, who is no participant."""
    people: frozenset[str] = frozenset()
    """The names that are known, as names are compared."""
    conventions: Conventions = USUAL
    rules: object = None
    """What rules say of the source, where there are any."""
    is_rehearsed: bool = False
    """Nothing is taken yet."""

    @property
    def on_place(self) -> str:
        """Where the day that was said besides the source is said."""
        return "--undated" if self.is_today else "--on"


@presented("imported", module="incoming")
class FileReport(NamedTuple):
    """What became of a file, line by line."""

    name: str
    source: str
    state: str
    """One of `STATES`: taken where a line of it was."""
    lines: int
    stretches: tuple[Stretch, ...] = ()
    """Every line once, in their order."""
    why: str = ""

    def count(self, state: str) -> int:
        """How many of its lines ended so."""
        return sum(stretch.last - stretch.first + 1 for stretch in self.stretches if stretch.state == state)


@presented("import", module="incoming")
class ImportReport(NamedTuple):
    """What became of everything that was named."""

    brought: Brought
    files: tuple[FileReport, ...] = ()
    documents: tuple[IncomingDocument, ...] = ()
    """Those that would come, where it is a dry run."""

    def of_state(self, state: str) -> list[FileReport]:
        return [file for file in self.files if file.state == state]

    @property
    def sums(self) -> dict[str, int]:
        """How many lines ended as what."""
        return {state: sum(file.count(state) for file in self.files) for state in STATES}
