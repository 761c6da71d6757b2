"""search: find what was once said."""

from collections.abc import Mapping
from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Kind, Private, Since, Tag, Until, With
from onelog.cli.selecting import check_kind, selection
from onelog.core.model import MOMENT_KINDS
from onelog.core.presenter import Listed
from onelog.core.results.search import Hit
from onelog.markdown.families import PRIVATE
from onelog.store.search.search import find_hits, find_public_hits

KINDS = ("meeting", "action", "moment", "topic", "goal", "checkin", *MOMENT_KINDS)


def search(
    ctx: Ctx,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="search_words", show_default=False)],
    who: With = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="best_first")] = 20,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("rank", "left-out", json=json)
        return
    check_kind(kind, KINDS)
    whole = app.tells_private(private, kind in PRIVATE, json)
    narrowed = selection(app, who, since=since, until=until, kind=kind, tag=tag, private=whole, limit=limit)
    left: Mapping[str, int] = {}
    if whole:
        hits = find_hits(app.store, " ".join(words), narrowed)
    else:
        hits, left = find_public_hits(app.store, " ".join(words), narrowed, inside=json)
    app.show(Listed(Hit, hits), json)
    if not hits and not left and not json and not app.on_terminal:
        app.tell("talk.nothing_fits")
    app.left_out(left)
