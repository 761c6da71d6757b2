"""Taking records out for good: from their tables, the search index, the change log and the free room of the file."""

import os
import re
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from onelog.core.errors import Damaged, Message, OnelogError, Unreadable
from onelog.store import gathered, mapping, meetings
from onelog.store.changelog_fold import log_lines
from onelog.store.checksum import checksum
from onelog.store.database import Store, explained, patiently
from onelog.store.mapping import Row
from onelog.store.queries import origins
from onelog.store.schema import TABLES
from onelog.store.search import tokenizer
from onelog.store.transaction import Writing, device, uuid7, writing
from onelog.store.vault import history_rewrite
from onelog.store.vault.atomic_file import aside, put
from onelog.store.vault.restore import taken
from onelog.store.vault.snapshots import verify

FORGOTTEN = "forgotten"
"""The kind of an id whose record was erased; it is never given again."""
_UNDER_WAY = " (under way)"
"""Behind the trace of an erasure, until the file has been written anew."""
_VERB = r"(?:(?:actions|goals|people) )?\S+"


class Extent(NamedTuple):
    """All that goes together with some records."""

    ids: Mapping[str, str]
    """The ids of all of them by uid, those that were deleted before among them."""
    standing: Mapping[str, int]
    """How many stand, by kind."""
    names: frozenset[str]
    """Every name and alias that the people among them ever had."""

    @property
    def deleted(self) -> int:
        """How many of them were deleted before, and are in the change log only."""
        return len(self.ids) - sum(self.standing.values())


class Pruned(NamedTuple):
    """What `prune` did."""

    changes: int
    """How many were taken out of the log."""
    stay: int
    """How many of that age stay, because they came after younger ones: a clock was wrong."""
    before: int
    """The size of the file in bytes, before and after."""
    after: int


# --- what goes -----------------------------------------------------------------------------------------------------


def extent(store: Store, uids: Iterable[str], stays: Collection[str] = ()) -> Extent:
    """What goes with these records: what stands in a meeting, a goal's check-ins, all that is with a person or theirs,
    their skips; and the answers to warnings about any of that.

    A record that was deleted goes by what it was at the last; what `stays` goes with none of them.
    """
    deleted = _deleted(store.db)
    ids = {uid: id_ for uid in uids for (id_,) in store.db.execute("SELECT id FROM handle WHERE uid = ?", (uid,))}
    standing: Counter[str] = Counter()
    for kind in TABLES:
        names = ("uid", "id", *history_rewrite.ABOUT[kind])
        found = (
            dict(zip(names, row, strict=True)) for row in store.db.execute(f"SELECT {', '.join(names)} FROM {kind}")
        )
        for row in found:
            if row["uid"] in ids or (row["uid"] not in stays and history_rewrite.is_about(kind, row, ids)):
                ids[row["uid"]] = row["id"]
                standing[kind] += 1
        ids |= {row["uid"]: row["id"] for row in deleted.get(kind, ()) if history_rewrite.is_about(kind, row, ids)}
    return Extent(ids, standing, frozenset(_names(store.db, ids)))


def _deleted(db: sqlite3.Connection) -> dict[str, list[Row]]:
    """The records that do not stand, as they were at the last, by kind."""
    sql = "SELECT kind, uid, before FROM change_row WHERE after IS NULL ORDER BY change_n, seq"
    last = {uid: (kind, before) for kind, uid, before in db.execute(sql)}
    found: dict[str, list[Row]] = {}
    for uid, (kind, before) in last.items():
        if not db.execute(f"SELECT 1 FROM {kind} WHERE uid = ?", (uid,)).fetchone():
            found.setdefault(kind, []).append(mapping.read_fields(before) or {})
    return found


def took_place(store: Store, uid: str) -> bool:
    """Whether this is a meeting that took place, be it that it was deleted."""
    if standing := meetings.by_uid(store, uid):
        return standing.at is not None
    return any(row["uid"] == uid and row["at"] for row in _deleted(store.db).get("meeting", ()))


def _names(db: sqlite3.Connection, uids: Iterable[str]) -> set[str]:
    """What the people among these records are called, and were called ever."""
    told = (line for line in log_lines(db, uids) if line.kind == "person")
    fields = [field for line in told for field in line.fields()]
    for uid in uids:
        for row in db.execute("SELECT name, alias, reading, aliases FROM person WHERE uid = ?", (uid,)):
            fields += zip(("name", "alias", "reading", "aliases"), row, strict=True)
    found = {str(value) for name, value in fields if name in ("name", "alias", "reading") and value}
    return found.union(*(mapping.read_aliases(str(value)) for name, value in fields if name == "aliases" and value))


def people(store: Store) -> list[tuple[str, str, str]]:
    """(uid, id, name) of everybody who stands or stood, as far as the change log tells."""
    deleted = ((row["uid"], row["id"], row["name"]) for row in _deleted(store.db).get("person", ()))
    return [*store.db.execute("SELECT uid, id, name FROM person"), *deleted]


def namesakes(store: Store, names: Iterable[str], others: Collection[str]) -> set[str]:
    """The uids of those who are or were called so in this journal, and are none of `others`."""
    meant = {_folded(name) for name in names}
    known = people(store) if meant else []
    return {uid for uid, _, called in known if _folded(called) in meant and uid not in others}


def in_copy(path: Path, uids: Collection[str], names: Iterable[str], others: Collection[str]) -> set[str]:
    """Which of these records a copy of the journal knows, and its `namesakes` of a person. Raises `Damaged`."""
    try:
        with Store(path) as copy:
            known = {uid for (uid,) in copy.db.execute("SELECT uid FROM handle") if uid in uids}
            return known | namesakes(copy, names, others)
    except (sqlite3.Error, Unreadable) as error:
        raise Damaged("backup.damaged", path=path) from error


def mentions(store: Store, word: str) -> int:
    """How many records `search` finds by a word; none by one without a letter or digit."""
    return len(_found(store, word))


def mentioned_before(store: Store, said: Collection[str]) -> int:
    """How many records held one of these words once, as the change log tells, and do not now.

    Words without a letter or digit, which `search` cannot find, are left out.
    """
    said = [word for word in said if tokenizer.match(word)]
    if not said:
        return 0
    ways = (rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word) for word in said)
    pattern = re.compile("|".join(ways), re.IGNORECASE)
    told = log_lines(store.db)
    then = {line.uid for line in told if any(isinstance(v, str) and pattern.search(v) for _, v in line.fields())}
    return len(then.difference(*(_found(store, word) for word in said)))


def _found(store: Store, word: str) -> set[str]:
    sql = "SELECT h.uid FROM search s JOIN handle h ON h.n = s.rowid WHERE s.search MATCH ?"
    return {uid for (uid,) in store.db.execute(sql, (match,))} if (match := tokenizer.match(word)) else set()


# --- taking it out -------------------------------------------------------------------------------------------------


def erase(store: Store, uids: Collection[str], command: str, at: datetime, *, met: bool = False) -> Extent:
    """Takes records out with all that goes with them, in one transaction; `command` stays in the log as their trace.

    Where they are meetings that took place (`met`), what was gathered for them goes back to the coming one before.
    Of each only the id is kept, so that it is never given again: its uid told the time at which it was made. Call
    `rewrite_file` afterwards.
    """
    with writing(store, command, at) as change:
        for meeting in [meetings.by_uid(store, uid) for uid in uids] if met else ():
            if meeting:
                gathered.give_back(store, change, meeting)
        change.log()
        gone = extent(store, uids)
        _leave_trace(change, command + _UNDER_WAY)
        _shorten_commands(change.db, gone)
        history_rewrite.rewrite(change.db, gone.ids)
        _take_out(change.db, gone.ids)
        _loosen(change, gone.ids)
        change.db.execute("INSERT INTO search (search) VALUES ('rebuild')")
    return gone


def _leave_trace(change: Writing, command: str) -> None:
    change.db.execute(
        "INSERT INTO change (uid, at, command, device, op) VALUES (?, ?, ?, ?, 'do')",
        (uuid7(change.at, None, os.urandom(10)), change.at.isoformat(timespec="seconds"), command, device()),
    )


def _shorten_commands(db: sqlite3.Connection, gone: Extent) -> None:
    """Leaves only its verb of a command that names what goes: in part, where it touched that."""
    touched = {n for uid in gone.ids for (n,) in db.execute("SELECT change_n FROM change_row WHERE uid = ?", (uid,))}
    names = {word for name in gone.names for word in _folded(name).split()} | set(gone.ids.values())
    for n, command in db.execute("SELECT n, command FROM change WHERE command LIKE '% %'").fetchall():
        verb = re.match(_VERB, command)
        said = _folded(command[verb.end() :] if verb else "").split()
        begun = n in touched and any(name.startswith(word) for name in names for word in said)
        if verb and said and (begun or not names.isdisjoint(said) or (n in touched and verb[0].startswith("goals"))):
            db.execute("UPDATE change SET command = ? WHERE n = ?", (verb[0], n))


def _folded(name: str) -> str:
    return normalize("NFKC", name).casefold()


def _take_out(db: sqlite3.Connection, gone: Mapping[str, str]) -> None:
    uids = [(uid,) for uid in gone]
    db.executemany("DELETE FROM search WHERE rowid = (SELECT n FROM handle WHERE uid = ?)", uids)
    origins.forget(db, gone)
    for table in ("tag", *reversed(TABLES)):
        db.executemany(f"DELETE FROM {table} WHERE uid = ?", uids)
    db.executemany(
        f"UPDATE handle SET kind = '{FORGOTTEN}', uid = '{FORGOTTEN}:' || id, sum = NULL WHERE uid = ?", uids
    )


def _loosen(change: Writing, gone: Mapping[str, str]) -> None:
    """What stays points at nothing that went: no goal, no line in a meeting."""
    ids = {id_: uid for uid, id_ in gone.items()}
    for kind, column in (("action", "goal_uid"), ("goal", "parent_uid"), ("meeting", "body")):
        for uid, value in change.db.execute(f"SELECT uid, {column} FROM {kind}").fetchall():
            if value in gone or (
                column == "body" and not ids.keys().isdisjoint(history_rewrite.slots({"body": value}))
            ):
                row = change.row(kind, uid)
                seen = history_rewrite.without(kind, row, ids, gone.__contains__) if row else None
                if seen:
                    _set(change.db, kind, seen, column)


def _set(db: sqlite3.Connection, kind: str, row: Row, column: str) -> None:
    db.execute(f"UPDATE {kind} SET {column} = ? WHERE uid = ?", (row[column], row["uid"]))
    db.execute("UPDATE handle SET sum = ? WHERE uid = ?", (checksum(row), row["uid"]))


# --- the file ------------------------------------------------------------------------------------------------------


_TRACE = "command LIKE ? AND NOT EXISTS (SELECT 1 FROM change_row WHERE change_n = n)"


def is_under_way(db: sqlite3.Connection) -> bool:
    """Whether an erasure was interrupted before the file had been written anew."""
    return db.execute(f"SELECT 1 FROM change WHERE {_TRACE}", (f"%{_UNDER_WAY}",)).fetchone() is not None


def rewrite_file(store: Store, done: Message) -> None:
    """Writes the file anew, so that no free room in it holds what was taken out.

    `done` says in an error what has been done all the same, as in "what you forgot is out of the journal".
    """
    try:
        _write_anew(store)
    except sqlite3.Error as error:
        why = explained(error, store.path)
        raise OnelogError("backup.file_not_rewritten", done=done, why=why or type(error).__name__) from error


def _write_anew(store: Store) -> None:
    patiently(store.db, "VACUUM", store.waiting)
    sql = f"UPDATE change SET command = replace(command, '{_UNDER_WAY}', '') WHERE {_TRACE}"
    store.db.execute(sql, (f"%{_UNDER_WAY}",))


def from_copy(path: Path, uids: Collection[str], command: str, at: datetime, *, met: bool = False) -> None:
    """Erases records in a copy of a journal, which is replaced when that is done.

    Raises `Damaged` or `Refused`, and then the copy is as it was.
    """
    try:
        with aside(path.parent, path.name) as made:
            taken(path, made)
            with Store(made, write=True, keep=False) as store:
                erase(store, uids, command, at, met=met)
                _write_anew(store)
            verify(made)
            put(made, path, replace=True)
    except sqlite3.Error as error:
        raise explained(error, path) or error from error


# --- the change log by age -----------------------------------------------------------------------------------------


def older(store: Store, day: date) -> tuple[int, int]:
    """How many changes are older than a day and go before all others; and how many of that age came later.

    The log is only ever cut at its beginning, so that undo stays exact. Time is the order in which things were
    written, not what a clock said, which may have been wrong.
    """
    sql = "SELECT n, substr(at, 1, 10) < ? FROM change ORDER BY n"
    is_old = [bool(old) for _, old in store.db.execute(sql, (day.isoformat(),))]
    first = is_old.index(False) if False in is_old else len(is_old)
    return first, sum(is_old[first:])


def prune(store: Store, day: date, command: str, at: datetime) -> Pruned:
    """Takes the changes before a day out of the log, for good; what they led to stays, and undo goes back to there."""
    size = store.path.stat().st_size
    with writing(store, command, at) as change:
        many, stay = older(store, day)
        if many:
            _leave_trace(change, command + _UNDER_WAY)
            (last,) = change.db.execute("SELECT n FROM change ORDER BY n LIMIT 1 OFFSET ?", (many - 1,)).fetchone()
            change.db.execute("DELETE FROM change_row WHERE change_n <= ?", (last,))
            origins.prune(store, change)
            change.db.execute("UPDATE change SET target = NULL WHERE target <= ?", (last,))
            change.db.execute("DELETE FROM change WHERE n <= ?", (last,))
    if many or is_under_way(store.db):
        rewrite_file(store, Message("errors.history.old_changes_out"))
    return Pruned(many, stay, size, store.path.stat().st_size)
