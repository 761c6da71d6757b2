"""topics: what is parked for next time."""

from onelog.cli.app import Ctx
from onelog.cli.options import All, Explain, Json, Who
from onelog.cli.selecting import selection
from onelog.core.model import Topic
from onelog.core.presenter import Listed
from onelog.store import records


def topics(ctx: Ctx, person: Who = None, all_: All = False, explain: Explain = False, json: Json = False) -> None:
    app = ctx.obj
    if explain:
        app.explain("parked", "standing", "waiting", "away", json=json)
        return
    app.show(Listed(Topic, records.topics(app.store, selection(app, person, closed=all_))), json)
