"""Reading what is about a goal: promises that are for it, and texts that name it."""

import re
from collections.abc import Sequence
from datetime import date

from onelog.core.values import value
from onelog.store import mapping
from onelog.store.database import Store

_SAID = {
    "meeting": "SELECT substr(coalesce(at, created), 1, 10) FROM meeting WHERE uid = h.uid",
    "action": "SELECT opened FROM action WHERE uid = h.uid",
    "moment": "SELECT substr(at, 1, 10) FROM moment WHERE uid = h.uid",
    "topic": "SELECT max(added, coalesce(closed, '')) FROM topic WHERE uid = h.uid",
    "checkin": "SELECT substr(at, 1, 10) FROM checkin WHERE uid = h.uid",
}
"""The kinds of records in which a goal can be named, and the day each was said; of a topic the day it was raised or dropped."""


@value(frozen=True, slots=True)
class Mention:
    """A text that names a goal."""

    goal: str
    """The goal's id."""
    kind: str
    uid: str
    day: date


def mentions(store: Store, ids: Sequence[str]) -> list[Mention]:
    """Every text that names one of these goals as `goal:ID`, from the search index; the newest first.

    There "goal" and the id are words that follow one another, so that `(goal: k7qf)` is found as well.
    """
    if not ids:
        return []
    phrases = " OR ".join(f'"goal {id_}"' for id_ in ids)
    days = " ".join(f"WHEN '{kind}' THEN ({sql})" for kind, sql in _SAID.items())
    sql = f"""SELECT h.kind, h.uid, search.text, CASE h.kind {days} END AS day FROM search JOIN handle h ON h.n = search.rowid
    WHERE search MATCH ? AND h.kind IN ({", ".join(f"'{kind}'" for kind in _SAID)}) ORDER BY day DESC, h.uid DESC"""
    named = re.compile(rf"\bgoal ({'|'.join(ids)})\b")
    return [
        Mention(id_, kind, uid, mapping.day_of(day))
        for kind, uid, text, day in store.db.execute(sql, (phrases,))
        for id_ in dict.fromkeys(named.findall(text))
    ]


def promise_days(store: Store) -> dict[str, date]:
    """The last day on which a promise for a goal was made or ended, by the goal's uid."""
    sql = """SELECT goal_uid, max(max(opened), coalesce(max(closed), '')) FROM action
    WHERE goal_uid IS NOT NULL GROUP BY goal_uid"""
    return {uid: mapping.day_of(day) for uid, day in store.db.execute(sql)}
