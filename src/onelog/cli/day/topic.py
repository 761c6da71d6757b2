"""topic: what to raise next time."""

from onelog.cli.app import Ctx
from onelog.cli.asking import clarify, whom
from onelog.cli.asking import words as ask
from onelog.cli.asking.words import AskedText
from onelog.cli.day.log import known
from onelog.cli.options import Json, New, Whom, Words
from onelog.journal import follow_up


def topic(ctx: Ctx, person: Whom = None, words: Words = None, new: New = False, json: Json = False) -> None:
    """Park a topic for the next meeting with somebody."""
    app = ctx.obj
    person, new = whom.addressed(app, "topic", person, words, {}, new=new)
    options: dict[str, object] = {"person": person, "new": new}
    asks = AskedText("prompt.ask_topic", "topic")
    with ask.words(
        app, "topic", words or [], options=options, asks=asks, check=lambda: known(app, person, new)
    ) as text:
        pieces = clarify.private(app, "topic", text)
        if pieces == [("topic", text.strip())]:
            parked = follow_up.park(app.journal, person, text, app.now, new=new)
        else:
            parked = follow_up.add_each(app.journal, pieces, app.now, person, new=new)
    app.changed(parked, json)
