"""actions, done, drop, reopen: promises, and what came of them."""

from typing import Annotated

import typer

from onelog.cli import ask
from onelog.cli.app import Ctx
from onelog.cli.groups import Listing
from onelog.cli.words import All, Ids, Json, New, On, Since, Who, Why, With, Words
from onelog.errors import Wrong
from onelog.journal import follow, names
from onelog.store import records

actions = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)


@actions.callback()
def listed(
    ctx: Ctx,
    person: Who = None,
    mine: Annotated[bool, typer.Option("--mine", help="What I owe.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="What I wait for.")] = False,
    overdue: Annotated[bool, typer.Option("--overdue", help="Past their day.")] = False,
    goal: Annotated[str | None, typer.Option(metavar="ID", help="For this goal.", show_default=False)] = None,
    all_: All = False,
    since: Since = None,
    json: Json = False,
) -> None:
    """List what is promised, overdue first; add promises."""
    app = ctx.obj
    if mine and theirs:
        raise Wrong("--mine and --theirs exclude each other.", "Leave both out to see all.")
    found = records.actions(
        app.store, person=app.uid_of(person), mine=mine, theirs=theirs, overdue=app.today if overdue else None,
        goal=names.goal(app.store, goal).uid if goal else None, closed_too=all_, since=app.since(since),
    )  # fmt: skip
    app.show(found, "actions", json)


@actions.command()
def add(ctx: Ctx, words: Words = None, who: With = None, new: New = False, json: Json = False) -> None:
    """Add an action outside any meeting.

    onelog actions add draft the plan due:fri why: finance decides on Monday
    """
    app = ctx.obj
    with ask.words(app, "actions add", words or [], options={"with": who}, prompt="What was promised") as text:
        added = follow.add(app.journal, "action", text, app.now, who, new=new)
    app.changed(added, json)


def done(ctx: Ctx, ids: Ids, on: On = None, why: Why = None, json: Json = False) -> None:
    """Close actions; also resolves a concern and ticks a topic off."""
    app = ctx.obj
    app.changed(follow.close(app.journal, ids, app.day(on) or app.today, why, "done", app.now), json)


def drop(ctx: Ctx, ids: Ids, why: Why = None, on: On = None, json: Json = False) -> None:
    """Give up actions or topics, with the reason."""
    app = ctx.obj
    if not why or not why.strip():
        raise Wrong("To drop something needs its reason.", f'onelog drop {" ".join(ids)} --why "the plan changed"')
    app.changed(follow.close(app.journal, ids, app.day(on) or app.today, why, "dropped", app.now), json)


def reopen(ctx: Ctx, ids: Ids, json: Json = False) -> None:
    """Open again what was done, dropped or resolved."""
    app = ctx.obj
    app.changed(follow.reopen(app.journal, ids, app.now), json)
