"""search: find what was once said."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.words import Json, Kind, Since, Tag, Until, With
from onelog.errors import Wrong
from onelog.model import MOMENT_KINDS
from onelog.store import search as store_search

SEARCHED = ("meeting", "action", "moment", "topic", "goal", "checkin")


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
    limit: Annotated[int, typer.Option(min=1, help="The best so many.")] = 20,
    json: Json = False,
) -> None:
    """Find what was once said, in English and Japanese."""
    app = ctx.obj
    kinds = (*SEARCHED, *MOMENT_KINDS)
    if kind and kind not in kinds:
        raise Wrong(f"There is no kind {kind[:20]!r}.", f"It is one of {', '.join(kinds)}.")
    hits = store_search.search(
        app.store, " ".join(words), person=app.uid_of(who), kind=kind, since=app.since(since), before=app.until(until),
        tag=tag.lstrip("#+").lower() if tag else None, limit=limit,
    )  # fmt: skip
    app.show(hits, "search", json)
    if not hits and not json and not app.on_terminal:
        app.talk("Nothing fits.")
