"""ask: a question for the next meeting that was not asked lately."""

from pathlib import Path
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.options import Explain, Json, Who
from onelog.core.errors import Wrong
from onelog.core.presenter import Listed
from onelog.core.results.lessons import Question, Theme
from onelog.insight.talk import questions
from onelog.insight.talk.next_questions import next_questions


def ask(
    ctx: Ctx,
    person: Who = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="THEME", help="theme", show_default=False),
    ] = None,
    count: Annotated[int, typer.Option(metavar="N", min=1, help="how_many_questions")] = 1,
    park: Annotated[bool, typer.Option("--park", help="park")] = False,
    list_: Annotated[bool, typer.Option("--list", help="themes")] = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain("questions", "asked", "ask-state", "away", json=json)
        return
    if park and (person is None or count > 1 or list_):
        raise Wrong("ask.park_one")
    own = questions.own_file()
    _tell_troubles(app, own)
    someone = app.person(person)
    if list_:
        app.show(Listed(Theme, questions.themes(app.store, someone, app.today, app.language, own)), json, listed=True)
        return
    if someone and not about:
        found = next_questions(app.store, someone, app.today, app.language, app.settings.watch, count)
    else:
        found = questions.suggest(app.store, someone, app.today, count, about, app.language, own)
    if park and someone and found:
        _park(app, someone.name, found[0].text, json)
    else:
        app.show(Listed(Question, found), json)


def _tell_troubles(app: App, own: Path | None) -> None:
    for line, what in questions.bank(own).troubles:
        if line:
            app.tell("talk.questions_in_line", file=own, line=line, what=what)
        else:
            app.tell("talk.questions_file", file=own, what=what)


def _park(app: App, name: str, text: str, json: bool) -> None:
    from onelog.journal import follow_up  # noqa: PLC0415 - only what parks needs what writes

    app.changed(follow_up.park(app.journal, name, text, app.now), json)
