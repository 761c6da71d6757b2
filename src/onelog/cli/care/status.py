"""status: how many meetings are due and promises overdue, for a shell prompt."""

from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Explain, Json
from onelog.core.errors import Damaged, OnelogError
from onelog.core.phrases import say
from onelog.insight.status import compute_status
from onelog.store.database import Store, there


def status(
    ctx: Ctx,
    short: Annotated[bool, typer.Option("--short", help="short")] = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("status", "overdue", "due", json=json)
    elif short and not json:
        raise typer.Exit(_short(app))
    else:
        app.show(compute_status(app.store, app.today), json)


def _short(app: App) -> int:
    """Writes the line; the exit code.

    What goes wrong is not said: a prompt is drawn again and again, and every other command says it. The exit code tells.
    """
    try:
        if there(app.path):
            _write(app)
    except Exception as error:  # noqa: BLE001 - a prompt is no place for any error
        known = error if isinstance(error, OnelogError) else app.explained(error)
        return known.exit_code if known else 1
    return 0


def _write(app: App) -> None:
    with Store(app.path, waiting=_give_up) as store:
        seen = compute_status(store, app.today)
    if not (seen.due or seen.overdue):
        return

    parts = [("status.short_due", seen.due), ("status.short_overdue", seen.overdue)]
    said = [say(app.language, key, n=n) for key, n in parts if n]
    app.write(say(app.language, "status.short_dot").join(said) + "\n")


def _give_up() -> None:
    """Called after a second, when another onelog holds the journal: nobody waits for a prompt."""
    raise Damaged("journal.in_use")
