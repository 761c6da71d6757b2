"""The shapes a journal is written in and read from: one row a format, one module each."""

from onelog.core.errors import Message
from onelog.core.phrases import find
from onelog.core.values import value


@value(frozen=True, slots=True)
class Format:
    """A format by the name that people type."""

    name: str
    suffix: str
    module: str
    """Its module has `write(book, out, today, language)`."""
    reader: str = ""
    """The module that has `read(text, name, today)`, where it can be brought back in."""
    folder: bool = False
    """It is many files: its module has `documents(book, language)`, the name and the text of each."""
    digest: bool = False
    """It can be by day or by person, with ids or without: its `write` takes `by` and `ids`."""
    private: bool = True
    """It can hold concerns and private notes."""
    marked: bool = False
    """A file of it begins with the mark of UTF-8, without which Excel takes Japanese for something else."""
    promises: bool = False
    """It holds promises alone, those of the keeper unless others are asked for: its `write` takes `theirs`."""

    @property
    def about(self) -> Message | str:
        """What it is, in a few words; its name, until the catalogue has them."""
        key = f"help.formats.{self.name}"
        return Message(key) if find(key) else self.name


FORMATS = {
    f.name: f
    for f in (
        Format(
            "md",
            ".md",
            "onelog.formats.digest.writing",
            reader="onelog.formats.markdown",
            digest=True,
        ),
        Format("html", ".html", "onelog.formats.html.page"),
        Format(
            "json",
            ".json",
            "onelog.formats.json_export",
            reader="onelog.formats.json_export",
        ),
        Format(
            "jsonl",
            ".jsonl",
            "onelog.formats.json_lines",
            reader="onelog.formats.json_lines",
        ),
        Format("csv", ".csv", "onelog.formats.csv_table", marked=True),
        Format(
            "ics",
            ".ics",
            "onelog.formats.ics",
            private=False,
        ),
        Format(
            "todo",
            ".txt",
            "onelog.formats.tasks.todo_txt",
            private=False,
            promises=True,
        ),
        Format(
            "taskwarrior",
            "",
            "onelog.formats.tasks.taskwarrior",
            private=False,
            promises=True,
        ),
        Format("folder", "", "onelog.formats.folder", folder=True),
    )
}
OTHER_NAMES = {
    "markdown": "md",
    "htm": "html",
    "ical": "ics",
    "icalendar": "ics",
    "todo.txt": "todo",
    "ndjson": "jsonl",
    "task": "taskwarrior",
}

OBSIDIAN_STYLES = ("emoji", "dataview")
"""How days stand in the tasks of a folder for Obsidian: as the Tasks plugin writes them, or as Dataview does."""
