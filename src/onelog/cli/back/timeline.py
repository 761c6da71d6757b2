"""timeline: what was said, newest first."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Kind, Private, Since, Tag, Until, Who
from onelog.core.errors import Wrong
from onelog.core.model import MOMENT_KINDS, Meeting
from onelog.core.presenter import Listed
from onelog.markdown.families import PRIVATE
from onelog.store import timeline as store_timeline

KINDS = ("meeting", "action", "topic", *MOMENT_KINDS)


def timeline(
    ctx: Ctx,
    person: Who = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    tag: Tag = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="How many, newest first; 0 shows all.")] = 30,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    """Look back, newest first: what was said, promised, kept."""
    app = ctx.obj
    if explain:
        app.explain("length", "mood", "rating", "own-scales", "overdue", "age", "more", "left-out", "away", json=json)
        return
    if kind and kind not in KINDS:
        raise Wrong(f"There is no kind {kind[:20]!r}.", f"It is one of {', '.join(KINDS)}.")
    asked: dict[str, Any] = {
        "person": app.uid_of(person), "since": app.since(since), "before": app.until(until), "kind": kind,
        "tag": tag.lstrip("#+").lower() if tag else None,
    }  # fmt: skip
    whole = app.tells_private(private, kind in PRIVATE, json)
    entries, more = store_timeline.newest(app.store, **asked, limit=limit or None, private=whole)
    left: Mapping[str, int] = {}
    if not whole:
        entries, left = store_timeline.public(app.store, entries, **asked, more=more)
    app.show(Listed(Meeting, entries), json, more=more)
    if more and not app.on_terminal:
        app.talk(f"{more} older ones are not shown: --limit 0 shows all.")
    app.left_out(left)
