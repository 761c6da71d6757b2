"""goals add, checkin, close: one goal, from its beginning to its end."""

from contextlib import suppress
from typing import Annotated

import typer

from onelog.cli.app import App, Ctx
from onelog.cli.asking import answers, needed
from onelog.cli.options import Id, Json, On, With
from onelog.core import numbers
from onelog.core.errors import OnelogError, Wrong
from onelog.insight import goal_names
from onelog.journal import follow_up, goals, references


def add(
    ctx: Ctx,
    title: Annotated[list[str], typer.Argument(metavar="TITLE...", show_default=False)],
    who: With = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="WHEN", help="reach_by", show_default=False),
    ] = None,
    metric: Annotated[str | None, typer.Option(metavar="NAME", help="metric", show_default=False)] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="N", help="starts_at", show_default=False)] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="N", help="target", show_default=False)] = None,
    unit: Annotated[str | None, typer.Option(metavar="UNIT", show_default=False)] = None,
    under: Annotated[str | None, typer.Option(metavar="ID", help="under", show_default=False)] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    (start, start_unit), (target, target_unit) = _measure(app, from_), _measure(app, to)
    added = goals.add(
        app.journal,
        " ".join(title),
        app.now,
        who=who,
        by=app.day(by, "ahead"),
        metric=metric,
        start=start,
        target=target,
        unit=unit or target_unit or start_unit or None,
        under=under,
    )
    app.changed(added, json)


def checkin(
    ctx: Ctx,
    goal: Id,
    words: Annotated[list[str] | None, typer.Argument(metavar="[VALUE] [TEXT]...", show_default=False)] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    named, rest = _named(app, goal, words or [])
    if "".join(rest).strip() or json or not app.can_ask:
        _check_in(app, named, rest, json)
        return
    meant = goal_names.goal_named(app.store, named)  # one that is not there is refused before anybody types
    question = app.said("prompt.ask_checkin", goal=meant.title)
    with needed.line(app, "goals checkin", {"id": meant.id}, question) as said:
        _check_in(app, meant.id, [said], json)


def _check_in(app: App, goal: str, words: list[str], json: bool) -> None:
    look = _look(app, words)
    app.changed(follow_up.check_in(app.journal, goal, look.value, look.words, app.now, look.unit), json)


def _named(app: App, goal: str, words: list[str]) -> tuple[str, list[str]]:
    """The name of a goal, of one word or several, and the words after it."""
    name, _ = references.cut_goal(app.journal, " ".join([goal, *words]))
    count = len(name.split()) - len(goal.split())
    if count > 0 and " ".join([goal, *words[:count]]).split() == name.split():
        return name, words[count:]
    return goal, words


def _look(app: App, words: list[str]) -> numbers.Number:
    """The value and the words of a check-in; one argument may be a number with blanks in it. Raises `Wrong`."""
    decimal = app.settings.conventions.decimal
    if words and " " in words[0].strip():
        with suppress(Wrong):
            value, unit = numbers.number(words[0], decimal)
            return numbers.Number(value, unit, " ".join(words[1:]))
    text = " ".join(words).strip()
    try:
        return numbers.begin(text, decimal)
    except numbers.TwoNumbers as error:
        return numbers.begin(text.replace(error.written, _chosen(app, error), 1), decimal)


def _measure(app: App, text: str | None) -> tuple[float | None, str]:
    """The number of an option and its unit. Raises `Wrong`."""
    if not text:
        return None, ""
    decimal = app.settings.conventions.decimal
    try:
        return numbers.number(text, decimal)
    except numbers.TwoNumbers as error:
        return numbers.number(_chosen(app, error), decimal)


def _chosen(app: App, error: numbers.TwoNumbers) -> str:
    """Which of two numbers was meant, on a terminal; else raises the error itself."""
    offered = [(app.said("prompt.mean_number", written=error.written, meaning=one), one) for one in error.meanings]
    if found := answers.meant(app, offered, lambda said: _number(app, said), "prompt.wants_value"):
        return found
    raise error


def _number(app: App, said: str) -> str | None:
    """A number that was typed, as it was; None for what is none."""
    try:
        numbers.number(said, app.settings.conventions.decimal)
    except OnelogError:
        return None
    return said


def close(
    ctx: Ctx,
    goal: Id,
    as_: Annotated[str | None, typer.Option("--as", metavar="HOW", help="outcome", show_default=False)] = None,
    on: On = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    if not as_:
        raise Wrong("goal.how_ended", goal=goal)
    app.changed(goals.close(app.journal, goal, as_, app.day(on) or app.today, app.now), json)
