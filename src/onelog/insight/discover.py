"""More from the past on request: what comes back, what is related to the newest note, what was never followed up."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import islice

from onelog.core.model import Moment, Person, Topic
from onelog.core.results.discover import Discovery
from onelog.core.selection import Selection
from onelog.insight import related, spaced_repetition
from onelog.store import records
from onelog.store.database import Store
from onelog.store.queries import discover, memory

BACK = 3
"""So many that come back."""
RELATED = 3
EACH = 2
"""So many of each way in which something was never followed up."""
FRESH = timedelta(days=14)
"""What is newer may still be followed up by itself."""
YEAR = timedelta(days=365)


def find_discoveries(store: Store, person: Person | None, today: date) -> list[Discovery]:
    """What there is to discover; each record once, nothing private, of a low mood, of somebody archived or set aside."""
    out: dict[str, Discovery] = {}
    aside = frozenset(memory.aside_until(store, today))
    for one in (
        *_back(store, person, today),
        *_related(store, person, aside),
        *_open_ends(store, person, today, aside),
    ):
        out.setdefault(one.record.uid, one)
    return list(out.values())


def _back(store: Store, person: Person | None, today: date) -> Iterator[Discovery]:
    since = date(max(today.year - 2, 1), 1, 1)
    back = spaced_repetition.coming_back(store, today, since, person.uid if person else None)
    for record, due in islice(back, BACK):
        yield Discovery(due.why, record, related.day_of(record), due.years)


# --- related


def _related(store: Store, person: Person | None, aside: Collection[str]) -> Iterator[Discovery]:
    """What shares rare words with the newest meeting, that with the most of them first."""
    said, shared = related.with_newest(store, person.uid if person else None)
    for record, words in [one for one in shared if one[0].uid not in aside][:RELATED]:
        day = said.at.date() if said and said.at else None
        yield Discovery(
            "related", record, related.day_of(record), words=words, to=said.id if said else None, to_day=day
        )


# --- never followed up


def _open_ends(store: Store, person: Person | None, today: date, aside: Collection[str]) -> Iterator[Discovery]:
    lately = Selection(person=person, since=today - YEAR, before=today - FRESH, limit=EACH + len(aside))
    for why in discover.UNTOUCHED:
        for kind, uid in [one for one in discover.untouched(store, why, lately) if one[1] not in aside][:EACH]:
            record = records.by_uid(store, kind, uid)
            if isinstance(record, Moment | Topic):
                yield Discovery(why, record, related.day_of(record))
