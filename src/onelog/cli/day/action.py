"""actions add, done, drop, reopen: one promise, and what came of it."""

from onelog.cli.app import Ctx
from onelog.cli.asking import clarify, needed, whom
from onelog.cli.asking.words import AskedText, take_words
from onelog.cli.day.log import known
from onelog.cli.options import Ids, Json, New, On, Why, With, Words
from onelog.core.errors import Wrong
from onelog.journal import follow_up


def add(ctx: Ctx, words: Words = None, who: With = None, new: New = False, json: Json = False) -> None:
    app = ctx.obj
    with whom.keeping(app, "actions add", " ".join(words or []), {"with": who}):
        who, new = whom.settled(app, who, new)
    options: dict[str, object] = {"with": who, "new": new}
    asks = AskedText("prompt.ask_action", "action")
    with take_words(
        app, "actions add", words or [], options=options, asks=asks, check=lambda: known(app, who, new)
    ) as text:
        text = clarify.owners(app, clarify.due(app, text), who, kind="action")
        added = follow_up.add_each(app.journal, clarify.private(app, "action", text), app.now, who, new=new)
    app.changed(added, json)


def done(ctx: Ctx, ids: Ids, on: On = None, why: Why = None, json: Json = False) -> None:
    app = ctx.obj
    day = app.day(on) or app.today
    follow_up.check_close(app.store, ids, day, "done")
    with needed.reason(app, "done", why, json=json) as said:
        app.changed(follow_up.close(app.journal, ids, day, said, "done", app.now), json)


def drop(ctx: Ctx, ids: Ids, why: Why = None, on: On = None, json: Json = False) -> None:
    app = ctx.obj
    day = app.day(on) or app.today
    follow_up.check_close(app.store, ids, day, "dropped")
    with needed.reason(app, "drop", why, json=json, left_out=True) as said:
        if not said or not said.strip():
            raise Wrong("record.drop_needs_why", ids=" ".join(ids))
        app.changed(follow_up.close(app.journal, ids, day, said, "dropped", app.now), json)


def reopen(ctx: Ctx, ids: Ids, json: Json = False) -> None:
    app = ctx.obj
    app.changed(follow_up.reopen(app.journal, ids, app.now), json)
