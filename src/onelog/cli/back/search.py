"""search: find what was once said."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Kind, Private, Since, Tag, Until, With
from onelog.core.errors import Wrong
from onelog.core.model import MOMENT_KINDS
from onelog.core.presenter import Listed
from onelog.core.results.search import Hit
from onelog.markdown.families import PRIVATE, composed
from onelog.store import search as store_search

KINDS = ("meeting", "action", "moment", "topic", "goal", "checkin", *MOMENT_KINDS)


def search(
    ctx: Ctx,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS...", help='All of them; "a phrase", begin*.', show_default=False)
    ],
    who: With = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many, best first.")] = 20,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    """Find what was said, in English and Japanese."""
    app = ctx.obj
    if explain:
        app.explain("rank", "left-out", json=json)
        return
    if kind and kind not in KINDS:
        raise Wrong(f"There is no kind {kind[:20]!r}.", f"It is one of {', '.join(KINDS)}.")
    asked: dict[str, Any] = {
        "person": app.uid_of(who), "kind": kind, "since": app.since(since), "before": app.until(until),
        "tag": composed(tag).lstrip("#+").lower() if tag else None, "limit": limit,
    }  # fmt: skip
    left: Mapping[str, int] = {}
    if app.tells_private(private, kind in PRIVATE, json):
        hits = store_search.search(app.store, " ".join(words), **asked)
    else:
        hits, left = store_search.public(app.store, " ".join(words), **asked, inside=json)
    app.show(Listed(Hit, hits), json)
    if not hits and not left and not json and not app.on_terminal:
        app.talk("Nothing fits.")
    app.left_out(left)
