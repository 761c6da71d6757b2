"""Reading what is good to be reminded of: a-has, wins and praise, as they are and as they were when the day began."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from onelog.core.model import ASIDE
from onelog.core.values import value
from onelog.store import mapping
from onelog.store.database import Store
from onelog.store.records import LOW

KINDS = ("aha", "win", "praise")
"""What is brought back; of praise for me alone what I was given."""
_EPOCH = date(1970, 1, 1).toordinal()
_DAY = 24 * 60 * 60 * 1000
_MADE = re.compile("0[0-9a-f]{7}-[0-9a-f]{4}-7")


class Bright(NamedTuple):
    """One record that may be brought back, as far as that depends on it."""

    uid: str
    kind: str
    day: date
    held: date | None = None
    """Of what is kept back: it holds its days up to this one, so that others do not move into the past unseen."""
    since: date | None = None
    """It takes no day before this one: it was not known then, or came on another day."""


@value(frozen=True, slots=True)
class Memory:
    """What may be brought back."""

    then: tuple[Bright, ...]
    """What there was when the day began, with what is kept back; on a journal's first day what its first change made."""
    now: frozenset[str]
    """The uids of what may still be shown."""


class _Row(NamedTuple):
    uid: str
    kind: str
    day: str
    person: str | None = None
    giver: str | None = None
    receiver: str | None = None
    meeting: str | None = None
    mood: int | None = None
    seen: int | None = None
    new: bool | None = None
    """Whether it was not there when the day began; None for what nothing was done to since."""


_COLUMNS = """SELECT x.uid, x.kind, substr(x.at, 1, 10), x.person_uid, x.giver_uid, x.receiver_uid, x.meeting_uid, m.mood, m.seen,
(SELECT r.before IS NULL FROM change_row r WHERE r.uid = x.uid AND r.change_n >= :first ORDER BY r.change_n, r.seq LIMIT 1)
FROM moment x LEFT JOIN meeting m ON m.uid = x.meeting_uid WHERE"""
_OURS = {
    "kind": "kind",
    "person_uid": "person",
    "giver_uid": "giver",
    "receiver_uid": "receiver",
    "meeting_uid": "meeting",
}
_State = dict[str, Any]
_Before = Mapping[tuple[str, str], _State]
"""(kind, uid) -> the columns that were others when the day began; of what was deleted since, all of them."""
_HELD = timedelta(days=400)
"""What was deleted longer ago holds no day any more: all its days are over."""
_REST = timedelta(days=14)
"""What was made another kind or day's, or brought back, does not come before."""
_ALL = 1 << 62
_LINES = 500
"""A change of more lines is a long one, and only so many of them are read."""


def read_memory(store: Store, day: date, since: date, *, person: str | None = None) -> Memory:
    """What may be brought back on a day: records since a day, and older ones of this day in another year.

    Nothing from a meeting in which my mood, or theirs as I saw it, was `LOW` or less; nothing of somebody who is archived, or
    that was set aside.
    With `person`, a uid, all there is with them, praise in both directions.
    """
    asked = _Asked(day, since, person)
    first = _first(store, day)
    found = list(_read(store, asked, first))
    gone = {uid for (uid,) in store.db.execute("SELECT uid FROM person WHERE archived IS NOT NULL")}
    aside = set(aside_until(store, day))
    now = [row for row in found if row.uid not in aside and _may(row, gone, both=person is not None)]
    uids = frozenset(row.uid for row in now)
    if first is None:
        return Memory(_bright(store, asked, found, now, {}, None), uids)
    before = _before(store, first, found)
    then = list(_as_it_was(store, found, before, asked, first))
    aside = set(aside_until(store, day, first))
    gone = _gone_then(gone, before)
    may = [row for row in then if row.uid not in aside and _may(row, gone, both=person is not None)]
    return Memory(_bright(store, asked, then, may, before, first), uids)


def aside_until(store: Store, day: date, first: int | None = None) -> dict[str, date]:
    """The uids of what was set aside, with the day on which it may come again: after `day`.

    Of several answers the last one counts. With `first`, a change, as it was before that.
    """
    sql = "SELECT uid, about_uid, at, until FROM answer WHERE rule = :rule"
    stand = {uid: (at, uid, about, until) for uid, about, at, until in store.db.execute(sql, {"rule": ASIDE})}
    if first is not None:
        sql = "SELECT uid, before FROM change_row WHERE kind = 'answer' AND change_n >= :first ORDER BY change_n DESC, seq DESC"
        for uid, text in store.db.execute(sql, {"first": first}):
            was = _fields(text) if text else {}
            if was.get("rule", ASIDE) == ASIDE:
                stand.pop(uid, None)
                if "until" in was:
                    stand[uid] = (was["at"], uid, was["about_uid"], was["until"])
    last = {about: until for _, _, about, until in sorted(stand.values())}
    return {about: mapping.day_of(until) for about, until in last.items() if until > day.isoformat()}


@value(frozen=True, slots=True)
class _Asked:
    """What is looked for: `day`, `since` and `person` of `memory`."""

    day: date
    since: date
    person: str | None

    @property
    def dates(self) -> tuple[str, ...]:
        """Months and days whose anniversary it is; those of 29 February are on the 28th where there is none."""
        leap = (self.day.month, self.day.day) == (2, 28) and (self.day + timedelta(days=1)).month == 3
        return (f"{self.day:%m-%d}", "02-29" if leap else f"{self.day:%m-%d}")

    def holds(self, row: _Row) -> bool:
        """Whether a record as it was is among them."""
        if row.kind not in KINDS or row.day >= self.day.isoformat():
            return False
        if self.person:
            return row.person == self.person
        return row.day >= self.since.isoformat() or row.day[5:] in self.dates


def _read(store: Store, asked: _Asked, first: int | None) -> Iterator[_Row]:
    if asked.person:
        sql = f"{_COLUMNS} x.person_uid = :person AND x.kind IN {KINDS} AND x.at < :day"
    else:
        # Older ones are found by the index of kinds and days alone; the rows of a few are read.
        sql = f"""{_COLUMNS} x.kind IN {KINDS} AND x.at >= :since AND x.at < :day UNION ALL {_COLUMNS} x.uid IN (SELECT uid FROM main.moment
        WHERE rowid IN (SELECT rowid FROM main.moment INDEXED BY moment_by_kind WHERE kind IN {KINDS} AND at < :since
        AND substr(at, 6, 5) IN (:date, :leap)))"""
    date_, leap = asked.dates
    values = {
        "day": asked.day.isoformat(),
        "since": asked.since.isoformat(),
        "person": asked.person,
        "date": date_,
        "leap": leap,
    }
    for row in store.db.execute(sql, values | {"first": first}):
        yield _Row(*row)


def _may(row: _Row, gone: set[str], *, both: bool) -> bool:
    low = any(mood is not None and mood <= LOW for mood in (row.mood, row.seen))
    return _is_good(row, both=both) and not low and not {row.person, row.giver, row.receiver} & gone


def _is_good(row: _Row, *, both: bool) -> bool:
    return row.kind in KINDS and (both or row.kind != "praise" or row.giver is not None)


def _bright(
    store: Store, asked: _Asked, rows: Iterable[_Row], may: Iterable[_Row], before: _Before, first: int | None
) -> tuple[Bright, ...]:
    """Those that may come back, and the others, which hold their days in case they may again; those that are gone, too."""
    rows = list(rows)
    shown = {row.uid for row in may}
    gone, moved = _taken_out(store, asked, rows, before, first)
    begun = _begun(store)
    stand = (
        Bright(
            row.uid,
            row.kind,
            mapping.day_of(row.day),
            None if row.uid in shown else date.max,
            _since(row, moved, begun),
        )
        for row in rows
        if _is_good(row, both=asked.person is not None)
    )
    return (*stand, *gone)


def _begun(store: Store) -> float:
    """When the first change was made, in milliseconds since 1970, and a second more: nothing was shown before."""
    found = store.db.execute("SELECT at FROM change ORDER BY n LIMIT 1").fetchone()
    return (datetime.fromisoformat(found[0]).timestamp() + 1) * 1000 if found else 0.0


def _since(row: _Row, moved: Mapping[str, date], begun: float) -> date | None:
    """The first day on which a record may take a day, where that is known.

    Its uid says when it was made, where that is a UUID of version 7 (RFC 9562, section 5.7): in UTC, and so at most a day off.
    """
    made = int(row.uid[:8] + row.uid[9:13], 16) if _MADE.match(row.uid) else 0
    known = date.fromordinal(_EPOCH + made // _DAY + 2) if made > begun else date.min
    first = max(known, moved[row.uid]) if row.uid in moved else known
    return first if first > date.min else None


# --- as it was when the day began


def ids_aside(store: Store, day: date) -> set[str]:
    """The ids of what is set aside on a day."""
    aside = aside_until(store, day)
    return {id_ for uid in aside for (id_,) in store.db.execute("SELECT id FROM handle WHERE uid = ?", (uid,))}


def _first(store: Store, day: date) -> int | None:
    """The first change since a day began; on a journal's first day the second one of all: there was no morning before."""
    first = second = None
    for n, at in store.db.execute("SELECT n, at FROM change ORDER BY n DESC"):
        if at[:10] < day.isoformat():
            return first
        first, second = n, first
    return second


def _before(store: Store, first: int, found: Iterable[_Row]) -> _Before:
    """What the changes since one have changed or taken out, as it was before the first of them.

    Of a long change (an import) the first lines are read, and those of what was found: reading all takes its time all day.
    """
    sql = """SELECT n, op = 'do' AND EXISTS (SELECT 1 FROM change_row WHERE change_n = n AND seq = ?) FROM change
    WHERE n >= ? ORDER BY n DESC"""
    changes = store.db.execute(sql, (_LINES, first)).fetchall()
    known = _known(store, found) if any(long for _, long in changes) else set()
    sql = """SELECT kind, uid, before FROM change_row WHERE {} AND before IS NOT NULL
    AND kind IN ('moment', 'meeting', 'person') ORDER BY change_n DESC, seq DESC"""
    lines = [row for uid in known for row in store.db.execute(sql.format("uid = ? AND change_n >= ?"), (uid, first))]
    for n, long in changes:
        some = store.db.execute(sql.format("change_n = ? AND seq < ?"), (n, _LINES if long else _ALL))
        lines += [row for row in some if row[1] not in known]
    states: dict[tuple[str, str], _State] = {}
    for kind, uid, before in lines:
        states[kind, uid] = {**states.get((kind, uid), {}), **_fields(before)}
    return states


def _known(store: Store, found: Iterable[_Row]) -> set[str]:
    """The uids of what was found and is not new, of its meetings, and of everybody."""
    people = {uid for (uid,) in store.db.execute("SELECT uid FROM person")}
    return people.union(*({row.uid, row.meeting or row.uid} for row in found if not row.new))


def _fields(text: str) -> _State:
    found: _State = json.loads(text)
    return found


def _gone_then(gone: set[str], before: _Before) -> set[str]:
    people = {uid: state for (kind, uid), state in before.items() if kind == "person" and "archived" in state}
    return {uid for uid in gone if uid not in people} | {uid for uid, state in people.items() if state["archived"]}


def _as_it_was(store: Store, found: list[_Row], before: _Before, asked: _Asked, first: int) -> Iterator[_Row]:
    """The records as they were; those that were others or were deleted since are among them, those that are new are not."""
    there = {row.uid: row for row in found}
    for (kind, uid), state in before.items():
        if kind == "moment" and uid not in there:
            there[uid] = _alone(store, uid, first) or _Row(
                uid, "", "", new="id" in state and _is_new(store, uid, first)
            )
    for row in there.values():
        was = _with_mood(store, _patched(row, before.get(("moment", row.uid), {})), row.meeting, before)
        if not row.new and asked.holds(was):
            yield was


def _alone(store: Store, uid: str, first: int) -> _Row | None:
    """One record that stands, whatever its kind and day are now."""
    found = store.db.execute(f"{_COLUMNS} x.uid = :uid", {"uid": uid, "first": first}).fetchone()
    return _Row(*found) if found else None


def _is_new(store: Store, uid: str, first: int) -> bool:
    """Whether a record that was deleted again was made since a change."""
    sql = "SELECT before IS NULL FROM change_row WHERE uid = ? AND change_n >= ? ORDER BY change_n, seq LIMIT 1"
    return bool(store.db.execute(sql, (uid, first)).fetchone()[0])


def _patched(row: _Row, state: _State) -> _Row:
    changed = {ours: state[name] for name, ours in _OURS.items() if name in state}
    return row._replace(**changed, **({"day": state["at"][:10]} if "at" in state else {}))


def _with_mood(store: Store, row: _Row, meeting: str | None, before: _Before) -> _Row:
    """The moods of its meeting as they were; `meeting` is that of which it has the moods."""
    if row.meeting != meeting:
        found = store.db.execute("SELECT mood, seen FROM meeting WHERE uid = ?", (row.meeting,)).fetchone()
        row = row._replace(mood=found[0] if found else None, seen=found[1] if found else None)
    state = before.get(("meeting", row.meeting or ""), {})
    return row._replace(**{name: state[name] for name in ("mood", "seen") if name in state})


def _taken_out(
    store: Store, asked: _Asked, there: Iterable[_Row], before: _Before, first: int | None
) -> tuple[list[Bright], dict[str, date]]:
    """What was deleted, or made another kind or another day's, before a change, each up to the day of that; and by its
    uid the first day on which what was moved, brought back or imported may take one.
    """
    if asked.person:
        return [], {}
    standing = {(row.uid, row.day) for row in there if row.kind in KINDS}
    states: dict[str, _State] = {}
    held: dict[tuple[str, str], Bright] = {}
    moved: dict[str, date] = {}
    sql = f"""SELECT substr(c.at, 1, 10), r.uid, r.before, c.command = 'import' AND c.op = 'do' FROM change c JOIN change_row r ON r.change_n = c.n AND r.seq < {_LINES}
    WHERE c.n > coalesce((SELECT n FROM change WHERE at < :since ORDER BY n DESC LIMIT 1), -1) AND (:first IS NULL OR c.n < :first)
    AND (c.op <> 'do' OR c.command GLOB 'delete *' OR c.command GLOB 'edit *' OR c.command GLOB 'change *' OR c.command = 'import')
    AND r.kind = 'moment' AND (r.before IS NOT NULL OR c.n > (SELECT min(n) FROM change)) ORDER BY c.n DESC, r.seq DESC"""
    for when, uid, text, is_new in store.db.execute(sql, {"since": (asked.day - _HELD).isoformat(), "first": first}):
        state = _fields(text) if text else {}
        if not text or {"kind", "at"} & state.keys():
            moved.setdefault(uid, mapping.day_of(when) + (timedelta(days=1) if is_new and not text else _REST))
        if not text:
            continue
        states[uid] = {**(states.get(uid) or _stood(store, uid, before)), **state}
        kind, day = states[uid].get("kind"), states[uid].get("at", "")[:10]
        if kind in KINDS and day and {"kind", "at"} & state.keys() and (uid, day) not in standing:
            held.setdefault((uid, day), Bright(uid, kind, mapping.day_of(day), mapping.day_of(when)))
    return list(held.values()), moved


def _stood(store: Store, uid: str, before: _Before) -> _State:
    """The kind and time of a record when the day began."""
    found = store.db.execute("SELECT kind, at FROM moment WHERE uid = ?", (uid,)).fetchone()
    return {**({"kind": found[0], "at": found[1]} if found else {}), **before.get(("moment", uid), {})}
