"""aha, win, praise, growth, concern, decision: one moment in one line."""

from collections.abc import Callable

from onelog.cli.app import Ctx
from onelog.cli.asking import clarify, whom
from onelog.cli.asking import words as ask
from onelog.cli.asking.words import Question
from onelog.cli.day.log import known
from onelog.cli.options import Json, New, With, Words
from onelog.journal import follow_up


def _adds(kind: str, about: str) -> Callable[..., None]:
    def command(ctx: Ctx, words: Words = None, who: With = None, new: New = False, json: Json = False) -> None:
        app = ctx.obj
        who, new = whom.settled(app, who, new)
        options: dict[str, object] = {"with": who, "new": new}
        asks = Question(kind=kind)
        with ask.words(app, kind, words or [], options=options, asks=asks, check=lambda: known(app, who, new)) as text:
            text = clarify.owners(app, text, who, kind=kind)
            added = follow_up.add(app.journal, kind, text, app.now, clarify.whom(app, kind, text, who), new=new)
        app.changed(added, json)
        clarify.say_unlinked(app, added)

    command.__doc__ = about
    return command


aha = _adds("aha", "Keep an a-ha moment, with because: what led up to it.")
win = _adds("win", "Keep a win, as evidence for later; +tag names a skill.")
praise = _adds(
    "praise",
    "Keep praise, received or given.\n\n    From a manager, peer or mentor it is received, to a report given;\n    from: and to: say otherwise.",
)
growth = _adds("growth", "Keep feedback on what to work on, received or given.")
concern = _adds("concern", "Keep a worry, open until onelog done ID; private.")
decision = _adds("decision", "Keep a decision.")
