"""thread: what the best conversations have in common."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Since, Until, Who
from onelog.insight import patterns as journal_thread
from onelog.store import records


def thread(
    ctx: Ctx,
    person: Who = None,
    since: Since = None,
    until: Until = None,
    all_: Annotated[bool, typer.Option("--all", help="Everything it looked at, not just what stands out.")] = False,
    private: Annotated[bool, typer.Option("--private", help="Include concerns and private notes.")] = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    """Find what your best-rated meetings have in common.

    It shows only what chance alone would rarely bring, with the counts.
    """
    app = ctx.obj
    if explain:
        app.explain("thread", "points", "high", "chance", "unrated", "enough", "rating", json=json)
        return
    found = journal_thread.of(
        app.store, app.today, app.person(person), app.since(since), app.until(until), everything=all_, private=private
    )
    app.show(found, json, everything=all_)
    if not private:
        whose, first, end = app.uid_of(person), app.since(since), app.until(until)
        app.left_out(records.count_private(app.store, person=whose, since=first, before=end), does="looks at")
