"""Meetings that are left out with a reason, and pauses in which nothing is due."""

from datetime import date, datetime

from onelog.core import recurrence
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
        left_out = recurrence.to_skip(person, today)
        if until and left_out and left_out >= until:  # the pause ends before anything is due
            left_out = None
        uid, id_ = change.name("skip")
        record = Skip(uid, id_, person.ref, today, left_out, until, " ".join(why.split()))
        change.put(record)
    after = people.by_uid(store, person.uid) or person
    return Changed("paused" if until else "skipped", (record,), after=schedule.one(after, today))


def check(store: Store, word: str, today: date, until: date | None = None) -> Person:
    """The person with whom something can be skipped.

    Raises `NotFound`, `Ambiguous`; `Refused` for somebody archived, and where nothing is due because there is no
    cadence (a pause may be said all the same: it holds once there is one); `Wrong` for a pause that is over already.
    """
    person = resolve.person(store, word)
    if person.archived:
        raise Refused("skip.archived", name=person.name)
    if until and until <= today:
        raise Wrong("skip.pause_past", day=until)
    if not until and not person.rule:
        raise Refused("skip.no_cadence", name=person.name)
    if not until and recurrence.to_skip(person, today) is None:
        raise Refused("skip.nothing_due", name=person.name)
    return person
