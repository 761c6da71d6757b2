"""guide: half a page on one kind of conversation."""

from typing import Annotated

import typer

from onelog.cli.app import Ctx
from onelog.cli.options import Json
from onelog.core.errors import Wrong
from onelog.core.presenter import Listed
from onelog.core.results.lessons import Guide
from onelog.insight.talk import guides


def guide(
    ctx: Ctx,
    topic: Annotated[
        str | None,
        typer.Argument(metavar="[TOPIC]", help="guide_topic", show_default=False),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="en|ja", help="guide_language", show_default=False),
    ] = None,
    json: Json = False,
) -> None:
    app = ctx.obj
    spoken = language or app.language
    if spoken not in guides.LANGUAGES:
        raise Wrong("ask.guide_language", language=spoken[:20])
    if topic is None:
        app.show(Listed(Guide, guides.everything(spoken)), json)
    elif app.on_terminal or json:
        app.show(guides.guide(topic, spoken), json)
    else:
        app.text(guides.guide(topic, spoken).text)
