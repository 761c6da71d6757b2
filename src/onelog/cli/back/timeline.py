"""timeline: what was said, newest first."""

from collections.abc import Mapping
from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Kind, Private, Since, Tag, Until, Who
from onelog.cli.selecting import check_kind, selection
from onelog.core.model import MOMENT_KINDS, PRIVATE, Meeting
from onelog.core.presenter import Listed
from onelog.store.timeline import newest_entries, public_entries

KINDS = ("meeting", "action", "topic", *MOMENT_KINDS)


def timeline(
    ctx: Ctx,
    person: Who = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    tag: Tag = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="newest_or_all")] = 30,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("length", "mood", "rating", "own-scales", "overdue", "age", "more", "left-out", "away", json=json)
        return
    kind = check_kind(kind, KINDS)
    whole = app.tells_private(private, kind in PRIVATE, json)
    narrowed = selection(app, person, since=since, until=until, kind=kind, tag=tag, private=whole, limit=limit or None)
    entries, more = newest_entries(app.store, narrowed)
    left: Mapping[str, int] = {}
    if not whole:
        entries, left = public_entries(app.store, entries, narrowed, more)
    app.show(Listed(Meeting, entries), json, more=more)
    if more and not app.on_terminal:
        app.tell("talk.older_ones", n=more)
    app.left_out(left)
