"""show, edit, delete: one record whole."""

from typing import Annotated, Any

import typer

from onelog import cards
from onelog.cli import ask
from onelog.cli.app import App, Ctx
from onelog.cli.words import Id, Json
from onelog.errors import NotFound
from onelog.journal import edit as journal_edit
from onelog.journal import names, trash
from onelog.model import Goal, Moment, Person, Record, kind_of
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
        app.text(cards.write(record, app.language))
    else:
        app.show(record, "meeting" if kind_of(record) == "meeting" else "record", json, **_beside(app, record, json))


def meant(app: App, word: str) -> Record:
    """The record with this id, else the person of this name."""
    try:
        return records.by_id(app.store, word)
    except NotFound as error:
        if "deleted" in error.message:
            raise
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


def edit(ctx: Ctx, what: Either, json: Json = False) -> None:
    """Open a record in the editor; just what you change changes."""
    app = ctx.obj
    record = meant(app, what)
    before = cards.write(record, app.language, blanks=True)
    with ask.words(app, "edit", [], options={"id": record.id}, edit=True, template=before) as text:
        changed = journal_edit.apply(app.journal, record, text, app.now, lambda gone: _ask(app, gone))
    if changed.records:
        app.changed(changed, json)
    else:
        app.talk("Nothing was changed.")


def _ask(app: App, gone: Record) -> bool:
    word = gone.kind if isinstance(gone, Moment) else kind_of(gone)
    text = getattr(gone, "text", "")
    return app.confirm(f"The line of {word} {gone.id} is gone ({text[:50]}). Remove it?")


def delete(ctx: Ctx, id_: Id, json: Json = False) -> None:
    """Take a record out; onelog undo brings it back."""
    app = ctx.obj
    app.changed(trash.delete(app.journal, id_, app.now), json)
