"""prep: what to bring to the next meeting with somebody; or the whole team, a line a person."""

import re
from datetime import date, timedelta
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Explain, Json, Private, Who
from onelog.core import relations
from onelog.core.errors import OnelogError, Wrong
from onelog.core.presenter import Listed
from onelog.core.results.prep import Brief
from onelog.insight import resolve, schedule
from onelog.insight.prep import compute_prep
from onelog.markdown import privacy
from onelog.store import meetings
from onelog.store.queries.prep import open_concerns

DueBy = Annotated[
    str | None,
    typer.Option("--on", metavar="WHEN", help="due_by", show_default=False),
]
Relations = Annotated[
    list[str] | None,
    typer.Option(
        "--relation",
        metavar="RELATION",
        help="some_relations",
        show_default=False,
    ),
]


def prep(
    ctx: Ctx,
    person: Who = None,
    all_: Annotated[bool, typer.Option("--all", help="everybody")] = False,
    on: DueBy = None,
    relation: Relations = None,
    md: Annotated[bool, typer.Option("--md", help="as_agenda")] = False,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    several = all_ or on is not None or bool(relation)
    if explain:
        _explain(app, several, json)
    elif person and several:
        raise Wrong("command.person_or_team")
    elif several:
        _team(app, on, relation, json)
    elif md:
        _document(app, person or _picked(app, json), private)
    else:
        _one(app, person or _picked(app, json), private, json)


def _picked(app: App, json: bool) -> str:
    """Who is picked from a list, where somebody sits at a terminal. Raises `Wrong` elsewhere."""
    if json or not (app.can_ask and app.on_terminal):
        raise Wrong("command.prep_whom")
    from onelog.cli.asking import picks  # noqa: PLC0415 - only where nobody is named

    return picks.pick_person(app)


def team(
    ctx: Ctx,
    relation: Relations = None,
    explain: Explain = False,
    json: Json = False,
) -> None:
    from onelog.insight.team import worst_first  # noqa: PLC0415 - as below

    app = ctx.obj
    if explain:
        app.explain(
            "team",
            "due",
            "open",
            "overdue",
            "mood-line",
            "praised",
            "own-scales",
            "warnings",
            "more",
            "away",
            json=json,
        )
        return
    relations = _relations(relation)
    found = worst_first(app.store, app.today, app.settings, relations)
    app.show(Listed(Brief, found), json, relations=relations, is_ranked=True)


def _explain(app: App, team: bool, json: bool) -> None:
    if team:
        app.explain(
            "due",
            "met",
            "open",
            "overdue",
            "parked",
            "age",
            "mood-line",
            "at-risk",
            "warnings",
            "more",
            "counts",
            "away",
            json=json,
        )
        return
    app.explain(
        "due", "planned", "met", "length", "mood", "rating", "warnings", "open", "overdue", "handed-over", "parked", "waiting", "noted", "age", "at-risk", "pace",
        "ahead", "untouched", "mood-line", "own-scales", "asked", "more", "left-out", "away", json=json,
    )  # fmt: skip  # words in lines


def _one(app: App, word: str, private: bool, json: bool) -> None:
    someone = resolve.person(app.store, word)
    seen = compute_prep(app.store, someone, app.today, app.settings, private=private)
    app.show(seen, json)
    if not private and (json or not app.on_terminal):  # the screen says it in its place
        app.without_words({"concern": len(seen.concerns), "fact": len(seen.facts)})
    if json:
        app.left_out({"private": seen.untold})


def _team(app: App, on: str | None, relation: list[str] | None, json: bool) -> None:
    from onelog.insight.team import compute_team  # noqa: PLC0415 - only where the whole team is asked for

    span = _span(app, on) if on else None
    relations = _relations(relation)
    found, without = compute_team(app.store, app.today, app.settings, span, relations)
    app.show(Listed(Brief, found), json, asked=span is not None, relations=relations, without=without)
    if without and not (json or app.on_terminal):
        app.tell("talk.without_cadence", n=without)


def _relations(words: list[str] | None) -> list[str]:
    """`report`, `reports`, or several with commas between. Raises `Wrong`."""
    if not words:
        return []
    named = [one.strip() for word in words for one in re.split("[,、]", word)]
    return [relations.check_relation(one) for one in named]


def _span(app: App, words: str) -> tuple[date, date]:
    """The first day of what somebody names, and the day after the last: a weekday looks ahead, a period is one."""
    try:
        period = app.period(words)
        if period.last >= app.today:
            return period.start, period.end
    except OnelogError:
        pass
    day = app.day(words, "ahead") or app.today
    if re.fullmatch(r"next[ _-]week|再?来週", words.strip().lower()):
        return day, day + timedelta(weeks=1)
    return day, day + timedelta(days=1)


def _document(app: App, word: str, private: bool) -> None:
    from onelog.journal.prepared import agenda  # noqa: PLC0415 - only for a document

    someone = resolve.person(app.store, word)
    app.tell_of_forms(someone)
    at = schedule.planned_time(someone, app.now)
    limits = app.settings.watch
    app.text(agenda.document_for(app.store, someone, app.today, app.language, at=at, private=private, limits=limits))
    if not private:
        coming = meetings.coming(app.store, someone.uid)
        noted = privacy.public(coming)[1] if coming else []
        concerns = len(open_concerns(app.store, someone.uid))
        app.left_out({"concern": concerns, "fact": noted.count("fact"), "private": noted.count("private")})
