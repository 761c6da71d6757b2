"""skills: what the tags on feedback, wins and a-has say over time."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Explain, Json, With
from onelog.core.presenter import Listed
from onelog.core.results.skills import Skill
from onelog.insight.skills import compute_skill, compute_skills


def skills(
    ctx: Ctx,
    skill: Annotated[str | None, typer.Argument(metavar="[SKILL]", help="one_skill", show_default=False)] = None,
    who: With = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("evidence", "counts", "seen-by", "growth-to-praise", "unnamed", json=json)
        return
    person = app.person(who)
    if skill:
        app.show(compute_skill(app.store, skill, app.today, person), json)
        return
    found = compute_skills(app.store, app.today, person)
    whose = person.name if person else ""
    app.show(Listed(Skill, found.skills), json, tagged=found.tagged, n=found.n, person=whose)
    if not found.skills and not json and not app.on_terminal:
        app.tell("talk.no_evidence")
