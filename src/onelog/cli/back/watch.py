"""watch: early warnings, each with its rule and the records that fired it."""

from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import needed
from onelog.cli.options import Explain, Json, Private, Who, Why
from onelog.cli.selecting import selection
from onelog.core.errors import Wrong
from onelog.core.presenter import Listed
from onelog.core.results.watch import Warned
from onelog.insight.watch import find_all_warnings, find_warning

Seen = Annotated[
    str | None,
    typer.Option("--seen", metavar="RULE:ID", help="seen_warning", show_default=False),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="WHEN", help="quiet_until", show_default=False),
]


def watch(
    ctx: Ctx,
    person: Who = None,
    seen: Seen = None,
    why: Why = None,
    until: Until = None,
    all_: Annotated[bool, typer.Option("--all", help="quiet_too")] = False,
    private: Private = False,
    explain: Explain = False,
    json: Json = False,
) -> None:
    app = ctx.obj
    if explain:
        app.explain(
            "warnings",
            "low-mood",
            "late-promise",
            "same-concern",
            "no-praise",
            "long-untouched",
            "untouched",
            "skips-running",
            "slipping",
            "away",
            json=json,
        )
    elif seen:
        _answer(app, seen, why, until, json)
    elif why is not None or until:
        raise Wrong("review.watch_needs_seen")
    else:
        _list(app, person, all_=all_, private=private, json=json)


def _list(app: App, who: str | None, *, all_: bool, private: bool, json: bool) -> None:
    limits = app.settings.watch
    found = find_all_warnings(app.store, app.today, limits, selection(app, who, private=private))
    shown = [one for one in found if all_ or one.answer is None]
    app.show(Listed(Warned, shown), json, limits=limits, quiet=len(found) - len(shown), private=private)
    if not private and (json or not app.on_terminal):  # the screen says it below the list
        app.without_words({"concern": sum(one.rule == "concern" for one in shown)})


def _answer(app: App, name: str, why: str | None, until: str | None, json: bool) -> None:
    from onelog.journal import warning_answers  # noqa: PLC0415 - who only looks does not load what writes

    end = app.day(until, "ahead")
    warning_answers.check(end, app.today)
    find_warning(app.store, name, app.today, app.settings.watch)  # before the reason is asked for
    with needed.reason(app, "watch", why, json=json, key="prompt.seen_why", left_out=True) as said:
        answered = warning_answers.answer(app.journal, name, app.now, app.settings.watch, why=said or "", until=end)
        app.changed(answered, json)
