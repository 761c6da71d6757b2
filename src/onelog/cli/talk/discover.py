"""discover: more from the past, each with why it was chosen."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Who
from onelog.core.errors import Wrong
from onelog.core.presenter import Listed
from onelog.core.results.discover import Discovery
from onelog.insight.discover import find_discoveries

Later = Annotated[str | None, typer.Option("--later", metavar="ID", help="discover_later", show_default=False)]
Never = Annotated[str | None, typer.Option("--never", metavar="ID", help="discover_never", show_default=False)]


def discover(
    ctx: Ctx,
    person: Who = None,
    later: Later = None,
    never: Never = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    given = [("PERSON", person), ("--later", later), ("--never", never)]
    one, *more = [name for name, value in given if value is not None] or [""]
    if more:
        raise Wrong("command.not_together", one=one, other=more[0])
    if explain:
        app.explain("discover", "related", "left-alone", "away", json=json)
    elif later is not None or never is not None:
        from onelog.journal import set_aside  # noqa: PLC0415 - who only looks does not load what writes

        set_one = set_aside.rest if later is not None else set_aside.end
        app.changed(set_one(app.journal, later or never or "", app.now), json)
    else:
        app.show(Listed(Discovery, find_discoveries(app.store, app.person(person), app.today)), json)
