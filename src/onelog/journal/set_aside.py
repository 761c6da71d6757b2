"""Setting something of the past aside: it comes back later, or never again."""

from datetime import date, datetime, timedelta

from onelog.core.errors import Refused
from onelog.core.kinds import kind_of
from onelog.core.model import ASIDE, NEVER, PRIVATE, Answer, Meeting, Moment, Ref, Topic
from onelog.core.results.common import Changed
from onelog.insight import resolve
from onelog.store import records
from onelog.store.database import Store
from onelog.store.transaction import writing

LATER = timedelta(weeks=13)
"""How long something rests at first; each further time twice as long as the time before."""
_TIMES = 4
"""So often it gets longer: two years at most."""


def rest(store: Store, word: str, now: datetime) -> Changed:
    """Lets a record rest: `LATER`, and twice as long each further time; what was never to come back may again after that.

    Raises `NotFound`, and `Refused` for what does not come back anyway.
    """
    with writing(store, f"discover --later {word[:40]}", now) as change:
        one = _coming(store, word)
        before = sum(said.until != NEVER for said in records.set_aside(store, one.uid))
        record = _answer(one, change.name("answer"), now.date(), now.date() + LATER * 2 ** min(before, _TIMES - 1))
        change.put(record)
    return Changed("later", (record,))


def end(store: Store, word: str, now: datetime) -> Changed:
    """Lets a record never come back. Raises as `rest`, and `Refused` where it does not already."""
    with writing(store, f"discover --never {word[:40]}", now) as change:
        one = _coming(store, word)
        if any(said.until == NEVER for said in records.set_aside(store, one.uid)[-1:]):
            raise Refused("review.never_already", id=one.id)
        record = _answer(one, change.name("answer"), now.date(), NEVER)
        change.put(record)
    return Changed("never", (record,))


def _answer(one: Moment | Topic | Meeting, named: tuple[str, str], at: date, until: date) -> Answer:
    uid, id_ = named
    return Answer(uid=uid, id=id_, rule=ASIDE, about=Ref(one.uid, one.id), at=at, until=until)


def _coming(store: Store, word: str) -> Moment | Topic | Meeting:
    found = resolve.record(store, word)
    if not isinstance(found, Moment | Topic | Meeting) or (isinstance(found, Moment) and found.kind in PRIVATE):
        raise Refused("review.never_comes", id=found.id, kind=resolve.a_kind(getattr(found, "kind", kind_of(found))))
    return found
