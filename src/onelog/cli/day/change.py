"""change: one line instead of the editor."""

from contextlib import suppress
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Json
from onelog.core.errors import OnelogError, ToCome, Wrong
from onelog.core.results.common import Changed
from onelog.insight import resolve
from onelog.journal.change import apply_changes, change_words
from onelog.store import records

What = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID... CHANGES", help="what_changes", show_default=False),
]


def change(ctx: Ctx, what: What = None, json: Json = False) -> None:
    app = ctx.obj
    ids, said = _apart(app, what or [])
    if not said and app.on_terminal and not json:
        said = change_words.split_line(app.ask_briefly(app.screen.say("prompt.pick_what_changes")))
    changed = _changed(app, ids, said)
    if changed.records:
        app.changed(changed, json)
    else:
        app.tell("change.nothing", ids=", ".join(ids))


def _apart(app: App, words: list[str]) -> tuple[list[str], list[str]]:
    """The ids, and what changes from the first word on that says something to change; somebody is named by their id."""
    start = next((n for n, word in enumerate(words) if change_words.begins_change(word)), len(words))
    if not words[:start]:
        raise Wrong("change.no_record")
    ids = [word.strip().rstrip(",") for word in words[:start]]
    if any(records.handle(app.store, id_) is None for id_ in ids):
        with suppress(OnelogError):
            ids = [resolve.person(app.store, " ".join(ids)).id]
    return ids, words[start:]


def _changed(app: App, ids: list[str], said: list[str]) -> Changed:
    """Changes the records; a meeting that is moved to a day to come only after asking."""
    try:
        return apply_changes.change_records(app.journal, ids, said, app.now)
    except ToCome as error:
        if not app.confirm(app.said("prompt.keep_day", of_day=error.of_day)):
            raise
    return apply_changes.change_records(app.journal, ids, said, app.now, to_come=True)
