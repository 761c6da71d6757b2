"""Reading what is known of every meeting without its words: when, how, how it was rated, and what kinds of line stand in it."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onelog.core.model import Ref
from onelog.store import mapping
from onelog.store.database import Store
from onelog.store.records import PRIVATE_KINDS


class RatedMeeting(NamedTuple):
    """A meeting that took place."""

    uid: str
    person: Ref
    day: date
    minutes: int | None
    mode: str | None
    rating: int | None
    tags: tuple[str, ...]
    begun: bool
    """Whether something was kept for it before its time."""
    late: bool = False
    """Whether it was first written down so long after it that nobody can tell what there was before."""


class PatternRow(NamedTuple):
    """What a record says about the meeting that it stands in."""

    meeting: str
    kind: str
    """The kind of moment, "mine" or "theirs" for a promise, "checkin", or "topic"."""
    given: bool
    """Of praise and growth: from me to somebody."""
    received: bool
    tags: tuple[str, ...]
    before: bool
    """Whether it is older than the day of its meeting."""


class TopicDays(NamedTuple):
    """A topic by its days."""

    person: str
    """The uid of the one whom it was parked for."""
    added: date
    ended: date | None
    """The day on which it was raised or dropped."""
    raised: bool


def meetings(store: Store, person_uid: str | None = None) -> list[RatedMeeting]:
    """All that took place, the oldest first; with one person, or with everybody."""
    sql = """SELECT m.uid, m.person_uid, p.name, substr(m.at, 1, 10), m.minutes, m.mode, m.rating, m.tags,
    julianday(m.created) < julianday(m.at), julianday(m.created) > julianday(m.at) + 7 FROM meeting m JOIN person p ON p.uid = m.person_uid
    WHERE m.at IS NOT NULL AND m.person_uid = coalesce(?, m.person_uid) ORDER BY m.at, m.uid"""
    return [
        RatedMeeting(
            uid=uid,
            person=Ref(person, name),
            day=mapping.day_of(day),
            minutes=minutes,
            mode=mode,
            rating=rating,
            tags=tuple(tags.split()),
            begun=bool(begun),
            late=bool(late),
        )
        for uid, person, name, day, minutes, mode, rating, tags, begun, late in store.db.execute(sql, (person_uid,))
    ]


def lines(store: Store, *, private: bool = False) -> Iterator[PatternRow]:
    """The records that stand in meetings, of the same kind with the same tags once each; private kinds if asked for."""
    shown = "" if private else f" AND x.kind NOT IN {PRIVATE_KINDS}"
    mark = "iif(x.owner_uid IS NULL, 'mine', 'theirs')"
    parts = (
        (
            "moment",
            "x.kind",
            "x.giver_uid IS NULL AND x.receiver_uid IS NOT NULL",
            "x.giver_uid IS NOT NULL AND x.receiver_uid IS NULL",
            "x.tags",
            "x.at",
            shown,
        ),
        ("action", mark, "0", "0", "x.tags", "x.opened", ""),
        ("topic", "'topic'", "0", "0", "x.tags", "x.added", ""),
        ("checkin", "'checkin'", "0", "0", "''", "x.at", ""),
    )
    for table, kind, given, received, tags, day, also in parts:
        sql = f"""SELECT DISTINCT x.meeting_uid, {kind}, {given}, {received}, {tags}, substr({day}, 1, 10) < substr(m.at, 1, 10)
        FROM {table} x JOIN meeting m ON m.uid = x.meeting_uid WHERE m.at IS NOT NULL{also}"""
        for uid, what, gave, got, words, before in store.db.execute(sql):
            yield PatternRow(
                meeting=uid,
                kind=what,
                given=bool(gave),
                received=bool(got),
                tags=tuple(words.split()),
                before=bool(before),
            )


def topics(store: Store) -> Iterator[TopicDays]:
    """All that were parked for somebody; an experiment is none."""
    sql = """SELECT person_uid, added, closed, status = 'raised' FROM topic
    WHERE person_uid IS NOT NULL AND tags NOT LIKE '%experiment-%'"""
    for person, added, closed, raised in store.db.execute(sql):
        yield TopicDays(person, mapping.day_of(added), mapping.read_day(closed), bool(raised))
