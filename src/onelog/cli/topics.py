"""topic and topics: what to raise next time."""

from onelog.cli import ask
from onelog.cli.app import Ctx
from onelog.cli.log import known
from onelog.cli.words import All, Json, New, Person, Who, Words
from onelog.journal import follow
from onelog.store import records


def topic(ctx: Ctx, person: Person, words: Words = None, new: New = False, json: Json = False) -> None:
    """Park a topic for the next meeting with somebody."""
    app = ctx.obj
    known(app, person, new)
    with ask.words(app, "topic", words or [], options={"person": person}, prompt="What to raise") as text:
        parked = follow.park(app.journal, person, text, app.now, new=new)
    app.changed(parked, json)


def topics(ctx: Ctx, person: Who = None, all_: All = False, json: Json = False) -> None:
    """List parked topics; onelog done ID ticks one off."""
    app = ctx.obj
    app.show(records.topics(app.store, person=app.uid_of(person), closed_too=all_), "topics", json)
