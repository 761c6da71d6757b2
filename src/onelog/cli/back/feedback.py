"""feedback: what was given and received, and where none was noted lately."""

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Since, Who
from onelog.cli.selecting import selection
from onelog.insight.feedback import LATELY, compute_feedback


def feedback(ctx: Ctx, person: Who = None, since: Since = None, explain: Explain = False, json: Json = False) -> None:
    app = ctx.obj
    if explain:
        app.explain("feedback", "quiet", "away", json=json)
        return
    found = compute_feedback(app.store, app.today, selection(app, person, since=since))
    app.show(found, json, lately=LATELY)
