"""history --prune: old changes taken out of the log for good."""

from onelog.cli.app import App
from onelog.cli.selecting import first_day
from onelog.core.errors import Message, Refused, Wrong
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
    if many and not yes and not app.confirm(app.said("prompt.prune", changes=_changes(many), day=day)):
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
        changes, size, before = _changes(done.changes), _size(done.after), _size(done.before)
        app.write(f"{app.said('care.pruned', changes=changes, size=size, before=before)}\n")
        app.tell("care.backups_hold")
    else:
        app.tell("care.none_before", day=day)
    if done.stay:
        app.tell("care.younger_stay", changes=_changes(done.stay))


def _changes(n: int) -> Message:
    return Message("care.n_change", n=n)


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1000:.0f} kB"
