"""aha, win, praise, growth, concern, decision: one moment in one line; moments lists them."""

from collections.abc import Callable
from typing import Annotated

import typer

from onelog.cli import ask
from onelog.cli.app import Ctx
from onelog.cli.words import Json, Kind, New, Since, Tag, Until, Who, With, Words
from onelog.errors import Wrong
from onelog.journal import follow
from onelog.model import MOMENT_KINDS
from onelog.store import records


def _adds(kind: str, about: str) -> Callable[..., None]:
    def command(ctx: Ctx, words: Words = None, who: With = None, new: New = False, json: Json = False) -> None:
        app = ctx.obj
        with ask.words(app, kind, words or [], options={"with": who}) as text:
            added = follow.add(app.journal, kind, text, app.now, who, new=new)
        app.changed(added, json)

    command.__doc__ = about
    return command


aha = _adds("aha", "Keep an a-ha moment, with because: what led up to it.")
win = _adds("win", "Keep a win, as evidence for later; +tag names a skill.")
praise = _adds("praise", "Keep praise, received or given.\n\n    From a manager, peer or mentor it is received, to a report given;\n    from: and to: say otherwise.")
growth = _adds("growth", "Keep feedback on what to work on, received or given.")
concern = _adds("concern", "Keep a worry, open until onelog done ID; private.")
decision = _adds("decision", "Keep a decision.")


def moments(
    ctx: Ctx,
    person: Who = None,
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    tag: Tag = None,
    limit: Annotated[int | None, typer.Option(min=1, help="The newest so many.", show_default=False)] = None,
    json: Json = False,
) -> None:
    """List a-has, wins, praise, concerns …, newest first."""
    app = ctx.obj
    if kind and kind not in MOMENT_KINDS:
        raise Wrong(f"There is no kind of moment {kind[:20]!r}.", f"It is one of {', '.join(MOMENT_KINDS)}.")
    found = records.moments(
        app.store, person=app.uid_of(person), kind=kind, since=app.since(since), before=app.until(until),
        tag=tag.lstrip("#+").lower() if tag else None, limit=limit,
    )  # fmt: skip
    app.show(found, "moments", json)
