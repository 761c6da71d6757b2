"""Meetings that are left out with a reason or moved, and pauses in which nothing is due."""

from datetime import date, datetime, time

from onelog.core import attendance
from onelog.core.errors import Refused, Wrong
from onelog.core.model import Person, Skip
from onelog.core.results.common import Changed
from onelog.insight import resolve, schedule
from onelog.journal.private_labels import check_public
from onelog.store import people
from onelog.store.database import Store
from onelog.store.transaction import writing


def skip(store: Store, word: str, now: datetime, *, why: str = "", until: date | None = None) -> Changed:
    """Leaves out the meeting that is due with somebody, or (`until` a day) every one before that day.

    Raises as `check`, and `Refused` where there is a label for what is private in the reason.
    """
    today = now.date()
    check_public("reason", " ".join(why.split()))
    with writing(store, f"skip {word[:40]}", now) as change:
        person = check(store, word, today, until)
        left_out = attendance.to_skip(person, today)
        if until and left_out and left_out >= until:  # the pause ends before anything is due
            left_out = None
        uid, id_ = change.name("skip")
        record = Skip(
            uid=uid, id=id_, person=person.ref, at=today, due=left_out, until=until, why=" ".join(why.split())
        )
        change.put(record)
    after = people.by_uid(store, person.uid) or person
    return Changed("paused" if until else "skipped", (record,), after=schedule.one(after, today))


def move(store: Store, word: str, at: datetime, now: datetime, *, why: str = "") -> Changed:
    """Plans the coming meeting with somebody for a time; the midnight of its day stands for the usual hour.

    Raises `NotFound`, `Ambiguous`; `Wrong` for a day that is past; `Refused` for somebody archived, where it is planned for
    that time already, and where there is a label for what is private in the reason.
    """
    check_public("reason", " ".join(why.split()))
    with writing(store, f"move {word[:40]}", now) as change:
        person, at = check_move(store, word, at, now)
        was = attendance.due(person, now.date())
        uid, id_ = change.name("skip")
        record = Skip(
            uid=uid, id=id_, person=person.ref, at=now.date(), due=was, until=None, why=" ".join(why.split()), moved=at
        )
        change.put(record)
    after = people.by_uid(store, person.uid) or person
    return Changed("moved", (record,), after=schedule.one(after, now.date()))


def check_move(store: Store, word: str, at: datetime, now: datetime) -> tuple[Person, datetime]:
    """The person whose meeting can be planned for a time, and that time. Raises as `move`."""
    person = resolve.person(store, word)
    _here(person)
    if at.date() < now.date() or (at.time() != time() and at < now):
        raise Wrong("person.skip_move_past", at=f"{at:%Y-%m-%d %H:%M}")
    if at.time() == time() and person.hour:
        at = at.replace(hour=int(person.hour[:2]), minute=int(person.hour[3:]))
    was, hour = attendance.due(person, now.date()), attendance.hour(person, now.date())
    if was == at.date() and hour == (f"{at:%H:%M}" if at.time() != time() else ""):
        raise Refused("person.skip_there_already", name=person.name, day=was)
    return person, at


def _here(person: Person) -> None:
    if person.archived:
        raise Refused("person.skip_archived", name=person.name)


def check(store: Store, word: str, today: date, until: date | None = None) -> Person:
    """The person with whom something can be skipped.

    Raises `NotFound`, `Ambiguous`; `Refused` for somebody archived, and where nothing is due because there is no
    cadence (a pause may be said all the same: it holds once there is one); `Wrong` for a pause that is over already.
    """
    person = resolve.person(store, word)
    _here(person)
    if until and until <= today:
        raise Wrong("person.skip_pause_past", day=until)
    if not until and attendance.to_skip(person, today) is None:
        raise Refused("person.skip_nothing_due" if person.rule else "person.skip_no_cadence", name=person.name)
    return person
