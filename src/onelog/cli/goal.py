"""goals add, checkin, close: one goal, from its beginning to its end."""

from typing import Annotated

import typer

from onelog import cards
from onelog.cli.app import Ctx
from onelog.cli.words import Id, Json, On, With
from onelog.errors import Wrong
from onelog.grammar import cut_number
from onelog.journal import follow, goals


def add(
    ctx: Ctx,
    title: Annotated[list[str], typer.Argument(metavar="TITLE...", show_default=False)],
    who: With = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="The day it is to be reached: eoq, 2027-03-31.", show_default=False),
    ] = None,
    metric: Annotated[str | None, typer.Option(metavar="NAME", help="What is measured.", show_default=False)] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar="N", help="Where it starts.", show_default=False)
    ] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="N", help="Where it should be.", show_default=False)] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", show_default=False)] = None,
    under: Annotated[str | None, typer.Option(metavar="ID", help="The goal it belongs to.", show_default=False)] = None,
    json: Json = False,
) -> None:
    """Add a goal."""
    app = ctx.obj
    added = goals.add(
        app.journal, " ".join(title), app.now, who=who, by=app.day(by, "ahead"), metric=metric,
        start=cards.number(from_) if from_ else None, target=cards.number(to) if to else None, unit=unit, under=under,
    )  # fmt: skip
    app.changed(added, json)


def checkin(
    ctx: Ctx,
    goal: Id,
    words: Annotated[list[str] | None, typer.Argument(metavar="[VALUE] [TEXT]...", show_default=False)] = None,
    json: Json = False,
) -> None:
    """Look at a goal: its value now, and a few words."""
    app = ctx.obj
    value, text = cut_number(" ".join(words or []).strip())
    app.changed(follow.check_in(app.journal, goal, value, text, app.now), json)


def close(
    ctx: Ctx,
    goal: Id,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="HOW", help="achieved, missed or dropped.", show_default=False)
    ] = None,
    on: On = None,
    json: Json = False,
) -> None:
    """End a goal as achieved, missed or dropped."""
    app = ctx.obj
    if not as_:
        raise Wrong("How did it end?", f"onelog goals close {goal} --as achieved, missed or dropped")
    app.changed(goals.close(app.journal, goal, as_, app.day(on) or app.today, app.now), json)
