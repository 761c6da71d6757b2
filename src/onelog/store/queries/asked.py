"""Reading what was said lately with one person, to know which questions were asked."""

from datetime import date

from onelog.store import mapping
from onelog.store.database import Store

MEETINGS = 53
"""So many of the newest meetings are looked at: a year of weekly ones."""


def said_with(store: Store, person_uid: str, since: date) -> list[tuple[date, str]]:
    """(day, text) of the notes and topics of the newest meetings since a day, the newest first.

    Notes for the coming meeting are of the day on which they were begun, a topic that waits of the day it was parked.
    """
    sql = """SELECT uid, substr(created, 1, 10), body FROM meeting WHERE person_uid = ? AND at IS NULL
    UNION ALL SELECT * FROM (SELECT uid, substr(at, 1, 10), body FROM meeting WHERE person_uid = ? AND at >= ?
    ORDER BY at DESC LIMIT ?)"""
    notes = store.db.execute(sql, (person_uid, person_uid, since.isoformat(), MEETINGS)).fetchall()
    days = {uid: day for uid, day, _ in notes}
    marks = ", ".join("?" * len(days))
    sql = f"""SELECT meeting_uid, text FROM topic WHERE meeting_uid IN ({marks}) AND status <> 'parked'
    UNION ALL SELECT added, text FROM topic WHERE person_uid = ? AND status = 'parked'"""
    topics = store.db.execute(sql, (*days, person_uid)).fetchall()
    found = [(day, body) for _, day, body in notes] + [(days.get(where, where), text) for where, text in topics]
    return sorted(((mapping.day_of(day), text) for day, text in found), key=lambda one: one[0], reverse=True)
