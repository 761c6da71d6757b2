"""Reading who has had a promise, and since when, from the change log."""

from collections.abc import Iterable, Sequence
from datetime import date

from onelog.core.model import Action, Ref
from onelog.core.results.common import Holder
from onelog.store import mapping
from onelog.store.database import Store
from onelog.store.mapping import Row

_CHUNK = 500
_LINES = """SELECT r.uid, substr(c.at, 1, 10), r.before, r.after FROM change_row r JOIN change c ON c.n = r.change_n
WHERE r.uid IN ({marks}) AND r.before IS NOT NULL AND r.after IS NOT NULL AND instr(r.after, '"owner_uid"') > 0
AND c.op = 'do' AND c.undone = 0 ORDER BY r.change_n, r.seq"""
_OwnerSince = tuple[str | None, date]
"""The uid of an owner (None is me), and the first day."""


def holders(store: Store, actions: Sequence[Action]) -> dict[str, tuple[Holder, ...]]:
    """By the uid of each promise that was handed over: who had it, the first one first and its owner last.

    Whoever had it for less than a day was a slip of the hand, and so was the owner where it turned out to be another
    person's promise, or two people one.
    """
    lines: dict[str, list[tuple[date, Row, Row]]] = {}
    for start in range(0, len(actions), _CHUNK):
        uids = [one.uid for one in actions[start : start + _CHUNK]]
        for uid, day, before, after in store.db.execute(_LINES.format(marks=", ".join("?" * len(uids))), uids):
            both = mapping.read_fields(before), mapping.read_fields(after)
            lines.setdefault(uid, []).append((mapping.day_of(day), both[0] or {}, both[1] or {}))
    held = {one.uid: _held(one, lines[one.uid]) for one in actions if one.uid in lines}
    names = _names(store, {owner for some in held.values() for owner, _ in some if owner})
    found = {uid: _told(some, names) for uid, some in held.items()}
    owners = {one.uid: one.owner and one.owner.uid for one in actions}
    return {uid: some for uid, some in found.items() if len(some) > 1 and _uid(some[-1]) == owners[uid]}


def _uid(one: Holder) -> str | None:
    return one.owner.uid if one.owner else None


def _held(action: Action, lines: Iterable[tuple[date, Row, Row]]) -> list[_OwnerSince]:
    found: list[_OwnerSince] = []
    for day, before, after in lines:
        found = found or [(before.get("owner_uid"), action.opened or day)]
        if "person_uid" in after:  # it turned out to be another person's
            found = [(after["owner_uid"], found[0][1])]
        elif found[-1][1] >= day:
            found[-1] = (after["owner_uid"], found[-1][1])
        else:
            found.append((after["owner_uid"], day))
    return found


def _told(held: Sequence[_OwnerSince], names: dict[str, str]) -> tuple[Holder, ...]:
    """With their names; whom the journal does not know any more gives his time to the one after him."""
    found: list[Holder] = []
    since: date | None = None
    for owner, day in held:
        since = since or day
        if owner and owner not in names:
            continue
        ref = Ref(owner, names[owner]) if owner else None
        if not found or found[-1].owner != ref:
            found.append(Holder(ref, since))
        since = None
    return tuple(found)


def _names(store: Store, uids: set[str]) -> dict[str, str]:
    marks = ", ".join("?" * len(uids))
    return dict(store.db.execute(f"SELECT uid, name FROM person WHERE uid IN ({marks})", [*uids])) if uids else {}
