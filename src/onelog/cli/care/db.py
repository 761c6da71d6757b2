"""db: where the journal is, what is in it, and how it is built."""

from typing import Any

import typer

from onelog.cli.app import Ctx
from onelog.cli.groups import Group
from onelog.cli.options import Json
from onelog.store import care
from onelog.store.schema import ABOUT, APPLICATION_ID
from onelog.store.schema_page import schema_page

db = typer.Typer(cls=Group, no_args_is_help=True, add_completion=False)


@db.callback()
def about() -> None:
    """What stands above the commands of db."""


def path(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    if json:
        app.json({"path": str(app.path)})
    else:
        app.write(f"{app.path}\n")


def info(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    facts: dict[str, Any] = {"path": str(app.path), **care.facts(app.store)}
    if json:
        app.json(facts)
        return
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        app.write(f"{name:<{width}}  {value}\n" if app.on_terminal else f"{name}\t{value}\n")


def schema(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    page = schema_page(app.store)
    if json:
        version = care.facts(app.store)["version"]
        app.json({"application_id": APPLICATION_ID, "version": version, "tables": ABOUT, "page": page})
    else:
        app.text(page)
