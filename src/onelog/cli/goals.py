"""goals: what is to be reached by when, and how it goes."""

import typer

from onelog.cli.app import Ctx
from onelog.cli.groups import Listing
from onelog.cli.words import All, Json, Who
from onelog.store import records

goals = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)


@goals.callback()
def listed(ctx: Ctx, person: Who = None, all_: All = False, json: Json = False) -> None:
    """List goals with their pace; add, check in, close them."""
    app = ctx.obj
    found = records.goals(app.store, person=app.uid_of(person), closed_too=all_)
    app.show(found, "goals", json)
