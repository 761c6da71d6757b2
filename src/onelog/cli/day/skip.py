"""skip: the meeting that does not take place, and why."""

import sys
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Json, Person, Why
from onelog.journal import skips


def skip(
    ctx: Ctx,
    person: Person,
    why: Why = None,
    until: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Pause: nothing is due before this day.", show_default=False)
    ] = None,
    json: Json = False,
) -> None:
    """Skip the meeting that is due, or pause until a day."""
    app = ctx.obj
    end = app.day(until, "ahead")
    skips.check(app.store, person, app.today, end)  # what cannot be is said before the reason is asked for
    reason = why if why is not None or json else _reason(app)
    app.changed(skips.skip(app.journal, person, app.now, why=reason or "", until=end), json)


def _reason(app: App) -> str:
    """What somebody says why, on a terminal; Enter alone gives no reason."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return ""
    from onelog.cli.asking import typed  # noqa: PLC0415 - only where somebody is asked

    return typed.reason(app, "Why? (Enter: no reason)")
