"""explain: what the numbers on the screens mean."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Json
from onelog.core import glossary
from onelog.core.presenter import Listed
from onelog.core.results.lessons import Explained


def explain(
    ctx: Ctx,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="numbers", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    if names:
        app.explain(*names, json=json)
    else:
        app.show(Listed(Explained, glossary.everything(app.language)), json, listed=True)
