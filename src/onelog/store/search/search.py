"""Finding what was once said, best first."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import partial

from onelog.core.model import Checkin, Meeting, Record, kind_of
from onelog.core.results.search import Hit
from onelog.core.scales import listed
from onelog.core.selection import ANYTHING, Selection
from onelog.markdown import privacy
from onelog.markdown.body import notes_of
from onelog.markdown.families import PRIVATE
from onelog.store import mapping, meetings, records
from onelog.store.database import Store
from onelog.store.mapping import SEARCHED
from onelog.store.schema import TABLES
from onelog.store.search import meeting_search, snippets, tokenizer
from onelog.store.search.meeting_search import RANKED
from onelog.store.search.query import Query, read

USUAL_HITS = 20
"""So many where nobody says how many."""


def find_hits(store: Store, text: str, selection: Selection = ANYTHING) -> list[Hit]:
    """The best hits, of private kinds too.

    First come records that hold all the words, then those that do with names as people, then meetings whose records
    hold them together.
    """
    query, limit = read(store, text, selection), selection.limit or USUAL_HITS
    hits = _records(store, query, limit)
    return [*hits, *_meetings(store, query, hits, limit, private=True)[0]]


def find_public_hits(
    store: Store, text: str, selection: Selection = ANYTHING, *, inside: bool = False
) -> tuple[list[Hit], Counter[str]]:
    """As `search`, of hits that are of no private kind alone, and how many others stood among them, by kind.

    The meetings that were found come without their private lines; with `inside` these are counted as well.
    """
    query, limit = read(store, text, selection), selection.limit or USUAL_HITS
    shown, left = _public_records(store, query, limit)
    more, among = _meetings(store, query, shown, limit, private=False)
    shown, left = [*shown, *more], left | among
    for number, hit in enumerate(shown):
        if isinstance(hit.record, Meeting):
            left |= {m.uid: m.kind for m in hit.record.moments if inside and m.kind in PRIVATE}
            shown[number] = hit._replace(record=privacy.public(hit.record)[0])
    return shown, Counter(left.values())


_Left = dict[str, str]
"""The kind of each record that is not shown, by its uid."""


def _public_records(store: Store, query: Query, limit: int) -> tuple[list[Hit], _Left]:
    """The best records that fit and are of no private kind, and those that stood among them and are."""
    reach = limit
    while True:
        hits = _records(store, query, reach)
        shown = [hit for hit in hits if hit.kind not in PRIVATE][:limit]
        if len(hits) < reach or len(shown) == limit or query.selection.kind in PRIVATE:
            break
        reach = limit + 2 * (len(hits) - len(shown))
    among = hits[: hits.index(shown[-1])] if len(shown) == limit else hits
    left = {hit.record.uid: hit.kind for hit in among if hit.kind in PRIVATE}
    return [_without_headings(hit, query.text) for hit in shown], left


def _without_headings(hit: Hit, text: str) -> Hit:
    """The hit with a snippet that shows no heading of private lines."""
    meeting, kinds = privacy.public(hit.record) if isinstance(hit.record, Meeting) else (None, [])
    return _hit(meeting, text, hit.person)._replace(record=hit.record) if meeting and kinds else hit


def _records(store: Store, query: Query, limit: int) -> list[Hit]:
    """The best records that hold all the words, then those that do where names are people."""
    found: dict[tuple[str, str], None] = {}
    for terms, people in query.readings():
        if len(found) < limit:
            found |= dict.fromkeys(_ranked(store, query, tokenizer.expression(terms), people, limit))
    whole = (records.by_uid(store, kind, uid) for kind, uid in list(found)[:limit])
    return [_hit(record, query.text, _with(store, record)) for record in whole if record]


def _meetings(store: Store, query: Query, hits: list[Hit], limit: int, *, private: bool) -> tuple[list[Hit], _Left]:
    """The meetings that fit and of which no hit is part, and what of them is not shown."""
    shown = {_meeting_uid(hit.record) for hit in hits}
    more, left = list[Hit](), _Left()
    for found in meeting_search.find(store, query) if len(hits) < limit else ():
        if found.uid in shown:
            continue
        meeting = meetings.by_uid(store, found.uid) if found.fits(query, private=private) else None
        uids = {row.uid for row in found.holding(private=private)}
        signed = _signed(meeting, query.signs, private=private) if meeting else None
        if meeting and signed is not None:
            more.append(_meeting_hit(meeting, uids | signed, query.text))
        if not private:
            left |= {row.uid: row.kind for row in found.holding(private=True) if row.kind in PRIVATE}
        if len(hits) + len(more) == limit:
            break
    return more, left


def _meeting_uid(record: Record) -> str:
    """The uid of the meeting that a record is or belongs to; "" for none."""
    meeting = record if isinstance(record, Meeting) else getattr(record, "meeting", None)
    return meeting.uid if meeting else ""


def _signed(meeting: Meeting, signs: Sequence[str], *, private: bool) -> set[str] | None:
    """The uids of the records of a meeting that hold one of the signs; None where not each stands in one of them."""
    inside = [record for record in (meeting, *meeting.inside) if private or getattr(record, "kind", "") not in PRIVATE]
    found = {sign: {r.uid for r in inside if tokenizer.holds(_text(r, kind_of(r)), [sign])} for sign in signs}
    return set().union(*found.values()) if all(found.values()) else None


def _meeting_hit(meeting: Meeting, uids: set[str], text: str) -> Hit:
    """The hit of a meeting by the records of these uids."""
    parts = tuple(
        _hit(record, text, meeting.person.label) for record in (meeting, *meeting.inside) if record.uid in uids
    )
    shown = snippets.joined([(part.snippet, part.spans) for part in parts])
    return Hit("meeting", meeting.id, meeting.person.label, _at(meeting), *shown, meeting, parts)


def _with(store: Store, record: Record) -> str | None:
    """The name of the person a record belongs to: a check-in to that of its meeting, else of its goal."""
    if not isinstance(record, Checkin):
        ref = getattr(record, "person", None)
        return ref.label if ref else None
    sql = """SELECT p.name FROM checkin c JOIN goal g ON g.uid = c.goal_uid LEFT JOIN meeting m ON m.uid = c.meeting_uid
    JOIN person p ON p.uid = coalesce(m.person_uid, g.person_uid) WHERE c.uid = ?"""
    row = store.db.execute(sql, (record.uid,)).fetchone()
    return str(row[0]) if row else None


_WITH = """CASE h.kind
WHEN 'meeting' THEN (SELECT person_uid = :person FROM meeting WHERE uid = h.uid)
WHEN 'action' THEN (SELECT :person IN (person_uid, owner_uid) FROM action WHERE uid = h.uid)
WHEN 'moment' THEN (SELECT :person IN (person_uid, giver_uid, receiver_uid) FROM moment WHERE uid = h.uid)
WHEN 'topic' THEN (SELECT person_uid = :person FROM topic WHERE uid = h.uid)
WHEN 'goal' THEN (SELECT person_uid = :person FROM goal WHERE uid = h.uid)
WHEN 'skip' THEN (SELECT person_uid = :person FROM skip WHERE uid = h.uid)
WHEN 'checkin' THEN (SELECT coalesce(m.person_uid, g.person_uid) = :person FROM checkin c
    JOIN goal g ON g.uid = c.goal_uid LEFT JOIN meeting m ON m.uid = c.meeting_uid WHERE c.uid = h.uid) END"""

_DAY = """CASE h.kind
WHEN 'meeting' THEN (SELECT substr(coalesce(at, created), 1, 10) FROM meeting WHERE uid = h.uid)
WHEN 'action' THEN (SELECT opened FROM action WHERE uid = h.uid)
WHEN 'moment' THEN (SELECT substr(at, 1, 10) FROM moment WHERE uid = h.uid)
WHEN 'topic' THEN (SELECT added FROM topic WHERE uid = h.uid)
WHEN 'goal' THEN (SELECT opened FROM goal WHERE uid = h.uid)
WHEN 'skip' THEN (SELECT at FROM skip WHERE uid = h.uid)
WHEN 'checkin' THEN (SELECT substr(at, 1, 10) FROM checkin WHERE uid = h.uid) END"""


def _text_of(kind: str, names: Sequence[str]) -> str:
    said = " || char(10) || ".join(f"coalesce({name}, '')" for name in names)
    return f"WHEN '{kind}' THEN (SELECT {said} FROM {kind} WHERE uid = h.uid)"


_WRITTEN = f"CASE h.kind {' '.join(_text_of(kind, names) for kind, names in SEARCHED.items() if names)} END"
"""All that is searched of a record."""


def _ranked(store: Store, query: Query, match: str, people: Sequence[str], limit: int) -> list[tuple[str, str]]:
    """(kind, uid) of the best matches that fit and are with all of `people`, of the newest `RANKED` that do."""
    narrowed = mapping.selected(query.selection)
    kind = "h.kind = :kind" if narrowed["kind"] in TABLES else "h.uid IN (SELECT uid FROM moment WHERE kind = :kind)"
    clauses = [
        (match, "s.search MATCH :match"),
        (query.signs, f"holds(h.kind, {_WRITTEN})"),
        (narrowed["person"], _WITH),
        (narrowed["kind"], kind),
        (narrowed["tag"], "h.uid IN (SELECT uid FROM tag WHERE name = :tag)"),
        (narrowed["since"], f"{_DAY} >= :since"),
        (narrowed["before"], f"{_DAY} < :before"),
        *((uid, _WITH.replace(":person", f":person{n}")) for n, uid in enumerate(people)),
    ]
    fits = " AND ".join(clause for value, clause in clauses if value)
    if query.signs:
        store.db.create_function("holds", 2, partial(_holds, query.signs), deterministic=True)
    values = {
        **{f"person{n}": uid for n, uid in enumerate(people)},
        **narrowed,
        "match": match,
        "ranked": RANKED,
        "limit": limit,
    }
    if not match:  # signs alone: no index has them, and no rank
        sql = f"SELECT h.kind, h.uid FROM handle h WHERE {fits} ORDER BY h.n DESC LIMIT :limit"
        return [(k, u) for k, u in store.db.execute(sql, values)]
    joined = "search s" if fits == clauses[0][1] else "search s JOIN handle h ON h.n = s.rowid"
    sql = f"SELECT s.rowid FROM {joined} WHERE {fits} ORDER BY s.rowid DESC LIMIT 1 OFFSET :ranked"
    oldest = store.db.execute(sql, values).fetchone()
    values["oldest"] = oldest[0] if oldest else 0
    sql = f"""SELECT h.kind, h.uid FROM search s JOIN handle h ON h.n = s.rowid
    WHERE {fits} AND s.rowid > :oldest ORDER BY s.rank, s.rowid DESC LIMIT :limit"""
    return [(k, u) for k, u in store.db.execute(sql, values)]


def _holds(signs: Sequence[str], kind: str, text: str | None) -> bool:
    """Whether a record holds all of some signs; in a note the places of its records are none."""
    if not text or not tokenizer.holds(text, signs):
        return False
    return kind != "meeting" or "^" not in text or tokenizer.holds(notes_of(text), signs)


def follow_ups(store: Store, id_: str) -> list[Hit]:
    """Where `re:` with this id stands, oldest first: of a note the line that says it, of other records the text."""
    found = _following(store, [id_])
    said = [
        Hit(
            kind=getattr(record, "kind", kind_of(record)),
            id=record.id,
            person=_with(store, record),
            at=_at(record),
            snippet=line,
            spans=(),
            record=record,
        )
        for record, line, _ in found
        if record.id != id_
    ]
    return sorted(said, key=lambda hit: (hit.at[:10], hit.record.uid))


def count_follow_ups(store: Store, ids: Sequence[str]) -> Counter[str]:
    """How many records each of these ids is followed up in."""
    counts: Counter[str] = Counter()
    for start in range(0, len(ids), _AT_ONCE):
        for record, _, about in _following(store, ids[start : start + _AT_ONCE]):
            counts.update(about - {record.id})
    return counts


_AT_ONCE = 100
"""Ids that are looked for in one query."""


def _following(store: Store, ids: Sequence[str]) -> list[tuple[Record, str, set[str]]]:
    """(record, the lines that say `re:` with one of the ids, which ids those are) of every record that does."""
    any_of = " OR ".join(tokenizer.match(f'"re:{id_}"') or "" for id_ in ids)
    sql = "SELECT h.kind, h.uid FROM search s JOIN handle h ON h.n = s.rowid WHERE s.search MATCH ? ORDER BY h.n"
    said = re.compile(rf"(?<![0-9a-z])re:({'|'.join(map(re.escape, ids))})(?![0-9a-z])", re.IGNORECASE)
    found = []
    for kind, uid in store.db.execute(sql, (any_of,)).fetchall() if ids else ():
        record = records.by_uid(store, kind, uid)
        lines = [line for line in _text(record, kind).split("\n") if said.search(line)] if record else []
        if record and lines:
            about = {id_.lower() for line in lines for id_ in said.findall(line)}
            found.append((record, "\n".join(lines), about))
    return found


def _at(record: Record) -> str:
    for name in ("at", "opened", "added", "created"):
        value = getattr(record, name, None)
        if value is not None:
            return str(value.isoformat())
    return ""


def _hit(record: Record, text: str, person: str | None) -> Hit:
    kind = kind_of(record)
    snippet, spans = snippets.snippet(_text(record, kind), text)
    return Hit(
        kind=getattr(record, "kind", kind),
        id=record.id,
        person=person,
        at=_at(record),
        snippet=snippet,
        spans=spans,
        record=record,
    )


def _text(record: Record, kind: str) -> str:
    """What a record says, of a meeting its note."""
    said = (getattr(record, name) for name in SEARCHED[kind] if name != "tags")
    text = "\n".join(one if isinstance(one, str) else listed(one) for one in said if one)
    return notes_of(text) if kind == "meeting" else text
