"""search: find what was once said."""

from collections.abc import Mapping
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.back import named_search
from onelog.cli.back.named_search import USUAL, SearchWords
from onelog.cli.options import Explain, Json, Kind, Private, Since, Tag, Until, With
from onelog.cli.selecting import check_kind, selection
from onelog.core.errors import Wrong
from onelog.core.model import MOMENT_KINDS, PRIVATE
from onelog.core.presenter import Listed
from onelog.core.results.search import Hit
from onelog.journal import saved_searches
from onelog.store.search import operators
from onelog.store.search.search import find_hits, find_public_hits

KINDS = ("meeting", "action", "moment", "topic", "goal", "checkin", *MOMENT_KINDS)


def search(
    ctx: Ctx,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]...", help="search_words", show_default=False)
    ] = None,
    who: With = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="best_first")] = USUAL,
    private: Private = False,
    save: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="save_search", show_default=False),
    ] = None,
    saved: Annotated[bool, typer.Option("--saved", help="saved_searches")] = False,
    unsave: Annotated[str | None, typer.Option(metavar="NAME", help="unsave_search", show_default=False)] = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("rank", "left-out", json=json)
    elif saved:
        named_search.show(app, json=json)
    elif unsave is not None:
        named_search.remove(app, unsave, json=json)
    elif not words:
        raise Wrong("search.no_words")
    else:
        asked = SearchWords(words, who, kind, since, until, tag, limit, private)
        asked = named_search.saved_as(ctx, words[0], asked) if named_search.is_name(words) else asked
        if save is not None:
            saved_searches.check_name(save)
        _find(app, asked, json=json)
        if save is not None:
            named_search.save(app, save, asked)


def _find(app: App, asked: SearchWords, *, json: bool) -> None:
    """Shows what was looked for, and says how much was left out."""
    kind, text = asked.kind, " ".join(asked.words)
    kind = check_kind(kind, KINDS)
    whole = app.tells_private(asked.private, kind in PRIVATE, json)
    narrowed = selection(
        app, asked.who, since=asked.since, until=asked.until, kind=kind, tag=asked.tag, private=whole, limit=asked.limit
    )
    left: Mapping[str, int] = {}
    if whole:
        hits = find_hits(app.store, text, narrowed)
    else:
        hits, left = find_public_hits(app.store, text, narrowed, inside=json)
    app.show(Listed(Hit, hits), json)
    if not operators.apart(text).sides:
        app.tell("talk.only_left_out")
    elif not hits and not left and not json and not app.on_terminal:
        app.tell("talk.nothing_fits")
    app.left_out(left)
