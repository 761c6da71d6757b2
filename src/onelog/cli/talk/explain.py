"""explain: what the numbers on the screens mean."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Json
from onelog.core import glossary


def explain(
    ctx: Ctx,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="One number or several; none lists them.", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    """Explain a number: how it is counted, from how many, and what it does not mean."""
    app = ctx.obj
    if names:
        app.explain(*names, json=json)
    else:
        app.show(glossary.everything(app.language), "explain", json, listed=True)
