"""goals: what is to be reached by when, and how it goes."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.groups import Listing
from onelog.cli.options import All, Explain, Json, Who
from onelog.core import progress
from onelog.core.presenter import Listed
from onelog.core.progress import Course
from onelog.insight import goal_links

EXPLAINED = ("way", "pace", "ahead", "untouched", "below", "early", "away")
"""The measures of what is said of goals."""

goals = typer.Typer(cls=Listing, invoke_without_command=True, add_completion=False)


@goals.callback()
def listed(
    ctx: Ctx,
    person: Who = None,
    tree: Annotated[bool, typer.Option("--tree", help="tree", show_default=False)] = False,
    all_: All = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain(*EXPLAINED, json=json)
        return
    every = goal_links.courses(app.store, app.today)
    whose = app.person(person)
    wanted = [one for one in every if whose is None or one.goal.person == whose.ref]
    wanted = [one for one in wanted if all_ or one.goal.status == "open"]
    app.show(Listed(Course, _family(every, wanted) if tree else wanted), json, tree=tree)


def _family(every: list[Course], wanted: list[Course]) -> list[Course]:
    """The goals together with those above and below them."""
    kept = {goal.uid for goal in progress.family([one.goal for one in every], [one.goal.uid for one in wanted])}
    return [one for one in every if one.goal.uid in kept]
