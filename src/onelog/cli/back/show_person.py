"""What show says of a person: beside the record on a terminal, and as a page."""

from pathlib import Path
from typing import Any, TextIO

from onelog.cli.app import App
from onelog.cli.output import put_told
from onelog.core.model import Person
from onelog.core.scales import lines_of
from onelog.core.selection import Selection
from onelog.formats.html.person_page import write_person_page
from onelog.insight import schedule, weeks
from onelog.insight.collect import collect_book
from onelog.store import meetings, records
from onelog.store.queries import prep

YEAR = 53
"""Meetings of which what was said on scales is drawn."""


def beside(app: App, person: Person) -> dict[str, Any]:
    """What is drawn together with the record."""
    selected = Selection(person=person)
    counts = {
        "meetings": meetings.count(app.store, person.uid),
        "actions": len(records.actions(app.store, selected)),
        "topics": len(records.topics(app.store, selected)),
        "goals": len(records.goals(app.store, selected)),
    }
    return {
        "facts": counts,
        "kept": schedule.lately(app.store, person, app.today) if person.rule else None,
        "skips": records.skips(app.store, person.uid),
        "strip": weeks.strip(app.store, person, app.today),
        "scales": lines_of(prep.scaled(app.store, person.uid, YEAR)),
    }


def put_page(app: App, person: Person, output: Path | None, *, private: bool) -> None:
    """The page, to stdout or into a new file; what is private in it only where it was asked for."""
    book = collect_book(app.store, None, Selection(person=person, private=private))
    strip = weeks.strip(app.store, person, app.today)

    def write(out: TextIO) -> None:
        write_person_page(book, person, strip, out, app.today, app.language)

    put_told(app.tell, output, write)
    app.left_out(book.left_out)
