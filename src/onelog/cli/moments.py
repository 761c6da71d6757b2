"""moments: what was worth keeping."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.words import Json, Kind, Since, Tag, Until, Who
from onelog.errors import Wrong
from onelog.model import MOMENT_KINDS
from onelog.store import records


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
