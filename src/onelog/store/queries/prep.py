"""Reading what somebody needs before a meeting with one person, or with each of a team: few rows, by their indexes."""

from datetime import date

from onelog.core.calendar.day_words import months_after
from onelog.core.model import Action, Moment
from onelog.core.scales import ScaleValue
from onelog.store import mapping
from onelog.store.database import Store


def ended(store: Store, person_uid: str, since: date, meeting_uid: str | None) -> list[Action]:
    """Promises made with somebody or by them that were done or dropped after a day, the newest end first.

    Of those that ended on that day itself only the promises of the meeting `meeting_uid`: others were ticked in it. Looked
    at are promises of the last five years before that day, so that decades of kept ones are not read; who made them is
    looked for by their day (`+` keeps another index out).
    """
    sql = f"""{mapping.ACTION} WHERE a.status <> 'open' AND (a.closed > :day OR (a.closed = :day AND a.meeting_uid = :met))
    AND a.uid IN (SELECT uid FROM action WHERE person_uid = :person AND opened >= :first AND closed >= :day
    UNION SELECT uid FROM action WHERE +owner_uid = :person AND opened >= :first AND closed >= :day)
    ORDER BY a.closed DESC, a.uid"""
    first = months_after(since, -60).isoformat()
    values = {"person": person_uid, "day": since.isoformat(), "met": meeting_uid, "first": first}
    return mapping.read_all(Action, store.db.execute(sql, values))


def open_concerns(store: Store, person_uid: str | None = None) -> list[Moment]:
    """Concerns that are not settled, of one person or of everybody, the oldest first."""
    whose = "x.person_uid = ? AND " if person_uid else ""
    sql = f"{mapping.MOMENT} WHERE {whose}x.kind = 'concern' AND x.resolved IS NULL ORDER BY x.at, x.uid"
    return mapping.read_all(Moment, store.db.execute(sql, (person_uid,) if person_uid else ()))


def facts(store: Store, person_uid: str) -> list[Moment]:
    """What is known about somebody, the newest first."""
    sql = f"{mapping.MOMENT} WHERE x.person_uid = ? AND +x.kind = 'fact' ORDER BY x.at DESC, x.uid DESC"
    return mapping.read_all(Moment, store.db.execute(sql, (person_uid,)))


def dated_facts(store: Store) -> list[Moment]:
    """Facts about people who are not archived that have a number in them, as a date has."""
    sql = f"""{mapping.MOMENT} WHERE x.kind = 'fact' AND x.text GLOB '*[0-9０-９元]*'
    AND x.person_uid IN (SELECT uid FROM person WHERE archived IS NULL) ORDER BY x.at, x.uid"""
    return mapping.read_all(Moment, store.db.execute(sql))


def scaled(store: Store, person_uid: str, limit: int) -> list[tuple[date, tuple[ScaleValue, ...]]]:
    """(day, what was said on scales) of the newest meetings in which something was, the oldest of them first."""
    sql = """SELECT substr(at, 1, 10), scales FROM meeting WHERE person_uid = ? AND at IS NOT NULL AND scales IS NOT NULL
    ORDER BY at DESC, uid DESC LIMIT ?"""
    found = store.db.execute(sql, (person_uid, limit)).fetchall()
    return [(mapping.day_of(day), mapping.read_scales(said)) for day, said in reversed(found)]


def praised(store: Store) -> dict[str, date]:
    """The day on which I praised somebody last, by uid."""
    sql = """SELECT receiver_uid, substr(max(at), 1, 10) FROM moment
    WHERE kind = 'praise' AND giver_uid IS NULL AND receiver_uid IS NOT NULL GROUP BY receiver_uid"""
    return {uid: mapping.day_of(day) for uid, day in store.db.execute(sql)}


def scaled_lately(store: Store, since: date) -> dict[str, list[tuple[date, tuple[ScaleValue, ...]]]]:
    """As `scaled` of everybody by uid, in all meetings from a day on."""
    sql = "SELECT person_uid, substr(at, 1, 10), scales FROM meeting WHERE at >= ? AND scales IS NOT NULL ORDER BY at, uid"
    found: dict[str, list[tuple[date, tuple[ScaleValue, ...]]]] = {}
    for uid, day, said in store.db.execute(sql, (since.isoformat(),)):
        found.setdefault(uid, []).append((mapping.day_of(day), mapping.read_scales(said)))
    return found


def moods(store: Store, person_uid: str, limit: int) -> list[tuple[date, int | None, int | None]]:
    """(day, mine, theirs) of the newest meetings in which at least one of the two was noted, the oldest of them first."""
    sql = """SELECT substr(at, 1, 10), mood, seen FROM meeting WHERE person_uid = ? AND at IS NOT NULL
    AND (mood IS NOT NULL OR seen IS NOT NULL) ORDER BY at DESC, uid DESC LIMIT ?"""
    found = store.db.execute(sql, (person_uid, limit)).fetchall()
    return [(mapping.day_of(day), mine, theirs) for day, mine, theirs in reversed(found)]
