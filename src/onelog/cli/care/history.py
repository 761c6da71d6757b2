"""undo, redo, history: every change can be taken back."""

from collections.abc import Mapping
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Json, Private
from onelog.core.errors import Message
from onelog.core.presenter import Listed
from onelog.core.results.history import Change
from onelog.core.sanitize import safe
from onelog.journal import changes
from onelog.store import changelog, discreet, records
from onelog.store.database import Store, there

SHOWN, NAMED = 4, 100
"""Records of one change that a screen tells of, and that a line in a pipe names; the others are counted."""

Times = Annotated[int, typer.Argument(metavar="[N]", min=1, help="how_many_changes", show_default=False)]


def undo(ctx: Ctx, times: Times = 1, private: Private = False, json: Json = False) -> None:
    app = ctx.obj
    done = changes.undo(_journal(app), times, app.now)
    _said(app, done, json, private, "care.took_back", "talk.redo")


def redo(ctx: Ctx, times: Times = 1, private: Private = False, json: Json = False) -> None:
    app = ctx.obj
    done = changes.redo(_journal(app), times, app.now)
    _said(app, done, json, private, "care.did_again", "talk.undo")


def _journal(app: App) -> Store:
    """The journal to write; not made where there is none, since nothing can be taken back there."""
    return app.journal if there(app.path) else app.store


def _told(app: App, found: list[Change], private: bool) -> tuple[list[Change], Mapping[str, int]]:
    """The changes without what only --private shows, and how much that is."""
    return (found, {}) if private else discreet.without_private(app.store, found)


def _said(app: App, done: list[Change], json: bool, private: bool, verb: str, hint: str) -> None:
    if json:
        done, left = _told(app, done, private)
        app.json([app.as_json(change) for change in done])
        app.without_words(left)
        return
    for change in done:
        ids = ", ".join(dict.fromkeys(line.id for line in change.lines))
        shown = ids if len(ids) < 40 else Message("care.n_record", n=len(change.lines))
        command = safe(change.command, newlines=False)
        drawn = app.said(verb, command=command, ids=shown) if app.on_terminal else f"{change.n}\t{command}\t{ids}"
        app.write(f"{drawn}\n")
    app.tell(hint)


def history(
    ctx: Ctx,
    id_: Annotated[str | None, typer.Argument(metavar="[ID]", help="history_of", show_default=False)] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="newest_or_all")] = 30,
    prune: Annotated[
        str | None,
        typer.Option(metavar="AGE", help="prune", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="prune_yes")] = False,
    private: Private = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if prune is not None:
        from onelog.cli.care.prune import prune_log  # noqa: PLC0415 - once in a long while

        prune_log(app, prune, id_, yes, json)
        return
    uid = None
    if id_:
        handle = records.handle(app.store, id_)
        uid = handle[1] if handle else records.by_id(app.store, id_).uid
    drawn = app.on_terminal and not json
    each = SHOWN if drawn else None if json or not limit else NAMED
    found = changelog.history(app.store, uid=uid, limit=limit or None, each=each)
    left: Mapping[str, int] = {}
    if drawn or json:
        found, left = _told(app, found, private)
    app.show(Listed(Change, found), json, labels=changelog.labels(app.store, found) if drawn else {})
    app.without_words(left)
