"""The order of time: meetings, and what was noted outside any meeting, newest first."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime

from onelog.core.kinds import TimelineEntry
from onelog.core.model import PRIVATE, Meeting
from onelog.core.selection import ANYTHING, Selection
from onelog.markdown import privacy
from onelog.store import mapping, meetings, records
from onelog.store.database import Store


def newest_entries(store: Store, selection: Selection = ANYTHING) -> tuple[list[TimelineEntry], int]:
    """The newest entries, and how many older ones than the limit there are.

    Without a kind: meetings whole, and moments outside any meeting. With one, a record's or a moment's: the records of that
    kind. Without what is private no moments of a private kind stand outside a meeting; `public` takes those inside away.
    """
    limit, kind = selection.limit, selection.kind
    reach = replace(selection, closed=True, limit=None if limit is None else limit + 1)
    found: list[TimelineEntry]
    if kind == "action":
        found = sorted(records.actions(store, reach), key=_time, reverse=True)
    elif kind == "topic":
        found = [*reversed(records.topics(store, reach))]
    elif kind == "meeting":
        found = [*meetings.newest(store, reach)]
    elif kind:
        found = [*records.moments(store, reach)]
    else:
        found = _diary(store, reach)
    if limit is None or len(found) <= limit:
        return found, 0
    if kind in ("action", "topic"):
        return found[:limit], len(found) - limit
    return found[:limit], _all(store, selection) - limit


def public_entries(
    store: Store, entries: list[TimelineEntry], selection: Selection, more: int = 0
) -> tuple[list[TimelineEntry], Counter[str]]:
    """What `newest` found, with no private line in a meeting; and how many were left out, by kind.

    Of those outside any meeting the ones are counted that would stand among the entries: with `more`, none older than
    the last of them.
    """
    left: Counter[str] = Counter()
    shown: list[TimelineEntry] = []
    for entry in entries:
        seen, kinds = privacy.public(entry) if isinstance(entry, Meeting) else (entry, ())
        shown.append(seen)
        left.update(kinds)
    last = getattr(entries[-1], "at", None) if entries and more else None
    if selection.kind is None or selection.kind in PRIVATE:
        among = replace(selection, since=last or selection.since, loose=selection.kind is None)
        left.update(records.count_private(store, among))
    return shown, left


def _diary(store: Store, selection: Selection) -> list[TimelineEntry]:
    met = meetings.newest(store, selection)
    aside = records.moments(store, replace(selection, loose=True))
    by_time: list[TimelineEntry] = sorted([*met, *aside], key=_time, reverse=True)
    return [*_coming(store, selection), *by_time][: selection.limit]


def _coming(store: Store, selection: Selection) -> list[Meeting]:
    """Meetings that are yet to come; they have no day, and stand on top where nothing narrows the list."""
    if selection.since or selection.before or selection.tag:
        return []
    return [m for m in meetings.gathered(store) if selection.uid in (None, m.person.uid)]


def _time(entry: TimelineEntry) -> str:
    at = getattr(entry, "at", None) or getattr(entry, "opened", None) or getattr(entry, "added", None)
    return at.isoformat() if isinstance(at, date | datetime) else ""


def _all(store: Store, selection: Selection) -> int:
    """How many meetings or moments fit: as many as `newest` finds without a limit."""
    if selection.kind not in (None, "meeting"):
        return _count(store, "moment", selection, "kind = :kind")
    met = _count(store, "meeting", selection, "at IS NOT NULL")
    if selection.kind == "meeting":
        return met
    loose = "meeting_uid IS NULL" + ("" if selection.private else f" AND +kind NOT IN {records.PRIVATE_KINDS}")
    return met + _count(store, "moment", selection, loose) + len(_coming(store, selection))


_OF = {"meeting": "person_uid = :person", "moment": ":person IN (person_uid, giver_uid, receiver_uid)"}
_TAGGED = {"meeting": meetings.TAGGED_MEETINGS.replace("?", ":tag"), "moment": "SELECT uid FROM tag WHERE name = :tag"}


def _count(store: Store, table: str, selection: Selection, also: str) -> int:
    values = mapping.selected(selection)
    clauses = {
        "person": _OF[table],
        "since": "at >= :since",
        "before": "at < :before",
        "tag": f"uid IN ({_TAGGED[table]})",
    }
    where = " AND ".join([also, *(clause for name, clause in clauses.items() if values[name])])
    return int(store.db.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()[0])
