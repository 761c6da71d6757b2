"""aha, win, praise, growth, concern, fact, decision: one moment in one line."""

from collections.abc import Callable

from onelog.cli.app import Ctx
from onelog.cli.asking import clarify, whom
from onelog.cli.asking.words import AskedText, take_words
from onelog.cli.day.log import known
from onelog.cli.options import Json, New, With, Words
from onelog.journal import follow_up


def _adds(kind: str) -> Callable[..., None]:
    def command(ctx: Ctx, words: Words = None, who: With = None, new: New = False, json: Json = False) -> None:
        app = ctx.obj
        with whom.keeping(app, kind, " ".join(words or []), {"with": who}):
            who, new = whom.settled(app, who, new)
        options: dict[str, object] = {"with": who, "new": new}
        asks = AskedText(kind=kind)
        with take_words(app, kind, words or [], options=options, asks=asks, check=lambda: known(app, who, new)) as text:
            text = clarify.owners(app, text, who, kind=kind)
            pieces = clarify.private(app, kind, text)
            person = clarify.whom(app, *pieces[0], who)
            if person is None and app.can_ask and "fact" in [piece[0] for piece in pieces]:
                person, new = whom.needed(app, None, new)
            added = follow_up.add_each(app.journal, pieces, app.now, person, new=new)
        app.changed(added, json)
        clarify.say_unlinked(app, added)

    return command


aha = _adds("aha")
win = _adds("win")
praise = _adds("praise")
growth = _adds("growth")
fact = _adds("fact")
concern = _adds("concern")
decision = _adds("decision")
