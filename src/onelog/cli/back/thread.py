"""thread: what the best conversations have in common, and what is tried because of it."""

from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import needed
from onelog.cli.options import Explain, Json, Since, Until, Who, Why
from onelog.cli.selecting import selection
from onelog.core.errors import Wrong
from onelog.core.presenter import Listed
from onelog.core.results.experiments import Experiment
from onelog.insight.patterns import experiments, pattern_search
from onelog.store import records

Try = Annotated[
    str | None,
    typer.Option("--try", metavar="TRAIT", help="try", show_default=False),
]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="PERSON", help="try_with", show_default=False),
]
Rest = Annotated[str | None, typer.Option("--rest", metavar="ID", help="rest", show_default=False)]
End = Annotated[str | None, typer.Option("--end", metavar="ID", help="end", show_default=False)]


def thread(
    ctx: Ctx,
    person: Who = None,
    since: Since = None,
    until: Until = None,
    all_: Annotated[bool, typer.Option("--all", help="all_traits")] = False,
    private: Annotated[bool, typer.Option("--private", help="thread_private")] = False,
    try_: Try = None,
    with_: With = None,
    tried: Annotated[bool, typer.Option("--tried", help="tried")] = False,
    rest: Rest = None,
    end: End = None,
    why: Why = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    _check([name for name, given in (("--try", try_), ("--tried", tried), ("--rest", rest), ("--end", end)) if given])
    if why is not None and end is None:
        raise Wrong("review.thread_why_ends")
    if with_ is not None and try_ is None:
        raise Wrong("review.thread_with_needs_try")
    if explain:
        app.explain("thread", "points", "high", "chance", "unrated", "enough", "odds", "rating", json=json)
    elif try_ or rest or end:
        _experiment(app, try_, with_ or person, rest, end, why, json)
    elif tried:
        _tried(app, person, json)
    else:
        _show(app, person, since, until, all_=all_, private=private, json=json)


def _check(given: list[str]) -> None:
    if len(given) > 1:
        raise Wrong("command.not_together", one=given[0], other=given[1])


def _experiment(
    app: App, try_: str | None, who: str | None, rest: str | None, end: str | None, why: str | None, json: bool
) -> None:
    from onelog.journal import trials  # noqa: PLC0415 - who only looks does not load it

    if try_:
        changed = trials.begin(app.journal, experiments.trait_of(try_), app.person(who), app.now, app.language)
    else:
        trials.running(app.store, rest or end or "")
        with needed.reason(app, "thread", why, json=json) as said:
            changed = (
                trials.rest(app.journal, rest, app.now) if rest else trials.end(app.journal, end or "", said, app.now)
            )
    app.changed(changed, json)


def _tried(app: App, who: str | None, json: bool) -> None:
    person = app.person(who)
    found = [
        one for one in experiments.tried(app.store, app.today) if person is None or one.person in ("", person.name)
    ]
    app.show(Listed(Experiment, found), json)


def _show(
    app: App, who: str | None, since: str | None, until: str | None, *, all_: bool, private: bool, json: bool
) -> None:
    narrowed = selection(app, who, since=since, until=until, private=private)
    found = pattern_search.find_patterns(app.store, app.today, narrowed, everything=all_)
    app.show(found, json, everything=all_)
    if not private:
        app.left_out(records.count_private(app.store, narrowed), key="talk.left_out_of_look")
