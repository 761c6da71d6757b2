"""The order of time: meetings, and what was noted outside any meeting, newest first."""

from collections import Counter
from datetime import date, datetime
from typing import Any

from onelog.core.model import Meeting, TimelineEntry
from onelog.markdown import privacy
from onelog.markdown.families import PRIVATE
from onelog.store import meetings, records
from onelog.store.database import Store


def newest(
    store: Store, person: str | None = None, *, since: date | None = None, before: date | None = None,
    kind: str | None = None, tag: str | None = None, limit: int | None = 30, private: bool = True,
) -> tuple[list[TimelineEntry], int]:  # fmt: skip
    """The newest `limit` entries and how many older ones there are. `person` is a uid, `kind` a record's or moment's.

    Without a kind: meetings whole, and moments outside any meeting. With one: the records of that kind. Without
    `private`, no moments of a private kind stand outside a meeting; `public` takes those inside away.
    """
    reach = None if limit is None else limit + 1
    found: list[TimelineEntry]
    if kind == "action":
        actions = records.actions(store, person=person, since=since, before=before, closed_too=True, tag=tag)
        found = sorted(actions, key=_time, reverse=True)
    elif kind == "topic":
        topics = records.topics(store, person=person, since=since, before=before, closed_too=True)
        found = [t for t in reversed(topics) if tag is None or tag in t.tags]
    elif kind and kind != "meeting":
        found = [
            *records.moments(
                store, person=person, kind=kind, since=since, before=before, tag=tag, limit=reach, private=private
            )
        ]
    else:
        found = _diary(store, person, since, before, tag, reach, loose=kind is None, private=private)
    if limit is None or len(found) <= limit:
        return found, 0
    if kind in ("action", "topic"):
        return found[:limit], len(found) - limit
    return found[:limit], _all(store, person, since, before, kind, tag, private) - limit


def public(
    store: Store, entries: list[TimelineEntry], person: str | None = None, *, since: date | None = None,
    before: date | None = None, kind: str | None = None, tag: str | None = None, more: int = 0,
) -> tuple[list[TimelineEntry], Counter[str]]:  # fmt: skip
    """What `newest` found without `private`, with no private line in a meeting; and how many were left out, by kind.

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
    if kind is None or kind in PRIVATE:
        asked: dict[str, Any] = {"person": person, "kind": kind, "before": before, "tag": tag, "loose": kind is None}
        left.update(records.count_private(store, since=last or since, **asked))
    return shown, left


def _diary(
    store: Store, person: str | None, since: date | None, before: date | None, tag: str | None, reach: int | None,
    *, loose: bool, private: bool,
) -> list[TimelineEntry]:  # fmt: skip
    met = meetings.newest(store, person, since, before, tag, reach)
    if not loose:
        return list(met)
    aside = records.moments(
        store, person=person, since=since, before=before, tag=tag, loose=True, limit=reach, private=private
    )
    by_time: list[TimelineEntry] = sorted([*met, *aside], key=_time, reverse=True)
    return [*_coming(store, person, since, before, tag), *by_time][:reach]


def _coming(
    store: Store, person: str | None, since: date | None, before: date | None, tag: str | None
) -> list[Meeting]:  # fmt: skip
    """Meetings that are yet to come; they have no day, and stand on top where nothing narrows the list."""
    if since or before or tag:
        return []
    return [m for m in meetings.gathered(store) if person in (None, m.person.uid)]


def _time(entry: TimelineEntry) -> str:
    at = getattr(entry, "at", None) or getattr(entry, "opened", None) or getattr(entry, "added", None)
    return at.isoformat() if isinstance(at, date | datetime) else ""


def _all(
    store: Store, person: str | None, since: date | None, before: date | None, kind: str | None, tag: str | None,
    private: bool,
) -> int:  # fmt: skip
    """How many meetings or moments fit: as many as `newest` finds without a limit."""
    if kind not in (None, "meeting"):
        return _count(store, "moment", person, since, before, tag, "kind = :kind", kind)
    met = _count(store, "meeting", person, since, before, tag, "at IS NOT NULL")
    if kind == "meeting":
        return met
    loose = "meeting_uid IS NULL" + ("" if private else f" AND +kind NOT IN {records.PRIVATE_KINDS}")
    aside = _count(store, "moment", person, since, before, tag, loose)
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
