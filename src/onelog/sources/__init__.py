"""What people come with, read into values: one row a source, one module each; identify apart from extract."""

from typing import NamedTuple


class Source(NamedTuple):
    """A source by the name that people type."""

    name: str
    about: str
    """What it reads, in a sentence."""
    signs: str
    """How it is recognised."""
    module: str
    """Its module has `identify(text, name)` (0 to 100, how sure it is) and `extract(file, hints)`."""
    extra: str = ""
    """The extra that brings the library it needs."""


SOURCES = {
    source.name: source
    for source in (
        Source(
            "md",
            "Markdown and plain notes in any shape: one file a meeting, running notes, an Obsidian vault",
            "front matter, headings, lists; a day and a person in keys, headings, file or folder names",
            "onelog.sources.notes",
        ),
        Source(
            "transcript",
            "transcripts of a talk (WebVTT, SubRip) from Zoom, Teams, Meet: a note with who said what",
            "WEBVTT in the first line, or times with -->",
            "onelog.sources.transcript",
        ),
        Source(
            "todo",
            "todo.txt: tasks as promises; what was exported from here is ticked",
            "x, (A), days, +project, @context and key:value in most lines, or the name todo.txt",
            "onelog.sources.tasks.todo_source",
        ),
        Source(
            "taskwarrior",
            "Taskwarrior (task export): tasks as promises; what was exported from here is ticked",
            "JSON with uuid, description and status",
            "onelog.sources.tasks.taskwarrior_source",
        ),
    )
}
