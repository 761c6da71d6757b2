"""next: with whom a meeting is due, and when."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json
from onelog.core.presenter import Listed
from onelog.core.results.common import Standing
from onelog.insight import schedule


def next_(
    ctx: Ctx,
    all_: Annotated[bool, typer.Option("--all", help="no_cadence_too")] = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("due", "planned", "met", "kept", "counts", "away", json=json)
        return
    everybody = schedule.known(app.store, app.today)
    shown = [one for one in everybody if all_ or one.state != "none"]
    without = len(everybody) - len(shown)
    app.show(Listed(Standing, shown), json, whole=all_, without=without)
    if without and not (json or app.on_terminal):
        app.tell("talk.without_cadence", n=without)
