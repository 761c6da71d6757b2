"""The order of time: meetings, and what was noted outside any meeting, newest first."""

from datetime import date, datetime

from onelog.model import Action, Meeting, Moment, Topic
from onelog.store import meetings, records
from onelog.store.file import Store

Entry = Meeting | Moment | Action | Topic


def newest(
    store: Store, person: str | None = None, *, since: date | None = None, before: date | None = None,
    kind: str | None = None, tag: str | None = None, limit: int | None = 30,
) -> tuple[list[Entry], int]:  # fmt: skip
    """The newest `limit` entries and how many older ones there are. `person` is a uid, `kind` a record's or moment's.

    Without a kind: meetings whole, and moments outside any meeting. With one: the records of that kind.
    """
    reach = None if limit is None else limit + 1
    found: list[Entry]
    if kind == "action":
        actions = records.actions(store, person=person, since=since, before=before, closed_too=True, tag=tag)
        found = sorted(actions, key=_time, reverse=True)
    elif kind == "topic":
        found = [*reversed(records.topics(store, person=person, since=since, before=before, closed_too=True))]
    elif kind and kind != "meeting":
        found = list(records.moments(store, person=person, kind=kind, since=since, before=before, tag=tag, limit=reach))
    else:
        found = _diary(store, person, since, before, tag, reach, loose=kind is None)
    if limit is None or len(found) <= limit:
        return found, 0
    return found[:limit], _older(store, person, since, before, kind, len(found), limit)


def _diary(
    store: Store, person: str | None, since: date | None, before: date | None, tag: str | None, reach: int | None,
    *, loose: bool,
) -> list[Entry]:  # fmt: skip
    met = meetings.newest(store, person, since, before, tag, reach)
    if not loose:
        return list(met)
    aside = records.moments(store, person=person, since=since, before=before, tag=tag, loose=True, limit=reach)
    coming = (
        [m for m in meetings.gathered(store) if person in (None, m.person.uid)] if not (since or before or tag) else []
    )
    by_time: list[Entry] = sorted([*met, *aside], key=_time, reverse=True)
    return [*coming, *by_time][:reach]


def _time(entry: Entry) -> str:
    at = getattr(entry, "at", None) or getattr(entry, "opened", None) or getattr(entry, "added", None)
    return at.isoformat() if isinstance(at, date | datetime) else ""


def _older(
    store: Store, person: str | None, since: date | None, before: date | None, kind: str | None, found: int, limit: int
) -> int:
    """How many are not shown: counted for meetings, at least one else."""
    if kind in (None, "meeting"):
        return max(1, meetings.count(store, person, since, before) - limit)
    return found - limit
