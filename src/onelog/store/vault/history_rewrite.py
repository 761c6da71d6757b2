"""The change log as though some records had never been: every change as it would have been without them."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby

from onelog.core.fields import FIELDS
from onelog.core.kinds import KINDS
from onelog.core.regexes import pattern
from onelog.markdown import body
from onelog.store import mapping
from onelog.store.changelog_fold import LogLine, log_lines, state, step
from onelog.store.mapping import Row
from onelog.store.schema import TABLES

_REFS = {
    KINDS[kind]: tuple(
        field.stored or ""
        for field in fields
        if field.type == "ref" and (field.of in ("person", "meeting") or field.is_set)
    )
    for kind, fields in FIELDS.items()
}
ABOUT: Mapping[str, tuple[str, ...]] = {table: _REFS[table] for table in TABLES}
"""The columns that make a record part of another one: it goes when that one goes. Each kind stands after those it names."""

_ONLY_WITH = {"checkin": "goal_uid", "answer": "about_uid"}
"""The column of a kind that cannot do without what it points at: a record of it is there only while that is."""

_INSIDE = tuple(table for table in TABLES if "meeting_uid" in ABOUT[table])
"""The kinds whose records stand in a meeting: their row names it, and its body has a line for them."""

_SLOT = rf"\^({body.ID})"


def pointing_at(db: sqlite3.Connection, uid: str) -> list[tuple[str, str]]:
    """(kind, uid) of every record that points at a person or a meeting."""
    found: list[tuple[str, str]] = []
    for kind, columns in ABOUT.items():
        where = " OR ".join(f"{column} = :uid" for column in columns)
        rows = db.execute(f"SELECT uid FROM {kind} WHERE {where} ORDER BY uid", {"uid": uid}) if where else ()
        found += [(kind, row[0]) for row in rows]
    return found


def is_about(kind: str, row: Mapping[str, object] | None, gone: Mapping[str, str]) -> bool:
    """Whether a record, or a part of its columns, belongs to one of those that go."""
    return row is not None and any(row.get(name) in gone for name in ABOUT[kind])


def without(kind: str, row: Row, ids: Mapping[str, str], is_gone: Callable[[str], bool]) -> Row | None:
    """A row that points at nothing that is gone, in its columns or (`ids`: uid of each) in the lines of its body.

    None for a check-in of a goal, or an answer about a record, that is gone.
    """
    if kind in _ONLY_WITH and is_gone(str(row.get(_ONLY_WITH[kind]))):
        return None
    kept = {
        name: None if name.endswith("_uid") and value and is_gone(str(value)) else value for name, value in row.items()
    }
    for id_ in slots(row) & ids.keys():
        if is_gone(ids[id_]):
            kept["body"] = body.without(str(kept["body"]), id_)
    return kept


def slots(row: Mapping[str, object]) -> set[str]:
    """The ids that may stand in the body of a row."""
    return set(pattern(_SLOT).findall(str(row["body"]))) if row.get("body") else set()


def rewrite(db: sqlite3.Connection, gone: Mapping[str, str]) -> None:
    """Takes records (`gone`: their ids by uid) out of the change log, and out of what it tells of all others.

    A change that is left without lines goes as well. Where a record that stays was about one that goes, that time of it
    is left out: it is as it was before, and where it was so from the first, it begins later. Undo and redo stay exact,
    because what each state of the journal becomes depends on nothing but the changes that stood in it.
    """
    bent, gaps = _bent(db, gone)
    touched = {n for (n,) in _each(db, "SELECT DISTINCT change_n FROM change_row WHERE uid = ?", [*gone, *bent])}
    again = list(_Replay(db, gone, bent, gaps).lines()) if bent else []
    db.executemany("DELETE FROM change_row WHERE uid = ?", ((uid,) for uid in (*gone, *bent)))
    db.executemany(
        "INSERT INTO change_row (change_n, seq, kind, uid, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        ((n, seq, kind, uid, _json(before), _json(after)) for n, seq, kind, uid, before, after in again),
    )
    empty = "DELETE FROM change WHERE n = ? AND NOT EXISTS (SELECT 1 FROM change_row WHERE change_n = n)"
    db.executemany(empty, ((n,) for n in touched))
    db.execute("UPDATE change SET target = NULL WHERE target NOT IN (SELECT n FROM change)")


def _each(db: sqlite3.Connection, sql: str, uids: Iterable[str]) -> Iterator[tuple[int]]:
    for uid in uids:
        yield from db.execute(sql, (uid,))


def _json(row: Row | None) -> str | None:
    return json.dumps(row, ensure_ascii=False) if row is not None else None


def _bent(db: sqlite3.Connection, gone: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The kinds, by uid, of the records that stay and whose past points at what goes; and the ids of those with gaps.

    A record has a gap where it was about what goes. While it is not there, nothing may point at it either; a check-in
    is not there while its goal is not, nor an answer while that is not which it is about.
    """
    bent: dict[str, str] = {}
    gaps: dict[str, str] = {}
    missing = dict(gone)
    while missing:
        found: dict[str, str] = {}
        ids = set(missing.values())
        for line in log_lines(db):
            if line.uid in gone:
                continue
            if any(
                value in missing
                if name.endswith("_uid")
                else name == "body" and not ids.isdisjoint(slots({name: value}))
                for name, value in line.fields()
            ):
                bent[line.uid] = line.kind
                about = is_about(line.kind, line.before, gone) or is_about(line.kind, line.after, gone)
                if about or any(v in missing for k, v in line.fields() if k == _ONLY_WITH.get(line.kind)):
                    found[line.uid] = _id(db, line.uid)
        missing = {uid: id_ for uid, id_ in found.items() if uid not in gaps}
        gaps |= missing
    return bent, gaps


def _id(db: sqlite3.Connection, uid: str) -> str:
    return str(db.execute("SELECT id FROM handle WHERE uid = ?", (uid,)).fetchone()[0])


class _Replay:
    """Goes through the changes once more, and keeps for each record which of its states would be there.

    `wish` is the newest state of a record that was not about what goes. What undo took back, and redo did again, is
    taken over from the change itself. Where the wishes of a meeting and of a record in it are of different times, the
    record stands in the meeting only if both say so.
    """

    def __init__(
        self, db: sqlite3.Connection, gone: Mapping[str, str], bent: Mapping[str, str], gaps: Mapping[str, str]
    ) -> None:
        self.db, self.gone, self.bent, self.gaps = db, gone, bent, gaps
        self.inside = {uid: _id(db, uid) for uid, kind in bent.items() if kind in _INSIDE}
        self.ids = {id_: uid for uid, id_ in (*gone.items(), *gaps.items(), *self.inside.items())}
        self.told = list(log_lines(db, bent))
        self.old = self._first()
        self.wish = {uid: None if is_about(bent[uid], row, gone) else row for uid, row in self.old.items()}
        self.new = {uid: self._seen(uid) for uid in bent}
        self.moves: dict[int, dict[str, tuple[Row | None, Row | None]]] = {}

    def _first(self) -> dict[str, Row | None]:
        """The records as they were when the log begins: today's, and the log backwards."""
        return {uid: state(self.db, kind, uid, 0) for uid, kind in self.bent.items()}

    def lines(self) -> Iterator[LogLine]:
        """The lines as they would have been."""
        how = {n: (op, target) for n, op, target in self.db.execute("SELECT n, op, target FROM change")}
        for n, group in groupby(self.told, key=lambda line: line.change):
            lines = list(group)
            stood = self._there(), self._placed()
            self._move(n, lines, *how[n])
            places = {line.uid: line.seq for line in lines}
            if (self._there(), self._placed()) != stood:  # what points at it does so from now on, or no longer
                others = (uid for uid in self.bent if uid not in places)
                places |= {uid: seq for seq, uid in enumerate(others, self._behind(n))}
            yield from self._differing(n, places)

    def _there(self) -> set[str]:
        return {uid for uid in self.gaps if not self._is_gone(uid)}

    def _placed(self) -> set[str]:
        """The records that stand in a meeting."""
        found = ((uid, self.wish[uid]) for uid in self.inside)
        return {uid for uid, row in found if row and not self._is_apart(uid, str(row["meeting_uid"]))}

    def _behind(self, n: int) -> int:
        """The first place behind all lines of a change."""
        return int(self.db.execute("SELECT max(seq) FROM change_row WHERE change_n = ?", (n,)).fetchone()[0]) + 1

    def _move(self, n: int, lines: list[LogLine], op: str, target: int | None) -> None:
        """Brings the wishes to where they are after a change."""
        for line in lines:
            self.old[line.uid] = step(self.old[line.uid], line.before, line.after)
        again = self.moves.get(target or 0)
        if op != "do" and again:
            self.wish |= {uid: was if op == "undo" else became for uid, (was, became) in again.items()}
            return
        moved = self.moves[n] = {}
        for uid in dict.fromkeys(line.uid for line in lines):
            was, row = self.wish[uid], self.old[uid]
            self.wish[uid] = was if is_about(self.bent[uid], row, self.gone) else row
            moved[uid] = was, self.wish[uid]

    def _differing(self, n: int, places: Mapping[str, int]) -> Iterator[LogLine]:
        for uid, seq in places.items():
            seen = self._seen(uid)
            before, after = mapping.changed(self.new[uid], seen)
            self.new[uid] = seen
            if before or after:
                yield LogLine(change=n, seq=seq, kind=self.bent[uid], uid=uid, before=before, after=after)

    def _seen(self, uid: str) -> Row | None:
        """A record as it would be: what it points at is there, or it points at nothing."""
        row = self.wish[uid]
        return without(self.bent[uid], row, self.ids, partial(self._is_out, uid)) if row else None

    def _is_out(self, uid: str, other: str) -> bool:
        """Whether a record cannot name another one: that is not there, or is not in this meeting."""
        if self.bent[uid] == "meeting":
            return self._is_gone(other) or (other in self.inside and self._is_apart(other, uid))
        return self._is_gone(other) or (uid in self.inside and self._is_apart(uid, other))

    def _is_apart(self, uid: str, meeting: str) -> bool:
        """Whether a record's row and a meeting's body do not both say that it stands in there."""
        if self.bent.get(meeting) != "meeting":
            return False
        row, document = self.wish[uid], self.wish[meeting]
        inside = row is not None and row["meeting_uid"] == meeting
        return not (inside and document is not None and self.inside[uid] in slots(document))

    def _is_gone(self, uid: str) -> bool:
        if uid in self.gone or uid not in self.gaps:
            return uid in self.gone
        row, needed = self.wish[uid], _ONLY_WITH.get(self.bent[uid])
        return row is None or (needed is not None and self._is_gone(str(row[needed])))
