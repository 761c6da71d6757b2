"""spark: a small discovery for the next meeting, and whether it landed."""

import sys
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import needed
from onelog.cli.options import Explain, Json, Why
from onelog.core.errors import Wrong
from onelog.core.model import Person
from onelog.core.presenter import Listed
from onelog.core.results.sparks import Proposal, Sparks
from onelog.insight import resolve
from onelog.insight.spark import count_sparks, find_spark, list_sparks, propose_sparks
from onelog.journal.topics import sparks
from onelog.store import records


def spark(
    ctx: Ctx,
    who: Annotated[str | None, typer.Argument(metavar="[PERSON|ID]", help="spark_who", show_default=False)] = None,
    take: Annotated[int | None, typer.Option(metavar="N", min=1, help="spark_take", show_default=False)] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="spark_on", show_default=False),
    ] = None,
    landed: Annotated[bool, typer.Option("--landed", help="landed")] = False,
    missed: Annotated[bool, typer.Option("--missed", help="missed")] = False,
    why: Why = None,
    list_: Annotated[bool, typer.Option("--list", help="sparks")] = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("landed", "discover", "related", "asked", "away", json=json)
        return
    _refuse_both({"--list": list_, "--landed": landed, "--missed": missed, "--take": take is not None}, why, on)
    if list_:
        _list(app, who, json)
    elif who is None:
        if landed or missed:
            raise Wrong("ask.spark_which")
        raise Wrong("ask.spark_whom")
    elif landed or missed:
        how = "landed" if landed else "missed"
        sparks.check_end(app.store, who, how)
        with needed.reason(app, "spark", why, json=json) as said:
            app.changed(sparks.end(app.journal, who, how, said, app.now), json)
    else:
        _meant(app, who, take, on, json)


def _meant(app: App, who: str, take: int | None, on: str | None, json: bool) -> None:
    """A spark by its id, else what to propose for a person."""
    known = records.handle(app.store, who)
    if not known or known[0] == "person" or take is not None:
        _propose(app, resolve.person(app.store, who), take, on, json)
        return
    app.show(Listed(Sparks, [find_spark(app.store, who)]), json)


def _refuse_both(given: dict[str, bool], why: str | None, on: str | None) -> None:
    """What shows, what parks and what says how it went do not go together. Raises `Wrong`."""
    both = [name for name, there in given.items() if there]
    if len(both) > 1:
        raise Wrong("command.not_together", one=both[0], other=both[1])
    if on is not None and both and both != ["--take"]:
        raise Wrong("command.not_with_on", other=both[0])
    if why is not None and not (given["--landed"] or given["--missed"]):
        raise Wrong("ask.spark_why_landed")


def _list(app: App, who: str | None, json: bool) -> None:
    topics = list_sparks(app.store, app.person(who))
    app.show(Listed(Sparks, [*count_sparks(topics), *topics]), json)


def _propose(app: App, person: Person, take: int | None, on: str | None, json: bool) -> None:
    day = app.day(on, "ahead")
    if day and day < app.today:
        raise Wrong("ask.spark_day_past", day=day)
    proposals = propose_sparks(app.store, person, app.today, app.language)
    if take is None:
        app.show(Listed(Proposal, proposals), json)
        asks = app.on_terminal and not json and proposals and sys.stdin and sys.stdin.isatty()
        take = _asked(app, len(proposals)) if asks else None
        if on and not asks and proposals:
            raise Wrong("ask.spark_on_needs_take", person=person.id, on=on)
    if take is None:
        return
    if take > len(proposals):
        raise Wrong("ask.spark_no_number", number=take, n=len(proposals), person=person.id)
    app.changed(sparks.take(app.journal, person, proposals[take - 1], app.now, day), json)


def _asked(app: App, most: int) -> int | None:
    """The number that somebody types; None for anything else, the end of the input and Ctrl-C."""
    try:
        said = app.ask_briefly(f"  {app.screen.say('prompt.spark_which')}")
    except KeyboardInterrupt:
        return None
    return int(said) if said.isdecimal() and 1 <= int(said) <= most else None
