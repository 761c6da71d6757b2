"""show: one record whole."""

from typing import Annotated, Any

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.words import Json
from onelog.journal import names
from onelog.model import Goal, Person, Record, kind_of
from onelog.store import meetings, records

Either = Annotated[str, typer.Argument(metavar="ID|PERSON", help="An id, or somebody's name.", show_default=False)]


def show(
    ctx: Ctx,
    what: Either,
    md: Annotated[bool, typer.Option("--md", help="As its Markdown document.")] = False,
    json: Json = False,
) -> None:
    """Show one record whole, or a person."""
    app = ctx.obj
    record = meant(app, what)
    if md:
        from onelog import cards  # noqa: PLC0415 - only for a document

        app.text(cards.write(record, app.language))
    else:
        app.show(record, "meeting" if kind_of(record) == "meeting" else "record", json, **_beside(app, record, json))


def meant(app: App, word: str) -> Record:
    """The record this id was given to, else the person of this name. Raises `NotFound`, also when it was deleted."""
    if records.handle(app.store, word):
        return records.by_id(app.store, word)
    return names.person(app.store, word)


def _beside(app: App, record: Record, json: bool) -> dict[str, Any]:
    """What is drawn together with a record."""
    if json or not app.on_terminal or kind_of(record) == "meeting":
        return {}
    if isinstance(record, Goal):
        return {"related": records.actions(app.store, goal=record.uid, closed_too=True)}
    if isinstance(record, Person):
        counts = {
            "meetings": meetings.count(app.store, record.uid),
            "actions": len(records.actions(app.store, person=record.uid)),
            "topics": len(records.topics(app.store, person=record.uid)),
            "goals": len(records.goals(app.store, person=record.uid)),
        }
        return {"facts": counts}
    return {}
