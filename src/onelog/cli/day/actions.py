"""actions: who promised what, and what is overdue."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.groups import Listing
from onelog.cli.options import All, Explain, Json, Since, Who
from onelog.cli.selecting import selection
from onelog.core.errors import Wrong
from onelog.core.model import Action
from onelog.core.presenter import Listed
from onelog.insight import goal_names
from onelog.store import records
from onelog.store.queries import holders

actions = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)


@actions.callback()
def listed(
    ctx: Ctx,
    person: Who = None,
    mine: Annotated[bool, typer.Option("--mine", help="mine")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="theirs")] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help="overdue")] = False,
    goal: Annotated[str | None, typer.Option(metavar="ID", help="for_goal", show_default=False)] = None,
    all_: All = False,
    since: Since = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("open", "overdue", "handed-over", "away", json=json)
        return
    if mine and theirs:
        raise Wrong("command.mine_or_theirs")
    found = records.actions(
        app.store,
        selection(app, person, since=since, closed=all_),
        whose="mine" if mine else "theirs" if theirs else None,
        overdue=app.today if overdue else None,
        goal=goal_names.goal(app.store, goal).uid if goal else None,
    )
    handed = holders.holders(app.store, found) if app.on_terminal and not json else {}
    app.show(Listed(Action, found), json, held=handed)
