"""db: where the journal is, what is in it, and how it is built."""

from typing import Any

import typer

from onelog.cli.app import Ctx
from onelog.cli.groups import Group
from onelog.cli.options import Json
from onelog.store import care
from onelog.store.schema import ABOUT, APPLICATION_ID
from onelog.store.schema_page import schema_page
from onelog.terminal.kit.layout import cells, pad

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
    if not app.on_terminal:
        app.write("".join(f"{name}\t{value}\n" for name, value in facts.items()))
        return
    called = {name: name if app.language == "en" else app.said(_CALLED[name]) for name in facts}
    width = max(cells([name]) for name in called.values())
    app.write("".join(f"{pad(called[name], width)}  {value}\n" for name, value in facts.items()))


_CALLED = {
    "path": "care.info_path",
    "bytes": "care.info_bytes",
    "version": "care.info_version",
    "people": "person",
    "actions": "action",
    "moments": "moment",
    "meetings": "meeting",
    "goals": "goal",
    "topics": "topic",
    "checkins": "record.Check-ins",
    "skips": "skip",
    "answers": "care.info_answers",
    "changes": "care.info_changes",
}


def schema(ctx: Ctx, json: Json = False) -> None:
    app = ctx.obj
    page = schema_page(app.store)
    if json:
        version = care.facts(app.store)["version"]
        app.json({"application_id": APPLICATION_ID, "version": version, "tables": ABOUT, "page": page})
    else:
        app.text(page)
