"""The document of a promise from what another program says of a task."""

from collections import Counter
from typing import NamedTuple

from onelog.core.errors import Refused
from onelog.core.results.common import IncomingDocument
from onelog.core.results.incoming import Hints, TextFile
from onelog.markdown import grammar, tags
from onelog.markdown.grammar import Place
from onelog.sources.built_document import origin_key
from onelog.sources.written_document import MOST, join_lines, write_aside

_GROUP = 16
"""So many letters of an origin say of which source it is, the others which task there."""


class TaskFacts(NamedTuple):
    """A task as another program has it."""

    words: str
    line: int
    last: int
    mark: str = " "
    """As in a box: open, `x` done, `-` dropped."""
    due: str = ""
    opened: str = ""
    closed: str = ""
    tags: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    """What it says besides, each with its name: kept in brackets behind the words."""
    native: str = ""
    """What the program itself calls it."""
    promise: str = ""
    """The id or uid of the promise that it may be, which came from here."""


class TaskWriter:
    """Writes the documents of the tasks in one file."""

    def __init__(self, file: TextFile, source: str, hints: Hints) -> None:
        self.file, self.source, self.hints = file, source, hints
        self._counts: Counter[str] = Counter()

    def write(self, task: TaskFacts) -> IncomingDocument:
        """The document of a task, known again by what its program calls it, else by its words."""
        if self._counts.total() >= MOST:
            raise Refused("import_.too_many_records", file=self.file.name, most=MOST)
        about = task.native or task.words
        self._counts[about] += 1
        group = origin_key(self.source, "" if task.native else self.file.key)[:_GROUP]
        key = group + origin_key(about, str(self._counts[about]))[_GROUP:]
        lines = write_aside([("with", self.hints.who, "--with")], _line(task), task.line)
        return join_lines(self.file, lines, task.line, task.last, key, task.promise)


def _line(task: TaskFacts) -> str:
    """The task as a line of the grammar, in which only what the program itself says is a day or a tag."""
    more = f" ({'; '.join(task.more)})" if task.more else ""
    own = frozenset(tag.lower() for tag in task.tags)
    words = grammar.guarded(" ".join(f"{task.words}{more}".split()), Place("action", True), own)
    said = words.lower().split()
    named = [f"#{tag}" for tag in task.tags if not {f"#{tag.lower()}", f"+{tag.lower()}"} & {*said}]
    closed = "done" if task.mark == "x" else "dropped" if task.mark == "-" else ""
    days = [("due", task.due), ("opened", task.opened), (closed, task.closed if closed else "")]
    return " ".join([f"- [{task.mark}] {words}", *named, *(f"{key}:{day}" for key, day in days if day)])


def is_tag(word: str) -> bool:
    """Whether a word can be a tag here."""
    return tags.tags_in(f"#{word}") == (word.lower(),)
