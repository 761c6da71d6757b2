"""Meetings whose records hold the words of a search together: one word in the note, another in a promise."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from onelog.core.model import PRIVATE
from onelog.store import mapping
from onelog.store.database import Store
from onelog.store.search import tokenizer
from onelog.store.search.query import Query, Without
from onelog.store.search.tokenizer import Term

RANKED = 2000
"""Of more matches that fit than this, only the newest are looked at (all of them is slow in a very large journal)."""
_AT_ONCE = 100
"""Meetings whose records are read at once."""


class RankedRow(NamedTuple):
    """A record of a meeting, and which terms of the search it holds."""

    kind: str
    uid: str
    terms: frozenset[Term]
    tagged: bool
    left_out: bool = False
    """It holds what the search leaves out."""


class Found(NamedTuple):
    """A meeting and its records, the note first."""

    uid: str
    person: str
    rows: tuple[RankedRow, ...]

    def holding(self, *, private: bool) -> list[RankedRow]:
        """The records with at least one of the words, those of private kinds only if asked for."""
        return [row for row in self.rows if row.terms and (private or row.kind not in PRIVATE)]

    def left_out(self, without: Without, *, private: bool) -> bool:
        """Whether what the search leaves out stands in one of its records, or is its person."""
        inside = any(row.left_out and (private or row.kind not in PRIVATE) for row in self.rows)
        return inside or self.person in without.people

    def fits(self, query: Query, *, private: bool) -> bool:
        """Whether every word stands in one of these records, or means the person of the meeting."""
        holding = self.holding(private=private)
        held = frozenset[Term]().union(*(row.terms for row in holding))
        tagged = not query.selection.tag or any(row.tagged for row in holding) or self.rows[0].tagged
        return (
            bool(held)
            and tagged
            and all(self.person in word.people or held.issuperset(word.terms) for word in query.words)
        )


def find(store: Store, query: Query, without: Without) -> Iterator[Found]:
    """The meetings that fit, the newest first; also those that fit by their private lines alone."""
    terms = [term for word in query.words for term in word.terms]
    if not terms or len(terms) + len(query.signs) < 2 or query.selection.kind not in (None, "meeting"):
        return
    uids = _candidates(store, query)
    for start in range(0, len(uids), _AT_ONCE):
        chunk = uids[start : start + _AT_ONCE]
        found = {meeting.uid: meeting for meeting in _with_rows(store, chunk, terms, without, query.selection.tag)}
        yield from (found[uid] for uid in chunk if found[uid].fits(query, private=True))


def _candidates(store: Store, query: Query) -> list[str]:
    """The uids of the meetings that may fit, the newest first: of those that hold the rarest word the ones that hold the others.

    Words that are more frequent than `RANKED` are left to be looked for in them.
    """
    needed = [tokenizer.expression([term]) for word in query.words if not word.people for term in word.terms]
    if not needed:  # every word may mean somebody; one of them has to stand
        terms = [term for word in query.words for term in word.terms]
        return _holding(store, query, " OR ".join(tokenizer.expression([term]) for term in terms))
    counts = sorted((_count(store, match), match) for match in needed)
    if not counts[0][0]:
        return []
    uids = _holding(store, query, counts[0][1])
    for count, match in counts[1:]:
        if count <= RANKED and uids:
            others = set(_holding(store, query, match))
            uids = [uid for uid in uids if uid in others]
    return uids


def _holding(store: Store, query: Query, match: str) -> list[str]:
    """The uids of the meetings of the newest records that match."""
    narrowed = mapping.selected(query.selection)
    clauses = {"person": "m.person_uid = :person", "since": f"{_DAY} >= :since", "before": f"{_DAY} < :before"}
    fits = "".join(f" AND {clause}" for name, clause in clauses.items() if narrowed[name])
    sql = f"""SELECT m.uid FROM search s CROSS JOIN handle h ON h.n = s.rowid CROSS JOIN meeting m ON m.uid = {_MEETING}
    WHERE s.search MATCH :match{fits} ORDER BY s.rowid DESC LIMIT {RANKED}"""
    return list(dict.fromkeys(uid for (uid,) in store.db.execute(sql, narrowed | {"match": match})))


_DAY = "substr(coalesce(m.at, m.created), 1, 10)"
_MEETING = """CASE h.kind
WHEN 'meeting' THEN h.uid
WHEN 'action' THEN (SELECT meeting_uid FROM action WHERE uid = h.uid)
WHEN 'moment' THEN (SELECT meeting_uid FROM moment WHERE uid = h.uid)
WHEN 'topic' THEN (SELECT meeting_uid FROM topic WHERE uid = h.uid)
WHEN 'checkin' THEN (SELECT meeting_uid FROM checkin WHERE uid = h.uid) END"""


def _count(store: Store, match: str) -> int:
    """How many records match, of more than `RANKED` only that they are more."""
    sql = "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?)"
    return int(store.db.execute(sql, (match, RANKED + 1)).fetchone()[0])


_ROWS = """SELECT part.meeting_uid, m.person_uid, part.kind, part.uid, coalesce(s.text, ''),
    EXISTS (SELECT 1 FROM tag WHERE name = :tag AND uid = part.uid)
FROM (
    SELECT uid AS meeting_uid, 'meeting' AS kind, uid FROM meeting WHERE uid IN (SELECT value FROM json_each(:uids))
    UNION ALL SELECT meeting_uid, 'action', uid FROM action WHERE meeting_uid IN (SELECT value FROM json_each(:uids))
    UNION ALL SELECT meeting_uid, kind, uid FROM moment WHERE meeting_uid IN (SELECT value FROM json_each(:uids))
    UNION ALL SELECT meeting_uid, 'topic', uid FROM topic WHERE meeting_uid IN (SELECT value FROM json_each(:uids))
    UNION ALL SELECT meeting_uid, 'checkin', uid FROM checkin WHERE meeting_uid IN (SELECT value FROM json_each(:uids))
) part
JOIN meeting m ON m.uid = part.meeting_uid JOIN handle h ON h.uid = part.uid LEFT JOIN search s ON s.rowid = h.n
ORDER BY part.meeting_uid, part.kind <> 'meeting', h.n"""


def _with_rows(store: Store, uids: list[str], terms: list[Term], without: Without, tag: str | None) -> Iterator[Found]:
    rows = store.db.execute(_ROWS, {"uids": json.dumps(uids), "tag": tag})
    for (uid, person), group in groupby(rows, key=lambda row: row[:2]):
        held = (
            RankedRow(kind, one, tokenizer.held(text, terms), bool(tagged), bool(tokenizer.held(text, without.terms)))
            for _, _, kind, one, text, tagged in group
        )
        yield Found(uid, person, tuple(held))
