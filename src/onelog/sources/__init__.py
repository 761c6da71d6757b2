"""What people come with, read into values: one row a source, one module each; identify apart from extract."""

from typing import NamedTuple

from onelog.core.errors import Message


class Source(NamedTuple):
    """A source by the name that people type."""

    name: str
    module: str
    """Its module has `identify(text, name)` (0 to 100, how sure it is) and `extract(file, hints)`."""
    extra: str = ""
    """The extra that brings the library it needs."""
    of: str = ""
    """The source that it is a special case of, and goes before."""

    @property
    def about(self) -> Message:
        """What it reads, in a few words."""
        return Message(f"help.sources.{self.name}")


SOURCES = {
    source.name: source
    for source in (
        Source(
            "md",
            # by front matter, headings, lists; a day and a person in keys, headings, file or folder names
            "onelog.sources.notes",
        ),
        Source(
            "transcript",
            # by WEBVTT in the first line, times with -->, or lines that begin with who speaks
            "onelog.sources.transcripts.transcript",
        ),
        Source(
            "todo",
            # by x, (A), days, +project, @context and key:value in most lines, or the name todo.txt
            "onelog.sources.tasks.todo_source",
        ),
        Source(
            "taskwarrior",
            # by JSON with uuid, description and status
            "onelog.sources.tasks.taskwarrior_source",
        ),
        Source(
            "ics",
            # by BEGIN:VCALENDAR in the first line
            "onelog.sources.calendars.calendar_file",
            extra="calendar",
        ),
        Source(
            "csv",
            # by lines with the same number of cells, or the names .csv and .tsv
            "onelog.sources.tables.csv_source",
        ),
        Source(
            "docx",
            # by a zip with word/document.xml
            "onelog.sources.word.docx_source",
            extra="docx",
        ),
        Source(
            "notion",
            # by names that end in the id of a page
            "onelog.sources.dialects.notion",
            of="md",
        ),
        Source(
            "vibe-manager",
            # by _profile.md, or files such as 2026-03-24T103000.md with context: or beneath a profile
            "onelog.sources.dialects.vibe_manager",
            of="md",
        ),
        Source(
            "logseq",
            # by bullets with TODO, key:: value, or names such as 2026_03_24.md
            "onelog.sources.dialects.logseq",
            of="md",
        ),
        Source(
            "org",
            # by lines that begin with #+TITLE or * TODO, drawers, or the name .org
            "onelog.sources.dialects.org",
            extra="org",
            of="md",
        ),
        Source(
            "jrnl",
            # by a first line such as [2026-03-24 10:30], or JSON with entries
            "onelog.sources.dialects.jrnl",
            of="md",
        ),
        Source(
            "dayone",
            # by JSON with entries, creationDate and uuid
            "onelog.sources.dialects.day_one",
        ),
        Source(
            "git",
            # by commit and Author in the first lines
            "onelog.sources.git_log",
        ),
    )
}
NOTES = ("md", *(source.name for source in SOURCES.values() if source.of == "md"))
"""Sources of notes in Markdown, or nearly so."""
