"""The change log: what changed and when, and putting it back."""

from datetime import datetime

from onelog.core.errors import Refused
from onelog.core.results.history import Change, RecordChange
from onelog.store import mapping
from onelog.store.changelog_fold import step
from onelog.store.database import Store
from onelog.store.transaction import Writing, writing

COUNTED = 1000
"""So many records of a change are counted; of an import of ten thousand meetings it is enough to know that they are more."""


def history(store: Store, *, uid: str | None = None, limit: int | None = 30, each: int | None = None) -> list[Change]:
    """Changes, newest first; with `uid`, what happened to one record. `each` limits the lines of one change."""
    where = "WHERE n IN (SELECT change_n FROM change_row WHERE uid = ?)" if uid else ""
    sql = f"SELECT n, at, command, device, op, target, undone FROM change {where} ORDER BY n DESC LIMIT ?"
    values: list[object] = [uid] if uid else []
    found = store.db.execute(sql, [*values, -1 if limit is None else limit]).fetchall()
    return [
        Change(
            n,
            mapping.at_of(at),
            command,
            device,
            op,
            target,
            bool(undone),
            lines(store, n, each, uid),
            *(_count(store, n, each) if each and not uid else (0, False)),
        )
        for n, at, command, device, op, target, undone in found
    ]


def _count(store: Store, n: int, after: int) -> tuple[int, bool]:
    """How many records a change touched after the first ones, at most `COUNTED`; whether there are more."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM change_row WHERE change_n = ? LIMIT ? OFFSET ?)"
    found = int(store.db.execute(sql, (n, COUNTED + 1, after)).fetchone()[0])
    return min(found, COUNTED), found > COUNTED


def lines(store: Store, n: int, limit: int | None = None, uid: str | None = None) -> tuple[RecordChange, ...]:
    """What a change did, record by record: to the first `limit` of them, or to one."""
    one = "AND r.uid = :uid" if uid else ""
    sql = f"""SELECT r.kind, r.uid, h.id, r.before, r.after FROM change_row r JOIN handle h ON h.uid = r.uid
    WHERE r.change_n = :n {one} ORDER BY r.seq LIMIT :limit"""
    values = {"n": n, "uid": uid, "limit": -1 if limit is None else limit}
    return tuple(
        RecordChange(kind, uid, id_, mapping.read_fields(before), mapping.read_fields(after))
        for kind, uid, id_, before, after in store.db.execute(sql, values)
    )


def labels(store: Store, found: list[Change]) -> dict[str, str]:
    """What people know the records by that changed fields point at: uid -> a name, else an id."""
    uids = {
        str(value)
        for change in found
        for line in change.lines
        for fields in (line.before, line.after)
        for name, value in (fields or {}).items()
        if name.endswith("_uid") and value
    }
    known = """SELECT coalesce(p.name, h.id) FROM handle h LEFT JOIN person p ON p.uid = h.uid WHERE h.uid = ?"""
    found_names = ((uid, store.db.execute(known, (uid,)).fetchone()) for uid in uids)
    return {uid: row[0] for uid, row in found_names if row}


def last_removal(store: Store, uid: str) -> tuple[RecordChange, ...]:
    """What the change did that took this record out last; nothing if none did."""
    sql = "SELECT max(change_n) FROM change_row WHERE uid = ? AND after IS NULL"
    n = store.db.execute(sql, (uid,)).fetchone()[0]
    return lines(store, n) if n is not None else ()


def deleted(store: Store, uid: str) -> str:
    """The id of a record that is gone because somebody wished so: `delete` took it out last, and no undo; else ""."""
    sql = """SELECT h.id, c.op, c.command FROM handle h JOIN change_row r ON r.uid = h.uid AND r.after IS NULL
    JOIN change c ON c.n = r.change_n WHERE h.uid = ? ORDER BY c.n DESC LIMIT 1"""
    row = store.db.execute(sql, (uid,)).fetchone()
    return str(row[0]) if row and row[1] == "do" and str(row[2]).split(" ", 1)[0] == "delete" else ""


def is_made(store: Store, uid: str) -> bool:
    """Whether the change with this uid is in the journal."""
    return store.db.execute("SELECT 1 FROM change WHERE uid = ?", (uid,)).fetchone() is not None


def has_command(store: Store, command: str) -> bool:
    """Whether a command of this name has ever changed the journal."""
    sql = "SELECT 1 FROM change WHERE command = ? OR substr(command, 1, ?) = ? LIMIT 1"
    return store.db.execute(sql, (command, len(command) + 1, f"{command} ")).fetchone() is not None


def count(store: Store) -> int:
    return int(store.db.execute("SELECT count(*) FROM change").fetchone()[0])


def command_of(store: Store, n: int) -> str:
    """The command that made a change."""
    row = store.db.execute("SELECT command FROM change WHERE n = ?", (n,)).fetchone()
    return str(row[0]) if row else ""


def to_undo(store: Store) -> int | None:
    """The newest change that stands. One without lines is only a trace of what was erased, and no way back."""
    sql = """SELECT n FROM change WHERE op = 'do' AND undone = 0
    AND EXISTS (SELECT 1 FROM change_row r WHERE r.change_n = change.n) ORDER BY n DESC LIMIT 1"""
    row = store.db.execute(sql).fetchone()
    return int(row[0]) if row else None


def to_redo(store: Store) -> int | None:
    """The change that was undone last, unless something new was done since: then what was undone before it is past."""
    newest = "SELECT n FROM change WHERE op = 'do' ORDER BY n DESC LIMIT 1"
    sql = f"""SELECT min(u.target) FROM change u JOIN change c ON c.n = u.target
    WHERE u.op = 'undo' AND u.n > ({newest}) AND c.undone = 1"""
    row = store.db.execute(sql).fetchone()
    return None if row[0] is None else int(row[0])


def undo(store: Store, times: int, at: datetime) -> list[Change]:
    """Takes back the newest `times` changes (fewer if there are fewer), in one transaction."""
    return _again(store, times, at, "undo")


def redo(store: Store, times: int, at: datetime) -> list[Change]:
    """Does again what was undone last."""
    return _again(store, times, at, "redo")


def _again(store: Store, times: int, at: datetime, op: str) -> list[Change]:
    done: list[Change] = []
    with writing(store, op, at) as change:
        for _ in range(times):
            n = to_undo(store) if op == "undo" else to_redo(store)
            if n is None:
                break
            done.append(_one(store, n))
            _apply(change, done[-1], op)
            store.db.execute("UPDATE change SET undone = ? WHERE n = ?", (int(op == "undo"), n))
            change.log(op, n)
    return done


def _one(store: Store, n: int) -> Change:
    sql = "SELECT at, command, device, op, target, undone FROM change WHERE n = ?"
    at, command, device, op, target, undone = store.db.execute(sql, (n,)).fetchone()
    return Change(
        n=n,
        at=mapping.at_of(at),
        command=command,
        device=device,
        op=op,
        target=target,
        undone=bool(undone),
        lines=lines(store, n),
    )


def _apply(change: Writing, done: Change, op: str) -> None:
    in_order = done.lines if op == "redo" else done.lines[::-1]
    for line in in_order:
        was, will = (line.before, line.after) if op == "redo" else (line.after, line.before)
        row = change.row(line.kind, line.uid)
        if (row is None) != (was is None) or any((row or {}).get(k) != v for k, v in (was or {}).items()):
            raise Refused("history.changed_outside", id=line.id, change=done.n)
        change.replay(line.kind, line.uid, step(row, was, will))
