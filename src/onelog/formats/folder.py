"""A folder of Markdown: one document a file, each named after its day, its person and its id."""

from collections.abc import Iterator
from datetime import date, datetime

from onelog.core.model import Action, Checkin, Goal, Meeting, Moment, Person, Ref, Topic
from onelog.core.results.common import Book
from onelog.formats.filenames import file_name
from onelog.formats.obsidian import dressed
from onelog.markdown import document, entities


def documents(book: Book, language: str = "en", obsidian: str = "") -> Iterator[tuple[str, str]]:
    """(file name, text) of every record that has a document of its own, and of the people whom they name.

    Brought into an empty journal they make the same records. Skips and the answers to warnings have no document.
    `obsidian` says how the days of tasks are written for it, where the folder is for that.
    """
    links = {person.name: _named(person).removesuffix(".md") for person in book.people}
    for name, text in _documents(book, language):
        yield name, dressed(text, links, obsidian) if obsidian else text


def _documents(book: Book, language: str) -> Iterator[tuple[str, str]]:
    for meeting in book.meetings:
        if meeting.at is not None or book.period is None:
            yield _named(meeting), document.write(meeting, language)
    for group in (book.moments, book.actions, book.topics, book.goals, book.people):
        for record in group:
            yield _named(record), entities.write(record, language)


def _named(record: Meeting | Action | Moment | Topic | Checkin | Goal | Person) -> str:
    """What has a day is named after it first, so that a folder is in its order; a person or a goal after what it is."""
    match record:
        case Meeting():
            day, name = _day(record.at), record.person.label if record.at else f"next {record.person.label}"
        case Action():
            day, name = record.opened, f"action {_label(record.person)}"
        case Moment():
            day, name = _day(record.at), f"{record.kind} {_label(record.person)}"
        case Topic():
            day, name = record.added, f"topic {_label(record.person)}"
        case Checkin():
            day, name = _day(record.at), "checkin"
        case Goal():
            day, name = None, f"goal {record.title}"
        case Person():
            day, name = None, f"person {record.name}"
    return file_name(day, name, record.id)


def _day(at: datetime | None) -> date | None:
    return at.date() if at else None


def _label(ref: Ref | None) -> str:
    return ref.label if ref else ""
