"""Reading what a review looks back on: promises as they stood, parked topics, and how the meetings were."""

from datetime import date
from typing import Any, NamedTuple

from onelog.core.model import Action, Topic
from onelog.core.scales import ScaleValue
from onelog.core.selection import Selection
from onelog.store import mapping
from onelog.store.database import Store


class PeriodMeeting(NamedTuple):
    """One meeting, without its note."""

    id: str
    day: date
    person_uid: str
    mood: int | None
    seen: int | None
    rating: int | None
    mode: str | None = None
    scales: tuple[ScaleValue, ...] = ()


def promises(store: Store, since: date, last: date, person: str | None = None) -> list[Action]:
    """Every promise made, or ended, by the day `last` that is open, or that ended on the day `since` or later; oldest first.

    `person` is a uid. What ended without a day is taken to have ended on the day it was made.
    """
    sql = f"""{mapping.ACTION} WHERE (a.opened <= ? OR a.closed <= ?)
    AND (a.status = 'open' OR coalesce(a.closed, a.opened) >= ?)"""
    values: list[Any] = [last.isoformat(), last.isoformat(), since.isoformat()]
    if person:
        sql, values = f"{sql} AND (a.person_uid = ? OR a.owner_uid = ?)", [*values, person, person]
    return mapping.read_all(Action, store.db.execute(f"{sql} ORDER BY a.opened, a.uid", values))


def parked(store: Store, last: date, person: str | None = None) -> list[Topic]:
    """The topics that were parked at the end of the day `last`, oldest first; `person` is a uid."""
    day = last.isoformat()
    sql = f"{mapping.TOPIC} WHERE t.added <= ? AND (t.status = 'parked' OR coalesce(t.closed, t.added) > ?)"
    values = [day, day]
    if person:
        sql, values = f"{sql} AND t.person_uid = ?", [*values, person]
    return mapping.read_all(Topic, store.db.execute(f"{sql} ORDER BY t.added, t.uid", values))


def met(store: Store, selection: Selection) -> list[PeriodMeeting]:
    """The meetings that took place, oldest first."""
    sql = "SELECT id, substr(at, 1, 10), person_uid, mood, seen, rating, mode, scales FROM meeting WHERE at >= :since AND at < :before"
    if selection.person:
        sql = f"{sql} AND person_uid = :person"
    found = store.db.execute(f"{sql} ORDER BY at, uid", mapping.selected(selection))
    return [
        PeriodMeeting(
            id=id_,
            day=mapping.day_of(day),
            person_uid=whose,
            mood=mood,
            seen=seen,
            rating=rating,
            mode=mode,
            scales=mapping.read_scales(scales),
        )
        for id_, day, whose, mood, seen, rating, mode, scales in found
    ]


def last_met(store: Store, last: date) -> dict[str, date]:
    """The day of the newest meeting up to the day `last`, by the uid of the person."""
    sql = "SELECT person_uid, max(substr(at, 1, 10)) FROM meeting WHERE substr(at, 1, 10) <= ? GROUP BY person_uid"
    return {uid: mapping.day_of(day) for uid, day in store.db.execute(sql, (last.isoformat(),))}


def goals_promised(store: Store, since: date, before: date) -> set[str]:
    """The uids of the goals for which a promise was made, or ended, from the day `since` to the one before `before`."""
    sql = """SELECT DISTINCT goal_uid FROM action WHERE goal_uid IS NOT NULL
    AND (opened >= :since AND opened < :before OR closed >= :since AND closed < :before)"""
    found = store.db.execute(sql, {"since": since.isoformat(), "before": before.isoformat()})
    return {uid for (uid,) in found}
