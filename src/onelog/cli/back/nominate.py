"""nominate: strengths and wins with their evidence, to paste into a nomination or a promotion case."""

from collections.abc import Sequence
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.back.review import Output, Redact, put_document, put_json, say_of_names
from onelog.cli.options import Explain, Json
from onelog.core.calendar.periods import Period
from onelog.core.errors import OnelogError, Wrong
from onelog.core.model import Person
from onelog.core.names import name_matching
from onelog.formats.nomination_document import of_nomination
from onelog.insight.review import nomination
from onelog.store import people


def nominate(
    ctx: Ctx,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON] [PERIOD]",
            help="nominee",
            show_default=False,
        ),
    ] = None,
    redact: Redact = False,
    ids: Annotated[bool, typer.Option("--ids", help="nominee_ids")] = False,
    output: Output = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("nominated", "win-evidence", "early", json=json)
        return
    who, span = _meant(app, words or [])
    found = nomination.case(app.store, span, app.today, app.settings, person=who, redact=redact)
    if json:
        put_json(app, output, found)
    else:
        put_document(app, output, of_nomination(found, app.language, ids=ids), drawn=True)
    if who is None and (left_out := nomination.wins_left_out(app.store, span, app.today)):
        one = left_out[0].id
        app.tell("talk.wins_with_nobody", n=len(left_out), id=one)
    if found.strengths or found.wins or found.goals:
        say_of_names(app)
    else:
        app.tell("talk.another_nomination")


def _meant(app: App, words: Sequence[str]) -> tuple[Person | None, Period]:
    """Whom and which days: a person's id, alias or whole name; else a period; else the most words that mean a person."""
    if words and not words[0].strip():
        raise Wrong("review.whose_strengths")
    ways = range(len(words), 0, -1)
    known = people.everybody(app.store)
    exact = next((n for n in ways if name_matching.exact(known, " ".join(words[:n])) and _is_period(app, words[n:])), 0)
    may_be_a_name = len(words) == 1 and words[0].isalpha()  # april, may, june
    if not exact and _is_period(app, words) and not (may_be_a_name and _is_person(app, words[0])):
        return None, app.begun(words)
    several = exact or next((n for n in ways if n > 1 and _is_person(app, " ".join(words[:n]))), 1)
    return app.person(" ".join(words[:several]) or None), app.begun(words[several:])


def _is_person(app: App, name: str) -> bool:
    try:
        return app.person(name) is not None
    except OnelogError:
        return False


def _is_period(app: App, words: Sequence[str]) -> bool:
    """Whether it is one, or nothing at all."""
    try:
        app.span(words)
    except OnelogError:
        return False
    return True
