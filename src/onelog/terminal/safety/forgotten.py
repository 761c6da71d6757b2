"""What would go for good, before somebody types the name; and afterwards what has gone, and what is out of reach."""

from datetime import date

from onelog.core.results.safety.forgotten import Erasure
from onelog.terminal.kit.layout import Words
from onelog.terminal.kit.screen import Screen

_KINDS = ("person", "meeting", "action", "moment", "topic", "goal", "checkin", "skip", "answer")


def draw(screen: Screen, erasure: Erasure, today: date) -> None:
    """The plan, or what was done."""
    (_done if erasure.done else _plan)(screen, erasure)
    for path, why in erasure.left:
        screen.row(["  ", ("! ", "late")], [screen.say(f"care.left_{why}", file=path.name)])
    if erasure.held:
        screen.row(["  ", ("! ", "late")], [screen.say("care.left_held", n=erasure.held)])
    if erasure.done:
        screen.blank()
        screen.row((), [(screen.say("care.out_of_reach"), "quiet")])


def _plan(screen: Screen, erasure: Erasure) -> None:
    key = "care.forgets" if erasure.kind == "person" else "care.erases"
    before, after = screen.say(key, name="\0").split("\0", 1)
    screen.row((), [before, (erasure.title, "name"), after])
    screen.row(["  "], [_counted(screen, erasure)])


def _done(screen: Screen, erasure: Erasure) -> None:
    verb = screen.say("care.forgotten" if erasure.kind == "person" else "care.erased")
    said: list[Words] = [("✓ ", "kept"), f"{verb}: {_counted(screen, erasure)}"]
    screen.row(said[:1], said[1:])
    for word, n in erasure.mentions:
        screen.row(["  "], screen.phrase("care.mentioned", f'onelog search "{word}"', n=n))
    if erasure.searches_left:
        names = ", ".join(f":{one}" for one in erasure.searches_left)
        screen.row(["  "], [screen.say("care.searches_have", n=len(erasure.searches_left), names=names)])
    if erasure.older:
        screen.row(["  "], screen.phrase("care.mentioned_before", "onelog history --prune 1y", n=erasure.older))


def _counted(screen: Screen, erasure: Erasure) -> str:
    counts = [screen.say(f"n_{kind}", n=erasure.records[kind]) for kind in _KINDS if erasure.records.get(kind)]
    rest = (
        ("n_deleted", erasure.deleted),
        ("n_draft", erasure.drafts),
        ("n_saved_search", erasure.searches),
        ("n_backup", erasure.backups),
    )
    return screen.say("comma").join([*counts, *(screen.say(key, n=n) for key, n in rest if n)])
