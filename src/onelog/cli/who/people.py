"""people: who they are, and how often we meet."""

import typer

from onelog.cli.app import Ctx
from onelog.cli.groups import Listing
from onelog.cli.options import All, Explain, Json
from onelog.core.model import Person
from onelog.core.presenter import Listed
from onelog.store.people import everybody

people = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)


@people.callback()
def listed(ctx: Ctx, all_: All = False, explain: Explain = False, json: Json = False) -> None:
    app = ctx.obj
    if explain:
        app.explain("due", "met", "away", json=json)
        return
    app.show(Listed(Person, everybody(app.store, archived=all_)), json)
