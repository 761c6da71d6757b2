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
    of: str = ""
    """The source that it is a special case of, and goes before."""


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
            "transcripts of a talk (WebVTT, SubRip, text) from Zoom, Teams, Meet, Granola: a note with who said what",
            "WEBVTT in the first line, times with -->, or lines that begin with who speaks",
            "onelog.sources.transcripts.transcript",
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
        Source(
            "ics",
            "calendars (iCalendar): past 1-on-1s as meetings without notes, with people and cadence",
            "BEGIN:VCALENDAR in the first line",
            "onelog.sources.calendars.calendar_file",
            extra="calendar",
        ),
        Source(
            "csv",
            "any table (CSV) by rules: a row is a 1-on-1, or a task (--rules, --guess-rules)",
            "lines with the same number of cells, or the names .csv and .tsv",
            "onelog.sources.tables.csv_source",
        ),
        Source(
            "docx",
            "Word documents (.docx), also those that Google Docs writes",
            "a zip with word/document.xml",
            "onelog.sources.word.docx_source",
            extra="docx",
        ),
        Source(
            "notion",
            "Notion's export as Markdown: pages with their properties",
            "names that end in the id of a page",
            "onelog.sources.dialects.notion",
            of="md",
        ),
        Source(
            "logseq",
            "Logseq's pages and journals",
            "bullets with TODO, key:: value, or names such as 2026_03_24.md",
            "onelog.sources.dialects.logseq",
            of="md",
        ),
        Source(
            "org",
            "Org files of Emacs",
            "#+TITLE, * TODO, :PROPERTIES:, or the name .org",
            "onelog.sources.dialects.org",
            extra="org",
            of="md",
        ),
        Source(
            "jrnl",
            "jrnl: its file, or what it exports as JSON",
            "a first line such as [2026-03-24 10:30], or JSON with entries",
            "onelog.sources.dialects.jrnl",
            of="md",
        ),
        Source(
            "dayone",
            "Day One's export as JSON",
            "JSON with entries, creationDate and uuid",
            "onelog.sources.dialects.day_one",
        ),
        Source(
            "git",
            "a piped git log: commits as wins to choose from (--dry-run)",
            "commit and Author in the first lines",
            "onelog.sources.git_log",
        ),
    )
}
