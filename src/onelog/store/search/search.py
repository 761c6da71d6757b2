"""Finding what was once said, best first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import zip_longest

from onelog.core.kinds import Record, kind_of
from onelog.core.model import PRIVATE, Checkin, Meeting
from onelog.core.results.search import Hit
from onelog.core.scales import listed
from onelog.core.selection import ANYTHING, Selection
from onelog.markdown import privacy
from onelog.markdown.body import notes_of
from onelog.store import mapping, meetings, records
from onelog.store.database import Store
from onelog.store.mapping import SEARCHED
from onelog.store.schema import TABLES
from onelog.store.search import meeting_search, snippets, tokenizer
from onelog.store.search.meeting_search import RANKED
from onelog.store.search.query import Search, Without, read

USUAL_HITS = 20
"""So many where nobody says how many."""


def find_hits(store: Store, text: str, selection: Selection = ANYTHING) -> list[Hit]:
    """The best hits, of private kinds too.

    First come records that hold all the words, then those that do with names as people, then meetings whose records
    hold them together.
    """
    search, limit = read(store, text, selection), selection.limit or USUAL_HITS
    hits = _records(store, search, limit)
    return [*hits, *_meetings(store, search, hits, limit, private=True)[0]]


def find_public_hits(
    store: Store, text: str, selection: Selection = ANYTHING, *, inside: bool = False
) -> tuple[list[Hit], Counter[str]]:
    """As `search`, of hits that are of no private kind alone, and how many others stood among them, by kind.

    The meetings that were found come without their private lines; with `inside` these are counted as well.
    """
    search, limit = read(store, text, selection), selection.limit or USUAL_HITS
    shown, left = _public_records(store, search, limit)
    more, among = _meetings(store, search, shown, limit, private=False)
    shown, left = [*shown, *more], left | among
    for number, hit in enumerate(shown):
        if isinstance(hit.record, Meeting):
            left |= {m.uid: m.kind for m in hit.record.moments if inside and m.kind in PRIVATE}
            shown[number] = hit._replace(record=privacy.public(hit.record)[0])
    return shown, Counter(left.values())


_Left = dict[str, str]
"""The kind of each record that is not shown, by its uid."""


def _public_records(store: Store, search: Search, limit: int) -> tuple[list[Hit], _Left]:
    """The best records that fit and are of no private kind, and those that stood among them and are."""
    reach = limit
    while True:
        hits = _records(store, search, reach)
        shown = [hit for hit in hits if hit.kind not in PRIVATE][:limit]
        if len(hits) < reach or len(shown) == limit or search.selection.kind in PRIVATE:
            break
        reach = limit + 2 * (len(hits) - len(shown))
    among = hits[: hits.index(shown[-1])] if len(shown) == limit else hits
    left = {hit.record.uid: hit.kind for hit in among if hit.kind in PRIVATE}
    return [_without_headings(hit, search.text) for hit in shown], left


def _without_headings(hit: Hit, text: str) -> Hit:
    """The hit with a snippet that shows no heading of private lines."""
    meeting, kinds = privacy.public(hit.record) if isinstance(hit.record, Meeting) else (None, [])
    return _hit(meeting, text, hit.person)._replace(record=hit.record) if meeting and kinds else hit


def _records(store: Store, search: Search, limit: int) -> list[Hit]:
    """The best records that hold all the words of a side, then those that do where names are people."""
    found: dict[tuple[str, str], None] = {}
    for level in zip_longest(*(side.readings() for side in search.sides)):
        if len(found) >= limit:
            break
        together: dict[_Beside, list[str]] = {}
        for side, reading in zip(search.sides, level, strict=True):
            if reading:
                beside = (side.signs, tuple(reading[1]))
                together.setdefault(beside, []).append(tokenizer.expression(reading[0]))
        lists = [_ranked(store, search, _any_of(matches), beside, limit) for beside, matches in together.items()]
        found |= dict.fromkeys(hit for hits in zip_longest(*lists) for hit in hits if hit)
    whole = (records.by_uid(store, kind, uid) for kind, uid in list(found)[:limit])
    return [_hit(record, search.text, _with(store, record)) for record in whole if record]


def _any_of(matches: Sequence[str]) -> str:
    """The expression that wants one of several; where one of them wants no word, none is needed."""
    if not all(matches):
        return ""
    return matches[0] if len(matches) == 1 else " OR ".join(f"({match})" for match in matches)


def _meetings(store: Store, search: Search, hits: list[Hit], limit: int, *, private: bool) -> tuple[list[Hit], _Left]:
    """The meetings that fit and of which no hit is part, and what of them is not shown."""
    shown = {_meeting_uid(hit.record) for hit in hits}
    more, left = list[Hit](), _Left()
    for query in search.sides if len(hits) < limit else ():
        for found in meeting_search.find(store, query, search.without):
            if found.uid in shown or found.left_out(search.without, private=private):
                continue
            meeting = meetings.by_uid(store, found.uid) if found.fits(query, private=private) else None
            uids = {row.uid for row in found.holding(private=private)}
            signed = _signed(meeting, query.signs, private=private) if meeting else None
            if meeting and signed is not None and not _is_signed(meeting, search.without.signs, private=private):
                more.append(_meeting_hit(meeting, uids | signed, search.text))
                shown.add(found.uid)
            if not private:
                left |= {row.uid: row.kind for row in found.holding(private=True) if row.kind in PRIVATE}
            if len(hits) + len(more) == limit:
                return more, left
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


def _is_signed(meeting: Meeting, signs: Sequence[str], *, private: bool) -> bool:
    """Whether one of the signs stands in a record of a meeting."""
    return any(_signed(meeting, [sign], private=private) is not None for sign in signs)


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


_Beside = tuple[tuple[str, ...], tuple[str, ...]]
"""What has to be there beside the words: signs that have to stand in a record, people it has to be with."""


def _ranked(store: Store, search: Search, match: str, beside: _Beside, limit: int) -> list[tuple[str, str]]:
    """(kind, uid) of the best matches that fit and are with all of the people, of the newest `RANKED` that do."""
    (signs, people), without = beside, search.without
    narrowed = mapping.selected(search.selection)
    if match and without.terms:
        match = f"({match}) NOT ({without.match})"
    kind = "h.kind = :kind" if narrowed["kind"] in TABLES else "h.uid IN (SELECT uid FROM moment WHERE kind = :kind)"
    clauses = [
        (match, "s.search MATCH :match"),
        (signs, f"holds(h.kind, {_WRITTEN})"),
        (narrowed["person"], _WITH),
        (narrowed["kind"], kind),
        (narrowed["tag"], "h.uid IN (SELECT uid FROM tag WHERE name = :tag)"),
        (narrowed["since"], f"{_DAY} >= :since"),
        (narrowed["before"], f"{_DAY} < :before"),
        *((uid, _WITH.replace(":person", f":person{n}")) for n, uid in enumerate(people)),
        *_left_out(without, match),
    ]
    fits = " AND ".join(clause for value, clause in clauses if value)
    if signs:
        store.db.create_function("holds", 2, partial(_holds, signs), deterministic=True)
    if without.signs:
        store.db.create_function("held", 2, partial(_holds_any, without.signs), deterministic=True)
    values = {
        **{f"person{n}": uid for n, uid in enumerate(people)},
        **narrowed,
        **{f"without{n}": uid for n, uid in enumerate(without.people)},
        "without": without.match,
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


def _left_out(without: Without, match: str) -> Iterator[tuple[object, str]]:
    """(whether it holds here, the clause) of each thing that leaves records out; words do so in the match itself."""
    yield without.terms and not match, "h.n NOT IN (SELECT rowid FROM search WHERE search MATCH :without)"
    yield without.signs, f"NOT held(h.kind, {_WRITTEN})"
    for n, uid in enumerate(without.people):
        yield uid, f"NOT coalesce({_WITH.replace(':person', f':without{n}')}, 0)"


def _holds(signs: Sequence[str], kind: str, text: str | None) -> bool:
    """Whether a record holds all of some signs; in a note the places of its records are none."""
    if not text or not tokenizer.holds(text, signs):
        return False
    return kind != "meeting" or "^" not in text or tokenizer.holds(notes_of(text), signs)


def _holds_any(signs: Sequence[str], kind: str, text: str | None) -> bool:
    """Whether a record holds one of some signs."""
    return any(_holds([sign], kind, text) for sign in signs)


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
