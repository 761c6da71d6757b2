"""discover: more from the past, each with why it was chosen."""

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Who
from onelog.core.presenter import Listed
from onelog.core.results.discover import Discovery
from onelog.insight.discover import find_discoveries


def discover(ctx: Ctx, person: Who = None, explain: Explain = False, json: Json = False) -> None:
    app = ctx.obj
    if explain:
        app.explain("discover", "related", "left-alone", "away", json=json)
        return
    app.show(Listed(Discovery, find_discoveries(app.store, app.person(person), app.today)), json)
