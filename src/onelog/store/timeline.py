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
        topics = records.topics(store, person=person, since=since, before=before, closed_too=True)
        found = [t for t in reversed(topics) if tag is None or tag in t.tags]
    elif kind and kind != "meeting":
        found = list(records.moments(store, person=person, kind=kind, since=since, before=before, tag=tag, limit=reach))
    else:
        found = _diary(store, person, since, before, tag, reach, loose=kind is None)
    if limit is None or len(found) <= limit:
        return found, 0
    if kind in ("action", "topic"):
        return found[:limit], len(found) - limit
    return found[:limit], _all(store, person, since, before, kind, tag) - limit


def _diary(
    store: Store, person: str | None, since: date | None, before: date | None, tag: str | None, reach: int | None,
    *, loose: bool,
) -> list[Entry]:  # fmt: skip
    met = meetings.newest(store, person, since, before, tag, reach)
    if not loose:
        return list(met)
    aside = records.moments(store, person=person, since=since, before=before, tag=tag, loose=True, limit=reach)
    by_time: list[Entry] = sorted([*met, *aside], key=_time, reverse=True)
    return [*_coming(store, person, since, before, tag), *by_time][:reach]


def _coming(
    store: Store, person: str | None, since: date | None, before: date | None, tag: str | None
) -> list[Meeting]:  # fmt: skip
    """Meetings that are yet to come; they have no day, and stand on top where nothing narrows the list."""
    if since or before or tag:
        return []
    return [m for m in meetings.gathered(store) if person in (None, m.person.uid)]


def _time(entry: Entry) -> str:
    at = getattr(entry, "at", None) or getattr(entry, "opened", None) or getattr(entry, "added", None)
    return at.isoformat() if isinstance(at, date | datetime) else ""


def _all(
    store: Store, person: str | None, since: date | None, before: date | None, kind: str | None, tag: str | None
) -> int:
    """How many meetings or moments fit: as many as `newest` finds without a limit."""
    if kind not in (None, "meeting"):
        return _count(store, "moment", person, since, before, tag, "kind = :kind", kind)
    met = _count(store, "meeting", person, since, before, tag, "at IS NOT NULL")
    if kind == "meeting":
        return met
    aside = _count(store, "moment", person, since, before, tag, "meeting_uid IS NULL")
    return met + aside + len(_coming(store, person, since, before, tag))


_OF = {"meeting": "person_uid = :person", "moment": ":person IN (person_uid, giver_uid, receiver_uid)"}
_TAGGED = {"meeting": meetings.TAGGED_MEETINGS.replace("?", ":tag"), "moment": "SELECT uid FROM tag WHERE name = :tag"}


def _count(
    store: Store, table: str, person: str | None, since: date | None, before: date | None, tag: str | None, also: str,
    kind: str | None = None,
) -> int:  # fmt: skip
    values = {
        "person": person,
        "since": since and since.isoformat(),
        "before": before and before.isoformat(),
        "tag": tag,
        "kind": kind,
    }
    clauses = {
        "person": _OF[table],
        "since": "at >= :since",
        "before": "at < :before",
        "tag": f"uid IN ({_TAGGED[table]})",
    }
    where = " AND ".join([also, *(clause for name, clause in clauses.items() if values[name])])
    return int(store.db.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()[0])
