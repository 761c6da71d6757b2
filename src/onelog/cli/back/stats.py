"""stats: a period in numbers, and the year up to it in pictures."""

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, Period, With
from onelog.insight.stats import compute_stats

MEASURES = (
    "held", "strip", "promises", "late-by", "made", "by-month", "settling", "age", "mood", "rating", "by-mode", "own-scales", "mean", "median", "feedback",
    "in-period", "evidence", "way", "pace", "ahead", "before",
)  # fmt: skip  # words in lines


def stats(ctx: Ctx, period: Period = None, who: With = None, explain: Explain = False, json: Json = False) -> None:
    app = ctx.obj
    if explain:
        app.explain(*MEASURES, json=json)
        return
    found = compute_stats(app.store, app.begun(period), app.today, app.person(who))
    app.show(found, json, day=found.until)
