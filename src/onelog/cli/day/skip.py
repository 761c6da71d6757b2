"""skip, move: the meeting that does not take place, or on another day, and why."""

from datetime import datetime
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import needed
from onelog.cli.options import Json, Person, Why
from onelog.core import attendance
from onelog.core.calendar import dates
from onelog.core.errors import Wrong
from onelog.insight import resolve
from onelog.journal import skips


def skip(
    ctx: Ctx,
    person: Person,
    why: Why = None,
    until: Annotated[str | None, typer.Option(metavar="WHEN", help="pause", show_default=False)] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    end = app.day(until, "ahead")
    skips.check(app.store, person, app.today, end)  # what cannot be is said before the reason is asked for
    with needed.reason(app, "skip", why, json=json, key="prompt.why_or_none", left_out=True) as said:
        app.changed(skips.skip(app.journal, person, app.now, why=said or "", until=end), json)


def move(
    ctx: Ctx,
    person: Person,
    when: Annotated[list[str], typer.Argument(metavar="WHEN...", help="another_day")],
    why: Why = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    at = _planned(app, person, " ".join(when))
    skips.check_move(app.store, person, at, app.now)
    with needed.reason(app, "move", why, json=json) as said:
        app.changed(skips.move(app.journal, person, at, app.now, why=said or ""), json)


def _planned(app: App, person: str, when: str) -> datetime:
    """The time that is meant: an hour alone is that of the coming meeting's day, a day alone its midnight."""
    clock = dates.clock(when)
    due = attendance.due(resolve.person(app.store, person), app.today) if clock else None
    if clock and due and due >= app.today:
        when = f"{due} {clock:%H:%M}"
    elif not clock:
        try:
            day = dates.day(when, app.today, looking="ahead", conventions=app.settings.conventions)
            when = f"{day} 0:00"
        except Wrong:
            pass
    at = app.moment(when, "ahead")
    assert at  # noqa: S101 - words were given
    return at
