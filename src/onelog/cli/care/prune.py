"""history --prune: old changes taken out of the log for good."""

from onelog.cli.app import App
from onelog.cli.selecting import first_day
from onelog.core.errors import Refused, Wrong
from onelog.store.vault import erasure, snapshots
from onelog.store.vault.erasure import Pruned


def prune_log(app: App, age: str, id_: str | None, yes: bool, json: bool) -> None:
    """Keeps the changes of the last AGE, or from a day on; what the older ones led to stays."""
    if id_:
        raise Wrong("history.prune_is_for_all", id=id_[:20])
    day = first_day(app, age)
    if day is None:
        raise Wrong("history.prune_how_old")
    many, stay = erasure.older(app.store, day)
    if many and not yes:
        question = f"Take {_changes(many)} from before {day} out of the log for good? undo goes back only to there."
        if not app.confirm(question):
            raise Refused("history.prune_unasked")
    if many:
        snapshots.keep(app.path, app.now, "prune", waiting=app.journal.waiting)
    done = Pruned(0, stay, 0, 0)
    if many or erasure.is_under_way(app.store.db):
        done = erasure.prune(app.journal, day, "history --prune", app.now)
        app.acted = True
    if json:
        fields = {"pruned": done.changes, "since": day.isoformat(), "stay": done.stay}
        app.json({**fields, "bytes_before": done.before or None, "bytes": done.after or None})
        return
    if done.changes:
        app.write(
            f"{_changes(done.changes)} out of the log; the file has {_size(done.after)}, it had {_size(done.before)}.\n"
        )
        app.talk("Backups still hold them: onelog backup --list names those.")
    else:
        app.talk(f"No change in the log is from before {day}.")
    if done.stay:
        app.talk(
            f"{_changes(done.stay)} of that age came after younger ones and stay: the log is cut only at its beginning."
        )


def _changes(n: int) -> str:
    return f"{n} change" if n == 1 else f"{n} changes"


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"
