"""topic: what to raise next time."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.asking import clarify, whom
from onelog.cli.asking.words import AskedText, take_words
from onelog.cli.day.log import known
from onelog.cli.options import Json, New, Whom, Words
from onelog.core.calendar import recurrence
from onelog.journal import follow_up

Every = Annotated[
    str | None,
    typer.Option(metavar="CADENCE", help="topic_every", show_default=False),
]


def topic(
    ctx: Ctx, person: Whom = None, words: Words = None, every: Every = None, new: New = False, json: Json = False
) -> None:
    app = ctx.obj
    rule = recurrence.rule(every) if every else None
    person, new = whom.addressed(app, "topic", person, words, {}, new=new)
    options: dict[str, object] = {"person": person, "new": new, "every": every}
    asks = AskedText("prompt.ask_topic", "topic")
    with take_words(
        app, "topic", words or [], options=options, asks=asks, check=lambda: known(app, person, new)
    ) as text:
        pieces = clarify.private(app, "topic", text)
        if pieces == [("topic", text.strip())]:
            parked = follow_up.park(app.journal, person, text, app.now, new=new, rule=rule)
        else:
            parked = follow_up.add_each(app.journal, pieces, app.now, person, new=new, rule=rule)
    app.changed(parked, json)
