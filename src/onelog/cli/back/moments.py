"""moments: what was worth keeping."""

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Explain, Json, Kind, Private, Since, Tag, Until, Who
from onelog.cli.selecting import check_kind, selection
from onelog.core.model import MOMENT_KINDS, PRIVATE, Moment
from onelog.core.presenter import Listed
from onelog.store import records


def moments(
    ctx: Ctx,
    person: Who = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="newest", show_default=False)] = None,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("age", "follow-ups", "left-out", "away", json=json)
        return
    kind = check_kind(kind, MOMENT_KINDS, "record.unknown_moment")
    whole = app.tells_private(private, kind in PRIVATE, json)
    narrowed = selection(app, person, since=since, until=until, kind=kind, tag=tag, private=whole, limit=limit)
    found = records.moments(app.store, narrowed, open_first=kind == "concern")
    drawn = app.on_terminal and not json
    app.show(Listed(Moment, found), json, follow_ups=_follow_ups(app, found) if drawn else {})
    if not whole:
        last = found[-1].at if limit and len(found) == limit else None
        among = narrowed.within(last or narrowed.since, narrowed.before)
        app.left_out(records.count_private(app.store, among))


def _follow_ups(app: App, found: Sequence[Moment]) -> Mapping[str, int]:
    """How many follow-ups the concerns among these have, by id."""
    concerns = [moment.id for moment in found if moment.kind == "concern"]
    if not concerns:
        return {}
    from onelog.store.search import search  # noqa: PLC0415 - a list without concerns does not search

    return search.count_follow_ups(app.store, concerns)
